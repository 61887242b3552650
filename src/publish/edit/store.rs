//! Opening, saving, making and deleting of items.

mod place;
mod making;

pub(super) use making::create;
pub(super) use place::settings;

use super::drafts;
use super::form::order;
use super::index::value_of;
use super::kinds;
use super::reading::Reading;
use super::refused::{Outcome, Refused};
use super::state::Editor;
use super::versions;
use super::words;
use crate::content::Drafts;
use crate::content::json::patch::{new_text, patch};
use crate::wire::edit::{Item, ItemKind, Saved, Written};
use axum::http::StatusCode;
use place::{Place, commit, item, place};
use serde_json::Value;

/// Opens an item.
pub(super) fn open(editor: &Editor, kind: ItemKind, id: &str) -> Outcome<Item> {
    let reading = editor.reading()?;
    let place = place(editor, &reading, kind, id)?;
    item(editor, &reading, kind, id, &place)
}

/// Saves an item.
pub(super) fn put(
    editor: &Editor,
    kind: ItemKind,
    id: &str,
    base: Option<&str>,
    written: &Written,
) -> Outcome<Saved> {
    let _writing = editor.hold();
    let reading = editor.reading()?;
    let place = place(editor, &reading, kind, id)?;
    check_base(editor, &reading, kind, id, &place, base)?;
    let old = place.bytes.as_deref();
    let (new, value) = match (&written.value, &written.text) {
        (Some(value), None) => (patched(kind, old, value)?, value.clone()),
        (None, Some(text)) => (text.clone(), Value::from(text.clone())),
        _ => return Err(Refused::bad(words::BAD_REQUEST)),
    };
    let saved = commit(editor, &reading, kind, id, &place, new.as_bytes())?;
    drafts::settle(editor, kind, id, &value)?;
    Ok(saved)
}

fn check_base(
    editor: &Editor,
    reading: &Reading,
    kind: ItemKind,
    id: &str,
    place: &Place,
    base: Option<&str>,
) -> Outcome<()> {
    let Some(base) = base else {
        let status = StatusCode::PRECONDITION_REQUIRED;
        return Err(Refused::new(status, "no-if-match", words::NO_IF_MATCH));
    };
    let plain = |tag: &str| {
        tag.trim()
            .trim_start_matches("W/")
            .trim_matches('"')
            .to_owned()
    };
    if plain(base) == plain(&place.tag()) {
        return Ok(());
    }
    let theirs = item(editor, reading, kind, id, place)?;
    Err(Refused {
        theirs: Some(Box::new(theirs)),
        ..Refused::new(StatusCode::PRECONDITION_FAILED, "conflict", words::CONFLICT)
    })
}

/// Returns the text of a file with another value.
fn patched(kind: ItemKind, old: Option<&[u8]>, value: &Value) -> Outcome<String> {
    if !value.is_object() {
        return Err(Refused::bad(words::BAD_REQUEST));
    }
    let order = order(kind);
    let Some(old) = old else {
        return Ok(new_text(value, &order));
    };
    let not_json = || Refused::unfit("not-json", words::NOT_JSON);
    let text = std::str::from_utf8(old).map_err(|_| not_json())?;
    patch(text, value, &order).map_err(|error| match error {
        crate::content::json::patch::PatchError::NotJson => not_json(),
        crate::content::json::patch::PatchError::Differs => {
            Refused::unfit("not-patched", words::NOT_PATCHED)
        }
    })
}

/// Deletes an item; its file goes to the bin.
pub(super) fn delete(editor: &Editor, kind: ItemKind, id: &str, base: Option<&str>) -> Outcome<()> {
    let _writing = editor.hold();
    if kinds::single_file(kind).is_some() {
        return Err(Refused::conflict("is-single", words::IS_SINGLE));
    }
    let reading = editor.reading()?;
    let place = place(editor, &reading, kind, id)?;
    check_base(editor, &reading, kind, id, &place, base)?;
    versions::bin(editor, kind, id, place.bytes.as_deref().unwrap_or_default())?;
    std::fs::remove_file(&place.file)?;
    drafts::remove(editor, &drafts::key(kind, id))?;
    let files = reading.with(&place.path, None);
    let examined = editor.examine(&files, Drafts::Left);
    let (problems, routes) = (examined.problems, examined.routes);
    let after = Reading::new(files, problems, routes, Some(&reading));
    editor.wrote(&place.path, after);
    Ok(())
}

/// Writes the bytes of an earlier version as the file of an item.
pub(super) fn restore(editor: &Editor, kind: ItemKind, id: &str, bytes: &[u8]) -> Outcome<Saved> {
    let _writing = editor.hold();
    let reading = editor.reading()?;
    let place = match place(editor, &reading, kind, id) {
        Err(refused) if refused.status == StatusCode::NOT_FOUND => {
            let value = value_of(bytes).unwrap_or_default();
            making::new_place(editor, &reading, kind, id, &value)?
        }
        place => place?,
    };
    commit(editor, &reading, kind, id, &place, bytes)
}

/// Returns the bytes of an item's file; `None` if it does not exist.
pub(super) fn bytes(editor: &Editor, kind: ItemKind, id: &str) -> Outcome<Option<Vec<u8>>> {
    let reading = editor.reading()?;
    match place(editor, &reading, kind, id) {
        Err(refused) if refused.status == StatusCode::NOT_FOUND => Ok(None),
        place => Ok(place?.bytes),
    }
}

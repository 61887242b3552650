//! New items.

use super::place::{Place, commit};
use crate::content::json::patch::new_text;
use crate::publish::edit::form::order;
use crate::publish::edit::reading::Reading;
use crate::publish::edit::refused::{Outcome, Refused};
use crate::publish::edit::state::Editor;
use crate::publish::edit::{disk, drafts, kinds, words};
use crate::wire::edit::{ItemKind, NewItem, Saved};
use serde_json::Value;
use std::path::Path;

/// Makes an item.
pub(in crate::publish::edit) fn create(
    editor: &Editor,
    kind: ItemKind,
    new: &NewItem,
) -> Outcome<Saved> {
    let _writing = editor.hold();
    let reading = editor.reading()?;
    let NewItem { id, value } = new;
    let Value::Object(fields) = value else {
        return Err(Refused::bad(words::BAD_REQUEST));
    };
    let place = new_place(editor, &reading, kind, id, value)?;
    let mut fields = fields.clone();
    if !fields.contains_key("$schema")
        && let Some(schema) = schema_link(&editor.folder, kind, &place.path)
    {
        fields.insert("$schema".to_owned(), schema.into());
    }
    let text = new_text(&Value::Object(fields), &order(kind));
    let saved = commit(editor, &reading, kind, id, &place, text.as_bytes())?;
    drafts::settle(editor, kind, id, value)?;
    Ok(saved)
}

/// Returns the place of a file that does not exist yet.
pub(super) fn new_place(
    editor: &Editor,
    reading: &Reading,
    kind: ItemKind,
    id: &str,
    value: &Value,
) -> Outcome<Place> {
    let Some(collection) = kinds::collection(kind) else {
        return Err(Refused::conflict("is-single", words::IS_SINGLE));
    };
    if !kinds::is_id(kind, id) {
        let sentence = match kind {
            ItemKind::Bulletin => words::BAD_BULLETIN_ID,
            _ => words::BAD_ID,
        };
        return Err(Refused::unfit("bad-id", sentence));
    }
    let taken = || Refused::conflict("id-taken", words::ID_TAKEN);
    if reading.path(kind, id).is_some() {
        return Err(taken());
    }
    let folder = format!("content/{}", collection.folder());
    let path = match year(reading, kind, id, value) {
        Some(year) => format!("{folder}/{year}/{id}.json"),
        None => format!("{folder}/{id}.json"),
    };
    let file = disk::inside(&editor.folder, &path)?;
    if disk::read(&file)?.is_some() {
        return Err(taken());
    }
    let bytes = None;
    Ok(Place { path, file, bytes })
}

/// Returns the folder of a year for a new item, if the other items are in such folders.
fn year(reading: &Reading, kind: ItemKind, id: &str, value: &Value) -> Option<String> {
    let is_year = |name: &str| name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit());
    let others: Vec<_> = reading
        .entries()
        .filter(|entry| entry.kind == kind)
        .collect();
    let in_years = others.iter().filter(|entry| {
        let folder = entry.path.rsplit('/').nth(1);
        folder.is_some_and(is_year)
    });
    if in_years.count() * 2 <= others.len() {
        return None;
    }
    let dates = ["published", "start"].into_iter();
    let dates = dates.filter_map(|key| value.get(key)?.as_str());
    let mut years = dates.chain([id]).filter_map(|date| date.get(..4));
    years.find(|year| is_year(year)).map(str::to_owned)
}

/// Returns the link of a file to its schema, if the site has one.
fn schema_link(site: &Path, kind: ItemKind, path: &str) -> Option<String> {
    let schema = format!("schema/{}.schema.json", kinds::schema(kind));
    let above = "../".repeat(path.matches('/').count());
    site.join(&schema).is_file().then(|| above + &schema)
}

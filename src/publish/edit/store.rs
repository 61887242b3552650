//! Opening, saving, making and deleting of items.

use super::disk;
use super::drafts;
use super::form::{form, order};
use super::index::value_of;
use super::kinds;
use super::reading::Reading;
use super::refused::{Outcome, Refused};
use super::state::Editor;
use super::told::told;
use super::versions;
use super::words;
use crate::content::json::patch::{new_text, patch};
use crate::content::{Drafts, SITE_FILE};
use crate::wire::edit::{Item, ItemKind, Level, NewItem, Saved, Told, Written};
use axum::http::StatusCode;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// State of a file that does not exist.
const ABSENT: &str = "\"absent\"";

/// An item's file.
struct Place {
    /// Path in the site folder.
    path: String,
    file: PathBuf,
    /// `None` if it does not exist.
    bytes: Option<Vec<u8>>,
}

impl Place {
    fn tag(&self) -> String {
        let bytes = self.bytes.as_deref();
        bytes.map_or_else(|| ABSENT.to_owned(), disk::tag)
    }
}

/// Finds the file of an item, and reads it from the disk.
fn place(editor: &Editor, reading: &Reading, kind: ItemKind, id: &str) -> Outcome<Place> {
    let absent = || Refused::not_found(words::NO_ITEM);
    let single = kinds::single_file(kind).filter(|_| id == kind.slug());
    let path = reading
        .path(kind, id)
        .or(single)
        .ok_or_else(absent)?
        .to_owned();
    let file = disk::inside(&editor.folder, &path)?;
    let bytes = disk::read(&file)?;
    if bytes.is_none() && single.is_none() {
        return Err(absent());
    }
    Ok(Place { path, file, bytes })
}

/// Opens an item.
pub(super) fn open(editor: &Editor, kind: ItemKind, id: &str) -> Outcome<Item> {
    let reading = editor.reading()?;
    let place = place(editor, &reading, kind, id)?;
    item(editor, &reading, kind, id, &place)
}

fn item(
    editor: &Editor,
    reading: &Reading,
    kind: ItemKind,
    id: &str,
    place: &Place,
) -> Outcome<Item> {
    let value = match &place.bytes {
        Some(bytes) => value_of(bytes).filter(Value::is_object),
        None => Some(Value::Object(Map::new())),
    };
    let text = place.bytes.as_deref().unwrap_or_default();
    Ok(Item {
        kind,
        id: id.to_owned(),
        etag: place.tag(),
        value,
        text: String::from_utf8_lossy(text).into_owned(),
        draft: drafts::get(editor, &drafts::key(kind, id)).unwrap_or_default(),
        problems: reading.told(&place.path),
        form: form(kind, settings(reading).as_ref()),
        address: address(reading, kind, id),
    })
}

/// Returns the settings of the site.
pub(super) fn settings(reading: &Reading) -> Option<Value> {
    reading.source(SITE_FILE).and_then(value_of)
}

fn address(reading: &Reading, kind: ItemKind, id: &str) -> Option<String> {
    let route = kinds::route(kind, id)?;
    reading.routes.contains(&route).then(|| route.to_string())
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
    let Some(base) = base else {
        let status = StatusCode::PRECONDITION_REQUIRED;
        return Err(Refused::new(status, "no-if-match", words::NO_IF_MATCH));
    };
    check_base(editor, &reading, kind, id, &place, base)?;
    let old = place.bytes.as_deref();
    let (new, value) = match (&written.value, &written.text) {
        (Some(value), None) => (patched(kind, old, value)?, Some(value)),
        (None, Some(text)) => (text.clone(), None),
        _ => return Err(Refused::bad(words::BAD_REQUEST)),
    };
    let saved = commit(editor, &reading, kind, id, &place, new.as_bytes())?;
    if let Some(value) = value {
        drafts::settle(editor, kind, id, value)?;
    }
    Ok(saved)
}

fn check_base(
    editor: &Editor,
    reading: &Reading,
    kind: ItemKind,
    id: &str,
    place: &Place,
    base: &str,
) -> Outcome<()> {
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

/// Checks a file with its new bytes, keeps its old ones, and writes it.
fn commit(
    editor: &Editor,
    reading: &Reading,
    kind: ItemKind,
    id: &str,
    place: &Place,
    new: &[u8],
) -> Outcome<Saved> {
    let old = place.bytes.as_deref();
    if old == Some(new) {
        return Ok(Saved {
            id: id.to_owned(),
            etag: place.tag(),
            changed: false,
            problems: reading.told(&place.path),
            address: address(reading, kind, id),
        });
    }
    let files = reading.with(&place.path, Some(new));
    let examined = editor.examine(&files, Drafts::Left);
    let own = examined
        .problems
        .iter()
        .filter(|problem| problem.file == place.path);
    let problems: Vec<Told> = own.map(|problem| told(problem, Some(new))).collect();
    if problems.iter().any(|problem| problem.level == Level::Error) {
        let refused = Refused::unfit("has-errors", words::HAS_ERRORS);
        return Err(refused.with_problems(problems));
    }
    if let Some(old) = old {
        versions::keep(editor, kind, id, old)?;
    }
    disk::write(&place.file, new)?;
    let reading = Reading::new(files, examined.problems, examined.routes, Some(reading));
    let saved = Saved {
        id: id.to_owned(),
        etag: disk::tag(new),
        changed: true,
        problems,
        address: address(&reading, kind, id),
    };
    editor.replace(reading);
    Ok(saved)
}

/// Makes an item.
pub(super) fn create(editor: &Editor, kind: ItemKind, new: &NewItem) -> Outcome<Saved> {
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
fn new_place(
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

/// Deletes an item; its file goes to the bin.
pub(super) fn delete(editor: &Editor, kind: ItemKind, id: &str, base: Option<&str>) -> Outcome<()> {
    let _writing = editor.hold();
    if kinds::single_file(kind).is_some() {
        return Err(Refused::conflict("is-single", words::IS_SINGLE));
    }
    let reading = editor.reading()?;
    let place = place(editor, &reading, kind, id)?;
    let Some(base) = base else {
        let status = StatusCode::PRECONDITION_REQUIRED;
        return Err(Refused::new(status, "no-if-match", words::NO_IF_MATCH));
    };
    check_base(editor, &reading, kind, id, &place, base)?;
    versions::bin(editor, kind, id, place.bytes.as_deref().unwrap_or_default())?;
    std::fs::remove_file(&place.file)?;
    drafts::remove(editor, &drafts::key(kind, id))?;
    let files = reading.with(&place.path, None);
    let examined = editor.examine(&files, Drafts::Left);
    let (problems, routes) = (examined.problems, examined.routes);
    editor.replace(Reading::new(files, problems, routes, Some(&reading)));
    Ok(())
}

/// Writes the bytes of an earlier version as the file of an item.
pub(super) fn restore(editor: &Editor, kind: ItemKind, id: &str, bytes: &[u8]) -> Outcome<Saved> {
    let _writing = editor.hold();
    let reading = editor.reading()?;
    let place = match place(editor, &reading, kind, id) {
        Err(refused) if refused.status == StatusCode::NOT_FOUND => {
            let value = value_of(bytes).unwrap_or_default();
            new_place(editor, &reading, kind, id, &value)?
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

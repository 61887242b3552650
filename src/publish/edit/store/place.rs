//! Files of items, and what is told of them.

use crate::content::{Drafts, SITE_FILE};
use crate::publish::edit::form::form;
use crate::publish::edit::index::value_of;
use crate::publish::edit::reading::Reading;
use crate::publish::edit::refused::{Outcome, Refused};
use crate::publish::edit::state::Editor;
use crate::publish::edit::told::told;
use crate::publish::edit::{disk, drafts, kinds, versions, words};
use crate::wire::edit::{Item, ItemKind, ItemProblem, Level, Saved};
use serde_json::{Map, Value};
use std::path::PathBuf;

/// State of a file that does not exist.
const ABSENT: &str = "\"absent\"";

/// An item's file.
pub(super) struct Place {
    /// Path in the site folder.
    pub(super) path: String,
    pub(super) file: PathBuf,
    /// `None` if it does not exist.
    pub(super) bytes: Option<Vec<u8>>,
}

impl Place {
    pub(super) fn tag(&self) -> String {
        let bytes = self.bytes.as_deref();
        bytes.map_or_else(|| ABSENT.to_owned(), disk::tag)
    }
}

/// Finds the file of an item, and reads it from the disk.
pub(super) fn place(
    editor: &Editor,
    reading: &Reading,
    kind: ItemKind,
    id: &str,
) -> Outcome<Place> {
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

pub(super) fn item(
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
        form: form(kind, settings(reading).as_ref(), editor.today()),
        address: address(reading, kind, id),
    })
}

/// Returns the settings of the site.
pub(in crate::publish::edit) fn settings(reading: &Reading) -> Option<Value> {
    reading.source(SITE_FILE).and_then(value_of)
}

pub(super) fn address(reading: &Reading, kind: ItemKind, id: &str) -> Option<String> {
    let route = kinds::route(kind, id)?;
    reading.routes.contains(&route).then(|| route.to_string())
}

/// Checks a file with its new bytes, keeps its old ones, and writes it.
pub(super) fn commit(
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
    // Links of the settings lead to places in all texts. What the change means for other files is
    // found when the site is read again, which follows at once.
    let files = match kind {
        ItemKind::Site => reading.with(&place.path, Some(new)),
        _ => reading.light(&place.path, new),
    };
    let examined = editor.examine(&files, Drafts::Left);
    let own = examined.problems.into_iter();
    let own: Vec<_> = own.filter(|problem| problem.file == place.path).collect();
    let problems: Vec<ItemProblem> = own.iter().map(|problem| told(problem, Some(new))).collect();
    if problems.iter().any(|problem| problem.level == Level::Error) {
        let refused = Refused::unfit("has-errors", words::HAS_ERRORS);
        return Err(refused.with_problems(problems));
    }
    if let Some(old) = old {
        versions::keep(editor, kind, id, old)?;
    }
    disk::write(&place.file, new)?;
    let files = reading.with(&place.path, Some(new));
    let all = reading.problems_with(&place.path, own);
    let reading = Reading::new(files, all, examined.routes, Some(reading));
    let saved = Saved {
        id: id.to_owned(),
        etag: disk::tag(new),
        changed: true,
        problems,
        address: address(&reading, kind, id),
    };
    editor.wrote(&place.path, reading);
    Ok(saved)
}

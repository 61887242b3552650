//! Unfinished items, which are kept beside the content.

use super::disk;
use super::index::title;
use super::moment;
use super::refused::{Outcome, Refused};
use super::state::Editor;
use super::words;
use crate::wire::edit::{Draft, DraftEntry, ItemKind};
use serde_json::Value;
use std::cmp::Reverse;
use std::path::PathBuf;

const FOLDER: &str = "drafts";

/// Returns the key of the draft of an item.
pub(super) fn key(kind: ItemKind, id: &str) -> String {
    format!("{}-{id}", kind.slug())
}

/// Returns the file of a draft.
fn file(editor: &Editor, key: &str) -> Outcome<PathBuf> {
    let is_safe = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let is_key = key.split_once('-').is_some_and(|(kind, id)| {
        ItemKind::from_slug(kind).is_some() && !id.is_empty() && id.chars().all(is_safe)
    });
    let name = format!("{key}.json");
    if !is_key || !disk::is_name(&name) {
        return Err(Refused::bad(words::BAD_REQUEST));
    }
    Ok(editor.own(FOLDER).join(name))
}

/// Returns a draft; `None` if there is none.
pub(super) fn get(editor: &Editor, key: &str) -> Outcome<Option<Draft>> {
    let bytes = disk::read(&file(editor, key)?)?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// Keeps a draft.
pub(super) fn put(editor: &Editor, key: &str, mut draft: Draft) -> Outcome<Draft> {
    let file = file(editor, key)?;
    if !key.starts_with(&format!("{}-", draft.kind.slug())) {
        return Err(Refused::bad(words::BAD_REQUEST));
    }
    draft.saved = moment::now();
    disk::write(&file, &serde_json::to_vec_pretty(&draft)?)?;
    Ok(draft)
}

/// Gives up a draft.
pub(super) fn remove(editor: &Editor, key: &str) -> Outcome<()> {
    match std::fs::remove_file(file(editor, key)?) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Returns all drafts, the last saved first. A file that is not a draft is passed over.
pub(super) fn list(editor: &Editor) -> Outcome<Vec<DraftEntry>> {
    let mut drafts = all(editor)?;
    let folder = editor.own(FOLDER);
    let changed = |key: &str| {
        let about = std::fs::metadata(folder.join(format!("{key}.json")));
        about.and_then(|about| about.modified()).ok()
    };
    drafts.sort_by_cached_key(|(key, _)| Reverse(changed(key)));
    let entries = drafts.into_iter().map(|(key, draft)| {
        let title = title(draft.kind, &draft.id, &draft.value);
        let id = (!draft.id.is_empty()).then_some(draft.id);
        DraftEntry {
            key,
            kind: draft.kind,
            id,
            title,
            saved: draft.saved,
        }
    });
    Ok(entries.collect())
}

fn all(editor: &Editor) -> Outcome<Vec<(String, Draft)>> {
    let folder = editor.own(FOLDER);
    let mut drafts = Vec::new();
    for name in disk::names(&folder)? {
        let Some(key) = name.strip_suffix(".json") else {
            continue;
        };
        let draft = std::fs::read(folder.join(&name)).ok();
        let draft = draft.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        drafts.extend(draft.map(|draft| (key.to_owned(), draft)));
    }
    Ok(drafts)
}

/// Returns the keys of all drafts by the names of their files.
pub(super) fn keys(editor: &Editor) -> Outcome<Vec<String>> {
    let names = disk::names(&editor.own(FOLDER))?;
    let keys = names.iter().filter_map(|name| name.strip_suffix(".json"));
    Ok(keys.map(str::to_owned).collect())
}

/// Removes the drafts that say exactly what has been saved. A draft with newer text stays.
pub(super) fn settle(editor: &Editor, kind: ItemKind, id: &str, value: &Value) -> Outcome<()> {
    for (key, draft) in all(editor)? {
        let is_of_item = draft.kind == kind && (draft.id == id || draft.id.is_empty());
        if is_of_item && draft.value == *value {
            remove(editor, &key)?;
        }
    }
    Ok(())
}

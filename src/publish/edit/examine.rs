//! Check and preview of values that are not saved yet.

mod preview;
mod proposal;

pub(super) use preview::preview;

use super::form::order;
use super::kinds;
use super::reading::Reading;
use super::refused::{Outcome, Refused};
use super::state::{Editor, locked};
use super::told::told;
use super::words;
use crate::content::Drafts;
use crate::content::json::patch::{new_text, patch};
use crate::publish::source::read::SiteFiles;
use crate::wire::edit::{EDIT_PATH, Examination, Examined, ItemKind};
use proposal::proposed_id;

/// Number of values whose previews are kept.
const MOST: usize = 50;

/// A value in the place of its file.
struct Candidate {
    id: String,
    path: String,
    bytes: Vec<u8>,
    files: SiteFiles,
}

/// Checks a value as if it were saved.
pub(super) fn examine(editor: &Editor, asked: Examination) -> Outcome<Examined> {
    if !asked.value.is_object() {
        return Err(Refused::bad(words::BAD_REQUEST));
    }
    let reading = editor.reading()?;
    let is_new = reading.path(asked.kind, &asked.id).is_none();
    let is_new = is_new && kinds::collection(asked.kind).is_some();
    let proposed_id =
        is_new.then(|| proposed_id(&reading, asked.kind, &asked.value, editor.today()));
    let Candidate {
        path, bytes, files, ..
    } = candidate(&reading, &asked, proposed_id.as_deref());
    let examined = editor.examine(&files, Drafts::Left);
    let own = examined
        .problems
        .iter()
        .filter(|problem| problem.file == path);
    let problems = own.map(|problem| told(problem, Some(&bytes))).collect();
    let preview = (asked.kind != ItemKind::Synonyms).then(|| {
        let key =
            percent_encoding::utf8_percent_encode(&asked.key, percent_encoding::NON_ALPHANUMERIC);
        format!("{EDIT_PATH}preview/{key}").replace("%2D", "-")
    });
    let mut previews = locked(&editor.previews);
    if previews.len() >= MOST && !previews.contains_key(&asked.key) {
        previews.pop_first();
    }
    previews.insert(asked.key.clone(), asked);
    Ok(Examined {
        problems,
        preview,
        proposed_id,
    })
}

fn candidate(reading: &Reading, asked: &Examination, proposed: Option<&str>) -> Candidate {
    let Examination {
        kind, id, value, ..
    } = asked;
    let id = match id.as_str() {
        "" => proposed.unwrap_or("new").to_owned(),
        // A file with another name would be checked for its name only.
        id if !kinds::is_id(*kind, id) => proposed.unwrap_or(id).to_owned(),
        id => id.to_owned(),
    };
    let path = match (reading.path(*kind, &id), kinds::collection(*kind)) {
        (Some(path), _) => path.to_owned(),
        (None, Some(collection)) => format!("content/{}/{id}.json", collection.folder()),
        (None, None) => kinds::single_file(*kind).unwrap_or_default().to_owned(),
    };
    let order = order(*kind);
    let old = reading
        .source(&path)
        .and_then(|bytes| std::str::from_utf8(bytes).ok());
    // Patched, so that lines are those that the file will have.
    let text = old.and_then(|old| patch(old, value, &order).ok());
    let bytes = text.unwrap_or_else(|| new_text(value, &order)).into_bytes();
    let files = reading.with(&path, Some(&bytes));
    Candidate {
        id,
        path,
        bytes,
        files,
    }
}

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
use crate::content::items::reference::ItemRef;
use crate::content::json::patch::{new_text, patch};
use crate::content::values::id::ItemId;
use crate::content::values::media::MediaIndex;
use crate::content::values::text_value::TextValue as _;
use crate::content::{Drafts, SITE_FILE, SourceFile, read};
use crate::publish::source::read::SiteFiles;
use crate::route::IssueId;
use crate::wire::edit::{EDIT_PATH, Examination, Examined, ItemKind};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
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
        id,
        path,
        bytes,
        files,
    } = candidate(&reading, &asked, proposed_id.as_deref());
    let examined = editor.examine(&files, Drafts::Left);
    let own = examined
        .problems
        .iter()
        .filter(|problem| problem.file == path);
    let problems = own.map(|problem| told(problem, Some(&bytes))).collect();
    let is_shown = is_readable(editor, &reading, asked.kind, &id, &path, &bytes);
    let preview = is_shown.then(|| {
        let key = utf8_percent_encode(&asked.key, NON_ALPHANUMERIC).to_string();
        format!("{EDIT_PATH}preview/{}", key.replace("%2D", "-"))
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

/// Returns `true` if a value can be read as an item that has a page. Whether other items agree with
/// it does not matter.
fn is_readable(
    editor: &Editor,
    reading: &Reading,
    kind: ItemKind,
    id: &str,
    path: &str,
    bytes: &[u8],
) -> bool {
    let file = |path: &str, bytes: &[u8]| SourceFile {
        path: path.to_owned(),
        bytes: bytes.to_vec(),
    };
    let mut files = vec![file(path, bytes)];
    if path != SITE_FILE {
        files.extend(
            reading
                .source(SITE_FILE)
                .map(|bytes| file(SITE_FILE, bytes)),
        );
    }
    let (content, _) = read(&files, &[], &MediaIndex::new(), editor.today());
    let Some(content) = content else {
        return false;
    };
    let item = |make: fn(ItemId) -> ItemRef| ItemId::parse(id).ok().map(make);
    let item = match kind {
        ItemKind::Site => return true,
        ItemKind::Synonyms => return false,
        ItemKind::Links => return !content.links.is_empty(),
        ItemKind::Article => item(ItemRef::Article),
        ItemKind::Member => item(ItemRef::Member),
        ItemKind::Event => item(ItemRef::Event),
        ItemKind::Page => item(ItemRef::Page),
        ItemKind::Bulletin => IssueId::parse(id).map(ItemRef::Bulletin),
    };
    item.is_some_and(|item| content.contains(&item))
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
    // Links of the settings lead to places in all texts.
    let files = match kind {
        ItemKind::Site => reading.with(&path, Some(&bytes)),
        _ => reading.light(&path, &bytes),
    };
    Candidate {
        id,
        path,
        bytes,
        files,
    }
}

//! Lists of items, and what the start screen shows.

use super::drafts;
use super::index::{Entry, plain};
use super::publishing;
use super::reading::Reading;
use super::refused::Outcome;
use super::state::Editor;
use super::told::counts;
use crate::wire::edit::{Candidate, ItemEntry, ItemKind, ItemList, ItemState, Start};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Number of entries of a page.
pub(super) const PAGE: usize = 50;
/// Number of candidates.
const CANDIDATES: usize = 20;

/// Returns what the start screen shows.
pub(super) fn start(editor: &Editor) -> Outcome<Start> {
    let reading = editor.reading()?;
    let number = |kind| reading.entries().filter(|entry| entry.kind == kind).count();
    let site = reading.entry(ItemKind::Site, ItemKind::Site.slug());
    let folder = std::path::absolute(&editor.folder);
    let folder = folder.unwrap_or_else(|_| editor.folder.clone());
    Ok(Start {
        site: site.map_or_else(String::new, |site| site.title.clone()),
        folder: folder.display().to_string(),
        kinds: ItemKind::ALL.map(|kind| (kind, number(kind))).to_vec(),
        problems: counts(&reading.problems),
        drafts: drafts::list(editor)?,
        changed: publishing::changed(editor, &reading)?,
    })
}

/// What is asked of a list.
#[derive(Debug, Default)]
pub(super) struct Question {
    pub(super) kind: Option<ItemKind>,
    pub(super) text: String,
    pub(super) state: Option<ItemState>,
    pub(super) page: usize,
}

/// Returns a page of the items that match.
pub(super) fn items(editor: &Editor, asked: &Question) -> Outcome<ItemList> {
    let reading = editor.reading()?;
    let today = editor.today().to_string();
    let keys: BTreeSet<String> = drafts::keys(editor)?.into_iter().collect();
    let mut found = matching(&reading, asked.kind, &asked.text);
    if let Some(state) = asked.state {
        found.retain(|entry| entry.state(&today) == state);
    }
    let (page, pages) = paged(found.len(), asked.page);
    let shown = found.iter().skip((page - 1) * PAGE).take(PAGE);
    Ok(ItemList {
        total: found.len(),
        page,
        pages,
        entries: shown
            .map(|entry| ItemEntry {
                kind: entry.kind,
                id: entry.id.clone(),
                title: entry.title.clone(),
                date: entry.date.clone(),
                state: entry.state(&today),
                worst: reading.worst(&entry.path),
                has_draft: keys.contains(&drafts::key(entry.kind, &entry.id)),
            })
            .collect(),
    })
}

/// Returns the page that is shown, and the number of pages.
pub(super) fn paged(total: usize, asked: usize) -> (usize, usize) {
    let pages = total.div_ceil(PAGE).max(1);
    (asked.clamp(1, pages), pages)
}

/// Returns the items of a kind with a text: the newest first, then those without a date by name.
fn matching<'a>(reading: &'a Reading, kind: Option<ItemKind>, text: &str) -> Vec<&'a Entry> {
    let text = plain(text);
    let mut found: Vec<&Entry> = reading
        .entries()
        .filter(|entry| kind.is_none_or(|kind| entry.kind == kind) && entry.fits(&text))
        .collect();
    found.sort_by(|one, other| {
        let date = |entry: &'a Entry| Reverse(entry.date.as_deref());
        let names = || one.order.cmp(&other.order);
        let ids = || one.id.cmp(&other.id);
        date(one).cmp(&date(other)).then_with(names).then_with(ids)
    });
    found
}

/// Returns the items that a reference may name.
pub(super) fn candidates(
    editor: &Editor,
    kind: Option<ItemKind>,
    text: &str,
) -> Outcome<Vec<Candidate>> {
    let reading = editor.reading()?;
    let mut found = matching(&reading, kind, text);
    let text = plain(text);
    // A name that begins with the text is meant before one that contains it.
    found.sort_by_key(|entry| !(entry.id == text || plain(&entry.title).starts_with(&text)));
    let found = found.into_iter().take(CANDIDATES);
    Ok(found
        .map(|entry| Candidate {
            kind: entry.kind,
            id: entry.id.clone(),
            title: entry.title.clone(),
        })
        .collect())
}

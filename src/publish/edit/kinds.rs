//! Kinds of items by their files.

use crate::content::SITE_FILE;
use crate::content::items::reference::Collection;
use crate::content::values::id::ItemId;
use crate::content::values::text_value::TextValue as _;
use crate::route::{IssueId, Route};
use crate::wire::edit::ItemKind;

/// File of the synonyms.
const SYNONYMS_FILE: &str = "content/synonyms.json";

/// Returns the collection of a kind; `None` for those with a single file.
pub(super) fn collection(kind: ItemKind) -> Option<Collection> {
    Some(match kind {
        ItemKind::Article => Collection::Articles,
        ItemKind::Member => Collection::Members,
        ItemKind::Bulletin => Collection::Bulletins,
        ItemKind::Event => Collection::Events,
        ItemKind::Links => Collection::Links,
        ItemKind::Page => Collection::Pages,
        ItemKind::Site | ItemKind::Synonyms => return None,
    })
}

/// Returns the kind and the id of the item in a file.
pub(super) fn item_of(path: &str) -> Option<(ItemKind, String)> {
    match path {
        SITE_FILE => return Some((ItemKind::Site, "site".to_owned())),
        SYNONYMS_FILE => return Some((ItemKind::Synonyms, "synonyms".to_owned())),
        _ => {}
    }
    let inside = path.strip_prefix("content/")?;
    if inside.split('/').any(|name| name.starts_with('.')) {
        return None;
    }
    let (folder, rest) = inside.split_once('/')?;
    let kind = ItemKind::ALL
        .into_iter()
        .find(|kind| collection(*kind).is_some_and(|collection| collection.folder() == folder))?;
    let id = rest.rsplit('/').next()?.strip_suffix(".json")?;
    Some((kind, id.to_owned()))
}

/// Returns the path of the single file of a kind.
pub(super) fn single_file(kind: ItemKind) -> Option<&'static str> {
    match kind {
        ItemKind::Site => Some(SITE_FILE),
        ItemKind::Synonyms => Some(SYNONYMS_FILE),
        _ => None,
    }
}

/// Returns the name of the schema of a kind.
pub(super) fn schema(kind: ItemKind) -> &'static str {
    kind.slug()
}

/// Returns `true` if an item of the kind can have the id.
pub(super) fn is_id(kind: ItemKind, id: &str) -> bool {
    match kind {
        ItemKind::Site | ItemKind::Synonyms => id == kind.slug(),
        ItemKind::Bulletin => IssueId::parse(id).is_some(),
        _ => id.len() <= 120 && ItemId::parse(id).is_ok(),
    }
}

/// Returns the page that shows an item.
pub(super) fn route(kind: ItemKind, id: &str) -> Option<Route> {
    Some(match kind {
        ItemKind::Article => Route::Article(id.to_owned()),
        ItemKind::Member => Route::Member(id.to_owned()),
        ItemKind::Bulletin => Route::Bulletin(IssueId::parse(id)?),
        ItemKind::Event => Route::Event(id.to_owned()),
        ItemKind::Page => Route::Page(id.to_owned()),
        ItemKind::Links => Route::Links,
        ItemKind::Site => Route::Home,
        ItemKind::Synonyms => return None,
    })
}

//! Paths of the output that belong to the portal itself.

use super::icons;
use crate::content::Content;
use crate::content::values::media::MediaIndex;
use crate::publish::html::shell::FOLDER as ASSETS;
use crate::publish::output_dir::{FILE_LIST, UNFINISHED};
use crate::publish::source::walk::MEDIA;
use crate::route::{DataFile, FeedId, Output, Route, SitemapKind};
use std::collections::BTreeSet;

/// Folders that belong to the portal entirely.
const FOLDERS: [&str; 3] = [ASSETS, "data", "icons"];
/// Number of parts of a sitemap whose names are reserved, which is more than any site has.
const PARTS: usize = 100;

/// Returns the paths of all files that a portal with these pages may have, before it is built. A
/// folder that belongs to the portal entirely is represented by its own path.
pub(in crate::publish) fn claimed(
    content: &Content,
    routes: &BTreeSet<Route>,
    media: &MediaIndex,
) -> BTreeSet<String> {
    let mut outputs = Output::SINGLE.to_vec();
    outputs.extend(icons::SIZES.map(Output::Icon));
    for number in 1..=PARTS {
        let kinds = [SitemapKind::Articles, SitemapKind::Pages];
        outputs.extend(kinds.map(|kind| Output::SitemapPart(kind, number)));
    }
    let sections = content.site.sections.iter();
    let sections = sections.map(|section| FeedId::Section(section.id.to_string()));
    for channel in sections.chain([FeedId::All, FeedId::Bulletins]) {
        outputs.push(Output::Atom(channel.clone()));
        outputs.push(Output::JsonFeed(channel));
    }
    for route in routes {
        if let Route::Event(id) = route {
            outputs.push(Output::CalendarOf(id.clone()));
        }
        outputs.extend(Output::of_page(route));
    }
    let outputs = outputs.iter().map(ToString::to_string);
    let data = routes
        .iter()
        .map(|route| DataFile::of(route).path().to_owned());
    let files = media.keys().map(|path| format!("{MEDIA}/{path}"));
    let others = FOLDERS.into_iter().chain([FILE_LIST, UNFINISHED]);
    let others = others.map(str::to_owned);
    outputs.chain(data).chain(files).chain(others).collect()
}

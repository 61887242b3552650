//! The names that the portal itself takes in its output.

use super::icons;
use crate::content::Content;
use crate::content::media::MediaIndex;
use crate::publish::read::MEDIA;
use crate::publish::shell::FOLDER as ASSETS;
use crate::publish::write::{FILE_LIST, UNFINISHED};
use crate::route::{Channel, DataFile, Output, Route, SitemapKind};
use std::collections::BTreeSet;

/// Folders of which the portal takes every name.
const FOLDERS: [&str; 3] = [ASSETS, "data", "icons"];
/// How many parts of a sitemap are thought of: more than any site has.
const PARTS: usize = 100;

/// The paths of all files that a portal with these pages may have, before it is built. Of
/// folders that are its own, the path of the folder stands for all that is in it.
#[must_use]
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
    let sections = sections.map(|section| Channel::Section(section.id.to_string()));
    for channel in sections.chain([Channel::All, Channel::Bulletins]) {
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

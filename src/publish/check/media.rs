//! Which files of the media folder are published: those that something published names.

use crate::content::values::media::MediaIndex;
use crate::content::{Content, Problem, ProblemKind};
use crate::publish::source::walk::MEDIA;
use crate::publish::view::Texts;
use std::collections::BTreeSet;

/// How many files a note names.
const MOST_NAMED: usize = 50;

/// The files that fields and texts name.
pub(super) fn named(content: &Content, texts: &Texts, media: &MediaIndex) -> BTreeSet<String> {
    let fields = content.named_media();
    let fields = fields.into_iter().map(str::to_owned);
    let names: BTreeSet<String> = fields.chain(texts.media().map(str::to_owned)).collect();
    names
        .into_iter()
        .filter(|path| media.contains_key(path))
        .collect()
}

/// Notes the files that are not published: those that only hidden items name, and those that
/// nothing names.
pub(super) fn notes(
    media: &MediaIndex,
    named: &BTreeSet<String>,
    published: &BTreeSet<String>,
) -> impl Iterator<Item = Problem> {
    let left = media.keys().filter(|path| !published.contains(*path));
    let (withheld, unused): (Vec<&String>, Vec<&String>) =
        left.partition(|path| named.contains(*path));
    let note = |paths: Vec<&String>, are_named| {
        (!paths.is_empty()).then(|| {
            let count = paths.len();
            let paths = paths.into_iter().take(MOST_NAMED).cloned().collect();
            let kind = ProblemKind::UnpublishedMedia {
                paths,
                count,
                are_named,
            };
            Problem::of_file(MEDIA, kind)
        })
    };
    note(withheld, true).into_iter().chain(note(unused, false))
}

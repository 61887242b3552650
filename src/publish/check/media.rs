//! Published files of the media folder: those that published items refer to.

use crate::content::values::media::MediaIndex;
use crate::content::{Content, Problem, ProblemKind};
use crate::publish::source::walk::MEDIA;
use crate::publish::view::RenderedBodies;
use std::collections::BTreeSet;

/// Maximum number of files that a note lists.
const MOST_NAMED: usize = 50;

/// Returns the files that fields and texts refer to.
pub(super) fn named(
    content: &Content,
    texts: &RenderedBodies,
    media: &MediaIndex,
) -> BTreeSet<String> {
    let names = content.named_media().into_iter().chain(texts.media());
    names
        .filter(|path| media.contains_key(*path))
        .map(str::to_owned)
        .collect()
}

/// Returns notes about the files that are not published: those to which only hidden items refer,
/// and those without references.
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

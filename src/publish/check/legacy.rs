//! Check that paths of the old site with redirects to this portal are free.

use crate::content::diagnostics::pointer::{Pointer, pointer};
use crate::content::items::reference::ItemRef;
use crate::content::values::media::MediaIndex;
use crate::content::values::text_value::{Fault, Format};
use crate::content::{Collector, Content, ProblemKind, SITE_FILE};
use crate::publish::outputs::{self, Blocked, Origin, Redirect};
use crate::publish::view::Pages;

/// Reports old paths that cannot be redirected: the portal has a file there, another path uses
/// it, or no file can have such a name.
pub(super) fn check(
    content: &Content,
    pages: Pages<'_>,
    media: &MediaIndex,
    collector: &Collector,
) {
    let (redirects, origins): (Vec<Redirect>, Vec<Origin<'_>>) =
        outputs::requested_redirects(content, pages.base)
            .into_iter()
            .unzip();
    if redirects.is_empty() {
        return;
    }
    let taken = outputs::claimed(content, pages.routes, media);
    for (index, blocked) in outputs::blocked(&redirects, &taken) {
        let Some((redirect, origin)) = redirects.get(index).zip(origins.get(index)) else {
            continue;
        };
        let Some((file, place)) = place_of(content, *origin) else {
            continue;
        };
        let path = redirect.written.clone();
        let kind = match blocked {
            Blocked::File(_) => ProblemKind::LegacyPathTaken(path),
            Blocked::Other(other) => {
                let other = origins.get(other).copied().unwrap_or(Origin::Number);
                if is_told_by_rules(content, *origin, other) {
                    continue;
                }
                match place_of(content, other).map(|(file, _)| file.to_owned()) {
                    Some(other) => ProblemKind::DuplicateLegacyUrl { path, other },
                    None => ProblemKind::LegacyPathTaken(path),
                }
            }
            Blocked::Name => ProblemKind::BadText {
                text: path,
                fault: Fault::Shape {
                    form: Format::LegacyPath,
                    mended: None,
                },
            },
        };
        collector.value(file, place, kind);
    }
}

/// Returns the position of a redirect in the content, or `None` for the numbers of double issues.
fn place_of<'a>(content: &'a Content, origin: Origin<'_>) -> Option<(&'a str, Pointer)> {
    match origin {
        Origin::Number => None,
        Origin::Article(id, index) => {
            let file = content.file_of(&ItemRef::Article(id.clone()))?;
            Some((file, pointer!["legacy_urls", index]))
        }
        Origin::Section(index) => Some((SITE_FILE, pointer!["sections", index, "legacy_prefix"])),
    }
}

/// Returns `true` if both are the same address in articles, which the rules of the content
/// report.
fn is_told_by_rules(content: &Content, one: Origin<'_>, other: Origin<'_>) -> bool {
    let key = |origin| match origin {
        Origin::Article(id, index) => {
            let article = content.articles.get(id)?;
            article.legacy_urls.get(index).map(|path| path.key())
        }
        Origin::Number | Origin::Section(_) => None,
    };
    key(one).is_some_and(|one| key(other).as_ref() == Some(&one))
}

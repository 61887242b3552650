//! Paths of the old site that lead to pages of this one must be free.

use super::route_of;
use crate::content::item::ItemRef;
use crate::content::media::MediaIndex;
use crate::content::pointer::{Pointer, pointer};
use crate::content::value::{Fault, Form};
use crate::content::{Content, ProblemKind, SITE_FILE, Sink};
use crate::publish::derive::legacy_sections;
use crate::publish::outputs::{self, Blocked, Redirect};
use crate::route::Route;
use std::collections::BTreeSet;

/// Tells of old paths that cannot lead on: the portal has something there, or another path
/// does, or no file can have such a name.
pub(super) fn check(
    content: &Content,
    routes: &BTreeSet<Route>,
    media: &MediaIndex,
    sink: &mut Sink<'_>,
) {
    let mut redirects: Vec<Redirect> = Vec::new();
    let mut places: Vec<(&str, Pointer)> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    for (id, article) in &content.articles {
        let item = ItemRef::Article(id.clone());
        let file = content.file_of(&item).unwrap_or_default();
        for (index, path) in article.legacy_urls.iter().enumerate() {
            redirects.push(Redirect::new(path.as_str(), route_of(&item), false));
            keys.push(path.key());
            places.push((file, pointer!["legacy_urls", index]));
        }
    }
    for (index, path, to) in legacy_sections(&content.site) {
        keys.push(path.to_owned());
        redirects.push(Redirect::new(path, to, true));
        places.push((SITE_FILE, pointer!["sections", index, "legacy_prefix"]));
    }
    if redirects.is_empty() {
        return;
    }
    let taken = outputs::claimed(content, routes, media);
    for (index, blocked) in outputs::blocked(&redirects, &taken) {
        let Some((redirect, (file, place))) = redirects.get(index).zip(places.get(index)) else {
            continue;
        };
        let path = redirect.written.clone();
        let kind = match blocked {
            Blocked::File(_) => ProblemKind::LegacyPathTaken(path),
            Blocked::Other(other) => {
                let of_articles = places
                    .get(other)
                    .is_some_and(|(file, _)| *file != SITE_FILE);
                // The rules of the content have told of the very same path in two articles.
                if keys.get(other) == keys.get(index) && of_articles && *file != SITE_FILE {
                    continue;
                }
                let other = places.get(other).map_or("", |(file, _)| *file).to_owned();
                ProblemKind::DuplicateLegacyUrl { path, other }
            }
            Blocked::Name => ProblemKind::BadText {
                text: path,
                fault: Fault::Shape {
                    form: Form::LegacyPath,
                    mended: None,
                },
            },
        };
        sink.value(file, place.clone(), kind);
    }
}

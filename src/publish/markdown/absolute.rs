//! Markdown for readers who see it away from its site: the source as it is, with the
//! addresses in it absolute.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::dialect;
use super::events::EXTENSIONS;
use super::resolve::{Destination, Resolver, media_path};

/// The source with each link to an item, a path or a picture of the site replaced by the
/// absolute address, and links inside the text by that of the page with their anchor.
///
/// What does not resolve stays as it is; the check has reported it.
#[must_use]
pub(in crate::publish) fn with_absolute_links(
    source: &str,
    resolver: &dyn Resolver,
    origin: &str,
    page: &str,
) -> String {
    let address = |written: &str, is_image: bool| {
        if is_image {
            let image = resolver.image(media_path(written).ok()?)?;
            return Some(format!("{origin}{}", image.src));
        }
        match Destination::parse(written).ok()? {
            Destination::Item { kind, id, suffix } => {
                let link = resolver.item(kind, id)?;
                Some(format!("{origin}{}{suffix}", link.href))
            }
            Destination::Path { path, suffix } => {
                Some(format!("{origin}{}{suffix}", resolver.path(path)?))
            }
            Destination::Anchor(anchor) => Some(format!("{page}#{anchor}")),
            Destination::Web(_) | Destination::Contact(_) => None,
        }
    };
    let normalized = dialect::normalize(source);
    let text = normalized.text.as_ref();
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let mut change = |span: Range<usize>, opening: &str, written: &str, is_image: bool| {
        if let Some(place) = place(text, &span, opening, written)
            && let Some(address) = address(written, is_image)
        {
            changes.push((normalized.original(place), address));
        }
    };
    let parser = Parser::new_ext(text, EXTENSIONS);
    for (_, definition) in parser.reference_definitions().iter() {
        change(definition.span.clone(), "]:", &definition.dest, false);
    }
    for (event, span) in parser.into_offset_iter() {
        let (link_type, written, is_image) = match &event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => (link_type, dest_url, false),
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                ..
            }) => (link_type, dest_url, true),
            _ => continue,
        };
        match link_type {
            LinkType::Inline => change(span, "](", written, is_image),
            LinkType::Autolink => change(span, "<", written, is_image),
            // The others are written where they are defined, or name another site.
            _ => {}
        }
    }
    replaced(source, changes)
}

/// Where in a link its destination stands. One that is written with escapes is not found.
fn place(source: &str, span: &Range<usize>, opening: &str, written: &str) -> Option<Range<usize>> {
    let link = source.get(span.clone())?;
    let after = link.rfind(opening)? + opening.len();
    let start = span.start + after + link.get(after..)?.find(written)?;
    Some(start..start + written.len())
}

fn replaced(source: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(place, _)| place.start);
    let mut result = String::with_capacity(source.len() + source.len() / 4);
    let mut done = 0;
    for (place, address) in changes {
        let Some(before) = source.get(done..place.start) else {
            continue;
        };
        result.push_str(before);
        result.push_str(&address);
        done = place.end;
    }
    result.push_str(source.get(done..).unwrap_or_default());
    result
}

#[cfg(test)]
mod tests {
    use super::super::test_site::TestSite;
    use super::*;

    #[test]
    fn addresses_of_the_site_become_absolute() {
        let page = "https://example.org/base/articles/x/";
        for (source, expected) in [
            (
                "见[理事会](article:council#a)。",
                "见[理事会](https://example.org/base/articles/council/#a)。",
            ),
            (
                "见[会][1]。\n\n[1]: article:council",
                "见[会][1]。\n\n[1]: https://example.org/base/articles/council/",
            ),
            (
                "[![图](media:plant.jpg)](article:council)",
                "[![图](https://example.org/base/media/plant.jpg)](https://example.org/base/articles/council/)",
            ),
            (
                "[成员](/members/ \"名录\")",
                "[成员](https://example.org/base/members/ \"名录\")",
            ),
            ("[上](#x)", "[上](https://example.org/base/articles/x/#x)"),
            (
                "[别处](https://other.example/)",
                "[别处](https://other.example/)",
            ),
            ("[没有](article:none)", "[没有](article:none)"),
            ("`[x](#y)`", "`[x](#y)`"),
            (
                "见【理事会】（article:council）。",
                "见【理事会】（https://example.org/base/articles/council/）。",
            ),
        ] {
            let result = with_absolute_links(source, &TestSite, "https://example.org", page);
            assert_eq!(result, expected);
        }
    }
}

//! Markdown for use outside the site: the source with its addresses made absolute.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::events::Events;
use super::resolve::{LinkTarget, Resolver, media_path, parse_link};

/// The range of an address of the site in a source, and the address: an absolute path, or an
/// anchor of the text itself.
pub(in crate::publish) type Address = (Range<usize>, String);

/// Returns the addresses of the site in a text.
///
/// Addresses that do not resolve are left out; the check has reported them.
pub(super) fn addresses(text: &str, events: &Events<'_>, resolver: &dyn Resolver) -> Vec<Address> {
    let address = |written: &str, is_image: bool| {
        if is_image {
            return Some(resolver.image(media_path(written).ok()?)?.src);
        }
        let (target, suffix) = parse_link(written).ok()?;
        match target {
            LinkTarget::Item { kind, id } => Some(resolver.item(&kind, &id)?.href + suffix),
            LinkTarget::Path(path) => Some(resolver.path(&path)? + suffix),
            LinkTarget::Anchor(_) => Some(suffix.to_owned()),
            LinkTarget::Web(_) | LinkTarget::Contact(_) => None,
        }
    };
    let mut addresses = Vec::new();
    let mut add = |span: &Range<usize>, opening: &str, written: &str, is_image: bool| {
        if let Some(place) = place(text, span, opening, written)
            && let Some(address) = address(written, is_image)
        {
            addresses.push((place, address));
        }
    };
    for (span, destination) in &events.definitions {
        add(span, "]:", destination, false);
    }
    for (event, span) in &events.list {
        // The other kinds are written where they are defined, or name another site.
        let mut add = |link_type: LinkType, written: &str, is_image| match link_type {
            LinkType::Inline => add(span, "](", written, is_image),
            LinkType::Autolink => add(span, "<", written, is_image),
            _ => {}
        };
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => add(*link_type, dest_url, false),
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                ..
            }) => add(*link_type, dest_url, true),
            _ => {}
        }
    }
    addresses.sort_by_key(|(place, _)| place.start);
    addresses
}

/// Returns the source with each of its [`addresses`] made absolute. Anchors of the text itself
/// get the address of the page.
pub(in crate::publish) fn with_absolute_links(
    source: &str,
    addresses: &[Address],
    origin: &str,
    page: &str,
) -> String {
    let mut result = String::with_capacity(source.len() + source.len() / 4);
    let mut done = 0;
    for (place, address) in addresses {
        let Some(before) = source.get(done..place.start) else {
            continue;
        };
        result.push_str(before);
        let is_anchor = address.starts_with('#');
        result.push_str(if is_anchor { page } else { origin });
        result.push_str(address);
        done = place.end;
    }
    result.push_str(source.get(done..).unwrap_or_default());
    result
}

/// Returns the range of the destination in a link, or `None` if it is written with escapes.
fn place(source: &str, span: &Range<usize>, opening: &str, written: &str) -> Option<Range<usize>> {
    let link = source.get(span.clone())?;
    let after = link.rfind(opening)? + opening.len();
    let start = span.start + after + link.get(after..)?.find(written)?;
    Some(start..start + written.len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::test_site::render_on_test_site;
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
            let addresses = render_on_test_site(source).addresses;
            let result = with_absolute_links(source, &addresses, "https://example.org", page);
            assert_eq!(result, expected);
        }
    }
}

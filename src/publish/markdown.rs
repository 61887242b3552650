//! Rendering of Markdown to HTML. The browser receives the HTML and parses no Markdown.
//!
//! The pipeline has one file per step:
//!
//! 1. `dialect` rewrites the conventions of Chinese editors as `CommonMark`, and maps each
//!    position back to the source.
//! 2. `pulldown-cmark` parses `CommonMark` with tables, footnotes and strikethrough into events
//!    with source ranges.
//! 3. [`resolve`] turns each link and image into a URL, or into a problem.
//! 4. `writer` writes the events as HTML and as plain text, records headings, links and images,
//!    and puts the footnotes at the end.
//! 5. `fidelity` and `stray` compare the source with the output: no character is lost, and no
//!    unparsed mark is left.
//! 6. `sanitize` passes the whole HTML through one shared ammonia policy. The writer emits
//!    nothing that the policy would remove; the policy is a second protection.
//!
//! Every input produces an output. A fault that an editor has to correct is a [`MarkdownProblem`]
//! with its byte offset; the text around it is kept.

pub(super) mod labels;
pub(super) mod problem;
pub(super) mod resolve;
pub(super) mod summary;

mod dialect;
mod fidelity;
mod stray;
mod writer;

mod absolute;
mod anchors;
mod events;
mod footnotes;
mod headings;
mod images;
mod links;
mod sanitize;
pub(super) mod script;
mod tables;

#[cfg(test)]
mod tests;

use crate::content::BodyFault;
use events::Events;
use fidelity::Coverage;
use std::ops::Range;

pub(super) use absolute::{Address, with_absolute_links};
pub(super) use labels::Labels;
pub(super) use problem::MarkdownProblem;
pub(super) use resolve::{ImageInfo, LinkTarget, ResolvedLink, Resolver};
pub(super) use summary::{reading_minutes, summary};

/// Renders a Markdown text.
///
/// The result is deterministic: the same source, resolver answers and options produce the same
/// bytes. Rendering never fails; faults are in [`Rendered::problems`].
pub(super) fn render(
    source: &str,
    resolver: &dyn Resolver,
    options: &RenderOptions<'_>,
) -> Rendered {
    let normalized = dialect::normalize(source);
    let text = normalized.text.as_ref();
    let events = Events::parse(text);
    let mut rendered = writer::write(text, &events, resolver, options);
    rendered.addresses = absolute::addresses(text, &events, resolver);
    let found = compare(text, &events, &rendered);
    rendered.problems.extend(found);
    let problems = rendered.problems.iter_mut().map(|(place, _)| place);
    let addresses = rendered.addresses.iter_mut().map(|(place, _)| place);
    let anchors = rendered.anchors.iter_mut().map(|link| &mut link.place);
    for place in problems.chain(addresses).chain(anchors) {
        *place = normalized.original(place.clone());
    }
    rendered.problems.extend(normalized.doubts);
    rendered.problems.sort_by_key(|(place, _)| place.start);
    rendered.html = sanitize::sanitize(&rendered.html);
    rendered
}

/// Returns the parts of the source that are missing from the output, and the marks that are left
/// in it as text.
fn compare(text: &str, events: &Events<'_>, rendered: &Rendered) -> Vec<MarkdownProblem> {
    let coverage = Coverage::new(text, events);
    let mut found = stray::marks(text, events, &coverage);
    found.extend(coverage.lost());
    let unwritten: Vec<usize> = rendered
        .problems
        .iter()
        .filter(|(_, fault)| {
            matches!(
                fault,
                BodyFault::UnusedFootnote(_) | BodyFault::DuplicateFootnote(_)
            )
        })
        .map(|(place, _)| place.start)
        .collect();
    let html = fidelity::text_of_html(&rendered.html);
    for written in [&rendered.plain_text, &html] {
        for lost in fidelity::missing(events, written, &unwritten) {
            if !found.contains(&lost) {
                found.push(lost);
            }
        }
    }
    found
}

/// Settings of the page that contains the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct RenderOptions<'a> {
    /// Labels that the HTML itself needs.
    pub labels: Labels,
    /// Ids that the page already uses, such as `main`. No heading is given one of them, and a
    /// link to `#main` is valid.
    pub reserved_ids: &'a [&'a str],
}

/// A rendered text, with everything recorded during rendering.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rendered {
    /// Sanitised block-level HTML that a parser accepts without correction.
    pub html: String,
    /// Headings in document order, for a table of contents.
    pub headings: Vec<Heading>,
    /// Visible text without marks: one block (paragraph, list item, table row) per line, table
    /// cells separated by a space, footnotes at the end.
    pub plain_text: String,
    /// Resolved links in document order.
    pub links: Vec<Link>,
    /// Links to anchors that the text itself does not have, in document order.
    pub anchors: Vec<AnchorLink>,
    /// Resolved images in document order.
    pub images: Vec<Image>,
    /// Positions of addresses of the site in the source, in document order.
    pub addresses: Vec<Address>,
    /// Faults that an editor has to correct, in the order of the source.
    pub problems: Vec<MarkdownProblem>,
}

/// A heading with the id by which a link can refer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Level from 2 to 6; level 1 is the title of the page.
    pub level: u8,
    /// Id, ASCII and unique in the text.
    pub id: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub target: LinkTarget,
}

/// A link to an anchor of a page. Only that page knows whether the anchor exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AnchorLink {
    /// Range of the link in the source.
    pub place: Range<usize>,
    /// Page of the anchor; [`LinkTarget::Anchor`] is the page that contains the text.
    pub target: LinkTarget,
    /// Anchor, without `#`.
    pub anchor: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Image {
    /// Path below the media folder.
    pub media_path: String,
    pub alt: String,
    pub info: ImageInfo,
}

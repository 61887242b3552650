//! Markdown to finished HTML: the browser gets what this module writes and
//! parses no Markdown itself.
//!
//! The pipeline, one file a step:
//!
//! 1. `dialect` rewrites what editors of Chinese texts write into `CommonMark`, and knows
//!    the way back from each place.
//! 2. `pulldown-cmark` parses `CommonMark` with tables, footnotes and
//!    strikethrough into events that know their place in the text.
//! 3. [`resolve`] turns each link and image into an address, or into a problem.
//! 4. `writer` writes the events as HTML and as plain text, notes headings,
//!    links and images on the way, and puts the footnotes at the end.
//! 5. `fidelity` and `stray` compare the source with what was written: no character is lost,
//!    and no mark is left.
//! 6. `sanitize` passes the whole HTML once through one shared ammonia policy.
//!    The writer emits nothing that it would remove; it is the second lock.
//!
//! Every input gives an output. What an editor has to mend is a
//! [`MarkdownProblem`] with its byte offset, and the text around it stays.

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
use fidelity::{Coverage, Finding};

pub(super) use absolute::{Address, with_absolute_links};
pub(super) use labels::Labels;
pub(super) use problem::MarkdownProblem;
pub(super) use resolve::{ImageInfo, LinkTarget, ResolvedLink, Resolver};
pub(super) use summary::{reading_minutes, summary};

/// Renders one Markdown text.
///
/// Deterministic: the same source, resolver answers and options give the same
/// bytes. Never fails: see [`Rendered::problems`].
#[must_use]
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
    rendered.problems.extend(found.into_iter().map(problem));
    for problem in &mut rendered.problems {
        let place = normalized.original(problem.offset..problem.offset + problem.length);
        (problem.offset, problem.length) = (place.start, place.len());
    }
    for link in &mut rendered.links {
        link.offset = normalized.original(link.offset..link.offset).start;
    }
    for (place, _) in &mut rendered.addresses {
        *place = normalized.original(place.clone());
    }
    let doubts = normalized.doubts.into_iter().map(problem);
    rendered.problems.extend(doubts);
    rendered.problems.sort_by_key(|problem| problem.offset);
    rendered.html = sanitize::sanitize(&rendered.html);
    rendered
}

/// What of a text is not in what readers get, and which marks are.
fn compare(text: &str, events: &Events<'_>, rendered: &Rendered) -> Vec<Finding> {
    let coverage = Coverage::new(text, events);
    let mut found = stray::marks(text, events, &coverage);
    found.extend(coverage.lost(text));
    let unwritten: Vec<usize> = rendered
        .problems
        .iter()
        .filter(|problem| {
            matches!(
                problem.fault,
                BodyFault::UnusedFootnote(_) | BodyFault::DuplicateFootnote(_)
            )
        })
        .map(|problem| problem.offset)
        .collect();
    found.extend(fidelity::missing(events, &rendered.plain_text, &unwritten));
    let html = fidelity::text_of_html(&rendered.html);
    for lost in fidelity::missing(events, &html, &unwritten) {
        if !found.contains(&lost) {
            found.push(lost);
        }
    }
    found
}

fn problem((place, fault): Finding) -> MarkdownProblem {
    MarkdownProblem {
        offset: place.start,
        length: place.len(),
        fault,
    }
}

/// What the page around the text decides.
#[derive(Clone, Copy, Debug)]
pub(super) struct RenderOptions<'a> {
    /// The few words that the HTML itself needs.
    pub labels: Labels,
    /// Ids that the page already uses (`main` …): no heading takes one of
    /// them, and `#main` is a live anchor.
    pub reserved_ids: &'a [&'a str],
}

/// A rendered text and all that was noted while rendering it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rendered {
    /// Sanitised block-level HTML that a parser reads without correction.
    pub html: String,
    /// The headings in their order, for a table of contents.
    pub headings: Vec<Heading>,
    /// The visible text without marks: one block (paragraph, list item, table
    /// row) a line, table cells separated by a blank, footnotes at the end.
    pub plain_text: String,
    /// The links that resolved, in their order.
    pub links: Vec<Link>,
    /// The links to anchors that the text itself does not have, in their order.
    pub anchors: Vec<AnchorLink>,
    /// The images that resolved, in their order.
    pub images: Vec<Image>,
    /// Where the source writes addresses of the site, in their order.
    pub addresses: Vec<Address>,
    /// What an editor has to mend, in the order of the source.
    pub problems: Vec<MarkdownProblem>,
}

/// A heading with the id that a link can point at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// 2 to 6; level 1 is the page's own title.
    pub level: u8,
    /// ASCII and unique in the text.
    pub id: String,
    /// The heading without marks.
    pub text: String,
}

/// A link that resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Where the link starts, in bytes of the source.
    pub offset: usize,
    /// What it points at.
    pub target: LinkTarget,
}

/// A link to an anchor of a page, of which only that page knows whether it has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AnchorLink {
    /// Where the link starts, in bytes of the source.
    pub offset: usize,
    /// How many bytes of the source it covers.
    pub length: usize,
    /// The page; [`LinkTarget::Anchor`] is the one with the text.
    pub target: LinkTarget,
    /// The anchor, without `#`.
    pub anchor: String,
}

/// An image that resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Image {
    /// The path below the media folder.
    pub media_path: String,
    /// The text for those who do not see it.
    pub alt: String,
    /// Address and size.
    pub info: ImageInfo,
}

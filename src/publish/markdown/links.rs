//! Links: resolved, or reported and left as text.

use pulldown_cmark::{Event, LinkType, Tag};

use super::resolve::{LinkTarget, parse_link};
use super::writer::Writer;
use super::{AnchorLink, Link};
use crate::content::BodyFault;
use crate::publish::html::escape::push_attribute;

/// A resolved link, ready to write.
struct Resolved {
    href: String,
    rel: Option<&'static str>,
    /// Text of a link that has none of its own.
    title: Option<String>,
    target: LinkTarget,
    /// Anchor on the target page, without `#`.
    anchor: Option<String>,
}

/// Prevents the router in the browser from treating a file as a page.
const REL_FILE: &str = "external";
/// The same as [`REL_FILE`]; also denies the opened page access to this one.
const REL_OTHER_SITE: &str = "external noopener";

impl Writer<'_> {
    pub(super) fn start_link(
        &mut self,
        index: usize,
        link_type: LinkType,
        destination: &str,
        title: &str,
    ) {
        let span = self.events.span_of(index);
        let written = match link_type {
            LinkType::Email => format!("mailto:{destination}"),
            _ => destination.to_owned(),
        };
        let resolved = match self.resolve(&written) {
            Ok(resolved) => resolved,
            Err(problem) => {
                self.report(&span, problem);
                self.start_element("", "");
                return;
            }
        };
        let missing_text = if self.has_content(index) {
            None
        } else if let Some(title) = resolved.title {
            Some(title)
        } else {
            self.report(&span, BodyFault::EmptyLink);
            self.start_element("", "");
            return;
        };
        let mut opening = "<a".to_owned();
        push_attribute(&mut opening, "href", &resolved.href);
        if let Some(rel) = resolved.rel {
            push_attribute(&mut opening, "rel", rel);
        }
        if !title.is_empty() {
            push_attribute(&mut opening, "title", title);
        }
        opening.push('>');
        self.start_element(&opening, "</a>");
        self.in_link = true;
        if let Some(text) = missing_text {
            self.push_text(&text);
        }
        if let LinkTarget::Anchor(anchor) = &resolved.target {
            self.anchor_links.push((anchor.clone(), span.clone()));
        }
        let target = resolved.target;
        if let Some(anchor) = resolved.anchor {
            self.rendered.anchors.push(AnchorLink {
                place: span,
                target: target.clone(),
                anchor,
            });
        }
        self.rendered.links.push(Link { target });
    }

    fn resolve(&self, written: &str) -> Result<Resolved, BodyFault> {
        let (target, suffix) = parse_link(written)?;
        let (href, rel, title) = match &target {
            LinkTarget::Item { kind, id } => {
                let Some(item) = self.resolver.item(kind, id) else {
                    let link = written.to_owned();
                    let nearest = None;
                    return Err(BodyFault::DeadItemLink { link, nearest });
                };
                let rel = item.is_file.then_some(REL_FILE);
                (item.href + suffix, rel, item.title)
            }
            LinkTarget::Path(path) => {
                let Some(href) = self.resolver.path(path) else {
                    return Err(BodyFault::DeadPath(written.to_owned()));
                };
                // The address of every page ends in a slash; the others are files.
                let rel = (!href.ends_with('/')).then_some(REL_FILE);
                (href + suffix, rel, None)
            }
            LinkTarget::Anchor(_) => (written.to_owned(), None, None),
            LinkTarget::Web(url) => (url.clone(), Some(REL_OTHER_SITE), None),
            LinkTarget::Contact(url) => (url.clone(), None, None),
        };
        let anchor = suffix.split_once('#').map_or("", |(_, anchor)| anchor);
        let is_elsewhere = match &target {
            // An anchor of the page around the text, not of the text.
            LinkTarget::Anchor(anchor) => self.options.reserved_ids.contains(&anchor.as_str()),
            _ => rel.is_none() && !anchor.is_empty(),
        };
        Ok(Resolved {
            anchor: is_elsewhere.then(|| anchor.to_owned()),
            href,
            rel,
            title,
            target,
        })
    }

    /// Returns `true` if the link that starts at an index has text or an image.
    fn has_content(&self, index: usize) -> bool {
        let mut inside = index + 1..self.events.end_of(index);
        inside.any(|index| {
            matches!(
                self.events.get(index),
                Some(Event::Start(Tag::Image { .. }))
            )
        }) || !self.events.text_inside(index).is_empty()
    }
}

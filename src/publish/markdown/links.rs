//! Links: resolved, or reported and left as text.

use pulldown_cmark::{Event, LinkType, Tag};

use super::resolve::{Destination, LinkTarget};
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
        if let Some(anchor) = resolved.anchor {
            self.rendered.anchors.push(AnchorLink {
                offset: span.start,
                length: span.len(),
                target: resolved.target.clone(),
                anchor,
            });
        }
        self.rendered.links.push(Link {
            offset: span.start,
            target: resolved.target,
        });
    }

    fn resolve(&self, written: &str) -> Result<Resolved, BodyFault> {
        match Destination::parse(written)? {
            Destination::Item { kind, id, suffix } => {
                let Some(item) = self.resolver.item(kind, id) else {
                    let link = written.to_owned();
                    let nearest = None;
                    return Err(BodyFault::DeadItemLink { link, nearest });
                };
                Ok(Resolved {
                    anchor: anchor_of(suffix).filter(|_| !item.is_file),
                    href: item.href + suffix,
                    rel: item.is_file.then_some(REL_FILE),
                    title: item.title,
                    target: LinkTarget::Item {
                        kind: kind.to_owned(),
                        id: id.to_owned(),
                    },
                })
            }
            Destination::Path { path, suffix } => {
                let Some(href) = self.resolver.path(path) else {
                    return Err(BodyFault::DeadPath(written.to_owned()));
                };
                // The address of every page ends in a slash; the others are files.
                let is_file = !href.ends_with('/');
                Ok(Resolved {
                    anchor: anchor_of(suffix).filter(|_| !is_file),
                    href: href + suffix,
                    rel: is_file.then_some(REL_FILE),
                    title: None,
                    target: LinkTarget::Path(path.to_owned()),
                })
            }
            Destination::Anchor(anchor) => Ok(Resolved {
                anchor: Some(anchor.to_owned()).filter(|anchor| self.is_of_the_page(anchor)),
                href: written.to_owned(),
                rel: None,
                title: None,
                target: LinkTarget::Anchor(anchor.to_owned()),
            }),
            Destination::Web(url) => Ok(Resolved {
                anchor: None,
                href: url.to_string(),
                rel: Some(REL_OTHER_SITE),
                title: None,
                target: LinkTarget::Web(url.into()),
            }),
            Destination::Contact(url) => Ok(Resolved {
                anchor: None,
                href: url.to_string(),
                rel: None,
                title: None,
                target: LinkTarget::Contact(url.into()),
            }),
        }
    }

    /// Returns `true` if an anchor belongs to the page around the text, not to the text.
    fn is_of_the_page(&self, anchor: &str) -> bool {
        self.options.reserved_ids.contains(&anchor)
    }

    /// Returns `true` if the link that starts at an index has text or an image.
    fn has_content(&self, index: usize) -> bool {
        let inside = self.events.list.get(index + 1..self.events.end_of(index));
        let has_image = inside
            .unwrap_or_default()
            .iter()
            .any(|(event, _)| matches!(event, Event::Start(Tag::Image { .. })));
        has_image || !self.events.text_inside(index).is_empty()
    }
}

/// Returns the anchor at the end of an address, or `None` if nothing follows its `#`.
fn anchor_of(suffix: &str) -> Option<String> {
    let (_, anchor) = suffix.split_once('#')?;
    (!anchor.is_empty()).then(|| anchor.to_owned())
}

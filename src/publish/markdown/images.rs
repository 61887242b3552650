//! Images of the media folder, with their size, so that the layout does not shift while they
//! load.

use pulldown_cmark::{Event, Tag};

use super::Image;
use super::resolve::media_path;
use super::writer::Writer;
use crate::content::BodyFault;
use crate::publish::html::escape::push_attribute;

impl<'a> Writer<'a> {
    /// Returns `true` if the paragraph that starts at an index consists of one image.
    pub(super) fn is_only_image(&self, index: usize) -> bool {
        let first = self.events.get(index + 1);
        matches!(first, Some(Event::Start(Tag::Image { .. })))
            && self.events.end_of(index + 1) + 1 == self.events.end_of(index)
    }

    /// Writes an inline image; its Markdown title becomes the tooltip.
    pub(super) fn write_image(&mut self, index: usize) {
        match self.resolve_image(index) {
            Ok((image, title)) => {
                push_image(&mut self.html, &image, title);
                self.rendered.images.push(image);
            }
            Err(alt) => self.push_text(&alt),
        }
    }

    /// Writes an image as a figure; its Markdown title becomes the caption.
    pub(super) fn write_figure(&mut self, index: usize) {
        self.break_block();
        match self.resolve_image(index) {
            Ok((image, title)) => {
                self.html.push_str("<figure>");
                push_linked_image(&mut self.html, &image);
                if !title.is_empty() {
                    self.html.push_str("<figcaption>");
                    self.push_text(title);
                    self.html.push_str("</figcaption>");
                }
                self.html.push_str("</figure>\n");
                self.rendered.images.push(image);
            }
            Err(alt) => {
                self.html.push_str("<p>");
                self.push_text(&alt);
                self.html.push_str("</p>\n");
            }
        }
    }

    /// Returns the image that starts at an index, and its Markdown title.
    ///
    /// # Errors
    /// Returns the alternative text if there is no such image.
    fn resolve_image(&mut self, index: usize) -> Result<(Image, &'a str), String> {
        let events = self.events;
        let alt = events.text_inside(index);
        let Some((
            Event::Start(Tag::Image {
                dest_url, title, ..
            }),
            span,
        )) = events.list.get(index)
        else {
            return Err(alt);
        };
        let path = match media_path(dest_url) {
            Ok(path) => path.to_owned(),
            Err(problem) => {
                self.report(span, problem);
                return Err(alt);
            }
        };
        let Some(info) = self.resolver.image(&path) else {
            let nearest = None;
            self.report(span, BodyFault::MissingImage { path, nearest });
            return Err(alt);
        };
        if alt.is_empty() {
            self.report(span, BodyFault::MissingAlt);
        }
        if let Some(fault) = info.fault {
            let path = path.clone();
            self.report(span, BodyFault::UnfitImage { path, fault });
        } else if info.width.is_none() || info.height.is_none() {
            self.report(span, BodyFault::ImageWithoutSize(path.clone()));
        }
        let media_path = path;
        let image = Image {
            media_path,
            alt,
            info,
        };
        Ok((image, title))
    }
}

/// Writes an image as a link to its file, which shows it at full size.
///
/// The alternative text is the text of the link, so an image without it is not linked.
fn push_linked_image(html: &mut String, image: &Image) {
    if image.alt.is_empty() {
        push_image(html, image, "");
        return;
    }
    html.push_str("<a");
    push_attribute(html, "href", &image.info.src);
    html.push_str(" rel=\"external\" class=\"picture-link\">");
    push_image(html, image, "");
    html.push_str("</a>");
}

fn push_image(html: &mut String, image: &Image, title: &str) {
    html.push_str("<img");
    push_attribute(html, "src", &image.info.src);
    push_attribute(html, "alt", &image.alt);
    if !title.is_empty() {
        push_attribute(html, "title", title);
    }
    for (name, pixels) in [("width", image.info.width), ("height", image.info.height)] {
        if let Some(pixels) = pixels {
            push_attribute(html, name, &pixels.to_string());
        }
    }
    html.push_str(" loading=\"lazy\" decoding=\"async\">");
}

//! The site's small mark in pixels, for systems that take no SVG.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The sizes that are drawn: Apple's home screen, and the two that a manifest should name.
pub(super) const SIZES: [u32; 3] = [APPLE, 192, 512];
/// The size that Apple's devices ask for.
pub(in crate::publish) const APPLE: u32 = 180;

/// The site's favicon, and what can be made of it.
#[derive(Debug)]
pub(in crate::publish) struct IconSource {
    /// Its path in the media folder.
    pub path: String,
    /// Its sizes, as a manifest says them.
    pub sizes: String,
    /// Its type.
    pub media_type: &'static str,
    drawing: Option<Tree>,
}

impl IconSource {
    /// The favicon at a path of the media folder, of this many pixels each way if it has any.
    ///
    /// An SVG with letters in it is not drawn: letters look as the machine's fonts have it, and
    /// the same site would not give the same bytes everywhere.
    #[must_use]
    pub(in crate::publish) fn new(path: &str, bytes: &[u8], pixels: Option<(u32, u32)>) -> Self {
        let ending = path.rsplit('.').next().unwrap_or_default();
        let media_type = match ending.to_ascii_lowercase().as_str() {
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "webp" => "image/webp",
            "gif" => "image/gif",
            "ico" => "image/x-icon",
            _ => "image/jpeg",
        };
        let is_svg = media_type == "image/svg+xml";
        let has_letters = bytes.windows(5).any(|window| window == b"<text");
        let drawing = if is_svg && !has_letters {
            // What a browser shows although it is broken, this library may refuse; then the
            // mark stays an SVG only.
            Tree::from_data(bytes, &Options::default()).ok()
        } else {
            None
        };
        let sizes = match pixels {
            Some((width, height)) if !is_svg => format!("{width}x{height}"),
            _ => "any".to_owned(),
        };
        Self {
            path: path.to_owned(),
            sizes,
            media_type,
            drawing,
        }
    }

    /// Whether it comes in pixels too.
    #[must_use]
    pub(in crate::publish) const fn is_drawn(&self) -> bool {
        self.drawing.is_some()
    }

    /// The mark as a PNG of `size` pixels each way; `None` where it is not drawn.
    #[must_use]
    pub(super) fn png(&self, size: u32) -> Option<Vec<u8>> {
        let tree = self.drawing.as_ref()?;
        let mut pixels = Pixmap::new(size, size)?;
        if size == APPLE {
            // Apple puts black where an icon is transparent.
            pixels.fill(Color::WHITE);
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "an icon has some hundred pixels"
        )]
        let room = size as f32;
        let (width, height) = (tree.size().width(), tree.size().height());
        let scale = room / width.max(height);
        let (left, top) = (
            width.mul_add(-scale, room) / 2.0,
            height.mul_add(-scale, room) / 2.0,
        );
        let place = Transform::from_row(scale, 0.0, 0.0, scale, left, top);
        resvg::render(tree, place, &mut pixels.as_mut());
        pixels.encode_png().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: &[u8] = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10h-10z"/></svg>"#;

    #[test]
    fn an_svg_is_drawn_in_every_size() {
        let icon = IconSource::new("mark.svg", MARK, Some((10, 10)));
        for size in SIZES {
            let png = icon.png(size).expect("a picture");
            let read = imagesize::blob_size(&png).expect("a PNG");
            assert_eq!((read.width, read.height), (size as usize, size as usize));
        }
    }

    #[test]
    fn what_cannot_be_drawn_the_same_everywhere_is_left_as_it_is() {
        let letters = br#"<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>"#;
        for (path, bytes) in [("a.svg", &letters[..]), ("a.svg", b"no"), ("a.png", MARK)] {
            assert_eq!(IconSource::new(path, bytes, None).png(192), None, "{path}");
        }
    }
}

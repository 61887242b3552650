//! The favicon of the site as raster images, for systems that do not support SVG.

use crate::content::values::color::Color;
use crate::content::values::media::MediaInfo;
use crate::content::values::picture::PictureFormat;
use crate::publish::html::escape::escape;
use crate::publish::html::meta_tags::link;
use crate::publish::html::theme::on;
use crate::route::{BasePath, Output};
use resvg::tiny_skia::{Color as Pixel, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Sizes that are drawn: Apple's home screen, and the two recommended for a manifest.
pub(super) const SIZES: [u32; 3] = [APPLE, 192, 512];
/// Size that Apple's devices request.
pub(in crate::publish) const APPLE: u32 = 180;

/// Size of the image in `favicon.ico`, which browsers request if a page names no icon.
const IN_ICO: u32 = 48;

/// The favicon of the site, and the data for its other forms.
#[derive(Debug)]
pub(in crate::publish) struct IconSource {
    place: IconPlace,
    /// Sizes in the syntax of a manifest.
    pub sizes: String,
    pub media_type: &'static str,
    /// Source of the raster images, if it can be drawn.
    drawing: Option<Tree>,
    ico: Vec<u8>,
}

/// Location of the favicon in the portal.
#[derive(Debug)]
enum IconPlace {
    /// A file of the media folder, by its path there.
    Media(String),
    /// The contents of a generated file, for a site without a favicon.
    Drawn(String),
}

impl IconSource {
    /// Creates an icon source from the favicon at a path of the media folder, given the
    /// properties of the file.
    ///
    /// An SVG with text is not drawn: text depends on the fonts of the machine, so the same site
    /// would not produce the same bytes everywhere.
    pub(in crate::publish) fn new(
        path: &str,
        bytes: &[u8],
        info: &MediaInfo,
        color: Color,
    ) -> Self {
        let format = info.content.format();
        let media_type = format.map_or("image/svg+xml", PictureFormat::media_type);
        let is_svg = media_type == "image/svg+xml";
        let has_letters = bytes.windows(5).any(|window| window == b"<text");
        // This library may refuse a malformed image that browsers show; the icon then remains SVG
        // only.
        let drawing = (is_svg && !has_letters)
            .then(|| Tree::from_data(bytes, &Options::default()).ok())
            .flatten();
        let sizes = match (info.width, info.height) {
            (Some(width), Some(height)) if !is_svg => format!("{width}x{height}"),
            _ => "any".to_owned(),
        };
        let ico = match format {
            Some(PictureFormat::Ico) => Some(bytes.to_vec()),
            Some(PictureFormat::Png) => Some(ico(bytes, info.width, info.height)),
            _ => drawing.as_ref().and_then(ico_of),
        };
        Self {
            place: IconPlace::Media(path.to_owned()),
            sizes,
            media_type,
            drawing,
            ico: ico.or_else(|| ico_of(&ring(color)?)).unwrap_or_default(),
        }
    }

    /// Creates the icon of a site without a favicon: the first character of its name on its
    /// colour. Raster images show a ring instead, as text is not drawn.
    pub(in crate::publish) fn drawn(name: &str, color: Color) -> Self {
        let letter = name.chars().find(|letter| letter.is_alphanumeric());
        let letter = letter.map(String::from).unwrap_or_default();
        let drawing = ring(color);
        Self {
            place: IconPlace::Drawn(mark(
                color,
                &format!(
                    "<text x=\"32\" y=\"46\" font-family=\"serif\" font-size=\"40\" font-weight=\"700\" \
                     text-anchor=\"middle\" fill=\"{}\">{}</text>",
                    on(color),
                    escape(&letter)
                ),
            )),
            sizes: "any".to_owned(),
            media_type: "image/svg+xml",
            ico: drawing.as_ref().and_then(ico_of).unwrap_or_default(),
            drawing,
        }
    }

    pub(in crate::publish) fn href(&self, base: &BasePath) -> String {
        match &self.place {
            IconPlace::Media(path) => base.media(path),
            IconPlace::Drawn(_) => base.output(&Output::Mark),
        }
    }

    pub(in crate::publish) fn link(&self, base: &BasePath) -> String {
        let mut html = String::new();
        let attributes = [("href", &*self.href(base)), ("type", self.media_type)];
        link(&mut html, "icon", &attributes);
        html
    }

    pub(super) fn files(&self) -> Vec<(Output, Vec<u8>)> {
        let mut files = Vec::new();
        for size in SIZES {
            files.extend(self.png(size).map(|png| (Output::Icon(size), png)));
        }
        if let IconPlace::Drawn(svg) = &self.place {
            files.push((Output::Mark, svg.clone().into_bytes()));
        }
        files.push((Output::Favicon, self.ico.clone()));
        files
    }

    /// Returns `true` if raster images are available.
    pub(in crate::publish) const fn is_drawn(&self) -> bool {
        self.drawing.is_some()
    }

    /// Returns a PNG of `size` pixels in width and height, or `None` if the icon is not drawn.
    fn png(&self, size: u32) -> Option<Vec<u8>> {
        // Apple shows transparent areas in black.
        let ground = (size == APPLE).then_some(Pixel::WHITE);
        png(self.drawing.as_ref()?, size, ground)
    }
}

fn png(tree: &Tree, size: u32, ground: Option<Pixel>) -> Option<Vec<u8>> {
    let mut pixels = Pixmap::new(size, size)?;
    if let Some(ground) = ground {
        pixels.fill(ground);
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "an icon has some hundred pixels"
    )]
    let room = size as f32;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = room / width.max(height);
    let margin = |length: f32| length.mul_add(-scale, room) / 2.0;
    let place = Transform::from_row(scale, 0.0, 0.0, scale, margin(width), margin(height));
    resvg::render(tree, place, &mut pixels.as_mut());
    pixels.encode_png().ok()
}

fn ico_of(tree: &Tree) -> Option<Vec<u8>> {
    let png = png(tree, IN_ICO, None)?;
    Some(ico(&png, Some(IN_ICO), Some(IN_ICO)))
}

/// Returns a Windows icon that contains one PNG. A side of 256 pixels or more is stored as 0.
fn ico(png: &[u8], width: Option<u32>, height: Option<u32>) -> Vec<u8> {
    let side = |pixels: Option<u32>| pixels.and_then(|side| u8::try_from(side).ok()).unwrap_or(0);
    let length = u32::try_from(png.len()).unwrap_or(u32::MAX).to_le_bytes();
    let sides = [side(width), side(height)];
    let (head, pixels) = ([0, 0, 1, 0, 1, 0], [0, 0, 1, 0, 32, 0]);
    let start = 22_u32.to_le_bytes();
    [&head[..], &sides, &pixels, &length, &start, png].concat()
}

/// Returns the generated icon without a character, for raster images.
fn ring(color: Color) -> Option<Tree> {
    let ring = format!(
        "<circle cx=\"32\" cy=\"32\" r=\"16\" fill=\"none\" stroke=\"{}\" stroke-width=\"7\"/>",
        on(color)
    );
    Tree::from_str(&mark(color, &ring), &Options::default()).ok()
}

fn mark(color: Color, figure: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\
         <rect width=\"64\" height=\"64\" rx=\"10\" fill=\"{color}\"/>{figure}</svg>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::values::picture::FileContent;

    const MARK: &[u8] = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10h-10z"/></svg>"#;

    const PETROL: Color = Color {
        red: 13,
        green: 92,
        blue: 103,
    };

    fn icon(path: &str, bytes: &[u8], format: PictureFormat) -> IconSource {
        let info = MediaInfo {
            content: FileContent::Picture(format),
            width: Some(10),
            height: Some(10),
            ..MediaInfo::default()
        };
        IconSource::new(path, bytes, &info, PETROL)
    }

    #[test]
    fn an_svg_is_drawn_in_every_size() {
        let icon = icon("mark.svg", MARK, PictureFormat::Svg);
        for size in SIZES {
            let png = icon.png(size).expect("a picture");
            let read = imagesize::blob_size(&png).expect("a PNG");
            assert_eq!((read.width, read.height), (size as usize, size as usize));
        }
    }

    #[test]
    fn what_cannot_be_drawn_the_same_everywhere_is_left_as_it_is() {
        let letters = br#"<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>"#;
        for (path, bytes, format) in [
            ("a.svg", &letters[..], PictureFormat::Svg),
            ("a.svg", b"no", PictureFormat::Svg),
            ("a.png", MARK, PictureFormat::Png),
        ] {
            assert_eq!(icon(path, bytes, format).png(192), None, "{path}");
        }
    }

    #[test]
    fn a_site_without_a_mark_gets_its_first_character() {
        let drawn = IconSource::drawn("（示例）联盟", PETROL);
        let files = drawn.files();
        let (_, svg) = files
            .iter()
            .find(|(output, _)| *output == Output::Mark)
            .expect("the mark");
        assert_eq!(
            std::str::from_utf8(svg),
            Ok(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"10\" fill=\"#0d5c67\"/><text x=\"32\" y=\"46\" font-family=\"serif\" font-size=\"40\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#ffffff\">示</text></svg>\n"
            )
        );
        assert!(drawn.png(192).is_some());
        let odd = IconSource::drawn("<&>", PETROL);
        assert!(matches!(&odd.place, IconPlace::Drawn(svg) if svg.contains("\"></text>")));
    }

    #[test]
    fn every_mark_gives_an_icon_for_browsers_that_ask_at_the_root() {
        let png = icon("mark.svg", MARK, PictureFormat::Svg)
            .png(192)
            .expect("a picture");
        for (bytes, format) in [
            (MARK, PictureFormat::Svg),
            (b"<text", PictureFormat::Svg),
            (&png[..], PictureFormat::Png),
            (b"jpeg", PictureFormat::Jpeg),
        ] {
            let icon = icon("a", bytes, format);
            let inner = icon
                .ico
                .strip_prefix(&[0, 0, 1, 0, 1, 0])
                .and_then(|rest| rest.get(16..));
            let size = inner.map(imagesize::blob_size);
            assert!(matches!(size, Some(Ok(_))), "{format:?}");
        }
        assert_eq!(icon("a.ico", b"ico", PictureFormat::Ico).ico, b"ico");
    }
}

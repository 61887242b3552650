//! Reduction of a picture to what a page needs, when it is taken into a site.

use super::encode::{Decoded, MOST, decode, resized, webp};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageFormat, ImageReader};
use std::io::Cursor;
use thiserror::Error;

/// Greatest number of pixels.
const MOST_PIXELS: u64 = 100_000_000;
/// Memory for the pixels of such a picture, with 16 bits for each of four channels.
const MEMORY: u64 = MOST_PIXELS * 8;
/// Quality of lossy pictures, from 0 to 100.
const QUALITY: u8 = 82;

/// A picture that cannot be reduced.
#[derive(Debug, Error)]
pub(crate) enum ReduceError {
    /// It has too many pixels.
    #[error("the picture has too many pixels")]
    TooManyPixels,
    /// It cannot be decoded.
    #[error("the picture cannot be decoded")]
    Damaged,
}

/// A reduced picture: upright, in sRGB, without metadata, its longest side at most 1600 pixels.
#[derive(Debug)]
pub(crate) struct Reduced {
    pub(crate) bytes: Vec<u8>,
    /// Extension of its format.
    pub(crate) extension: &'static str,
    /// Size before and after.
    pub(crate) sizes: [(u32, u32); 2],
    pub(crate) was_turned: bool,
    pub(crate) had_profile: bool,
    pub(crate) had_metadata: bool,
}

/// Reduces a picture of pixels; returns `None` if it moves, so that it is to be kept as it is.
pub(crate) fn reduce(original: &[u8]) -> Result<Option<Reduced>, ReduceError> {
    let damaged = |_| ReduceError::Damaged;
    let format = image::guess_format(original).map_err(damaged)?;
    let size = ImageReader::with_format(Cursor::new(original), format).into_dimensions();
    let (width, height) = size.map_err(damaged)?;
    if MOST_PIXELS < u64::from(width) * u64::from(height) {
        return Err(ReduceError::TooManyPixels);
    }
    let decoded = decode(original, MEMORY).map_err(|_| ReduceError::Damaged)?;
    let Some(Decoded {
        picture,
        was_turned,
        has_profile,
        has_metadata,
    }) = decoded
    else {
        return Ok(None);
    };
    let whole = (picture.width(), picture.height());
    let size = fitting(whole);
    let is_shrunk = size != whole;
    let picture = match is_shrunk {
        true => resized(&picture, size.0, size.1).ok_or(ReduceError::Damaged)?,
        false => picture,
    };
    let is_changed = is_shrunk || was_turned || has_profile || has_metadata;
    let (bytes, extension) = encoded(picture, format).ok_or(ReduceError::Damaged)?;
    // Encoding it again would only lose quality.
    let (bytes, extension) = match own_extension(format) {
        Some(own) if !is_changed && (original.len() <= bytes.len() || extension == own) => {
            (original.to_vec(), own)
        }
        _ => (bytes, extension),
    };
    Ok(Some(Reduced {
        bytes,
        extension,
        sizes: [whole, size],
        was_turned,
        had_profile: has_profile,
        had_metadata: has_metadata,
    }))
}

fn own_extension(format: ImageFormat) -> Option<&'static str> {
    match format {
        ImageFormat::Jpeg => Some("jpg"),
        ImageFormat::Png => Some("png"),
        ImageFormat::WebP => Some("webp"),
        _ => None,
    }
}

/// Returns the size in which the longest side is at most [`MOST`].
fn fitting((width, height): (u32, u32)) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= MOST {
        return (width, height);
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(MOST) / u64::from(longest);
        u32::try_from(side).unwrap_or(MOST).max(1)
    };
    (scaled(width), scaled(height))
}

/// Returns a picture in the format that fits it: WebP stays WebP; a drawing is smaller as PNG, a
/// photo as JPEG; JPEG has no transparency.
fn encoded(picture: DynamicImage, format: ImageFormat) -> Option<(Vec<u8>, &'static str)> {
    if format == ImageFormat::WebP {
        return Some((webp(&picture, f32::from(QUALITY))?, "webp"));
    }
    let is_opaque = match &picture {
        DynamicImage::ImageRgba8(pixels) => pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX),
        _ => true,
    };
    let png = (format == ImageFormat::Png).then(|| {
        let mut bytes = Vec::new();
        let (fast, filter) = (CompressionType::Best, FilterType::Adaptive);
        let encoder = PngEncoder::new_with_quality(&mut bytes, fast, filter);
        picture.write_with_encoder(encoder).ok().map(|()| bytes)
    });
    let png = png.flatten();
    if !is_opaque {
        return Some((png?, "png"));
    }
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    DynamicImage::ImageRgb8(picture.into_rgb8())
        .write_with_encoder(encoder)
        .ok()?;
    match png {
        Some(png) if png.len() <= jpeg.len() => Some((png, "png")),
        _ => Some((jpeg, "jpg")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{RgbImage, RgbaImage};

    fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture: DynamicImage = picture.into();
        picture.write_to(&mut bytes, format).expect("a picture");
        bytes.into_inner()
    }

    fn photo(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| {
            // Light that changes slowly, with the noise of a camera.
            let noise = x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77);
            let noise = (noise ^ (noise >> 15)).wrapping_mul(0x2C1B_3C6D) >> 28;
            let grain = u8::try_from((x / 4 + y / 4) % 200 + noise).unwrap_or_default();
            image::Rgb([grain, 255 - grain, grain / 2])
        })
    }

    #[test]
    fn a_large_photo_is_shrunk_by_its_longest_side() {
        let original = written(photo(2000, 3200), ImageFormat::Jpeg);
        let reduced = reduce(&original).expect("a picture").expect("a still one");
        assert_eq!(reduced.sizes, [(2000, 3200), (1000, 1600)]);
        assert_eq!(reduced.extension, "jpg");
    }

    #[test]
    fn a_photo_in_png_becomes_jpeg_and_a_drawing_stays() {
        let photo = written(photo(400, 300), ImageFormat::Png);
        let reduced = reduce(&photo).expect("a picture").expect("a still one");
        assert_eq!(reduced.extension, "jpg");
        let drawing = RgbImage::from_pixel(400, 300, image::Rgb([10, 20, 30]));
        let drawing = written(drawing, ImageFormat::Png);
        let reduced = reduce(&drawing).expect("a picture").expect("a still one");
        assert_eq!((reduced.extension, reduced.bytes), ("png", drawing));
    }

    #[test]
    fn transparency_stays() {
        let clear = RgbaImage::from_pixel(40, 30, image::Rgba([1, 2, 3, 100]));
        let clear = written(clear, ImageFormat::Png);
        let reduced = reduce(&clear).expect("a picture").expect("a still one");
        assert_eq!(reduced.extension, "png");
    }

    #[test]
    fn a_small_photo_without_metadata_stays_as_it_is() {
        let original = written(photo(400, 300), ImageFormat::Jpeg);
        let reduced = reduce(&original).expect("a picture").expect("a still one");
        assert_eq!(reduced.bytes, original);
    }
}

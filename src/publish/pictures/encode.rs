//! Decoding, resizing and encoding of a picture, without the disk.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageResult, Limits, RgbImage, RgbaImage};
use moxcms::{ColorProfile, Layout, TransformOptions};
use std::io::Cursor;

/// Width of the widest variant, in pixels.
pub(super) const MOST: u32 = 1600;
/// Widths of the variants: a phone's column, a text's measure, and almost twice that.
const WIDTHS: [u32; 3] = [480, 960, MOST];
/// Quality of the lossy variants, from 0 to 100.
const QUALITY: f32 = 80.0;
/// Memory for the pixels of one picture, which is enough for 64 megapixels.
const MEMORY: u64 = 192 << 20;

/// A decoded picture, upright and in sRGB.
pub(super) struct Decoded {
    pub(super) picture: DynamicImage,
    pub(super) was_turned: bool,
    /// `true` if the file has a profile of its colours.
    pub(super) has_profile: bool,
    /// `true` if the file has other metadata, such as the place of a photo.
    pub(super) has_metadata: bool,
}

/// Returns a name of the settings. Variants that were made with others are made again.
pub(super) fn settings() -> String {
    format!("webp {QUALITY}, {WIDTHS:?}")
}

/// Returns the variants of a picture with their widths: all that save at least a third of its
/// bytes. A picture that moves, or that cannot be decoded, has none.
pub(super) fn encode(original: &[u8]) -> Vec<(u32, Vec<u8>)> {
    let Ok(Some(Decoded { picture, .. })) = decode(original, MEMORY) else {
        return Vec::new();
    };
    let whole = picture.width();
    let widths = WIDTHS.into_iter().filter(|width| *width < whole);
    let widest = (whole < MOST).then_some(whole);
    widths
        .chain(widest)
        .filter_map(|width| Some((width, variant(&picture, width)?)))
        .filter(|(_, bytes)| bytes.len() * 3 <= original.len() * 2)
        .collect()
}

/// Decodes a picture upright and in sRGB; returns `None` if it moves.
pub(super) fn decode(bytes: &[u8], memory: u64) -> ImageResult<Option<Decoded>> {
    let source = || Cursor::new(bytes);
    match image::guess_format(bytes)? {
        ImageFormat::Jpeg => upright(JpegDecoder::new(source())?, memory).map(Some),
        ImageFormat::Png => {
            let decoder = PngDecoder::new(source())?;
            if decoder.is_apng()? {
                return Ok(None);
            }
            upright(decoder, memory).map(Some)
        }
        ImageFormat::WebP => {
            let decoder = WebPDecoder::new(source())?;
            if decoder.has_animation() {
                return Ok(None);
            }
            upright(decoder, memory).map(Some)
        }
        _ => Ok(None),
    }
}

fn upright(mut decoder: impl ImageDecoder, memory: u64) -> ImageResult<Decoded> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(memory);
    limits.reserve(decoder.total_bytes())?;
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation()?;
    let profile = decoder.icc_profile()?;
    let has_metadata = decoder.exif_metadata()?.is_some()
        || decoder.xmp_metadata()?.is_some()
        || decoder.iptc_metadata()?.is_some();
    let has_profile = profile.is_some();
    let picture = DynamicImage::from_decoder(decoder)?;
    let mut picture = if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    };
    if let Some(profile) = profile {
        to_srgb(&mut picture, &profile);
    }
    picture.apply_orientation(orientation);
    Ok(Decoded {
        picture,
        was_turned: orientation != Orientation::NoTransforms,
        has_profile,
        has_metadata,
    })
}

/// Converts colours from a picture's own profile, as the variants have none. The colours remain as
/// they are if the profile is not one of RGB colours.
fn to_srgb(picture: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    let layout = if picture.color().has_alpha() {
        Layout::Rgba
    } else {
        Layout::Rgb
    };
    let transform = profile.create_transform_8bit(
        layout,
        &ColorProfile::new_srgb(),
        layout,
        TransformOptions::default(),
    );
    let source = picture.as_bytes().to_vec();
    let target = match picture {
        DynamicImage::ImageRgb8(pixels) => &mut **pixels,
        DynamicImage::ImageRgba8(pixels) => &mut **pixels,
        _ => return,
    };
    if let Ok(transform) = transform {
        // Fails only for slices of different lengths.
        _ = transform.transform(&source, target);
    }
}

/// Returns a picture in a width as WebP; `None` if the encoder refuses its size.
fn variant(picture: &DynamicImage, width: u32) -> Option<Vec<u8>> {
    let (whole, high) = (picture.width(), picture.height());
    let height = u32::try_from(u64::from(high) * u64::from(width) / u64::from(whole)).ok()?;
    let height = height.max(1);
    webp(&resized(picture, width, height)?, QUALITY)
}

/// Returns a picture in another size; `None` if that is not possible.
pub(super) fn resized(picture: &DynamicImage, width: u32, height: u32) -> Option<DynamicImage> {
    let has_alpha = picture.color().has_alpha();
    let pixel = if has_alpha {
        PixelType::U8x4
    } else {
        PixelType::U8x3
    };
    let (whole, high) = (picture.width(), picture.height());
    let source = ImageRef::new(whole, high, picture.as_bytes(), pixel).ok()?;
    let mut target = Image::new(width, height, pixel);
    Resizer::new().resize(&source, &mut target, None).ok()?;
    let pixels = target.into_vec();
    if has_alpha {
        RgbaImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8)
    } else {
        RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8)
    }
}

/// Returns a picture as lossy WebP; `None` if the encoder refuses its size.
pub(super) fn webp(picture: &DynamicImage, quality: f32) -> Option<Vec<u8>> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = if picture.color().has_alpha() {
        webp::Encoder::from_rgba(picture.as_bytes(), width, height)
    } else {
        webp::Encoder::from_rgb(picture.as_bytes(), width, height)
    };
    let encoded = encoder.encode_simple(false, quality).ok()?;
    Some(encoded.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a photo-like picture, red at its left edge and blue at its right one.
    fn photo(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| {
            let grain = (x.wrapping_mul(31) ^ y.wrapping_mul(17)) % 24;
            let right = u8::try_from(x * 200 / width).unwrap_or_default();
            let grain = u8::try_from(grain).unwrap_or_default();
            image::Rgb([200 - right + grain, grain, right + grain])
        })
    }

    fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture: DynamicImage = picture.into();
        picture.write_to(&mut bytes, format).expect("a picture");
        bytes.into_inner()
    }

    fn read(bytes: &[u8]) -> DynamicImage {
        image::load_from_memory(bytes).expect("a picture")
    }

    fn sizes(variants: &[(u32, Vec<u8>)]) -> Vec<(u32, u32, u32)> {
        let sizes = variants.iter().map(|(width, bytes)| {
            let picture = read(bytes);
            (*width, picture.width(), picture.height())
        });
        sizes.collect()
    }

    /// Adds an Exif segment with an orientation to a JPEG.
    fn turned(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE1, 0, 34];
        bytes.extend(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
        bytes.extend([orientation, 0, 0, 0, 0, 0, 0]);
        bytes.extend(jpeg.iter().skip(2));
        bytes
    }

    #[test]
    fn a_photo_has_variants_no_wider_than_itself_that_save_a_third() {
        let original = written(photo(1200, 600), ImageFormat::Jpeg);
        let variants = encode(&original);
        assert!(sizes(&variants).starts_with(&[(480, 480, 240), (960, 960, 480)]));
        for (width, bytes) in variants {
            assert!(width <= 1200);
            assert!(bytes.len() * 3 <= original.len() * 2, "{width}");
        }
    }

    #[test]
    fn a_small_photo_has_a_variant_of_its_own_width() {
        let original = written(photo(300, 200), ImageFormat::Png);
        assert_eq!(sizes(&encode(&original)), [(300, 300, 200)]);
    }

    #[test]
    fn a_photo_from_a_camera_held_upright_stands_upright() {
        let original = turned(&written(photo(900, 600), ImageFormat::Jpeg), 6);
        let variants = encode(&original);
        let (_, first) = variants.first().expect("a variant");
        let picture = read(first).into_rgb8();
        assert_eq!(picture.dimensions(), (480, 720));
        // Its left edge, which is red, is at the top.
        let top = picture.get_pixel(240, 5);
        assert!(top[0] > top[2], "{top:?}");
    }

    #[test]
    fn transparency_is_kept() {
        let clear = RgbaImage::from_fn(700, 500, |x, y| {
            let grain = u8::try_from((x * 7 + y * 13) % 90).unwrap_or_default();
            image::Rgba([grain, 90, 120, if x < 350 { 0 } else { 255 }])
        });
        let variants = encode(&written(clear, ImageFormat::Png));
        let (_, first) = variants.first().expect("a variant");
        let picture = read(first).into_rgba8();
        assert_eq!(picture.get_pixel(10, 10)[3], 0);
        assert_eq!(picture.get_pixel(470, 10)[3], 255);
    }

    #[test]
    fn metadata_are_not_copied() {
        let original = turned(&written(photo(900, 600), ImageFormat::Jpeg), 1);
        for (width, bytes) in encode(&original) {
            let has = bytes
                .windows(4)
                .any(|four| four.eq_ignore_ascii_case(b"exif"));
            assert!(!has, "{width}");
        }
    }

    #[test]
    fn what_cannot_be_decoded_has_no_variants() {
        for bytes in [&b""[..], b"GIF89a", b"\xFF\xD8\xFF", b"<svg/>"] {
            assert_eq!(encode(bytes), []);
        }
    }
}

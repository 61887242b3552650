//! Sizes at which browsers show images.

use super::location::orientation;
use quick_xml::events::{BytesStart, Event};
use std::fs::File;
use std::io::{self, BufReader, Seek as _};

pub(crate) fn raster_size(file: &mut BufReader<File>) -> Option<(u32, u32)> {
    let size = imagesize::reader_size(file).ok()?;
    u32::try_from(size.width)
        .ok()
        .zip(size.height.try_into().ok())
}

/// Returns the displayed size of a JPEG. A camera held upright stores a landscape picture and a
/// rotation in Exif (orientations 5 to 8).
pub(crate) fn photo_size(file: &mut BufReader<File>) -> io::Result<Option<(u32, u32)>> {
    let size = raster_size(file);
    file.rewind()?;
    let exif = exif::Reader::new().read_from_container(file);
    Ok(match exif.ok().as_ref().and_then(orientation) {
        Some(5..=8) => size.map(|(width, height)| (height, width)),
        _ => size,
    })
}

/// Returns the size of a Windows bitmap. A negative height means that the first row is the top
/// one.
pub(crate) fn bitmap_size(file: &mut impl io::Read) -> Option<(u32, u32)> {
    let mut head = [0; 26];
    file.read_exact(&mut head).ok()?;
    let number = |at: usize| Some(i32::from_le_bytes(*head.get(at..)?.first_chunk()?));
    let (width, height) = (number(18)?.unsigned_abs(), number(22)?.unsigned_abs());
    (0 < width && 0 < height).then_some((width, height))
}

/// Returns the size of the first picture of a Windows icon, in which 0 means 256.
pub(crate) fn icon_size(file: &mut impl io::Read) -> Option<(u32, u32)> {
    let mut head = [0; 8];
    file.read_exact(&mut head).ok()?;
    let pixels = |byte: u8| if byte == 0 { 256 } else { u32::from(byte) };
    let [.., width, height] = head;
    Some((pixels(width), pixels(height)))
}

/// Returns the size of an SVG from its root element: width and height, with missing values taken
/// from the view box.
pub(crate) fn svg_size(file: impl io::BufRead) -> Option<(u32, u32)> {
    let mut reader = quick_xml::Reader::from_reader(file);
    let mut buffer = Vec::new();
    let root = loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(root) | Event::Empty(root) => break root.into_owned(),
            Event::Eof => return None,
            _ => buffer.clear(),
        }
    };
    if root.local_name().as_ref() != "svg" {
        return None;
    }
    let length = |name| css_pixels(&attribute(&root, name)?);
    let view_box = attribute(&root, "viewBox").and_then(|numbers| view_box_size(&numbers));
    let (width, height) = match (length("width"), length("height"), view_box) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some(size)) => size,
        _ => return None,
    };
    Some((whole_pixels(width)?, whole_pixels(height)?))
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(attribute.value.into_owned())
}

/// Converts a CSS length to pixels; returns `None` for a relative length.
fn css_pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let number = length.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '.');
    let unit = length.strip_prefix(number).unwrap_or_default();
    let pixels = match unit {
        "" | "px" => 1.0,
        "in" => 96.0,
        "pc" => 16.0,
        "pt" => 96.0 / 72.0,
        "cm" => 96.0 / 2.54,
        "mm" => 9.6 / 2.54,
        _ => return None,
    };
    let number: f64 = number.parse().ok()?;
    Some(number * pixels)
}

fn view_box_size(numbers: &str) -> Option<(f64, f64)> {
    let mut numbers = numbers
        .split(|c: char| c == ',' || c.is_ascii_whitespace())
        .filter(|number| !number.is_empty())
        .skip(2)
        .map(str::parse::<f64>);
    let across = numbers.next()?.ok()?;
    let down = numbers.next()?.ok()?;
    (across > 0.0 && down > 0.0).then_some((across, down))
}

fn whole_pixels(length: f64) -> Option<u32> {
    let rounded = length.round();
    // The comparison is false for NaN, too.
    (rounded >= 1.0 && rounded <= f64::from(u32::MAX)).then_some(rounded as u32)
}

//! Detection of file contents from bytes, as file names are not reliable.

use std::io::{self, BufRead, Read, Seek, SeekFrom};

use memchr::memmem;
use quick_xml::events::{BytesStart, Event};

use crate::content::values::picture::{FileContent, PictureFormat};

/// Number of bytes at the beginning of a file that are enough to identify it.
const HEAD: u64 = 1024;
/// Number of bytes at the end of a file that are first searched for the end marker of a picture.
const TAIL: u64 = 64 << 10;
const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Formats that browsers do not show, by their first bytes.
const OTHERS: [(&[u8], &str); 15] = [
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"8BPS", "PSD"),
    (b"\xFF\x0A", "JPEG XL"),
    (b"\0\0\0\x0CJXL ", "JPEG XL"),
    (b"\0\0\0\x0CjP  ", "JPEG 2000"),
    (b"\xFF\x4F\xFF\x51", "JPEG 2000"),
    (b"%PDF-", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xD7\xCD\xC6\x9A", "WMF"),
    (b"PK\x03\x04", "ZIP"),
    (b"Rar!", "RAR"),
    (b"\x1F\x8B", "GZIP"),
    (b"\xD0\xCF\x11\xE0", "Word/Excel"),
];

/// Examines a file from its beginning. The position in the file afterwards is unspecified.
pub(crate) fn examine(file: &mut (impl BufRead + Seek), bytes: u64) -> io::Result<FileContent> {
    if bytes == 0 {
        return Ok(FileContent::Empty);
    }
    let mut head = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut head)?;
    let Some(format) = pixels(&head) else {
        let other = OTHERS.iter().find(|(magic, _)| head.starts_with(magic));
        return match other.map(|(_, name)| *name).or_else(|| by_brand(&head)) {
            Some(name) => Ok(FileContent::Other(Some(name))),
            None => markup(file, &head),
        };
    };
    let is_whole = match format {
        PictureFormat::Jpeg => has_end(file, bytes, b"\xFF\xD9", |all| end_of_jpeg(all).is_some())?,
        PictureFormat::Png => has_end(file, bytes, b"IEND", |all| {
            memmem::find(all, b"IEND").is_some()
        })?,
        PictureFormat::Gif => has_gif_trailer(file, bytes)?,
        PictureFormat::WebP => little_endian(&head, 4).is_some_and(|size| size + 8 <= bytes + 1),
        PictureFormat::Avif => boxes_are_whole(file, bytes)?,
        PictureFormat::Bmp | PictureFormat::Ico | PictureFormat::Svg => true,
    };
    Ok(if is_whole {
        FileContent::Picture(format)
    } else {
        FileContent::Damaged(format)
    })
}

/// Returns the raster format, if browsers show it.
fn pixels(head: &[u8]) -> Option<PictureFormat> {
    let is_riff_of = |kind: &[u8]| head.starts_with(b"RIFF") && head.get(8..12) == Some(kind);
    match head {
        _ if head.starts_with(b"\x89PNG\r\n\x1A\n") => Some(PictureFormat::Png),
        _ if head.starts_with(b"\xFF\xD8\xFF") => Some(PictureFormat::Jpeg),
        _ if head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a") => Some(PictureFormat::Gif),
        _ if is_riff_of(b"WEBP") => Some(PictureFormat::WebP),
        _ if has_brand(head, "avif,avis") => Some(PictureFormat::Avif),
        // The size of the header that follows distinguishes a bitmap from a text that begins with
        // BM.
        _ if head.starts_with(b"BM") && little_endian(head, 14).is_some_and(|size| size < 256) => {
            Some(PictureFormat::Bmp)
        }
        [0, 0, 1 | 2, 0, count, 0, ..] if 0 < *count => Some(PictureFormat::Ico),
        _ => None,
    }
}

/// Returns `true` if the first box of an ISO media file (ISO/IEC 14496-12) names one of these
/// brands.
fn has_brand(head: &[u8], brands: &str) -> bool {
    if head.get(4..8) != Some(b"ftyp") {
        return false;
    }
    let length = head
        .first_chunk()
        .map_or(0, |size| u32::from_be_bytes(*size) as usize);
    let written = head.get(8..length.min(head.len())).unwrap_or_default();
    written
        .chunks_exact(4)
        .any(|brand| brands.split(',').any(|known| brand == known.as_bytes()))
}

fn by_brand(head: &[u8]) -> Option<&'static str> {
    if head.get(4..8) != Some(b"ftyp") {
        return head.starts_with(b"RIFF").then_some("RIFF");
    }
    Some(match head {
        _ if has_brand(head, "heic,heix,heim,heis,hevc,hevx,mif1,msf1") => "HEIC",
        _ if has_brand(head, "crx ") => "CR3",
        _ => "MP4",
    })
}

/// Returns `true` if a file contains the end of its picture.
///
/// The end of the file is searched first, as the end marker is mostly there; otherwise the whole
/// file is read, as cameras append videos and previews. In a small file, the end marker of a
/// preview inside the metadata may be equally near to the end, so a small file is always read as
/// a whole.
fn has_end(
    file: &mut (impl BufRead + Seek),
    bytes: u64,
    mark: &[u8],
    is_inside: impl Fn(&[u8]) -> bool,
) -> io::Result<bool> {
    if 4 * TAIL < bytes && memmem::rfind(&read_from(file, bytes - TAIL)?, mark).is_some() {
        return Ok(true);
    }
    Ok(is_inside(&read_from(file, 0)?))
}

fn read_from(file: &mut (impl BufRead + Seek), start: u64) -> io::Result<Vec<u8>> {
    let mut rest = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.read_to_end(&mut rest)?;
    Ok(rest)
}

/// Returns `true` if a GIF has its trailer, which padding may follow.
fn has_gif_trailer(file: &mut (impl BufRead + Seek), bytes: u64) -> io::Result<bool> {
    let rest = read_from(file, bytes.saturating_sub(16).max(13))?;
    Ok(rest.contains(&0x3B))
}

/// Returns `true` if every outer box of an ISO media file ends within the file.
fn boxes_are_whole(file: &mut (impl BufRead + Seek), bytes: u64) -> io::Result<bool> {
    let mut at = 0;
    while at < bytes {
        file.seek(SeekFrom::Start(at))?;
        let mut header = [0; 16];
        let length = (bytes - at).min(16) as usize;
        file.read_exact(header.get_mut(..length).unwrap_or_default())?;
        let size = header
            .first_chunk()
            .map_or(0, |size| u64::from(u32::from_be_bytes(*size)));
        let size = match size {
            // Size 0 means up to the end of the file.
            0 => return Ok(true),
            1 => header
                .last_chunk()
                .map_or(0, |size| u64::from_be_bytes(*size)),
            size => size,
        };
        if size < 8 || bytes - at < size {
            return Ok(false);
        }
        at += size;
    }
    Ok(true)
}

/// Classifies a file that does not begin with a magic number: SVG, HTML, or another content.
fn markup(file: &mut (impl BufRead + Seek), head: &[u8]) -> io::Result<FileContent> {
    let start = head
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(head)
        .trim_ascii_start();
    if !start.starts_with(b"<") {
        return Ok(match head {
            // UTF-16 is allowed for XML, but not supported here.
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => FileContent::Unexamined,
            _ => FileContent::Other(None),
        });
    }
    let bytes = read_from(file, 0)?;
    Ok(match std::str::from_utf8(&bytes) {
        Ok(text) => svg(text.trim_start_matches('\u{feff}')),
        // Another encoding of XML, which browsers support.
        Err(_) if memmem::find(&bytes, b"<svg").is_some() => {
            FileContent::Picture(PictureFormat::Svg)
        }
        Err(_) => html_or_other(&bytes),
    })
}

fn html_or_other(bytes: &[u8]) -> FileContent {
    let lower: Vec<u8> = bytes
        .iter()
        .take(4096)
        .map(u8::to_ascii_lowercase)
        .collect();
    let is_html = ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|word| memmem::find(&lower, word.as_bytes()).is_some());
    FileContent::Other(is_html.then_some("HTML"))
}

/// Classifies a text as SVG. Browsers refuse an SVG that is not well-formed.
fn svg(text: &str) -> FileContent {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_u32;
    let mut found = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                if found.is_none() && element.local_name().as_ref() != "svg" {
                    return html_or_other(text.as_bytes());
                }
                found.get_or_insert_with(|| is_in_namespace(&element));
                depth += 1;
            }
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) if found.is_some() => return FileContent::Damaged(PictureFormat::Svg),
            Err(_) => return html_or_other(text.as_bytes()),
        }
    }
    match found {
        None => html_or_other(text.as_bytes()),
        Some(_) if 0 < depth => FileContent::Damaged(PictureFormat::Svg),
        Some(false) => FileContent::SvgWithoutNamespace,
        Some(true) => FileContent::Picture(PictureFormat::Svg),
    }
}

fn is_in_namespace(root: &BytesStart<'_>) -> bool {
    let name = root.name();
    let declaration = match name.prefix() {
        Some(prefix) => format!("xmlns:{}", prefix.as_ref()),
        None => "xmlns".to_owned(),
    };
    let value = root.try_get_attribute(declaration.as_str());
    // Drawing programs write the address as an entity, which is not resolved here.
    matches!(value, Ok(Some(value)) if value.value.as_ref() == SVG_NAMESPACE || value.value.starts_with('&'))
}

fn little_endian(bytes: &[u8], at: usize) -> Option<u64> {
    let number = bytes.get(at..)?.first_chunk()?;
    Some(u64::from(u32::from_le_bytes(*number)))
}

/// Returns the offset of the end of a JPEG's picture, after its last scan.
pub(crate) fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        match *bytes.get(at..)?.first_chunk()? {
            [0xFF, 0xD9] => return Some(at + 2),
            // Inside a scan: a stuffed byte, a restart marker, or padding.
            [0xFF, 0x00 | 0x01 | 0xD0..=0xD8] => at += 2,
            [0xFF, 0xFF] => at += 1,
            [0xFF, _] => {
                let length = bytes.get(at + 2..)?.first_chunk()?;
                at += 2 + usize::from(u16::from_be_bytes(*length));
            }
            _ => at += memchr::memchr(0xFF, bytes.get(at..)?)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn content(bytes: &[u8]) -> FileContent {
        examine(&mut Cursor::new(bytes), bytes.len() as u64).expect("memory can be read")
    }

    #[test]
    fn files_are_known_by_their_bytes() {
        use FileContent::{Damaged, Empty, Other, Picture};
        let svg =
            |rest: &str| format!("<svg xmlns='http://www.w3.org/2000/svg'{rest}").into_bytes();
        let table: [(&str, Vec<u8>, FileContent); 35] = [
            ("nothing", vec![], Empty),
            ("png", b"\x89PNG\r\n\x1A\n....IHDR....IEND\xAEB`\x82".to_vec(), Picture(PictureFormat::Png)),
            ("half a png", b"\x89PNG\r\n\x1A\n....IHDR....IDAT".to_vec(), Damaged(PictureFormat::Png)),
            ("jpeg", b"\xFF\xD8\xFF\xE0\0\x04..\xFF\xD9".to_vec(), Picture(PictureFormat::Jpeg)),
            ("jpeg with a film behind it", [b"\xFF\xD8\xFF\xE0\0\x04..\xFF\xD9".to_vec(), vec![7; 999_999]].concat(), Picture(PictureFormat::Jpeg)),
            ("half a jpeg", [b"\xFF\xD8\xFF\xE0\0\x04\xFF\xD9".to_vec(), vec![7; 999_999]].concat(), Damaged(PictureFormat::Jpeg)),
            ("gif", b"GIF89a\x01\0\x01\0\0\0\0,;".to_vec(), Picture(PictureFormat::Gif)),
            ("half a gif", b"GIF89a\x01\0\x01\0\0\0\0,".to_vec(), Damaged(PictureFormat::Gif)),
            ("webp", b"RIFF\x08\0\0\0WEBPVP8 ".to_vec(), Picture(PictureFormat::WebP)),
            ("half a webp", b"RIFF\x99\0\0\0WEBPVP8 ".to_vec(), Damaged(PictureFormat::WebP)),
            ("avif", b"\0\0\0\x10ftypavif\0\0\0\0".to_vec(), Picture(PictureFormat::Avif)),
            ("avif by its second brand", b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif".to_vec(), Picture(PictureFormat::Avif)),
            ("half an avif", b"\0\0\0\x10ftypavif\0\0\0\0\0\0\x09\0mdat".to_vec(), Damaged(PictureFormat::Avif)),
            ("bmp", b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec(), Picture(PictureFormat::Bmp)),
            ("ico", b"\0\0\x01\0\x01\0\x10\x10".to_vec(), Picture(PictureFormat::Ico)),
            ("svg", svg("/>"), Picture(PictureFormat::Svg)),
            ("svg with a prefix", b"<?xml version='1.0'?><!-- --><s:svg xmlns:s='http://www.w3.org/2000/svg'></s:svg>".to_vec(), Picture(PictureFormat::Svg)),
            ("half an svg", svg("><g>"), Damaged(PictureFormat::Svg)),
            ("svg with crossed tags", svg("><g></svg></g>"), Damaged(PictureFormat::Svg)),
            ("svg without namespace", b"<svg viewBox='0 0 1 1'/>".to_vec(), FileContent::SvgWithoutNamespace),
            ("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), Other(Some("HEIC"))),
            ("heic by its second brand", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic".to_vec(), Other(Some("HEIC"))),
            ("film", b"\0\0\0\x14ftypisom\0\0\0\0mp42".to_vec(), Other(Some("MP4"))),
            ("tiff", b"II*\0\x08\0\0\0".to_vec(), Other(Some("TIFF"))),
            ("tiff from a Mac", b"MM\0*\0\0\0\x08".to_vec(), Other(Some("TIFF"))),
            ("psd", b"8BPS\0\x01".to_vec(), Other(Some("PSD"))),
            ("jpeg xl", b"\xFF\x0A..".to_vec(), Other(Some("JPEG XL"))),
            ("pdf", b"%PDF-1.4".to_vec(), Other(Some("PDF"))),
            ("word", b"PK\x03\x04...".to_vec(), Other(Some("ZIP"))),
            ("page", b"<html>404</html>".to_vec(), Other(Some("HTML"))),
            ("page of a server", b"\n<!DOCTYPE HTML><title>404</title><br>".to_vec(), Other(Some("HTML"))),
            ("xml", b"<Error><Code>NoSuchKey</Code></Error>".to_vec(), Other(None)),
            ("text", "图片".as_bytes().to_vec(), Other(None)),
            ("text that begins with BM", b"BM is a bitmap, or not".to_vec(), Other(None)),
            ("svg in utf-16", b"\xFF\xFE<\0s\0".to_vec(), FileContent::Unexamined),
        ];
        for (name, bytes, expected) in table {
            assert_eq!(content(&bytes), expected, "{name}");
        }
    }
}

//! Location metadata of photos, which cameras write into the file. It is found without decoding
//! the picture, and removed without changing the pixels.
//!
//! Metadata is stored as Exif (CIPA DC-008) and as XMP. All of both is removed except the
//! orientation, without which a photo would be shown rotated.

use std::io::{self, BufRead, Read as _, Seek, SeekFrom};
use std::ops::Range;

use super::content::{end_of_jpeg, examine};
use crate::content::values::picture::{FileContent, PhotoLocation, PictureFormat};
use exif::{Context, Exif, In, Reader, Tag};
use memchr::memmem;

/// Identifier of Exif in a JPEG.
const EXIF: &[u8] = b"Exif\0\0";
/// Maximum size of metadata in bytes; larger metadata is not read and counts as without location.
const LONGEST: u64 = 16 << 20;

/// A part of a file that contains metadata.
#[derive(Debug)]
struct Block {
    range: Range<u64>,
    metadata: Metadata,
}

#[derive(Debug)]
enum Metadata {
    /// Exif, from its TIFF header on.
    Exif(Vec<u8>),
    Xmp(Vec<u8>),
    /// Other removable metadata, in which no location can be detected.
    Other,
}

/// Detects location metadata in a file.
pub(crate) fn location(
    file: &mut (impl BufRead + Seek),
    content: FileContent,
) -> io::Result<PhotoLocation> {
    file.rewind()?;
    let (is_told, how) = match content {
        FileContent::Picture(PictureFormat::Avif) | FileContent::Other(Some("HEIC" | "TIFF")) => {
            let exif = readable(|reader| reader.read_from_container(file));
            let is_told = exif.is_some_and(|exif| tells_place(&exif));
            (is_told, PhotoLocation::Fixed)
        }
        FileContent::Picture(format) | FileContent::Damaged(format) => {
            let is_told = blocks(file, format)?.iter().any(Block::tells_place);
            (is_told, PhotoLocation::Removable)
        }
        _ => return Ok(PhotoLocation::Absent),
    };
    Ok(if is_told { how } else { PhotoLocation::Absent })
}

/// Returns what can be read of Exif that may be damaged.
fn readable(read: impl FnOnce(&Reader) -> Result<Exif, exif::Error>) -> Option<Exif> {
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    read(&reader)
        .or_else(|error| error.distill_partial_result(|_| {}))
        .ok()
}

/// Returns the orientation of a photo, in which 1 is upright.
pub(crate) fn orientation(exif: &Exif) -> Option<u32> {
    let field = exif.get_field(Tag::Orientation, In::PRIMARY)?;
    field.value.get_uint(0)
}

/// Returns a picture without its metadata, except the orientation. The pixels remain unchanged
/// byte by byte.
///
/// Returns `None` if the file has no metadata, or if its format stores them in another way.
pub(crate) fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = io::Cursor::new(bytes);
    let content = examine(&mut file, bytes.len() as u64).ok()?;
    let (FileContent::Picture(format) | FileContent::Damaged(format)) = content else {
        return None;
    };
    let blocks = blocks(&mut file, format).ok()?;
    let first = usize::try_from(blocks.first()?.range.start).ok()?;
    let orientation = blocks.iter().find_map(Block::orientation);
    let turn = orientation.map(|orientation| turned(format, orientation));
    let turn = turn.unwrap_or_default();
    let is_webp = format == PictureFormat::WebP;
    let end = match format {
        // Cameras append previews and videos, which have metadata of their own, to the picture.
        PictureFormat::Jpeg => end_of_jpeg(bytes).unwrap_or(bytes.len()),
        _ => bytes.len(),
    };
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(bytes.get(..first)?);
    if !is_webp {
        kept.extend_from_slice(&turn);
    }
    let mut at = first;
    for Block { range, .. } in &blocks {
        let start = usize::try_from(range.start).ok()?.min(end);
        kept.extend_from_slice(bytes.get(at..start).unwrap_or_default());
        at = usize::try_from(range.end).ok()?;
    }
    kept.extend_from_slice(bytes.get(at..end).unwrap_or_default());
    if is_webp {
        kept.extend_from_slice(&turn);
        correct_webp(&mut kept, !turn.is_empty());
    }
    Some(kept)
}

impl Block {
    fn tells_place(&self) -> bool {
        match &self.metadata {
            // Unreadable metadata may contain a location.
            Metadata::Exif(tiff) => Reader::new()
                .read_raw(tiff.clone())
                .map_or(true, |exif| tells_place(&exif)),
            Metadata::Xmp(xmp) => [&b"GPSL"[..], b"GPSDest", b"GPSPosition"]
                .iter()
                .any(|word| memmem::find(xmp, word).is_some()),
            Metadata::Other => false,
        }
    }

    fn orientation(&self) -> Option<u8> {
        let Metadata::Exif(tiff) = &self.metadata else {
            return None;
        };
        let exif = readable(|reader| reader.read_raw(tiff.clone()))?;
        let orientation = u8::try_from(orientation(&exif)?).ok()?;
        (2..=8).contains(&orientation).then_some(orientation)
    }
}

/// Returns `true` if Exif contains a location. Its version tag alone is none.
fn tells_place(exif: &Exif) -> bool {
    exif.fields()
        .any(|field| field.tag.context() == Context::Gps && field.tag != Tag::GPSVersionID)
}

/// Returns the metadata of a file, in file order.
fn blocks(file: &mut (impl BufRead + Seek), format: PictureFormat) -> io::Result<Vec<Block>> {
    let found = match format {
        PictureFormat::Jpeg => of_jpeg(file),
        PictureFormat::Png => of_chunks(file, 8, 12, |header| {
            let size = u32::from_be_bytes(*header.first_chunk()?);
            Some((u64::from(size), *header.last_chunk()?))
        }),
        PictureFormat::WebP => of_chunks(file, 12, 8, |header| {
            let size = u64::from(u32::from_le_bytes(*header.last_chunk()?));
            Some((size + size % 2, *header.first_chunk()?))
        }),
        _ => Ok(Vec::new()),
    };
    match found {
        // A truncated file has no further metadata.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(Vec::new()),
        found => found,
    }
}

/// Returns the metadata segments of a JPEG before its picture (ITU-T T.81, annex B).
fn of_jpeg(file: &mut (impl BufRead + Seek)) -> io::Result<Vec<Block>> {
    let mut blocks = Vec::new();
    let mut at = 2;
    loop {
        file.seek(SeekFrom::Start(at))?;
        let mut header = [0; 4];
        if file.read_exact(&mut header).is_err() {
            break;
        }
        match header {
            [0xFF, 0xFF, ..] => at += 1,
            [0xFF, 0x01 | 0xD0..=0xD8, ..] => at += 2,
            [0xFF, 0xDA | 0xD9, ..] => break,
            [0xFF, marker, high, low] => {
                let end = at + 2 + u64::from(u16::from_be_bytes([high, low]));
                if matches!(marker, 0xE1 | 0xE2 | 0xED) {
                    let mut data = Vec::new();
                    let length = end.saturating_sub(at + 4);
                    file.by_ref().take(length).read_to_end(&mut data)?;
                    blocks.extend(segment(marker, data).map(|metadata| Block {
                        range: at..end,
                        metadata,
                    }));
                }
                at = end.max(at + 2);
            }
            _ => break,
        }
    }
    Ok(blocks)
}

fn segment(marker: u8, mut data: Vec<u8>) -> Option<Metadata> {
    match marker {
        0xE1 if data.starts_with(EXIF) => Some(Metadata::Exif(data.split_off(EXIF.len()))),
        0xE1 => Some(Metadata::Xmp(data)),
        // The list of appended pictures (MPF), and the metadata of picture agencies.
        0xE2 if data.starts_with(b"MPF\0") => Some(Metadata::Other),
        0xED => Some(Metadata::Other),
        _ => None,
    }
}

/// Returns the metadata chunks of a PNG or a WebP.
///
/// `start` is the position of the first chunk, `around` the number of bytes of a chunk besides
/// its data; `read` returns length and kind from a chunk header.
fn of_chunks(
    file: &mut (impl BufRead + Seek),
    start: u64,
    around: u64,
    read: impl Fn(&[u8; 8]) -> Option<(u64, [u8; 4])>,
) -> io::Result<Vec<Block>> {
    let mut blocks = Vec::new();
    let mut at = start;
    loop {
        file.seek(SeekFrom::Start(at))?;
        let mut header = [0; 8];
        if file.read_exact(&mut header).is_err() {
            break;
        }
        let Some((length, kind)) = read(&header) else {
            break;
        };
        if matches!(
            &kind,
            b"eXIf" | b"EXIF" | b"iTXt" | b"zTXt" | b"tEXt" | b"XMP "
        ) {
            let mut data = Vec::new();
            file.by_ref()
                .take(length.min(LONGEST))
                .read_to_end(&mut data)?;
            blocks.extend(chunk(kind, data).map(|metadata| Block {
                range: at..at + around + length,
                metadata,
            }));
        }
        at += around + length;
    }
    Ok(blocks)
}

fn chunk(kind: [u8; 4], mut data: Vec<u8>) -> Option<Metadata> {
    match &kind {
        b"eXIf" => Some(Metadata::Exif(data)),
        b"EXIF" if data.starts_with(EXIF) => Some(Metadata::Exif(data.split_off(EXIF.len()))),
        b"EXIF" => Some(Metadata::Exif(data)),
        b"XMP " => Some(Metadata::Xmp(data)),
        _ if data.starts_with(b"XML:com.adobe.xmp") => Some(Metadata::Xmp(data)),
        // Exif of an older program, which is compressed and not read here.
        _ if data.starts_with(b"Raw profile type") => Some(Metadata::Exif(Vec::new())),
        _ => None,
    }
}

/// Returns minimal Exif that contains only the orientation, in its file form.
fn turned(format: PictureFormat, orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
    match format {
        PictureFormat::Png => {
            let mut crc = flate2::Crc::new();
            crc.update(b"eXIf");
            crc.update(&tiff);
            let size = u32::try_from(tiff.len()).unwrap_or_default().to_be_bytes();
            [&size[..], b"eXIf", &tiff, &crc.sum().to_be_bytes()].concat()
        }
        PictureFormat::WebP => {
            let size = u32::try_from(tiff.len()).unwrap_or_default().to_le_bytes();
            [&b"EXIF"[..], &size, &tiff].concat()
        }
        _ => {
            let size = u16::try_from(2 + EXIF.len() + tiff.len()).unwrap_or_default();
            [&[0xFF, 0xE1][..], &size.to_be_bytes(), EXIF, &tiff].concat()
        }
    }
}

/// Updates the length and the metadata flags in the header of a WebP.
fn correct_webp(bytes: &mut [u8], has_exif: bool) {
    let size = u32::try_from(bytes.len().saturating_sub(8)).unwrap_or(u32::MAX);
    if let Some(field) = bytes.get_mut(4..8) {
        field.copy_from_slice(&size.to_le_bytes());
    }
    let is_extended = bytes.get(12..16) == Some(b"VP8X");
    if let Some(flags) = bytes.get_mut(20).filter(|_| is_extended) {
        *flags &= !0x0C;
        *flags |= if has_exif { 0x08 } else { 0 };
    }
}

#[cfg(test)]
mod tests;

//! Kinds of files that are taken, by their bytes.

use crate::content::values::picture::{FileContent, PictureFormat};
use crate::publish::source::media::content::examine;
use memchr::memmem::find;
use std::io::Cursor;

/// A kind of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A picture that is decoded and encoded again.
    Pixels(PictureFormat),
    /// A picture that is kept as it is.
    Kept(PictureFormat),
    Svg,
    /// A document, with its extension.
    Document(&'static str),
}

/// Office documents by a part of them.
const OFFICE: [(&[u8], &str); 3] = [
    (b"word/document.xml", "docx"),
    (b"xl/workbook.xml", "xlsx"),
    (b"ppt/presentation.xml", "pptx"),
];
/// Part of a document with macros.
const MACROS: &[u8] = b"vbaProject.bin";

/// Returns the kind of a file; `None` if it is not taken.
pub(super) fn kind_of(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"%PDF-") {
        return Some(Kind::Document("pdf"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        if find(bytes, MACROS).is_some() {
            return None;
        }
        let mut office = OFFICE.into_iter();
        let office = office.find(|(part, _)| find(bytes, part).is_some());
        return Some(Kind::Document(
            office.map_or("zip", |(_, extension)| extension),
        ));
    }
    let length = u64::try_from(bytes.len()).ok()?;
    match examine(&mut Cursor::new(bytes), length).ok()? {
        FileContent::Picture(format) => match format {
            PictureFormat::Png | PictureFormat::Jpeg | PictureFormat::WebP => {
                Some(Kind::Pixels(format))
            }
            PictureFormat::Gif | PictureFormat::Avif => Some(Kind::Kept(format)),
            PictureFormat::Svg => Some(Kind::Svg),
            PictureFormat::Bmp | PictureFormat::Ico => None,
        },
        _ => None,
    }
}

impl Kind {
    /// Returns the extension of the file's name.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Pixels(format) | Self::Kept(format) => {
                format.extensions().first().copied().unwrap_or_default()
            }
            Self::Svg => "svg",
            Self::Document(extension) => extension,
        }
    }

    /// Returns the name of a file whose own name has no ASCII letters.
    pub(super) fn usual_name(self) -> &'static str {
        match self {
            Self::Document(_) => "file",
            _ => "picture",
        }
    }
}

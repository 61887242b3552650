//! Formats of pictures, and content of media files according to their bytes.

use crate::content::diagnostics::severity::Severity;

/// Picture format that every browser shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PictureFormat {
    /// PNG, still or moving.
    Png,
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
    /// WebP.
    WebP,
    /// AVIF.
    Avif,
    /// SVG.
    Svg,
    /// Windows bitmap.
    Bmp,
    /// Windows icon.
    Ico,
}

impl PictureFormat {
    /// Returns the name of the format.
    pub fn name(self) -> &'static str {
        self.known().0
    }

    /// Returns the file extensions by which hosts recognise the format, the usual one first.
    pub fn extensions(self) -> &'static [&'static str] {
        self.known().1
    }

    /// Returns the media type (IANA).
    pub fn media_type(self) -> &'static str {
        self.known().2
    }

    const fn known(self) -> (&'static str, &'static [&'static str], &'static str) {
        match self {
            Self::Png => ("PNG", &["png", "apng"], "image/png"),
            Self::Jpeg => ("JPEG", &["jpg", "jpeg", "jpe", "jfif"], "image/jpeg"),
            Self::Gif => ("GIF", &["gif"], "image/gif"),
            Self::WebP => ("WebP", &["webp"], "image/webp"),
            Self::Avif => ("AVIF", &["avif"], "image/avif"),
            Self::Svg => ("SVG", &["svg"], "image/svg+xml"),
            Self::Bmp => ("BMP", &["bmp"], "image/bmp"),
            Self::Ico => ("ICO", &["ico"], "image/x-icon"),
        }
    }

    /// Returns `true` if programs that show a preview of a link support the format.
    pub fn is_shareable(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Gif | Self::WebP)
    }
}

/// Content of a file according to its bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FileContent {
    /// Not examined, or not determined.
    #[default]
    Unexamined,
    /// A picture that browsers show.
    Picture(PictureFormat),
    /// A picture that is truncated or cannot be read.
    Damaged(PictureFormat),
    /// An SVG whose root has no `xmlns`, which browsers treat as plain XML.
    SvgWithoutNamespace,
    /// No bytes.
    Empty,
    /// Content that no browser shows as a picture, with the name of its format if it is known.
    Other(Option<&'static str>),
}

impl FileContent {
    /// Returns the format of a picture that browsers show.
    pub fn format(self) -> Option<PictureFormat> {
        match self {
            Self::Picture(format) => Some(format),
            _ => None,
        }
    }

    /// Returns `true` if smaller variants can be made of it: it consists of pixels, and its format
    /// is one that can be decoded.
    pub fn is_resizable(self) -> bool {
        matches!(
            self,
            Self::Picture(PictureFormat::Jpeg | PictureFormat::Png | PictureFormat::WebP)
        )
    }
}

/// Place where a photo was taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PhotoLocation {
    /// The file contains no place.
    #[default]
    Absent,
    /// The file contains the place; publishing removes it.
    Removable,
    /// The file contains the place, and publishing cannot remove it.
    Fixed,
}

/// Reason for which a file cannot be shown as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFault {
    /// It has no bytes.
    Empty,
    /// It is truncated or cannot be read.
    Damaged(PictureFormat),
    /// It is an SVG whose root has no `xmlns`.
    SvgWithoutNamespace,
    /// Browsers do not show such files; with the name of the format if it is known.
    NotShown(Option<&'static str>),
    /// The extension of the file's name is that of another format.
    Extension {
        /// Format of the file.
        format: PictureFormat,
        /// `true` if browsers show it nevertheless.
        is_shown: bool,
    },
}

impl PictureFault {
    /// Returns the stable code for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Extension { .. } => "picture-extension",
            _ => "broken-picture",
        }
    }

    /// Returns the severity.
    pub fn severity(self) -> Severity {
        match self {
            Self::Extension { is_shown: true, .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

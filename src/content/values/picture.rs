//! What the bytes of a file in the media folder say it is, as far as showing it goes.

use crate::content::diagnostics::severity::Severity;

/// A format of pictures that every browser shows.
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
    /// The name of the format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Gif => "GIF",
            Self::WebP => "WebP",
            Self::Avif => "AVIF",
            Self::Svg => "SVG",
            Self::Bmp => "BMP",
            Self::Ico => "ICO",
        }
    }

    /// The ends of file names by which hosts know the format, the usual one first.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Png => &["png", "apng"],
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Gif => &["gif"],
            Self::WebP => &["webp"],
            Self::Avif => &["avif"],
            Self::Svg => &["svg"],
            Self::Bmp => &["bmp"],
            Self::Ico => &["ico"],
        }
    }

    /// The media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
            Self::Avif => "image/avif",
            Self::Svg => "image/svg+xml",
            Self::Bmp => "image/bmp",
            Self::Ico => "image/x-icon",
        }
    }

    /// Whether programs that show a link with its picture take the format.
    pub fn is_shareable(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Gif | Self::WebP)
    }
}

/// What the bytes of a file say it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FileContent {
    /// Nobody has looked, or what was seen says nothing.
    #[default]
    Unexamined,
    /// A picture that browsers show.
    Picture(PictureFormat),
    /// A picture of which the end is missing, or that cannot be read.
    Damaged(PictureFormat),
    /// An SVG whose root has no `xmlns`, which browsers take for plain XML.
    SvgWithoutNamespace,
    /// No bytes at all.
    Empty,
    /// Something that no browser shows as a picture, with the name of its format if it is known.
    Other(Option<&'static str>),
}

impl FileContent {
    /// The format of a picture that browsers show.
    pub fn format(self) -> Option<PictureFormat> {
        match self {
            Self::Picture(format) => Some(format),
            _ => None,
        }
    }
}

/// Whether a picture says where it was taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PhotoLocation {
    /// It does not.
    #[default]
    Absent,
    /// It does; what is published does not.
    Removable,
    /// It does, and publishing cannot take it away.
    Fixed,
}

/// Why a file is not fit to be shown as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFault {
    /// It has no bytes.
    Empty,
    /// Its end is missing, or it cannot be read.
    Damaged(PictureFormat),
    /// It is an SVG whose root has no `xmlns`.
    SvgWithoutNamespace,
    /// Browsers do not show such files; with the name of the format if it is known.
    NotShown(Option<&'static str>),
    /// The file's name says that it is something else.
    Extension {
        /// What it is.
        format: PictureFormat,
        /// Whether browsers show it all the same.
        is_shown: bool,
    },
}

impl PictureFault {
    /// A stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Extension { .. } => "picture-extension",
            _ => "broken-picture",
        }
    }

    /// How much it matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::Extension { is_shown: true, .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

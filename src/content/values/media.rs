//! Paths of files below `media/`, and the properties of these files.

use std::collections::BTreeMap;

use super::picture::{FileContent, PhotoLocation, PictureFault, PictureFormat};
use super::text_value::{Fault, Format, TextValue, text_value_in_json};

/// Properties of the files below `media/`, by their path inside it.
pub type MediaIndex = BTreeMap<String, MediaInfo>;

/// Properties of a file below `media/`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MediaInfo {
    /// Size in bytes.
    pub bytes: u64,
    /// Width of an image in pixels; of an SVG, that of its view box.
    pub width: Option<u32>,
    /// Height of an image in pixels; of an SVG, that of its view box.
    pub height: Option<u32>,
    /// Number of pages of a PDF.
    pub pages: Option<u32>,
    /// Content according to its bytes.
    pub content: FileContent,
    /// Place where a photo was taken.
    pub location: PhotoLocation,
}

impl MediaInfo {
    /// Returns the reason for which the file cannot be shown as a picture, given the extension
    /// of its name in lower case.
    pub fn picture_fault(&self, extension: Option<&str>) -> Option<PictureFault> {
        match self.content {
            FileContent::Unexamined => None,
            FileContent::Empty => Some(PictureFault::Empty),
            FileContent::Damaged(format) => Some(PictureFault::Damaged(format)),
            FileContent::SvgWithoutNamespace => Some(PictureFault::SvgWithoutNamespace),
            FileContent::Other(name) => Some(PictureFault::NotShown(name)),
            FileContent::Picture(format) => {
                let fits = extension.is_some_and(|end| format.extensions().contains(&end));
                // Browsers detect pixel formats by their bytes; for SVG they rely on the host,
                // which relies on the name.
                let is_svg = format == PictureFormat::Svg || extension == Some("svg");
                (!fits).then_some(PictureFault::Extension {
                    format,
                    is_shown: !is_svg,
                })
            }
        }
    }
}

/// Path of a file inside `media/`, such as `2023/council.jpg`; `/` between folders.
///
/// Files write it with or without a leading `media/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaPath(String);

impl MediaPath {
    /// Returns the extension of the file's name, in lower case.
    pub fn extension(&self) -> Option<String> {
        extension(&self.0)
    }
}

/// Returns the extension of a file's name, in lower case.
pub fn extension(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?;
    let (_, extension) = name.rsplit_once('.')?;
    Some(extension.to_lowercase())
}

impl TextValue for MediaPath {
    const FORMAT: Format = Format::MediaPath;

    fn parse(text: &str) -> Result<MediaPath, Fault> {
        if text.split(['/', '\\']).any(|segment| segment == "..") {
            return Err(Fault::LeavesFolder);
        }
        if text.contains('\\') {
            return Err(Fault::Backslash {
                mended: text.replace('\\', "/"),
            });
        }
        let named = text
            .strip_prefix('/')
            .unwrap_or(text)
            .strip_prefix("media/");
        let text = named.unwrap_or(text);
        let relative = text.trim_start_matches('/').trim_start_matches("./");
        // These characters are not allowed in file names on Windows, or have a meaning in URLs.
        let is_forbidden = |sign: char| sign.is_control() || "<>:\"|?*#%".contains(sign);
        let is_name = |name: &str| !matches!(name, "" | ".") && name.trim() == name;
        if relative.contains(is_forbidden) || !relative.split('/').all(is_name) {
            return Err(Self::misshapen(None));
        }
        if relative != text {
            return Err(Self::misshapen(Some(relative.to_owned())));
        }
        Ok(MediaPath(text.to_owned()))
    }
}

text_value_in_json!(
    MediaPath,
    written: 0,
    pattern: r#"^[^\\:?#%<>|*"]+$"#,
    example: "2023/council.jpg"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_paths_stay_inside_their_folder() {
        let shape = |mended: Option<&str>| {
            Err(Fault::Shape {
                form: Format::MediaPath,
                mended: mended.map(str::to_owned),
            })
        };
        let table = [
            ("logo.svg", Ok(())),
            ("2023/会议 合影.jpg", Ok(())),
            ("media/logo.svg", Ok(())),
            ("/media/logo.svg", Ok(())),
            ("media//logo.svg", shape(Some("logo.svg"))),
            ("/logo.svg", shape(Some("logo.svg"))),
            (
                "a\\b.png",
                Err(Fault::Backslash {
                    mended: "a/b.png".into(),
                }),
            ),
            ("../secret.png", Err(Fault::LeavesFolder)),
            ("a/../../b.png", Err(Fault::LeavesFolder)),
            ("https://example.org/a.png", shape(None)),
            ("a//b.png", shape(None)),
            ("", shape(None)),
            ("/", shape(None)),
        ];
        for (text, expected) in table {
            assert_eq!(MediaPath::parse(text).map(drop), expected, "{text:?}");
        }
    }

    #[test]
    fn the_folder_itself_is_no_part_of_the_path() {
        for text in ["2023/a.jpg", "media/2023/a.jpg", "/media/2023/a.jpg"] {
            let path = MediaPath::parse(text).map(|path| path.to_string());
            assert_eq!(path, Ok("2023/a.jpg".to_owned()), "{text:?}");
        }
    }

    #[test]
    fn extensions_are_those_of_the_file_name() {
        let table = [("a.b/c", None), ("a/B.PDF", Some("pdf")), ("x", None)];
        for (text, expected) in table {
            let extension = MediaPath::parse(text).map(|path| path.extension());
            assert_eq!(extension, Ok(expected.map(str::to_owned)), "{text:?}");
        }
    }
}

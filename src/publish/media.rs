//! The media folder: which files it has, how large they are, and what can be
//! read of them without decoding: the size of an image, the pages of a PDF.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufReader, Read as _, Seek as _};
use std::path::{Path, PathBuf};

use exif::{In, Tag};
use memchr::memmem;
use quick_xml::events::{BytesStart, Event};
use thiserror::Error;
use walkdir::{DirEntry, WalkDir};

/// Largest PDF that is searched for its page count, in bytes. A larger one is
/// listed without it rather than held in memory.
const LARGEST_SEARCHED_PDF: u64 = 64 << 20;
/// How much of an SVG is read for its root element, in bytes.
const SVG_HEAD: u64 = 256 << 10;
/// How much of a PDF may come before its first object (PDF 32000-1, annex F).
const PDF_HEAD: usize = 1024;
/// A page count above this is taken for a misreading.
const MOST_PAGES: u32 = 100_000;

/// What is known of a media file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MediaInfo {
    /// The file's size.
    pub bytes: u64,
    /// The width at which a browser shows the image, in CSS pixels; `None` for
    /// other files, for damaged ones, and for an SVG that does not say.
    pub width: Option<u32>,
    /// The height, as the width.
    pub height: Option<u32>,
    /// The pages of a PDF; `None` for other files and where unsure.
    pub pages: Option<u32>,
}

/// A file or folder below the media folder that cannot be used.
#[derive(Debug, Error)]
pub enum MediaError {
    /// Reading failed.
    #[error("无法读取“{}”：{source}；请检查文件是否存在、权限是否允许读取", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A symbolic link leads out of the folder.
    #[error("符号链接“{}”指向文件夹之外；请把文件本身复制进来", path.display())]
    LinkLeadsOut {
        /// The link.
        path: PathBuf,
    },
    /// A symbolic link leads to a folder that contains it.
    #[error("符号链接“{}”绕回了它所在的文件夹；请删去这个链接", path.display())]
    LinkLoop {
        /// The link.
        path: PathBuf,
    },
    /// The name is no Unicode text and cannot be part of an address.
    #[error("文件名“{}”不是 UTF-8 编码；请改用英文字母、数字和连字符命名", path.display())]
    NameNotUnicode {
        /// The file.
        path: PathBuf,
    },
    /// Neither a file nor a folder (a pipe, a socket, a device).
    #[error("“{}”既不是文件也不是文件夹；请删去它", path.display())]
    NotAFile {
        /// What was found.
        path: PathBuf,
    },
}

/// All that is wrong in a media folder, one line each.
#[derive(Debug)]
pub struct MediaErrors(
    /// In the order of the paths; never empty.
    pub Vec<MediaError>,
);

impl fmt::Display for MediaErrors {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(formatter, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for MediaErrors {}

/// Lists all files below a folder by their path in it, separated by `/`.
///
/// Hidden files and those that desktops leave behind are left out. A symbolic
/// link counts as what it points at, as long as that lies in the folder. A
/// folder that does not exist has no files.
///
/// # Errors
///
/// All problems of the folder at once, if there are any.
pub(super) fn scan(folder: &Path) -> Result<BTreeMap<String, MediaInfo>, MediaErrors> {
    let root = match fs::canonicalize(folder) {
        Ok(root) => root,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(MediaErrors(vec![unreadable(folder, error)])),
    };
    let mut files = BTreeMap::new();
    let mut errors = Vec::new();
    let mut entries = WalkDir::new(folder)
        .min_depth(1)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                errors.extend(walk_error(folder, error));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        let belongs = check_place(&entry, &root);
        if is_folder && !matches!(belongs, Ok(true)) {
            entries.skip_current_dir();
        }
        match belongs {
            Ok(true) if !is_folder => match read_entry(&entry, folder) {
                Ok((path, info)) => {
                    files.insert(path, info);
                }
                Err(error) => errors.push(error),
            },
            Ok(_) => {}
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(files)
    } else {
        Err(MediaErrors(errors))
    }
}

/// Whether an entry is to be listed or entered.
fn check_place(entry: &DirEntry, root: &Path) -> Result<bool, MediaError> {
    if is_left_out(entry.file_name()) {
        return Ok(false);
    }
    if !entry.path_is_symlink() {
        return Ok(true);
    }
    let target = fs::canonicalize(entry.path()).map_err(|error| unreadable(entry.path(), error))?;
    if target.starts_with(root) {
        return Ok(true);
    }
    Err(MediaError::LinkLeadsOut {
        path: entry.path().to_owned(),
    })
}

fn read_entry(entry: &DirEntry, folder: &Path) -> Result<(String, MediaInfo), MediaError> {
    let path = entry.path();
    // Opening a pipe would wait for its other end for ever.
    if !entry.file_type().is_file() {
        return Err(MediaError::NotAFile {
            path: path.to_owned(),
        });
    }
    let name = slash_path(path.strip_prefix(folder).unwrap_or(path)).ok_or_else(|| {
        MediaError::NameNotUnicode {
            path: path.to_owned(),
        }
    })?;
    let info = read_info(path).map_err(|error| unreadable(path, error))?;
    Ok((name, info))
}

fn read_info(path: &Path) -> io::Result<MediaInfo> {
    let mut file = BufReader::new(File::open(path)?);
    let bytes = file.get_ref().metadata()?.len();
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let (size, pages) = match extension.to_str().unwrap_or_default() {
        "png" | "gif" | "webp" | "avif" => (raster_size(&mut file), None),
        "jpg" | "jpeg" => (photo_size(&mut file)?, None),
        "svg" => (svg_size(file.take(SVG_HEAD)), None),
        "pdf" => (None, pdf_pages(&mut file, bytes)?),
        _ => (None, None),
    };
    Ok(MediaInfo {
        bytes,
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
        pages,
    })
}

fn raster_size(file: &mut BufReader<File>) -> Option<(u32, u32)> {
    let size = imagesize::reader_size(file).ok()?;
    let width = u32::try_from(size.width).ok()?;
    let height = u32::try_from(size.height).ok()?;
    Some((width, height))
}

/// The size of a JPEG as shown: a camera held upright stores a lying picture
/// and says in Exif that it is to be turned (orientations 5 to 8).
fn photo_size(file: &mut BufReader<File>) -> io::Result<Option<(u32, u32)>> {
    let size = raster_size(file);
    file.rewind()?;
    let orientation = exif::Reader::new()
        .read_from_container(file)
        .ok()
        .and_then(|exif| {
            let field = exif.get_field(Tag::Orientation, In::PRIMARY)?;
            field.value.get_uint(0)
        });
    Ok(match (size, orientation) {
        (Some((width, height)), Some(5..=8)) => Some((height, width)),
        (size, _) => size,
    })
}

/// The size of an SVG by its root element: width and height, or what is
/// missing of them from the view box.
fn svg_size(file: impl io::BufRead) -> Option<(u32, u32)> {
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
    let width = attribute(&root, "width").and_then(|width| css_pixels(&width));
    let height = attribute(&root, "height").and_then(|height| css_pixels(&height));
    let view_box = attribute(&root, "viewBox").and_then(|numbers| view_box_size(&numbers));
    let (width, height) = match (width, height, view_box) {
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

/// A length of CSS in pixels; `None` for one that depends on its surroundings.
fn css_pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let unit_start = length
        .rfind(|c: char| c.is_ascii_digit() || c == '.')
        .map_or(0, |last| last + 1);
    let (number, unit) = length.split_at(unit_start);
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
    // The comparison is false for what is no number, too.
    (rounded >= 1.0 && rounded <= f64::from(u32::MAX)).then_some(rounded as u32)
}

/// The pages of a PDF, read without a PDF library.
///
/// A linearised file says it in its first object (PDF 32000-1, F.2). Otherwise
/// the root of the page tree (`/Type /Pages` without `/Parent`) counts its
/// leaves (7.7.3.2). `None` where neither is in plain sight, as in files that
/// compress their objects, or where several roots disagree after an update.
fn pdf_pages(file: &mut BufReader<File>, length: u64) -> io::Result<Option<u32>> {
    let mut bytes = Vec::new();
    file.take(PDF_HEAD as u64).read_to_end(&mut bytes)?;
    if let Some(pages) = linearised_pages(&bytes, length) {
        return Ok(Some(pages));
    }
    if length > LARGEST_SEARCHED_PDF {
        return Ok(None);
    }
    file.take(LARGEST_SEARCHED_PDF).read_to_end(&mut bytes)?;
    Ok(page_tree_pages(&bytes))
}

fn linearised_pages(head: &[u8], length: u64) -> Option<u32> {
    let start = memmem::find(head, b"/Linearized")?;
    let dictionary = head.get(start..)?;
    let dictionary = dictionary.get(..memmem::find(dictionary, b">>")?)?;
    // A file that was updated later is longer than it says and may have more
    // pages than it says.
    if integer_after(dictionary, b"/L")? != length {
        return None;
    }
    plausible_pages(integer_after(dictionary, b"/N")?)
}

fn page_tree_pages(bytes: &[u8]) -> Option<u32> {
    let roots = memmem::find_iter(bytes, b"/Type")
        .filter_map(|at| object_around(bytes, at))
        .filter(|object| memmem::find(object, b"/Parent").is_none());
    let counts: BTreeSet<_> = roots.map(|root| integer_after(root, b"/Count")).collect();
    match counts.first() {
        Some(&Some(pages)) if counts.len() == 1 => plausible_pages(pages),
        _ => None,
    }
}

/// The object around a `/Type` key, if its value is `/Pages`.
fn object_around(bytes: &[u8], type_key: usize) -> Option<&[u8]> {
    /// An object that reaches further is no page tree node.
    const REACH: usize = 1 << 20;
    let value = bytes.get(type_key + b"/Type".len()..)?.trim_ascii_start();
    let after = value.strip_prefix(b"/Pages")?;
    if after.first().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let first = type_key.saturating_sub(REACH);
    let start = first + memmem::rfind(bytes.get(first..type_key)?, b"obj")?;
    let rest = bytes.get(start..bytes.len().min(type_key + REACH))?;
    rest.get(..memmem::find(rest, b"endobj")?)
}

/// The whole number that follows a key.
fn integer_after(bytes: &[u8], key: &[u8]) -> Option<u64> {
    memmem::find_iter(bytes, key).find_map(|at| {
        let rest = bytes.get(at + key.len()..)?;
        let number = rest.trim_ascii_start();
        let digits = number.iter().take_while(|byte| byte.is_ascii_digit());
        let digits = number.get(..digits.count())?;
        str::from_utf8(digits).ok()?.parse().ok()
    })
}

fn plausible_pages(pages: u64) -> Option<u32> {
    let pages = u32::try_from(pages).ok()?;
    (1..=MOST_PAGES).contains(&pages).then_some(pages)
}

/// Whether a name is that of a hidden file, or of one that a desktop or an
/// office program leaves behind.
fn is_left_out(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_ascii_lowercase();
    name.starts_with(['.', '~']) || matches!(name.as_str(), "thumbs.db" | "desktop.ini")
}

fn slash_path(path: &Path) -> Option<String> {
    let parts: Option<Vec<_>> = path.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
}

fn unreadable(path: &Path, source: io::Error) -> MediaError {
    MediaError::Unreadable {
        path: path.to_owned(),
        source,
    }
}

/// The problem that kept the walk from an entry, if the entry matters.
fn walk_error(folder: &Path, error: walkdir::Error) -> Option<MediaError> {
    let path = error.path().unwrap_or(folder).to_owned();
    if path.file_name().is_some_and(is_left_out) && path != folder {
        return None;
    }
    if error.loop_ancestor().is_some() {
        return Some(MediaError::LinkLoop { path });
    }
    let source = io::Error::from(error);
    // The text of walkdir's error repeats the path.
    let source = source.kind().into();
    Some(MediaError::Unreadable { path, source })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Writes one file and gives what the scan says about it.
    #[track_caller]
    fn scanned(name: &str, content: &[u8]) -> MediaInfo {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join(name), content).expect("the file is written");
        let files = scan(folder.path()).expect("the folder has no problems");
        files.get(name).cloned().expect("the file is listed")
    }

    #[track_caller]
    fn check_size(name: &str, content: &[u8], size: Option<(u32, u32)>) {
        let info = scanned(name, content);
        assert_eq!(info.bytes, content.len() as u64, "{name}");
        assert_eq!(info.width.zip(info.height), size, "{name}");
    }

    #[track_caller]
    fn check_pages(content: &str, pages: Option<u32>) {
        assert_eq!(
            scanned("a.pdf", content.as_bytes()).pages,
            pages,
            "{content}"
        );
    }

    /// A JPEG of 40 by 30 pixels that has no picture, only its headers.
    fn jpeg(orientation: u8) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE1, 0, 34];
        bytes.extend(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
        bytes.extend([orientation, 0, 0, 0, 0, 0, 0]);
        bytes.extend([0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 40, 3]);
        bytes.extend([1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn sizes_of_pixel_images() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x58\0\0\x01\x90\x08\x06\0\0\0";
        check_size("a.PNG", png, Some((600, 400)));
        check_size("a.gif", b"GIF89a\x03\0\x02\0\0\0\0", Some((3, 2)));
        check_size("a.jpg", &jpeg(1), Some((40, 30)));
        check_size("turned.jpeg", &jpeg(6), Some((30, 40)));
        check_size("broken.png", b"\x89PNG", None);
        check_size("empty.jpg", b"", None);
        check_size("a.docx", png, None);
    }

    #[test]
    fn sizes_of_drawings() {
        for (attributes, size) in [
            ("width='120' height='40px'", Some((120, 40))),
            ("width='3in' height='10mm'", Some((288, 38))),
            ("viewBox='0 0 24 12'", Some((24, 12))),
            ("width='48' viewBox='0,0,24,12'", Some((48, 24))),
            (
                "width='100%' height='100%' viewBox='0 0 24 12'",
                Some((24, 12)),
            ),
            ("width='100%' height='100%'", None),
            ("width='-5' height='1e400'", None),
            ("viewBox='0 0 0 12'", None),
            ("", None),
        ] {
            let svg =
                format!("<?xml version='1.0'?><!DOCTYPE svg><!-- --><svg {attributes}><g/></svg>");
            check_size("a.svg", svg.as_bytes(), size);
        }
        check_size("a.svg", b"<html width='1' height='1'/>", None);
        check_size("a.svg", b"\xFF\xFE<svg", None);
    }

    #[test]
    fn pages_of_a_pdf() {
        let tree = "1 0 obj\n<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 7 >>\nendobj\n\
                    3 0 obj\n<< /Type/Pages /Parent 1 0 R /Count 5 >>\nendobj\n\
                    5 0 obj\n<< /Type /Page /Parent 3 0 R >>\nendobj\n";
        check_pages(&format!("%PDF-1.4\n{tree}%%EOF"), Some(7));
        let updated = tree.replace("/Count 7", "/Count 8");
        check_pages(&format!("%PDF-1.4\n{tree}{updated}%%EOF"), None);
        check_pages("%PDF-1.5\n1 0 obj\n<< /Type /ObjStm >>\nendobj\n", None);
        check_pages("1 0 obj << /Type /Pages /Count 0 >> endobj", None);
        check_pages(
            "1 0 obj << /Type /Pages /Count 99999999999999999999 >> endobj",
            None,
        );
        check_pages("/Type", None);
        check_pages("", None);
        let linearised = "%PDF-1.5\n1 0 obj\n<< /Linearized 1 /L 56 /N 12 >>\nendobj\n";
        assert_eq!(linearised.len(), 56);
        check_pages(linearised, Some(12));
        check_pages(&format!("{linearised} updated"), None);
    }

    #[test]
    fn files_are_listed_by_path_and_hidden_ones_left_out() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in [
            "b/年 报.docx",
            "a.txt",
            "b/.DS_Store",
            ".git/x",
            "Thumbs.db",
            "~$a.docx",
        ] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("below the folder")).expect("a folder");
            fs::write(path, "x").expect("a file");
        }
        let files = scan(folder.path()).expect("the folder has no problems");
        assert_eq!(files.keys().collect::<Vec<_>>(), ["a.txt", "b/年 报.docx"]);
        let none = scan(&folder.path().join("none")).expect("a missing folder is empty");
        assert_eq!(none, BTreeMap::new());
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_inside_and_all_problems_are_told() {
        use std::os::unix::fs::symlink;
        let outside = tempfile::tempdir().expect("a temporary folder");
        fs::write(outside.path().join("secret"), "x").expect("a file");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path();
        fs::create_dir(root.join("sub")).expect("a folder");
        fs::write(root.join("sub/a.txt"), "x").expect("a file");
        symlink("sub", root.join("inside")).expect("a link");
        let files = scan(root).expect("a link inside is fine");
        assert_eq!(
            files.keys().collect::<Vec<_>>(),
            ["inside/a.txt", "sub/a.txt"]
        );

        symlink(outside.path(), root.join("out")).expect("a link");
        symlink(outside.path().join("secret"), root.join("out-file")).expect("a link");
        symlink("..", root.join("sub/up")).expect("a link");
        symlink("none", root.join("dead")).expect("a link");
        symlink("none", root.join(".#lock")).expect("a link");
        let errors = scan(root).expect_err("the folder has problems");
        let at = |name: &str| root.join(name).display().to_string();
        let expected = [
            format!(
                "无法读取“{}”：entity not found；请检查文件是否存在、权限是否允许读取",
                at("dead")
            ),
            format!(
                "符号链接“{}”绕回了它所在的文件夹；请删去这个链接",
                at("inside/up")
            ),
            format!(
                "符号链接“{}”指向文件夹之外；请把文件本身复制进来",
                at("out")
            ),
            format!(
                "符号链接“{}”指向文件夹之外；请把文件本身复制进来",
                at("out-file")
            ),
            format!(
                "符号链接“{}”绕回了它所在的文件夹；请删去这个链接",
                at("sub/up")
            ),
        ];
        assert_eq!(errors.to_string(), expected.join("\n"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_content_panics(
            start in prop::sample::select(&BEGINNINGS[..]),
            rest in prop::collection::vec(any::<u8>(), 0..80),
        ) {
            let (name, magic) = start;
            scanned(name, &[magic, &rest].concat());
        }
    }

    /// How files begin that a reader looks into.
    const BEGINNINGS: [(&str, &[u8]); 9] = [
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.gif", b"GIF89a"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8X"),
        (
            "a.avif",
            b"\0\0\0\x14ftypavif\0\0\0\0avif\0\0\0\x20meta\0\0\0\0\0\0\0\x18iprp",
        ),
        ("a.jpg", b"\xFF\xD8\xFF"),
        ("b.jpg", b"\xFF\xD8\xFF\xE1\0\x30Exif\0\0MM\0*"),
        ("a.svg", b"<svg width='"),
        ("a.pdf", b"1 0 obj << /Type /Pages /Count "),
        ("b.pdf", b"1 0 obj << /Linearized 1 /L "),
    ];

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_no_text_is_told() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(OsStr::from_bytes(b"\xC4\xEA.pdf"));
        fs::write(&path, "x").expect("a file");
        let errors = scan(folder.path()).expect_err("the name is GBK");
        let expected = format!(
            "文件名“{}”不是 UTF-8 编码；请改用英文字母、数字和连字符命名",
            path.display()
        );
        assert_eq!(errors.to_string(), expected);
    }
}

//! The media folder: which files it has, how large they are, and what can be
//! read of them without decoding: the size of an image, the pages of a PDF.

mod pdf;
mod size;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufReader, Read as _};
use std::path::{Path, PathBuf};

use crate::content::media::MediaInfo;
use pdf::pdf_pages;
use size::{photo_size, raster_size, svg_size};
use thiserror::Error;
use walkdir::{DirEntry, WalkDir};

/// How much of an SVG is read for its root element, in bytes.
const SVG_HEAD: u64 = 256 << 10;

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

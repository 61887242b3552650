//! The media folder: its files, their sizes, and the properties that can be read without
//! decoding: the size of an image, the pages of a PDF.

pub(crate) mod content;
mod location;
mod pdf;
mod size;

pub(crate) use location::without_metadata;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufReader, Read as _, Seek as _};
use std::path::Path;

use super::walk::{MEDIA, Scanned, fault_of, walk};
use crate::content::ReadFault;
use crate::content::values::media::{MediaIndex, MediaInfo};
use crate::content::values::picture::{FileContent, PictureFormat};
use content::examine;
use location::location;
use pdf::pdf_pages;
use size::{bitmap_size, icon_size, photo_size, raster_size, svg_size};

/// Maximum number of bytes of an SVG that are read to find its root element.
const SVG_HEAD: u64 = 256 << 10;

/// Lists all files below a folder, with their properties.
///
/// Hidden files and files that desktops create are left out. A file that cannot be read is listed
/// nevertheless, so that a reference to it is not reported as a mistake.
pub(crate) fn scan(folder: &Path) -> Scanned<MediaIndex> {
    let walked = walk(folder, MEDIA, is_left_out);
    let (mut files, mut unusable) = (MediaIndex::new(), walked.unusable);
    for (name, entry) in walked.files {
        // Opening a pipe would block until its other end is opened.
        let info = if entry.file_type().is_file() {
            read_info(entry.path()).map_err(|error| fault_of(&error))
        } else {
            Err(ReadFault::NotAFile)
        };
        let info = info.unwrap_or_else(|fault| {
            unusable.push((entry.into_path(), fault));
            MediaInfo::default()
        });
        files.insert(name, info);
    }
    // In the order of the walk, independent of the kind of fault.
    unusable.sort_by(|one, other| one.0.cmp(&other.0));
    Scanned { files, unusable }
}

/// Reads the properties of a file.
///
/// # Errors
/// Returns an error if it cannot be read.
pub(crate) fn read_info(path: &Path) -> io::Result<MediaInfo> {
    let mut file = BufReader::new(File::open(path)?);
    let bytes = file.get_ref().metadata()?.len();
    let mut content = examine(&mut file, bytes)?;
    let location = location(&mut file, content)?;
    file.rewind()?;
    let size = match content {
        FileContent::Picture(PictureFormat::Svg) => svg_size(file.by_ref().take(SVG_HEAD)),
        FileContent::Picture(PictureFormat::Bmp) => bitmap_size(&mut file),
        FileContent::Picture(PictureFormat::Ico) => icon_size(&mut file),
        FileContent::Picture(format) | FileContent::Damaged(format) => {
            let size = match format {
                PictureFormat::Jpeg => photo_size(&mut file)?,
                _ => raster_size(&mut file),
            };
            if size.is_none() {
                content = FileContent::Damaged(format);
            }
            size
        }
        _ => None,
    };
    let (width, height) = size.unzip();
    let mut pages = None;
    if path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("pdf"))
    {
        file.rewind()?;
        pages = pdf_pages(&mut file, bytes)?;
    }
    Ok(MediaInfo {
        bytes,
        width,
        height,
        pages,
        content,
        location,
    })
}

/// Returns `true` if a name is that of a hidden file, or of one that a desktop or an office
/// program creates.
fn is_left_out(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_ascii_lowercase();
    name.starts_with(['.', '~']) || matches!(name.as_str(), "thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use std::fs;

    /// Writes one file and returns its scanned properties.
    #[track_caller]
    fn scanned(name: &str, content: &[u8]) -> MediaInfo {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join(name), content).expect("the file is written");
        let Scanned { files, unusable } = scan(folder.path());
        assert_eq!(unusable, []);
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

    /// Returns a JPEG of 40 by 30 pixels that consists of headers only.
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
        check_size("a.docx", png, Some((600, 400)));
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
            let svg = format!(
                "<?xml version='1.0'?><!DOCTYPE svg><!-- --><svg xmlns='http://www.w3.org/2000/svg' {attributes}><g/></svg>"
            );
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
        let Scanned { files, unusable } = scan(folder.path());
        assert_eq!(unusable, []);
        assert_eq!(files.keys().collect::<Vec<_>>(), ["a.txt", "b/年 报.docx"]);
        let none = scan(&folder.path().join("none"));
        assert_eq!((none.files, none.unusable), (MediaIndex::new(), vec![]));
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
        let Scanned { files, unusable } = scan(root);
        assert_eq!(unusable, []);
        assert_eq!(
            files.keys().collect::<Vec<_>>(),
            ["inside/a.txt", "sub/a.txt"]
        );

        symlink(outside.path(), root.join("out")).expect("a link");
        symlink(outside.path().join("secret"), root.join("out-file")).expect("a link");
        symlink("..", root.join("sub/up")).expect("a link");
        symlink("none", root.join("dead")).expect("a link");
        symlink("none", root.join(".#lock")).expect("a link");
        let expected = [
            ("dead", ReadFault::BrokenLink),
            ("inside/up", ReadFault::BrokenLink),
            ("out", ReadFault::LinkLeadsOut(MEDIA)),
            ("out-file", ReadFault::LinkLeadsOut(MEDIA)),
            ("sub/up", ReadFault::BrokenLink),
        ];
        let expected = expected.map(|(name, fault)| (root.join(name), fault));
        assert_eq!(scan(root).unusable, expected);
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

    /// First bytes of files that are parsed.
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
        let expected = [(path, ReadFault::NameNotUnicode)];
        assert_eq!(scan(folder.path()).unusable, expected);
    }
}

//! Hand-made files with location metadata.

use super::*;
use std::io::Cursor;

/// Returns Exif with an orientation and, if `with_place` is set, a latitude.
fn tiff(orientation: u8, with_place: bool) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([orientation, 0, 0]);
    // The directory of the location follows this one.
    let tag: &[u8] = if with_place { b"\x88\x25" } else { b"\x87\x69" };
    tiff.extend([tag, b"\0\x04\0\0\0\x01\0\0\0\x26", b"\0\0\0\0"].concat());
    if with_place {
        tiff.extend(
            b"\0\x02\0\0\0\x01\0\0\0\x04\x02\x03\0\0\0\x02\0\x05\0\0\0\x03\0\0\0\x44\0\0\0\0",
        );
        tiff.extend([0, 0, 0, 31, 0, 0, 0, 1].repeat(3));
    } else {
        tiff.extend(b"\0\0\0\0\0\0");
    }
    tiff
}

fn jpeg(metadata: &[u8]) -> Vec<u8> {
    let segment = |marker: u8, data: &[u8]| {
        let size = u16::try_from(data.len() + 2)
            .expect("a short segment")
            .to_be_bytes();
        [&[0xFF, marker], &size[..], data].concat()
    };
    let exif = if metadata.is_empty() {
        vec![]
    } else {
        segment(0xE1, metadata)
    };
    [
        &b"\xFF\xD8"[..],
        &segment(0xE0, b"JFIF\0"),
        &exif,
        &segment(0xE2, b"ICC_PROFILE\0colours"),
        &segment(
            0xC0,
            &[8, 0, 30, 0, 40, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0],
        ),
        &segment(0xDA, &[0; 6]),
        b"pixels\xFF\x00more\xFF\xD9",
    ]
    .concat()
}

fn png(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n".to_vec();
    for (kind, data) in chunks {
        let mut crc = flate2::Crc::new();
        crc.update(&kind[..]);
        crc.update(data);
        bytes.extend(
            u32::try_from(data.len())
                .expect("a short chunk")
                .to_be_bytes(),
        );
        bytes.extend([&kind[..], data, &crc.sum().to_be_bytes()].concat());
    }
    bytes
}

fn webp(flags: u8, chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let header = (b"VP8X", vec![flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
    let mut bytes = b"RIFF\0\0\0\0WEBP".to_vec();
    for (kind, data) in [header].iter().chain(chunks) {
        bytes.extend_from_slice(&kind[..]);
        bytes.extend(
            u32::try_from(data.len())
                .expect("a short chunk")
                .to_le_bytes(),
        );
        bytes.extend_from_slice(data);
        bytes.resize(bytes.len().next_multiple_of(2), 0);
    }
    let size = u32::try_from(bytes.len() - 8)
        .expect("a short file")
        .to_le_bytes();
    bytes[4..8].copy_from_slice(&size);
    bytes
}

fn location_of(bytes: &[u8]) -> PhotoLocation {
    let mut file = Cursor::new(bytes);
    let content = crate::publish::source::media::content::examine(&mut file, bytes.len() as u64);
    location(&mut file, content.expect("memory can be read")).expect("memory can be read")
}

#[test]
fn a_place_is_found_wherever_it_is_written() {
    let exif = |place| [EXIF, &tiff(6, place)].concat();
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='31,0N'/>".to_vec();
    let end = (b"IEND", vec![]);
    for (name, bytes, expected) in [
        ("jpeg", jpeg(&exif(true)), PhotoLocation::Removable),
        (
            "jpeg without a place",
            jpeg(&exif(false)),
            PhotoLocation::Absent,
        ),
        ("jpeg without metadata", jpeg(&[]), PhotoLocation::Absent),
        ("jpeg with xmp", jpeg(&xmp), PhotoLocation::Removable),
        (
            "jpeg with broken exif",
            jpeg(b"Exif\0\0MM\0*\xFF\xFF\xFF\xFF"),
            PhotoLocation::Removable,
        ),
        (
            "png",
            png(&[(b"eXIf", tiff(1, true)), end.clone()]),
            PhotoLocation::Removable,
        ),
        (
            "png without a place",
            png(&[(b"eXIf", tiff(1, false)), end.clone()]),
            PhotoLocation::Absent,
        ),
        (
            "png with a word",
            png(&[(b"tEXt", b"Title\0GPSL".to_vec()), end.clone()]),
            PhotoLocation::Absent,
        ),
        (
            "webp",
            webp(8, &[(b"VP8 ", vec![0; 3]), (b"EXIF", tiff(1, true))]),
            PhotoLocation::Removable,
        ),
        (
            "webp with xmp",
            webp(4, &[(b"XMP ", xmp.clone())]),
            PhotoLocation::Removable,
        ),
        (
            "webp without",
            webp(0, &[(b"VP8 ", vec![0; 3])]),
            PhotoLocation::Absent,
        ),
        ("tiff", tiff(1, true), PhotoLocation::Fixed),
        (
            "tiff without a place",
            tiff(1, false),
            PhotoLocation::Absent,
        ),
    ] {
        assert_eq!(location_of(&bytes), expected, "{name}");
    }
}

#[test]
fn what_is_published_names_no_place_and_shows_the_same() {
    let exif = |orientation| [EXIF, &tiff(orientation, true)].concat();
    let upright = [EXIF, &turned(PictureFormat::WebP, 6)[8..]].concat();
    let film = |jpeg: Vec<u8>| [&jpeg[..], b"\0\0ftypmp42 GPS", &exif(1)].concat();
    let pixels = || (b"IDAT", b"pixels".to_vec());
    let end = || (b"IEND", vec![]);
    let small = turned(PictureFormat::WebP, 3)[8..].to_vec();
    for (name, bytes, expected) in [
        ("jpeg", jpeg(&exif(1)), jpeg(&[])),
        ("turned jpeg", jpeg(&exif(6)), jpeg(&upright)),
        ("jpeg with a film", film(jpeg(&exif(6))), jpeg(&upright)),
        (
            "png",
            png(&[
                (b"eXIf", tiff(1, true)),
                pixels(),
                (b"iTXt", b"XML:com.adobe.xmp\0".to_vec()),
                end(),
            ]),
            png(&[pixels(), end()]),
        ),
        (
            "turned png",
            png(&[(b"eXIf", tiff(3, true)), pixels(), end()]),
            png(&[(b"eXIf", small.clone()), pixels(), end()]),
        ),
        (
            "webp",
            webp(
                0x1C,
                &[
                    (b"VP8 ", vec![0; 3]),
                    (b"EXIF", tiff(1, true)),
                    (b"XMP ", vec![1]),
                ],
            ),
            webp(0x10, &[(b"VP8 ", vec![0; 3])]),
        ),
        (
            "turned webp",
            webp(8, &[(b"VP8 ", vec![0; 4]), (b"EXIF", tiff(3, true))]),
            webp(8, &[(b"VP8 ", vec![0; 4]), (b"EXIF", small.clone())]),
        ),
    ] {
        let published = without_metadata(&bytes);
        assert_eq!(published.as_deref(), Some(&expected[..]), "{name}");
        assert_eq!(location_of(&expected), PhotoLocation::Absent, "{name}");
    }
}

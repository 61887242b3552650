//! Compressed copies of texts, for hosts that send what is beside a file.

use super::write::{Staging, WriteError};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What is smaller fits into a packet as it is.
const SMALLEST: usize = 1024;
/// The endings of texts. Pictures and documents are compressed in themselves.
const TEXTS: [&str; 14] = [
    "html",
    "json",
    "xml",
    "txt",
    "md",
    "csv",
    "svg",
    "css",
    "js",
    "wasm",
    "ics",
    "webmanifest",
    "map",
    "bin",
];
/// The folder of files that never change, and for which any effort pays.
const ASSETS: &str = "assets";

/// A text in the two encodings that browsers take.
#[derive(Debug)]
pub(super) struct Compressed {
    /// Brotli.
    pub brotli: Vec<u8>,
    /// gzip, without a time in it.
    pub gzip: Vec<u8>,
}

/// Compresses a text; `hard` takes twenty times as long for another tenth.
///
/// # Errors
/// When an encoder fails, which it does not in memory.
pub(super) fn compressed(bytes: &[u8], hard: bool) -> io::Result<Compressed> {
    let parameters = BrotliEncoderParams {
        quality: if hard { 11 } else { 9 },
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &parameters)?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(Compressed {
        brotli,
        gzip: encoder.finish()?,
    })
}

/// Puts the copies beside the texts of a portal that is being written, and gives their number.
/// Those of a text that the old portal had too are taken from there.
///
/// # Errors
/// When the disk refuses.
pub(super) fn compress(staging: &Staging) -> Result<usize, WriteError> {
    let (new, old) = staging.folders();
    let files: Vec<PathBuf> = WalkDir::new(new)
        .sort_by_file_name()
        .into_iter()
        .filter_map(|entry| match entry {
            Ok(entry) => (entry.file_type().is_file() && is_text(entry.path()))
                .then(|| Ok(entry.into_path())),
            Err(error) => Some(Err(refused(new, error.into()))),
        })
        .collect::<Result<_, _>>()?;
    files
        .par_iter()
        .map(|file| beside(file, new, old))
        .sum::<Result<usize, WriteError>>()
}

fn beside(file: &Path, new: &Path, old: &Path) -> Result<usize, WriteError> {
    let bytes = std::fs::read(file).map_err(|error| refused(file, error))?;
    if bytes.len() < SMALLEST {
        return Ok(0);
    }
    let path = file.strip_prefix(new).unwrap_or(file);
    let copies = match kept(&old.join(path), &bytes) {
        Some(copies) => copies,
        None => {
            let hard = path.starts_with(ASSETS);
            compressed(&bytes, hard).map_err(|error| refused(file, error))?
        }
    };
    let mut written = 0;
    for (copy, ending) in [(copies.brotli, "br"), (copies.gzip, "gz")] {
        if copy.len() < bytes.len() {
            let place = with_ending(file, ending);
            std::fs::write(&place, copy).map_err(|error| refused(&place, error))?;
            written += 1;
        }
    }
    Ok(written)
}

/// The copies of the old portal, where it has both and they are of the same text.
fn kept(file: &Path, bytes: &[u8]) -> Option<Compressed> {
    // Whatever cannot be read is made anew.
    let read = |file: &Path| std::fs::read(file).ok();
    if read(file)? != bytes {
        return None;
    }
    Some(Compressed {
        brotli: read(&with_ending(file, "br"))?,
        gzip: read(&with_ending(file, "gz"))?,
    })
}

fn is_text(file: &Path) -> bool {
    let ending = file.extension().and_then(std::ffi::OsStr::to_str);
    ending.is_some_and(|ending| TEXTS.contains(&ending))
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn refused(path: &Path, error: io::Error) -> WriteError {
    WriteError::Refused {
        path: path.to_owned(),
        error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn copies_say_the_same() {
        let text = "化纤产业技术创新战略联盟".repeat(100);
        for hard in [false, true] {
            let copies = compressed(text.as_bytes(), hard).expect("copies");
            let mut brotli = Vec::new();
            brotli::BrotliDecompress(&mut &copies.brotli[..], &mut brotli).expect("brotli");
            let mut gzip = Vec::new();
            flate2::read::GzDecoder::new(&copies.gzip[..])
                .read_to_end(&mut gzip)
                .expect("gzip");
            assert_eq!(
                (brotli.as_slice(), gzip.as_slice()),
                (text.as_bytes(), text.as_bytes())
            );
        }
    }

    #[test]
    fn copies_carry_no_time() {
        let copies = compressed(b"text", false).expect("copies");
        assert_eq!(copies.gzip.get(4..8), Some(&[0; 4][..]));
    }
}

//! Compressed copies of texts, for hosts that serve precompressed files.

use crate::publish::output_dir::{Staging, WriteError, refused};
use crate::publish::progress::{Observer, Step};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, Write as _};

/// Minimum size in bytes; a smaller file fits into one packet uncompressed.
const SMALLEST: usize = 1024;
/// File extensions of texts. Pictures and documents are already compressed.
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
/// Folder of immutable files, which are worth the highest compression level.
const ASSETS: &str = "assets/";

/// A text in the two encodings that browsers support.
#[derive(Debug)]
pub(crate) struct Compressed {
    /// Copy in Brotli encoding.
    pub brotli: Vec<u8>,
    /// Copy in gzip encoding, without a modification time.
    pub gzip: Vec<u8>,
}

/// Compresses a text. `hard` takes twenty times as long and saves another tenth.
///
/// # Errors
/// Returns an error if an encoder fails, which cannot happen in memory.
pub(crate) fn compressed(bytes: &[u8], hard: bool) -> io::Result<Compressed> {
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

/// Writes compressed copies of the texts of a portal that is being written, except those of
/// `left_out`.
///
/// # Errors
/// Returns an error if the file system refuses.
pub(crate) fn compress(
    staging: &Staging<'_>,
    left_out: &BTreeSet<String>,
    observer: &dyn Observer,
) -> Result<(), WriteError> {
    let files = staging.files();
    let files = files.difference(left_out).filter(|path| is_text(path));
    let files: Vec<&String> = files.collect();
    observer.begin(Step::Compress, files.len());
    files.par_iter().try_for_each(|path| {
        beside(staging, path)?;
        observer.advance();
        Ok(())
    })
}

fn beside(staging: &Staging<'_>, path: &str) -> Result<(), WriteError> {
    let bytes = staging.read(path)?;
    if bytes.len() < SMALLEST {
        return Ok(());
    }
    let hard = path.starts_with(ASSETS);
    let copies = compressed(&bytes, hard).map_err(refused(path.as_ref()))?;
    for (copy, ending) in [(copies.brotli, "br"), (copies.gzip, "gz")] {
        if copy.len() < bytes.len() {
            staging.write(&format!("{path}.{ending}"), &copy)?;
        }
    }
    Ok(())
}

fn is_text(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| TEXTS.contains(&ending))
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

//! Page counts of PDF files.

use memchr::memmem;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read as _};

/// Maximum size in bytes of a PDF that is searched for its page count. A larger one is listed
/// without it, so that it is not held in memory.
const LARGEST_SEARCHED_PDF: u64 = 64 << 20;
/// Maximum number of bytes before the first object of a PDF (PDF 32000-1, annex F).
const PDF_HEAD: usize = 1024;
/// Maximum plausible page count; a higher one is considered a misreading.
const MOST_PAGES: u32 = 100_000;

/// Returns the page count of a PDF, read without a PDF library.
///
/// A linearised file states it in its first object (PDF 32000-1, F.2). Otherwise the root of the
/// page tree (`/Type /Pages` without `/Parent`) counts its leaves (7.7.3.2). Returns `None` if
/// neither is readable, as in files with compressed objects, or if several roots disagree after
/// an update.
pub(crate) fn pdf_pages(file: &mut BufReader<File>, length: u64) -> io::Result<Option<u32>> {
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
    // A file that was updated later is longer than stated and may have more pages than stated.
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

/// Returns the object around a `/Type` key, if its value is `/Pages`.
fn object_around(bytes: &[u8], type_key: usize) -> Option<&[u8]> {
    /// Maximum distance in bytes from the key to the ends of a page tree node.
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

/// Returns the integer that follows a key.
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

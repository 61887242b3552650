//! Grams: the short pieces of text under which an index is stored.

/// Returns the hash of a gram, evenly distributed and the same on every machine and in every
/// build.
#[must_use]
pub(super) fn hash(gram: &[char]) -> u32 {
    // FNV-1a over code points, then the finalizer of MurmurHash3: FNV alone leaves the high
    // bits of short keys nearly equal, and those determine the file.
    let mut hash = 0x811c_9dc5_u32 ^ gram.len() as u32;
    for &letter in gram {
        hash = (hash ^ letter as u32).wrapping_mul(0x0100_0193);
        hash ^= hash >> 15;
    }
    hash = (hash ^ hash >> 16).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ hash >> 13).wrapping_mul(0xc2b2_ae35);
    hash ^ hash >> 16
}

/// Returns which of `count` files a hash belongs to.
pub(super) fn place(hash: u32, count: u32) -> u32 {
    ((u64::from(hash) * u64::from(count)) >> 32) as u32
}

/// Returns the checksum of a file's bytes. A truncated file, another file of the same name and
/// an error page all fail the check.
pub(super) fn checksum(seed: u32, bytes: &[u8]) -> u32 {
    let mut sum = 0x811c_9dc5 ^ seed;
    for &byte in bytes {
        sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    sum ^ sum >> 15
}

/// Ranges of frequent characters, which get small numbers: ASCII, general punctuation, Chinese
/// punctuation, Han.
const RANGES: [(u32, u32); 4] = [(0, 0x80), (0x2000, 0x70), (0x3000, 0x40), (0x4e00, 0x5200)];

/// Returns a character as a number that takes few bits.
pub(super) fn compact(letter: char) -> u32 {
    let code = letter as u32;
    let mut offset = 0;
    for (start, length) in RANGES {
        if code.wrapping_sub(start) < length {
            return offset + code - start;
        }
        offset += length;
    }
    offset + code
}

/// Returns the character of a number.
pub(super) fn expand(number: u32) -> Option<char> {
    let mut number = number;
    for (start, length) in RANGES {
        if number < length {
            return char::from_u32(start + number);
        }
        number -= length;
    }
    char::from_u32(number)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_a_number_of_its_own() {
        for letter in "\0a~\u{7f}\u{80}é“”…、。〇一龥鿿가😀\u{10ffff}".chars() {
            assert_eq!(expand(compact(letter)), Some(letter), "{letter:?}");
        }
        assert!(compact('一') < 1024 && compact('鿿') < 32768);
    }

    #[test]
    fn grams_are_spread_evenly() {
        let mut filled = [0; 16];
        for first in '一'..'丿' {
            for second in '一'..'丿' {
                filled[place(hash(&[first, second]), 16) as usize] += 1;
            }
        }
        let mean = filled.iter().sum::<u32>() / 16;
        for count in filled {
            assert!(count.abs_diff(mean) * 5 < mean, "{filled:?}");
        }
    }

    #[test]
    fn any_changed_byte_is_noticed() {
        let bytes = b"some bytes of a file";
        let sum = checksum(7, bytes);
        for index in 0..bytes.len() {
            let mut other = *bytes;
            other[index] ^= 0x10;
            assert_ne!(checksum(7, &other), sum);
        }
        assert_ne!(checksum(8, bytes), sum);
        assert_ne!(checksum(7, &bytes[1..]), sum);
    }
}

//! Encoding of numbers as bits: fixed width, Elias gamma and Rice codes.
//!
//! The lists of an index are gaps with a nearly geometric distribution, for which Rice codes
//! are within a few per cent of the optimum and need no tables. The reader trusts no input:
//! reading beyond the end returns `None`, and no number read determines the size of an
//! allocation.

/// Largest quotient of a Rice code; numbers with a larger one are written as plain numbers, so
/// that an outlier costs a few bytes at most.
const LONGEST_UNARY: u32 = 24;

/// Reader of bits, from the most to the least significant of each byte.
#[derive(Debug, Clone)]
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, position: 0 }
    }

    pub(super) fn bit(&mut self) -> Option<bool> {
        let byte = *self.bytes.get(self.position / 8)?;
        let bit = byte >> (7 - self.position % 8) & 1;
        self.position += 1;
        Some(bit == 1)
    }

    /// Reads a number of `width` bits, 32 at most.
    pub(super) fn fixed(&mut self, width: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..width {
            value = value << 1 | u32::from(self.bit()?);
        }
        Some(value)
    }

    /// Reads ones up to a zero, `limit` of them at most.
    pub(super) fn unary(&mut self, limit: u32) -> Option<u32> {
        let mut count = 0;
        while count < limit && self.bit()? {
            count += 1;
        }
        Some(count)
    }

    /// Reads a number of at least 1.
    pub(super) fn gamma(&mut self) -> Option<u32> {
        let width = self.unary(32)?;
        let low = self.fixed(width.min(31))?;
        (width < 32).then(|| 1 << width | low)
    }

    pub(super) fn rice(&mut self, parameter: u32) -> Option<u32> {
        let quotient = self.unary(LONGEST_UNARY)?;
        if quotient == LONGEST_UNARY {
            return self.fixed(32);
        }
        Some(quotient << parameter | self.fixed(parameter)?)
    }
}

/// Returns the best Rice parameter for gaps of this mean.
pub(super) fn rice_parameter(mean: u32) -> u32 {
    // The mean of geometric gaps is 1.44 times their median, and the low bits should cover the
    // median.
    (mean - mean / 3).max(1).ilog2().min(23)
}

/// Writer of the bits that [`BitReader`] reads.
#[cfg(feature = "ssr")]
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    pending: u64,
    count: u32,
}

#[cfg(feature = "ssr")]
impl BitWriter {
    pub(super) fn fixed(&mut self, value: u32, width: u32) {
        debug_assert!(width == 32 || value >> width == 0);
        self.pending = self.pending << width | u64::from(value);
        self.count += width;
        if self.count >= 32 {
            self.count -= 32;
            let whole = (self.pending >> self.count) as u32;
            self.bytes.extend(whole.to_be_bytes());
        }
    }

    pub(super) fn bit(&mut self, bit: bool) {
        self.fixed(u32::from(bit), 1);
    }

    /// Writes ones and, below the limit, a zero.
    pub(super) fn unary(&mut self, count: u32, limit: u32) {
        let mut left = count;
        while left >= 16 {
            self.fixed(0xffff, 16);
            left -= 16;
        }
        self.fixed((1 << left) - 1, left);
        if count < limit {
            self.bit(false);
        }
    }

    pub(super) fn gamma(&mut self, value: u32) {
        let width = value.ilog2();
        self.unary(width, 32);
        self.fixed(value - (1 << width), width);
    }

    pub(super) fn rice(&mut self, value: u32, parameter: u32) {
        let quotient = value >> parameter;
        if quotient >= LONGEST_UNARY {
            self.unary(LONGEST_UNARY, LONGEST_UNARY);
            self.fixed(value, 32);
        } else {
            let low = value & ((1 << parameter) - 1);
            let width = quotient + 1 + parameter;
            if width <= 31 {
                // Written in one step, which is nearly always possible.
                let ones = (1 << (quotient + 1)) - 2;
                self.fixed(ones << parameter | low, width);
            } else {
                self.unary(quotient, LONGEST_UNARY);
                self.fixed(low, parameter);
            }
        }
    }

    /// Returns the number of bits.
    pub(super) fn len(&self) -> u32 {
        self.bytes.len() as u32 * 8 + self.count
    }

    /// Appends the first `count` bits of `bytes`.
    pub(super) fn append(&mut self, bytes: &[u8], count: u32) {
        let mut left = count;
        for chunk in bytes.chunks(4) {
            let mut number = 0;
            for at in 0..4 {
                number = number << 8 | u32::from(chunk.get(at).copied().unwrap_or_default());
            }
            let width = left.min(32);
            if width > 0 {
                self.fixed(number >> (32 - width), width);
            }
            left -= width;
        }
    }

    /// Passes the bytes to `give`, the last one padded with zeros, and clears the writer.
    pub(super) fn take(&mut self, give: impl FnOnce(&[u8])) {
        self.fill();
        give(&self.bytes);
        self.bytes.clear();
    }

    fn fill(&mut self) {
        let left = self.pending << (32 - self.count);
        let bytes = (left as u32).to_be_bytes();
        self.bytes
            .extend(bytes.iter().take(self.count.div_ceil(8) as usize));
        self.count = 0;
    }

    /// Returns the bytes, the last one padded with zeros.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.fill();
        self.bytes
    }
}

/// Returns the length of a Rice code in bits.
#[cfg(feature = "ssr")]
pub(super) fn rice_cost(value: u32, parameter: u32) -> u32 {
    let quotient = value >> parameter;
    if quotient >= LONGEST_UNARY {
        LONGEST_UNARY + 32
    } else {
        quotient + 1 + parameter
    }
}

/// Returns the length of a gamma code in bits.
#[cfg(feature = "ssr")]
pub(super) fn gamma_cost(value: u32) -> u32 {
    2 * value.ilog2() + 1
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            numbers in prop::collection::vec((0u32..=u32::MAX >> 1, 0u32..24), 0..60)
        ) {
            let mut writer = BitWriter::default();
            let mut cost = 0;
            for (number, parameter) in &numbers {
                writer.rice(*number, *parameter);
                writer.gamma(number + 1);
                writer.unary(*parameter, 24);
                writer.fixed(*number, 31);
                cost += rice_cost(*number, *parameter) + gamma_cost(number + 1);
                cost += parameter + 1 + 31;
            }
            let bytes = writer.finish();
            prop_assert_eq!(bytes.len(), cost.div_ceil(8) as usize);
            let mut reader = BitReader::new(&bytes);
            for (number, parameter) in numbers {
                prop_assert_eq!(reader.rice(parameter), Some(number));
                prop_assert_eq!(reader.gamma(), Some(number + 1));
                prop_assert_eq!(reader.unary(24), Some(parameter));
                prop_assert_eq!(reader.fixed(31), Some(number));
            }
        }

        #[test]
        fn damaged_bits_end_in_nothing(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let mut reader = BitReader::new(&bytes);
            let mut steps = 0;
            while reader.gamma().and_then(|_| reader.rice(3)).is_some() {
                steps += 1;
            }
            prop_assert!(steps <= bytes.len() * 8);
        }
    }
}

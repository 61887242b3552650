//! Sorting, compiled once: each instance of the standard library's sort costs a kilobyte of
//! code, which every visitor who searches would load.

/// Returns the items sorted by their numbers; the sort is stable.
pub(super) fn sorted<T: Copy>(items: &[T], number: impl Fn(&T) -> u64) -> Vec<T> {
    let keys = items
        .iter()
        .zip(0_u32..)
        .map(|(item, index)| u128::from(number(item)) << 32 | u128::from(index));
    let mut keys: Vec<u128> = keys.collect();
    keys.sort_unstable();
    keys.iter()
        .filter_map(|key| items.get(*key as u32 as usize).copied())
        .collect()
}

/// Returns two numbers as one, which sorts by both.
pub(super) fn both(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

//! Positions of characters in the texts of a tier.

/// Where a letter is in all of a tier's texts. Four thousand million letters are more than
/// a machine that publishes has memory for.
pub(super) type Position = u32;

/// A place in the low half and what it is sorted by in the high one: such pairs are sorted
/// as numbers, which is several times faster than anything that looks at the texts.
pub(super) type Keyed = u64;

pub(super) fn keyed(key: u32, place: Position) -> Keyed {
    u64::from(key) << 32 | u64::from(place)
}

pub(super) fn key(keyed: Keyed) -> u32 {
    (keyed >> 32) as u32
}

pub(super) fn place(keyed: Keyed) -> Position {
    keyed as Position
}

//! Positions of characters in the texts of a tier.

/// Position of a character in all texts of a tier. More than 4 billion characters would not fit
/// into the memory of a machine that publishes.
pub(super) type Position = u32;

/// Position in the low half and sort key in the high half: such pairs are sorted as numbers,
/// which is several times faster than a sort that reads the texts.
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

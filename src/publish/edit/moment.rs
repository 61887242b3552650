//! Moments in Chinese time, which files are named after.

use time::{Duration, OffsetDateTime};

/// Returns the current moment as a name that sorts by time: `20261128-093015-123`.
pub(super) fn stamp() -> String {
    // China has kept UTC+8 without daylight saving since 1992.
    let now = OffsetDateTime::now_utc().saturating_add(Duration::hours(8));
    format!(
        "{:04}{:02}{:02}-{:02}{:02}{:02}-{:03}",
        now.year(),
        u8::from(now.month()),
        now.day(),
        now.hour(),
        now.minute(),
        now.second(),
        now.millisecond()
    )
}

/// Returns a name of the current moment that no other file has.
pub(super) fn free_stamp(is_taken: impl Fn(&str) -> bool) -> String {
    loop {
        let stamp = stamp();
        // At most a millisecond passes until the next one.
        if !is_taken(&stamp) {
            return stamp;
        }
    }
}

/// Returns the moment of a name for people: `2026-11-28 09:30`.
pub(super) fn told(stamp: &str) -> String {
    let part = |range| stamp.get(range).unwrap_or_default();
    format!(
        "{}-{}-{} {}:{}",
        part(0..4),
        part(4..6),
        part(6..8),
        part(9..11),
        part(11..13)
    )
}

/// Returns the current moment for people.
pub(super) fn now() -> String {
    told(&stamp())
}

/// Returns `true` if a text is a name that [`stamp`] gives.
pub(super) fn is_stamp(text: &str) -> bool {
    text.len() == 19
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 15 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

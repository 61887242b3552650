//! Keyboard navigation in a list.

/// Returns the entry that a key selects, or `None` if it is another key. The inner `None` is
/// the field, which follows both ends of the list.
pub(crate) fn moved(key: &str, active: Option<usize>, count: usize) -> Option<Option<usize>> {
    match (key, active) {
        ("ArrowDown", None) => Some((count > 0).then_some(0)),
        ("ArrowDown", Some(at)) => Some((at + 1 < count).then_some(at + 1)),
        ("ArrowUp", None) => Some(count.checked_sub(1)),
        ("ArrowUp", Some(at)) => Some(at.checked_sub(1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn arrows_go_round_by_way_of_the_field() {
        for (key, active, count, expected) in [
            ("ArrowDown", None, 2, Some(Some(0))),
            ("ArrowDown", Some(0), 2, Some(Some(1))),
            ("ArrowDown", Some(1), 2, Some(None)),
            ("ArrowUp", None, 2, Some(Some(1))),
            ("ArrowUp", Some(1), 2, Some(Some(0))),
            ("ArrowUp", Some(0), 2, Some(None)),
            ("ArrowDown", None, 0, Some(None)),
            ("ArrowUp", None, 0, Some(None)),
            ("a", Some(1), 2, None),
        ] {
            assert_eq!(moved(key, active, count), expected, "{key} from {active:?}");
        }
    }
}

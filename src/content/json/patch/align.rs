//! Comparison of two lists.

use serde_json::Value;

/// Product of lengths up to which lists are compared element by element.
const MOST: usize = 250_000;

/// Returns `true` if two values mean the same: `1` and `1.0` do.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other
                || matches!((one.as_f64(), other.as_f64()), (Some(one), Some(other))
                    if (one - other).abs() <= one.abs() * 4.0 * f64::EPSILON)
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(key, one)| other.get(key).is_some_and(|other| same(one, other)))
        }
        _ => one == other,
    }
}

/// An element of the new list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// Index of the element that it replaces or equals.
    pub(super) old: Option<usize>,
    /// Its own index.
    pub(super) new: usize,
}

/// Returns for each element of the new list the old one that it equals, or else the one that stood
/// in its place.
pub(super) fn align(old: &[Value], new: &[Value]) -> Vec<Pair> {
    let alike = |(one, other): &(&Value, &Value)| same(one, other);
    let head = old.iter().zip(new).take_while(alike).count();
    let (old_rest, new_rest) = (old.get(head..), new.get(head..));
    let (old_rest, new_rest) = (old_rest.unwrap_or_default(), new_rest.unwrap_or_default());
    let tails = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = tails.take_while(alike).count();
    let old_middle = head..old.len() - tail;
    let new_middle = head..new.len() - tail;
    let mut pairs: Vec<Pair> = (0..head).map(|at| both(at, at)).collect();
    let mut place = (old_middle.start, new_middle.start);
    let common = common(
        old.get(old_middle.clone()).unwrap_or_default(),
        new.get(new_middle.clone()).unwrap_or_default(),
    );
    let common = common
        .into_iter()
        .map(|(old, new)| (old + head, new + head));
    for (old_next, new_next) in common.chain([(old_middle.end, new_middle.end)]) {
        // What stands between two equal elements takes the place of what stood there.
        for new in place.1..new_next {
            let old = place.0 + (new - place.1);
            let old = (old < old_next).then_some(old);
            pairs.push(Pair { old, new });
        }
        if new_next < new_middle.end {
            pairs.push(both(old_next, new_next));
        }
        place = (old_next + 1, new_next + 1);
    }
    pairs.extend((0..tail).map(|at| both(old_middle.end + at, new_middle.end + at)));
    pairs
}

fn both(old: usize, new: usize) -> Pair {
    let old = Some(old);
    Pair { old, new }
}

/// Returns the indices of a longest common subsequence; none of lists that are too long.
fn common(old: &[Value], new: &[Value]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    if old.len().saturating_mul(new.len()) > MOST {
        return Vec::new();
    }
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    let at = |lengths: &[u32], row: usize, column: usize| {
        lengths
            .get(row * width + column)
            .copied()
            .unwrap_or_default()
    };
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let length = if same(one, other) {
                at(&lengths, row + 1, column + 1) + 1
            } else {
                at(&lengths, row + 1, column).max(at(&lengths, row, column + 1))
            };
            if let Some(place) = lengths.get_mut(row * width + column) {
                *place = length;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut found = Vec::new();
    while let (Some(one), Some(other)) = (old.get(row), new.get(column)) {
        if same(one, other) {
            found.push((row, column));
            row += 1;
            column += 1;
        } else if at(&lengths, row, column + 1) <= at(&lengths, row + 1, column) {
            row += 1;
        } else {
            column += 1;
        }
    }
    found
}

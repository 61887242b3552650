//! Grouping of the positions of a gram by their neighbours.

use super::positions::{Keyed, Position, keyed, place};
use super::texts::{Neighbours, Texts};
use std::cmp::Ordering;

/// A position and its neighbours. Nearly always there are one or two, which are compared as a
/// number.
#[derive(Debug, Clone, Copy)]
struct Sided {
    left: u64,
    right: u64,
    place: Position,
    neighbours: Neighbours,
}

/// Number of characters that fit into the number.
const FIT: u32 = 3;
const SHIFTS: [u32; FIT as usize] = [42, 21, 0];

/// Grouping of positions with the same neighbours, for one gram after another.
#[derive(Default)]
pub(super) struct ByNeighbours {
    sided: Vec<Sided>,
    /// Ends of the positions of each variant; empty if no position has neighbours.
    ends: Vec<usize>,
}

impl ByNeighbours {
    /// Sorts the positions of a gram by neighbours; they have to be in ascending order.
    pub(super) fn sort(&mut self, texts: &Texts, places: &mut [Keyed], length: u32) {
        self.sided.clear();
        self.ends.clear();
        let neighbours = |each: &Keyed| texts.neighbours(place(*each), length);
        let Some(first) = places
            .iter()
            .position(|each| neighbours(each) != Neighbours::NONE)
        else {
            return;
        };
        self.sided
            .extend(places.iter().enumerate().map(|(index, each)| {
                let place = place(*each);
                let neighbours = if index < first {
                    Neighbours::NONE
                } else {
                    neighbours(each)
                };
                Sided {
                    left: number(texts, place - neighbours.before, neighbours.before),
                    right: number(texts, place + length, neighbours.after),
                    place,
                    neighbours,
                }
            }));
        let fits = |each: &Sided| each.neighbours.before.max(each.neighbours.after) <= FIT;
        if self.sided.iter().all(fits) {
            self.sided
                .sort_unstable_by_key(|each| (each.left, each.right, each.place));
        } else {
            self.sided.sort_unstable_by(|one, other| {
                compare(texts, one, other, length).then_with(|| one.place.cmp(&other.place))
            });
        }
        let mut end = 0;
        let variants = self
            .sided
            .chunk_by(|one, other| compare(texts, one, other, length).is_eq());
        for variant in variants {
            end += variant.len();
            self.ends.push(end);
        }
        for (each, sided) in places.iter_mut().zip(&self.sided) {
            *each = keyed(0, sided.place);
        }
    }

    /// Returns the number of variants; 0 if no position has neighbours.
    pub(super) fn variants(&self) -> u32 {
        self.ends.len() as u32
    }

    /// Returns the neighbours of each variant and the end of its positions.
    pub(super) fn each(&self) -> impl Iterator<Item = (Neighbours, usize)> {
        let neighbours = |end: &usize| (self.sided[*end - 1].neighbours, *end);
        self.ends.iter().map(neighbours)
    }
}

/// Returns the first characters of a piece as a number that sorts like them.
fn number(texts: &Texts, start: Position, length: u32) -> u64 {
    let letters = (0..length.min(FIT)).map(|at| u64::from(texts.number(start + at)));
    letters
        .zip(SHIFTS)
        .map(|(number, shift)| number << shift)
        .sum()
}

fn compare(texts: &Texts, one: &Sided, other: &Sided, length: u32) -> Ordering {
    let piece = |each: &Sided, is_left| match is_left {
        true => (each.place - each.neighbours.before, each.neighbours.before),
        false => (each.place + length, each.neighbours.after),
    };
    let whole = |is_left| {
        let (one, other) = (piece(one, is_left), piece(other, is_left));
        if one.1 <= FIT && other.1 <= FIT {
            return Ordering::Equal;
        }
        texts.compare(one, other)
    };
    one.left
        .cmp(&other.left)
        .then_with(|| whole(true))
        .then_with(|| one.right.cmp(&other.right))
        .then_with(|| whole(false))
}

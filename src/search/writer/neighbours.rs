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
    /// Positions that have neighbours.
    sided: Vec<Sided>,
    /// Neighbours of each variant and the end of its positions; empty if no position has
    /// neighbours.
    variants: Vec<(Neighbours, usize)>,
}

impl ByNeighbours {
    /// Sorts the positions of a gram by neighbours; they have to be in ascending order. Those
    /// without neighbours come first, so only the others, which are few, have to be sorted.
    pub(super) fn sort(&mut self, texts: &Texts, places: &mut [Keyed], length: u32) {
        self.sided.clear();
        self.variants.clear();
        let mut alone = 0;
        for index in 0..places.len() {
            let place = place(places[index]);
            let neighbours = texts.neighbours(place, length);
            if neighbours == Neighbours::NONE {
                places[alone] = places[index];
                alone += 1;
            } else {
                self.sided.push(Sided {
                    left: number(texts, place - neighbours.before, neighbours.before),
                    right: number(texts, place + length, neighbours.after),
                    place,
                    neighbours,
                });
            }
        }
        if self.sided.is_empty() {
            return;
        }
        let fits = |each: &Sided| each.neighbours.before.max(each.neighbours.after) <= FIT;
        if self.sided.iter().all(fits) {
            self.sided
                .sort_unstable_by_key(|each| (each.left, each.right, each.place));
        } else {
            self.sided.sort_unstable_by(|one, other| {
                compare(texts, one, other, length).then_with(|| one.place.cmp(&other.place))
            });
        }
        if alone > 0 {
            self.variants.push((Neighbours::NONE, alone));
        }
        let mut end = alone;
        let variants = self
            .sided
            .chunk_by(|one, other| compare(texts, one, other, length).is_eq());
        for variant in variants {
            end += variant.len();
            self.variants.push((variant[0].neighbours, end));
        }
        for (each, sided) in places[alone..].iter_mut().zip(&self.sided) {
            *each = keyed(0, sided.place);
        }
    }

    /// Returns the neighbours of each variant and the end of its positions; nothing if no
    /// position has neighbours.
    pub(super) fn variants(&self) -> &[(Neighbours, usize)] {
        &self.variants
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

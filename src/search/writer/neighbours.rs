//! The places of a gram by what is beside them.

use super::positions::{Keyed, Position, keyed, place};
use super::texts::{Neighbours, Texts};
use std::cmp::Ordering;

/// A place and what is beside it. Nearly always that is a letter or two, which compare as
/// a number.
#[derive(Debug, Clone, Copy)]
struct Sided {
    left: u64,
    right: u64,
    place: Position,
    neighbours: Neighbours,
}

/// Letters that fit into the number, each at its place.
const FIT: u32 = 3;
const SHIFTS: [u32; FIT as usize] = [42, 21, 0];

/// Puts places with the same neighbours together, one gram after another.
#[derive(Default)]
pub(super) struct ByNeighbours {
    sided: Vec<Sided>,
    /// Where the places of each variant end; none when nothing is beside any place.
    ends: Vec<usize>,
}

impl ByNeighbours {
    /// Sorts the places of a gram, which are in order.
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
        self.sided.sort_unstable_by(|one, other| {
            compare(texts, one, other, length).then_with(|| one.place.cmp(&other.place))
        });
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

    /// How many variants there are; none when nothing is beside any place.
    pub(super) fn variants(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The neighbours of each variant, and where its places end.
    pub(super) fn each(&self) -> impl Iterator<Item = (Neighbours, usize)> {
        let neighbours = |end: &usize| (self.sided[*end - 1].neighbours, *end);
        self.ends.iter().map(neighbours)
    }
}

/// The first letters of a piece as a number that is in their order.
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

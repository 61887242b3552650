//! A running search: it names the files it needs, takes their bytes, and ends when all words
//! are decided.

use super::answer::{Outcome, collect, sort_by_relevance};
use super::entry::Entry;
use super::paths::shard_path;
use super::query::Query;
use super::shard::{Lookup, Match, Occurrences, Record, find, matches};
use super::tier::{Way, seed};

/// Records looked up at once in the first round of a word. Most words need two; for a long word
/// these leave so few candidates that the search often ends.
const FIRST_ROUND: usize = 4;

/// Search for a query.
#[derive(Debug)]
pub struct Search<'a> {
    entry: &'a Entry,
    proofs: Vec<Proof>,
    words: usize,
}

/// Search for one word in one tier.
#[derive(Debug)]
struct Proof {
    tier: usize,
    /// `true` if one record answers for the whole word.
    is_direct: bool,
    /// Pending lookups with their offsets in the word; the next one is last.
    left: Vec<(u32, Lookup)>,
    /// Number of lookups in the current round.
    round: usize,
    state: State,
}

#[derive(Debug)]
enum State {
    Begun,
    /// Positions at which the word may begin.
    Candidates(Occurrences),
    Found(Vec<Match>),
    /// A file was missing or damaged.
    Lost,
}

/// A file that a search needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    tier: usize,
    shard: u32,
    path: String,
}

impl Needed {
    /// Returns the path of the file in the folder of the index.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl<'a> Search<'a> {
    /// Begins a search.
    #[must_use]
    pub fn new(entry: &'a Entry, query: &Query) -> Self {
        let mut proofs = Vec::new();
        for (number, tier) in entry.tiers.iter().enumerate() {
            for word in query.words() {
                let (is_direct, mut left) = match tier.way(word) {
                    Way::Direct(lookup) => (true, vec![(0, lookup)]),
                    Way::Cover(cover) => (false, cover),
                };
                left.reverse();
                proofs.push(Proof {
                    tier: number,
                    is_direct,
                    left,
                    round: FIRST_ROUND,
                    state: State::Begun,
                });
            }
        }
        Self {
            entry,
            proofs,
            words: query.words().len(),
        }
    }

    /// Returns the files that are needed next, without duplicates. If there are none, the
    /// search is complete.
    #[must_use]
    pub fn needed(&self) -> Vec<Needed> {
        let mut needed: Vec<Needed> = Vec::new();
        for proof in &self.proofs {
            let Some(tier) = self.entry.tiers.get(proof.tier) else {
                continue;
            };
            for (_, lookup) in proof.current() {
                let shard = tier.shard_of(lookup);
                let is_new = |other: &Needed| (other.tier, other.shard) != (proof.tier, shard);
                if needed.iter().all(is_new) {
                    needed.push(Needed {
                        tier: proof.tier,
                        shard,
                        path: shard_path(tier.generation, shard),
                    });
                }
            }
        }
        needed
    }

    /// Takes the files that were [needed](Self::needed), each with its bytes, or `None` if it
    /// could not be loaded.
    pub fn give(&mut self, files: &[(Needed, Option<&[u8]>)]) {
        for proof in &mut self.proofs {
            let Some(tier) = self.entry.tiers.get(proof.tier) else {
                continue;
            };
            for (offset, lookup) in proof.take_round() {
                let shard = tier.shard_of(&lookup);
                let file = files
                    .iter()
                    .find(|(file, _)| (file.tier, file.shard) == (proof.tier, shard))
                    .and_then(|(_, bytes)| *bytes);
                let record = file.and_then(|bytes| {
                    let seed = seed(tier.measures.base, shard);
                    find(bytes, seed, tier.measures, &lookup).ok()
                });
                proof.advance(offset, record);
            }
            proof.close();
        }
    }

    /// Returns the result, the most relevant hit first.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let mut outcome = Outcome::default();
        let mut before = 0;
        for (tier, proofs) in self.entry.tiers.iter().zip(self.proofs.chunks(self.words)) {
            let found: Vec<&[Match]> = proofs
                .iter()
                .filter_map(|proof| match &proof.state {
                    State::Found(matches) => Some(matches.as_slice()),
                    _ => None,
                })
                .collect();
            if found.len() == proofs.len() {
                collect(
                    self.entry,
                    tier.measures.documents,
                    before,
                    &found,
                    &mut outcome.hits,
                );
            } else {
                outcome.incomplete = true;
            }
            before += tier.measures.documents;
        }
        sort_by_relevance(&mut outcome.hits);
        outcome
    }
}

impl Proof {
    /// Returns the lookups of the current round.
    fn current(&self) -> &[(u32, Lookup)] {
        let start = self.left.len().saturating_sub(self.round);
        self.left.get(start..).unwrap_or_default()
    }

    fn take_round(&mut self) -> Vec<(u32, Lookup)> {
        let start = self.left.len().saturating_sub(self.round);
        self.round *= 2;
        self.left.split_off(start)
    }

    fn advance(&mut self, offset: u32, record: Option<Record>) {
        let state = std::mem::replace(&mut self.state, State::Lost);
        self.state = match (state, record) {
            (State::Begun, Some(record)) if self.is_direct => State::Found(record.into_matches()),
            (State::Begun, Some(Record::Occurrences(found))) => {
                State::Candidates(starts(&found, offset).collect())
            }
            (State::Candidates(candidates), Some(Record::Occurrences(found))) => {
                State::Candidates(in_both(&candidates, starts(&found, offset)))
            }
            // A cover contains no frequent gram, so the index is inconsistent.
            _ => State::Lost,
        };
    }

    /// Ends the search for the word if no lookups or no candidates are left.
    fn close(&mut self) {
        if let State::Candidates(candidates) = &self.state
            && (self.left.is_empty() || candidates.is_empty())
        {
            self.state = State::Found(matches(candidates));
        }
        if !matches!(self.state, State::Begun | State::Candidates(_)) {
            self.left.clear();
        }
    }
}

/// Returns the positions of a word, given those of its part at `offset`.
fn starts(found: &[(u32, u32)], offset: u32) -> impl Iterator<Item = (u32, u32)> {
    found
        .iter()
        .filter_map(move |(document, position)| Some((*document, position.checked_sub(offset)?)))
}

/// Returns the intersection of two sorted lists.
fn in_both(one: &[(u32, u32)], other: impl Iterator<Item = (u32, u32)>) -> Occurrences {
    let mut rest = one;
    other
        .filter(|place| {
            let start = rest.partition_point(|candidate| candidate < place);
            rest = rest.get(start..).unwrap_or_default();
            rest.first() == Some(place)
        })
        .collect()
}

//! What a search gives: the documents, their order, and how many there are of each sort.

use super::entry::{Entry, Facts};
use super::shard::Match;
use super::sort::{both, sorted};

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The documents that hold all words, the most relevant first.
    pub hits: Vec<Hit>,
    /// Whether files were missing or damaged, so that there may be more.
    pub incomplete: bool,
}

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The number of the document, from the oldest.
    pub document: u32,
    /// The part of its text that the first word is in.
    pub part: u32,
    /// Whether title or names hold a word.
    pub in_heading: bool,
    score: u32,
}

/// A hit in the title or in a name counts as much as this many in the text.
const HEADING_WEIGHT: u32 = 64;

/// The documents of a tier that are in the lists of all words.
pub(super) fn collect(
    entry: &Entry,
    documents: u32,
    before: u32,
    words: &[&[Match]],
    hits: &mut Vec<Hit>,
) {
    let Some((first, others)) = words.split_first() else {
        return;
    };
    // Each word's weight is the number of binary digits of how rare it is.
    let weight = |matches: &[Match]| (documents / (matches.len() as u32).max(1)).max(1).ilog2() + 1;
    let own_weight = weight(first);
    let mut others: Vec<(u32, &[Match])> = others
        .iter()
        .map(|matches| (weight(matches), *matches))
        .collect();
    'documents: for found in *first {
        let document = before + found.document;
        let length = entry.length(document);
        let mut in_heading = found.in_heading;
        let mut score = own_weight * density(found, length);
        for (weight, rest) in &mut others {
            let start = rest.partition_point(|other| other.document < found.document);
            *rest = rest.get(start..).unwrap_or_default();
            match rest.first() {
                Some(other) if other.document == found.document => {
                    in_heading |= other.in_heading;
                    score += *weight * density(other, length);
                }
                _ => continue 'documents,
            }
        }
        hits.push(Hit {
            document,
            part: found.part,
            in_heading,
            score,
        });
    }
}

/// How dense a word is in a text of this length.
fn density(found: &Match, length: u32) -> u32 {
    let heading = if found.in_heading { HEADING_WEIGHT } else { 0 };
    heading + ((2 + 3 * found.frequency) << (3 - length.min(3)))
}

/// Titles and names first, then the rarer and denser, then the fresher.
pub fn sort_by_relevance(hits: &mut Vec<Hit>) {
    *hits = sorted(hits, |hit| {
        let heading = u32::from(hit.in_heading) << 31;
        !both(heading | hit.score, hit.document)
    });
}

/// The fresher first: documents are numbered from the oldest.
pub fn sort_by_date(hits: &mut Vec<Hit>) {
    *hits = sorted(hits, |hit| !u64::from(hit.document));
}

/// How many of the hits there are of each combination of type, section and year, in order
/// of these. What a visitor chooses among are sums of them.
#[must_use]
pub fn facets<'a>(entry: &'a Entry, hits: &[Hit]) -> Vec<(Facts<'a>, u32)> {
    let all: Vec<(u64, u32)> = hits
        .iter()
        .filter_map(|hit| {
            let year = entry.facts(hit.document)?.year;
            Some((both(entry.group(hit.document), year), hit.document))
        })
        .collect();
    sorted(&all, |(number, _)| *number)
        .chunk_by(|one, other| one.0 == other.0)
        .filter_map(|same| {
            let facts = entry.facts(same.first()?.1)?;
            Some((facts, same.len() as u32))
        })
        .collect()
}

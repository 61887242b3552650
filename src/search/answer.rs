//! Result of a search: the documents, their order, and their number in each category.

use super::entry::{Entry, Facts};
use super::shard::Match;
use super::sort::{both, sorted};

/// Result of a search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Documents that contain all words, the most relevant first.
    pub hits: Vec<Hit>,
    /// `true` if files were missing or damaged, so that there may be more hits.
    pub incomplete: bool,
}

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Number of the document, counted from the oldest.
    pub document: u32,
    /// Part of its text with the first occurrence of the first word.
    pub part: u32,
    /// `true` if the title or a name contains a word.
    pub in_heading: bool,
    score: u32,
}

/// Weight added to the density of a word that is in the title or in a name. The density in a
/// text alone is 2 to 64.
const HEADING_WEIGHT: u32 = 64;

/// Adds the documents of a tier that are in the lists of all words.
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
    // The weight of a word is the number of binary digits of its rarity.
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

/// Returns the density of a word in a text of a class of length.
fn density(found: &Match, length: u32) -> u32 {
    let heading = if found.in_heading { HEADING_WEIGHT } else { 0 };
    heading + ((2 + 3 * found.frequency) << (3 - length.min(3)))
}

/// Sorts by relevance: hits in titles and names first, then by rarity and density, then the
/// newest first.
pub fn sort_by_relevance(hits: &mut Vec<Hit>) {
    *hits = sorted(hits, |hit| {
        let heading = u32::from(hit.in_heading) << 31;
        !both(heading | hit.score, hit.document)
    });
}

/// Sorts by date, the newest first; documents are numbered from the oldest.
pub fn sort_by_date(hits: &mut Vec<Hit>) {
    *hits = sorted(hits, |hit| !u64::from(hit.document));
}

/// Returns the number of hits for each combination of type, section and year, sorted by these.
/// The counts of the filters are sums of these numbers.
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

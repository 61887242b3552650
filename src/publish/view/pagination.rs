//! Lists in pages that are numbered from the oldest entry.
//!
//! A full page never changes: page 1 always holds the oldest entries. The front shows the newest
//! page and, while that one is not full, the full page before it, so that it is never nearly
//! empty. Adding an entry changes the front, the newest page and, when a new page begins, the
//! link of the page before it.

use crate::route::PageNumber;
use crate::wire::Pager;

/// Number of entries on a page of a list of articles or events.
pub(crate) const PAGE_SIZE: usize = 20;
/// Number of bulletins on a page of the archive: five years of a monthly.
pub(crate) const SHELF_SIZE: usize = 60;

/// Returns the number of numbered pages of a list.
pub(crate) const fn page_count(entries: usize, size: usize) -> usize {
    entries.div_ceil(size)
}

/// Returns the pages of a list: its front, and the numbered ones.
pub(crate) fn pages(entries: usize, size: usize) -> impl Iterator<Item = PageNumber> {
    let numbered = (1..=page_count(entries, size)).map(page_number);
    // A list that does not exceed one page has only its front.
    let needed = entries > size;
    std::iter::once(PageNumber::FRONT).chain(numbered.filter(move |_| needed))
}

/// Returns the entries of a page, newest first, and the links to its neighbours.
///
/// `entries` is sorted from the oldest. Returns `None` if there is no such page.
pub(crate) fn page<T: Copy>(
    entries: &[T],
    size: usize,
    here: PageNumber,
) -> Option<(Vec<T>, Pager)> {
    let count = page_count(entries.len(), size);
    let (range, older, newer) = match here.number() {
        None => {
            let first = entries.len() - front_size(entries.len(), size);
            let older = (first > 0).then(|| page_number(first / size));
            (first..entries.len(), older, None)
        }
        Some(number) => {
            let number = usize::try_from(number)
                .ok()
                .filter(|number| *number <= count && entries.len() > size)?;
            let first = (number - 1) * size;
            let last = (first + size).min(entries.len());
            let older = (number > 1).then(|| page_number(number - 1));
            let newer = if number < count {
                page_number(number + 1)
            } else {
                PageNumber::FRONT
            };
            (first..last, older, Some(newer))
        }
    };
    let total = match here.number() {
        None => u32::try_from(entries.len()).ok(),
        Some(_) => None,
    };
    let rows = entries.get(range)?.iter().rev().copied().collect();
    Some((
        rows,
        Pager {
            here,
            older,
            newer,
            total,
        },
    ))
}

/// Returns the page that shows the entry at a position, counted from the oldest. The front is
/// preferred, as it is the page that visitors see first.
pub(crate) fn page_of(entries: usize, size: usize, place: usize) -> PageNumber {
    if place >= entries - front_size(entries, size) {
        PageNumber::FRONT
    } else {
        page_number(place / size + 1)
    }
}

/// Returns the number of newest entries on the front.
const fn front_size(entries: usize, size: usize) -> usize {
    if entries <= size {
        return entries;
    }
    match entries % size {
        0 => size,
        rest => size + rest,
    }
}

fn page_number(number: usize) -> PageNumber {
    PageNumber::new(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(entries: usize, here: u32) -> Option<(usize, usize, Option<u32>, Option<u32>)> {
        let entries: Vec<usize> = (1..=entries).collect();
        let (rows, pager) = page(&entries, 20, PageNumber::new(here))?;
        let number = |page: Option<PageNumber>| page.map(|page| page.number().unwrap_or(0));
        Some((
            rows.first().copied().unwrap_or(0),
            rows.last().copied().unwrap_or(0),
            number(pager.older),
            number(pager.newer),
        ))
    }

    #[test]
    fn pages_count_from_the_oldest() {
        // (entries, page) → (first shown, last shown, older page, newer page); page 0 is the
        // front.
        for (entries, here, expected) in [
            (0, 0, Some((0, 0, None, None))),
            (1, 0, Some((1, 1, None, None))),
            (20, 0, Some((20, 1, None, None))),
            (20, 1, None),
            (21, 0, Some((21, 1, None, None))),
            (21, 1, Some((20, 1, None, Some(2)))),
            (40, 0, Some((40, 21, Some(1), None))),
            (40, 1, Some((20, 1, None, Some(2)))),
            (45, 0, Some((45, 21, Some(1), None))),
            (45, 1, Some((20, 1, None, Some(2)))),
            (45, 2, Some((40, 21, Some(1), Some(3)))),
            (45, 3, Some((45, 41, Some(2), Some(0)))),
            (45, 4, None),
        ] {
            assert_eq!(
                shown(entries, here),
                expected,
                "{entries} entries, page {here}"
            );
        }
    }

    #[test]
    fn an_entry_is_found_where_it_is_shown() {
        for entries in [1, 20, 21, 40, 45, 60] {
            for place in 0..entries {
                let here = page_of(entries, 20, place).number().unwrap_or(0);
                let (newest, oldest, ..) = shown(entries, here).unwrap_or_default();
                assert!(
                    (oldest..=newest).contains(&(place + 1)),
                    "{place} of {entries} is not on page {here}"
                );
            }
        }
    }

    #[test]
    fn a_full_page_keeps_its_entries_forever() {
        for entries in 41..200 {
            let shown = shown(entries, 1);
            assert_eq!(shown, Some((20, 1, None, Some(2))), "{entries} entries");
        }
    }

    #[test]
    fn the_front_leads_to_every_entry_exactly_once() {
        for entries in 0..200_usize {
            let all: Vec<usize> = (1..=entries).collect();
            let mut seen = Vec::new();
            let mut here = Some(PageNumber::FRONT);
            while let Some(number) = here {
                let (rows, pager) = page(&all, 20, number).unwrap_or_else(|| panic!("{number:?}"));
                seen.extend(rows);
                here = pager.older;
            }
            let newest_first: Vec<usize> = all.into_iter().rev().collect();
            assert_eq!(seen, newest_first, "{entries} entries");
        }
    }
}

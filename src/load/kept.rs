//! Rule of what stays in memory of the pages that a visitor has seen or is about to see.

use std::collections::VecDeque;

/// Maximum number of kept pages.
const PAGES: usize = 32;

/// Maximum size of all kept pages together, in bytes of JSON. The data of most pages is about
/// 10 KB.
const BYTES: usize = 2 * 1024 * 1024;

/// Time after which a page is fetched again, in milliseconds: what has been published meanwhile
/// is then shown without a reload.
const AGE: f64 = 5.0 * 60.0 * 1000.0;

/// Pages by their addresses; the one whose use is longest ago is the first, and is dropped
/// first.
#[derive(Debug)]
pub(super) struct Kept<Page>(VecDeque<Entry<Page>>);

#[derive(Debug)]
struct Entry<Page> {
    url: String,
    page: Page,
    since: f64,
    bytes: usize,
}

impl<Page: Clone> Kept<Page> {
    pub(super) const fn new() -> Self {
        Self(VecDeque::new())
    }

    /// Returns a page, unless it is too old.
    pub(super) fn get(&mut self, url: &str, now: f64) -> Option<Page> {
        let entry = self.take(url)?;
        // A clock that has been set back makes no page younger.
        if !(0.0..AGE).contains(&(now - entry.since)) {
            return None;
        }
        let page = entry.page.clone();
        self.0.push_back(entry);
        Some(page)
    }

    /// Keeps a page, whose size is not known yet.
    pub(super) fn put(&mut self, url: &str, page: Page, now: f64) {
        self.remove(url);
        self.0.push_back(Entry {
            url: url.to_owned(),
            page,
            since: now,
            bytes: 0,
        });
        self.bound();
    }

    /// Sets the size of a page.
    pub(super) fn weigh(&mut self, url: &str, bytes: usize) {
        if let Some(entry) = self.0.iter_mut().find(|entry| entry.url == url) {
            entry.bytes = bytes;
        }
        self.bound();
    }

    /// Drops a page.
    pub(super) fn remove(&mut self, url: &str) {
        self.take(url);
    }

    fn take(&mut self, url: &str) -> Option<Entry<Page>> {
        let at = self.0.iter().position(|entry| entry.url == url)?;
        self.0.remove(at)
    }

    fn bound(&mut self) {
        while self.0.len() > PAGES || self.0.iter().map(|entry| entry.bytes).sum::<usize>() > BYTES
        {
            self.0.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(pages: usize) -> Kept<usize> {
        let mut kept = Kept::new();
        for page in 0..pages {
            kept.put(&page.to_string(), page, 0.0);
        }
        kept
    }

    #[test]
    fn a_page_is_kept_for_some_minutes() {
        for (now, expected) in [
            (0.0, Some(0)),
            (AGE - 1.0, Some(0)),
            (AGE, None),
            (-1.0, None),
        ] {
            assert_eq!(kept(1).get("0", now), expected, "{now}");
        }
    }

    #[test]
    fn use_makes_a_page_no_younger() {
        let mut kept = kept(1);
        assert_eq!(kept.get("0", AGE - 1.0), Some(0));
        assert_eq!(kept.get("0", AGE), None);
    }

    #[test]
    fn the_page_whose_use_is_longest_ago_is_dropped() {
        let mut kept = kept(PAGES);
        assert_eq!(kept.get("0", 0.0), Some(0));
        kept.put("one more", PAGES, 0.0);
        assert_eq!(kept.0.len(), PAGES);
        assert_eq!(kept.get("0", 0.0), Some(0));
        assert_eq!(kept.get("1", 0.0), None);
    }

    #[test]
    fn large_pages_are_dropped_before_there_are_many() {
        let mut kept = kept(3);
        for url in ["0", "1", "2"] {
            kept.weigh(url, BYTES / 2);
        }
        let left = ["0", "1", "2"].map(|url| kept.get(url, 0.0));
        assert_eq!(left, [None, Some(1), Some(2)]);
    }

    #[test]
    fn a_page_that_alone_is_too_large_is_not_kept() {
        let mut kept = kept(1);
        kept.weigh("0", BYTES + 1);
        assert_eq!(kept.get("0", 0.0), None);
    }

    #[test]
    fn a_removed_page_is_not_kept() {
        let mut kept = kept(2);
        kept.remove("0");
        assert_eq!([kept.get("0", 0.0), kept.get("1", 0.0)], [None, Some(1)]);
    }

    #[test]
    fn a_page_that_is_fetched_again_takes_the_place_of_the_old_one() {
        let mut kept = kept(1);
        kept.put("0", 7, AGE);
        assert_eq!((kept.0.len(), kept.get("0", AGE)), (1, Some(7)));
    }
}

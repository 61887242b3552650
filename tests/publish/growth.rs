//! Tests of the number of files that change when an article is added.

use super::harness::sites::{generated, publish};
use crate::fixtures::Tree;
use std::collections::BTreeSet;

#[test]
fn a_full_page_of_a_list_never_changes() {
    let (before, after) = (published(45), published(46));
    for list in ["news", "news/alliance"] {
        for path in [
            format!("{list}/page/1/index.html"),
            format!("data/{list}/page/1.json"),
        ] {
            let old = before.get(&path);
            assert!(old.is_some(), "{path} is missing");
            assert_eq!(old, after.get(&path), "{path}");
        }
    }
}

#[test]
fn the_number_of_changed_files_does_not_grow_with_the_site() {
    // Twenty lists more would be forty files more.
    let small = changed(100, false);
    let large = changed(500, false);
    let difference = small.len().abs_diff(large.len());
    assert!(
        difference <= 10,
        "100 articles: {} files {small:#?}\n500 articles: {} files {large:#?}",
        small.len(),
        large.len()
    );
    // The article, its neighbours, its member, the home page, the fronts and newest pages of
    // two lists, its year, the archive; each is a page and its data.
    assert!(large.len() <= 35, "{} files {large:#?}", large.len());
}

/// The newest documents are indexed again; older parts of the index are unchanged.
#[test]
fn the_number_of_changed_files_of_the_index_does_not_grow_with_the_site() {
    let small = changed(216, true).len();
    let (before, after) = (published(472), published(473));
    let large = differing(&before, &after, true).len();
    assert!(
        large <= small + small / 4,
        "{small} files of 216 articles, {large} of 472"
    );
    let all = before.keys().filter(|path| is_of_index(path)).count();
    assert!(large < all, "{large} of {all} files");
}

/// Returns the files that differ after one article is added to this many: those of the search
/// index or the others.
fn changed(articles: usize, of_index: bool) -> BTreeSet<String> {
    differing(&published(articles), &published(articles + 1), of_index)
}

/// Returns the files that differ: those of the search index or the others.
fn differing(before: &Tree, after: &Tree, of_index: bool) -> BTreeSet<String> {
    before
        .keys()
        .chain(after.keys())
        .filter(|path| is_of_index(path) == of_index)
        .filter(|path| before.get(*path) != after.get(*path))
        .cloned()
        .collect()
}

fn is_of_index(path: &str) -> bool {
    path.starts_with("data/search/")
}

fn published(articles: usize) -> Tree {
    publish(generated(articles).path(), None)
}

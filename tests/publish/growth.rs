//! What an added article changes.

use super::sites::{generated, publish};
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
    let small = changed(60);
    let large = changed(600);
    let difference = small.len().abs_diff(large.len());
    assert!(
        difference <= 10,
        "60 articles: {} files {small:#?}\n600 articles: {} files {large:#?}",
        small.len(),
        large.len()
    );
    // The article, its neighbours, its member, the home page, the fronts and newest pages of
    // two lists, the archive; each is a page and its data.
    assert!(large.len() <= 30, "{} files {large:#?}", large.len());
}

/// Whatever is fresh is indexed anew, which the next test bounds.
#[test]
fn the_archive_of_the_search_index_stays_as_it_is() {
    let (before, after) = (published(600), published(601));
    let kept =
        |path: &&String| path.starts_with("data/search/") && before.get(*path) == after.get(*path);
    let shards = before.keys().filter(kept).count();
    let all = before
        .keys()
        .filter(|path| path.starts_with("data/search/"))
        .count();
    assert!(shards * 2 > all, "{shards} of {all} files are kept");
}

/// The files outside of the search index that differ when one article is added to this many.
fn changed(articles: usize) -> BTreeSet<String> {
    let (before, after) = (published(articles), published(articles + 1));
    before
        .keys()
        .chain(after.keys())
        .filter(|path| !path.starts_with("data/search/"))
        .filter(|path| before.get(*path) != after.get(*path))
        .cloned()
        .collect()
}

fn published(articles: usize) -> Tree {
    publish(generated(articles).path(), None)
}

//! The search, from the published index to the list of hits.

use super::server::Fault;
use super::site::Site;
use super::visit::visit;
use super::visitor::Visitor;
use serde_json::{Value, json};
use std::path::Path;

const RESULTS: &str = "document.querySelector('#search-results').dataset";

/// Opens the search for words and waits for the answer.
async fn search(visitor: &Visitor, base: &str, words: &str) {
    let encoded = visitor
        .run(&format!("return encodeURIComponent({})", json!(words)))
        .await;
    let encoded = encoded.as_str().expect("a text").to_owned();
    visitor.enter(&format!("{base}/search/?q={encoded}")).await;
    let is_done = format!(
        "{RESULTS}.state === 'done' && {RESULTS}.query === {}",
        json!(words)
    );
    visitor.until("the answer is there", &is_done).await;
}

/// Presses for more until there is no more.
async fn show_all(visitor: &Visitor) {
    let all: usize = total(visitor).await.parse().expect("a number");
    for shown in (20..all).step_by(20) {
        visitor.press("#search-results > button").await;
        let count = "document.querySelectorAll('#search-results li > a').length";
        visitor
            .until("there are more", &format!("{count} > {shown}"))
            .await;
    }
}

async fn total(visitor: &Visitor) -> String {
    visitor.read(&format!("{RESULTS}.total")).await
}

/// The texts of the articles, as they are published.
fn articles(site: &Site) -> Vec<Value> {
    let folder = site.folder().join("data/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("there are articles")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let read = |path: &Path| std::fs::read(path).expect("a file");
    paths
        .iter()
        .map(|path| serde_json::from_slice(&read(path)).expect("JSON"))
        .collect()
}

#[test]
fn pieces_of_titles_find_their_articles() {
    let site = Site::public();
    let titles: Vec<String> = articles(&site)
        .iter()
        .filter_map(|article| Some(article["title"].as_str()?.to_owned()))
        .collect();
    visit(&site, async |visitor, _| {
        visitor.open("/search/").await;
        for (number, title) in titles.iter().enumerate().step_by(titles.len().div_ceil(8)) {
            let letters: Vec<char> = title.chars().collect();
            let length = (2 + number % 4).min(letters.len());
            let start = number * 5 % (letters.len() - length + 1);
            let piece: String = letters[start..start + length].iter().collect();
            if piece.trim() != piece {
                continue;
            }
            search(visitor, "", &piece).await;
            show_all(visitor).await;
            let links = "[...document.querySelectorAll('#search-results li > a')]
                .map((link) => link.textContent)";
            let found = visitor.look(links).await;
            let found = found.as_array().expect("a list").clone();
            assert!(
                found.contains(&json!(title)),
                "{piece}: {title} in {found:?}"
            );
            assert_eq!(total(visitor).await, found.len().to_string(), "{piece}");
        }
    });
}

#[test]
fn twenty_hits_are_shown_at_first_and_more_on_demand() {
    visit(&Site::public(), async |visitor, _| {
        visitor.open("/search/").await;
        search(visitor, "", "有限公司").await;
        let count = "document.querySelectorAll('#search-results li > a').length";
        assert_eq!(visitor.look(count).await, json!(20));
        visitor.press("#search-results > button").await;
        visitor
            .until("there are more", &format!("{count} > 20"))
            .await;
    });
}

#[test]
fn words_of_all_sorts_are_answered_without_a_complaint() {
    visit(&Site::public(), async |visitor, _| {
        visitor.open("/search/").await;
        for words in [
            "<script>",
            ".*[a-",
            "\u{202e}مرحبا",
            "\u{fffd}",
            "没有这样的词",
        ] {
            search(visitor, "", words).await;
            assert_eq!(total(visitor).await, "0", "{words}");
        }
        assert_eq!(visitor.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_chapter_is_refused() {
    visit(&Site::public(), async |visitor, _| {
        let words = "%E7%BA%BA%E7%BB%87".repeat(500);
        visitor.enter(&format!("/search/?q={words}")).await;
        visitor
            .until("it is refused", &format!("{RESULTS}.state === 'too-long'"))
            .await;
    });
}

#[test]
fn a_missing_index_is_told_and_tried_again() {
    visit(&Site::public(), async |visitor, server| {
        visitor.open("/search/").await;
        server.fail("/data/search/index.bin", Fault::Missing);
        search(visitor, "", "联盟").await;
        let words = visitor
            .read("document.querySelector('.search-status').textContent")
            .await;
        assert_eq!(words, "有些资料没有取到，结果可能不全。");
        server.mend();
        visitor.press(".search-page > button").await;
        visitor
            .until(
                "the answer is there",
                &format!("Number({RESULTS}.total) > 0"),
            )
            .await;
    });
}

#[test]
fn typing_searches_and_keeps_the_words_in_the_address() {
    visit(&Site::public(), async |visitor, server| {
        visitor.enter("/search/").await;
        assert_eq!(server.count("/data/search/index.bin"), 0);
        visitor.write(".search-form input", "盛虹").await;
        let condition = format!("{RESULTS}.query === '盛虹' && {RESULTS}.state === 'done'");
        visitor.until("the answer is there", &condition).await;
        assert_ne!(total(visitor).await, "0");
        let address = visitor.read("decodeURIComponent(location.search)").await;
        assert_eq!(address, "?q=盛虹");
    });
}

#[test]
fn a_search_below_a_path_stays_below_it() {
    let site = Site::publish("public", "http://127.0.0.1/a/b/");
    visit(&site, async |visitor, _| {
        visitor.open("/a/b/search/").await;
        search(visitor, "/a/b", "联盟").await;
        let href = "document.querySelector('#search-results li > a').getAttribute('href')";
        assert!(visitor.read(href).await.starts_with("/a/b/"));
    });
}

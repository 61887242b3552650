//! Tests of the completeness of the search, and of its messages after failures.

use crate::browser::harness::server::{Fault, Server};
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::Visitor;
use portal::route::{DataFile, Route};
use portal::search::Normalizer;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const RESULTS: &str = "document.querySelector('#search-results').dataset";
pub(crate) const LINKS: &str = "[...document.querySelectorAll('#search-results li > a')]";
pub(crate) const STATUS: &str = "document.querySelector('.search-status').textContent";
const INDEX: &str = "/data/search/index.bin";

/// Returns the address of the search for words.
pub(crate) async fn address(visitor: &Visitor, words: &str) -> String {
    let encoded = format!("'/search/?q=' + encodeURIComponent({})", json!(words));
    visitor.read(&encoded).await
}

/// Opens the search for words and waits for the answer.
pub(crate) async fn search(visitor: &Visitor, words: &str) {
    visitor.enter(&address(visitor, words).await).await;
    until_answered(visitor, words, "done").await;
}

/// Waits for the answer to words.
pub(crate) async fn until_answered(visitor: &Visitor, words: &str, state: &str) {
    let words = json!(words);
    let condition = format!("{RESULTS}.state === '{state}' && {RESULTS}.query === {words}");
    visitor.until("the answer is there", &condition).await;
}

/// Sets the field of the page, as if typed, and waits for the answer.
async fn put(visitor: &Visitor, words: &str) {
    let script = format!(
        "const field = document.querySelector('.search-form__field');
         field.value = {};
         field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));",
        json!(words)
    );
    visitor.run(&script).await;
    until_answered(visitor, words, "done").await;
}

pub(crate) async fn total(visitor: &Visitor) -> usize {
    let total = visitor.read(&format!("{RESULTS}.total")).await;
    total.parse().expect("the total is a number")
}

/// Returns the addresses of all hits, after loading all of them.
async fn all_hits(visitor: &Visitor) -> BTreeSet<String> {
    let all = total(visitor).await;
    for shown in (20..all).step_by(20) {
        visitor.press(".search-more").await;
        let more = format!("{LINKS}.length === {}", all.min(shown + 20));
        visitor.until("there are more", &more).await;
    }
    let links = format!("{LINKS}.map((link) => link.getAttribute('href'))");
    let hits: Vec<String> =
        serde_json::from_value(visitor.look(&links).await).expect("links have addresses");
    assert_eq!(hits.len(), all, "{hits:?}");
    hits.into_iter().collect()
}

/// Normalises a text like the search.
fn normal(text: &str) -> String {
    Normalizer::shared().normalize(text).iter().collect()
}

/// A document as it was published.
struct Document {
    /// Title and paragraphs of its text.
    own: Vec<String>,
    /// All data of its page.
    all: String,
}

/// Returns all documents by their addresses, read from the page data.
fn documents(site: &Site) -> BTreeMap<String, Document> {
    let found = site.pages().into_iter().filter_map(|page| {
        let route = Route::parse(&page)?;
        let file = DataFile::of(&route);
        let is_document = matches!(
            route,
            Route::Article(_)
                | Route::Member(_)
                | Route::Bulletin(_)
                | Route::Event(_)
                | Route::Page(_)
        );
        let text = std::fs::read_to_string(site.folder().join(file.path())).ok()?;
        let data: Value = serde_json::from_str(&text).expect("data is JSON");
        let html = data["body"]["html"].as_str().unwrap_or_default();
        let titles = ["/title", "/name", "/row/title", "/row/name"];
        let titles = titles.iter().filter_map(|at| data.pointer(at)?.as_str());
        let own = titles.chain(html.split("</p>").filter_map(paragraph));
        let document = Document {
            own: own.map(normal).collect(),
            all: normal(&data.to_string()),
        };
        is_document.then_some((page, document))
    });
    found.collect()
}

/// Returns the text of a paragraph that contains no elements.
fn paragraph(html: &str) -> Option<&str> {
    let (_, text) = html.rsplit_once("<p>")?;
    (!text.contains(['<', '&'])).then_some(text)
}

/// Pseudorandom numbers, the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }
}

#[test]
fn pieces_of_texts_find_all_documents_that_have_them_and_no_others() {
    let site = Site::demo();
    let documents = documents(&site);
    assert!(documents.len() > 100, "only {} documents", documents.len());
    let texts: Vec<Vec<char>> = documents
        .values()
        .flat_map(|document| &document.own)
        .map(|text| text.chars().collect())
        .filter(|text: &Vec<char>| text.len() > 8)
        .collect();
    let mut dice = Dice(7);
    visit(&site, async |visitor, _| {
        visitor.enter("/search/").await;
        for _ in 0..60 {
            let text = &texts[dice.below(texts.len())];
            let length = 2 + dice.below(6);
            let start = dice.below(text.len() - length);
            let piece: String = text[start..start + length].iter().collect();
            if piece.trim() != piece {
                continue;
            }
            put(visitor, &piece).await;
            let found = all_hits(visitor).await;
            let words: Vec<&str> = piece.split(' ').collect();
            for (page, document) in &documents {
                let has = |text: &String| words.iter().all(|word| text.contains(word));
                if document.own.iter().any(has) {
                    assert!(found.contains(page), "{piece} does not find {page}");
                }
                if found.contains(page) {
                    assert!(has(&document.all), "{piece} finds {page}");
                }
            }
        }
        assert_eq!(visitor.console().await, Vec::<String>::new());
    });
}

#[test]
fn words_of_all_sorts_are_answered_without_a_complaint() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/search/").await;
        for words in [
            "<script>alert(1)</script>",
            ".*[a-",
            "\u{202e}مرحبا",
            "没有这样的词",
            "\"&<>'",
            "😀😀",
        ] {
            put(visitor, words).await;
            assert_eq!(total(visitor).await, 0, "{words}");
        }
        assert_eq!(visitor.console().await, Vec::<String>::new());
    });
}

#[test]
fn an_address_that_is_no_text_is_answered() {
    visit(&Site::public(), async |visitor, _| {
        for query in [
            "q=%ED%A0%80",
            "q=%FF%",
            "q=%00",
            "q=+",
            "q",
            "q=&type=nothing",
        ] {
            visitor.enter(&format!("/search/?{query}")).await;
            let answered = format!("['done', 'idle'].includes({RESULTS}.state)");
            visitor.until("it is answered", &answered).await;
            assert_eq!(total(visitor).await, 0, "{query}");
        }
        assert_eq!(visitor.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_lone_surrogate_is_no_letter_that_anything_has() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/search/").await;
        visitor
            .run(
                "const field = document.querySelector('.search-form__field');
                 field.value = '\\ud83d';
                 field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
            )
            .await;
        let answered = format!("{RESULTS}.state === 'done'");
        visitor.until("it is answered", &answered).await;
        assert_eq!(total(visitor).await, 0);
    });
}

#[test]
fn a_chapter_is_refused() {
    visit(&Site::public(), async |visitor, _| {
        let words = "%E7%BA%BA%E7%BB%87".repeat(5_000);
        visitor.enter("/search/").await;
        visitor.go(&format!("/search/?q={words}")).await;
        let refused = format!("{RESULTS}.state === 'too-long'");
        visitor.until("it is refused", &refused).await;
        assert_eq!(
            visitor.read(STATUS).await,
            "要找的内容太长了，请缩短到 200 字以内。"
        );
    });
}

/// Searches a site whose host fails at a path, checks the message, and retries when the host
/// works again.
#[track_caller]
fn check_fault(words: &str, fault: Fault, path: impl AsyncFn(&Server) -> String, said: &str) {
    visit(&Site::demo(), async |visitor, server| {
        search(visitor, words).await;
        let all = total(visitor).await;
        assert!(all > 0, "{words} is nowhere");
        server.fail(&path(server).await, fault);
        visitor.enter(&address(visitor, words).await).await;
        let told = format!("{STATUS} === '{said}'");
        visitor.until("the failure is told", &told).await;
        assert_ne!(visitor.read(&format!("{RESULTS}.state")).await, "done");
        server.mend();
        visitor.press(".search-retry").await;
        until_answered(visitor, words, "done").await;
        assert_eq!(total(visitor).await, all);
    });
}

const INCOMPLETE: &str = "有些数据没有取到，结果可能不全。";

#[test]
fn a_missing_entry_is_told_and_asked_for_again() {
    check_fault(
        "纺丝",
        Fault::Missing,
        async |_| INDEX.to_owned(),
        INCOMPLETE,
    );
}

#[test]
fn a_page_in_the_place_of_the_entry_is_told() {
    check_fault("纺丝", Fault::Html, async |_| INDEX.to_owned(), INCOMPLETE);
}

/// Returns a shard of the index that was requested.
async fn shard(server: &Server) -> String {
    let asked = server.data();
    let shard = asked.iter().find(|path| {
        path.contains("/files/") && path.ends_with(".bin") && !path.contains("pinyin")
    });
    shard.expect("a search asks for shards").clone()
}

#[test]
fn a_missing_shard_is_told_and_asked_for_again() {
    check_fault("纺丝", Fault::Missing, shard, INCOMPLETE);
}

#[test]
fn a_damaged_shard_is_told_and_asked_for_again() {
    check_fault("纺丝", Fault::Truncated, shard, INCOMPLETE);
}

#[test]
fn a_broken_host_is_told_and_asked_again() {
    check_fault("纺丝", Fault::ServerError, shard, INCOMPLETE);
}

#[test]
fn missing_cards_are_told_and_asked_for_again() {
    let cards = async |server: &Server| {
        let asked = server.data();
        let cards = asked.iter().find(|path| path.contains("/files/text/"));
        cards.expect("hits have cards").clone()
    };
    check_fault("纺丝", Fault::Missing, cards, INCOMPLETE);
}

#[test]
fn an_engine_that_does_not_come_is_told_and_started_again() {
    let site = Site::demo();
    let engine = site.engine();
    for (path, fault) in [
        (engine.clone(), Fault::Missing),
        (engine.replace(".js", "_bg.wasm"), Fault::Truncated),
    ] {
        visit(&site, async |visitor, server| {
            server.fail(&path, fault);
            visitor.enter(&address(visitor, "纺丝").await).await;
            let told = format!("{STATUS} === '搜索功能没有加载成功，请检查网络后重试。'");
            visitor.until("the failure is told", &told).await;
            server.mend();
            visitor.press(".search-retry").await;
            until_answered(visitor, "纺丝", "done").await;
        });
    }
}

#[test]
fn a_deployment_between_two_searches_is_no_failure() {
    let (site, newer) = (Site::demo(), Site::public());
    visit(&site, async |visitor, server| {
        search(visitor, "纺丝").await;
        let old = server.data();
        for folder in ["data/search", "data"] {
            let (from, to) = (newer.folder().join(folder), site.folder().join(folder));
            std::fs::remove_dir_all(&to).expect("the old files can go");
            let copied = std::process::Command::new("cp")
                .arg("-r")
                .arg(&from)
                .arg(&to)
                .status();
            assert!(copied.expect("there is a cp").success());
        }
        put(visitor, "联盟").await;
        assert!(total(visitor).await > 0);
        assert!(server.data().len() > old.len());
    });
}

#[test]
fn without_a_connection_what_is_kept_answers_and_says_so() {
    let site = Site::demo();
    visit(&site, async |visitor, server| {
        search(visitor, "纺丝").await;
        let all = total(visitor).await;
        visitor.enter("/search/").await;
        visitor.press(".search-form__field").await;
        server.until_asked(INDEX, 2).await;
        server.leave();
        put(visitor, "纺丝").await;
        assert_eq!(total(visitor).await, all);
        let said = visitor.read(STATUS).await;
        assert!(said.contains("没有网络连接"), "{said}");
    });
}

#[test]
fn a_search_below_a_path_stays_below_it() {
    let site = Site::publish("public", "http://127.0.0.1/a/b/");
    visit(&site, async |visitor, _| {
        let words = visitor.read("encodeURIComponent('联盟')").await;
        visitor.enter(&format!("/a/b/search/?q={words}")).await;
        until_answered(visitor, "联盟", "done").await;
        let href = visitor
            .read(&format!("{LINKS}[0].getAttribute('href')"))
            .await;
        assert!(href.starts_with("/a/b/"), "{href}");
    });
}

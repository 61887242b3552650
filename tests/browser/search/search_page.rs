//! Tests of the search page: filters, address, requests, and related hits.

use super::shards::{LINKS, RESULTS, STATUS, address, search, total, until_answered};
use crate::browser::harness::axe::violations;
use crate::browser::harness::setting::MIXED;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::Visitor;
use serde_json::{Value, json};

const FIELD: &str = ".search-form__field";
const TEXTS: &str = "/files/text/";

/// Returns the headings of the groups of related hits.
async fn offered(visitor: &Visitor) -> Vec<String> {
    let heads = "[...document.querySelectorAll('#search-related h3')].map((h) => h.textContent)";
    serde_json::from_value(visitor.look(heads).await).expect("heads are texts")
}

async fn query(visitor: &Visitor) -> String {
    visitor.read("decodeURIComponent(location.search)").await
}

/// Returns the selector of the filter with this position.
fn list(name: &str) -> String {
    format!(".search-choices label:has(.field__label:nth-child(1)):nth-child({name}) select")
}

#[test]
fn twenty_hits_are_shown_at_first_and_more_on_demand() {
    visit(&Site::demo(), async |visitor, _| {
        search(visitor, "纺丝").await;
        assert!(total(visitor).await > 20);
        assert_eq!(visitor.look(&format!("{LINKS}.length")).await, json!(20));
        visitor.press(".search-more").await;
        let more = format!("{LINKS}.length > 20");
        visitor.until("there are more", &more).await;
    });
}

#[test]
fn a_choice_narrows_the_hits_and_back_takes_it_back() {
    visit(&Site::demo(), async |visitor, _| {
        search(visitor, "纺丝").await;
        let all = total(visitor).await;
        visitor.choose(&list("1"), "member").await;
        let fewer = format!("Number({RESULTS}.total) < {all} && {RESULTS}.state === 'done'");
        visitor.until("there are fewer", &fewer).await;
        let members = total(visitor).await;
        assert_eq!(query(visitor).await, "?q=纺丝&type=member");
        let only = format!("{LINKS}.every((link) => link.pathname.startsWith('/members/'))");
        assert_eq!(visitor.look(&only).await, json!(true));
        let label = "document.querySelector('option[value=member]').textContent";
        assert_eq!(visitor.read(label).await, format!("联盟成员（{members}）"));
        visitor.back().await;
        let again = format!("Number({RESULTS}.total) === {all}");
        visitor.until("all are there again", &again).await;
        assert_eq!(query(visitor).await, "?q=纺丝");
    });
}

#[test]
fn an_address_with_choices_can_be_shared() {
    visit(&Site::demo(), async |visitor, _| {
        let plain = address(visitor, "纺丝").await;
        visitor
            .enter(&format!("{plain}&section=technology&sort=date"))
            .await;
        until_answered(visitor, "纺丝", "done").await;
        let dates = "[...document.querySelectorAll('.search-hit__note time')]
            .map((date) => date.textContent)";
        let dates: Vec<String> =
            serde_json::from_value(visitor.look(dates).await).expect("dates are texts");
        let mut sorted = dates.clone();
        sorted.sort_by(|one, other| other.cmp(one));
        assert!(dates.len() > 3, "{dates:?}");
        assert_eq!(dates, sorted);
        let chosen = format!("document.querySelector('{}').value", list("2"));
        assert_eq!(visitor.read(&chosen).await, "technology");
    });
}

#[test]
fn typing_keeps_the_words_in_the_address_in_one_entry_of_the_history() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.go("/search/").await;
        visitor.arrive("/search/").await;
        let before = visitor.look("history.length").await;
        visitor.write(FIELD, "再生").await;
        until_answered(visitor, "再生", "done").await;
        assert_eq!(query(visitor).await, "?q=再生");
        assert_eq!(visitor.look("history.length").await, before);
        visitor.back().await;
        visitor
            .until("the home page is back", "location.pathname === '/'")
            .await;
    });
}

#[test]
fn a_committed_search_gets_an_entry_of_its_own() {
    visit(&Site::demo(), async |visitor, _| {
        search(visitor, "纺丝").await;
        visitor
            .run("document.querySelector('.search-form__field').value = '再生';")
            .await;
        visitor.press(".search-form button").await;
        until_answered(visitor, "再生", "done").await;
        visitor.back().await;
        until_answered(visitor, "纺丝", "done").await;
        let shown = format!("document.querySelector('{FIELD}').value");
        assert_eq!(visitor.read(&shown).await, "纺丝");
    });
}

#[test]
fn what_an_input_method_has_not_finished_is_not_searched_for() {
    visit(&Site::demo(), async |visitor, server| {
        visitor.enter("/search/").await;
        visitor.press(FIELD).await;
        server.until_asked("/data/search/index.bin", 1).await;
        let compose = |words: &str| {
            let compose = json!({ "selectionStart": -1, "selectionEnd": -1, "text": words });
            visitor.command("Input.imeSetComposition", compose)
        };
        for words in ["f", "fa", "fang", "fang si"] {
            compose(words).await;
        }
        visitor.rest().await;
        assert_eq!(query(visitor).await, "");
        assert_eq!(visitor.read(&format!("{RESULTS}.state")).await, "idle");
        visitor
            .command("Input.insertText", json!({ "text": "纺丝" }))
            .await;
        until_answered(visitor, "纺丝", "done").await;
    });
}

#[test]
fn excerpts_are_fetched_for_hits_in_view_alone_and_keep_their_room() {
    visit(&Site::demo(), async |visitor, server| {
        visitor.prepare(include_str!("../harness/shifts.js")).await;
        visitor.resize(1280).await;
        search(visitor, "纺丝").await;
        let in_view = "[...document.querySelectorAll('.search-hit')]
            .map((hit) => [hit, hit.getBoundingClientRect()])
            .filter(([, box]) => box.bottom > 0 && box.top < innerHeight)
            .map(([hit]) => hit)";
        let filled = &format!(
            "{in_view}.every((hit) => hit.querySelector('.search-hit__excerpt').textContent
                // Some documents consist of a title only.
                || hit.textContent.includes('联盟简报'))"
        );
        visitor.until("excerpts in view are there", filled).await;
        let is_excerpt = |path: &&String| {
            let name = path.rsplit('/').next().unwrap_or_default();
            path.contains(TEXTS) && name.matches('.').count() == 2
        };
        let shown = visitor.look(&format!("{in_view}.length")).await;
        let fetched = server.data().iter().filter(is_excerpt).count();
        assert_eq!(json!(fetched), shown);
        let marked = "document.querySelectorAll('.search-hit__excerpt mark').length > 0";
        assert_eq!(visitor.look(marked).await, json!(true));
        assert_eq!(visitor.look("window.shifts").await, json!([]));
        visitor
            .run("scrollTo(0, document.body.scrollHeight);")
            .await;
        visitor.until("more excerpts come", filled).await;
        let later = server.data().iter().filter(is_excerpt).count();
        assert!(later > fetched, "{later} after {fetched}");
    });
}

#[test]
fn what_is_offered_beside_the_hits_is_labelled() {
    for (words, label) in [
        ("涤纶", "同义词“PET”"),
        ("zaisheng", "拼音为“zaisheng”的名称"),
        ("云岫听全纺丝", "您是不是要找“云岫听泉纺丝”"),
    ] {
        visit(&Site::demo(), async |visitor, _| {
            search(visitor, words).await;
            let labels = offered(visitor).await;
            assert!(labels.iter().any(|own| own == label), "{words}: {labels:?}");
            let hits = format!("{LINKS}.map((link) => link.getAttribute('href'))");
            let hits = visitor.look(&hits).await;
            let others = "[...document.querySelectorAll('#search-related li > a')]
                .map((link) => link.getAttribute('href'))";
            let others = visitor.look(others).await;
            let hits = hits.as_array().cloned().unwrap_or_default();
            for other in others.as_array().into_iter().flatten() {
                assert!(!hits.contains(other), "{words}: {other} is a hit, too");
            }
        });
    }
}

#[test]
fn parts_of_the_portal_lead_to_the_search_in_them() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.follow(".search-within").await;
        assert_eq!(query(visitor).await, "?type=member");
        visitor.write(FIELD, "纺丝").await;
        until_answered(visitor, "纺丝", "done").await;
        assert_eq!(query(visitor).await, "?q=纺丝&type=member");
        let only = format!("{LINKS}.every((link) => link.pathname.startsWith('/members/'))");
        assert_eq!(visitor.look(&only).await, json!(true));
    });
}

#[test]
fn without_script_the_search_leads_to_the_years() {
    use crate::browser::harness::driver::Scripts;
    use crate::browser::harness::visit::visit_with;
    let site = Site::demo();
    visit_with(Scripts::Blocked, &site, async |visitor, _| {
        visitor.open("/search/?q=x").await;
        let words = visitor.words().await;
        assert!(words.contains("可以按年份浏览"), "{words}");
        visitor.follow("a[href='/years/2025/']").await;
        assert_eq!(visitor.heading().await, "2025 年的全部内容");
        visitor.follow(".documents a[href^='/articles/']").await;
    });
}

#[test]
fn a_page_of_hits_has_no_obstacle() {
    let found = visit(&Site::demo(), async |visitor, _| {
        let mut found = Vec::new();
        for words in ["涤纶", "纺丝", "没有这样的词"] {
            for setting in MIXED {
                search(visitor, words).await;
                visitor.adopt(setting).await;
                let violations = violations(visitor).await;
                found.extend(
                    violations
                        .iter()
                        .map(|violation| format!("{words} ({setting}): {violation}")),
                );
            }
        }
        found
    });
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_search_says_how_many_there_are() {
    visit(&Site::demo(), async |visitor, _| {
        search(visitor, "纺丝").await;
        let said = visitor.read(STATUS).await;
        assert_eq!(said.trim(), format!("找到 {} 项", total(visitor).await));
        assert_eq!(visitor.console().await, Vec::<String>::new());
        let title = visitor.look("document.title").await;
        assert!(matches!(title, Value::String(title) if title.starts_with("搜索")));
    });
}

//! Tests of the search field in the header of every page.

use super::shards::until_answered;
use crate::browser::harness::axe::violations;
use crate::browser::harness::server::Fault;
use crate::browser::harness::setting::MIXED;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::Visitor;
use fantoccini::key::Key;
use serde_json::json;

const FIELD: &str = ".site-search__field";
const OPTIONS: &str = "[...document.querySelectorAll('.site-search__option')]";
const OPEN: &str = "document.querySelector('.site-search__field').ariaExpanded === 'true'";

/// Types words into the field, and waits for the list of documents that contain all of them:
/// the list for the first characters may appear before.
async fn suggest(visitor: &Visitor, words: &str) {
    visitor.write(FIELD, words).await;
    visitor.until("a list opens", OPEN).await;
    let settled = format!(
        "document.querySelector('.site-search__option mark')?.textContent === {}
         && {OPTIONS}.at(-1).textContent.includes('查看全部')",
        json!(words)
    );
    visitor.until("the list is complete", &settled).await;
}

#[test]
fn nothing_is_fetched_before_somebody_is_about_to_search() {
    let site = Site::demo();
    visit(&site, async |visitor, server| {
        visitor.enter("/").await;
        visitor.rest().await;
        assert_eq!(server.count(&site.engine()), 0);
        assert_eq!(server.count("/data/search/index.bin"), 0);
        visitor.press(FIELD).await;
        server.until_asked(&site.engine(), 1).await;
        server.until_asked("/data/search/index.bin", 1).await;
    });
}

#[test]
fn arrows_go_through_the_list_and_enter_follows() {
    visit(&Site::demo(), async |visitor, server| {
        visitor.enter("/").await;
        suggest(visitor, "再生").await;
        assert_eq!(visitor.look(&format!("{OPTIONS}.length")).await, json!(9));
        visitor.keys(Key::Down, 2).await;
        let second = "document.querySelector('.site-search__option:nth-child(2)')";
        let active = format!(
            "document.querySelector('{FIELD}').getAttribute('aria-activedescendant') === {second}.id
             && {second}.ariaSelected === 'true'"
        );
        visitor.until("the second is reached", &active).await;
        visitor.key(Key::Up).await;
        visitor.key(Key::Up).await;
        let none =
            format!("!document.querySelector('{FIELD}').hasAttribute('aria-activedescendant')");
        visitor.until("the field is reached again", &none).await;
        visitor.keys(Key::Down, 1).await;
        visitor.key(Key::Enter).await;
        visitor
            .until(
                "the document is there",
                "/^\\/(articles|members|bulletins|events|pages)\\//.test(location.pathname)",
            )
            .await;
        assert_eq!(server.documents(), ["/"]);
    });
}

#[test]
fn an_entry_stays_chosen_when_more_of_the_answer_comes() {
    visit(&Site::demo(), async |visitor, _| {
        visitor
            .prepare(
                "const Own = Worker;
                 window.Worker = class extends Own {
                     set onmessage(hear) {
                         super.onmessage = (event) => {
                             if (!event.data.includes('\"state\":\"done\"')) hear(event);
                             else window.hearTheRest = () => hear(event);
                         };
                     }
                 };",
            )
            .await;
        visitor.enter("/").await;
        suggest(visitor, "再生").await;
        visitor.keys(Key::Down, 2).await;
        let second = format!("{OPTIONS}.findIndex((option) => option.ariaSelected === 'true')");
        visitor
            .until("the second is reached", &format!("{second} === 1"))
            .await;
        visitor.until("there is more", "window.hearTheRest").await;
        visitor
            .run(&format!(
                "window.options = {OPTIONS};
                 window.hearTheRest();
                 requestAnimationFrame(() => {{ window.painted = true; }});"
            ))
            .await;
        visitor.until("all is shown", "window.painted").await;
        assert_eq!(visitor.look(&second).await, json!(1));
        let kept = format!("{OPTIONS}.every((option, at) => option === window.options[at])");
        assert_eq!(visitor.look(&kept).await, json!(true));
    });
}

#[test]
fn enter_leads_to_all_hits_and_so_does_the_last_entry() {
    visit(&Site::demo(), async |visitor, _| {
        for is_last in [false, true] {
            visitor.enter("/").await;
            suggest(visitor, "再生").await;
            if is_last {
                visitor.key(Key::Up).await;
            }
            visitor.key(Key::Enter).await;
            until_answered(visitor, "再生", "done").await;
            assert_eq!(visitor.read("location.pathname").await, "/search/");
        }
    });
}

#[test]
fn escape_closes_the_list_and_keeps_the_words() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/").await;
        suggest(visitor, "再生").await;
        visitor.key(Key::Escape).await;
        visitor
            .until("the list is closed", &format!("!({OPEN})"))
            .await;
        let words = format!("document.querySelector('{FIELD}').value");
        assert_eq!(visitor.read(&words).await, "再生");
        visitor.key(Key::Down).await;
        visitor.until("the list is open again", OPEN).await;
    });
}

#[test]
fn the_list_is_counted_for_those_who_do_not_see_it() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/").await;
        suggest(visitor, "再生").await;
        let told = "/^找到 \\d+ 项$/.test(document.querySelector('.site-search__status').textContent.trim())";
        visitor.until("the number is told", told).await;
    });
}

#[test]
fn the_list_lies_above_the_page() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.resize(1440).await;
        visitor.enter("/").await;
        suggest(visitor, "再生").await;
        let covered = format!(
            "{OPTIONS}.filter((option) => {{
                 const box = option.getBoundingClientRect();
                 const top = document.elementFromPoint(box.left + 20, box.top + box.height / 2);
                 return !option.contains(top);
             }}).length"
        );
        assert_eq!(visitor.look(&covered).await, json!(0));
    });
}

#[test]
fn a_key_leads_to_the_field_but_not_out_of_another_one() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        let focused = |field: &str| format!("document.activeElement.matches('{field}')");
        visitor
            .run("document.dispatchEvent(new Event('focus'))")
            .await;
        visitor.key(Key::Divide).await;
        visitor
            .until("the field has the focus", &focused(FIELD))
            .await;
        visitor
            .run("document.querySelector('.filter input[name=q]').focus();")
            .await;
        visitor.write(".filter input[name=q]", "/").await;
        let stays = focused(".filter input[name=q]");
        assert_eq!(visitor.look(&stays).await, json!(true));
        let command = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
            { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }));";
        visitor.run(command).await;
        visitor
            .until("the field has the focus", &focused(FIELD))
            .await;
    });
}

#[test]
fn on_a_phone_a_button_opens_the_field() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.resize(390).await;
        visitor.enter("/").await;
        visitor.press(".search-button").await;
        let focused = format!("document.activeElement.matches('{FIELD}')");
        visitor.until("the field has the focus", &focused).await;
        suggest(visitor, "再生").await;
        visitor.press(".site-search__option").await;
        visitor
            .until(
                "the document is there, and the field is closed",
                "location.pathname !== '/' && !document.querySelector(':popover-open')",
            )
            .await;
    });
}

#[test]
fn the_field_is_a_form_before_the_app_runs() {
    let site = Site::demo();
    visit(&site, async |visitor, server| {
        server.fail(&site.wasm(), Fault::Silent);
        visitor.open("/").await;
        visitor.write(FIELD, "再生").await;
        visitor.key(Key::Enter).await;
        visitor
            .until("the page is there", "location.pathname === '/search/'")
            .await;
        let query = visitor.read("decodeURIComponent(location.search)").await;
        assert_eq!(query, "?q=再生");
    });
}

#[test]
fn what_was_typed_before_the_app_ran_is_searched_for() {
    let site = Site::demo();
    visit(&site, async |visitor, _| {
        visitor
            .prepare(
                "addEventListener('DOMContentLoaded', () => {
                     const field = document.querySelector('.search-form__field');
                     if (field) field.value = '再生';
                 });",
            )
            .await;
        visitor.enter("/search/").await;
        until_answered(visitor, "再生", "done").await;
    });
}

#[test]
fn an_open_list_has_no_obstacle() {
    let found = visit(&Site::demo(), async |visitor, _| {
        let mut found = Vec::new();
        for setting in MIXED {
            visitor.enter("/").await;
            visitor.adopt(setting).await;
            let closed = "document.querySelector('.search-button').offsetWidth > 0";
            if visitor.look(closed).await == json!(true) {
                visitor.press(".search-button").await;
            }
            suggest(visitor, "再生").await;
            let violations = violations(visitor).await;
            found.extend(
                violations
                    .iter()
                    .map(|violation| format!("{setting}: {violation}")),
            );
        }
        found
    });
    assert_eq!(found, Vec::<String>::new());
}

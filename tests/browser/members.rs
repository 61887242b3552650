//! Tests of the filter of the directory of members.

use super::harness::site::Site;
use super::harness::visit::visit;

const FIELD: &str = ".filter input[name=q]";
const KIND: &str = "select[name=kind]";
const ALL: usize = 41;

#[test]
fn typing_filters_the_members_at_once() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.write(FIELD, "盛虹").await;
        visitor
            .until("the members are filtered", &shown("盛虹", 2))
            .await;
    });
}

#[test]
fn a_field_keeps_what_is_typed_fast() {
    let kept = visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.write(FIELD, "jiangsu shenghong").await;
        visitor
            .until("the members are filtered", "location.search !== ''")
            .await;
        visitor.rest().await;
        visitor
            .read(&format!("document.querySelector('{FIELD}').value"))
            .await
    });
    assert_eq!(kept, "jiangsu shenghong");
}

#[test]
fn the_number_of_members_that_fit_is_announced() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor
            .until("all are counted", &status(&format!("共 {ALL} 家成员")))
            .await;
        visitor.write(FIELD, "盛虹").await;
        let words = format!("{ALL} 家成员中有 2 家符合条件");
        visitor
            .until("those that fit are counted", &status(&words))
            .await;
    });
}

#[test]
fn typing_does_not_move_the_focus() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.write(FIELD, "盛虹").await;
        visitor
            .until("the members are filtered", &shown("盛虹", 2))
            .await;
        visitor.rest().await;
        assert_eq!(visitor.read("document.activeElement.name ?? ''").await, "q");
    });
}

#[test]
fn the_address_keeps_the_filter() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.write(FIELD, "盛虹").await;
        visitor
            .until(
                "the address has the words",
                "new URLSearchParams(location.search).get('q') === '盛虹'",
            )
            .await;
        visitor.reload().await;
        visitor
            .until("the members are filtered", &shown("盛虹", 2))
            .await;
        let field = visitor
            .read(&format!("document.querySelector('{FIELD}').value"))
            .await;
        assert_eq!(field, "盛虹");
    });
}

#[test]
fn resetting_shows_all_members_again() {
    visit(&Site::public(), async |visitor, _| {
        visitor
            .enter("/members/?q=%E7%9B%9B%E8%99%B9&kind=enterprise")
            .await;
        visitor
            .until("the members are filtered", &shown("盛虹", 2))
            .await;
        visitor.press("form.filter button").await;
        visitor
            .until("all members are shown", &shown("", ALL))
            .await;
        assert_eq!(visitor.read("location.search").await, "");
        for field in [FIELD, KIND] {
            let value = visitor
                .read(&format!("document.querySelector('{field}').value"))
                .await;
            assert_eq!(value, "", "{field}");
        }
    });
}

#[test]
fn choosing_a_kind_filters_the_members() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.choose(KIND, "university").await;
        visitor
            .until("the members are filtered", &shown("", 4))
            .await;
        assert_eq!(visitor.read("location.search").await, "?kind=university");
    });
}

#[test]
fn a_filter_that_nothing_fits_says_so() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.write(FIELD, "无此成员").await;
        visitor.until("no member is shown", &shown("", 0)).await;
        let told = "document.querySelector('.directory .nothing').checkVisibility()";
        assert_eq!(visitor.look(told).await, true);
    });
}

#[test]
fn filtering_adds_nothing_to_the_history() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.follow("a.more[href='/members/']").await;
        visitor.write(FIELD, "盛虹").await;
        visitor
            .until("the members are filtered", &shown("盛虹", 2))
            .await;
        visitor.back().await;
        visitor
            .until("the home page is back", "location.pathname === '/'")
            .await;
    });
}

/// Returns the condition that exactly `count` members are shown, each with `words` in its
/// name.
fn shown(words: &str, count: usize) -> String {
    format!(
        "((members) => members.length === {count}
             && members.every((member) => member.textContent.includes({})))
         ([...document.querySelectorAll('ul.members > li')]
             .filter((member) => member.checkVisibility()))",
        serde_json::json!(words)
    )
}

fn status(words: &str) -> String {
    format!(
        "document.querySelector('main [role=status]').textContent === {}",
        serde_json::json!(words)
    )
}

//! Tests of the directory of members besides its filter: the numbers of the choices, the two
//! views, the map and its table.

use super::harness::site::Site;
use super::harness::visit::visit;
use super::harness::visitor::Visitor;
use fantoccini::key::Key;

/// A tile of the map, and the number of members in its province.
const TILE: &str = "svg a[href*='%E6%B1%9F%E8%8B%8F']";
const IN_TILE: usize = 7;

const ALL: usize = 59;

#[test]
fn each_choice_says_how_many_members_it_would_leave() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor
            .until(
                "all are counted",
                &option("kind", "university", "高校（5）"),
            )
            .await;
        visitor.choose("select[name=province]", "上海").await;
        visitor
            .until(
                "those of the province are counted",
                &option("kind", "university", "高校（1）"),
            )
            .await;
    });
}

#[test]
fn a_choice_does_not_change_what_its_neighbours_would_leave() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.choose("select[name=kind]", "university").await;
        visitor.until("the members are filtered", &shown(5)).await;
        let neighbour = option("kind", "enterprise", "企业（47）");
        assert_eq!(visitor.look(&neighbour).await, true);
    });
}

#[test]
fn a_choice_that_would_leave_nothing_cannot_be_made() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.choose("select[name=kind]", "association").await;
        visitor
            .until(
                "the province without an association is out of reach",
                "document.querySelector('option[value=新疆]').disabled
                 && !document.querySelector('option[value=北京]').disabled",
            )
            .await;
    });
}

#[test]
fn resetting_leaves_the_focus_in_the_filter() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/?role=chair").await;
        visitor.until("the members are filtered", &shown(1)).await;
        visitor.press(".filter__reset").await;
        visitor.until("all members are shown", &shown(ALL)).await;
        assert_eq!(visitor.read("document.activeElement.name ?? ''").await, "q");
    });
}

#[test]
fn the_view_outlives_a_reload() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        show_as_list(visitor).await;
        visitor.reload().await;
        visitor.until("the list is back", AS_LIST).await;
        assert_eq!(visitor.read("location.search").await, "?view=list");
    });
}

#[test]
fn back_from_a_member_finds_the_view_again() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        show_as_list(visitor).await;
        visitor.follow("ul.members > li a").await;
        visitor.back().await;
        visitor.until("the list is back", AS_LIST).await;
    });
}

#[test]
fn a_tile_of_the_map_filters_without_a_document() {
    visit(&Site::demo(), async |visitor, server| {
        visitor.enter("/members/").await;
        visitor.press(TILE).await;
        visitor
            .until("the members are filtered", &shown(IN_TILE))
            .await;
        visitor
            .until(
                "the focus is on the list",
                "document.activeElement.id === 'list'",
            )
            .await;
        assert_eq!(server.documents(), ["/members/"]);
    });
}

#[test]
fn a_tile_of_the_map_works_by_keyboard() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor
            .run(&format!("document.querySelector(\"{TILE}\").focus();"))
            .await;
        visitor.key(Key::Enter).await;
        visitor
            .until("the members are filtered", &shown(IN_TILE))
            .await;
    });
}

#[test]
fn back_from_a_tile_returns_to_the_map() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        leave_by_the_map_and_return(visitor).await;
        visitor
            .until("the map is where it was", "Math.abs(scrollY - leftAt) < 1")
            .await;
    });
}

#[test]
fn going_back_within_a_page_does_not_spoil_the_next_arrival() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/").await;
        leave_by_the_map_and_return(visitor).await;
        visitor.follow(".stage__members a").await;
        visitor
            .until(
                "the next page begins at its top, with the focus on its heading",
                "scrollY === 0
                 && document.activeElement === document.querySelector('main#main h1')",
            )
            .await;
    });
}

#[test]
fn the_map_says_what_its_table_says() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.open("/members/").await;
        let [map, table] = [
            "[...document.querySelectorAll('svg a')].map((tile) =>
                 [...tile.querySelectorAll('text')].map((text) => text.textContent).join(' '))
                 .sort().join()",
            "[...document.querySelectorAll('.region-table tbody tr')].map((row) =>
                 [...row.cells].slice(0, 2).map((cell) => cell.textContent).join(' '))
                 .sort().join()",
        ];
        let map = visitor.read(map).await;
        assert!(map.contains("江苏 7"), "{map}");
        assert_eq!(map, visitor.read(table).await);
    });
}

#[test]
fn the_directory_stays_where_it_is_when_the_app_takes_over() {
    visit(&Site::demo(), async |visitor, _| {
        for width in [1440, 390] {
            visitor.resize(width).await;
            visitor.enter("/members/").await;
            visitor.rest().await;
            let moved = visitor
                .run(
                    "return new Promise((done) => {
                         let moved = 0;
                         const watch = new PerformanceObserver((list) => {
                             for (const shift of list.getEntries()) moved += shift.value;
                         });
                         watch.observe({ type: 'layout-shift', buffered: true });
                         requestAnimationFrame(() => setTimeout(() => done(moved), 0));
                     });",
                )
                .await;
            assert_eq!(moved, 0, "at {width}");
        }
    });
}

#[test]
fn a_member_that_has_become_part_of_another_leads_to_it() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/members/jinshi-draw/").await;
        visitor.follow(".notice a").await;
        assert_eq!(visitor.heading().await, "子虚纤维集团有限公司");
    });
}

#[test]
fn a_member_leads_to_those_of_the_same_stage() {
    visit(&Site::demo(), async |visitor, server| {
        visitor.enter("/members/zixu-fiber/").await;
        visitor.follow("a[href*='?stage=spinning']").await;
        visitor.until("the members are filtered", &shown(21)).await;
        assert_eq!(server.documents(), ["/members/zixu-fiber/"]);
    });
}

const AS_LIST: &str = "document.querySelector('ul.members.members--list')
    && document.querySelector('.views [aria-pressed=true]').textContent === '列表'";

async fn show_as_list(visitor: &Visitor) {
    visitor.press(".views button:last-of-type").await;
    visitor.until("the list is shown", AS_LIST).await;
}

async fn leave_by_the_map_and_return(visitor: &Visitor) {
    visitor
        .run(&format!(
            "document.querySelector(\"{TILE}\").scrollIntoView({{ block: 'center' }});
             window.leftAt = scrollY;"
        ))
        .await;
    visitor.press(TILE).await;
    visitor
        .until("the members are filtered", &shown(IN_TILE))
        .await;
    visitor
        .until(
            "the focus is on the list",
            "document.activeElement.id === 'list'",
        )
        .await;
    visitor.back().await;
    visitor.until("all members are shown", &shown(ALL)).await;
}

/// Returns the condition that exactly `count` members are shown.
fn shown(count: usize) -> String {
    format!(
        "[...document.querySelectorAll('ul.members > li')]
             .filter((member) => member.checkVisibility()).length === {count}"
    )
}

fn option(field: &str, value: &str, words: &str) -> String {
    format!(
        "document.querySelector('select[name={field}] option[value={value}]').textContent === {}",
        serde_json::json!(words)
    )
}

//! Tests of the reading preferences: they are set once, stored, and applied before the first
//! paint.

use super::harness::driver::Scripts;
use super::harness::server::Fault;
use super::harness::site::Site;
use super::harness::visit::{visit, visit_with};
use super::harness::visitor::Visitor;
use fantoccini::key::Key;

const SWITCH: &str = ".reading-tools input[name=edition]";
const SETTINGS: &str = ".reading-settings > summary";
const DARK: &str = "input[name=scheme][value=dark]";
const ELDER: &str = "parseFloat(getComputedStyle(document.documentElement).fontSize) >= 24";
const READY: &str = "document.documentElement.hasAttribute('data-reader')";
const GROUND: &str = "getComputedStyle(document.documentElement).backgroundColor";
const LIGHT_GROUND: &str = "rgb(255, 255, 255)";
const DARK_GROUND: &str = "rgb(18, 22, 23)";

/// Selects the dark scheme in the panel.
async fn choose_dark(visitor: &Visitor) {
    visitor.press(SETTINGS).await;
    visitor.press(DARK).await;
}

#[test]
fn the_edition_is_remembered_after_a_reload_and_on_another_page() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.press(SWITCH).await;
        visitor.until("the text is large", ELDER).await;
        visitor.reload().await;
        visitor.until("it is large again", ELDER).await;
        visitor.open("/members/").await;
        visitor.until("it is large here too", ELDER).await;
    });
}

#[test]
fn the_edition_can_be_left_by_the_same_switch() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.press(SWITCH).await;
        visitor.reload().await;
        let back = visitor
            .look("document.querySelector('.edition__back').checkVisibility()")
            .await;
        assert_eq!(back, serde_json::json!(true));
        visitor.press(SWITCH).await;
        visitor
            .until("the text is as before", &format!("!({ELDER})"))
            .await;
        visitor.reload().await;
        visitor.until("it stays so", &format!("!({ELDER})")).await;
    });
}

#[test]
fn black_artwork_has_a_light_plate_on_the_dark_ground() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        choose_dark(visitor).await;
        let plate =
            "getComputedStyle(document.querySelector('.site-header__logo')).backgroundColor";
        visitor
            .until(
                "the logo can be seen",
                &format!("{plate} === '{LIGHT_GROUND}'"),
            )
            .await;
    });
}

#[test]
fn the_scheme_changes_the_ground() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        assert_eq!(visitor.read(GROUND).await, LIGHT_GROUND);
        choose_dark(visitor).await;
        visitor
            .until(
                "the ground is dark",
                &format!("{GROUND} === '{DARK_GROUND}'"),
            )
            .await;
    });
}

#[test]
fn the_steps_of_text_size_differ() {
    let sizes = visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.press(SETTINGS).await;
        let mut sizes = Vec::new();
        for step in ["''", "'1'", "'2'", "'3'"] {
            visitor
                .press(&format!("input[name=text-size][value={step}]"))
                .await;
            sizes.push(
                visitor
                    .read("getComputedStyle(document.documentElement).fontSize")
                    .await,
            );
        }
        sizes
    });
    assert_eq!(sizes, ["16px", "18px", "20px", "24px"]);
}

#[test]
fn high_contrast_makes_what_stands_aside_as_black_as_the_text() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.press(SETTINGS).await;
        visitor.press("input[name=contrast]").await;
        visitor
            .until(
                "what stands aside is as black as the text",
                "getComputedStyle(document.querySelector('.entry__meta')).color === 'rgb(0, 0, 0)'",
            )
            .await;
    });
}

#[test]
fn a_page_wears_the_chosen_dress_from_the_start() {
    let site = Site::public();
    visit(&site, async |visitor, server| {
        visitor.enter("/").await;
        choose_dark(visitor).await;
        visitor.press(SWITCH).await;
        // Only the page itself remains, with the scripts and styles in its head.
        server.fail(&site.wasm(), Fault::Silent);
        server.fail(&site.reader(), Fault::Missing);
        visitor.open("/members/").await;
        assert_eq!(visitor.read(GROUND).await, DARK_GROUND);
        assert_eq!(visitor.look(ELDER).await, serde_json::json!(true));
        assert_eq!(visitor.look(READY).await, serde_json::json!(false));
    });
}

#[test]
fn choices_act_where_the_reading_tools_are_missing() {
    let site = Site::public();
    visit(&site, async |visitor, server| {
        server.fail(&site.reader(), Fault::Missing);
        visitor.enter("/").await;
        visitor.press(SWITCH).await;
        visitor.until("the text is large", ELDER).await;
    });
}

#[test]
fn choices_are_kept_where_the_app_does_not_start() {
    let site = Site::public();
    visit(&site, async |visitor, server| {
        server.fail(&site.wasm(), Fault::Truncated);
        visitor.open("/").await;
        visitor.until("the tools are ready", READY).await;
        visitor.press(SWITCH).await;
        visitor.open("/members/").await;
        visitor.until("the text is large", ELDER).await;
        visitor
            .until(
                "the switch says so",
                &format!("document.querySelector('{SWITCH}').checked"),
            )
            .await;
    });
}

#[test]
fn the_page_for_unknown_addresses_shows_what_is_chosen() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.press(SWITCH).await;
        visitor.enter("/no/such/page/").await;
        visitor
            .until(
                "the switch is on",
                &format!("document.querySelector('{SWITCH}').checked"),
            )
            .await;
    });
}

#[test]
fn a_page_from_the_browsers_memory_follows_the_last_choice() {
    let site = Site::public();
    visit(&site, async |visitor, server| {
        // Without the app each page is a document, which Back restores from the back/forward
        // cache.
        server.fail(&site.wasm(), Fault::Truncated);
        visitor.open("/").await;
        visitor.follow(".site-footer a[href='/members/']").await;
        visitor.until("the tools are ready", READY).await;
        visitor.press(SWITCH).await;
        visitor.back().await;
        visitor
            .until(
                "the page is large and the switch says so",
                &format!("location.pathname === '/' && {ELDER} && document.querySelector('{SWITCH}').checked"),
            )
            .await;
    });
}

#[test]
fn the_switch_works_without_script() {
    visit_with(Scripts::Blocked, &Site::public(), async |visitor, _| {
        visitor.open("/").await;
        visitor.press(SWITCH).await;
        visitor.until("the text is large", ELDER).await;
        visitor.press(SWITCH).await;
        visitor
            .until("the text is as before", &format!("!({ELDER})"))
            .await;
    });
}

#[test]
fn the_panel_works_without_script() {
    visit_with(Scripts::Blocked, &Site::public(), async |visitor, _| {
        visitor.open("/").await;
        choose_dark(visitor).await;
        visitor
            .until(
                "the ground is dark",
                &format!("{GROUND} === '{DARK_GROUND}'"),
            )
            .await;
    });
}

#[test]
fn the_panel_closes_by_escape_and_gives_the_focus_back() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        choose_dark(visitor).await;
        visitor.key(Key::Escape).await;
        visitor
            .until(
                "the panel is closed and its button has the focus",
                &format!(
                    "!document.querySelector('.reading-settings').open
                     && document.activeElement === document.querySelector('{SETTINGS}')"
                ),
            )
            .await;
    });
}

#[test]
fn the_switch_can_be_seen_on_every_width() {
    let narrow = visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        let mut narrow = Vec::new();
        for width in [1440, 768, 390, 320] {
            visitor.resize(width).await;
            let box_of_switch =
                format!("document.querySelector('{SWITCH}').getBoundingClientRect()");
            let fits = visitor
                .look(&format!(
                    "((box) => box.left >= 0 && box.right <= innerWidth && box.top >= 0
                      && box.bottom <= 200 && box.width >= 44 && box.height >= 44)({box_of_switch})"
                ))
                .await;
            if fits != serde_json::json!(true) {
                narrow.push(width);
            }
        }
        narrow
    });
    assert_eq!(narrow, Vec::<u32>::new());
}

#[test]
fn choosing_leaves_the_console_empty() {
    let console = visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.press(SWITCH).await;
        choose_dark(visitor).await;
        visitor.reload().await;
        visitor.console().await
    });
    assert_eq!(console, Vec::<String>::new());
}

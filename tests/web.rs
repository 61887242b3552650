//! Tests of components in a real browser, each mounted separately.
//!
//! None of them needs the router, of which a test binary can have only one instance.
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use portal::components::{
    BulletinShelf, Entries, EntryStyle, EventRows, FileList, ListPager, PageData, PageViews,
    Portal, SiteBanner, provide_portal,
};
use portal::route::{BasePath, PageNumber, Route};
use portal::text::CHINESE;
use portal::wire::{self, FromJson};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

const SITE: &str = r#"{
    "name": "示例联盟", "short_name": "示例", "origin": "https://example.org", "lang": "zh-CN",
    "sections": [{"id": "policy", "name": "政策法规", "kind": "news"}], "navigation": [],
    "banner": {"text": "通知", "until": "2020-01-01"}
}"#;

fn from_json<T: FromJson>(json: &str) -> T {
    T::from_json(json).expect("test data")
}

/// A component in an element of its own; both are removed when it is dropped.
struct Stage {
    element: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Stage {
    fn show<View: IntoView + 'static>(view: impl FnOnce() -> View + 'static) -> Self {
        let element: HtmlElement = document()
            .create_element("div")
            .expect("an element")
            .unchecked_into();
        document()
            .body()
            .expect("a body")
            .append_child(&element)
            .expect("to append");
        let mounted: UnmountHandle<_> = mount_to(element.clone(), move || {
            let portal = Portal::new(from_json(SITE), BasePath::new("/a"), &CHINESE);
            provide_portal(portal);
            view()
        });
        Self {
            element,
            _mounted: Box::new(mounted),
        }
    }

    fn text(&self, selector: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .map(|found| found.text_content().unwrap_or_default())
            .collect()
    }

    fn attributes(&self, selector: &str, name: &str) -> Vec<Option<String>> {
        self.all(selector)
            .iter()
            .map(|found| found.get_attribute(name))
            .collect()
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self
            .element
            .query_selector_all(selector)
            .expect("a selector");
        (0..found.length())
            .filter_map(|at| found.item(at)?.dyn_into().ok())
            .collect()
    }

    /// Waits until a condition is true, for at most three seconds.
    async fn until(&self, what: &str, shown: impl Fn(&Self) -> bool) {
        for _ in 0..300 {
            if shown(self) {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("{what}; the stage shows {}", self.element.inner_html());
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.element.remove();
    }
}

#[wasm_bindgen_test]
fn entries_link_below_the_base_path() {
    let entries: Vec<wire::Entry> = from_json(
        r#"[{"id":"a","title":"甲 <b>","published":"2023-03-03","section":"policy","summary":"乙"}]"#,
    );
    let stage = Stage::show(|| view! { <Entries entries=entries style=EntryStyle::WithSection/> });
    assert_eq!(stage.text("li a"), ["甲 <b>"]);
    assert_eq!(
        stage.attributes("li a", "href"),
        [Some("/a/articles/a/".to_owned())]
    );
    assert_eq!(stage.text("time"), ["2023年3月3日"]);
    assert_eq!(stage.text(".entry__section"), ["政策法规"]);
}

#[wasm_bindgen_test]
fn files_are_left_to_the_browser() {
    let files: Vec<wire::Attachment> =
        from_json(r#"[{"file":"media/图.pdf","title":"表","bytes":2048,"pages":3}]"#);
    let stage = Stage::show(|| view! { <FileList files=files/> });
    assert_eq!(
        stage.attributes("a", "href"),
        [Some("/a/media/%E5%9B%BE.pdf".to_owned())]
    );
    assert_eq!(stage.attributes("a", "rel"), [Some("external".to_owned())]);
    assert_eq!(stage.text(".file-about"), ["PDF · 2 KB · 3 页"]);
}

#[wasm_bindgen_test]
fn a_pager_leads_to_neighbours_and_ends() {
    let pager: wire::Pager = from_json(r#"{"here":3,"older":2,"newer":4}"#);
    let to = Callback::new(|page: PageNumber| Route::Bulletins(page));
    let stage = Stage::show(move || view! { <ListPager pager=pager to=to/> });
    let hrefs: Vec<String> = stage
        .attributes("a", "href")
        .into_iter()
        .flatten()
        .collect();
    assert_eq!(
        hrefs,
        [
            "/a/bulletins/",
            "/a/bulletins/page/4/",
            "/a/bulletins/page/2/",
            "/a/bulletins/page/1/"
        ]
    );
}

#[wasm_bindgen_test]
fn a_shelf_begins_anew_with_each_year_and_shows_gaps() {
    let rows: Vec<wire::BulletinRow> = from_json(
        r#"[{"number":5,"title":"五","year":"2024","kind":"issue","readable":true,"files":0,"missing_before":2},
            {"number":2,"title":"二","year":"2023","kind":"issue","readable":false,"files":0}]"#,
    );
    let stage = Stage::show(|| view! { <BulletinShelf rows=rows by_year=true/> });
    assert_eq!(stage.text("h2"), ["2024年", "2023年"]);
    assert_eq!(stage.text(".shelf__gap"), ["此处缺 2 期"]);
}

#[wasm_bindgen_test]
async fn todays_date_decides_which_events_are_over() {
    let rows: Vec<wire::EventRow> = from_json(
        r#"[{"id":"b","name":"将来","kind":"forum","start":"2999-01-01","status":"scheduled"},
            {"id":"a","name":"过去","kind":"forum","start":"2000-01-01","status":"scheduled"}]"#,
    );
    let stage = Stage::show(|| view! { <EventRows rows=rows/> });
    stage
        .until("events have no state", |stage| {
            stage.text(".event__state") == ["即将举行", "已结束"]
        })
        .await;
    assert_eq!(stage.text(".event--over a"), ["过去"]);
}

#[wasm_bindgen_test]
async fn todays_date_decides_what_stands_first() {
    let rows: Vec<wire::EventRow> = from_json(
        r#"[{"id":"a","name":"曾是将来","kind":"forum","start":"2000-01-01","status":"scheduled"},
            {"id":"b","name":"将来","kind":"forum","start":"2999-01-01","status":"scheduled"},
            {"id":"c","name":"更远的将来","kind":"forum","start":"2999-02-01","status":"scheduled"}]"#,
    );
    let stage = Stage::show(|| view! { <EventRows rows=rows by_year=true ahead=3 most=3/> });
    stage
        .until("what is over stands before what comes", |stage| {
            stage.text(".event__name") == ["将来", "更远的将来", "曾是将来"]
                && stage.text("h2") == ["近期活动", "2000年"]
        })
        .await;
}

#[wasm_bindgen_test]
async fn a_banner_expires_by_itself() {
    let stage = Stage::show(|| view! { <SiteBanner/> });
    stage
        .until("the banner stays", |stage| {
            stage.attributes(".site-banner", "hidden") == [Some(String::new())]
        })
        .await;
}

#[wasm_bindgen_test]
async fn data_that_is_not_there_can_be_asked_for_again() {
    const VIEWS: PageViews = PageViews {
        page: |_, json| json.read::<wire::Links>().map(|_| ().into_any()),
        not_found: || ().into_any(),
        preload: |_| Box::pin(async { Ok(()) }),
    };
    let route = Signal::stored(Some(Route::Links));
    let stage = Stage::show(move || view! { <PageData route=route views=VIEWS/> });
    stage
        .until("no alert is shown", |stage| {
            stage.all("[role=alert]").len() == 1
        })
        .await;
    assert_eq!(stage.text("h1"), ["没有找到这个页面"]);
    assert_eq!(stage.text("[role=alert] button"), ["重试"]);
}

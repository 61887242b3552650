//! Tests of the portal in other engines: Firefox, and WebKitGTK. `make test-engines` installs
//! both and runs only these tests.
//!
//! Firefox is controlled through its own protocol (Marionette), which needs no separate
//! driver, WebKit through WebDriver in a virtual display. Both only run scripts, so that the
//! same steps apply to both.

mod firefox;
mod webkit;

use super::harness::server::Server;
use super::harness::site::Site;
use super::harness::visitor::WORDS;
use firefox::Firefox;
use serde_json::{Value, json};
use std::fmt::Debug;
use std::time::{Duration, Instant};
use tokio::runtime::Builder;
use webkit::WebKit;

/// Time-out of a step. A click takes some hundredths of a second.
const PATIENCE: Duration = Duration::from_secs(3);
/// Time-out of a page in an engine that has just been started.
const START: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(20);

/// A browser that can open an address and run a script.
trait Engine: Debug {
    async fn open(&mut self, url: &str);
    async fn run(&mut self, script: &str) -> Value;
    async fn resize(&mut self, width: u32);
    async fn leave(self);
}

#[test]
fn firefox_shows_every_kind_of_page() {
    walk(async || Firefox::start());
}

#[test]
fn webkit_shows_every_kind_of_page() {
    walk(WebKit::start);
}

/// One engine and one host.
#[derive(Debug)]
struct Walk<Browser> {
    browser: Browser,
    faults: Vec<String>,
    steps: usize,
}

#[track_caller]
fn walk<Browser: Engine>(start: impl AsyncFnOnce() -> Browser) {
    let site = Site::demo();
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("the system gives a runtime");
    runtime.block_on(async {
        let server = Server::start(site.root(), &site.folder())
            .await
            .expect("this machine gives a port");
        let mut walk = Walk {
            browser: start().await,
            faults: Vec::new(),
            steps: 0,
        };
        for page in site.page_of_each_kind() {
            walk.page(server.origin(), &page).await;
        }
        walk.search(server.origin()).await;
        walk.filter(server.origin()).await;
        walk.browser.leave().await;
        eprintln!("{} steps, {} faults", walk.steps, walk.faults.len());
        assert!(walk.faults.is_empty(), "{}", walk.faults.join("\n"));
    });
}

impl<Browser: Engine> Walk<Browser> {
    async fn page(&mut self, origin: &str, page: &str) {
        if !self.start(origin, page).await {
            return;
        }
        let heading = "document.querySelector('main h1').textContent";
        let own = self.browser.run(&format!("return {heading};")).await;
        self.browser
            .run(&format!(
                "{WORDS}
                 fetch(location.href).then((answer) => answer.text()).then((html) => {{
                     const page = new DOMParser().parseFromString(html, 'text/html');
                     window.seen = [words(page), words(document)];
                 }});"
            ))
            .await;
        self.step(
            page,
            "the text is the same",
            "window.seen?.[0] === window.seen[1]",
        )
        .await;

        let link = if page == "/links/" {
            "/events/"
        } else {
            "/links/"
        };
        let click = format!("document.querySelector(\"#site-menu a[href='{link}']\").click();");
        let there = format!(
            "location.pathname === '{link}' && window.stays && !document.querySelector('main [aria-busy]')
             && document.querySelector('main h1') && {heading} !== {own}"
        );
        let back = format!(
            "location.pathname === '{page}' && window.stays && document.querySelector('main h1') && {heading} === {own}"
        );
        self.browser.run(&click).await;
        self.step(page, "a click", &there).await;
        self.browser.run("history.back();").await;
        self.step(page, "back", &back).await;
        self.browser
            .run(&format!("{click} setTimeout(() => history.back(), 30);"))
            .await;
        self.step(page, "a quick click and back", &back).await;
        self.browser.run(&click).await;
        self.step(page, "a click after it", &there).await;
        self.step(page, "nothing is uncaught", "window.failures.length === 0")
            .await;

        self.browser.resize(390).await;
        self.step(
            page,
            "a phone's width",
            "document.documentElement.scrollWidth <= innerWidth",
        )
        .await;
        self.browser
            .run("document.querySelector('.menu-button').click();")
            .await;
        self.step(
            page,
            "the menu",
            "document.querySelector('#site-menu').matches(':popover-open')",
        )
        .await;
        self.browser.resize(1280).await;
    }

    async fn search(&mut self, origin: &str) {
        self.start(origin, "/").await;
        self.browser
            .run(
                "const field = document.querySelector('.site-search__field');
                 field.focus();
                 field.value = '联盟';
                 field.dispatchEvent(new Event('input', { bubbles: true }));",
            )
            .await;
        self.step(
            "search",
            "entries",
            "document.querySelector('#site-search-list [role=option]')",
        )
        .await;
        self.start(origin, "/search/?q=%E8%81%94%E7%9B%9F").await;
        self.step(
            "search",
            "hits",
            "document.querySelector('#search-results li a')",
        )
        .await;
    }

    async fn filter(&mut self, origin: &str) {
        self.start(origin, "/members/").await;
        self.browser
            .run(
                "const list = document.querySelector('main select');
                 window.shown = document.querySelector('.directory__count').textContent;
                 list.value = list.options[1].value;
                 for (const kind of ['input', 'change']) {
                     list.dispatchEvent(new Event(kind, { bubbles: true }));
                 }",
            )
            .await;
        self.step(
            "filter",
            "members",
            "location.search && document.querySelector('.directory__count').textContent !== window.shown",
        )
        .await;
    }

    async fn start(&mut self, origin: &str, page: &str) -> bool {
        self.browser.open(&format!("{origin}{page}")).await;
        let condition = "document.documentElement.hasAttribute('data-hydrated')";
        let starts = self.holds(page, "the start", condition, START).await;
        self.browser
            .run(
                "window.stays = true;
                 window.failures = [];
                 for (const kind of ['error', 'unhandledrejection']) {
                     addEventListener(kind, (event) => failures.push(String(event.reason ?? event.message)));
                 }",
            )
            .await;
        starts
    }

    async fn step(&mut self, page: &str, what: &str, condition: &str) {
        self.holds(page, what, condition, PATIENCE).await;
    }

    async fn holds(&mut self, page: &str, what: &str, condition: &str, patience: Duration) -> bool {
        self.steps += 1;
        let script = format!("return Boolean({condition});");
        let deadline = Instant::now() + patience;
        while Instant::now() < deadline {
            if self.browser.run(&script).await == json!(true) {
                return true;
            }
            tokio::time::sleep(GLANCE).await;
        }
        let seen = self
            .browser
            .run("return [location.href, document.querySelector('h1')?.textContent, window.seen, window.failures];")
            .await;
        self.faults.push(format!("{page}: {what} ({seen})"));
        false
    }
}

//! Tests that apply to every page: of the alliance's own site to all pages, of the demo site
//! to one page of each kind.

use super::harness::site::Site;
use super::harness::visit::visit;
use super::harness::visitor::{BLIND, HYDRATED, WORDS};
use serde_json::Value;
use std::sync::OnceLock;
use std::time::Duration;

/// Observations after a page was opened.
#[derive(Debug)]
struct Seen {
    page: String,
    hydrated: bool,
    headings: Value,
    before: String,
    after: String,
    console: Vec<String>,
    data: Vec<String>,
}

/// Opens each page once; each test checks another part of the observations.
fn pages() -> &'static [Seen] {
    static PAGES: OnceLock<Vec<Seen>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let (public, demo) = (Site::public(), Site::demo());
        let mut pages = open(&public, public.pages());
        pages.extend(open(&demo, demo.page_of_each_kind()));
        pages
    })
}

fn open(site: &Site, pages: Vec<String>) -> Vec<Seen> {
    const IN_TIME: Duration = Duration::from_secs(8);
    visit(site, async |visitor, server| {
        let mut seen = Vec::new();
        visitor.prepare(BLIND).await;
        for page in pages {
            // If the app does not start at all, three pages are enough to report it.
            if seen.iter().filter(|seen: &&Seen| !seen.hydrated).count() == 3 {
                break;
            }
            server.forget();
            visitor.open(&page).await;
            // A page that does not hydrate is rendered again, which none of these requires.
            let taken_over = format!("{HYDRATED} && document.body.matches('[data-prerendered]')");
            let hydrated = visitor.holds_within(IN_TIME, &taken_over).await;
            let data = server.data();
            let words = visitor
                .run(&format!(
                    "{WORDS}
                     return fetch(location.href).then((answer) => answer.text()).then((html) => {{
                         const page = new DOMParser().parseFromString(html, 'text/html');
                         return [words(page), words(document)];
                     }});"
                ))
                .await;
            let words = |at| words[at].as_str().unwrap_or_default().to_owned();
            let headings = visitor
                .look("[...document.querySelectorAll('main, h1')].map((part) => part.matches('main#main h1') ? 'h1' : part.id)")
                .await;
            seen.push(Seen {
                hydrated,
                headings,
                before: words(0),
                after: words(1),
                console: visitor.console().await,
                data,
                page,
            });
        }
        seen
    })
}

/// Checks every page, and reports the faults of all of them at once.
#[track_caller]
fn check(wrong: impl Fn(&Seen) -> Option<String>) {
    let pages = pages();
    assert!(pages.len() > 60, "only {} pages were opened", pages.len());
    let wrong: Vec<String> = pages
        .iter()
        .filter_map(|seen| Some(format!("{}: {}", seen.page, wrong(seen)?)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_app_takes_over_every_page() {
    check(|seen| (!seen.hydrated).then(|| "the app does not take over".to_owned()));
}

#[test]
fn every_page_has_one_main_with_one_heading() {
    check(|seen| {
        let expected = serde_json::json!(["main", "h1"]);
        (seen.headings != expected).then(|| seen.headings.to_string())
    });
}

#[test]
fn the_console_stays_empty_on_every_page() {
    check(|seen| (!seen.console.is_empty()).then(|| seen.console.join("\n  ")));
}

#[test]
fn every_page_says_the_same_before_and_after_the_app_takes_over() {
    check(|seen| {
        (seen.before.is_empty() || seen.before != seen.after)
            .then(|| format!("\n  before: {}\n  after:  {}", seen.before, seen.after))
    });
}

#[test]
fn no_page_fetches_the_data_that_it_carries() {
    check(|seen| (!seen.data.is_empty()).then(|| seen.data.join(", ")));
}

#[test]
fn the_only_inline_script_is_the_one_that_the_policy_names() {
    const INLINE: &str = "
        script:not([src]):not([type=\"application/json\"], [type=\"application/ld+json\"]), [style],
        [onclick], [onload], [onerror], [onchange], [oninput], [onsubmit], [href^=\"javascript:\"]
    ";
    for site in [Site::public(), Site::demo()] {
        let pages = site.pages();
        assert!(
            pages.len() > 50,
            "only {} pages were published",
            pages.len()
        );
        let found = visit(&site, async |visitor, _| {
            visitor.open("/404.html").await;
            let (pages, inline) = (serde_json::json!(pages), serde_json::json!(INLINE));
            visitor
                .run(&format!(
                    "const hash = async (text) => {{
                         const bytes = new TextEncoder().encode(text);
                         const digest = await crypto.subtle.digest('SHA-256', bytes);
                         return 'sha256-' + btoa(String.fromCharCode(...new Uint8Array(digest)));
                     }};
                     const look = async (address) => {{
                         const html = await (await fetch(address)).text();
                         const page = new DOMParser().parseFromString(html, 'text/html');
                         if (!page.querySelector('main#main, noscript')) return [address + ': no page'];
                         const policy = page.querySelector('meta[http-equiv=Content-Security-Policy]');
                         const early = page.querySelector('head > script:not([src], [type])');
                         if (policy.content.includes(await hash(early.textContent))) early.remove();
                         return [...page.querySelectorAll({inline})]
                             .map((part) => address + ': ' + part.outerHTML.slice(0, 120));
                     }};
                     return Promise.all([...{pages}, '/404.html'].map(look)).then((found) => found.flat());"
                ))
                .await
        });
        assert_eq!(found, serde_json::json!([]));
    }
}

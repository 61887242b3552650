//! Tests with changes that extensions, translators, password managers and proxies make to a
//! page: no link stops working, no page is blank, and visitors notice nothing.

use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::{BLIND, HYDRATED, Visitor};

/// Changes by other software.
const WAYS: [(&str, &str); 12] = [
    (
        "an element first in the body",
        "document.body.prepend(document.createElement('div'))",
    ),
    (
        "an element first in the page",
        "document.getElementById('main').prepend(document.createElement('div'))",
    ),
    (
        "an element after each field",
        "document.querySelectorAll('input').forEach((field) => field.after(document.createElement('span')))",
    ),
    (
        "comments taken out",
        "nodes(NodeFilter.SHOW_COMMENT).forEach((node) => node.remove())",
    ),
    (
        "texts split",
        "texts().forEach((node) => node.length > 1 && node.splitText(1))",
    ),
    (
        "texts translated",
        "texts().forEach((node) => {
             const outer = document.createElement('font');
             outer.append(document.createElement('font'));
             outer.firstChild.textContent = node.data;
             node.replaceWith(outer);
         })",
    ),
    (
        "white space between nodes",
        "document.querySelectorAll('body div, body section, body ul').forEach((part) => part.prepend('\\n'))",
    ),
    (
        "attributes changed",
        "document.querySelectorAll('a, input, h1').forEach((part) => part.setAttribute('data-seen', ''))",
    ),
    (
        "the body given a class and a style",
        "document.body.className = 'dark'; document.body.style.marginTop = '2rem'",
    ),
    (
        "an element taken out",
        "document.querySelector('.site-footer p, main p')?.remove()",
    ),
    (
        "a frame appended",
        "document.body.append(document.createElement('iframe'))",
    ),
    (
        "links wrapped",
        "document.querySelectorAll('main a').forEach((link) => {
             const outer = document.createElement('span');
             link.replaceWith(outer);
             outer.append(link);
         })",
    ),
];

/// Time of the change: before any script of the page, before the app, and after its start.
const MOMENTS: [&str; 3] = ["before", "during", "after"];

/// Returns the script of every document, which makes the requested change once.
fn hands() -> String {
    let ways = WAYS
        .map(|(name, script)| format!("{name:?}: () => {{ {script} }}"))
        .join(",");
    format!(
        "const nodes = (kind) => {{
             const walker = document.createTreeWalker(document.body, kind);
             const found = [];
             while (walker.nextNode()) found.push(walker.currentNode);
             return found;
         }};
         const texts = () => nodes(NodeFilter.SHOW_TEXT).filter(
             (node) => node.data.trim() && !node.parentElement.closest('script, style, select'));
         const ways = {{ {ways} }};
         if (globalThis.sessionStorage) {{
             const [moment, way] = (sessionStorage.getItem('way') ?? '').split(': ');
             sessionStorage.removeItem('way');
             if (moment === 'before') {{
                 document.addEventListener('readystatechange', ways[way], {{ once: true }});
             }}
             if (moment === 'during') document.addEventListener('DOMContentLoaded', ways[way]);
             if (moment === 'after') globalThis.act = ways[way];
         }}"
    )
}

#[test]
fn a_page_that_others_have_changed_stays_alive() {
    let site = Site::demo();
    let pages = site.page_of_each_kind();
    let wrong = visit(&site, async |visitor, server| {
        visitor.prepare(&hands()).await;
        visitor.prepare(BLIND).await;
        visitor.open("/404.html").await;
        let mut wrong = Vec::new();
        for (at, page) in pages.iter().enumerate() {
            for (way, (name, _)) in WAYS.iter().enumerate() {
                // One third of the changes on each page; in total each change at each time on
                // several pages.
                if (at + way) % 3 != 0 {
                    continue;
                }
                let moment = MOMENTS[(at + way / 3) % MOMENTS.len()];
                server.forget();
                visitor
                    .run(&format!(
                        "sessionStorage.setItem('way', '{moment}: {name}');"
                    ))
                    .await;
                let said = change(visitor, page, moment).await;
                let data = server.data();
                let said = match (moment, data.as_slice()) {
                    // A page that is made anew needs what hydration passes over.
                    ("after", _) | (_, [] | [_]) => said,
                    _ => format!("{said} fetches {data:?}"),
                };
                let after = leave(visitor, page).await;
                if !said.is_empty() || !after.is_empty() {
                    wrong.push(format!("{page}, {moment}, {name}: {said} {after}"));
                }
            }
        }
        wrong
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Opens a page and changes it; returns its faults.
async fn change(visitor: &Visitor, page: &str, moment: &str) -> String {
    visitor.enter(page).await;
    if moment == "after" {
        visitor.run("act();").await;
    }
    let shown = visitor
        .holds_within(
            std::time::Duration::from_secs(4),
            "document.querySelector('main#main h1:not(.waiting__title)')?.textContent
             && document.querySelectorAll('main, .site-header, .site-footer').length === 3
             && !document.querySelector('.notice--stopped')",
        )
        .await;
    let console = visitor.console().await;
    match (shown, console.is_empty()) {
        (true, true) => String::new(),
        (true, false) => console.join("; "),
        (false, _) => format!("is not whole; {}", console.join("; ")),
    }
}

/// Follows a link of the menu; returns the faults of the target page.
async fn leave(visitor: &Visitor, page: &str) -> String {
    let link = if page == "/links/" {
        "/events/"
    } else {
        "/links/"
    };
    visitor
        .run("window.leftHeading = document.querySelector('main h1');")
        .await;
    visitor.press(&format!("#site-menu a[href='{link}']")).await;
    let arrived = format!(
        "location.pathname === '{link}' && document.querySelector('main h1')
         && document.querySelector('main h1') !== window.leftHeading
         && !document.querySelector('main [aria-busy]')"
    );
    let patience = std::time::Duration::from_secs(6);
    if visitor.holds_within(patience, &arrived).await {
        // A message of the app about a missing node is not a fault.
        return uncaught(visitor).await;
    }
    format!(
        "{link} is not reached; {}",
        visitor.console().await.join("; ")
    )
}

async fn uncaught(visitor: &Visitor) -> String {
    let console = visitor.console().await;
    let uncaught = console.iter().filter(|entry| entry.contains("Uncaught"));
    uncaught.cloned().collect::<Vec<_>>().join("; ")
}

#[test]
fn a_link_that_the_app_fails_to_follow_is_followed_without_it() {
    visit(&Site::public(), async |visitor, server| {
        visitor.enter("/").await;
        visitor
            .run("history.pushState = () => { throw new Error('no'); };")
            .await;
        visitor.follow("#site-menu a[href='/links/']").await;
        assert_eq!(server.documents(), ["/", "/links/"]);
    });
}

#[test]
fn an_app_that_fails_later_begins_anew() {
    visit(&Site::public(), async |visitor, server| {
        visitor.enter("/members/").await;
        visitor
            .run(
                "const replace = history.replaceState;
                 history.replaceState = (state, ...rest) => {
                     if (rest[1]) { history.replaceState = replace; throw new Error('no'); }
                     replace.call(history, state, ...rest);
                 };
                 window.leftHeading = document.querySelector('main h1');",
            )
            .await;
        visitor
            .run(
                "const list = document.querySelector('main select');
                 list.value = list.options[1].value;
                 list.dispatchEvent(new Event('change', { bubbles: true }));",
            )
            .await;
        visitor
            .until(
                "the page is made anew",
                "document.querySelector('main h1')?.textContent
                 && document.querySelector('main h1') !== window.leftHeading
                 && !document.querySelector('main [aria-busy]')",
            )
            .await;
        visitor
            .until(
                "nothing is told",
                "!document.querySelector('.notice--stopped')",
            )
            .await;
        visitor.follow("#site-menu a[href='/links/']").await;
        assert_eq!(server.documents(), ["/members/"]);
    });
}

#[test]
fn a_page_whose_app_fails_for_good_says_so_and_works_without_it() {
    visit(&Site::public(), async |visitor, server| {
        visitor
            .prepare(
                "const create = Document.prototype.createElement;
                 Document.prototype.createElement = function (name) {
                     if (name === 'main') throw new Error('no');
                     return create.call(this, name);
                 };
                 document.addEventListener('DOMContentLoaded', () => {
                     if (location.pathname === '/members/') document.body.prepend(create.call(document, 'div'));
                 });",
            )
            .await;
        visitor.open("/members/").await;
        visitor
            .until(
                "it is told",
                "document.querySelector('#main > .notice--stopped')?.textContent",
            )
            .await;
        assert!(!visitor.heading().await.is_empty());
        // The form is submitted as it is without script.
        visitor.write(".site-search__field", "化纤\u{e007}").await;
        visitor
            .until(
                "the form is sent",
                "location.pathname === '/search/' && location.search.startsWith('?q=')",
            )
            .await;
        visitor.back().await;
        visitor
            .until(
                "the page is back",
                "location.pathname === '/members/' && document.querySelector('main h1')",
            )
            .await;
        visitor.follow("#site-menu a[href='/links/']").await;
        let documents = server.documents();
        assert!(documents.contains(&"/search/".to_owned()), "{documents:?}");
        assert_eq!(documents.last().map(String::as_str), Some("/links/"));
    });
}

#[test]
fn the_name_of_its_file_leads_to_a_page() {
    visit(&Site::public(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        for folder in [
            "/",
            "/members/",
            "/bulletins/",
            "/events/",
            "/news/",
            "/links/",
        ] {
            server.forget();
            visitor.enter(&format!("{folder}index.html?a=1#main")).await;
            let shown = visitor
                .read("location.pathname + location.search + location.hash")
                .await;
            assert_eq!(shown, format!("{folder}?a=1#main"));
            let heading = visitor.heading().await;
            assert_ne!(heading, "没有找到这个页面", "{folder}");
            assert_eq!(visitor.console().await, Vec::<String>::new(), "{folder}");
            assert_eq!(server.data(), Vec::<String>::new(), "{folder}");
        }
        visitor.go("/members/index.html").await;
        visitor.arrive("/members/").await;
        assert_eq!(server.documents(), ["/links/index.html"]);
    });
}

#[test]
fn quick_clicks_and_backs_leave_nothing_uncaught() {
    visit(&Site::demo(), async |visitor, _| {
        const LINKS: [&str; 5] = ["/links/", "/members/", "/bulletins/", "/events/", "/news/"];
        visitor.enter("/").await;
        // Back may come before the address of a click, and then leads further back.
        for link in LINKS {
            visitor
                .run("window.leftHeading = document.querySelector('main h1');")
                .await;
            visitor
                .run(&format!(
                    "document.querySelector(\"#site-menu a[href='{link}']\").click();"
                ))
                .await;
            visitor.arrive(link).await;
        }
        for link in LINKS {
            visitor
                .run(&format!(
                    "document.querySelector(\"#site-menu a[href='{link}']\").click();
                     return new Promise((done) => setTimeout(() => {{ history.back(); setTimeout(done, 60); }}, 20));"
                ))
                .await;
        }
        visitor.follow("#site-menu a[href='/links/']").await;
        visitor.until("the app runs", HYDRATED).await;
        assert_eq!(visitor.console().await, Vec::<String>::new());
    });
}

//! Measurements of the senior edition against the limits in the Ministry's rules for web sites
//! (at least 18 pt, line height 1.3, paragraph spacing 1.3 times that, targets of 60 px).

use super::harness::site::Site;
use super::harness::visit::visit;
use serde_json::{Value, json};

/// Home page, a list, an article, the directory of members.
const PAGES: [&str; 4] = [
    "/",
    "/news/",
    "/articles/2026-07-10-direct-spinning-line/",
    "/members/",
];

/// Checks each page at each width, with a script that returns a list of faults.
#[track_caller]
fn check(faults: &str) {
    let wrong = visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.press(".reading-tools input[name=edition]").await;
        let mut wrong = Vec::new();
        for page in PAGES {
            visitor.enter(page).await;
            for width in [1440, 390] {
                visitor.resize(width).await;
                let settled = format!("matchMedia('(width: {width}px)').matches");
                visitor.until("the window has its width", &settled).await;
                let found = visitor.run(faults).await;
                if found != json!([]) {
                    wrong.push(format!("{page} at {width}: {found}"));
                }
            }
        }
        wrong
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_text_is_smaller_than_eighteen_points() {
    check(
        "const small = [];
         const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
         while (texts.nextNode()) {
             const part = texts.currentNode.parentElement;
             if (!texts.currentNode.data.trim() || part.closest('script, style, noscript, sup')) continue;
             if (!part.checkVisibility() || part.closest('.visually-hidden, .masthead')) continue;
             if (parseFloat(getComputedStyle(part).fontSize) < 24) {
                 small.push(part.className + ': ' + part.textContent.slice(0, 20));
             }
         }
         return small.slice(0, 5);",
    );
}

#[test]
fn lines_and_paragraphs_stand_apart() {
    check(
        "const close = [];
         for (const paragraph of document.querySelectorAll('main p')) {
             const style = getComputedStyle(paragraph);
             const size = parseFloat(style.fontSize);
             if (parseFloat(style.lineHeight) < 1.3 * size) close.push(paragraph.textContent.slice(0, 20));
         }
         const [first, second] = document.querySelectorAll('.prose > p + p');
         if (second) {
             const style = getComputedStyle(second);
             const gap = parseFloat(style.lineHeight) - parseFloat(style.fontSize);
             if (parseFloat(style.marginBlockStart) < 1.3 * gap) close.push('paragraphs');
         }
         return close.slice(0, 5);",
    );
}

#[test]
fn targets_have_sixty_pixels() {
    check(
        "const targets = '.edition, .reading-settings > summary, .menu-button, .site-header__brand,'
             + '.site-menu__list > li > a, .breadcrumbs a, .entry__title, .more, .member-card,'
             + '.tool, .button, .field input, .field select, .pager a, .neighbours a,'
             + '.site-footer__rooms a';
         return [...document.querySelectorAll(targets)]
             .filter((part) => part.checkVisibility())
             .map((part) => [part, part.getBoundingClientRect()])
             .filter(([, box]) => box.width < 59.5 || box.height < 59.5)
             .map(([part, box]) => part.className + ' ' + part.textContent.trim().slice(0, 12) + ' '
                 + Math.round(box.width) + 'x' + Math.round(box.height))
             .slice(0, 5);",
    );
}

#[test]
fn everything_stands_in_one_column() {
    check(
        "const lists = '.entries, .members, .name-list, .home-sections, .lead__body, .shelf, .timeline, .ways-on ul, .filter fieldset';
         return [...document.querySelectorAll(lists)]
             .filter((list) => new Set([...list.children]
                 .filter((item) => item.checkVisibility())
                 .map((item) => Math.round(item.getBoundingClientRect().left))).size > 1)
             .map((list) => list.className);",
    );
}

#[test]
fn nothing_reaches_over_the_edge_of_a_narrow_window() {
    check(
        "const { scrollWidth, clientWidth } = document.documentElement;
         return scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : [];",
    );
}

#[test]
fn its_text_grows_to_thirty_points() {
    let size = visit(&Site::demo(), async |visitor, _| {
        visitor.enter(PAGES[2]).await;
        visitor.press(".reading-tools input[name=edition]").await;
        visitor.press(".reading-settings > summary").await;
        visitor.press("input[name=text-size][value='3']").await;
        visitor
            .look("Math.round(parseFloat(getComputedStyle(document.querySelector('.prose > p')).fontSize))")
            .await
    });
    assert_eq!(size, Value::from(40));
}

//! Tests of keyboard operation.

use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use fantoccini::key::Key;

#[test]
fn the_first_tab_leads_to_the_skip_link() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.key(Key::Tab).await;
        visitor
            .until(
                "the skip link has the focus",
                "document.activeElement.matches('.skip-link')",
            )
            .await;
    });
}

#[test]
fn the_skip_link_leads_into_the_page() {
    visit(&Site::public(), async |visitor, server| {
        visitor.enter("/").await;
        visitor.key(Key::Tab).await;
        visitor.key(Key::Enter).await;
        visitor
            .until(
                "the focus is in the page",
                "document.querySelector('main#main').contains(document.activeElement)",
            )
            .await;
        assert_eq!(server.documents(), ["/"]);
    });
}

#[test]
fn the_skip_link_can_be_seen_when_it_has_the_focus() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.key(Key::Tab).await;
        visitor
            .until(
                "the skip link is in the window",
                "((link) => link.width > 1 && link.height > 1 && link.top >= 0 && link.left >= 0)
                 (document.querySelector('.skip-link:focus').getBoundingClientRect())",
            )
            .await;
    });
}

#[test]
fn a_link_is_followed_by_enter() {
    visit(&Site::public(), async |visitor, server| {
        visitor.enter("/").await;
        visitor
            .run("document.querySelector('.lead__title a').focus();")
            .await;
        visitor.key(Key::Enter).await;
        visitor
            .until(
                "the heading of the article has the focus",
                "location.pathname.startsWith('/articles/')
                 && document.activeElement === document.querySelector('main#main h1')",
            )
            .await;
        assert_eq!(server.documents(), ["/"]);
    });
}

#[test]
fn the_next_tab_goes_on_from_the_heading() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.follow("a.more[href='/members/']").await;
        visitor
            .until(
                "the heading has the focus",
                "document.activeElement === document.querySelector('main#main h1')",
            )
            .await;
        visitor.key(Key::Tab).await;
        visitor
            .until(
                "the first link of the page has the focus",
                "document.activeElement.matches('main#main .search-within')",
            )
            .await;
    });
}

#[test]
fn the_filter_of_members_works_by_keyboard() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor
            .run("document.querySelector('.filter input[name=q]').focus();")
            .await;
        visitor.key(Key::Tab).await;
        // In a closed select element, the arrow key selects the next option.
        visitor.key(Key::Down).await;
        visitor
            .until(
                "a kind is chosen",
                "location.search.startsWith('?kind=') && document.activeElement.name === 'kind'",
            )
            .await;
    });
}

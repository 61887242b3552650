//! Main menu.

#[cfg(feature = "ssr")]
use crate::components::Portal;
use crate::components::{IntoBlock as _, SiteLink, portal};
use crate::ids;
use crate::route::BasePath;
use crate::wire::NavigationEntry;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Id of the element, which the button on phones refers to.
const MENU: &str = ids::MENU;

/// Main menu, with the current entry marked.
///
/// On phones it is a popover, which the browser opens: it works before the app starts and
/// without it. In browsers without popovers the menu is always visible.
#[component]
pub fn Navigation() -> impl IntoView {
    let portal = portal();
    let text = portal.text;
    let path = use_location().pathname;
    let base = StoredValue::new(portal.base.clone());
    #[cfg(target_arch = "wasm32")]
    Effect::new(move |_| {
        path.track();
        crate::browser::navigation::close_popover(MENU);
    });
    let entries = portal
        .site
        .navigation
        .iter()
        .map(|entry| item(entry, path, base))
        .collect_view();
    view! {
        <button type="button" class="menu-button" popovertarget=MENU>
            <span class="menu-button__bars" aria-hidden="true"></span>
            {text.menu}
        </button>
        <nav id=MENU class="site-menu" aria-label=text.main_navigation popover="auto">
            <button
                type="button"
                class="site-menu__close"
                popovertarget=MENU
                popovertargetaction="hide"
            >
                {text.close}
            </button>
            <ul class="site-menu__list">{entries}</ul>
        </nav>
    }
}

/// Returns the entries of the menu that are marked on the page at an address: whether each is the
/// page's own, and whether the page is below it. Nothing else in the frame depends on the address.
#[cfg(feature = "ssr")]
#[must_use]
pub fn marks(portal: &Portal, address: &str) -> Vec<[bool; 2]> {
    let path = portal.base.strip(address).unwrap_or_default();
    let entries = portal.site.navigation.iter();
    let entries = entries.flat_map(|entry| std::iter::once(entry).chain(&entry.children));
    let marks =
        entries.map(|entry| [true, false].map(|exactly| stands_on(path, &entry.to, exactly)));
    marks.collect()
}

fn item(entry: &NavigationEntry, path: Memo<String>, base: StoredValue<BasePath>) -> AnyView {
    let label = entry.label.clone();
    let to = StoredValue::new(entry.to.clone());
    let here = move |exactly: bool| {
        path.with(|path| {
            base.with_value(|base| {
                to.with_value(|to| stands_on(base.strip(path).unwrap_or_default(), to, exactly))
            })
        })
    };
    // Escape hides a submenu that covers the content (WCAG 1.4.13), until the next key is
    // pressed or the pointer leaves the entry.
    let dismissed = RwSignal::new(false);
    let children = (!entry.children.is_empty()).then(|| {
        let entries = entry
            .children
            .iter()
            .map(|child| item(child, path, base))
            .collect_view();
        view! { <ul class="site-menu__sub">{entries}</ul> }
    });
    view! {
        <li
            class="site-menu__item"
            class:site-menu__item--within=move || here(false)
            data-dismissed=move || dismissed.get().then_some("")
            on:keydown=move |event| dismissed.set(event.key() == "Escape")
            on:pointerleave=move |_| dismissed.set(false)
        >
            <SiteLink
                to=entry.to.clone()
                label=label
                current=Signal::derive(move || here(true))
            />
            {children}
        </li>
    }
    .into_block()
}

/// Returns `true` if the page at `path` is the entry's own page or, unless `exactly`, below
/// it.
fn stands_on(path: &str, entry: &str, exactly: bool) -> bool {
    let path = path.trim_end_matches('/');
    let entry = entry.trim_end_matches('/');
    path == entry
        || (!exactly
            && !entry.is_empty()
            && path
                .strip_prefix(entry)
                .is_some_and(|rest| rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::stands_on;

    #[test]
    fn an_entry_knows_the_pages_below_it() {
        for (path, entry, exactly, expected) in [
            ("/", "/", true, true),
            ("/members/", "/", false, false),
            ("/members", "/members/", true, true),
            ("/members/tongkun/", "/members/", true, false),
            ("/members/tongkun/", "/members/", false, true),
            ("/members-only/", "/members/", false, false),
        ] {
            assert_eq!(
                stands_on(path, entry, exactly),
                expected,
                "{path} on {entry}"
            );
        }
    }
}

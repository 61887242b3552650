//! How the app takes over a page, or builds one where none was prerendered.

use crate::App;
use crate::components::{Portal, provide_portal};
use crate::load::{LoadError, embedded};
use crate::route::BasePath;
use crate::text::Text;
use leptos::prelude::*;

/// The element that carries the frame around the pages, as JSON.
pub const SITE: &str = "portal-site";
/// The element into which the boot script puts the interface's words, as JSON.
pub const WORDS: &str = "portal-words";

/// Takes over a prerendered page, or mounts the app on the empty page of `404.html`.
///
/// When the page does not say which site it belongs to, or the words are not there, the page
/// is left as it is: it can be read, and its links work.
pub fn start() {
    let portal = match portal() {
        Ok(portal) => portal,
        Err(error) => {
            leptos::logging::error!("portal: {error}");
            return;
        }
    };
    let stopped = portal.text.stopped;
    std::panic::set_hook(Box::new(move |panic| {
        console_error_panic_hook::hook(panic);
        say(stopped);
    }));
    let app = move || {
        provide_portal(portal);
        view! { <App/> }
    };
    if body().has_attribute("data-prerendered") {
        hydrate(app);
    } else {
        body().set_inner_html("");
        leptos::mount::mount_to_body(app);
    }
}

#[cfg(feature = "hydrate")]
fn hydrate<View: IntoView + 'static>(app: impl FnOnce() -> View + 'static) {
    leptos::mount::hydrate_body(app);
}

#[cfg(not(feature = "hydrate"))]
fn hydrate<View: IntoView + 'static>(app: impl FnOnce() -> View + 'static) {
    body().set_inner_html("");
    leptos::mount::mount_to_body(app);
}

/// Tells the visitor something that no page of the app can say any more. What stands in the
/// page stays.
fn say(words: &str) {
    let document = document();
    let Ok(notice) = document.create_element("p") else {
        return;
    };
    notice.set_text_content(Some(words));
    for (name, value) in [("role", "alert"), ("class", "notice notice--stopped")] {
        // Whatever fails here must not panic in turn.
        _ = notice.set_attribute(name, value);
    }
    if let Some(main) = document.get_element_by_id("main") {
        _ = main.prepend_with_node_1(&notice);
    }
}

/// The portal to which the page belongs, with its words.
fn portal() -> Result<Portal, LoadError> {
    let site = embedded(SITE)?;
    let words = Text::read(embedded(WORDS)?)
        .ok_or_else(|| LoadError::Damaged("the words of another version".to_owned()))?;
    let base = document()
        .document_element()
        .and_then(|html| html.get_attribute("data-base"))
        .unwrap_or_default();
    // The app shows one portal as long as it runs.
    let text = Box::leak(Box::new(words));
    Ok(Portal::new(site, BasePath::new(&base), text))
}

fn body() -> web_sys::HtmlElement {
    leptos::tachys::dom::body()
}

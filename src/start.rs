//! How the app takes over a page, or builds one where none was prerendered.

use crate::App;
use crate::components::{Portal, provide_portal};
use crate::load::{LoadError, embedded};
use crate::route::BasePath;
use crate::text::Text;
use crate::wire::Site;
use leptos::prelude::*;

/// The element that carries the frame around the pages, as JSON.
pub const SITE: &str = "portal-site";

/// Takes over a prerendered page, or mounts the app on the empty page of `404.html`.
///
/// When the page does not say which site it belongs to, the page is left as it is: it can
/// be read, and its links work.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        say_stopped();
    }));
    let (site, base) = match site_and_base() {
        Ok(found) => found,
        Err(error) => {
            leptos::logging::error!("portal: {error}");
            return;
        }
    };
    let app = move || {
        provide_portal(Portal::new(site, base));
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

/// Tells the visitor that the app has stopped. What stands in the page stays.
fn say_stopped() {
    let document = document();
    let lang = document
        .document_element()
        .and_then(|html| html.get_attribute("lang"))
        .unwrap_or_default();
    let Ok(notice) = document.create_element("p") else {
        return;
    };
    notice.set_text_content(Some(Text::of(&lang).stopped));
    for (name, value) in [("role", "alert"), ("class", "notice notice--stopped")] {
        // Whatever fails here must not panic in turn.
        _ = notice.set_attribute(name, value);
    }
    if let Some(main) = document.get_element_by_id("main") {
        _ = main.prepend_with_node_1(&notice);
    }
}

fn site_and_base() -> Result<(Site, BasePath), LoadError> {
    let site = embedded(SITE)?;
    let base = document()
        .document_element()
        .and_then(|html| html.get_attribute("data-base"))
        .unwrap_or_default();
    Ok((site, BasePath::new(&base)))
}

fn body() -> web_sys::HtmlElement {
    leptos::tachys::dom::body()
}

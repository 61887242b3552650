//! How the app takes over a page, or builds one where none was prerendered.

use crate::App;
use crate::components::{Portal, keep_texts, provide_portal};
use crate::ids;
use crate::load::{LoadError, embedded, keep};
use crate::route::{BasePath, DataFile, Route};
use crate::text::Text;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast as _, JsValue};

/// The function by which the boot script hears that this instance of the app is lost.
const FAILED: &str = "portalFailed";
/// The attribute with what the boot script tells a visitor when the app cannot go on.
const STOPPED: &str = "data-stopped";

/// Takes over a prerendered page, or mounts the app on a page that is not as publishing wrote
/// it: the empty one of `404.html`, or one that others have changed meanwhile. The boot script
/// tells which, and puts what is mounted into its place.
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
    tell_failures(portal.text.stopped);
    if body().has_attribute("data-prerendered") {
        hydrate(move || {
            provide_portal(portal);
            view! { <App/> }
        });
    } else {
        keep_texts();
        keep_data(&portal.base);
        leptos::mount::mount_to_body(move || {
            provide_portal(portal);
            view! { <App/> }
        });
    }
}

#[cfg(feature = "hydrate")]
fn hydrate<View: IntoView + 'static>(app: impl FnOnce() -> View + 'static) {
    leptos::mount::hydrate_body(app);
}

#[cfg(not(feature = "hydrate"))]
fn hydrate<View: IntoView + 'static>(app: impl FnOnce() -> View + 'static) {
    leptos::mount::mount_to_body(app);
}

/// A panic ends this instance of the app, whose memory is not to be trusted any more. The
/// boot script takes its place, and has to know before anything else happens.
fn tell_failures(stopped: &str) {
    if let Some(html) = document().document_element() {
        // Without the words there is no notice, and the page works all the same.
        _ = html.set_attribute(STOPPED, stopped);
    }
    let failed = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(FAILED))
        .ok()
        .and_then(|failed| failed.dyn_into::<js_sys::Function>().ok())
        .map(SendWrapper::new);
    std::panic::set_hook(Box::new(move |panic| {
        console_error_panic_hook::hook(panic);
        if let Some(failed) = &failed {
            // Whatever fails here must not panic in turn.
            _ = failed.call0(&JsValue::NULL);
        }
    }));
}

/// Lets the page that is made anew have the data that stands in it, so that nothing is
/// fetched.
fn keep_data(base: &BasePath) {
    let path = window().location().pathname().unwrap_or_default();
    if let Some(route) = base.strip(&path).and_then(Route::parse) {
        keep(base, &DataFile::of(&route), ids::DATA);
    }
}

/// The portal to which the page belongs, with its words.
fn portal() -> Result<Portal, LoadError> {
    let site = embedded(ids::SITE)?;
    let words = Text::read(embedded(ids::WORDS)?)
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

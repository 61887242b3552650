//! Start of the app: hydrates a prerendered page, or mounts the app on any other.

use crate::App;
use crate::components::{Portal, provide_portal};
use crate::ids;
use crate::load::{LoadError, embedded};
use crate::route::BasePath;
use crate::text::Text;
use js_sys::Promise;
use js_sys::futures::future_to_promise;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

/// Function of the boot script that reports the failure of this instance of the app.
const FAILED: &str = "portalFailed";
/// Attribute with the notice that the boot script shows when the app cannot continue.
const STOPPED: &str = "data-stopped";

/// Loads the code of the page at the current address. The boot script waits for it before
/// [`start`], because hydration cannot wait.
///
/// # Errors
/// The promise is rejected if the code cannot be loaded; the page then remains as it is.
#[wasm_bindgen]
pub fn prepare() -> Promise {
    let base = base();
    future_to_promise(async move {
        let path = window().location().pathname().unwrap_or_default();
        if let Some(route) = base.page_at(&path) {
            crate::pages::preload(&route)
                .await
                .map_err(|error| JsValue::from_str(&error.to_string()))?;
        }
        Ok(JsValue::UNDEFINED)
    })
}

/// Hydrates a prerendered page, or mounts the app on a page that differs from the published
/// one: the empty `404.html`, or a page that other scripts have changed. The boot script
/// decides which, and moves what is mounted into the place of the old elements.
///
/// If the data of the site or the messages are missing, the page remains as it is: it can be
/// read, and its links work.
#[wasm_bindgen]
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

/// Installs a panic hook that notifies the boot script. A panic ends this instance of the app,
/// whose memory is undefined afterwards, so the boot script has to know before any other code
/// runs.
fn tell_failures(stopped: &str) {
    if let Some(html) = document().document_element() {
        // Without the message there is no notice, but the page works.
        _ = html.set_attribute(STOPPED, stopped);
    }
    let failed = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(FAILED))
        .ok()
        .and_then(|failed| failed.dyn_into::<js_sys::Function>().ok())
        .map(SendWrapper::new);
    std::panic::set_hook(Box::new(move |panic| {
        console_error_panic_hook::hook(panic);
        if let Some(failed) = &failed {
            // A panic within the hook would abort, so errors are ignored.
            _ = failed.call0(&JsValue::NULL);
        }
    }));
}

/// Returns the portal that the page belongs to, with its messages.
fn portal() -> Result<Portal, LoadError> {
    let (site, words) = embedded(ids::COMMON)?;
    let words = Text::read(words)
        .ok_or_else(|| LoadError::Damaged("the words of another version".to_owned()))?;
    // The app shows one portal until it ends, so the leak is bounded.
    let text = Box::leak(Box::new(words));
    Ok(Portal::new(site, base(), text))
}

fn base() -> BasePath {
    let base = document()
        .document_element()
        .and_then(|html| html.get_attribute("data-base"))
        .unwrap_or_default();
    BasePath::new(&base)
}

fn body() -> web_sys::HtmlElement {
    leptos::tachys::dom::body()
}

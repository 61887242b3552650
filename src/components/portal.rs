//! Context of all components: site, base path, messages.

use crate::route::BasePath;
use crate::text::Text;
use crate::wire::Site;
use leptos::prelude::*;
use std::sync::Arc;

/// The portal that is shown. It never changes while the app runs.
#[derive(Debug, Clone)]
pub struct Portal {
    /// Data of the frame around every page.
    pub site: Arc<Site>,
    /// Path below which the portal is served.
    pub base: BasePath,
    /// Messages in the site's language.
    pub text: &'static Text,
}

impl Portal {
    /// Creates the portal of a site that is served below a path, with the messages in its
    /// language.
    #[must_use]
    pub fn new(site: Site, base: BasePath, text: &'static Text) -> Self {
        Self {
            site: Arc::new(site),
            base,
            text,
        }
    }
}

/// Provides a portal as context, and its base path for loading.
pub fn provide_portal(portal: Portal) {
    provide_context(portal.base.clone());
    provide_context(portal);
}

/// Returns the portal that is shown.
///
/// # Panics
/// Panics outside of the app, where no portal is provided; that is a mistake in the code.
#[must_use]
pub fn portal() -> Portal {
    expect_context::<Portal>()
}

/// Returns the messages in the site's language.
#[must_use]
pub fn text() -> &'static Text {
    portal().text
}

/// Signal that is `true` when the app has hydrated the page.
///
/// Everything that depends on the visitor (query, clock, storage) waits for it, because the
/// first render in the browser has to equal the prerendered page. During prerender it is
/// `false`.
#[derive(Debug, Clone, Copy)]
pub struct Hydrated(pub RwSignal<bool>);

impl Hydrated {
    /// Returns `true` if the page is hydrated, and subscribes the caller to the signal.
    #[must_use]
    pub fn get(self) -> bool {
        self.0.get()
    }
}

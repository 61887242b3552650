//! What every component may ask for: the site, the base path, the words.

use crate::route::BasePath;
use crate::text::Text;
use crate::wire::Site;
use leptos::prelude::*;
use std::sync::Arc;

/// The portal that is being shown. It never changes while the app runs.
#[derive(Debug, Clone)]
pub struct Portal {
    /// The frame around every page.
    pub site: Arc<Site>,
    /// Where the portal is served.
    pub base: BasePath,
    /// The interface's words.
    pub text: &'static Text,
}

impl Portal {
    /// The portal of a site, served below a path, in the words of its language.
    #[must_use]
    pub fn new(site: Site, base: BasePath, text: &'static Text) -> Self {
        Self {
            site: Arc::new(site),
            base,
            text,
        }
    }
}

/// Makes a portal known to everything below: to components the whole, to loading the path.
pub fn provide_portal(portal: Portal) {
    provide_context(portal.base.clone());
    provide_context(portal);
}

/// The portal that is being shown.
///
/// # Panics
/// Outside of the app, where no portal is provided; that is a mistake in the code.
#[must_use]
pub fn portal() -> Portal {
    expect_context::<Portal>()
}

/// The interface's words.
#[must_use]
pub fn text() -> &'static Text {
    portal().text
}

/// Whether the app has taken over.
///
/// What depends on the visitor (query, clock, storage) waits for it, since the first render
/// in the browser has to equal the prerendered page. It is false during prerender.
#[derive(Debug, Clone, Copy)]
pub struct Hydrated(pub RwSignal<bool>);

impl Hydrated {
    /// Whether the app has taken over; the caller is told when it does.
    #[must_use]
    pub fn get(self) -> bool {
        self.0.get()
    }
}

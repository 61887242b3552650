//! Rendering of views to HTML, in a fictitious portal.

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::location::RequestUrl;
use portal::components::{Hydrated, Portal, provide_portal};
use portal::content::values::color::Color;
use portal::publish::custom_properties;
use portal::route::BasePath;
use portal::text::CHINESE;
use portal::wire::{self, FromJson as _};

/// Site of the specimens.
#[derive(Debug)]
pub(crate) struct Site {
    portal: Portal,
}

impl Site {
    /// Theme colour of the site.
    const COLOUR: Color = Color {
        red: 0x6b,
        green: 0x2a,
        blue: 0x55,
    };

    /// Reads the site. Its addresses are relative, so that the gallery can be in any folder.
    pub(crate) fn read() -> Result<Self, serde_json::Error> {
        let site = wire::Site::from_json(include_str!("site.json"))?;
        Ok(Self {
            portal: Portal::new(site, BasePath::new("."), &CHINESE),
        })
    }

    /// Returns the custom properties of the theme colour.
    pub(crate) fn colours(&self) -> String {
        custom_properties(Some(Self::COLOUR))
    }
}

/// Renders a view to HTML.
pub(crate) fn html(site: &Site, view: fn() -> AnyView) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(RequestUrl::new("/"));
        provide_portal(site.portal.clone());
        provide_context(Hydrated(RwSignal::new(false)));
        view! { <Router base="">{view()}</Router> }
            .into_view()
            .to_html()
    });
    owner.unset_with_forced_cleanup();
    html.replace("<!>", "<!---->")
}

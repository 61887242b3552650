//! Views as HTML, in a portal made up for the purpose.

use futures::StreamExt as _;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::location::RequestUrl;
use portal::components::{Hydrated, Portal, provide_portal};
use portal::content::color::Color;
use portal::publish::custom_properties;
use portal::route::BasePath;
use portal::text::CHINESE;
use std::sync::Arc;
use tokio::runtime::Builder;
use tokio::task::LocalSet;

/// The site that the specimens belong to.
#[derive(Debug)]
pub(crate) struct Site {
    portal: Portal,
}

impl Site {
    /// The colour that the site has chosen.
    const COLOUR: Color = Color {
        red: 0x6b,
        green: 0x2a,
        blue: 0x55,
    };

    /// Reads the site. Its addresses are relative, so that the gallery can lie anywhere.
    pub(crate) fn read() -> Result<Self, serde_json::Error> {
        let site = serde_json::from_str(include_str!("site.json"))?;
        Ok(Self {
            portal: Portal::new(site, BasePath::new("."), &CHINESE),
        })
    }

    /// The custom properties of the site's colour.
    pub(crate) fn colours(&self) -> String {
        custom_properties(Some(Self::COLOUR))
    }
}

/// The HTML of a view.
pub(crate) fn html(site: &Site, view: fn() -> AnyView) -> String {
    // The executor is one for the whole process; a second call finds it set.
    _ = any_spawner::Executor::init_tokio();
    let runtime = Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("the system gives a runtime");
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = LocalSet::new().block_on(&runtime, async {
        let stream = owner.with(|| {
            provide_context(RequestUrl::new("/"));
            provide_portal(site.portal.clone());
            provide_context(Hydrated(RwSignal::new(false)));
            view! { <Router base="">{view()}</Router> }
                .into_view()
                .to_html_stream_in_order()
        });
        stream.collect::<String>().await
    });
    owner.unset_with_forced_cleanup();
    html.replace("<!>", "<!---->")
}

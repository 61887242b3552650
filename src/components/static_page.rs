//! A page whose HTML is made when the portal is built.

use super::block::markup;
use crate::wire::StaticPage;
use leptos::prelude::*;

#[cfg(not(feature = "ssr"))]
mod timelines;

/// Returns the view of a static page. Its title and its lists of events are all that is done in the browser.
///
/// In a page that is hydrated the content is already there and remains as it is, so the page data
/// need not contain it again. During prerender it writes the content.
pub(crate) fn static_page(page: StaticPage) -> AnyView {
    #[cfg(feature = "ssr")]
    if let Some(report) = use_context::<super::PageReport>() {
        report.set_document_title(page.page.title.clone());
    }
    let html = page.html();
    #[cfg(not(feature = "ssr"))]
    {
        #[cfg(target_arch = "wasm32")]
        crate::browser::navigation::arrive(page.page.title);
        timelines::hydrate(page.page.events);
    }
    markup(html)
}

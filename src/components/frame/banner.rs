//! Notice at the top of every page.

use crate::components::{IntoBlock as _, SiteLink, portal};
use leptos::prelude::*;

/// The site's notice.
///
/// Prerendered pages always contain it, and the app removes it after its last day, so that a
/// site that is not rebuilt remains correct.
#[component]
pub fn SiteBanner() -> impl IntoView {
    let portal = portal();
    let banner = portal.site.banner.clone()?;
    let expired = RwSignal::new(false);
    #[cfg(target_arch = "wasm32")]
    Effect::new({
        let until = banner.until.clone();
        move |_| {
            expired.set(
                until
                    .as_ref()
                    .is_some_and(|until| crate::browser::clock::today().as_str() > until.day()),
            );
        }
    });
    let words = match banner.url {
        Some(url) => view! { <SiteLink to=url label=banner.text/> }.into_block(),
        None => banner.text.into_block(),
    };
    Some(view! {
        <aside class="site-banner" aria-label=portal.text.notice hidden=move || expired.get()>
            <p>{words}</p>
        </aside>
    })
}

//! Help for a visitor at an unknown address.

use super::{IntoBlock as _, Link, portal};
use crate::route::Route;
use crate::text::Text;
use leptos::prelude::*;

/// The requested address, the list that would contain its page, and the contact for reporting
/// it.
///
/// During prerender the requested address is unknown, and only the contact is shown.
#[component]
pub fn NotFoundHelp() -> AnyView {
    let portal = portal();
    let text = portal.text;
    #[cfg(target_arch = "wasm32")]
    let path = window().location().pathname().ok();
    #[cfg(not(target_arch = "wasm32"))]
    let path: Option<String> = None;
    let list = path
        .as_ref()
        .and_then(|path| Route::list_above(portal.base.strip(path)?))
        .map(|list| {
            let label = text.look_in.with(&[name(&list, text)]);
            view! { <p><Link to=list class="button" label=label/></p> }
        });
    let asked = path.map(|path| {
        view! { <p class="lost__address">{text.address_asked} " " <code>{path}</code></p> }
    });
    let report = portal.site.contact.email.clone().map(|email| {
        let href = format!("mailto:{email}");
        view! { <p class="lost__report">{text.report_dead_link} <a href=href>{email}</a></p> }
    });
    view! { <div class="lost">{asked}{list}{report}</div> }.into_static()
}

const fn name(list: &Route, text: &Text) -> &'static str {
    match list {
        Route::Members => text.members,
        Route::Bulletins(_) => text.bulletins,
        Route::Events(_) => text.events,
        _ => text.all_news,
    }
}

//! Lists of events in a static page.

use crate::components::lists::event_list::{TIMELINE, event_rows};
use crate::components::{portal, provide_portal};
use crate::ids;
use crate::wire::Timeline;
#[cfg(feature = "hydrate")]
use leptos::mount::hydrate_from;
#[cfg(not(feature = "hydrate"))]
use leptos::mount::mount_to as hydrate_from;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;

/// Hydrates the lists of events of a page when it is in the document, until it is left.
pub(super) fn hydrate(timelines: Vec<Timeline>) {
    if timelines.is_empty() {
        return;
    }
    let portal = portal();
    let hydrated = StoredValue::new_local(Vec::new());
    let timelines = RefCell::new(Some(timelines));
    Effect::new(move |_| {
        let selector = format!("#{} .{TIMELINE}", ids::MAIN);
        let Ok(roots) = document().query_selector_all(&selector) else {
            return;
        };
        let timelines = timelines.take().unwrap_or_default();
        for (at, timeline) in (0..).zip(timelines) {
            let Some(root) = roots.item(at).and_then(|root| root.dyn_into().ok()) else {
                continue;
            };
            let portal = portal.clone();
            let handle = hydrate_from(root, move || {
                provide_portal(portal);
                event_rows(timeline)
            });
            hydrated.update_value(|hydrated| hydrated.push(handle));
        }
    });
}

//! Preview by the portal's own renderer.

use super::{Doc, words};
use leptos::html::Iframe;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Shows the preview, which scrolls together with the text.
pub(super) fn preview(doc: Doc, is_shown: RwSignal<bool>) -> AnyView {
    let node = NodeRef::<Iframe>::new();
    let is_phone = RwSignal::new(false);
    let is_elder = RwSignal::new(false);
    let is_broken = RwSignal::new(false);
    let kept = StoredValue::new((0.0_f64, 0.0_f64));
    let dress = move || {
        let root = node
            .get_untracked()
            .and_then(|frame| frame.content_document())
            .and_then(|document| document.document_element());
        if let Some(root) = root {
            let _ = match is_elder.get_untracked() {
                true => root.set_attribute("data-edition", "elder"),
                false => root.remove_attribute("data-edition"),
            };
        }
    };
    Effect::new(move |_| {
        let (Some(frame), Some((address, times))) = (node.get(), doc.preview.get()) else {
            return;
        };
        if let Some(inside) = window_of(&frame) {
            kept.set_value((
                inside.scroll_x().unwrap_or(0.0),
                inside.scroll_y().unwrap_or(0.0),
            ));
        }
        let mark = if address.contains('?') { '&' } else { '?' };
        let address = format!("{address}{mark}shown={times}");
        // The history of the tab has no entry for each letter that is typed.
        match window_of(&frame).map(|inside| inside.location()) {
            Some(location) if times > 0 => drop(location.replace(&address)),
            _ => frame.set_src(&address),
        }
    });
    Effect::new(move |_| {
        is_elder.track();
        dress();
    });
    let loaded = move |_| {
        // Instead of a page that cannot be made, the browser shows one of its own.
        is_broken.set(
            node.get_untracked()
                .is_some_and(|frame| frame.content_document().is_none()),
        );
        dress();
        let (x, y) = kept.get_value();
        if let Some(inside) = node.get_untracked().and_then(|frame| window_of(&frame)) {
            inside.scroll_to_with_x_and_y(x, y);
        }
    };
    follow_text(node);
    let toggle = |signal: RwSignal<bool>, label: &'static str| {
        view! {
            <button type="button" class="button button--quiet"
                aria-pressed=move || if signal.get() { "true" } else { "false" }
                on:click=move |_| signal.update(|on| *on = !*on)
            >{label}</button>
        }
    };
    view! {
        <section class="preview" aria-label=words::PREVIEW hidden=move || !is_shown.get()>
            <div class="preview__tools">
                {toggle(is_phone, words::PHONE)}
                {toggle(is_elder, words::ELDER)}
            </div>
            <iframe
                node_ref=node
                class="preview__frame"
                data-preview=""
                data-broken=move || is_broken.get().then_some("")
                data-width=move || if is_phone.get() { "phone" } else { "wide" }
                sandbox="allow-same-origin"
                title=words::PREVIEW
                on:load=loaded
            ></iframe>
            {move || (is_broken.get() || doc.preview.with(Option::is_none)).then(|| view! { <p class="quiet">{words::NO_PREVIEW}</p> })}
        </section>
    }
    .into_any()
}

/// Returns the window of the preview; `None` if an error page of the browser is shown in it.
fn window_of(frame: &web_sys::HtmlIFrameElement) -> Option<web_sys::Window> {
    frame.content_document()?;
    frame.content_window()
}

/// Scrolls the preview as far as the text is scrolled.
fn follow_text(node: NodeRef<Iframe>) {
    let scrolled = window_event_listener(
        leptos::ev::Custom::<web_sys::Event>::new("scrolled-text"),
        move |event| {
            let area = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let (Some(area), Some(frame)) = (area, node.get_untracked()) else {
                return;
            };
            let room = area.scroll_height() - area.client_height();
            let inside = frame
                .content_document()
                .and_then(|document| document.document_element());
            if let (Some(inside), true) = (inside, room > 0) {
                let part = f64::from(area.scroll_top()) / f64::from(room);
                let all = f64::from(inside.scroll_height() - inside.client_height());
                if let Some(inside) = window_of(&frame) {
                    inside.scroll_to_with_x_and_y(0.0, part * all);
                }
            }
        },
    );
    on_cleanup(move || scrolled.remove());
}

//! Buttons above the text.

use super::{Area, Selection, footnote, link, marks, picture, table, words};
use crate::editor::form::Control;
use leptos::prelude::*;

/// Shows the buttons and their dialogs.
pub(super) fn toolbar(area: Area, control: &Control) -> AnyView {
    let (linking, tabling, noting) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let act = move |change: fn(Selection)| move || area.change(change);
    let open = |signal: RwSignal<bool>| move || signal.set(true);
    let open_picture = move || {
        area.picture.set(String::new());
        area.is_picturing.set(true);
    };
    view! {
        <div class="body__tools" role="group" aria-label=words::TOOLS aria-controls=control.id()>
            {button("heading", words::HEADING, act(marks::heading))}
            {button("bold", words::BOLD, act(marks::bold))}
            {button("list", words::LIST, act(marks::list))}
            {button("quote", words::QUOTE, act(marks::quote))}
            {button("link", words::LINK, open(linking))}
            {button("picture", words::PICTURE, open_picture)}
            {button("table", words::TABLE, open(tabling))}
            {button("footnote", words::FOOTNOTE, open(noting))}
        </div>
        {link::dialog(area, linking)}
        {picture::dialog(area)}
        {table::dialog(area, tabling)}
        {footnote::dialog(area, noting)}
    }
    .into_any()
}

fn button(action: &'static str, label: &'static str, act: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="tool" data-action=action on:click=move |_| act()>{label}</button>
    }
}

//! List of articles.

use crate::components::{DateText, IntoBlock as _, Link, PictureView, portal};
use crate::route::Route;
use crate::wire::Entry;
use leptos::prelude::*;

/// Level of detail of an article in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryStyle {
    /// Title, date, summary, source and picture.
    Full,
    /// All of `Full` and the section, for lists with several sections.
    WithSection,
    /// Title and date on one line.
    Brief,
}

/// A list of articles.
#[component]
pub fn Entries(
    /// Articles in their order.
    entries: Vec<Entry>,
    /// Level of detail.
    style: EntryStyle,
) -> AnyView {
    let class = match style {
        EntryStyle::Full | EntryStyle::WithSection => "entries",
        EntryStyle::Brief => "entries entries--brief",
    };
    let rows = entries
        .into_iter()
        .map(|entry| match style {
            EntryStyle::Brief => brief(entry),
            EntryStyle::Full => full(entry, false),
            EntryStyle::WithSection => full(entry, true),
        })
        .collect_view();
    view! { <ul class=class>{rows}</ul> }.into_static()
}

fn brief(entry: Entry) -> AnyView {
    view! {
        <li class="entry">
            <Link to=Route::Article(entry.id) class="entry__title" label=entry.title/>
            <time class="entry__day" datetime=entry.published.iso().to_owned()>
                {entry.published.day().to_owned()}
            </time>
        </li>
    }
    .into_block()
}

fn full(entry: Entry, with_section: bool) -> AnyView {
    let portal = portal();
    let section = with_section.then(|| {
        let name = portal.site.section_name(&entry.section).to_owned();
        view! { <span class="entry__section">{name}</span> }
    });
    let pinned = entry
        .pinned_until
        .is_some()
        .then(|| view! { <span class="entry__pinned">{portal.text.pinned}</span> });
    let source = entry
        .source
        .map(|source| view! { <span class="entry__source">{source}</span> });
    let summary = (!entry.summary.is_empty())
        .then(|| view! { <p class="entry__summary">{entry.summary}</p> });
    let cover = entry
        .cover
        .map(|cover| view! { <PictureView picture=cover class="entry__cover"/> });
    view! {
        <li class="entry">
            <div class="entry__text">
                <p class="entry__line">
                    <Link to=Route::Article(entry.id) class="entry__title" label=entry.title/>
                </p>
                {summary}
                <p class="entry__meta">
                    {pinned}
                    <DateText date=entry.published class="entry__date"/>
                    {section}
                    {source}
                </p>
            </div>
            {cover}
        </li>
    }
    .into_block()
}

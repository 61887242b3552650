//! Lists of articles: those of a section, or all news.

use super::shared::title_of_page;
use crate::components::{
    Breadcrumbs, Crumb, Entries, EntryStyle, FileLink, Heading, IntoBlock as _, ListPager,
    SearchWithin, WaysOn, portal,
};
use crate::route::{FeedId, NewsList, Route, SearchQuery};
use crate::wire;
use leptos::prelude::*;

/// A page of a list of articles.
pub(crate) fn view(list: wire::NewsList) -> AnyView {
    let portal = portal();
    let text = portal.text;
    let section = list
        .section
        .as_deref()
        .and_then(|id| portal.site.section(id));
    let name = match section {
        None => text.all_news.to_owned(),
        Some(section) => match section.kind {
            wire::SectionKind::News => section.name.clone(),
            // The name of the section alone is the heading of the list of events.
            wire::SectionKind::Events => text.articles_of.with(&[&section.name]),
        },
    };
    let description = section
        .and_then(|section| section.description.clone())
        .map(|words| view! { <p class="page-head__about">{words}</p> });
    let total =
        list.pager.total.filter(|total| *total > 0).map(
            |total| view! { <p class="page-head__count">{text.articles_in_all.of(total)}</p> },
        );
    let number = list.pager.here.number();
    let document_title = list
        .document_title
        .or_else(|| title_of_page(&name, list.pager.here));
    let steps = match (section, number) {
        (None, None) => vec![],
        (Some(_), None) => vec![Crumb::new(text.all_news, Route::news())],
        (None, Some(_)) => vec![Crumb::new(text.all_news, Route::news())],
        (Some(section), Some(_)) => vec![
            Crumb::new(text.all_news, Route::news()),
            Crumb::new(&section.name, Route::section(&section.id)),
        ],
    };
    let style = if section.is_some() {
        EntryStyle::Full
    } else {
        EntryStyle::WithSection
    };
    let body = if list.entries.is_empty() {
        view! { <div class="empty"><p>{text.nothing_here}</p><WaysOn/></div> }.into_block()
    } else {
        view! { <Entries entries=list.entries style=style/> }.into_block()
    };
    let id = list.section;
    let channel = id.clone().map_or(FeedId::All, FeedId::Section);
    let (place, value) = match id.clone() {
        Some(section) => (SearchQuery::SECTION, section),
        None => (SearchQuery::TYPE, "article".to_owned()),
    };
    let to = Callback::new(move |page| {
        Route::News(NewsList {
            section: id.clone(),
            page,
        })
    });
    view! {
        <div class="list-page">
            <Breadcrumbs steps=steps/>
            <header class="page-head">
                <Heading title=name.clone() document_title=document_title/>
                {description}
                {total}
                <p class="page-head__feed">
                    <SearchWithin place=place value=value name=name.clone()/>
                    <FileLink path=channel.atom() label=text.feed/>
                </p>
            </header>
            {body}
            <ListPager pager=list.pager to=to/>
        </div>
    }
    .into_static()
}

//! Archive of bulletins.

use super::shared::title_of_page;
use crate::components::{
    Breadcrumbs, BulletinShelf, Crumb, FileLink, Heading, IntoBlock as _, ListPager, SearchWithin,
    anchor_of_year, portal,
};
use crate::route::{FeedId, PageNumber, Route, SearchQuery};
use crate::wire;
use leptos::prelude::*;

/// A page of the archive, grouped by year, with the missing numbers.
pub(crate) fn view(list: wire::BulletinList) -> AnyView {
    let portal = portal();
    let text = portal.text;
    let number = list.pager.here.number();
    let document_title = title_of_page(text.bulletins, list.pager.here);
    let steps = number.map_or_else(Vec::new, |_| {
        vec![Crumb::new(
            text.bulletins,
            Route::Bulletins(PageNumber::FRONT),
        )]
    });
    let total =
        list.pager.total.filter(|total| *total > 0).map(
            |total| view! { <p class="page-head__count">{text.bulletins_in_all.of(total)}</p> },
        );
    let body = if list.rows.is_empty() {
        view! { <p class="nothing">{text.nothing_here}</p> }.into_block()
    } else {
        view! { <BulletinShelf rows=list.rows by_year=true/> }.into_block()
    };
    let years = (!list.years.is_empty()).then(|| year_index(list.years));
    view! {
        <Breadcrumbs steps=steps/>
        <header class="page-head">
            <Heading title=text.bulletins document_title=document_title/>
            {total}
            <p class="page-head__feed">
                <SearchWithin
                    place=SearchQuery::TYPE
                    value="bulletin".to_owned()
                    name=text.bulletins.to_owned()
                />
                <FileLink path=FeedId::Bulletins.atom() label=text.feed/>
            </p>
        </header>
        {years}
        {body}
        <ListPager pager=list.pager to=Callback::new(Route::Bulletins)/>
    }
    .into_block()
}

/// Returns links to the years of a long archive; a year of an older page links to that page.
fn year_index(years: Vec<(String, PageNumber)>) -> AnyView {
    let portal = portal();
    let text = portal.text;
    let links = years
        .into_iter()
        .map(|(year, page)| {
            let href = portal.base.href(&Route::Bulletins(page));
            let href = href + "#" + &anchor_of_year(&year);
            // A link within this page is left to the browser.
            let relation = (page == PageNumber::FRONT).then_some("external");
            view! { <li><a href=href rel=relation>{text.date_year.with(&[&year])}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="year-index" aria-label=text.bulletin_years>
            <ul>{links}</ul>
        </nav>
    }
    .into_static()
}

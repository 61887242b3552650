//! Index of all documents of one year.

use crate::components::{Breadcrumbs, Crumb, Documents, Heading, IntoBlock as _, portal};
use crate::route::Route;
use crate::wire;
use leptos::prelude::*;

/// Articles, bulletins and events of a year, which can be reached without a search.
pub(crate) fn view(year: wire::Year) -> AnyView {
    let text = portal().text;
    let title = text.search_year_title.number(year.year);
    view! {
        <Breadcrumbs steps=vec![Crumb::new(text.search, Route::Search)]/>
        <header class="page-head">
            <Heading title=title/>
        </header>
        <Documents documents=year.documents/>
    }
    .into_block()
}

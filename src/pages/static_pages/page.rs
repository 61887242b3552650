//! Text pages such as `about`.

use crate::components::{
    ArticleTools, Breadcrumbs, DateText, Heading, IntoBlock as _, PageAddress, ProseView,
    TableOfContents, text,
};
use crate::route::Route;
use crate::wire;
use leptos::prelude::*;

/// A text page.
pub(crate) fn view(page: wire::Page) -> AnyView {
    let text = text();
    let updated = page.updated.map(|date| {
        view! { <p class="article__note">{text.updated} " " <DateText date=date/></p> }
    });
    let content = view! {
        <article class="article">
            <header class="article__head"><Heading title=page.title document_title=page.document_title/></header>
            <ArticleTools/>
            <TableOfContents headings=page.headings/>
            <ProseView prose=page.body/>
            {updated}
            <PageAddress route=Route::Page(page.id)/>
        </article>
    }
    .into_static();
    view! { <Breadcrumbs/> {content} }.into_block()
}

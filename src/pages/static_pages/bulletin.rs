//! Page of a bulletin.

use super::shared::neighbours;
use crate::components::{
    ArticleTools, Breadcrumbs, Corrections, Crumb, DateText, DefinitionList, FileList, Heading,
    IntoBlock as _, Link, PageAddress, PictureLink, ProseView, TableOfContents, definition, portal,
    text,
};
use crate::ids;
use crate::route::{PageNumber, Route};
use crate::wire;
use crate::wire::{BulletinKind, IssueNumber};
use leptos::prelude::*;

/// A bulletin: its contents, its text, its files, and its neighbours.
pub(crate) fn view(bulletin: wire::Bulletin) -> AnyView {
    let text = text();
    let row = bulletin.row;
    let nothing_known =
        bulletin.body.is_none() && bulletin.files.is_empty() && !bulletin.members_only;
    let cover = row
        .cover
        .map(|cover| view! { <div class="bulletin__cover"><PictureLink picture=cover/></div> });
    let tools = bulletin.body.is_some().then(|| view! { <ArticleTools/> });
    let facts = vec![
        definition(
            text.published,
            row.published.map(|date| view! { <DateText date=date/> }),
        ),
        definition(
            text.kind_of_bulletin(row.kind),
            row.covers
                .map(|(from, to)| text.covers_years.with(&[from.year(), to.year()]))
                .filter(|_| row.kind == BulletinKind::Collection),
        ),
    ];
    let summary = bulletin
        .summary
        .map(|words| view! { <p class="bulletin__summary">{words}</p> });
    let notice =
        nothing_known.then(|| view! { <p class="notice">{text.bulletin_nothing_known}</p> });
    let members_only = bulletin.members_only.then(|| {
        let ways = text
            .ways_to_ask(&portal().site.contact)
            .map(|ways| view! { <p class="notice">{ways}</p> });
        view! { <p class="notice">{text.bulletin_members_only}</p> {ways} }
    });
    let contents = (!bulletin.contents.is_empty()).then(|| contents(bulletin.contents));
    let body = bulletin.body.map(|prose| {
        view! {
            <TableOfContents headings=bulletin.headings/>
            <ProseView prose=prose/>
        }
    });
    let files = (!bulletin.files.is_empty()).then(|| {
        let scanned =
            |file: &wire::BulletinFile| file.page_images.then_some(text.bulletin_page_images);
        let notes = bulletin.files.iter().map(scanned).collect();
        let files = bulletin.files.into_iter().map(|file| file.file).collect();
        view! {
            <section class="bulletin__files" aria-labelledby=ids::FILES>
                <h2 id=ids::FILES>{text.bulletin_files}</h2>
                <FileList files=files notes=notes/>
            </section>
        }
    });
    let link = |number: IssueNumber| (Route::Bulletin(number.id), text.issue(number));
    let neighbours = neighbours(
        text.bulletin_neighbours,
        (text.bulletin_previous, bulletin.previous.map(link)),
        (text.bulletin_next, bulletin.next.map(link)),
    );
    let article = view! {
        <article class="bulletin">
            <header class="bulletin__head">
                {cover}
                <div class="bulletin__title">
                    <Heading title=row.title document_title=bulletin.document_title/>
                    <DefinitionList facts=facts/>
                    {summary}
                    {members_only}
                    {notice}
                </div>
            </header>
            {tools}
            {contents}
            {files}
            {body}
            <Corrections corrections=bulletin.corrections/>
            <PageAddress route=Route::Bulletin(row.number.id)/>
        </article>
    }
    .into_static();
    view! {
        <Breadcrumbs steps=vec![Crumb::new(text.bulletins, Route::Bulletins(PageNumber::FRONT))]/>
        {article}
        {neighbours}
    }
    .into_block()
}

fn contents(entries: Vec<wire::ContentsEntry>) -> impl IntoView {
    let rows = entries
        .into_iter()
        .map(|entry| {
            let title = match entry.article {
                Some(id) => view! { <Link to=Route::Article(id) label=entry.title/> }.into_block(),
                None => view! { <span>{entry.title}</span> }.into_block(),
            };
            let page = entry
                .page
                .map(|page| view! { <span class="issue-contents__page">{page}</span> });
            view! { <li>{title}{page}</li> }
        })
        .collect_view();
    view! {
        <section class="issue-contents" aria-labelledby=ids::ISSUE_CONTENTS>
            <h2 id=ids::ISSUE_CONTENTS>{text().bulletin_contents}</h2>
            <ol>{rows}</ol>
        </section>
    }
}

//! Page of an article.

use super::shared::neighbours;
use crate::components::{
    ArticleTools, Breadcrumbs, Citation, Corrections, Crumb, DateText, DefinitionList,
    DefinitionListProps, Entries, EntryStyle, FileList, Heading, IntoBlock as _, Link, OutsideLink,
    PageAddress, PictureLink, ProseView, TableOfContents, definition, portal, text,
};
use crate::ids;
use crate::route::Route;
use crate::wire;
use leptos::prelude::*;

/// An article: title, date, source, text, files, corrections, and links to other articles.
pub(crate) fn view(article: wire::Article) -> AnyView {
    let portal = portal();
    let text = portal.text;
    let section = portal.site.section(&article.section);
    let steps = section.map_or_else(Vec::new, |section| {
        vec![Crumb::new(&section.name, section.route())]
    });
    let subtitle = article
        .subtitle
        .map(|line| view! { <p class="article__subtitle">{line}</p> });
    let cover = article.cover.map(|cover| {
        let caption = cover
            .caption
            .clone()
            .map(|caption| view! { <figcaption>{caption}</figcaption> });
        view! {
            <figure class="article__cover">
                <PictureLink picture=cover/>
                {caption}
            </figure>
        }
    });
    let tools = article
        .withdrawn
        .is_none()
        .then(|| view! { <ArticleTools/> });
    let body = match article.withdrawn {
        Some(reason) => view! {
            <div class="withdrawn" role="note">
                <p><strong>{text.withdrawn}</strong></p>
                <p>{reason}</p>
            </div>
        }
        .into_block(),
        None => view! {
            <TableOfContents headings=article.headings/>
            <ProseView prose=article.body/>
        }
        .into_block(),
    };
    let made_with_ai = match (article.ai_text, article.ai_image) {
        (true, true) => Some(text.made_with_ai_both),
        (true, false) => Some(text.made_with_ai_text),
        (false, true) => Some(text.made_with_ai_image),
        (false, false) => None,
    }
    .map(|words| view! { <p class="article__note">{words}</p> });
    let attachments = (!article.attachments.is_empty()).then(|| {
        view! {
            <section class="article__files" aria-labelledby=ids::ATTACHMENTS>
                <h2 id=ids::ATTACHMENTS>{text.attachments}</h2>
                <FileList files=article.attachments/>
            </section>
        }
    });
    let about = DefinitionList(DefinitionListProps {
        facts: vec![
            definition(
                text.related_members,
                references(article.members, Route::Member),
            ),
            definition(
                text.related_event,
                article.event.map(|event| reference(event, Route::Event)),
            ),
            definition(
                text.related_bulletin,
                article.bulletin.map(|number| {
                    view! { <Link to=Route::Bulletin(number.id) label=text.issue(number)/> }
                }),
            ),
            definition(
                text.related_policy,
                article
                    .policy
                    .map(|policy| reference(policy, Route::Article)),
            ),
            definition(text.tags, text.list(&article.tags)),
        ],
    });
    let related = (!article.related.is_empty()).then(|| {
        view! {
            <section class="article__related" aria-labelledby=ids::RELATED>
                <h2 id=ids::RELATED>{text.related_articles}</h2>
                <Entries entries=article.related style=EntryStyle::Brief/>
            </section>
        }
        .into_static()
    });
    let link = |item: wire::Reference| (Route::Article(item.id), item.name);
    let neighbours = neighbours(
        text.article_neighbours,
        (text.previous_article, article.previous.map(link)),
        (text.next_article, article.next.map(link)),
    );
    let citation = article
        .cited
        .map(|cited| view! { <Citation cited=cited id=article.id.clone()/> });
    let article = view! {
        <article class="article">
            <header class="article__head">
                <Heading title=article.title document_title=article.document_title/>
                {subtitle}
                <Byline
                    published=article.published
                    updated=article.updated
                    source=article.source
                    people=[
                        (text.author, article.author),
                        (text.editor, article.editor),
                        (text.photographer, article.photographer),
                    ]
                    origin=article.origin
                    minutes=article.minutes
                />
            </header>
            {tools}
            {article.document.map(document)}
            {cover}
            {body}
            {made_with_ai}
            {attachments}
            <Corrections corrections=article.corrections/>
            <footer class="article__foot">{about}</footer>
            {citation}
            <PageAddress route=Route::Article(article.id)/>
        </article>
    }
    .into_static();
    view! {
        <Breadcrumbs steps=steps/>
        {article}
        {neighbours}
        {related}
    }
    .into_block()
}

/// Date, source and author of an article.
#[component]
fn Byline(
    published: wire::Date,
    updated: Option<wire::Date>,
    source: Option<wire::Source>,
    people: [(&'static str, Option<String>); 3],
    origin: Option<wire::Origin>,
    minutes: u32,
) -> impl IntoView {
    let text = text();
    // A withdrawn article has no text to read.
    let minutes = (0 < minutes).then(|| view! { <li>{text.reading_minutes.of(minutes)}</li> });
    let item = |label: &'static str, value: AnyView| {
        view! { <li><span class="byline__label">{label}</span> " " {value}</li> }
    };
    let updated =
        updated.map(|date| item(text.updated, view! { <DateText date=date/> }.into_block()));
    let source = source.map(|source| {
        let value = match source.url {
            Some(url) => view! { <OutsideLink href=url label=source.name/> }.into_block(),
            None => source.name.into_block(),
        };
        item(text.source, value)
    });
    let people = people
        .into_iter()
        .filter_map(|(label, name)| name.map(|name| item(label, name.into_block())))
        .collect_view();
    let origin = origin.map(|origin| view! { <li>{text.origin(origin)}</li> });
    view! {
        <ul class="byline">
            {item(text.published, view! { <DateText date=published/> }.into_block())}
            {updated}
            {source}
            {people}
            {origin}
            {minutes}
        </ul>
    }
}

/// Returns the details of an official document.
fn document(document: wire::Document) -> impl IntoView {
    let text = text();
    let date = |date: Option<wire::Date>| date.map(|date| view! { <DateText date=date/> });
    DefinitionList(DefinitionListProps {
        facts: vec![
            definition(text.document_number, document.number),
            definition(text.document_issuer, document.issuer),
            definition(text.document_written, date(document.written)),
            definition(text.document_effective, date(document.effective)),
            definition(
                text.document_status,
                document
                    .status
                    .map(|status| text.status_of_document(status).to_owned()),
            ),
            definition(
                text.document_replaces,
                references(document.replaces, Route::Article),
            ),
            definition(
                text.document_official,
                document.official_url.map(|url| {
                    view! { <OutsideLink href=url label=text.original/> }
                }),
            ),
        ],
    })
}

fn reference(item: wire::Reference, to: fn(String) -> Route) -> impl IntoView {
    view! { <Link to=to(item.id) label=item.name/> }
}

fn references(items: Vec<wire::Reference>, to: fn(String) -> Route) -> Option<impl IntoView> {
    (!items.is_empty()).then(|| {
        let links = items
            .into_iter()
            .map(|item| view! { <li>{reference(item, to)}</li> })
            .collect_view();
        view! { <ul class="inline-list">{links}</ul> }
    })
}

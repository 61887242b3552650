//! Home page.

use crate::components::{
    BulletinShelf, DateText, Entries, EntryStyle, EventRows, Heading, IntoBlock as _, Link,
    LinkGroups, PictureView, Portal, Sizes, portal, text,
};
use crate::ids;
use crate::route::{PageNumber, Route};
use crate::wire;
use crate::wire::Block;
use leptos::prelude::*;

/// Newest content of all kinds, in blocks whose order the site defines.
pub(crate) fn view(home: wire::Home) -> AnyView {
    let Portal { site, text, .. } = portal();
    let wire::Home {
        blocks,
        lead,
        sections,
        events,
        events_ahead,
        members,
        member_total,
        bulletins,
        links,
    } = home;
    let mut lead = Some(lead);
    let mut sections = Some(sections);
    let mut events = Some(events);
    let mut members = Some(members);
    let mut bulletins = Some(bulletins);
    let mut links = Some(links);
    let blocks = blocks
        .into_iter()
        .map(|block| match block {
            Block::Lead => lead.take().and_then(lead_block),
            Block::Sections => sections.take().map(section_blocks),
            Block::Events => events.take().filter(|rows| !rows.is_empty()).map(|rows| {
                let to = Route::Events(PageNumber::FRONT);
                let rows = view! {
                    <EventRows rows=rows ahead=events_ahead most=wire::Home::EVENTS/>
                };
                home_block(ids::HOME_EVENTS, text.events, to, rows).into_block()
            }),
            Block::Members => members
                .take()
                .map(|names| member_block(names, member_total)),
            Block::Bulletins => bulletins.take().map(|rows| {
                let to = Route::Bulletins(PageNumber::FRONT);
                let rows = view! { <BulletinShelf rows=rows by_year=false/> };
                home_block(ids::HOME_BULLETINS, text.bulletins, to, rows).into_static()
            }),
            Block::Links => links.take().map(|groups| {
                let groups = view! { <LinkGroups groups=groups nested=true/> };
                home_block(ids::HOME_LINKS, text.links, Route::Links, groups).into_static()
            }),
        })
        .collect_view();
    let tagline = site
        .tagline
        .clone()
        .map(|line| view! { <p class="masthead__tagline">{line}</p> });
    view! {
        <div class="home">
            <div class="masthead">
                <Heading title=site.name.clone() document_title=Some(site.name.clone())/>
                {tagline}
            </div>
            {blocks}
        </div>
    }
    .into_block()
}

fn lead_block(entries: Vec<wire::Entry>) -> Option<AnyView> {
    let text = text();
    let mut entries = entries.into_iter();
    let first = entries.next()?;
    let rest: Vec<_> = entries.collect();
    let cover = first
        .cover
        .map(|cover| view! { <PictureView picture=cover class="lead__cover" sizes=Sizes::Column eager=true/> });
    let section = portal().site.section_name(&first.section).to_owned();
    // A class instead of `:only-child`, which matches too early while the block is still
    // arriving.
    let class = if rest.is_empty() {
        "lead__story lead__story--alone"
    } else {
        "lead__story"
    };
    let rest =
        (!rest.is_empty()).then(|| view! { <Entries entries=rest style=EntryStyle::WithSection/> });
    Some(
        view! {
            <section class="home-block lead" aria-labelledby=ids::LEAD>
                <header class="home-block__head">
                    <h2 id=ids::LEAD>{text.latest_news}</h2>
                    {more(Route::news(), text.more_of.with(&[text.news]))}
                </header>
                <div class="lead__body">
                    <article class=class>
                        {cover}
                        <p class="lead__section">{section}</p>
                        <h3 class="lead__title">
                            <Link to=Route::Article(first.id) label=first.title/>
                        </h3>
                        <p class="lead__summary">{first.summary}</p>
                        <p class="entry__meta">
                            <DateText date=first.published/>
                            {first.source.map(|source| view! { <span>{source}</span> })}
                        </p>
                    </article>
                    {rest}
                </div>
            </section>
        }
        .into_static(),
    )
}

fn section_blocks(sections: Vec<wire::HomeSection>) -> AnyView {
    let portal = portal();
    let text = portal.text;
    let blocks = sections
        .into_iter()
        .map(|section| {
            let name = portal.site.section_name(&section.id).to_owned();
            let more_of = text.more_of.with(&[&name]);
            let known = portal.site.section(&section.id);
            let to = known.map_or_else(|| Route::section(&section.id), wire::Section::route);
            let body = if section.entries.is_empty() {
                view! { <p class="nothing">{text.nothing_here}</p> }.into_block()
            } else {
                view! { <Entries entries=section.entries style=EntryStyle::Brief/> }.into_block()
            };
            view! {
                <section class="home-section">
                    <header class="home-block__head">
                        <h2>{name}</h2>
                        {more(to, more_of)}
                    </header>
                    {body}
                </section>
            }
        })
        .collect_view();
    view! { <div class="home-block home-sections">{blocks}</div> }.into_static()
}

fn member_block(names: Vec<wire::Reference>, total: u32) -> AnyView {
    let text = text();
    let names = names
        .into_iter()
        .map(|member| view! { <li><Link to=Route::Member(member.id) label=member.name/></li> })
        .collect_view();
    view! {
        <section class="home-block" aria-labelledby=ids::HOME_MEMBERS>
            <header class="home-block__head">
                <h2 id=ids::HOME_MEMBERS>{text.members}</h2>
                <p class="home-block__count">{text.members_in_all.of(total)}</p>
                {more(Route::Members, text.more_of.with(&[text.members]))}
            </header>
            <ul class="name-list">{names}</ul>
        </section>
    }
    .into_static()
}

/// Returns a block with a heading and a link to the page that has more.
fn home_block(
    id: &'static str,
    name: &'static str,
    to: Route,
    content: View<AnyView>,
) -> impl IntoView {
    view! {
        <section class="home-block" aria-labelledby=id>
            <header class="home-block__head">
                <h2 id=id>{name}</h2>
                {more(to, text().more_of.with(&[name]))}
            </header>
            {content}
        </section>
    }
}

/// Returns the link 更多 ("more"), with an accessible name that also makes sense out of context.
fn more(to: Route, of: impl Into<String>) -> impl IntoView {
    let href = portal().base.href(&to);
    let of: String = of.into();
    view! { <a class="more" href=href aria-label=of>{text().more}</a> }
}

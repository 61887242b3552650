//! One member.

use super::current_route;
use crate::components::{
    Breadcrumbs, Crumb, DateText, Entries, EntryStyle, Facts, Heading, IntoBlock as _, Link,
    Loaded, Monogram, OutsideLink, ProseView, fact, fact_of, text,
};
use crate::route::Route;
use crate::wire;
use leptos::prelude::*;

/// A member: what it is, what it makes, how to reach it, and the articles about it.
#[component]
pub fn Member() -> impl IntoView {
    view! { <Loaded route=current_route() view=|json| json.read().map(show)/> }
}

fn show(member: wire::Member) -> AnyView {
    let text = text();
    let row = member.row;
    let place = [row.province, row.city]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let date = |date: Option<wire::Date>| date.map(|date| view! { <DateText date=date/> });
    let facts = vec![
        fact(
            text.member_kind,
            Some(text.kind_of_member(row.kind).to_owned()),
        ),
        fact(
            text.member_role,
            row.role.map(|role| text.role(role).to_owned()),
        ),
        fact(text.member_place, (!place.is_empty()).then_some(place)),
        fact(text.member_name_en, member.name_en),
        fact(text.member_former_names, text.list(&member.former_names)),
        fact(
            text.member_status,
            (!row.status.is_active()).then(|| text.status_of_member(row.status).to_owned()),
        ),
        fact_of(
            text.member_successor,
            member.successor.map(|successor| {
                view! { <Link to=Route::Member(successor.id) label=successor.name/> }
            }),
        ),
        fact_of(text.member_joined, date(member.joined)),
        fact_of(text.member_left, date(member.left)),
        fact(text.member_chain, text.list(&row.chain_stage)),
        fact(text.member_products, text.list(&member.products)),
        fact_of(
            text.member_website,
            member.website.map(|url| {
                let words = url
                    .trim_start_matches("https://")
                    .trim_start_matches("http://")
                    .trim_end_matches('/')
                    .to_owned();
                view! { <OutsideLink href=url label=words/> }
            }),
        ),
        fact(text.member_contact, member.department),
        fact(text.phone, member.phone),
        fact_of(
            text.email,
            member.email.map(|email| {
                let href = format!("mailto:{email}");
                view! { <a href=href>{email}</a> }
            }),
        ),
    ];
    let intro = member
        .intro
        .map(|words| view! { <p class="member__intro">{words}</p> });
    let body = member.body.map(|prose| view! { <ProseView prose=prose/> });
    let mentions = if member.mentions.is_empty() {
        view! { <p class="nothing">{text.no_mentions}</p> }.into_block()
    } else {
        view! { <Entries entries=member.mentions style=EntryStyle::WithSection/> }.into_block()
    };
    let other = row
        .name_other
        .map(|name| view! { <p class="member__name-other">{name}</p> });
    let content = view! {
        <div class="member">
            <header class="member__head">
                <Monogram letter=row.monogram logo=row.logo/>
                <div>
                    <Heading title=row.name/>
                    {other}
                </div>
            </header>
            {intro}
            <Facts facts=facts/>
            {body}
            <section class="member__mentions" aria-labelledby="mentions">
                <h2 id="mentions">{text.member_mentions}</h2>
                {mentions}
            </section>
        </div>
    }
    .into_still();
    view! { <Breadcrumbs steps=vec![Crumb::new(text.members, Route::Members)]/> {content} }
        .into_block()
}

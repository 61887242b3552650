//! One member.

use super::current_route;
use crate::components::{
    Breadcrumbs, Crumb, DateText, Entries, EntryStyle, Facts, Heading, IntoBlock as _, Link,
    Loaded, Monogram, OutsideLink, Portal, ProseView, fact, fact_of, portal,
};
use crate::route::{Facet, Route};
use crate::wire;
use leptos::prelude::*;

/// A member: what it is, what it makes, how to reach it, and the articles about it.
#[component]
pub fn Member() -> impl IntoView {
    view! { <Loaded route=current_route() view=|json| json.read().map(show)/> }
}

fn show(member: wire::Member) -> AnyView {
    let Portal { base, text, .. } = portal();
    let row = member.row;
    let choice = |facet, choice: &str, label: String| {
        let href = base.members_by(facet, choice);
        view! { <a href=href>{label}</a> }
    };
    let place = (row.province.is_some() || row.city.is_some()).then(|| {
        let province = row
            .province
            .map(|name| choice(Facet::Province, &name, name.clone()));
        view! { <span class="inline-list">{province}{row.city}</span> }
    });
    let stages = (!row.chain_stage.is_empty()).then(|| {
        let stages = row.chain_stage.into_iter().map(|stage| {
            let name = text.chain_stage(stage).to_owned();
            view! { <li>{choice(Facet::Stage, stage.slug(), name)}</li> }
        });
        view! { <ul class="inline-list">{stages.collect_view()}</ul> }
    });
    let products = (!member.products.is_empty()).then(|| {
        let products = member.products.into_iter();
        let products = products.map(|product| view! { <li>{product}</li> });
        view! { <ul class="inline-list">{products.collect_view()}</ul> }
    });
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
        fact_of(text.member_place, place),
        fact(text.member_name_en, member.name_en),
        fact(text.member_former_names, text.list(&member.former_names)),
        fact_of(text.member_joined, date(member.joined)),
        fact_of(text.member_left, date(member.left)),
        fact_of(text.member_chain, stages),
        fact_of(text.member_products, products),
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
    let fate = (!row.status.is_active()).then(|| {
        let successor = member.successor.map(|successor| {
            view! {
                {text.member_successor}
                <Link to=Route::Member(successor.id) label=successor.name/>
            }
        });
        view! { <p class="notice">{text.fate_of_member(row.status)} {successor}</p> }
    });
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
                <Heading title=row.name/>
                {other}
            </header>
            {fate}
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

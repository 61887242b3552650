//! Page of a member.

use crate::components::{
    Breadcrumbs, Crumb, DateText, DefinitionList, Entries, EntryStyle, Heading, IntoBlock as _,
    Monogram, OutsideLink, Portal, ProseView, definition, portal,
};
use crate::ids;
use crate::route::{Facet, Route};
use crate::wire;
use leptos::prelude::*;

/// A member: kind, products, contact data, and the articles about it.
pub(crate) fn view(member: wire::Member) -> AnyView {
    let Portal { base, text, .. } = portal();
    let row = member.row;
    let choice = |facet, choice: &str, label: String| link(base.members_by(facet, choice), label);
    let place = row
        .province
        .map(|name| choice(Facet::Province, &name, name.clone()))
        .into_iter()
        .chain(row.city.map(String::into_block));
    let stages = row.chain_stage.into_iter().map(|stage| {
        let name = text.chain_stage(stage).to_owned();
        choice(Facet::Stage, stage.slug(), name)
    });
    let products = member.products.into_iter().map(String::into_block);
    let phones = member.phones.into_iter();
    let phones = phones.map(|phone| link(phone.uri, phone.number));
    let date = |date: Option<wire::Date>| date.map(|date| view! { <DateText date=date/> });
    let facts = vec![
        definition(
            text.member_kind,
            Some(text.kind_of_member(row.kind).to_owned()),
        ),
        definition(
            text.member_role,
            row.role.map(|role| text.role(role).to_owned()),
        ),
        definition(text.member_place, inline_list(place.collect())),
        definition(text.member_name_en, member.name_en),
        definition(text.member_former_names, text.list(&member.former_names)),
        definition(text.member_joined, date(member.joined)),
        definition(text.member_left, date(member.left)),
        definition(text.member_chain, inline_list(stages.collect())),
        definition(text.member_products, inline_list(products.collect())),
        definition(
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
        definition(text.member_contact, member.department),
        definition(text.phone, inline_list(phones.collect())),
        definition(
            text.email,
            member
                .email
                .map(|email| link(format!("mailto:{email}"), email)),
        ),
    ];
    let fate = (!row.status.is_active()).then(|| {
        let mut words = text.fate_of_member(row.status).to_owned();
        let successor = member.successor.map(|successor| {
            words.push_str(text.member_successor);
            link(base.href(&Route::Member(successor.id)), successor.name)
        });
        view! { <p class="notice">{words}{successor}</p> }
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
                <div>
                    <Heading title=row.name document_title=member.document_title/>
                    {other}
                </div>
            </header>
            {fate}
            {intro}
            <DefinitionList facts=facts/>
            {body}
            <section class="member__mentions" aria-labelledby=ids::MENTIONS>
                <h2 id=ids::MENTIONS>{text.member_mentions}</h2>
                {mentions}
            </section>
        </div>
    }
    .into_static();
    view! { <Breadcrumbs steps=vec![Crumb::new(text.members, Route::Members)]/> {content} }
        .into_block()
}

fn link(href: String, label: String) -> AnyView {
    view! { <a href=href>{label}</a> }.into_block()
}

/// Returns several values of one property as a list; `None` if there are none.
fn inline_list(items: Vec<AnyView>) -> Option<AnyView> {
    if items.is_empty() {
        return None;
    }
    let items: Vec<_> = items
        .into_iter()
        .map(|item| view! { <li>{item}</li> })
        .collect();
    Some(view! { <ul class="inline-list">{items}</ul> }.into_block())
}

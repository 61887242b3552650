//! A member in the directory.

use super::{IntoBlock as _, Link, PictureView, text};
use crate::route::Route;
use crate::wire::{MemberRow, Picture};
use leptos::prelude::*;

/// A member as a card: its mark, its name, what it is and where.
#[component]
pub fn MemberCard(
    /// The member.
    row: MemberRow,
) -> AnyView {
    let text = text();
    let place = [row.province, row.city]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let about: Vec<String> = row
        .role
        .map(|role| text.role(role).to_owned())
        .into_iter()
        .chain(std::iter::once(text.kind_of_member(row.kind).to_owned()))
        .chain((!place.is_empty()).then_some(place))
        .chain((!row.status.is_active()).then(|| text.status_of_member(row.status).to_owned()))
        .collect();
    let other = row
        .name_other
        .map(|name| view! { <span class="member-card__about">{name}</span> });
    view! {
        <div class="member-card">
            <Monogram letter=row.monogram logo=row.logo/>
            <div class="member-card__text">
                <Link to=Route::Member(row.id) class="member-card__name" label=row.name/>
                {other}
                <span class="member-card__about">{about.join(" · ")}</span>
            </div>
        </div>
    }
    .into_still()
}

/// A member's mark; where it has none, a letter in its place.
#[component]
pub fn Monogram(
    /// The letter.
    letter: String,
    /// The mark.
    logo: Option<Picture>,
) -> AnyView {
    match logo {
        Some(logo) => {
            view! { <PictureView picture=logo class="monogram monogram--logo"/> }.into_block()
        }
        None => view! { <span class="monogram" aria-hidden="true">{letter}</span> }.into_block(),
    }
}

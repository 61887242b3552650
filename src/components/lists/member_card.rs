//! A member in the directory.

use crate::components::{IntoBlock as _, Link, PictureView, text};
use crate::route::Route;
use crate::wire::{MemberRow, Picture};
use leptos::prelude::*;

/// A member as a card, or as a row of a list: logo, name, kind and location.
///
/// The prerendered component is the same as in the browser; a class of the surrounding list
/// selects one of the two forms.
#[component]
pub fn MemberCard(
    /// The member.
    row: MemberRow,
) -> AnyView {
    let text = text();
    let place = [row.province, row.city].into_iter().flatten();
    let place = place.collect::<Vec<_>>().join(" ");
    let status = (!row.status.is_active()).then(|| text.status_of_member(row.status).to_owned());
    let role = row.role.map(|role| text.role(role).to_owned());
    let about = [
        ("member-card__role", role),
        (
            "member-card__kind",
            Some(text.kind_of_member(row.kind).to_owned()),
        ),
        ("member-card__place", (!place.is_empty()).then_some(place)),
        ("member-card__status", status),
    ];
    // The spaces separate the words where the style sheets do not apply.
    let about = about
        .into_iter()
        .filter_map(|(class, words)| {
            let words = words? + " ";
            Some(view! { <span class=class>{words}</span> })
        })
        .collect_view();
    let other = row
        .name_other
        .map(|name| view! { <span class="member-card__about">{name}</span> });
    view! {
        <div class="member-card">
            <Monogram letter=row.monogram logo=row.logo/>
            <div class="member-card__text">
                <Link to=Route::Member(row.id) class="member-card__name" label=row.name/>
                {other}
                <span class="member-card__about">{about}</span>
            </div>
        </div>
    }
    .into_static()
}

/// Logo of a member, or else a character.
#[component]
pub fn Monogram(
    /// Character that replaces the logo.
    letter: String,
    /// Logo.
    logo: Option<Picture>,
) -> AnyView {
    match logo {
        Some(logo) => {
            view! { <PictureView picture=logo class="monogram monogram--logo"/> }.into_block()
        }
        None => view! { <span class="monogram" aria-hidden="true">{letter}</span> }.into_block(),
    }
}

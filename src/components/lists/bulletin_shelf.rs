//! Bulletins, grouped by year, with the missing numbers.

use crate::components::{DateText, IntoBlock as _, Link, PictureView, text};
use crate::route::Route;
use crate::wire::{BulletinKind, BulletinRow};
use leptos::prelude::*;

/// Maximum length of a number in characters that a cover shows in large figures.
const SHORT: usize = 4;

/// Bulletins in their order; each change of the year starts a new shelf.
#[component]
pub fn BulletinShelf(
    /// Bulletins, newest first.
    rows: Vec<BulletinRow>,
    /// `true` if each year has a heading.
    by_year: bool,
) -> AnyView {
    if !by_year {
        return shelf(rows);
    }
    let mut years: Vec<(Option<String>, Vec<BulletinRow>)> = Vec::new();
    for row in rows {
        match years.last_mut() {
            Some((year, group)) if *year == row.year => group.push(row),
            _ => years.push((row.year.clone(), vec![row])),
        }
    }
    let text = text();
    let mut last = None;
    years
        .into_iter()
        .map(|(year, rows)| {
            // Bulletins of unknown years may split a year, but an id must be unique.
            let anchor = year.as_deref().map(anchor_of_year);
            let anchor =
                anchor.filter(|anchor| last.replace(anchor.clone()).as_ref() != Some(anchor));
            let name = year.map_or_else(
                || text.year_unknown.to_owned(),
                |year| text.date_year.with(&[&year]),
            );
            view! {
                <section class="shelf-year">
                    <h2 id=anchor>{name}</h2>
                    {shelf(rows)}
                </section>
            }
        })
        .collect_view()
        .into_block()
}

/// Returns the anchor of a year's heading.
#[must_use]
pub fn anchor_of_year(year: &str) -> String {
    format!("year-{year}")
}

fn shelf(rows: Vec<BulletinRow>) -> AnyView {
    let text = text();
    let books = rows
        .into_iter()
        .map(|row| {
            let gap = (row.missing_before > 0).then(|| {
                let words = text.bulletins_missing.of(row.missing_before);
                view! { <li class="shelf__gap">{words}</li> }
            });
            view! { <li class="shelf__issue">{book(row)}</li> {gap} }
        })
        .collect_view();
    view! { <ul class="shelf">{books}</ul> }.into_static()
}

fn book(row: BulletinRow) -> impl IntoView {
    let text = text();
    let cover = match row.cover {
        Some(cover) => view! { <PictureView picture=cover class="book__cover"/> }.into_block(),
        None => {
            let number = text.issue_on_cover(row.number);
            let class = if number.chars().count() > SHORT {
                "book__cover book__cover--plain book__cover--long"
            } else {
                "book__cover book__cover--plain"
            };
            view! { <span class=class aria-hidden="true">{number}</span> }.into_block()
        }
    };
    let date = row
        .published
        .map(|date| view! { <DateText date=date class="book__date"/> });
    let kind = (row.kind != BulletinKind::Issue)
        .then(|| view! { <span class="book__kind">{text.kind_of_bulletin(row.kind)}</span> });
    let covers = row.covers.map(
        |(from, to)| view! { <span class="book__covers">{text.covers_years.with(&[from.year(), to.year()])}</span> },
    );
    let readable = row
        .readable
        .then(|| view! { <span class="book__readable">{text.bulletin_readable}</span> });
    view! {
        <div class="book">
            {cover}
            <div class="book__text">
                <Link to=Route::Bulletin(row.number.id) class="book__title" label=row.title/>
                <p class="book__about">{date}{kind}{covers}{readable}</p>
            </div>
        </div>
    }
}

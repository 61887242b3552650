//! Events in the order of time.

use super::{IntoBlock as _, Link, text};
use crate::route::Route;
use crate::wire::{Date, EventRow, EventStatus};
use leptos::prelude::*;

/// Events, latest first, each with its state of today.
///
/// Which events are over is decided in the browser, so that a site that is not rebuilt for
/// months is still right. During prerender the place of the state stays empty; filling it
/// moves nothing.
#[component]
pub fn EventRows(
    /// The events, latest first.
    rows: Vec<EventRow>,
    /// Whether each year has its heading.
    #[prop(optional)]
    by_year: bool,
) -> AnyView {
    let today = RwSignal::new(String::new());
    #[cfg(target_arch = "wasm32")]
    Effect::new(move |_| today.set(crate::clock::today()));
    let today = today.into();
    if !by_year {
        return timeline(rows, today);
    }
    let mut years: Vec<(String, Vec<EventRow>)> = Vec::new();
    for row in rows {
        match years.last_mut() {
            Some((year, group)) if *year == row.start.year() => group.push(row),
            _ => years.push((row.start.year().to_owned(), vec![row])),
        }
    }
    years
        .into_iter()
        .map(|(year, rows)| {
            view! {
                <section class="timeline-year">
                    <h2>{text().date_year.with(&[&year])}</h2>
                    {timeline(rows, today)}
                </section>
            }
        })
        .collect_view()
        .into_block()
}

fn timeline(rows: Vec<EventRow>, today: Signal<String>) -> AnyView {
    let rows = rows.into_iter().map(|row| event(row, today)).collect_view();
    view! { <ul class="timeline">{rows}</ul> }.into_block()
}

/// Where an event stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Unknown,
    Upcoming,
    Running,
    Over,
}

fn stage(start: &str, end: &str, today: &str) -> Stage {
    if today.is_empty() {
        return Stage::Unknown;
    }
    if today < start {
        return Stage::Upcoming;
    }
    if today <= end {
        return Stage::Running;
    }
    Stage::Over
}

fn event(row: EventRow, today: Signal<String>) -> impl IntoView {
    let text = text();
    let last = row.last_day().to_owned();
    let first = row.start.day().to_owned();
    let stage = Memo::new(move |_| today.with(|today| stage(&first, &last, today)));
    let state = move || match stage.get() {
        Stage::Unknown => "",
        Stage::Upcoming => text.event_upcoming,
        Stage::Running => text.event_running,
        Stage::Over => text.event_over,
    };
    let changed = (row.status != EventStatus::Scheduled).then(|| {
        view! { <span class="event__changed">{text.status_of_event(row.status)}</span> }
    });
    let place = row.place.map(|place| view! { <span>{place}</span> });
    let mode = row
        .mode
        .map(|mode| view! { <span>{text.mode_of_event(mode)}</span> });
    let day = row.start.parts().nth(2).unwrap_or_default().to_owned();
    view! {
        <li
            class="event"
            class:event--over=move || stage.get() == Stage::Over
            class:event--ahead=move || matches!(stage.get(), Stage::Upcoming | Stage::Running)
        >
            <div class="event__side">
                // The whole date stands beside it in words.
                <p class="event__day" aria-hidden="true">
                    <span>{text.month(&row.start)}</span>
                    <b>{day}</b>
                </p>
                <p class="event__state">{state}</p>
            </div>
            <div class="event__text">
                <Link to=Route::Event(row.id) class="event__name" label=row.name/>
                <p class="event__when">
                    <span>{period(row.start, row.end)}</span>
                    {changed}
                </p>
                <p class="event__about">
                    <span>{text.kind_of_event(row.kind)}</span>
                    {place}
                    {mode}
                </p>
            </div>
        </li>
    }
}

/// From when to when, each day marked up.
fn period(start: Date, end: Option<Date>) -> impl IntoView {
    let end = end.filter(|end| end.day() != start.day()).map(|end| {
        view! { {text().range_dash} <super::DateText date=end/> }
    });
    view! { <super::DateText date=start/> {end} }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_decides_where_an_event_stands() {
        for (today, expected) in [
            ("", Stage::Unknown),
            ("2026-05-31", Stage::Upcoming),
            ("2026-06-01", Stage::Running),
            ("2026-06-03", Stage::Running),
            ("2026-06-04", Stage::Over),
        ] {
            assert_eq!(stage("2026-06-01", "2026-06-03", today), expected);
        }
    }
}

//! Lists of events.

use crate::components::{IntoBlock as _, Link, PeriodText, text};
use crate::route::Route;
use crate::wire::{EventRow, EventStatus, Timeline, order_of_events};
use leptos::prelude::*;

/// Events, each with its state on the current day.
///
/// The state depends on the current day, so it is determined in the browser, and a site that
/// is not rebuilt for months remains correct. During prerender the state is empty, and setting
/// it does not shift the layout; the list is reported to [`PageReport`](crate::components::PageReport),
/// because the browser needs its data. A front is prerendered in the order of the day of the
/// build, and sorted again where the current day requires another order.
#[component]
pub fn EventRows(
    /// Events in their order.
    rows: Vec<EventRow>,
    /// `true` if each year has a heading.
    #[prop(optional)]
    by_year: bool,
    /// Number of events at the start of a front that have not ended.
    #[prop(optional)]
    ahead: Option<u32>,
    /// Maximum number of rows.
    #[prop(optional)]
    most: Option<usize>,
) -> AnyView {
    let timeline = Timeline {
        rows,
        by_year,
        ahead,
        most,
    };
    #[cfg(feature = "ssr")]
    if let Some(report) = use_context::<crate::components::PageReport>() {
        report.add_timeline(timeline.clone());
    }
    view! { <div class=TIMELINE>{event_rows(timeline)}</div> }.into_block()
}

/// Class of the element around a list of events.
pub(crate) const TIMELINE: &str = "event-front";

/// Returns the content of a list of events.
pub(crate) fn event_rows(timeline: Timeline) -> AnyView {
    let Timeline {
        rows,
        by_year,
        ahead,
        most,
    } = timeline;
    let today = RwSignal::new(String::new());
    #[cfg(target_arch = "wasm32")]
    Effect::new(move |_| today.set(crate::browser::clock::today()));
    let today = today.into();
    let Some(ahead) = ahead else {
        return parts(rows, 0, by_year, today);
    };
    let count = rows.len();
    let rows = StoredValue::new(rows);
    let order = Memo::new(move |_| {
        let today: String = today.get();
        if today.is_empty() {
            let ahead = usize::try_from(ahead).unwrap_or(usize::MAX);
            return ((0..count).collect(), ahead);
        }
        rows.with_value(|rows| order_of_events(rows, &today))
    });
    let list = move || {
        let (order, ahead) = order.get();
        let shown = rows.with_value(|rows| {
            let shown = order.iter().filter_map(|place| rows.get(*place).cloned());
            shown.take(most.unwrap_or(usize::MAX)).collect()
        });
        parts(shown, ahead, by_year, today)
    };
    list.into_block()
}

/// Returns the events, grouped under headings with `by_year`. The first `ahead` events have
/// not ended, and have a heading of their own.
fn parts(rows: Vec<EventRow>, ahead: usize, by_year: bool, today: Signal<String>) -> AnyView {
    if !by_year {
        return timeline(rows, today);
    }
    let text = text();
    let mut parts: Vec<(String, Vec<EventRow>)> = Vec::new();
    for (place, row) in rows.into_iter().enumerate() {
        let heading = if place < ahead {
            text.events_ahead.to_owned()
        } else {
            text.date_year.with(&[row.start.year()])
        };
        match parts.last_mut() {
            Some((last, part)) if *last == heading => part.push(row),
            _ => parts.push((heading, vec![row])),
        }
    }
    parts
        .into_iter()
        .map(|(heading, rows)| {
            view! {
                <section class="timeline-year">
                    <h2>{heading}</h2>
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

/// State of an event on a day.
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
                // The complete date follows as text.
                <p class="event__day" aria-hidden="true">
                    <span>{text.month(&row.start)}</span>
                    <b>{day}</b>
                </p>
                <p class="event__state">{state}</p>
            </div>
            <div class="event__text">
                <Link to=Route::Event(row.id) class="event__name" label=row.name/>
                <p class="event__when">
                    <span><PeriodText start=row.start end=row.end/></span>
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

//! Period of time.

use super::{DateText, text};
use crate::wire::Date;
use leptos::prelude::*;

/// A period, with times if they are known; each day is a `time` element.
#[component]
pub fn PeriodText(
    /// Beginning.
    start: Date,
    /// End.
    #[prop(optional_no_strip)]
    end: Option<Date>,
) -> impl IntoView {
    let period = text().period(&start, end.as_ref());
    let after_start = (!period.after_start.is_empty()).then_some(period.after_start);
    let after_last = (!period.after_last.is_empty()).then_some(period.after_last);
    let last = period.last.map(|date| view! { <DateText date=date/> });
    view! { <DateText date=start/> {after_start} {last} {after_last} }
}

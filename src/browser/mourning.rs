//! Days of mourning, on which the whole portal is grey.

use crate::wire::Mourning;

/// Marks the document on a day of mourning; the style sheets do the rest.
///
/// The day is read from the visitor's clock, so that a site that was built earlier is correct.
#[cfg(target_arch = "wasm32")]
pub(crate) fn begin(days: &[Mourning]) {
    use leptos::prelude::document;

    if is_mourned(days, &super::clock::today())
        && let Some(html) = document().document_element()
        && let Err(error) = html.set_attribute("data-mourning", "")
    {
        leptos::logging::error!("portal: the day cannot be marked: {error:?}");
    }
}

/// Returns `true` if `today`, such as `2026-05-31`, is in one of these periods, including
/// their first and last days.
#[cfg(any(target_arch = "wasm32", test))]
fn is_mourned(days: &[Mourning], today: &str) -> bool {
    days.iter()
        .any(|days| (days.from.day()..=days.to.day()).contains(&today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Date;

    #[test]
    fn first_and_last_day_count() {
        let days = [Mourning {
            from: Date::new("2026-04-04".to_owned()),
            to: Date::new("2026-04-05".to_owned()),
        }];
        for (today, mourned) in [
            ("2026-04-03", false),
            ("2026-04-04", true),
            ("2026-04-05", true),
            ("2026-04-06", false),
        ] {
            assert_eq!(is_mourned(&days, today), mourned, "{today}");
        }
    }
}

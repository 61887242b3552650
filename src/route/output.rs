//! Where publishing writes what is not a page's data.

use super::Route;
use std::fmt;

/// A file of the published portal, by its path in the output folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Output {
    /// The HTML of a page.
    Html(Route),
    /// The page for addresses that have none.
    NotFound,
    /// All events, as a calendar to subscribe to.
    Calendar,
    /// One event, to put into a calendar.
    CalendarOf(String),
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Html(route) => {
                let path = route.to_string();
                write!(f, "{}index.html", path.trim_start_matches('/'))
            }
            Self::NotFound => f.write_str("404.html"),
            Self::Calendar => f.write_str("events.ics"),
            Self::CalendarOf(id) => write!(f, "events/{id}/event.ics"),
        }
    }
}

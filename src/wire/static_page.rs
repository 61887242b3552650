//! Data of a static page.

use super::fields::wire;
use super::{EventRow, Prose};

wire! {
    /// A page whose HTML is made when the portal is built. In the browser nothing of it changes
    /// but its lists of events.
    pub struct StaticPage {
        /// Title of the document.
        pub title: String,
        /// Content of the main element.
        pub content: Prose = default,
        /// Lists of events in the content, in their order.
        pub events: Vec<Timeline> = default,
    }

    /// A list of events, which depends on the current day.
    pub struct Timeline {
        /// Events in the order of the day of the build.
        pub rows: Vec<EventRow>,
        /// `true` if each year has a heading.
        pub by_year: bool = default,
        /// Number of events at the start of a front that have not ended.
        pub ahead: Option<u32>,
        /// Maximum number of events that are shown.
        pub most: Option<usize>,
    }
}

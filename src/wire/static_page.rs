//! Data of a static page.

use super::fields::wire;
use super::{EventRow, Prose};

wire! {
    /// A page whose HTML is made when the portal is built. Beside these fields, the data of an
    /// item's page have everything that is public of the item, for other programs.
    pub struct StaticPage {
        /// What the app shows.
        pub page: PageContent,
        /// Text of the item.
        pub body: Option<Prose>,
    }

    /// Content of a static page. In the browser nothing of it changes but its lists of events.
    pub struct PageContent {
        /// Title of the document.
        pub title: String,
        /// HTML of the main element; the text of the item stands between two parts. It is left out
        /// in a page that is hydrated.
        pub html: Vec<String> = default,
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

impl StaticPage {
    /// Returns the HTML of the main element.
    #[must_use]
    pub fn html(&self) -> String {
        let body = self.body.as_ref().and_then(|body| body.html.as_deref());
        self.page.html.join(body.unwrap_or_default())
    }
}

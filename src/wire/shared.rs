//! Pieces that several views share.

use super::fields::FromJson;
use super::fields::read_fields;
use crate::route::PageNumber;
use serde::Serialize;

/// A calendar date or a moment, as written by the editors: `2023-03-03` or RFC 3339.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Date(String);

impl FromJson for Date {
    fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        String::from_json(json).map(Self)
    }
}

impl Date {
    /// Takes a date that content has already checked.
    #[must_use]
    pub const fn new(iso: String) -> Self {
        Self(iso)
    }

    /// The machine's form, for `datetime` attributes.
    #[must_use]
    pub fn iso(&self) -> &str {
        &self.0
    }

    /// The day, `2023-03-03`.
    #[must_use]
    pub fn day(&self) -> &str {
        self.0.get(..10).unwrap_or(&self.0)
    }

    /// The time of day, `09:30`, where one is given.
    #[must_use]
    pub fn time(&self) -> Option<&str> {
        self.0.get(11..16)
    }

    /// The year's digits.
    #[must_use]
    pub fn year(&self) -> &str {
        self.0.get(..4).unwrap_or(&self.0)
    }

    /// Month and day, `03-03`.
    #[must_use]
    pub fn month_day(&self) -> &str {
        self.0.get(5..10).unwrap_or("")
    }

    /// Year, month and day as numbers, without leading zeros; missing parts are left out.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.day()
            .split('-')
            .map(|part| part.trim_start_matches('0'))
    }
}

/// A picture with its size in pixels, so that the page does not jump when it arrives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// The path in the output, `media/…`.
    pub src: String,
    /// What the picture shows, for those who do not see it; empty when it is decoration.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub alt: String,
    /// Width in pixels; 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u32,
    /// Height in pixels; 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub height: u32,
    /// The line below the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

read_fields!(Picture {
    src, caption;
    alt, width, height
});

/// An item that is named and linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// The item's id; the place where it stands says of which collection.
    pub id: String,
    /// What to call it.
    pub name: String,
}

read_fields!(Reference { id, name; });

/// An article as a row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The article's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub published: Date,
    /// Its section's id.
    pub section: String,
    /// Who published it first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What it says in a sentence or two.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Picture>,
    /// Whether it is pinned, and until which day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned_until: Option<Date>,
}

read_fields!(Entry {
    id, title, published, section, source, cover, pinned_until;
    summary
});

/// Where a list goes on, towards older and newer entries.
///
/// A numbered page names no total, or every page would change with each new entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pager {
    /// The page that is shown.
    pub here: PageNumber,
    /// The next older page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub older: Option<PageNumber>,
    /// The next newer page; the front when this is the newest full page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub newer: Option<PageNumber>,
    /// How many entries there are in all; told on the front only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
}

read_fields!(Pager { here, older, newer, total; });

/// Finished HTML: rendered from Markdown and sanitised when the portal was built.
///
/// In the data that travels inside a prerendered page the HTML is left out, for the page
/// shows it already, and a text need not be sent twice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Prose {
    /// The HTML; `None` when it stands in the page that is being hydrated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
}

read_fields!(Prose { html; });

impl Prose {
    /// A text.
    #[must_use]
    pub const fn new(html: String) -> Self {
        Self { html: Some(html) }
    }
}

/// A heading inside a text, for its table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// 2 for a chapter, 3 for a part of it.
    pub level: u8,
    /// The anchor.
    pub id: String,
    /// The words.
    pub text: String,
}

read_fields!(Heading { level, id, text; });

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
pub(super) const fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_taken_apart() {
        let date = Date::new("2023-03-03T09:30:00+08:00".to_owned());
        assert_eq!(date.day(), "2023-03-03");
        assert_eq!(date.time(), Some("09:30"));
        assert_eq!(date.month_day(), "03-03");
        assert_eq!(date.parts().collect::<Vec<_>>(), ["2023", "3", "3"]);
    }

    #[test]
    fn a_year_alone_is_a_date() {
        let date = Date::new("2010".to_owned());
        assert_eq!(date.year(), "2010");
        assert_eq!(date.parts().collect::<Vec<_>>(), ["2010"]);
        assert_eq!(date.time(), None);
    }
}

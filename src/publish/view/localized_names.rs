//! Names in the language of the interface.
//!
//! Content is not translated, but names may be given in two languages: an English portal shows
//! the English name first and the other beside it.

use super::SiteView;
use super::bulletin_order::number_of;
use crate::content::items::bulletin::Bulletin;
use crate::content::items::event::Event;
use crate::content::items::member::Member;
use crate::content::items::site::Site;
use crate::content::values::province::Province;
use crate::route::IssueId;
use crate::text::{Text, is_english};
use std::fmt::Display;

/// A name, and the name in the other language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) first: String,
    pub(crate) other: Option<String>,
}

/// A source of names in the language of a site.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Namer<'a>(pub(crate) &'a Site);

impl SiteView<'_> {
    /// Returns the interface texts of the site's language.
    pub(crate) fn words(&self) -> &'static Text {
        self.names().words()
    }

    pub(crate) const fn names(&self) -> Namer<'_> {
        Namer(&self.content.site)
    }
}

impl Namer<'_> {
    pub(crate) fn is_english(self) -> bool {
        is_english(self.0.lang.as_str())
    }

    pub(crate) fn of_site(self) -> Names {
        self.pair(&self.0.name, self.0.name_en.as_ref())
    }

    /// Returns the name of the site in titles: the short one, unless that is in the other
    /// language.
    pub(crate) fn short(self) -> String {
        let short = self.0.short_name.to_string();
        if self.is_english() && !short.is_ascii() {
            return self.of_site().first;
        }
        short
    }

    pub(crate) fn of_member(self, member: &Member) -> Names {
        self.pair(&member.name, member.name_en.as_ref())
    }

    pub(crate) fn of_event(self, event: &Event) -> Names {
        self.pair(&event.name, event.name_en.as_ref())
    }

    /// Returns the title of a bulletin; the default is made from the name of the site.
    pub(crate) fn title_of_bulletin(self, id: IssueId, bulletin: &Bulletin) -> String {
        match &bulletin.title {
            Some(title) => title.to_string(),
            None => {
                let number = number_of(id, bulletin);
                self.words().title_of_issue(&self.short(), number)
            }
        }
    }

    pub(crate) fn province(self, province: Province) -> String {
        let name = if self.is_english() {
            province.name_en()
        } else {
            province.short_name()
        };
        name.to_owned()
    }

    fn words(self) -> &'static Text {
        Text::of(self.0.lang.as_str())
    }

    fn pair(self, name: &impl Display, name_en: Option<&impl Display>) -> Names {
        let name = name.to_string();
        match name_en.map(ToString::to_string) {
            Some(name_en) if self.is_english() => Names {
                other: Some(name).filter(|name| *name != name_en),
                first: name_en,
            },
            name_en => Names {
                first: name,
                other: name_en,
            },
        }
    }
}

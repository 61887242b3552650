//! What every page of a portal shows: its names, its navigation, its footer.

use super::fields::{read_fields, words};
use super::{Date, Picture};
use crate::route::{PageNumber, Route};
use serde::Serialize;

/// The frame around every page; it travels inside each page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Site {
    /// The full name, in the language of the interface where it has one.
    pub name: String,
    /// The everyday name.
    pub short_name: String,
    /// The full name in the other language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_other: Option<String>,
    /// A line below the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tagline: Option<String>,
    /// Scheme and host of the portal's public address.
    pub origin: String,
    /// The language of the interface, a BCP 47 tag.
    pub lang: String,
    /// The mark beside the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// The sections in their order.
    pub sections: Vec<Section>,
    /// The main menu.
    pub navigation: Vec<NavigationEntry>,
    /// Who runs the portal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
    /// How to reach them.
    pub contact: Contact,
    /// The filing number at the ministry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icp: Option<String>,
    /// The filing number at the police.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub police: Option<String>,
    /// The copyright line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copyright: Option<String>,
    /// On what terms texts may be reprinted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repost_notice: Option<String>,
    /// A notice at the head of every page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub banner: Option<Banner>,
    /// The days on which the portal is grey.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mourning: Vec<Mourning>,
}

read_fields!(Site {
    name, short_name, name_other, tagline, origin, lang, logo, sections, navigation, organization, icp, police, copyright, repost_notice, banner;
    contact, mourning
});

impl Site {
    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// What a section is called; its id where it is unknown.
    #[must_use]
    pub fn section_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.section(id).map_or(id, |section| &section.name)
    }
}

/// A section of the news.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its id, part of its address.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it lists.
    pub kind: SectionKind,
    /// What belongs into it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

read_fields!(Section { id, name, kind, description; });

impl Section {
    /// Where the section is shown.
    #[must_use]
    pub fn route(&self) -> Route {
        match self.kind {
            SectionKind::News => Route::section(&self.id),
            SectionKind::Events => Route::Events(PageNumber::FRONT),
        }
    }
}

/// What a section lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// Articles.
    News,
    /// Events first, then articles; shown at the address of the events.
    Events,
}

words!(SectionKind {
    News = "news",
    Events = "events",
});

/// An entry of the main menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NavigationEntry {
    /// Its words.
    pub label: String,
    /// A path below the base, or the address of another site.
    pub to: String,
    /// The entries below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<NavigationEntry>,
}

read_fields!(NavigationEntry {
    label, to;
    children
});

/// Who runs the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organization {
    /// The registered name.
    pub legal_name: String,
    /// The body that supervises it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<String>,
}

read_fields!(Organization { legal_name, supervisor; });

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phone {
    /// The number as it is written.
    pub number: String,
    /// The address that dials it.
    pub uri: String,
}

read_fields!(Phone { number, uri; });

/// How to reach the alliance.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Contact {
    /// The postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The post code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Telephone numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Fax numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fax: Vec<String>,
    /// The e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// When someone answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// A map of the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map_url: Option<String>,
}

read_fields!(Contact {
    address, postcode, email, hours, map_url;
    phones, fax
});

/// A notice at the head of every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Banner {
    /// Its words.
    pub text: String,
    /// Where it leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The last day on which it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

read_fields!(Banner { text, url, until; });

/// Days on which the whole portal is grey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mourning {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

read_fields!(Mourning { from, to; });

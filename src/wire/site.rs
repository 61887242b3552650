//! Data of the frame around every page: names, navigation, footer.

use super::fields::{read_fields, words};
use super::{Date, Picture};
use crate::route::{PageNumber, Route};
use serde::Serialize;

/// Data of the frame, which is embedded in each page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Site {
    /// Full name, in the language of the interface if there is one.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// Full name in the other language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_other: Option<String>,
    /// Line below the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tagline: Option<String>,
    /// Scheme and host of the portal's public address.
    pub origin: String,
    /// Language of the interface, a BCP 47 tag.
    pub lang: String,
    /// Logo beside the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// Sections in their order.
    pub sections: Vec<Section>,
    /// Main menu.
    pub navigation: Vec<NavigationEntry>,
    /// Organisation that runs the portal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
    /// Contact data of the alliance.
    pub contact: Contact,
    /// ICP filing number of the Ministry of Industry and Information Technology.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icp: Option<String>,
    /// Filing number of the public security organs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub police: Option<String>,
    /// Copyright line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copyright: Option<String>,
    /// Terms for reprinting texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repost_notice: Option<String>,
    /// Notice at the top of every page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub banner: Option<Banner>,
    /// Days on which the portal is grey.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mourning: Vec<Mourning>,
}

read_fields!(Site {
    name, short_name, name_other, tagline, origin, lang, logo, sections, navigation, organization, icp, police, copyright, repost_notice, banner;
    contact, mourning
});

impl Site {
    /// Returns the section with this id.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// Returns the name of a section; its id if it is unknown.
    #[must_use]
    pub fn section_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.section(id).map_or(id, |section| &section.name)
    }
}

/// A section of the news.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Id, which is part of the address.
    pub id: String,
    /// Name.
    pub name: String,
    /// Content of the section.
    pub kind: SectionKind,
    /// Description of the section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

read_fields!(Section { id, name, kind, description; });

impl Section {
    /// Returns the page that shows the section.
    #[must_use]
    pub fn route(&self) -> Route {
        match self.kind {
            SectionKind::News => Route::section(&self.id),
            SectionKind::Events => Route::Events(PageNumber::FRONT),
        }
    }
}

/// Content of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// Articles.
    News,
    /// Events followed by articles, at the address of the events.
    Events,
}

words!(SectionKind {
    News = "news",
    Events = "events",
});

/// An entry of the main menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NavigationEntry {
    /// Label.
    pub label: String,
    /// Path below the base path, or the address of another site.
    pub to: String,
    /// Entries of its submenu.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<NavigationEntry>,
}

read_fields!(NavigationEntry {
    label, to;
    children
});

/// Organisation that runs the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organization {
    /// Registered name.
    pub legal_name: String,
    /// Body that supervises the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<String>,
}

read_fields!(Organization { legal_name, supervisor; });

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phone {
    /// The number as the editors wrote it.
    pub number: String,
    /// `tel:` address.
    pub uri: String,
}

read_fields!(Phone { number, uri; });

/// Contact data of the alliance.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Contact {
    /// Postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Post code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Telephone numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Fax numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fax: Vec<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Office hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Address of a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map_url: Option<String>,
}

read_fields!(Contact {
    address, postcode, email, hours, map_url;
    phones, fax
});

/// A notice at the top of every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Banner {
    /// Text.
    pub text: String,
    /// Address that the notice links to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Last day on which the notice is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

read_fields!(Banner { text, url, until; });

/// A period in which the whole portal is grey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mourning {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

read_fields!(Mourning { from, to; });

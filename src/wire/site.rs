//! What every page of a portal shows: its names, its navigation, its footer.

use super::{Date, Picture};
use serde::{Deserialize, Serialize};

/// The frame around every page; it travels inside each page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The full name.
    pub name: String,
    /// The everyday name.
    pub short_name: String,
    /// The English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// A line below the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tagline: Option<String>,
    /// The language of the interface, a BCP 47 tag.
    pub lang: String,
    /// The mark beside the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// The sections in their order.
    pub sections: Vec<Section>,
    /// The main menu.
    pub navigation: Vec<NavigationEntry>,
    /// Who runs the portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
    /// How to reach them.
    #[serde(default)]
    pub contact: Contact,
    /// The filing number at the ministry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icp: Option<String>,
    /// The filing number at the police.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub police: Option<String>,
    /// The copyright line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copyright: Option<String>,
    /// On what terms texts may be reprinted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repost_notice: Option<String>,
    /// A notice at the head of every page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub banner: Option<Banner>,
    /// The days on which the portal is grey.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mourning: Vec<Mourning>,
}

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its id, part of its address.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it lists.
    pub kind: SectionKind,
    /// What belongs into it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// What a section lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// Articles.
    News,
    /// Events first, then articles; shown at the address of the events.
    Events,
}

/// An entry of the main menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NavigationEntry {
    /// Its words.
    pub label: String,
    /// A path below the base, or the address of another site.
    pub to: String,
    /// The entries below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<NavigationEntry>,
}

/// Who runs the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// The registered name.
    pub legal_name: String,
    /// The body that supervises it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<String>,
}

/// How to reach the alliance.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// The postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The post code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Telephone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// Fax numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fax: Vec<String>,
    /// The e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// When someone answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// A map of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map_url: Option<String>,
}

/// A notice at the head of every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Banner {
    /// Its words.
    pub text: String,
    /// Where it leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The last day on which it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Days on which the whole portal is grey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mourning {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

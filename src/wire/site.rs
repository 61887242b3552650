//! Data of the frame around every page: names, navigation, footer.

use super::fields::wire;
use super::{Date, Picture};
use crate::route::{PageNumber, Route};

wire! {
    /// Data of the frame, which is embedded in each page.
    pub struct Site {
        /// Full name, in the language of the interface if there is one.
        pub name: String,
        /// Short name.
        pub short_name: String,
        /// Full name in the other language.
        pub name_other: Option<String>,
        /// Line below the name.
        pub tagline: Option<String>,
        /// Scheme and host of the portal's public address.
        pub origin: String,
        /// Language of the interface, a BCP 47 tag.
        pub lang: String,
        /// Logo beside the name.
        pub logo: Option<Picture>,
        /// Sections in their order.
        pub sections: Vec<Section>,
        /// Main menu.
        pub navigation: Vec<NavigationEntry>,
        /// Organisation that runs the portal.
        pub organization: Option<Organization>,
        /// Contact data of the alliance.
        pub contact: Contact = default,
        /// ICP filing number of the Ministry of Industry and Information Technology.
        pub icp: Option<String>,
        /// Filing number of the public security organs.
        pub police: Option<String>,
        /// Copyright line.
        pub copyright: Option<String>,
        /// Terms for reprinting texts.
        pub repost_notice: Option<String>,
        /// Notice at the top of every page.
        pub banner: Option<Banner>,
        /// Days on which the portal is grey.
        pub mourning: Vec<Mourning> = default,
    }

    /// A section of the news.
    pub struct Section {
        /// Id, which is part of the address.
        pub id: String,
        /// Name.
        pub name: String,
        /// Content of the section.
        pub kind: SectionKind,
        /// Description of the section.
        pub description: Option<String>,
    }

    /// Content of a section.
    pub enum SectionKind {
        /// Articles.
        News = "news",
        /// Events followed by articles, at the address of the events.
        Events = "events",
    }

    /// An entry of the main menu.
    pub struct NavigationEntry {
        /// Label.
        pub label: String,
        /// Path below the base path, or the address of another site.
        pub to: String,
        /// Entries of its submenu.
        pub children: Vec<NavigationEntry> = default,
    }

    /// Organisation that runs the portal.
    pub struct Organization {
        /// Registered name.
        pub legal_name: String,
        /// Body that supervises the organisation.
        pub supervisor: Option<String>,
    }

    /// A telephone number.
    pub struct Phone {
        /// The number as the editors wrote it.
        pub number: String,
        /// `tel:` address.
        pub uri: String,
    }

    /// Contact data of the alliance.
    #[derive(Default)]
    pub struct Contact {
        /// Postal address.
        pub address: Option<String>,
        /// Post code.
        pub postcode: Option<String>,
        /// Telephone numbers.
        pub phones: Vec<Phone> = default,
        /// Fax numbers.
        pub fax: Vec<String> = default,
        /// E-mail address.
        pub email: Option<String>,
        /// Office hours.
        pub hours: Option<String>,
        /// Address of a map.
        pub map_url: Option<String>,
    }

    /// A notice at the top of every page.
    pub struct Banner {
        /// Text.
        pub text: String,
        /// Address that the notice links to.
        pub url: Option<String>,
        /// Last day on which the notice is shown.
        pub until: Option<Date>,
    }

    /// A period in which the whole portal is grey.
    pub struct Mourning {
        /// First day.
        pub from: Date,
        /// Last day.
        pub to: Date,
    }
}

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

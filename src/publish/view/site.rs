//! Data of the frame around every page.

use super::SiteView;
use super::convert::{date, phones, text, texts};
use crate::content::items::reference::{ItemRef, NavigationTarget};
use crate::content::values::text::Line;
use crate::route::{PublicUrl, Route};
use crate::wire;

impl SiteView<'_> {
    /// Returns the data of the site that every page shows.
    ///
    /// Nothing here depends on the items, so that adding an item leaves all other pages
    /// unchanged.
    #[must_use]
    pub(crate) fn site(&self, url: &PublicUrl) -> wire::Site {
        let site = &self.content.site;
        let names = self.names().of_site();
        let link = |label: &Line<20>, to, children| wire::NavigationEntry {
            label: label.to_string(),
            to: self.target(to),
            children,
        };
        wire::Site {
            name: names.first,
            short_name: self.names().short(),
            name_other: names.other,
            tagline: text(site.tagline.as_ref()),
            origin: url.origin().to_owned(),
            lang: site.lang.to_string(),
            logo: site
                .logo
                .as_ref()
                .map(|logo| self.picture(logo, String::new())),
            sections: site.sections.iter().map(section).collect(),
            navigation: site
                .navigation
                .iter()
                .map(|entry| {
                    let children = entry.children.iter();
                    let children = children.map(|child| link(&child.label, &child.to, vec![]));
                    link(&entry.label, &entry.to, children.collect())
                })
                .collect(),
            organization: site.organization.as_ref().and_then(|organization| {
                Some(wire::Organization {
                    legal_name: text(organization.legal_name.as_ref())?,
                    supervisor: text(organization.supervisor.as_ref()),
                })
            }),
            contact: site
                .contact
                .as_ref()
                .map_or_else(wire::Contact::default, |contact| wire::Contact {
                    address: text(contact.address.as_ref()),
                    postcode: text(contact.postcode.as_ref()),
                    phones: phones(&contact.phones),
                    fax: texts(&contact.fax),
                    email: text(contact.email.as_ref()),
                    hours: text(contact.hours.as_ref()),
                    map_url: text(contact.map_url.as_ref()),
                }),
            icp: text(site.icp.as_ref()),
            police: text(site.police.as_ref()),
            copyright: text(site.copyright.as_ref()),
            repost_notice: text(site.repost_notice.as_ref()),
            banner: site.banner.as_ref().map(|banner| wire::Banner {
                text: banner.text.to_string(),
                url: banner.url.as_ref().map(|to| self.target(to)),
                until: banner.until.map(date),
            }),
            mourning: site
                .theme
                .mourning
                .iter()
                .map(|days| wire::Mourning {
                    from: date(days.from),
                    to: date(days.to),
                })
                .collect(),
        }
    }

    /// Returns a path below the base, or the address of another site.
    fn target(&self, target: &NavigationTarget) -> String {
        let route = match target {
            NavigationTarget::Route(path) => match Route::parse(path) {
                Some(route @ Route::Bulletin(_)) => route,
                _ => return path.clone(),
            },
            NavigationTarget::Web(url) => return url.to_string(),
            NavigationTarget::Item(item) => match item {
                ItemRef::Article(id) => Route::Article(id.to_string()),
                ItemRef::Member(id) => Route::Member(id.to_string()),
                ItemRef::Bulletin(id) => Route::Bulletin(*id),
                ItemRef::Event(id) => Route::Event(id.to_string()),
                ItemRef::Page(id) => Route::Page(id.to_string()),
            },
        };
        self.content.page_of(route).to_string()
    }
}

fn section(section: &crate::content::items::site::Section) -> wire::Section {
    wire::Section {
        id: section.id.to_string(),
        name: section.name.to_string(),
        kind: section.kind.into(),
        description: text(section.description.as_ref()),
    }
}

//! Data of the home page.

use crate::content::items::site::{HomeBlock, HomeLead, SectionKind};
use crate::publish::view::SiteView;
use crate::publish::view::catalog::Item;
use crate::publish::view::convert::reference;
use crate::wire;
use std::collections::BTreeSet;

/// Number of articles in the lead.
const LEAD: usize = 6;
/// Number of articles of each section.
const OF_SECTION: usize = 6;
/// Maximum number of members that are named; the directory is more suitable for more.
const MEMBERS: usize = 60;
/// Number of bulletins on the shelf.
const BULLETINS: usize = 4;
/// Number of links of each group.
const OF_LINK_GROUP: usize = 12;

impl SiteView<'_> {
    pub(crate) fn home(&self) -> wire::Home {
        let site = &self.content.site;
        let has_events =
            site.home.blocks.contains(&HomeBlock::Events) && !self.catalog.events.is_empty();
        let count = u32::try_from(self.catalog.members.len()).unwrap_or(u32::MAX);
        let (events, events_ahead) = self.events_of_home();
        wire::Home {
            blocks: site
                .home
                .blocks
                .iter()
                .map(|block| (*block).into())
                .collect(),
            lead: self.lead(),
            sections: site
                .sections
                .iter()
                // The block of events shows them under the same name.
                .filter(|section| !(has_events && section.kind == SectionKind::Events))
                .map(|section| wire::HomeSection {
                    id: section.id.to_string(),
                    entries: self
                        .catalog
                        .section(section.id.as_str())
                        .iter()
                        .rev()
                        .take(OF_SECTION)
                        .map(|item| self.brief(*item))
                        .collect(),
                })
                .collect(),
            events,
            events_ahead,
            members: self
                .catalog
                .members
                .iter()
                .take(MEMBERS)
                .map(|(id, member)| reference(id, self.names().of_member(member).first))
                .collect(),
            member_total: count,
            bulletins: self
                .catalog
                .bulletins
                .iter()
                .rev()
                .take(BULLETINS)
                .map(|(id, bulletin)| self.bulletin_row(*id, bulletin))
                .collect(),
            links: self
                .links()
                .groups
                .into_iter()
                .map(|mut group| {
                    group.links.truncate(OF_LINK_GROUP);
                    group
                })
                .collect(),
        }
    }

    /// Returns pinned articles, then headlines if the site enables them, then the newest.
    fn lead(&self) -> Vec<wire::Entry> {
        let newest = || self.catalog.news.iter().rev().copied();
        let pinned = newest().filter(|(_, article)| self.catalog.is_pinned(article));
        let headlines = newest().filter(|(_, article)| {
            self.content.site.home.lead == HomeLead::Headline && article.headline
        });
        let mut seen = BTreeSet::new();
        pinned
            .chain(headlines.take(1))
            .chain(newest().take(2 * LEAD))
            .filter(|(id, _): &Item<'_>| seen.insert(id.as_str()))
            .take(LEAD)
            .map(|item| self.entry(item))
            .collect()
    }
}

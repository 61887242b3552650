//! What pages say of themselves to machines.

use super::Derivation;
use crate::content::color::Color;
use crate::content::item::Collection;
use crate::route::Route;

impl Derivation<'_> {
    /// The site's colour.
    pub(in crate::publish) fn primary(&self) -> Option<Color> {
        self.content.site.theme.primary
    }

    /// The site's small mark, by its path in the media folder.
    pub(in crate::publish) fn favicon(&self) -> Option<&str> {
        let favicon = self.content.site.favicon.as_ref();
        favicon.map(crate::content::media::MediaPath::as_str)
    }

    /// What a page is about, in a sentence or two.
    pub(in crate::publish) fn description(&self, route: &Route) -> String {
        let site = &self.content.site;
        let words = self.words();
        let site_name = self.names().of_site().first;
        let own =
            match route {
                Route::News(list) => list.section.as_ref().and_then(|id| {
                    let section = site
                        .sections
                        .iter()
                        .find(|section| section.id.as_str() == id)?;
                    section.description.as_ref().map(ToString::to_string)
                }),
                Route::Article(id) => self
                    .catalog
                    .articles
                    .get(id.as_str())
                    .map(|item| self.entry(*item).summary),
                Route::Member(id) => self.find_member(id).map(|member| match &member.intro {
                    Some(intro) => intro.to_string(),
                    None => {
                        let name = self.names().of_member(member).first;
                        words.member_of.with(&[&name, &site_name])
                    }
                }),
                Route::Bulletin(number) => self.content.bulletins.get(number).map(|bulletin| {
                    match &bulletin.abstract_text {
                        Some(words) => words.to_string(),
                        None => {
                            let title = self.names().title_of_bulletin(*number, bulletin);
                            words.full_sentence.with(&[&title])
                        }
                    }
                }),
                Route::Event(id) => self
                    .find_event(id)
                    .and_then(|event| event.summary.as_ref().map(ToString::to_string)),
                Route::Page(id) => self
                    .text_of(Collection::Pages, id)
                    .map(|text| text.summary.clone()),
                Route::Home
                | Route::Members
                | Route::Bulletins(_)
                | Route::Events(_)
                | Route::Links
                | Route::Search => None,
            };
        let own = own.filter(|words| !words.trim().is_empty());
        own.unwrap_or_else(|| match &site.tagline {
            Some(tagline) => {
                let tagline = tagline.to_string();
                words.name_and_tagline.with(&[&site_name, &tagline])
            }
            None => site_name,
        })
    }
}

//! Documents of the search index.

use super::SiteView;
use super::bulletin_order::{number_of, year};
use super::convert::texts;
use super::pages::events::day_or_time;
use super::rendered_bodies::PlainTexts;
use super::visible_text::VisibleText;
use crate::content::items::reference::Collection;
use crate::route::{DataFile, PublicUrl, Route};
use crate::search;
use crate::search::{Document, Vocabulary};
use crate::wire;
use crate::wire::IssueNumber;
use rayon::prelude::*;

/// A document that can be found.
struct Found {
    /// Key by which the index is sorted; empty for a document without a date.
    date: String,
    route: Route,
    document: Document,
}

/// Names of a document: the title first, then its other names.
struct Names {
    kind: &'static str,
    route: Route,
    date: String,
    headings: Vec<String>,
}

type Documents = Result<Vec<Found>, serde_json::Error>;

impl SiteView<'_> {
    /// Passes the files of the search index to `put`, by their paths in the portal. `plain` are
    /// the texts of the items.
    ///
    /// Withdrawn and unpublished items are in none of them.
    ///
    /// # Errors
    /// Returns an error if `put` fails, or if the data of a page cannot be serialised.
    pub(crate) fn search_index<E: From<serde_json::Error>>(
        &self,
        url: &PublicUrl,
        mut plain: PlainTexts,
        mut put: impl FnMut(String, Vec<u8>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut found = self.found_articles()?;
        found.extend(self.found_bulletins(url)?);
        found.extend(self.found_members()?);
        found.extend(self.found_events()?);
        found.extend(self.found_pages()?);
        found.extend(self.found_lists(url)?);
        // The index counts from the oldest. Documents without a date come first, so that news are
        // appended at the end.
        found.sort_by(|one, other| {
            (&one.date, &one.document.card).cmp(&(&other.date, &other.document.card))
        });
        let documents = found.into_iter().map(
            |Found {
                 route, document, ..
             }| Document {
                text: text_of(&route)
                    .and_then(|item| plain.remove(&item))
                    .unwrap_or_default(),
                ..document
            },
        );
        let groups = &self.content.synonyms.groups;
        let vocabulary = Vocabulary {
            synonyms: groups.iter().map(|group| texts(group)).collect(),
            terms: self.terms(),
        };
        search::write(documents.collect(), &vocabulary, |path, bytes| {
            put(DataFile::search(&path).path().to_owned(), bytes)
        })
    }

    /// Returns names that visitors may have meant if nothing is found.
    fn terms(&self) -> Vec<String> {
        let members = self.catalog.members.iter();
        members.map(|(_, member)| member.name.to_string()).collect()
    }

    fn found_articles(&self) -> Documents {
        let articles = self.catalog.news.par_iter();
        let found = articles.map(|(id, article)| {
            let mut shown = VisibleText::of(&self.article(id.as_str()))?;
            // A summary made from the text is found with the text.
            shown.take("/summary");
            let mut headings = shown.take("/title");
            headings.extend(shown.take("/subtitle"));
            let names = Names {
                kind: "article",
                route: Route::Article(id.to_string()),
                date: article.published.date().to_string(),
                headings,
            };
            let mut found = self.found(names, shown);
            let summary = article.summary.text().map(str::to_owned);
            found.document.blocks.extend(summary);
            found.document.section = article.section.to_string();
            Ok(found)
        });
        found.collect()
    }

    fn found_bulletins(&self, url: &PublicUrl) -> Documents {
        let contact = self.site(url).contact;
        let bulletins = self.catalog.bulletins.par_iter();
        let found = bulletins.map(|(id, bulletin)| {
            let data = self.bulletin(*id);
            let covers = data.as_ref().and_then(|data| data.row.covers.clone());
            let is_withheld = data.as_ref().is_some_and(|data| data.members_only);
            let mut shown = VisibleText::of(&data)?;
            let published = bulletin.published.map(|moment| moment.date().to_string());
            let names = Names {
                kind: "bulletin",
                route: Route::Bulletin(*id),
                date: published
                    .or_else(|| year(*id, bulletin).map(|year| year.to_string()))
                    .unwrap_or_default(),
                headings: shown.take("/row/title"),
            };
            let mut found = self.found(names, shown);
            let words = self.words();
            let number = number_of(*id, bulletin);
            let blocks = &mut found.document.blocks;
            blocks.push(words.issue(number));
            if is_withheld {
                blocks.extend(words.ways_to_ask(&contact));
            }
            if number.last.is_some() {
                let each = number.numbers().map(|number| id.with_number(number));
                blocks.extend(each.map(|id| words.issue(IssueNumber { id, last: None })));
            }
            blocks.extend(
                covers.map(|(from, to)| words.covers_years.with(&[from.year(), to.year()])),
            );
            Ok(found)
        });
        found.collect()
    }

    fn found_members(&self) -> Documents {
        // Members that the directory leaves out have a page, too.
        let members = self.content.members.par_iter();
        let found = members.map(|(id, _)| {
            let data = self.member(id.as_str());
            let mut shown = VisibleText::of(&data)?;
            let headings = ["/row/name", "/row/name_other", "/name_en", "/short_name"];
            let mut headings: Vec<String> =
                headings.iter().flat_map(|name| shown.take(name)).collect();
            let former = shown.take("/former_names");
            headings.extend_from_slice(&former);
            let names = Names {
                kind: "member",
                route: Route::Member(id.to_string()),
                date: String::new(),
                headings,
            };
            let mut found = self.found(names, shown);
            if former.len() > 1 {
                found.document.blocks.extend(self.words().list(&former));
            }
            if let Some(wire::Member { row, .. }) = data {
                let words = self.words();
                let role = row.role.map(|role| words.role(role));
                let stages = row
                    .chain_stage
                    .iter()
                    .map(|stage| words.chain_stage(*stage));
                let all = role.into_iter().chain(stages).map(str::to_owned);
                found.document.blocks.extend(all);
            }
            Ok(found)
        });
        found.collect()
    }

    fn found_events(&self) -> Documents {
        let events = self.catalog.events.par_iter();
        let found = events.map(|(id, event)| {
            let mut shown = VisibleText::of(&self.event(id.as_str()))?;
            let mut headings = shown.take("/row/name");
            headings.extend(shown.take("/name_other"));
            let names = Names {
                kind: "event",
                route: Route::Event(id.to_string()),
                date: event.start.date().to_string(),
                headings,
            };
            let mut found = self.found(names, shown);
            let start = day_or_time(event, event.start);
            let end = event.end.map(|end| day_or_time(event, end));
            let period = self.words().period_in_words(&start, end.as_ref());
            found.document.blocks.push(period);
            Ok(found)
        });
        found.collect()
    }

    fn found_pages(&self) -> Documents {
        let pages = self.content.pages.iter();
        let found = pages.map(|(id, _)| {
            let mut shown = VisibleText::of(&self.page(id.as_str()))?;
            let names = Names {
                kind: "page",
                route: Route::Page(id.to_string()),
                date: String::new(),
                headings: shown.take("/title"),
            };
            Ok(self.found(names, shown))
        });
        found.collect()
    }

    /// Returns pages that are made of many items and show texts of their own: the sections, the
    /// links, and the home page, which represents the texts that every page shows.
    fn found_lists(&self, url: &PublicUrl) -> Documents {
        let site = self.site(url);
        let mut lists = Vec::new();
        for section in &site.sections {
            let headings = vec![section.name.clone()];
            lists.push((section.route(), headings, VisibleText::of(section)?));
        }
        let links = self.links();
        if !links.groups.is_empty() {
            let headings = vec![self.words().links.to_owned()];
            lists.push((Route::Links, headings, VisibleText::of(&links)?));
        }
        let mut home = VisibleText::of(&site)?;
        let names = ["/name", "/name_other", "/short_name"];
        let headings = names.iter().flat_map(|name| home.take(name)).collect();
        // RenderedBodies that have pages of their own, and temporary ones.
        for elsewhere in ["/sections", "/navigation", "/banner", "/mourning"] {
            home.take(elsewhere);
        }
        lists.push((Route::Home, headings, home));
        let found = lists.into_iter().map(|(route, headings, shown)| {
            let names = Names {
                kind: "page",
                route,
                date: String::new(),
                headings,
            };
            self.found(names, shown)
        });
        Ok(found.collect())
    }

    /// Returns a document that can be found by its names and the other texts of its page.
    fn found(&self, names: Names, shown: VisibleText) -> Found {
        let title = names.headings.first().cloned().unwrap_or_default();
        let mut card = vec![names.route.to_string(), title];
        // An empty line would end the card.
        if !names.date.is_empty() {
            card.push(names.date.clone());
        }
        let year = names.date.split('-').next();
        let document = Document {
            kind: names.kind.to_owned(),
            year: year.and_then(|year| year.parse().ok()).unwrap_or(0),
            card,
            blocks: shown.rest(&names.headings, self.words()),
            headings: names.headings,
            ..Document::default()
        };
        Found {
            date: names.date,
            route: names.route,
            document,
        }
    }
}

/// Returns the item whose text a page shows.
fn text_of(route: &Route) -> Option<(Collection, String)> {
    let (collection, id) = match route {
        Route::Article(id) => (Collection::Articles, id.clone()),
        Route::Bulletin(id) => (Collection::Bulletins, id.to_string()),
        Route::Member(id) => (Collection::Members, id.clone()),
        Route::Event(id) => (Collection::Events, id.clone()),
        Route::Page(id) => (Collection::Pages, id.clone()),
        _ => return None,
    };
    Some((collection, id))
}

//! What the search index is made of.

use super::Derivation;
use super::convert::{text, texts};
use crate::content::item::Collection;
use crate::route::{DataFile, Route};
use crate::search::{self, Document, File, KnownIndex, Vocabulary};
use rayon::prelude::*;

impl Derivation<'_> {
    /// Gives out the files of the search index, by their paths in the portal; gives what is
    /// now known of it.
    ///
    /// What is withdrawn or has not appeared yet is in none of them.
    ///
    /// # Errors
    /// When a file is not taken.
    pub(in crate::publish) fn search_index<E>(
        &self,
        known: &KnownIndex,
        mut put: impl FnMut(String, File) -> Result<(), E>,
    ) -> Result<KnownIndex, E> {
        let mut documents: Vec<(String, Document)> = self.found_articles().collect();
        documents.extend(self.found_bulletins());
        documents.extend(self.found_members());
        documents.extend(self.found_events());
        documents.extend(self.found_pages());
        // The index counts from the oldest; what has no date comes first, so that news
        // are added at the end.
        documents.sort_by(|(date, one), (other_date, other)| {
            (date, &one.card).cmp(&(other_date, &other.card))
        });
        let documents: Vec<Document> = documents
            .into_iter()
            .map(|(_, document)| document)
            .collect();
        let groups = &self.content.synonyms.groups;
        let vocabulary = Vocabulary {
            synonyms: groups.iter().map(|group| texts(group)).collect(),
            terms: self.terms(),
        };
        search::write(&documents, &vocabulary, known, |path, file| {
            put(DataFile::search(&path).path().to_owned(), file)
        })
    }

    /// Names that visitors may have meant when nothing is found.
    fn terms(&self) -> Vec<String> {
        let members = self.catalog.members.iter();
        members.map(|(_, member)| member.name.to_string()).collect()
    }

    fn found_articles(&self) -> impl ParallelIterator<Item = (String, Document)> {
        self.catalog.news.par_iter().map(|(id, article)| {
            let mut headings = vec![article.title.to_string()];
            headings.extend(text(article.subtitle.as_ref()));
            let mut blocks: Vec<String> = article
                .summary
                .text()
                .map(str::to_owned)
                .into_iter()
                .collect();
            blocks.extend(self.paragraphs(Collection::Articles, id.as_str()));
            blocks.extend(texts(&article.tags));
            blocks.extend(text(article.author.as_ref()));
            blocks.extend(article.source.iter().map(|source| source.name.to_string()));
            let date = article.published.date().to_string();
            let route = Route::Article(id.to_string());
            let mut document = found("article", &route, &date, headings, blocks);
            document.section = article.section.to_string();
            (date, document)
        })
    }

    fn found_bulletins(&self) -> impl Iterator<Item = (String, Document)> {
        self.catalog.bulletins.iter().map(|(number, bulletin)| {
            let title = self.names().title_of_bulletin(*number, bulletin);
            let mut blocks = vec![self.words().bulletin_number.number(*number)];
            blocks.extend(text(bulletin.abstract_text.as_ref()));
            blocks.extend(
                bulletin
                    .contents
                    .iter()
                    .map(|entry| entry.title.to_string()),
            );
            blocks.extend(self.paragraphs(Collection::Bulletins, &number.to_string()));
            let published = bulletin.published.map(|moment| moment.date().to_string());
            let year = bulletin.year.map(|year| year.to_string());
            let date = published.or(year).unwrap_or_default();
            let route = Route::Bulletin(*number);
            let document = found("bulletin", &route, &date, vec![title], blocks);
            (date, document)
        })
    }

    fn found_members(&self) -> impl Iterator<Item = (String, Document)> {
        self.catalog.members.iter().map(|(id, member)| {
            let names = self.names().of_member(member);
            let mut headings = vec![names.first];
            headings.extend(names.other);
            headings.extend(text(member.short_name.as_ref()));
            headings.extend(texts(&member.former_names));
            let mut blocks = texts(&member.products);
            blocks.extend(text(member.city.as_ref()));
            blocks.extend(text(member.intro.as_ref()));
            blocks.extend(self.paragraphs(Collection::Members, id.as_str()));
            let route = Route::Member(id.to_string());
            (String::new(), found("member", &route, "", headings, blocks))
        })
    }

    fn found_events(&self) -> impl Iterator<Item = (String, Document)> {
        self.catalog.events.iter().map(|(id, event)| {
            let names = self.names().of_event(event);
            let mut headings = vec![names.first];
            headings.extend(names.other);
            let mut blocks: Vec<String> = text(event.summary.as_ref()).into_iter().collect();
            if let Some(venue) = &event.venue {
                let lines = [&venue.name, &venue.hall, &venue.address];
                blocks.extend(lines.into_iter().flatten().map(ToString::to_string));
                blocks.extend(text(venue.city.as_ref()));
            }
            for lines in [&event.hosts, &event.organizers, &event.supporters] {
                blocks.extend(texts(lines));
            }
            blocks.extend(self.paragraphs(Collection::Events, id.as_str()));
            let date = event.start.date().to_string();
            let route = Route::Event(id.to_string());
            let document = found("event", &route, &date, headings, blocks);
            (date, document)
        })
    }

    fn found_pages(&self) -> impl Iterator<Item = (String, Document)> {
        self.content.pages.iter().map(|(id, page)| {
            let blocks = self.paragraphs(Collection::Pages, id.as_str()).collect();
            let route = Route::Page(id.to_string());
            let headings = vec![page.title.to_string()];
            (String::new(), found("page", &route, "", headings, blocks))
        })
    }

    /// The paragraphs of an item's text, without their marks.
    fn paragraphs(&self, collection: Collection, id: &str) -> impl Iterator<Item = String> {
        let plain = self.plain_of(collection, id).unwrap_or_default();
        let lines: Vec<String> = plain.lines().map(str::to_owned).collect();
        lines.into_iter()
    }
}

/// A document; the first heading is its title.
fn found(
    kind: &str,
    route: &Route,
    date: &str,
    headings: Vec<String>,
    blocks: Vec<String>,
) -> Document {
    let title = headings.first().cloned().unwrap_or_default();
    let mut card = vec![route.to_string(), title];
    // An empty line would end the card.
    if !date.is_empty() {
        card.push(date.to_owned());
    }
    Document {
        kind: kind.to_owned(),
        section: String::new(),
        year: date
            .split('-')
            .next()
            .and_then(|year| year.parse().ok())
            .unwrap_or(0),
        card,
        headings,
        blocks,
    }
}

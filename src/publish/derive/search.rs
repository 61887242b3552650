//! What the search index is made of.

use super::Derivation;
use super::convert::{text, texts};
use crate::content::item::Collection;
use crate::route::{DataFile, Route};
use crate::search::{self, Document, File, KnownIndex, Vocabulary};

/// Something that can be found.
struct Found {
    /// By which the index is in order; nothing for what has no date.
    date: String,
    /// Where its text stands.
    item: (Collection, String),
    document: Document,
}

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
        let mut found: Vec<Found> = self.found_articles().collect();
        found.extend(self.found_bulletins());
        found.extend(self.found_members());
        found.extend(self.found_events());
        found.extend(self.found_pages());
        // The index counts from the oldest; what has no date comes first, so that news
        // are added at the end.
        found.sort_by(|one, other| {
            (&one.date, &one.document.card).cmp(&(&other.date, &other.document.card))
        });
        let (items, documents): (Vec<_>, Vec<Document>) = found
            .into_iter()
            .map(|found| {
                let (collection, id) = &found.item;
                let text = self.texts.of(*collection, id);
                let text = text.map(|text| text.key().as_str().to_owned());
                let text = text.unwrap_or_default();
                let document = Document {
                    text,
                    ..found.document
                };
                (found.item, document)
            })
            .unzip();
        let paragraphs = |number: usize| {
            let item = items.get(number);
            item.map_or_else(Vec::new, |(collection, id)| {
                self.paragraphs(*collection, id)
            })
        };
        let groups = &self.content.synonyms.groups;
        let vocabulary = Vocabulary {
            synonyms: groups.iter().map(|group| texts(group)).collect(),
            terms: self.terms(),
        };
        search::write(&documents, paragraphs, &vocabulary, known, |path, file| {
            put(DataFile::search(&path).path().to_owned(), file)
        })
    }

    /// Names that visitors may have meant when nothing is found.
    fn terms(&self) -> Vec<String> {
        let members = self.catalog.members.iter();
        members.map(|(_, member)| member.name.to_string()).collect()
    }

    fn found_articles(&self) -> impl Iterator<Item = Found> {
        self.catalog.news.iter().map(|(id, article)| {
            let mut headings = vec![article.title.to_string()];
            headings.extend(text(article.subtitle.as_ref()));
            let mut blocks: Vec<String> = article
                .summary
                .text()
                .map(str::to_owned)
                .into_iter()
                .collect();
            blocks.extend(texts(&article.tags));
            blocks.extend(text(article.author.as_ref()));
            blocks.extend(article.source.iter().map(|source| source.name.to_string()));
            let date = article.published.date().to_string();
            let route = Route::Article(id.to_string());
            let item = (Collection::Articles, id.to_string());
            let mut found = found("article", item, &route, date, headings, blocks);
            found.document.section = article.section.to_string();
            found
        })
    }

    fn found_bulletins(&self) -> impl Iterator<Item = Found> {
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
            let published = bulletin.published.map(|moment| moment.date().to_string());
            let year = bulletin.year.map(|year| year.to_string());
            let date = published.or(year).unwrap_or_default();
            let route = Route::Bulletin(*number);
            let item = (Collection::Bulletins, number.to_string());
            found("bulletin", item, &route, date, vec![title], blocks)
        })
    }

    fn found_members(&self) -> impl Iterator<Item = Found> {
        self.catalog.members.iter().map(|(id, member)| {
            let names = self.names().of_member(member);
            let mut headings = vec![names.first];
            headings.extend(names.other);
            headings.extend(text(member.short_name.as_ref()));
            headings.extend(texts(&member.former_names));
            let mut blocks = texts(&member.products);
            blocks.extend(text(member.city.as_ref()));
            blocks.extend(text(member.intro.as_ref()));
            let route = Route::Member(id.to_string());
            let item = (Collection::Members, id.to_string());
            found("member", item, &route, String::new(), headings, blocks)
        })
    }

    fn found_events(&self) -> impl Iterator<Item = Found> {
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
            let date = event.start.date().to_string();
            let route = Route::Event(id.to_string());
            let item = (Collection::Events, id.to_string());
            found("event", item, &route, date, headings, blocks)
        })
    }

    fn found_pages(&self) -> impl Iterator<Item = Found> {
        self.content.pages.iter().map(|(id, page)| {
            let route = Route::Page(id.to_string());
            let item = (Collection::Pages, id.to_string());
            let headings = vec![page.title.to_string()];
            found("page", item, &route, String::new(), headings, Vec::new())
        })
    }

    /// The paragraphs of an item's text, without their marks.
    fn paragraphs(&self, collection: Collection, id: &str) -> Vec<String> {
        let plain = self.plain_of(collection, id).unwrap_or_default();
        plain.lines().map(str::to_owned).collect()
    }
}

/// Something that can be found without its text; the first heading is its title.
fn found(
    kind: &str,
    item: (Collection, String),
    route: &Route,
    date: String,
    headings: Vec<String>,
    blocks: Vec<String>,
) -> Found {
    let title = headings.first().cloned().unwrap_or_default();
    let mut card = vec![route.to_string(), title];
    // An empty line would end the card.
    if !date.is_empty() {
        card.push(date.clone());
    }
    let year = date.split('-').next().and_then(|year| year.parse().ok());
    let document = Document {
        kind: kind.to_owned(),
        year: year.unwrap_or(0),
        card,
        headings,
        blocks,
        ..Document::default()
    };
    Found {
        date,
        item,
        document,
    }
}

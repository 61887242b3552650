//! Searching in the browser: files are fetched as the query asks for them.
//!
//! Every step waits for the network, so that no frame is blocked; what is overtaken is
//! aborted. Browser only.

use super::answer::{Answer, Pieces, Shown, State};
use super::asked::{Asked, BY_DATE};
use crate::load::bytes;
use crate::route::{BasePath, DataFile, Route};
use crate::search::{
    ENTRY, Entry, Facts, Folder, Hit, NoQuery, Outcome, Part, Piece, Query, Search, Words, facets,
    highlight, sort_by_date, spelled,
};
use crate::text::Text;
use futures::future::join_all;
use leptos::web_sys::AbortController;
use std::collections::BTreeMap;

/// Names in pinyin that are shown beside the hits.
const SPELLED: usize = 8;

/// A search under way, and what it needs.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) base: BasePath,
    pub(super) text: &'static Text,
    pub(super) asked: Asked,
    /// How many hits are shown.
    pub(super) many: usize,
    /// Whether the browser's cache is passed by, for what it holds was no good.
    pub(super) afresh: bool,
    pub(super) abort: AbortController,
}

impl Session {
    /// The answer, as complete as the files that can be had.
    pub(super) async fn answer(&self) -> Answer {
        let folder = Folder::default();
        let mut answer = Answer {
            words: self.asked.words().to_owned(),
            ..Answer::default()
        };
        let query = match Query::parse(&folder, &compose(self.asked.words())) {
            Ok(query) => query,
            Err(NoQuery::Empty) => return answer,
            Err(NoQuery::TooLong) => {
                answer.state = State::TooLong;
                return answer;
            }
        };
        answer.state = State::Done;
        let Some(entry) = self.entry(ENTRY).await else {
            answer.incomplete = true;
            return answer;
        };
        let outcome = self.outcome(&entry, &query).await;
        answer.incomplete = outcome.incomplete;
        let counted = facets(&entry, &outcome.hits);
        answer.choices = [0, 1, 2].map(|place| self.choices(&counted, place));
        let mut hits = outcome.hits.clone();
        hits.retain(|hit| {
            entry
                .facts(hit.document)
                .is_some_and(|facts| self.admits(&facts, None))
        });
        if self.asked.0[4] == BY_DATE {
            sort_by_date(&mut hits);
        }
        answer.total = hits.len() as u32;
        let shown = hits.iter().take(self.many);
        let shown = shown.map(|hit| self.show(&entry, &folder, &query, hit.document, hit.part));
        for shown in join_all(shown).await {
            match shown {
                Some(shown) => answer.shown.push(shown),
                None => answer.incomplete = true,
            }
        }
        if !answer.incomplete {
            answer.related = self.related(&entry, &folder, &query, &outcome.hits).await;
        }
        answer
    }

    async fn file(&self, path: &str) -> Option<Vec<u8>> {
        let file = DataFile::search(path);
        match bytes(&self.base, &file, &self.abort, self.afresh).await {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                leptos::logging::warn!("portal: {path}: {error}");
                None
            }
        }
    }

    async fn words(&self, path: &str) -> Option<String> {
        let bytes = self.file(path).await?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    async fn entry(&self, path: &str) -> Option<Entry> {
        Entry::read(&self.file(path).await?).map_or(None, Some)
    }

    async fn outcome(&self, entry: &Entry, query: &Query) -> Outcome {
        let mut search = Search::new(entry, query);
        loop {
            let needed = search.needed();
            if needed.is_empty() {
                return search.outcome();
            }
            let files = join_all(needed.iter().map(|needed| self.file(needed.path()))).await;
            let given: Vec<_> = needed
                .into_iter()
                .zip(files.iter().map(Option::as_deref))
                .collect();
            search.give(&given);
        }
    }

    /// Whether a document is among those that are asked for, one choice left aside.
    fn admits(&self, facts: &Facts<'_>, except: Option<usize>) -> bool {
        let chosen = self.asked.0.iter().skip(1);
        chosen.take(3).enumerate().all(|(place, chosen)| {
            chosen.is_empty() || except == Some(place) || *chosen == value(facts, place)
        })
    }

    fn choices(&self, counted: &[(Facts<'_>, u32)], place: usize) -> Vec<(String, u32)> {
        let mut choices = BTreeMap::new();
        for (facts, count) in counted {
            if self.admits(facts, Some(place)) {
                *choices.entry(value(facts, place)).or_default() += count;
            }
        }
        choices.remove("");
        choices.into_iter().collect()
    }

    async fn show(
        &self,
        entry: &Entry,
        folder: &Folder,
        query: &Query,
        document: u32,
        part: u32,
    ) -> Option<Shown> {
        let file = self.words(&entry.text_file(document, part)?).await?;
        let part = Part::read(document, &file)?;
        let [path, title, ref date @ ..] = *part.card.as_slice() else {
            return None;
        };
        let words = query.words();
        Some(Shown {
            href: self.base.href(&Route::parse(path)?),
            title: pieces(&highlight(folder, &compose, title, words)),
            date: date.concat(),
            excerpt: pieces(&part.excerpt(folder, &compose, words)),
        })
    }

    /// What is offered beside the hits. It is left out where it cannot be had, for the
    /// answer is whole without it.
    async fn related(
        &self,
        entry: &Entry,
        folder: &Folder,
        query: &Query,
        hits: &[Hit],
    ) -> Vec<(String, String)> {
        let mut related = Vec::new();
        if let Some(file) = self.words(&entry.words_file()).await {
            let words = Words::read(&file);
            for other in words.synonyms(folder, &compose, query) {
                related.push(self.other(self.text.search_synonym.with(&[&other.text]), other.text));
            }
            if hits.is_empty() {
                for other in words.meant(folder, &compose, query) {
                    related.push(self.other(self.text.search_meant.with(&[&other]), other));
                }
            }
        }
        if let Some(query) = spelled(query)
            && let Some(names) = self.entry(&entry.spelled_file()).await
        {
            let found = self.outcome(&names, &query).await.hits;
            let is_new = |hit: &&Hit| hits.iter().all(|other| other.document != hit.document);
            let found = found.iter().filter(is_new).take(SPELLED);
            let found = found.map(|hit| self.show(entry, folder, &query, hit.document, 0));
            for shown in join_all(found).await.into_iter().flatten() {
                let title: String = shown.title.iter().map(|(text, _)| text.as_str()).collect();
                related.push((shown.href, self.text.search_spelled.with(&[&title])));
            }
        }
        related
    }

    fn other(&self, label: String, words: String) -> (String, String) {
        let query = self.asked.with(0, words).query();
        (self.base.href(&Route::Search) + &query, label)
    }
}

fn value(facts: &Facts<'_>, place: usize) -> String {
    match place {
        0 => facts.kind.to_owned(),
        1 => facts.section.to_owned(),
        _ if facts.year == 0 => String::new(),
        _ => facts.year.to_string(),
    }
}

fn pieces(pieces: &[Piece<'_>]) -> Pieces {
    let pieces = pieces.iter();
    pieces
        .map(|piece| (piece.text.to_owned(), piece.is_hit))
        .collect()
}

/// The first half of the normalisation; the browser has it.
fn compose(text: &str) -> String {
    let text = js_sys::JsString::from(text).normalize("NFKC");
    String::from(text.to_lower_case())
}

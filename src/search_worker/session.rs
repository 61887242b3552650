//! Answers to questions: files are fetched when the search requires them.

use super::question::Question;
use super::{SearchWorker, tell};
use crate::route::SearchQuery;
use crate::search::{
    Entry, Facts, Hit, NoQuery, Outcome, Part, Query, Search, card, facets, highlight, markup,
    sort_by_date,
};
use crate::wire::{SearchAnswer, SearchChoice, SearchHit};
use futures::future::join_all;
use std::rc::Rc;
use web_sys::AbortSignal;

/// Parameters of the address whose values are counted.
const COUNTED: [usize; 3] = [SearchQuery::TYPE, SearchQuery::SECTION, SearchQuery::YEAR];

/// A question in progress.
pub(crate) struct Session<'a> {
    pub(crate) engine: &'a SearchWorker,
    /// Signal that is aborted by a later question from the same place.
    pub(crate) signal: AbortSignal,
    /// `true` if the browser's cache is bypassed.
    pub(crate) afresh: bool,
}

impl<'a> Session<'a> {
    /// Creates a session. With `afresh`, the kept files are dropped.
    pub(crate) fn new(engine: &'a SearchWorker, signal: AbortSignal, afresh: bool) -> Self {
        if afresh {
            engine.kept.clear();
        }
        Self {
            engine,
            signal,
            afresh,
        }
    }

    /// Sends the documents as soon as they are known, then the related ones.
    pub(crate) async fn answer(&self, question: &Question) {
        // The connection may have been restored.
        if self.engine.offline.replace(false) {
            self.engine.kept.clear();
        }
        let mut answer = SearchAnswer {
            number: question.number,
            ..SearchAnswer::default()
        };
        let state = match Query::parse(&self.engine.normalizer, question.asked.words()) {
            Ok(query) => self.search(question, &query, &mut answer).await,
            Err(NoQuery::Empty) => SearchAnswer::IDLE,
            Err(NoQuery::TooLong) => SearchAnswer::TOO_LONG,
        };
        if !self.is_overtaken() {
            state.clone_into(&mut answer.state);
            tell(&answer);
        }
    }

    /// Returns `true` if a later question has replaced this one.
    pub(crate) fn is_overtaken(&self) -> bool {
        self.signal.aborted()
    }

    async fn search(
        &self,
        question: &Question,
        query: &Query,
        answer: &mut SearchAnswer,
    ) -> &'static str {
        let Some((entry, outcome)) = self.outcome_now(query).await else {
            return SearchAnswer::INCOMPLETE;
        };
        let asked = &question.asked;
        answer.offline = self.engine.offline.get() || !is_online();
        answer.choices = choices(asked, &facets(&entry, &outcome.hits));
        let mut hits = outcome.hits.clone();
        hits.retain(|hit| {
            let facts = entry.facts(hit.document);
            facts.is_some_and(|facts| admits(asked, &facts, None))
        });
        if asked.get(SearchQuery::ORDER) == SearchQuery::BY_DATE {
            sort_by_date(&mut hits);
        }
        answer.total = hits.len() as u32;
        hits.truncate(question.many);
        let wanted = hits.len();
        answer.hits = self.cards(&entry, query, &hits).await;
        if outcome.incomplete || answer.hits.len() < wanted {
            self.engine.kept.clear();
            return SearchAnswer::INCOMPLETE;
        }
        if self.is_overtaken() {
            return SearchAnswer::INCOMPLETE;
        }
        SearchAnswer::SEARCHING.clone_into(&mut answer.state);
        tell(answer);
        answer.related = self
            .related(&entry, query, &question.asked, &outcome.hits)
            .await;
        SearchAnswer::DONE
    }

    /// Searches with the kept entry. After a deployment it may name files that no longer
    /// exist; then it is fetched again, and the search is repeated.
    async fn outcome_now(&self, query: &Query) -> Option<(Rc<Entry>, Outcome)> {
        let entry = self.entry().await?;
        let outcome = self.outcome(&entry, query).await;
        if !outcome.incomplete || self.is_overtaken() {
            return Some((entry, outcome));
        }
        let newer = Session::new(self.engine, self.signal.clone(), true);
        let newer = newer.entry().await?;
        if newer.is_same(&entry) {
            return Some((entry, outcome));
        }
        let outcome = self.outcome(&newer, query).await;
        Some((newer, outcome))
    }

    pub(crate) async fn outcome(&self, entry: &Entry, query: &Query) -> Outcome {
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

    /// Returns the result cards of documents, without those that cannot be fetched.
    pub(crate) async fn cards(&self, entry: &Entry, query: &Query, hits: &[Hit]) -> Vec<SearchHit> {
        let mut paths: Vec<String> = Vec::new();
        for path in hits.iter().filter_map(|hit| entry.card_file(hit.document)) {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        // All files are fetched in parallel; after that each of them is kept.
        join_all(paths.iter().map(|path| self.file(path))).await;
        let mut cards = Vec::new();
        for hit in hits {
            cards.extend(self.card(entry, query, hit).await);
        }
        cards
    }

    async fn card(&self, entry: &Entry, query: &Query, hit: &Hit) -> Option<SearchHit> {
        let file = self.text(&entry.card_file(hit.document)?).await?;
        let card = card(hit.document, &file)?;
        let [path, title, date @ ..] = card.as_slice() else {
            return None;
        };
        let facts = entry.facts(hit.document)?;
        let title = highlight(&self.engine.normalizer, title, query.words());
        Some(SearchHit {
            href: [self.engine.base.as_str(), path].concat(),
            title: markup(&title),
            kind: facts.kind.to_owned(),
            section: facts.section.to_owned(),
            date: date.concat(),
            part: [hit.document.to_string(), hit.part.to_string()].join("."),
        })
    }

    /// Sends the excerpts of some hits, each as soon as it is known.
    pub(crate) async fn excerpts(&self, question: &Question) {
        let (Some(entry), Ok(query)) = (
            self.entry().await,
            Query::parse(&self.engine.normalizer, question.asked.words()),
        ) else {
            return;
        };
        let excerpts = question.parts.iter().map(async |place| {
            if let Some(excerpt) = self.excerpt(&entry, &query, place).await {
                tell(&SearchAnswer {
                    number: question.number,
                    excerpts: vec![(place.clone(), excerpt)],
                    ..SearchAnswer::default()
                });
            }
        });
        join_all(excerpts).await;
    }

    async fn excerpt(&self, entry: &Entry, query: &Query, place: &str) -> Option<String> {
        let (document, part) = place.split_once('.')?;
        let (document, part) = (document.parse().ok()?, part.parse().ok()?);
        let text = self.text(&entry.text_file(document, part)?).await?;
        let part = Part::read(document, &text)?;
        Some(markup(
            &part.excerpt(&self.engine.normalizer, query.words()),
        ))
    }
}

/// Returns `true` if a document satisfies the query, ignoring the parameter `except`.
fn admits(asked: &SearchQuery, facts: &Facts<'_>, except: Option<usize>) -> bool {
    COUNTED.into_iter().all(|place| {
        let chosen = asked.get(place);
        chosen.is_empty() || except == Some(place) || chosen == value(facts, place)
    })
}

fn choices(asked: &SearchQuery, counted: &[(Facts<'_>, u32)]) -> Vec<SearchChoice> {
    let mut choices: Vec<SearchChoice> = Vec::new();
    for place in COUNTED {
        let before = choices.len();
        for (facts, count) in counted {
            let value = value(facts, place);
            if value.is_empty() || !admits(asked, facts, Some(place)) {
                continue;
            }
            let mut known = choices.iter_mut().skip(before);
            if let Some(choice) = known.find(|choice| choice.value == value) {
                choice.count += count;
                continue;
            }
            // Years are in descending order; the others keep their order.
            let later = |choice: &SearchChoice| place == SearchQuery::YEAR && choice.value < value;
            let at = choices.iter().skip(before).position(later);
            let choice = SearchChoice {
                parameter: SearchQuery::PARAMETERS[place].to_owned(),
                value,
                count: *count,
            };
            choices.insert(at.map_or(choices.len(), |at| before + at), choice);
        }
    }
    choices
}

fn value(facts: &Facts<'_>, place: usize) -> String {
    match place {
        SearchQuery::TYPE => facts.kind.to_owned(),
        SearchQuery::SECTION => facts.section.to_owned(),
        _ if facts.year == 0 => String::new(),
        _ => facts.year.to_string(),
    }
}

/// Returns `true` unless the browser reports that there is no connection.
fn is_online() -> bool {
    let navigator = js_sys::Reflect::get(&js_sys::global(), &"navigator".into());
    navigator
        .and_then(|navigator| js_sys::Reflect::get(&navigator, &"onLine".into()))
        .map_or(true, |online| online.is_truthy())
}

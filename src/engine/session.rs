//! Answering a question: files are fetched as the search asks for them.

use super::question::Question;
use super::{Engine, tell};
use crate::route::Asked;
use crate::search::{
    Entry, Facts, Hit, NoQuery, Outcome, Part, Query, Search, card, facets, highlight, markup,
    sort_by_date,
};
use crate::wire::{SearchAnswer, SearchChoice, SearchHit};
use futures::future::join_all;
use std::rc::Rc;
use web_sys::AbortSignal;

/// The places of an address whose values are counted.
const COUNTED: [usize; 3] = [Asked::TYPE, Asked::SECTION, Asked::YEAR];

/// A question under way.
pub(super) struct Session<'a> {
    pub(super) engine: &'a Engine,
    /// Says when a later question has taken the place of this one.
    pub(super) signal: AbortSignal,
    /// Whether the browser's cache is passed by.
    pub(super) afresh: bool,
}

impl<'a> Session<'a> {
    /// A session; one that begins afresh forgets what is kept.
    pub(super) fn new(engine: &'a Engine, signal: AbortSignal, afresh: bool) -> Self {
        if afresh {
            engine.kept.clear();
        }
        Self {
            engine,
            signal,
            afresh,
        }
    }

    /// Tells the documents as soon as they are known, then what is offered beside them.
    pub(super) async fn answer(&self, question: &Question) {
        // The connection may be back.
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

    /// Whether a later question has stopped this one.
    pub(super) fn is_overtaken(&self) -> bool {
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
        if asked.get(Asked::ORDER) == Asked::BY_DATE {
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

    /// What is found, by the entry that is kept. After a deployment it may lead to files that
    /// are gone: then it is fetched anew, and the search begins again.
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

    pub(super) async fn outcome(&self, entry: &Entry, query: &Query) -> Outcome {
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

    /// The cards of documents; those that cannot be had are left out.
    pub(super) async fn cards(&self, entry: &Entry, query: &Query, hits: &[Hit]) -> Vec<SearchHit> {
        let mut paths: Vec<String> = Vec::new();
        for path in hits.iter().filter_map(|hit| entry.card_file(hit.document)) {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        // All at once; after that every one of them is kept.
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

    /// Tells the excerpts of some hits, each as soon as it is there.
    pub(super) async fn excerpts(&self, question: &Question) {
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

/// Whether a document is among those that are asked for, one choice left aside.
fn admits(asked: &Asked, facts: &Facts<'_>, except: Option<usize>) -> bool {
    COUNTED.into_iter().all(|place| {
        let chosen = asked.get(place);
        chosen.is_empty() || except == Some(place) || chosen == value(facts, place)
    })
}

fn choices(asked: &Asked, counted: &[(Facts<'_>, u32)]) -> Vec<SearchChoice> {
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
            // The last year first; the others come in their order.
            let later = |choice: &SearchChoice| place == Asked::YEAR && choice.value < value;
            let at = choices.iter().skip(before).position(later);
            let choice = SearchChoice {
                parameter: Asked::PARAMETERS[place].to_owned(),
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
        Asked::TYPE => facts.kind.to_owned(),
        Asked::SECTION => facts.section.to_owned(),
        _ if facts.year == 0 => String::new(),
        _ => facts.year.to_string(),
    }
}

/// Whether there is a connection, as far as the browser knows.
fn is_online() -> bool {
    let navigator = js_sys::Reflect::get(&js_sys::global(), &"navigator".into());
    navigator
        .and_then(|navigator| js_sys::Reflect::get(&navigator, &"onLine".into()))
        .map_or(true, |online| online.is_truthy())
}

//! Results in the search field. Browser only.

use super::focus::focus_field;
use super::{Field, Row, events};
use crate::browser::search_client;
use crate::components::{Portal, document_kind, portal};
use crate::route::SearchQuery;
use crate::wire::{SearchAnswer, SearchHit};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// Name of the field for the search client.
const PLACE: &str = "field";
/// Maximum number of documents in the list.
const MANY: usize = 8;

/// Asks for the text in the field, shows the answers, and registers the keys that focus the
/// field.
pub(crate) fn follow(field: Field) {
    let portal = portal();
    search_client::listen(PLACE, move |answer| {
        let text = portal.text;
        let (rows, status) = match answer {
            None => (Vec::new(), text.search_failed.to_owned()),
            Some(answer) if answer.state == SearchAnswer::IDLE => Default::default(),
            Some(answer) => (
                rows(&portal, &answer, field.words.get_untracked()),
                match answer.state.as_str() {
                    SearchAnswer::INCOMPLETE => text.search_incomplete.to_owned(),
                    SearchAnswer::TOO_LONG => text.search_too_long.to_owned(),
                    SearchAnswer::SEARCHING if answer.total == 0 => String::new(),
                    _ if answer.total == 0 => text.search_nothing.to_owned(),
                    _ => text.search_found.of(answer.total),
                },
            ),
        };
        // The second part of an answer often changes nothing; then the selection remains.
        if field.rows.with_untracked(|shown| *shown != rows) {
            field.active.set(None);
            field.rows.set(rows);
        }
        field.status.set(status);
    });
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            events::hear(field);
        }
        // The field may already contain text that was typed before hydration.
        let words = field.words.get();
        if before.is_some() {
            let asked = SearchQuery::default().with(SearchQuery::WORDS, words);
            search_client::ask(PLACE, &asked.query(), MANY, false);
        }
    });
    _ = window_event_listener(ev::keydown, |event| {
        let is_command = (event.ctrl_key() || event.meta_key()) && event.key() == "k";
        let is_slash = event.key().chars().eq(['/']) && !event.ctrl_key() && !event.meta_key();
        if (is_command || is_slash && !is_writing(&event)) && !event.is_composing() {
            event.prevent_default();
            focus_field();
        }
    });
}

/// Returns the rows: documents, related documents, and the link to all results.
fn rows(portal: &Portal, answer: &SearchAnswer, words: String) -> Vec<Row> {
    let text = portal.text;
    let row = |hit: &SearchHit, note: &str| Row {
        href: hit.href.clone(),
        title: hit.title.clone(),
        note: note.to_owned(),
    };
    let hits = answer.hits.iter();
    let mut rows: Vec<Row> = hits
        .map(|hit| row(hit, &[document_kind(portal, hit), " ", &hit.date].concat()))
        .collect();
    for group in &answer.related {
        let way = text.search_way(group);
        rows.extend(group.hits.iter().map(|hit| row(hit, &way)));
        if group.hits.is_empty() {
            rows.push(Row {
                href: group.href.clone(),
                title: String::new(),
                note: way,
            });
        }
    }
    rows.truncate(MANY);
    if answer.total > 0 {
        let asked = SearchQuery::default().with(SearchQuery::WORDS, words);
        rows.push(Row {
            href: portal.base.search(&asked),
            title: String::new(),
            note: text.search_all.of(answer.total),
        });
    }
    rows
}

fn is_writing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target
            .closest("input, textarea, select, [contenteditable]")
            .is_ok_and(|field| field.is_some())
    })
}

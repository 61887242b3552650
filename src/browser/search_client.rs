//! Search client: starts the search worker when a search is expected, sends it questions, and
//! receives its answers. Browser only.
//!
//! All places that ask share one worker. When it fails, each of them is notified, and the next
//! question starts it again.

use crate::wire::{FromJson as _, SearchAnswer};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker};

/// Attribute of the root element with the address of the search worker.
const ENGINE: &str = "data-engine";

/// Callback for an answer; `None` if there will be none.
type Hear = Rc<dyn Fn(Option<SearchAnswer>)>;

#[derive(Default)]
struct Client {
    worker: Option<Worker>,
    /// Number of failures of the worker.
    failures: u32,
    /// Number of questions asked.
    asked: u32,
    /// The places that ask, each with the number of its last question.
    places: Vec<(&'static str, u32, Hear)>,
}

thread_local! {
    static CLIENT: RefCell<Client> = RefCell::default();
}

/// Starts the worker, unless it is running.
pub(crate) fn start() {
    CLIENT.with_borrow_mut(|client| {
        if client.worker.is_none() {
            client.worker = worker(client.failures);
        }
    });
}

/// Receives the answers to the questions of a place until the caller's owner is disposed.
pub(crate) fn listen(place: &'static str, hear: impl Fn(Option<SearchAnswer>) + 'static) {
    let hear: Hear = Rc::new(hear);
    CLIENT.with_borrow_mut(|client| {
        client.places.retain(|(other, ..)| *other != place);
        client.places.push((place, 0, hear));
    });
    on_cleanup(move || {
        CLIENT.with_borrow_mut(|client| client.places.retain(|(other, ..)| *other != place));
    });
}

/// Asks a new question, which replaces the previous one of the place. `query` is the query
/// string of the search page.
pub(crate) fn ask(place: &'static str, query: &str, many: usize, afresh: bool) {
    let number = CLIENT.with_borrow_mut(|client| {
        client.asked += 1;
        let asked = client.asked;
        for (other, number, _) in &mut client.places {
            if *other == place {
                *number = asked;
            }
        }
        asked
    });
    let many = many.to_string();
    let mut question = head(number, place);
    question.extend(["&many=", &many]);
    if afresh {
        question.push_str("&afresh");
    }
    send(question, query);
}

/// Requests excerpts from these parts of texts, as a supplement to the last question.
pub(crate) fn ask_for_excerpts(place: &'static str, query: &str, parts: &[String]) {
    let number = CLIENT.with_borrow(|client| {
        let asking = client.places.iter().find(|(other, ..)| *other == place);
        asking.map_or(0, |(_, number, _)| *number)
    });
    let mut question = head(number, place);
    for part in parts {
        question.extend(["&part=", part]);
    }
    send(question, query);
}

fn head(number: u32, place: &str) -> String {
    ["number=", &number.to_string(), "&place=", place].concat()
}

fn send(question: String, query: &str) {
    start();
    let question = question + &query.replacen('?', "&", 1);
    let sent = CLIENT.with_borrow(|client| {
        let worker = client.worker.as_ref()?;
        worker.post_message(&question.into()).ok()
    });
    if sent.is_none() {
        fail();
    }
}

fn worker(failures: u32) -> Option<Worker> {
    let mut address = document().document_element()?.get_attribute(ENGINE)?;
    // A different address bypasses the browser's cache, which may hold a damaged file.
    if failures > 0 {
        address.push('?');
        address.push_str(&failures.to_string());
    }
    let worker = Worker::new(&address).ok()?;
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        match event
            .data()
            .as_string()
            .map(|text| SearchAnswer::from_json(&text))
        {
            Some(Ok(answer)) => hear(answer),
            // Not an answer: the script is damaged, or has failed.
            _ => fail(),
        }
    });
    let heard = heard.into_js_value();
    worker.set_onmessage(Some(heard.unchecked_ref()));
    worker.set_onerror(Some(heard.unchecked_ref()));
    Some(worker)
}

/// Passes the answer to the place whose last question has its number.
fn hear(answer: SearchAnswer) {
    let asking = CLIENT.with_borrow(|client| {
        let mut places = client.places.iter();
        let asking = places.find(|(_, number, _)| *number == answer.number);
        asking.map(|(.., hear)| Rc::clone(hear))
    });
    if let Some(hear) = asking {
        hear(Some(answer));
    }
}

/// Terminates the worker, and notifies every place that asked.
fn fail() {
    let asking: Vec<Hear> = CLIENT.with_borrow_mut(|client| {
        client.failures += 1;
        if let Some(worker) = client.worker.take() {
            worker.terminate();
        }
        let asking = client.places.iter().filter(|(_, number, _)| *number > 0);
        asking.map(|(.., hear)| Rc::clone(hear)).collect()
    });
    for hear in asking {
        hear(None);
    }
}

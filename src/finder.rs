//! The app's side of the search: starts the engine when somebody is about to search, asks
//! it, and hears its answers. Browser only.
//!
//! The engine is started once for all places that ask. When it cannot be had, whoever asks
//! is told, and the next question starts it again.

use crate::wire::{FromJson as _, SearchAnswer};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker};

/// The attribute of the document's root with the address of the engine.
const ENGINE: &str = "data-engine";

/// An answer, or nothing when there will be none.
type Hear = Rc<dyn Fn(Option<SearchAnswer>)>;

#[derive(Default)]
struct Finder {
    engine: Option<Worker>,
    /// How often it could not be had.
    failures: u32,
    /// How many questions have been asked.
    asked: u32,
    /// The places that ask, each with its last question.
    places: Vec<(&'static str, u32, Hear)>,
}

thread_local! {
    static FINDER: RefCell<Finder> = RefCell::default();
}

/// Starts the engine, unless it runs.
pub(crate) fn start() {
    FINDER.with_borrow_mut(|finder| {
        if finder.engine.is_none() {
            finder.engine = engine(finder.failures);
        }
    });
}

/// Hears the answers to the questions of a place, as long as the caller is shown.
pub(crate) fn listen(place: &'static str, hear: impl Fn(Option<SearchAnswer>) + 'static) {
    let hear: Hear = Rc::new(hear);
    FINDER.with_borrow_mut(|finder| {
        finder.places.retain(|(other, ..)| *other != place);
        finder.places.push((place, 0, hear));
    });
    on_cleanup(move || {
        FINDER.with_borrow_mut(|finder| finder.places.retain(|(other, ..)| *other != place));
    });
}

/// Asks a new question, which overtakes the last one of the place; `query` is that of the
/// search's address.
pub(crate) fn ask(place: &'static str, query: &str, many: usize, afresh: bool) {
    let number = FINDER.with_borrow_mut(|finder| {
        finder.asked += 1;
        let asked = finder.asked;
        for (other, number, _) in &mut finder.places {
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

/// Asks for excerpts from these parts of texts, as a supplement to the last question.
pub(crate) fn ask_for_excerpts(place: &'static str, query: &str, parts: &[String]) {
    let number = FINDER.with_borrow(|finder| {
        let asking = finder.places.iter().find(|(other, ..)| *other == place);
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
    let sent = FINDER.with_borrow(|finder| {
        let engine = finder.engine.as_ref()?;
        engine.post_message(&question.into()).ok()
    });
    if sent.is_none() {
        fail();
    }
}

fn engine(failures: u32) -> Option<Worker> {
    let mut address = document().document_element()?.get_attribute(ENGINE)?;
    // Another address passes by what the browser keeps, which was no good.
    if failures > 0 {
        address.push('?');
        address.push_str(&failures.to_string());
    }
    let engine = Worker::new(&address).ok()?;
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        match event
            .data()
            .as_string()
            .map(|text| SearchAnswer::from_json(&text))
        {
            Some(Ok(answer)) => hear(answer),
            // Neither a message nor an answer: a script that is none, or has stopped.
            _ => fail(),
        }
    });
    let heard = heard.into_js_value();
    engine.set_onmessage(Some(heard.unchecked_ref()));
    engine.set_onerror(Some(heard.unchecked_ref()));
    Some(engine)
}

/// Tells the place whose last question this is the answer to.
fn hear(answer: SearchAnswer) {
    let asking = FINDER.with_borrow(|finder| {
        let mut places = finder.places.iter();
        let asking = places.find(|(_, number, _)| *number == answer.number);
        asking.map(|(.., hear)| Rc::clone(hear))
    });
    if let Some(hear) = asking {
        hear(Some(answer));
    }
}

/// Gives the engine up, and tells every place that asked.
fn fail() {
    let asking: Vec<Hear> = FINDER.with_borrow_mut(|finder| {
        finder.failures += 1;
        if let Some(engine) = finder.engine.take() {
            engine.terminate();
        }
        let asking = finder.places.iter().filter(|(_, number, _)| *number > 0);
        asking.map(|(.., hear)| Rc::clone(hear)).collect()
    });
    for hear in asking {
        hear(None);
    }
}

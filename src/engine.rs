//! The search's engine: answers what the app asks, in a worker of its own, so that neither
//! its weight nor its work is on the page. Browser only.
//!
//! A question is text in the form of an address's query: what the search's address asks for,
//! and for whom. An answer is [`SearchAnswer`] as JSON. A new question from the same place
//! overtakes the one before, whose requests are aborted.

mod files;
mod question;
mod related;
mod session;

use crate::compose::compose;
use crate::route::BasePath;
use crate::search::Normalizer;
use crate::wire::SearchAnswer;
use files::Kept;
use question::Question;
use session::Session;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, DedicatedWorkerGlobalScope, MessageEvent};

/// What the engine keeps between questions.
struct Engine {
    base: BasePath,
    normalizer: Normalizer,
    kept: Kept,
    /// Whether something of what is kept came from the browser's cache for want of a
    /// connection.
    offline: Cell<bool>,
    /// The questions under way: from where they come, and how they are stopped.
    asked: RefCell<Vec<(String, AbortController)>>,
}

/// Listens for questions.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // The worker's script stands in the folder of the shell's files, right below the base.
    let path = scope.location().pathname();
    let base = path.rsplitn(3, '/').nth(2).unwrap_or_default();
    let engine = Rc::new(Engine {
        base: BasePath::new(base),
        normalizer: Normalizer::new(compose),
        kept: Kept::default(),
        offline: Cell::new(false),
        asked: RefCell::default(),
    });
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        match event.data().as_string() {
            Some(question) if question.is_empty() => spawn_local(prepare(Rc::clone(&engine))),
            Some(question) => spawn_local(answer(Rc::clone(&engine), question)),
            None => {}
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    heard.forget();
}

/// Fetches what every answer begins with, when somebody is about to ask.
async fn prepare(engine: Rc<Engine>) {
    if let Ok(abort) = AbortController::new() {
        // Whoever asks will ask for it again, should it not come.
        _ = Session::new(&engine, abort.signal(), false).entry().await;
    }
}

async fn answer(engine: Rc<Engine>, question: String) {
    let Some(question) = Question::read(&question) else {
        return;
    };
    let Some(signal) = engine.signal_for(&question) else {
        return;
    };
    let session = Session::new(&engine, signal, question.afresh);
    if question.parts.is_empty() {
        session.answer(&question).await;
    } else {
        session.excerpts(&question).await;
    }
}

impl Engine {
    /// What stops the question. A request for excerpts is stopped with its answer;
    /// any other question stops what came before it from the same place.
    fn signal_for(&self, question: &Question) -> Option<AbortSignal> {
        let mut asked = self.asked.borrow_mut();
        let before = asked.iter().position(|(place, _)| *place == question.place);
        if let Some(before) = before {
            if !question.parts.is_empty() {
                return asked.get(before).map(|(_, abort)| abort.signal());
            }
            let (_, abort) = asked.remove(before);
            abort.abort();
        }
        let abort = AbortController::new().ok()?;
        let signal = abort.signal();
        asked.push((question.place.clone(), abort));
        Some(signal)
    }
}

/// Sends an answer to the app. Nothing in it can keep it from being written or sent.
fn tell(answer: &SearchAnswer) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    if let Ok(answer) = serde_json::to_string(answer) {
        _ = scope.post_message(&answer.into());
    }
}

//! Search worker: answers the questions of the search client. It runs in a worker, so that
//! neither its size nor its work delays the page. Browser only.
//!
//! A question is a query string: the parameters of the address of the search page, and those
//! of the sender. An answer is [`SearchAnswer`] as JSON. A new question from the same place
//! replaces the previous one, whose requests are aborted.

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

/// State that is kept between questions.
struct SearchWorker {
    base: BasePath,
    normalizer: Normalizer,
    kept: Kept,
    /// `true` if a kept file came from the browser's cache because there was no connection.
    offline: Cell<bool>,
    /// Questions in progress: the place that each comes from, and its controller.
    asked: RefCell<Vec<(String, AbortController)>>,
}

/// Starts listening for questions.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // The worker's script is in the folder of the shell's files, directly below the base path.
    let path = scope.location().pathname();
    let base = path.rsplitn(3, '/').nth(2).unwrap_or_default();
    let engine = Rc::new(SearchWorker {
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
    // The listener is never removed.
    heard.forget();
}

/// Fetches the entry of the index, which every answer needs, before the first question.
async fn prepare(engine: Rc<SearchWorker>) {
    if let Ok(abort) = AbortController::new() {
        // An error is ignored: the question fetches the entry again.
        _ = Session::new(&engine, abort.signal(), false).entry().await;
    }
}

async fn answer(engine: Rc<SearchWorker>, question: String) {
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

impl SearchWorker {
    /// Returns the signal that aborts the question. A request for excerpts shares the signal
    /// of its answer; any other question aborts the previous one from the same place.
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

/// Sends an answer to the app. Errors are ignored, because an answer is text only, which can
/// always be serialized and sent.
fn tell(answer: &SearchAnswer) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    if let Ok(answer) = serde_json::to_string(answer) {
        _ = scope.post_message(&answer.into());
    }
}

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

use crate::route::BasePath;
use crate::search::Folder;
use crate::wire::SearchAnswer;
use files::Kept;
use js_sys::JsString;
use question::Question;
use session::Session;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, DedicatedWorkerGlobalScope, MessageEvent};

/// The folder of the shell's files, in which the worker's script stands.
const FOLDER: &str = "/assets/";

/// What the engine keeps between questions.
struct Engine {
    base: BasePath,
    folder: Folder,
    kept: Kept,
    /// The questions under way: from where they come, and how they are stopped.
    asked: RefCell<Vec<(String, AbortController)>>,
}

/// Listens for questions, and fetches what every answer begins with.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let path = scope.location().pathname();
    let base = path.rsplit_once(FOLDER).map_or("", |(base, _)| base);
    let engine = Rc::new(Engine {
        base: BasePath::new(base),
        folder: Folder::default(),
        kept: Kept::default(),
        asked: RefCell::default(),
    });
    let heard = Closure::<dyn Fn(MessageEvent)>::new({
        let engine = Rc::clone(&engine);
        move |event: MessageEvent| {
            if let Some(question) = event.data().as_string() {
                spawn_local(answer(Rc::clone(&engine), question));
            }
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    heard.forget();
    spawn_local(async move {
        if let Ok(abort) = AbortController::new() {
            // Whoever asks will ask for it again, should it not come.
            _ = Session::new(&engine, abort, false).entry().await;
        }
    });
}

async fn answer(engine: Rc<Engine>, question: String) {
    let Some(question) = Question::read(&question) else {
        return;
    };
    let Some(abort) = engine.abort_for(&question) else {
        return;
    };
    let session = Session::new(&engine, abort, question.afresh);
    if question.parts.is_empty() {
        session.answer(&question).await;
    } else {
        session.excerpts(&question).await;
    }
}

impl Engine {
    /// How the question can be stopped. A request for excerpts shares that of its answer;
    /// any other question stops what came before it from the same place.
    fn abort_for(&self, question: &Question) -> Option<AbortController> {
        let mut asked = self.asked.borrow_mut();
        let before = asked.iter().position(|(place, _)| *place == question.place);
        if let Some(before) = before {
            if !question.parts.is_empty() {
                return asked.get(before).map(|(_, abort)| abort.clone());
            }
            let (_, abort) = asked.remove(before);
            abort.abort();
        }
        let abort = AbortController::new().ok()?;
        asked.push((question.place.clone(), abort.clone()));
        Some(abort)
    }
}

/// Sends an answer to the app.
fn tell(answer: &SearchAnswer) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let sent = serde_json::to_string(answer)
        .map_err(|error| JsString::from(error.to_string()).into())
        .and_then(|answer| scope.post_message(&JsString::from(answer)));
    if let Err(error) = sent {
        web_sys::console::error_1(&error);
    }
}

/// The first half of the normalisation; the browser has it.
fn compose(text: &str) -> String {
    let text = JsString::from(text).normalize("NFKC");
    String::from(text.to_lower_case())
}

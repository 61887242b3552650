//! Interface of the editor, as JSON.

use crate::publish::edit::form::form;
use crate::publish::edit::lists::{self, Question};
use crate::publish::edit::refused::{Outcome, Refused, Reply};
use crate::publish::edit::state::Editor;
use crate::publish::edit::{drafts, examine, media, publishing, store, versions, words};
use crate::wire::edit::{ItemKind, ItemState};
use axum::body::Bytes;
use axum::http::{Method, StatusCode};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// A request.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) method: Method,
    /// Parts of the path below `api/`.
    pub(super) path: Vec<String>,
    pub(super) query: Vec<(String, String)>,
    pub(super) if_match: Option<String>,
    pub(super) body: Bytes,
}

impl Call {
    fn asked(&self, name: &str) -> &str {
        let found = self.query.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    fn json<T: DeserializeOwned>(&self) -> Outcome<T> {
        Ok(serde_json::from_slice(&self.body)?)
    }

    fn page(&self) -> usize {
        self.asked("page").parse().unwrap_or(1)
    }

    fn kind(&self) -> Outcome<Option<ItemKind>> {
        match self.asked("kind") {
            "" => Ok(None),
            slug => kind(slug).map(Some),
        }
    }
}

fn kind(slug: &str) -> Outcome<ItemKind> {
    ItemKind::from_slug(slug).ok_or_else(|| Refused::not_found(words::UNKNOWN_ADDRESS))
}

/// Answers a request.
pub(super) fn answer(editor: &Arc<Editor>, call: Call) -> Outcome<Reply> {
    let path: Vec<&str> = call.path.iter().map(String::as_str).collect();
    match (call.method.as_str(), path.as_slice()) {
        ("GET", ["start"]) => Reply::json(&lists::start(editor)?),
        ("GET", ["check"]) => Reply::json(&editor.reading()?.all_told()),
        ("GET", ["form", slug]) => {
            let settings = store::settings(&*editor.reading()?);
            Reply::json(&form(kind(slug)?, settings.as_ref(), editor.today()))
        }
        ("GET", ["candidates"]) => {
            Reply::json(&lists::candidates(editor, call.kind()?, call.asked("q"))?)
        }
        ("POST", ["examine"]) => Reply::json(&examine::examine(editor, call.json()?)?),
        ("GET", ["publish"]) => Reply::json(&publishing::state(editor)?),
        ("POST", ["publish"]) => Reply::json(&publishing::begin(editor, call.json()?)?),
        (_, ["items", rest @ ..]) => items(editor, &call, rest),
        (_, ["drafts", rest @ ..]) => kept(editor, &call, rest),
        (_, ["versions" | "bin", ..]) => earlier(editor, &call, &path),
        (_, ["media", rest @ ..]) => files(editor, &call, rest),
        _ => Err(Refused::not_found(words::UNKNOWN_ADDRESS)),
    }
}

fn items(editor: &Editor, call: &Call, path: &[&str]) -> Outcome<Reply> {
    let base = call.if_match.as_deref();
    match (call.method.as_str(), path) {
        ("GET", []) => {
            let state = call.asked("status");
            let asked = Question {
                kind: call.kind()?,
                text: call.asked("q").to_owned(),
                state: ItemState::ALL.into_iter().find(|one| one.slug() == state),
                page: call.page(),
            };
            Reply::json(&lists::items(editor, &asked)?)
        }
        ("GET", [slug, id]) => {
            let item = store::open(editor, kind(slug)?, id)?;
            Ok(Reply::json(&item)?.tagged(&item.etag))
        }
        ("PUT", [slug, id]) => {
            let saved = store::put(editor, kind(slug)?, id, base, &call.json()?)?;
            Ok(Reply::json(&saved)?.tagged(&saved.etag))
        }
        ("POST", [slug]) => {
            let saved = store::create(editor, kind(slug)?, &call.json()?)?;
            Ok(Reply::with_status(StatusCode::CREATED, &saved)?.tagged(&saved.etag))
        }
        ("DELETE", [slug, id]) => {
            store::delete(editor, kind(slug)?, id, base)?;
            Ok(Reply::empty())
        }
        _ => Err(Refused::not_found(words::UNKNOWN_ADDRESS)),
    }
}

fn kept(editor: &Editor, call: &Call, path: &[&str]) -> Outcome<Reply> {
    match (call.method.as_str(), path) {
        ("GET", []) => Reply::json(&drafts::list(editor)?),
        ("GET", [key]) => {
            let draft = drafts::get(editor, key)?;
            Reply::json(&draft.ok_or_else(|| Refused::not_found(words::NO_DRAFT))?)
        }
        ("PUT", [key]) => Reply::json(&drafts::put(editor, key, call.json()?)?),
        ("DELETE", [key]) => {
            drafts::remove(editor, key)?;
            Ok(Reply::empty())
        }
        _ => Err(Refused::not_found(words::UNKNOWN_ADDRESS)),
    }
}

fn files(editor: &Editor, call: &Call, path: &[&str]) -> Outcome<Reply> {
    match (call.method.as_str(), path) {
        ("GET", []) => {
            let are_pictures = matches!(call.asked("pictures"), "1" | "true");
            Reply::json(&media::list(
                editor,
                call.asked("q"),
                call.page(),
                are_pictures,
            )?)
        }
        ("POST", []) => {
            let uploaded = media::upload(editor, call.asked("name"), &call.body)?;
            Reply::with_status(StatusCode::CREATED, &uploaded)
        }
        ("DELETE", path) => {
            media::delete(editor, &path.join("/"))?;
            Ok(Reply::empty())
        }
        _ => Err(Refused::not_found(words::UNKNOWN_ADDRESS)),
    }
}

fn earlier(editor: &Editor, call: &Call, path: &[&str]) -> Outcome<Reply> {
    match (call.method.as_str(), path) {
        ("GET", ["versions", slug, id]) => Reply::json(&versions::list(editor, kind(slug)?, id)?),
        ("GET", ["versions", slug, id, name]) => {
            let kind = kind(slug)?;
            let (version, then) = versions::get(editor, kind, id, name)?;
            let now = store::bytes(editor, kind, id)?;
            Reply::json(&versions::compare(version, &then, now.as_deref()))
        }
        ("POST", ["versions", slug, id, name]) => {
            let kind = kind(slug)?;
            let (_, bytes) = versions::get(editor, kind, id, name)?;
            Reply::json(&store::restore(editor, kind, id, &bytes)?)
        }
        ("GET", ["bin"]) => Reply::json(&versions::deleted(editor)?),
        ("GET", ["bin", name]) => {
            let (version, then) = versions::get_deleted(editor, name)?;
            let now = store::bytes(editor, version.kind, &version.id)?;
            Reply::json(&versions::compare(version, &then, now.as_deref()))
        }
        ("POST", ["bin", name]) => {
            let (version, bytes) = versions::get_deleted(editor, name)?;
            let saved = store::restore(editor, version.kind, &version.id, &bytes)?;
            versions::take_out(editor, name);
            Reply::json(&saved)
        }
        _ => Err(Refused::not_found(words::UNKNOWN_ADDRESS)),
    }
}

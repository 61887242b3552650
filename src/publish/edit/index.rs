//! What lists show of an item, derived once from its file.

use super::kinds;
use crate::content::SourceFile;
use crate::search::{sort_key, spellings};
use crate::wire::edit::{ItemKind, ItemState};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use std::collections::BTreeSet;

/// Number of characters of a title that are read as pinyin.
const SPELLED: usize = 40;
/// Number of bytes of a text that its beginning has at least.
const BEGINNING: usize = 600;

/// An item.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: ItemKind,
    pub(super) id: String,
    /// Path of the file in the site folder.
    pub(super) path: String,
    pub(super) title: String,
    /// Date as written.
    pub(super) date: Option<String>,
    state: ItemState,
    /// Title, id and pinyin in lower case, without spaces.
    sought: Vec<String>,
    /// Title in pinyin, by which items without a date are sorted.
    pub(super) order: String,
    /// Texts that may be paths of media.
    media: BTreeSet<String>,
    /// File with the beginning of its text only; `None` if that is all of it.
    pub(super) short: Option<Vec<u8>>,
}

impl Entry {
    /// Reads a file; `None` if it is not that of an item.
    pub(super) fn of(file: &SourceFile) -> Option<Self> {
        let (kind, id) = kinds::item_of(&file.path)?;
        let value = value_of(&file.bytes).filter(Value::is_object);
        let state = value
            .as_ref()
            .map_or(ItemState::Unreadable, |value| state(kind, value));
        let title = value
            .as_ref()
            .map_or_else(|| id.clone(), |value| title(kind, &id, value));
        let date = value.as_ref().and_then(|value| date(kind, value));
        let mut media = BTreeSet::new();
        if let Some(value) = &value {
            collect_media(value, &mut media);
        }
        let stub = value.and_then(shortened);
        let short: String = title.chars().take(SPELLED).collect();
        let mut sought = vec![plain(&title), id.clone()];
        sought.extend(spellings(&short));
        Some(Self {
            kind,
            path: file.path.clone(),
            order: sort_key(&short),
            date,
            state,
            sought,
            title,
            id,
            media,
            short: stub,
        })
    }

    /// Returns the state on a day.
    pub(super) fn state(&self, today: &str) -> ItemState {
        let day = self.date.as_deref().and_then(|date| date.get(..10));
        match self.state {
            ItemState::Scheduled if day.is_some_and(|day| day <= today) => ItemState::Published,
            state => state,
        }
    }

    /// Returns `true` if the title, the id or the pinyin contains what is asked, which is
    /// [`plain`].
    pub(super) fn fits(&self, asked: &str) -> bool {
        self.sought.iter().any(|text| text.contains(asked))
    }

    /// Returns `true` if the item uses a file of the media folder.
    pub(super) fn uses(&self, path: &str) -> bool {
        self.media.contains(path)
    }
}

/// Returns a file with the beginning of its text, from which a summary is taken; `None` if it is no
/// longer than that.
fn shortened(mut value: Value) -> Option<Vec<u8>> {
    let mut length = 0;
    let mut is_shown = |part: &str| {
        let is_shown = length < BEGINNING;
        length += part.len();
        is_shown
    };
    let body = value.get_mut("body")?;
    let before = body.as_array().map_or(0, Vec::len);
    match body {
        Value::Array(parts) => {
            parts.retain(|part| is_shown(part.as_str().unwrap_or_default()));
            if parts.len() == before {
                return None;
            }
        }
        Value::String(text) => {
            let parts = text.split("\n\n").filter(|part| is_shown(part));
            let beginning = parts.collect::<Vec<_>>().join("\n\n");
            if beginning.len() == text.len() {
                return None;
            }
            *text = beginning;
        }
        _ => return None,
    }
    serde_json::to_vec(&value).ok()
}

/// Returns a text in lower case without spaces.
pub(super) fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}

/// Returns the value of a file; `None` if it is not JSON.
pub(super) fn value_of(bytes: &[u8]) -> Option<Value> {
    let json = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(json).ok()
}

/// Returns the title of an item as far as it is written.
pub(super) fn title(kind: ItemKind, id: &str, value: &Value) -> String {
    let text = |key: &str| {
        let text = value.get(key).and_then(Value::as_str).map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let title = match kind {
        ItemKind::Article | ItemKind::Page => text("title"),
        ItemKind::Member | ItemKind::Event | ItemKind::Links | ItemKind::Site => text("name"),
        ItemKind::Bulletin => text("title").or_else(|| {
            let number = value.get("number").and_then(Value::as_u64)?;
            Some(format!("第{number}期"))
        }),
        ItemKind::Synonyms => Some(kind.label().to_owned()),
    };
    title.unwrap_or_else(|| id.to_owned())
}

fn date(kind: ItemKind, value: &Value) -> Option<String> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    match kind {
        ItemKind::Article => text("published"),
        ItemKind::Bulletin => text("published")
            .or_else(|| Some(value.get("year").and_then(Value::as_u64)?.to_string())),
        ItemKind::Event => text("start"),
        ItemKind::Page => text("updated"),
        _ => None,
    }
}

fn state(kind: ItemKind, value: &Value) -> ItemState {
    if kind != ItemKind::Article {
        return ItemState::Published;
    }
    match value.get("status") {
        Some(Value::Object(_)) => ItemState::Withdrawn,
        Some(Value::String(word)) => match word.as_str() {
            "draft" => ItemState::Draft,
            "scheduled" => ItemState::Scheduled,
            "withdrawn" => ItemState::Withdrawn,
            _ => ItemState::Published,
        },
        _ => ItemState::Published,
    }
}

/// Collects the texts of a value that may be paths in `media/`, and the destinations of links in
/// Markdown to such files.
fn collect_media(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            if text.len() < 400 && text.contains('.') && !text.contains('\n') {
                found.insert(text.strip_prefix("media/").unwrap_or(text).to_owned());
            }
            for (at, _) in text.match_indices("media:") {
                let rest = text.get(at + "media:".len()..).unwrap_or_default();
                let is_pointed = text.get(..at).is_some_and(|before| before.ends_with('<'));
                let end = match is_pointed {
                    true => rest.find(['>', '\n']),
                    false => rest.find([')', ' ', '"', '\'', '\n', '>', '#', '?']),
                };
                let path = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
                let path = percent_decode_str(path).decode_utf8_lossy();
                found.insert(path.into_owned());
            }
        }
        Value::Array(list) => list.iter().for_each(|value| collect_media(value, found)),
        Value::Object(fields) => fields
            .values()
            .for_each(|value| collect_media(value, found)),
        _ => {}
    }
}

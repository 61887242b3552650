//! Addresses of the editor's screens.

use super::api::{encode, encode_path};
use crate::wire::edit::{EDIT_PATH, ItemKind};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// A screen of the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// Start.
    Start,
    /// List of the items of a kind, or of all.
    List(Option<ItemKind>),
    /// Form of an item.
    Item(ItemKind, String),
    /// Form of a new item.
    New(ItemKind),
    /// Media folder.
    Media,
    /// Older versions of an item.
    History(ItemKind, String),
    /// Deleted items.
    Bin,
    /// Problems of the whole site.
    Check,
    /// Publishing.
    Publish,
    /// An address that no screen has.
    Lost,
}

impl Place {
    /// Parses the path of an address.
    pub(super) fn parse(path: &str) -> Self {
        let rest = path.strip_prefix(EDIT_PATH).unwrap_or_default();
        let parts: Vec<&str> = rest.trim_end_matches('/').split('/').collect();
        let kind = |slug: &str| ItemKind::from_slug(slug);
        match parts.as_slice() {
            [""] => Self::Start,
            ["list"] => Self::List(None),
            ["list", slug] => kind(slug).map_or(Self::Lost, |kind| Self::List(Some(kind))),
            ["new", slug] => kind(slug).map_or(Self::Lost, Self::New),
            ["item", slug, id] => {
                kind(slug).map_or(Self::Lost, |kind| Self::Item(kind, decode(id)))
            }
            ["history", slug, id] => {
                kind(slug).map_or(Self::Lost, |kind| Self::History(kind, decode(id)))
            }
            ["media"] => Self::Media,
            ["bin"] => Self::Bin,
            ["check"] => Self::Check,
            ["publish"] => Self::Publish,
            _ => Self::Lost,
        }
    }

    /// Returns the place of an item.
    pub(super) fn item(kind: ItemKind, id: &str) -> Self {
        Self::Item(kind, id.to_owned())
    }

    /// Returns the address.
    pub(super) fn href(&self) -> String {
        let rest = match self {
            Self::Start | Self::Lost => String::new(),
            Self::List(None) => "list".to_owned(),
            Self::List(Some(kind)) => format!("list/{}", kind.slug()),
            Self::Item(kind, id) => format!("item/{}/{}", kind.slug(), encode(id)),
            Self::New(kind) => format!("new/{}", kind.slug()),
            Self::Media => "media".to_owned(),
            Self::History(kind, id) => format!("history/{}/{}", kind.slug(), encode(id)),
            Self::Bin => "bin".to_owned(),
            Self::Check => "check".to_owned(),
            Self::Publish => "publish".to_owned(),
        };
        format!("{EDIT_PATH}{rest}")
    }

    /// Returns the address of unfinished work on a new item.
    pub(super) fn unfinished(kind: ItemKind, key: &str) -> String {
        format!("{}?draft={}", Self::New(kind).href(), encode(key))
    }
}

/// Returns the address at which the served site has a file of the media folder, whose name may
/// stand in front of the path.
pub(super) fn media_href(path: &str) -> String {
    let path = path.strip_prefix("media/").unwrap_or(path);
    format!("/media/{}", encode_path(path))
}

/// A way to other addresses, which is taken hold of while a screen is made.
#[derive(Clone, Copy)]
pub(super) struct Go(StoredValue<Navigate>);

type Navigate = Arc<dyn Fn(&str, NavigateOptions) + Send + Sync>;

impl Go {
    /// Takes hold of it.
    pub(super) fn begin() -> Self {
        Self(StoredValue::new(Arc::new(use_navigate())))
    }

    /// Goes to an address.
    pub(super) fn to(self, href: &str) {
        self.navigate(href, false, true);
    }

    /// Goes to an address in the place of the current one.
    pub(super) fn instead(self, href: &str) {
        self.navigate(href, true, true);
    }

    /// Changes the query of the address, and nothing on the screen.
    pub(super) fn quietly(self, href: &str) {
        self.navigate(href, true, false);
    }

    fn navigate(self, href: &str, replace: bool, scroll: bool) {
        let options = NavigateOptions {
            resolve: false,
            replace,
            scroll,
            ..Default::default()
        };
        if let Some(navigate) = self.0.try_get_value() {
            navigate(href, options);
        }
    }
}

fn decode(segment: &str) -> String {
    js_sys::decode_uri_component(segment).map_or_else(|_| segment.to_owned(), String::from)
}

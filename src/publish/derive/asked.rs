//! What a text asks of the site while it is rendered.

use super::site_links::{SiteLinks, media_of};
use crate::publish::markdown::{ImageInfo, ResolvedLink, Resolver};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

/// A question of a text. Its HTML depends on the answers, and on nothing else of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::publish) enum Asked {
    /// Where an item's page is, by the item's kind and id.
    Item(String, String),
    /// Whether there is a page at a path.
    Path(String),
    /// What is known of a picture.
    Image(String),
}

impl Asked {
    /// The path below `media/` of the file that is asked for.
    pub(super) fn media(&self) -> Option<&str> {
        match self {
            Self::Image(path) => Some(path),
            Self::Item(kind, id) if kind == "media" => Some(media_of(id)),
            Self::Item(..) | Self::Path(_) => None,
        }
    }

    /// The site's answer, with all that is in it.
    pub(super) fn answer(&self, links: &SiteLinks<'_>) -> String {
        match self {
            Self::Item(kind, id) => format!("{:?}", links.item(kind, id)),
            Self::Path(path) => format!("{:?}", links.path(path)),
            Self::Image(path) => format!("{:?}", links.image(path)),
        }
    }
}

/// Answers a text, and remembers what it asked.
#[derive(Debug)]
pub(super) struct Listener<'a> {
    links: &'a SiteLinks<'a>,
    asked: RefCell<Vec<Asked>>,
}

impl<'a> Listener<'a> {
    /// Passes questions on.
    pub(super) const fn new(links: &'a SiteLinks<'a>) -> Self {
        let asked = RefCell::new(Vec::new());
        Self { links, asked }
    }

    /// All that was asked.
    pub(super) fn into_asked(self) -> Vec<Asked> {
        self.asked.into_inner()
    }

    fn note(&self, question: Asked) {
        self.asked.borrow_mut().push(question);
    }
}

impl Resolver for Listener<'_> {
    fn item(&self, kind: &str, id: &str) -> Option<ResolvedLink> {
        self.note(Asked::Item(kind.to_owned(), id.to_owned()));
        self.links.item(kind, id)
    }

    fn path(&self, root_path: &str) -> Option<String> {
        self.note(Asked::Path(root_path.to_owned()));
        self.links.path(root_path)
    }

    fn image(&self, media_path: &str) -> Option<ImageInfo> {
        self.note(Asked::Image(media_path.to_owned()));
        self.links.image(media_path)
    }
}

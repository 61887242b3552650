//! A site folder in memory: its files as bytes, and the content read from them.

use std::collections::{BTreeMap, BTreeSet};

use super::items::article::Article;
use super::items::bulletin::{Bulletin, issue_of};
use super::items::event::Event;
use super::items::links::LinkGroup;
use super::items::member::Member;
use super::items::page::Page;
use super::items::reference::{Collection, ItemRef};
use super::items::site::Site;
use super::items::synonyms::Synonyms;
use super::lost::Lost;
use super::values::id::ItemId;
use crate::route::{IssueId, Route};

/// Path of the site's settings.
pub const SITE_FILE: &str = "content/site.json";
/// Path of the synonyms.
pub(super) const SYNONYMS_FILE: &str = "content/synonyms.json";

/// A file of a site folder as it is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path inside the site folder, with `/` between folders.
    pub path: String,
    /// Content of the file.
    pub bytes: Vec<u8>,
}

/// Reason for which a file could not be read from the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFault {
    /// The user has no permission to read it.
    Permission,
    /// Symbolic links form a cycle, or their target does not exist.
    BrokenLink,
    /// The target of a symbolic link is outside of this folder of the site.
    LinkLeadsOut(&'static str),
    /// The name is not Unicode and cannot be part of an address.
    NameNotUnicode,
    /// It is neither a file nor a folder, but a pipe, a socket or a device.
    NotAFile,
    /// Any other reason, as the operating system describes it.
    Other(String),
}

/// A file or folder of a site folder that could not be read from the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadFile {
    /// Path inside the site folder, with `/` between folders.
    pub path: String,
    /// Reason.
    pub fault: ReadFault,
}

/// The content of a site.
#[derive(Debug, Clone)]
pub struct Content {
    /// `content/site.json`.
    pub site: Site,
    /// Articles by id; boxed, since the nodes of a map are half empty, and an article is large.
    pub articles: BTreeMap<ItemId, Box<Article>>,
    /// Members by id.
    pub members: BTreeMap<ItemId, Member>,
    /// Issues of the bulletin by id.
    pub bulletins: BTreeMap<IssueId, Bulletin>,
    /// Events by id.
    pub events: BTreeMap<ItemId, Event>,
    /// Groups of links in the order in which they are shown.
    pub links: Vec<(ItemId, LinkGroup)>,
    /// Pages by id.
    pub pages: BTreeMap<ItemId, Page>,
    /// Synonyms.
    pub synonyms: Synonyms,
    files: BTreeMap<(Collection, String), String>,
    lost: Lost,
}

impl Content {
    /// Returns `true` if the item exists and could be read.
    pub fn contains(&self, item: &ItemRef) -> bool {
        match item {
            ItemRef::Article(id) => self.articles.contains_key(id),
            ItemRef::Member(id) => self.members.contains_key(id),
            ItemRef::Bulletin(id) => self.bulletin(*id).is_some(),
            ItemRef::Event(id) => self.events.contains_key(id),
            ItemRef::Page(id) => self.pages.contains_key(id),
        }
    }

    /// Returns the issue with a number: the one of this id, or a double issue that includes it.
    pub fn bulletin(&self, id: IssueId) -> Option<(IssueId, &Bulletin)> {
        issue_of(&self.bulletins, id)
    }

    /// Returns the route of the page: a later number of a double issue becomes that issue.
    pub fn page_of(&self, route: Route) -> Route {
        match route {
            Route::Bulletin(id) => {
                Route::Bulletin(self.bulletin(id).map_or(id, |(found, _)| found))
            }
            other => other,
        }
    }

    /// Returns `true` if an item exists but could not be read, so that a link to it is valid.
    pub fn is_lost(&self, item: &ItemRef) -> bool {
        !self.contains(item) && self.lost.has(item.collection(), &item.id())
    }

    /// Returns `true` if every item could be read.
    pub fn is_complete(&self) -> bool {
        self.lost.is_empty()
    }

    /// Returns the path of an item's file inside the site folder.
    pub fn file_of(&self, item: &ItemRef) -> Option<&str> {
        self.files
            .get(&(item.collection(), item.id()))
            .map(String::as_str)
    }
}

/// Parts of a site folder that could be read, before they are compared with each other.
#[derive(Debug, Default)]
pub(super) struct Folder {
    pub(super) site: Option<Site>,
    pub(super) articles: BTreeMap<ItemId, Box<Article>>,
    pub(super) members: BTreeMap<ItemId, Member>,
    pub(super) bulletins: BTreeMap<IssueId, Bulletin>,
    pub(super) events: BTreeMap<ItemId, Event>,
    pub(super) links: BTreeMap<ItemId, LinkGroup>,
    pub(super) pages: BTreeMap<ItemId, Page>,
    pub(super) synonyms: Option<Synonyms>,
    /// Items that could not be read.
    pub(super) lost: Lost,
    /// File of each id, including files that could not be read.
    pub(super) files: BTreeMap<(Collection, String), String>,
}

impl Folder {
    /// Returns the ids of a collection, including those of items that could not be read: a
    /// reference to such an item is not a problem of its own.
    pub(super) fn ids(&self, collection: Collection) -> BTreeSet<&str> {
        self.files
            .keys()
            .filter(|(of, _)| *of == collection)
            .map(|(_, id)| id.as_str())
            .chain(self.lost.of(collection))
            .collect()
    }

    /// Returns `true` if there is an issue of this id, readable or not.
    pub(super) fn has_bulletin(&self, id: &str) -> bool {
        self.lost.has(Collection::Bulletins, id)
            || IssueId::parse(id).is_some_and(|id| issue_of(&self.bulletins, id).is_some())
    }

    /// Returns the path of an id's file; empty for an id that does not exist.
    pub(super) fn file(&self, collection: Collection, id: &str) -> &str {
        self.files
            .get(&(collection, id.to_owned()))
            .map_or("", String::as_str)
    }

    /// Returns the content, if the settings of the site could be read.
    pub(super) fn into_content(self) -> Option<Content> {
        let mut links: Vec<(ItemId, LinkGroup)> = self.links.into_iter().collect();
        links.sort_by_key(|(_, group)| (group.order.is_none(), group.order));
        Some(Content {
            site: self.site?,
            articles: self.articles,
            members: self.members,
            bulletins: self.bulletins,
            events: self.events,
            links,
            pages: self.pages,
            synonyms: self.synonyms.unwrap_or_default(),
            files: self.files,
            lost: self.lost,
        })
    }
}

//! From the files of a site folder to its content.

use bytes::Bytes;
use std::collections::{BTreeMap, BTreeSet};

use super::article::Article;
use super::bulletin::Bulletin;
use super::date::Date;
use super::decode::{Validators, decode};
use super::event::Event;
use super::id::ItemId;
use super::item::{Collection, ItemRef};
use super::kind::{ProblemKind, ReadFault};
use super::links::LinkGroup;
use super::lost::Lost;
use super::media::MediaIndex;
use super::member::Member;
use super::numbering::{issue_of, mended_issue};
use super::page::Page;
use super::place::{Place, place_of};
use super::problem::{Problem, sort};
use super::rules;
use super::schema::FileType;
use super::sink::Sink;
use super::site::Site;
use super::synonyms::Synonyms;
use super::value::{Fault, TextValue};
use crate::route::{IssueId, Route};

/// The path of the site's settings.
pub const SITE_FILE: &str = "content/site.json";
/// The path of the words of one meaning.
pub(super) const SYNONYMS_FILE: &str = "content/synonyms.json";

/// A file of a site folder as it lies on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path inside the site folder, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub bytes: Bytes,
}

/// A file or folder of a site folder that the disk did not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadFile {
    /// Its path inside the site folder, with `/` between folders.
    pub path: String,
    /// Why.
    pub fault: ReadFault,
}

/// The content of a site.
#[derive(Debug, Clone)]
pub struct Content {
    /// `content/site.json`.
    pub site: Site,
    /// Articles by id; boxed, for the nodes of a map are half empty, and an article is large.
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
    /// Words of one meaning.
    pub synonyms: Synonyms,
    files: BTreeMap<(Collection, String), String>,
    lost: Lost,
}

impl Content {
    /// Whether an item of this id could be read.
    pub fn contains(&self, item: &ItemRef) -> bool {
        match item {
            ItemRef::Article(id) => self.articles.contains_key(id),
            ItemRef::Member(id) => self.members.contains_key(id),
            ItemRef::Bulletin(id) => self.bulletin(*id).is_some(),
            ItemRef::Event(id) => self.events.contains_key(id),
            ItemRef::Page(id) => self.pages.contains_key(id),
        }
    }

    /// The issue that has a number: the one of this id, or a double issue that includes it.
    pub fn bulletin(&self, id: IssueId) -> Option<(IssueId, &Bulletin)> {
        issue_of(&self.bulletins, id)
    }

    /// The page that answers at a route: a later number of a double issue leads to that issue.
    pub fn page_of(&self, route: Route) -> Route {
        match route {
            Route::Bulletin(id) => {
                Route::Bulletin(self.bulletin(id).map_or(id, |(found, _)| found))
            }
            other => other,
        }
    }

    /// Returns `true` if an item is there without being readable, so that a link to it is no
    /// mistake.
    pub fn is_lost(&self, item: &ItemRef) -> bool {
        !self.contains(item) && self.lost.has(item.collection(), &item.id())
    }

    /// Returns `true` if every item could be read.
    pub fn is_complete(&self) -> bool {
        self.lost.is_empty()
    }

    /// The path of an item's file inside the site folder.
    pub fn file_of(&self, item: &ItemRef) -> Option<&str> {
        self.files
            .get(&(item.collection(), item.id()))
            .map(String::as_str)
    }
}

/// Reads a site: what could be read, and everything that is wrong with it, sorted.
///
/// `files` are those below `content/`, others are passed over; `today` is the day in
/// Asia/Shanghai. There is no content where `content/site.json` could not be read; any other file
/// that could not be read is left out, but for its id.
pub fn read(
    files: &[SourceFile],
    unread: &[UnreadFile],
    media: &MediaIndex,
    today: Date,
) -> (Option<Content>, Vec<Problem>) {
    let (folder, mut problems) = read_files(files, unread);
    let mut sink = Sink::default();
    let context = rules::Context {
        folder: &folder,
        media,
        today,
    };
    rules::check(&context, &mut sink);
    problems.extend(sink.into_problems(files));
    sort(&mut problems);
    (folder.into_content(), problems)
}

/// Everything of a site folder that could be read by itself, before its parts are compared.
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
    /// The items that could not be read.
    pub(super) lost: Lost,
    /// The file of each id, also of those whose file could not be read.
    files: BTreeMap<(Collection, String), String>,
}

impl Folder {
    /// The ids of a collection, also of the items that could not be read: a reference to such an
    /// item is no mistake of its own.
    pub(super) fn ids(&self, collection: Collection) -> BTreeSet<&str> {
        self.files
            .keys()
            .filter(|(of, _)| *of == collection)
            .map(|(_, id)| id.as_str())
            .chain(self.lost.of(collection))
            .collect()
    }

    /// Returns `true` if there is an issue of this id, be it one that could not be read.
    pub(super) fn has_bulletin(&self, id: &str) -> bool {
        self.lost.has(Collection::Bulletins, id)
            || IssueId::parse(id).is_some_and(|id| issue_of(&self.bulletins, id).is_some())
    }

    /// The file of an id; empty for an id that does not exist.
    pub(super) fn file(&self, collection: Collection, id: &str) -> &str {
        self.files
            .get(&(collection, id.to_owned()))
            .map_or("", String::as_str)
    }

    fn into_content(self) -> Option<Content> {
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

fn read_files(files: &[SourceFile], unread: &[UnreadFile]) -> (Folder, Vec<Problem>) {
    let mut reader = Reader::default();
    let mut sorted: Vec<&SourceFile> = files.iter().collect();
    // Of two files with one id, the one that lies nearer to the top keeps it.
    sorted.sort_by_key(|file| (file.path.matches('/').count(), &file.path));
    for file in sorted {
        reader.read_file(file);
    }
    for file in unread {
        reader.pass_over(file);
    }
    let mut paths = files.iter().map(|file| &file.path);
    let mut unread_paths = unread.iter().map(|file| &file.path);
    if !paths.any(|path| path == SITE_FILE) && !unread_paths.any(|path| path == SITE_FILE) {
        reader
            .problems
            .push(Problem::of_file(SITE_FILE, ProblemKind::MissingSite));
    }
    (reader.folder, reader.problems)
}

#[derive(Default)]
struct Reader {
    folder: Folder,
    validators: Validators,
    unknown_folders: BTreeSet<String>,
    problems: Vec<Problem>,
}

impl Reader {
    fn read_file(&mut self, file: &SourceFile) {
        match place_of(&file.path) {
            Place::Elsewhere => {}
            Place::Site => self.folder.site = self.decode(file),
            Place::Synonyms => self.folder.synonyms = self.decode(file),
            Place::Item { collection, name } => self.read_item(file, collection, name),
            Place::UnknownFile { name, nearest } => {
                let kind = ProblemKind::UnknownFile {
                    name: name.to_owned(),
                    nearest,
                };
                self.problems.push(Problem::of_file(&file.path, kind));
            }
            Place::UnknownFolder {
                path,
                name,
                nearest,
            } => {
                if self.unknown_folders.insert(path.to_owned()) {
                    let kind = ProblemKind::UnknownFolder {
                        name: name.to_owned(),
                        nearest,
                    };
                    self.problems.push(Problem::of_file(path, kind));
                }
            }
        }
    }

    fn read_item(&mut self, file: &SourceFile, collection: Collection, name: &str) {
        let id = ItemId::parse(name).map_err(|fault| match fault {
            Fault::Shape { mended, .. } => mended,
            _ => None,
        });
        match collection {
            Collection::Articles => self.keep(file, collection, name, id, |all| &mut all.articles),
            Collection::Members => self.keep(file, collection, name, id, |all| &mut all.members),
            Collection::Events => self.keep(file, collection, name, id, |all| &mut all.events),
            Collection::Links => self.keep(file, collection, name, id, |all| &mut all.links),
            Collection::Pages => self.keep(file, collection, name, id, |all| &mut all.pages),
            Collection::Bulletins => {
                let mended = || mended_issue(name).map(|id| id.to_string());
                let id = IssueId::parse(name).ok_or_else(mended);
                self.keep(file, collection, name, id, |all| &mut all.bulletins);
            }
        }
    }

    /// Reads an item and keeps it by the id that its file's name gives; `id` is that id, or else
    /// the one that was probably meant.
    fn keep<K: Ord + ToString, T: FileType>(
        &mut self,
        file: &SourceFile,
        collection: Collection,
        name: &str,
        id: Result<K, Option<String>>,
        items: fn(&mut Folder) -> &mut BTreeMap<K, T>,
    ) {
        // A file without a good name is still read, so that all its problems are told at once.
        let item = self.decode(file);
        let (id, name) = match id {
            Ok(id) => (self.claim(file, collection, id), name.to_owned()),
            Err(mended) => {
                let kind = bad_name(collection, format!("{name}.json"), mended.clone());
                self.problems.push(Problem::of_file(&file.path, kind));
                (None, mended.unwrap_or_else(|| name.to_owned()))
            }
        };
        match (id, item) {
            (Some(id), Some(item)) => {
                items(&mut self.folder).insert(id, item);
            }
            _ => self.folder.lost.insert(collection, name),
        }
    }

    /// Takes an id for a file; the first file of an id keeps it.
    fn claim<K: ToString>(
        &mut self,
        file: &SourceFile,
        collection: Collection,
        id: K,
    ) -> Option<K> {
        let key = (collection, id.to_string());
        if let Some(other) = self.folder.files.get(&key) {
            let kind = ProblemKind::DuplicateId {
                collection,
                id: key.1,
                other: other.clone(),
            };
            self.problems.push(Problem::of_file(&file.path, kind));
            return None;
        }
        self.folder.files.insert(key, file.path.clone());
        Some(id)
    }

    /// Tells of a file that the disk did not give, and takes its id.
    fn pass_over(&mut self, file: &UnreadFile) {
        let place = place_of(&file.path);
        let is_content = file.path.starts_with("content/");
        if is_content && place == Place::Elsewhere {
            return;
        }
        if let Place::Item { collection, name } = place {
            self.folder.lost.insert(collection, name.to_owned());
        }
        let kind = ProblemKind::Unreadable(file.fault.clone());
        self.problems.push(Problem::of_file(&file.path, kind));
    }

    fn decode<T: FileType>(&mut self, file: &SourceFile) -> Option<T> {
        let (validators, problems) = (&mut self.validators, &mut self.problems);
        decode(&file.path, &file.bytes, validators, problems)
    }
}

fn bad_name(collection: Collection, name: String, mended: Option<String>) -> ProblemKind {
    match collection {
        Collection::Bulletins => ProblemKind::BadBulletinFileName {
            name,
            mended: mended.map(|id| format!("{id}.json")),
        },
        _ => ProblemKind::BadFileName { name, mended },
    }
}

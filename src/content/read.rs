//! From the files of a site folder to its content.

use std::collections::{BTreeMap, BTreeSet};

use super::article::Article;
use super::bulletin::Bulletin;
use super::date::Date;
use super::decode::{Decoded, Validators, decode};
use super::event::Event;
use super::id::ItemId;
use super::item::{Collection, ItemRef};
use super::kind::{ProblemKind, ReadFault};
use super::links::LinkGroup;
use super::media::MediaIndex;
use super::member::Member;
use super::numbering::{issue_of, mended_issue};
use super::page::Page;
use super::place::{Place, place_of};
use super::pointer::pointer;
use super::problem::{Problem, sort};
use super::rules;
use super::salvage::Doubts;
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
    pub bytes: Vec<u8>,
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
    /// The places of files that do not hold what was written there.
    doubts: Doubts,
    files: BTreeMap<(Collection, String), String>,
    meant: BTreeSet<(Collection, String)>,
    /// The collections of which a file could not be read.
    incomplete: BTreeSet<Collection>,
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

    /// Whether an item is there without being readable, so that a link to it is no mistake.
    pub fn is_lost(&self, item: &ItemRef) -> bool {
        let key = (item.collection(), item.id());
        !self.contains(item) && (self.files.contains_key(&key) || self.meant.contains(&key))
    }

    /// Whether everything could be read as it was written.
    pub fn is_complete(&self) -> bool {
        self.incomplete.is_empty() && self.meant.is_empty() && self.doubts.is_empty()
    }

    /// A sink for what is found in the files when their items are compared.
    pub(crate) fn sink(&self) -> Sink<'_> {
        Sink::new(&self.doubts)
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
/// that could not be read is left out. Of a file with wrong values the right ones are there.
pub fn read(
    files: &[SourceFile],
    unread: &[UnreadFile],
    media: &MediaIndex,
    today: Date,
) -> (Option<Content>, Vec<Problem>) {
    let (folder, mut problems) = read_files(files, unread);
    let mut sink = Sink::new(&folder.doubts);
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
    /// The places of files that do not hold what was written there.
    pub(super) doubts: Doubts,
    /// The file of each id, also of those whose file could not be read.
    files: BTreeMap<(Collection, String), String>,
    /// The ids that files with a name that is no id probably should have.
    meant: BTreeSet<(Collection, String)>,
    /// The collections of which a file could not be read.
    incomplete: BTreeSet<Collection>,
}

impl Folder {
    /// The ids of a collection, also of the items that could not be read: a reference to such an
    /// item is no mistake of its own.
    pub(super) fn ids(&self, collection: Collection) -> BTreeSet<&str> {
        self.files
            .keys()
            .chain(&self.meant)
            .filter(|(of, _)| *of == collection)
            .map(|(_, id)| id.as_str())
            .collect()
    }

    /// Whether a collection has an id, be it of an item that could not be read.
    pub(super) fn has(&self, collection: Collection, id: &str) -> bool {
        let key = (collection, id.to_owned());
        self.files.contains_key(&key)
            || self.meant.contains(&key)
            || collection == Collection::Bulletins
                && IssueId::parse(id).is_some_and(|id| issue_of(&self.bulletins, id).is_some())
    }

    /// Whether one of these fields may hold something else in some item of a collection.
    pub(super) fn is_unsure(&self, collection: Collection, fields: &[&str]) -> bool {
        self.incomplete.contains(&collection)
            || self
                .files
                .iter()
                .filter(|((of, _), _)| *of == collection)
                .any(|(_, file)| {
                    let mut fields = fields.iter();
                    fields.any(|field| self.doubts.touch(file, &pointer![*field]))
                })
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
            doubts: self.doubts,
            files: self.files,
            meant: self.meant,
            incomplete: self.incomplete,
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
            Place::Site => self.folder.site = self.decode(file, None),
            Place::Synonyms => self.folder.synonyms = self.decode(file, None),
            Place::Item {
                collection: Collection::Bulletins,
                name,
            } => self.read_bulletin(file, name),
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
        let id = match ItemId::parse(name) {
            Ok(id) => Some(id).filter(|id| self.claim(file, collection, id.as_str())),
            Err(fault) => {
                let mended = match fault {
                    Fault::Shape { mended, .. } => mended,
                    _ => None,
                };
                let meant = mended.iter().cloned().map(|id| (collection, id));
                self.folder.meant.extend(meant);
                let kind = ProblemKind::BadFileName {
                    name: format!("{name}.json"),
                    mended,
                };
                self.problems.push(Problem::of_file(&file.path, kind));
                None
            }
        };
        // A file without a good name is still read, so that all its problems are told at once.
        match collection {
            Collection::Articles => {
                let item = self.decode(file, Some(collection));
                keep(&mut self.folder.articles, id, item.map(Box::new));
            }
            Collection::Members => {
                let item = self.decode(file, Some(collection));
                keep(&mut self.folder.members, id, item);
            }
            Collection::Events => {
                let item = self.decode(file, Some(collection));
                keep(&mut self.folder.events, id, item);
            }
            Collection::Links => {
                let item = self.decode(file, Some(collection));
                keep(&mut self.folder.links, id, item);
            }
            Collection::Pages => {
                let item = self.decode(file, Some(collection));
                keep(&mut self.folder.pages, id, item);
            }
            Collection::Bulletins => self.read_bulletin(file, name),
        }
    }

    fn read_bulletin(&mut self, file: &SourceFile, name: &str) {
        let id = IssueId::parse(name);
        if id.is_none() {
            let mended = mended_issue(name).map(|id| id.to_string());
            let meant = mended.iter().cloned();
            let meant = meant.map(|id| (Collection::Bulletins, id));
            self.folder.meant.extend(meant);
            let kind = ProblemKind::BadBulletinFileName {
                name: format!("{name}.json"),
                mended: mended.map(|id| format!("{id}.json")),
            };
            self.problems.push(Problem::of_file(&file.path, kind));
        }
        let id = id.filter(|_| self.claim(file, Collection::Bulletins, name));
        let item = self.decode(file, Some(Collection::Bulletins));
        keep(&mut self.folder.bulletins, id, item);
    }

    /// Takes an id for a file; the first file of an id keeps it.
    fn claim(&mut self, file: &SourceFile, collection: Collection, id: &str) -> bool {
        let key = (collection, id.to_owned());
        if let Some(other) = self.folder.files.get(&key) {
            let kind = ProblemKind::DuplicateId {
                collection,
                id: id.to_owned(),
                other: other.clone(),
            };
            self.problems.push(Problem::of_file(&file.path, kind));
            return false;
        }
        self.folder.files.insert(key, file.path.clone());
        true
    }

    /// Tells of a file that the disk did not give, and takes its id.
    fn pass_over(&mut self, file: &UnreadFile) {
        let place = place_of(&file.path);
        let is_content = file.path.starts_with("content/");
        if is_content && place == Place::Elsewhere {
            return;
        }
        if let Place::Item { collection, name } = place {
            let key = (collection, name.to_owned());
            let path = || file.path.clone();
            self.folder.files.entry(key).or_insert_with(path);
            self.folder.incomplete.insert(collection);
        }
        let kind = ProblemKind::Unreadable(file.fault.clone());
        self.problems.push(Problem::of_file(&file.path, kind));
    }

    fn decode<T: FileType>(
        &mut self,
        file: &SourceFile,
        collection: Option<Collection>,
    ) -> Option<T> {
        let decoded: Option<Decoded<T>> = decode(
            &file.path,
            &file.bytes,
            &mut self.validators,
            &mut self.problems,
        );
        let Some(Decoded { value, doubts }) = decoded else {
            self.folder.incomplete.extend(collection);
            return None;
        };
        self.folder.doubts.add(&file.path, doubts);
        Some(value)
    }
}

fn keep<K: Ord, T>(items: &mut BTreeMap<K, T>, id: Option<K>, item: Option<T>) {
    if let (Some(id), Some(item)) = (id, item) {
        items.insert(id, item);
    }
}

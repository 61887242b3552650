//! Reader of the content of a site from the files of its folder.

use std::collections::{BTreeMap, BTreeSet};

use super::collector::Collector;
use super::diagnostics::kind::ProblemKind;
use super::diagnostics::problem::{Problem, sort};
use super::diagnostics::unknown::Unknown;
use super::file_role::{FileRole, role_of};
use super::folder::{Content, Folder, SITE_FILE, SourceFile, UnreadFile};
use super::items::numbering::mended_issue;
use super::items::reference::Collection;
use super::json::decode::decode;
use super::json::schema::FileType;
use super::json::validator::Validators;
use super::rules;
use super::values::date::Date;
use super::values::id::ItemId;
use super::values::media::MediaIndex;
use super::values::text_value::{Fault, TextValue};
use crate::route::IssueId;

/// Reads a site. Returns the content that could be read and all problems, sorted.
///
/// `files` are those below `content/`; others are ignored. `today` is the day in Asia/Shanghai.
/// There is no content if `content/site.json` could not be read; of any other file that could
/// not be read, only the id is kept.
pub fn read(
    files: &[SourceFile],
    unread: &[UnreadFile],
    media: &MediaIndex,
    today: Date,
) -> (Option<Content>, Vec<Problem>) {
    let (folder, mut problems) = read_files(files, unread);
    let collector = Collector::default();
    rules::check(&rules::Context {
        folder: &folder,
        media,
        today,
        collector: &collector,
    });
    problems.extend(collector.into_problems(files));
    sort(&mut problems);
    (folder.into_content(), problems)
}

fn read_files(files: &[SourceFile], unread: &[UnreadFile]) -> (Folder, Vec<Problem>) {
    let mut reader = Reader::default();
    let mut sorted: Vec<&SourceFile> = files.iter().collect();
    // Of two files with the same id, the one in the higher folder keeps it.
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
        match role_of(&file.path) {
            FileRole::Elsewhere => {}
            FileRole::Site => self.folder.site = self.decode(file),
            FileRole::Synonyms => self.folder.synonyms = self.decode(file),
            FileRole::Item { collection, name } => self.read_item(file, collection, name),
            FileRole::UnknownFile { name, nearest } => {
                let name = name.to_owned();
                let kind = ProblemKind::UnknownFile(Unknown { name, nearest });
                self.problems.push(Problem::of_file(&file.path, kind));
            }
            FileRole::UnknownFolder {
                path,
                name,
                nearest,
            } => {
                if self.unknown_folders.insert(path.to_owned()) {
                    let name = name.to_owned();
                    let kind = ProblemKind::UnknownFolder(Unknown { name, nearest });
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

    /// Reads an item and stores it under the id given by its file name; `id` is that id, or
    /// else the one that was probably meant.
    fn keep<K: Ord + ToString, T: FileType>(
        &mut self,
        file: &SourceFile,
        collection: Collection,
        name: &str,
        id: Result<K, Option<String>>,
        items: fn(&mut Folder) -> &mut BTreeMap<K, T>,
    ) {
        // A file with an invalid name is still read, so that all its problems are reported at
        // once.
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

    /// Assigns an id to a file; the first file of an id keeps it.
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

    /// Reports a file that could not be read from the disk, and records its id as unreadable.
    fn pass_over(&mut self, file: &UnreadFile) {
        let place = role_of(&file.path);
        let is_content = file.path.starts_with("content/");
        if is_content && place == FileRole::Elsewhere {
            return;
        }
        if let FileRole::Item { collection, name } = place {
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

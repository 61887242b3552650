//! The site as it was last read.

use super::index::Entry;
use super::told::{level, told};
use crate::content::diagnostics::problem::sort;
use crate::content::{Problem, SourceFile};
use crate::publish::source::read::SiteFiles;
use crate::route::Route;
use crate::wire::edit::{ItemKind, ItemProblem, Level};
use memchr::memmem::find;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A site in memory.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) files: Arc<SiteFiles>,
    pub(super) problems: Vec<Problem>,
    /// Pages of the portal.
    pub(super) routes: BTreeSet<Route>,
    /// Index in the files of each path.
    places: BTreeMap<String, usize>,
    /// Items by their files.
    entries: BTreeMap<String, Arc<Entry>>,
    /// Files of the items.
    items: BTreeMap<(ItemKind, String), String>,
    worst: BTreeMap<String, Level>,
}

impl Reading {
    /// Derives what lists need; of files that have not changed it is taken from `before`.
    pub(super) fn new(
        files: impl Into<Arc<SiteFiles>>,
        problems: Vec<Problem>,
        routes: BTreeSet<Route>,
        before: Option<&Self>,
    ) -> Self {
        let files = files.into();
        let known = |file: &SourceFile| {
            let before = before?;
            let same = before.source(&file.path)? == file.bytes.as_slice();
            let entry = before.entries.get(&file.path)?;
            same.then(|| Arc::clone(entry))
        };
        let entries = files.sources.par_iter().filter_map(|file| {
            let entry = known(file).or_else(|| Entry::of(file).map(Arc::new))?;
            Some((file.path.clone(), entry))
        });
        let entries: BTreeMap<_, _> = entries.collect();
        let mut items: BTreeMap<(ItemKind, String), String> = BTreeMap::new();
        let depth = |path: &str| path.matches('/').count();
        for (path, entry) in &entries {
            let file = items
                .entry((entry.kind, entry.id.clone()))
                .or_insert_with(|| path.clone());
            // Of two files with the same id, the one in the higher folder keeps it.
            if depth(path) < depth(file) {
                file.clone_from(path);
            }
        }
        let places = files.sources.iter().enumerate();
        let places = places.map(|(at, file)| (file.path.clone(), at)).collect();
        let reading = Self {
            files,
            routes,
            places,
            entries,
            items,
            problems: Vec::new(),
            worst: BTreeMap::new(),
        };
        reading.with_problems(problems)
    }

    fn with_problems(mut self, problems: Vec<Problem>) -> Self {
        for problem in &problems {
            let level = level(problem);
            let worst = self.worst.entry(problem.file.clone()).or_insert(level);
            *worst = level.max(*worst);
        }
        self.problems = problems;
        self
    }

    /// Returns the bytes of a file of `content/`.
    pub(super) fn source(&self, path: &str) -> Option<&[u8]> {
        let file = self.files.sources.get(*self.places.get(path)?)?;
        Some(&file.bytes)
    }

    /// Returns the path of an item's file.
    pub(super) fn path(&self, kind: ItemKind, id: &str) -> Option<&str> {
        self.items.get(&(kind, id.to_owned())).map(String::as_str)
    }

    /// Returns an item.
    pub(super) fn entry(&self, kind: ItemKind, id: &str) -> Option<&Entry> {
        self.entries.get(self.path(kind, id)?).map(AsRef::as_ref)
    }

    /// Returns all items.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().map(AsRef::as_ref)
    }

    /// Returns the worst problem of a file.
    pub(super) fn worst(&self, path: &str) -> Option<Level> {
        self.worst.get(path).copied()
    }

    /// Returns the problems of a file.
    pub(super) fn told(&self, path: &str) -> Vec<ItemProblem> {
        let problems = self.problems.iter().filter(|problem| problem.file == path);
        let bytes = self.source(path);
        problems.map(|problem| told(problem, bytes)).collect()
    }

    /// Returns the problems of all files.
    pub(super) fn all_told(&self) -> Vec<ItemProblem> {
        let problems = self.problems.iter();
        problems
            .map(|problem| told(problem, self.source(&problem.file)))
            .collect()
    }

    /// Returns the files of the site with another content of one of them; `None` removes it.
    pub(super) fn with(&self, path: &str, bytes: Option<&[u8]>) -> SiteFiles {
        let mut files = SiteFiles::clone(&self.files);
        files.sources.retain(|file| file.path != path);
        if let Some(bytes) = bytes {
            files.unread.retain(|file| file.path != path);
            let (path, bytes) = (path.to_owned(), bytes.to_vec());
            files.sources.push(SourceFile { path, bytes });
            files
                .sources
                .sort_by(|one, other| one.path.cmp(&other.path));
        }
        files
    }

    /// Returns the files as [`Reading::with`] does, but of texts that the file does not name only
    /// their beginnings. Its own problems and its page are the same, and found much sooner on a
    /// large site.
    pub(super) fn light(&self, path: &str, bytes: &[u8]) -> SiteFiles {
        let of = |file: &SourceFile| {
            if file.path == path {
                return bytes.to_vec();
            }
            let entry = self.entries.get(&file.path);
            let short = entry.and_then(|entry| {
                let is_named = find(bytes, entry.id.as_bytes()).is_some();
                entry.short.clone().filter(|_| !is_named)
            });
            short.unwrap_or_else(|| file.bytes.clone())
        };
        let sources = self.files.sources.iter();
        let mut sources: Vec<_> = sources
            .map(|file| SourceFile {
                path: file.path.clone(),
                bytes: of(file),
            })
            .collect();
        let mut unread = self.files.unread.clone();
        unread.retain(|file| file.path != path);
        if !self.places.contains_key(path) {
            let (path, bytes) = (path.to_owned(), bytes.to_vec());
            sources.push(SourceFile { path, bytes });
            sources.sort_by(|one, other| one.path.cmp(&other.path));
        }
        SiteFiles {
            folder: self.files.folder.clone(),
            sources,
            unread,
            media: self.files.media.clone(),
            root: self.files.root.clone(),
        }
    }

    /// Returns the problems of the site with others of one file.
    pub(super) fn problems_with(&self, path: &str, own: Vec<Problem>) -> Vec<Problem> {
        let others = self.problems.iter().filter(|problem| problem.file != path);
        let mut problems: Vec<_> = others.cloned().chain(own).collect();
        sort(&mut problems);
        problems
    }
}

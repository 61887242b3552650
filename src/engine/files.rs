//! The files of the index, fetched once and kept for the next question.

use super::session::Session;
use crate::load::bytes;
use crate::route::DataFile;
use crate::search::{ENTRY, Entry};
use std::cell::RefCell;
use std::rc::Rc;

/// Files that are kept at most, of some two kilobytes each; then all go.
const MOST: usize = 500;

/// What was fetched before.
#[derive(Debug, Default)]
pub(super) struct Kept {
    entry: RefCell<Option<Rc<Entry>>>,
    files: RefCell<Vec<(String, Rc<[u8]>)>>,
}

impl Kept {
    /// Forgets everything, for something of it was no good.
    pub(super) fn clear(&self) {
        self.entry.take();
        self.files.take();
    }
}

impl Session<'_> {
    /// The entry of the index, which is kept as long as it leads to files that are there.
    pub(super) async fn entry(&self) -> Option<Rc<Entry>> {
        let kept = &self.engine.kept.entry;
        if let Some(entry) = kept.borrow().clone() {
            return Some(entry);
        }
        let entry = Rc::new(self.entry_at(ENTRY).await?);
        kept.replace(Some(Rc::clone(&entry)));
        Some(entry)
    }

    /// An entry that is a file like any other.
    pub(super) async fn entry_at(&self, path: &str) -> Option<Entry> {
        let file = self.file(path).await?;
        if path == ENTRY {
            let mut files = self.engine.kept.files.borrow_mut();
            files.retain(|(other, _)| other != path);
        }
        Entry::read(&file).ok()
    }

    pub(super) async fn text(&self, path: &str) -> Option<String> {
        let file = self.file(path).await?;
        Some(String::from_utf8_lossy(&file).into_owned())
    }

    /// A file. Why one cannot be had the browser's console tells, and the visitor that the
    /// search is incomplete.
    pub(super) async fn file(&self, path: &str) -> Option<Rc<[u8]>> {
        let kept = &self.engine.kept.files;
        if let Some((_, file)) = kept.borrow().iter().find(|(other, _)| other == path) {
            return Some(Rc::clone(file));
        }
        let file = DataFile::search(path);
        let answer = bytes(&self.engine.base, &file, &self.signal, self.afresh).await;
        let (file, is_kept) = answer.ok()?;
        if is_kept {
            self.engine.offline.set(true);
        }
        let file: Rc<[u8]> = file.into();
        let mut kept = kept.borrow_mut();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.push((path.to_owned(), Rc::clone(&file)));
        Some(file)
    }
}

//! Files of the index, which are fetched once and kept for the next question.

use super::session::Session;
use crate::load::bytes;
use crate::route::DataFile;
use crate::search::{ENTRY, Entry};
use std::cell::RefCell;
use std::rc::Rc;

/// Maximum number of kept files, of about two kilobytes each; above it, all are dropped.
const MOST: usize = 500;

/// Files that were fetched before.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    entry: RefCell<Option<Rc<Entry>>>,
    files: RefCell<Vec<(String, Rc<[u8]>)>>,
}

impl Kept {
    /// Drops everything that is kept, because a file was damaged or missing.
    pub(crate) fn clear(&self) {
        self.entry.take();
        self.files.take();
    }
}

impl Session<'_> {
    /// Returns the entry of the index, which is kept until a file that it names is missing.
    pub(crate) async fn entry(&self) -> Option<Rc<Entry>> {
        let kept = &self.engine.kept.entry;
        if let Some(entry) = kept.borrow().clone() {
            return Some(entry);
        }
        let entry = Rc::new(self.entry_at(ENTRY).await?);
        kept.replace(Some(Rc::clone(&entry)));
        Some(entry)
    }

    /// Returns an entry that is stored like any other file.
    pub(crate) async fn entry_at(&self, path: &str) -> Option<Entry> {
        let file = self.file(path).await?;
        if path == ENTRY {
            let mut files = self.engine.kept.files.borrow_mut();
            files.retain(|(other, _)| other != path);
        }
        Entry::read(&file).ok()
    }

    pub(crate) async fn text(&self, path: &str) -> Option<String> {
        let file = self.file(path).await?;
        Some(String::from_utf8_lossy(&file).into_owned())
    }

    /// Returns a file. An error is written to the browser's console; the visitor is told that
    /// the search is incomplete.
    pub(crate) async fn file(&self, path: &str) -> Option<Rc<[u8]>> {
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

//! Writing the portal: into a folder beside the old one, which then updates the old one or
//! takes its place.
//!
//! What did not change is not written again, so that its bytes and its time stay, and hosts
//! and programs that copy a portal see what is new. Where it is known how the old file was
//! written, it need not be read for that.

mod error;
mod ledger;
mod lock;
mod place;
mod published;
mod remove;
mod swap;
mod update;
mod walk;

pub use error::WriteError;
pub(super) use error::{refused, unreadable};
pub(super) use ledger::Ledger;
pub(super) use place::Place;
pub use place::PlaceError;
pub use published::Changes;
pub(super) use published::Published;

use super::observe::Observer;
use ledger::Stamp;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use swap::{complete, swap};
use tempfile::TempDir;
use update::update;

/// How much of two files is compared at a time.
const PIECE: usize = 64 << 10;

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// The old portal had none of this name.
    Added,
    /// The old portal had another one of this name.
    Changed,
    /// The old portal had the same one, which is kept.
    Kept,
}

/// What became of a file, and how it is now.
#[derive(Debug, Clone, Copy)]
struct Note {
    fate: Fate,
    stamp: Option<Stamp>,
}

/// A portal that is being written. Dropping it without [`Staging::publish`] leaves no trace.
#[derive(Debug)]
pub(super) struct Staging<'a> {
    // Removed before the place is given free.
    folder: TempDir,
    place: Place,
    observer: &'a dyn Observer,
    /// How the old portal was written.
    before: Ledger,
    notes: Mutex<BTreeMap<String, Note>>,
    sources: Mutex<BTreeMap<String, Stamp>>,
}

impl<'a> Staging<'a> {
    /// Begins a portal, given how the one before was written.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn new(
        place: Place,
        before: Ledger,
        observer: &'a dyn Observer,
    ) -> Result<Self, WriteError> {
        let folder = tempfile::Builder::new()
            .prefix(&place.new_name())
            .rand_bytes(0)
            .tempdir_in(&place.parent)
            .map_err(refused(&place.parent))?;
        Ok(Self {
            folder,
            place,
            observer,
            before,
            notes: Mutex::default(),
            sources: Mutex::default(),
        })
    }

    /// Writes a file, given its path in the portal.
    ///
    /// # Errors
    /// When the disk refuses, or whoever watches.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.go_on()?;
        let old = self.old(path);
        let is_same = old.as_ref().is_some_and(|(old, about)| {
            // What cannot be read is written anew.
            about.len() == bytes.len() as u64 && std::fs::read(old).is_ok_and(|old| old == bytes)
        });
        if is_same && self.keep(path) {
            return Ok(());
        }
        let (new, mut file) = self.create(path)?;
        file.write_all(bytes).map_err(refused(&new))?;
        let about = file.metadata().map_err(refused(&new))?;
        self.note(path, old.map_or(Fate::Added, |_| Fate::Changed), &about);
        Ok(())
    }

    /// Copies a file into the portal.
    ///
    /// # Errors
    /// When the disk refuses, or whoever watches.
    pub(super) fn copy(&self, from: &Path, path: &str) -> Result<(), WriteError> {
        self.go_on()?;
        let mut source = File::open(from).map_err(unreadable(from))?;
        let about = source.metadata().map_err(unreadable(from))?;
        if let Some(stamp) = Stamp::of(&about) {
            lock(&self.sources).insert(path.to_owned(), stamp);
        }
        if self.before.knows_source(path, &about) && self.keep_known(&[path])? {
            return Ok(());
        }
        let old = self.old(path);
        if let Some((old, old_about)) = &old
            && old_about.len() == about.len()
        {
            // What cannot be read is written anew.
            let is_same = File::open(old).and_then(|old| same(&mut source, old));
            if is_same.unwrap_or(false) && self.keep(path) {
                return Ok(());
            }
            source.rewind().map_err(unreadable(from))?;
        }
        // Only the bytes: a file that is the editor's alone has to be read by a web server.
        let (new, mut file) = self.create(path)?;
        io::copy(&mut source, &mut file).map_err(refused(&new))?;
        let about = file.metadata().map_err(refused(&new))?;
        self.note(path, old.map_or(Fate::Added, |_| Fate::Changed), &about);
        Ok(())
    }

    /// Takes several files over from the old portal, if all of them are as they were written;
    /// says whether they are.
    ///
    /// # Errors
    /// When the disk refuses, or whoever watches.
    pub(super) fn keep_known<T: AsRef<str>>(&self, paths: &[T]) -> Result<bool, WriteError> {
        self.go_on()?;
        let known = paths.iter().map(|path| self.known(path.as_ref()));
        let Some(known) = known.collect::<Option<Vec<_>>>() else {
            return Ok(false);
        };
        for (path, (_, about)) in paths.iter().zip(&known) {
            self.note(path.as_ref(), Fate::Kept, about);
        }
        Ok(true)
    }

    /// Whether all files of a folder of the old portal are as they were written, so that they
    /// can be taken over.
    #[must_use]
    pub(super) fn knows_folder(&self, folder: &str) -> bool {
        let paths: Vec<&str> = self.before.in_folder(folder).collect();
        paths.par_iter().all(|path| self.known(path).is_some())
    }

    /// A file of the old portal that is as it was written.
    fn known(&self, path: &str) -> Option<(PathBuf, Metadata)> {
        let old = self.old(path)?;
        self.before.knows(path, &old.1).then_some(old)
    }

    /// Takes over a file that is known to be in the old portal.
    ///
    /// # Errors
    /// When it is gone meanwhile, or whoever watches asked for an end.
    pub(super) fn take_over(&self, path: &str) -> Result<(), WriteError> {
        self.go_on()?;
        if self.keep(path) {
            return Ok(());
        }
        let old = self.place.target.join(path);
        Err(unreadable(&old)(io::ErrorKind::NotFound.into()))
    }

    /// Takes a file over from the old portal as it is; says whether there was one.
    fn keep(&self, path: &str) -> bool {
        let Some((_, about)) = self.old(path) else {
            return false;
        };
        self.note(path, Fate::Kept, &about);
        true
    }

    /// The files so far, and what became of each.
    #[must_use]
    pub(super) fn files(&self) -> Vec<(String, Fate)> {
        let notes = lock(&self.notes);
        notes
            .iter()
            .map(|(path, note)| (path.clone(), note.fate))
            .collect()
    }

    /// Reads a file that was written, given its path in the portal.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, WriteError> {
        let is_kept = (lock(&self.notes).get(path)).is_some_and(|note| note.fate == Fate::Kept);
        let folder = if is_kept {
            &self.place.target
        } else {
            self.folder.path()
        };
        let file = folder.join(path);
        std::fs::read(&file).map_err(unreadable(&file))
    }

    /// Puts the portal in place. Until here the old one was whole; from here the new one is.
    ///
    /// # Errors
    /// When the disk refuses, or whoever watches; then the old portal is whole.
    pub(super) fn publish(self) -> Result<Published, WriteError> {
        self.go_on()?;
        // Were the next build to find it beside another portal, it might believe it.
        self.place.remove_cache()?;
        let notes = into_inner(self.notes);
        let (new, target) = (self.folder.path(), &self.place.target);
        let is_updated = update(&self.place, new, &notes)?;
        let old = if is_updated {
            let old = self.place.old();
            old.exists().then_some(old)
        } else {
            complete(new, target, &notes)?;
            make_readable(new)?;
            let old = swap(new, target, self.place.old())?;
            // What stands where the new portal stood is no longer to be removed unasked.
            _ = self.folder.keep();
            old
        };
        Ok(Published {
            place: self.place,
            old,
            is_whole: !is_updated,
            notes,
            sources: into_inner(self.sources),
        })
    }

    /// Stops where whoever watches asks for it.
    fn go_on(&self) -> Result<(), WriteError> {
        if self.observer.is_interrupted() {
            return Err(WriteError::Interrupted);
        }
        Ok(())
    }

    /// The file of the old portal, if it has one there and not a link to something else.
    fn old(&self, path: &str) -> Option<(PathBuf, Metadata)> {
        let old = self.place.target.join(path);
        // What cannot be looked at is written anew.
        let about = std::fs::symlink_metadata(&old).ok()?;
        about.is_file().then_some((old, about))
    }

    /// A file that was not there before: an existing one may be the old portal's.
    fn create(&self, path: &str) -> Result<(PathBuf, File), WriteError> {
        let new = self.folder.path().join(path);
        let file = in_its_folder(&new, || File::create_new(&new)).map_err(refused(&new))?;
        Ok((new, file))
    }

    fn note(&self, path: &str, fate: Fate, about: &Metadata) {
        let stamp = Stamp::of(about);
        let note = Note { fate, stamp };
        lock(&self.notes).insert(path.to_owned(), note);
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn into_inner<T>(shared: Mutex<T>) -> T {
    shared.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Makes a file; where its folder is missing, makes the folder first.
fn in_its_folder<T>(path: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (make(), path.parent()) {
        (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(parent)?;
            make()
        }
        (made, _) => made,
    }
}

/// Whether two files of one length say the same.
fn same(one: &mut File, mut other: File) -> io::Result<bool> {
    let (mut left, mut right) = (vec![0; PIECE], vec![0; PIECE]);
    loop {
        let read = fill(one, &mut left)?;
        if fill(&mut other, &mut right)? != read || left.get(..read) != right.get(..read) {
            return Ok(false);
        }
        if read < PIECE {
            return Ok(true);
        }
    }
}

/// Reads until a buffer is full or the file ends.
fn fill(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// A temporary folder is the owner's alone; a portal is read by a web server.
pub(super) fn make_readable(folder: &Path) -> Result<(), WriteError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let permissions = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder, permissions).map_err(refused(folder))?;
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

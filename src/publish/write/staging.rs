//! The folder in which the new portal is written.

use super::error::{WriteError, refused, unreadable};
use super::file_list::{FILE_LIST, FileList, UNFINISHED};
use super::files::{in_its_folder, same, says, second_name};
use super::foreign::Foreign;
use super::ledger::{Ledger, Stamp};
use super::place::Place;
use super::published::Published;
use super::remove::remove_unfinished;
use super::swap::{complete, swap};
use super::{Fate, Note, make_readable};
use crate::publish::observe::Observer;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{DirBuilder, File, Metadata};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A file of the portal that is being written.
#[derive(Debug)]
pub(in crate::publish) struct Noted {
    /// Its path in the portal.
    pub(in crate::publish) path: String,
    /// The path of the same file in the old portal, if it had it.
    pub(in crate::publish) old: Option<String>,
}

/// A portal that is being written. Dropping it without [`Staging::publish`] leaves no trace.
#[derive(Debug)]
pub(in crate::publish) struct Staging<'a> {
    // Removed before the place is given free.
    folder: Unfinished,
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
    pub(in crate::publish) fn new(
        place: Place,
        before: Ledger,
        observer: &'a dyn Observer,
    ) -> Result<Self, WriteError> {
        let folder = Unfinished::begin(place.new_folder())?;
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
    pub(in crate::publish) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.go_on()?;
        let old = self.old(path);
        if let Some((old, about)) = &old
            && says(old, about, bytes)
        {
            self.note(path, Fate::Kept, about);
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
    pub(in crate::publish) fn copy(&self, from: &Path, path: &str) -> Result<(), WriteError> {
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

    /// Writes a file that the old portal may have under another name. Where it has, the file
    /// gets its new name, and is not written again.
    ///
    /// # Errors
    /// When the disk refuses, or whoever watches.
    pub(in crate::publish) fn write_like(
        &self,
        path: &str,
        bytes: &[u8],
        was: &str,
    ) -> Result<(), WriteError> {
        self.go_on()?;
        if self.old(path).is_none()
            && let Some((old, about)) = self.old(was)
            && says(&old, &about, bytes)
        {
            return self.rename(path, was, &old, &about);
        }
        self.write(path, bytes)
    }

    /// Takes several files over from the old portal, if all of them are as they were written;
    /// says whether they are.
    ///
    /// # Errors
    /// When the disk refuses, or whoever watches.
    pub(in crate::publish) fn keep_known<T: AsRef<str>>(
        &self,
        paths: &[T],
    ) -> Result<bool, WriteError> {
        self.go_on()?;
        let Some(known) = self.all_known(paths) else {
            return Ok(false);
        };
        for (path, (_, about)) in paths.iter().zip(&known) {
            self.note(path.as_ref(), Fate::Kept, about);
        }
        Ok(true)
    }

    /// Gives several files of the old portal new names, if all of them are as they were
    /// written; says whether they are.
    ///
    /// # Errors
    /// When the disk refuses, or whoever watches.
    pub(in crate::publish) fn rename_known(
        &self,
        was: &[String],
        paths: &[String],
    ) -> Result<bool, WriteError> {
        self.go_on()?;
        let Some(known) = self.all_known(was) else {
            return Ok(false);
        };
        for ((path, was), (old, about)) in paths.iter().zip(was).zip(&known) {
            self.rename(path, was, old, about)?;
        }
        Ok(true)
    }

    /// Gives a file of the old portal a new name in the new one.
    fn rename(
        &self,
        path: &str,
        was: &str,
        old: &Path,
        about: &Metadata,
    ) -> Result<(), WriteError> {
        second_name(old, &self.folder.path().join(path))?;
        let note = Note {
            fate: Fate::Renamed,
            stamp: Stamp::of(about),
            was: Some(was.into()),
        };
        lock(&self.notes).insert(path.to_owned(), note);
        Ok(())
    }

    /// Whether all files of a folder of the old portal are as they were written, so that they
    /// can be taken over.
    #[must_use]
    pub(in crate::publish) fn knows_folder(&self, folder: &str) -> bool {
        let paths: Vec<&str> = self.before.in_folder(folder).collect();
        paths.par_iter().all(|path| self.known(path).is_some())
    }

    /// Files of the old portal, if all of them are as they were written.
    fn all_known<T: AsRef<str>>(&self, paths: &[T]) -> Option<Vec<(PathBuf, Metadata)>> {
        let known = paths.iter().map(|path| self.known(path.as_ref()));
        known.collect()
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
    pub(in crate::publish) fn take_over(&self, path: &str) -> Result<(), WriteError> {
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

    /// The files so far.
    #[must_use]
    pub(in crate::publish) fn files(&self) -> Vec<Noted> {
        let notes = lock(&self.notes);
        let noted = notes.iter().map(|(path, note)| Noted {
            path: path.clone(),
            old: match note.fate {
                Fate::Kept => Some(path.clone()),
                _ => note.was.as_deref().map(str::to_owned),
            },
        });
        noted.collect()
    }

    /// Reads a file of the new portal, given its path.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(in crate::publish) fn read(&self, path: &str) -> Result<Vec<u8>, WriteError> {
        let is_kept = (lock(&self.notes).get(path)).is_some_and(|note| note.fate == Fate::Kept);
        let folder = if is_kept {
            &self.place.target
        } else {
            self.folder.path()
        };
        let file = folder.join(path);
        std::fs::read(&file).map_err(unreadable(&file))
    }

    /// Puts the portal in place, together with what others have put into the old one.
    ///
    /// # Errors
    /// When the disk refuses, or whoever watches, or something foreign is in the way; then the
    /// old portal is whole.
    pub(in crate::publish) fn publish(mut self) -> Result<Published, WriteError> {
        self.go_on()?;
        let list: FileList = lock(&self.notes).keys().cloned().collect();
        let json = list.to_json().map_err(io::Error::from);
        let target = &self.place.target;
        self.write(FILE_LIST, &json.map_err(refused(target))?)?;
        let foreign = Foreign::find(target, &self.place.list)?;
        let in_the_way = foreign.in_the_way_of(&list);
        if !in_the_way.is_empty() {
            let paths = in_the_way.iter().map(|path| target.join(path));
            return Err(WriteError::InTheWay(paths.collect()));
        }
        let notes = into_inner(self.notes);
        let new = self.folder.path();
        complete(new, target, &notes)?;
        foreign.carry(target, new)?;
        make_readable(new)?;
        // Were the next build to find it beside another portal, it might believe it.
        self.place.remove_cache()?;
        let old = swap(new, target, self.place.old())?;
        self.folder.has_taken_its_place();
        Ok(Published {
            place: self.place,
            old,
            foreign,
            list,
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

    /// The file of the old portal, if it has written one there, and it is no link to something
    /// else.
    fn old(&self, path: &str) -> Option<(PathBuf, Metadata)> {
        if !self.place.list.has(Path::new(path)) {
            return None;
        }
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
        let was = None;
        let note = Note { fate, stamp, was };
        lock(&self.notes).insert(path.to_owned(), note);
    }
}

/// The folder of the new portal, as long as it is not in its place. Dropping it removes it.
#[derive(Debug)]
struct Unfinished {
    path: PathBuf,
    is_in_place: bool,
}

impl Unfinished {
    fn begin(path: PathBuf) -> Result<Self, WriteError> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        builder.create(&path).map_err(refused(&path))?;
        let folder = Self {
            path,
            is_in_place: false,
        };
        let sign = folder.path.join(UNFINISHED);
        File::create_new(&sign).map_err(refused(&sign))?;
        Ok(folder)
    }

    fn path(&self) -> &Path {
        &self.path
    }

    /// What stands where the new portal stood is no longer to be removed as a whole.
    const fn has_taken_its_place(&mut self) {
        self.is_in_place = true;
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_in_place {
            // What is left of it is removed by the next build.
            _ = remove_unfinished(&self.path);
        }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn into_inner<T>(shared: Mutex<T>) -> T {
    shared.into_inner().unwrap_or_else(PoisonError::into_inner)
}

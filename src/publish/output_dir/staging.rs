//! The folder in which the new portal is written, until it takes the place of the old one.

use super::error::{WriteError, refused, unreadable};
use super::file_list::{FILE_LIST, FileList, UNFINISHED};
use super::files::{in_its_folder, remove_unfinished, same, says, second_name};
use super::foreign::{Foreign, ForeignCount};
use super::make_readable;
use super::retire::retire;
use super::swap::swap;
use super::target::Target;
use crate::publish::progress::Observer;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{DirBuilder, File, Metadata};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Comparison of a file with the old portal's file of this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Added,
    Changed,
    Kept,
}

/// A portal that is being written. Dropping it without [`Staging::publish`] removes it.
#[derive(Debug)]
pub(crate) struct Staging<'a> {
    // Declared before `place`, so that it is removed before the lock is released.
    folder: Unfinished,
    place: Target,
    observer: &'a dyn Observer,
    fates: Mutex<BTreeMap<String, Fate>>,
}

impl<'a> Staging<'a> {
    pub(crate) fn new(place: Target, observer: &'a dyn Observer) -> Result<Self, WriteError> {
        let folder = Unfinished::begin(place.new_folder())?;
        Ok(Self {
            folder,
            place,
            observer,
            fates: Mutex::default(),
        })
    }

    /// Writes a file, given its path in the portal.
    ///
    /// # Errors
    /// Returns an error if the file system refuses, or if the observer interrupts the build.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.go_on()?;
        let old = self.old(path);
        if let Some((old, about)) = &old
            && says(old, about, bytes)
        {
            return self.keep(old, path);
        }
        let (new, mut file) = self.create(path)?;
        file.write_all(bytes).map_err(refused(&new))?;
        self.note(path, old.map_or(Fate::Added, |_| Fate::Changed));
        Ok(())
    }

    /// Copies a file into the portal.
    ///
    /// # Errors
    /// Returns an error if the file system refuses, or if the observer interrupts the build.
    pub(crate) fn copy(&self, from: &Path, path: &str) -> Result<(), WriteError> {
        self.go_on()?;
        let mut source = File::open(from).map_err(unreadable(from))?;
        let about = source.metadata().map_err(unreadable(from))?;
        let old = self.old(path);
        if let Some((old, old_about)) = &old
            && old_about.len() == about.len()
        {
            // An unreadable file is written anew.
            let is_same = File::open(old).and_then(|old| same(&mut source, old));
            if is_same.unwrap_or(false) {
                return self.keep(old, path);
            }
            source.rewind().map_err(unreadable(from))?;
        }
        // Only the contents are copied: a file with private permissions must become readable to a
        // web server.
        let (new, mut file) = self.create(path)?;
        io::copy(&mut source, &mut file).map_err(refused(&new))?;
        self.note(path, old.map_or(Fate::Added, |_| Fate::Changed));
        Ok(())
    }

    /// Returns the paths of the files written so far.
    pub(crate) fn files(&self) -> BTreeSet<String> {
        lock(&self.fates).keys().cloned().collect()
    }

    /// Returns the differences from the old portal, as far as files have been written.
    pub(crate) fn changes(&self) -> Changes {
        let fates = lock(&self.fates);
        let count = |fate| fates.values().filter(|each| **each == fate).count();
        let old = self.place.list.starting_with("");
        Changes {
            added: count(Fate::Added),
            changed: count(Fate::Changed),
            kept: count(Fate::Kept),
            removed: old.filter(|path| !fates.contains_key(*path)).count(),
            ..Changes::default()
        }
    }

    /// Reads a file of the new portal, given its path.
    pub(crate) fn read(&self, path: &str) -> Result<Vec<u8>, WriteError> {
        let file = self.folder.path.join(path);
        std::fs::read(&file).map_err(unreadable(&file))
    }

    /// Returns the files of the old portal whose paths begin with `prefix`, with their contents;
    /// `None` for one that cannot be read.
    pub(crate) fn old_files(&self, prefix: &str) -> impl Iterator<Item = (&str, Option<Vec<u8>>)> {
        self.place.list.starting_with(prefix).map(|path| {
            let bytes = self.old(path).and_then(|(old, _)| std::fs::read(old).ok());
            (path, bytes)
        })
    }

    /// Puts the portal in place, together with the files of others from the old one.
    ///
    /// # Errors
    /// Returns an error if the file system refuses, if the observer interrupts the build, or if a
    /// foreign file is at a path of the portal. The old portal is then unchanged.
    pub(crate) fn publish(mut self) -> Result<Published, WriteError> {
        self.go_on()?;
        let list: FileList = lock(&self.fates).keys().cloned().collect();
        let json = list.to_json().map_err(io::Error::from);
        let target = &self.place.target;
        self.write(FILE_LIST, &json.map_err(refused(target))?)?;
        let foreign = Foreign::find(target, &self.place.list)?;
        let in_the_way = foreign.in_the_way_of(&list);
        if !in_the_way.is_empty() {
            let paths = in_the_way.iter().map(|path| target.join(path));
            return Err(WriteError::InTheWay(paths.collect()));
        }
        let new = &self.folder.path;
        foreign.carry(target, new)?;
        make_readable(new)?;
        let old = swap(new, target, self.place.old())?;
        self.folder.is_in_place = true;
        Ok(Published {
            place: self.place,
            old,
            foreign,
            list,
            fates: into_inner(self.fates),
        })
    }

    /// Returns an error if the observer interrupts the build.
    fn go_on(&self) -> Result<(), WriteError> {
        if self.observer.is_interrupted() {
            return Err(WriteError::Interrupted);
        }
        Ok(())
    }

    /// Returns the file of the old portal, if the portal has written one there and it is not a
    /// link.
    fn old(&self, path: &str) -> Option<(PathBuf, Metadata)> {
        if !self.place.list.has(Path::new(path)) {
            return None;
        }
        let old = self.place.target.join(path);
        // A file without readable metadata is written anew.
        let about = std::fs::symlink_metadata(&old).ok()?;
        about.is_file().then_some((old, about))
    }

    /// Hard-links a file of the old portal, so that its contents and modification time are
    /// preserved.
    fn keep(&self, old: &Path, path: &str) -> Result<(), WriteError> {
        second_name(old, &self.folder.path.join(path))?;
        self.note(path, Fate::Kept);
        Ok(())
    }

    /// Creates a new file. An existing one may be hard-linked to the old portal.
    fn create(&self, path: &str) -> Result<(PathBuf, File), WriteError> {
        let new = self.folder.path.join(path);
        let file = in_its_folder(&new, || File::create_new(&new)).map_err(refused(&new))?;
        Ok((new, file))
    }

    fn note(&self, path: &str, fate: Fate) {
        lock(&self.fates).insert(path.to_owned(), fate);
    }
}

/// Differences between a portal and the previous one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new.
    pub added: usize,
    /// Files with different contents.
    pub changed: usize,
    /// Files that are unchanged.
    pub kept: usize,
    /// Files that no longer exist.
    pub removed: usize,
    /// Files and folders of others.
    pub foreign: ForeignCount,
}

impl Changes {
    /// Returns the number of files of the portal.
    #[must_use]
    pub const fn files(self) -> usize {
        self.added + self.changed + self.kept
    }
}

/// A portal that was put in place. While this value exists, no other process publishes there.
#[derive(Debug)]
pub(crate) struct Published {
    place: Target,
    /// Current path of the previous portal.
    old: Option<PathBuf>,
    /// Files of others in it.
    foreign: Foreign,
    list: FileList,
    fates: BTreeMap<String, Fate>,
}

impl Published {
    /// Removes the previous portal.
    ///
    /// Returns the differences between the two, and an error if the old one could not be removed.
    /// The next build tries again.
    pub(crate) fn clear_up(&self) -> (Changes, Option<WriteError>) {
        let finished = self.place.finish();
        let removed = self.old.as_deref().map_or(Ok(0), |old| {
            let Target { target, list, .. } = &self.place;
            self.foreign.settle(old, target, &self.list)?;
            retire(old, list, target, &self.list)
        });
        let count = |fate| self.fates.values().filter(|each| **each == fate).count();
        let (changed, kept) = (count(Fate::Changed), count(Fate::Kept));
        let before = removed.as_ref().copied().unwrap_or_default();
        let changes = Changes {
            added: count(Fate::Added),
            changed,
            kept,
            removed: before.saturating_sub(changed + kept),
            foreign: self.foreign.count(),
        };
        (changes, finished.err().or(removed.err()))
    }
}

/// The folder of the new portal before it is in place. Dropping it removes it.
#[derive(Debug)]
struct Unfinished {
    path: PathBuf,
    /// `true` if the path now belongs to another portal, which is not to be removed.
    is_in_place: bool,
}

impl Unfinished {
    fn begin(path: PathBuf) -> Result<Self, WriteError> {
        let builder = DirBuilder::new();
        #[cfg(unix)]
        let builder = {
            use std::os::unix::fs::DirBuilderExt as _;
            let mut builder = builder;
            builder.mode(0o700);
            builder
        };
        builder.create(&path).map_err(refused(&path))?;
        let folder = Self {
            path,
            is_in_place: false,
        };
        let sign = folder.path.join(UNFINISHED);
        File::create_new(&sign).map_err(refused(&sign))?;
        Ok(folder)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_in_place {
            // The next build removes the rest.
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

//! Putting into the portal that is there what differs from it.
//!
//! After most edits nearly all files stay, and in a large portal the disk would spend more
//! time on second names for them, and on taking the old names away, than everything else
//! takes. So where many stay and few differ, only these are moved, which takes some
//! milliseconds: first what is new, then what changed, last what goes; whoever reads meanwhile
//! finds everything that a page refers to. A file is replaced whole, and a folder of which all
//! is new, or all goes, is moved as one.
//!
//! Until the last move is done, whatever was moved can be moved back: the old files have a
//! second name in the folder for the old portal, and a journal has the names of the new ones.
//! A build that is killed leaves both, and the next one begins by moving everything back.

use super::error::{WriteError, refused, unreadable};
use super::files::in_its_folder;
use super::place::Place;
use super::walk::Listing;
use super::{Fate, Note};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

/// What is worth an update.
#[derive(Debug, Clone, Copy)]
pub(super) struct Worth {
    /// How many files have to stay at least.
    stay: usize,
    /// How many moves there may be.
    moves: usize,
}

impl Default for Worth {
    /// With fewer files that stay, second names for all of them take less than half a second,
    /// and the new portal takes the old one's place in one step; with more moves, that would
    /// not be a matter of milliseconds any more.
    fn default() -> Self {
        Self {
            stay: 20_000,
            moves: 1_000,
        }
    }
}

/// Updates the portal that is there, given the folder with the new files and what becomes of
/// each file; says whether it did. Where it did not, nothing has changed, and the new portal
/// has to take the old one's place as a whole.
///
/// # Errors
/// When the disk refuses; then the old portal is whole, or the error says that it is not.
pub(super) fn update(
    place: &Place,
    new: &Path,
    notes: &BTreeMap<String, Note>,
    worth: Worth,
) -> Result<bool, WriteError> {
    let kept = notes.values().filter(|note| note.fate == Fate::Kept);
    if kept.count() < worth.stay {
        return Ok(false);
    }
    // A folder that cannot be listed may still be one that another can take the place of.
    let Ok(there) = Listing::of(&place.target) else {
        return Ok(false);
    };
    let difference = Difference::between(&there, notes);
    let Some(difference) = difference.filter(|difference| difference.moves() <= worth.moves) else {
        return Ok(false);
    };
    let moves = Moves {
        place,
        new,
        difference: &difference,
    };
    // Some disks know no second names, and a file may stand where a folder has to be.
    if moves.prepare().and_then(|()| moves.add()).is_err() {
        moves.undo()?;
        return Ok(false);
    }
    let moved = moves.change().and_then(|()| moves.remove());
    if let Err(error) = moved.and_then(|()| moves.commit()) {
        moves.undo()?;
        return Err(error);
    }
    Ok(true)
}

/// What differs between the portal that is there and the new one, by paths in them.
#[derive(Debug, Default)]
struct Difference<'a> {
    /// Files that only the new one has, and folders with all that is in them.
    added: Vec<&'a str>,
    /// Files that say something else.
    changed: Vec<&'a str>,
    /// Files that only the old one has, and folders with all that is in them.
    removed: Vec<&'a str>,
}

impl<'a> Difference<'a> {
    fn moves(&self) -> usize {
        self.added.len() + self.changed.len() + self.removed.len()
    }

    /// The difference, if the old portal is as it is known, and nothing is in the way.
    fn between(there: &'a Listing, notes: &'a BTreeMap<String, Note>) -> Option<Self> {
        let files: BTreeSet<&str> = there.files.iter().map(String::as_str).collect();
        let folders: BTreeSet<&str> = there.folders.iter().map(String::as_str).collect();
        let (mut added, mut changed) = (Vec::new(), Vec::new());
        for (path, note) in notes {
            let is_there = files.contains(path.as_str());
            match note.fate {
                Fate::Kept if is_there => {}
                Fate::Changed if is_there => changed.push(path.as_str()),
                Fate::Added | Fate::Renamed if !is_there => added.push(path.as_str()),
                _ => return None,
            }
        }
        let goes = |path: &&str| !notes.contains_key(*path);
        let removed: Vec<&str> = files.iter().copied().filter(goes).collect();
        let stays: BTreeSet<&str> = notes.keys().flat_map(|path| above(path)).collect();
        let added = largest(&added, &folders);
        let is_blocked = |path: &&str| files.contains(path) || folders.contains(path);
        let is_free = !there.has_others && !added.iter().any(is_blocked);
        is_free.then(|| Self {
            removed: largest(&removed, &stays),
            added,
            changed,
        })
    }
}

/// The files, or in their place the largest folders that they are in and that are not among
/// those given.
fn largest<'a>(files: &[&'a str], folders: &BTreeSet<&str>) -> Vec<&'a str> {
    let largest = files.iter().map(|file| {
        let folder = above(file).find(|folder| !folders.contains(folder));
        folder.unwrap_or(file)
    });
    let mut largest: Vec<&str> = largest.collect();
    largest.sort_unstable();
    largest.dedup();
    largest
}

/// The folders that a file is in, the largest first.
fn above(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.match_indices('/');
    ends.filter_map(|(at, _)| path.get(..at))
}

/// The moves, in the order in which they are done.
struct Moves<'a> {
    place: &'a Place,
    new: &'a Path,
    difference: &'a Difference<'a>,
}

impl Moves<'_> {
    /// Gives what changes a second name, and writes down what will be new.
    fn prepare(&self) -> Result<(), WriteError> {
        let (target, old) = (&self.place.target, self.place.old());
        self.difference.changed.par_iter().try_for_each(|path| {
            let (from, to) = (target.join(path), old.join(path));
            in_its_folder(&to, || std::fs::hard_link(&from, &to)).map_err(refused(&to))
        })?;
        let journal = self.place.journal();
        let json = serde_json::to_vec(&self.difference.added);
        let json = json.map_err(|error| refused(&journal)(error.into()))?;
        std::fs::write(&journal, json).map_err(refused(&journal))
    }

    fn add(&self) -> Result<(), WriteError> {
        move_all(&self.difference.added, self.new, &self.place.target)
    }

    fn change(&self) -> Result<(), WriteError> {
        move_all(&self.difference.changed, self.new, &self.place.target)
    }

    fn remove(&self) -> Result<(), WriteError> {
        let removed = &self.difference.removed;
        move_all(removed, &self.place.target, &self.place.old())
    }

    /// Forgets how to move back.
    fn commit(&self) -> Result<(), WriteError> {
        let journal = self.place.journal();
        std::fs::remove_file(&journal).map_err(refused(&journal))
    }

    fn undo(&self) -> Result<(), WriteError> {
        move_back(self.place, self.new, &self.difference.added).map_err(torn)
    }
}

/// Makes good what an update left that was killed, given the folder that its files came from.
///
/// # Errors
/// When the disk refuses; then the next build tries again.
pub(super) fn recover(place: &Place, new: &Path) -> Result<(), WriteError> {
    let journal = place.journal();
    let json = match std::fs::read(&journal) {
        Ok(json) => json,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(unreadable(&journal)(error)),
    };
    // Half a journal is one of an update that had not begun to move anything.
    let added: Vec<String> = serde_json::from_slice(&json).unwrap_or_default();
    let added: Vec<&str> = added.iter().map(String::as_str).collect();
    move_back(place, new, &added).map_err(torn)
}

/// That neither the old portal nor the new one is whole, for the reason given.
fn torn(error: WriteError) -> WriteError {
    WriteError::Torn(Box::new(error))
}

/// Moves everything back, however far an update came, and may be done again if it was itself
/// interrupted.
fn move_back(place: &Place, new: &Path, added: &[&str]) -> Result<(), WriteError> {
    let (target, old) = (&place.target, place.old());
    let listing = match Listing::of(&old) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Listing::default(),
        Err(error) => return Err(unreadable(&old)(error)),
    };
    // Of two names of one file, `rename` leaves both, which is what has not been replaced yet.
    move_all(&listing.files, &old, target)?;
    let is_there = |path: &&str| target.join(path).exists();
    let there: Vec<&str> = added.iter().copied().filter(is_there).collect();
    move_all(&there, target, new)?;
    let removed = std::fs::remove_dir_all(&old);
    removed.or_else(unless_missing).map_err(refused(&old))?;
    let journal = place.journal();
    let removed = std::fs::remove_file(&journal);
    removed.or_else(unless_missing).map_err(refused(&journal))
}

fn unless_missing(error: io::Error) -> io::Result<()> {
    match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    }
}

/// Moves files and folders from one folder to another on the same disk, on all cores.
fn move_all<T>(paths: &[T], from: &Path, to: &Path) -> Result<(), WriteError>
where
    T: AsRef<str> + Sync,
{
    paths.par_iter().try_for_each(|path| {
        let (from, to) = (from.join(path.as_ref()), to.join(path.as_ref()));
        in_its_folder(&to, || std::fs::rename(&from, &to)).map_err(refused(&to))
    })
}

#[cfg(test)]
mod tests;

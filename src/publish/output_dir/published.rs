//! A portal that was put in place, and the previous one.

use super::Fate;
use super::error::WriteError;
use super::file_list::FileList;
use super::foreign::{Foreign, ForeignCount};
use super::retire::retire;
use super::target::Target;
use std::collections::BTreeMap;
use std::path::PathBuf;

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
    pub(crate) place: Target,
    /// Current path of the previous portal.
    pub(crate) old: Option<PathBuf>,
    /// Files of others in it.
    pub(crate) foreign: Foreign,
    /// Files of the new portal.
    pub(crate) list: FileList,
    pub(crate) fates: BTreeMap<String, Fate>,
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

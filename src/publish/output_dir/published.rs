//! A portal that was put in place, and the one before.

use super::Fate;
use super::error::WriteError;
use super::file_list::FileList;
use super::foreign::{Foreign, ForeignCount};
use super::retire::Retirement;
use super::target::Target;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How a portal differs from the one before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new.
    pub added: usize,
    /// Files that say something else.
    pub changed: usize,
    /// Files that stayed as they were.
    pub kept: usize,
    /// Files that are no longer there.
    pub removed: usize,
    /// What others have put there.
    pub foreign: ForeignCount,
}

impl Changes {
    /// How many files the portal has.
    #[must_use]
    pub const fn files(self) -> usize {
        self.added + self.changed + self.kept
    }
}

/// A portal that was put in place. As long as this value lives, nobody else publishes there.
#[derive(Debug)]
pub(crate) struct Published {
    pub(crate) place: Target,
    /// Where the one before is now.
    pub(crate) old: Option<PathBuf>,
    /// What others have put into it.
    pub(crate) foreign: Foreign,
    /// The files of the new one.
    pub(crate) list: FileList,
    pub(crate) fates: BTreeMap<String, Fate>,
}

impl Published {
    /// Removes the portal before. Gives how the two differ, and why the old one is still on the
    /// disk, if it is; the next build tries again.
    pub(crate) fn clear_up(&self) -> (Changes, Option<WriteError>) {
        let finished = self.place.finish();
        let removed = self.old.as_deref().map_or(Ok(0), |old| self.retire(old));
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

    fn retire(&self, old: &Path) -> Result<usize, WriteError> {
        let target = &self.place.target;
        self.foreign.settle(old, target, &self.list)?;
        let retirement = Retirement {
            old,
            list: &self.place.list,
            target,
            new: &self.list,
        };
        retirement.carry_out()
    }
}

//! List of the files that the portal has written into its folder.
//!
//! It is stored in the folder and identifies it as that of a portal: a file that is not listed
//! belongs to somebody else. It is deployed with the other files, which is harmless, as it lists
//! only public files. A copy of a portal, such as a clone of its repository, can therefore be
//! published to as well.

use crate::publish::source::walk::slash_path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Name of the list.
pub(crate) const FILE_LIST: &str = ".portal-files";
/// Name of an empty file in a folder that is not yet the portal.
///
/// A folder with this file beside the portal contains nothing that does not exist elsewhere, and
/// may be removed as a whole. The file is created first, removed last, and does not exist in the
/// portal itself.
pub(crate) const UNFINISHED: &str = ".portal-unfinished";
/// Version of the list's format.
const VERSION: u32 = 1;

/// Files of a portal by their paths in it, with `/` between names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileList {
    portal: u32,
    files: BTreeSet<String>,
}

impl FileList {
    /// Reads the list of a folder; returns `None` if there is no valid one.
    pub(crate) fn read(folder: &Path) -> io::Result<Option<Self>> {
        let file = folder.join(FILE_LIST);
        match std::fs::symlink_metadata(&file) {
            Ok(about) if about.is_file() => Ok(Self::parse(&std::fs::read(&file)?)),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn parse(json: &[u8]) -> Option<Self> {
        let list: Self = serde_json::from_slice(json).ok()?;
        (list.portal == VERSION).then_some(list)
    }

    /// Serialises the list, one file per line, so that a difference is readable.
    ///
    /// # Errors
    /// Returns an error if strings cannot be serialised as JSON, which cannot happen.
    pub(crate) fn to_json(&self) -> serde_json::Result<Vec<u8>> {
        let mut json = serde_json::to_vec_pretty(self)?;
        json.push(b'\n');
        Ok(json)
    }

    /// Returns `true` if the portal has written a file. The list itself counts as one.
    pub(crate) fn has(&self, path: &Path) -> bool {
        slash_path(path).is_some_and(|path| path == FILE_LIST || self.files.contains(&path))
    }

    /// Returns `true` if the portal has written a file below a folder.
    pub(crate) fn has_below(&self, folder: &Path) -> bool {
        let Some(mut folder) = slash_path(folder) else {
            return false;
        };
        folder.push('/');
        self.starting_with(&folder).next().is_some()
    }

    /// Returns the files whose paths begin with `prefix`.
    pub(crate) fn starting_with(&self, prefix: &str) -> impl Iterator<Item = &str> {
        let from = self.files.range(prefix.to_owned()..);
        from.take_while(move |path| path.starts_with(prefix))
            .map(String::as_str)
    }
}

impl<T: Into<String>> FromIterator<T> for FileList {
    fn from_iter<I: IntoIterator<Item = T>>(paths: I) -> Self {
        Self {
            portal: VERSION,
            files: paths.into_iter().map(Into::into).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let list: FileList = ["a/b.html", "会议 \"1\"\n.pdf"].into_iter().collect();
        let json = list.to_json().expect("strings are JSON");
        assert_eq!(FileList::parse(&json), Some(list));
    }

    #[test]
    fn what_is_no_list_is_no_mark() {
        for text in [
            "",
            "{}",
            "[\"a\"]",
            "{\"portal\":2,\"files\":[]}",
            "{\"portal\":1,\"files\":[\"a\"",
            "{\"portal\":1,\"files\":[],\"more\":1}",
        ] {
            assert_eq!(FileList::parse(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn files_and_the_folders_above_them_are_known() {
        let list: FileList = ["a.b", "a/b/c", "a0"].into_iter().collect();
        for (path, has, has_below) in [
            ("a", false, true),
            ("a/b", false, true),
            ("a/b/c", true, false),
            ("a.b", true, false),
            ("a0", true, false),
            ("b", false, false),
            (FILE_LIST, true, false),
            (UNFINISHED, false, false),
        ] {
            let path = Path::new(path);
            assert_eq!(
                (list.has(path), list.has_below(path)),
                (has, has_below),
                "{path:?}"
            );
        }
    }
}

//! Files for the root of the host, which are published unchanged: ownership proofs for search
//! engines and platforms, `CNAME`, `.well-known/`.

use super::walk::{ROOT, Scanned, walk};
use crate::content::ReadFault;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

/// Lists the files of a folder, including hidden ones.
pub(crate) fn scan(folder: &Path) -> Scanned<BTreeSet<String>> {
    let walked = walk(folder, ROOT, is_left_behind);
    let (mut files, mut unusable) = (BTreeSet::new(), walked.unusable);
    for (name, entry) in walked.files {
        if entry.file_type().is_file() {
            files.insert(name);
        } else {
            unusable.push((entry.into_path(), ReadFault::NotAFile));
        }
    }
    Scanned { files, unusable }
}

/// Returns `true` if a name is one that desktops, editors and version control create.
pub(crate) fn is_left_behind(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_ascii_lowercase();
    matches!(
        name.as_str(),
        ".ds_store" | "thumbs.db" | "desktop.ini" | ".git" | ".hg" | ".svn"
    ) || [".#", "._", "~$"]
        .iter()
        .any(|start| name.starts_with(start))
        || [".swp", ".swx", "~"].iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_are_listed_and_what_programs_leave_behind_is_not() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for path in [
            "CNAME",
            ".well-known/acme-challenge/a-b",
            "验证 1.txt",
            ".DS_Store",
            ".git/config",
            ".CNAME.swp",
            "CNAME~",
            "~$a.docx",
        ] {
            let file = folder.path().join(path);
            std::fs::create_dir_all(file.parent().expect("below the folder")).expect("a folder");
            std::fs::write(file, "x").expect("a file");
        }
        let Scanned { files, unusable } = scan(folder.path());
        assert_eq!(unusable, []);
        let expected = [".well-known/acme-challenge/a-b", "CNAME", "验证 1.txt"];
        assert!(files.iter().eq(expected), "{files:?}");
        let none = scan(&folder.path().join("none"));
        assert!(none.files.is_empty() && none.unusable.is_empty());
    }
}

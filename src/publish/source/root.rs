//! The files for the root of the host, which are published as they are: proofs of ownership
//! that search engines and platforms ask for, `CNAME`, `.well-known/`.

use super::media::{Unusable, slash_path, walk};
use super::read::{MEDIA, ROOT};
use crate::content::{Content, Problem, ProblemKind, ReadFault};
use crate::publish::html::shell::FOLDER as ASSETS;
use crate::publish::output_dir::{FILE_LIST, UNFINISHED};
use crate::publish::outputs::{asked, taken_by};
use crate::route::{BasePath, DataFile, Output, Route};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;

/// The endings of the compressed copies that stand beside the portal's files.
const COPIES: [&str; 2] = [".br", ".gz"];

/// What the folder `root/` holds.
#[derive(Debug, Default)]
pub(crate) struct Scanned {
    /// The files, by their paths in it, with `/` between names.
    pub(crate) files: BTreeSet<String>,
    /// What cannot be used.
    pub(crate) unusable: Vec<Unusable>,
}

/// Lists the files of a folder, hidden ones too. A folder that does not exist has none.
pub(crate) fn scan(folder: &Path) -> Scanned {
    let (entries, unusable) = walk(folder, ROOT, is_left_behind);
    let files = BTreeSet::new();
    let mut scanned = Scanned { files, unusable };
    for entry in entries {
        let path = entry.path();
        let name = slash_path(path.strip_prefix(folder).unwrap_or(path));
        let fault = match name {
            Some(name) if entry.file_type().is_file() => {
                scanned.files.insert(name);
                continue;
            }
            Some(_) => ReadFault::NotAFile,
            None => ReadFault::NameNotUnicode,
        };
        scanned.unusable.push((entry.into_path(), fault));
    }
    scanned
}

/// Whether a name is one that desktops, editors and version control leave behind.
pub(crate) fn is_left_behind(name: &OsStr) -> bool {
    const NAMES: [&str; 6] = [
        ".ds_store",
        "thumbs.db",
        "desktop.ini",
        ".git",
        ".hg",
        ".svn",
    ];
    let name = name.to_string_lossy().to_ascii_lowercase();
    NAMES.contains(&name.as_str())
        || [".#", "._", "~$"]
            .iter()
            .any(|start| name.starts_with(start))
        || [".swp", ".swx", "~"].iter().any(|end| name.ends_with(end))
}

/// The files whose places are the portal's own.
pub(crate) fn problems(
    files: &BTreeSet<String>,
    content: Option<&Content>,
    routes: &BTreeSet<Route>,
) -> Vec<Problem> {
    if files.is_empty() {
        return Vec::new();
    }
    let own = own_names(routes);
    let legacy = content.map(legacy_files).unwrap_or_default();
    let legacy_names: BTreeSet<String> = legacy.keys().cloned().collect();
    let problem = |name: &String| {
        let kind = if is_own(name, &own) {
            ProblemKind::RootNameTaken(name.clone())
        } else {
            let taken = taken_by(without_copy(name), false, &legacy_names)?;
            ProblemKind::RootOverLegacy {
                name: name.clone(),
                legacy: legacy.get(taken)?.clone(),
            }
        };
        Some(Problem::of_file(format!("{ROOT}/{name}"), kind))
    };
    files.iter().filter_map(problem).collect()
}

/// Whether the portal has a file at a path, or might have one below its first name. Some disks
/// take capital letters for small ones.
fn is_own(path: &str, own: &BTreeSet<String>) -> bool {
    let first = path.split('/').next().unwrap_or(path).to_lowercase();
    let first = without_copy(&first);
    own.contains(first) || Output::is_sitemap_part(first)
}

/// The names at the root of the portal that are its own, in small letters.
fn own_names(routes: &BTreeSet<Route>) -> BTreeSet<String> {
    let pages = routes.iter().cloned().map(Output::Html);
    let outputs = Output::one_of_each().into_iter().chain(pages);
    let outputs = outputs.map(|output| output.to_string());
    let data = DataFile::of(&Route::Home).to_string();
    let others = [&data, ASSETS, MEDIA, FILE_LIST, UNFINISHED].map(str::to_owned);
    let first = |path: String| path.split('/').next().map(str::to_lowercase);
    outputs.chain(others).filter_map(first).collect()
}

fn without_copy(name: &str) -> &str {
    let mut endings = COPIES.iter();
    endings
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(name)
}

/// The files at the paths of the old site, with these paths.
fn legacy_files(content: &Content) -> BTreeMap<String, String> {
    let redirects = asked(content, &BasePath::default());
    let files = redirects.into_iter().flat_map(|(redirect, _)| {
        let at_path = redirect.file_at_path().to_owned();
        [at_path, redirect.file].map(|file| (file, redirect.written.clone()))
    });
    files.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_portal_are_taken_and_others_are_free() {
        let own = own_names(&BTreeSet::new());
        for (path, is_taken) in [
            ("index.html", true),
            ("404.html", true),
            ("robots.txt", true),
            ("Robots.TXT", true),
            ("robots.txt.gz", true),
            ("robots.txt/a", true),
            ("news/a.html", true),
            ("news", true),
            ("News/a.html", true),
            ("assets/app.js", true),
            ("media/a.png", true),
            ("data/x", true),
            ("icons/a.png", true),
            ("_headers", true),
            ("favicon.ico", true),
            ("_redirects", true),
            (".nojekyll", true),
            ("sitemap-pages-12.xml", true),
            (".portal-files", true),
            (".portal-unfinished", true),
            ("sitemap-images.xml", false),
            ("CNAME", false),
            ("MP_verify_abc.txt", false),
            (".well-known/security.txt", false),
            ("old/index.html", false),
            ("old/robots.txt", false),
        ] {
            assert_eq!(is_own(path, &own), is_taken, "{path}");
        }
    }

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

//! Files for the root of the host whose paths the portal itself uses.

use crate::content::{Content, Problem, ProblemKind};
use crate::publish::html::shell::FOLDER as ASSETS;
use crate::publish::output_dir::{FILE_LIST, UNFINISHED};
use crate::publish::outputs::{requested_redirects, taken_by, uncompressed};
use crate::publish::source::walk::{MEDIA, ROOT};
use crate::route::{BasePath, DataFile, Output, Route};
use std::collections::{BTreeMap, BTreeSet};

/// Returns the problems of files at paths that belong to the portal.
pub(super) fn problems(
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
            let taken = taken_by(uncompressed(name).unwrap_or(name), false, &legacy_names)?;
            ProblemKind::RootOverLegacy {
                name: name.clone(),
                legacy: legacy.get(taken)?.clone(),
            }
        };
        Some(Problem::of_file(format!("{ROOT}/{name}"), kind))
    };
    files.iter().filter_map(problem).collect()
}

/// Returns `true` if the portal has a file at a path, or may have one below its first name. Case
/// is ignored, as some file systems do.
fn is_own(path: &str, own: &BTreeSet<String>) -> bool {
    let first = path.split('/').next().unwrap_or(path).to_lowercase();
    let first = uncompressed(&first).unwrap_or(&first);
    own.contains(first) || Output::is_sitemap_part(first)
}

/// Returns the portal's own names at its root, in lowercase.
fn own_names(routes: &BTreeSet<Route>) -> BTreeSet<String> {
    let pages = routes.iter().cloned().map(Output::Html);
    let outputs = Output::one_of_each().into_iter().chain(pages);
    let outputs = outputs.map(|output| output.to_string());
    let data = DataFile::of(&Route::Home).to_string();
    let others = [&data, ASSETS, MEDIA, FILE_LIST, UNFINISHED].map(str::to_owned);
    let first = |path: String| path.split('/').next().map(str::to_lowercase);
    outputs.chain(others).filter_map(first).collect()
}

/// Returns the files at the paths of the old site, with these paths.
fn legacy_files(content: &Content) -> BTreeMap<String, String> {
    let redirects = requested_redirects(content, &BasePath::default());
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
}

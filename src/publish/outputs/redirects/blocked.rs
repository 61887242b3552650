//! Obstacles to redirects.

use super::Redirect;
use std::collections::{BTreeMap, BTreeSet};

/// Reason why no redirect can be created at an old path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::publish) enum Blocked {
    /// The portal has a file of its own there.
    File(String),
    /// Another redirect is there, by its index from 0.
    Other(usize),
    /// No file can have the name.
    Name,
}

/// Returns the redirects that cannot be created at their old paths, by their index from 0, with
/// the reasons.
pub(in crate::publish) fn blocked(
    redirects: &[Redirect],
    taken: &BTreeSet<String>,
) -> Vec<(usize, Blocked)> {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, redirect) in redirects.iter().enumerate() {
        let file = redirect.file.as_str();
        let original = uncompressed(file).filter(|original| taken.contains(*original));
        let at_path = redirect.file_at_path();
        let in_the_way = |file| taken_by(file, redirect.is_prefix, taken);
        if !is_name(at_path) || !is_name(file) {
            found.push((index, Blocked::Name));
        } else if let Some(output) = original
            .or_else(|| in_the_way(at_path))
            .or_else(|| in_the_way(file))
        {
            found.push((index, Blocked::File(output.to_owned())));
        } else if let Some(other) = files.insert(file, index)
            && redirects.get(other).map(|other| &other.to) != Some(&redirect.to)
        {
            found.push((index, Blocked::Other(other)));
        }
    }
    let owners: BTreeMap<&str, usize> = (0..)
        .zip(redirects)
        .flat_map(|(index, redirect)| {
            [redirect.file_at_path(), redirect.file.as_str()].map(|file| (file, index))
        })
        .collect();
    let legacy: BTreeSet<String> = owners.keys().map(|file| (*file).to_owned()).collect();
    for (file, index) in &files {
        let at_path = redirects.get(*index).map_or("", Redirect::file_at_path);
        let other = folder_that_is_a_file(file, &legacy)
            .or_else(|| folder_that_is_a_file(at_path, &legacy))
            .or_else(|| uncompressed(file));
        if let Some(other) = other.and_then(|other| owners.get(other)) {
            found.push((*index, Blocked::Other(*other)));
        }
    }
    found
}

/// Returns the file whose compressed copy has a given name.
pub(in crate::publish) fn uncompressed(file: &str) -> Option<&str> {
    file.strip_suffix(".gz").or(file.strip_suffix(".br"))
}

/// Returns `true` if a file can have the name in the output folder on any system. The extension
/// of a compressed copy adds three characters.
fn is_name(file: &str) -> bool {
    const LONGEST: usize = 252;
    file.split('/').all(|name| {
        !matches!(name, "" | "." | "..")
            && name.len() <= LONGEST
            && !name.contains(['\\', '\0', '\u{fffd}'])
    })
}

/// Returns the output that blocks a file: the same file, a file in place of a required folder, or
/// a folder of the same name.
pub(in crate::publish) fn taken_by<'a>(
    file: &str,
    is_prefix: bool,
    taken: &'a BTreeSet<String>,
) -> Option<&'a str> {
    if let Some(same) = taken.get(file) {
        return Some(same);
    }
    // Some hosts apply a redirect of a whole folder before they look for files in it.
    let folder = match file.strip_suffix("index.html") {
        Some(folder) if is_prefix => folder.to_owned(),
        _ => format!("{file}/"),
    };
    taken
        .range(folder.clone()..)
        .next()
        .filter(|output| output.starts_with(&folder))
        .map(String::as_str)
        .or_else(|| folder_that_is_a_file(file, taken))
}

fn folder_that_is_a_file<'a>(file: &str, files: &'a BTreeSet<String>) -> Option<&'a str> {
    file.match_indices('/')
        .filter_map(|(end, _)| file.get(..end))
        .find_map(|folder| files.get(folder))
        .map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    fn blocking(paths: &[(&str, bool)], taken: &[&str]) -> Vec<(usize, Blocked)> {
        let redirects: Vec<Redirect> = (1..)
            .zip(paths)
            .map(|(number, (path, is_prefix))| Redirect::new(path, Route::Year(number), *is_prefix))
            .collect();
        let taken = taken.iter().map(|path| (*path).to_owned()).collect();
        blocked(&redirects, &taken)
    }

    #[test]
    fn old_paths_that_are_taken_are_told() {
        let taken = [
            "articles/x/index.html",
            "index.html",
            "news/index.html",
            "robots.txt",
        ];
        let output = |path: &str| Blocked::File(path.to_owned());
        for (paths, expected) in [
            (&[("/lmdt/a.asp", false), ("/lmdt/", true)][..], vec![]),
            (&[("/news/", false)], vec![(0, output("news/index.html"))]),
            (&[("/news.html", false), ("/new/", true)], vec![]),
            (
                &[("/articles/", true)],
                vec![(0, output("articles/x/index.html"))],
            ),
            (
                &[("/robots.txt/a.asp", false)],
                vec![(0, output("robots.txt"))],
            ),
            (
                &[("/robots.txt.gz", false)],
                vec![(0, output("robots.txt"))],
            ),
            (&[("/%2e%2e/a.asp", false)], vec![(0, Blocked::Name)]),
            (&[("/%ff.asp", false)], vec![(0, Blocked::Name)]),
            (
                &[("/a.b", false), ("/a.b/c.asp", false)],
                vec![(1, Blocked::Other(0))],
            ),
            (
                &[("/a/", false), ("/a", false)],
                vec![(1, Blocked::Other(0))],
            ),
            (
                &[("/a.html.br", false), ("/a.html", false)],
                vec![(0, Blocked::Other(1))],
            ),
            (
                &[
                    ("/a.asp?id=1", false),
                    ("/a.asp?id=2", false),
                    ("/a.asp", false),
                ],
                Vec::new(),
            ),
            (
                &[("/robots.txt?id=1", false)],
                vec![(0, output("robots.txt"))],
            ),
            (
                &[("/a.asp?a=1&b=2", false), ("/a.asp?b=2&a=1", false)],
                vec![(1, Blocked::Other(0))],
            ),
        ] {
            assert_eq!(blocking(paths, &taken), expected, "{paths:?}");
        }
        let long = format!("/{}.asp", "长".repeat(90));
        assert_eq!(blocking(&[(&long, false)], &[]), [(0, Blocked::Name)]);
    }
}

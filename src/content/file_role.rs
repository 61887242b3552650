//! Roles of files, determined by their paths.

use super::items::reference::Collection;
use super::values::did_you_mean::closest;

const CONTENT_FOLDER: &str = "content";
const SITE_NAME: &str = "site.json";
const SYNONYMS_NAME: &str = "synonyms.json";

/// Role of a file of a site folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FileRole<'a> {
    /// Not below `content/`, or hidden.
    Elsewhere,
    /// Settings of the site.
    Site,
    /// Synonyms.
    Synonyms,
    /// An item of a collection.
    Item {
        collection: Collection,
        /// Name of the file without `.json`.
        name: &'a str,
    },
    /// A file that is not used.
    UnknownFile {
        name: &'a str,
        nearest: Option<String>,
    },
    /// A file in a folder that is not used.
    UnknownFolder {
        /// Path of the folder inside the site folder.
        path: &'a str,
        name: &'a str,
        nearest: Option<String>,
    },
}

/// Returns the role of the file at a path inside the site folder.
pub(super) fn role_of(path: &str) -> FileRole<'_> {
    let Some((CONTENT_FOLDER, inside)) = path.split_once('/') else {
        return FileRole::Elsewhere;
    };
    let (folders, file) = match inside.rsplit_once('/') {
        Some((folders, file)) => (Some(folders), file),
        None => (None, inside),
    };
    // Hidden files (`.DS_Store`, `.git`) are created by other programs and not part of the
    // site.
    if inside.split('/').any(|name| name.starts_with('.')) || is_of_the_machine(file) {
        return FileRole::Elsewhere;
    }
    let Some(folders) = folders else {
        if file == SITE_NAME {
            return FileRole::Site;
        }
        if file == SYNONYMS_NAME {
            return FileRole::Synonyms;
        }
        let nearest = closest(file, [SITE_NAME, SYNONYMS_NAME]).map(str::to_owned);
        return FileRole::UnknownFile {
            name: file,
            nearest,
        };
    };
    let folder = folders.split('/').next().unwrap_or(folders);
    let Some(collection) = Collection::ALL
        .into_iter()
        .find(|known| known.folder() == folder)
    else {
        let nearest = closest(folder, Collection::ALL.map(Collection::folder)).map(str::to_owned);
        let path = path
            .get(..CONTENT_FOLDER.len() + 1 + folder.len())
            .unwrap_or(path);
        return FileRole::UnknownFolder {
            path,
            name: folder,
            nearest,
        };
    };
    match file.strip_suffix(".json") {
        Some(name) => FileRole::Item { collection, name },
        None => FileRole::UnknownFile {
            name: file,
            nearest: with_json(file),
        },
    }
}

fn is_of_the_machine(file: &str) -> bool {
    matches!(file, "Thumbs.db" | "desktop.ini")
}

/// Returns the corrected name of a file with another spelling of `.json`.
fn with_json(file: &str) -> Option<String> {
    let (name, extension) = file.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "json" | "jsn" | "jsonc" | "json5" => Some(format!("{name}.json")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_what_their_place_says() {
        let item = |collection, name| FileRole::Item { collection, name };
        let unknown = |name, nearest: Option<&str>| FileRole::UnknownFile {
            name,
            nearest: nearest.map(str::to_owned),
        };
        let table = [
            ("content/site.json", FileRole::Site),
            ("content/synonyms.json", FileRole::Synonyms),
            (
                "content/synonym.json",
                unknown("synonym.json", Some("synonyms.json")),
            ),
            ("content/articles/a.json", item(Collection::Articles, "a")),
            (
                "content/articles/2023/b.json",
                item(Collection::Articles, "b"),
            ),
            (
                "content/bulletins/143.json",
                item(Collection::Bulletins, "143"),
            ),
            ("media/logo.svg", FileRole::Elsewhere),
            ("README.md", FileRole::Elsewhere),
            ("content/.DS_Store", FileRole::Elsewhere),
            ("content/.git/articles/x.json", FileRole::Elsewhere),
            ("content/articles/Thumbs.db", FileRole::Elsewhere),
            (
                "content/sites.json",
                unknown("sites.json", Some("site.json")),
            ),
            ("content/notes.txt", unknown("notes.txt", None)),
            ("content/articles/a.JSON", unknown("a.JSON", Some("a.json"))),
            (
                "content/artcles/2023/a.json",
                FileRole::UnknownFolder {
                    path: "content/artcles",
                    name: "artcles",
                    nearest: Some("articles".to_owned()),
                },
            ),
        ];
        for (path, expected) in table {
            assert_eq!(role_of(path), expected, "{path}");
        }
    }
}

//! Rules of the architecture: permitted imports, places where addresses are written, and lengths
//! of files.

#[path = "architecture/imports.rs"]
mod imports;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Maximum number of lines of a source file.
const LONGEST: usize = 450;

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the Rust files of `src`: their paths in the repository and their text.
fn sources() -> Vec<(String, String)> {
    let sources = rust_files("src");
    assert!(
        sources.len() > 50,
        "only {} files were found",
        sources.len()
    );
    sources
}

/// Returns the Rust files of a folder: their paths in the repository and their text.
fn rust_files(folder: &str) -> Vec<(String, String)> {
    let root = repository("");
    let mut sources: Vec<_> = WalkDir::new(repository(folder))
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap_or_else(|error| panic!("{error}")).into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let name = path.strip_prefix(&root).expect("the walk stays inside");
            (name.to_string_lossy().replace('\\', "/"), read(&path))
        })
        .collect();
    sources.sort();
    sources
}

/// Returns `true` if a file belongs to a module: for `wire`, `src/wire.rs` and everything below
/// `src/wire/`.
fn is_in(path: &str, module: &str) -> bool {
    path.strip_prefix("src/")
        .and_then(|path| path.strip_prefix(module))
        .is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
}

/// Returns the text without its comments and its test module. Numbers of lines are preserved.
fn program(text: &str) -> String {
    let text = text
        .split_once("#[cfg(test)]\nmod tests {")
        .map_or(text, |(program, _)| program);
    text.lines()
        .map(|line| {
            if line.trim_start().starts_with("//") {
                ""
            } else {
                line
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Fails for each line of the chosen files that contains one of the words.
#[track_caller]
fn check_absent(words: &[&str], chosen: impl Fn(&str) -> bool) {
    let mut found = Vec::new();
    for (path, text) in sources() {
        if !chosen(&path) {
            continue;
        }
        for (number, line) in program(&text).lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{path}:{}: {word} in {}", number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_core_knows_neither_the_view_nor_the_browser_nor_the_disk() {
    let core = ["content", "wire", "search", "text", "route"];
    check_absent(
        &[
            "leptos",
            "web_sys",
            "wasm_bindgen",
            "gloo_",
            "std::fs",
            "fs::",
        ],
        |path| core.iter().any(|module| is_in(path, module)),
    );
}

/// Modules of the library from top to bottom. Each imports only from those below it.
const FLOORS: [&str; 16] = [
    "publish",
    "editor",
    "browser/mount",
    "app",
    "pages",
    "components",
    "search_worker",
    "browser",
    "text",
    "load",
    "content",
    "wire",
    "route",
    "search",
    "compose",
    "ids",
];

/// The only cycle among the imports: the parts of one `impl` in several files.
const CIRCLE: [&str; 3] = [
    "src/publish/markdown/footnotes.rs",
    "src/publish/markdown/tables.rs",
    "src/publish/markdown/writer.rs",
];

/// Maximum number of files in a folder, without those in its subfolders.
const MOST_FILES: usize = 20;

/// Returns the index of a file's module in [`FLOORS`]; the longest matching name applies.
fn floor(path: &str) -> Option<usize> {
    let rooms = FLOORS.iter().enumerate();
    rooms
        .filter(|(_, room)| is_in(path, room))
        .max_by_key(|(_, room)| room.len())
        .map(|(floor, _)| floor)
}

#[test]
fn imports_point_down() {
    let mut found = Vec::new();
    for (file, imports) in &imports::of_library(&repository("")) {
        if file == "src/lib.rs" {
            continue;
        }
        let Some(own) = floor(file) else {
            found.push(format!("{file} is in no room of FLOORS"));
            continue;
        };
        for (target, name) in imports {
            if floor(target).is_some_and(|other| other < own) {
                found.push(format!("{file} takes {name} from {target}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn imports_run_in_no_circle() {
    let imports = imports::of_library(&repository(""));
    assert_eq!(imports::circles(&imports), [CIRCLE]);
}

#[test]
fn nothing_but_the_program_sees_publishing() {
    check_absent(&["crate::publish", "portal::publish"], |path| {
        !is_in(path, "publish") && !path.starts_with("src/bin/")
    });
}

#[test]
fn rooms_are_small_and_entered_by_their_own_file() {
    let mut sizes: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for folder in ["src", "style", "tests", "benches", "examples/gallery"] {
        for entry in WalkDir::new(repository(folder)) {
            let entry = entry.unwrap_or_else(|error| panic!("{error}"));
            let path = entry.path();
            assert!(
                !path.ends_with("mod.rs"),
                "{} has a better name",
                path.display()
            );
            let is_counted =
                entry.file_type().is_file() && !path.starts_with(repository("tests/fixtures"));
            if let Some(folder) = path.parent().filter(|_| is_counted) {
                *sizes.entry(folder.to_owned()).or_default() += 1;
            }
        }
    }
    let large: Vec<_> = sizes
        .iter()
        .filter(|(_, files)| **files > MOST_FILES)
        .collect();
    assert!(large.is_empty(), "{large:?}");
}

#[test]
fn only_publishing_touches_the_disk() {
    check_absent(&["std::fs", "fs::", "walkdir", "tempfile"], |path| {
        !is_in(path, "publish") && !path.starts_with("src/bin/")
    });
}

#[test]
fn only_loading_fetches() {
    check_absent(&["gloo_net", "fetch_with", "XmlHttpRequest"], |path| {
        !is_in(path, "load") && !is_in(path, "editor/api")
    });
}

#[test]
fn views_write_no_path_of_the_portal() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        if !is_in(&path, "pages") && !is_in(&path, "components") {
            continue;
        }
        for (number, line) in program(&text).lines().enumerate() {
            // `"/>` is the end of a tag.
            if line.split("\"/").skip(1).any(|rest| !rest.starts_with('>')) {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_is_styled_inline() {
    check_absent(&["style=\"", "unsafe-inline"], |_| true);
}

#[test]
fn files_are_short() {
    let long: Vec<String> = ["src", "tests", "benches", "examples"]
        .into_iter()
        .flat_map(rust_files)
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{path} has {lines} lines, more than {LONGEST}"))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn the_gallery_shows_every_component() {
    let specimens: String = rust_files("examples/gallery/specimens")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let missing: Vec<String> = sources()
        .iter()
        .filter(|(path, _)| is_in(path, "components"))
        .flat_map(|(_, text)| components(text))
        .filter(|name| !specimens.contains(&format!("\"{name}\"")))
        .collect();
    assert!(missing.is_empty(), "the gallery lacks {missing:?}");
}

/// Returns the names of the public components in a file.
fn components(text: &str) -> Vec<String> {
    text.split("#[component]\npub fn ")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('(')?.0.to_owned()))
        .collect()
}

#[test]
fn what_the_architecture_names_exists() {
    let text = read(&repository("ARCHITECTURE.md"));
    let named: Vec<&str> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| is_path(name))
        .collect();
    assert!(!named.is_empty(), "ARCHITECTURE.md names no path");
    let missing: Vec<&&str> = named
        .iter()
        .filter(|name| !repository(name).exists())
        .collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md names {missing:?}");
}

/// Returns `true` if a quoted name refers to a file or folder of this repository, rather than to a
/// route, a type, a file of a site or a published file.
fn is_path(name: &str) -> bool {
    const FOLDERS: [&str; 10] = [
        "src",
        "tests",
        "style",
        "public",
        "examples",
        "scripts",
        "benches",
        "docs",
        "templates",
        ".ci",
    ];
    let is_plain = name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "._-/".contains(letter));
    let first = name.split('/').next().unwrap_or_default();
    let is_ours = match name.split_once('/') {
        Some(_) => FOLDERS.contains(&first),
        None => [".rs", ".toml", ".md", ".lock"]
            .iter()
            .any(|ending| name.ends_with(ending)),
    };
    is_plain && is_ours
}

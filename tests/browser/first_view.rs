//! What a page carries for its first view: its HTML keeps to a budget, and its style is whole.

use super::harness::site::Site;
use super::weight::compressed;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Pages, each with the maximum size of its HTML after compression, without its text, in bytes.
const BUDGETS: [(&str, usize); 7] = [
    ("articles/2018-07-20-moving", 7_700),
    ("", 9_760),
    ("news", 7_960),
    ("news/policy", 6_980),
    ("members", 13_980),
    ("events", 8_800),
    ("search", 7_080),
];

#[test]
fn the_html_of_a_page_keeps_to_its_budget() {
    let site = Site::demo();
    let mut over = Vec::new();
    for (page, budget) in BUDGETS {
        let html = html(&site.folder().join(page).join("index.html"));
        let text = compressed(text(&main(&html)).as_bytes());
        let weight = compressed(html.as_bytes()) - text;
        if budget < weight {
            over.push(format!(
                "/{page}: {weight} bytes of {budget}, and {text} of text"
            ));
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}

#[test]
fn a_page_carries_the_style_of_all_that_it_shows() {
    let site = Site::demo();
    let parts = parts();
    let carried = carried();
    let mut missing = BTreeMap::new();
    for page in site.pages() {
        let html = html(&site.folder().join(&page[1..]).join("index.html"));
        let style = element(&html, "<style>", "</style>");
        let main = main(&html);
        let names = names(&main);
        let (kind, _) = carried
            .iter()
            .find(|(_, (_, bundled))| style.ends_with(bundled.as_str()))
            .unwrap_or_else(|| panic!("{page} carries a style of its own"));
        let (imports, _) = &carried[kind];
        for (part, selectors) in &parts {
            let shown = selectors.iter().find(|selector| selector.is_subset(&names));
            if let Some(selector) = shown.filter(|_| !imports.contains(part)) {
                let fault = format!("{kind} lacks {part} for {selector:?}");
                missing.entry(fault).or_insert_with(|| page.clone());
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_style_of_first_views_stands_in_the_order_of_the_whole() {
    let whole = imports(&styles().join("portal.css"));
    let frame = imports(&styles().join("critical/frame.css"));
    assert!(!frame.iter().any(|part| whole.contains(part)), "{frame:?}");
    for (kind, (parts, _)) in carried() {
        let places: Vec<_> = parts
            .iter()
            .filter(|part| *part != "frame.css")
            .map(|part| {
                let place = whole.iter().position(|whole| whole == part);
                place.unwrap_or_else(|| panic!("portal.css lacks {part} of {kind}"))
            })
            .collect();
        assert!(places.is_sorted(), "{kind}: {parts:?}");
    }
}

/// Returns the styles of first views: for each kind of page its imports, and what it is bundled
/// to.
fn carried() -> BTreeMap<String, (Vec<String>, String)> {
    let shell = super::harness::site::shell_folder(Path::new(env!("CARGO_MANIFEST_DIR")));
    let sheets = fs::read_dir(styles().join("critical")).expect("there are styles of first views");
    sheets
        .map(|entry| entry.unwrap_or_else(|error| panic!("{error}")).path())
        .filter(|path| !path.ends_with("frame.css"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let bundled = html(&shell.join("critical").join(name.as_ref()));
            let imports = imports(&path);
            (name.into_owned(), (imports, bundled.trim().to_owned()))
        })
        .collect()
}

/// Returns the parts of the styles of first views, each with the names in its selectors.
fn parts() -> BTreeMap<String, Vec<BTreeSet<String>>> {
    carried()
        .into_values()
        .flat_map(|(imports, _)| imports)
        .filter(|part| part != "frame.css")
        .map(|part| {
            let css = html(&styles().join(&part));
            let selectors = css
                .split('}')
                .filter_map(|rule| rule.rsplit_once('{'))
                .filter_map(|(selectors, _)| selectors.rsplit(['{', ';', '/']).next())
                .flat_map(|selectors| selectors.split(','))
                .filter(|selector| !selector.contains([':', '[', '@']))
                .map(|selector| {
                    let selector = selector.replace('.', " .");
                    let words = selector.split([' ', '\n', '>', '+', '~', '*']);
                    words
                        .filter(|word| !word.is_empty())
                        .map(str::to_owned)
                        .collect::<BTreeSet<_>>()
                })
                .filter(|names| !names.is_empty())
                .collect();
            (part, selectors)
        })
        .collect()
}

/// Returns the names of elements, and of their classes with a dot before each.
fn names(main: &str) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = ["html", "body", "main"].map(str::to_owned).into();
    for tag in main.split('<').skip(1) {
        let name = tag.split([' ', '>', '/']).next().unwrap_or_default();
        names.insert(name.to_owned());
        let class = tag.split_once("class=\"").map_or("", |(_, rest)| rest);
        let class = class.split('"').next().unwrap_or_default();
        names.extend(class.split_whitespace().map(|class| format!(".{class}")));
    }
    names
}

fn styles() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("style")
}

/// Returns the files that a style sheet imports, by their paths below the folder of styles.
fn imports(sheet: &Path) -> Vec<String> {
    html(sheet)
        .lines()
        .filter_map(|line| line.strip_prefix("@import \""))
        .filter_map(|line| line.split('"').next())
        .map(|path| path.trim_start_matches("../").to_owned())
        .collect()
}

fn html(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn main(html: &str) -> String {
    element(html, "<main", "</main>")
}

fn element(html: &str, start: &str, end: &str) -> String {
    let rest = html.split_once(start).map_or("", |(_, rest)| rest);
    rest.split_once(end)
        .map_or("", |(inner, _)| inner)
        .to_owned()
}

/// Returns the text of a part of a page, with a blank for each run of tags and blanks.
fn text(html: &str) -> String {
    let text: Vec<&str> = html
        .split('<')
        .filter_map(|part| Some(part.split_once('>')?.1))
        .flat_map(str::split_whitespace)
        .collect();
    text.join(" ")
}

//! Tests of the editors' manual: its commands run, and its examples are valid.

use super::typed::{check_serves, commands, shell};
use crate::fixtures::{fixture, outcome, temporary, tree, write};
use serde_json::Value;
use std::path::Path;

fn manual() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual.md");
    std::fs::read_to_string(path).expect("there is a manual")
}

/// Returns the example files; each follows a line with its path.
fn examples(markdown: &str) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut named = None;
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if line == "```json" {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let path = named
                .take()
                .expect("a line before the example names its file");
            examples.push((path, text.join("\n")));
        } else if let Some((_, rest)) = line.split_once("`mysite/")
            && let Some((path, _)) = rest.split_once(".json`：")
        {
            named = Some(format!("{path}.json"));
        }
    }
    examples
}

#[test]
fn every_command_of_the_manual_works_with_its_examples() {
    let place = temporary();
    for (path, bytes) in tree(&fixture("shell")) {
        write(&place.path().join("target/shell"), &path, bytes);
    }
    let manual = manual();
    let commands = commands(&manual);
    assert_eq!(commands.len(), 6, "{commands:?}");
    for command in &commands {
        if command.contains(" serve ") {
            check_serves(command, place.path());
        } else {
            let (code, _, told) = outcome(&mut shell(command, place.path()));
            assert_eq!(code, Some(0), "{command}: {told}");
        }
        if command.contains(" new ") {
            let examples = examples(&manual);
            assert_eq!(examples.len(), 5, "{examples:?}");
            for (path, text) in examples {
                write(&place.path().join("mysite"), &path, text);
            }
        }
    }
    for page in [
        "articles/2025-03-03-council",
        "members/example-fibre",
        "bulletins/144",
        "events/2026-09-expo",
    ] {
        let file = place.path().join("dist").join(page).join("index.html");
        assert!(file.is_file(), "{page}");
    }
}

#[test]
fn the_fields_that_the_manual_names_are_fields() {
    let place = temporary();
    let (code, _, told) = outcome(crate::fixtures::portal().arg("schema").arg(place.path()));
    assert_eq!(code, Some(0), "{told}");
    let schema = tree(place.path());
    let all: Vec<Value> = schema
        .values()
        .filter_map(|bytes| serde_json::from_slice(bytes).ok())
        .collect();
    let known = serde_json::to_string(&all).expect("JSON can be written");
    let manual = manual();
    let fields = manual.split('`').skip(1).step_by(2).filter_map(|code| {
        let name = code.strip_prefix('"')?.split('"').next()?;
        Some(name).filter(|name| !name.is_empty())
    });
    let mut count = 0;
    for field in fields {
        count += 1;
        assert!(known.contains(&format!("\"{field}\":")), "{field}");
    }
    assert!(count > 5, "{count} fields");
}

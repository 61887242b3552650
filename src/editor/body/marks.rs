//! Marks that need no dialog.

use super::{Selection, words};

/// Makes the selection bold, or no longer so.
pub(super) fn bold(here: Selection) {
    let chosen = here.chosen.clone();
    let inner = chosen
        .strip_prefix("**")
        .and_then(|rest| rest.strip_suffix("**"));
    if let Some(inner) = inner {
        here.insert_and_select(inner, "", inner);
        return;
    }
    let text = match chosen.is_empty() {
        true => words::SAMPLE_BOLD.to_owned(),
        false => chosen,
    };
    here.insert_and_select(&format!("**{text}**"), "**", &text);
}

/// Makes the lines a heading, a smaller one, or none.
pub(super) fn heading(here: Selection) {
    let here = here.lines();
    let line = here.chosen.clone();
    let new = if let Some(rest) = line.strip_prefix("### ") {
        rest.to_owned()
    } else if let Some(rest) = line.strip_prefix("## ") {
        format!("### {rest}")
    } else {
        let text = match line.trim() {
            "" => words::SAMPLE_HEADING,
            text => text,
        };
        format!("## {text}")
    };
    here.insert(&new);
}

/// Makes the lines points of a list, or no longer so.
pub(super) fn list(here: Selection) {
    prefix(here, "- ");
}

/// Makes the lines a quotation, or no longer so.
pub(super) fn quote(here: Selection) {
    prefix(here, "> ");
}

fn prefix(here: Selection, mark: &str) {
    let here = here.lines();
    let lines: Vec<&str> = here.chosen.split('\n').collect();
    let has_all = lines
        .iter()
        .all(|line| line.starts_with(mark) || line.is_empty())
        && !here.chosen.trim().is_empty();
    let is_quote = mark == "> ";
    let new: Vec<String> = lines
        .iter()
        .filter(|line| is_quote || lines.len() == 1 || !line.trim().is_empty())
        .map(|line| match (has_all, line.strip_prefix(mark)) {
            (true, rest) => rest.unwrap_or(line).to_owned(),
            (false, Some(_)) => (*line).to_owned(),
            (false, None) => format!("{mark}{line}"),
        })
        .collect();
    here.insert(&new.join("\n"));
}

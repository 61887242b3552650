//! What the Enter key does: it begins a new paragraph, or goes on with a list.

use super::Selection;

/// Handles the key; returns `false` where the browser's own line break is right.
pub(super) fn enter(here: Selection) -> bool {
    if is_in_code(&here.before) {
        return false;
    }
    let line = here.line_before();
    if line.trim().is_empty() || line.trim_start().starts_with('|') {
        return false;
    }
    let Some((mark, rest)) = mark(line) else {
        if here.after.starts_with("\n\n") && here.chosen.is_empty() {
            return false;
        }
        here.insert("\n\n");
        return true;
    };
    if !rest.trim().is_empty() {
        here.insert(&format!("\n{}", next(&mark)));
        return true;
    }
    // An empty point ends the list.
    let start = here.before.len() - line.len();
    let ended = Selection::of_parts(here, start);
    ended.insert("\n");
    true
}

impl Selection {
    /// Extends the selection back to a place in the text before it.
    fn of_parts(mut here: Self, start: usize) -> Self {
        let head = here.before.split_off(start);
        here.chosen = format!("{head}{}", here.chosen);
        here
    }
}

/// Returns the mark of a list or a quotation at the beginning of a line, and the rest.
fn mark(line: &str) -> Option<(String, &str)> {
    let indent = line.len() - line.trim_start().len();
    let text = &line[indent..];
    for mark in ["- ", "* ", "+ ", "> "] {
        if let Some(rest) = text.strip_prefix(mark) {
            return Some((format!("{}{mark}", &line[..indent]), rest));
        }
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    // `1986. 成立` is a year and no list.
    if !(1..=3).contains(&digits) {
        return None;
    }
    let rest = text[digits..].strip_prefix(". ")?;
    Some((format!("{}{}. ", &line[..indent], &text[..digits]), rest))
}

/// Returns the mark of the next point.
fn next(mark: &str) -> String {
    let indent = mark.len() - mark.trim_start().len();
    let number = mark.trim().trim_end_matches('.');
    match number.parse::<u32>() {
        Ok(number) => format!("{}{}. ", &mark[..indent], number + 1),
        Err(_) => mark.to_owned(),
    }
}

fn is_in_code(before: &str) -> bool {
    let fences = before
        .lines()
        .filter(|line| line.trim_start().starts_with("```"));
    fences.count() % 2 == 1
}

//! A text as one string, or as a list of paragraphs.

use serde_json::Value;

const BLANK: &str = "\n\n";

/// Returns the text as it is shown: paragraphs are parted by blank lines.
pub(super) fn joined(value: Option<&Value>) -> String {
    match value {
        Some(Value::Array(list)) => {
            let parts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            parts.join(BLANK)
        }
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Returns a text in the form in which it was before; paragraphs that are the same stay the same
/// strings, with the blank lines that some of them have inside. `None` stands for no text.
pub(super) fn parted(text: &str, old: Option<&Value>) -> Option<Value> {
    if text.trim().is_empty() {
        return None;
    }
    let Some(Value::Array(old)) = old else {
        return Some(Value::String(text.to_owned()));
    };
    let old: Vec<&str> = old.iter().filter_map(Value::as_str).collect();
    let mut rest = text;
    let mut head = Vec::new();
    for part in &old {
        let Some(after) = rest.strip_prefix(part) else {
            break;
        };
        if after.is_empty() {
            rest = "";
        } else if let Some(after) = after.strip_prefix(BLANK) {
            rest = after;
        } else {
            break;
        }
        head.push(*part);
        if rest.is_empty() {
            break;
        }
    }
    let mut tail = Vec::new();
    for part in old.iter().skip(head.len()).rev() {
        let before = rest.strip_suffix(part).and_then(|before| {
            before
                .strip_suffix(BLANK)
                .or(before.is_empty().then_some(""))
        });
        let Some(before) = before else {
            break;
        };
        rest = before;
        tail.push(*part);
        if rest.is_empty() {
            break;
        }
    }
    let middle = cut(rest);
    let parts = head
        .into_iter()
        .map(str::to_owned)
        .chain(middle)
        .chain(tail.into_iter().rev().map(str::to_owned))
        .map(Value::String)
        .collect();
    Some(Value::Array(parts))
}

/// Cuts a text at its blank lines, but not inside of fenced code.
fn cut(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut is_code = false;
    for line in text.split('\n') {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        }
        if line.trim().is_empty() && !is_code {
            if !part.is_empty() {
                parts.push(std::mem::take(&mut part));
            }
            continue;
        }
        if !part.is_empty() {
            part.push('\n');
        }
        part.push_str(line);
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_that_is_not_changed_stays_as_it_is() {
        for value in [
            json!("甲\n\n乙"),
            json!(["甲", "乙"]),
            json!(["甲", "```\n乙\n\n丙\n```", "| 丁 |\n|---|"]),
            json!(["甲\n\n乙", "丙", "丙"]),
        ] {
            let text = joined(Some(&value));
            assert_eq!(parted(&text, Some(&value)), Some(value));
        }
    }

    #[test]
    fn only_the_changed_paragraph_changes() {
        let old = json!(["甲\n\n乙", "丙", "丁\n\n戊"]);
        let text = joined(Some(&old)).replace('丙', "丙丙\n\n新");
        let new = json!(["甲\n\n乙", "丙丙", "新", "丁\n\n戊"]);
        assert_eq!(parted(&text, Some(&old)), Some(new));
    }

    #[test]
    fn nothing_is_no_text() {
        assert_eq!(parted(" \n", Some(&json!(["甲"]))), None);
        assert_eq!(parted("甲", None), Some(json!("甲")));
    }
}

//! The form of a text: one string, or a list of paragraphs.

use serde_json::Value;

/// Name of the field with the text of an item.
const BODY: &str = "body";
/// Separator of two paragraphs of a list.
const SEPARATOR: &str = "\n\n";

/// Returns a value whose `body` has the form that it has in the old value.
pub(super) fn in_form_of(old: &Value, meant: &Value) -> Value {
    let mut meant = meant.clone();
    if let (Some(old), Some(body)) = (old.get(BODY), meant.get_mut(BODY)) {
        if let (Some(parts), Some(text)) = (strings(old), body.as_str()) {
            *body = split(text, &parts).into_iter().map(Value::from).collect();
        } else if let (true, Some(parts)) = (old.is_string(), strings(body)) {
            *body = parts.join(SEPARATOR).into();
        }
    }
    meant
}

fn strings(value: &Value) -> Option<Vec<&str>> {
    let list = value.as_array().filter(|list| !list.is_empty())?;
    list.iter().map(Value::as_str).collect()
}

/// Splits a text into paragraphs that give it when they are joined; those that it had before are
/// not split further.
fn split<'a>(text: &'a str, before: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut next = 0;
    loop {
        let known = before.iter().enumerate().skip(next).find_map(|(at, part)| {
            let after = rest.strip_prefix(part)?;
            let is_whole = after.is_empty() || after.starts_with(SEPARATOR);
            // An empty paragraph at the end would be found everywhere.
            let is_real = !part.is_empty() || at == next;
            (is_whole && is_real).then_some((at, part.len()))
        });
        let length = match known {
            Some((at, length)) => {
                next = at + 1;
                length
            }
            None => rest.find(SEPARATOR).unwrap_or(rest.len()),
        };
        let (part, after) = rest.split_at(length);
        parts.push(part);
        match after.strip_prefix(SEPARATOR) {
            Some(after) => rest = after,
            None => return parts,
        }
    }
}

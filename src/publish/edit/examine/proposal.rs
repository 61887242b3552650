//! Ids that are proposed for new items.

use crate::content::values::date::Date;
use crate::publish::edit::reading::Reading;
use crate::search::sort_key;
use crate::wire::edit::ItemKind;
use serde_json::Value;

/// Number of characters of a title that are read, and of an id without its date.
const READ: usize = 8;
const LONGEST: usize = 40;

/// Returns an id that no other item of the kind has.
pub(super) fn proposed_id(reading: &Reading, kind: ItemKind, value: &Value, today: Date) -> String {
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    let is_free = |id: &str| reading.path(kind, id).is_none();
    let base = match kind {
        ItemKind::Bulletin => return bulletin(reading, value, is_free),
        ItemKind::Article => dated(text("published"), words(text("title")), today),
        ItemKind::Event => dated(text("start"), words(english_or(value, "name")), today),
        ItemKind::Member | ItemKind::Links => words(english_or(value, "name")),
        _ => words(text("title")),
    };
    let base = if base.is_empty() {
        kind.slug().to_owned()
    } else {
        base
    };
    let mut numbers = 2..;
    let mut id = base.clone();
    while !is_free(&id) {
        let number = numbers.next().unwrap_or_default();
        id = format!("{base}-{number}");
    }
    id
}

fn english_or<'a>(value: &'a Value, key: &str) -> &'a str {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::trim);
    let english = text("name_en").filter(|name| !name.is_empty());
    let short = || text("short_name").filter(|name| !name.is_empty());
    english
        .or_else(short)
        .or_else(|| text(key))
        .unwrap_or_default()
}

fn dated(date: &str, words: String, today: Date) -> String {
    let is_day = |date: &&str| {
        date.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    };
    let day = date.get(..10).filter(is_day);
    let day = day.map_or_else(|| today.to_string(), str::to_owned);
    if words.is_empty() {
        return day;
    }
    format!("{day}-{words}")
}

/// Returns the English words of a text that has enough of them, or else its first words in pinyin.
fn words(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let (ascii, other): (Vec<char>, Vec<char>) = letters.partition(char::is_ascii);
    let slug = if other.len() < ascii.len() {
        slug(text)
    } else {
        let mut syllables = Vec::new();
        let mut word = String::new();
        for letter in text.chars() {
            if letter.is_ascii_alphanumeric() {
                word.push(letter);
                continue;
            }
            if !word.is_empty() {
                syllables.push(std::mem::take(&mut word));
            }
            if letter.is_alphanumeric() {
                syllables.push(sort_key(&letter.to_string()));
            }
        }
        syllables.push(word);
        syllables.retain(|syllable| !syllable.is_empty());
        syllables.truncate(READ);
        slug(&syllables.join("-"))
    };
    let mut short = String::new();
    for word in slug.split('-') {
        if !short.is_empty() && short.len() + word.len() >= LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.extend(word.chars().take(LONGEST));
    }
    short
}

fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let words: Vec<_> = words.map(str::to_ascii_lowercase).collect();
    words.join("-")
}

/// Returns the written number of an issue, or else the one after the last.
fn bulletin(reading: &Reading, value: &Value, is_free: impl Fn(&str) -> bool) -> String {
    let number = value
        .get("number")
        .and_then(Value::as_u64)
        .filter(|number| *number > 0);
    let id = number.map(|number| number.to_string());
    if let Some(id) = id.filter(|id| is_free(id)) {
        return id;
    }
    let numbers = reading
        .entries()
        .filter(|entry| entry.kind == ItemKind::Bulletin);
    let last = numbers
        .filter_map(|entry| entry.id.parse::<u32>().ok())
        .max();
    let next = u64::from(last.unwrap_or_default()) + 1;
    next.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_ids() {
        for (title, expected) in [
            ("联盟召开第三次理事会", "lian-meng-zhao-kai-di-san-ci-li"),
            ("Annual Report 2026", "annual-report-2026"),
            ("2026年年会通知", "2026-nian-nian-hui-tong-zhi"),
            ("", ""),
            ("——", ""),
        ] {
            assert_eq!(words(title), expected, "{title}");
        }
    }
}

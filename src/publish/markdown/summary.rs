//! Values derived from a plain text: summary and reading time.

use super::script::is_han;

/// Han characters that are read in a minute.
const HAN_A_MINUTE: usize = 400;
/// Han characters that take as long to read as one word, at 200 words a minute.
const HAN_A_LATIN_WORD: usize = 2;
/// Mark of a cut; two characters in Chinese (GB/T 15834-2011, 4.11).
const ELLIPSIS: &str = "……";

/// Returns the beginning of a plain text in at most `max_chars` characters, including the mark of
/// the cut (`……`).
///
/// Cuts after a sentence, else after a clause, if one ends in the second half of the available
/// length; else between words.
pub(crate) fn summary(plain_text: &str, max_chars: usize) -> String {
    let text = join_lines(plain_text);
    if text.chars().count() <= max_chars {
        return text;
    }
    let room = max_chars.saturating_sub(ELLIPSIS.chars().count());
    if room == 0 {
        return String::new();
    }
    // One character more than fits shows whether the last one ends a word.
    let window: Vec<char> = text.chars().take(room + 1).collect();
    let is_sentence_end = |c: char, ends_word: bool| {
        is_sentence_mark(c) || (matches!(c, '.' | '!' | '?') && ends_word)
    };
    let is_clause_end =
        |c: char, ends_word: bool| is_clause_mark(c) && (!c.is_ascii() || ends_word);
    let end = last_end(&window, room, is_sentence_end)
        .or_else(|| last_end(&window, room, is_clause_end))
        .unwrap_or_else(|| word_end(&window, room));
    let kept: String = window.iter().take(end).collect();
    let kept = kept.trim_end_matches(|c: char| {
        c.is_whitespace() || is_clause_mark(c) || matches!(c, '“' | '‘' | '《' | '（' | '(' | '…')
    });
    format!("{kept}{ELLIPSIS}")
}

/// Returns the minutes needed to read a plain text at 400 Han characters or 200 words of other
/// scripts a minute, rounded up, at least 1.
pub(crate) fn reading_minutes(plain_text: &str) -> usize {
    let mut han = 0;
    let mut words = 0;
    let mut in_word = false;
    for c in plain_text.chars() {
        let joins_word = is_word_char(c);
        han += usize::from(is_han(c));
        words += usize::from(joins_word && !in_word);
        in_word = joins_word;
    }
    (han + words * HAN_A_LATIN_WORD)
        .div_ceil(HAN_A_MINUTE)
        .max(1)
}

/// Joins blocks into one line, without a space after full-width punctuation.
fn join_lines(plain_text: &str) -> String {
    let mut text = String::with_capacity(plain_text.len());
    for word in plain_text.split_whitespace() {
        if text.ends_with(|last: char| last.is_ascii() || !is_mark(last)) {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// Returns the last end in the second half of the available length, including closing quotes.
fn last_end(window: &[char], room: usize, is_end: impl Fn(char, bool) -> bool) -> Option<usize> {
    let mut found = None;
    for (index, &c) in window.iter().enumerate() {
        let next = window.get(index + 1);
        if !is_end(c, next.is_none_or(|&next| next == ' ')) {
            continue;
        }
        let closers = window.iter().skip(index + 1);
        let end = index + 1 + closers.take_while(|&&c| is_closing_mark(c)).count();
        if end <= room && end * 2 >= room {
            found = Some(end);
        }
    }
    found
}

/// Returns the last position in the second half of the available length that splits no word of
/// letters or digits other than Han.
fn word_end(window: &[char], room: usize) -> usize {
    let splits_word = |end: usize| {
        let is_word = |index: usize| window.get(index).is_some_and(|&c| is_word_char(c));
        is_word(end - 1) && is_word(end)
    };
    (room.div_ceil(2).max(1)..=room)
        .rev()
        .find(|&end| !splits_word(end))
        .unwrap_or(room)
}

fn is_word_char(c: char) -> bool {
    // In this order, as most characters are Han.
    !is_han(c) && c.is_alphanumeric()
}

fn is_mark(c: char) -> bool {
    is_sentence_mark(c) || is_clause_mark(c) || is_closing_mark(c)
}

fn is_sentence_mark(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

fn is_clause_mark(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | '：' | ',' | ';' | ':')
}

fn is_closing_mark(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '）' | '》' | '】')
}

#[cfg(test)]
mod tests {
    use super::{reading_minutes, summary};

    #[test]
    fn a_summary_ends_where_the_text_allows() {
        for (text, room, expected) in [
            ("短文。", 140, "短文。"),
            ("一段\n二段。\n三段", 140, "一段 二段。三段"),
            ("一二三四五。六七八九十", 10, "一二三四五。……"),
            ("他说：“一二三。”六七八九十", 12, "他说：“一二三。”……"),
            ("一二三四五，六七八九十", 10, "一二三四五……"),
            ("一二三四五六七八九十甲乙", 10, "一二三四五六七八……"),
            ("一二三四五六 polyester 纤维", 10, "一二三四五六……"),
            ("Done, all of it. And more", 20, "Done, all of it.……"),
            ("一。二三四五六七八九十甲乙", 10, "一。二三四五六七……"),
            ("一二三", 2, ""),
            ("", 140, ""),
        ] {
            assert_eq!(summary(text, room), expected, "{text} in {room}");
        }
    }

    #[test]
    fn reading_time_counts_characters_and_words() {
        for (text, minutes) in [
            (String::new(), 1),
            ("字".repeat(400), 1),
            ("字".repeat(401), 2),
            ("word ".repeat(200), 1),
            ("word字".repeat(200), 2),
            ("，。".repeat(1000), 1),
        ] {
            assert_eq!(reading_minutes(&text), minutes, "{text}");
        }
    }
}

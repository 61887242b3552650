//! Tests that apply to every language.

use super::{CHINESE, ENGLISH, Text};
use crate::wire::Date;
use std::collections::BTreeSet;

/// Returns the placeholders in a pattern.
fn places(pattern: &str) -> BTreeSet<&str> {
    pattern
        .split('{')
        .skip(1)
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
}

#[test]
fn no_language_lacks_a_phrase() {
    for text in [&CHINESE, &ENGLISH] {
        for (name, strings) in text.named() {
            let empty = strings.iter().any(|string| string.trim().is_empty());
            assert!(!empty, "{name} is empty: {strings:?}");
        }
    }
}

#[test]
fn all_languages_have_the_same_places_for_values() {
    for ((name, chinese), (_, english)) in CHINESE.named().into_iter().zip(ENGLISH.named()) {
        let [chinese, english] = [chinese, english].map(|mut strings| {
            // The form for one thing may omit the number.
            strings.pop().map(places).unwrap_or_default()
        });
        assert_eq!(chinese, english, "{name}");
    }
}

#[test]
fn english_has_no_chinese_left_in_it() {
    for (name, strings) in ENGLISH.named() {
        for string in strings {
            let is_latin = string
                .chars()
                .all(|letter| letter.is_ascii() || "–—…’“”".contains(letter));
            assert!(is_latin, "{name}: {string}");
        }
    }
}

#[test]
fn a_year_has_twelve_months() {
    for text in [&CHINESE, &ENGLISH] {
        assert_eq!(text.months.split(' ').count(), 12, "{}", text.months);
    }
}

#[test]
fn what_travels_arrives() {
    let sent: Vec<String> = ENGLISH.words().into_iter().map(str::to_owned).collect();
    let arrived = Text::read(sent.clone()).map(|text| text.words());
    assert_eq!(arrived, Some(ENGLISH.words()));
    let longer = [sent.as_slice(), &["one more".to_owned()]].concat();
    assert!(Text::read(longer).is_none());
    let shorter = sent.into_iter().skip(1).collect();
    assert!(Text::read(shorter).is_none());
}

#[test]
fn the_tag_of_a_site_decides_its_language() {
    for (lang, expected) in [
        ("zh-CN", "首页"),
        ("en", "Home"),
        ("en-GB", "Home"),
        ("EN-us", "Home"),
        ("enm", "首页"),
        ("", "首页"),
    ] {
        assert_eq!(Text::of(lang).home, expected, "{lang}");
    }
}

#[test]
fn dates_read_as_people_write_them() {
    for (iso, chinese, english) in [
        ("2023-03-03", "2023年3月3日", "3 March 2023"),
        (
            "2023-12-30T09:30:00+08:00",
            "2023年12月30日",
            "30 December 2023",
        ),
        ("2010-10", "2010年10月", "October 2010"),
        ("2010", "2010年", "2010"),
    ] {
        let date = Date::new(iso.to_owned());
        assert_eq!(CHINESE.date(&date), chinese);
        assert_eq!(ENGLISH.date(&date), english);
    }
}

#[test]
fn sizes_read_as_people_say_them() {
    for (bytes, chinese, english) in [
        (0, "0 字节", "0 bytes"),
        (1, "1 字节", "1 byte"),
        (1023, "1023 字节", "1023 bytes"),
        (1024, "1 KB", "1 KB"),
        (1025, "2 KB", "2 KB"),
        (1024 * 1024, "1.0 MB", "1.0 MB"),
        (2_500_000, "2.4 MB", "2.4 MB"),
    ] {
        assert_eq!(CHINESE.file_size(bytes), chinese);
        assert_eq!(ENGLISH.file_size(bytes), english);
    }
}

#[test]
fn the_directory_says_how_many_it_shows() {
    for (shown, all, chinese, english) in [
        (60, 60, "共 60 家成员", "60 members"),
        (1, 1, "共 1 家成员", "1 member"),
        (
            12,
            60,
            "60 家成员中有 12 家符合条件",
            "Showing 12 of 60 members",
        ),
    ] {
        assert_eq!(CHINESE.members_shown(shown, all), chinese);
        assert_eq!(ENGLISH.members_shown(shown, all), english);
    }
}

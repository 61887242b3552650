//! Tests of events on pages: their dates and their order.

use super::harness::dom;
use super::harness::sites::publish;
use crate::fixtures::{Tree, sound_site, write};
use serde_json::{Value, json};

fn published(events: &[(String, Value)]) -> Tree {
    let site = sound_site();
    for (id, event) in events {
        let path = format!("content/events/{id}.json");
        write(site.path(), &path, event.to_string());
    }
    publish(site.path(), None)
}

/// Returns the elements of a page, each with its text.
fn page(tree: &Tree, path: &str) -> Vec<dom::Element> {
    let bytes = tree
        .get(path)
        .unwrap_or_else(|| panic!("there is no {path}"));
    dom::elements(&dom::parse(&String::from_utf8_lossy(bytes)))
}

fn of_class(tree: &Tree, path: &str, class: &str) -> Vec<String> {
    page(tree, path)
        .into_iter()
        .filter(|element| dom::attribute(element, "class") == Some(class))
        .map(|element| element.text)
        .collect()
}

#[track_caller]
fn check(event: Value, list: &str, facts: &[(&str, &str)]) {
    let tree = published(&[("e".to_owned(), event)]);
    for path in ["events/index.html", "events/e/index.html", "index.html"] {
        let when = of_class(&tree, path, "event__when");
        assert_eq!(when, [list], "{path}");
    }
    let mut found = Vec::new();
    let mut terms = page(&tree, "events/e/index.html").into_iter();
    while let Some(element) = terms.next() {
        if element.name == "dt"
            && let Some(value) = terms.next()
        {
            found.push((element.text, value.text));
        }
    }
    for (term, value) in facts {
        let fact = ((*term).to_owned(), (*value).to_owned());
        assert!(found.contains(&fact), "{fact:?} is not in {found:?}");
    }
}

#[test]
fn the_end_and_the_hours_are_told() {
    check(
        json!({
            "name": "示例培训班",
            "start": "2026-12-10T14:30:00+08:00",
            "end": "2026-12-10T16:00:00+08:00",
            "registration": { "deadline": "2026-12-05T12:00:00+08:00" },
        }),
        "2026年12月10日 14:30—16:00",
        &[
            ("时间", "2026年12月10日 14:30—16:00"),
            ("报名", "截止 2026年12月5日 12:00"),
        ],
    );
    check(
        json!({
            "name": "示例会",
            "start": "2026-12-10T09:00:00+08:00",
            "end": "2026-12-12T17:00:00+08:00",
        }),
        "2026年12月10日 09:00—2026年12月12日 17:00",
        &[("时间", "2026年12月10日 09:00—2026年12月12日 17:00")],
    );
    check(
        json!({
            "name": "示例展",
            "start": "2026-12-10T09:00:00+08:00",
            "end": "2026-12-12T17:00:00+08:00",
            "all_day": true,
            "registration": { "deadline": "2026-12-05" },
        }),
        "2026年12月10日—2026年12月12日",
        &[("报名", "截止 2026年12月5日")],
    );
}

#[test]
fn a_moved_event_says_when_it_was_planned_and_what_changed() {
    check(
        json!({
            "name": "示例会",
            "start": "2026-05-08",
            "changes": [{ "date": "2026-01-10", "note": "推迟到 5 月。", "start": "2026-04-10" }],
        }),
        "2026年5月8日",
        &[
            ("时间", "2026年5月8日"),
            ("原定时间", "2026年4月10日"),
            ("变动", "2026年1月10日 推迟到 5 月。"),
        ],
    );
}

#[test]
fn what_comes_next_stands_first_and_then_the_latest_past() {
    let events: Vec<(String, Value)> = [
        "2014-05-01",
        "2015-05-01",
        "2016-05-01",
        "2026-02-01",
        "2026-12-10",
        "2027-03-01",
        "2027-05-01",
        "2027-09-01",
    ]
    .into_iter()
    .map(|day| {
        (
            format!("e-{day}"),
            json!({ "name": format!("活动 {day}"), "start": day }),
        )
    })
    // A current event began before the day of the build.
    .chain([(
        "running".to_owned(),
        json!({ "name": "进行中", "start": "2026-01-10", "end": "2026-01-15" }),
    )])
    .collect();
    let tree = published(&events);
    let names = |path| of_class(&tree, path, "event__name");
    assert_eq!(
        names("events/index.html"),
        [
            "进行中",
            "活动 2026-02-01",
            "活动 2026-12-10",
            "活动 2027-03-01",
            "活动 2027-05-01",
            "活动 2027-09-01",
            "活动 2016-05-01",
            "活动 2015-05-01",
            "活动 2014-05-01",
        ]
    );
    assert_eq!(
        names("index.html"),
        [
            "进行中",
            "活动 2026-02-01",
            "活动 2026-12-10",
            "活动 2027-03-01"
        ]
    );
    let headings: Vec<String> = page(&tree, "events/index.html")
        .into_iter()
        .filter(|element| element.name == "h2")
        .map(|element| element.text)
        .collect();
    assert!(
        headings.starts_with(&["近期活动", "2016年", "2015年", "2014年"].map(str::to_owned)),
        "{headings:?}"
    );
}

#[test]
fn the_front_shows_all_that_is_coming_and_numbered_pages_stay() {
    let days = |year: u32, count: u32| {
        (0..count).map(move |number| {
            let day = format!("{year}-{:02}-{:02}", 2 + number / 28, 1 + number % 28);
            (format!("e-{day}"), json!({ "name": day, "start": day }))
        })
    };
    let events: Vec<_> = days(2020, 5).chain(days(2026, 70)).collect();
    let tree = published(&events);
    let names = of_class(&tree, "events/index.html", "event__name");
    assert_eq!(names.len(), 70);
    assert_eq!(names.first().map(String::as_str), Some("2026-02-01"));
    assert!(names.is_sorted());
    let first = of_class(&tree, "events/page/1/index.html", "event__name");
    assert_eq!(first.len(), 20);
    assert_eq!(first.last().map(String::as_str), Some("2020-02-01"));
}

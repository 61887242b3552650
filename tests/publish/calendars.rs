//! Tests of the published calendars with an independent parser.

use super::harness::sites::publish;
use crate::fixtures::{Tree, fixture, sound_site, write};
use icalendar::{Calendar, Component as _, Event, EventStatus};
use serde_json::{Value, json};

fn calendar(tree: &Tree, path: &str) -> Calendar {
    let bytes = tree
        .get(path)
        .unwrap_or_else(|| panic!("there is no {path}"));
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.parse()
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Publishes a site with this event only, and returns its properties by their names.
fn published(event: &Value) -> Event {
    let site = sound_site();
    write(
        site.path(),
        "content/events/example.json",
        event.to_string(),
    );
    let tree = publish(site.path(), None);
    let calendar = calendar(&tree, "events/example/event.ics");
    let mut events = calendar.events();
    let event = events.next().cloned().expect("an event");
    assert!(events.next().is_none());
    event
}

#[track_caller]
fn check(event: &Value, expected: &[(&str, Option<&str>)]) {
    let event = published(event);
    for (name, value) in expected {
        assert_eq!(event.property_value(name), *value, "{name}");
    }
}

#[test]
fn an_event_of_days_ends_before_the_day_after_its_last() {
    check(
        &json!({ "name": "示例展", "start": "2026-12-30", "end": "2026-12-31" }),
        &[
            ("DTSTART", Some("20261230")),
            ("DTEND", Some("20270101")),
            ("DTSTAMP", Some("20261230T000000Z")),
        ],
    );
}

#[test]
fn an_event_of_one_day_lasts_that_day() {
    check(
        &json!({ "name": "示例展", "start": "2028-02-28" }),
        &[("DTSTART", Some("20280228")), ("DTEND", Some("20280229"))],
    );
}

#[test]
fn times_are_those_of_a_zone_that_the_calendar_defines() {
    let event = json!({
        "name": "示例会",
        "start": "2026-05-08T09:30:00+08:00",
        "end": "2026-05-08T17:00:00+08:00",
    });
    let site = sound_site();
    write(
        site.path(),
        "content/events/example.json",
        event.to_string(),
    );
    let tree = publish(site.path(), None);
    let text = String::from_utf8_lossy(&tree["events.ics"]).into_owned();
    let lines: Vec<&str> = text.split("\r\n").collect();
    for line in [
        "TZID:Asia/Shanghai",
        "TZOFFSETTO:+0800",
        "DTSTART;TZID=Asia/Shanghai:20260508T093000",
        "DTEND;TZID=Asia/Shanghai:20260508T170000",
    ] {
        assert!(lines.contains(&line), "{line} is not in\n{text}");
    }
}

#[test]
fn an_event_is_known_by_its_id_and_the_host() {
    check(
        &json!({ "name": "示例展", "start": "2026-12-30" }),
        &[
            ("UID", Some("example@example.org")),
            ("URL", Some("https://example.org/events/example/")),
        ],
    );
}

#[test]
fn what_becomes_of_an_event_is_told() {
    for (status, expected) in [
        ("scheduled", EventStatus::Confirmed),
        ("postponed", EventStatus::Tentative),
        ("cancelled", EventStatus::Cancelled),
    ] {
        let event = json!({ "name": "示例展", "start": "2026-12-30", "status": status });
        assert_eq!(published(&event).get_status(), Some(expected));
    }
}

/// Returns sequence and time stamp of an event in its calendar.
fn revision(event: &Value) -> (u32, String) {
    let event = published(event);
    let sequence = event.property_value("SEQUENCE").unwrap_or("0");
    let stamp = event.property_value("DTSTAMP").expect("a stamp");
    (sequence.parse().expect("a number"), stamp.to_owned())
}

#[test]
fn each_change_of_an_event_is_newer_than_what_was_before() {
    let change =
        |note: &str, start: &str| json!({ "date": "2026-01-10", "note": note, "start": start });
    let later = change("推迟", "2026-04-10");
    let earlier = change("提前", "2026-05-08");
    let event = |start: &str, status: &str, changes: &[&Value]| json!({ "name": "示例会", "start": start, "status": status, "changes": changes });
    for story in [
        vec![
            event("2026-04-10", "scheduled", &[]),
            event("2026-04-10", "cancelled", &[]),
        ],
        vec![
            event("2026-04-10", "scheduled", &[]),
            event("2026-04-10", "postponed", &[]),
            event("2026-05-08", "scheduled", &[&later]),
            event("2026-03-01", "scheduled", &[&later, &earlier]),
            event("2026-03-01", "cancelled", &[&later, &earlier]),
        ],
    ] {
        for pair in story.windows(2) {
            let [before, after] = pair else { continue };
            let (old, new) = (revision(before), revision(after));
            assert!(old.0 < new.0 && old.1 < new.1, "{old:?} {new:?}");
        }
    }
}

#[test]
fn an_event_of_which_nothing_changed_has_no_sequence() {
    check(
        &json!({ "name": "示例展", "start": "2026-12-30" }),
        &[
            ("SEQUENCE", None),
            ("DTSTAMP", Some("20261230T000000Z")),
            ("STATUS", Some("CONFIRMED")),
        ],
    );
    check(
        &json!({ "name": "示例展", "start": "2026-12-30", "status": "cancelled" }),
        &[
            ("SEQUENCE", Some("2")),
            ("DTSTAMP", Some("20261230T000002Z")),
            ("STATUS", Some("CANCELLED")),
        ],
    );
}

#[test]
fn a_calendar_tells_the_hour_of_the_deadline_and_what_changed() {
    check(
        &json!({
            "name": "示例会",
            "start": "2026-12-30",
            "registration": { "deadline": "2026-12-05T12:00:00+08:00" },
            "changes": [{ "date": "2026-01-10", "note": "改在线上举行。" }],
        }),
        &[(
            "DESCRIPTION",
            Some(
                "2026年1月10日：改在线上举行。\n截止：2026年12月5日 12:00\nhttps://example.org/events/example/",
            ),
        )],
    );
}

#[test]
fn names_and_places_arrive_as_they_were_written() {
    let name = "丝,线;与\\🧵：一个长到必须折行的名字，因为每行最多只有七十五个字节，汉字占三个";
    check(
        &json!({
            "name": name,
            "start": "2026-12-30",
            "venue": { "city": "示例市", "name": "会展中心, A馆" },
            "summary": "一句话。",
        }),
        &[
            ("SUMMARY", Some(name)),
            ("LOCATION", Some("示例市 会展中心, A馆")),
            (
                "DESCRIPTION",
                Some("一句话。\nhttps://example.org/events/example/"),
            ),
        ],
    );
}

#[test]
fn the_calendar_holds_every_event() {
    let tree = publish(&fixture("everything/site"), None);
    let calendar = calendar(&tree, "events.ics");
    let names: Vec<_> = calendar.events().filter_map(Event::get_summary).collect();
    assert_eq!(names, ["取消的示例培训", "第一届示例展"]);
    assert_eq!(calendar.get_name(), Some("示例纤维技术创新联盟"));
}

#[test]
fn lines_end_and_are_folded_as_the_standard_says() {
    let tree = publish(&fixture("everything/site"), None);
    let calendars = tree.iter().filter(|(path, _)| path.ends_with(".ics"));
    let mut lines = 0;
    for (path, bytes) in calendars {
        let text = String::from_utf8_lossy(bytes);
        let whole = text.strip_suffix("\r\n").unwrap_or_default();
        for line in whole.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains('\n'), "{path}: {line}");
            lines += 1;
        }
    }
    assert!(lines > 40, "only {lines} lines were read");
}

#[test]
fn a_site_without_events_has_no_calendar() {
    let tree = publish(sound_site().path(), None);
    assert!(!tree.contains_key("events.ics"));
}

//! Tests of the calendars with Python's icalendar.

use super::programs::{published, python};
use serde_json::json;

#[test]
fn icalendar_understands_every_calendar() {
    let (_folder, out) = published();
    let paths = [
        "events.ics",
        "events/2024-05-training/event.ics",
        "events/2026-09-expo/event.ics",
    ];
    let calendars = python(
        "tests/interop/calendar_reader.py",
        &paths.map(|path| out.join(path)),
    );
    assert_eq!(calendars.len(), paths.len());
    let mut counts = Vec::new();
    for (path, calendar) in paths.iter().zip(&calendars) {
        assert_eq!(
            calendar["faults"].as_array().map(Vec::len),
            Some(0),
            "{path}"
        );
        assert_eq!(calendar["version"], "2.0", "{path}");
        counts.push(calendar["events"].as_array().map(Vec::len));
    }
    assert_eq!(counts, [Some(2), Some(1), Some(1)]);
    assert_eq!(
        calendars[1]["events"][0],
        json!({
            "uid": "2024-05-training@example.org",
            "title": "取消的示例培训",
            "start": "2024-05-20T09:00:00+08:00",
            "end": "2024-05-20T17:00:00+08:00",
            "stamped": "2024-05-20T00:00:02+00:00",
            "address": "https://example.org/events/2024-05-training/",
        })
    );
    assert_eq!(calendars[2]["events"][0]["end"], "2026-09-13");
}

"""Reads calendars with icalendar and prints what it understood as JSON, one calendar a line."""

import json
import sys

from icalendar import Calendar


def told(value):
    """A date or time as ISO 8601 has it, with its offset from UTC."""
    return value.dt.isoformat()


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    events = calendar.walk("VEVENT")
    print(
        json.dumps(
            {
                "faults": [str(fault) for part in calendar.walk() for fault in part.errors],
                "version": calendar["VERSION"],
                "name": calendar["X-WR-CALNAME"],
                "events": [
                    {
                        "uid": event["UID"],
                        "title": event["SUMMARY"],
                        "start": told(event["DTSTART"]),
                        "end": told(event["DTEND"]),
                        "stamped": told(event["DTSTAMP"]),
                        "address": event["URL"],
                    }
                    for event in events
                ],
            }
        )
    )

"""Reads feeds with feedparser and prints what it understood as JSON, one feed a line."""

import json
import sys

import feedparser

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        feed = feedparser.parse(
            file.read(), response_headers={"content-type": "application/atom+xml"}
        )
    print(
        json.dumps(
            {
                "faults": str(feed.get("bozo_exception", "")),
                "version": feed.version,
                "title": feed.feed.title,
                "updated": feed.feed.updated_parsed is not None,
                "entries": [
                    {
                        "id": entry.id,
                        "link": entry.link,
                        "title": entry.title,
                        "dated": entry.published_parsed is not None
                        and entry.updated_parsed is not None,
                        "html": entry.content[0].value,
                        "type": entry.content[0].type,
                    }
                    for entry in feed.entries
                ],
            }
        )
    )

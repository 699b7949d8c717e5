"""What happened to watched figures as an Atom feed (RFC 4287), for feed readers, and as JSON, for programs."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from xml.etree import ElementTree as ET

from indicators.exports import messages
from indicators.view.watching import WatchEvent, WatchReport

_ATOM = "http://www.w3.org/2005/Atom"


def write_atom_feed(report: WatchReport, name: str) -> bytes:
    """Write the latest events as an Atom feed under the name of the file of rules.

    >>> event = WatchEvent("new", "GDP, Peru, 2024: 1 USD is new.", "2026-11-30T12:00:00+00:00", "gdp", "Peru", "2024")
    >>> write_atom_feed(WatchReport((event,), (event,), False, 1), "a.yaml").startswith(b"<?xml")
    True
    """
    feed = ET.Element("feed", xmlns=_ATOM)
    newest = max((event.time for event in report.history), default="1970-01-01T00:00:00+00:00")
    told = {"title": messages.FEED_TITLE.format(name=name), "id": _make_id(name), "updated": newest}
    for tag, text in told.items():
        ET.SubElement(feed, tag).text = text
    ET.SubElement(ET.SubElement(feed, "author"), "name").text = "indicators"
    for event in report.history:
        entry = ET.SubElement(feed, "entry")
        for tag, text in {"title": event.text, "id": _make_id(name, event), "updated": event.time}.items():
            ET.SubElement(entry, tag).text = text
        ET.SubElement(entry, "category", term=event.kind)
        ET.SubElement(entry, "content", type="text").text = event.text
    body: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body


def write_event_list(report: WatchReport) -> bytes:
    """Write the events of this look, and the latest of all looks, as JSON."""
    content = {
        "watched": report.watched,
        "first_look": report.is_first,
        "events": [asdict(event) for event in report.events],
        "history": [asdict(event) for event in report.history],
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _make_id(name: str, event: WatchEvent | None = None) -> str:
    """Return an id that the same event always has."""
    told = repr((name, event and (event.kind, event.text, event.time)))
    return f"urn:sha256:{hashlib.sha256(told.encode()).hexdigest()}"

"""``topics.yaml``: the topics that indicators are listed under, and their sections, as a table of contents.

A folder without the file accepts any topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from indicators.errors import Fault, suggest_nearest
from indicators.files.documents import read_document
from indicators.files.field_types import Required, collect_faults
from indicators.model.observations import Indicator

_SHAPE: TypeAdapter[dict[str, list[str]]] = TypeAdapter(dict[Required, list[Required]])


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics and sections of a folder, in order.

    Attributes:
        sections: Each topic with its section; a topic without sections has an empty one.

    >>> topics = Topics((("Economy", "Output"), ("Economy", "Income"), ("Prices", "")))
    >>> topics.topics
    ('Economy', 'Prices')
    """

    sections: tuple[tuple[str, str], ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics, each once."""
        return tuple(dict.fromkeys(topic for topic, _ in self.sections))

    def __bool__(self) -> bool:
        return bool(self.sections)

    def find_faults(self, indicators: Iterable[Indicator], file: str) -> Iterator[Fault]:
        """Yield a fault for each indicator whose topic or section is not one of these."""
        for one in indicators:
            sections = [section for topic, section in self.sections if topic == one.topic]
            if not sections:
                hint = suggest_nearest(one.topic, self.topics)
                yield Fault(file, None, f"{one.id}.topic", one.topic, "a topic of topics.yaml", hint)
            elif one.section not in sections:
                found, wanted = one.section or "nothing", f"a section of {one.topic} in topics.yaml"
                yield Fault(file, None, f"{one.id}.section", found, wanted, suggest_nearest(one.section, sections))


def read_topics(path: Path, file: str) -> tuple[Topics, list[Fault]]:
    """Read ``topics.yaml``: each topic with a list of its sections; nothing if there is no such file."""
    if not path.exists():
        return Topics(), []
    document, faults = read_document(path, file)
    if faults:
        return Topics(), faults
    try:
        content = _SHAPE.validate_python(document.content)
    except ValidationError as error:
        return Topics(), collect_faults(error, file, document.find_line)
    return Topics(tuple((topic, section) for topic, named in content.items() for section in named or [""])), []


def sort_by_topic(indicators: Iterable[Indicator], topics: Topics) -> tuple[Indicator, ...]:
    """Sort indicators by topic and section; those of the same section, or of unknown topics, keep their order."""
    places = {section: place for place, section in enumerate(topics.sections)}
    return tuple(sorted(indicators, key=lambda one: places.get((one.topic, one.section), len(places))))

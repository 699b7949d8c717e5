"""The entries of lists that are searched by typing: every name, synonym and code of indicators, countries and groups.

A list in the browser shows the entries that contain what is typed, in the order given here, and Enter takes the first.
So an entry comes before those that contain it: *Sudan* before *South Sudan*, ``UK`` before *Ukraine*; otherwise names
come first, in their order, and then synonyms, the shorter ones first. Whatever is chosen is an exact name, so nothing
has to be guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, fold_name
from indicators.model.dimensions import label_dimensions
from indicators.model.formatting import count_noun
from indicators.model.observations import Dataset
from indicators.view import messages

_MOST_FOUND: Final = 24
_JOINER: Final = "\N{WORD JOINER}"
"""Invisible, and without width: in the name after a synonym, it keeps the entry out of a search for that name."""


def list_indicator_entries(catalogue: Catalogue) -> dict[str, str]:
    """Return the label of each entry; an entry is an id, a synonym or a publisher's code.

    >>> from indicators.files import read_embedded_catalogue
    >>> entries = list_indicator_entries(read_embedded_catalogue())
    >>> entries["inflation"], entries["CPI"].replace(chr(0x2060), "")
    ('Inflation', 'CPI → Inflation')
    """
    names = {indicator.id: (indicator.name, indicator.name) for indicator in catalogue.indicators}
    synonyms = {
        name: indicator.name
        for indicator in catalogue.indicators
        for name in (*indicator.aliases, indicator.code)
        if name and name not in names and catalogue.find_indicator(name) is indicator
    } | {
        code: f"{indicator.name}, {label_dimensions(series, indicator.dimensions)}"
        for indicator in catalogue.indicators
        for series, code in indicator.codes
    }
    return dict(_put_contained_first(names, _label_synonyms(synonyms)))


def search_indicator_entries(words: str, catalogue: Catalogue) -> dict[str, str]:
    """Return the label of each entry that a search finds, the best first: by series' codes, then as the catalogue does.

    Every label contains the words, so that a browser shows it: by its name, or after the words as after a synonym.

    >>> from indicators.files import read_embedded_catalogue
    >>> found = search_indicator_entries("inlfation", read_embedded_catalogue())
    >>> found["inflation"]
    'inlfation → Inflation'
    """
    typed = words.strip()
    series = {
        code: f"{code} → {indicator.name}, {label_dimensions(codes, indicator.dimensions)}"
        for indicator in catalogue.indicators
        for codes, code in indicator.codes
        if typed.casefold() in code.casefold()
    }
    found = {one.id: one.name for one in catalogue.search(typed)[:_MOST_FOUND]} if fold_name(typed) else {}
    return series | {
        id: name if typed.casefold() in name.casefold() else label_synonym(words, name) for id, name in found.items()
    }


class AreaEntry(NamedTuple):
    """An entry of the list of countries and groups.

    Attributes:
        code: The code of the country or group as a whole, or empty for the members of a group.
        text: What is searched and shown.
        name: The name it stands for, if it is another one.
    """

    code: str
    text: str
    name: str


def list_area_entries(catalogue: Catalogue) -> dict[str, AreaEntry]:
    """Return the entries of countries and groups; an entry is what `Catalogue.resolve_areas` reads.

    >>> from indicators.files import read_embedded_catalogue
    >>> entries = list_area_entries(read_embedded_catalogue())
    >>> entries["Deutschland"]
    AreaEntry(code='DEU', text='Deutschland', name='Germany')
    >>> entries["EU:members"].text, entries["G7"].text
    ('European Union: 27 members', 'G7: 7 members')
    """
    names = {area.code: (area.name, area.name) for area in catalogue.areas}
    synonyms = {
        name: area.name
        for area in catalogue.areas
        for name in (area.alpha2, area.code.lower(), *area.aliases)
        if name and name not in names
    }
    for group in catalogue.groups:
        members = count_noun(len(group.members()), "member", "members")
        label = messages.MEMBERS_ENTRY.format(group=group.name, members=members)
        whole = catalogue.areas.by_code.get(group.aggregate)
        names[f"{group.code}:members" if whole else group.name] = (group.name, label)
        others = [name for name in (group.code, group.name, *group.aliases) if "_" not in name and name not in names]
        synonyms |= dict.fromkeys(others, whole.name if whole else label)
    known = {fold_name(text) for text, _ in names.values()}
    further = {name: text for name, text in synonyms.items() if fold_name(name) not in known}
    codes = {area.code.lower() for area in catalogue.areas}
    texts = {name: name.upper() if name in codes else name for name in _put_shorter_first(further)}
    return {
        entry: AreaEntry("" if (area := catalogue.get_area(entry)) is None else area.code, text, further.get(entry, ""))
        for entry, text in _put_contained_first(names, texts)
    }


def list_whole_entries(catalogue: Catalogue) -> tuple[AreaEntry, ...]:
    """Return the entries that stand for one country or group as a whole, also a group that has no figures as such.

    >>> from indicators.files import read_embedded_catalogue
    >>> entries = list_whole_entries(read_embedded_catalogue())
    >>> sorted(entry for entry in entries if entry.text in ("EU", "BRICS"))
    [AreaEntry(code='BRICS', text='BRICS', name=''), AreaEntry(code='EUU', text='EU', name='European Union')]
    """
    names = {area.code: area.name for area in catalogue.areas}
    names |= {group.code: group.name for group in catalogue.groups if group.aggregate not in names}
    found = []
    for entry, one in list_area_entries(catalogue).items():
        group = None if one.code or ":" in entry else catalogue.group_list.find(entry)
        code = one.code if group is None else group.code
        if code in names:
            found.append(AreaEntry(code, one.text if one.name else names[code], names[code] if one.name else ""))
    return tuple(found)


def find_areas(words: str, catalogue: Catalogue) -> list[Area]:
    """Return the countries and groups a name or part of one stands for, the exact one first, then those that begin so.

    >>> from indicators.files import read_embedded_catalogue
    >>> [area.name for area in find_areas("guinea", read_embedded_catalogue())][:2]
    ['Guinea', 'Guinea-Bissau']
    """
    folded = fold_name(words)
    if not folded:
        return []
    exact = catalogue.get_area(words)
    found: list[tuple[int, str, Area]] = []
    for area in catalogue.areas:
        names = [fold_name(name) for name in (area.name, *area.aliases)]
        if area is exact or any(folded in name for name in names):
            starts = [name.startswith(folded) for name in names]
            place = 0 if area is exact else 1 if starts[0] else 2 if any(starts) else 3
            found.append((place, area.name, area))
    return [area for _, _, area in sorted(found, key=lambda one: one[:2])]


def guess_areas(words: str, catalogue: Catalogue) -> list[Area]:
    """Return the countries and groups that a text with a slip may mean, for when `find_areas` finds none.

    >>> from indicators.files import read_embedded_catalogue
    >>> [area.name for area in guess_areas("Gremany", read_embedded_catalogue())]
    ['Germany']
    """
    from indicators.model.search import is_slip  # with a matcher that most commands don't need

    folded = fold_name(words)
    return [
        area for area in catalogue.areas if any(is_slip(folded, fold_name(name)) for name in (area.name, *area.aliases))
    ]  # fmt: skip


def find_datasets(words: str, catalogue: Catalogue) -> list[Dataset]:
    """Return the datasets in whose publisher, title or id all words occur.

    >>> from indicators.files import read_embedded_catalogue
    >>> find_datasets("outlook imf", read_embedded_catalogue())[0].publisher
    'IMF'
    """
    wanted = fold_name(words).split()
    return [
        one for one in catalogue.datasets
        if wanted and all(word in fold_name(f"{one.publisher} {one.title} {one.id}") for word in wanted)
    ]  # fmt: skip


def label_synonym(synonym: str, name: str) -> str:
    """Return the label of an entry: what was typed or is also said, and the name it stands for.

    >>> label_synonym("CPI", "Inflation")
    'CPI → Inflation'
    """
    return messages.SYNONYM_ENTRY.format(synonym=synonym, name=name)


def _label_synonyms(synonyms: Mapping[str, str]) -> dict[str, str]:
    """Label synonyms with the name they stand for, which a search doesn't find there; shorter ones come first."""
    return {name: label_synonym(name, _JOINER.join(synonyms[name])) for name in _put_shorter_first(synonyms)}


def _put_shorter_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (len(name), name.casefold()))


def _put_contained_first(
    names: Mapping[str, tuple[str, str]], synonyms: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the entries with their labels: names in their order, each after those it contains, then synonyms.

    Args:
        names: The text that is compared, and the label of each name.
        synonyms: The labels of synonyms, which are compared themselves.

    >>> names = {"SSD": ("South Sudan",) * 2, "SDN": ("Sudan",) * 2, "PRK": ("North Korea",) * 2}
    >>> [entry for entry, _ in _put_contained_first(names, {"Norge": "Norge → Norway", "Korea": "Korea → South Korea"})]
    ['SDN', 'SSD', 'Korea', 'PRK', 'Norge']
    """
    left = {entry: (text.casefold(), label) for entry, (text, label) in names.items()}
    left |= {entry: (entry.casefold(), label) for entry, label in synonyms.items()}
    for entry in names:
        if entry in left:
            yield from _take_contained(entry, left)
    yield from ((entry, label) for entry, (_, label) in left.items())


def _take_contained(entry: str, left: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Take an entry out of those left, after all whose text is in its label, each with those in its own label."""
    folded, label = left.pop(entry)
    searched = label.casefold()  # what a browser looks in: "54 members" contains ME, a code of Montenegro
    inside = [key for key, (text, _) in left.items() if text in searched and text != folded]
    for other in sorted(inside, key=lambda key: len(left[key][0])):
        if other in left:
            yield from _take_contained(other, left)
    yield entry, label

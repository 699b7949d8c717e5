"""The choice of dimensions in a view: read from its spellings, and checked against the chosen indicators.

Python spells it ``dimensions={"sex": "F~M"}``, the command ``--dimension sex=F~M``, and the address and a file have a
parameter for each dimension: ``sex=F~M``. Codes and words are understood, such as ``F`` and ``women``. A publisher's
code of a series chooses its dimensions: ``SL.UEM.1524.FE.ZS`` is youth unemployment with ``sex=F``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from indicators.errors import UnknownNameError, UsageError, ViewError, shorten, suggest_nearest
from indicators.model.catalogue import Catalogue
from indicators.model.dimensions import Dimension, DimensionChoice, escape_code, split_dimensions, unescape_code
from indicators.model.observations import Indicator
from indicators.view import messages


def join_parts(parts: Mapping[str, object] | str) -> str:
    """Join a choice given in Python as one text; a text stays as it is.

    >>> join_parts({"sex": "F~M", "sector": ["Food; drink"]})
    'sex=F~M;sector=Food%3B drink'
    """
    if isinstance(parts, str):
        return parts
    return ";".join(f"{name}={'~'.join(map(escape_code, _list_texts(given)))}" for name, given in parts.items())


def _list_texts(given: object) -> list[str]:
    if isinstance(given, str):
        return [part.strip() for part in given.split("~")]
    return [str(one) for one in given] if isinstance(given, Iterable) else [str(given)]


def read_parts(text: str) -> DimensionChoice:
    """Read a choice from its text; nothing is looked up.

    Raises:
        ViewError: A part has no name or no code.

    >>> read_parts("sex=women~M;age=15-24")
    (('sex', ('women', 'M')), ('age', ('15-24',)))
    """
    found: dict[str, tuple[str, ...]] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, _, codes = part.partition("=")
        texts = tuple(unescape_code(code).strip() for code in codes.split("~") if code.strip())
        if not name.strip() or not texts:
            raise ViewError(messages.NOT_A.format(what="choice of a dimension"), found=part, expected="sex=F~M")
        found[name.strip()] = (*found.get(name.strip(), ()), *texts)
    return tuple(found.items())


def spell_parts(chosen: DimensionChoice) -> dict[str, str]:
    """Return a choice as parameters of an address.

    >>> spell_parts((("SEX", ("F", "M")),))
    {'sex': 'F~M'}
    """
    return {id.lower(): "~".join(map(escape_code, codes)) for id, codes in chosen}


def write_parts(chosen: DimensionChoice) -> str:
    """Return a choice as one text.

    >>> write_parts((("AGE", ("Y15T24",)), ("SEX", ("F", "M"))))
    'age=Y15T24;sex=F~M'
    """
    return ";".join(f"{name}={codes}" for name, codes in spell_parts(chosen).items())


def write_literal(chosen: DimensionChoice) -> str:
    """Return a choice as a literal of Python.

    >>> write_literal((("SEX", ("F", "M")),))
    '{"sex": "F~M"}'
    """
    parts = {id.lower(): list(codes) if any("~" in code for code in codes) else "~".join(codes) for id, codes in chosen}
    return json.dumps(parts, ensure_ascii=False)


def pick_parameters(parameters: Mapping[str, str], catalogue: Catalogue) -> str:
    """Return the parameters of an address that are dimensions of any indicator, as one text.

    >>> from indicators.files import read_embedded_catalogue
    >>> pick_parameters({"indicators": "gdp", "utm_source": "x"}, read_embedded_catalogue())
    ''
    """
    known = {one.key for indicator in catalogue.indicators for one in indicator.dimensions}
    return ";".join(f"{name}={text}" for name, text in parameters.items() if name.casefold() in known and text.strip())


def choose_dimensions(parts: DimensionChoice, ids: Sequence[str], catalogue: Catalogue) -> DimensionChoice:
    """Check a choice against the indicators of a view, and return it with their ids and codes.

    Args:
        parts: The names and codes as given.
        ids: The ids of the chosen indicators.
        catalogue: What is known about them.

    Raises:
        ViewError: None of the indicators has such a dimension.
        UsageError: None of them has such a code.
    """
    indicators = [catalogue.find_indicator(id) for id in ids]
    found: dict[str, dict[str, None]] = {}
    for name, texts in parts:
        owners = [one for each in indicators if (one := each.find_dimension(name)) is not None]
        if not owners:
            raise _refuse_dimension(name, indicators)
        codes = {code for text in texts for code in _find_codes(owners, text)}
        ordered = [code for one in owners for code in one.values if code in codes]
        found.setdefault(owners[0].id, {}).update(dict.fromkeys(ordered))
    return tuple((id, tuple(codes)) for id, codes in sorted(found.items()))


def _find_codes(owners: Sequence[Dimension], text: str) -> set[str]:
    """Return the codes that a text means in any of the dimensions of the same name."""
    codes, refusal = set(), None
    for one in owners:
        try:
            codes.add(one.find_code(text))
        except UsageError as error:
            refusal = refusal or error
    if refusal is not None and not codes:
        raise refusal
    return codes


def _refuse_dimension(name: str, indicators: Sequence[Indicator]) -> ViewError:
    names = list(dict.fromkeys(one.key for indicator in indicators for one in indicator.dimensions))
    message = messages.NO_SUCH_DIMENSION.format(name=shorten(name))
    return ViewError(message, expected=", ".join(names) or messages.NO_DIMENSIONS, hint=suggest_nearest(name, names))


def choose_series(names: Iterable[str], given: DimensionChoice, catalogue: Catalogue) -> DimensionChoice:
    """Add the dimensions that publishers' codes of series stand for to a choice.

    Args:
        names: The indicators as given, by id, name or code.
        given: The choice that was given besides, checked.
        catalogue: Where names are looked up.

    Raises:
        ViewError: Two names or the choice ask for different codes of one dimension, which a view can't tell apart.

    >>> from indicators.files import read_embedded_catalogue
    >>> choose_series(["gdp"], (), read_embedded_catalogue())
    ()
    """
    series_of = {name: split_dimensions(catalogue.find_series(name)) for name in names}
    chosen = dict(given)
    for id in sorted({id for series in series_of.values() for id in series}):
        asked: dict[str, set[str]] = {}
        order: dict[str, None] = {}
        for name, series in series_of.items():
            indicator, dimension = _find_dimension(name, id, catalogue)
            if dimension is not None:
                asked.setdefault(indicator, set()).update([series[id]] if id in series else dimension.default)
                order |= dict.fromkeys(dimension.values)
        wanted = next(iter(asked.values()))
        if any(codes != wanted for codes in asked.values()) or wanted != set(chosen.get(id, wanted)):
            name = next(name for name, series in series_of.items() if id in series)
            message = messages.OTHER_SERIES.format(code=name, dimension=Dimension(id, ()).label)
            raise ViewError(message, found=", ".join(series_of), hint=messages.ASK_SEPARATELY)
        chosen[id] = tuple(code for code in order if code in wanted)
    return tuple(sorted(chosen.items()))


def _find_dimension(name: str, id: str, catalogue: Catalogue) -> tuple[str, Dimension | None]:
    try:
        indicator = catalogue.find_indicator(name)
    except UnknownNameError:  # an address may have names that mean nothing
        return "", None
    return indicator.id, indicator.find_dimension(id)


def drop_unused_dimensions(chosen: DimensionChoice, ids: Sequence[str], catalogue: Catalogue) -> DimensionChoice:
    """Return the part of a choice that the indicators of a view have."""
    dimensions = [one for id in ids for one in catalogue.find_indicator(id).dimensions]
    there: dict[str, set[str]] = {}
    for one in dimensions:
        there.setdefault(one.id, set()).update(one.values)
    kept = ((id, tuple(code for code in codes if code in there.get(id, ()))) for id, codes in chosen)
    return tuple((id, codes) for id, codes in kept if codes)

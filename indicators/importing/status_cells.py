"""The statuses of figures as files write them: codes of SDMX, flags of Eurostat and FAO, words.

A status that is not understood is a remark on a figure and no reason to lose it: it is kept as a note.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from indicators.importing import messages
from indicators.language.languages import LANGUAGES
from indicators.model.codelists import ObservationStatus
from indicators.model.periods import TimePeriod

_STATUSES: Final = {status.value for status in ObservationStatus}
_SDMX: Final[Mapping[str, str]] = {
    "D": "definition differs", "G": "experimental value", "J": "derogation", "K": "included in another category",
    "N": "not significant", "Q": "suppressed", "S": "strike or another special event", "T": "trend value",
    "V": "not validated", "W": "includes another category", "X": "discontinued",
}  # fmt: skip
"""Codes of ``CL_OBS_STATUS`` 2.2 that are kept as notes."""

_FLAGS: Final = {"": "A", "e": "E", "p": "P", "f": "F", "b": "B", "i": "I", "u": "U", "r": "A"}
_WORDS: Final = (
    (
        "A",
        re.compile(
            r"normal( value)?|final|actuals?|out-?turn|official( figure| value| data)?|definitive|revised|observed|"
            r"endgültig\w*|définiti(f|ve)s?|definitiv[oa]s?|definitief|endelig|slutlig"
        ),
    ),
    (
        "P",
        re.compile(
            r"(provisional|preliminary|prelim|flash)\b.*|vorläufig\w*( werte?)?|(valeurs? |donnée )?provisoires?|"
            r"provisional(es)?|prov\.?|provvisori[oa]|"
            r"provisóri[oa]|foreløpig|preliminär|voorlopig|wstępne|geçici|předběžn\w+"
        ),
    ),
    (
        "E",
        re.compile(
            r"(estimated?|estimation|est|imf estimate|fao estimate)\b.*|geschätzt\w*( werte?)?|"
            r"(valeur )?estimée?|estimad[oa]|stimat[oa]|"
            r"stima|anslag|geschat|szacun\w+|tahmin"
        ),
    ),
    (
        "F",
        re.compile(
            r"(forecasts?|projected|projections?|prognosis)\b.*|prognosen?|prévisions?|proyecci(ón|ones)|previsioni?|"
            r"previs(ão|ões)|prognos(er)?|proj\.?"
        ),
    ),
    ("B", re.compile(r"(time series |series )?break( in (the )?(time )?series)?.*")),
    ("I", re.compile(r"imputed( value)?\b.*")),
    ("U", re.compile(r"low reliability|unreliable|limited reliability")),
    ("O", re.compile(r"missing( value)?.*")),
    ("M", re.compile(r"(data )?cannot exist|not applicable")),
    ("L", re.compile(r"not collected.*|data not collected.*")),
)
_OTHER_LETTERS: Final = "status_words.csv"  # in other letters than Latin ones
_ANSWERS: Final = {
    **dict.fromkeys(("1", "x", *(word for one in LANGUAGES.values() for word in one.yes)), True),
    **dict.fromkeys(("0", *(word for one in LANGUAGES.values() for word in one.no)), False),
}
_EMPTY: Final = frozenset(status.value for status in ObservationStatus if status.may_be_empty)


def read_status(text: str, label: str = "") -> tuple[str, str]:
    """Read a status as a code of ``CL_OBS_STATUS`` and a note, which keeps what the code doesn't say.

    Args:
        text: The status.
        label: Its name in the file, if it has one: FAO's ``F`` is an estimate, and its ``X`` not that of SDMX.

    >>> read_status("f"), read_status(""), read_status("Provisional value"), read_status("A: Normal value")
    (('F', ''), ('A', ''), ('P', ''), ('A', ''))
    >>> read_status("F", "FAO estimate"), read_status("X", "Figure from international organizations")
    (('E', ''), ('A', 'Status X: Figure from international organizations'))
    >>> read_status("D"), read_status("E;P"), read_status("Fc"), read_status("ep")
    (('A', 'Status D: definition differs'), ('E', 'Status E;P'), ('A', 'Status Fc'), ('E', 'Status ep'))
    """
    if not label:
        text, _, label = text.partition(": ")
    if label:
        known = _find_word(label.casefold())
        known = known or (_read_one(text) if text.upper() == "A" else None)
        return (known, "") if known else ("A", messages.STATUS_MEANS.format(status=text, meaning=label))
    if known := _read_one(text):
        return known, ""
    if text.islower() and _FLAGS.keys() >= set(text):
        return _read_letters(text)
    parts = [part for part in re.split(r"[;,|+/ ]+", text) if part]
    found = [one for part in parts if (one := _read_one(part) if len(part) == 1 else None)]
    meaning = _SDMX.get(text.upper(), "") if len(text) == 1 else ""
    note = (
        messages.STATUS_MEANS.format(status=text, meaning=meaning) if meaning else messages.STATUS.format(status=text)
    )
    return next((one for one in found if one != "A"), "A"), note


def is_yes_or_no(text: str) -> bool:
    """Return whether a text answers a question, as the cells below *is_estimated* do."""
    return text.casefold().removesuffix(".0") in _ANSWERS


def name_flag(heading: str, answer: str = "1") -> str:
    """Return the status that an answer below a heading gives; other texts as they are.

    >>> name_flag("is_estimated"), name_flag("GDP (imputed)", "True"), name_flag("Imputed", "0")
    ('E', 'I', '')
    >>> name_flag("Imputed", "E"), name_flag("Sales")
    ('E', '1')
    """
    word = re.split(r"[\W_]+", heading.strip(") "))[-1]
    status = _read_one(word) if len(word) > 1 and is_yes_or_no(answer) else None
    if status in (None, "A"):
        return answer
    return status if _ANSWERS[answer.casefold().removesuffix(".0")] else ""


def _read_one(text: str) -> str | None:
    plain = text.strip().casefold()
    if plain.upper() in _STATUSES:
        return plain.upper()
    if plain in _FLAGS:
        return _FLAGS[plain]
    return _find_word(plain)


@cache
def read_status_words() -> dict[str, str]:
    """Return words for statuses in other letters than Latin ones, with their codes.

    >>> {read_status_words()[word] for word in read_status_words()} == {"A", "P", "E", "F"}
    True
    """
    with Path(__file__).with_name(_OTHER_LETTERS).open(encoding="utf-8", newline="") as stream:
        return {word: row["STATUS"] for row in csv.DictReader(stream) for word in row["WORDS"].split(";")}


def _find_word(text: str) -> str | None:
    return next((code for code, words in _WORDS if words.fullmatch(text)), read_status_words().get(text))


def add_flags(status: tuple[str, str], letters: str) -> tuple[str, str]:
    """Return the status and note of a figure with letters behind it; what the letters don't say stays as a note.

    >>> add_flags(("A", ""), "p"), add_flags(("A", ""), "bep"), add_flags(("E", ""), ""), add_flags(("A", ""), "d")
    (('P', ''), ('B', 'Status bep'), ('E', ''), ('A', 'Status d: definition differs'))
    """
    if not letters:
        return status
    code, note = read_status(letters) if len(letters) == 1 else _read_letters(letters)
    return (code if code != "A" else status[0]), "; ".join(filter(None, (status[1], note)))


def mark_forecast(status: tuple[str, str], about: TimePeriod | None, last_actual: TimePeriod | None) -> tuple[str, str]:
    """Mark a figure about a time after the last actual one, whose status says nothing else, as a forecast.

    >>> mark_forecast(("A", ""), TimePeriod.parse("2026"), TimePeriod.parse("2024"))
    ('F', '')
    """
    is_later = about is not None and last_actual is not None and about.last > last_actual.last
    return ("F", status[1]) if status[0] == "A" and is_later else status


def _read_letters(letters: str) -> tuple[str, str]:
    known = [_FLAGS[letter] for letter in letters if letter in _FLAGS]
    return next((one for one in known if one != "A"), "A"), messages.STATUS.format(status=letters)

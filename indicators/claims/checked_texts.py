"""Several texts at once: files, folders of them, standard input, and stored datasets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Literal

from indicators.claims import messages
from indicators.claims.earlier_verdicts import find_earlier_verdicts
from indicators.claims.findings import Verdict
from indicators.claims.input.documents import DOCUMENT_KINDS, TextFile, load_text
from indicators.claims.report import Report, check_dataset, check_text_file
from indicators.claims.silencing import Silence
from indicators.errors import IndicatorsError, PeriodError, UnknownNameError, UsageError
from indicators.store import Store

FailOn = Literal["inconsistent", "explained", "unchecked", "never"]
"""The mildest verdict that counts as a failure."""

_SEVERITY = (Verdict.INCONSISTENT, Verdict.EXPLAINED, Verdict.UNCHECKED)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How texts are checked.

    Attributes:
        published: The publication date, ``2025-09-29``; looked for in each text if empty.
        language: The language code; detected if ``None``.
        silences: Findings that somebody accepted.
        verdicts: The folder of the store whose earlier verdicts are shown; empty for none.
    """

    published: str = ""
    language: str | None = None
    silences: Sequence[Silence] = ()
    verdicts: str = ""


@dataclass(frozen=True, slots=True)
class CheckedText:
    """The report of one text, or why there is none.

    Attributes:
        name: The file or dataset; ``-`` for standard input.
        report: Its report; ``None`` if it could not be read.
        file: Its text; ``None`` for a dataset.
        error: Why it could not be read; empty if it was.
    """

    name: str
    report: Report | None
    file: TextFile | None = None
    error: str = ""

    def get_report(self) -> Report:
        """Return the report.

        Raises:
            UsageError: The text could not be read.
        """
        if self.report is None:
            raise UsageError(self.error)
        return self.report

    def fails(self, limit: FailOn) -> bool:
        """Whether it has a finding that is not silenced, with this verdict or a worse one."""
        if limit == "never" or self.report is None:
            return False
        worst = _SEVERITY[: ("inconsistent", "explained", "unchecked").index(limit) + 1]
        return any(self.report.with_verdict(verdict) for verdict in worst)


def list_texts(names: Iterable[str]) -> tuple[str, ...]:
    """Replace each folder by the texts in it and below, in order of their names; hidden files are left out.

    Raises:
        UsageError: A folder contains no texts.
    """
    return tuple(dict.fromkeys(text for name in names for text in _expand(name)))


def _expand(name: str) -> Iterator[str]:
    folder = Path(name)
    if not folder.is_dir():
        yield name
        return
    endings = {f".{suffix}" for kind in DOCUMENT_KINDS for suffix in kind.suffixes}
    files = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in endings and path.is_file())
    found = [str(path) for path in files if not any(p.startswith(".") for p in path.relative_to(folder).parts)]
    if not found:
        raise UsageError(messages.FOLDER_WITHOUT_TEXTS, found=name, expected=", ".join(sorted(endings)))
    yield from found


def check_texts(
    names: Iterable[str], store: Store, options: CheckOptions, *, stream: BinaryIO | None = None
) -> Iterator[CheckedText]:
    """Check texts one after the other; one that can't be read does not keep the others from being checked.

    Args:
        names: Files, folders and ids of datasets; ``-`` for the stream.
        store: The store to compare with.
        options: How they are checked.
        stream: Standard input.

    Raises:
        UsageError: The publication date is not valid, or a folder contains no texts.
    """
    _parse_day(options.published)
    for name in list_texts(names):
        try:
            yield check_input(name, store, options, stream=stream if name == "-" else None)
        except IndicatorsError as error:
            yield CheckedText(name, None, error=str(error))


def check_input(name: str, store: Store, options: CheckOptions, *, stream: BinaryIO | None = None) -> CheckedText:
    """Check a file, standard input or a stored dataset.

    Args:
        name: A file, or the id of a dataset.
        store: The store to compare with.
        options: How it is checked.
        stream: Where to read the text instead, such as standard input.

    Raises:
        UsageError: There is no such file or dataset, or it can't be read as text.
        StoreError: A file of the store can't be read.
    """
    day = _parse_day(options.published)
    path = Path(name)
    file = None
    if stream is None and not path.is_file():
        try:
            report = check_dataset(name, store, silences=options.silences)
        except UnknownNameError as error:
            raise UnknownNameError("file or dataset", name, [each.id for each in store.catalogue.datasets]) from error
    else:
        file = load_text(stream or path)
        report = check_text_file(
            file, store, published=day, language=options.language, silences=options.silences
        )  # fmt: skip
    if options.verdicts:
        report = replace(report, earlier=find_earlier_verdicts(report.reading, options.verdicts))
    return CheckedText(name, report, file)


def _parse_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise PeriodError(messages.DATE_NOT_VALID.format(text=text), expected="a date such as 2025-09-29") from error

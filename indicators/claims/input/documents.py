"""The text of an article: plain text, Markdown, HTML, Word or PDF, from a file, an upload or standard input.

What surrounds an article (menus, scripts, footers, code blocks) is left out. HTML and Markdown may state the day of
publication; where they do, it is read.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from pathlib import Path, PurePath
from typing import BinaryIO, Final

from indicators.claims import messages
from indicators.claims.input.markup import ExtractedText, extract_html, extract_markdown
from indicators.claims.input.office_files import extract_docx, extract_pdf
from indicators.errors import UsageError

MAX_TEXT_BYTES: Final = 2_000_000
"""Size of the longest text that is read: some 300,000 words."""
_MAX_FILE_BYTES: Final = 20_000_000

_MARKS: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of file that articles come in.

    Attributes:
        label: Its name for users.
        suffixes: Its file endings.
        extract: Extracts the text; `None` if the file is the text.
    """

    label: str
    suffixes: tuple[str, ...]
    extract: Callable[[bytes], ExtractedText] | None = field(default=None, repr=False)


_PLAIN: Final = DocumentKind("plain text", ("txt", "text"))
DOCUMENT_KINDS: Final = (
    _PLAIN,
    DocumentKind("Markdown", ("md", "markdown"), lambda content: extract_markdown(_decode(content))),
    DocumentKind("HTML", ("html", "htm", "xhtml"), extract_html),
    DocumentKind("Word", ("docx",), extract_docx),
    DocumentKind("PDF", ("pdf",), extract_pdf),
)
"""The kinds of files whose text can be read; a file with another ending is read as plain text."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """The text of a file.

    Attributes:
        text: The text.
        name: The name of the file; empty for standard input.
        published: The day that the file states; ``None`` if it doesn't.
        lines: The line of the file, from 1, that each line of the text is from; empty if the kind of file has no lines.
    """

    text: str = field(repr=False)
    name: str = ""
    published: date | None = None
    lines: tuple[int, ...] = field(default=(), repr=False)

    def find_line(self, start: int) -> int | None:
        r"""Return the line of the file that has a character of the text.

        >>> TextFile("Sales rose.\nTo 5.", lines=(1, 4)).find_line(12)
        4
        """
        if not self.lines:
            return None
        ends = list(accumulate(map(len, self.text.splitlines(keepends=True))))
        return self.lines[min(bisect_right(ends, start), len(self.lines) - 1)]


def find_kind(name: str) -> DocumentKind:
    """Return the kind of a file by the ending of its name.

    >>> find_kind("Report.PDF").label, find_kind("notes").label
    ('PDF', 'plain text')
    """
    suffix = PurePath(name).suffix.removeprefix(".").lower()
    return next((kind for kind in DOCUMENT_KINDS if suffix in kind.suffixes), _PLAIN)


def load_text(source: Path | BinaryIO) -> TextFile:
    """Read the text of a file, or plain text from an open stream.

    Raises:
        UsageError: The file can't be opened, is too long, or is damaged.
    """
    if not isinstance(source, Path):
        return decode_text(source.read(MAX_TEXT_BYTES + 1))
    limit = _MAX_FILE_BYTES if find_kind(source.name).extract else MAX_TEXT_BYTES
    try:
        with source.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        found = source.name if error.strerror is None else f"{source.name} ({error.strerror})"
        raise UsageError(messages.FILE_NOT_READABLE, found=found) from error
    return decode_text(content, source.name)


def decode_text(content: bytes, name: str = "") -> TextFile:
    """Read the text of the content of a file; line endings are kept.

    Args:
        content: The bytes: UTF-8, or UTF-16 with a byte order mark, unless the kind of file has its own encoding.
        name: Its name, whose ending tells the kind; plain text if empty.

    Raises:
        UsageError: It is too long or damaged.

    >>> decode_text("Рост 40%".encode()).text
    'Рост 40%'
    """
    kind = find_kind(name)
    _limit(len(content), _MAX_FILE_BYTES if kind.extract else MAX_TEXT_BYTES)
    if kind.extract is None:
        text = _decode(content)
        return TextFile(text, name, lines=tuple(range(1, len(text.splitlines()) + 1)))
    extracted = kind.extract(content)
    _limit(len(extracted.text.encode("utf-8", "replace")), MAX_TEXT_BYTES)
    return TextFile(extracted.text, name, extracted.published, extracted.lines)


def _limit(size: int, most: int) -> None:
    if size > most:
        raise UsageError(
            messages.TEXT_TOO_LONG, found=f"{size:,} bytes", expected=f"at most {most:,} bytes",
            hint=messages.TEXT_TOO_LONG_HINT,
        )  # fmt: skip


def _decode(content: bytes) -> str:
    try:
        text = content.decode(_MARKS.get(content[:2], "utf-8"))
    except UnicodeDecodeError as error:
        found = f"byte {content[error.start]:#04x} at position {error.start:,}"
        raise UsageError(
            messages.NOT_PLAIN_TEXT, found=found, expected="UTF-8", hint=messages.NOT_PLAIN_TEXT_HINT
        ) from error
    if "\0" in text:
        raise UsageError(messages.NOT_PLAIN_TEXT, found="a zero byte", expected="UTF-8")
    return text

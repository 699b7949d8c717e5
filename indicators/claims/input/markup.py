"""The text of an article in HTML or Markdown, with the day of publication where the file states it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from indicators.claims import messages
from indicators.errors import UsageError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from markdown_it.token import Token

_LEFT_OUT: Final = (
    "script style noscript template nav footer aside form button select svg iframe object head".split()
)  # fmt: skip
_BLOCKS: Final = frozenset(
    "address article blockquote dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section "
    "table tr ul body html caption".split()
)
_DAY: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_DAY_NAMES: Final = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publish-date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.issued", "citation_publication_date",
)  # fmt: skip
_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_DAY: Final = re.compile(r"(?im)^(?:date|published|publishdate|pubdate):\s*[\"']?((?:19|20)\d\d-\d\d-\d\d)")
_DEEPEST: Final = 500  # elements within each other; a page of real life has some 40


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """The text of a document.

    Attributes:
        text: Paragraphs, with an empty line between them.
        published: The day of publication, if the document states it.
        lines: The line of the file, from 1, that each line of the text is from; empty if unknown.
    """

    text: str = field(repr=False)
    published: date | None = None
    lines: tuple[int, ...] = ()


def extract_html(content: bytes) -> ExtractedText:
    r"""Extract the article of a page: its ``article`` or ``main`` element, if there is just one, else all of it.

    Raises:
        UsageError: Its elements are nested too deeply.

    >>> page = '<meta name="date" content="2024-05-01"><nav>Home</nav><p>Sales rose <b>4%</b>.<p>So did wages.'
    >>> extract_html(page.encode())
    ExtractedText(published=datetime.date(2024, 5, 1), lines=())
    >>> extract_html(page.encode()).text
    'Sales rose 4%.\n\nSo did wages.'
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(content, "lxml")
    published = _find_day(soup)
    for element in soup(_LEFT_OUT):
        element.decompose()
    articles = soup("article") if len(soup("article")) == 1 else soup("main")
    root = articles[0] if len(articles) == 1 else soup
    pieces: list[str] = []
    _collect(root, pieces, 0)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return ExtractedText(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), published)


def _collect(element: Tag, pieces: list[str], depth: int) -> None:
    """Collect the texts of an element, with empty lines around blocks."""
    from bs4.element import CData, NavigableString, Tag

    if depth > _DEEPEST:
        raise UsageError(messages.NESTED_TOO_DEEPLY, expected=f"at most {_DEEPEST} elements within each other")
    for child in element.children:
        if isinstance(child, Tag):
            around = "\n\n" if child.name in _BLOCKS else "\n" if child.name == "br" else ""
            around = " \t" if child.name in ("td", "th") else around
            pieces.append(around)
            _collect(child, pieces, depth + 1)
            pieces.append(around)
        elif type(child) in (NavigableString, CData):  # not a comment or a declaration
            pieces.append(re.sub(r"\s+", " ", str(child)))


def _find_day(soup: BeautifulSoup) -> date | None:
    """The one day that the page's own metadata gives, in the order of their reliability."""
    for texts in (_list_described_days(soup), _list_meta_days(soup), _list_time_days(soup)):
        days = {day for text in texts if (day := _read_day(text)) is not None}
        if len(days) == 1:
            return days.pop()
    return None


def _list_described_days(soup: BeautifulSoup) -> Iterator[str]:
    for script in soup("script", type="application/ld+json"):
        try:
            yield from _walk(json.loads(script.get_text()), "datePublished")
        except (ValueError, RecursionError):
            continue


def _list_meta_days(soup: BeautifulSoup) -> Iterator[str]:
    for meta in soup("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if str(name).lower() in _DAY_NAMES:
            yield str(meta.get("content") or "")


def _list_time_days(soup: BeautifulSoup) -> Iterator[str]:
    yield from (str(element.get("datetime") or "") for element in soup("time"))


def _walk(node: Any, name: str) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get(name), str):
            yield node[name]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _walk(child, name)


def _read_day(text: str) -> date | None:
    found = _DAY.match(text.strip())
    try:
        return None if found is None else date.fromisoformat(found.group())
    except ValueError:
        return None


def extract_markdown(text: str) -> ExtractedText:
    r"""Extract the text of Markdown, without marks, links' addresses, code blocks and HTML.

    The day is that of ``date:`` or ``published:`` in the front matter.

    >>> extract_markdown("---\ndate: 2024-05-01\n---\n# Trade\nIt [rose](x.html) **4%**\nin May.\n")
    ExtractedText(published=datetime.date(2024, 5, 1), lines=(4, 5, 5, 6))
    >>> extract_markdown("# Trade\nIt [rose](x.html) **4%**\nin May.\n").text
    'Trade\n\nIt rose 4%\nin May.'
    """
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(text)
    day = _FRONT_DAY.search(front.group(1)) if front else None
    skipped = front.group().count("\n") if front else 0
    tokens = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table").parse(text[front.end() :] if front else text)
    lines: list[str] = []
    numbers: list[int] = []
    for first, block, follows in _list_blocks(tokens):
        at = first + 1 + skipped
        if lines and not follows:
            lines.append("")
            numbers.append(at)
        for offset, line in enumerate(block.split("\n")):
            lines.append(line)
            numbers.append(at + offset)
    return ExtractedText("\n".join(lines), _read_day(day.group(1)) if day else None, tuple(numbers))


def _list_blocks(tokens: list[Token]) -> Iterator[tuple[int, str, bool]]:
    """The first line of each block, its text, and whether it belongs to the block before, as rows and items do."""
    row: list[str] = []
    bullet = ""
    before = ""
    for token in tokens:
        if token.type == "list_item_open":
            bullet = "- "
        elif token.type == "tr_open":
            row = []
        elif token.type == "inline":
            words = _write_inline(token)
            if token.level and before in ("th_open", "td_open"):
                row.append(words)
            elif words.strip():
                yield (
                    (token.map or [0])[0],
                    bullet + words,
                    bool(bullet) and before == "paragraph_open" and token.hidden,
                )
                bullet = ""
        elif token.type == "tr_close" and any(row):
            yield (token.map or [_row_line(tokens, token)])[0], "\t".join(row), True
        before = token.type


def _row_line(tokens: list[Token], close: Token) -> int:
    """The line of a row, which only its opening token has."""
    at = next(index for index, token in enumerate(tokens) if token is close)
    opening = next(token for token in reversed(tokens[:at]) if token.type == "tr_open")
    return (opening.map or [0])[0]


def _write_inline(token: Token) -> str:
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        breaks.get(child.type, child.content if child.type in ("text", "code_inline") else "")
        for child in token.children or ()
    )

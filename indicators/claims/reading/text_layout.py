r"""The layout of a text: title, headings, paragraphs, sentences, and what the page put around them.

A block is the text between empty lines. The lines of a block that was wrapped to a width are one paragraph, and so are
a line and the next that goes on in small letters; otherwise each line is one. Groups of short lines without figures
(menus, buttons, counters) and lines with only a number or a date belong to the page. Paragraphs are counted from 1
below each heading.

A full stop ends a sentence when a space and a capital, a digit or an opening quotation mark follow, unless it belongs
to an abbreviation or an initial. (pysbd takes quadratic time and razdel knows only Russian; neither is maintained.)

>>> page = "News\n19:55, 29 September 2025\nviews\n2\n\n"
>>> from indicators.language.languages import load_vocabulary
>>> layout = lay_out(page + "Trade is up\n\nIt rose 3.5%. The U.S. fell.\n", load_vocabulary("en"))
>>> [(piece.heading, piece.paragraph, piece.sentence, piece.kind.value) for piece in layout.pieces][-3:]
[('Trade is up', 0, 1, 'heading'), ('Trade is up', 1, 1, 'sentence'), ('Trade is up', 1, 2, 'sentence')]
>>> layout.title
'Trade is up'
>>> text = "The U.S. paid $3.5 bn. It grew by 3%, Mr. Li said. Рост за 2024 г. составил 5 тыс. человек."
>>> [text[piece.start:piece.end] for piece in lay_out(text, load_vocabulary("ru")).pieces]
['The U.S. paid $3.5 bn.', 'It grew by 3%, Mr. Li said.', 'Рост за 2024 г. составил 5 тыс. человек.']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from indicators.language.languages import CAPITALS, Vocabulary
from indicators.language.words import WordTables

_FEWEST: Final = 3  # words of a sentence that an abbreviation may end
_HEADING_LENGTH: Final = 140
_MENU_LENGTH: Final = 45
_WRAPPED: Final = 55  # the least length of a wrapped line
_LEAST: Final = 40  # of a line that the next goes on in small letters
_WIDEST: Final = 130
_ENDS: Final = ".!?。！？…;；:：,，"
_CLOSING: Final = "\"'”»)）]』」’"
_INNER_END: Final = re.compile(rf"[.!?][\"”»']?\s+[{CAPITALS}«“\"]|[。！？]")
_BULLET: Final = re.compile(r"(?:[-–—•*·▪●○]|\d{1,2}[.)])\s+")
_DIGITS_ONLY: Final = re.compile(r"[\W\d_]*")
_DATELINE: Final = re.compile(r"\b(?:19|20)\d\d\b")
_END: Final = re.compile(r"(?:[.!?…]{1,6}[\"'”»)\]]{0,3}(?=\s)|[。！？]{1,4}[”」』)]?|;\s*\n)")
_OPENS: Final = re.compile(rf"\s*[\"'“«„(\[—–-]{{0,2}}\s?[0-9{CAPITALS}$€£¥₹₽\u4e00-\u9fff]|\s+[a-z]{{1,5}}[A-Z]")
_OPENS_SMALL: Final = re.compile(r"\s+[a-z]{2,}[\s-]")
_CLOSES_SURELY: Final = re.compile(r"(?:\d%?|\b[a-z]{5,})[\"'”»)]?\.$")
_ORDINAL: Final = re.compile(r"(?<![\d.,])\d{1,2}\.$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORD_BEFORE: Final = re.compile(r"(?<![\w.])((?:[^\W\d_]\.){0,4}[^\W\d_]{1,12})$")


class PieceKind(StrEnum):
    """What a piece of the text is."""

    SENTENCE = "sentence"
    HEADING = "heading"
    FURNITURE = "page furniture"


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, a heading, or a line of the page.

    Attributes:
        kind: Which of them.
        heading: The heading above it; a heading's own words.
        paragraph: Which paragraph below the heading, from 1; 0 for the heading itself.
        sentence: Which sentence of the paragraph, from 1.
        start: Its first character.
        end: The character after its last.
    """

    kind: PieceKind
    heading: str
    paragraph: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The pieces of a text in order.

    Attributes:
        title: The first heading, or empty.
        pieces: Sentences, headings and furniture.
    """

    title: str
    pieces: tuple[Piece, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    block: int
    lines_in_block: int


def lay_out(view: str, vocabulary: Vocabulary) -> Layout:
    """Lay out a text or its normalized view, with the words of its language."""
    kinds = _classified(view, _join_spaced_lines(view, _paragraphs(view)), vocabulary)
    title, heading, paragraph = "", "", 0
    pieces: list[Piece] = []
    for line, kind in kinds:
        if kind is PieceKind.FURNITURE:
            pieces.append(Piece(kind, heading, paragraph, 0, line.start, line.end))
        elif kind is PieceKind.HEADING:
            heading, paragraph = " ".join(view[line.start : line.end].split()), 0
            title = title or heading
            pieces.append(Piece(kind, heading, 0, 1, line.start, line.end))
        else:
            paragraph += 1
            spans = _split_sentences(view, line.start, line.end, vocabulary.words)
            pieces += [Piece(kind, heading, paragraph, number, *span) for number, span in enumerate(spans, 1)]
    return Layout(title, tuple(pieces))


def _paragraphs(view: str) -> Iterator[_Line]:
    """The lines of the text, with wrapped lines joined."""
    for block, lines in enumerate(_blocks(view)):
        lengths = [end - start for start, end in lines]
        broken = len(lines) > 1 and all(length >= _WRAPPED for length in lengths[:-1]) and max(lengths) <= _WIDEST
        bulleted = any(_BULLET.match(view, start) for start, _ in lines)
        ended = any(view[start:end].rstrip(_CLOSING).endswith(tuple(_ENDS[:6])) for start, end in lines[:-1])
        if broken and not bulleted and not (ended and max(lengths) - min(lengths[:-1]) > 40):
            yield _Line(lines[0][0], lines[-1][1], block, 1)
        else:
            yield from (_Line(start, end, block, len(lines)) for start, end in lines)


def _join_spaced_lines(view: str, lines: Iterable[_Line]) -> list[_Line]:
    """Join the lines of a wrapped text that has an empty line behind each: the next begins in small letters."""
    joined: list[_Line] = []
    last = 0  # where the last line begins
    for line in lines:
        before = joined[-1] if joined else None
        is_wrapped = before is not None and _LEAST <= before.end - last <= _WIDEST
        if before is not None and is_wrapped and _goes_on(view[last : before.end], view[line.start : line.end]):
            joined[-1] = _Line(before.start, line.end, before.block, before.lines_in_block)
        else:
            joined.append(line)
        last = line.start
    return joined


def _goes_on(text: str, following: str) -> bool:
    is_open = text.endswith(",") or not _ends_a_sentence(text)
    return is_open and following[0].islower() and not _BULLET.match(text)


def _blocks(view: str) -> Iterator[list[tuple[int, int]]]:
    """The lines between empty lines, without the spaces around them."""
    block: list[tuple[int, int]] = []
    at = 0
    for line in view.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + len(line) - len(line.lstrip())
            block.append((start, start + len(words)))
        elif block:
            yield block
            block = []
        at += len(line)
    if block:
        yield block


def _classified(view: str, lines: list[_Line], vocabulary: Vocabulary) -> list[tuple[_Line, PieceKind]]:
    texts = [view[line.start : line.end] for line in lines]
    figure = vocabulary.pattern("figure_in_heading")
    menus = [_may_be_menu(text, figure) for text in texts]
    kinds = [PieceKind.SENTENCE] * len(lines)
    for index, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if _DIGITS_ONLY.fullmatch(text) or (menus[index] and _is_in_a_menu(lines, texts, menus, index)):
            kinds[index] = PieceKind.FURNITURE
        elif index and line.lines_in_block > 1 and figure.search(text):
            continue  # a line of a table in words is not a heading
        elif _may_be_heading(text):
            kinds[index] = PieceKind.HEADING
    _settle(kinds)
    return list(zip(lines, kinds, strict=True))


def _may_be_menu(text: str, figure: re.Pattern[str]) -> bool:
    """Whether a line is as short as a button, a section name or a dateline."""
    if len(text) > _MENU_LENGTH or figure.search(text) or _ends_a_sentence(text) or _BULLET.match(text):
        return False
    return bool(_DATELINE.search(text)) or (len(text.split()) <= 3 and len(text) <= 30)


def _is_in_a_menu(lines: list[_Line], texts: list[str], menus: list[bool], index: int) -> bool:
    """Whether another line of its block is as short, or it is a small word below the last line of a block."""
    line = lines[index]
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(lines) and lines[at].block == line.block]
    if any(menus[at] or _DIGITS_ONLY.fullmatch(texts[at]) for at in beside):
        return True
    return beside == [index - 1] and texts[index].islower()


def _may_be_heading(text: str) -> bool:
    if len(text) > _HEADING_LENGTH or _ends_a_sentence(text) or _BULLET.match(text):
        return False
    return not _INNER_END.search(text)


def _ends_a_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(tuple(_ENDS))


def _settle(kinds: list[PieceKind]) -> None:
    """A heading that no paragraph follows is a short paragraph; and so is a text of one line."""
    sentences = [index for index, kind in enumerate(kinds) if kind is PieceKind.SENTENCE]
    headings = [index for index, kind in enumerate(kinds) if kind is PieceKind.HEADING]
    last = sentences[-1] if sentences else max(headings, default=0) - 1
    for index in headings:
        if index > last:
            kinds[index] = PieceKind.SENTENCE


def _split_sentences(view: str, start: int, end: int, words: WordTables) -> list[tuple[int, int]]:
    """The first character and the one after the last of each sentence between two places."""
    spans: list[tuple[int, int]] = []
    first = start
    for stop in _stops(view, start, end, words):
        if view[first:stop].strip():
            spans.append(_trimmed(view, first, stop))
        first = stop
    if view[first:end].strip():
        spans.append(_trimmed(view, first, end))
    return spans


def _stops(view: str, start: int, end: int, words: WordTables) -> Iterator[int]:
    """The ends of sentences; `start` is moved to the beginning of the one at hand."""
    for match in _END.finditer(view, start, end):
        if match.group()[0] in "。！？" or _ends(view, match, start, words):
            start = match.end()
            yield start


def _ends(view: str, match: re.Match[str], start: int, words: WordTables) -> bool:
    if words.after_ordinal and _ORDINAL.search(view[max(start, match.start() - 4) : match.end()]):
        word_behind = _WORD.match(view, match.end() + 1)
        if word_behind is None or word_behind[0].islower() or word_behind[0].lower() in words.after_ordinal:
            return False
    if not _OPENS.match(view, match.end(), match.end() + 12):
        word = _WORD_BEFORE.search(view[max(start, match.start() - 24) : match.start()])
        is_short = word is not None and word[1].lower() in words.abbreviations | words.abbreviations_before_figures
        is_small = _OPENS_SMALL.match(view, match.end()) and _CLOSES_SURELY.search(view[start : match.end()][-30:])
        return bool(is_small) and match.group() == "." and not is_short
    if match.group() != ".":
        return True
    word = _WORD_BEFORE.search(view[max(start, match.start() - 24) : match.start()])
    if word is None:
        return True
    before, following = word[1].lower(), view[match.end() : match.end() + 3].strip()[:1]
    if before in words.abbreviations or (len(before) == 1 and word[1].isupper() and before not in words.letter_units):
        return False
    if before in words.abbreviations_before_figures and len(view[start : match.start()].split()) <= _FEWEST:
        return False  # «В 2023 г. Россия»
    if "." in before:  # U.S., p.m.
        return not following.isupper() or before[0] not in words.dotted
    figure = view[match.end() : match.end() + 4].strip().lstrip("([")[:1]  # «3,6 тыс. (45%)»
    return not (before in words.abbreviations_before_figures and figure.isdigit())


def _trimmed(view: str, first: int, stop: int) -> tuple[int, int]:
    text = view[first:stop]
    return first + len(text) - len(text.lstrip()), first + len(text.rstrip())

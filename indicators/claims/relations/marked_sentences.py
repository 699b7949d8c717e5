"""Sentences with their figures marked, so that patterns can match the words between the figures.

A mark is ``⟦letter number⟧``: the letter for the kind of the claim and the number for its position in the sentence, as
in "from ⟦M0⟧ to ⟦M1⟧, up ⟦G2⟧". An amount repeated in another currency is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count, groupby
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Place, Reading
from indicators.language.languages import PerLanguage, Vocabulary, compile_pattern
from indicators.model.observations import Qualifier

LETTERS: Final = {
    ClaimKind.AMOUNT: "M", ClaimKind.COUNT: "C", ClaimKind.QUANTITY: "Q", ClaimKind.GROWTH: "G",
    ClaimKind.MULTIPLE: "X", ClaimKind.SHARE: "S", ClaimKind.RATE: "R", ClaimKind.POINTS: "P",
    ClaimKind.INDEX: "I", ClaimKind.EXCHANGE_RATE: "E",
}  # fmt: skip
MARK: Final = re.compile(r"⟦(?P<letter>[A-Z])(?P<number>\d+)⟧")
MARKED: Final = re.compile(r"⟦[^⟦⟧]*⟧")
"""A mark, whatever is in it."""
CONJUNCTION: Final = PerLanguage(lambda known: re.compile(known.any_word("conjunctions"), re.IGNORECASE))
"""A word that begins a clause of its own."""
_LONGEST: Final = 3000
_AROUND: Final = 400
_EMPTY_BRACKETS: Final = re.compile(r"\s*[(（][^()（）⟦⟧]{0,20}⟦-⟧[^()（）⟦⟧]{0,20}[)）]")


def _compile_per_share(known: Vocabulary) -> re.Pattern[str]:
    per = known.alternatives("per_share")
    return re.compile(
        rf"\s*[(（](?:{per})?[^()（）⟦⟧]{{0,12}}⟦M\d+⟧[^()（）⟦⟧]{{0,4}}(?:{per})[^()（）⟦⟧]{{0,12}}[)）]"
        rf"|\s*[(（][^()（）⟦⟧]{{0,6}}(?:{per})[^()（）⟦⟧]{{0,12}}⟦M\d+⟧[^()（）⟦⟧]{{0,12}}[)）]",
        re.IGNORECASE,
    )


_PER_SHARE: Final = PerLanguage(_compile_per_share)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with figures.

    Attributes:
        words: Its text, each figure as ``⟦letter number⟧``.
        claims: Its figures in the order of the marks. They include unitless numbers and the two ends of a range that
            is a change, which are not claims themselves; see `resolve_claim_id`.
        read: The claims that were read in it.
        paragraph: The heading and the number of its paragraph.
        number: Which sentence of the paragraph it is.
        language: The code of the language of the text.
    """

    words: str
    claims: tuple[Claim, ...]
    read: tuple[Claim, ...]
    paragraph: tuple[str, int]
    number: int
    language: str = "en"

    def follows(self, other: Sentence) -> bool:
        """Whether it is the next sentence of the same paragraph."""
        return self.paragraph == other.paragraph and self.number - other.number == 1

    def join(self, later: Sentence, *, as_clause: bool = False) -> Sentence:
        """This sentence and the next as one, or the next as its last clause, with the marks in the order of both."""
        first, words = len(self.claims), self.words
        own = f"{words.rstrip(_STOPS)}," if as_clause else words
        words = MARK.sub(lambda mark: f"⟦{mark['letter']}{int(mark['number']) + first}⟧", later.words)
        return replace(
            later, words=f"{own} {words}", claims=(*self.claims, *later.claims), read=(*self.read, *later.read)
        )

    def concludes(self, other: Sentence) -> bool:
        """Whether it says what the sentence before comes to: ``That corresponds to 20% a year``, ``The drop of 2%``."""
        if not self.follows(other):
            return False
        alone = (_YEARLY_ON_AVERAGE, _THIS_IS) if len(self.claims) == 1 else ()
        return any(cue[self.language].match(self.words) for cue in (_CONCLUDES, _THE_CHANGE, *alone))

    def words_beside(self, claim: Claim) -> str:
        """The words between the figures before and behind a claim."""
        number = self.claims.index(claim)
        match = re.search(rf"([^⟦⟧]*)⟦[A-Z]{number}⟧([^⟦⟧,;，；]*)", self.words)
        return " ".join(match.groups()) if match else ""

    @property
    def plain(self) -> str:
        """The words without the figures."""
        return MARKED.sub(" ", self.words)


def compile_template(template: str, marks: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a template for marked sentences, in which ``<60>`` is up to 60 characters without a figure.

    What these match are the groups ``gap1``, ``gap2`` ... of a match.

    Args:
        template: The template.
        marks: The other placeholders and their patterns.
    """
    for mark, pattern in marks.items():
        template = template.replace(mark, pattern)
    numbers = count(1)
    gaps = re.sub(r"<(\d+)>", lambda gap: rf"(?P<gap{next(numbers)}>[^⟦⟧;；]{{0,{gap[1]}}}?)", template)
    return re.compile(gaps, re.IGNORECASE)


def resolve_claim_id(id: str) -> str:
    """Return the id of the claim that a figure of a sentence belongs to; empty for a unitless number.

    >>> resolve_claim_id("c2"), resolve_claim_id("c2·from"), resolve_claim_id("·118")
    ('c2', 'c2', '')
    """
    return id.partition("·")[0]


def mark_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Return the sentences of a text that have claims, in order; claims of a dataset are in none.

    >>> from decimal import Decimal
    >>> from indicators.claims.claim import Document, Place
    >>> claim = Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", place=Place("", 1, 2, 25, 31))
    >>> text = "Nothing here. It rose to 24 RUB."
    >>> reading = Reading(Document.of(text), (claim,), sentences=((0, 13), (14, len(text))))
    >>> [sentence.words for sentence in mark_sentences(reading)]
    ['It rose to ⟦M0⟧.']
    """
    text = reading.document.text
    unitless = [number for piece in reading.unsure if (number := _read_unitless(text, piece.start, piece.end))]
    placed = [claim for claim in reading.claims if claim.place is not None and claim.place.start is not None]
    placed.sort(key=_start)
    groups = [tuple(group) for _, group in groupby(placed, key=_sentence_of)]
    bounds = [0, *(max(map(_end, group)) for group in groups)]
    starts = [*(_start(group[0]) for group in groups[1:]), len(text)]
    spans = [_find_bounds(reading, *pair) for pair in zip(groups, zip(bounds, starts, strict=False), strict=False)]
    return tuple(
        _mark_figures(text, group, unitless, reading.document.language, start=start, stop=stop)
        for group, (start, stop) in zip(groups, spans, strict=True)
    )


def _find_bounds(reading: Reading, read: tuple[Claim, ...], between: tuple[int, int]) -> tuple[int, int]:
    """Where the sentence of some claims begins and ends, between the claims before it and those behind it."""
    first, last = _start(read[0]), max(map(_end, read))
    number = bisect_right(reading.sentences, (first, len(reading.document.text))) - 1
    begins, ends = reading.sentences[number] if number >= 0 else (0, len(reading.document.text))
    start = max(begins, first - _AROUND, between[0])
    return start, min(max(ends, last), last + _AROUND, start + _LONGEST, between[1])


def join_conclusions(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Make sentences that only say what the one before comes to a clause of it."""
    joined: list[Sentence] = []
    for sentence in sentences:
        if joined and sentence.concludes(joined[-1]):
            joined[-1] = joined[-1].join(sentence, as_clause=True)
        else:
            joined.append(sentence)
    return tuple(joined)


def _start(claim: Claim) -> int:
    return -1 if claim.place is None or claim.place.start is None else claim.place.start


def _end(claim: Claim) -> int:
    return -1 if claim.place is None or claim.place.end is None else claim.place.end


def _sentence_of(claim: Claim) -> tuple[str, int, int]:
    place = claim.place
    return ("", 0, 0) if place is None else (place.heading, place.paragraph, place.sentence)


def _read_unitless(text: str, start: int, end: int) -> Claim | None:
    """A unitless number: the 300 of "of 500 people, 300 (75%)", which counts as a claim only if words relate it."""
    number = _PLAIN_NUMBER.fullmatch(text[start:end].strip())
    if number is None or _IN_A_NAME.search(text[max(0, start - 2) : end + 2]):
        return None
    value = Decimal(re.sub(r"\D", "", number[0]))
    return Claim(f"·{start}", ClaimKind.COUNT, value, "units", place=Place("", 0, 0, start, end))


def _mark_figures(
    text: str, read: tuple[Claim, ...], unitless: list[Claim], language: str, *, start: int, stop: int
) -> Sentence:
    """The sentence of some claims between two places of the text."""
    inside = unitless[bisect_left(unitless, start, key=_start) : bisect_left(unitless, stop, key=_start)]
    parts: list[str] = []
    claims: list[Claim] = []
    at = start
    for claim in sorted((*read, *inside), key=_start):
        if _start(claim) < at or _end(claim) > stop:
            continue  # a figure within a figure, or beyond what is looked at
        ahead = text[at : _start(claim)]
        moves = _moves_in_clause(text, claim, start, stop, language)
        from_ahead = _FROM_AHEAD[language].search(ahead) if moves and claim.lower is not None else None
        words = f"{from_ahead[0] if from_ahead else ''}{text[_start(claim) : _end(claim)]}"
        ends_of_range = _split_range(claim, words, language) if moves and not _moves_whole(claim, read) else ()
        from_ = _FROM[language].match(words) if moves and not ends_of_range and claim.lower is not None else None
        is_reached = claims or _FROM[language].match(text[_end(claim) : stop].lstrip())  # "up to 0.4% from"
        if moves and claim.qualifier is Qualifier.UP_TO and is_reached and (reaching := _TO[language].search(words)):
            reached = ahead.translate(_NO_MARKS) + words[: reaching.end()]
            parts.append(f"{reached}{_mark(claim, len(claims))}")
            claims.append(replace(claim, qualifier=None))  # from 10 to 15: the new level, not a bound
            at = _end(claim)
            continue
        joint = _JOINT[language].search(words)
        parts.append(ahead[: from_ahead.start() if from_ahead else None].translate(_NO_MARKS))
        letter, number = LETTERS[claim.kind], len(claims)
        shown = f"{from_[0] if from_ else ''}{_mark(claim, number)}"
        begins, reaches = _FROM[language].match(words), _TO[language].search(words)
        if ends_of_range and begins is not None and reaches is not None:
            shown = f"{begins[0]}⟦{letter}{number}⟧ {reaches[0]}⟦{letter}{number + 1}⟧"
        parts.append(shown)
        claims += ends_of_range or (claim,)
        at = _end(claim) - (len(joint[0]) if joint else 0)
    parts.append(text[at:stop].translate(_NO_MARKS))
    shown = _EMPTY_BRACKETS.sub("", " ".join("".join(parts).split())).replace("⟦-⟧", "")
    shown = _PER_SHARE[language].sub("", shown)
    heading, paragraph, sentence = _sentence_of(read[0])
    return Sentence(shown, tuple(claims), read, (heading, paragraph), sentence, language)


def _moves_in_clause(text: str, claim: Claim, start: int, stop: int, language: str) -> bool:
    """Whether a verb of change is in the clause of a figure: ``wages rose; in towns of 50,000 to 90,000 (+8%)``."""
    begin = max([start, *(text.rfind(mark, start, _start(claim)) for mark in _CLAUSE_ENDS)])
    ends = [end for mark in _CLAUSE_ENDS if (end := text.find(mark, _end(claim), stop)) >= 0]
    return _MOVES[language].search(text, begin, min(ends, default=stop)) is not None


def _moves_whole(claim: Claim, read: tuple[Claim, ...]) -> bool:
    """Whether a range is itself what moves, to the range behind it: ``from 5.25-5.5% to 4.75-5%``."""
    behind = read[read.index(claim) + 1 :][:1] if claim in read else ()
    return any(other.lower is not None and (other.kind, other.unit) == (claim.kind, claim.unit) for other in behind)


def _mark(claim: Claim, number: int) -> str:
    return "⟦-⟧" if claim.restates else f"⟦{LETTERS[claim.kind]}{number}⟧"


def _strip_zeros(number: str) -> str:
    """The digits of a number from the first to the last that is not zero, which say nothing of its size."""
    return re.sub(r"\D", "", number).strip("0")


def _split_range(claim: Claim, words: str, language: str) -> tuple[Claim, ...]:
    """The two ends of "from 10 to 20" beside a verb of change: the old and the new level."""
    is_range = claim.lower is not None and claim.upper is not None and not claim.restates
    is_move = _FROM[language].match(words) and _TO[language].search(words) and not _DASH_BETWEEN.search(words)
    if not is_range or not is_move:
        return ()  # "from 2.1 - 2.8%" is an old range
    given = [end for end in (claim.lower, claim.upper) if end is not None]
    printed = re.findall(r"\d[\d,.]*", words)
    first = _strip_zeros(printed[0]) if len(printed) == len(given) else ""
    falling = first == _strip_zeros(f"{given[1]:f}") != _strip_zeros(f"{given[0]:f}")  # whatever its decimal mark
    low, high = (
        replace(claim, id=f"{claim.id}·{name}", value=value, lower=None, upper=None)
        for name, value in zip(("from", "to"), reversed(given) if falling else given, strict=True)
    )
    return low, high


_CLAUSE_ENDS: Final = ";；"
_IN_A_NAME: Final = re.compile(r"\d[-–~]\d|\d\+|\d\.[A-Z]")  # "3-6线城市", "14000+充电桩", "600868.SH"
_PLAIN_NUMBER: Final = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d{1,9}")
_DASH_BETWEEN: Final = re.compile(r"\d\s?%?\s?[-–—]\s?\d")
_CONCLUDES: Final = PerLanguage(lambda known: re.compile(rf"\W*(?:{known.alternatives('concludes')})", re.IGNORECASE))
_THE_CHANGE: Final = PerLanguage(
    lambda known: re.compile(
        (rf"(?:{known.any_word('article')}) " if known.own.words.article else "")
        + rf"(?:(?:{known.alternatives('change_noun')}) (?:\w{{1,4}} )?⟦[GPXSR]\d+⟧"
        rf"|⟦[GPXSR]\d+⟧ (?:{known.alternatives('change_noun')})\b)",
        re.IGNORECASE,
    )
)
_THIS_IS: Final = PerLanguage(  # "That is a rise of 12%", but "It is 12% cheaper" may be about anything
    lambda known: re.compile(rf"(?!it\b)(?:{known.alternatives('this_was')})[^⟦⟧]{{0,30}}⟦[GPXR]\d+⟧", re.IGNORECASE)
)
_YEARLY_ON_AVERAGE: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('average')})[^⟦⟧]*⟦G\d+⟧[^⟦⟧]{{0,12}}(?:{known.alternatives('yearly')})",
        re.IGNORECASE,
    )
)
_STOPS: Final = " .。"
_JOINT: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.alternatives('range_joint')})\s*$"))
_FROM: Final = compile_pattern("range_from")
_FROM_AHEAD: Final = PerLanguage(lambda known: re.compile(rf"\b(?:{known.alternatives('range_from')})$", re.IGNORECASE))
_TO: Final = compile_pattern("range_to")
_MOVES: Final = compile_pattern("moves")
_NO_MARKS: Final = {
    ord("⟦"): "[",
    ord("⟧"): "]",
    0x451: chr(0x435),
    0x401: chr(0x415),
}  # the two spellings of one Russian letter

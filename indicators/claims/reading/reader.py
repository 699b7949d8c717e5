"""Read a text into claims: lay it out, cut it into sentences, find the figures of each and understand them.

Deterministic: words and rules, no model. Nothing is stored. A number that is not surely a figure is listed with the
reason, never guessed silently.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from indicators.claims.claim import Claim, Document, Reading, Skipped
from indicators.claims.reading import messages
from indicators.claims.reading.bases import find_bases
from indicators.claims.reading.building import Builder, Surroundings
from indicators.claims.reading.comparisons import is_compared_with
from indicators.claims.reading.contexts import is_aside
from indicators.claims.reading.exclusions import LINKS
from indicators.claims.reading.grammar import find_figures
from indicators.claims.reading.matching import IndicatorFinder
from indicators.claims.reading.named_areas import find_named_areas
from indicators.claims.reading.report_areas import ReportAreas
from indicators.claims.reading.report_times import ReportTimes, find_year_after, is_dateline
from indicators.claims.reading.speakers import find_speaker
from indicators.claims.reading.text_layout import Layout, Piece, PieceKind, lay_out
from indicators.claims.reading.unitless import Memory, complete_units
from indicators.claims.relations.currency_pairs import link_currency_pairs
from indicators.errors import UsageError
from indicators.language.ambiguous_money import Currencies
from indicators.language.areas import ELSEWHERE, AreaFinder
from indicators.language.dates import find_periods
from indicators.language.detection import detect_language, find_other_language
from indicators.language.languages import LANGUAGES, Vocabulary, load_vocabulary
from indicators.language.marking import TaggedSentence
from indicators.language.relative_dates import Mention, find_later_period
from indicators.language.short_periods import names_fiscal_time
from indicators.language.tokens import Token, normalize, tokenize
from indicators.model.catalogue import Catalogue
from indicators.model.periods import Frequency

_DIGIT: Final = re.compile(r"[0-9][0-9.,:/' -]*")
_DATELINES: Final = 12
_ANY_DAY: Final = date(2000, 7, 1)
_YEARS: Final = range(1600, 2201)  # in which a text may be published
_LONGEST: Final = 300  # tokens; a longer sentence is read in parts, so that the time stays linear


@dataclass(slots=True)
class _Sentence:
    piece: Piece
    tagged: TaggedSentence
    areas: list[tuple[str, int]]
    subjects: list[str]
    links: list[tuple[int, int]]


@dataclass(slots=True)
class _State:
    """What the sentences read so far leave for the next."""

    times: ReportTimes
    memory: Memory = field(default_factory=Memory)
    speaker: str = ""
    speaker_of: tuple[str, int] = ("", -1)
    claims: list[Claim] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def read_claims(
    text: str, *, catalogue: Catalogue, published: date | None = None, language: str | None = None
) -> Reading:
    """Read the figures of a text.

    Args:
        text: The text, with its headings and empty lines if it has any.
        catalogue: For indicators, areas and currencies.
        published: The day it was published; looked for in the first lines of the text if left out.
        language: Code of one of `indicators.language.languages.LANGUAGES`; detected if left out.

    Returns:
        The document, its claims in order, and every number that was passed over, with the reason.

    Raises:
        UsageError: The text is in a language that is not read, or its date is no day of a text.

    >>> from indicators.files import read_embedded_catalogue
    >>> reading = read_claims("Sales rose 40% to 24 trillion rubles (approx. $287 billion) in 2024.",
    ...                       catalogue=read_embedded_catalogue())
    >>> [(claim.kind.value, str(claim.value), claim.unit, claim.restates) for claim in reading.claims]
    [('growth', '40', '%', ''), ('amount', '24', 'RUB', ''), ('amount', '287', 'USD', 'c2')]
    """
    if published is not None and published.year not in _YEARS:
        expected = messages.DAY_EXPECTED.format(first=_YEARS[0], last=_YEARS[-1])
        raise UsageError(messages.NO_DAY_OF_A_TEXT.format(day=published.isoformat()), expected=expected)
    view = normalize(text)
    if language is None:
        _refuse_other_language(view)
    spoken = language or detect_language(view)
    vocabulary = load_vocabulary(spoken)
    layout = lay_out(view, vocabulary)
    finders = _finders(_Same(catalogue), spoken)
    sentences = _sentences(view, layout, vocabulary, finders.areas)
    published = published or _published(layout, view, vocabulary)
    document = Document.of(text, title=layout.title, published=published, language=spoken)
    named = Counter(code for sentence in sentences for code, _ in sentence.areas if code != ELSEWHERE)
    about = Counter(code for sentence in sentences for code in sentence.subjects if code != ELSEWHERE)
    builder = Builder(document, finders.currencies, finders.indicators, named, ReportAreas(about, finders.areas.groups))
    state = _State(ReportTimes(published))
    for sentence in sentences:
        _read(sentence, builder, state)
    claims = link_currency_pairs(view, state.claims, spoken, catalogue.areas)
    skipped = tuple(sorted(state.skipped, key=lambda piece: piece.start))
    headings = tuple(piece.heading for piece in layout.pieces if piece.kind is PieceKind.HEADING)
    spans = tuple((piece.start, piece.end) for piece in layout.pieces)
    return Reading(document, claims, skipped, headings, spans)


def _refuse_other_language(view: str) -> None:
    other, known = find_other_language(view), [one.name for one in LANGUAGES.values()]
    if other and other not in known:
        expected = messages.LANGUAGE_EXPECTED.format(languages=", ".join(known))
        raise UsageError(messages.LANGUAGE_NOT_READ.format(language=other), expected=expected)


@dataclass(frozen=True, slots=True)
class _Finders:
    areas: AreaFinder
    currencies: Currencies
    indicators: IndicatorFinder


class _Same:
    """A catalogue compared by identity, as comparing contents takes longer than reading."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.catalogue is other.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)


@lru_cache(maxsize=16)  # the languages of one catalogue, and of another behind it
def _finders(same: _Same, language: str) -> _Finders:
    """The finders of a catalogue's names; cached, as building them takes longer than reading a page."""
    catalogue, vocabulary = same.catalogue, load_vocabulary(language)
    areas, indicators = AreaFinder(catalogue.areas, vocabulary), IndicatorFinder(catalogue, vocabulary)
    return _Finders(areas, Currencies(catalogue.currencies), indicators)


def _sentences(view: str, layout: Layout, vocabulary: Vocabulary, finder: AreaFinder) -> list[_Sentence]:
    sentences: list[_Sentence] = []
    for piece in layout.pieces:
        links = [match.span() for match in LINKS.finditer(view, piece.start, piece.end)]
        tokens = _without(tokenize(view, piece.start, piece.end), links)
        if piece.kind is PieceKind.FURNITURE:
            sentences.append(_Sentence(piece, TaggedSentence([], vocabulary, view), [], [], links))
            continue
        for at in range(0, max(len(tokens), 1), _LONGEST):
            part = tokens[at : at + _LONGEST]
            tagged = TaggedSentence(part, vocabulary, view)
            is_set = any(sentence.subjects for sentence in sentences)
            areas, subjects = find_named_areas(tagged, finder, is_set=is_set)
            sentences.append(_Sentence(piece, tagged, areas, subjects, links if at == 0 else []))
    return sentences


def _without(tokens: list[Token], spans: list[tuple[int, int]]) -> list[Token]:
    """The tokens outside the addresses of pages and letters."""
    if not spans:
        return tokens
    starts = [start for start, _ in spans]
    befores = ((token, bisect_right(starts, token.start) - 1) for token in tokens)
    return [token for token, before in befores if before < 0 or token.start >= spans[before][1]]


def _published(layout: Layout, view: str, vocabulary: Vocabulary) -> date | None:
    """The first full date in a line of its own among the first lines, or in the first sentence."""
    for piece in layout.pieces[:_DATELINES]:
        if piece.kind is PieceKind.SENTENCE and piece.end - piece.start > 60:
            break
        tagged = TaggedSentence(tokenize(view, piece.start, min(piece.end, piece.start + 200)), vocabulary, view)
        days = [found.period.first for found in find_periods(tagged, None) if found.period.frequency is Frequency.DAILY]
        if days:
            return days[0]
    return None


def _read(sentence: _Sentence, builder: Builder, state: _State) -> None:
    tagged, piece = sentence.tagged, sentence.piece
    view = tagged.view
    state.skipped += [
        Skipped(start, end, messages.ADDRESS_REASON) for start, end in sentence.links if _DIGIT.search(view, start, end)
    ]
    if piece.kind is PieceKind.FURNITURE:
        if _DIGIT.search(view, piece.start, piece.end):
            state.skipped.append(Skipped(piece.start, piece.end, messages.PAGE_FURNITURE_REASON))
        return
    figures, passed = find_figures(tagged)
    paragraph = (piece.heading, piece.paragraph)
    figures, bare = complete_units(tagged, figures, state.memory, paragraph)
    state.skipped += [
        Skipped(tagged.tokens[one.first].start, tagged.tokens[one.last - 1].end, one.reason, one.is_unsure)
        for one in (*passed, *bare)
    ]
    published = builder.document.published
    said = _speaker(tagged, state, paragraph)
    is_part = tagged.vocabulary.pattern("from_last_period").search(tagged.text(0, len(tagged))) is not None
    carried = state.times.carry(paragraph, is_part=is_part)
    named = find_periods(tagged, published, carried=carried)
    if published is None and _names_open_time(tagged, named):
        carried = None
    named = [time for time in named if not is_dateline(tagged, time, published, is_alone=len(named) == 1)]
    times = [time for time in named if not is_compared_with(tagged, time, published)]
    if not times and (shifted := find_later_period(tagged, carried)):
        times = [shifted]
    following = None if times else find_year_after(tagged, named, carried, published)
    carried = following or carried
    bases = find_bases(tagged, figures, times, [time for time in named if time not in times])
    of_bases = [base.time for base in bases]
    times = [time for time in times if time not in of_bases]
    around = Surroundings(
        piece, times, sentence.areas, sentence.subjects, said, carried,
        ahead=state.times.carry_forecast(carried), before=state.times.before, bases=tuple(bases),
        is_of_outcome=_is_of_outcome(tagged), is_fiscal=names_fiscal_time(tagged),
    )  # fmt: skip
    claims = list(builder.build_claims(tagged, figures, around, first_number=len(state.claims) + 1))
    state.claims += claims
    times = [time for time in times if not is_aside(tagged, time, len(tagged))]
    times = [following] if following is not None and not times else times
    state.times.add(times, paragraph, claims)


def _names_open_time(tagged: TaggedSentence, named: list[Mention]) -> bool:
    """Whether a sentence names a time that only the day of publication tells: ``this year``, ``in May``.

    In a text without that day, its figures are not of the time that the sentences before named.
    """
    known = {time.first for time in named}
    others = (time for time in find_periods(tagged, _ANY_DAY) if time.is_inferred and time.first not in known)
    return any(not is_compared_with(tagged, time, _ANY_DAY) for time in others)


def _is_of_outcome(tagged: TaggedSentence) -> bool:
    """Whether forecasts are those that an outcome is compared with: ``economists had expected 3.8%``."""
    return tagged.vocabulary.pattern("expected_before").search(tagged.text(0, len(tagged))) is not None


def _speaker(tagged: TaggedSentence, state: _State, paragraph: tuple[str, int]) -> str:
    said = find_speaker(tagged, state.speaker)
    if said:
        state.speaker, state.speaker_of = said, paragraph
    return said

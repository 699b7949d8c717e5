"""Build claims from the figures of a sentence: kind, unit, sign, time, area, indicator, speaker, missing facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Direction, Document, Place, infer_kind
from indicators.claims.reading.bases import Base
from indicators.claims.reading.comparisons import resolve_year_earlier
from indicators.claims.reading.contexts import (
    find_period,
    is_all_people,
    is_called_nominal,
    is_of_now,
    is_only_change,
    select_names_in_clause,
    with_upper_bound,
)
from indicators.claims.reading.matching import (
    IndicatorFinder,
    find_growth_noun,
    is_other_change,
    leave_out_bases_of_shares,
    name_denominator,
    names_people,
    select_names_of_side,
)
from indicators.claims.reading.named_areas import leave_out_passing
from indicators.claims.reading.outlooks import goes_beyond, is_forecast
from indicators.claims.reading.report_areas import ReportAreas
from indicators.claims.reading.sharing_out import OwnContext, find_own_areas, is_only_place, share_out
from indicators.claims.reading.statements import Statement, classify_statement
from indicators.claims.reading.subjects import continues_subject, find_subject
from indicators.claims.reading.text_layout import Piece
from indicators.claims.reading.wholes_of_shares import find_share_qualifier
from indicators.language.ambiguous_money import Currencies, Resolved
from indicators.language.areas import ELSEWHERE
from indicators.language.languages import LANGUAGES
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.relative_dates import Mention
from indicators.model.observations import Indicator
from indicators.model.periods import TimePeriod
from indicators.model.units import find_unit, parse_unit

_PERCENTS: Final = frozenset((ClaimKind.GROWTH, ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.INDEX))
_CHANGES: Final = frozenset((ClaimKind.GROWTH, ClaimKind.POINTS))
_WITH_CENTS: Final = frozenset(("EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "ZAR"))
_UNITS: Final = {Role.POINTS: "percentage points", Role.BPS: "basis points", Role.TIMES: "ratio"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known about a sentence.

    Attributes:
        piece: Its place.
        times: The times it names, other than those of levels that are only compared with.
        areas: The areas it names, each with its token.
        subjects: Those of them that are not only the other side of trade or of a comparison.
        speaker: Its speaker; or empty.
        carried: The time that the sentences before named, for one that names none.
        ahead: The time that the forecasts before were of.
        before: All times that the sentence before named.
        home: The areas it is about when it names none.
        own: What it gives the figure at hand and no other.
        bases: Its levels that are only compared with.
        base: The figure at hand, if it is one of them.
        is_of_outcome: Whether its forecasts are those that an outcome is compared with.
        is_fiscal: Whether it names a time that is a firm's own, which no figure has unless it is read.
        is_after_result: Whether the figure before this one is a result and not a forecast.
    """

    piece: Piece
    times: list[Mention]
    areas: list[tuple[str, int]]
    subjects: list[str]
    speaker: str
    carried: Mention | None
    ahead: Mention | None = None
    before: tuple[Mention, ...] = ()
    home: tuple[str, ...] = ()
    own: OwnContext = field(default_factory=OwnContext)
    bases: tuple[Base, ...] = ()
    base: Base | None = None
    is_of_outcome: bool = False
    is_fiscal: bool = False
    is_after_result: bool = False


@dataclass(slots=True)
class Builder:
    """Builds claims from figures.

    Attributes:
        document: The text.
        currencies: Resolves ambiguous signs of money.
        indicators: Finds the indicator.
        named: How often the text names each area.
        areas: What the sentences so far were about.
        before: What the last percentage states.
        last_indicators: The indicators of the last sentence that has any, and that sentence.
        last_subject: What the sentence before was about, where that was one thing, with the heading and paragraph.
        last_money: The currency of the last sum.
    """

    document: Document
    currencies: Currencies
    indicators: IndicatorFinder
    named: Counter[str]
    areas: ReportAreas
    before: Statement | None = None
    last_indicators: tuple[frozenset[str], Piece | None] = (frozenset(), None)
    last_subject: tuple[str, str, int] = ("", "", 0)
    last_money: str = ""

    def build_claims(
        self, sentence: TaggedSentence, figures: list[ParsedFigure], around: Surroundings, *, first_number: int
    ) -> Iterator[Claim]:
        """Build the claims of the figures of a sentence, in order."""
        names = self.indicators.find_names(sentence, around.areas) if figures else []
        areas = leave_out_passing(sentence, figures, around.areas)
        about = [code for code in around.subjects if any(code == other for other, _ in areas)]
        around = replace(around, home=self._home(figures, around), areas=areas, subjects=about)
        shared = share_out(sentence, figures, around.times, around.areas, before=around.before)
        elsewhere = {own.area for own in shared} - {""}
        bases = {
            base.position: base
            for base in around.bases
            if base.time or base.is_start or len(elsewhere) < 2 or not shared[base.position].area
        }  # "5.7%, against 5.1% in Austria": of the same time
        subject, floor, is_result, subjects = "", 0, False, set[str]()
        for position, figure in enumerate(figures):
            ceiling = figures[position + 1].first if position + 1 < len(figures) else len(sentence)
            statement = self._statement(sentence, figure, floor, ceiling)
            has_place = shared[position].area != ""
            if position == 0 or not is_only_place(sentence, floor, figure.first, with_names=has_place):
                subject = find_subject(sentence, figure, floor) or subject
            if position == 0 and continues_subject(sentence, figure):
                subject = self._gone_on(around) or subject
            noun = find_growth_noun(sentence, names, floor, figure.first)
            if noun and noun not in subject.casefold().split():
                subject = f"{subject} {noun}".strip()
            subjects.add(subject)
            own = replace(around, own=shared[position], base=bases.get(position), is_after_result=is_result)
            claim = self._claim(
                f"c{first_number + position}", sentence, figure, statement, own, subject=subject, floor=floor,
                ceiling=ceiling, names=names,
            )  # fmt: skip
            floor, is_result = figure.last, not claim.is_forecast
            yield claim
        one = subjects.pop() if len(subjects) == 1 else ""
        self.last_subject = (one, around.piece.heading, around.piece.paragraph)
        self.areas.add(around.subjects, around.piece)

    def _statement(self, sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int) -> Statement:
        if figure.has(Role.PERCENT, Role.POINTS, Role.BPS, Role.TIMES) and figure.form != "ratio":
            statement = classify_statement(sentence, figure, floor, ceiling, self.before)
            if statement.kind in _PERCENTS and figure.has(Role.PERCENT):
                self.before = statement
            return statement
        if figure.form == "ratio":
            return Statement(ClaimKind.MULTIPLE)
        points = replace(figure, unit=(Role.POINTS, "points"))  # to find the direction of a level or an amount
        statement = classify_statement(sentence, points, floor, ceiling, None)
        return Statement(ClaimKind.AMOUNT, statement.direction)

    def _claim(
        self, id: str, sentence: TaggedSentence, figure: ParsedFigure, statement: Statement, around: Surroundings, *,
        subject: str, floor: int, ceiling: int, names: list[tuple[int, int, frozenset[str]]],
    ) -> Claim:  # fmt: skip
        figure = with_upper_bound(sentence, figure, floor)
        money = self._money(figure.money, around)
        unit, multiplier = self._unit(sentence, figure, statement, around, money.code)
        kind = statement.kind if figure.has(Role.PERCENT, Role.POINTS, Role.BPS, Role.TIMES) else _kind(unit, figure)
        mention = (
            around.own.time
            or resolve_year_earlier(sentence, figure, around.times, around.carried, self.document.published)
            or (None if around.base is None else around.base.time)
        )
        if mention is None and around.base is None:
            mention = find_period(around.times, figure, sentence, floor=floor, ceiling=ceiling)
        if around.own.time is None and is_of_now(sentence, figure, around.times, floor):
            mention, around = None, replace(around, carried=None, ahead=None)
        is_start = around.base is not None and around.base.is_start
        forecast = not is_start and is_forecast(sentence, figure, mention, self.document.published, ceiling)
        if forecast and around.is_after_result and goes_beyond(sentence, figure, mention, floor):
            mention = None
        if mention is None and (around.is_fiscal or (around.base is not None and not forecast)):
            period, year_inferred = None, True  # a time before the one of the others, or of the firm's own year
        else:
            period, year_inferred = self._period(mention or self._carried(around, forecast=forecast), forecast=forecast)
        areas, areas_inferred = find_own_areas(
            sentence, figure, around.own, around.areas, around.subjects, around.home
        )  # fmt: skip
        indicator = self._find_indicator(
            sentence, figure, around, names, kind=kind, unit=unit, areas=areas, is_forecast=forecast, floor=floor
        )
        if indicator is not None and kind is ClaimKind.AMOUNT and " " not in unit:
            unit = name_denominator(unit, indicator)
        if indicator is not None:
            ids, piece = self.last_indicators
            self.last_indicators = ((ids if piece is around.piece else frozenset()) | {indicator.id}, around.piece)
        sign = -1 if _is_negative(figure, kind, statement.direction) else 1
        whole = statement.whole.strip("".join(sentence.words.possessive)) if kind is ClaimKind.SHARE else ""
        if figure.qualifier is None and kind is ClaimKind.SHARE:
            figure = replace(figure, qualifier=find_share_qualifier(sentence, figure.first))
        return Claim(
            id, kind, sign * figure.value, unit,
            multiplier=multiplier, digits=None if figure.low is not None else max(figure.digits, 1),
            in_a_word=figure.form in ("multiple", "halved"),
            qualifier=figure.qualifier,
            lower=_end(figure.low, figure.high, sign), upper=_end(figure.high, figure.low, sign),
            direction=statement.direction, is_forecast=forecast, period=period, areas=areas,
            indicator=None if indicator is None else indicator.id, subject=subject, counted=figure.counted,
            denominator=whole or None, said_by=around.speaker, place=self._place(sentence, figure, around.piece),
            sha256=self.document.sha256,
            left_open=_left_open(
                kind, whole, around.speaker, year=year_inferred and mention is None, forecast=forecast, money=money
            ),
            inferred=_inferred(
                year=year_inferred and period is not None, areas=areas_inferred, figure=figure, money=money
            ),
        )  # fmt: skip

    def _find_indicator(
        self, sentence: TaggedSentence, figure: ParsedFigure, around: Surroundings,
        names: list[tuple[int, int, frozenset[str]]], *,
        kind: ClaimKind, unit: str, areas: tuple[str, ...], is_forecast: bool, floor: int,
    ) -> Indicator | None:  # fmt: skip
        """The indicator of a figure, unless its words say that it is a part, a step or another change."""
        near = select_names_of_side(sentence, figure, names, floor)
        if kind is not ClaimKind.SHARE:
            near = leave_out_bases_of_shares(sentence, select_names_in_clause(sentence, figure, near))
        indicator = self.indicators.find(
            near, figure.first, figure.last, floor=self._own_words(sentence, figure, floor), kind=kind, unit=unit,
            areas=areas, is_forecast=is_forecast,
        ) or self._of_another(
            sentence, figure, around, kind=kind, unit=unit, areas=areas, is_forecast=is_forecast
        )  # fmt: skip
        if indicator is not None and indicator is self.indicators.population and not names_people(sentence, figure):
            indicator = None
        if indicator is None and unit == "persons" and is_all_people(sentence, figure, around.times, around.areas):
            indicator = self.indicators.population
        if indicator is None or is_other_change(sentence, figure, indicator, near, kind=kind, floor=floor):
            return None
        if kind is ClaimKind.GROWTH and is_called_nominal(sentence, figure, floor):
            return self.indicators.find_nominal_growth(indicator)
        return indicator

    @staticmethod
    def _own_words(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> int:
        """Where the words of the figure begin: after the figure before it, unless there is next to nothing between."""
        few = 7 if sentence.language.is_spaced else 4
        return 0 if figure.first - floor <= few or is_only_change(sentence, floor, figure.first) else floor

    def _gone_on(self, around: Surroundings) -> str:
        """The subject of the sentence before, for one that gives only a time: ``In 2023 it was``."""
        subject, heading, paragraph = self.last_subject
        return subject if (heading, paragraph) == (around.piece.heading, around.piece.paragraph) else ""

    def _of_another(
        self, sentence: TaggedSentence, figure: ParsedFigure, around: Surroundings, *,
        kind: ClaimKind, unit: str, areas: tuple[str, ...], is_forecast: bool,
    ) -> Indicator | None:  # fmt: skip
        """The indicator of the sentence before: ``another 37% increase``, ``In 2023 it was 15 billion``."""
        ids, piece = self.last_indicators
        again = any(sentence.key(at) in sentence.words.another for at in range(max(0, figure.first - 2), figure.number))
        again = again or (continues_subject(sentence, figure) and self._gone_on(around) != "")
        if piece is None or not again:
            return None
        if (piece.heading, piece.paragraph) != (around.piece.heading, around.piece.paragraph):
            return None
        name = [(figure.first, figure.first, ids)]
        return self.indicators.find(
            name, figure.first, figure.last, floor=0, kind=kind, unit=unit, areas=areas, is_forecast=is_forecast
        )

    def _money(self, sign: str, around: Surroundings) -> Resolved:
        if not sign:
            return Resolved("")
        named = [code for code, _ in around.areas if code != ELSEWHERE]
        found = self.currencies.resolve(sign, named, self.named, language=LANGUAGES[self.document.language])
        if not found.code and self.last_money in sign.split("?"):
            return Resolved(self.last_money, is_inferred=True)  # "5.2 billion Swiss francs, from 5.0 billion francs"
        self.last_money = found.code or self.last_money
        return found

    def _unit(
        self, sentence: TaggedSentence, figure: ParsedFigure, statement: Statement, around: Surroundings, code: str
    ) -> tuple[str, int]:
        """The unit, and the power of ten."""
        role, value = figure.unit or (Role.MONEY, "")
        if role is Role.MONEY or (figure.money and role is not Role.PERCENT):
            return self._with_per(code or "currency units", figure, around), figure.multiplier
        if role is Role.PERCENT:
            is_share = statement.kind is ClaimKind.SHARE
            is_of_gdp = is_share and sentence.vocabulary.pattern("whole_is_gdp").fullmatch(statement.whole)
            return "% of GDP" if is_of_gdp else "%", figure.multiplier
        if role in _UNITS:
            return _UNITS[role], figure.multiplier
        value = self._money_of_cents(sentence, figure, value) if role is Role.SUBUNIT else value
        return self._with_per(value, figure, around), figure.multiplier - 2 * (role is Role.SUBUNIT)

    def _money_of_cents(self, sentence: TaggedSentence, figure: ParsedFigure, code: str) -> str:
        """The money that cents a share are of: that of the sum before, if it has cents as well."""
        are_bare = code == "USD" and sentence.at(figure.number + 1, Role.SUBUNIT) is not None
        is_per_share = sentence.vocabulary.pattern("per_share").match(sentence.text(figure.last, figure.last + 2))
        return self.last_money if are_bare and is_per_share and self.last_money in _WITH_CENTS else code

    def _with_per(self, unit: str, figure: ParsedFigure, around: Surroundings) -> str:
        if not figure.per:
            return unit
        per = self._money(figure.per, around).code if figure.per.isupper() or "?" in figure.per else figure.per
        found = find_unit(f"{unit} per {per}")
        return unit if found is None else found.plain.text

    def _carried(self, around: Surroundings, *, forecast: bool) -> Mention | None:
        """The time of the sentence before; of a forecast, unless of what has come out, that of the forecasts before."""
        published = self.document.published
        if forecast and not around.is_of_outcome:
            return around.ahead
        is_ahead = published is not None and around.carried is not None and around.carried.period.first > published
        return None if is_ahead else around.carried

    def _period(self, mention: Mention | None, *, forecast: bool) -> tuple[TimePeriod | None, bool]:
        """The time, and whether the text leaves it open."""
        if mention is not None:
            return mention.period, mention.is_inferred
        published = None if forecast else self.document.published
        return None if published is None else TimePeriod.of_year(published.year), True

    def _home(self, figures: list[ParsedFigure], around: Surroundings) -> tuple[str, ...]:
        """The areas of a sentence that names none."""
        money = {self.currencies.country_of(self._money(figure.money, around).code) for figure in figures} - {""}
        return self.areas.carry(around.piece, money)

    def _place(self, sentence: TaggedSentence, figure: ParsedFigure, piece: Piece) -> Place:
        last = figure.last
        while last > figure.number + 1 and sentence.key(last - 1) == "." and last == len(sentence):
            last -= 1
        start, end = sentence.tokens[figure.first].start, sentence.tokens[last - 1].end
        return Place(piece.heading, piece.paragraph, piece.sentence, start, end)


def _kind(unit: str, figure: ParsedFigure) -> ClaimKind:
    if unit == "units":
        return ClaimKind.COUNT
    if unit == "‰":
        return ClaimKind.RATE
    if unit.startswith("currency unit"):
        return ClaimKind.AMOUNT
    kind = infer_kind(parse_unit(unit))
    return ClaimKind.INDEX if kind is ClaimKind.POINTS and figure.form == "index" else kind


def _is_negative(figure: ParsedFigure, kind: ClaimKind, direction: Direction | None) -> bool:
    return figure.sign == "-" or (kind in _CHANGES and direction is Direction.FALL)


def _end(end: Decimal | None, other: Decimal | None, sign: int) -> Decimal | None:
    is_own = end is None or other is None or sign > 0 or min(end, other) < 0
    return end if is_own or other is None else -other


def _left_open(
    kind: ClaimKind, whole: str, speaker: str, *, year: bool, forecast: bool, money: Resolved
) -> tuple[str, ...]:
    open_ = {
        "year": year,
        "issuer": forecast and not speaker,
        "denominator": kind is ClaimKind.SHARE and not whole,
        "currency": money.is_inferred,
    }
    return tuple(name for name, is_open in open_.items() if is_open)


def _inferred(*, year: bool, areas: bool, figure: ParsedFigure, money: Resolved) -> tuple[str, ...]:
    filled = {"period": year, "areas": areas, "unit": bool(figure.unit_from) or money.is_inferred}
    return tuple(name for name, is_filled in filled.items() if is_filled)

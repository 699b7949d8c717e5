"""The input of a check: the claims of one text, the relations between them, and the evidence of the store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind, Reading
from indicators.claims.evidence.store_evidence import Evidence, PublishedFigure
from indicators.claims.intervals import Interval
from indicators.claims.relations.level_change import LevelChange
from indicators.claims.relations.level_changes import find_changes, find_indicator_changes
from indicators.claims.relations.marked_sentences import Sentence, join_conclusions, mark_sentences
from indicators.language.languages import MONTHS, PerLanguage, compile_pattern, load_vocabulary
from indicators.language.tokens import normalize
from indicators.model.observations import Indicator
from indicators.model.periods import Frequency, TimePeriod


@dataclass(frozen=True)
class CheckContext:
    """The claims of one text and the evidence to check them with.

    Attributes:
        reading: The text and its claims.
        evidence: Exchange rates and published figures.
    """

    reading: Reading
    evidence: Evidence

    @property
    def language(self) -> str:
        """The code of the language of the text."""
        return self.reading.document.language

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims."""
        return self.reading.claims

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that have figures."""
        return join_conclusions(mark_sentences(self.reading))

    @cached_property
    def changes(self) -> tuple[LevelChange, ...]:
        """The changes between two levels; where words and indicators give the same two, the one of the words."""
        found: dict[tuple[str, str], LevelChange] = {}
        for change in (*find_changes(self.sentences), *find_indicator_changes(self.claims, self.evidence.catalogue)):
            found.setdefault((change.before.id, change.after.id), change)
        return tuple(found.values())

    @cached_property
    def earlier(self) -> frozenset[str]:
        """Ids of the levels of an earlier time, which the text may not name."""
        return frozenset(
            change.before.id for change in self.changes if change.before.period in (None, change.after.period)
        )

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _sentence_of(self) -> dict[str, Sentence]:
        """The sentences by the ids of their claims."""
        return {claim.id: sentence for sentence in self.sentences for claim in sentence.claims}

    @cached_property
    def _by_subject(self) -> dict[str, list[Claim]]:
        found = defaultdict(list)
        for claim in self.claims:
            found[claim.subject].append(claim)
        return found | {"": []}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.evidence.catalogue.indicators}

    def find_sentence(self, claim: Claim) -> Sentence | None:
        """Return the sentence that states a claim as it is."""
        sentence = self._sentence_of.get(claim.id)
        return sentence if sentence is not None and claim in sentence.claims else None

    def find_indicator(self, claim: Claim) -> Indicator | None:
        """Return the indicator of a claim, if it has one that is in the catalogue."""
        return self._indicators.get(claim.indicator or "")

    def list_comparable(self) -> Iterator[Claim]:
        """The claims that published figures can be compared with: they surely name an indicator and an area."""
        for claim in map(self._name_trade, self.claims):
            is_alone = not claim.restates and claim.id not in self.earlier and not self._is_against_level(claim)
            is_of_them = _PRONOUN[self.language].fullmatch((claim.denominator or "").casefold()) is not None
            is_alone = is_alone and not is_of_them and not self._is_of_other_noun(claim)
            if claim.areas and is_alone and self.is_named(claim) and self._is_of_world(claim):
                yield claim

    def _is_of_world(self, claim: Claim) -> bool:
        """Whether a figure of the world names it itself; *the world's largest chip makers* are beside any figure."""
        is_world = claim.areas == ("WLD",) and not claim.origin
        return not is_world or bool(self._list_area_stems(claim) & {word[:4] for word in _stem(claim.subject)})

    def _is_against_level(self, claim: Claim) -> bool:
        """Whether a difference counts from the level of another time: "GDP is 0.6% below its level of 2019"."""
        sentence = self.find_sentence(claim) if claim.kind is ClaimKind.GROWTH else None
        if sentence is None:
            return False
        return _AGAINST_LEVEL[self.language].search(sentence.words_beside(claim)) is not None

    def _is_of_other_noun(self, claim: Claim) -> bool:
        """Whether a clause gives it to another noun than the area: ``exports to Indiana, which has a GDP of``."""
        sentence = self.find_sentence(claim)
        if sentence is None or claim not in sentence.claims:
            return False
        match = _RELATIVE[self.language].search(re.split(rf"⟦[A-Z]{sentence.claims.index(claim)}⟧", sentence.words)[0])
        stems = {word[:4] for word in _stem(match["noun"])} if match is not None else set()
        return match is not None and stems.isdisjoint(self._list_area_stems(claim))

    def _name_trade(self, claim: Claim) -> Claim:
        """Call the exports of a country, and of nobody else, its exports of goods."""
        subject = claim.subject
        if claim.indicator or claim.kind is not ClaimKind.AMOUNT or len(claim.areas) != 1 or "areas" in claim.inferred:
            return claim
        names = [id for id, pattern in _TRADE.items() if pattern[self.language].search(subject)]
        sentence = self.find_sentence(claim)
        behind = sentence.words.partition(f"{sentence.claims.index(claim)}⟧")[2] if sentence is not None else ""
        goods = _OF_GOODS[self.language].match(behind)
        if goods is not None and not _stem(goods["noun"]) <= _GENERAL[self.language] | _stem("goods products"):
            return claim  # "exported 27 billion dollars worth of oil"
        if len(names) != 1 or not self._list_area_stems(claim) & {word[:4] for word in _stem(subject)}:
            return claim
        return replace(claim, indicator=names[0])

    def is_named(self, claim: Claim) -> bool:
        """Whether the subject names the indicator and nothing narrower; "online sales of drugs" does not.

        A claim of a dataset need not name it.
        """
        indicator = self.find_indicator(claim)
        if indicator is None or claim.origin:
            return indicator is not None
        is_of_other = claim.unit == "%" and claim.denominator is not None and indicator.unit == "% of GDP"
        if is_of_other or self._is_share_of(self._list_names(indicator), claim):
            return False  # "6.9% of the spending of the budget"
        in_verb = self._is_growth_in_verb(claim)
        names = (*self._list_names(indicator), *(self._list_stripped(indicator) if in_verb else ()))
        places = [name for code in claim.areas for name in self._list_area_names(code)]
        near = self._find_words_around(claim, whole=False)
        is_named_beside = "areas" not in claim.inferred and any(name in near for name in places if len(name) > 1)
        around = near if is_named_beside else self._find_words_around(claim)
        if _NARROWER_SUBJECT[self.language].search(_remove((*names, *places), around)):
            return False
        amount = self._indicators.get(indicator.id.removesuffix("-share-of-gdp"))  # named by "a deficit of 2% of GDP"
        names += () if amount is None else self._list_names(amount)
        growth = self._indicators.get(f"{indicator.id}-growth")  # "Italy's economy was worth 2 trillion dollars"
        names += () if growth is None or claim.kind is not ClaimKind.AMOUNT else self._list_names(growth)
        level = self._indicators.get(indicator.growth_of) or (self._find_level_of(indicator) if in_verb else None)
        if level is not None:  # "sales grew" names the growth of sales
            names += self._list_names(level)
        if _HAN.search(claim.subject) and self._is_narrower_in_han((*names, *places), claim):
            return False
        words = _GROSS[self.language].sub(" ", claim.subject)
        if "balance" in indicator.id:
            words = _SURPLUS[self.language].sub(" ", words)
        subject = _stem(words)
        beside = (claim, *self._by_subject.get(claim.subject, ()))  # "Spain's economy grew 2%, Italy's 1%"
        stems_of_places = frozenset[str]().union(*map(self._list_area_stems, beside))
        base = _stem(claim.denominator or "") if claim.kind is ClaimKind.SHARE else frozenset()  # 占GDP的
        rest = {
            word
            for word in subject - (base if words else frozenset())
            if word[:4] not in stems_of_places and word not in _GENERAL[self.language] and not _HAN.match(word)
        }
        if indicator.id == "population":  # "France had 68 million inhabitants" doesn't name it
            people = frozenset[str]().union(*map(_stem, names))
            if people.isdisjoint(subject) and not _stem(claim.counted) <= people | _GENERAL[self.language]:
                return False  # "Argentina had 14 million domestic passengers"
            return rest <= people and ("areas" not in claim.inferred or not people.isdisjoint(subject))
        named = [_stem(text) for name in names for text in (name, _GROSS[self.language].sub(" ", name))]
        named += [stems - (_GENERAL[self.language] - _GROWTH[self.language]) for stems in named]  # "exportaciones *de*"
        named += [stems - _GROWTH[self.language] for stems in named if in_verb]
        return any(stems and stems <= subject and rest <= stems for stems in named)

    def has_name_in_subject(self, claim: Claim) -> bool:
        """Whether the words before a claim hold a name of its indicator as it is printed."""
        indicator, subject = self.find_indicator(claim), claim.subject.casefold()
        return indicator is not None and any(name.casefold() in subject for name in self._list_names(indicator))

    def may_be_of_part(self, claim: Claim) -> bool:
        """Whether its sentence names a county, an industry or another part of what the indicator is of."""
        return _NARROWER_SUBJECT[self.language].search(self._find_words_around(claim)) is not None

    def _find_words_around(self, claim: Claim, *, whole: bool = True) -> str:
        """The words of the sentence of a claim, which may name a part of the country; or only those beside it."""
        sentence = self._sentence_of.get(claim.id)
        if sentence is None or claim not in sentence.claims:
            return claim.subject
        return sentence.plain if whole else f"{claim.subject} {sentence.words_beside(claim)}"

    def _is_share_of(self, names: Sequence[str], claim: Claim) -> bool:
        """Whether its sentence gives a share of what the indicator counts, so that the amount is a part of it."""
        sentence = self._sentence_of.get(claim.id)
        bases = {one.denominator for one in sentence.claims if one.kind is ClaimKind.SHARE} if sentence else set()
        return claim.kind is ClaimKind.AMOUNT and any(
            stems <= _stem(base) for base in bases if base for stems in map(_stem, names) if stems
        )

    def _find_level_of(self, indicator: Indicator) -> Indicator | None:
        """Whose real growth an indicator is."""
        level = self._indicators.get(indicator.id.removesuffix("-weo").removesuffix("-growth"))
        return None if level is indicator else level

    def _is_growth_in_verb(self, claim: Claim) -> bool:
        """Whether a verb states growth for one year: "GDP grew 3.6% in 2023"."""
        if claim.kind is not ClaimKind.GROWTH or claim.direction is None or claim.inferred:
            return False
        sentence = self._sentence_of.get(claim.id)
        if sentence is None or claim not in sentence.claims:
            return True
        own = len(set(_YEAR.findall(sentence.words_beside(claim))))
        is_of_one_year = own == 1 or len(set(_YEAR.findall(sentence.plain))) < 2
        return is_of_one_year and _NOT_OF_ONE_YEAR[self.language].search(sentence.plain) is None

    def _list_stripped(self, indicator: Indicator) -> Iterator[str]:
        """The names of an indicator of growth without that word, which is the verb of the text."""
        for name in self._list_names(indicator):
            stripped = _GROWTH_ENDING[self.language].sub("", name)
            if stripped and stripped != name:
                yield stripped

    def _is_narrower_in_han(self, names: Sequence[str], claim: Claim) -> bool:
        """Whether Chinese words other than time and place are beside the name: 服务业GDP, 船舶出口."""
        rest = _remove(names, claim.subject)
        return _HAN.search(_TIME_IN_SUBJECT[self.language].sub("", rest)) is not None

    def _list_names(self, indicator: Indicator) -> tuple[str, ...]:
        own = load_vocabulary(self.language).indicators.get(indicator.id, ())
        return (indicator.name, *indicator.aliases, *own)

    def _list_area_stems(self, claim: Claim) -> set[str]:
        return {place[:4] for code in claim.areas for place in _stem(" ".join(self._list_area_names(code)))}

    def _list_area_names(self, code: str) -> tuple[str, ...]:
        area = self.evidence.catalogue.areas.by_code.get(code)
        if area is None:
            return ()
        return (area.name, *area.aliases, *load_vocabulary(self.language).list_area_names(code, area.alpha2 or ""))

    def find_published(self, claim: Claim, period: TimePeriod | None = None) -> list[PublishedFigure]:
        """Return the published figures of the indicator and areas of a claim."""
        return self.evidence.find_published(claim.indicator or "", claim.areas, period)

    def find_same_figure(self, claim: Claim) -> PublishedFigure | None:
        """Find the published figure of the same value, for a year that the text does not name."""
        if self.find_indicator(claim) is None or not claim.areas:
            return None
        day = self.find_publication_day(claim)
        same = [
            figure
            for figure in self.evidence.find_published(claim.indicator or "", claim.areas, value=claim.plain_value)
            if figure.unit == claim.unit and figure.value == claim.plain_value and not figure.is_forecast
            and (day is None or figure.period.first <= day)
        ]  # fmt: skip
        return max(same, key=lambda figure: figure.period, default=None)

    def read_interval(self, claim: Claim) -> Interval:
        """Return the values a claim can mean as an indicator counts them: a deficit is a negative balance."""
        if "balance" not in (claim.indicator or "") or claim.plain_value <= 0:
            return claim.interval
        deficit, surplus = _DEFICIT[self.language], _SURPLUS[self.language]
        words = claim.subject
        if not deficit.search(words) and not surplus.search(words):
            words = self._sentence_of[claim.id].plain if claim.id in self._sentence_of else ""
        is_deficit = deficit.search(words) is not None and (words is claim.subject or not surplus.search(words))
        return -claim.interval if is_deficit else claim.interval

    def find_publication_day(self, claim: Claim) -> date | None:
        """Return the day a claim was published: that of the text, or of the origin of a claim of a dataset."""
        origin = self.evidence.origin(claim.origin) if claim.origin else None
        if origin is None or len(origin.date_published) != len("2025-09-29"):
            return self.reading.document.published
        return date.fromisoformat(origin.date_published)

    def find_period(self, claim: Claim) -> tuple[TimePeriod | None, str]:
        """Return the period of a claim, and a note if the text does not state it."""
        if claim.period is not None:
            return self._narrow_to_month(
                claim, claim.period
            ), messages.YEAR_INFERRED if "period" in claim.inferred else ""
        if claim.restates in self.by_id:
            return self.find_period(self.by_id[claim.restates])
        if same := self.find_same_figure(claim):
            note = messages.YEAR_FROM_PUBLISHER.format(publisher=same.by_edition, year=same.period.label)
            return same.period, note
        return None, ""

    def _narrow_to_month(self, claim: Claim, period: TimePeriod) -> TimePeriod:
        """The last month of a year at whose end a monthly figure was, or that of the day when a rate was set."""
        indicator, sentence = self.find_indicator(claim), self.find_sentence(claim)
        if indicator is None or indicator.frequency != Frequency.MONTHLY:
            return period
        if period.first == period.last and claim.direction is not None and sentence is not None:
            is_set = _SET_RATE[self.language].search(sentence.plain) is not None  # from that day on
            return TimePeriod.parse(f"{period.first:%Y-%m}") if is_set else period
        if period.frequency is not Frequency.ANNUAL:
            return period
        is_at_end = sentence is not None and _END_OF_YEAR[self.language].search(sentence.words_beside(claim))
        return TimePeriod.parse(f"{period.year}-12") if is_at_end else period

    def prefetch(self) -> None:
        """Read all published figures that the claims need at once."""
        wanted: dict[tuple[str, tuple[str, ...]], None] = {}
        for claim in map(self._name_trade, self.claims):
            indicator = self.find_indicator(claim)
            if indicator is None or not claim.areas:
                continue
            ids = [indicator.id, *indicator.compare_with, *([indicator.growth_of] if indicator.growth_of else [])]
            ids += [growth.id for growth in self._indicators.values() if growth.growth_of == indicator.id]
            ids += ["gdp"] if claim.kind is ClaimKind.AMOUNT else []
            wanted |= dict.fromkeys((id, claim.areas) for id in ids)
        self.evidence.prefetch(wanted)


def keep_same_unit(figures: Iterable[PublishedFigure], claim: Claim) -> list[PublishedFigure]:
    """Keep the figures in the unit of a claim, whatever percentages are of, and drop forecasts."""
    is_percent = claim.unit.startswith("%")
    return [
        figure
        for figure in figures
        if not figure.is_forecast and (figure.unit == claim.unit or (is_percent and figure.unit.startswith("%")))
    ]


def shift_year(period: TimePeriod, years: int) -> TimePeriod | None:
    """Return the year some years later or earlier; ``None`` if the period is not a year.

    >>> shift_year(TimePeriod.of_year(2024), -1)
    TimePeriod('2023')
    """
    return TimePeriod.of_year(period.year + years) if period.frequency is Frequency.ANNUAL else None


def _remove(names: Iterable[str], text: str) -> str:
    """Take names out of a text, the longest first."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text


@lru_cache(maxsize=4096)
def _stem(text: str) -> frozenset[str]:
    """The beginnings of the words; of Chinese, every two neighboring characters."""
    plain = normalize(text).casefold()
    words = re.findall(r"[^\W\d_\u4e00-\u9fff]{2,}", plain)
    runs = re.findall(r"[\u4e00-\u9fff]{2,}", plain)
    return frozenset([word[:5] for word in words] + [run[n : n + 2] for run in runs for n in range(len(run) - 1)])


_DEFICIT: Final = compile_pattern("deficit")
_SURPLUS: Final = compile_pattern("surplus")
_GROSS: Final = compile_pattern("gross_debt")
_TRADE: Final = {
    "merchandise-exports": compile_pattern("exports_side"), "merchandise-imports": compile_pattern("imports_side")
}  # fmt: skip
_TIME_IN_SUBJECT: Final = compile_pattern("time_in_subject")
_RELATIVE: Final = PerLanguage(
    lambda known: re.compile(rf"(?P<noun>[^\W\d_]+|⟦C\d+⟧)(?:{known.alternatives('relative')})[^⟦⟧,;]*$", re.IGNORECASE)
)
_OF_GOODS: Final = PerLanguage(
    lambda known: re.compile(rf" (?:\w+ )?(?:{known.alternatives('of')})\s?(?P<noun>[^\W\d_]{{3,}})", re.IGNORECASE)
)
_END_OF_YEAR: Final = compile_pattern("end_of_year")
_PRONOUN: Final = compile_pattern("whole_pronoun")
_SET_RATE: Final = compile_pattern("set_rate")
_NARROWER_SUBJECT: Final = compile_pattern("narrower_subject")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AGAINST_LEVEL: Final = compile_pattern("against_level")
_NOT_OF_ONE_YEAR: Final = compile_pattern("not_of_one_year")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_GENERAL: Final = PerLanguage(
    lambda known: _stem(" ".join((*known.words.general, *(name.rstrip("*") for name in MONTHS))))
)
_GROWTH: Final = PerLanguage(lambda known: _stem(" ".join(known.words.growth_nouns)))
_GROWTH_ENDING: Final = compile_pattern("growth_ending")

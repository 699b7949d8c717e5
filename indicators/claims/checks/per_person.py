"""A sum, how many share it, and how much each gets: the three have to agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from indicators.claims import messages
from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind, have_one_time
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval, are_worlds_apart, is_cut
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.listed_values import share_stem, stem_words
from indicators.claims.relations.marked_sentences import CONJUNCTION, MARK, Sentence, resolve_claim_id
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, compile_pattern, tag_sentence
from indicators.language.lexicon import Role
from indicators.model.observations import Qualifier
from indicators.model.units import find_factor, have_same_dimension, parse_unit

_EACH: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('each_ahead')})⟦[MQC](?P<ahead>\d+)⟧"
        rf"|⟦[MQC](?P<behind>\d+)⟧ ?(?:{known.alternatives('each_behind')})"
        rf"|⟦M(?P<share>\d+)⟧ (?:{known.alternatives('per_share')}),? (?:{known.alternatives('for_shares')}) ⟦C\d+⟧"
        rf"|⟦C\d+⟧ ?(?:{known.alternatives('shares_at')}) ⟦M(?P<paid>\d+)⟧ (?:{known.alternatives('per_share')})",
        re.IGNORECASE,
    )
)
_EACH_WORD: Final = compile_pattern("each_word")
_EACH_AT_FIRST: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.alternatives('each_word')})(?P<what>(?: ?[^\W\d_]+){{1,2}})", re.IGNORECASE)
)
_GETS: Final = compile_pattern("gets")
_EACH_OF: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.alternatives('each_word')})(?: \w{{1,4}}){{1,3}} ⟦C", re.IGNORECASE)
)
_TOTAL: Final = PerLanguage(
    lambda known: re.compile(
        rf"{known.alternatives('total_ahead')}|{known.alternatives('the_total')}"
        rf"|(?:{known.alternatives('proceeds')})[^⟦⟧]{{0,12}}$"
        rf"|(?:{known.alternatives('concludes')})[^⟦⟧]{{0,12}}$"
        rf"|[,，(（—–:：] ?(?:{known.alternatives('sum_of_all')})$|^ (?:{known.alternatives('sum_of_all')})$",
        re.IGNORECASE,
    )
)
_BEHIND: Final = compile_pattern("total_behind")
_THAT: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.alternatives('whole_pronoun')})\b", re.IGNORECASE))
_COMES_TO: Final = compile_pattern("comes_to")
_EMPLOYS: Final = compile_pattern("employs")
_IN_ALL: Final = PerLanguage(
    lambda known: re.compile(rf"{known.alternatives('total_ahead')}|{known.alternatives('the_total')}", re.IGNORECASE)
)
_AGAINST: Final = PerLanguage(
    lambda known: re.compile(known.any_word("compared_level"), re.IGNORECASE)
)  # "145 mm against an average of 134 mm for 12 stations"
_CHANGED: Final = PerLanguage(  # "at $1,565, down $11 per tonne"
    lambda known: re.compile(rf"(?:{known.alternatives('up')}|{known.alternatives('down')}) ?⟦[A-Z]$", re.IGNORECASE)
)
_BREAK: Final = re.compile(r"[;；]")
_SUMS: Final = (ClaimKind.AMOUNT, ClaimKind.QUANTITY, ClaimKind.COUNT)
_BESIDE: Final = 25  # characters
_AND: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.any_word('and_')}) $", re.IGNORECASE))
_OR: Final = PerLanguage(lambda known: re.compile(rf"(?<![,，(] )(?:{known.any_word('or_')}) $", re.IGNORECASE))
_OF_SHARES: Final = compile_pattern("of_shares")
_MEASURES: Final = ("kilograms", "litres", "metres", "square metres")
_TIMES: Final = (*map(compile_pattern, ("per_day", "per_week", "per_month", "per_year")),)
_NET: Final = Decimal("0.9")
_SHARED_BY: Final = frozenset(
    ("persons", "households", "students", "companies", "units", "shops", "jobs", "dwellings", "vehicles")
)


def check_per_person(context: CheckContext) -> Iterator[Finding]:
    """Compare a sum divided by those who share it with the stated sum for each."""
    earlier: Sentence | None = None
    for sentence in context.sentences:
        found, words = _find(sentence), sentence
        if found is None and earlier is not None and sentence.follows(earlier):
            words = earlier.join(sentence)
            found = _find(words)
            found = found if found is not None and _goes_on(earlier, sentence, found) else None
        earlier = sentence
        finding = None if found is None else _compare(*found, sentence.language)
        if found is None or finding is None:
            continue
        if finding.verdict is not Verdict.INCONSISTENT or _is_sum_of_all(words, *found):
            yield finding


def _goes_on(earlier: Sentence, later: Sentence, found: tuple[Claim, Claim, Claim]) -> bool:
    """Whether a sentence continues the sum of the one before: ``That is 2,000 each``, or states both sums."""
    total, count, each = found
    is_of_each = _EACH_OF[later.language].match(later.words) is not None
    if not is_of_each and _names_other_each(later, count):
        return False
    if total not in earlier.claims:
        return True
    if count in later.claims and each in later.claims:  # "It helped 700 households, which means 6,000 each"
        is_all = total.plain_value <= count.plain_value * each.plain_value  # else others may get some of it too
        is_given = total.kind is not ClaimKind.AMOUNT or _GETS[later.language].search(later.words) is not None
        return (is_of_each and is_all and is_given) or _COMES_TO[later.language].search(
            later.words_beside(each)
        ) is not None
    return _THAT[later.language].match(later.words) is not None


def _names_other_each(sentence: Sentence, count: Claim) -> bool:
    """Whether a sentence begins with each of something else: ``Each missed appointment costs``, of so many people."""
    each = _EACH_AT_FIRST[sentence.language].match(sentence.words)
    named = stem_words(each["what"]) if each is not None else frozenset()
    return bool(named) and not share_stem(named, stem_words(count.counted))


def _is_sum_of_all(sentence: Sentence, total: Claim, count: Claim, each: Claim) -> bool:
    """Whether it is surely the sum of all, not another one as in ``sold 200 cars at $900 each and lent $5 million``."""
    words, language = sentence.words, sentence.language
    places = {int(match["number"]): match.span() for match in MARK.finditer(words)}
    (start, end), (of_each, end_of_each) = (places[sentence.claims.index(claim)] for claim in (total, each))
    if _is_step_above(words[end_of_each:], language) or _is_beside(sentence, total, count):
        return False
    if start < of_each:
        between = words[end:of_each]
        if between.strip() in ("(", "（") and words[end_of_each:].startswith((")", "）")):
            return False  # "claims of 100,000 crowns (4,400 euros) each": the same sum again
        return not (_BREAK.search(between) or any(one[language].search(between) for one in (_AGAINST, CONJUNCTION)))
    if places.get(sentence.claims.index(count), (0, 0))[0] > start:
        return False  # "500 euros each, a total of 3 million, at plants with 4,000 workers"
    ahead, behind = words[:start].rpartition("⟧")[2], words[end:].partition("⟦")[0]
    named = _TOTAL if CONJUNCTION[language].search(ahead) is None else _IN_ALL  # "each, while houses cost $34,000"
    return bool(named[language].search(ahead) or _BEHIND[language].match(behind.lstrip(" ,")))


def _is_step_above(behind: str, language: str) -> bool:
    """Whether a sum for each is only how much more it was than another: ``more than 100 euros above last year's``."""
    tagged = tag_sentence(behind.partition("⟦")[0], language)
    return tagged.at(0, Role.MORE, Role.LESS) is not None


def _is_beside(sentence: Sentence, total: Claim, count: Claim) -> bool:
    """Whether a sum and a number are two items: ``60 million of notes and 2 million shares at 25``."""
    first, second = sorted((total, count), key=sentence.claims.index)
    between = sentence.words.partition(f"{sentence.claims.index(first)}⟧")[2].partition("⟦")[0]
    is_next = sentence.claims.index(second) == sentence.claims.index(first) + 1
    joint = _AND if first is total else _OR
    return is_next and joint[sentence.language].search(between) is not None


def _find(sentence: Sentence) -> tuple[Claim, Claim, Claim] | None:
    """The sum, the number and the sum for each, if the sentence has just one of each."""
    claims = [claim for claim in sentence.claims if not claim.restates]
    stated = {int(match[match.lastgroup or 0]) for match in _EACH[sentence.language].finditer(sentence.words)}
    each = [sentence.claims[number] for number in stated]
    each += [claim for claim in claims if " per person" in claim.unit and claim not in each]
    each = each or [claim for claim in claims if claim.kind is ClaimKind.AMOUNT and _list_priced(claim, claims)]
    each = each or _find_smaller(sentence, claims)
    if len(each) != 1 or each[0].kind not in _SUMS:
        return None
    totals = [claim for claim in claims if claim is not each[0] and _is_of_same(claim, each[0])]
    counts = [
        claim for claim in claims
        if claim.kind is ClaimKind.COUNT and (claim.unit in _SHARED_BY or not stated) and claim not in (*each, *totals)
    ] or _list_priced(each[0], claims)  # fmt: skip
    if len(totals) != 1 or len(counts) != 1 or len(claims) != 3 or _is_for_several_times(sentence, each[0]):
        return None
    total, count = totals[0], counts[0]
    if each[0].indicator and each[0].indicator != total.indicator and not stated:
        return None  # a bracelet is dearer than the price of its gold
    are_marked = all(f"{sentence.claims.index(claim)}⟧" in sentence.words for claim in (total, each[0]))
    is_sure = (
        are_marked
        and _CHANGED[sentence.language].search(sentence.words.partition(f"{sentence.claims.index(each[0])}⟧")[0])
        is None
        and _may_be_for(sentence, count, each[0])
        and not _are_paid_together(sentence, each[0], count)
        and count.plain_value > 1
        and _is_per_counted(each[0], count)
        and (total.plain_value > each[0].plain_value or _strip(total) != _strip(each[0]))
        and have_one_time(total, each[0])
        and ("period" in count.inferred or have_one_time(*claims))
    )
    return (total, count, each[0]) if is_sure else None


def _is_for_several_times(sentence: Sentence, each: Claim) -> bool:
    """Whether a sum for each is for a time of which there are several: ``100 euros a month each for six months``."""
    behind = sentence.words.partition(f"{sentence.claims.index(each)}⟧")[2].partition("⟦")[0]
    tagged = tag_sentence(behind, sentence.language)
    return bool(tagged.within(0, len(tagged), Role.MONTHS)) and any(
        time[sentence.language].search(behind) for time in _TIMES
    )


def _are_paid_together(sentence: Sentence, each: Claim, count: Claim) -> bool:
    """Whether *and* joins a sum and shares that are paid with it: ``get $3.12 in cash and 1.31 shares``."""
    behind = sentence.words.partition(f"{sentence.claims.index(each)}⟧")[2]
    between, _, number = behind.partition("⟦")
    is_next = number[1:].startswith(f"{sentence.claims.index(count)}⟧")
    return is_next and _AND[sentence.language].search(between) is not None


def _find_smaller(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The smaller of two sums beside one number, if *each* is anywhere in the sentence."""
    sums = [claim for claim in claims if claim.kind is ClaimKind.AMOUNT]
    is_closed = len(claims) == len(sentence.claims) == 3 and len(sums) == 2
    if not is_closed or _EACH_WORD[sentence.language].search(sentence.words) is None:
        return []
    each = min(sums, key=lambda claim: claim.plain_value)
    return [] if claims[-1] not in sums and claims.index(each) < 2 else [each]  # "... and 24 shares"


def _list_priced(price: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The quantities that a price is for one unit of: the tonnes of ``1,300 dollars a tonne``."""
    per = parse_unit(price.unit).denominator
    return [claim for claim in claims if per not in (None, "ratio") and parse_unit(claim.unit).expression == per]


def _may_be_for(sentence: Sentence, count: Claim, each: Claim) -> bool:
    """Whether no noun beside the sum for each is of others than those counted: pupils, not residents."""
    number = sentence.claims.index(each)
    ahead, behind = re.split(rf"⟦[A-Z]{number}⟧", sentence.words)[:2]
    tagged = [
        tag_sentence(words, sentence.language)
        for words in (ahead.rpartition("⟧")[2][-_BESIDE:], behind.partition("⟦")[0][:_BESIDE])
    ]
    things = {match.value for text in tagged for match in text.within(0, len(text), Role.THING)}
    if "jobs" in things and count.unit == "persons":
        return _EMPLOYS[sentence.language].search(f"{sentence.words_beside(count)} {count.counted}") is not None
    return not things & _SHARED_BY or count.unit in things


def _is_of_same(total: Claim, each: Claim) -> bool:
    """Whether a sum is of what each gets: in the same unit, or counts of the same noun."""
    if total.kind is ClaimKind.COUNT is each.kind:
        return not resolve_claim_id(total.id) or total.counted[:4].casefold() == each.counted[:4].casefold()
    if total.kind is ClaimKind.QUANTITY is each.kind:
        return have_same_dimension(_strip(total), _strip(each))  # tonnes for all and kilograms for each
    return total.kind is each.kind and total.unit in (_strip(each), each.unit)


def _is_per_counted(each: Claim, count: Claim) -> bool:
    """Whether a price is not per unit of something else than what is counted: per kilogram of so many chickens."""
    per = each.unit.partition(" per ")[2]
    return not per or count.kind is ClaimKind.QUANTITY or not any(have_same_dimension(per, one) for one in _MEASURES)


def _strip(claim: Claim) -> str:
    """The unit without whom it is for."""
    unit = parse_unit(claim.unit)
    plain = claim.unit.partition(" per ")[0]
    return unit.currency or ("currency units" if plain == "currency unit" else plain)


def _compare(total: Claim, count: Claim, each: Claim, language: str) -> Finding | None:
    unit = _strip(each)
    is_converted = total.kind is ClaimKind.QUANTITY and _strip(total) != unit
    factor = Decimal(repr(find_factor(_strip(total), unit))) if is_converted else Decimal(1)
    implied = derive_figure(
        total.interval * Interval.exactly(factor) / count.interval, unit, label=check_messages.LABEL_FOR_EACH,
        best=total.plain_value * factor / count.plain_value, made_of=f"{format_claim(total)} / {format_claim(count)}",
    )  # fmt: skip
    fits = implied.interval is not None and implied.interval.overlaps(each.interval)
    best = total.plain_value * factor / count.plain_value
    by = best / each.plain_value if each.plain_value else best
    is_net = _OF_SHARES[language].search(count.counted) is not None and _NET <= by < 1  # less the costs of the issue
    is_more = by > 1 and each.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)  # "worth over 2 million each"
    may_be_cut = is_more or (count.multiplier > 0 and is_cut(count.value * by, count.value))  # 5.3 for 5.37
    if not fits and (is_net or may_be_cut or are_worlds_apart(best, each.plain_value)):
        return None
    message = check_messages.FOR_EACH_IS if fits else check_messages.FOR_EACH_IS_NOT
    chain = (
        Figure.from_claim(total, messages.LABEL_TOTAL), Figure.from_claim(count), Figure.from_claim(each), implied
    )  # fmt: skip
    reason = message.format(
        total=format_claim(total), count=format_claim(count), each=implied.text, stated=format_claim(each)
    )
    return Finding(Verdict.judge(fits=fits), reason, (each.id, total.id, count.id), chain, is_by_place=True)

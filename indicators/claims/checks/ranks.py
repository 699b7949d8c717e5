"""Ranks and comparisons in words, compared with the stated values: the largest can't be smaller than the second."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from indicators.claims.checks import check_messages
from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, have_one_noun, have_one_time, is_surely_less
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.listed_values import find_own_words, names_number, share_stem, stem_words
from indicators.claims.relations.marked_sentences import CONJUNCTION, MARK, MARKED, Sentence, resolve_claim_id
from indicators.claims.wording import format_claim
from indicators.language.languages import CAPITALS, PerLanguage, Vocabulary, compile_pattern, tag_sentence
from indicators.language.lexicon import Role

_ONE: Final = r"⟦(?P<letter>[MCQSR])(?P<one>\d+)⟧"
_REACHED: Final = _ONE.replace("MCQSR", "MCQSRG")
_TWO: Final = r"⟦(?P=letter)(?P<two>\d+)⟧"
_GAP: Final = r"[^⟦⟧;；。]{0,60}?"
_SHORT: Final = r"[^⟦⟧;；。]{0,30}?"
_HERE: Final = r"[^⟦⟧;；。，]{0,60}?"
_BESIDE: Final = r"[^⟦⟧;；。.，]{0,25}?(?:，\w{0,3})?"
_OTHER: Final = r"(?P<other>[^⟦⟧;；。.,，]{1,40})"
_BEATEN: Final = r"(?P<other> [^⟦⟧;；。.]{1,60})(?P<beaten>)"  # "overtook Peru, shipping 6.8 against 7.6"
_AT_LEAST: Final = r"(?!(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]?⟦)"  # in Chinese, "exceeds" before a figure is "over"
_ON: Final = r"[^⟦⟧。]{0,60}?"  # the second place may follow a semicolon


def _compile_orders(known: Vocabulary) -> tuple[tuple[bool, re.Pattern[str]], ...]:
    """Patterns of two values, each with whether the first is the larger; those with *than* are of two countries."""
    largest, smallest, second = (f"(?:{known.alternatives(name)})" for name in ("largest", "smallest", "second"))
    than = known.any_word("compared_level")
    which = rf"(?P<which>(?:{known.alternatives('relative')})[^⟦⟧;；。.,，]{{0,30}})?"
    target, more_than, less_than = map(known.alternatives, ("target", "more_than", "less_than"))
    named = rf"(?:(?!{known.alternatives('relative')})[^⟦⟧;；。.]){{1,30}}?"
    ranks_first, ranks_second = (f"(?:{known.alternatives(name)})" for name in ("ranks_first", "ranks_second"))
    return tuple(
        (is_falling, re.compile(pattern, re.IGNORECASE))
        for is_falling, pattern in (
            (True, f"{largest}{_GAP}{_ONE}{_ON}{second}{_GAP}{_TWO}"),
            (True, rf"{largest}{_GAP}{_ONE}{_GAP}{_TWO}[^⟦⟧;；。，,]{{0,12}}{second}"),
            (True, rf"{_ONE}[^⟦⟧;；。]{{0,8}}{ranks_first}{_GAP}{_TWO}{_GAP}{ranks_second}"),
            (False, f"{smallest}{_GAP}{_ONE}{_ON}{second}{_GAP}{_TWO}"),
            (True, rf"{_ONE}[^⟦⟧;；。，]{{0,15}}?(?:{known.alternatives('exceeds')}){_AT_LEAST}{_HERE}{_TWO}"),
            (True, rf"(?:{known.alternatives('exceeds')}){_BEATEN}{_ONE}{_SHORT}(?:{than}){_SHORT}{_TWO}"),
            # and not "40 million *more than* the offer of 2 billion"
            (True, rf"{_ONE}(?! (?:{more_than})){_BESIDE}(?:{more_than}){_AT_LEAST}{_OTHER}{which}{_TWO}"),
            (False, rf"{_ONE}(?! (?:{less_than})){_BESIDE}(?:{less_than}){_AT_LEAST}{_OTHER}{which}{_TWO}"),
            (True, rf"(?:{target}){_SHORT}{_REACHED}{_BESIDE}(?:{known.alternatives('only')}){_SHORT}{_TWO}"),
            (True, rf"{_REACHED}{_BESIDE}(?:{known.alternatives('beats')}){_SHORT}(?:{target}){_SHORT}{_TWO}"),
            (False, rf"{_REACHED}{_BESIDE}(?:{known.alternatives('misses')}){_SHORT}(?:{target}){_SHORT}{_TWO}"),
            (False, rf"{_ONE}{_GAP}(?:{known.alternatives('second_after')}){named}{_TWO}"),
            (True, f"{_ONE}{_GAP}{largest}{_SHORT}{second}{_GAP}{_TWO}"),
            (False, f"{_ONE}{_GAP}{smallest}{_SHORT}{second}{_GAP}{_TWO}"),
            (True, rf"{largest}{_GAP}{_ONE}{_SHORT}(?P<than>{than}){_GAP}{_TWO}"),
            (False, rf"{smallest}{_GAP}{_ONE}{_SHORT}(?P<than>{than}){_GAP}{_TWO}"),
        )
    )


_ORDERS: Final = PerLanguage(_compile_orders)
_SUPERLATIVE: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?P<fastest>{known.alternatives('fastest')})|(?P<largest>{known.alternatives('largest')})"
        rf"|(?P<smallest>{known.alternatives('smallest')})",
        re.IGNORECASE,
    )
)
_MOVES: Final = ("by_amount", "up", "down")
_PER: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.any_word('counted_per')}) ?$", re.IGNORECASE))
_STEP: Final = PerLanguage(
    lambda known: re.compile("|".join(rf"(?:{known.alternatives(name)}) ?$" for name in _MOVES), re.IGNORECASE)
)
_AND: Final = PerLanguage(lambda known: re.compile(known.any_word("and_"), re.IGNORECASE))
_ONLY: Final = compile_pattern("only")
_RANKING: Final = PerLanguage(
    lambda known: re.compile(
        "|".join(map(known.alternatives, ("largest", "smallest", "second", "ranks_first", "ranks_second"))),
        re.IGNORECASE,
    )
)
_SECOND: Final = compile_pattern("second")
_RANKED: Final = compile_pattern("ranked_noun")
_NOT_FIRST: Final = compile_pattern("not_first")
_APART: Final = compile_pattern("not_parts")
_UP: Final = compile_pattern("up")
_DOWN: Final = compile_pattern("down")
_CHANGE: Final = compile_pattern("change_noun")
_CLAUSE_END: Final = re.compile(r"[.;:,()!?。；：，（）！？—]\s*")
_CLAUSE_MARK: Final = re.compile(r"[.;:,!?。；：，！？—]")  # a bracket that closes behind a figure begins no clause
_WORD_BEHIND: Final = re.compile(r"[\u4e00-\u9fff]{1,6}|[^\W\d_\u4e00-\u9fff]+")
_NOUN_BEHIND: Final = re.compile(r"^[\w-]*[ -]?[^\W\d_\u4e00-\u9fff]+")
_HAN_AHEAD: Final = re.compile(r"[\u4e00-\u9fff]{2}$")
_SMALL: Final = PerLanguage(lambda known: known.words.small | known.words.and_ | known.words.where_in)
_KINDS: Final = (
    ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY, ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.GROWTH
)  # fmt: skip
_NAME: Final = re.compile(rf"\b[{CAPITALS}]|[\u4e00-\u9fff]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_INSIDE: Final = re.compile(r"⟦[A-Z](\d+)⟧")
_GROUP_END: Final = re.compile(r"[.;:。；：]\s*")
_LISTED: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:(?:, | ?、| ?(?:{known.any_word('and_')}) ?)[^⟦⟧;；。.,，]{{1,30}}⟦[MCQSR]\d+⟧)+[^⟦⟧,]{{0,2}}",
        re.IGNORECASE,
    )
)
_FEWEST: Final = 3
_REACH: Final = 250  # characters behind a list in which one of its members may be called the largest


def check_ranks(context: CheckContext) -> Iterator[Finding]:
    """Find values that contradict the order that words give them."""
    tied = {frozenset((change.before.id, change.after.id)) for change in context.changes}
    for number, alone in enumerate(context.sentences):
        yield from _check_named(alone, _read_on(context, number), tied)
        yield from _check_group(alone)
        seen: set[tuple[str, str]] = set()
        sentence = _join_next(context.sentences[number - 1], alone) if number else alone
        for is_falling, pattern in _ORDERS[sentence.language]:
            for match in pattern.finditer(sentence.words):
                if ":" in match[0].partition("⟦")[0] and "⟦" in sentence.words[: match.start()]:
                    continue  # "3.6%, the lowest of all: Brazil spent 9.2%, followed by": of the figure ahead
                one, two = (sentence.claims[int(match[name])] for name in ("one", "two"))
                groups = match.groupdict()
                if (other := groups.get("other")) and not _names_another(other, groups.get("which"), sentence.language):
                    continue  # "more than analysts expected with"
                if "than" in groups and not _are_of_two_countries(one, two, match[0], sentence.language):
                    continue
                ahead = sentence.words[: match.start("one") - 2]
                if any(not_level[sentence.language].search(ahead) for not_level in (_PER, _STEP)):
                    continue  # "per 1 yuan of pay", "rose by 10 billion, more than"
                is_change = "beaten" not in groups and frozenset((one.id, two.id)) in tied
                is_sure = _are_alike(one, two) and _is_closed(sentence, match, one, two)
                for other in (two, *_list_next(sentence, match)) if is_sure and not is_change else ():
                    if (one.id, other.id) not in seen:
                        seen.add((one.id, other.id))
                        yield from _compare(one, other, is_falling=is_falling)


def _is_closed(sentence: Sentence, match: re.Match[str], one: Claim, two: Claim) -> bool:
    """Whether two values are the ones that a verb compares: ``A, exceeding B``, with no third and no clause between."""
    if _RANKING[sentence.language].search(match[0]):
        return True  # of a list
    listed = (one, two, *_list_next(sentence, match))
    others = [claim for claim in sentence.read if claim.unit == one.unit and claim not in listed]
    between = sentence.words[match.end("one") + 1 : match.start("two") - 2]
    is_one_clause = CONJUNCTION[sentence.language].search(between) is None or _ONLY[sentence.language].search(between)
    return not others and bool(is_one_clause)  # "the target was 5,000, but only 6,200 were built"


def _list_next(sentence: Sentence, match: re.Match[str]) -> list[Claim]:
    """The values that end the sentence behind a compared one: ``more than Peru's 6 million and Mexico's 2 million``."""
    is_list = match.groupdict().get("other") and _LISTED[sentence.language].fullmatch(sentence.words, match.end())
    return [sentence.claims[int(mark["number"])] for mark in MARK.finditer(sentence.words, match.end()) if is_list]


def _names_another(words: str, clause: str | None, language: str) -> bool:
    """Whether words behind *more than* name who or what has the other value: ``than Italy, which sold``."""
    return _AND[language].search(words) is None and (clause is not None or _NAME.search(words) is not None)


def _join_next(before: Sentence, later: Sentence) -> Sentence:
    """A sentence with the next of a ranking, joined to the one before if that has only the first of it."""
    is_next = later.follows(before) and len(before.claims) == 1
    is_next = is_next and _SECOND[later.language].search(later.words.partition("⟦")[0]) is not None
    return before.join(later, as_clause=True) if is_next else later


def _read_on(context: CheckContext, number: int) -> str:
    """The words behind the last figure of a sentence, up to the next figure or the end of the paragraph."""
    text = context.reading.document.text
    last, following = (
        [claim.place for claim in one.claims if claim.place is not None and claim.place.start is not None]
        for one in (
            context.sentences[number],
            *context.sentences[number + 1 : number + 2],
            Sentence("", (), (), ("", 0), 0),
        )[:2]
    )
    start = max((place.end or 0 for place in last), default=len(text))
    stop = min((place.start or 0 for place in following), default=len(text))
    return text[start : min(stop, start + _REACH)].partition("\n")[0]


def _check_named(sentence: Sentence, behind: str, tied: Collection[frozenset[str]]) -> Iterator[Finding]:
    """One of three or more listed values that words behind the list call the largest, but is not.

    ``Tavia has 2.4 million users, Orbis 1.9 million and Lumo 1.1 million, making Orbis the largest``
    """
    language = sentence.language
    found = _SUPERLATIVE[language].search(behind)
    if found is None:
        return
    by_kind = [[claim for claim in sentence.claims if claim.kind is kind and not claim.restates] for kind in _KINDS]
    values = max(by_kind, key=len)
    is_unsure = values and values[0].kind is ClaimKind.GROWTH and any(value.direction is None for value in values)
    units = {value.unit for value in values if resolve_claim_id(value.id)}
    if (
        len(values) < _FEWEST
        or len(units) != 1
        or not have_one_noun(*values)
        or is_unsure
        or _APART[language].search(_words_between(sentence, values))
        or not _have_names(sentence, values)
        or any(pair <= {value.id for value in values} for pair in tied)  # before and after of one thing
    ):
        return
    last = sentence.claims.index(values[-1])
    is_beside = _CLAUSE_MARK.search(behind[: found.start()]) is None
    shown = replace(sentence, words=_cut_behind(sentence, last)) if is_beside else sentence
    own = find_own_words(shown, values)
    listed = " ".join((re.split(rf"⟦[A-Z]{last}⟧", sentence.words)[0], *(value.counted for value in values)))
    for clause in _CLAUSE_END.split(behind):
        named = [
            value for value, words in zip(values, own, strict=True) if words & stem_words(_cut_ranked(clause, language))
        ]
        is_largest = _read_superlative(clause, listed, language, values[0].kind)
        are_of_one_time = have_one_time(*values) or all(any(word.isdigit() for word in words) for words in own)
        if len(named) == 1 and is_largest is not None and are_of_one_time:
            others = [value for value in values if value is not named[0]]
            pick = max if is_largest else min
            yield from _compare(named[0], pick(others, key=lambda claim: claim.plain_value), is_falling=is_largest)


def _have_names(sentence: Sentence, values: Sequence[Claim]) -> bool:
    """Whether there are words between values that can name them, unlike in ``5, 4 and 2, respectively``."""
    between = MARKED.sub("", _words_between(sentence, values))
    return _LETTER.search(_AND[sentence.language].sub("", between)) is not None


def _check_group(sentence: Sentence) -> Iterator[Finding]:
    """The value that its clause calls the largest of so many, all given: ``At 9% it was the lowest of the three``."""
    language = sentence.language
    values = [claim for claim in sentence.claims if claim.kind in _KINDS and not claim.restates]
    found = _SUPERLATIVE[language].search(sentence.words)
    if found is None or len(values) < _FEWEST or not all(_are_alike(values[0], other) for other in values[1:]):
        return
    end = _GROUP_END.search(sentence.words, found.end())
    clause = _GROUP_END.split(sentence.words[: found.start()])[-1] + sentence.words[found.start() : end and end.start()]
    inside = [sentence.claims[int(number)] for number in _INSIDE.findall(clause)]
    is_of_all = names_number(MARKED.sub(" ", clause), len(values), language)
    if len(inside) != 1 or not is_of_all or _NOT_FIRST[language].search(clause) or inside[0] not in values:
        return
    pick, is_largest = (max, True) if found["largest"] else (min, False)
    if not found["fastest"]:
        others = [value for value in values if value is not inside[0]]
        yield from _compare(inside[0], pick(others, key=lambda claim: claim.plain_value), is_falling=is_largest)


def _cut_ranked(clause: str, language: str) -> str:
    """A clause without its superlative and the noun behind it, which may be those of anything: *the smallest banks*."""
    found = _SUPERLATIVE[language].search(clause)
    return clause if found is None else clause[: found.start()] + _NOUN_BEHIND.sub("", clause[found.end() :])


def _cut_behind(sentence: Sentence, number: int) -> str:
    """The words of a sentence up to a figure."""
    match = re.search(rf"^.*⟦[A-Z]{number}⟧", sentence.words)
    return match[0] if match else sentence.words


def _words_between(sentence: Sentence, values: Sequence[Claim]) -> str:
    """The words between the first and the last of some values."""
    first, last = (sentence.claims.index(value) for value in (values[0], values[-1]))
    return re.split(rf"⟦[A-Z](?:{first}|{last})⟧", sentence.words)[1]


def _read_superlative(clause: str, listed: str, language: str, kind: ClaimKind) -> bool | None:
    """Whether a clause calls something the largest or the smallest of some values; ``None`` if neither."""
    found = _SUPERLATIVE[language].search(clause)
    if found is None or _NOT_FIRST[language].search(clause):
        return None
    tagged = tag_sentence(clause[: found.start()].rstrip(" -"), language)
    is_one_of_many = len(tagged) and tagged.key(len(tagged) - 1) in tagged.words.one_article  # "a leading provider"
    if is_one_of_many or (len(tagged) and tagged.before(len(tagged), Role.ORDINAL) is not None):
        return None  # "the second largest"
    behind = " ".join(_WORD_BEHIND.findall(clause[found.end() :])[:2])
    moves = _CHANGE[language].search(behind) or found["fastest"]
    if kind is ClaimKind.GROWTH:
        falls, rises = (way[language].search(clause) is not None for way in (_DOWN, _UP))
        return None if falls == rises or not moves or found["smallest"] else rises
    behind = behind or "".join(_HAN_AHEAD.findall(clause[: found.start()]))  # in Chinese the noun comes first
    is_of_values = not behind or _RANKED[language].match(behind) or _is_of_what_is_listed(behind, listed, language)
    if moves or not is_of_values:
        return None
    return found["smallest"] is None


def _is_of_what_is_listed(words: str, listed: str, language: str) -> bool:
    """Whether words name what the values are of: ``visited`` for visitors."""
    small = _SMALL[language]
    one, two = (stem_words(" ".join(word for word in text.split() if word not in small)) for text in (words, listed))
    return share_stem(one, two)


def _are_of_two_countries(one: Claim, two: Claim, words: str, language: str) -> bool:
    """Whether two values are of one indicator in two countries, and no record of one of them."""
    is_one_thing = one.indicator is not None and one.indicator == two.indicator
    are_apart = len(one.areas) == len(two.areas) == 1 and one.areas != two.areas
    return is_one_thing and are_apart and _NOT_FIRST[language].search(words) is None


def _are_alike(one: Claim, two: Claim) -> bool:
    """Whether two values can be of one ranking: the same kind, unit and time."""
    units = {one.unit, one.unit.partition(" per ")[0]}  # "2,200 dollars a head, followed by Kenya with 1,900 dollars"
    if (
        one.kind is not two.kind
        or two.unit not in units
        or not one.id.partition("·")[0]
        or not two.id.partition("·")[0]
    ):
        return False
    if one.denominator != two.denominator or (one.kind in PERCENT_KINDS and (one.multiplier or two.multiplier)):
        return False
    return None in (one.period, two.period) or one.period == two.period


def _compare(one: Claim, two: Claim, *, is_falling: bool) -> Iterator[Finding]:
    is_wrong = is_surely_less(one, two) if is_falling else is_surely_less(two, one)
    values = {"first": format_claim(one), "second": format_claim(two)}
    message = check_messages.RANK_FITS
    if is_wrong:
        message = check_messages.RANK_TOO_SMALL if is_falling else check_messages.RANK_TOO_LARGE
    chain = (
        Figure.from_claim(one, check_messages.LABEL_RANKED_FIRST),
        Figure.from_claim(two, check_messages.LABEL_RANKED_NEXT),
    )
    yield Finding(Verdict.judge(fits=not is_wrong), message.format(**values), (one.id, two.id), chain, is_by_place=True)

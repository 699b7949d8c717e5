"""A share of a share: 40% of 50% is 20% of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from indicators.claims import messages
from indicators.claims.checks import check_messages
from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.listed_values import share_stem, stem_words
from indicators.claims.relations.marked_sentences import MARK, Sentence, compile_template
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, compile_pattern

_MARKS: Final = {f"<S{number}>": rf"⟦[SRG](?P<s{number}>\d+)⟧" for number in (1, 2, 3)}
_TEMPLATES: Final = PerLanguage(
    lambda known: tuple(compile_template(text, _MARKS) for text in known.templates("share_of_share"))
)
_ECONOMY: Final = compile_pattern("real_measure")
_OR: Final = compile_pattern("or_share")
_SMALL: Final = PerLanguage(lambda known: known.words.small | known.words.where_in)
_OF_ALL: Final = compile_pattern("of_all")
_WHOLE: Final = 100
_HUNDRED: Final = Interval.exactly(_WHOLE)


def check_share_of_share(context: CheckContext) -> Iterator[Finding]:
    """Compare the product of two shares with the stated share of the whole, in one sentence or in two."""
    earlier: Sentence | None = None
    for sentence in context.sentences:
        found = _find(sentence)
        if found is None and earlier is not None and sentence.follows(earlier):
            found = _match_templates(earlier.join(sentence))
        if found is not None:
            finding = _compare(*found)
            are_parts = sum(share.plain_value for share in found) == _WHOLE  # held directly, and by two others
            if finding.verdict is Verdict.CONSISTENT or not are_parts:
                yield finding
        earlier = sentence


def _find(sentence: Sentence) -> tuple[Claim, Claim, Claim] | None:
    return _match_templates(sentence) or _find_by_bases(sentence)


def _match_templates(sentence: Sentence) -> tuple[Claim, Claim, Claim] | None:
    for template in _TEMPLATES[sentence.language]:
        if match := template.search(sentence.words):
            first, second, product = (sentence.claims[int(match[f"s{number}"])] for number in (1, 2, 3))
            shares = (first, second, product)
            if product.plain_value > first.plain_value:
                continue  # no share of a part of it
            are_parts = first.plain_value == second.plain_value + product.plain_value  # 34%: 24% now and 10% later
            if not are_parts and all(map(_can_be_share, shares)):
                return shares
    return None


def _find_by_bases(sentence: Sentence) -> tuple[Claim, Claim, Claim] | None:
    """Three shares: of a whole, of what that share is, and of the whole again.

    ``Services are 60% of the economy and tourism a quarter of services, so that tourism makes up 15% of GDP``
    """
    marks = [mark for mark in MARK.finditer(sentence.words) if mark["letter"] in "SRG"]
    if len(marks) != 3:
        return None
    shares = first, second, product = [sentence.claims[int(mark["number"])] for mark in marks]
    if any(one.kind is not ClaimKind.SHARE or one.direction or one.plain_value <= 0 for one in shares):
        return None
    if product.plain_value > first.plain_value:
        return None
    ahead, between, behind = (
        stem_words(sentence.words[start:end]) - _SMALL[sentence.language]
        for start, end in zip((0, *(mark.end() for mark in marks)), (mark.start() for mark in marks), strict=False)
    )
    bases = [stem_words(one.denominator or "") for one in shares]
    narrower = bases[1] - (bases[0] & bases[2])  # "half of the exports of services"
    is_of_first = share_stem(narrower, ahead) and not share_stem(narrower, bases[2])
    behind -= stem_words(" ".join(_OR[sentence.language].findall(sentence.words)))
    others = stem_words(_OF_ALL[sentence.language].sub(" ", product.denominator or "")) - bases[0]
    is_of_whole = bool(bases[0] & bases[2]) and not others  # ATMs of credit unions are not all ATMs
    is_of_whole = is_of_whole or _is_of_economy(first, product, sentence.language)
    is_of_same = bool(between & behind) or not behind - bases[1]
    return (first, second, product) if is_of_first and is_of_whole and is_of_same else None


def _is_of_economy(one: Claim, two: Claim, language: str) -> bool:
    """Whether both shares are of the economy or of GDP."""
    return all(_ECONOMY[language].search(share.denominator or "") for share in (one, two))


def _can_be_share(claim: Claim) -> bool:
    return claim.kind in PERCENT_KINDS and 0 < claim.plain_value <= _WHOLE and claim.direction is None


def _compare(first: Claim, second: Claim, product: Claim) -> Finding:
    implied = derive_figure(
        first.interval * second.interval / _HUNDRED, "%", label=check_messages.LABEL_SHARE_OF_SHARE,
        best=first.plain_value * second.plain_value / 100, made_of=f"{format_claim(first)} × {format_claim(second)}",
    )  # fmt: skip
    fits = implied.interval is not None and implied.interval.overlaps(product.interval)
    message = check_messages.SHARE_OF_SHARE_IS if fits else check_messages.SHARE_OF_SHARE_IS_NOT
    figures = (*(Figure.from_claim(share, messages.LABEL_SHARE) for share in (first, second)),
               Figure.from_claim(product, messages.LABEL_STATED_SHARE), implied)  # fmt: skip
    reason = message.format(share=implied.text, stated=format_claim(product))
    ids = (product.id, first.id, second.id)
    return Finding(Verdict.judge(fits=fits), reason, ids, figures, is_by_place=True)

"""A share of a share: 40% of 50% is 20% of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import PERCENT_KINDS, Claim
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import Sentence, compile_template
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage

_MARKS: Final = {f"<S{number}>": rf"⟦[SRG](?P<s{number}>\d+)⟧" for number in (1, 2, 3)}
_TEMPLATES: Final = PerLanguage(
    lambda known: tuple(compile_template(text, _MARKS) for text in known.templates("share_of_share"))
)
_HUNDRED: Final = Interval.exactly(100)


def check_share_of_share(context: CheckContext) -> Iterator[Finding]:
    """Compare the product of two shares with the stated share of the whole, in one sentence or in two."""
    earlier: Sentence | None = None
    for sentence in context.sentences:
        found = _find(sentence)
        if found is None and earlier is not None and sentence.follows(earlier):
            found = _find(earlier.join(sentence))
        if found is not None:
            yield _compare(*found)
        earlier = sentence


def _find(sentence: Sentence) -> tuple[Claim, Claim, Claim] | None:
    for template in _TEMPLATES[sentence.language]:
        if match := template.search(sentence.words):
            first, second, product = (sentence.claims[int(match[f"s{number}"])] for number in (1, 2, 3))
            if all(one.kind in PERCENT_KINDS and one.plain_value > 0 for one in (first, second, product)):
                return first, second, product
    return None


def _compare(first: Claim, second: Claim, product: Claim) -> Finding:
    implied = derive_figure(
        first.interval * second.interval / _HUNDRED, "%", label=messages.LABEL_SHARE_OF_SHARE,
        best=first.plain_value * second.plain_value / 100, made_of=f"{format_claim(first)} × {format_claim(second)}",
    )  # fmt: skip
    fits = implied.interval is not None and implied.interval.overlaps(product.interval)
    message = messages.SHARE_OF_SHARE_IS if fits else messages.SHARE_OF_SHARE_IS_NOT
    figures = (*(Figure.from_claim(share, messages.LABEL_SHARE) for share in (first, second)),
               Figure.from_claim(product, messages.LABEL_STATED_SHARE), implied)  # fmt: skip
    reason = message.format(share=implied.text, stated=format_claim(product))
    return Finding(Verdict.judge(fits=fits), reason, (product.id, first.id, second.id), figures)

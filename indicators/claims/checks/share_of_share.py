"""A share of a share: 40% of 50% is 20% of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import PERCENT_KINDS, Claim
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import compile_template
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage

__all__ = ["check_share_of_share"]

_MARKS: Final = {f"<S{number}>": rf"⟦[SRG](?P<s{number}>\d+)⟧" for number in (1, 2, 3)}
_TEMPLATES: Final = PerLanguage(
    lambda known: tuple(compile_template(text, _MARKS) for text in known.templates("share_of_share"))
)
_HUNDRED: Final = Interval.exactly(100)


def check_share_of_share(context: CheckContext) -> Iterator[Finding]:
    """Compare the product of two shares with the stated share of the whole."""
    for sentence in context.sentences:
        for template in _TEMPLATES[sentence.language]:
            match = template.search(sentence.words)
            if match is None:
                continue
            shares = [sentence.claims[int(match[f"s{number}"])] for number in (1, 2, 3)]
            if all(share.kind in PERCENT_KINDS and share.plain_value > 0 for share in shares):
                yield _compare(*shares)
                break


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

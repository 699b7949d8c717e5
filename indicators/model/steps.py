"""The steps that made a panel, each a sentence that travels with the figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

__all__ = ["NOTE", "Step", "collect_notes"]

NOTE: Final = "note"
"""The name of a step that changes nothing: a sentence on what to know about the figures."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in making a panel.

    Attributes:
        name: A word: ``"read"``, ``"convert"``.
        sentence: What was done, without the publishers of the exchange rates.
        publishers: The publishers of the exchange rates it used.
        caution: A sentence on what to know before trusting the result; usually empty.
        cautioned: The years that the caution is about.
    """

    name: str
    sentence: str
    publishers: tuple[str, ...] = ()
    caution: str = ""
    cautioned: frozenset[int] = frozenset()

    @property
    def description(self) -> str:
        """What was done, with publishers and caution.

        >>> Step("convert", "Converted from USD to RUB.", ("Bank of Russia", "IMF")).description
        'Converted from USD to RUB (Bank of Russia, IMF).'
        """
        by = f" ({', '.join(self.publishers)})" if self.publishers else ""
        sentence = f"{self.sentence.removesuffix('.')}{by}." if by else self.sentence
        return f"{sentence} {self.caution}" if self.caution else sentence

    def keep_publishers(self, publishers: Collection[str]) -> Step:
        """Return the step with only these publishers."""
        kept = tuple(publisher for publisher in self.publishers if publisher in publishers)
        return self if kept == self.publishers else replace(self, publishers=kept)

    def clip_caution(self, since: int, until: int) -> Step:
        """Return the step without its caution if that is about none of these years."""
        is_over = self.caution and not any(since <= year <= until for year in self.cautioned)
        return replace(self, caution="", cautioned=frozenset()) if is_over else self


def collect_notes(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return what to know about the figures, in sentences: the cautions of the steps, and the notes.

    >>> collect_notes([Step("convert", "Converted.", caution="Rates differ."), Step(NOTE, "A median.")])
    ('Rates differ.', 'A median.')
    """
    said = (step.sentence if step.name == NOTE else step.caution for step in steps)
    return tuple(dict.fromkeys(sentence for sentence in said if sentence))

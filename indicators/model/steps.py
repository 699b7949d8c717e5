"""The steps that made a panel, each a sentence that travels with the figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final, Protocol

NOTE: Final = "note"
"""The name of a step that changes nothing: a sentence on what to know about the figures."""


class Caution(Protocol):
    """What to know before trusting the values of some years."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def years(self) -> frozenset[int]:
        """The years of the values that it is about."""

    def clip(self, since: int, until: int) -> Caution | None:
        """Return what it says of these years; ``None`` if that is nothing."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A caution that says the same of all its years.

    Attributes:
        text: The sentence.
        years: The years of the values that it is about.
    """

    text: str
    years: frozenset[int]

    def clip(self, since: int, until: int) -> Remark | None:
        """Return it if it is about any of these years."""
        return self if any(since <= year <= until for year in self.years) else None


@dataclass(frozen=True, slots=True)
class Step:
    """One step in making a panel.

    Attributes:
        name: A word: ``"read"``, ``"convert"``.
        sentence: What was done, without the publishers of the exchange rates.
        publishers: The publishers of the exchange rates it used.
        cautions: What to know before trusting the result; usually nothing.
    """

    name: str
    sentence: str
    publishers: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()

    @property
    def caution(self) -> str:
        """The sentences of its cautions."""
        return " ".join(dict.fromkeys(one.text for one in self.cautions))

    @property
    def cautioned(self) -> frozenset[int]:
        """The years of the values that the cautions are about."""
        return frozenset().union(*(one.years for one in self.cautions))

    @property
    def description(self) -> str:
        """What was done, with publishers and caution.

        >>> Step("convert", "Converted from USD to RUB.", ("Bank of Russia", "IMF")).description
        'Converted from USD to RUB (Bank of Russia, IMF).'
        """
        by = f" ({', '.join(self.publishers)})" if self.publishers else ""
        sentence = f"{self.sentence.removesuffix('.')}{by}." if by else self.sentence
        return f"{sentence} {self.caution}" if self.cautions else sentence

    def keep_publishers(self, publishers: Collection[str]) -> Step:
        """Return the step with only these publishers."""
        kept = tuple(publisher for publisher in self.publishers if publisher in publishers)
        return self if kept == self.publishers else replace(self, publishers=kept)

    def clip_cautions(self, since: int, until: int) -> Step:
        """Return the step with only what its cautions say of these years."""
        clipped = tuple(one for caution in self.cautions if (one := caution.clip(since, until)) is not None)
        return replace(self, cautions=clipped)


def collect_notes(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return what to know about the figures, in sentences: the cautions of the steps, and the notes.

    >>> differing = Remark("Rates differ.", frozenset({2024}))
    >>> collect_notes([Step("convert", "Converted.", cautions=(differing,)), Step(NOTE, "A median.")])
    ('Rates differ.', 'A median.')
    """
    said = (step.sentence if step.name == NOTE else step.caution for step in steps)
    return tuple(dict.fromkeys(sentence for sentence in said if sentence))

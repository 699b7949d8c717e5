"""Whose money an ambiguous sign means: ``$`` in a text about Hong Kong, pesos, rupees, 元.

A sign that many countries use for their money means that of the country the sentence is about, otherwise of the
country the text names most, if it is among those the sign can mean; otherwise the most usual one, if there is one.
What the text does not state is marked as open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.language.language import Language
from indicators.model.codelists import Currency

_DOLLARS: Final = frozenset(
    ("USD", "CAD", "AUD", "NZD", "HKD", "TWD", "SGD", "BBD", "BSD", "JMD", "TTD", "NAD", "FJD", "LRD")
)
_CANDIDATES: Final[Mapping[str, frozenset[str]]] = {
    "USD?": _DOLLARS,
    "GBP?": frozenset(("GBP", "EGP", "LBP", "SYP", "SSP", "SDG")),
    "RUB?": frozenset(("RUB", "BYN")),
    "CNY?": frozenset(("CNY", "TWD", "HKD", "JPY")),
    "CNY?¥": frozenset(("CNY", "JPY")),
    "INR?": frozenset(("INR", "PKR", "LKR", "NPR", "MUR", "SCR")),
}
_EVERYWHERE: Final = frozenset(("USD", "EUR"))
_USUAL: Final = {"USD?": "USD", "GBP?": "GBP", "RUB?": "RUB", "CNY?": "CNY", "INR?": "INR"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A currency, and whether it was inferred.

    Attributes:
        code: The code; empty when it is unknown.
        is_inferred: Whether it follows from a country.
    """

    code: str
    is_inferred: bool = False


class Currencies:
    """The money of each country today, to resolve ambiguous signs.

    Args:
        currencies: Those of the catalogue.
    """

    def __init__(self, currencies: Iterable[Currency]) -> None:
        tenders: dict[str, list[str]] = defaultdict(list)
        self._of_area: dict[str, str] = {
            tender.area: currency.code
            for currency in currencies
            for tender in currency.tenders
            if tender.last is None and currency.valid_to is None
        }
        for area, code in self._of_area.items():
            tenders[code].append(area)
        self._area_of = {code: area for code, areas in tenders.items() if (area := _issuer(code, areas))}

    def country_of(self, code: str) -> str:
        """The only country whose money it is; empty for one used in many countries, such as the dollar or the euro."""
        return self._area_of.get(code, "")

    def resolve(self, sign: str, sentence: Sequence[str], text: Counter[str], *, language: Language) -> Resolved:
        """Resolve a sign to the currency it means.

        Args:
            sign: A code, or an ambiguous sign of the tables: ``USD?``.
            sentence: The areas that the sentence names.
            text: How often the text names each area.
            language: The language of the text, in which a sign may mean less.
        """
        if "?" not in sign:
            return Resolved(sign)
        candidates = _CANDIDATES.get(sign) or frozenset(sign.strip("?").split("?"))
        usual = _USUAL.get(sign, "")
        if sign == "CNY?¥":
            usual = "JPY" if "JPN" in text else "CNY" if "CHN" in text else ""
        here = [self._of_area.get(area, "") for area in sentence]
        if usual in here:
            return Resolved(usual)
        named = [code for code in here if code in candidates]
        most = self._of_most_named(text)
        is_often_named = max(text.values(), default=0) > 2
        if sign in ("USD?", "CNY?", "RUB?"):
            # Sums anywhere are in these, so naming a country once does not make them its own.
            often = [code for area, code in zip(sentence, here, strict=True) if code in candidates and text[area] > 2]
            own = often[0] if often and len(set(here)) == 1 else ""
            is_home = is_often_named and most in candidates and most != usual
            own = own or (most if is_home and (not named or most in named) else "")
            may_be = language.meanings_of_signs.get(sign)
            own = own if may_be is None or own in may_be else ""
            return Resolved(own, is_inferred=True) if own else Resolved(usual)
        if len(set(named)) == 1:
            return Resolved(named[0], is_inferred=True)
        most = self._of_most_named(
            Counter({area: n for area, n in text.items() if self._of_area.get(area) in candidates})
        )
        if most:
            return Resolved(most, is_inferred=most != usual)
        return Resolved(usual)

    def _of_most_named(self, text: Counter[str]) -> str:
        top = text.most_common(2)
        if not top or (len(top) > 1 and top[0][1] == top[1][1]):
            return ""
        return self._of_area.get(top[0][0], "")


def _issuer(code: str, areas: Sequence[str]) -> str:
    """The only country that has a currency, or the one its code is named after: pounds are also tender in Jersey."""
    if code in _EVERYWHERE:
        return ""
    return areas[0] if len(areas) == 1 else next((area for area in areas if area[:2] == code[:2]), "")

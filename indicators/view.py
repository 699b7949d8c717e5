"""A view: what a reader asked for, as plain data, and its four spellings.

The address of the dashboard, the command line, the Python call and the saved file say the same thing in four
ways; each is made from the one table of fields below, so none can fall behind. The names in the address are
those of Our World in Data where it has them.

>>> view = View(("gdp", "population"), ("RUS", "CHN"), TimeSpan.parse("2000..2025"))
>>> view.address
'indicators=gdp~population&country=RUS~CHN&time=2000..2025'
>>> print(view.command)
indicators get 'gdp~population' --country 'RUS~CHN' --time 2000..2025
>>> print(view.python)
ind.get("gdp~population", "RUS~CHN", "2000..2025")
"""

from __future__ import annotations

import ast
import json
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, Self, get_args
from urllib.parse import parse_qsl, urlencode

import yaml

from indicators import field_texts
from indicators.catalogue import Catalogue
from indicators.errors import IndicatorsError, UnknownNameError, ViewError, nearest, shortened
from indicators.files import embedded_catalogue
from indicators.panel import Panel
from indicators.periods import TimeSpan
from indicators.restatement import DEFLATORS, Deflator, Terms, restated
from indicators.store import Query, embedded_store

__all__ = ["Scale", "Tab", "View", "get"]

Tab = Literal["chart", "table"]
Scale = Literal["linear", "log"]
_MOST_PARAMETERS = 50
_MOST_NAMES = 300
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class View:
    """What a reader asked for.

    Attributes:
        indicators: Ids of indicators.
        areas: Codes of areas; none means all.
        time: The span of time.
        as_of: Only what was known on this day.
        forecasts: Whether forecasts are shown.
        tab: Chart or table.
        scale: Linear or logarithmic axis of values.
        unit: The unit sums of money are said in; empty as they are.
        rate: The rule of conversion; empty for the one of the measure.
        prices: The year whose prices count; ``None`` for the prices of the time.
        deflator: What prices are measured by.
    """

    indicators: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    time: TimeSpan = field(default_factory=TimeSpan)
    as_of: date | None = None
    forecasts: bool = True
    tab: Tab = "chart"
    scale: Scale = "linear"
    unit: str = ""
    rate: str = ""
    prices: int | None = None
    deflator: Deflator = "gdp"

    @property
    def terms(self) -> Terms:
        """How sums of money are wanted."""
        return Terms(self.unit, self.rate, self.prices, self.deflator)

    @property
    def query(self) -> Query:
        """What is to be read from the store for it."""
        return Query(self.indicators, self.areas, self.time, self.as_of, self.forecasts)

    def with_(self, **changes: Any) -> Self:
        """The same view with some fields changed."""
        return replace(self, **changes)

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the address, only those that differ from a fresh view."""
        return {spec.address: spec.write(value) for spec, value in self._said()}

    @property
    def address(self) -> str:
        """The part of the address after the question mark."""
        return urlencode(self.parameters, safe="~.")

    @property
    def command(self) -> str:
        """The command line that gives the same figures."""
        words = ["indicators", "get", "~".join(self.indicators)]
        for spec, value in self._said():
            if spec.option == "--no-forecasts":
                words.append(spec.option)
            elif spec.option:
                words += [spec.option, spec.write(value)]
        return shlex.join(words)

    @property
    def python(self) -> str:
        """The Python call that gives the same figures, after ``import indicators as ind``."""
        said = {spec.attribute: spec for spec, _ in self._said()}
        last = max((n for n, spec in enumerate(_POSITIONAL) if spec.attribute in said), default=0)
        words = [json.dumps(spec.write(getattr(self, spec.attribute))) for spec in _POSITIONAL[: last + 1]]
        for spec in said.values():
            if spec not in _POSITIONAL and spec.option:
                value = getattr(self, spec.attribute)
                literal = value if isinstance(value, bool) else json.dumps(spec.write(value))
                words.append(f"{spec.attribute}={literal}")
        return f"ind.get({', '.join(words)})"

    @property
    def file(self) -> str:
        """The text of a saved view: YAML with the names of the address."""
        return yaml.safe_dump(self.parameters, sort_keys=False, allow_unicode=True)

    @classmethod
    def from_address(cls, parameters: Mapping[str, str] | str, catalogue: Catalogue) -> tuple[Self, tuple[str, ...]]:
        """Read the parameters of an address; what is not understood is left out and said.

        Args:
            parameters: The part after the question mark, or its names and values.
            catalogue: Where the names are looked up.

        Returns:
            The view, and a sentence for everything that was ignored.
        """
        values: dict[str, Any] = {}
        pairs, reasons = _pairs(parameters) if isinstance(parameters, str) else (parameters, [])
        for spec in _FIELDS:
            text = pairs.get(spec.address)
            if text is None or not text.strip():
                continue
            value, ignored = spec.forgiving(text, catalogue)
            reasons += [f"Ignored in the address: {spec.address}={shortened(text, most=40)}. {why}" for why in ignored]
            if value is not None:
                values[spec.attribute] = value
        return cls(**values), tuple(reasons)

    @classmethod
    def from_command(cls, command: str, catalogue: Catalogue) -> Self:
        """Read an ``indicators get …`` command.

        Raises:
            ViewError: If it is another command or has an option that is not known.
            UsageError: If a name or a period in it is not known.
        """
        try:
            words = shlex.split(command)
        except ValueError as error:
            raise ViewError("This command cannot be read.", found=command, expected=str(error)) from error
        if words[:2] != ["indicators", "get"] or len(words) < 3:
            raise ViewError("This is another command.", found=command, expected="indicators get INDICATOR …")
        values = {"indicators": words[2]}
        rest = iter(words[3:])
        by_option = {spec.option: spec for spec in _FIELDS if spec.option}
        for word in rest:
            option, equals, text = word.partition("=")
            spec = by_option.get(option)
            if spec is None and option != "--format":  # how to print it is no part of what is asked for
                raise _unknown("option", word, by_option)
            if option == "--no-forecasts":
                text = "false"
            elif not equals:
                text = _value_of(option, rest)
            if spec is not None:
                values[spec.attribute] = text
        return cls.from_texts(values, catalogue)

    @classmethod
    def from_python(cls, call: str, catalogue: Catalogue) -> Self:
        """Read an ``ind.get(…)`` call; only literals are understood, nothing is run.

        Raises:
            ViewError: If it is not such a call.
            UsageError: If a name or a period in it is not known.
        """
        try:
            positional, named = _arguments(call)
        except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError) as error:
            raise ViewError("This call cannot be read.", found=call, expected='ind.get("gdp", "RUS")') from error
        names = [spec.attribute for spec in _POSITIONAL]
        if len(positional) > len(names):
            raise ViewError("This call has too many arguments.", found=call, expected=", ".join(names))
        return cls.from_texts(dict(zip(names, positional, strict=False)) | named, catalogue)

    @classmethod
    def from_file(cls, text: str, catalogue: Catalogue) -> Self:
        """Read the text of a saved view.

        Raises:
            ViewError: If it is not YAML with the names of the address.
            UsageError: If a name or a period in it is not known.
        """
        try:
            content = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  the loader that makes texts only
        except (yaml.YAMLError, RecursionError) as error:
            raise ViewError("This file is no saved view.", found=str(error), expected="YAML") from error
        if not isinstance(content, dict) or not all(isinstance(value, str) for value in content.values()):
            raise ViewError("This file is no saved view.", found=text, expected="lines such as `indicators: gdp`")
        by_address = {spec.address: spec for spec in _FIELDS}
        for name in content:
            if name not in by_address:
                raise _unknown("name", str(name), by_address)
        return cls.from_texts({by_address[name].attribute: text for name, text in content.items()}, catalogue)

    @classmethod
    def from_texts(cls, texts: Mapping[str, str], catalogue: Catalogue) -> Self:
        """Read a view from the text of each field, by the field's name; an empty text leaves it as it is.

        Raises:
            ViewError: If there is no such field, or its text is no valid choice.
            UsageError: If a name or a period in it is not known.
        """
        by_attribute = {spec.attribute: spec for spec in _FIELDS}
        values = {}
        for name, text in texts.items():
            if name not in by_attribute:
                raise _unknown("argument", name, by_attribute)
            if text.strip():
                values[name] = by_attribute[name].read(text, catalogue)
        return cls(**values)

    def _said(self) -> list[tuple[_Field, Any]]:
        fresh = View()
        pairs = [(spec, getattr(self, spec.attribute)) for spec in _FIELDS]
        return [(spec, value) for spec, value in pairs if value != getattr(fresh, spec.attribute)]


@dataclass(frozen=True, slots=True)
class _Field:
    """How one field of a view is spelled.

    Attributes:
        attribute: Its name in Python.
        address: Its name in the address and in a file.
        option: Its option on the command line; empty for what only the screen shows.
        read: From a text, strictly.
        write: To a text.
        names: Whether the text is several names joined by ``~``, of which one may be wrong and the others
            right.
    """

    attribute: str
    address: str
    option: str
    read: Callable[[str, Catalogue], Any]
    write: Callable[[Any], str] = str
    names: bool = False

    def forgiving(self, text: str, catalogue: Catalogue) -> tuple[Any, list[str]]:
        """What can be understood of a text, ``None`` for nothing; and why the rest was not."""
        understood: list[Any] = []
        reasons: list[str] = []
        parts = field_texts.names_in(text) if self.names else [text]
        for part in parts[:_MOST_NAMES]:
            try:
                understood.append(self.read(part, catalogue))
            except IndicatorsError as error:
                reasons.append(str(error))
        unsaid = len(reasons) - _MOST_REASONS + max(0, len(parts) - _MOST_NAMES)
        if unsaid > 0:
            reasons = [*reasons[:_MOST_REASONS], f"{unsaid} more names were left out."]
        if not self.names:
            return (understood[0] if understood else None), reasons
        joined = dict.fromkeys(name for names in understood for name in names)
        return tuple(joined) or None, reasons if parts else ["There is no name in it."]


def _pairs(address: str) -> tuple[dict[str, str], list[str]]:
    """The parameters of an address, the last of those given twice; and what was left out."""
    try:
        pairs = parse_qsl(address.removeprefix("?"), max_num_fields=_MOST_PARAMETERS)
    except ValueError:
        return {}, [f"Ignored the address: it has more than {_MOST_PARAMETERS} parameters."]
    names = [name for name, _ in pairs]
    twice = [spec.address for spec in _FIELDS if names.count(spec.address) > 1]
    reasons = [f"Ignored in the address: {name} stands twice, the last one counts." for name in twice]
    return dict(pairs), reasons


def _value_of(option: str, words: Iterator[str]) -> str:
    for word in words:
        return word
    raise ViewError("This option has no value.", found=option, expected=f"{option} VALUE")


def _arguments(call: str) -> tuple[list[str], dict[str, str]]:
    """The arguments of a call of ``get`` as texts, positional and named; ``ValueError`` for anything else."""
    node = ast.parse(call.strip(), mode="eval").body
    match node:
        case ast.Call(func=ast.Attribute(attr="get") | ast.Name(id="get")):
            positional = [_as_text(ast.literal_eval(argument)) for argument in node.args]
            named = {str(word.arg): _as_text(ast.literal_eval(word.value)) for word in node.keywords}
            return positional, named
    raise ValueError("not a call of get")


_FIELDS = (
    _Field("indicators", "indicators", "", field_texts.indicators, field_texts.joined, names=True),
    _Field("areas", "country", "--country", field_texts.areas, field_texts.joined, names=True),
    _Field("time", "time", "--time", lambda text, _: TimeSpan.parse(text)),
    _Field("as_of", "asOf", "--as-of", field_texts.day, date.isoformat),
    _Field("forecasts", "forecasts", "--no-forecasts", field_texts.truth, lambda value: str(value).lower()),
    _Field("unit", "unit", "--unit", field_texts.unit),
    _Field("rate", "rate", "--rate", field_texts.rule),
    _Field("prices", "prices", "--prices", field_texts.year),
    _Field("deflator", "deflator", "--deflator", field_texts.one_of(*DEFLATORS)),
    _Field("tab", "tab", "", field_texts.one_of(*get_args(Tab))),
    _Field("scale", "yScale", "", field_texts.one_of(*get_args(Scale))),
)
_POSITIONAL = _FIELDS[:3]


def get(
    indicators: str | Iterable[str],
    areas: str | Iterable[str] = "",
    time: str = "",
    *,
    as_of: str | date | None = None,
    forecasts: bool = True,
    unit: str = "",
    rate: str | date = "",
    prices: int | str | None = None,
    deflator: Deflator = "gdp",
) -> Panel:
    """The figures of one or several indicators.

    Args:
        indicators: Names or publisher's codes: a list, or one text joined by ``~``.
        areas: Names or codes of countries and groups, written the same way; all of them if left out.
        time: A span such as ``"2019..2025"``, ``"2019..latest"``, ``"2024"``, ``"latest"``; all time if left
            out.
        as_of: Only what was known on this day (``"2019-04-30"``): the releases of that day, not today's.
        forecasts: Whether forecasts are included; each is marked ``F`` in the column ``status``.
        unit: The unit sums of money are wanted in, such as ``"billion USD"``, ``"LCU"`` for each country's own
            money, ``"international dollars"``; as they are if left out.
        rate: The rule of conversion: ``"average"``, ``"end"``, a day, ``"stated"``, ``"ppp"``; by the measure if
            left out. See `Panel.to`.
        prices: The year whose prices count; the prices of the time if left out.
        deflator: What prices are measured by: ``"gdp"``, the deflator of GDP, or ``"cpi"``, consumer prices.

    Returns:
        A panel: ``.frame`` is a tidy table, ``.origins`` says who published the figures.

    Raises:
        UnknownNameError: If an indicator or area is not known; it offers the nearest names.
        PeriodError: If the time is not understood.
        UnitMismatchError: If the figures cannot be brought to the unit; it says what is missing.

    >>> get("population", "China", "2020").frame["value"].tolist()
    [1411100000.0]
    """
    texts = {
        "indicators": indicators, "areas": areas, "time": time, "as_of": as_of, "forecasts": forecasts,
        "unit": unit, "rate": rate, "prices": prices, "deflator": deflator,
    }  # fmt: skip
    catalogue = embedded_catalogue()
    view = View.from_texts({name: _as_text(value) for name, value in texts.items()}, catalogue)
    if not view.indicators:
        raise UnknownNameError("indicator", "", [])
    store = embedded_store()
    return restated(store.panel(view.query), view.terms, store)


def _as_text(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Iterable):
        return field_texts.joined(str(part) for part in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unknown(kind: str, name: str, valid: Iterable[str]) -> ViewError:
    near = nearest(name, valid)
    return ViewError(
        f"There is no {kind} {shortened(name)!r} of a view.",
        expected=", ".join(sorted(valid)),
        hint=f"Nearest: {', '.join(near)}." if near else None,
    )

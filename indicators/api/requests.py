"""Read requests strictly: a parameter that is not known, or is given twice, is refused with the nearest name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from indicators.api import messages
from indicators.api.problems import RefusedError
from indicators.errors import UnknownNameError, UsageError
from indicators.store import Store
from indicators.view import View
from indicators.view.dimension_choice import pick_parameters
from indicators.view.fields import FIELDS

_BY_ADDRESS: Final = {spec.address: spec.attribute for spec in FIELDS}
_MOST: Final = 10_000
_JSON: Final = "application/json"
_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Call:
    """A request to one operation.

    Attributes:
        store: Where figures are read.
        address: The address of the server, without a slash at the end.
        path: The path that was asked for.
        names: The parts of the path that stand for something, such as ``id``.
        parameters: The parameters of the address, each once.
        body: The body.
        media_type: The type of the body, without its parameters.
    """

    store: Store
    address: str
    path: str
    names: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    media_type: str = ""

    def get(self, name: str, default: str = "") -> str:
        """Return a parameter, or what it is if it is left out."""
        return self.parameters.get(name, "").strip() or default

    def choose(self, name: str, choices: Sequence[_Choice], default: _Choice) -> _Choice:
        """Return a parameter that is one of some choices, or the default if it is left out.

        Raises:
            UnknownNameError: The name is not among them; the error offers the nearest.
        """
        text = self.get(name)
        if text and text not in choices:
            raise UnknownNameError(f"choice of {name}", text, filter(None, choices))
        return next((choice for choice in choices if choice == text), default)

    def require(self, name: str) -> str:
        """Return a parameter.

        Raises:
            UsageError: It is missing.
        """
        if text := self.get(name):
            return text
        raise UsageError(messages.MISSING.format(name=name), expected=messages.PARAMETERS.get(name))


@dataclass(frozen=True, slots=True)
class Answer:
    """The content of a response, and the name of the file if it is one to be saved."""

    content: bytes
    media_type: str = _JSON
    name: str = ""

    @classmethod
    def of_json(cls, content: Any) -> Answer:
        """Make an answer of what JSON can hold."""
        return cls(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False).encode())


def require_known(names: Iterable[str], valid: Iterable[str]) -> None:
    """Refuse parameters that an operation does not have.

    Raises:
        UnknownNameError: There is one; it offers the nearest.
    """
    known = list(valid)
    for name in names:
        if name not in known:
            raise UnknownNameError("parameter", name, known)


def read_request(call: Call, *also: str) -> View:
    """Read the view of a request without other parameters: those of a page's address, and dimensions by their names.

    Raises:
        UsageError: A parameter is unknown or not valid.
    """
    given = {name: text for name, text in call.parameters.items() if name not in also}
    texts = {_BY_ADDRESS[name]: text for name, text in given.items() if name in _BY_ADDRESS}
    texts["dimensions"] = read_choice(call, *_BY_ADDRESS, *also)
    if not texts.get("indicators", "").strip():
        raise UsageError(messages.MISSING.format(name="indicators"), expected=messages.PARAMETERS["indicators"])
    return View.from_texts(texts, call.store.catalogue)


def read_choice(call: Call, *also: str) -> str:
    """Return the choice of dimensions of a request as one text: ``sex=F`` or ``dimensions=sex=F`` in its address.

    Raises:
        UnknownNameError: A parameter is none of these, nor a dimension of any indicator.
    """
    catalogue = call.store.catalogue
    dimensions = {one.key for each in catalogue.indicators for one in each.dimensions}
    named = {name: text for name, text in call.parameters.items() if name not in ("dimensions", *also)}
    require_known((name for name in named if name.casefold() not in dimensions), [*also, *sorted(dimensions)])
    parts = [call.parameters.get("dimensions", ""), pick_parameters(named, catalogue)]
    return ";".join(filter(None, parts))


def read_page(call: Call, default: int) -> tuple[int, int]:
    """Return how many entries are wanted, and how many come before.

    Raises:
        UsageError: They are no such numbers.
    """
    return _read_number(call, "limit", default, least=1, most=_MOST), _read_number(call, "offset", 0, most=10**9)


def _read_number(call: Call, name: str, default: int, *, least: int = 0, most: int) -> int:
    text = call.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < 11 and least <= int(text) <= most):
        expected = f"a whole number from {least} to {most}"
        raise UsageError(messages.NOT_A_NUMBER.format(name=name), found=text, expected=expected)
    return int(text)


def read_body(call: Call) -> dict[str, str]:
    """Read the body of a request: plain text as ``text``, or a JSON object of texts.

    Raises:
        RefusedError: It is neither.
    """
    if call.media_type not in (_JSON, "text/plain", ""):
        raise RefusedError(415, messages.WRONG_MEDIA, found=call.media_type, expected=f"text/plain or {_JSON}")
    try:
        text = call.body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(messages.NOT_TEXT, expected="UTF-8", hint=str(error.reason)) from error
    if call.media_type != _JSON:
        return {"text": text}
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(messages.NOT_JSON, found=str(error), expected='{"text": "…"}') from error
    if not isinstance(content, dict) or not all(isinstance(one, str) for one in content.values()):
        raise UsageError(messages.NOT_JSON, expected='{"text": "…", "published": "2025-09-29"}')
    return content

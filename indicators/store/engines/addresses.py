"""Addresses of stores in other engines, as they are given in ``INDICATORS_STORE`` or after ``--store``.

```
postgresql://user:password@host:5432/database        as libpq reads it, with its options
clickhouse://user:password@host:8123/database        ?secure=true for HTTPS
chdb:///folder                                       ClickHouse within this process
sc://host:15002                                      Spark Connect, with its parameters: /;use_ssl=true;token=…
spark:///folder                                      Spark within this process; ?master=local-cluster[2,1,1024]
spark://host:7077/folder                             a cluster of Spark that sees the folder too
```
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from indicators.errors import EngineError, UsageError, find_nearest, shorten
from indicators.store import messages

EXAMPLES: Final = {
    "postgresql": "postgresql://user@host/database",
    "clickhouse": "clickhouse://user@host:8123/database",
    "chdb": "chdb:///folder",
    "sc": "sc://host:15002",
    "spark": "spark:///folder",
}
_ALIASES: Final = {"postgres": "postgresql"}
_SECRET_NAMES: Final = re.compile(r"pass|token|secret|key", re.IGNORECASE)
_HIDDEN: Final = "***"
_LONGEST: Final = 2_000
_LONGEST_SAYING: Final = 300


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """The address of a store; its text form hides secrets.

    Attributes:
        scheme: A key of `EXAMPLES`.
        text: The address as given.
        host: The host, or empty.
        port: The port, if one is given.
        user: The user, or empty.
        password: The password, or empty.
        path: The part after the host, decoded, without options.
        options: The part after the question mark, or after ``/;``.

    >>> Address.parse("postgresql://ann:open%20sesame@db:5433/figures")
    postgresql://ann:***@db:5433/figures
    """

    scheme: str
    text: str
    host: str
    port: int | None
    user: str
    password: str
    path: str
    options: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read an address.

        Raises:
            UsageError: It is not an address of a known engine; the message says what is expected.
        """
        scheme, separator, _ = text.partition("://")
        scheme = _ALIASES.get(scheme.casefold(), scheme.casefold())
        if scheme not in EXAMPLES:
            near = find_nearest(scheme, EXAMPLES, most=1)
            hint = messages.NEAREST_ADDRESS.format(names=EXAMPLES[near[0]]) if near else None
            found = f"{scheme}://…" if separator else text
            raise UsageError(messages.NO_SUCH_ENGINE, found=found, expected=", ".join(EXAMPLES.values()), hint=hint)
        parts = _split(scheme, text)
        path, _, parameters = parts.path.partition("/;" if scheme == "sc" else "\0")
        options = [tuple(pair.partition("=")[::2]) for pair in parameters.split(";") if pair]
        address = cls(
            scheme, text, parts.hostname or "", _port(scheme, parts), unquote(parts.username or ""),
            unquote(parts.password or ""), unquote(path),
            (*((name, unquote(value)) for name, value in options), *parse_qsl(parts.query, keep_blank_values=True)),
        )  # fmt: skip
        _check(address)
        return address

    def option(self, name: str, default: str = "") -> str:
        """Return the value of an option."""
        return dict(self.options).get(name, default)

    def redact(self, message: str) -> str:
        """Return an engine's message on one line, without the secrets of the address."""
        secrets = {self.password, _raw_password(self.text)}
        secrets |= {value for name, value in self.options if _SECRET_NAMES.search(name)}
        for secret in sorted(filter(None, secrets), key=len, reverse=True):
            message = message.replace(secret, _HIDDEN)
        return " ".join(message.split())

    def build_refusal(self, engine: str, error: Exception) -> EngineError:
        """Return the error to raise for an engine's own error."""
        said = shorten(self.redact(str(error) or type(error).__name__), most=_LONGEST_SAYING)
        return EngineError(messages.REFUSED.format(engine=engine, address=self, error=said))

    def __repr__(self) -> str:
        return str(self)

    def __str__(self) -> str:
        host = f"{self.host}:{self.port}" if self.port else self.host
        user = f"{self.user}:{_HIDDEN}@" if self.password else f"{self.user}@" if self.user else ""
        return f"{self.scheme}://{user}{host}{self.path}"


def _raw_password(text: str) -> str:
    """Return the password as written in the address, percent signs included."""
    match = re.match(r"[^:]+://[^/?#@]*?:(?P<password>[^/?#]*)@", text)
    return match["password"] if match else ""


def _split(scheme: str, text: str) -> SplitResult:
    if len(text) > _LONGEST or not text.isprintable() or any(character.isspace() for character in text):
        raise _unreadable(scheme, "spaces, control characters or too many letters")
    try:
        return urlsplit(text)
    except ValueError as error:
        raise _unreadable(scheme, "brackets that hold no address") from error


def _port(scheme: str, parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError as error:
        raise _unreadable(scheme, "a port that is not a number from 0 to 65535") from error


def _check(address: Address) -> None:
    if not unquote(address.path).isprintable():
        raise _unreadable(address.scheme, "control characters")
    if address.scheme in ("clickhouse", "sc") and not address.host:
        raise _unreadable(address.scheme, "no host")
    if address.scheme in ("chdb", "spark") and len(address.path) < 2:
        raise _unreadable(address.scheme, "no folder")
    if address.scheme == "chdb" and (address.host or set(address.path) & set("?#*")):
        raise _unreadable(address.scheme, address.host or address.path)
    known = {"clickhouse": {"secure"}, "chdb": set(), "spark": {"master"}}.get(address.scheme)
    for name, _ in address.options:
        if known is not None and name not in known:
            raise _unreadable(address.scheme, f"an option {name!r}")


def _unreadable(scheme: str, found: str) -> UsageError:
    return UsageError(messages.UNREADABLE_ADDRESS, found=found, expected=f"such as {EXAMPLES[scheme]}")

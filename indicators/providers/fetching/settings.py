"""What the environment says about requests: other addresses, keys, sizes, and who is asking.

Proxies and certificates are those of the usual variables (``HTTPS_PROXY``, ``NO_PROXY``, ``REQUESTS_CA_BUNDLE``).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import metadata
from typing import Final

from indicators.errors import UsageError
from indicators.providers.fetching import messages
from indicators.providers.fetching.http_messages import HttpService

_SIZE: Final = "INDICATORS_MAX_ANSWER_MB"
_ARCHIVE: Final = "INDICATORS_ARCHIVE_MB"
_CONTACT: Final = "INDICATORS_CONTACT"
_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How requests are made.

    Attributes:
        connect_seconds: How long a connection may take.
        read_seconds: How long a service may be silent.
        longest_seconds: How long a whole answer may take.
        longest_wait: How long to wait by ourselves when a service asks for it; beyond it, the user is told when.
        retries: How often a request is repeated.
        most_bytes: The largest answer.
        archive_bytes: The size of the archive of answers, above which the oldest are removed.
        environment: The environment variables.
    """

    connect_seconds: float = 5
    read_seconds: float = 60
    longest_seconds: float = 900
    longest_wait: float = 120
    retries: int = 3
    most_bytes: int = 500 * _MEGABYTE
    archive_bytes: int = 1000 * _MEGABYTE
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> FetchSettings:
        """Return the settings of the process.

        Raises:
            UsageError: A variable has no valid value.

        >>> FetchSettings.from_environment({"INDICATORS_MAX_ANSWER_MB": "20"}).most_bytes
        20000000
        """
        given = os.environ if environment is None else environment
        return cls(
            most_bytes=_read_megabytes(given, _SIZE, cls().most_bytes),
            archive_bytes=_read_megabytes(given, _ARCHIVE, cls().archive_bytes),
            environment=given,
        )

    @property
    def user_agent(self) -> str:
        """How requests say who is asking, with an address if ``INDICATORS_CONTACT`` gives one.

        >>> FetchSettings(environment={"INDICATORS_CONTACT": "ann@example.org"}).user_agent
        'indicators/... (economic figures; ann@example.org)'
        """
        contact = "".join(letter for letter in self.environment.get(_CONTACT, "") if letter.isascii()).strip()
        about = "; ".join(["economic figures", *([contact] if contact.isprintable() and contact else [])])
        return f"indicators/{metadata.version('indicators')} ({about})"

    def find_address(self, service: HttpService) -> str:
        """Return the address of a service, or of the mirror that the environment names.

        Raises:
            UsageError: What it names is not an address.

        >>> ecb = HttpService("ecb", "ECB", "https://data-api.ecb.europa.eu/service/")
        >>> FetchSettings(environment={"INDICATORS_URL_ECB": "http://127.0.0.1:9000"}).find_address(ecb)
        'http://127.0.0.1:9000/'
        """
        given = self.environment.get(service.setting, "").strip() or service.address
        if not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", given):
            message = messages.NOT_AN_ADDRESS.format(setting=service.setting)
            raise UsageError(message, expected=messages.EXPECTED_ADDRESS)
        return given if given.endswith("/") else f"{given}/"

    def find_key(self, service: HttpService) -> str:
        """Return the key for a service; empty if it needs none.

        Raises:
            UsageError: It needs one, and the environment has none.
        """
        if service.key is None:
            return ""
        key = self.environment.get(service.key.variable, "").strip()
        if not key:
            hint = messages.SET_KEY.format(page=service.key.page, variable=service.key.variable)
            raise UsageError(messages.NEEDS_KEY.format(provider=service.name), hint=hint)
        return key


def _read_megabytes(environment: Mapping[str, str], setting: str, default: int) -> int:
    given = environment.get(setting, "").strip()
    if not given:
        return default
    if not re.fullmatch(r"\d{1,6}", given) or not int(given):
        raise UsageError(messages.NOT_A_NUMBER.format(setting=setting), found=given, expected="500")
    return int(given) * _MEGABYTE

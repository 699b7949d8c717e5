"""Quotas of services: requests are counted in a file, so that several processes together stay below the limit."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from filelock import FileLock

from indicators.errors import ProviderUnreachableError
from indicators.files.checksums import open_sealed, seal
from indicators.files.disk import write_atomically
from indicators.model.formatting import count_noun
from indicators.providers.fetching import messages
from indicators.providers.fetching.clock import Clock
from indicators.providers.fetching.http_messages import HttpService

_FILE: Final = "quotas.json"
_LEAST: Final = 0.01


class QuotaBook:
    """The times of the latest requests to each service.

    Args:
        folder: The folder of the file.
        clock: The clock.
        longest_wait: How many seconds to wait for the next free place; beyond it, the user is told when.
    """

    def __init__(self, folder: Path, clock: Clock, *, longest_wait: float) -> None:
        self._file, self._clock, self._longest = folder / _FILE, clock, longest_wait

    def take(self, service: HttpService) -> None:
        """Count one request, after waiting until the service allows it.

        Raises:
            ProviderUnreachableError: That takes too long; the message says when.
        """
        while seconds := self._try(service):
            if seconds > self._longest:
                raise self._refuse(service, seconds)
            self._clock.sleep(seconds)

    def _try(self, service: HttpService) -> float:
        """Count a request if there is a free place; otherwise return how many seconds until there is one."""
        quota = service.quota
        with FileLock(self._file.with_suffix(".lock")):
            now, book = self._clock.now().timestamp(), self._read()
            recent = [time for time in book.get(service.id, ()) if now - quota.seconds < time <= now]
            if len(recent) >= quota.requests:
                return max(recent[-quota.requests] + quota.seconds - now, _LEAST)
            write_atomically(self._file, json.dumps(seal({**book, service.id: [*recent, now]})).encode())
        return 0

    def _read(self) -> dict[str, list[float]]:
        try:
            found = open_sealed(self._file.read_bytes())
            return {str(id): [float(time) for time in times] for id, times in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}  # counted again from now on

    def _refuse(self, service: HttpService, seconds: float) -> ProviderUnreachableError:
        quota, free = service.quota, self._clock.now() + timedelta(seconds=seconds)
        minutes = round(quota.seconds / 60)
        period = count_noun(minutes, "minute", "minutes") if minutes else f"{quota.seconds:g} s"
        message = messages.OWN_LIMIT.format(provider=service.name, requests=quota.requests, period=period)
        return ProviderUnreachableError(message, hint=messages.TRY_AT.format(time=format_time(free, self._clock.now())))


def format_time(time: datetime, now: datetime) -> str:
    """Return a time as people near the machine read it: with its day, unless that is today.

    >>> format_time(datetime(2026, 11, 30, 14, 5), datetime(2026, 11, 30, 12))
    '14:05'
    >>> format_time(datetime(2026, 12, 1, 14, 5), datetime(2026, 11, 30, 12))
    '2026-12-01 14:05'
    """
    local, today = (one.astimezone() if one.tzinfo else one for one in (time, now))
    return f"{local:%H:%M}" if local.date() == today.date() else f"{local:%Y-%m-%d %H:%M}"

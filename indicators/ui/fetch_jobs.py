"""Fetches that run beside the page, so that it can show how far they are, and cancel them.

What was answered before a fetch was cancelled is kept: the next one continues with what is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Event
from typing import Final

from indicators.errors import ProviderUnreachableError
from indicators.providers.fetched_releases import FetchReport
from indicators.ui.messages import pages as messages

_MOST_AT_ONCE: Final = 4
_POOL: Final = ThreadPoolExecutor(_MOST_AT_ONCE, thread_name_prefix="fetch")


@dataclass
class FetchJob:
    """A fetch that runs, or has run.

    Attributes:
        provider: The name of the provider.
        stage: What it is doing; changes as it goes on.
        done: How much of the stage is done, from 0 to 1; 0 while nobody can tell.
        steps: How many steps were made: answers, and parts of their reading.
        report: The report, when it is there.
    """

    provider: str
    stage: str = ""
    done: float = 0.0
    steps: int = 0
    report: Future[FetchReport] = field(default_factory=Future)
    _cancelled: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """End it at the next answer; nothing in the store is changed."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._cancelled.is_set()

    def note_progress(self, stage: str, done: float) -> None:
        """Note how far it is.

        Raises:
            ProviderUnreachableError: It was cancelled: it ends as one that was interrupted, and can be continued.
        """
        if self.is_cancelled:
            raise ProviderUnreachableError(messages.GET_DATA_CANCELLED)
        self.stage, self.done, self.steps = stage, min(max(done, 0.0), 1.0), self.steps + 1


def start_fetch(provider: str, fetch: Callable[[Callable[[str, float], None]], FetchReport]) -> FetchJob:
    """Start a fetch in another thread, as the person who asks.

    Args:
        provider: The name of the provider.
        fetch: Fetches, and calls what it is given with its progress.
    """
    job = FetchJob(provider)
    job.report = _POOL.submit(copy_context().run, fetch, job.note_progress)
    return job

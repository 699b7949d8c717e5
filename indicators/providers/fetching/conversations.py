"""Conversations: what a service is asked in turn, as generators that know nothing of the network.

A conversation yields a request and is sent the answer, until it returns what it was for. So a service is one plain
function that tests can talk to, and its first request can be shown without being sent.

An interrupted conversation continues where it stopped: what was answered within the last day is taken from the archive.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Final, Protocol, TypeVar

from indicators.errors import ProviderUnreachableError
from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.clock import Clock
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest

Result = TypeVar("Result")
Conversation = Generator[HttpRequest, HttpAnswer, Result]
"""Yields requests, is sent answers, and returns a result."""

_CONTINUED_FOR: Final = 86_400.0
_ERRORS: Final = 400


class Sender(Protocol):
    """Sends requests: the client, or a stand-in for it."""

    def send(self, request: HttpRequest) -> HttpAnswer:
        """Send a request and return the answer."""


def hold_conversation(
    conversation: Conversation[Result],
    sender: Sender,
    archive: AnswerArchive,
    clock: Clock,
    *,
    name: str,
    progress: Callable[[int], None] = lambda _answers: None,
) -> Result:
    """Hold a conversation to its end; it is continued by a name that the same conversation always has.

    Raises:
        ProviderError: A service can't be reached, refuses, or answers with something else.
    """
    known = archive.read_unfinished(name)
    if known and archive.age_of_unfinished(name, clock.now()) > _CONTINUED_FOR:
        known = {}
    answers: dict[str, str] = {}
    answer: HttpAnswer | None = None
    try:
        while True:
            request = conversation.send(answer) if answer is not None else next(conversation)
            answer = _find_known(archive, request, known, clock) or sender.send(request)
            if not request.is_fresh:
                answers[request.id] = answer.sha256
            archive.write_unfinished(name, {**known, **answers})
            progress(len(answers))
    except StopIteration as end:
        archive.write_unfinished(name, {})
        result: Result = end.value
        return result
    except ProviderUnreachableError:
        raise
    except Exception:
        archive.write_unfinished(name, {})  # what was answered is of no use: ask again from the beginning
        raise


def _find_known(archive: AnswerArchive, request: HttpRequest, known: dict[str, str], clock: Clock) -> HttpAnswer | None:
    """Return an answer that needn't be asked for: of the interrupted conversation, or a description of just now."""
    if request.is_fresh or not (request.id in known or request.good_for):
        return None
    last = archive.find_last(request)
    if last is None:
        return None
    is_recent = last.status < _ERRORS and 0 <= (clock.now() - last.time).total_seconds() < request.good_for
    return last if is_recent or last.sha256 == known.get(request.id) else None


def list_first_requests(conversation: Conversation[Result]) -> list[HttpRequest]:
    """Return the requests of a conversation that are known before anything is answered: the first one.

    >>> def ask():
    ...     yield HttpRequest(HttpService("ecb", "ECB", "https://example.org/"), "data/EXR", "csv")
    >>> from indicators.providers.fetching.http_messages import HttpService
    >>> [str(request) for request in list_first_requests(ask())]
    ['GET https://example.org/data/EXR']
    """
    try:
        return [next(conversation)]
    except StopIteration:
        return []
    finally:
        conversation.close()

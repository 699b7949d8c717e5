"""The archive keeps what was answered, below its limit, and lets an interrupted conversation continue."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest

from indicators.errors import ProviderError, ProviderUnreachableError
from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.conversations import hold_conversation, list_first_requests
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest
from tests.providers.fake_service import Reply

TABLE = b"AREA,YEAR,VALUE\nRUS,2024,1.5\n"


def test_the_oldest_bodies_give_way_and_what_is_known_of_them_stays(service, make_client, ask, archive):
    small = AnswerArchive(archive.folder, most_bytes=1)
    service.replies = [Reply(TABLE)]
    first = make_client().send(ask("one"))
    os.utime(first.kept, (1, 1))
    service.replies = [Reply(TABLE + b"CHN,2024,2\n")]
    second = make_client().send(ask("two"))
    small.keep(second)
    assert (first.kept.exists(), second.kept.exists()) == (False, True)
    assert small.find_last(ask("one")) is None
    assert first.sha256 in (archive.folder / "requests" / f"{ask('one').id}.json").read_text()


def test_what_a_killed_fetch_left_is_removed_after_a_day(service, make_client, ask, archive):
    bodies = archive.folder / "bodies"
    bodies.mkdir(parents=True)
    left, written = bodies / "left.partial", bodies / "written.partial"
    for path in (left, written):
        path.write_bytes(b"some")
    os.utime(left, (0, 0))
    service.replies = [Reply(b"a,b\n1,2\n")]
    make_client().send(ask())
    assert (left.exists(), written.exists()) == (False, True)


def test_a_damaged_record_counts_as_none(service, make_client, ask, archive):
    service.replies = [Reply(TABLE)]
    make_client().send(ask())
    (archive.folder / "requests" / f"{ask().id}.json").write_bytes(b"[{")
    assert archive.find_last(ask()) is None
    assert make_client().send(ask()).read() == TABLE


def read_pages(ask, pages: int) -> Iterator[HttpRequest]:
    read = []
    for page in range(1, pages + 1):
        answer: HttpAnswer = yield ask(f"page{page}")
        read.append(answer.read())
        if answer.read().startswith(b"changed"):
            message = "It changed."
            raise ProviderError(message)
    return read


@pytest.fixture
def hold(make_client, archive, clock, ask):
    def hold(pages: int = 3):
        return hold_conversation(read_pages(ask, pages), make_client(retries=0), archive, clock, name="pages")

    return hold


def test_an_interrupted_conversation_continues_where_it_stopped(service, hold, clock):
    service.paths = {"page1": Reply(b"1,\n"), "page2": Reply(b"2,\n"), "page3": Reply(status=503)}
    with pytest.raises(ProviderUnreachableError):
        hold()
    service.paths["page3"] = Reply(b"3,\n")
    assert hold() == [b"1,\n", b"2,\n", b"3,\n"]
    assert [path for path, _ in service.asked] == ["/page1", "/page2", "/page3", "/page3"]
    hold()
    assert len(service.asked) == 7


def test_a_description_of_just_now_is_not_asked_for_again(service, make_client, archive, clock, ask):
    service.replies = [Reply(b"1,\n")]
    asked = []
    for seconds in (0, 300, 400):
        clock.seconds += seconds
        described = (request for request in [ask("structure", "any", good_for=600)])
        hold_conversation(described, make_client(), archive, clock, name="description")
        asked.append(len(service.asked))
    assert asked == [1, 1, 2]


def test_what_was_answered_long_ago_is_asked_for_again(service, hold, archive, clock):
    service.paths = {"page1": Reply(b"1,\n"), "page2": Reply(status=503)}
    with pytest.raises(ProviderUnreachableError):
        hold()
    clock.seconds += timedelta(days=30000).total_seconds()
    with pytest.raises(ProviderUnreachableError):
        hold()
    assert [path for path, _ in service.asked] == ["/page1", "/page2", "/page1", "/page2"]


def test_answers_that_are_of_no_use_are_not_continued_with(service, hold):
    service.paths = {"page1": Reply(b"1,\n"), "page2": Reply(b"changed,\n")}
    for _ in range(2):
        with pytest.raises(ProviderError):
            hold()
    assert [path for path, _ in service.asked] == ["/page1", "/page2"] * 2


def test_the_first_request_can_be_shown_without_being_sent(service, ask):
    assert [str(one) for one in list_first_requests(read_pages(ask, 2))] == [f"GET {service.address}page1"]
    assert service.asked == []

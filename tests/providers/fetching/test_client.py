"""What services send, good and bad, and what a user is told; nothing is kept of what is no answer."""

from __future__ import annotations

import gzip
import logging
import threading
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest
import requests

from indicators.errors import IndicatorsError, ProviderError, ProviderUnreachableError, StoreError, UsageError
from indicators.providers.fetching.http_messages import HttpRequest, HttpService, Quota
from indicators.providers.fetching.network_failures import explain_network
from indicators.providers.fetching.settings import FetchSettings
from tests.providers.fake_service import Reply

TABLE = b"AREA,YEAR,VALUE\nRUS,2024,1.5\n"
PAGE = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"


def test_an_answer_is_kept_with_its_hash_and_read_again(service, make_client, ask, archive):
    service.replies = [Reply(TABLE, headers={"Content-Type": "text/csv", "Set-Cookie": "a=b"})]
    answer = make_client().send(ask())
    assert answer.read() == TABLE
    kept = archive.find_last(ask())
    assert (kept.sha256, kept.size, kept.status) == (answer.sha256, len(TABLE), 200)
    assert "set-cookie" not in kept.headers
    assert [path.suffix for path in archive.folder.glob("bodies/**/*.*")] == [".zst"]


def test_requests_say_who_asks_and_what_they_want(service, make_client, ask):
    service.replies = [Reply(TABLE)]
    make_client(environment={"INDICATORS_CONTACT": "ann@example.org"}).send(ask())
    headers = service.asked[0][1]
    assert headers["user-agent"].startswith("indicators/")
    assert "ann@example.org" in headers["user-agent"]
    assert headers["accept"].startswith("text/csv")


@pytest.mark.parametrize(
    "early",
    [
        b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n",
        b"HTTP/1.1 102 Processing\r\n\r\n" * 3,
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 199 Wait\r\n\r\n",
    ],
)
def test_answers_that_only_inform_are_passed_over(service, make_client, ask, early):
    service.replies = [Reply(TABLE, early=early)]
    answer = make_client().send(ask())
    assert (answer.status, answer.read(), "link" in answer.headers) == (200, TABLE, False)


def test_a_service_that_never_comes_to_its_answer_is_told(service, make_client, ask):
    service.replies = [Reply(TABLE, early=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50)]
    with pytest.raises(ProviderUnreachableError, match="Office"):
        make_client(retries=0).send(ask())


def test_a_packed_answer_is_unpacked(service, make_client, ask):
    parts = gzip.compress(TABLE) + gzip.compress(b"CHN,2024,2.5\n")
    service.replies = [Reply(parts, headers={"Content-Encoding": "gzip"})]
    assert make_client().send(ask()).read() == TABLE + b"CHN,2024,2.5\n"


@pytest.mark.parametrize(
    ("name", "value", "asked"),
    [("ETag", '"7"', "if-none-match"), ("Last-Modified", "Mon, 02 Nov 2026", "if-modified-since")],
)
def test_a_known_answer_is_asked_for_only_if_it_changed(service, make_client, ask, name, value, asked):
    service.replies = [Reply(TABLE, headers={name: value}), Reply(status=304)]
    client = make_client()
    first, again = client.send(ask()), client.send(ask())
    assert service.asked[1][1][asked] == value
    assert (first.is_unchanged, again.is_unchanged, again.read()) == (False, True, TABLE)


def test_the_same_bytes_without_an_etag_are_nothing_new(service, make_client, ask):
    service.replies = [Reply(TABLE)]
    client = make_client()
    assert [client.send(ask()).is_unchanged for _ in range(2)] == [False, True]


def test_an_answer_nobody_asked_to_compare_can_not_be_not_modified(service, make_client, ask):
    service.replies = [Reply(status=304)]
    with pytest.raises(ProviderError, match="304"):
        make_client().send(ask())


CHUNKS = {"Transfer-Encoding": "chunked"}
PASSING = {
    "cut": Reply(TABLE[:-4], length=len(TABLE)),
    "cut between chunks": Reply(b"5\r\nAREA,\r\n", headers=CHUNKS, reset=True),
    "reset in the middle": Reply(TABLE[:9], length=len(TABLE), reset=True),
    "cut gzip": Reply(gzip.compress(TABLE)[:-5], headers={"Content-Encoding": "gzip"}),
    "no gzip": Reply(TABLE, headers={"Content-Encoding": "gzip"}),
    "unknown packing": Reply(TABLE, headers={"Content-Encoding": "br"}),
    "429": Reply(b"Slow down.", 429),
    "500": Reply(b"ORA-00936: missing expression", 500),
    "502": Reply(PAGE, 502),
    "503": Reply(b"", 503),
    "504": Reply(b"", 504),
    "408": Reply(b"", 408),
    "no chunks": Reply(b"zz\r\nA,B\r\n", headers=CHUNKS),
}


@pytest.mark.parametrize("fault", PASSING)
def test_what_may_pass_is_asked_for_again(service, make_client, ask, clock, fault):
    service.replies = [PASSING[fault], Reply(TABLE)]
    assert make_client().send(ask()).read() == TABLE
    assert len(service.asked) == 2


@pytest.mark.parametrize("fault", PASSING)
def test_what_does_not_pass_is_said_to_be_over_later_and_not_kept(service, make_client, ask, archive, fault):
    service.replies = [PASSING[fault]]
    with pytest.raises(ProviderUnreachableError, match=r"Office.*later"):
        make_client().send(ask())
    assert archive.find_last(ask()) is None
    assert list(archive.folder.glob("bodies/**/*.*")) == []


def test_waiting_grows_with_every_failure(service, make_client, ask, clock):
    service.replies = [Reply(status=503)]
    with pytest.raises(ProviderUnreachableError):
        make_client(retries=4).send(ask())
    assert len(clock.slept) == 4
    assert all(2**n <= seconds <= 2**n + 1 for n, seconds in enumerate(clock.slept[1:], 1))


def test_retry_after_is_waited_for_as_seconds_and_as_a_date(service, make_client, ask, clock):
    service.replies = [Reply(status=429, headers={"Retry-After": "17"}), Reply(TABLE)]
    make_client().send(ask())
    assert clock.slept == [17]


def test_a_long_retry_after_is_told_and_not_waited_for(service, make_client, ask, clock):
    service.replies = [Reply(b"Too many downloads.", 429, {"Retry-After": "3600"})]
    with pytest.raises(ProviderUnreachableError, match=r"Too many downloads.*Try again after"):
        make_client().send(ask())
    assert (clock.slept, len(service.asked)) == ([], 1)


def test_a_retry_after_of_ages_is_told(service, make_client, ask):
    service.replies = [Reply(status=503, headers={"Retry-After": "9" * 15})]
    with pytest.raises(ProviderUnreachableError, match="Try again after"):
        make_client().send(ask())


@pytest.mark.parametrize("given", ["soon", "-5", ""])
def test_a_retry_after_that_says_nothing_is_passed_over(service, make_client, ask, given):
    service.replies = [Reply(status=503, headers={"Retry-After": given}), Reply(TABLE)]
    assert make_client().send(ask()).read() == TABLE


REFUSALS = {
    "400 JSON": (
        Reply(b'{"error_code":400,"error_message":"The series does not exist."}', 400),
        "series does not exist",
    ),
    "400 XML": (Reply(b"<S:Fault><faultstring>DATA_NOT_YET_AVAILABLE</faultstring></S:Fault>", 400), "NOT_YET"),
    "401": (Reply(PAGE, 401), "Just a moment"),
    "403": (Reply(PAGE, 403), "another network"),
    "404": (Reply(b'{"error":[{"status":404,"label":"ERR_NOT_FOUND"}]}', 404), "ERR_NOT_FOUND"),
    "410": (Reply(b"", 410), "INDICATORS_URL_OFFICE"),
    "413": (Reply(b'{"error":[{"label":"EXTRACTION_TOO_BIG"}]}', 413), "fewer"),
    "418": (Reply(b"teapot", 418), "status 418"),
    "a part only": (Reply(TABLE, 206), "status 206"),
    "accepted": (Reply(b'{"status": "queued"}', 202), "status 202"),
    "page": (Reply(PAGE, headers={"Content-Type": "text/csv"}), "web page"),
    "JSON for CSV": (Reply(b'{"data": []}'), "JSON instead of CSV"),
    "XML for CSV": (Reply(b"<?xml version='1.0'?><a>1,2</a>"), "XML instead of CSV"),
    "sentence": (Reply(b"No data is found."), "No data is found"),
    "empty": (Reply(b""), "nothing"),
    "marks only": (Reply(b"\xef\xbb\xbf\n"), "nothing"),
}


@pytest.mark.parametrize("fault", REFUSALS)
def test_a_refusal_is_passed_on_in_the_words_of_the_service(service, make_client, ask, archive, fault):
    reply, words = REFUSALS[fault]
    service.replies = [reply]
    with pytest.raises(ProviderError, match=words) as raised:
        make_client().send(ask())
    assert not isinstance(raised.value, ProviderUnreachableError)
    assert len(service.asked) == 1
    assert archive.find_last(ask()) is None


def test_a_limit_told_with_status_200_is_no_table_and_not_asked_for_again(service, make_client, ask):
    service.replies = [Reply(b"You have exceeded the number of requests, or very large data ranges. See the terms.")]
    with pytest.raises(ProviderUnreachableError, match="limit"):
        make_client().send(ask())
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("json", b"\xef\xbb\xbf {}"),
        ("json", b"[1]"),
        ("xml", "<?xml version='1.0'?><a/>".encode("utf-16")),
        ("any", b""),
    ],
)
def test_the_wanted_kind_is_known_by_its_first_bytes(service, make_client, ask, kind, body):
    service.replies = [Reply(body, headers={"Content-Type": "application/octet-stream"})]
    assert make_client().send(ask(kind=kind)).read() == body


def test_an_answer_without_a_body_is_an_answer(service, make_client, ask):
    service.replies = [Reply(status=204)]
    answer = make_client().send(ask(kind="json"))
    assert (answer.status, answer.read()) == (204, b"")


def test_errors_that_the_caller_expects_are_given_to_it(service, make_client, ask):
    service.replies = [Reply(b"No results found.", 404)]
    answer = make_client().send(ask(expected=(404,)))
    assert (answer.status, answer.read_text()) == (404, "No results found.")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_on_the_same_host_are_followed(service, make_client, ask, status):
    service.paths = {"data": Reply(status=status, headers={"Location": "/new?a=1"}), "new?a=1": Reply(TABLE)}
    assert make_client().send(ask()).read() == TABLE


@pytest.mark.parametrize("location", ["https://other.example/data", "http://127.0.0.1:1/", "ftp://127.0.0.1/"])
def test_redirects_to_elsewhere_are_refused(service, make_client, ask, location):
    service.replies = [Reply(status=302, headers={"Location": location})]
    with pytest.raises(ProviderError, match="another host"):
        make_client().send(ask())
    assert len(service.asked) == 1


@pytest.mark.parametrize("location", ["", "http://["])
def test_redirects_to_nowhere_are_refused(service, make_client, ask, location):
    service.replies = [Reply(status=302, headers={"Location": location})]
    with pytest.raises(ProviderError, match="where to"):
        make_client().send(ask())


def test_redirects_in_a_circle_end(service, make_client, ask):
    service.replies = [Reply(status=302, headers={"Location": "/data"})]
    with pytest.raises(ProviderError, match="circle"):
        make_client().send(ask())
    assert len(service.asked) == 5


def test_an_answer_that_is_too_large_is_refused_before_it_is_read(service, make_client, ask):
    service.replies = [Reply(b"A,B\n", length=10**9)]
    with pytest.raises(ProviderError, match="larger than 1 MB"):
        make_client(most_bytes=10**6).send(ask())


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_without_a_length_is_refused_when_it_gets_too_large(service, make_client, ask, archive, packed):
    body = b"A,B\n" * 300_000
    piece = gzip.compress(body) if packed else body
    headers = CHUNKS | ({"Content-Encoding": "gzip"} if packed else {})
    service.replies = [Reply(f"{len(piece):x}\r\n".encode() + piece + b"\r\n0\r\n\r\n", headers=headers)]
    with pytest.raises(ProviderError, match="larger than 1 MB"):
        make_client(most_bytes=10**6).send(ask())
    assert list(archive.folder.glob("bodies/**/*.*")) == []


def test_a_silent_service_times_out(service, make_client, ask):
    service.replies = [Reply(TABLE, stall=threading.Event())]
    with pytest.raises(ProviderUnreachableError, match=r"within 0\.05 seconds"):
        make_client(read_seconds=0.05, retries=0).send(ask())
    service.replies[0].stall.set()


def test_a_service_that_drips_is_not_waited_for_without_end(service, make_client, ask, clock):
    clock.tick = 500
    service.replies = [Reply(b"A,B\n" * 100_000)]
    with pytest.raises(ProviderUnreachableError, match="too long"):
        make_client(retries=0).send(ask())


def test_a_refused_connection_and_an_unknown_host_are_named(make_client, office):
    client = make_client(retries=0)
    closed = replace(office, address="http://127.0.0.1:9/")
    with pytest.raises(ProviderUnreachableError, match=r"127\.0\.0\.1 refuses.*HTTPS_PROXY"):
        client.send(HttpRequest(closed, "data", "csv"))
    with pytest.raises(ProviderUnreachableError, match=r"no\.invalid can't be resolved"):
        client.send(HttpRequest(replace(office, address="http://no.invalid/"), "data", "csv"))


def test_a_service_is_asked_at_the_address_of_the_environment(service, make_client):
    service.replies = [Reply(TABLE)]
    moved = HttpService("far-away", "Far", "https://far.example/api/")
    environment = {"INDICATORS_URL_FAR_AWAY": f"{service.address}mirror"}
    make_client(environment=environment).send(HttpRequest(moved, "data?a=1+2%2B", "csv"))
    assert service.asked[0][0] == "/mirror/data?a=1+2%2B"


@pytest.mark.parametrize("address", ["mirror", "ftp://a/", "https://ann:sesame@a.example/", "https://a.example/?b=1"])
def test_an_address_that_is_none_is_refused_without_being_shown(make_client, address):
    service = HttpService("far", "Far", "https://far.example/")
    with pytest.raises(UsageError, match="INDICATORS_URL_FAR") as raised:
        make_client(environment={"INDICATORS_URL_FAR": address}).send(HttpRequest(service, "data", "csv"))
    assert "sesame" not in str(raised.value)


def test_what_stands_between_is_named_and_not_the_service(service, make_client, ask, office):
    refusal = Reply(b"", 407, {"Proxy-Authenticate": "Basic"})
    service.replies = [refusal]
    with pytest.raises(ProviderError, match=r"proxy asks.*HTTPS_PROXY"):
        make_client().send(ask())
    tunnel = OSError("Tunnel connection failed: 407 Proxy Authentication Required")
    with pytest.raises(ProviderError, match="proxy asks"), explain_network(office, "a.example", FetchSettings()):
        raise requests.exceptions.ProxyError(tunnel)


def test_a_missing_file_of_certificates_is_named(make_client, ask, office, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere.pem")
    secure = replace(office, address="https://127.0.0.1:9/")
    with pytest.raises(UsageError, match=r"nowhere\.pem.*REQUESTS_CA_BUNDLE"):
        make_client().send(replace(ask(), service=secure))


def test_quotas_are_kept_by_waiting_or_by_saying_when(service, make_client, office, clock):
    service.replies = [Reply(TABLE)]
    slow = HttpRequest(replace(office, quota=Quota(2, 60)), "data", "csv")
    client = make_client()
    for _ in range(3):
        client.send(slow)
    assert clock.slept == [pytest.approx(60)]
    hourly = replace(slow, service=replace(office, id="hourly", quota=Quota(1, 3600)))
    client.send(hourly)
    with pytest.raises(ProviderUnreachableError, match=r"1 requests in 60 minutes.*Try again after"):
        make_client().send(hourly)  # another process counts on
    assert client.send(replace(hourly, is_download=False)).read() == TABLE


def test_a_key_is_sent_and_nowhere_else(service, make_client, keyed, archive, caplog):
    caplog.set_level(logging.DEBUG)
    client = make_client(environment={"KEYED": "se same/1"}, retries=1)
    service.replies = [
        Reply(b'{"asked": "/data?a=1&api_key=SE same/1"}', headers={"ETag": '"se same/1"'}),
        Reply(b'{"error_message": "bad se same/1"}', 400),
    ]
    request = HttpRequest(keyed, "data?a=1", "json")
    answer = client.send(request)
    assert service.asked[0][0] == "/data?a=1&api_key=se+same%2F1"
    with pytest.raises(ProviderError) as refused:
        client.send(replace(request, path="other"))
    with pytest.raises(ProviderUnreachableError) as unreachable:
        client.send(replace(request, service=replace(keyed, address="http://127.0.0.1:9/")))
    files = b"".join(path.read_bytes() for path in archive.folder.rglob("*") if path.is_file())
    shown = f"{refused.value}{unreachable.value}{answer}{caplog.text}{answer.read_text()}"
    assert all(word not in text for word in ("se same", "se+same") for text in (shown, files.decode("latin-1")))


def test_a_missing_key_says_where_to_get_one(service, make_client, keyed):
    with pytest.raises(UsageError, match=r"https://a\.example.*KEYED"):
        make_client().send(HttpRequest(keyed, "data", "json"))
    assert service.asked == []


def test_an_archive_that_can_not_be_written_is_named(service, make_client, ask, archive):
    service.replies = [Reply(TABLE)]
    archive.folder.write_bytes(b"")
    with pytest.raises(StoreError, match="archive"):
        make_client().send(ask())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
def test_text_is_read_in_the_encoding_it_says(service, make_client, ask, encoding):
    body = "A;B\nКоличество;1\n".encode(encoding)
    service.replies = [Reply(body, headers={"Content-Type": f"text/csv; charset={encoding}"})]
    assert make_client().send(ask()).read_text().startswith("A;B\nКол")


@pytest.mark.parametrize("claimed", ["utf-16", "windows-1251", "klingon", "base64"])
def test_utf_8_is_read_as_such_whatever_the_header_says(service, make_client, ask, claimed):
    service.replies = [Reply("A;B\nЦена;1\n".encode(), headers={"Content-Type": f"text/csv; charset={claimed}"})]
    assert make_client().send(ask()).read_text() == "A;B\nЦена;1\n"


def test_text_in_another_encoding_than_it_says_is_refused(service, make_client, ask):
    service.replies = [Reply("A;B\nЦена;1\n".encode("windows-1251"))]
    with pytest.raises(IndicatorsError, match="encoding"):
        make_client().send(ask()).read_text()


def test_a_retry_after_may_be_a_date(service, make_client, ask, clock, monkeypatch):
    monkeypatch.setattr("urllib3.util.retry.time.time", lambda: clock.now().timestamp())
    date = format_datetime(clock.now() + timedelta(seconds=30), usegmt=True)
    service.replies = [Reply(status=503, headers={"Retry-After": date}), Reply(TABLE)]
    make_client().send(ask())
    assert clock.slept == [30]

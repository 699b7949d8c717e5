"""Everyone reads, editors change; a server that others reach says who is who, or starts read-only."""

import pytest

from indicators.errors import NotAllowedError, UsageError
from indicators.ui.access import editing, read_person
from indicators.ui.messages import boards, check
from indicators.ui.server import check_access

READERS, EDITORS = "INDICATORS_READERS", "INDICATORS_EDITORS"
LISTS = {READERS: "*@example.org guest@example.com", EDITORS: "anna@example.org bo@example.net"}


@pytest.mark.parametrize(
    ("claims", "reads", "edits"),
    [
        ({"email": "anna@example.org"}, True, True),
        ({"email": " ANNA@Example.org "}, True, True),
        ({"email": "bo@example.net", "email_verified": True}, True, True),
        ({"email": "carl@example.org"}, True, False),
        ({"email": "guest@example.com"}, True, False),
        ({"email": "guest2@example.com"}, False, False),
        ({"email": "anna@example.org.evil.example"}, False, False),
        ({"email": "anna@example.org", "email_verified": False}, False, False),
        ({"email": "anna@example.org", "email_verified": None}, False, False),
        ({"email": "anna@example.org", "email_verified": ""}, False, False),
        ({"email": "anna@example.org", "is_logged_in": False}, False, False),
        ({"email": ""}, False, False),
        ({"email": None, "name": "anna@example.org"}, False, False),
    ],
)
def test_roles_come_from_the_lists(claims, reads, edits):
    person = read_person({"is_logged_in": True, "email_verified": True} | claims, LISTS)
    assert (person.may_read, person.may_edit) == (reads, edits)


@pytest.mark.parametrize(("said", "counts"), [({}, True), ({"email_verified": False}, False)])
def test_an_address_counts_only_where_it_is_verified_unless_the_server_says_otherwise(said, counts):
    claims = {"is_logged_in": True, "email": "anna@example.org"} | said
    assert not read_person(claims, LISTS).may_read
    assert read_person(claims, LISTS | {"INDICATORS_UNVERIFIED": "1"}).may_read is counts


def test_without_lists_nobody_gets_in(monkeypatch):
    claims = {"is_logged_in": True, "email": "anna@example.org", "email_verified": True}
    assert not read_person(claims, {}).may_read
    monkeypatch.setenv("INDICATORS_READ_ONLY", "1")
    person = read_person(claims, LISTS)
    assert person.may_read
    assert not person.may_edit
    with pytest.raises(NotAllowedError), editing():
        pass


@pytest.mark.parametrize(
    ("address", "environment", "starts"),
    [
        ("127.0.0.1", {}, True), ("localhost", {}, True), ("::1", {}, True),
        ("0.0.0.0", {}, False), ("::", {}, False), ("192.168.1.5", {}, False), ("", {}, False),
        ("figures.example", {}, False),
        ("0.0.0.0", {"INDICATORS_READ_ONLY": "1"}, True), ("0.0.0.0", {"INDICATORS_READ_ONLY": ""}, False),
        ("0.0.0.0", {"INDICATORS_LOGIN": "1", READERS: "*"}, True), ("0.0.0.0", {"INDICATORS_LOGIN": "1"}, False),
        ("127.0.0.1", {"INDICATORS_LOGIN": "1", EDITORS: " "}, False), ("127.0.0.1", {EDITORS: "a@b.example"}, False),
    ],
)  # fmt: skip
def test_a_server_that_others_reach_says_who_may_change_its_store(address, environment, starts):
    if starts:
        check_access(address, environment)
    else:
        with pytest.raises(UsageError):
            check_access(address, environment)


def test_a_read_only_page_offers_no_change(open_page, monkeypatch):
    def list_offers():
        pages = (
            open_page("boards", "board=world-economy"), open_page("boards"),
            open_page("explore", "indicators=gdp", opened=["gdp boards"]), open_page("check", "text=40%25 of 10 is 5"),
        )  # fmt: skip
        buttons = {button.label for page in pages for button in page.button}
        return buttons & {boards.DUPLICATE, boards.ADD, check.REMEMBER}, len(pages[1].get("file_uploader"))

    offers, uploaders = list_offers()
    assert {boards.DUPLICATE, boards.ADD} <= offers
    assert uploaders == 1
    monkeypatch.setenv("INDICATORS_READ_ONLY", "1")
    assert list_offers() == (set(), 0)

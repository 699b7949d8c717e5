"""The service of the Bank of Russia: official exchange rates and the key rate, https://www.cbr.ru/development/.

Rates are XML in windows-1251 with decimal commas; ``VunitRate`` is for one unit of a currency. The key rate is given by
SOAP only. A wrong parameter has status 200.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

import pyarrow as pa
from lxml import etree

from indicators.errors import ProviderError, UsageError
from indicators.model.periods import TimePeriod
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest, HttpService, Quota
from indicators.providers.services import messages
from indicators.providers.services.checked_tables import check_fetched, explain_form, make_table
from indicators.providers.services.ecb import CURRENCY_AREAS
from indicators.providers.services.service import FetchedTable, FetchQuery, choose_filter, split_url

_HOST: Final = HttpService("bank-of-russia", "Bank of Russia", "https://www.cbr.ru/", Quota(1, 1))
_KEY_RATE: Final = "key-rate"
_OFFICIAL_RATES: Final = "XML_dynamic"  # by which the embedded rates are known, too
_FIRST_RATE: Final = date(1992, 7, 1)
_FIRST_KEY_RATE: Final = date(2013, 9, 13)
_AREAS: Final = {
    **CURRENCY_AREAS, "EUR": "EMU", "KZT": "KAZ", "BYN": "BLR", "UAH": "UKR", "AMD": "ARM", "AZN": "AZE", "GEL": "GEO",
    "KGS": "KGZ", "MDL": "MDA", "TJS": "TJK", "TMT": "TKM", "UZS": "UZB", "AED": "ARE", "EGP": "EGY", "VND": "VNM",
    "QAR": "QAT", "RSD": "SRB", "SAR": "SAU", "DZD": "DZA", "BDT": "BGD", "BHD": "BHR", "BOB": "BOL", "CUP": "CUB",
    "ETB": "ETH", "IRR": "IRN", "MMK": "MMR", "MNT": "MNG", "NGN": "NGA", "OMR": "OMN", "XDR": "WLD",
}  # fmt: skip
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_SOAP: Final = """<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
<KeyRateXML xmlns="http://web.cbr.ru/"><fromDate>{first}</fromDate><ToDate>{last}</ToDate></KeyRateXML>
</soap:Body></soap:Envelope>"""


class BankOfRussiaService:
    """The rate of a currency by its code, such as ``USD``, or ``key-rate``."""

    hosts = (_HOST,)
    example = "USD"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for a rate of every day; see `PublisherService.fetch`."""
        choose_filter(query, _HOST.name)
        if query.series.casefold() == _KEY_RATE:
            return (yield from _fetch_key_rate(query))
        code = query.series.upper()
        if not re.fullmatch(r"[A-Z]{3}|R\d{5}[A-Z]?", code):
            message = messages.NOT_A_SERIES.format(provider=_HOST.name)
            raise UsageError(message, found=query.series, expected=f"{self.example}, {_KEY_RATE}")
        listed = yield HttpRequest(_HOST, "scripts/XML_daily.asp", "xml", is_fresh=True)
        with explain_form(_HOST.name):
            ids = {_text(one, "CharCode"): str(one.get("ID")) for one in _parse(listed).iter("Valute")}
            if not ids:
                raise ValueError("Valute")
        code = next((one for one, id in ids.items() if id == code), code)
        if code not in ids:
            raise UsageError(messages.NO_SERIES.format(provider=_HOST.name), found=code, expected=", ".join(ids))
        first, last = _find_days(query, _FIRST_RATE)
        days = f"date_req1={first:%d/%m/%Y}&date_req2={last:%d/%m/%Y}"
        answer = yield HttpRequest(_HOST, f"scripts/XML_dynamic.asp?{days}&VAL_NM_RQ={ids[code]}", "xml")
        with explain_form(_HOST.name):
            records = list(_parse(answer).iter("Record"))
            table = make_table({
                "INDICATOR": [_OFFICIAL_RATES] * len(records),
                "INDICATOR_NAME": [messages.OFFICIAL_RATES] * len(records),
                "REF_AREA": [_AREAS.get(code, code)] * len(records),
                "FREQ": ["D"] * len(records),
                "TIME_PERIOD": [_read_day(str(one.get("Date"))) for one in records],
                "OBS_VALUE": [_read_rate(one) for one in records],
                "UNIT_MEASURE": [f"RUB per {code}"] * len(records),
            })  # fmt: skip
        page = "https://www.cbr.ru/eng/currency_base/dynamics/"
        return _finish(table, messages.OFFICIAL_RATES, page, query, answer)

    def read_address(self, address: str) -> FetchQuery | None:
        """Read the page of the key rate, ``cbr.ru/eng/hd_base/KeyRate/``, or an address of the service."""
        host, path, given = split_url(address)
        if host == "www.cbr.ru" and path == "/scripts/XML_dynamic.asp":
            days = ("-".join(reversed(given.get(name, "").split("/"))) for name in ("date_req1", "date_req2"))
            start, end = days
            return FetchQuery(given.get("VAL_NM_RQ", ""), start=start, end=end)
        is_page = host.removeprefix("www.") == "cbr.ru" and "keyrate" in path.casefold()
        return FetchQuery(_KEY_RATE) if is_page else None


def _fetch_key_rate(query: FetchQuery) -> Conversation[FetchedTable]:
    first, last = _find_days(query, _FIRST_KEY_RATE)
    body = _SOAP.format(first=first.isoformat(), last=last.isoformat()).encode()
    headers = (("Content-Type", "text/xml; charset=utf-8"), ("SOAPAction", '"http://web.cbr.ru/KeyRateXML"'))
    answer = yield HttpRequest(
        _HOST, "DailyInfoWebServ/DailyInfo.asmx", "xml", method="POST", body=body, headers=headers
    )  # fmt: skip
    with explain_form(_HOST.name):
        rows = _find_rows(_parse(answer), "{*}KR")
        table = make_table({
            "INDICATOR": ["CBR:KEY_RATE"] * len(rows),
            "INDICATOR_NAME": [messages.KEY_RATE] * len(rows),
            "REF_AREA": ["RUS"] * len(rows),
            "FREQ": ["D"] * len(rows),
            "TIME_PERIOD": [_text(one, "DT")[:10] for one in rows],
            "OBS_VALUE": [_text(one, "Rate").replace(",", ".") for one in rows],
            "UNIT_MEASURE": ["% per year"] * len(rows),
        })  # fmt: skip
    return _finish(table, messages.KEY_RATE, "https://www.cbr.ru/eng/hd_base/KeyRate/", query, answer)


def _finish(table: pa.Table, title: str, page: str, query: FetchQuery, answer: HttpAnswer) -> FetchedTable:
    return check_fetched(FetchedTable(table, title, _HOST.name, page=page, answers=(answer,)), query, _HOST.name)


def _find_days(query: FetchQuery, first: date) -> tuple[date, date]:
    start = TimePeriod.parse(query.start).first if query.start else first
    end = TimePeriod.parse(query.end).last if query.end else query.day
    return max(start, first), min(end, query.day)


def _parse(answer: HttpAnswer) -> etree._Element:
    """Parse XML; an error of the service has status 200 and no rows.

    Raises:
        ProviderError: The service says that a parameter is wrong.
        ValueError: It is no XML.
    """
    root = _parse_bytes(answer.read())
    words = " ".join(str(root.text or "").split())
    if words and not words.startswith("<"):
        raise ProviderError(messages.SAID.format(provider=_HOST.name, words=words), hint=messages.FETCH_AGAIN)
    return root


def _parse_bytes(body: bytes) -> etree._Element:
    try:
        return etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None


def _find_rows(root: etree._Element, name: str) -> list[etree._Element]:
    """Return the rows of an answer; SOAP may have them as XML that is written out as a text.

    >>> from html import escape
    >>> inner = "<KR><Rate>15.50</Rate></KR>"
    >>> [len(_find_rows(etree.fromstring(f"<Result>{text}</Result>"), "KR")) for text in (inner, escape(inner))]
    [1, 1]
    """
    rows = list(root.iter(name))
    if rows:
        return rows
    texts = [str(one.text).strip() for one in root.iter("*") if one.text and str(one.text).strip().startswith("<")]
    inside = [_parse_bytes(_DECLARATION.sub("", text).encode()) for text in texts]  # a text has no encoding any more
    return [row for one in inside for row in _find_rows(one, name)]


def _text(element: etree._Element, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    if found is None or not found.text:
        raise ValueError(name)
    return str(found.text).strip()


def _read_day(text: str) -> str:
    """Return the day of a date such as ``05.03.2026``.

    >>> _read_day("05.03.2026")
    '2026-03-05'
    """
    day, month, year = text.split(".")
    return date(int(year), int(month), int(day)).isoformat()


def _read_rate(record: etree._Element) -> str:
    """Return the rate of one unit; older answers have only that of the nominal."""
    if record.find("VunitRate") is not None:
        return _text(record, "VunitRate").replace(",", ".")
    return str(Decimal(_text(record, "Value").replace(",", ".")) / Decimal(_text(record, "Nominal").replace(" ", "")))

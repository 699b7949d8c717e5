"""Texts in German, French, Spanish and Bulgarian: their figures, and contradictions beside sober twins."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from indicators.claims.reading import read_claims
from indicators.errors import UsageError
from indicators.language.detection import detect_language, find_other_language

PUBLISHED = date(2025, 3, 12)
CASES = {path.stem: path for path in sorted(Path(__file__).with_name("languages").glob("*.jsonl"))}


def load(code, key):
    lines = CASES[code].read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if key in case]


def describe(claim):
    return [float(claim.plain_value), claim.unit, claim.kind.value]


@pytest.mark.parametrize("code", CASES)
def test_figures_are_read_with_unit_kind_time_and_place(code, catalogue):
    for case in load(code, "figures"):
        reading = read_claims(case["text"], catalogue=catalogue, published=PUBLISHED)
        assert reading.document.language == code, case["text"]
        wanted = sorted(case["figures"], key=lambda figure: str(figure[:3]))
        claims = sorted(reading.claims, key=lambda claim: str([*describe(claim)]))
        found = {str(describe(claim)): claim for claim in claims}
        assert {str([float(one[0]), *one[1:3]]) for one in wanted} == set(found), case["text"]
        for value, unit, kind, period, area in wanted:
            claim = found[str([float(value), unit, kind])]
            assert period in (None, str(claim.period)), case["text"]
            assert area is None or area in (claim.areas or ("",)), case["text"]


@pytest.mark.parametrize("code", CASES)
def test_contradictions_are_found_and_their_twins_are_not_called_so(code, report):
    for case in load(code, "inconsistent"):
        found = report(case["text"], published=PUBLISHED)
        assert found.is_inconsistent == case["inconsistent"], case["text"]


@pytest.mark.parametrize("digits", ["0", "-5"])
@pytest.mark.parametrize("code", CASES)
def test_figures_of_nothing_and_below_it_are_checked_like_others(code, report, digits):
    for number, case in enumerate(load(code, "inconsistent")):
        figures = list(re.finditer(r"\d[\d.,]*\d|\d", case["text"]))
        start, end = figures[number % len(figures)].span()
        report(f"{case['text'][:start]}{digits}{case['text'][end:]}", published=PUBLISHED, language=code)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Umsatz: 5 Mrd. €", "de"), ("Arbeitslosenquote 6,1 %", "de"), ("Chômage : 7,4 %", "fr"), ("CA : 5 Md€", "fr"),
        ("Paro: 11,2 %", "es"), ("Ventas de Volkswagen: 5.000 millones", "es"), ("БВП: +2,8%", "bg"),
        ("Население: 6,4 млн. души", "bg"), ("Население: 6,4 млн человек", "ru"), ("ВВП: +2,8%", "ru"),
        ("Турция купила 5 тонн зерна.", "ru"), ("Индия — 5 тонн.", "ru"), ("Населението на Индия", "bg"),
        ("Германия продала 300 машин", "ru"), ("Германия продаде 300 коли", "bg"),
        ("Sales 5 bn", "en"), ("Société Générale said profit fell 5%", "en"),
        ("Sales at Banco de la Nación rose 12 percent.", "en"),
    ],
)  # fmt: skip
def test_the_language_of_a_short_text_is_detected(text, language):
    assert (detect_language(text), find_other_language(text)) == (language, "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il PIL italiano è cresciuto dello 0,7% nel 2023.", "Italian"), ("Ricavi in calo del 4%", "Italian"),
        ("A inflação no Brasil foi de 4,6%.", "Portuguese"), ("Lucro subiu 12% para 3 mil milhões", "Portuguese"),
        ("De omzet steeg met 5 procent.", "Dutch"), ("Przychody wzrosły o 5 proc. do 3 mld zł", "Polish"),
        ("Enflasyon yüzde 64,8 oldu", "Turkish"), ("ВВП зріс на 5,3% у 2023 році", "Ukrainian"),
        ("Инфлацијата во мај изнесуваше 5 отсто", "Macedonian"), ("Инфлација је у мају износила 5 одсто", "Serbian"),
        ("La inflació va pujar fins al 3,1% durant l'any", "Catalan"), ("Tržby vzrostly o 5 procent", "Czech"),
    ],
)  # fmt: skip
def test_another_language_is_refused_by_its_name(text, language, catalogue):
    with pytest.raises(UsageError, match=language):
        read_claims(text, catalogue=catalogue)

import ast
import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from indicators.claims.reading import read_claims
from indicators.files import read_embedded_catalogue
from indicators.language import detection, languages
from indicators.language.amounts import parse_amount
from indicators.language.detection import detect_language, find_other_language
from indicators.language.language import Language, Nouns
from indicators.language.languages import LANGUAGES, load_vocabulary
from indicators.language.lexicon import parse_rows
from indicators.language.month_names import parse_period_text
from indicators.language.numbers import parse_decimal
from indicators.language.patterns import Patterns
from indicators.language.unit_texts import read_unit_text
from indicators.language.words import WordTables, words

PACKAGE = Path(languages.__file__).parents[1]
OWN = (
    "language/russian/", "language/bulgarian/", "language/chinese/", "language/german/", "language/french/",
    "language/spanish/", "language/other_languages.py",
)  # fmt: skip
DUTCH = Language(
    code="nl",
    name="Dutch",
    capitals="A-Z",
    grouping_mark=".",
    phrases="""
scale 6 | miljoen; mln; mln.
scale 9 | miljard
percent | procent; %
before about | ongeveer; circa
rise | steeg; stegen
fall | daalde; daalden
by | met
month 3 | maart
to | tot
""",
    nouns=Nouns(money="EUR | euro; €", areas="NLD | nederland; nederlandse*"),
    words=WordTables(article=words("de het"), before_year=words("in sinds jaar"), before_its_year=words("jaar")),
)


@pytest.fixture
def dutch(monkeypatch):
    monkeypatch.setitem(LANGUAGES, "nl", DUTCH)
    _forget_languages()
    yield DUTCH
    _forget_languages()


def _forget_languages():
    """What was made of the languages is made again when it is next asked for."""
    for made in (load_vocabulary, detection._load_tables, detection._load_read_words):
        made.cache_clear()


def test_another_language_is_read_by_registering_it(dutch):
    text = "De omzet steeg met 4,5 procent tot ongeveer 1,5 miljard euro in het jaar 2024. Die was 1.234,5 mln euro."
    reading = read_claims(text, catalogue=read_embedded_catalogue(), published=date(2025, 6, 1))
    growth, turnover, base = reading.claims
    assert reading.document.language == "nl"
    assert (str(growth.value), growth.unit, growth.kind.value, growth.direction.value) == ("4.5", "%", "growth", "rise")
    assert (turnover.plain_value, turnover.unit, str(turnover.period)) == (1_500_000_000, "EUR", "2024")
    assert turnover.qualifier.value == "about"
    assert base.plain_value == 1_234_500_000


def test_amounts_and_dates_are_read_in_another_language(dutch):
    amount = parse_amount("1,5 miljard euro", currencies=read_embedded_catalogue().currencies)
    assert (amount.value, amount.currency) == (1_500_000_000, "EUR")
    assert str(parse_period_text("maart 2024")) == "2024-03"
    assert parse_decimal("1.234", dutch) == 1234


def test_the_other_languages_are_read_as_before_beside_it(dutch):
    texts = ("Sales rose by 5 percent", "Рост на 5%", "增长5%", "Der Umsatz stieg um 5 Prozent", "Ръстът е 5%")
    assert [detect_language(text) for text in texts] == ["en", "ru", "zh", "de", "bg"]
    assert "de" not in load_vocabulary("en").words.article
    assert "the" not in load_vocabulary("nl").words.article


@pytest.mark.parametrize("code", ["en", "ru", "zh"])
def test_a_text_is_read_with_its_own_language_and_those_of_other_scripts(code):
    vocabulary = load_vocabulary(code)
    assert [language.code for language in vocabulary.languages] == ["en", "ru", "zh"]
    assert not {"rund", "environ", "unos", "около това"} & vocabulary.words.change


def docstrings(tree):
    """The literals that document a module, a class, a function or an attribute."""
    for node in ast.walk(tree):
        for one in getattr(node, "body", []) if not isinstance(node, ast.Lambda | ast.IfExp) else []:
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                yield one.value


LETTERS = re.compile("[\u0400-\u052f\u4e00-\u9fff]")


def test_words_of_a_language_are_only_in_its_own_package():
    found = []
    for path in PACKAGE.rglob("*.py"):
        place, source = path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")
        if not place.startswith(OWN) and LETTERS.search(source):
            tree = ast.parse(source)
            documented = {id(node) for node in docstrings(tree)}
            literals = (
                node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )
            found += [
                f"{place}:{node.lineno}"
                for node in literals
                if id(node) not in documented and LETTERS.search(node.value)
            ]
    assert found == []


@pytest.mark.parametrize("tables", ["words", "patterns"])
def test_every_table_is_filled_and_asked_for(tables):
    own = (*OWN, "language/english/words", "language/english/patterns")
    paths = [path for path in PACKAGE.rglob("*.py") if not path.relative_to(PACKAGE).as_posix().startswith(own)]
    asked = {name for path in paths for name in re.findall(r"[.\"'](\w+)", path.read_text(encoding="utf-8"))}
    for table in fields(WordTables if tables == "words" else Patterns):
        assert any(getattr(getattr(language, tables), table.name) for language in LANGUAGES.values()), table.name
        assert table.name in asked


def test_a_number_is_read_by_the_marks_of_its_language():
    english, russian = LANGUAGES["en"], LANGUAGES["ru"]
    assert (parse_decimal("26,901", english), str(parse_decimal("26,901", russian))) == (26901, "26.901")
    assert str(parse_decimal("1,5", replace(english, grouping_mark="."))) == "1.5"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bezrobocie 5%", "Polish"), ("Werkloosheid 4%", "Dutch"), ("Disoccupazione: 7,2%.", "Italian"),
        ("Arbetslöshet 8%", "Swedish"), ("Безробіття 12%", "Ukrainian"), ("Infláció 5%", "Hungarian"),
        ("Import 5%", ""), ("Volvo 3%", ""), ("São Paulo 5%", ""), ("PIB 2,9%", ""), ("Umsatz 5 Mio.", ""),
    ],
)  # fmt: skip
def test_one_word_of_a_language_that_is_not_read_is_enough(text, language):
    assert find_other_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "In 2019, U.S. growth was 4.3%.",
        "U.S. CPI 3.2% y/y",
        "U.K. GDP +0.4% q/q",
        "U.S. jobs up 254,000",
        "E.U. debt 81%",
    ],
)
def test_the_letters_of_an_abbreviation_are_no_words_of_a_language(text):
    assert (detect_language(text), find_other_language(text)) == ("en", "")


DIFFER: Final = frozenset(("point", "points", "rur"))  # points of an index in texts, percentage points in tables
GROUPS: Final = frozenset(("persons", "units"))  # texts count passengers as persons, tables have more kinds
PHRASES: Final = [
    (code, phrase, head)
    for code, language in LANGUAGES.items()
    for table in (language.nouns.things, language.nouns.money)
    for head, phrases in parse_rows(table)
    for phrase in phrases
    if "*" not in phrase and not head.endswith("?") and head not in GROUPS and phrase not in DIFFER
]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_unit_is_the_same_in_a_text_and_in_a_file(code):
    for _, phrase, head in (one for one in PHRASES if one[0] == code):
        unit, _, power = head.strip("=?").partition("@")
        found = read_unit_text(phrase)
        assert found is None or found == (unit, int(power or 0)), phrase

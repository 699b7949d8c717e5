import json

from hypothesis import given
from hypothesis import strategies as st

from indicators.model.origins import Licence, Origin, cite_origins

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
ORIGINS = st.builds(
    Origin, st.just("an-id"), TEXT, TEXT, st.sampled_from(["", "2024", "2024-02", "2024-02-29"]),
    url_main=st.just("https://example.org/x"), licence=st.none() | st.builds(Licence, TEXT),
)  # fmt: skip


@given(st.lists(ORIGINS, max_size=3))
def test_csl_is_json_and_names_each_origin_once(origins):
    items = json.loads(cite_origins(origins, "csl"))
    assert [item["id"] for item in items] == ["an-id"] * bool(origins)


def test_the_full_citation_says_who_when_what_carried_by_whom_and_where():
    origin = Origin(
        "x", "RAEC", "Economy of the Runet", "2026-02-27", published_in="Gazeta.ru", url_main="https://g.ru/1"
    )
    assert origin.full == "RAEC (27 February 2026). Economy of the Runet. In Gazeta.ru. https://g.ru/1."
    assert Origin("x", "RAEC", "Economy").short == "RAEC (n.d.)"


@given(ORIGINS)
def test_bibtex_braces_balance_even_where_they_are_escaped(origin):
    """BibTeX counts them before TeX sees the backslash."""
    depths = [0]
    for character in origin.citation.bibtex:
        depths.append(depths[-1] + (character == "{") - (character == "}"))
    assert depths[-1] == 0
    assert min(depths) == 0


def test_braces_in_an_address_are_written_as_an_address_has_them():
    assert (
        "url = {https://example.org/%7Bx%7D}"
        in Origin("a", "b", "c", url_main="https://example.org/{x}").citation.bibtex
    )


@given(ORIGINS)
def test_the_full_citation_is_one_line_that_ends(origin):
    assert "\n" not in origin.full
    assert origin.full[-1] in ".?!"


def test_bibtex_and_csl_carry_the_dates_and_the_licence():
    origin = Origin("x", "IMF", "Outlook", "2024-10-22", "2026-07-01", licence=Licence("free"))
    assert "  month = {10},\n  urldate = {2026-07-01},\n  note = {Licence: free},\n" in origin.citation.bibtex
    assert origin.csl["issued"] == {"date-parts": [[2024, 10, 22]]}
    assert origin.csl["accessed"] == {"date-parts": [[2026, 7, 1]]}

import json

from hypothesis import given
from hypothesis import strategies as st

from indicators.origins import Licence, Origin, cite

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
ORIGINS = st.builds(
    Origin, st.just("an-id"), TEXT, TEXT, st.sampled_from(["", "2024", "2024-02", "2024-02-29"]),
    url_main=st.just("https://example.org/x"), licence=st.none() | st.builds(Licence, TEXT),
)  # fmt: skip


@given(ORIGINS)
def test_bibtex_braces_balance(origin):
    unescaped = origin.bibtex.replace(r"\{", "").replace(r"\}", "")
    assert unescaped.count("{") == unescaped.count("}")


@given(st.lists(ORIGINS, max_size=3))
def test_csl_is_json_and_names_each_origin_once(origins):
    items = json.loads(cite(origins, "csl"))
    assert [item["id"] for item in items] == ["an-id"] * bool(origins)


def test_the_full_citation_says_who_when_what_carried_by_whom_and_where():
    origin = Origin(
        "x", "RAEC", "Economy of the Runet", "2026-02-27", published_in="Gazeta.ru", url_main="https://g.ru/1"
    )
    assert origin.full == "RAEC (27 February 2026). Economy of the Runet. In Gazeta.ru. https://g.ru/1."
    assert Origin("x", "RAEC", "Economy").short == "RAEC (n.d.)"

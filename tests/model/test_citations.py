"""Citations as the programs read them that people keep their references in."""

import json
import string

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UsageError
from indicators.model.citations import Citation, format_citations

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=30)
PLAIN = st.text(string.ascii_letters + string.digits + " .,()", min_size=1, max_size=30).map(str.strip).filter(bool)
DATES = st.sampled_from(["", "2024", "2024-02", "2024-02-29"])
CITATIONS = st.builds(
    Citation, st.from_regex(r"[a-z]{3}-[0-9]{4}", fullmatch=True), st.tuples(TEXT) | st.tuples(TEXT, TEXT), TEXT,
    DATES, DATES, url=st.just("https://example.org/x_y?a=1&b=2"), container=st.just("") | TEXT,
    licence=st.just("") | TEXT, note=st.just("") | TEXT,
)  # fmt: skip


@given(st.lists(CITATIONS, min_size=1, max_size=3, unique_by=lambda citation: citation.id))
def test_every_bibtex_entry_is_read_with_its_key_and_fields(citations):
    library = bibtexparser.parse_string(format_citations(citations, "bibtex"))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [citation.id for citation in citations]
    for entry, citation in zip(library.entries, citations, strict=True):
        assert entry["url"] == citation.url
        assert ("year" in entry) == bool(citation.issued)
        assert entry["author"].count("} and {") >= len(citation.authors) - 1


@given(PLAIN, PLAIN)
def test_a_name_of_plain_letters_is_unchanged_in_bibtex(author, title):
    entry = bibtexparser.parse_string(Citation("a", (author,), title).bibtex).entries[0]
    assert (entry["author"], entry["title"]) == (f"{{{author}}}", f"{{{title}}}")


@given(st.lists(CITATIONS, min_size=1, max_size=3))
def test_every_ris_record_is_read_with_its_tags(citations):
    records = rispy.loads(format_citations(citations, "ris"))
    assert len(records) == len(citations)
    for record, citation in zip(records, citations, strict=True):
        assert record["type_of_reference"] == ("ELEC" if citation.container else "DATA")
        assert record["authors"] == list(citation.authors)
        assert record["title"] == citation.title
        assert record["urls"] == [citation.url]
        assert record.get("year", "") == citation.issued[:4]


def test_dates_in_ris_keep_their_slashes_where_a_part_is_not_known():
    (record,) = rispy.loads(Citation("x", ("IMF",), "Outlook", "2024-10", "2026-11-25").ris)
    assert (record["date"], record["access_date"]) == ("2024/10//", "2026/11/25/")


@given(st.text(max_size=40))
def test_no_text_adds_a_tag_of_its_own_to_ris(text):
    """What was written by others may hold line breaks and the end of a record."""
    record = Citation("x", ("IMF",), f"Outlook\nER  - \nTY  - {text}", note=text).ris
    assert [line[:6] for line in record.split("\n")].count("TY  - ") == 1
    assert record.endswith("\nER  - ")


@given(st.lists(CITATIONS, max_size=3))
def test_csl_items_have_the_fields_of_the_schema_and_no_others(citations):
    allowed = {
        "id", "type", "author", "title", "container-title", "issued", "accessed", "URL", "license", "note",
    }  # fmt: skip
    for item, citation in zip(json.loads(format_citations(citations, "csl")), citations, strict=True):
        assert set(item) <= allowed
        assert item["author"] == [{"literal": author} for author in citation.authors]
        for name in {"issued", "accessed"} & set(item):
            (date,) = item[name]["date-parts"]
            assert 1 <= len(date) <= 3
            assert all(isinstance(part, int) for part in date)


def test_an_unknown_style_is_refused():
    with pytest.raises(UsageError, match="bibtex, csl or ris"):
        format_citations([], "harvard")

"""The text of a file: plain, Markdown, HTML, Word and PDF."""

from contextlib import suppress
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from indicators.claims.input.documents import MAX_TEXT_BYTES, decode_text, load_text
from indicators.errors import UsageError


def test_utf16_is_read_by_its_mark():
    assert decode_text("Рост 40%".encode("utf-16")).text.endswith("Рост 40%")


@pytest.mark.parametrize(
    ("content", "found"), [(b"a\xffb", "0xff at position 1"), (b"a\0b", "zero byte"), (b"a" * 2_000_001, "2,000,001")]
)
def test_what_is_not_plain_text_is_refused_with_what_was_found(content, found):
    with pytest.raises(UsageError, match=found):
        decode_text(content)


def test_no_more_is_read_of_a_stream_than_needed():
    stream = BytesIO(b"a" * (MAX_TEXT_BYTES + 10))
    with pytest.raises(UsageError):
        load_text(stream)
    assert stream.tell() == MAX_TEXT_BYTES + 1


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"none\.txt"):
        load_text(tmp_path / "none.txt")


MARKDOWN = """---
title: Trade
published: 2024-05-01
---
# Exports *rose*

They [rose](https://example.org/2019) **4%**
in 2023, `up` from 3%.

- Wheat: 12 million tonnes
- Oil: 5

| Year | Value |
|------|-------|
| 2022 | 10    |
| 2023 | 11    |

```
x = 2017
```
<!-- 99% -->
Done.
"""


def test_markdown_keeps_words_and_lines_and_leaves_out_marks_addresses_and_code():
    file = decode_text(MARKDOWN.encode(), "news.md")
    assert file.published == date(2024, 5, 1)
    lines = dict(zip(file.text.splitlines(), file.lines, strict=True))
    assert {line: number for line, number in lines.items() if line} == {
        "Exports rose": 5, "They rose 4%": 7, "in 2023, up from 3%.": 8, "- Wheat: 12 million tonnes": 10,
        "- Oil: 5": 11, "Year\tValue": 13, "2022\t10": 15, "2023\t11": 16, "Done.": 22,
    }  # fmt: skip
    assert file.find_line(file.text.index("2023,")) == 8


HTML = """<!doctype html><html><head><title>Page</title><style>p{width:50%}</style>
<script type="application/ld+json">{"@graph": [{"@type": "Article", "datePublished": "2024-05-01T10:00Z"}]}</script>
</head><body><nav>Menu 1 2 3</nav><main><article><h1>Exports&nbsp;rose</h1>
<p>They rose <a href="/2019">4%</a> in<br>2023.</p><ul><li>Wheat: 12 million tonnes</li></ul>
<table><tr><th>Year</th><td>2023</td></tr></table><!-- 99% --><script>var x = 2017;</script></article></main>
<footer>2026</footer></body></html>"""


def test_html_gives_the_article_and_its_day():
    file = decode_text(HTML.encode(), "page.html")
    assert file.published == date(2024, 5, 1)
    blocks = [line for line in file.text.splitlines() if line]
    assert blocks == ["Exports rose", "They rose 4% in", "2023.", "Wheat: 12 million tonnes", "Year 2023"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2024-05-01T10:00:00+03:00">', date(2024, 5, 1)),
        ('<meta name="DC.date" content="2024-05-01">', date(2024, 5, 1)),
        ('<time datetime="2024-05-01">1 May</time>', date(2024, 5, 1)),
        ('<time datetime="2024-05-01">1 May</time><time datetime="2023-05-01">related</time>', None),
        ('<meta name="date" content="2024-13-45">', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ("", None),
    ],
)
def test_a_page_states_its_day_or_it_stays_open(head, day):
    assert decode_text(f"{head}<p>Sales rose 4%.</p>".encode(), "x.htm").published == day


def test_html_in_another_encoding_says_so_itself():
    page = '<meta charset="windows-1251"><p>Рост 40%</p>'.encode("cp1251")
    assert decode_text(page, "x.html").text == "Рост 40%"


def make_docx(*blocks):
    import docx

    document, content = docx.Document(), BytesIO()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            table = document.add_table(len(block), len(block[0]))
            for row, cells in zip(table.rows, block, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
    document.save(content)
    return content.getvalue()


def test_word_gives_paragraphs_and_tables_in_order():
    content = make_docx("Sales rose 4%.", [["Year", "2023"], ["Value", "11"]], "Done.")
    assert decode_text(content, "x.docx").text == "Sales rose 4%.\n\nYear\t2023\nValue\t11\n\nDone."


def make_pdf(*lines):
    """A page with these lines, in Helvetica."""
    words = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {words}ET".encode()
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return content + end % (table, len(content))


def test_pdf_gives_lines_with_divided_words_joined():
    file = decode_text(make_pdf("Sales of the indus-", "try rose 4% in 2023.", "Wages fell."), "x.pdf")
    assert file.text.split() == "Sales of the industry rose 4% in 2023. Wages fell.".split()


def test_pdf_keeps_the_hyphen_before_a_capital():
    assert "RussiaChina" not in decode_text(make_pdf("Trade of Russia-", "China rose 4% in 2023."), "x.pdf").text


def test_a_scan_is_refused_with_what_to_do():
    with pytest.raises(UsageError, match="OCR"):
        decode_text(make_pdf(), "x.pdf")


def make_bomb():
    content = BytesIO()
    with ZipFile(content, "w", 8) as archive:
        for number in range(3):
            archive.writestr(f"word/{number}.xml", b"0" * 90_000_000)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.docx", b"PK\x03\x04 nothing"), ("x.docx", b""), ("x.docx", make_pdf("4%")), ("x.pdf", b""),
        ("x.pdf", b"%PDF-1.7"), ("x.pdf", make_docx("4%")), ("x.pdf", make_pdf("4%")[:300]),
        ("x.html", b"<p>" * 5000 + b"4%"),
        ("x.html", b"<div>" * 5000 + b"4%"), ("x.md", b"\xff\xfe\xff"), ("x.html", b"a" * 20_000_001),
    ],
    ids=lambda value: f"{len(value)} bytes" if isinstance(value, bytes) else value,  # some have the time in them
)  # fmt: skip
def test_a_damaged_or_hostile_file_is_read_or_refused(name, content):
    with suppress(UsageError):
        assert isinstance(decode_text(content, name).text, str)


def test_a_file_that_unpacks_to_far_more_is_refused():
    with pytest.raises(UsageError, match="too long"):
        decode_text(make_bomb(), "x.docx")


@pytest.mark.parametrize("nested", ["> " * 3000 + "4%", "- " * 3000 + "4%", "[" * 3000 + "4%", "*" * 3000 + "4%"])
def test_deep_markdown_ends(nested):
    assert isinstance(decode_text(nested.encode(), "x.md").text, str)

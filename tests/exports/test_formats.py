"""Every registered format writes every kind of panel, and an unknown name is refused with the valid ones."""

from pathlib import PurePath

import pytest

from indicators.errors import UsageError
from indicators.exports import messages
from indicators.exports.formats import FILE_FORMATS, find_format, find_format_of_file
from indicators.exports.saving import render


@pytest.mark.parametrize("format", [format for format in FILE_FORMATS if format.kind == "data"], ids=lambda f: f.id)
def test_every_data_format_writes_every_kind_of_panel(extract, format):
    content = render(extract, format)
    assert content
    if format.is_text:
        content.decode()


@pytest.mark.parametrize("format", FILE_FORMATS, ids=lambda f: f.id)
def test_a_format_is_found_by_its_name_and_by_the_ending_of_a_file(format):
    assert find_format(format.id) is format
    assert find_format_of_file(PurePath(f"some.csv/some.gdp.{format.suffix}")) is format
    assert find_format_of_file(PurePath(f"GDP.{format.suffix.upper()}")) is format
    assert callable(format.load_writer())


@pytest.mark.parametrize("attribute", ["id", "label", "suffix"])
def test_names_labels_and_endings_of_formats_are_unique(attribute):
    values = [getattr(format, attribute) for format in FILE_FORMATS]
    assert len(set(values)) == len(values)


@pytest.mark.parametrize(("name", "hint"), [("gdp", None), ("gdp.xlxs", "xlsx"), ("gdp.docx", None)])
def test_an_unknown_ending_is_refused_with_the_valid_ones(name, hint):
    with pytest.raises(UsageError) as caught:
        find_format_of_file(PurePath(name))
    assert caught.value.message == messages.UNKNOWN_FORMAT
    assert caught.value.expected.startswith("csv, wide.csv, xlsx")
    assert hint is None or hint in caught.value.hint

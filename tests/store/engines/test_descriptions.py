from dataclasses import fields, replace

import pyarrow as pa
import pytest

from indicators.errors import EngineError
from indicators.files import read_embedded_catalogue
from indicators.model.catalogue import Catalogue
from indicators.store.engines.catalogue_rows import describe_catalogue, parse_catalogue, read_fingerprint


def test_a_catalogue_comes_back_whole_but_for_its_files():
    catalogue = read_embedded_catalogue()
    back = parse_catalogue(describe_catalogue(catalogue, "abc"))
    for field in fields(Catalogue):
        if field.init and field.name not in ("areas", "datasets"):
            assert getattr(back, field.name) == getattr(catalogue, field.name)
            assert getattr(back, field.name)
    assert tuple(back.areas) == tuple(catalogue.areas)
    assert back.datasets == tuple(replace(dataset, tables=()) for dataset in catalogue.datasets)
    assert {name: back.find_origins_of(name) for name in ("imf-weo", "digital-economy-turnover")} == {
        name: catalogue.find_origins_of(name) for name in ("imf-weo", "digital-economy-turnover")
    }


def test_rows_may_come_in_any_order():
    rows = describe_catalogue(read_embedded_catalogue(), "abc")
    shuffled = rows.take(pa.array(range(rows.num_rows - 1, -1, -1)))
    assert parse_catalogue(shuffled).indicators == read_embedded_catalogue().indicators
    assert read_fingerprint(shuffled) == "abc"


def test_descriptions_of_another_version_are_one_sentence():
    rows = describe_catalogue(read_embedded_catalogue(), "abc").to_pylist()
    spoilt = [row | {"BODY": '{"title": 1}'} if row["KIND"] == "indicators" else row for row in rows]
    with pytest.raises(EngineError, match="another version"):
        parse_catalogue(pa.Table.from_pylist(spoilt))

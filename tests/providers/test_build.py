"""The data folder is made from the publishers' files: the same bytes each time, or a sentence that says why not."""

import json
import shutil
import zipfile

import pandas as pd
import pytest

from indicators.errors import DataError, DatasetFaultsError, UnknownNameError
from indicators.files import find_data_folder, read_catalogue
from indicators.files.descriptions import read_indicators
from indicators.files.validation import validate
from indicators.model.observations import Dataset
from indicators.model.origins import Licence
from indicators.providers.assembly import assemble_annual_figures
from indicators.providers.build import build_data
from indicators.providers.provider import BuiltDataset, ProviderDescription
from indicators.providers.registry import PROVIDERS
from indicators.store import Query, Store
from tests.providers.outlook_files import write_outlook

CBR = "fx/cbr/cbr_currency_rates_raw.csv"
FILES = {
    "wdi-2026-07/sp.pop.totl/data.csv": (
        "Country Name,Country Code,Year,Value\n"
        "Namibia,NAM,2020,2489098\nWorld,WLD,2020,7820000000.5\nRussia,RUS,2020,\n"
    ),
    CBR: (
        "date,currency_id,char_code,currency_name,nominal,value_rub_per_nominal,rate_rub\n"
        "2024-01-10,R01,KZT,Tenge,100,19.7012,0.197012\n2024-01-10,R02,JPY,Yen,10,6.2,0.62\n"
    ),
    "codes/iso4217-codes-all.csv": (
        "Entity,Currency,AlphabeticCode,NumericCode,MinorUnit,WithdrawalDate\n"
        "RUSSIA,Rouble,RUB,643,2,\nTURKEY,Old lira,TRL,792,,2005-12\nNAMIBIA,Dollar,NAD,516,2,\n"
    ),
    "codes/cldr/currencyData.json": json.dumps(
        {
            "supplemental": {
                "currencyData": {
                    "region": {
                        "RU": [{"RUB": {"_from": "1999-01-01"}}],
                        "TR": [{"TRL": {"_from": "1922-11-01", "_to": "2005-12-31"}}],
                    }
                }
            }
        }
    ),
    "codes/cldr/codeMappings.json": json.dumps(
        {
            "supplemental": {
                "codeMappings": {
                    "RU": {"_alpha3": "RUS", "_numeric": "643"},
                    "TR": {"_alpha3": "TUR", "_numeric": "792"},
                }
            }
        }
    ),
    "fx/imf/imf_exchangerates_A_ENDA_USD.csv": (
        "Date,Rate,Currency,Frequency,Source,Country code,Country\n"
        "2020-12-31,16.459,NAD,A,IMF,NA,Namibia\n2020-12-31,0.7,XDR,A,IMF,XDR,IMF Special Drawing Rights\n"
        "1960-12-31,1,XDR,A,IMF,XDR,IMF Special Drawing Rights\n"
        "2022-12-31,7.1597415,HRD,A,IMF,HR,Croatia\n2022-12-31,7.1597415,HRD,A,IMF,HR,Croatia\n"
    ),
}
HISTORY = (
    "110,,Advanced Economies,1,ngdp_rpch,2020,2019,F,1.0,1.7,-4.7,-4.5,-4.5,-4.2\n"
    "922,RUS,Russia,0,pcpi_pch,2024,2024,F,0.0,7.9,,,,\n"
)
OUTLOOK = [("LP", "NAM", 2024, 3.0, "na", 6, None, "2023")]
ORIGIN = "world-bank-wdi-2026-07"
RATES = "Date,USD,RUB,\n2024-01-02,1.0956,N/A,\n2022-03-01,1.1162,117.201,\n"


@pytest.fixture(scope="module", autouse=True)
def indicators_read_once():
    """Nearly every test has the same list of indicators, which takes longest to read."""
    known = {}

    def read(path, file):
        content = path.read_bytes()
        if content not in known:
            known[content] = read_indicators(path, file)
        indicators, faults = known[content]
        return indicators, list(faults)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indicators.files.folder.read_indicators", read)
        yield


@pytest.fixture
def upstream(tmp_path, monkeypatch):
    """The files of these publishers; others have tests of their own."""
    known = [one for one in PROVIDERS if one.description.id in ("world-bank", "imf", "bank-of-russia", "ecb")]
    monkeypatch.setattr("indicators.providers.build.PROVIDERS", known)
    folder = tmp_path / "upstream"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    write_outlook(folder, history=HISTORY, october=OUTLOOK)
    (folder / "fx/ecb").mkdir()
    with zipfile.ZipFile(folder / "fx/ecb/eurofxref-hist.zip", "w") as archive:
        archive.writestr("eurofxref-hist.csv", RATES)
    return folder


@pytest.fixture
def data(tmp_path):
    """A folder with the lists that are kept by hand."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("indicators.yaml", "origins.yaml"):
        (folder / name).write_bytes((find_data_folder() / name).read_bytes())
    (folder / "events.csv").write_text("ID,DATE,NAME,ORIGIN\n")
    return folder


def read_contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_made_has_no_faults_and_holds_the_publishers_figures(upstream, data):
    lines = list(build_data(upstream, data))
    assert [line.partition(":")[0] for line in lines] == [
        "areas.csv", "currencies.csv", "datasets/world-bank-wdi", "datasets/imf-weo",
        "rates/imf-annual-average-rates", "rates/bank-of-russia-daily-rates", "rates/ecb-reference-rates",
    ]  # fmt: skip
    assert validate(data) == ()
    store = Store(read_catalogue(data))
    figures = {
        id: store.read_panel(Query((id,))).frame.set_index(["code", "period"])["value"].to_dict()
        for id in (
            "population",
            "gdp-growth-weo",
            "population-weo",
            "exchange-rate-bank-of-russia",
            "exchange-rate-ecb",
        )
    }
    assert figures == {
        "population": {("NAM", "2020"): 2489098, ("WLD", "2020"): 7820000000.5},
        "gdp-growth-weo": {("G110", "2020"): -4.2},
        "population-weo": {("NAM", "2024"): 3000000},
        "exchange-rate-bank-of-russia": {("KAZ", "2024-01-10"): 0.197012, ("JPN", "2024-01-10"): 0.62},
        "exchange-rate-ecb": {
            ("USA", "2024-01-02"): 1.0956, ("USA", "2022-03-01"): 1.1162, ("RUS", "2022-03-01"): 117.201,
        },
    }  # fmt: skip
    averages = store.read_panel(Query(("exchange-rate-imf",))).frame
    assert sorted(averages["unit"]) == ["HRK per USD", "NAD per USD", "XDR per USD"]


def test_the_same_files_give_the_same_bytes(upstream, data):
    list(build_data(upstream, data))
    first = read_contents(data)
    list(build_data(upstream, data))
    assert read_contents(data) == first
    assert not [name for name in first if "partial" in name]


def test_what_is_missing_is_named_at_once_and_nothing_is_written(upstream, data):
    (upstream / "fx/ecb/eurofxref-hist.zip").unlink()
    shutil.rmtree(upstream / "codes")
    before = read_contents(data)
    with pytest.raises(DataError, match=r"codes, fx/ecb/eurofxref-hist\.zip"):
        list(build_data(upstream, data))
    assert read_contents(data) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wdi-2026-07/sp.pop.totl/data.csv", b"Country,Year\nNamibia,2020\n"),
        ("wdi-2026-07/sp.pop.totl/data.csv", b""),
        ("wdi-2026-07/sp.pop.totl/data.csv", b"Country Name,Country Code,Year,Value\nNamibia,NAM,2020,many\n"),
        ("weo-vintages/weo_vintages_long.derived.csv.gz", b"not gzip"),
        ("weo-2025-10/weo.parquet", b"not parquet"),
        ("weo-2025-04/weo.parquet", b""),
        ("weo-2015-04/ddf--notes.csv", b"country\ndeu\n"),
        ("weo-2015-04/lp.csv", b"year,country,lp\n2013,deu,many\n"),
        (CBR, b"a,b\n1,2\n"),
        (CBR, FILES[CBR].replace("KZT", "XXX").encode()),
        (CBR, FILES[CBR].replace("19.7", "19,7").encode()),
        (CBR, FILES[CBR].replace("100", "0").encode()),
        (CBR, FILES[CBR].encode() + b"2024-01-11,R01"),
        ("fx/ecb/eurofxref-hist.zip", b"not a zip"),
        ("codes/iso4217-codes-all.csv", b"Code\nRUB\n"),
        ("codes/cldr/currencyData.json", b"{}"),
        ("fx/imf/imf_exchangerates_A_ENDA_USD.csv", b"Date,Rate\n2020-12-31,1\n"),
        ("fx/imf/imf_exchangerates_A_ENDA_USD.csv",
         FILES["fx/imf/imf_exchangerates_A_ENDA_USD.csv"].replace("XDR,IMF", "ZZ,IMF").encode()),
    ],
)  # fmt: skip
def test_a_file_that_is_not_in_its_publishers_form_is_a_sentence(upstream, data, name, content):
    (upstream / name).write_bytes(content)
    with pytest.raises(DataError) as caught:
        list(build_data(upstream, data))
    assert name.split("/")[0] in caught.value.message


@pytest.mark.parametrize(
    "rates", [RATES.replace("1.0956", "1,0956"), RATES.replace("USD", "XXX"), "Day,USD\n1,2\n", ""]
)
def test_a_table_of_the_ecb_in_another_form_is_a_sentence(upstream, data, rates):
    with zipfile.ZipFile(upstream / "fx/ecb/eurofxref-hist.zip", "w") as archive:
        archive.writestr("eurofxref-hist.csv", rates)
    with pytest.raises(DataError):
        list(build_data(upstream, data))


def test_a_fault_in_the_lists_kept_by_hand_stops_it_before_anything_is_written(upstream, data):
    (data / "indicators.yaml").write_text("- id: gdp\n")
    with pytest.raises(DatasetFaultsError):
        list(build_data(upstream, data))
    assert not (data / "areas.csv").exists()


class Office:
    """A provider with one figure, as a contributor would write it."""

    description = ProviderDescription(
        "office", "Office", "https://example.org", Licence("Free"), ("office/figures.csv",), ("office",)
    )

    def build(self, upstream, lists):
        year, value = (upstream / "office/figures.csv").read_text().split(",")
        row = {"indicator": "population", "area": "RUS", "year": int(year), "value": float(value), "unit": "persons"}
        table = assemble_annual_figures(pd.DataFrame([row | {"status": "A", "vintage": "2025-01-01"}]), ORIGIN)
        yield BuiltDataset(
            "datasets",
            Dataset("office", "Figures", "Office", "All of them.", (lists.origins[ORIGIN],), ("population",)),
            table,
        )


@pytest.fixture
def office(tmp_path, monkeypatch):
    """The folder of the provider's only file."""
    monkeypatch.setattr("indicators.providers.build.PROVIDERS", (*PROVIDERS, Office()))
    path = tmp_path / "downloads/office/figures.csv"
    path.parent.mkdir(parents=True)
    path.write_text("2020,145")
    return path.parents[1]


def test_a_provider_is_a_class_and_an_entry_in_the_registry(upstream, data, office):
    list(build_data(upstream, data, provider="ecb"))
    for name in ("areas.csv", "currencies.csv"):
        (data / name).write_bytes((find_data_folder() / name).read_bytes())
    before = read_contents(data)
    assert list(build_data(office, data, provider="office"))[-1].startswith("datasets/office: 1 observation")
    assert validate(data) == ()
    frame = Store(read_catalogue(data)).read_panel(Query(("population",), datasets=("office",))).frame
    assert frame["value"].tolist() == [145.0]
    others = {name: content for name, content in read_contents(data).items() if "datasets/office" not in name}
    assert others == before, "the files of other providers are neither needed nor changed"


def test_an_unknown_provider_is_refused_with_the_nearest(upstream, data):
    with pytest.raises(UnknownNameError) as caught:
        list(build_data(upstream, data, provider="bank-of-rusia"))
    assert caught.value.nearest == ("bank-of-russia",)

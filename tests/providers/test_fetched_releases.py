"""A fetch is a release like an import: whole or not at all, compared with the one before, traced to its bytes."""

from __future__ import annotations

import json
from datetime import date

import pytest

from indicators.errors import ProviderError, ProviderUnreachableError, UsageError
from indicators.files import read_embedded_catalogue
from indicators.files.user_store import read_user_catalogue
from indicators.providers.fetch_records import read_fetch_record
from indicators.providers.fetched_releases import FetchOptions, fetch_release, make_dataset_id, plan_requests
from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.settings import FetchSettings
from indicators.providers.registry import find_provider
from indicators.providers.services.service import FetchQuery
from indicators.providers.services.world_bank import WorldBankService
from indicators.store import open_store
from indicators.store.query import Query
from tests.providers.fake_service import Reply

AREAS = read_embedded_catalogue().areas
CODE = "XX.TEST.CD"
DATASET = "world-bank-xx-test-cd"


def make_answer(*rows, code=CODE, updated="2026-07-13", **head):
    told = {"page": 1, "pages": 1, "per_page": 20000, "total": len(rows), "lastupdated": updated, **head}
    cells = [
        {"indicator": {"id": code, "value": "Test output (current US$)"}, "country": {"id": area, "value": area},
         "countryiso3code": area, "date": period, "value": value, "unit": "", "obs_status": ""}
        for area, period, value in rows
    ]  # fmt: skip
    return Reply(json.dumps([told, cells]).encode())


ROWS = (("RUS", "2023", 1.5), ("RUS", "2024", 2.5), ("CHN", "2024", 7))


@pytest.fixture
def store(tmp_path):
    return tmp_path / "store"


@pytest.fixture
def fetch(service, store, clock):
    def fetch(*areas, series=CODE, provider="world-bank", retries=0, unit="", **query):
        names = ("WORLD_BANK", "ECB", "BIS", "OECD", "EUROSTAT")
        addresses = {f"INDICATORS_URL_{one}": service.address for one in names}
        options = FetchOptions(FetchSettings(retries=retries, environment=addresses), clock)
        asked = FetchQuery(series, tuple(AREAS.find(area) for area in areas), **query)
        return fetch_release(store, find_provider(provider), asked, unit=unit, options=options)

    return fetch


def read_values(store, indicator="test-output"):
    table = open_store(store).read_table(Query((indicator,)))
    columns = ("REF_AREA", "TIME_PERIOD", "OBS_VALUE")
    return sorted(zip(*(table[name].to_pylist() for name in columns), strict=True))


def test_figures_come_with_their_unit_their_source_and_the_day(service, fetch, store):
    service.replies = [make_answer(*ROWS)]
    report = fetch()
    assert (report.dataset, report.indicators, report.imported.new) == (DATASET, ("test-output",), 3)
    assert read_values(store) == [("CHN", "2024", 7.0), ("RUS", "2023", 1.5), ("RUS", "2024", 2.5)]
    dataset = read_user_catalogue(store).catalogue.find_dataset(DATASET)
    origin = dataset.origins[0]
    assert (origin.producer, origin.date_published, origin.licence.name) == ("World Bank", "2026-07-13", "CC BY 4.0")
    assert (origin.date_accessed, dataset.publisher) == ("2026-11-30", "World Bank")
    assert origin.url_download.startswith("https://api.worldbank.org/v2/country/all/indicator/XX.TEST.CD?")
    assert read_user_catalogue(store).catalogue.find_indicator("test-output").unit == "USD"


def test_a_figure_is_traced_to_the_bytes_it_came_from(service, fetch, store):
    service.replies = [make_answer(*ROWS)]
    fetch()
    dataset = read_user_catalogue(store).catalogue.find_dataset(DATASET)
    (hashes,) = read_fetch_record(store, DATASET).answers.values()
    assert hashes == (dataset.origins[0].sha256,)
    body = next((store / "answers").glob(f"bodies/*/{hashes[0]}.zst"))
    assert body.exists()


def test_the_same_answer_makes_no_release(service, fetch, store):
    service.replies = [make_answer(*ROWS)]
    fetch()
    again = fetch()
    assert (again.is_unchanged, again.imported.release) == (True, "")
    assert len(read_fetch_record(store, DATASET).answers) == 1


def test_a_revised_answer_makes_a_release_and_both_are_kept(service, fetch, store, clock):
    service.replies = [make_answer(*ROWS), make_answer(*ROWS[:2], ("CHN", "2024", 8), updated="2026-08-01")]
    fetch()
    clock.seconds += 86_400
    report = fetch()
    assert (report.imported.changed, report.imported.new, report.imported.withdrawn) == (1, 0, 0)
    assert read_values(store)[0] == ("CHN", "2024", 8.0)
    first = open_store(store).read_table(Query(("test-output",), every_vintage=True))
    assert first.num_rows == 4


@pytest.mark.parametrize("row", [("RUS", "20x4", 2.5), ("ZZZ", "2024", 2.5), ("RUS", "2024", "2,5,1")])
def test_a_row_that_can_not_be_read_withdraws_no_figure(service, fetch, store, row):
    service.replies = [make_answer(*ROWS), make_answer(ROWS[0], row, ROWS[2])]
    fetch()
    report = fetch().imported
    assert (report.refused, report.withdrawn) == (1, 0)
    assert read_values(store)[2] == ("RUS", "2024", 2.5)


def test_a_further_country_widens_the_dataset_and_takes_nothing_away(service, fetch, store):
    service.replies = [make_answer(*ROWS[:2]), make_answer(*ROWS)]
    fetch("RUS", start="2023")
    report = fetch("CHN", start="2024")
    assert "country/CHN;RUS/" in service.asked[1][0]
    assert "date=2023:" in service.asked[1][0]
    assert (report.imported.new, report.imported.withdrawn) == (1, 0)


def test_figures_without_a_unit_take_the_users_and_keep_it(service, fetch, store):
    def answer(value):
        return Reply(make_answer(("RUS", "2024", value)).body.replace(b" (current US$)", b""))

    service.replies = [answer(2.5), answer(3)]
    fetch(unit="USD")
    assert read_user_catalogue(store).catalogue.find_indicator("test-output").unit == "USD"
    assert fetch().imported.changed == 1
    assert read_values(store) == [("RUS", "2024", 3.0)]


def test_a_unit_beside_that_of_the_publisher_is_refused(service, fetch):
    service.replies = [Reply(make_answer(*ROWS).body.replace(b'"unit": ""', b'"unit": "EUR"'))]
    with pytest.raises(UsageError, match="EUR"):
        fetch(unit="USD")


def test_a_country_without_figures_is_named(service, fetch):
    service.replies = [make_answer(*ROWS)]
    assert "Japan" in fetch("RUS", "JPN").text


def test_other_figures_do_not_fit_into_a_dataset(service, fetch, store):
    service.replies = [make_answer(*ROWS)]
    fetch()
    with pytest.raises(UsageError, match="--dataset"):
        fetch_release(
            store, find_provider("world-bank"), FetchQuery("OTHER.CD"), dataset=DATASET, options=FetchOptions()
        )


FAULTS = {
    "nothing": Reply(b""),
    "a page": Reply(b"<!DOCTYPE html><title>World Bank Group</title>"),
    "503": Reply(status=503),
    "404": Reply(status=404),
    "cut": Reply(make_answer(*ROWS).body[:-9], length=len(make_answer(*ROWS).body)),
    "cut JSON": Reply(make_answer(*ROWS).body[:-9]),
    "contradiction": make_answer(*ROWS, total=4),
    "no figures": make_answer(),
    "another series": make_answer(*ROWS, code="YY.TEST"),
    "elsewhere": Reply(status=302, headers={"Location": "https://other.example/"}),
}


def test_a_failed_fetch_leaves_the_store_as_it_was(service, fetch, store):
    service.replies = [make_answer(*ROWS)]
    fetch()
    before = {path: path.read_bytes() for path in (store / "datasets").rglob("*") if path.is_file()}
    for fault, reply in FAULTS.items():
        service.replies = [reply]
        with pytest.raises(ProviderError, match="World Bank"):
            fetch()
        after = {path: path.read_bytes() for path in (store / "datasets").rglob("*") if path.is_file()}
        assert after == before, fault


def test_a_first_fetch_that_fails_leaves_no_dataset(service, fetch, store):
    service.replies = [FAULTS["503"]]
    with pytest.raises(ProviderUnreachableError):
        fetch()
    assert read_user_catalogue(store).faults == ()
    assert not list(store.glob("datasets/*"))


def test_an_interrupted_fetch_continues_with_the_page_that_is_missing(service, fetch, store):
    pages = [make_answer(row, page=n, pages=3, total=3) for n, row in enumerate(ROWS, 1)]
    service.replies = [*pages[:2], Reply(status=503)]
    with pytest.raises(ProviderUnreachableError):
        fetch()
    service.replies = [pages[2]]
    assert fetch().imported.new == 3
    assert [path.partition("&page=")[2] for path, _ in service.asked] == ["1", "2", "3", "3"]


def test_figures_of_unknown_areas_are_refused_by_name(service, fetch):
    service.replies = [make_answer(*ROWS, ("QQQ", "2024", 1))]
    report = fetch()
    assert (report.imported.taken, report.imported.refused) == (3, 1)
    assert "QQQ" in report.text


def test_fetched_figures_equal_the_embedded_ones_of_the_same_edition(service, fetch, store):
    codes = ("NY.GDP.MKTP.CD", "SP.POP.TOTL", "FP.CPI.TOTL.ZG", "SL.UEM.1524.FE.ZS")
    areas = ("RUS", "CHN", "WLD", "VEN")
    catalogue = read_embedded_catalogue()
    for code in codes:
        id = catalogue.find_indicator(code).id
        series = catalogue.find_series(code)
        table = open_store().read_table(Query((id,), areas=areas, datasets=("world-bank-wdi",)))
        rows = [row for row in table.to_pylist() if row["DIMENSIONS"] == series]
        cells = [(row["REF_AREA"], row["TIME_PERIOD"], row["OBS_VALUE"]) for row in rows]
        service.replies = [make_answer(*cells, code=code)]
        assert fetch(*areas, series=code).indicators == (id,)
        newer = [
            row
            for row in open_store(store).read_table(Query((id,), areas=areas)).to_pylist()
            if row["VINTAGE"] == date(2026, 11, 30) and row["DIMENSIONS"] == series
        ]

        def list_cells(rows):
            names = ("REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "NOTE", "FREQ")
            return sorted(tuple(row[name] for name in names) for row in rows)

        assert list_cells(newer) == list_cells(rows)


def test_a_newer_edition_of_an_embedded_series_takes_its_place(service, fetch, store):
    service.replies = [make_answer(("RUS", "2024", 5e12), code="NY.GDP.MKTP.CD")]
    fetch(series="NY.GDP.MKTP.CD")
    rows = open_store(store).read_table(Query(("gdp",), areas=("RUS",))).to_pylist()
    found = {row["TIME_PERIOD"]: row["OBS_VALUE"] for row in rows}
    assert len(rows) == len(found)  # one source, not two
    assert found["2024"] == 5e12
    assert found["2020"] == pytest.approx(1.49e12, rel=0.01)


def test_nothing_is_sent_to_plan_a_fetch(service):
    (request,) = plan_requests(find_provider("world-bank"), FetchQuery(CODE))
    assert request.startswith("GET https://api.worldbank.org/v2/country/all/indicator/XX.TEST.CD?")
    with pytest.raises(UsageError, match="no service"):
        plan_requests(find_provider("bls"), FetchQuery(CODE))


@pytest.mark.parametrize("series", ["A" * 300, "../..", "EXR/D..EUR", "Ж", "a,b@c"])
def test_every_series_gives_an_id_that_can_be_a_folder(series):
    id = make_dataset_id("ecb", FetchQuery(series))
    assert id.startswith("ecb")
    assert all(part.isalnum() and part.isascii() for part in id.split("-"))
    assert len(id) < 80


def test_a_full_archive_gives_way_and_the_figures_stay(service, fetch, store):
    service.replies = [make_answer(*ROWS)]
    fetch()
    AnswerArchive(store / "answers", most_bytes=1).folder.joinpath("bodies").rename(store / "gone")
    assert read_values(store)
    assert fetch().is_unchanged  # the figures are, whatever became of the bytes


@pytest.mark.parametrize("updated", ["2026-13-45", "soon", "9999-12-31", "", "20260713", "2026-07-13T01:02:03Z"])
@pytest.mark.parametrize("title", ["", " \n\x1b[31m", "x" * 2000, "=HYPERLINK(1)", "Ж\u202e\ufffd"])
def test_whatever_a_service_says_about_its_figures_they_stay_readable(tmp_path, talk, updated, title):
    body = make_answer(*ROWS, updated=updated).body.replace(
        b"Test output (current US$)", json.dumps(title)[1:-1].encode()
    )
    fetched = talk(WorldBankService().fetch(FetchQuery(CODE, day=date(2026, 11, 30))), {"": body})
    assert fetched.title.strip()
    assert fetched.updated in ("", "2026-07-13")


def test_a_dataset_with_an_odd_title_can_be_read_again(service, fetch, store):
    odd = make_answer(*ROWS, updated="soon").body.replace(b"Test output (current US$)", b"\\u001b[31m \\u202e ")
    service.replies = [Reply(odd)]
    fetch()
    assert read_user_catalogue(store).faults == ()


def test_a_series_whose_publisher_renames_it_stays_one_indicator(service, fetch, store, clock):
    service.replies = [make_answer(*ROWS), Reply(make_answer(*ROWS).body.replace(b"Test output", b"Output, tested"))]
    fetch()
    clock.seconds += 86_400
    report = fetch()
    assert (report.indicators, report.imported.new, report.imported.withdrawn) == (("test-output",), 0, 0)

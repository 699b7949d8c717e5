import pytest

from indicators.codelists import ObservationStatus
from indicators.errors import UnknownNameError
from indicators.files import embedded_catalogue

AREAS = embedded_catalogue().areas


@pytest.mark.parametrize(
    ("name", "code"),
    [("RUS", "RUS"), ("ru", "RUS"), ("Россия", "RUS"), ("Turkey", "TUR"), ("Türkiye", "TUR"), ("turkiye", "TUR"),
     ("UK", "GBR"), ("South Korea", "KOR"), ("Côte d'Ivoire", "CIV"), ("中国", "CHN"), ("World", "WLD"), ("NA", "NAM")],
)  # fmt: skip
def test_an_area_answers_to_every_name_people_use(name, code):
    assert AREAS.find(name).code == code


def test_countries_and_groups_are_told_apart():
    kinds = {area.code: area.kind for area in AREAS}
    assert {kinds[code] for code in ("RUS", "CHN", "NAM", "XKX")} == {"country"}
    assert {kinds[code] for code in ("WLD", "EUU", "HIC", "G110", "EMU")} == {"group"}


def test_an_unknown_area_names_the_nearest():
    with pytest.raises(UnknownNameError, match="Nearest: RUS, Russia"):
        AREAS.find("RUSS")


def test_every_status_has_a_word():
    assert all(status.word for status in ObservationStatus)

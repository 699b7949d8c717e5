"""What is written in a figure, and the panels that several tests of charts draw."""

import pytest

import indicators as ind


@pytest.fixture(scope="session")
def texts():
    """Lists the texts of a figure's annotations."""
    return lambda figure: [note.text for note in figure.layout.annotations]


@pytest.fixture(scope="session")
def words(texts):
    """Joins the texts of a figure's annotations."""
    return lambda figure: " ".join(texts(figure)).replace("<br>", " ")


@pytest.fixture(scope="session")
def gdp():
    """GDP of five countries, given to a view as ``areas``."""
    return ind.get("gdp", "RUS~CHN~USA~DEU~IND", "2000..2025")


@pytest.fixture(scope="session")
def outlook():
    """Growth with forecasts."""
    return ind.get("gdp-growth-weo", "RUS~CHN~USA", "2018..2028")

"""Overview: the figures of the article with their verdicts, and its chart in other currencies."""


def test_the_overview_shows_the_headline_figures(open_page, read_text):
    text = read_text(open_page())
    for figure in (
        "24 trillion RUB", "about 287 billion USD", "+40%", "+37%", "80%", "1,700 companies", "154 countries"
    ):  # fmt: skip
        assert figure in text


def test_the_chart_of_the_overview_is_drawn_in_dollars(open_page, read_text):
    assert "Online economy of Russia, billion USD at annual average rates" in read_text(
        open_page("overview", "unit=USD&rate=average")
    )


def test_each_headline_figure_bears_its_verdicts_with_the_reasoning(open_page, read_text):
    text = read_text(open_page())
    for part in (
        "17.14 trillion RUB", "16.4 trillion RUB", "83.6118 RUB per USD", "31.5 to 32.5 trillion RUB",
        "[Government of Russia (2024)](https://tass.ru/", "value added",
    ):  # fmt: skip
        assert part in text

"""One figure given twice."""

import pytest

TWICE = "repeated-figures"


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 the Ulm fair drew {C 7 counted=x period=2023}. In 2023 the Ulm fair drew {C 9 counted=x period=2023}.",
        "{R 5.2 indicator=inflation areas=RUS period=2020}. Or {R 5.9 indicator=inflation areas=RUS period=2020}.",
    ],
)
def test_the_same_thing_has_one_figure(signs, text):
    assert signs(text, TWICE) == "!"


@pytest.mark.parametrize(
    "text",
    [
        "The Hangzhou expo drew {C 1700 counted=companies}. Some {C 300 counted=companies} showed robots in Hangzhou.",
        "Exports of wheat to China reached {Q 5 m}. Exports of barley to China reached {Q 7 m}.",
        "In January exports reached {Q 5 m}. In February exports reached {Q 7 m}.",
        "In 2023 exports of wheat reached {Q 5 m period=2023}. In 2024 exports of wheat reached {Q 7 m period=2024}.",
        "Exports of wheat reached {Q 5 m}. Exports of wheat reached {Q 5.0 m}.",
        "The expo in Hangzhou drew {C 1700 counted=firms}. Nice. The Hangzhou expo drew {C 1900 counted=firms}.",
        "Up north, sales of rye hit {Q 5 m period=2023} in 2023. Down south, sales of rye hit {Q 7 m period=2023}.",
    ],
)
def test_other_things_have_other_figures(signs, text):
    assert signs(text, TWICE) == ""


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("More than half of the respondents (45%) agreed.", "!"),
        ("More than half of the respondents (55%) agreed.", ""),
        ("A third of exports (45%) went to China.", "!"),
        ("A third of exports (33.4%) went to China.", ""),
        ("Hangzhou expo draws 1,700 firms\n\nThe Hangzhou expo draws 1,900 firms from abroad.\n", "!"),
        ("Hangzhou expo draws 1,700 firms\n\nThe Hangzhou expo draws 1,700 firms from abroad.\n", ""),
        ("Hangzhou expo draws 1,700 firms\n\nThe Shanghai expo draws 1,900 firms from abroad.\n", ""),
    ],
)
def test_words_and_digits_and_a_heading_and_its_text_agree(signs, text, sign):
    assert signs(text, TWICE) == sign

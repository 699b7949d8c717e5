"""Run by name: ``pytest tests/benchmarks/test_reading.py``. The floor is cutting the same text into words."""

import re
import time
from pathlib import Path

import pytest

from indicators.claims.reading import read_claims
from indicators.files import read_embedded_catalogue

TEXTS = Path(__file__).parents[1] / "claims" / "texts"


def text_of(language, words):
    """The texts of a language, over and over, up to so many words (in Chinese, one and a half characters a word)."""
    texts = [path.read_text(encoding="utf-8").split("\n---\n")[1] for path in sorted(TEXTS.glob(f"{language}-*.txt"))]
    whole = "\n\n".join(texts)
    length = len(re.sub(r"\s", "", whole)) / 1.5 if language == "zh" else len(whole.split())
    return "\n\n".join([whole] * round(words / length)) if words > length else whole


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
@pytest.mark.parametrize("words", [1_000, 10_000, 100_000])
def test_reading_is_linear_in_the_length(benchmark, language, words):
    catalogue = read_embedded_catalogue()
    text = text_of(language, words)
    read_claims(text[:1000], catalogue=catalogue)  # what finds names is built once
    started = time.perf_counter()
    for _ in range(5):
        re.findall(r"\w+", text)
    floor = (time.perf_counter() - started) / 5
    reading = benchmark.pedantic(read_claims, args=(text,), kwargs={"catalogue": catalogue}, rounds=2, iterations=1)
    spent = benchmark.stats.stats.min
    benchmark.extra_info["characters"] = len(text)
    benchmark.extra_info["claims"] = len(reading.claims)
    benchmark.extra_info["times the floor"] = round(spent / floor, 1)
    benchmark.extra_info["microseconds a character"] = round(spent / len(text) * 1e6, 2)


@pytest.mark.parametrize("piece", ["1,", "1 ", "5 million ", "million ", "from 5% to 7% ", "万亿", "(", "on the of "])
@pytest.mark.parametrize("length", [10_000, 100_000, 1_000_000])
def test_no_text_makes_it_hang(benchmark, piece, length):
    catalogue = read_embedded_catalogue()
    text = piece * (length // len(piece))
    read_claims("one", catalogue=catalogue)
    benchmark.pedantic(read_claims, args=(text,), kwargs={"catalogue": catalogue}, rounds=1, iterations=1)
    benchmark.extra_info["microseconds a character"] = round(benchmark.stats.stats.min / len(text) * 1e6, 2)

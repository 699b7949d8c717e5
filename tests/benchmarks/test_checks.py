"""Reading and checking a text. The floor is finding its words, in the same run."""

import re

import pytest

from indicators.claims import check_reading
from indicators.claims.reading import read_claims
from indicators.store import open_embedded_store

ENGLISH = """Online sales in Russia rose 28% to 6.4 trillion rubles ($73.1 billion) in 2023, from 5 trillion rubles. The
share of food went from 10% to 15%, up 5 percentage points, the association said. Of 500 companies asked, 375 (75%)
expect more, and a third plan to hire."""
RUSSIAN = """Товарооборот России и Китая в 2024 году составил $244,8 млрд, что на 1,9% больше, чем годом ранее. Доля
расчетов в рублях и юанях превысила 90%. Банк России сохранил ставку на уровне 21%."""
CHINESE = "2024年全国网上零售额15.52万亿元，比上年增长7.2%。其中，实物商品网上零售额13.08万亿元，增长6.5%。"
PARAGRAPHS = tuple(text.replace("\n", " ") for text in (ENGLISH, RUSSIAN, CHINESE))


@pytest.mark.parametrize("words", [1_000, 10_000, 100_000])
def test_a_text_is_read_and_checked(benchmark, median, words):
    store = open_embedded_store()
    list(store.rates.publications.values())  # read before, as in a running dashboard
    count, parts = 0, []
    while count < words:
        parts.append(PARAGRAPHS[len(parts) % len(PARAGRAPHS)])
        count += len(re.findall(r"\w+", parts[-1]))
    text = "\n\n".join(parts)
    check_reading(read_claims(text, catalogue=store.catalogue), store)
    floor = median(lambda: re.findall(r"\w+", text))
    benchmark.pedantic(
        lambda: check_reading(read_claims(text, catalogue=store.catalogue), store), rounds=3, iterations=1
    )
    benchmark.extra_info["times the floor"] = round(benchmark.stats.stats.median / floor)

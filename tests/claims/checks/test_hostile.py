"""Texts made to be slow: a check looks at a bounded stretch, so that time grows only with the length of the text."""

import pytest

HOSTILE = {
    "one sentence of changes": "from 5 million to 6 million rubles, up 5%, " * 300,
    "one endless list": "22 deals: " + "12 deals and " * 300,
    "brackets": "(" * 5000 + "5%" + ")" * 5000,
    "many conversions": "24 trillion rubles ($287 billion) " * 200,
    "one word": "a" * 50_000 + " 5% of it",
    "parts of parts": "of 500 people 300 people (60%) " * 200,
    "the same again": "".join(f"The Hangzhou expo drew {n} firms. " for n in range(100, 400)),
    "marks of our own": "⟦M0⟧ from ⟦M1⟧ to 5% ⟦G999999⟧ up 3%",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_checked_to_the_end(report, text):
    checked = report(text)
    ids = {claim.id for claim in checked.reading.claims}
    assert all(ids.issuperset(finding.claims) for finding in checked.findings)


def test_a_sum_for_each_and_its_number_may_be_in_two_sentences(report):
    found = report("The fund of 6 million euros gives 5,000 euros to each family. It helped 700 households.")
    assert found.is_inconsistent

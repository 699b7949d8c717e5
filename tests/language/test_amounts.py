from functools import partial

import pytest

from indicators.errors import UsageError
from indicators.files import read_embedded_catalogue
from indicators.language import messages
from indicators.language.amounts import parse_amount

read = partial(parse_amount, currencies=read_embedded_catalogue().currencies)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("1.5 mln", 1.5e6, ""), ("24 трлн", 24e12, ""), ("3,5 млрд", 3.5e9, ""), ("5 bn", 5e9, ""),
        ("15.5万亿", 15.5e12, ""), ("$287 billion", 287e9, "USD"), ("287 млрд долларов", 287e9, "USD"),
        ("1,234,567.89", 1234567.89, ""), ("1 234 567,89", 1234567.89, ""), ("1.234.567,89", 1234567.89, ""),
        ("1\u202f234\u00a0567,89", 1234567.89, ""), ("1,234", 1234, ""), ("1,234 млрд", 1.234e9, ""),
        ("1.234,5", 1234.5, ""),
        ("5 Mrd EUR", 5e9, "EUR"), ("5 m EUR", 5e6, "EUR"), ("5 bn DEM", 5e9, "DEM"), ("€1.2bn", 1.2e9, "EUR"),
        ("−5 bn €", -5e9, "EUR"), ("-$5", -5, "USD"), ("approx. $287 billion", 287e9, "USD"),
        ("RUB24trn", 24e12, "RUB"),
        ("1亿2000万元", 1.2e8, "CNY"), ("полтора миллиарда рублей", 1.5e9, "RUB"), ("two billion dollars", 2e9, "USD"),
        ("-5 m EUR", -5e6, "EUR"), ("-5 bn DEM", -5e9, "DEM"), ("1,5 Mio. €", 1.5e6, "EUR"),
        ("Rs 5 lakh crore", 5e12, "INR"), ("1.5e9 USD", 1.5e9, "USD"), ("$1.5e9", 1.5e9, "USD"),
        ("US$ 5 USD", 5, "USD"),
    ],
)  # fmt: skip
def test_amounts_as_people_paste_them(text, value, currency):
    amount = read(text)
    assert (float(amount.value), amount.currency) == (pytest.approx(value, rel=1e-15), currency)


@pytest.mark.parametrize(
    ("text", "source", "currency"),
    [
        ("$5", "CAD", "CAD"),
        ("$5", "EUR", "USD"),
        ("¥5 bn", "JPY", "JPY"),
        ("5 bn riyals", "QAR", "QAR"),
        ("5 pesos", "ARS", "ARS"),
        ("5 M", "EUR", ""),
    ],
)
def test_a_sign_of_many_currencies_is_that_of_the_other_field(text, source, currency):
    assert read(text, source).currency == currency


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("¥5 bn", "CNY or JPY"), ("5 pesos", "MXN, ARS or another"), ("24 bnn", "bn"), ("24 billion RUX", "24 billion"),
        ("5 bn riyals", "SAR, QAR, IRR, OMR or YER"), ("more than $5 bn", "5 billion USD"),
        ("5 USD per person", "5 USD"), ("5 USD 3 EUR", "5 USD"),
        ("24 трлн рублей ($287 млрд)", "24 trillion RUB"), ("1,00,0", "1000 or 100.0"), ("24 RUX", "RUB"),
    ],
)  # fmt: skip
def test_what_is_not_an_amount_is_refused_with_the_nearest(text, near):
    with pytest.raises(UsageError) as caught:
        read(text)
    error = caught.value
    assert (error.found, error.expected) == (text, messages.AMOUNT_EXPECTED)
    assert error.hint.startswith(messages.NEAREST_AMOUNT.format(amount=near).removesuffix("."))


@pytest.mark.parametrize(
    "text", ["40%", "1,700 companies", "50 cents", "30-35 bn", "$", "billion", "9" * 70, "$5 £5", "5 m долларов"]
)
def test_what_is_not_an_amount_of_money_is_refused(text):
    with pytest.raises(UsageError, match=messages.NOT_AN_AMOUNT):
        read(text)

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UsageError
from indicators.store.engines.addresses import EXAMPLES, Address

SECRETS = st.text(st.characters(categories=("L", "N")), min_size=6, max_size=12).map(lambda text: f"s{text}")


@pytest.mark.parametrize("text", EXAMPLES.values())
def test_every_example_of_an_address_is_one(text):
    assert str(Address.parse(text)) == text


def test_a_folder_may_have_any_letters():
    assert Address.parse("chdb:///with%20space/ünï").path == "/with space/ünï"


def test_parameters_of_spark_connect_are_no_part_of_its_path():
    address = Address.parse("sc://host:15002/;use_ssl=true;token=abcdef")
    assert (address.host, address.port, address.path) == ("host", 15002, "")
    assert address.option("use_ssl") == "true"


def test_a_master_of_spark_is_an_option():
    assert Address.parse("spark:///x?master=local-cluster[2,1,1024]").option("master") == "local-cluster[2,1,1024]"


@pytest.mark.parametrize(
    "text",
    [
        "figures", "ftp://host/x", "://", "postgresql://host:port/x", "postgresql://host:99999/x", "clickhouse:///x",
        "clickhouse://host/x?mode=fast", "chdb://", "chdb:///", "chdb:///x?y=1", "chdb:///x%3Fy", "spark://", "sc://",
        "postgresql://[host/x", "postgresql://host/a b", "postgresql://host/\n", "sc://host/\0", "chdb:///a%0Ab",
        "spark:///x?jars=evil.jar", "postgresql://" + "x" * 3000,
    ],
)  # fmt: skip
def test_what_is_no_address_says_what_one_is(text):
    with pytest.raises(UsageError, match="Expected: "):
        Address.parse(text)


def test_a_slip_in_the_engine_is_mended():
    with pytest.raises(UsageError, match="Nearest: postgresql://"):
        Address.parse("postgresq://host/x")


@given(SECRETS)
def test_no_password_and_no_token_is_ever_shown(secret):
    for text in (
        f"postgresql://ann:{secret}@host/x",
        f"sc://host/;token={secret}",
        f"postgresql://h/x?password={secret}",
    ):
        address = Address.parse(text)
        assert secret not in f"{address} {address!r} {[address]}"
        assert secret not in address.redact(f'connection to "{text}" failed: {secret}')


def test_a_password_is_hidden_as_it_was_written_and_as_it_is_meant():
    address = Address.parse("postgresql://ann:open%20sesame@host/x")
    assert address.redact("open%20sesame or\nopen sesame") == "*** or ***"


@given(st.text(max_size=40), st.sampled_from(["", *EXAMPLES]))
def test_no_text_breaks_the_reading(text, scheme):
    with contextlib.suppress(UsageError):
        Address.parse(f"{scheme}://{text}")

"""The server makes ready what the first page needs, and a store at fault is left for the page to tell of."""

import subprocess
import sys

import indicators.store
from indicators.errors import StoreError
from indicators.ui.server import warm_up

SCRIPT = """
import sys
from indicators.store import open_store
from indicators.ui.server import warm_up
warm_up()
print('indicators.ui.components.exploration' in sys.modules, open_store()._rates is not None)
"""


def test_what_the_first_page_needs_is_there_afterwards():
    said = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "True"]


def test_a_store_that_cannot_be_opened_is_no_matter_here(monkeypatch):
    def refuse():
        raise StoreError("The store cannot be read.")

    monkeypatch.setattr(indicators.store, "open_store", refuse)
    warm_up()

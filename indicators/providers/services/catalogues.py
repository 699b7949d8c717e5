"""The catalogues of services: what can be fetched, as entries that are kept on this machine and searched there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from lxml import etree

from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer
from indicators.providers.services.checked_tables import explain_form
from indicators.providers.services.sdmx_structures import read_name
from indicators.providers.services.service import PublisherService


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A series or a dataset that a service offers.

    Attributes:
        code: What to fetch.
        name: Its name.
        frequency: ``A``, ``Q``, ``M`` ..., where the catalogue tells.
        start: The first period, where it tells.
        end: The last period.
        unit: The unit.
        updated: The day of the last update.
    """

    code: str
    name: str
    frequency: str = ""
    start: str = ""
    end: str = ""
    unit: str = ""
    updated: str = ""


@runtime_checkable
class ListedService(PublisherService, Protocol):
    """A service that lists all it has."""

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for everything the service has."""


@runtime_checkable
class SearchedService(PublisherService, Protocol):
    """A service that has too much to list, and searches itself."""

    def search(self, words: str) -> Conversation[list[CatalogueEntry]]:
        """Ask for what the service finds, the best first."""


@runtime_checkable
class DatedService(PublisherService, Protocol):
    """A service that tells with one request when everything it has was last changed."""

    def list_changes(self) -> Conversation[dict[str, str]]:
        """Ask for the days of the last changes, by the parts that are changed as a whole; see `FetchedTable.part`."""


def read_flow_list(answer: HttpAnswer, *, with_agency: bool) -> list[CatalogueEntry]:
    """Read a list of dataflows in SDMX-ML, fetched by agency, id and version, or by their ids alone.

    Raises:
        ProviderError: It is damaged, or has another form.
    """
    with explain_form(answer.request.service.name):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            root = etree.fromstring(answer.read(), parser)
        except etree.XMLSyntaxError as error:
            raise ValueError(str(error)) from None
        entries = []
        for one in root.iter("{*}Dataflow"):
            parts = [one.get("agencyID"), one.get("id"), one.get("version")] if with_agency else [one.get("id")]
            entries.append(CatalogueEntry(",".join(filter(None, parts)), read_name(one)))
        return entries

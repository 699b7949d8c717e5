"""The structure of a dataflow of SDMX: its name, its dimensions in the order of the key, and the labels of their codes.

Read from SDMX-ML 2.1, as ``dataflow/AGENCY/FLOW/VERSION?references=descendants`` gives it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree


@dataclass(frozen=True, slots=True)
class SdmxDimension:
    """A dimension of a key.

    Attributes:
        id: Its id.
        labels: The labels of its codes, as far as the structure has them.
    """

    id: str
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FlowStructure:
    """A dataflow.

    Attributes:
        name: Its name.
        dimensions: Its dimensions, without the period.
        labels: The labels of attributes' codes, by the id of the attribute.
    """

    name: str = ""
    dimensions: tuple[SdmxDimension, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the dimensions."""
        return tuple(one.id for one in self.dimensions)


def read_structure(body: bytes, flow: str) -> FlowStructure:
    """Read the structure of a dataflow from a structure message; what is no XML has no structure.

    >>> read_structure(b"<html>", "EXR")
    FlowStructure(name='', dimensions=(), labels={})
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, remove_comments=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return FlowStructure()
    flows = _find_all(root, "Dataflow")
    found = next((one for one in flows if one.get("id") == flow), flows[0] if len(flows) == 1 else None)
    labels = {str(one.get("id")): _read_codes(one) for one in _find_all(root, "Codelist")}
    lists = _find_all(root, "DimensionList")
    dimensions = tuple(
        SdmxDimension(str(one.get("id")), labels.get(_find_codelist(one), {}))
        for one in (_find_all(lists[0], "Dimension") if lists else ())
    )
    described = {str(one.get("id")): labels.get(_find_codelist(one), {}) for one in _find_all(root, "Attribute")}
    return FlowStructure("" if found is None else read_name(found), dimensions, described)


def _find_all(element: etree._Element, name: str) -> list[etree._Element]:
    return list(element.iter(f"{{*}}{name}"))


def read_name(element: etree._Element) -> str:
    """Return the English name of an element, else the first."""
    own = element.iterchildren("{*}Name")
    names = {one.get("{http://www.w3.org/XML/1998/namespace}lang", ""): one.text or "" for one in own}
    return " ".join((names.get("en") or next(iter(names.values()), "")).split())


def _read_codes(codelist: etree._Element) -> dict[str, str]:
    return {str(code.get("id")): read_name(code) for code in _find_all(codelist, "Code")}


def _find_codelist(component: etree._Element) -> str:
    """Return the id of the code list of a dimension or an attribute, given by a reference or a URN."""
    for one in _find_all(component, "Enumeration"):
        for reference in _find_all(one, "Ref"):
            return str(reference.get("id"))
        found = re.search(r":([\w@-]+)\([^)]*\)$", (one.text or "").strip())
        if found:
            return found[1]
    return ""

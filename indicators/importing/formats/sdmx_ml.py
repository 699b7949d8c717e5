"""SDMX-ML: generic, utility and structure-specific data messages of SDMX 1.0 to 3.0, read element by element.

A structure-specific message doesn't say which of its attributes are dimensions: those that the standard's concepts
call attributes are not.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
from lxml import etree

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.importing.batches import FileOptions, clean_text
from indicators.importing.formats.file_tables import CodedColumn, FileTable, batch_coded
from indicators.importing.limits import MOST_COLUMNS, check_memory, check_width

_VALUE: Final = "OBS_VALUE"
_TIME: Final = "TIME_PERIOD"
_MESSAGES: Final = re.compile(
    r"(Generic|StructureSpecific|Compact|CrossSectional|Utility)(TimeSeries)?Data|MessageGroup"
)
_OTHER_VALUES: Final = {"OBS_VALUE": _VALUE, "OBSVALUE": _VALUE, "TIME_PERIOD": _TIME, "TIME": _TIME}
_MOST_WAITING: Final = 100_000  # elements that are in memory, because no observation ended since they began
_MOST_GROUPINGS: Final = 100  # combinations of dimensions that have attributes: each observation is looked up in all
_ROWS_CHECKED: Final = 4_096
_BYTES_OF_TEXT: Final = 80
_ATTRIBUTE: Final = re.compile(
    r"(OBS|CONF|PRE_BREAK|COMMENT|TITLE|COLL|COMPIL|SOURCE|DECIMALS|UNIT|TIME_FORMAT|TIME_PER_COLLECT|AVAILABILITY"
    r"|COVERAGE|BREAKS?|SUPP_INFO|DOM_SER|PUBL|EMBARGO|METHOD|DISS|ORG_VIS|NAT_TITLE|REF_PERIOD|BASE_PER|SCALE|CONTACT"
    r"|UPDATE|LAST_UPDATE|ACCESS|KEYWORDS|LEGAL|FULL_DESCRIPTION|SHORT_SOURCE|OVERLAP|ORIG|NOMENCODE)(_.*)?"
    r"|.*_(NOTES?|REMARK|FLAG|LINK|URL|DATE)"
)
_ABOUT_MESSAGE: Final = frozenset(
    "REPORTING_YEAR_START_DAY action datasetID dataScope keyFamilyURI namespace publicationPeriod publicationYear "
    "reportingBeginDate reportingEndDate setID structureRef type validFromDate validToDate".split()
)


def read_sdmx_ml(path: Path, name: str, _options: FileOptions) -> FileTable:
    """Read a data message of SDMX-ML.

    Raises:
        DataError: It is another kind of XML, has no figures, or is damaged.
    """
    message = _Message()
    try:
        with path.open("rb") as stream:
            message.read(stream, name)
    except etree.XMLSyntaxError as error:
        raise DataError(file_messages.DAMAGED_XML.format(file=name), found=str(error.msg)) from error
    if not message.rows:
        raise DataError(file_messages.NO_FIGURES.format(file=name), expected=file_messages.SDMX_ML_MESSAGE)
    columns, before = message.list_columns()
    names = [one.name for one in columns]
    return FileTable(
        (*names[:before], _VALUE, *names[before:]), batch_coded(columns, _VALUE, message.values, before)
    )  # fmt: skip


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _Message:
    """What has been read of a message: its values, and for each concept the place of each row's text."""

    def __init__(self) -> None:
        self.values: list[str | None] = []
        self._texts: dict[str, dict[str, int]] = {}
        self._places: dict[str, array[int]] = {}
        self._dimensions: dict[str, None] = {}
        self._attributes: dict[str, None] = {}
        self._dataset: dict[str, str] = {}
        self._series: dict[str, str] = {}
        self._groups: dict[tuple[str, ...], dict[tuple[str | None, ...], dict[str, str]]] = {}
        self._observed = _TIME
        self._is_generic = False

    @property
    def rows(self) -> int:
        """How many observations there are."""
        return len(self.values)

    def read(self, stream: IO[bytes], name: str) -> None:
        """Read the elements, and forget each when it has been read."""
        begins = {"Structure": self._note_structure, "DataSet": self._begin_dataset, "Series": self._begin_series}
        ends = {"Group": self._end_group, "SeriesKey": self._end_series_key, "Key": self._end_utility_key,
                "Obs": self._end_observation}  # fmt: skip
        is_first, waiting = True, 0
        for event, element in etree.iterparse(
            stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
            remove_comments=True, remove_pis=True,
        ):  # fmt: skip
            tag = _name(element)
            if is_first:
                self._check_root(element, tag, name)
                is_first = False
            if event == "start":
                waiting += 1
                check_width(len(element.attrib), name)
                if waiting > _MOST_WAITING or len(self._groups) > _MOST_GROUPINGS:
                    raise DataError(file_messages.DAMAGED_XML.format(file=name), expected=file_messages.SDMX_ML_MESSAGE)
                if tag in begins:
                    begins[tag](element)
                continue
            if tag in ends:
                ends[tag](element)
            elif tag == "Attributes" and _name(element.getparent()) in ("Series", "DataSet"):
                found = _read_concepts(element)
                self._attributes |= dict.fromkeys(found)
                (self._series if _name(element.getparent()) == "Series" else self._dataset).update(found)
            if tag in ("Obs", "Series", "Group", "DataSet"):
                _forget(element)
                waiting = 0
                if self.rows % _ROWS_CHECKED == 0 or len(self._places) > MOST_COLUMNS:
                    check_width(len(self._places), name)
                    self._check_memory(name)

    def _check_memory(self, name: str) -> None:
        distinct = sum(map(len, self._texts.values()))
        places = sum(map(len, self._places.values()))
        check_memory(_BYTES_OF_TEXT * (self.rows + distinct) + places * array("i").itemsize, name)

    def _check_root(self, root: Any, tag: str, name: str) -> None:
        if not _MESSAGES.fullmatch(tag):
            message = file_messages.OTHER_XML.format(file=name)
            raise DataError(
                message, found=f"<{tag}>", expected=file_messages.SDMX_ML_MESSAGE, hint=file_messages.DOWNLOAD_A_TABLE
            )
        self._is_generic = tag.startswith("Generic") or (root.nsmap.get(None) or "").endswith("/generic")

    def _note_structure(self, element: Any) -> None:
        observed = element.get("dimensionAtObservation") or ""
        self._observed = observed if observed and observed != "AllDimensions" else self._observed

    def _begin_dataset(self, element: Any) -> None:
        action = next((text for key, text in element.items() if key.rpartition("}")[2] == "action"), "")
        self._dataset = {} if self._is_generic else _read_plain(element)
        self._attributes |= dict.fromkeys(self._dataset)
        if action in ("Delete", "D"):
            self._dataset["ACTION"] = "D"
        self._groups = {}

    def _begin_series(self, element: Any) -> None:
        self._series = {} if self._is_generic else _read_plain(element)

    def _end_group(self, element: Any) -> None:
        """Keep the attributes of a group of series, given by some of their dimensions."""
        if self._is_generic:
            parts = {_name(child): _read_concepts(child) for child in element}
            key, given = parts.get("GroupKey", {}), parts.get("Attributes", {})
        else:
            every = _read_plain(element)
            key = {id: text for id, text in every.items() if not _is_attribute(id)}
            given = {id: text for id, text in every.items() if id not in key}
        self._attributes |= dict.fromkeys(given)
        self._groups.setdefault(tuple(key), {})[tuple(key.values())] = given

    def _end_series_key(self, element: Any) -> None:
        self._series.update(_read_concepts(element))
        self._dimensions |= dict.fromkeys(self._series)

    def _end_utility_key(self, element: Any) -> None:
        self._series.update(_read_children(element))
        self._dimensions |= dict.fromkeys(_read_children(element))

    def _end_observation(self, element: Any) -> None:
        found = self._read_generic(element) if self._is_generic else _read_plain(element) | _read_children(element)
        value = found.pop(_VALUE, None)
        row = self._dataset | self._series | found
        for ids, groups in self._groups.items():
            row = groups.get(tuple(map(row.get, ids)), {}) | row
        self.values.append(value)
        for id, text in row.items():
            known = self._texts.setdefault(id, {})
            places = self._places.setdefault(id, array("i"))
            places.extend([-1] * (self.rows - 1 - len(places)))
            places.append(known.setdefault(text, len(known)))

    def _read_generic(self, element: Any) -> dict[str, str]:
        found: dict[str, str] = {}
        for child in element:
            tag = _name(child)
            if tag == "ObsKey":
                key = _read_concepts(child)
                self._dimensions |= dict.fromkeys(key)
                found |= key
            elif tag in ("ObsDimension", "Time"):
                id = _OTHER_VALUES.get(child.get("id") or "", child.get("id")) or self._observed
                found[id] = clean_text(child.get("value") or child.text or "")
                self._dimensions.setdefault(id)
            elif tag == "ObsValue":
                found[_VALUE] = child.get("value") or ""
            elif tag == "Attributes":
                given = _read_concepts(child)
                self._attributes |= dict.fromkeys(given)
                found |= given
        return found

    def list_columns(self) -> tuple[list[CodedColumn], int]:
        """List the columns, dimensions first, and count these."""
        ids = [*self._dimensions, *(id for id in self._places if id not in self._dimensions)]
        before = [id for id in ids if not self._is_attribute(id)]
        columns = []
        for id in [*before, *(id for id in ids if id not in before)]:
            places = np.frombuffer(self._places[id], dtype=np.int32)
            padded = np.concatenate([places, np.full(self.rows - len(places), -1, dtype=np.int32)])
            columns.append(CodedColumn(id, list(self._texts[id]), padded))
        return columns, len(before)

    def _is_attribute(self, id: str) -> bool:
        if id in self._dimensions:
            return False
        return self._is_generic or id in self._attributes or _is_attribute(id)


def _is_attribute(id: str) -> bool:
    return id != _TIME and (_ATTRIBUTE.fullmatch(id) is not None or id == "ACTION")


def _read_plain(element: Any) -> dict[str, str]:
    """Read the attributes of an element of a structure-specific message."""
    found = {_OTHER_VALUES.get(key, key): clean_text(text) for key, text in element.items() if not key.startswith("{")}
    return {key: text for key, text in found.items() if key not in _ABOUT_MESSAGE}


def _read_children(element: Any) -> dict[str, str]:
    """Read what a utility message of SDMX 1.0 and 2.0 has in elements instead of attributes."""
    found = {_name(child): clean_text(child.text or "") for child in element if not len(child)}
    return {_OTHER_VALUES.get(id, id): text for id, text in found.items() if id and text}


def _read_concepts(element: Any) -> dict[str, str]:
    """Read the values of a key or of attributes in a generic message."""
    return dict(_list_concepts(element))


def _list_concepts(element: Any) -> Iterator[tuple[str, str]]:
    for child in element:
        id = child.get("id") or child.get("concept")
        if id:
            yield _OTHER_VALUES.get(id, id), clean_text(child.get("value") or child.text or "")


def _forget(element: Any) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]

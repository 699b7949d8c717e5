"""The contents of a store: indicators and areas as tables, citations, and imports of users' files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from indicators.errors import PeriodError
from indicators.model.codelists import fold_name
from indicators.model.origins import CitationStyle, cite_origins
from indicators.store import StoreLike, open_catalogue
from indicators.view import messages
from indicators.view.searching import read_search

if TYPE_CHECKING:
    import pandas as pd

    from indicators.importing import ColumnMapping, ImportReport
    from indicators.model.catalogue import Catalogue
    from indicators.model.observations import Indicator

DecimalName = Literal["point", "comma"]
_INDICATOR_COLUMNS: Final = (
    "id", "name", "unit", "measure", "topic", "section", "frequency", "code", "last_year", "updated", "withdrawn",
    "datasets", "description",
)  # fmt: skip
_AREA_COLUMNS: Final = ("code", "name", "kind", "members")


def search(text: str, *, store: StoreLike = None) -> pd.DataFrame:
    """Find indicators by words in their names, codes, sections and synonyms; typing errors are forgiven.

    Names of countries and years among the words are set aside: ``cpi usa`` finds what ``cpi`` does.

    Args:
        text: What to look for, such as ``"digital economy"``.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        The columns of `list_indicators`, the best match first; no rows if nothing fits.

    >>> search("inflaton")["id"].head(1).tolist()
    ['inflation']
    """
    catalogue = open_catalogue(store)
    return _tabulate(catalogue, read_search(text, catalogue).indicators, store)


def list_indicators(*, topic: str = "", dataset: str = "", store: StoreLike = None) -> pd.DataFrame:
    """List the indicators of a store.

    Args:
        topic: Only those of this topic, or of a section of this name.
        dataset: Only those of this dataset, given by its id.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        One row per indicator, in the order of the topics: ``id``, ``name``, ``unit``, ``measure``, ``topic`` and its
        ``section``, ``frequency`` (``A`` for yearly, as in SDMX), the publisher's ``code``, the ``last_year`` with an
        actual value of any area, the day on which it was last ``updated``, since when its publisher has ``withdrawn``
        it, the ids of the ``datasets`` that hold its figures (with a space between) and a ``description``.

    Raises:
        UnknownNameError: The dataset is unknown; the message suggests the nearest.

    >>> list_indicators(dataset="raec")["section"].unique().tolist()
    ['Digital economy', 'Internet and telephones']
    """
    catalogue = open_catalogue(store)
    ids = set(catalogue.find_dataset(dataset).indicators) if dataset else None
    return _tabulate(
        catalogue,
        [
            one
            for one in catalogue.indicators
            if (ids is None or one.id in ids)
            and (not topic or fold_name(topic) in (fold_name(one.topic), fold_name(one.section)))
        ],
        store,
    )


def list_areas(*, kind: Literal["", "country", "group"] = "", store: StoreLike = None) -> pd.DataFrame:
    """List the countries and groups of a store.

    Args:
        kind: Only countries or only groups.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        One row per area: ``code``, ``name``, ``kind``, and the codes of the present ``members`` of a group (with a
        space between).

    >>> areas = list_areas(kind="group").set_index("code")
    >>> areas.loc["G7", "members"]
    'CAN DEU FRA GBR ITA JPN USA'
    """
    import pandas as pd

    catalogue = open_catalogue(store)
    groups = {group.code: group for group in catalogue.groups}
    rows = [
        (area.code, area.name, area.kind, " ".join(groups[area.code].members()) if area.code in groups else "")
        for area in catalogue.areas
    ]
    others = [group for group in catalogue.groups if group.code not in catalogue.areas.by_code]
    rows += [(group.code, group.name, "group", " ".join(group.members())) for group in others]
    return pd.DataFrame([row for row in rows if kind in ("", row[2])], columns=list(_AREA_COLUMNS))


def cite(name: str, *, style: CitationStyle = "text", store: StoreLike = None) -> str:
    """Return the citations of the sources of an indicator or a dataset.

    Args:
        name: An indicator or a dataset.
        style: ``"text"``, ``"bibtex"``, ``"csl"`` (a JSON array) or ``"ris"``.
        store: Another store than the default: an open one, its folder or its address.

    Raises:
        UnknownNameError: The name is unknown; the message suggests the nearest.

    >>> cite("gdp").startswith("World Bank")
    True
    """
    return cite_origins(open_catalogue(store).find_origins_of(name), style)


def import_file(  # noqa: PLR0913  each describes the file
    path: str | os.PathLike[str],
    *,
    dataset: str,
    mapping: ColumnMapping | str | os.PathLike[str] | None = None,
    title: str = "",
    publisher: str = "",
    url: str = "",
    vintage: str | date = "",
    unit: str = "",
    country: str = "",
    dimensions: Sequence[str] = (),
    ignore: Sequence[str] = (),
    own_areas: bool = False,
    encoding: str = "",
    decimal: DecimalName | None = None,
    dates: str = "",
    sheet: str = "",
    header: str = "",
    keep_blanks: bool = False,
    negative_parentheses: bool = False,
    store: str | os.PathLike[str] | None = None,
    progress: Callable[[str, float], None] = lambda _stage, _done: None,
) -> ImportReport:
    """Import a file as a new dataset of your own, or as a new release of one.

    Args:
        path: CSV, XLSX, XLS, ODS, Parquet, Feather, Stata, SPSS, JSON-stat, PX or SDMX; a zip or gz of one; or
            ``datapackage.json``.
        dataset: The id of the dataset: lowercase letters, digits and hyphens.
        mapping: Which column holds what, as a `ColumnMapping` or a YAML file of one; the rest is detected.
        title: The title of the dataset; its id if left out.
        publisher: The publisher; the name of the file if left out.
        url: The page of the source.
        vintage: The date from which the figures were known (``"2025-09-29"``); today if left out.
        unit: The unit of all values, if the file does not give it.
        country: The country of all rows, if the file does not give it.
        dimensions: Columns that tell series apart, besides those that are recognised.
        ignore: Columns to leave aside.
        own_areas: Whether areas that are not countries or groups, such as regions or companies, are areas of your own.
        encoding: The encoding of a CSV file; detected if left out.
        decimal: The decimal mark, ``"point"`` or ``"comma"``; detected if left out.
        dates: Rules for dates that the file leaves open: ``"day-first"``, ``"2019/20=2019-04"``; detected if left out.
        sheet: The sheet of a workbook, or the table of a package or zip.
        header: The line of the header, such as ``"3"``, or its first and last line; detected if left out.
        keep_blanks: Whether blank cells below the first of a block stay blank.
        negative_parentheses: Whether numbers in parentheses are negative; detected if left out.
        store: The folder of your own figures; the default one if left out.
        progress: Called with the stage and the part of it that is done, from 0 to 1.

    Returns:
        What was read, taken and refused; ``print(report.text)`` shows it.

    Raises:
        DataError: The file cannot be read.
        UsageError: A needed column was not recognised, or an option is not valid.
        StoreError: The store cannot be written; nothing in it was changed.
    """
    from indicators.files import find_user_folder
    from indicators.importing import ColumnMapping, DatasetDetails, FileOptions, import_release, read_mapping

    if mapping is None:
        mapping = ColumnMapping()
    elif not isinstance(mapping, ColumnMapping):
        mapping = read_mapping(Path(mapping))
    mapping = replace(
        mapping, all_units=unit or mapping.all_units, one_area=country or mapping.one_area,
        dimensions=(*mapping.dimensions, *dimensions), ignore=(*mapping.ignore, *ignore),
        own_areas="all" if own_areas else mapping.own_areas,
    )  # fmt: skip
    described = DatasetDetails(dataset, title=title, publisher=publisher, url=url, vintage=_parse_date(vintage))
    options = FileOptions(
        encoding=encoding,
        decimal=None if decimal is None else "." if decimal == "point" else ",",
        sheet=sheet,
        dates=dates,
        header=header,
        keep_blanks=keep_blanks,
        negative_parentheses=negative_parentheses,
    )
    folder = find_user_folder(store)
    return import_release(folder, Path(path), described, mapping=mapping, options=options, progress=progress)


def _tabulate(
    catalogue: Catalogue, indicators: tuple[Indicator, ...] | list[Indicator], store: StoreLike
) -> pd.DataFrame:
    import pandas as pd

    from indicators.store.ages import Age, list_ages

    ages = list_ages(store)
    unknown = Age("", None)

    rows = [
        (
            one.id, one.name, one.unit, one.measure.value, one.topic, one.section, one.frequency.value, one.code,
            ages.get(one.id, unknown).last_year, ages.get(one.id, unknown).updated, one.withdrawn,
            " ".join(dataset.id for dataset in catalogue.find_datasets_with(one.id)), one.description,
        )
        for one in indicators
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(_INDICATOR_COLUMNS)).astype({"last_year": "Int64"})


def _parse_date(text: str | date) -> date | None:
    if isinstance(text, date) or not text:
        return text or None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PeriodError(messages.NOT_A.format(what="date"), found=text, expected="2025-09-29") from None

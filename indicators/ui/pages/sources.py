"""Sources: every dataset in one table, and one of them with its indicators and where it was retrieved."""

from urllib.parse import urlsplit

import streamlit as st

from indicators.model.formatting import count_noun
from indicators.model.observations import Dataset
from indicators.store.query import Extent
from indicators.ui import loaders
from indicators.ui.components.credits import show_sources
from indicators.ui.components.data_grid import DataGrid, GridCell, GridColumn, GridSection, show_grid
from indicators.ui.components.elements import escape_markdown
from indicators.ui.messages import pages as messages
from indicators.view.calendar import find_next_release

COLUMNS = (
    GridColumn(messages.PUBLISHER, is_sortable=True, width=13),
    GridColumn(messages.DATASET, is_sortable=True, width=22),
    GridColumn(messages.FIGURES, help=messages.FIGURES_HELP, is_number=True, is_sortable=True, width=7),
    GridColumn(messages.INDICATORS_OF_DATASET, is_number=True, is_main=False, is_sortable=True, width=7),
    GridColumn(messages.AREAS, is_number=True, is_main=False, is_sortable=True, width=9),
    GridColumn(messages.SPAN, is_main=False, is_sortable=True, width=9),
    GridColumn(messages.UPDATED, is_main=False, is_sortable=True, width=9),
    GridColumn(messages.LICENCE, is_main=False, is_sortable=True, width=11),
    GridColumn(messages.WEBSITE, is_main=False, width=13),
)

NO_EXTENT = Extent(0, 0, 0, 0)

known = loaders.get_catalogue()


def describe_dataset(dataset: Dataset, extent: Extent, updated: str) -> tuple[GridCell, ...]:
    """Return the row of a dataset."""
    link = next((one.url_main for one in dataset.origins if one.url_main), "")
    return (
        GridCell(dataset.publisher),
        GridCell(dataset.title, link=f"sources?dataset={dataset.id}"),
        cell_of_number(extent.figures),
        cell_of_number(len(dataset.indicators)),
        cell_of_number(extent.areas),
        GridCell("–".join(dict.fromkeys((str(extent.first_year), str(extent.last_year)))) if extent.figures else ""),
        GridCell(updated),
        GridCell(", ".join(dict.fromkeys(one.licence.name for one in dataset.origins if one.licence))),
        GridCell(urlsplit(link).netloc.removeprefix("www."), link=link),
    )


def cell_of_number(number: int) -> GridCell:
    """Return the cell of a number."""
    return GridCell(f"{number:,}", order=number)


def tabulate_datasets() -> DataGrid:
    """Make the table of all datasets, by publisher."""
    extents, updates = loaders.get_store().read_extents(), loaders.load_last_updates()
    datasets = sorted(known.datasets, key=lambda one: (one.publisher.casefold(), one.title))
    rows = (describe_dataset(one, extents.get(one.id, NO_EXTENT), updates.get(one.id, "")) for one in datasets)
    return DataGrid(messages.PAGE_TITLES["sources"], COLUMNS, (GridSection("", tuple(rows)),))


def show_dataset(dataset: Dataset) -> None:
    """Show what a dataset holds and where it was retrieved."""
    st.markdown(f"#### {escape_markdown(dataset.title)}")
    st.markdown(escape_markdown(dataset.description))
    names = sorted(known.find_indicator(id).name for id in dataset.indicators)
    st.markdown(f"**{messages.INDICATORS_OF_DATASET}:** {escape_markdown('; '.join(names))}")
    if next_release := find_next_release(loaders.get_store(), dataset):
        st.markdown(escape_markdown(next_release.text))
    show_sources(dataset.origins, heading=messages.RETRIEVED_FROM)


st.markdown(f"# {messages.PAGE_TITLES['sources']}")
datasets = count_noun(len(known.datasets), *messages.DATASET_NOUN)
indicators = count_noun(len(known.indicators), *messages.INDICATOR_NOUN)
st.caption(messages.SOURCES_INTRO.format(datasets=datasets, indicators=indicators))
for dataset in known.datasets:
    if dataset.id == st.query_params.get("dataset"):
        show_dataset(dataset)
show_grid(loaders.keep_made(("sources",), tabulate_datasets), key="sources")

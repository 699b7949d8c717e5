"""Add data: a file of the user's own becomes a dataset, after a review of how it is read."""

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from indicators.errors import IndicatorsError
from indicators.files import find_user_folder
from indicators.importing import (
    MOST_REHEARSED,
    ColumnMapping,
    DatasetDetails,
    FileOptions,
    import_release,
    open_source,
    read_mapping,
)
from indicators.importing.dataset_archives import find_archived_id
from indicators.importing.file_kinds import IMPORT_SUFFIXES
from indicators.importing.number_columns import DecimalMark
from indicators.model.formatting import join_names
from indicators.ui import loaders
from indicators.ui.access import editing, find_own_folder
from indicators.ui.components.elements import escape_markdown, is_pressed
from indicators.ui.components.file_upload import edit_mapping, keep_upload
from indicators.ui.components.imports import show_decisions, show_import_report, show_rehearsal
from indicators.ui.components.own_datasets import show_own_datasets
from indicators.ui.messages import add_data as messages
from indicators.ui.messages import exploration, pages

FILE_SUFFIXES = [suffix.removeprefix(".") for suffix in IMPORT_SUFFIXES]
MARKS: dict[str, DecimalMark | None] = {"": None, ".": ".", ",": ","}
PREVIEW_ROWS = 8


def pick_form(uploaded: UploadedFile) -> FileOptions:
    """Let the user say how the file is written."""
    with st.expander(messages.FILE_OPTIONS):
        encoding, mark, dates = st.columns(3)
        sheet, header, blanks = st.columns(3, vertical_alignment="bottom")
        return FileOptions(
            name=uploaded.name,
            encoding=encoding.text_input(
                messages.FILE_ENCODING, placeholder=messages.DETECTED, help=messages.ENCODING_HELP
            ),
            decimal=MARKS[
                mark.selectbox(
                    messages.DECIMAL_MARK, list(MARKS), format_func=messages.DECIMAL_MARK_CHOICES.__getitem__
                )
            ],
            dates=dates.selectbox(
                messages.DATES,
                list(messages.DATES_CHOICES),
                help=messages.DATES_HELP,
                accept_new_options=True,
                format_func=lambda rule: messages.DATES_CHOICES.get(rule, rule),
            )
            or "",
            sheet=sheet.text_input(messages.SHEET, placeholder=messages.FIRST_SHEET, help=messages.SHEET_HELP),
            header=header.text_input(messages.HEADER, placeholder=messages.DETECTED, help=messages.HEADER_HELP),
            keep_blanks=blanks.checkbox(messages.KEEP_BLANKS, help=messages.KEEP_BLANKS_HELP),
            negative_parentheses=blanks.checkbox(messages.NEGATIVE, help=messages.NEGATIVE_HELP),
        )


def describe_dataset(uploaded: UploadedFile) -> tuple[DatasetDetails, str, str]:
    """Let the user describe the dataset: its names and source, and the unit and country of all rows."""
    suggested = re.sub(r"[^a-z0-9]+", "-", Path(uploaded.name).stem.casefold()).strip("-")
    left, right = st.columns(2)
    id = left.text_input(messages.DATASET_ID, suggested, help=messages.DATASET_ID_HELP)
    title = right.text_input(messages.TITLE, placeholder=messages.SAME_AS_ID)
    publisher = left.text_input(exploration.COLUMN_PUBLISHER, placeholder=uploaded.name)
    url = right.text_input(messages.URL, placeholder=messages.URL_PLACEHOLDER)
    unit = left.text_input(messages.ALL_UNITS, placeholder=messages.FROM_FILE, help=messages.ALL_UNITS_HELP)
    country = right.text_input(messages.ALL_COUNTRIES, placeholder=messages.FROM_FILE)
    return DatasetDetails(id.strip(), title=title, publisher=publisher, url=url), unit, country


def pick_settings(path: Path, mapping: ColumnMapping) -> ColumnMapping:
    """Let the user say which areas and units are meant, as a mapping file does."""
    with st.expander(messages.AREAS_AND_UNITS):
        takes_own = st.checkbox(messages.OWN_AREAS, help=messages.OWN_AREAS_HELP)
        text = st.text_area(messages.SETTINGS, placeholder=messages.SETTINGS_PLACEHOLDER, help=messages.SETTINGS_HELP)
    settings = path.with_name("settings.yaml")
    settings.write_text(text, encoding="utf-8")
    given = read_mapping(settings)
    own = "all" if takes_own else given.own_areas
    return replace(mapping, areas=given.areas, own_areas=own, area_codes=given.area_codes, units=given.units)


def show_preview(home: Path, path: Path, mapping: ColumnMapping, shape: FileOptions) -> None:
    """Show what an import would do, or what the file leaves open; of a large file only what is decided about it."""
    try:
        if path.stat().st_size > MOST_REHEARSED:
            show_decisions(loaders.load_file_decisions(path, mapping, shape))
        else:
            show_rehearsal(loaders.load_rehearsal(home, path, mapping, shape))
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))


def pick_folder() -> Path:
    """Let the user say who sees the figures, where people log in: until they share them, nobody else does."""
    own = find_own_folder()
    if own is None:
        return folder
    names = {messages.ONLY_YOU: own, messages.EVERYONE: folder}
    return names[st.radio(messages.WHO_SEES_IT, list(names), horizontal=True)]


def run_import(home: Path, path: Path, about: DatasetDetails, mapping: ColumnMapping, shape: FileOptions) -> None:
    """Import the file and show the report, or the error."""
    bar = st.progress(0.0, messages.READING_FILE)

    def show(stage: str, done: float) -> None:
        bar.progress(done, stage)

    try:
        with editing():
            report = import_release(home, path, about, mapping=mapping, options=shape, progress=show)
    except IndicatorsError as error:
        bar.empty()
        st.error(escape_markdown(str(error)))
        return
    bar.empty()
    stored = [dataset for dataset in loaders.get_catalogue().datasets if dataset.id == report.dataset]
    ids = stored[0].indicators if stored else ()
    show_import_report(report, ids, loaders.load_coverage(ids).areas if ids else ())


def review_upload(uploaded: UploadedFile) -> None:
    """Show how a file is read, and import it when the user agrees."""
    path = keep_upload(uploaded)
    if archived := find_archived_id(path):
        st.info(escape_markdown(messages.ARCHIVE.format(id=archived)))
        home = pick_folder()
        if is_pressed(messages.IMPORT_ARCHIVE):
            run_import(home, path, DatasetDetails(archived), ColumnMapping(), FileOptions(name=uploaded.name))
        return
    shape = pick_form(uploaded)
    try:
        with open_source(path, shape) as source:
            st.markdown(f"#### {messages.COLUMNS_HEADING}")
            for remark in source.remarks:
                st.caption(escape_markdown(remark))
            rows = [dict(zip(source.columns, row, strict=False)) for row in source.sample[:PREVIEW_ROWS]]
            st.dataframe(pd.DataFrame(rows, columns=source.columns), hide_index=True, placeholder="")
            mapping = edit_mapping(
                source, key=f"columns {uploaded.file_id} {shape.sheet} {shape.encoding} {shape.header}"
            )
    except IndicatorsError as error:
        st.error(escape_markdown(str(error)))
        return
    st.markdown(f"#### {messages.DATASET_HEADING}")
    about, unit, country = describe_dataset(uploaded)
    mapping = replace(mapping, all_units=unit, one_area="" if mapping.area or mapping.area_name else country)
    home = pick_folder()
    try:
        mapping = pick_settings(path, mapping)
    except IndicatorsError as error:
        st.error(escape_markdown(str(error)))
        st.stop()
    if mapping.missing:
        st.info(messages.COLUMNS_MISSING.format(missing=join_names(mapping.missing)))
    else:
        show_preview(home, path, mapping, shape)
    if is_pressed(messages.IMPORT, disabled=bool(mapping.missing)):
        run_import(home, path, about, mapping, shape)


folder = find_user_folder()
st.markdown(f"# {pages.PAGE_TITLES['add_data']}")
is_here = find_own_folder() is None  # people who log in are at other machines, and need not know its folders
intro = messages.ADD_DATA_INTRO.format(folder=escape_markdown(str(folder))) if is_here else messages.ADD_DATA_ON_SERVER
st.caption(intro)
uploaded = st.file_uploader(messages.FILE_TYPES, type=FILE_SUFFIXES)
if uploaded is not None:
    review_upload(uploaded)
show_own_datasets(folder, loaders.get_store())

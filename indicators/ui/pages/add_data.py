"""Add data: a file of the reader's own becomes a dataset, after a look at how it is read."""

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from indicators.errors import IndicatorsError
from indicators.files import find_store_location, resolve_user_folder
from indicators.importing import ColumnMapping, DatasetDetails, FileOptions, import_release, open_source
from indicators.importing.number_columns import DecimalMark
from indicators.model.formatting import join_names
from indicators.ui import loaders
from indicators.ui.components.basics import escape_markdown
from indicators.ui.components.file_upload import edit_mapping, keep_upload
from indicators.ui.components.imports import show_import_report, show_own_datasets

KINDS = ["csv", "tsv", "txt", "xls", "xlsx", "parquet", "zip", "json"]
MARKS: dict[str, DecimalMark | None] = {"told from the figures": None, "point": ".", "comma": ","}
PREVIEW = 8


def form(uploaded: UploadedFile) -> FileOptions:
    """How the file is written, where the reader knows it better."""
    with st.expander("The file is not read rightly?"):
        encoding, mark, sheet = st.columns(3)
        return FileOptions(
            name=uploaded.name,
            encoding=encoding.text_input("Encoding", placeholder="found out", help="Such as windows-1251."),
            decimal=MARKS[mark.selectbox("Decimal mark", list(MARKS))],
            sheet=sheet.text_input("Sheet or table", placeholder="the first", help="Of a workbook, zip or package."),
        )


def described(uploaded: UploadedFile) -> tuple[DatasetDetails, str, str]:
    """What the dataset is called, and the unit and country of all its rows."""
    suggested = re.sub(r"[^a-z0-9]+", "-", Path(uploaded.name).stem.casefold()).strip("-")
    left, right = st.columns(2)
    id = left.text_input("Id", suggested, help="Its name in commands and addresses: small letters, digits, hyphens.")
    title = right.text_input("Title", placeholder="as the id")
    publisher = left.text_input("Published by", placeholder=uploaded.name)
    url = right.text_input("Found at", placeholder="https://…")
    unit = left.text_input("Unit of all values", placeholder="as the file says", help="Such as million EUR or %.")
    country = right.text_input("Country of all rows", placeholder="as the file says")
    return DatasetDetails(id.strip(), title=title, publisher=publisher, url=url), unit, country


def import_it(path: Path, about: DatasetDetails, mapping: ColumnMapping, shape: FileOptions) -> None:
    """Import the file and show the report; what is wrong is a sentence."""
    bar = st.progress(0.0, "Reading")

    def show(stage: str, done: float) -> None:
        bar.progress(done, stage)

    try:
        report = import_release(folder, path, about, mapping=mapping, form=shape, progress=show)
    except IndicatorsError as error:
        bar.empty()
        st.error(escape_markdown(str(error)))
        return
    bar.empty()
    stored = [dataset for dataset in loaders.catalogue().datasets if dataset.id == report.dataset]
    ids = stored[0].indicators if stored else ()
    show_import_report(report, ids, loaders.coverage(ids).areas if ids else ())


folder = resolve_user_folder(find_store_location())
st.markdown("## Add data")
st.caption(
    "A table of your own beside the figures here: charted, converted and cited like them. It stays on this machine, in "
    f"{escape_markdown(str(folder))}."
)
uploaded = st.file_uploader("CSV, Excel, Parquet, a zip of one, or a Frictionless data package", type=KINDS)
if uploaded is not None:
    path = keep_upload(uploaded)
    shape = form(uploaded)
    try:
        with open_source(path, shape) as source:
            st.markdown("#### How it is read")
            for remark in source.remarks:
                st.caption(escape_markdown(remark))
            rows = [dict(zip(source.columns, row, strict=False)) for row in source.sample[:PREVIEW]]
            st.dataframe(pd.DataFrame(rows, columns=source.columns), hide_index=True, placeholder="")
            mapping = edit_mapping(source, key=f"columns {uploaded.file_id} {shape.sheet} {shape.encoding}")
    except IndicatorsError as error:
        st.error(escape_markdown(str(error)))
        st.stop()
    st.markdown("#### What it is")
    about, unit, country = described(uploaded)
    mapping = replace(mapping, all_units=unit, one_area="" if mapping.area or mapping.area_name else country)
    if mapping.missing:
        st.info(f"Not recognised yet: {join_names(mapping.missing)}. Say above what the columns hold.")
    if st.button("Import", type="primary", disabled=bool(mapping.missing)):
        import_it(path, about, mapping, shape)
show_own_datasets(loaders.store())

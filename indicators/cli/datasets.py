"""The commands for a reader's own figures: ``import`` and ``diff``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from indicators.cli.application import StoreOption, app, said_plainly

__all__ = ["diff", "import_"]


class DecimalChoice(StrEnum):
    """The marks before decimals."""

    POINT = "point"
    COMMA = "comma"


class DiffFormat(StrEnum):
    """The forms in which changes are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@app.command("import")
@said_plainly
def import_(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX, Parquet, a zip of one, or datapackage.json.")],
    dataset: Annotated[str, typer.Option(help="The id of the dataset: small letters, digits and hyphens.")],
    mapping: Annotated[
        Path | None, typer.Option(help="YAML that says which column is what; the rest is recognised.")
    ] = None,
    title: Annotated[str, typer.Option(help="The title of the dataset.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it; the name of the file if left out.")] = "",
    url: Annotated[str, typer.Option(help="Where it was found.")] = "",
    vintage: Annotated[str, typer.Option(help="The day from which it was known, YYYY-MM-DD; today if left out.")] = "",
    unit: Annotated[str, typer.Option(help="The unit of all values, where the file says none: million EUR.")] = "",
    country: Annotated[str, typer.Option(help="The country of all rows, where the file says none.")] = "",
    encoding: Annotated[str, typer.Option(help="The encoding of a CSV file, such as windows-1251.")] = "",
    decimal: Annotated[DecimalChoice | None, typer.Option(help="The decimal mark; told from the figures.")] = None,
    sheet: Annotated[str, typer.Option(help="The sheet of a workbook, or the table of a package or zip.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    store: StoreOption = "",
) -> None:
    """Import a file as a new dataset of your own, or as a new release of one."""
    from dataclasses import replace

    import pyarrow as pa

    from indicators.cli.progress import shown_progress
    from indicators.files import find_store_location, resolve_user_folder
    from indicators.importing import Described, FileForm, Mapping, import_file, read_mapping
    from indicators.importing.number_columns import DecimalMark

    pa.set_memory_pool(pa.system_memory_pool())  # it gives back what is freed: a long file, a bounded memory
    said = read_mapping(mapping) if mapping else Mapping()
    said = replace(said, all_units=unit or said.all_units, one_area=country or said.one_area)
    described = Described(dataset, title=title, publisher=publisher, url=url, vintage=_day(vintage))
    marks: dict[DecimalChoice, DecimalMark] = {DecimalChoice.POINT: ".", DecimalChoice.COMMA: ","}
    form = FileForm(encoding=encoding, decimal=marks[decimal] if decimal else None, sheet=sheet)
    with shown_progress() as show:
        report = import_file(
            resolve_user_folder(find_store_location(store)), file, described, mapping=said, form=form, progress=show
        )
    typer.echo(report.as_json if as_json else report.text)
    if report.read and not report.taken:
        raise typer.Exit(1)


@app.command()
@said_plainly
def diff(
    dataset: Annotated[str, typer.Argument(help="The dataset.")],
    since: Annotated[str, typer.Option("--from", help="A release or a day; the release before the last.")] = "",
    until: Annotated[str, typer.Option("--to", help="A release or a day; the last release.")] = "",
    format: Annotated[DiffFormat, typer.Option(help="How to print.")] = DiffFormat.TABLE,
    store: StoreOption = "",
) -> None:
    """Show which figures of a dataset are new, revised or withdrawn between two of its releases."""
    from indicators.exports.revisions import revisions_to_csv, revisions_to_json, revisions_to_text
    from indicators.store import open_store
    from indicators.store.release_comparison import find_revisions

    found = find_revisions(open_store(), dataset, since=since, until=until)
    write = {DiffFormat.TABLE: revisions_to_text, DiffFormat.CSV: revisions_to_csv, DiffFormat.JSON: revisions_to_json}
    typer.echo(write[format](found), nl=format is not DiffFormat.CSV)


def _day(text: str) -> date | None:
    from indicators.errors import UsageError

    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("This is not a day.", found=text, expected="a day such as 2025-09-29") from None

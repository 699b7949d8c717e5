"""Add and check datasets: ``import``, ``diff`` and ``validate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from indicators.cli import messages
from indicators.cli.application import StoreOption, show_progress
from indicators.errors import DatasetFaultsError, UsageError
from indicators.model.formatting import align_columns


def import_dataset(
    file: Annotated[
        Path,
        typer.Argument(
            help="CSV, XLSX, XLS, ODS, Parquet, Feather, Stata, SPSS, JSON-stat, PX or SDMX; "
            "a zip or gz of one; or datapackage.json."
        ),
    ],
    dataset: Annotated[str, typer.Option(help="The id of the dataset: lowercase letters, digits and hyphens.")],
    mapping: Annotated[
        Path | None, typer.Option(help="A YAML file that says what each column holds. Default: detected.")
    ] = None,
    title: Annotated[str, typer.Option(help="The title of the dataset.")] = "",
    publisher: Annotated[str, typer.Option(help="The publisher. Default: the name of the file.")] = "",
    url: Annotated[str, typer.Option(help="The page of the source.")] = "",
    vintage: Annotated[
        str, typer.Option(help="The date from which the figures were known, YYYY-MM-DD. Default: today.")
    ] = "",
    unit: Annotated[str, typer.Option(help="The unit of all values, if the file does not give it: million EUR.")] = "",
    country: Annotated[str, typer.Option(help="The country of all rows, if the file does not give it.")] = "",
    dimension: Annotated[
        list[str] | None, typer.Option(help="A column that tells series apart, such as Sex. Can be repeated.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="A column to leave aside, such as a comment. Can be repeated.")
    ] = None,
    own_areas: Annotated[
        bool, typer.Option("--own-areas", help="Take regions, cities or companies as areas of your own.")
    ] = False,
    encoding: Annotated[str, typer.Option(help="The encoding of a CSV file, such as windows-1251.")] = "",
    decimal: Annotated[
        Literal["point", "comma"] | None, typer.Option(help="The decimal mark. Default: detected.")
    ] = None,
    dates: Annotated[
        str,
        typer.Option(
            help="How dates are meant that the file leaves open: day-first, month-first, months, quarters, days, "
            "monthly, quarterly, half-yearly, annual, buddhist, gregorian, pivot-50, or when fiscal years begin: "
            "2019/20=2019-04."
        ),
    ] = "",
    sheet: Annotated[str, typer.Option(help="The sheet of a workbook, or the table of a package or zip.")] = "",
    header: Annotated[str, typer.Option(help="The line of the header, such as 3, its lines: 3-4, or none.")] = "",
    keep_blanks: Annotated[
        bool, typer.Option("--keep-blanks", help="Don't fill blank cells below the first of a block.")
    ] = False,
    negative_parentheses: Annotated[
        bool, typer.Option("--negative-parentheses", help="Numbers in parentheses are negative. Default: detected.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    store: StoreOption = "",
) -> None:
    """Import a file as a dataset of your own.

    A file imported again becomes a new release of its dataset.
    """
    import pyarrow as pa

    from indicators.view.discovery import import_file

    pa.set_memory_pool(pa.system_memory_pool())  # it returns freed memory, so a long file needs little of it
    with show_progress() as show:
        report = import_file(
            file, dataset=dataset, mapping=mapping, title=title, publisher=publisher, url=url, vintage=vintage,
            unit=unit, country=country, dimensions=dimension or (), ignore=ignore or (), own_areas=own_areas,
            encoding=encoding, decimal=decimal, dates=dates, sheet=sheet, header=header, keep_blanks=keep_blanks,
            negative_parentheses=negative_parentheses, store=store, progress=show,
        )  # fmt: skip
    typer.echo(report.as_json if as_json else report.text)
    if report.read and not report.taken:
        raise typer.Exit(1)


def diff_releases(
    dataset: Annotated[str, typer.Argument(help="The dataset.")],
    since: Annotated[str, typer.Option("--from", help="A release or a date. Default: the release before last.")] = "",
    until: Annotated[str, typer.Option("--to", help="A release or a date. Default: the last release.")] = "",
    format: Annotated[Literal["table", "csv", "json"], typer.Option(help="The output format.")] = "table",
    store: StoreOption = "",
) -> None:
    """Compare two releases of a dataset.

    Shows which figures are new, revised or withdrawn.
    """
    from indicators.exports.revisions import revisions_to_csv, revisions_to_json, revisions_to_text
    from indicators.store import open_store
    from indicators.store.release_comparison import find_revisions

    found = find_revisions(open_store(store), dataset, since=since, until=until)
    write = {"table": revisions_to_text, "csv": revisions_to_csv, "json": revisions_to_json}
    typer.echo(write[format](found), nl=format != "csv")


def validate_files(
    path: Annotated[
        Path | None,
        typer.Argument(help="A folder of datasets, of one dataset, or a file. Default: the embedded datasets."),
    ] = None,
    own: Annotated[
        bool, typer.Option("--store", help="Check every file of your own store, and say what can be restored.")
    ] = False,
) -> None:
    """Check datasets and boards, and print every fault.

    Each fault names the file, the line, what was found and what was expected.
    """
    from indicators.boards.board import find_board_faults
    from indicators.files import find_data_folder, find_user_folder
    from indicators.files.store_faults import find_edits, find_store_faults
    from indicators.files.validation import validate

    if own:
        place = find_user_folder(path)
        faults = find_store_faults(place)
        for file, time in find_edits(place).items():
            typer.echo(messages.EDITED.format(file=file, time=time), err=True)
    else:
        place = path or find_data_folder()
        faults = () if place.parent.name == "boards" else validate(place)
    faults = (*faults, *find_board_faults(place))
    if faults:
        raise DatasetFaultsError(faults)
    typer.echo(messages.NO_FAULTS)


def restore_release(
    dataset: Annotated[str, typer.Argument(help="The id of the dataset.")],
    to: Annotated[str, typer.Option(help="The release to go back to. Default: the last intact one.")] = "",
    store: StoreOption = "",
) -> None:
    """Restore a dataset of your store to an earlier release.

    Later releases are moved aside, not deleted.
    """
    from indicators.files import find_user_folder
    from indicators.files.restoring import restore_dataset

    releases = restore_dataset(find_user_folder(store), dataset, to)
    typer.echo(messages.RESTORED.format(dataset=dataset, release=releases[-1], count=len(releases)), err=True)


def use_datasets(
    action: Annotated[
        Literal["list", "rename", "delete", "undelete", "export"],
        typer.Argument(help="list, rename, delete, undelete or export."),
    ],
    dataset: Annotated[str, typer.Argument(help="The id of a dataset of your own.")] = "",
    title: Annotated[str, typer.Option(help="The new title, to rename it.")] = "",
    publisher: Annotated[str, typer.Option(help="The new publisher, to rename it.")] = "",
    output: Annotated[Path | None, typer.Option(help="The zip file to export to. Default: ID.zip.")] = None,
    store: StoreOption = "",
) -> None:
    """List, rename, delete or export datasets of your own.

    A deleted dataset can be put back until the next visit of the page Add data. An exported one imports again.
    """
    from indicators.exports.saving import write_file
    from indicators.files import find_user_folder, own_datasets
    from indicators.importing.dataset_archives import export_dataset

    folder = find_user_folder(store)
    if action == "list":
        _list_datasets(folder)
        return
    if not dataset:
        raise UsageError(messages.NAME_DATASET, hint=messages.DATASETS_HINT)
    if action == "rename":
        own_datasets.rename_dataset(folder, dataset, title, publisher)
        typer.echo(messages.RENAMED.format(dataset=dataset, title=title), err=True)
    elif action == "delete":
        own_datasets.delete_dataset(folder, dataset)
        typer.echo(messages.DELETED.format(dataset=dataset), err=True)
    elif action == "undelete":
        own_datasets.undelete_dataset(folder, dataset)
        typer.echo(messages.UNDELETED.format(dataset=dataset), err=True)
    else:
        target = output or Path(f"{dataset}.zip")
        write_file(target, export_dataset(folder, dataset))
        typer.echo(messages.WROTE.format(path=target), err=True)


def _list_datasets(folder: Path) -> None:
    """Print a line for each dataset, and for each that can be put back."""
    from indicators.files.own_datasets import list_deleted, list_own_datasets

    rows = [
        (one.id, one.title, one.publisher, one.source, one.releases[-1], f"{len(one.releases)}", f"{one.rows:,}",
         one.readable_size, note)
        for found, note in ((list_own_datasets(folder), ""), (list_deleted(folder), messages.IS_DELETED))
        for one in found
    ]  # fmt: skip
    head = messages.DATASET_COLUMNS
    typer.echo("\n".join(align_columns([head, *rows], right=[5, 6, 7])) if rows else messages.NO_DATASETS)

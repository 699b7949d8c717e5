"""Messages of the page that imports a file."""

from __future__ import annotations

from typing import Final

ADD_DATA_ON_SERVER: Final = (
    "Import a table to chart, convert and cite it together with the data here. It stays on this server."
)
ADD_DATA_INTRO: Final = (
    "Import a table to chart, convert and cite it together with the data here. It stays on this computer, in {folder}."
)
FILE_TYPES: Final = (
    "CSV, Excel, ODS, Parquet, Feather, Stata, SPSS, JSON-stat, PX or SDMX, a zip or gz file with one of these, or a "
    "Frictionless data package"
)
FILE_OPTIONS: Final = "File not read correctly?"
FILE_ENCODING: Final = "Encoding"
ENCODING_HELP: Final = "Such as windows-1251."
DETECTED: Final = "detected"
DECIMAL_MARK: Final = "Decimal mark"
DECIMAL_MARK_CHOICES: Final = {"": "Detect automatically", ".": "Point", ",": "Comma"}
DATES: Final = "Dates"
DATES_CHOICES: Final = {
    "": "Detect automatically",
    "day-first": "Day first (31/12/2019)",
    "month-first": "Month first (12/31/2019)",
    "months": "Months (2019:3, 3/2019)",
    "quarters": "Quarters (2019:3, 2019.3)",
    "days": "Keep all dates as days",
    "monthly": "Each date stands for its month",
    "quarterly": "Each date stands for its quarter",
    "annual": "Each date stands for its year",
    "gregorian": "Gregorian years",
    "buddhist": "Buddhist years",
}
DATES_HELP: Final = "Or say when fiscal years begin by an example: 2019/20=2019-04, or FY2019=2018-10."
CONTROLS: Final = {
    "--decimal": "Decimal mark, under “File not read correctly?”",
    "--dates": "Dates, under “File not read correctly?”",
    "--encoding": "Encoding, under “File not read correctly?”",
    "--sheet": "Sheet or table, under “File not read correctly?”",
    "--header": "Line of the header, under “File not read correctly?”",
    "--keep-blanks": "Keep blank cells, under “File not read correctly?”",
    "--unit": "Unit of all values",
    "--dimension": "The table of columns",
    "--ignore": "The table of columns",
    "units:": "units: {theirs: ours}, under “Areas and units”",
}
SHEET: Final = "Sheet or table"
SHEET_HELP: Final = "The sheet of a workbook, or the table of a zip file or data package."
FIRST_SHEET: Final = "first"
HEADER: Final = "Line of the header"
HEADER_HELP: Final = "Such as 3, or 3-4 for a header of two lines; none if there is no header."
KEEP_BLANKS: Final = "Keep blank cells"
NEGATIVE: Final = "(5) is −5"
NEGATIVE_HELP: Final = "Numbers in parentheses are negative. Amounts of money are read so without a tick."
KEEP_BLANKS_HELP: Final = "Don't fill the blank cells below the first of a block with the text above them."
COLUMNS_HEADING: Final = "Columns"
COLUMN_NAME: Final = "Column"
COLUMN_CONTAINS: Final = "Contains"
COLUMN_EXAMPLES: Final = "Examples"
COLUMN_WHY: Final = "Why"
MAY_TELL_APART: Final = "Nothing says whether it tells series apart; please check."
COLUMN_ROLES: Final = {
    "": "ignored",
    "area": "country code",
    "area_name": "country name",
    "period": "year or other period",
    "value": "values",
    "indicator": "indicator code",
    "indicator_name": "indicator name",
    "unit": "unit",
    "unit_name": "unit name",
    "multiplier": "power of ten",
    "status": "status",
    "status_name": "status name",
    "counterpart": "partner country",
    "vintage": "publication date",
    "estimates_after": "last actual year",
    "frequency": "frequency",
    "subperiod": "month or quarter of the year",
    "dimension": "tells series apart",
    "action": "withdraws figures (SDMX ACTION)",
    "note": "note",
}
DATASET_HEADING: Final = "Dataset"
DATASET_ID: Final = "ID"
DATASET_ID_HELP: Final = "Its name in commands and addresses: lowercase letters, digits and hyphens."
TITLE: Final = "Title"
SAME_AS_ID: Final = "same as the ID"
URL: Final = "URL"
URL_PLACEHOLDER: Final = "https://…"
ALL_UNITS: Final = "Unit of all values"
ALL_UNITS_HELP: Final = "Such as million EUR or %."
ALL_COUNTRIES: Final = "Country of all rows"
AREAS_AND_UNITS: Final = "Areas and units"
OWN_AREAS: Final = "Take regions, cities or companies as areas of your own"
OWN_AREAS_HELP: Final = "Areas that are no countries or groups work everywhere except on the map."
SETTINGS: Final = "Which area or unit is meant"
SETTINGS_PLACEHOLDER: Final = "areas: {Congo: COD}\nunits: {Mrd. Kčs: billion CSK}\nown_areas: {DE_BY: Bavaria}"
SETTINGS_HELP: Final = (
    "As in a mapping file: areas, own_areas, units, and area_codes: M49 for numbers of the United Nations, or "
    "FIPS, IOC, WB or ISO."
)
FROM_FILE: Final = "as given in the file"
COLUMNS_MISSING: Final = "Not found yet: {missing}. Choose above what each column contains."
IMPORT: Final = "Import"
READING_FILE: Final = "Reading the file"
ROWS_READ: Final = "Rows read"
VALUES_IMPORTED: Final = "Values imported"
EMPTY_CELLS: Final = "Empty cells"
ROWS_REFUSED: Final = "Rows refused"
RELEASE_ADDED: Final = "{dataset} has a new release, {release}: {new} new, {changed} changed, {withdrawn} withdrawn."
SAME_DATA: Final = "Nothing changed: {dataset} already has this data."
ALL_ROWS_REFUSED: Final = "Nothing was imported: every row was refused."
OPEN_IN_EXPLORE: Final = "Open in Explore"
DECISIONS: Final = "How the file is read"
COLUMN_DECISION: Final = "Decision"
COLUMN_CHOSEN: Final = "Read as"
COLUMN_EVIDENCE: Final = "Why"
COLUMN_CHANGE: Final = "To change it"
REFUSED_ROWS: Final = "Refused rows"
COLUMN_LINE: Final = "Line"
COLUMN_FOUND: Final = "Found"
COLUMN_EXPECTED: Final = "Expected"
COLUMN_FIX: Final = "How to fix it"
COLUMN_ROWS: Final = "Rows"
DOWNLOAD_REFUSED: Final = "Download the refused rows"
DATASET_SKIPPED: Final = "A dataset was skipped: {fault}"
YOUR_DATASETS: Final = "Your datasets"
NO_DATASETS_YET: Final = "None yet. Import a file above."
SHARED_STORE: Final = (
    "Everyone who uses this dashboard shares one store: they see, rename, export and delete the datasets, boards and "
    "remembered verdicts in it. Texts that are checked are not stored."
)
SHARED_BY_CHOICE: Final = (
    "What you share is seen by everyone who can log in, and editors can rename, export and delete it. What is private "
    "is seen by nobody else on these pages; whoever runs the server can read it. Boards and remembered verdicts are "
    "always shared. Texts that are checked are not stored."
)
WHO_SEES_IT: Final = "Who sees it"
ONLY_YOU: Final = "Only you"
EVERYONE: Final = "Everyone who can log in"
SHARE_DATASET: Final = "Share with everyone"
SHARE_HELP: Final = "Everyone who can log in sees it, and editors can change it."
MAKE_PRIVATE: Final = "Make private"
MAKE_PRIVATE_HELP: Final = "Nobody but you sees it any more. It disappears from the boards of others."
DATASET_COLUMNS: Final = (
    "Title", "Id", "Publisher", "Source", "Releases", "First", "Last", "Rows", "Size",
)  # fmt: skip
PUBLISHER: Final = "Publisher"
RENAME: Final = "Rename"
EXPORT: Final = "Export"
EXPORT_HELP: Final = "A zip file with all releases, which can be imported again."
DELETE: Final = "Delete"
DELETE_HELP: Final = "It can be put back until your next visit."
DELETED: Final = "Deleted: {title}."
UNDO: Final = "Undo"
ARCHIVE: Final = "This is the exported dataset {id} with all its releases."
IMPORT_ARCHIVE: Final = "Import it"
CHANGE_COUNT: Final = "{count} {kind}"
CHANGE_COLUMNS: Final = {
    "indicator": "Indicator",
    "entity": "Country",
    "period": "Period",
    "before": "Before",
    "after": "After",
    "unit": "Unit",
    "change": "Change",
}
DOWNLOAD_CHANGES: Final = "Download the changes"

# Before an import
AS_READ: Final = "What will be imported"
AS_READ_COLUMNS: Final = ("Indicator", "Country", "Period", "Value as read")
FIGURE_NOUN: Final = ("figure", "figures")
CELL_NOUN: Final = ("row or cell", "rows or cells")
WILL_BE_IMPORTED: Final = "{figures} will be imported; {refused} will be refused."

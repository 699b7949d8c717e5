"""Every message of this package, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# Files that can't be read
UNREADABLE: Final = "{file} can't be read."
UNREADABLE_TO_ITS_END: Final = "{file} can't be read to its end."
NOTHING_IMPORTED: Final = "Nothing in it was imported."
EMPTY_FILE: Final = "{file} is empty."
NOT_A_TABLE: Final = "{file} is not a table."
IS_MARKUP: Final = "{file} is {kind}."
MARKUP_JSON: Final = "JSON"
MARKUP_XML: Final = "XML or a web page"
DOWNLOAD_A_TABLE: Final = "Download the table as CSV or XLSX instead."
OLD_WORKBOOK: Final = "{file} is an Excel 97–2003 workbook."
SAVE_AS_XLSX: Final = "Save it as .xlsx or as CSV."
OTHER_ENCODING: Final = "{file} is not encoded in {encoding}."
GIVE_ENCODING: Final = "Give the encoding with --encoding, such as windows-1251."
DAMAGED_PARQUET: Final = "{file} is a damaged Parquet file."
DAMAGED_WORKBOOK: Final = "{file} is a damaged workbook."
DAMAGED_ARCHIVE: Final = "{file} is a damaged zip or workbook."
NOT_A_WORKBOOK: Final = "{file} is not a workbook."
NO_SHEET: Final = "{file} has no sheet {sheet!r}."
NOT_UNPACKED: Final = "{file} can't be unpacked."
UNPACKS_TOO_LARGE: Final = "{file} unpacks to more than {size} GB."
NO_TABLE_IN_ARCHIVE: Final = "{file} contains no table."
NO_SUCH_TABLE: Final = "{file} has no table {table!r}."
PACKAGE_WITHOUT_TABLE: Final = "{file} lists no table."
FILE_OUTSIDE_PACKAGE: Final = "{file} lists a file outside its folder."

# What was expected
READABLE_KINDS: Final = "CSV, XLSX, Parquet, a zip of one, or datapackage.json"
EXPECTED_HEADER: Final = "a header and rows"
EXPECTED_ROWS: Final = "rows"
EXPECTED_CELLS: Final = "rows of cells"
EXPECTED_RESOURCES: Final = "resources, one with a path"
ONE_OF: Final = "one of {names}"
CELLS_OF_HEADER: Final = "{count}, as in the header"
EXPECTED_NUMBER: Final = "a number, or nothing"
EXPECTED_PERIOD: Final = "a period such as 2024, 2024-Q3 or 2024-08-31"
EXPECTED_AREA: Final = "a known country or group"
EXPECTED_UNIT: Final = "a unit such as RUB, USD per person, %, or `units: {theirs: ours}` in the mapping"
EXPECTED_STATUS: Final = "a code of CL_OBS_STATUS"
EXPECTED_DATE: Final = "a date as YYYY-MM-DD"
EXPECTED_POWER: Final = "a power of ten"
FIGURE_ONCE: Final = "each figure once; it is already in line {line}"
FIGURE_AGAIN: Final = "{indicator}, {area}, {period} again"

# Columns
NO_COLUMN: Final = "{file} has no column {column!r}."
NOT_RECOGNISED: Final = "{file}: {role} was not recognised."
AREA_COLUMN: Final = "a column of countries"
PERIOD_COLUMN: Final = "a column of years or other periods, or one column for each"
VALUE_COLUMN: Final = "a column of values"
GIVE_COLUMN: Final = (
    "Name the column with --mapping: `area: …`, `period: …`, `values: {column: indicator}`; "
    "or give one value for all rows: `--country`, `one_period: …`."
)
NO_SUCH_FIELD: Final = "A mapping has no field {field!r}."

# Datasets and stores
INVALID_ID: Final = "This is not a valid dataset id."
VALID_ID: Final = "lowercase letters, digits and hyphens"
ID_NEAREST: Final = "Nearest: {id}."
ID_TAKEN: Final = "There is already an embedded dataset {id!r}."
CHOOSE_ANOTHER_ID: Final = "Choose another id, such as {id}-own."
KEPT_BY_HAND: Final = "{folder} is a dataset kept by hand."
CHOOSE_ID: Final = "Choose another id."
DAMAGED_DATASET: Final = "The dataset {id} is damaged."
REPAIR_DATASET: Final = "Repair or remove its folder; nothing in it was changed."
LATER_RELEASE: Final = "{id} already has a later release, {release}."
SAME_DAY_OR_LATER: Final = "the same day or later"
NOT_WRITTEN: Final = "The store in {folder} could not be written."
NOTHING_CHANGED: Final = "Nothing in it was changed."

# The report
READING: Final = "Reading"
COMPARING: Final = "Sorting and comparing"
COUNTS: Final = (
    "{file}: rows read {read:,}, figures imported {taken:,}, empty cells {empty:,}, cells or rows rejected {refused:,}."
)
MORE_OF_KIND: Final = "{fault} And {count:,} more like this."
MORE_KINDS: Final = "And {count:,} more of other kinds."
REJECTED_FILE: Final = "The rejected rows are in {file}"
NEW_RELEASE: Final = (
    "{dataset} has a new release, {release}: {new:,} new, {changed:,} changed, {withdrawn:,} withdrawn."
)
UNCHANGED: Final = "Nothing changed: {dataset} already has these figures."
NOTHING_TO_IMPORT: Final = "Nothing was imported: no row could be read."
IMPORTED_BEFORE: Final = "The same file was imported before."
COLUMNS_READ: Final = "Columns read as {roles}."
COLUMNS_SKIPPED: Final = "Columns skipped: {columns}."
ENCODING: Final = "Encoding: {encoding}."
DECIMAL_COMMA: Final = "The comma is the decimal mark."
NO_UNITS: Final = "There is no column of units: they come from names and known indicators, and are “units” otherwise."
SHEET_CHOSEN: Final = "Sheet {sheet}; others skipped: {others} (choose with --sheet)."
ONLY_TABLE: Final = "Table {table}."
TABLE_CHOSEN: Final = "Table {table}; others skipped: {others} (choose with --sheet)."
IMPORTED_FROM: Final = "Imported from {file}."
NOT_DESCRIBED: Final = "Imported from {file}, which doesn't describe it."
WITHDRAWN: Final = "Withdrawn in the release of {release}."

"""Messages of imports, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# What was expected
READABLE_KINDS: Final = (
    "CSV, XLSX, XLS, ODS, Parquet, Feather, Stata, SPSS, JSON-stat, PX, SDMX, a zip or gz of one, or datapackage.json"
)
EXPECTED_HEADER: Final = "a header and rows"
EXPECTED_ROWS: Final = "rows"
EXPECTED_CELLS: Final = "rows of cells"
EXPECTED_RESOURCES: Final = "resources, one with a path"
ONE_OF: Final = "one of {names}"
CELLS_OF_HEADER: Final = "{count}, as in the header"
EXPECTED_NUMBER: Final = "a number or an empty cell"
MISSING_CODE: Final = "Missing values"
MISSING_OPTION: Final = "another number in that line of the file"
EXPECTED_NO_CODE: Final = "a figure; such nines usually stand for a missing value, for which a cell is left empty"
EXPECTED_SIGN: Final = "a number; if parentheses mean that it is negative: --negative-parentheses"
EXPECTED_PERIOD: Final = "a period such as 2024, 2024-Q3 or 2024-08-31"
EXPECTED_AREA: Final = "a known country or group"
EXPECTED_ONE_UNIT: Final = (
    "one unit and one scale: the places that give them disagree, or one can't be read. "
    "Give --unit, or `units: {theirs: ours}` in the mapping"
)
PART_OF_COUNTRY: Final = (
    "{part} is not a country; a part of {country} has this name. Declare it as an area of your own: "
    "`own_areas: {{CODE: {part}}}` in the mapping, or `--own-areas` for all that are not countries."
)
AREAS_DIFFER: Final = (
    "The code and the name are of different areas. If the code is of another list, leave it aside: `--ignore {code!r}`."
)
AREAS_IN_DOUBT: Final = "{file}: {one!r} and {other!r} would be one area, or one is not the country of its name."
CHOOSE_AREA: Final = (
    "Say in the mapping what each is, or leave it out with an empty text: `areas: {{{one!r}: …, {other!r}: ''}}`; "
    "or declare it: `own_areas: {{CODE: {one!r}}}`."
)
AREAS_ARE_COLUMNS: Final = "{file}: columns are named after areas, such as {names}, so not all rows are of one area."
NO_ONE_AREA: Final = "If they are countries, leave out the area of all rows."
CHOOSE_COLUMNS: Final = (
    "Name regions, cities and other areas of your own in the mapping: "
    "`area_columns: {{{name}: {name}}}`, and declare them with `--own-areas`; or say what is measured there: "
    "`values: {{{name}: …}}`."
)
OTHER_CODES: Final = (
    "{file}: the codes of areas are of another list: {code!r} is {theirs} in {list} and {ours} in ISO 3166."
)
LIST_OF_PARTS: Final = "the list of {list}"
CHOOSE_CODES: Final = "Say in the mapping which list it is: `area_codes: {list}`, or `area_codes: ISO`."
DECLARE_PARTS: Final = (
    "Declare them in the mapping: `own_areas: {{{code}: {theirs}, …}}`. If the codes are of countries: "
    "`area_codes: ISO`."
)
NO_AREA: Final = "There is no country or group {area!r}."
DECLARE_AREA: Final = (
    "Say in the mapping which one it is: `areas: {theirs: ours}`, or declare it as an area of your own: "
    "`own_areas: {CODE: theirs}`; `--own-areas` declares all that are not known."
)
NUMERIC_AREAS: Final = "If the numbers are codes of UN M49, say so in the mapping: `area_codes: M49`."
EXPECTED_UNIT: Final = "a unit such as RUB, USD per person, %, or `units: {theirs: ours}` in the mapping"
STATUS: Final = "Status {status}"
STATUS_WORD: Final = "Forecasts and estimates"
STATUS_IN_NOTE: Final = "A note below the table explains the mark {mark}."
NOTE_OPTION: Final = "years such as 2024F in the file, or a column of statuses"
FORECASTS_OVERLOOKED: Final = "{file}: a line says that figures are forecasts, and none is marked as one."
MARK_FORECASTS: Final = (
    "Mark them in the file: write {year}F for {year}, or add a column of statuses. If none is a forecast, remove "
    "the line."
)
STATUS_MEANS: Final = "Status {status}: {meaning}"
EXPECTED_QUALIFIER: Final = "about, more than, at least or another word that the data folder knows"
EXPECTED_INTERVAL: Final = "both ends of an interval around the value, or neither"
EXPECTED_DATE: Final = "a date as YYYY-MM-DD"
EXPECTED_POWER: Final = (
    "a power of ten; a 1 that isn't beside 1000 and the like may be tens or no scale: write 10, or use --ignore COLUMN"
)
EXPECTED_FREQUENCY: Final = "a period of the frequency in the column {column}, or one within it"
EXPECTED_LABEL: Final = "a name; the cells of the line seem to be in the wrong columns"
FIGURE_ONCE: Final = "each figure once; it is also in line {line}"
FIGURE_DIFFERS: Final = "one of several values for {indicator}, {area}, {period}"
MOSTLY_RIVALS: Final = "{file}: most figures have several values ({rivals} in all): nothing tells these rows apart."
TELL_ROWS_APART: Final = (
    "Name the columns that do with --dimension, say with --header where the table begins, or add a column to the file."
)
FIGURE_AGAIN: Final = "a second value for {indicator}, {area}, {period}"

# Columns
NO_DETAIL: Final = "The mapping of {file} names a detail that does not exist."
HALF_INTERVAL: Final = "The mapping of {file} has only one end of an interval."
NO_COLUMN: Final = "{file} has no column {column!r}."
NOT_RECOGNISED: Final = "{file}: {role} was not recognised."
AREA_COLUMN: Final = "a column of countries"
PERIOD_COLUMN: Final = "a column of years or other periods, or one column for each"
VALUE_COLUMN: Final = "a column of values"
HEADER_IS_ROW: Final = (
    "The first line of the table seems to be a row of figures, like those below it, and not a header."
)
USE_NO_HEADER: Final = (
    "If there is no header, use --header none: the columns are then called column 1, column 2 and so on, by which "
    "--mapping can say what they hold."
)
GIVE_NO_HEADER: Final = f"{USE_NO_HEADER} If it is the header, give its line: --header {{line}}."
NO_HEADER: Final = "{file}: the first line has figures or a country. The names of the columns are missing."
COLUMN: Final = "Column {column}"
IS_DIMENSION: Final = "tells series apart"
IS_ASIDE: Final = "left aside"
IS_CONSTANT: Final = "It is the same in all rows."
IS_EMPTY: Final = "It is empty."
IS_CALLED_SO: Final = "Columns of this name do."
IS_FILLED: Final = "blank cells take the text above them"
ARE_BLOCKS: Final = (
    "It is written once for each block, and the rows of each block go through the same items or periods."
)
YEARS_CARRIED: Final = "months and quarters take the year above them"
PART_BELOW_YEAR: Final = "Line {line}: {part} is {period}."
HEADINGS_WITHIN: Final = "Headings within the table"
HAVE_COLUMN: Final = "the column {column}"
ARE_LEFT_OUT: Final = "left out"
HEADS_ROWS: Final = "{heading!r} in line {line} says what the rows below it hold."
KEEP_BLANKS: Final = "--keep-blanks"
COUNTS_ROWS: Final = "It counts or ranks the rows."
IS_INTERVAL: Final = "By its name it holds no figures of its own."
FOLLOWS_FROM_OTHERS: Final = "It follows from the other columns."
HAS_LATER_DAYS: Final = "All of its days are after the periods: they are those of an edition."
FOLLOWS_FROM_PERIOD: Final = "It follows from the period."
FIGURES_TWICE: Final = "Without it the file would have several figures for one country and period."
DESCRIBES_FIGURES: Final = "It describes single figures."
SEVERAL_UNITS: Final = "Otherwise one series would have several units."
HAS_CODES: Final = "It has the codes of {column}."
HAS_NAMES: Final = "It has the names of {column}."
COUNTRIES: Final = "Countries"
AS_COLUMNS: Final = "one column for each"
ARE_COUNTRIES: Final = "These are names or codes of countries: {names}."
FIGURES_STAY: Final = "Figures that stay, as they are not in the file but may be its refused rows: {count:,}."
ROWS_WITHDRAWN: Final = "{count:,} rows withdraw figures ({column}) and were left out."
MAY_TELL_SERIES_APART: Final = "{file}: nothing says whether the column {column!r} tells series apart."
DIMENSION_OR_IGNORE: Final = (
    "If it does, use `--dimension {column!r}` (in a mapping, `dimensions: [{column}]`). "
    "If it only describes figures, use `--ignore {column!r}` (`ignore: [{column}]`)."
)
DECLARE_AREAS: Final = (
    "If {column!r} has regions, cities or companies, take them as areas of your own with --own-areas; or give one "
    "country for all rows with --country."
)
GIVE_COLUMN: Final = (
    "Name the column with --mapping: `area: …`, `period: …`, `values: {column: indicator}`; "
    "or give one value for all rows: `--country`, `one_period: …`."
)
NO_SUCH_FIELD: Final = "A mapping has no field {field!r}."

# Datasets and stores
NO_ADDRESS: Final = "The address of the source is not complete."
ADDRESS_EXPECTED: Final = "an address that begins with https://"
ADDRESS_NEAREST: Final = "Perhaps --url https://{url}"
INVALID_ID: Final = "This is not a valid dataset id."
VALID_ID: Final = "lowercase letters, digits and hyphens"
ID_NEAREST: Final = "Nearest: {id}."
ID_TAKEN: Final = "There is already an embedded dataset {id!r}."
CHOOSE_ANOTHER_ID: Final = "Choose another id, such as {id}-own."
KEPT_BY_HAND: Final = "{folder} is a dataset maintained by hand."
CHOOSE_ID: Final = "Choose another id."
DAMAGED_DATASET: Final = "The dataset {id} is damaged."
REPAIR_DATASET: Final = "Repair or remove its folder; nothing in it was changed."
LATER_RELEASE: Final = "{id} already has a later release, {release}."
SAME_DAY_OR_LATER: Final = "the same day or later"
NOT_WRITTEN: Final = "The store in {folder} could not be written."
NOTHING_CHANGED: Final = "Nothing in it was changed."

# Decisions
CHANGE_DECISION: Final = "To change it: {option}."
ENCODING: Final = "Encoding"
BY_ITS_FIRST_BYTES: Final = "Its first bytes say so."
BY_ITS_WORDS: Final = "It isn't UTF-8, and most words are known in this encoding."
ENCODING_OPTION: Final = "--encoding NAME"
CHOSEN_BY_USER: Final = "This was chosen."
DECIMAL_MARK: Final = "Decimal mark"
PARENTHESES: Final = "Numbers in parentheses"
NEGATIVE: Final = "negative"
AS_ACCOUNTANTS: Final = "The file has amounts of money, such as {cell}, and no minus sign."
MARK_BY_CELL: Final = "The cell {cell} can only be read this way."
MARK_OF_GROUPS: Final = "So {cell} is {whole}."
MARKS_MIXED: Final = "Most cells are written like {first}, some like {second}; a column's own cells count first."
MARK_BY_UNIT: Final = "The unit leaves no other way: persons are whole, and shares are not thousands of percent."
MARK_BY_DELIMITER: Final = "Commas separate the cells."
MARK_BY_FORMAT: Final = "Its header is of a format that has decimal points."
DECIMAL_OPTION: Final = "--decimal {mark}"
MARK_UNDECIDED: Final = "{file}: nothing decides between a decimal point and a decimal comma."
EITHER_NUMBER: Final = "{text}, which is {whole} or {decimal}"
GIVE_DECIMAL: Final = "Give the mark: --decimal point or --decimal comma."
MARKS_EATEN: Final = (
    "{file}: whole numbers such as {whole} are beside numbers with three decimals such as {decimal}, as in a table "
    "saved by a spreadsheet in another language, which takes a decimal mark for a thousands separator and drops it."
)
GET_FILE_AGAIN: Final = (
    "Get the file again from its publisher. If the whole numbers are right as they are, give the mark of the others: "
    "--decimal {mark}."
)
UNIT: Final = "Unit"
UNIT_IN_HEADER: Final = "It is in the name of the column {column}."
UNIT_IN_NOTES: Final = "A sheet before the table explains the column {column} so."
UNIT_BELOW: Final = "It is in a line below the table."
UNIT_IN_LEGEND: Final = "A line above the header that begins with {column} gives it."
UNIT_ABOVE: Final = "It is in a line above the figures."
UNIT_GIVEN: Final = "The unit that was given replaces it."
UNIT_REPLACES: Final = "{unit}, not {other}"
UNIT_BESIDE_GIVEN: Final = "A column gives it row by row; {unit} holds only for rows without one."
UNIT_ASSUMED: Final = "No unit could be read for {names}. It is assumed from known indicators of the same name."
MORE_NAMES: Final = "{count} more"
UNIT_TEXTS: Final = "The file has {texts}."
UNIT_OVERLOOKED: Final = "{file}: a text gives money or a scale, and the figures would have none."
GIVE_UNIT_OR_NONE: Final = (
    "If it holds for all values, give their unit with --unit, such as --unit 'million EUR'. If it holds for none, say "
    "so in the mapping: units: {{'{text}': ''}}."
)
NOT_APPLIED: Final = "mentioned, but not that of any figure"
CURRENCY_OF_SOME: Final = (
    "{file}: the currencies in the column {column!r} can't be those of all values: the name of {other!r} has one, too."
)
SAY_WHICH_VALUES: Final = (
    "Say in the mapping which values are in them: `value_units: {{{first!r}: {column}}}`; or leave them out: "
    "--ignore {column!r}."
)
UNIT_OPTION: Final = "--unit UNIT"
UNITS_KEY: Final = "units: {theirs: ours} in the mapping"
UNIT_UNCLEAR: Final = "{file}: the unit {place} can't be read, or may be two; it may have a scale or a currency."
IN_COLUMN: Final = "of the column {column!r}"
IN_COLUMNS: Final = "of {count} columns"
ABOVE_HEADER: Final = "above the header"
GIVE_UNIT: Final = (
    "Give the unit of all values with --unit, such as --unit 'million EUR', or spell it in the mapping: "
    "units: {{'{text}': million EUR}}."
)
HOME_MONEY: Final = "All figures are about {country}, so {texts} is the currency of that country."
DOLLARS_IN_DOUBT: Final = "{file}: these may be dollars of any country in the file, or of the United States."
HEADER: Final = "Header"
HEADER_OPTION: Final = "--header LINE"
NO_SUCH_HEADER: Final = "These are not the lines of a header."
EXPECTED_LINES: Final = "the line of the header, such as 3, its first and last line, such as 3-4, or none"
LINES_ABOVE: Final = "Lines above the header"
ARE_ABOVE_HEADER: Final = "Only units, frequencies and remarks about forecasts are read from them."
COLUMN_INSTEAD: Final = "a column in the file for what else they say, or the title of the dataset"
HEADER_LINE: Final = "line {line}"
HEADER_LINES: Final = "lines {first} to {last}"
ONE_DIVIDES_THE_OTHER: Final = "The lower lines divide or number the columns that the first one names."
MOST_COLUMNS_KNOWN: Final = "Most of its cells are known names of columns."

# The report
READING: Final = "Reading"
COMPARING: Final = "Sorting and comparing"
COUNTS: Final = "{file}: rows read {read:,}, figures imported {taken:,}, empty cells {empty:,}, refused {refused:,}."
MORE_OF_KIND: Final = "{fault} And {count:,} more like this."
MORE_KINDS: Final = "And {count:,} more of other kinds."
REFUSED_FILE: Final = "The refused rows are in {file}"
NEW_RELEASE: Final = (
    "{dataset} has a new release, {release}: {new:,} new, {changed:,} changed, {withdrawn:,} withdrawn."
)
UNCHANGED: Final = "Nothing changed: {dataset} already has these figures."
NOTHING_TO_IMPORT: Final = "Nothing was imported: no row could be read."
IMPORTED_BEFORE: Final = "The same file was imported before."
COLUMNS_READ: Final = "Columns read as {roles}."
COLUMNS_SKIPPED: Final = "Columns skipped: {columns}."
NO_UNITS: Final = "No unit column: units come from column names and known indicators, or are “units”."
SHEET_CHOSEN: Final = "Sheet {sheet}: {why}; others skipped: {others} (choose with --sheet)."
SHEET_WANTED: Final = "the one asked for"
HAS_FIGURES: Final = "no other has a table of figures with periods"
NO_OTHER_REASON: Final = "the first with a table"
SEVERAL_TABLES: Final = "{file}: {first!r} and {second!r} both have a table of figures."
SHEET_UNREADABLE: Final = "{file}: the sheet {sheet!r} leaves something open. {message}"
OTHER_SHEET_UNREADABLE: Final = "{file}: {first!r} has a table of figures; {second!r} may have one, but: {message}"
CHOOSE_TABLE: Final = "Say which one with `--sheet {first!r}` or `--sheet {second!r}`."
NUMBERS_ABOVE_HEADER: Final = (
    "Line {line} has numbers like a row of the table, but the header seems to be line {header} below it."
)
MOVE_OR_SKIP: Final = (
    "If it is a row of the table, move it below the header. If it isn't, use --header {header}; "
    "if the header is elsewhere, give its lines with --header."
)
OTHER_WIDTH: Final = "{file}, line {line} has {cells} cells; the rows above it have {usual}."
SHORT_LINES: Final = "Lines with fewer cells than the header"
END_IN_BLANKS: Final = "their last cells are empty"
CELLS_FIT_HEADER: Final = "Most lines are like this, and their cells fit the header."
OTHER_WIDTHS: Final = (
    "{file}: {torn} of {rows} lines don't have {cells} cells, as the header does, so the file can't be read as a table."
)
NAMES_IN_THE_MIDDLE: Final = "A name in the header may be above the first of its columns, or centred above all of them."
GIVE_LOWER_HEADER: Final = (
    "Move each name to the first of its columns, or skip the names: pass the number of the line below them to --header."
)
GIVE_HEADER: Final = "Say with --header which lines are the header."
NO_HEADING: Final = "{file}: {column} has figures between those of two periods, and no heading."
NAME_OR_IGNORE: Final = "Give it a heading in the file, or leave it out with --ignore {column!r}."
SECTIONS: Final = "{file}: {section!r} has no figures and is no area: it seems to say what the rows below it hold."
ADD_SECTIONS: Final = (
    "Add a column with such headings to the file. If they tell nothing apart, say so for each in the mapping: "
    "`areas: {{{section!r}: ''}}`."
)
SIDE_BY_SIDE: Final = "{file}: two tables seem to stand side by side, one with {key!r} and one with {other!r}."
SECOND_TABLE: Final = "{file}, line {line}: another table begins here, with the headings {names}."
SPLIT_TABLES: Final = "Save each table as a file or sheet of its own, and import them one by one."
SEPARATE_TABLES: Final = (
    f"{SPLIT_TABLES} If it is one table, say what the second "
    "column does: `--dimension {other!r}` if it tells series apart, `--ignore {other!r}` if it only describes."
)
SAME_NAMES: Final = "{file}: two columns are called {name!r}, and nothing tells them apart."
NAME_EACH: Final = (
    "Leave out all but the first of a name with {ignored}, or say in the mapping what each measures: "
    "`values: {{{first!r}: …, {other!r}: …}}`."
)
CHOOSE_HEADER: Final = "Import the tables one by one: say where each begins, as in --header {line}."
TABLE: Final = "Table"
ENDS_BEFORE: Final = "it ends before line {line}, where another one begins"
ONLY_TABLE: Final = "Table {table}."
TABLE_CHOSEN: Final = "Table {table}; others skipped: {others} (choose with --sheet)."
IMPORTED_FROM: Final = "Imported from {file}."
NOT_DESCRIBED: Final = "Imported from {file}, which doesn't describe it."
WITHDRAWN: Final = "Withdrawn in the release of {release}."

# A damaged store
DESCRIPTION_LOST: Final = "The description of the dataset {id} is missing, but its releases are there."
RESTORE_FIRST: Final = "Put it back first: `indicators restore {id}`. Or choose another id."

# A dataset with all its releases
NOT_AN_ARCHIVE: Final = "This is not a dataset that was exported."
ARCHIVE_EXPECTED: Final = "a zip file written by `indicators datasets export`"
ARCHIVE_EXISTS: Final = "There is a dataset {id} already."
ARCHIVE_DAMAGED: Final = "The exported dataset is damaged."
ARCHIVE_READ: Final = "An exported dataset with {count} releases."

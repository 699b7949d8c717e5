"""Messages of claims, verdicts and reports, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# Files and texts
FILE_NOT_READABLE: Final = "The file can't be read."
NOT_PLAIN_TEXT: Final = "The file is not plain text."
NOT_PLAIN_TEXT_HINT: Final = "Save it as plain text in UTF-8, or copy the text out of the web page, PDF or document."
TEXT_TOO_LONG: Final = "The text is too long."
TEXT_TOO_LONG_HINT: Final = "Check it in parts."
NESTED_TOO_DEEPLY: Final = "The elements of the page are nested too deeply."
FILE_DAMAGED: Final = "The {kind} file is damaged."
PDF_ENCRYPTED: Final = "The PDF file is protected by a password."
PDF_ENCRYPTED_HINT: Final = "Save a copy without a password, or copy its text into a text file."
PDF_WITHOUT_TEXT: Final = "The PDF file contains no text."
PDF_WITHOUT_TEXT_HINT: Final = "It may be a scan: recognise its text first (OCR)."
UNTITLED_TEXT: Final = "Untitled text"
FOLDER_WITHOUT_TEXTS: Final = "The folder contains no texts to check."
SILENCE_FILE_NOT_VALID: Final = "The file of silenced findings is not valid."
SILENCE_EXPECTED: Final = "a list of entries with `finding` (an id) and `reason`"
VERDICTS_NEED_FOLDER: Final = "Verdicts can only be remembered in a store that is a folder."
VERDICTS_DAMAGED: Final = "Line {line} of the remembered verdicts is damaged and was left out."
DATE_NOT_VALID: Final = '"{text}" is not a valid date.'
NUMBER_NOT_VALID: Final = '"{text}" is not a valid number.'
CORRECTION_NOT_VALID: Final = "{figure}, {field}: {error}"

# Verification of a dataset
NOT_FROM_TEXT: Final = "The figures of {dataset} were not read from a text."
NOT_FROM_TEXT_HINT: Final = "Only datasets read from an article can be verified, such as it-russia-2025-09-29."
NO_PLACE: Final = "the dataset gives no location in a text"
TEXT_CHANGED: Final = "the text differs from the one that was read"
NO_HEADING: Final = "there is no heading “{heading}”"
FOUND_ELSEWHERE: Final = "it appears {place}"
NOT_IN_SENTENCE: Final = "the sentence does not contain it"
REASON_AND_TEXT_CHANGED: Final = "{reason}; the text differs from the one that was read"

# How a claim is shown
RISE_OF: Final = "a rise of {amount}"
FALL_OF: Final = "a fall of {amount}"
TWICE: Final = "{qualifier}twice as much"
MULTIPLE_RISE: Final = "{number} times as much"
MULTIPLE_FALL: Final = "down to {number}"
FROM_TO: Final = "{low} to {high}"
OR_LESS: Final = "{value} or less"
OR_MORE: Final = "{value} or more"
VALUE_AND_RANGE: Final = "{value} ({range})"
FIGURE_AND_SUBJECT: Final = "{figure}: {subject}"
RESTATED: Final = "{figure}: the previous figure in another unit"
CLAIM_PERIOD_INFERRED: Final = "{period} (inferred from the context)"
CLAIM_IS_FORECAST: Final = "forecast"
CLAIM_STATED_BY: Final = "stated by {name}"
MISSING_FACTS: Final = {
    "year": "the year is not stated",
    "issuer": "the forecaster is not named",
    "denominator": "the base is not stated",
    "currency": "the currency is not stated",
}

# Verdicts
VERDICT_AND_REASON: Final = "{verdict}. {reason}"
YEAR_INFERRED: Final = "The year is not stated; it is inferred from the context."
YEAR_FROM_PUBLISHER: Final = "The text names no year; {publisher} has this figure for {year}."
MILLION_OR_BILLION: Final = "One figure seems to be off by a factor of 1,000: million or billion?"
POSSIBLY_REVISED: Final = "Different revisions or definitions could explain the gap; this is a possibility, not a fact."
PUBLISHED_BY: Final = "{figure} ({publisher})"
PUBLISHER_AND_EDITION: Final = "{publisher}, {edition}"
PUBLISHED_FOR: Final = "{publisher}, {period}"

# Labels of the numbers behind a verdict
LABEL_IN_TEXT: Final = "in the text"
LABEL_BEFORE: Final = "before"
LABEL_AFTER: Final = "after"
LABEL_STATED_CHANGE: Final = "stated change"
LABEL_STATED_SHARE: Final = "stated share"
LABEL_SHARE_LEFT: Final = "left of 100%"
LABEL_FROM_LEVELS: Final = "calculated from the two levels"
LABEL_DIFFERENCE: Final = "difference"
LABEL_PERCENT_CHANGE: Final = "percent change"
LABEL_LEVEL: Final = "level"
LABEL_GROWTH: Final = "growth"
LABEL_FORECAST: Final = "forecast"
LABEL_IMPLIED_FOR: Final = "implied for {year}"
LABEL_IMPLIED_YEAR_BEFORE: Final = "implied for the year before"
LABEL_IMPLIED_YEAR_AFTER: Final = "implied for the year after"
LABEL_FROM_PUBLISHED: Final = "growth from the figure of {publisher}"
LABEL_IMPLIED_RATE: Final = "implied by both amounts"
LABEL_OFFICIAL_RATES: Final = "official rates, {first}–{last}"
LABEL_IMPLIED_GDP: Final = "GDP implied by both"
LABEL_GDP_OF: Final = "GDP of {area}, {year}, {publisher}"
LABEL_SHARE_OF_GDP: Final = "relative to GDP"
LABEL_PART: Final = "part"
LABEL_WHOLE: Final = "whole"
LABEL_TOTAL: Final = "total"
LABEL_SHARE: Final = "share"
LABEL_PART_OF_WHOLE: Final = "part divided by whole"
LABEL_SUM_OF_PARTS: Final = "sum of the parts"
LABEL_SUM_OF_SHARES: Final = "sum of the shares"
LABEL_IN_WORDS: Final = "in words"
LABEL_IN_DIGITS: Final = "in digits"
LABEL_STATED_FIRST: Final = "stated first"
LABEL_STATED_AGAIN: Final = "stated again"

# Implied exchange rate
IMPLIED_RATE: Final = "Implied exchange rate"
IMPLIED_RATE_RULE: Final = (
    "An amount given in two currencies implies an exchange rate. It is compared with the average and end-of-period "
    "rates of its period and with the daily rates of the week before publication. A rate not yet known on the day of "
    "publication is ruled out. The amount is inconsistent only if its rate is more than 10% outside all "
    "official rates at the time."
)
AVERAGE_RATE: Final = "{period} average ({publisher})"
END_RATE: Final = "end-of-{period} rate ({publisher})"
SPOT_RATE: Final = "rate on {period} ({publisher})"
RATE_USUAL: Final = "The implied rate of {implied} matches the {label}, {rate}."
RATE_MATCHED: Final = "The implied rate matches the {label}, {rate}."
RATE_MATCHED_INSTEAD: Final = (
    "The implied rate matches the {label}, {rate}; at the {usual_label} it would be {usual_amount}."
)
NO_RATE_FOR_PAIR: Final = "No exchange rate between {one} and {other} is available."
RATE_WITHIN: Final = (
    "The implied rate of {implied} is within the official rates at the time ({range}) but matches none of those "
    "compared."
)
RATE_MAYBE_WITHIN: Final = (
    "Allowing for rounding, the implied rate of {implied} may be within the official rates at the time ({range}), but "
    "it matches none of those compared."
)
RATE_NEAR: Final = (
    "The implied rate of {implied} is outside the official rates at the time ({range}) but, allowing for rounding, may "
    "be within 10% of them, as market and bank rates often are."
)
RATE_UNDATED: Final = (
    "The implied rate is {implied}; enter the publication date to compare it with the rates at the time."
)
RATE_CURRENCY_OPEN: Final = (
    "The implied rate of {implied} is far from the official rates; the currency sign may mean another currency."
)
RATE_OF_TEXT: Final = "The text always uses {implied}, far from the official rates; it may mean another currency."
RATE_NOT_STATED_ONE: Final = "The two amounts imply {implied}, not the stated {stated}."
RATE_FAR: Final = "The implied rate of {implied} is far from the official rates at the time: {range}."

# One rate for two years
SINGLE_RATE: Final = "One rate for two years"
SINGLE_RATE_RULE: Final = (
    "Amounts of two years that imply the same exchange rate were converted at one rate, though each year has its own."
)
SINGLE_RATE_USED: Final = (
    "The same rate, about {implied}, was used for both years; the average was {first_rate} in {first} and "
    "{second_rate} in {second}."
)

# Levels and growth
STEP_IS: Final = "A change of {step}, to {level}, is {growth}."
STEP_IS_NOT: Final = "A change of {step}, to {level}, is {growth}, not {stated}."
LEVELS_AND_GROWTH: Final = "Levels and growth"
LEVELS_AND_GROWTH_RULE: Final = (
    "The change between two levels, within the rounding of their digits, is compared with the stated change, and its "
    "direction with the words. GDP growth counts as real unless the text calls it nominal; real growth is not "
    "compared with amounts at current prices."
)
LEVELS_GIVE: Final = "From {before} to {after} is {growth}."
LEVELS_GIVE_NOT: Final = "From {before} to {after} is {growth}, not {stated}."
LEVELS_GIVE_ABOUT: Final = "From {before} to {after} is {growth}, roughly {stated}."
LEVELS_GIVE_CUT: Final = "From {before} to {after} is {growth}; {stated} is that cut off instead of rounded."
GROWTH_IS_REAL: Final = (
    "The stated growth is real (adjusted for prices); the levels are at current prices and give {growth}."
)
LEVELS_DIFFER: Final = "From {before} to {after} is {difference}."
LEVELS_DIFFER_NOT: Final = "From {before} to {after} is {difference}, not {stated}."
NOT_A_RISE: Final = "The text calls it a rise, but it goes from {before} to {after}."
NOT_A_FALL: Final = "The text calls it a fall, but it goes from {before} to {after}."
SCALE_WOULD_AGREE: Final = "They would agree if one level were 1,000 times larger or smaller: million or billion?"
BASE_REVISED: Final = "A revised base year could explain the difference; this is a possibility, not a fact."

# Percent or percentage points
PERCENT_OR_POINTS: Final = "Percent or percentage points"
PERCENT_OR_POINTS_RULE: Final = "From 20% to 25% is a rise of 5 percentage points or 25 percent, not 5 percent."
POINTS_OF_AMOUNT: Final = (
    "Amounts and counts grow by percent; percentage points are the difference between two percentages."
)
POINTS_DIFFER: Final = "From {before} to {after} is {points}."
POINTS_DIFFER_NOT: Final = "From {before} to {after} is {points}, not {stated}."
PERCENT_CHANGE_IS: Final = "From {before} to {after} is a change of {percent}."
PERCENT_FOR_POINTS: Final = (
    "The stated change ({stated}) is the difference in percentage points; the percent change is {percent}."
)
POINTS_NOR_PERCENT: Final = "From {before} to {after} is {points}; {stated} is neither that nor the percent change."
FROM_ZERO: Final = "The earlier figure may be zero, so there is no percent change."
FITS_BY_ROUNDING: Final = (
    "The stated change equals the difference in percentage points; as a percent change ({percent}) it fits only "
    "because the figures are rounded."
)

# Parts and whole
PARTS_AND_WHOLE: Final = "Parts and whole"
PARTS_AND_WHOLE_RULE: Final = (
    "A part divided by its whole is compared with the stated share, parts with their total, and shares of one whole "
    "with 100%. Groups that may overlap are not checked."
)
PART_TOO_LARGE: Final = "The part ({part}) is larger than the whole ({whole})."
PART_IS: Final = "{part} out of {whole} is {share}."
PART_IS_NOT: Final = "{part} out of {whole} is {share}, not {stated}."
PARTS_ADD_UP: Final = "The parts add up to {sum}."
PARTS_ADD_UP_NOT: Final = "The parts add up to {sum}, not {total}."
SHARES_ADD_UP: Final = "The shares add up to {sum}."
SHARES_ADD_UP_NOT: Final = "The shares add up to {sum}, not 100%."

# Repeated figures
REPEATED_FIGURES: Final = "Repeated figures"
REPEATED_FIGURES_RULE: Final = "Two statements of the same thing, for the same place and time, give the same figure."
WORDS_AND_DIGITS: Final = "It is {words} in words but {digits} in digits."
STATED_TWICE: Final = "The text gives both {first} and {second} for the same thing."

# Implied base and target
IMPLIED_LEVELS: Final = "Implied base and target"
IMPLIED_LEVELS_RULE: Final = (
    "A level and its growth imply the level of the year before; a level and a forecast imply that of the year after. "
    "Both are compared with published figures. A figure published after the text doesn't count against it."
)
NOTHING_PUBLISHED: Final = "This implies {figure}; there is no published figure for {year} to compare with."
NOTHING_PUBLISHED_BEFORE: Final = "This implies {figure} a year earlier; there is no published figure to compare with."
NOTHING_PUBLISHED_AFTER: Final = "This implies {figure} a year later; there is no published figure to compare with."
IMPLIED_MATCHES: Final = "This implies {figure} for {year}, in line with {published}."
IMPLIED_BEFORE_OUTCOME: Final = (
    "This implies {figure} for {year}; the actual value, {published}, was published after the text."
)
IMPLIED_DIFFERS: Final = "This implies {figure} for {year}, but the published figure is {published}."
IMPLIED_DIFFERS_GROWTH: Final = (
    "This implies {figure} for {year}, but the published figure is {published}; from there the growth is {growth}."
)
IMPLIED_NEAR: Final = "This implies {figure} for {year}; {published} may be revised or differ in definition by as much."
BRIEF: Final = "Implies {figure}"
BRIEF_YEAR: Final = "Implies {figure} for {year}"
BRIEF_PUBLISHED: Final = "Implies {figure} for {year}; published: {published}"

# Million or billion
SCALE_WORD: Final = "Million or billion"
SCALE_RULE: Final = (
    "A figure about a thousand or a million times larger or smaller than its own history has the wrong scale word."
)
SCALE_TOO_LARGE: Final = "It is about {factor} times as large as {published} for {year}."
SCALE_TOO_SMALL: Final = "It is about 1/{factor} of {published} for {year}."
SCALE_FITTING: Final = "{value} would fit: million or billion?"

# Published figures
PUBLISHED_FIGURES: Final = "Published figures"
PUBLISHED_FIGURES_RULE: Final = (
    "A claim is compared with the figures that others published for the same indicator, place and period, in all "
    "editions and by all definitions that are common there. It is inconsistent only if it is outside the range of each "
    "definition: from its lowest to its highest figure, and as far beyond as figures of that place and indicator "
    "usually differ."
)
PUBLISHED_MATCHES: Final = "It matches {published}."
PUBLISHED_MATCHES_SOME: Final = "It matches {published}; others give {others}."
PUBLISHED_LATER: Final = "Figures published after the text give {published}."
PUBLISHED_NEAR: Final = "It differs from {published}, but only as much as figures for this place usually do."
PUBLISHED_FOR_INFERRED_YEAR: Final = "It differs from {published}, but the sentence doesn't say which year it is about."
PUBLISHED_DIFFERS: Final = "The figure published for {period} is {published}, not {stated}."
PUBLISHED_KIN: Final = "No published figure measures exactly this; figures for “{indicator}” are {figures}."
PUBLISHED_KIN_OF: Final = (
    "No published figure measures exactly this; figures for “{indicator}” are {figures} ({edition})."
)
SIMILAR_NOT_SAME: Final = "Not to be confused with: {other}"
BRIEF_KIN: Final = "Similar measure: {figures}"

# Forecast and outcome
FORECAST_OUTCOME: Final = "Forecast and outcome"
FORECAST_OUTCOME_RULE: Final = (
    "A forecast is compared with the actual value once that is published; a value published after the text "
    "doesn't count against it."
)
OUTCOME_MATCHES: Final = "The actual value is {published}."
OUTCOME_LATER: Final = "The forecast differs from the actual value, {published}, which was published later."
OUTCOME_NEAR: Final = "The actual value is {published}, but revisions and definitions differ as much."
OUTCOME_KNOWN: Final = "The actual value, {published}, was already known when the text was published."

# Comparison with GDP
GDP_COMPARISON: Final = "Comparison with GDP"
GDP_RULE: Final = (
    "A turnover is compared with GDP to show its size; it counts the full price of sales, not value added, so it is "
    "not a share of GDP. A stated share of GDP is compared with the amount and the GDP of the year."
)
TURNOVER_AND_GDP: Final = (
    "Turnover is not value added, so it is not a share of GDP; for scale, it equals {share} of GDP ({area}, {year})."
)
GDP_IMPLIED: Final = "Together they imply a GDP of {implied}; the actual GDP ({area}, {year}) is {gdp}."

# Figures that only their places join
MAY_BE_OF_OTHERS: Final = (
    "{reason} The text has {count} other figures, though, and these may not belong together: please check by hand."
)
AMONG_FEW: Final = "In a text with more than {most} other figures, {what} left open."
ANY_CONTRADICTION: Final = "a contradiction is"
PART_OR_SHARES: Final = "a part larger than its whole, shares past 100% without the rest, and parts beside the rest are"
DIRECTION_ALONE: Final = "a direction that the levels contradict, without a stated change, is"

# Missing facts
SHARE_BASE: Final = "Base of a share"
SHARE_BASE_RULE: Final = (
    "A share needs a base, and the text should state whether it is measured by number or by value; otherwise it can't "
    "be compared."
)
SHARE_OVER_100: Final = "A part can't be more than its whole; a ratio could be."
BASE_NOT_STATED: Final = "The base is not stated."
COUNTED_OR_VALUED: Final = "The text does not state whether {base} are measured by number or by value."
BASE_OF_INDICATOR: Final = "A share of: {base}."
MISSING_YEAR: Final = "Missing year"
MISSING_YEAR_RULE: Final = "An amount, a growth rate or a share without its year can't be compared with another."
YEAR_NOT_STATED: Final = "The year is not stated."
SAME_FIGURE_PUBLISHED: Final = "{publisher} has the same figure for {year}; the text names no year."
MISSING_FORECASTER: Final = "Missing forecaster"
MISSING_FORECASTER_RULE: Final = "A forecast needs a forecaster; otherwise no one can be held to it."
FORECASTER_NOT_NAMED: Final = "The forecaster is not named."

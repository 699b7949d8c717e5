"""Messages of providers, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

MISSING_FILES: Final = "Some of the publishers' files are missing."
FAULT_IN: Final = "{source}: {fault}"
WRONG_FORM: Final = "{source} does not have the publisher's usual form."
UNEVEN_ROW: Final = "A row has more or fewer cells than the header."
OTHER_COLUMNS: Final = "The columns of {indicator} differ from the usual ones."
UNKNOWN_CURRENCIES: Final = "The area of these currencies is unknown."
UNKNOWN_COUNTRIES: Final = "These countries are unknown."
UNKNOWN_SERIES: Final = "This area or subject is unknown."
CURRENCY_UNCERTAIN: Final = "Exchange rates do not confirm which currency the figures are in."
FISCAL_BASE: Final = "The base is the fiscal year {year}."
TWO_FORECASTS: Final = "One edition gives two figures for the same thing."
TWO_RATES: Final = "There are two rates for the same country, currency and year."
TWO_VALUES: Final = "There are two values for the same area and period."
NO_ROWS: Final = "The table has no rows of the series."
NO_FOLDERS: Final = "None of the folders belongs to an indicator."
NEEDS_SHAPELY: Final = "Building the map needs the package shapely."
INSTALL_SHAPELY: Final = 'Run pip install "indicators[map]".'

LIST_WRITTEN: Final = "{file}: {size:,} kB"
DATASET_WRITTEN: Final = "{folder}/{dataset}: {count}"

# Fetches
NO_SERVICE: Final = "{provider} has no service that can be asked."
HOLDS_OTHER: Final = "The dataset {dataset} holds other figures: {series} of {provider}."
OTHER_DATASET: Final = "Name another dataset with --dataset."
ASKING: Final = "Asking {provider}"
FETCHED_FROM: Final = "Fetched from the service of {service} on {day}."
FETCHED: Final = "{dataset} has {figures}: {new} new, {changed} changed, {withdrawn} withdrawn."
HAS_UNIT: Final = "{provider} gives the unit of these figures itself: {unit}."
REFUSED: Final = "Left out ({count} that can't be read):"
NOTHING_NEW: Final = "Nothing is new: {dataset} stays as it is."
GET_THEM: Final = "To see the figures: indicators get {indicators}"
ABSENT: Final = "{provider} gave no figures for {areas}."
NONE_READ: Final = "No figure could be read; nothing was added."
NO_CATALOGUES: Final = "No catalogue of a provider is kept on this machine yet."
CATALOGUE_DAMAGED: Final = "The kept catalogue of {provider} is damaged and was left out. Get it again with --refresh."
EMPTY_CATALOGUE: Final = "The catalogue of {provider} came empty; the one of before is kept."
REFRESH: Final = "Get them with --refresh: that asks the providers for what they have."

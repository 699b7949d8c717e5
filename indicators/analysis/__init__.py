"""From a query to a finished panel: real terms, conversion, transformations, forecasts, coverage and revisions."""

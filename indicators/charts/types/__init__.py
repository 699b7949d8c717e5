"""One module per chart type."""

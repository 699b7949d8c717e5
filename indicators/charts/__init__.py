"""Panels as plotly figures, one module per chart type. There is no Streamlit here: a figure is the same on any page."""

"""Panels as plotly figures, one module a type of chart. No Streamlit here: a figure is the same in any page."""

"""Readers of the formats that figures are published in: each gives the rows of a file once, as texts in batches."""

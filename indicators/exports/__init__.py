"""Panels, charts and reports as files, and answers of the command as text."""

"""Where claims come from beside a reading: a file, a stored dataset, and the corrections of a user."""

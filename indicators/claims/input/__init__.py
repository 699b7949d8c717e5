"""Where claims come from besides reading a text: a dataset, a file, and corrections by a user."""

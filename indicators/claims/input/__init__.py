"""Other sources of claims: a dataset, a file, and corrections by a user."""

"""What leaves the program: figures as CSV, JSON and text, and the list of indicators."""

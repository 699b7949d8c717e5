"""How people write numbers, scales, money, dates and countries: one module per language, and their readers."""

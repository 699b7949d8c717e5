"""How people write numbers, scales, money, dates and countries: one package per language, and the parsers."""

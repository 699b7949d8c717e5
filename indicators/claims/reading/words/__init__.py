"""The words that the reading knows, a module a language; each is a table of roles and phrases."""

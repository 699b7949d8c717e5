"""Which claims of a text concern each other: a level and its change, a part and its whole, two currencies."""

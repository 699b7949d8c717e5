"""``python -m indicators`` is the command ``indicators``."""

from indicators.cli import main

if __name__ == "__main__":
    main()

"""Print a web page as a PDF, with the browser that draws pictures."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from indicators.errors import ToolMissingError
from indicators.exports import messages
from indicators.exports.pictures import explain_missing_browser

PAGE_NUMBERS: Final = (
    '@page { size: A4; margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }'
)
"""The style of a page that is printed with numbers at the foot."""
_MOST_SECONDS: Final = 120
_OPTIONS: Final = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def print_page(page: str) -> bytes:
    """Print a page that asks nothing of other machines.

    Raises:
        ToolMissingError: The browser is missing or fails.
    """
    if missing := explain_missing_browser():
        raise ToolMissingError(missing)
    from choreographer.browsers.chromium import Chromium

    browser = Chromium.find_browser(skip_local=False)
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        command = [str(browser), *_OPTIONS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        try:
            subprocess.run([*command, source.as_uri()], check=True, capture_output=True, timeout=_MOST_SECONDS)
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise ToolMissingError(messages.BROWSER_FAILED) from error

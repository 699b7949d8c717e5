"""The sentences that claims, verdicts and reports show to users; placeholders are named."""

from __future__ import annotations

from typing import Final

# Input
FILE_NOT_READABLE: Final = "The file can't be read."
NOT_PLAIN_TEXT: Final = "The file is not plain text."
NOT_PLAIN_TEXT_HINT: Final = "Save it as plain text in UTF-8, or copy the text out of the web page, PDF or document."
TEXT_TOO_LONG: Final = "The text is too long."
TEXT_TOO_LONG_HINT: Final = "Check it in parts."
FOLDER_NOT_TEXT: Final = "A folder can't be checked."
DATE_NOT_VALID: Final = '"{text}" is not a valid date.'

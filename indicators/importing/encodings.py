"""The encoding of a text, guessed by what would be in it: names of countries and headings of columns."""

from __future__ import annotations

import codecs
import re

from indicators.files import read_embedded_catalogue
from indicators.importing.columns import ROLES
from indicators.model.codelists import fold_name

__all__ = ["guess_encoding"]

_ENCODINGS = (
    "cp1252", "cp1251", "cp1250", "cp1254", "cp1253", "cp1257", "cp1255", "cp1256", "koi8_r", "cp866", "cp850",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
"""Those that statistical offices and spreadsheets use, the commonest first."""
_CELLS = 2_000


def guess_encoding(sample: bytes) -> str:
    """The encoding in which most words are names that tables have; if none are, in which it reads most like a language.

    Args:
        sample: Bytes that are not UTF-8.

    >>> guess_encoding("Österreich,2023,5".encode("cp1252"))
    'cp1252'
    """
    known = {name for names in ROLES.values() for name in names}
    areas = read_embedded_catalogue().areas
    best, most = "", 0
    for encoding in _ENCODINGS:
        try:
            text = codecs.getincrementaldecoder(encoding)("strict").decode(sample)
        except UnicodeDecodeError:
            continue
        cells = {cell.strip() for cell in re.split(r"[,;\t\r\n\"|]+", text)[:_CELLS] if not cell.isascii()}
        names = sum(fold_name(cell) in known or areas.get(cell) is not None for cell in cells)
        if names > most:
            best, most = encoding, names
    return best or _like_a_language(sample)


def _like_a_language(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(_ENCODINGS)).best()
    return "cp1252" if found is None else found.encoding

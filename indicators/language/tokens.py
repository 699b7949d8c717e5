"""A text cut into tokens: numbers, words, Han characters and signs, each with its place.

Full-width digits, traditional Chinese characters, no-break spaces and look-alike signs are normalized first, one
character for one, so that places in the view are places in the text. One regular expression without overlapping
alternatives cuts it, so the time is linear in the length.

>>> [token.text for token in tokenize("Sales: €4.27bn (+6%), 53,9万亿元")]
['Sales', ':', '€', '4.27', 'bn', '(', '+', '6', '%', ')', ',', '53,9', '万', '亿', '元']
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple

_PLAIN: Final = str.maketrans(
    {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    | dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " ")
    | {"％": "%", "．": ".", "＋": "+", "－": "-", "−": "-", "﹣": "-", "＄": "$", "￥": "¥", "‑": "-", "‐": "-"}
    | {"’": "'", "ʼ": "'", "（": "(", "）": ")", "〜": "~", "～": "~", "∼": "~"}
    | {0x401: 0x415, 0x451: 0x435}  # the Cyrillic letter yo is as often printed without its dots
)
_GROUPED: Final = re.compile(r"(?<![0-9.,，])([0-9]{1,3})，(?=[0-9]{3}(?![0-9]))")  # 3，737.4亿
_LATIN: Final = "aceopxyABCEHKMOPTX"
_CYRILLIC: Final = (  # letters that look alike
    0x430, 0x441, 0x435, 0x43e, 0x440, 0x445, 0x443, 0x410, 0x412,
    0x421, 0x415, 0x41d, 0x41a, 0x41c, 0x41e, 0x420, 0x422, 0x425,
)  # fmt: skip
_LOOKALIKE: Final = dict(zip(map(ord, _LATIN), _CYRILLIC, strict=True))
_MIXED: Final = re.compile(  # Latin letters within a Cyrillic word, as a keyboard left them
    rf"(?<![A-Za-z])[{_LATIN}]+(?=[\u0430-\u044f])|(?<=[\u0430-\u044f])[{_LATIN}]+(?![A-Za-z])"
)
_LETTER_O: Final = re.compile(r"(?<![^\s(])[Oo](?=\.[0-9])")  # "O.4 percent", as typists and scanners leave it
_TOKEN: Final = re.compile(
    r"(?P<number>(?:19|20)[0-9]{2}(?=,(?:19|20)[0-9]{2}(?![0-9]))|[0-9]+(?:[.,'][0-9]+)*)"
    r"|(?P<word>[A-Za-z\u00aa\u00ac-\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f]+)"
    r"|(?P<han>[\u3007\u3400-\u4dbf\u4e00-\u9fff])"
    r"|(?P<sign>\S)"
)


class Kind(IntEnum):
    """What a token is; the numbers are those of the groups of the pattern."""

    NUMBER = 1
    WORD = 2
    HAN = 3
    SIGN = 4


_KINDS: Final = (Kind.SIGN, *Kind)  # by the number of the group


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: What it is.
        text: Its characters, normalized.
        key: The text in lowercase.
        start: Its first character in the whole text.
        end: The character after its last.
        glued: Whether it follows the token before without a space.
    """

    kind: Kind
    text: str
    key: str
    start: int
    end: int
    glued: bool


def normalize(text: str) -> str:
    """Normalize variants of digits, spaces, signs and letters that look alike, character by character.

    >>> normalize("１７０％"), normalize("至3，737.4亿，增2，去年3，4月")
    ('170%', '至3,737.4亿，增2，去年3，4月')
    """
    plain = _LETTER_O.sub("0", _GROUPED.sub(r"\1,", text.translate(_variants())))
    return _MIXED.sub(lambda found: found[0].translate(_LOOKALIKE), plain)


@cache
def _variants() -> Mapping[int, int | str]:
    from indicators.language.chinese.traditional import SIMPLIFIED  # whose package reads tokens itself

    return {**_PLAIN, **SIMPLIFIED}


def tokenize(view: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokenize a part of a normalized text; places count from its beginning."""
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(view, start, len(view) if end is None else end):
        text = match.group()
        at = match.start()
        tokens.append(Token(_KINDS[match.lastindex or 4], text, text.lower(), at, match.end(), at == last))
        last = match.end()
    return tokens

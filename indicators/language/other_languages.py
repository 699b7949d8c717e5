"""Languages that texts are not read in, recognised so that their figures are refused and not misread.

A script of its own tells a language at once; one that shares the letters of a language that is read is told by its
small words and words of scale, which have to outnumber those of the languages that are read.

>>> find_other_language("Der Umsatz stieg um 12,5 Prozent auf 3,4 Milliarden Euro.")
'German'
>>> find_other_language("Sales at Banco de la Nación rose 12.5 percent to 3.4 billion."), find_other_language("5%")
('', '')
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["find_other_language"]

_SCRIPTS: Final = (
    ("Japanese", re.compile(r"[\u3041-\u30fa]")),
    ("Korean", re.compile(r"[\uac00-\ud7a3]")),
    ("Arabic", re.compile(r"[\u0620-\u064a]")),
    ("Hebrew", re.compile(r"[\u05d0-\u05ea]")),
    ("Greek", re.compile(r"[\u03ac-\u03ce]")),
    ("Hindi", re.compile(r"[\u0904-\u0939]")),
    ("Thai", re.compile(r"[\u0e01-\u0e2e]")),
    ("Georgian", re.compile(r"[\u10d0-\u10f0]")),
    ("Armenian", re.compile(r"[\u0561-\u0587]")),
)
_LEAST_OF_SCRIPT: Final = 0.15
_CYRILLIC_LETTERS: Final = (
    ("Ukrainian", re.compile("[іїєґ]")),
    ("Belarusian", re.compile("ў")),
    ("Serbian", re.compile("[јљњћђџ]")),
    ("Kazakh", re.compile("[әғқңөұүһ]")),
)
_SMALL_WORDS: Final = {
    "German": "in an was war will der die das und ist sind mit von dem den des ein eine einem einen einer "
    "nicht auf für im zum zur bei "
    "nach aus über wurde wurden stieg sank wie auch sich um gegenüber laut seit milliarden millionen milliarde prozent "
    "mrd mio jahr jahre betrug lag vorjahr umsatz",
    "French": "a on le la les des du de et est sont une un dans pour par sur au aux avec qui que plus en ce cette "
    "sa son ses "
    "ont été à milliards millions milliard d'euros pourcent l'an année contre selon hausse baisse chiffre",
    "Spanish": "a no el la los las del de y es son una un en por para con que se su sus al lo más ha han fue "
    "fueron hasta "
    "según año millones millón mil ciento euros pesos frente respecto creció crecieron",
    "Italian": "a in il lo la gli le dei della delle del di e è sono una un in per con che si su al nel "
    "nella ha hanno più "
    "anno miliardi milioni miliardo euro rispetto secondo sono stati cresciuto",
    "Portuguese": "a o os as da do das dos de e é são uma um em por para com que se no na nos nas ao mais "
    "foi foram ano "
    "bilhões milhões bilhão reais segundo cresceu até contra",
    "Dutch": "in is was of de het een en van is zijn met voor op aan door bij naar uit dat die niet ook tot "
    "om werd werden miljard "
    "miljoen procent jaar ten opzichte steeg daalde",
    "Polish": "i w z na do od się jest są że oraz przez dla po ze wzrosła wzrósł wzrosły spadł roku mld mln złotych "
    "miliardów milionów procent proc",
    "Turkish": "ve bir bu ile için olarak yüzde milyar milyon lira yıl yılında arttı düştü oldu göre de da kadar",
    "Swedish": "och att det en ett är som på för med av till den de har inte från miljarder miljoner procent kronor "
    "ökade år",
    "Czech": "a v ve na se je jsou do od že pro za miliard milionů procent korun roku vzrostl vzrostly podle",
    "Romanian": "și de la în cu pe din pentru este sunt că a al ale mai miliarde milioane lei euro anul crescut",
    "Indonesian": "dan di yang dari untuk dengan pada ini itu sebesar persen miliar juta triliun rupiah "
    "tahun naik turun",
    "Vietnamese": "và của là trong cho với các được tăng giảm tỷ triệu đồng năm phần trăm",
    "Bulgarian": "с до от за по не и в на се са от със през след към ще че което която който бяха беше лева "
    "лв милиарда милиона процента "
    "година години миналата спрямо нараснаха нарасна достигна",
}
_LATIN_LETTERS: Final = (
    ("Polish", re.compile("[ąęłńśźż]")),
    ("Portuguese", re.compile("[ãõ]")),
    ("Romanian", re.compile("[șț]")),
    ("Czech", re.compile("[ěřů]")),
    ("Turkish", re.compile("[şğı]")),
    ("Swedish", re.compile("å")),
)
_READ: Final = {
    "latin": "the of and to in a is are was were for on with by at from as its it that this has have had will be or an "
    "their his her but not than more about said up down per cent percent billion million trillion which who year years",
    "cyrillic": "в и на с до от за по из к не что это был была было были как или при также млрд млн трлн тыс году года "
    "год рублей процента процентов он она они его их для чем более менее около почти лет со во об а но",
}
_LATIN_WORD: Final = re.compile(r"[a-zà-öø-ÿāăąćčďđęěğıłńňőœřśşšťůűųźżžșțạ-ỹ']+")
_CYRILLIC_WORD: Final = re.compile(r"[а-яёђ-џ]+")
_HARD_SIGN_INSIDE: Final = re.compile(r"[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчш]")
_ONLY_RUSSIAN: Final = re.compile("[ыэё]")
_ENDS_IN_ARTICLE: Final = re.compile(r"(?:ицата|ията|ството|ването|овете|ността|ното)$")
_FEWEST: Final = 2
_SHORT: Final = 10  # words
_LONGEST: Final = 20_000  # characters that are looked at

_TABLES: Final = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
_OWN: Final = {name: frozenset(words.split()) for name, words in _READ.items()}


def find_other_language(text: str) -> str:
    """Return the English name of the language of a text that is not read; empty if the text may be in one that is.

    Args:
        text: The text.
    """
    start = text[:_LONGEST].lower()
    letters = sum(character.isalpha() for character in start)
    for name, pattern in _SCRIPTS:
        if len(pattern.findall(start)) > _LEAST_OF_SCRIPT * letters:
            return name
    latin, cyrillic = _LATIN_WORD.findall(start), _CYRILLIC_WORD.findall(start)
    if len(cyrillic) > len(latin):
        return _find_cyrillic(start, cyrillic)
    if not any(word in _OWN["latin"] for word in latin):  # a short text, which may lack the small words
        plain = " ".join(word for word in text[:_LONGEST].split() if word[0].islower())  # names keep their letters
        for name, pattern in _LATIN_LETTERS:
            if pattern.search(plain):
                return name
    return _find_by_words(latin, "latin", [name for name in _TABLES if name != "Bulgarian"])


def _find_cyrillic(text: str, words: list[str]) -> str:
    for name, pattern in _CYRILLIC_LETTERS:
        if len(pattern.findall(text)) > max(1, len(words) // 20):
            return name
    if _ONLY_RUSSIAN.search(text):
        return ""
    for name, pattern in _CYRILLIC_LETTERS:
        if len(words) < _SHORT and pattern.search(text):
            return name
    if _HARD_SIGN_INSIDE.search(text):
        return "Bulgarian"
    return _find_by_words(words, "cyrillic", ["Bulgarian"])


def _find_by_words(words: list[str], own: str, names: list[str]) -> str:
    """The language that knows most of the words, if it knows more of them than the languages that are read."""
    known = sum(word in _OWN[own] for word in words)
    best = max(names, key=lambda name: sum(word in _TABLES[name] for word in words))
    found = [word for word in words if word in _TABLES[best] or _ENDS_IN_ARTICLE.search(word)]
    alone = {word for word in found if word not in _OWN[own]}
    is_short = len(words) < _SHORT and len(found) >= _FEWEST and 3 * len(found) >= len(words)
    fewest = 1 if is_short else _FEWEST
    return best if len(alone) >= fewest and len(found) > known and 7 * len(found) >= len(words) else ""

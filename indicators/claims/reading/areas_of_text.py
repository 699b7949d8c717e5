"""The countries that a text names, by name, adjective or institution, in three languages and all Russian cases.

>>> from indicators.model.codelists import Area, AreaList
>>> russia = Area("RUS", "Russia", aliases=("Россия", "俄罗斯"))
>>> areas = AreaList([russia, Area("CHN", "China", aliases=("Китай", "中国"))])
>>> from indicators.language.tokens import tokenize
>>> finder = AreaFinder(areas)
>>> [code for code, _ in finder.found(tokenize("Russian exports to China; торговля России с Китаем; 中国"))]
['RUS', 'CHN', 'RUS', 'CHN', 'CHN']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from indicators.language.lexicon import Lexicon, Role
from indicators.language.tokens import Kind, Token
from indicators.model.codelists import AreaList

__all__ = ["AreaFinder", "stem_word"]

# Adjectives, capitals that stand for governments, and institutions: what CLDR does not know.
_MORE: Final = """
RUS | russian; russians; росси*; российск*; русск*; moscow; москв*; росстат*; минэкономразвит*; минфин рф; рф; \
банк* россии; цб рф; bank of russia; rosstat; 俄; 俄方; 莫斯科; 俄央行
CHN | chinese; китайск*; кнр; prc; beijing; пекин*; 我国; 中方; 国家统计局; 海关总署; 人民银行; 中; 全国; \
pboc; 工信部; 财政部; 商务部; 央行
USA | american; us; u.s.; united states; америк*; американск*; сша; washington; вашингтон*; federal reserve; \
the fed; фрс; 美; 美方; 美联储; 华盛顿
IND | indian; индийск*; rbi; reserve bank of india; nifty; sensex; new delhi; 印; 印度央行
BRA | brazilian; бразильск*; selic; brasilia; бразили*
JPN | japanese; японск*; bank of japan; tokyo; 日; 日央行; 日银
DEU | german; germans; немецк*; германск*; фрг; bundesbank; destatis; berlin; 德; 德国
FRA | french; французск*; insee; paris; 法; 法国
GBR | british; uk; u.k.; britain; britons; британск*; великобритани*; bank of england; london; ons; 英; 英国
ITA | italian; итальянск*; istat; rome
ESP | spanish; испанск*; madrid
NLD | dutch; нидерландск*; голландск*; the netherlands; netherlands
CHE | swiss; швейцарск*; snb; swiss national bank; zurich
SWE | swedish; шведск*; riksbank
NOR | norwegian; норвежск*; norges bank
DNK | danish; датск*
FIN | finnish; финск*
POL | polish; польск*
CZE | czech; чешск*
HUN | hungarian; венгерск*
UKR | ukrainian; украинск*; kyiv; киев*
BLR | belarusian; белорусск*; минск*; минском; белорусси*
KAZ | kazakh; kazakhstani; казахстанск*; астан*; нацбанк казахстана
UZB | uzbek; узбекск*; ташкент*
KGZ | kyrgyz; киргизск*; киргизи*
ARM | armenian; армянск*
AZE | azerbaijani; азербайджанск*
GEO | georgian; грузинск*
TUR | turkish; турецк*; turkey; ankara; cbrt; 土; 土耳其
IRN | iranian; иранск*
ISR | israeli; израильск*
SAU | saudi; саудовск*; saudi arabian; riyadh; 沙特
ARE | emirati; uae; оаэ; dubai; abu dhabi; дубай; дубае; дубая; дубайск*; 阿联酋; 迪拜
EGY | egyptian; египетск*; cairo
ZAF | south african; южноафриканск*; юар; 南非
NGA | nigerian; нигерийск*; lagos; abuja
KEN | kenyan; кенийск*; nairobi
MEX | mexican; мексиканск*; banxico; 墨西哥
ARG | argentine; argentinian; аргентинск*; indec; buenos aires; 阿根廷
CHL | chilean; чилийск*
COL | colombian; колумбийск*; bogota
PER | peruvian; перуанск*
CAN | canadian; канадск*; bank of canada; ottawa; statistics canada; statscan; toronto; 加; 加拿大
AUS | australian; австралийск*; rba; reserve bank of australia; canberra; sydney; 澳; 澳大利亚; 澳洲
NZL | new zealand's; новозеландск*; rbnz; wellington
KOR | south korean; korean; корейск*; южнокорейск*; south korea; южн* коре*; seoul; bank of korea; 韩; 韩国
PRK | north korean; северокорейск*
TWN | taiwanese; тайваньск*; taipei; 台湾; 台
HKG | hong kong's; hong kong; hkma; гонконг*; гонконгск*; 香港; 港
SGP | singaporean; сингапурск*; mas; 新加坡
IDN | indonesian; индонезийск*; jakarta; 印尼
THA | thai; тайск*; bangkok; таиланд*; 泰国; 泰
VNM | vietnamese; вьетнамск*; hanoi; vietnam; вьетнам*; 越南; 越
MYS | malaysian; малайзийск*; 马来西亚
PHL | philippine; filipino; филиппинск*; manila; 菲律宾
PAK | pakistani; пакистанск*
BGD | bangladeshi; бангладешск*
EMU | euro area; euro zone; eurozone; еврозон*; зон* евро; ecb; european central bank; ецб; 欧元区; 欧洲央行; \
euro-area
EUU | european union; eu; e.u.; евросоюз*; ес; eurostat; european commission; еврокомисс*; евростат*; 欧盟; \
欧; eu's
WLD | world; global; globally; worldwide; world's; мире; миров*; глобальн*; 全球; 世界
"""
_RUSSIAN_ENDINGS: Final = tuple(
    "ами ями ого ему ому ыми ими ия ии ию ие ей ой ий ый ая яя ое ее ые ов ев "
    "ам ям ах ях ом ем ых их а я ы и у ю е о ь й".split()
)
_SHORT: Final = frozenset("чад мали того оман куба гана перу чили ирак иран йемен".split())


def stem_word(word: str) -> str:
    """A Russian or English word as the tables write it: with a star for its endings, if enough is left.

    >>> stem_word("россия"), stem_word("exports"), stem_word("ввп"), stem_word("мали")
    ('росс*', 'export*', 'ввп', 'мали')
    """
    if "а" <= word[0] <= "я":
        if word in _SHORT:
            return word
        for ending in _RUSSIAN_ENDINGS:
            left = len(word) - len(ending)
            if word.endswith(ending) and (left >= 4 or (left == 3 and ending in ("ая", "ий", "ый", "ое", "ые"))):
                return word[: -len(ending)] + "*"
        return f"{word}*" if len(word) > 4 else word
    return f"{word[:-1]}*" if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


class AreaFinder:
    """Finds the areas of a list in tokens.

    Args:
        areas: The areas, whose names and aliases are known.
    """

    def __init__(self, areas: AreaList) -> None:
        self._known = areas.by_code
        self._lexicon = Lexicon(self._phrases(areas))

    def _phrases(self, areas: AreaList) -> Iterator[tuple[str, Role, Any]]:
        for area in areas:
            for name in (area.name, *area.aliases):
                if len(name) > 1 and not (name.isascii() and name.isupper() and len(name) < 3):
                    yield from ((form, Role.NAME, area.code) for form in _forms(name))
        for line in _MORE.strip().splitlines():
            code, _, phrases = (part.strip() for part in line.partition("|"))
            if code in areas.by_code:
                yield from ((phrase.strip(), Role.NAME, code) for phrase in phrases.split(";"))

    def found(self, tokens: list[Token]) -> list[tuple[str, int]]:
        """The codes of the areas named, each with its token, in order."""
        areas: list[tuple[str, int]] = []
        index = 0
        while index < len(tokens):
            matches = self._lexicon.at(tokens, index)
            if matches and self._is_name(tokens, index, matches[0].end):
                areas.append((matches[0].value, index))
                index = matches[0].end
            else:
                index += 1
        return areas

    @staticmethod
    def _is_name(tokens: list[Token], index: int, end: int) -> bool:
        """Names have capitals, except Russian adjectives; a single Han character needs another beside it."""
        token = tokens[index]
        if token.kind is Kind.HAN:
            if end - index > 1:
                return True
            following = tokens[end].text if end < len(tokens) else ""
            return token.text in "俄美印" and following in "国方央政媒罗经财总" and bool(following)
        if token.kind is not Kind.WORD:
            return False
        if token.key in ("us", "mas", "ес", "рф", "eu", "uk", "ons", "uae"):
            return token.text.isupper()
        if token.key in ("world", "global", "globally", "worldwide") or token.key.startswith("мир"):
            return True
        return token.text[0].isupper() or (
            "а" <= token.key[0] <= "я"
            and token.key.endswith(
                ("ий", "ого", "ому", "им", "ая", "ой", "ую", "ое", "ие", "их", "ими", "ой", "ым", "ые", "ых", "ко", "й")
            )
        )


_CASES: Final = {
    "ия": "ия ии ию ией", "я": "я и е ю ей", "а": "а ы и е у ой", "й": "й я ю ем е", "ь": "ь и ю я ем е ью",
}  # fmt: skip


def _forms(name: str) -> list[str]:
    """A name as it is looked for: one Russian word in all its cases, several words by their stems, others as they are.

    >>> _forms("Индия"), _forms("Южная Корея"), _forms("Chad")
    (['индия', 'индии', 'индию', 'индией'], ['южн* коре*'], ['Chad'])
    """
    lowered = name.lower().replace("ё", "е")
    if " " in name or not lowered.isalpha() or not "а" <= lowered[0] <= "я":
        return [" ".join(_keyed(word) for word in name.split())]
    for ending, cases in _CASES.items():
        if lowered.endswith(ending):
            return [lowered.removesuffix(ending) + case for case in cases.split()]
    if lowered[-1] in "аеиоуыэю":
        return [lowered]
    return [lowered + case for case in ("", "а", "у", "ом", "е")]


def _keyed(word: str) -> str:
    lowered = word.lower().replace("ё", "е")
    return stem_word(lowered) if lowered.isalpha() and "а" <= lowered[0] <= "я" else word

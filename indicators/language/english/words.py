"""Small English words."""

from typing import Final

from indicators.language.language import WordTables

__all__ = ["ENGLISH_WORDS"]

ENGLISH_WORDS: Final = WordTables(
    change="""
    a an the up down by rise rises rose risen rising increase increased increasing growth grew grow growing gain
    gained jump jumped surge surged soar soared climb climbed fall fell fallen falling drop dropped decline
    declined declining decrease decreased change changed of or i e ie that is that's s which was represents
    representing equivalent equal to meaning means nearly almost about around roughly approximately some over more
    less than higher lower larger smaller year on yoy y compared with from in just only marking mark posting
    showing shows annual annually total overall nominal nominally plus minus added lost adding one month quarter
    earlier previous last this period same time before ago when years half first second third fourth its their it
    expanding expanded contracting contracted shrinking shrank slipping slid slipped plunge plunged sinking sank
    real terms constant current prices inflation adjusted for at whole full level figure reading per cent percent
    january february march april may june july august september october november december""",
    general="""
    the a an of in and or for to from by with at on its their it that was were is are has had total overall volume
    value size amount number level figure annual yearly year years last past country countries national whole rate
    index growth increase grew rose rise fell turnover market economy sector reached between said according new
    all nominal real full average up down domestic also this per cent percent more than about""",
    in_totals="the its all total their",
    small="""
    the and for was were are has have had with its their this that than from into over about said says also been
    will""",
)

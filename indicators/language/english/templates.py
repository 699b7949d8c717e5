"""English patterns that relate several figures to each other."""

from typing import Final

LEVEL_PAIRS: Final = (
    r"\bfrom (?:an average of |about |some |a record |just |only )*<B><60>\bto (?:the |a |an |about |just )*<A>",
    r"<A><12>\bafter (?:ending|closing|finishing|starting|standing) <40><B>",
    r"\bto <A><60>\bfrom <B>",
    r"<A><40>\b(?:compared (?:to|with)|versus|vs\.?|up from|down from|as against|against)\b<30><B>",
    r"<A><25>\bfrom (?:(?:a|an|the|its|last year's) )?<B>",
    r"<A><25>\bafter <B> (?:<AGO>|in (?:\d{4}|the (?:previous|preceding)))",
    (
        r"\bto (?:an? \w+ )?<A><25>\bfrom (?:a |an |the )?(?:flash|initial|preliminary|first|advance|earlier|"
        r"previous)(?: <12>of)? <B>"
    ),
    r"<A> ?[,(—–-]+ ?<AGO>(?:,? (?:it|they) (?:was|were))?[ :—–-]*<B>",
)
MONTH_AND_YEAR: Final = (
    r"<M> (?:a|per|each|every) month ?[,(—–-]? ?(?:or|that is|which is)? ?<Y> (?:a|per|each|every) year",
)
SHARE_OF_SHARE: Final = (
    (
        r"<S1> of <50>[,;:—–(]* ?<12><S2> of (?:those|them|these|that|this|it|which|whom|the "
        r"\w+)\b<60>[,;:—–(] ?<60><S3> of "
        r"(?:all|the (?:total|whole)|total)\b"
    ),
    (
        r"<S1> of <50>[,;:—–(]* ?(?:and |while )?of (?:those|them|these|which|whom),? <20><S2><60>[,;:—–(] ?<60>"
        r"<S3> of (?:all|the (?:total|whole)|total)\b"
    ),
    (
        r"<S1> of <50>[,;:—–(]* ?<12><S2> of (?:those|them|these|that|this|it|which|whom|the "
        r"\w+)\b<60>\b(?:which makes|"
        r"making|that is|equal to|so that)\b<25><S3>"
    ),
)
LEVEL_TRIPLES: Final = (
    r"<A>[^⟦⟧;.]{0,50}, <BY> (?:more|fewer|less|higher|lower) than (?:the |that of |its )?<12><B>",
    (
        r"<A><30>(?:\b(?:is|are|was|were|or)\b|,)<12>⟦X(?P<by>\d+)⟧ ?(?:more|higher|larger|as (?:much|many|high|"
        r"large))<6>\b(?:than|as)<6>(?:<AGO>|in \d{4}),? when<30><B>"
    ),
    r"<A><25>[,(–—-] ?<STEP> (?:more|less|fewer|higher|lower)<6>\bthan (?:the |this |last |year's )*<12><B>",
    r"<A><30>[,(–—-] ?(?:up|down) (?:by )?⟦[MCQ](?P<by>\d+)⟧<6>\bfrom <B>",
    r"<A><12>\b(?:is|are|was|were)<6><BY> (?:(?:more|less|higher|lower) than|above|below) (?:the )?<6><B>",
    (
        r"<A><30>(?:\b(?:is|are|was|were|or)\b|,)<12>⟦X(?P<by>\d+)⟧ ?(?:the|as (?:much|many|high|large) as|that of|"
        r"more than|larger than|"
        r"higher than|its)<25><B>"
    ),
    r"<A><40>\b(?:up|down|by|rise|increase|growth|gain|fall|drop|decline|is|was|or)\b<20><BY><30><THAN><30><B>",
    (
        r"<A><25>(?:[,(–—-]|\b(?:is|are|was|were)\b) ?(?:or |about |some |nearly )?<BY> "
        r"(?:(?:more|less|fewer|higher|lower|larger|smaller|up|down)<12>\b(?:than|on)|"
        r"above|below|over|under|short of)\b (?:the |this |last |year's |\d{4}'s |of )*<B>"
    ),
    r"<A><25>, ?(?:or |about |some |nearly )?<BY> (?:above|below) (?:the|its|a|an) [a-z' -]{3,30} of <B>",
    r"<A><25>[,(–—-] ?<BY> (?:more|less|higher|lower)<12>\bthan <20>, when (?:it was|they were) <B>",
    r"<A><30>\b(?:exceed\w*|surpass\w*|beat|topp\w*|outstripp\w*|fell short of)\b <30><B><20>\bby <BY>",
    r"<A><30><BY> ?[,;(，；（]? ?<6><AGO><12><B>",
)
PART_AND_SHARE: Final = (
    r"<Y>[;,.:—–]? ?(?:and |about |some )*<S> of (?:them|these|those|whom|which)[,:(—– ]+<12><X>",
    r"\b(?:out )?of (?:the |all |its |their |our |a total of |some )*<Y><60>[ ,]<X><20><OR><S>",
    r"\b(?:out )?of (?:the |all )*<Y><40>[ ,]<X><40>[,—–-] ?(?:a|an|the) <25>(?:rate|share|proportion) of <S>",
    r"<Y>[;,] ?<12><X> of (?:them|these|whom|which)<OR><S>",
    (
        r"<X><40>\b(?:out )?of (?:a |the |its |total |gross )*<25><Y><25>[,—–-] ?(?:a|an|the|for an?|giving an?)"
        r" <25>(?:ratio|rate|share|proportion) of <S>"
    ),
    (
        r"<Y><25>[,;]? (?:of which|with|and|while) <40><X><30>[,—–-] ?(?:a|an|the|for an?|giving an?) <25>"
        r"(?:non-performing|bad|default|delinquency|arrears|vacancy|NPL)(?:-| )<12>(?:ratio|rate|share) of <S>"
    ),
    r"<X><40>\b(?:out )?of (?:the |all |its |their |a total of |some |total )*<Y><25><OR><S>",
    (
        r"<S> (?:out )?of (?!them|it\b|these|those (?!who)|whom|which)(?:the |all |its |their |those |a total of |"
        r"total )*<20><Y><12>[,(（—–-] ?<12><X>"
    ),
    (
        r"<X><15>[,(（] ?<12><S>[)）]? (?:of|out of) (?!them|it\b|these|those|whom|which)(?:the |all |its |their |"
        r"a total of |total |some )*<25><Y>"
    ),
    r"<X><30>\b(?:is|are|was|were|makes?|made|made up|account\w* for|represent\w*) (?:about )?<S> of <25><Y>",
    r"<Y><60>\b(?:of (?:which|whom|these|them)|including)\b<60><X><30><OR><S>",
    r"<Y><20>\bof (?:which|whom),? (?:about |some |nearly |over )*<S>(?:, or|,? \(|, that is,?) ?<12><X>",
    r"<S> ?[:(—–-] ?<12><X><15>\b(?:out of|of) (?:the |all |its |their )*<Y>",
    r"<S><20>, (?:or |that is |about )?<X><15>\bout of (?:the |all |its |their )*<Y>",
    r"<X><45>[,(–—-] ?<12><S> (?:of )?(?:the|its|that of|last year's) <12><Y>",
)
PART_WITHOUT_SHARE: Final = (
    r"<Y><40>\b(?:(?:of|among) (?:which|whom|them|(?:those|these)(?! ?⟦))|including)\b<25><X>",
    r"<Y><40>[,;] <25><X> of (?:which|whom|them|those|these)\b",
    r"<X><25>\bout of (?:the |all |a total of )*<Y>",
    r"(?:^|[.;:,] )(?:out )?of (?:the |all |its |these )*<Y><25>, <15><X>",
)

CITIES: Final = (
    "london|washington|moscow|beijing|paris|berlin|tokyo|rome|madrid|brasilia|new delhi|zurich|kyiv|"
    "ankara|riyadh|dubai|abu dhabi|cairo|lagos|abuja|nairobi|buenos aires|bogota|ottawa|toronto|canberra|"
    "sydney|wellington|seoul|taipei|jakarta|bangkok|hanoi|manila"
)
"""Capitals and others that also stand for their country."""

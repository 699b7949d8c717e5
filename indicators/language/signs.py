"""Signs of money and symbols of units that texts in any language use, as rows for `indicators.language.language.Nouns`.

English and Russian have tables of their own, with the spellings of their press.
"""

from typing import Final

MONEY_SIGNS: Final = """
USD | us$; usd; $us; u.s.$
USD? | $
EUR | €; eur
GBP | £; gbp
RUB | ₽; rub
CNY | rmb; cny; cn¥
CNY?¥ | ¥
JPY | jp¥; jpy
INR | ₹; inr
KRW | ₩; krw
TRY | ₺; try.
UAH | ₴; uah
KZT | ₸; kzt
BRL | r$; brl
MXN | mx$; mxn
CAD | c$; ca$; cad
AUD | a$; au$; aud
HKD | hk$; hkd
CHF | chf; sfr; fr.
SEK | sek
NOK | nok
DKK | dkk
CZK | czk; kč
PLN | pln; zł
HUF | huf
BGN | bgn
RON | ron
ILS | ₪; ils
"""
UNIT_SYMBOLS: Final = """
‰ | ‰
tonnes | t
tonnes@6 | mt
kilograms | kg
cubic metres | m3; m³
square metres | m2; m²
square kilometres | km2; km²
hectares | ha
kilometres | km
kilowatt-hours | kwh
megawatt-hours | mwh
gigawatt-hours | gwh
terawatt-hours | twh
kilowatts | kw
megawatts | mw
gigawatts | gw
gigabytes | gb
terabytes | tb
"""

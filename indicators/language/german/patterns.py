"""German patterns."""

from typing import Final

from indicators.language.patterns import Patterns

GERMAN_PATTERNS: Final = Patterns(
    year_earlier=r"(?:ein(?:em)? Jahr|zwölf Monate) (?:zuvor|davor|früher|vorher)|(?:im|vor einem|das) (?:Vorjahr|"
    r"Jahr zuvor|"
    r"Jahr davor)|"
    r"vor (?:einem Jahr|Jahresfrist)|im (?:Jahr )?(?:davor|zuvor)|im (?:Vorjahreszeitraum|Vorjahresquartal|"
    r"Vorjahresmonat)",
    last_year=r"im (?:letzten|vergangenen|vorigen) Jahr|letztes Jahr",
    change_stem=r"(?:erhöh|verringer|reduzier|schrumpf|steiger|gestieg|gesunk|wachs|beschleunig|verlangsam|"
    r"gewachs|gefall)\w*",
    comparable=r"vergleichbar\w*|(?:auf )?bereinigt\w* Basis|(?:flächen|währungs|kurs)bereinigt\w*|organisch\w*",
    real_terms=r"\breal\b|\breale[nrs]?\b|preisbereinigt\w*|inflationsbereinigt\w*|konstanten Preisen|in Preisen von",
    nominal=r"\bnominal\w*\b",
    current_prices=r"\b(?:in|zu) (?:jeweiligen|laufenden|heutigen) Preisen",
    real_measure=r"\bBIP\b|Bruttoinlandsprodukt\w*|Bruttonational\w*|Wirtschaftsleistung|Wertschöpfung|"
    r"Industrieproduktion|\bProduktion\b|\b\w*[Ww]irtschaft\b",
    nominal_measure=r"\b\w*(?:umsatz|umsätze|erlöse?|exporte?n?|importe?n?|ausfuhren|einfuhren|handel|gewinne?|"
    r"einkommen|löhne|lohn|gehälter|ausgaben|haushalt|etat|investitionen|einlagen|kredite|reserven|schulden|markt|"
    r"zahlungen|vermögen|einnahmen|steuereinnahmen|budget|bilanzsumme)\b",
    narrower=r"\b(?:Digital|Internet|Online|Plattform|Kreativ|Daten)-?wirtschaft|\b(?:des|vom|am|zum|als das|"
    r"%) BIPs?\b|"
    r"Prozent des B\w+",
    yearly=r"\b(?:im (?:Schnitt|Durchschnitt|Jahresdurchschnitt|Mittel)|durchschnittlich\w*|jährlich\w*|pro Jahr|"
    r"im Jahr(?! (?:zuvor|davor|\d))|Jahr für Jahr|jedes Jahr|CAGR)\b",
    up=r"\b(?:stieg\w*|steig\w*|gestiegen|wuchs\w*|wächst|gewachsen|erhöht\w*|kletter\w*|legte\w*|zugelegt|zunahm\w*|"
    r"zugenommen|sprang\w*|steiger\w*|gesteigert|verbesser\w*|anstieg\w*|Anstieg|Plus|vergrößert\w*|"
    r"verteuert\w*|angehoben|hob|beschleunig\w*|erhol\w*|zog\w* an)\b",
    down=r"\b(?:sank\w*|sink\w*|gesunken|fiel\w*|fällt|gefallen|zurückgegangen|zurückging\w*|verringer\w*|"
    r"reduzier\w*|"
    r"senkt\w*|gesenkt|schrumpf\w*|geschrumpft|einbrach\w*|eingebrochen|abgenommen|abnahm\w*|Rückgang|Minus|"
    r"rutscht\w*|"
    r"ging\w*|brach\w*|verschlechter\w*|gekürzt|verlangsam\w*|ermäßig\w*)\b",
    raised=r"\b(?:erhöh\w*|angehoben|hob\w*|heb\w*|anheb\w*|hoch ?gesetzt|nach oben|beschleunig\w*|"
    r"heraufgesetzt|steiger\w*|"
    r"aufgestockt|verbesser\w*)\b",
    lowered=r"\b(?:senk\w*|gesenkt|kürz\w*|gekürzt|nach unten|verringer\w*|reduzier\w*|herabgesetzt|verlangsam\w*|"
    r"zurückgenommen|abgeschwächt|schwächt\w*|nahm\w*)\b",
    growth_without_subject=r"(?:^|\b(?:erwartet\w*|prognostizier\w*|rechnet\w* mit|sieht|sah|meldet\w*|zeigt\w*|"
    r"bedeutet\w*|"
    r"ist|war|ein|einem|einen) )(?:Wachstum|Anstieg|Zuwachs|Plus|Rückgang|Minus) (?:von |um )(?:etwa |rund |"
    r"fast |knapp )*$",
    revision=r"revidier\w*|korrigier\w*|vorläufig\w*|zunächst",
    expected_before=r"\b(?:hatten?|erwartet worden|erwarteten|prognostizierten|Konsens\w*|gerechnet)\b",
    of_forecast=r"\b\w*(?:prognose|schätzung|vorhersage|ausblick|erwartung|projektion|ziel)(?:n|en)?\b",
    better_or_worse=r"\b(?:verbesser|verschlechter)\w*",
    unless_stated=r"\b(?:sofern|soweit|falls|wenn) nicht(?: \w+){0,2} (?:angegeben|vermerkt|ausgewiesen|genannt)\b",
    negation=r"\b(?:nicht|nie|kein\w*)\b",
    at_a_pace=r"\bmit einer (?:\w+ ){0,2}\w*rate von$",
    from_last_period=r"\b(?:Vormonat|Vorquartal)(?!s?zeit)|\bmonatlich\w*|\bMonatsvergleich",
    change_cue=r"\b(?:um|plus|minus|anstieg|zuwachs|wachstum|rückgang|zunahme|steigerung|abnahme) (?:von |um )?"
    r"(?:rund |etwa |fast |knapp |gut )?$",
    by_amount=r"\bum (?:rund |etwa |knapp |gut |nur )?",
    change_noun=r"Anstiegs?|Zuwachs(?:es)?|Wachstum|Rückgangs?|Zunahme|Abnahme|Steigerung|Senkung|Erhöhung|Plus|"
    r"Minus|Sprung|"
    r"Einbruchs?|Verringerung|Kürzung|Anhebung|Absenkung|Abbau",
    gross_debt=r"\bbrutto(?=\w*schuld)",
    on_average=r"\bdurchschnittlich\w*|\bDurchschnitt\w*|\bim Mittel\b",
    registered=r"\bregistr\w+|\bgemeldet\w*|\bBundesagentur\b|\bArbeitsagentur\b|\bArbeitsmarktservice\b|\bAMS\b",
    net_debt=r"\bnetto\w*",
    central_government=r"\bBundes(?:haushalt|schuld|budget)\w*|\bZentral(?:staat|regierung)\w*|\bBund(?:es)?\b",
    purchasing_power=r"\bKaufkraft\w*|\bKKP\b",
    usual_definition=r"\bILO\b|\bErwerbslosenquote\b|\bWeltbank\b|\bIWF\b|\bEurostat\b|\bOECD\b|"
    r"\bMaastricht\w*",
    at_a_time=r"\b(?:Höchst|Tiefst|Rekord|erreicht)\w*",
    end_of_year=r"\bDezember\b|\bJahresende\b|\bEnde (?:des Jahres|\d{4})|\bzum Jahresschluss\b",
    than=r"\b(?:von|als|gegenüber|zum|nach|nachdem|statt|verglichen mit|im Vergleich (?:zu|zum|mit))\b",
    reached=r"(?:,? (?:im Jahr )?\d{4})?,? und (?:erreichte|betrug|lag bei|belief sich auf) $",
    brings_to=r",? (?:womit|wodurch) \w+ (?:Gesamt\w+|Zahl|Bestand)\b",
    since_ahead=r"\bseit (?:(?:dem|der|den|Beginn|Ende|Anfang|Jahr|Mitte|des|Mai|Juni|Juli|August|März|April|"
    r"Januar|Februar|"
    r"September|Oktober|November|Dezember) )*$",
    record=r"\w",
    in_passing=r"\b(?:aber|jedoch|obwohl|wegen|angesichts|trotz|aufgrund|infolge|dank)\b",
    fiscal=r"\b(?:Geschäfts|Fiskal|Haushalts)jahr|\bGJ ?\d",
    whole_year=r"\b(?:gesamten?|ganzen?)(?: Jahre?s?)? $",
    respectively=r"\bbeziehungsweise\b|\bbzw\.?|\bjeweils\b",
    year_beside=r"\b(?:letzte[snm]?|vergangene[snm]?|vorige[snm]?|diese[snm]|im) (?:Vor)?[Jj]ahr(?:es)?\b|\bVorjahr",
    against_level=r"(?:unter|über|gegenüber) (?:\w+ ){0,3}(?:Vorkrisen|Vor-?Corona-?)?(?:niveau|stand|wert|"
    r"Höchst\w+)\b|vorkrisen|vor-corona|vor (?:der|dem) (?:pandemie|krise|krieg)",
    not_of_one_year=r"\b(?:seit|zwischen|Jahren|Jahrzehnt\w*|kumuliert\w*|bisher|\w*[Qq]uartal\w*|Vormonat|"
    r"Durchschnitt|Schnitt|"
    r"pro Kopf|Dollar|Kaufkraft\w*|Halbjahr\w*|Monat\w*)\b",
    again_in_brackets=r"rund|etwa|ca\.?|circa|gut|knapp|umgerechnet(?: rund| etwa| gut| knapp)?|das (?:sind|"
    r"entspricht)|also|"
    r"entspricht(?: rund| etwa)?|fast|US|ungefähr",
    again=r"(?:oder(?: rund| etwa| umgerechnet)?|das (?:sind|entspricht)(?: rund| etwa| umgerechnet)?|"
    r"umgerechnet(?: rund|"
    r" etwa| gut| knapp)?|d\. ?h\.|was (?:rund |etwa |umgerechnet )*|also(?: rund| etwa)?)\s",
    range_joint=r"\s+(?:bis|und|auf)",
    range_from=r"(?:von|zwischen)\s",
    range_to=r"(?:bis|auf)\s+",
    moves=r"\b(?:verdoppel|verdreifach|halbier|stieg|steig|wuchs|wächs|erhöh|kletter|sank|sink|fiel|fäll|"
    r"verringer|reduzier|"
    r"schrumpf|senk|hob|gesunken|gestiegen|angehoben)",
    counted_behind="(?:wurden |sind |waren )?(?:verkauft|ausgeliefert|gebaut|produziert|hergestellt|zugelassen|"
    "exportiert|"
    "installiert|fertiggestellt)",
    name_behind="er Serie",
    live=r"(?:lebten|leben|wohnten|wohnen)$",
    inhabitants=r"(?:menschen|personen|einwohner\w*|bürger\w*|bewohner\w*|leute)",
    have_people=r"\b(?:hatten?|hat|zählten?|zählt|lebten|leben|wohnten|wohnen)\s*$",
    group_ahead=r"von (?:allen |den |diesen |ihren |rund |etwa |gut |"
    r"knapp )*(?:\d[\d.,]* (?:Millionen |Mio\. )?)?((?:[a-zäöüß]+en )?[A-ZÄÖÜ][a-zäöüß-]{2,30})\b",
    of_shares=r"\bAktien?\b",
    per_share=r"(?:je|pro) Aktie",
    gdp="BIP|Bruttoinlandsprodukt",
    or_share=r"(?:(?:das (?:ist|sind|entspricht)|also|was) )?einer? (?:\w+ )?(?:\w*quote|\w*rate|\w*anteil) von|"
    r"oder|also|d\. ?h\.|das heißt|das (?:sind|entspricht|waren|entsprach)(?: einem Anteil von)?|"
    r"was (?:einem Anteil von|rund|etwa)?|entspricht|ein Anteil von|mit einem Anteil von",
    about="rund |etwa |fast |knapp |gut |über ",
    equals_share=r"\boder\b|entspr\w+|\bdas sind\b|\bist\b|\bwar\b|\bwaren\b|\bsind\b",
    of="von|der|des|aller|am",
    of_all=r"(?:den |der |des |allen |aller |ihrer )*(?:Gesamt\w*|insgesamt|alle[nr]?|ihnen|denen|diesen|Summe|"
    r"Total)",
    makes_up=r"\b(?:machen?|stellen?|bilden?|trägt|tragen|übernimmt|übernehmen|zahlt|zahlen|entfallen)\b",
    of_before=r"(?:davon|von (?:ihnen|diesen|denen))\b",
    comes_to=r"\b(?:also|das (?:sind|macht|ergibt)|oder|mithin|somit|das heißt)\b",
    concludes=r"(?:das|dies) (?:entspricht|entsprach|bedeutet|ergibt|ist gleichbedeutend)\b|(?:zusammen|insgesamt|"
    r"in summe) (?:sind|waren|ergibt|macht) (?:das|dies)\b",
    whole_pronoun=r"davon|ihnen|diesen|denen|dieser Summe",
    the_total=r"(?:des|der|dem|vom) (?:Gesamt\w*|Summe|Ganzen|Total)",
    total=r"\b(?:insgesamt|gesamt|alle)",
    total_phrase=r"\b(?:Gesamt[a-zäöüß]{4,}|(?:gesamte[nrs]?|insgesamt) [A-ZÄÖÜ][a-zäöüß]{4,})\b",
    total_ahead=r"\b(?:insgesamt|zusammen|in Summe|alles in allem|macht zusammen|in der Summe|gesamt)\b",
    total_behind="insgesamt|zusammen|in Summe",
    not_all_parts=r"\b(?:darunter|unter anderem|etwa|zum Beispiel|z\. ?B\.|vor allem|hauptsächlich|mehr als|"
    r"mindestens|"
    r"inklusive|einschließlich)\b",
    of_sum=r"von (?:den |diesen |insgesamt )?",
    net_sum=r"\bnetto(?:zu|ab|mittel|kapital)?\w*\b|\bunter dem Strich\b",
    intensive=r"durchschnitt|l[oö]hne?s?\b|geh[aä]lt|preise?s?\b|ertr[aä]g|miete|dichte|temperatur|geschwindig|\balter\b",
    not_parts=r"\b(?:gegenüber|verglichen|im Vergleich|nach(?= (?:⟦|rund|noch|zuletzt|zuvor|einem|dem|im))|"
    r"als|zuvor|Vorjahr|jeweils|je|pro|durchschnittlich|"
    r"davon)\b",
    in_favour=r"\bdafür\b",
    opposed=r"\bdagegen\b",
    undecided=r"\b(?:enthielt\w* sich|enthalt\w*|Enthaltung\w*|unentschlossen|unentschieden|antwortet\w* nicht|"
    r"keine (?:Meinung|Angabe\w*)|fehlten)\b",
    made_of=r"\b(?:setz\w+ sich (?:\w+ )?(?:aus|zusammen aus)|bestand\w* aus|besteh\w+ aus|verteil\w+ sich auf|"
    r"aufgeteilt|"
    r"davon|darunter|umfass(?:t|en|te|ten)|enthält|enthalten|"
    r"einschließlich|teil\w+ sich (?:auf )?in|unterteilt in|gliedert\w* sich in)\b",
    adds_up=r"betrug\w*|beträgt|betragen|belief\w* sich auf|beläuft sich auf|summier\w+ sich auf|erreicht\w+|"
    r"kam\w* auf",
    all_of_it=r"setz|besteh|bestand|verteil|aufgeteilt|teil|unterteilt|glieder",
    span_of_years=r"\b(?:in|über|binnen|innerhalb von|während) (?:den |die |letzten |vergangenen |kommenden |"
    r"nächsten )*(\w+) "
    r"Jahren?\b",
    earns=r"\b(?:verdien(?:te|ten|t)|verl(?:or|oren|iert)|investier(?:te|ten|t)|zahl(?:te|ten|t)|koste(?:te|ten|t)|"
    r"nahm(?:en)?|gab(?:en)?|lieh|(?:gewinn|verlust|überschuss)(?:es)? von)"
    r"(?: (?:rund|etwa|knapp|fast|gut|über|mehr als|nur|weitere))* ?$",
    proceeds=r"\b(?:Erlös\w*|Einnahmen|Umsatz|Kosten|kosten|brachte\w*|ergibt|macht)\b",
    each_ahead=r"\bjede[rsn]? (?:der|dieser) ⟦C\d+⟧ \w+ |\b(?:Durchschnittspreis|Stückpreis) von |\b(?:ein|eine|"
    r"jede[rs]?) \w+ (?:kostet\w*|zahlt\w*|bekommt|erhält) |"
    r"\b(?:je|pro) (?:Kopf|Person|Einwohner|Bürger|Haushalt|Beschäftigten|Mitarbeiter|Schüler|"
    r"Kunden)[^⟦⟧,;]{0,25}|\b(?:je|jeweils) ",
    employs=r"\b(?:\w*beschäftig\w*|Mitarbeiter\w*|Belegschaft|Angestellte\w*)",
    gets=r"\b(?:bekomm|bekam|erhalt|erhält|erhielt)\w*",
    each_word=r"\b(?:jeweils|jede[mnrs]?(?! (?:Jahr|Monat|Tag|Woche|Quartal|Mal))|je)\b",
    each_behind=r"(?:(?:pro|je|für jeden|für jede|an jeden) (?:Kopf|Person|Einwohner\w*|Bürger\w*|Haushalt|Familie|"
    r"Beschäftigte[nr]?|Mitarbeiter\w*|Schüler\w*|Student\w*|Kund\w+|Passagier|Patient\w*|Kind|Unternehmen|"
    r"Betrieb|Firma|"
    r"Schule|Filiale|Wohnung|Stelle|Arbeitsplatz|Nutzer\w*|Rentner\w*|Mitglied|Landwirt|Arzt|Lehrer\w*|"
    r"Besucher\w*|Gast)|jeweils\b)",
    exports_side=r"\b(?:Export(?:e|en|s)?|exportiert\w*|Ausfuhr(?:en)?|ausgeführt)\b",
    imports_side=r"\b(?:Import(?:e|en|s)?|importiert\w*|Einfuhr(?:en)?|eingeführt)\b",
    revenue_side=r"\b(?:Einnahmen|Erträge|Steuereinnahmen|nimmt|nahm(?:en)?|eingenommen)\b",
    spending_side=r"\b(?:Ausgaben|Aufwendungen|gibt|gab(?:en)?|ausgegeben)\b",
    trade_turnover=r"\b(?:Handelsvolumen|Außenhandelsumsatz|bilaterale\w* Handel)\b",
    surplus=r", (?:also )?ein(?:en)? Gewinn von|\b(?:\w*überschuss(?:es)?|Plus)\b",
    loss=r"\b\w*[Vv]erlust\w*",
    profit=r"\b\w*[Gg]ewinn(?:s|es|e)?\b|\b\w*ergebnis\w*",
    deficit=r"\b(?:\w*defizit(?:s|es)?|Fehlbetrag|Haushaltsloch|Finanzierungslücke)\b",
    balance=r"\b(?:Handelsbilanz|Außenhandelssaldo|Handelsbilanzsaldo|Haushaltssaldo|Saldo)\b",
    other_balance=r"Leistungsbilanz|Dienstleistung|\b(?:Primär|struktur\w+ )(?:überschuss|defizit|saldo)|\bohne\b",
    average=r"\b(?:im (?:Durchschnitt|Schnitt|Mittel)|durchschnittlich|"
    r"(?:der|einem?|einen) (?:Durchschnitt|Mittelwert|Schnitt))\b",
    per=r"pro|je",
    comes_in=r"\b(?:stellte\w*|eingestellt|eröffnete\w*|eröffnet|kaufte\w*|gekauft|hinzu\w*|baute|gebaut|Geburten|"
    r"geboren|Zugänge|Zuzüge|zogen zu|zugezogen|kamen|Neuzugänge)\b",
    goes_out=r"\b(?:entließ\w*|entlassen|schloss\w*|geschlossen|verkauft\w*|verlor\w*|verloren|strich\w*|"
    r"gestrichen|baute ab|abgebaut|starben|gestorben|Sterbefälle\w*|Todesfälle\w*|Abgänge|Wegzüge|zogen weg|"
    r"weggezogen|ausgegeben|verließen|gekündigt|verschrottet)\b",
    leaving=r"\b(?:bleiben|blieben|verbleiben|verblieben|so ?dass (?:noch )?)\b",
    remain=r"\b(?:übrig|verbleiben|blieben|bleiben)\b",
    per_hour=r"\b(?:pro|je|in der|die) Stunde\b|\bstündlich\b",
    per_day=r"\b(?:pro|am|je) Tag\b(?! (?:d|nach|vor|zuvor))|\btäglich\b|\bjeden Tag\b",
    per_week=r"\b(?:pro|in der|je|jede) Woche\b|\bwöchentlich\b",
    per_month=r"\b(?:pro|im|je|jeden) Monat\b(?! (?:[A-Z]|zuvor|davor))|\bmonatlich\b",
    per_quarter=r"\b(?:pro|im|je|jedes) Quartal\b",
    per_year=r"\b(?:pro|im|je|jedes) Jahr\b(?! (?:\d|⟦|zuvor|davor|darauf))|\b(?:jährlich|(?:im|"
    r"für das) (?:ganze[ns]?|gesamte[ns]?) Jahr)\b",
    average_behind=r"im (?:Durchschnitt|Schnitt|Mittel)\b",
    ranges_from=r"\b(?:reich(?:t|en|te|ten) von|schwank\w+ zwischen|lieg(?:t|en) zwischen|lag(?:en)? zwischen)\b",
    wider_group=r"\b(?:bundesweit\w*|landesweit\w*|EU|OECD|weltweit\w*|Branchen|langjährig\w*|mehrjährig\w*)\b|"
    r"\b(?:bundes|landes|branchen|EU-)durchschnitt\w*|\bunter anderem\b|\bdarunter\b|\bam (?:höchsten|niedrigsten)\b",
    set_rate=r"\b(?:Leitzins\w*|Einlagensatz\w*|Hauptrefinanzierungssatz\w*|Zinssatz\w*|Schlüsselzins\w*|"
    r"Einlagezins\w*|"
    r"Notenbankzins\w*)\b",
    as_many_as=r"(?:so (?:viele?|hoch|groß) wie|mehr als)(?: die| den| der)?|viele? wie(?: die)?",
    by_itself=r"\b(?:allein|alleine)\b",
    flow=r"\b(?:besuch\w+|verkauf\w+|abgesetz\w+|Absatz|Umsatz\w*|produzier\w+|Produktion|gebaut\w*|exportier\w+|"
    r"Export\w*|"
    r"importier\w+|"
    r"Import\w*|beförder\w+|geliefert\w*|ausgeliefert\w*|gefördert\w*|einge?nommen\w*|ausgegeben\w*|umgeschlagen\w*|"
    r"gezählt\w*|Einnahmen|Ausgaben)\b",
    not_added_over_time=r"\b(?:seit\w*|kumuliert\w*|"
    r"durchschnittlich\w*|Durchschnitt\w*|Schnitt|Mittel|täglich\w*|pro Tag|monatlich\w*|"
    r"pro Monat|"
    r"am Ende|Ende|Stand|Bestand\w*|erwart\w+|Prognose\w*|geplant\w*|Ziel\w*|Beschäftigt\w*|Mitarbeiter\w*|Quote)\b",
    at_a_rate=r"\b(?:zu|mit)(?: einem Zins(?:satz)? von)?(?: rund| etwa)? $",
    largest=r"\b(?:führt(?= mit)|größte[rsnm]?|teuerste[rsnm]?|höchste[rsnm]?|meisten|"
    r"führend\w*|Spitzenreiter|an der Spitze|"
    r"Platz eins|"
    r"wichtigste[rsnm]?|"
    r"erste[rsn]? Stelle|bedeutendste[rsn]?|stärkste[rsn]?)\b",
    fastest=r"\b(?:am (?:stärksten|schnellsten)|(?:stärkste|schnellste|kräftigste|steilste)[rsnm]?)\b",
    ranked_noun=r"(?:\w+ )?(?:\w*anteil|zahl|wert|summe|betrag|ergebnis|menge|\w*produzent|hersteller|anbieter|"
    r"lieferant|\w*betreiber|von|der|"
    r"unter|in|mit|ist|war|hat)\w{0,2}\b",
    not_first=r"\b(?:zweit|dritt|eine[rsn]? der|nicht|pro|je|außer|seit|bisher|jemals)\w*",
    smallest=r"\b(?:kleinste[rsnm]?|niedrigste[rsnm]?|wenigsten|geringste[rsnm]?|billigste[rsn]?)\b",
    second=r"\b(?:gefolgt von|vor|es folg\w+|folgte[n]?|folgen|dahinter|danach|dann (?:kam\w*|folg\w+)|"
    r"an zweiter Stelle|"
    r"auf (?:Platz zwei|dem zweiten Platz)|Zweiter|zweitgrößte[rsn]?|(?:nächst|schärfst)\w+ (?:Konkurrent|Rivale|"
    r"Verfolger)\w*)\b",
    second_after=r"\bzweit(?:größt|höchst|stärkst|reichst|teuerst)\w+[^⟦⟧,;.]{0,40}? (?:nach|hinter)\b",
    more_than=r"\b(?:mehr|höher|größer|länger|teurer|schwerer|älter)(?: [\w-]+){0,2} als\b",
    less_than=r"\b(?:weniger|niedriger|geringer|kleiner|kürzer|billiger|günstiger|leichter|"
    r"jünger)(?: [\w-]+){0,2} als\b",
    target=r"\b(?:Ziel\w*|Richtwert\w*|Schwelle\w*|Obergrenze|Plan\w*|geplant\w*|Vorgabe|Soll)\b",
    only=r"\b(?:nur|lediglich|bloß)\b",
    misses=r"\b(?:verfehlt\w*|verpasst\w*|unterschritt\w*)\b",
    beats=r"\b(?:übertraf\w*|übertroffen|überschritt\w*)\b",
    exceeds=r"\b(?:übertraf\w*|übertrifft|übertreffen|überstieg\w*|übersteigt|überholt\w*|(?:ist|war|waren|"
    r"sind) (?:größer|höher|"
    r"mehr) als|größer als|höher als|mehr als)\b",
    counting_in=r"einschließlich|inklusive|inkl\b|samt\b",
    has_feature=r"\bmit\b",
    the_rest=r"\b(?:der Rest|die anderen|den Rest|dem Rest|restliche[nrs]?|übrige[nrs]?|verbleibende[nrs]?)\b",
    of_one_whole=r"von (?:allen |den |diesen |seinen |ihren )[^⟦⟧,]{3,40}⟦|"
    r"[^⟦⟧]{0,40}⟦[SR]\d+⟧ [^⟦⟧,]{3,40} (?:kamen?|kommen|kommt|stammt?e?n?|gingen|gehen) (?:aus|nach)\b",
    ratio_base=r"\bNennwert|Nominal|\w*(?:plan|ziel|kapazität|einkommen|umsatz|erlös|bip|norm|durchschnitt|niveau|"
    r"preis|wert|kapital|"
    r"produktion|lohn|gehalt|kosten|budget|vorjahr|bedarf|nachfrage|soll)\w*",
    come_from=r"\b(?:(?:kamen|kommen|stammten|stammen) )?aus\b",
    divided=r"(?:kam(?:en)?|komm(?:t|en)|stamm\w+) (?:aus|von) [^⟦⟧]{1,30}\(⟦|(?:ging(?:en)?|geh(?:t|en)) (?:an|"
    r"nach|in) [^⟦⟧]{1,30}\(⟦|"
    r"\b(?:aufgeteilt|verteil\w*|aufschlüssel\w*|setz\w+ sich|besteh\w* aus|bestand\w* aus|"
    r"Marktanteile?|entfall\w*|"
    r"entfiel\w*|Anteile?|Aufteilung|teil\w+ sich|nach (?:Regionen|Ländern|Branchen|Sektoren|Alter|Segmenten)|"
    r"machten?|jeweils)\b",
    own_rate=r"\b\w*[Mm]argen?\b",
    overlapping=r"\b(?:Befragte\w*|Umfrage\w*|befragt\w*|gaben an|sagt\w*|nutz\w*|plan\w*|glaub\w*|woll\w*|erwart\w*|"
    r"bevorzug\w*|unterstütz\w*|vertrau\w*|davon|von denen|gegenüber|als|zuvor|stieg\w*|sank\w*|wuchs\w*|"
    r"fiel\w*|nach)\b",
    in_places="in|unter|bei",
    time_in_sentence=r"\b(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|erst|zweit|dritt|viert|halb|quartal|"
    r"monat|woche|"
    r"jahr|vorjahr|heute|gestern|zuvor|früher|letzt|vergangen|nächst|jetzt|damals|ganze|gesamte)",
    counted_or_valued=r"\b(?:Transaktionen|Geschäfte|Käufe|Bestellungen|Zahlungen|Aufträge)\b",
    figure_in_heading=r"\d\s?(?:%|Mio|Mrd|Millionen|Milliarden|Prozent|Billionen)|[$€£]\s?\d",
    taken_together=r"(?:zusammen|kumuliert)\b",
    same_time_ahead=r"(?:gleichen?|selben|entsprechenden) (?:Zeitraum|Quartal|Monat|Halbjahr)(?: von| des Jahres)?$",
    dates_another=r"\b(?:gegründet\w*|geboren\w*|fällig\w*) ?(?:im|am|in)? ?$|\b(?:seit )?gründung (?:im jahr )?$|"
    r"\bbasis(?:jahr)?:? ?$",
    narrower_subject=r"\b(?:ohne|ausgenommen|außerhalb)\b",
    relative=r", (?:die|der|das|deren|dessen)\b",
    this_was=r"(?:das|dies) (?:waren|war|sind|ist|entspricht|bedeutet)",
    states_level=r"\b(?:so|viele?|lag(?:en)?|liegt|liegen|betrug(?:en)?|beträgt|betragen|kostete[nt]?|kostet|"
    r"kosten|erreichte[n]?|erreicht|zählte[n]?|zählt|belief(?:en)?|beläuft|belaufen|beziffert|"
    r"sich|auf|noch|nur|schon|bereits|erst|bei|waren?|gewesen|ist|sind|hatte[n]?|hat|haben|es|er|sie|"
    r"Jahre? später|damals|mehr|weniger|höher|niedriger|größer|kleiner|teurer|billiger|ein|eine|einem|einer|"
    r"einen|das|dies|macht|der|die|den|dem)\b",
    back_then=r"\bdamals\b",
    changed_object=r"(?:sein|ihr|unser|d(?:ie|en|as))\w*\b",
    is_now=r"\b(?:ist|hat|beträgt|liegt|zählt)\b",
    nowadays=r"\b(?:jetzt|heute|derzeit|inzwischen|mittlerweile|aktuell)\b",
    years_later=r"\bJahre? später\b",
    it_was=r",? (?:waren es|war es|lag er|lag sie|lag es|betrug er|betrug sie|betrug es|lagen sie|hatte er|hatte sie|"
    r"waren|war|lag|lagen|betrug) (?:noch |erst |nur )?(?:bei )?",
    than_ahead=r"\b(?:als|zum|gegenüber|mit|zu)\s+(?:dem )?",
    not_comparison=r"(?:mehr|weniger|höher|niedriger|ab|zu|nach|ein|zurück) (?:bezahl|lasten|den|der|einem|"
    r"einer|einen|dem)\b",
    partner_share=r"auf \w+ (?:entfiel\w*|entfällt|entfallen) [^.;]{0,40}\b(?:Exporte?|Importe?|Ausfuhr\w*|Einfuhr\w*|"
    r"Handels?)\b|(?:die|nach) \w+ (?:ging(?:en)?|geht|gehen|floss(?:en)?|fließ(?:t|en))\b",
    rank_in=r"\b(?:(?:höchst|niedrigst|tiefst|größt|kleinst|schnellst|stärkst|schwächst|reichst|ärmst|teuerst|"
    r"geringst|best|"
    r"schlechtest|jüngst|ältest)\w*|Spitze\w*|Platz|Rang) ?(?:[\w-]+ ){0,6}"
    r"(?:in|im|der|innerhalb|unter|von) (?:der |den |des |allen |ganz )?(?:gesamten )?$",
    partner_ahead=r"\b\w*(?:Export|Import|Ausfuhr|Einfuhr|Liefer|Verk[aä]uf|Absatz|Bestell|Handel)\w*\b[^.;,]{0,40}\b"
    r"(?:entfiel\w*|entfällt|entfallen) (?:allein )?auf (?:die |den )?$",
    given_to=r"\b(?:Hilfe\w*|Kredit\w*|Reise\w*|Flüge\w*|Urlaub\w*|Tourist\w*|Zuwander\w*|kamen|reisten)\b"
    r"[^.;,]{0,40} nach $",
    own_economy="wirtschaft|konjunktur",
    trade_out="export|ausfuhr|liefer|warenexport",
    trade_in="import|einfuhr|bezug|bezüge|käufe",
    rate_name="inflation|wachstum|quote|rate|arbeitslosigkeit|zins",
    length_of_life=r"\bLebenserwartung",
    general_name="wachstum|quoten?|rate|preise|dollar|exporte|importe|reserven|lebenshaltung",
    cities="berlin|wien|bern|washington|london|paris|rom|madrid|warschau|prag|budapest|sofia|athen|ankara|"
    "moskau|kiew|kyjiw|peking|tokio|seoul|buenos aires|stockholm|dubai|abu dhabi",
    area_in_name=r"(?:us|us-|usa) - ?(?:Dollar|Cent)|eu - ?(?:Kommissar)|welt\w* (?:bank|handels|gesundheits|"
    r"wirtschaftsforum)|"
    r"(?:jordan|israel) (?!sagte|war|ist|hat|und)[A-Z][a-z]+",
    as_in=r"\bwie (?:schon |bereits |auch |zuvor )*(?:im|in|zum|am) $",
    when_it=r", als\b",
    then_other=r", (?:bevor|ehe|und dann|danach)\b",
    when=r"\d{4}|\b(?:zuvor|davor|früher|Vorjahr)\b",
    part_goes=r"(?:davon )?(?:kam(?:en)?|stamm\w+|ging(?:en)?|geh(?:t|en)|entf(?:iel|äll|ielen|allen)\w*|floss|flossen|"
    r"fließen) (?:aus|von|an|nach|in|auf)\b",
    so_many_now=r"\b(?:(?:sind|waren|werden) es|es (?:sind|waren))(?: (?:nun|jetzt|noch|heute|bereits|insgesamt|"
    r"schon))* $|"
    r"\b(?:hat|hatte|zählt|zählte|betreibt|bleiben|blieben)(?: (?:nun|jetzt|noch|inzwischen|bereits|insgesamt|"
    r"damit))+ $",
    group_by_rank=r"(?:reich|ärm|wohlhabend|best|einkommens\w+)(?:st)?(?:verdien\w*|en) \|",
    that_of=r"\b(?:unter|über) (?:dem|den|denen|dem von) $",
    asked=r"\b(?:umfrage|befragt\w*|befragung)\b",
    before_tax=r"vor (?:Zinsen|Steuern)(?:(?: und|,) \w+)*",
    turned_back=r"\b(?:zurück|herab|herunter|nach)$",
    part_has=r"(?:haben|besitzen|leben|arbeiten|rauchen|sprechen)\b",
    previous_one=r"(?:der|des) (?:vorigen|letzten|vorherigen|vorangegangenen) (?!Jahr|Monat|Quartal)",
    ratio=r"\b(?:Verhältnis|Verschuldungsgrad|Koeffizient|Gini\w*|Multiplikator|EBITDA|Geburtenziffer|Geburtenrate)\b",
    exchange_rate="kurs|notiert|kostete",
    whole_is_gdp=r"(?:des |vom |am |der )?(?:BIPs?|Bruttoinlandsprodukte?s?|Wirtschaftsleistung)",
    level_pairs=(
        r"\bvon (?:[a-zäöü]+ )?(?:noch |zuvor )?<B><60>\bauf (?:[a-zäöü]+ )?<A>",
        r"\bauf <A><40>\b(?:nach|von)\b<15><B>",
        r"\bauf <A><25>, nachdem<60><B>",
        r"<A><40>\b(?:gegenüber|verglichen mit|im Vergleich zu|nach|statt)\b<30><B>",
        (
            r"<A> ?[,(—–-]+ ?(?:nach )?<AGO>(?:,? ?(?:waren|war|lag|lagen|betrug)? ?(?:es|er|"
            r"sie)?(?: noch)?(?: bei)?)?[ :—–-]*<B>"
        ),
    ),
    share_of_share=(
        (
            r"<S1><60>[,;:—–(]* ?<12>(?:davon|von (?:diesen|ihnen|denen))<30><S2><60>[,;:—–(] ?<60><S3> "
            r"(?:aller|der gesamt\w*|insgesamt|des gesamt\w*|der Gesamt\w*|des Gesamt\w*)"
        ),
        (
            r"<S1><60>[,;:—–(]* ?<12><S2> (?:davon|von (?:diesen|ihnen|denen)|dieser \w+)<60>[,;:—–(] ?<60><S3> "
            r"(?:aller|der gesamt\w*|insgesamt|des gesamt\w*|der Gesamt\w*|des Gesamt\w*)"
        ),
    ),
    level_triples=(
        r"<A>[^⟦⟧;.]{0,50}, <BY> (?:mehr|weniger|höher|niedriger) als <20><B>",
        r"\bauf <A><12>⟦X(?P<by>\d+)⟧,? (?:nach|gegenüber|von)<15><B>",
        r"<A><25>[,(–—-] ?<STEP> (?:mehr|weniger|höher|niedriger) als (?:die |der |den )?<12><B>",
        (
            r"<A><30>(?:das (?:ist|sind)|,|ist|war|sind|waren|oder)<12>⟦X(?P<by>\d+)⟧ ?(?:so viel\w*|so hoch|so groß|"
            r"mehr|höher|des|der|größer)?<6>(?:wie|als)?<25><B>"
        ),
        r"<A><40>\b(?:um|plus|minus|Anstieg|Rückgang|Zuwachs|Wachstum|oder)\b<20><BY><30><THAN><30><B>",
        (
            r"<A><30>(?:[,(–—-]|und (?:damit|somit)) ?(?:um |rund |oder )?<BY> "
            r"(?:mehr|weniger|höher|niedriger|über|unter)<12>\b(?:als )?<20><B>"
        ),
        r"<A><30>\b(?:übertr(?:af|ifft|offen)|übersteig\w*|überstieg\w*)\b<40><B><20>\bum <BY>",
        r"<A><30><BY> ?[,;(]? ?<6><AGO><12><B>",
    ),
    part_and_share=(
        r"<Y>[;,] ?<12><X> (?:davon|von ihnen)<OR><S>",
        r"<Y>[;,.:—–]? ?(?:und |rund |etwa )*<S> (?:davon|von (?:ihnen|diesen|denen))[,:(—– ]+<12><X>",
        r"\b[Vv]on (?:den |insgesamt |allen |rund |etwa |ihren )*<Y><60>[ ,]<X><25><OR><S>",
        r"<X><40>\b(?:von|der|des) (?:den |insgesamt |allen |rund |gesamten )*<Y><25><OR><S>",
        r"<Y>[;,] ?<12>(?:davon|von denen)<40><X><20><OR><S>",
        r"<Y><60>\b(?:davon|darunter|von denen)\b<60><X><30><OR><S>",
        r"<S> (?:der|des|aller|von) (?!diesen|denen|ihnen)(?:den |insgesamt )*<20><Y><12>[,(–—-] ?<12><X>",
        r"<X><15>[,(–—-] ?<12><S>[)]? (?:der|des|von|aller) (?!diesen|denen|ihnen)(?:den |insgesamt )*<25><Y>",
        r"<X><30>\b(?:ist|sind|war|waren|entspr\w+|mach\w+)\b<12><S> (?:der|des|von|aller)<25><Y>",
        r"<S> ?[:(—–-] ?<12><X><15>\bvon (?:den |insgesamt )*<Y>",
    ),
    part_without_share=(
        r"<Y><40>\b(?:davon|darunter|(?:von|unter) (?:denen|ihnen)|einschließlich)\b<25><X>",
        r"<Y><40>[,;] <25><X> (?:davon|von (?:denen|ihnen))\b",
    ),
)  # fmt: skip

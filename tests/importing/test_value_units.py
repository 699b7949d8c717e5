"""Scale and unit beside, above and around the numbers: read in full, or refused."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping

HEAD = "Country,Year,"


def values_and_units(store, id="sales"):
    from indicators.store import Query

    frame = store.read_panel(Query(store.catalogue.find_dataset(id).indicators, datasets=(id,))).frame
    return list(zip(frame["value"].tolist(), frame["unit"], strict=True))


TRADED = {
    "($/bbl)": (5, "USD per barrel"),
    "($/mt)": (5, "USD per tonne"),
    "(EUR/MWh)": (5, "EUR per megawatt-hour"),
    "(US¢/kg)": (0.05, "USD per kilogram"),
    "($/troy oz)": (5, "USD per troy ounce"),
    "($/gal)": (5, "USD per US gallon"),
    "($/bu)": (5, "USD per bushel"),
    "(US cents per pound)": (0.05, "USD per pound of weight"),
    "($/mmbtu)": (5, "USD per million British thermal units"),
    "(£/therm)": (5, "GBP per therm"),
    "($/dmtu)": (5, "USD per dry metric tonne unit"),
    "(2010=100)": (5, "index, 2010 = 100"),
    "['000 t]": (5e3, "tonnes"),
    "% y/y": (5, "%"),
    "[Index]": (5, "index"),
    "(mn EUR)": (5e6, "EUR"),
    "kt CO2": (5e3, "tonnes of CO2"),
    "RMB bn": (5e9, "CNY"),
    "(₹ crore)": (5e7, "INR"),
}


@pytest.mark.parametrize("first", ["", "Unit"])
def test_a_row_of_units_below_names(import_file, open_imported, first):
    names = "".join(f",Price of thing {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}" for n in range(len(TRADED)))
    text = f"Prices of goods\nMonth{names}\n{','.join([first, *TRADED])}\n1960M01{',5' * len(TRADED)}\n"
    report = import_file(text, mapping=ColumnMapping(one_area="World"))
    assert report.refused == 0
    assert sorted(values_and_units(open_imported())) == sorted(TRADED.values())


@pytest.mark.parametrize("unit", ["per 1,000", "florins/ell"])
def test_a_unit_below_a_name_that_is_not_known_stays_in_it(import_file, open_imported, unit):
    text = f',Oil,Deaths\n,($/bbl),"({unit})"\n1960M01,1.5,2.5\n1960M02,1.6,2.6\n'
    report = import_file(text, mapping=ColumnMapping(one_area="World"))
    assert f"Deaths ({unit})" in str(report.understood)
    assert {unit for _, unit in values_and_units(open_imported())} == {"USD per barrel", "units"}


@pytest.mark.parametrize("unit", ["¢/kg", "cents/kg", "c/lb", "cents per pound", "p/therm", "$/florin"])
def test_a_part_of_money_below_a_name_is_asked_for(import_file, unit):
    text = f",Oil,Tea\n,($/bbl),({unit})\n1960M01,1.5,2.5\n1960M02,1.6,2.6\n"
    with pytest.raises(UsageError, match="can't be read"):
        import_file(text, mapping=ColumnMapping(one_area="World"))
    import_file(text, mapping=ColumnMapping(one_area="World", units={unit: "US cents/kg"}))


@pytest.mark.parametrize(
    ("header", "cell", "value", "unit"),
    [
        ("Sales (EUR mn)", "5", 5e6, "EUR"),
        ("Sales (Mio. EUR)", "5", 5e6, "EUR"),
        ("Umsatz in Mrd. €", "5", 5e9, "EUR"),
        ("Sales (KEUR)", "5", 5e3, "EUR"),
        ("Оборот (млрд руб.)", "5", 5e9, "RUB"),
        ("营业额（亿元）", "5", 5e8, "CNY"),
        ("Debt (% of GDP)", "5", 5, "% of GDP"),
        ("Ventas (miles de millones de euros)", "5", 5e9, "EUR"),
        ("Price (US cents per kg)", "5", 0.05, "USD per kilogram"),
        ("Share price (GBX)", "5", 0.05, "GBP"),
        ("Output (1000 t)", "5", 5e3, "tonnes"),
        ("Output (10^6 USD)", "5", 5e6, "USD"),
        ("Staff, thousand persons", "5", 5e3, "persons"),
        ("Stock (INR crore)", "5", 5e7, "INR"),
        ("Spend (EUR x 1000)", "5", 5e3, "EUR"),
        ("Spend (EUR 1,000)", "5", 5e3, "EUR"),
        ("Spend (US$ M)", "5", 5e6, "USD"),
        ("Budget (mld zł)", "5", 5e9, "PLN"),
        ("Debt (as % of GDP)", "5", 5, "% of GDP"),
        ("US$ at current prices in millions", "5", 5e6, "USD"),
        ("Mrd EURO-BEF", "5", 5e9, "EUR"),
        ("Dette (% du PIB)", "5", 5, "% of GDP"),
        ("Staatsschulden in % des BIP", "5", 5, "% of GDP"),
        ("Долг, % ВВП", "5", 5, "% of GDP"),
        ("GDP in US$ (2015 prices)", "5", 5, "USD at 2015 prices"),
        ("Real GDP at chained PPPs (in mil. 2017US$)", "5", 5e6, "international dollars at 2017 prices"),
        ("PIB (en millions d'euros courants)", "5", 5e6, "EUR"),
        ("Ceny (indeks 2015=100)", "5", 5, "index, 2015 = 100"),
        ("Loans (Bil. dol.)", "5", 5e9, "USD"),
        ("Loans (10⁶ EUR)", "5", 5e6, "EUR"),
        ("loans_meur", "5", 5e6, "EUR"),
        ("Distance (miles)", "5", 5, "units"),
        ("Price", "1 234.50 €", 1234.5, "EUR"),
        ("Price", "12.5 mln zł", 12.5e6, "PLN"),
        ("Deaths (per 100 000 population)", "5", 5, "per 100,000 persons"),
        ("Rate", "5%", 5, "%"),
        ("Rate (%)", "5 %", 5, "%"),
        ("Sales", "€5 mn", 5e6, "EUR"),
        ("Sales (EUR)", "5M", 5e6, "EUR"),
        ("Sales (EUR million)", "5 p", 5e6, "EUR"),
    ],
)
def test_units_of_headers_and_cells(import_file, open_imported, header, cell, value, unit):
    import_file(f'{HEAD}"{header}"\nFrance,2020,{cell}\n', mapping=ColumnMapping(values={header: header}))
    assert values_and_units(open_imported()) == [(pytest.approx(value), unit)]


@pytest.mark.parametrize(
    ("columns", "row", "value", "unit"),
    [
        ("Unit,Value", "MIO_EUR,5", 5e6, "EUR"),
        ("Unit,Value", "CP_MEUR,5", 5e6, "EUR"),
        ("Unit,Value", "PC_GDP,5", 5, "% of GDP"),
        ("Unit,Value", "THS_PER,5", 5e3, "persons"),
        ("Unit,Value", "x 1 mln euro,5", 5e6, "EUR"),
        ("Unit,Value", "KWf,5", 0.005, "KWD"),
        ("Unit,Value (thousands)", "EUR,5", 5e3, "EUR"),
        ("Unit,Scale,Value", "US Dollar,Billions,5", 5e9, "USD"),
        ("Unit,PowerCode,Value", "EUR,Millions,5", 5e6, "EUR"),
        ("Unit,Unit multiplier,Value", 'EUR,"1,000",5', 5e3, "EUR"),
        ("Unit,Scale,Value", "million EUR,6,5", 5e6, "EUR"),
        ("Unit,Scale,Value", "n/a,6,5", 5e6, "units"),
    ],
)
def test_units_beside_the_numbers(import_file, open_imported, columns, row, value, unit):
    import_file(f"{HEAD}{columns}\nFrance,2020,{row}\n")
    assert values_and_units(open_imported()) == [(pytest.approx(value), unit)]


def test_crowns_are_those_of_the_only_country(import_file, open_imported):
    import_file("Country,Year,Sales (Mkr),Wages (tkr)\nSweden,2020,5,6\n")
    assert sorted(values_and_units(open_imported())) == [(6e3, "SEK"), (5e6, "SEK")]


@pytest.mark.parametrize("note", ["¹ in thousands", "2) billion euro", "* EUR mn", "Source: OECD. Unit: millions"])
def test_a_unit_in_a_note_below_the_table_is_asked_for(import_file, note):
    with pytest.raises(UsageError, match="money or a scale"):
        import_file(f"Country,Year,Sales¹\nFrance,2020,5\nFrance,2021,6\n{note},,\n")


@pytest.mark.parametrize("above", ["Table 1. Sales\n(in millions of euros)\n", "Sales by country\nUnit: EUR million\n"])
def test_units_above_the_header(import_file, open_imported, above):
    report = import_file(f"{above}\nCountry,2020,2021\nFrance,5,6\n")
    assert values_and_units(open_imported()) == [(5e6, "EUR"), (6e6, "EUR")]
    assert any("above" in one.evidence for one in report.decisions)


@pytest.mark.parametrize(
    "header",
    ["Debt (Mrd. Kčs)", "Debt (¥ bn)", "Gold, thousand ounces", "Staff (M)", "sales (Mill. kr)", "Rain (mm)",
     "Milk (bio)", "Habitantes (miles)", "Staff (mil hab.)", "Loans (mdp)", "Loans (Mkr)", "人口/万人",
     "Births_MD", "Rate TN"],
)  # fmt: skip
def test_an_unclear_unit_is_asked_for(import_file, open_imported, header):
    content = f'{HEAD}"Value of {header}"\nFrance,2020,5\n'
    with pytest.raises(UsageError, match="--unit"):
        import_file(content)
    import_file(content, mapping=ColumnMapping(all_units="million EUR"))
    assert values_and_units(open_imported()) == [(5e6, "EUR")]


def test_a_mapping_spells_a_unit_of_a_header(import_file, open_imported):
    mapping = ColumnMapping(units={"Mrd. Kčs": "billion CZK"})
    import_file(f"{HEAD}Debt (Mrd. Kčs)\nFrance,2020,5\n", mapping=mapping)
    assert values_and_units(open_imported()) == [(5e9, "CZK")]


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("Unit,Scale,Value", "million EUR,Thousands,5"),
        ("Unit,Value (USD)", "EUR,5"),
        ("Unit,Value", "ZAq,5"),
        ("Unit,Value", "G,5"),
        ("Unit,Value", "EUR,$5"),
        ("Scale,Value", "1,5"),
        ("Value,Note", "5 m,"),
        ("Value,Note", "5 ouzo,"),
    ],
)
def test_places_that_disagree_are_refused(import_file, columns, row):
    report = import_file(f"{HEAD}{columns}\nFrance,2020,{row}\n")
    assert (report.taken, report.refused) == (0, 1)


def test_a_number_without_a_unit_among_numbers_with_one_is_refused(import_file, open_imported):
    report = import_file(f"{HEAD}Rate\nFrance,2020,5%\nFrance,2021,0.3\n")
    assert (report.taken, report.refused) == (1, 1)
    assert values_and_units(open_imported()) == [(5, "%")]


def test_factors_beside_a_factor_of_one(import_file, open_imported):
    import_file(f"{HEAD}Unit,Scale,Value\nFrance,2020,EUR,1,5\nFrance,2021,EUR,1000000,6\n")
    assert values_and_units(open_imported()) == [(5, "EUR"), (6e6, "EUR")]


def test_codes_of_series_are_no_units(import_file, open_imported):
    import_file("Country,Series,Year,Value\nThailand,M:N:TH,2020,5.5\nGreece,M:N:GR,2020,6.5\n")
    assert sorted(values_and_units(open_imported())) == [(5.5, "units"), (6.5, "units")]


@pytest.mark.parametrize(("above", "name"), [("", "GDP growth"), ("Accounts\n[Percent]\n", "GDP")])
def test_money_behind_the_name_of_a_rate_is_asked_for(import_file, above, name):
    report = import_file(f'{above}Country,Indicator,2019,2020\nPeru,"{name}, current USD",5,6\nPeru,Rest,7,8\n')
    assert report.refused == 2


OVERLOOKED = {
    "a line of the header": "Title,Loans,Cash\nMeasure,EUR mn,EUR mn\nNature,end,end\n2020-01,1.5,2\n2020-02,1.6,2\n",
    "a cell among the figures": "Year,Exports,Imports\n2019,1.5,2\n2020,2.5,3\n,$ million,$ million\n",
    "a sentence below": "Year,Exports\n2019,1.5\n2020,2.5\n2021,3.5\nValues expressed in billions of rubles.\n",
}


@pytest.mark.parametrize("text", OVERLOOKED.values(), ids=OVERLOOKED.keys())
def test_a_scale_that_no_rule_took_is_asked_about(import_file, text):
    with pytest.raises(UsageError, match="--unit"):
        import_file(text, mapping=ColumnMapping(one_area="Germany"))
    import_file(text, mapping=ColumnMapping(one_area="Germany", all_units="million EUR"))


def test_a_unit_of_no_figure_is_named(import_file):
    text = f"Size,{HEAD}Firms\nup to 2 million EUR,Peru,2019,15\nover 2 million EUR,Peru,2019,25\n"
    decisions = import_file(text).decisions
    assert [one for one in decisions if one.subject == "Unit" and "over 2 million EUR" in one.evidence]


def test_a_unit_beside_records_of_json_is_theirs(import_file, open_imported):
    text = '{"unit": "EUR mn", "data": [{"country": "Peru", "year": 2019, "value": 1.5}]}'
    import_file(text, name="sales.json")
    assert values_and_units(open_imported()) == [(1.5e6, "EUR")]


def test_a_column_of_currencies_beside_a_value_in_another_is_asked_about(import_file, open_imported):
    text = "Country,Year,currency_code,local_price,dollar_price\nPeru,2019,PEN,9.5,3.5\nChile,2019,CLP,2740,3.4\n"
    with pytest.raises(UsageError, match="'local_price': currency_code"):
        import_file(text)
    import_file(text, mapping=ColumnMapping(value_units={"local_price": "currency_code"}))
    assert sorted(values_and_units(open_imported())) == [(3.4, "units"), (3.5, "units"), (9.5, "PEN"), (2740, "CLP")]


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Mothers who died (modelled, per 100,000 live births)", "per 100,000 live births"),
        ("Doctors per 1,000 inhabitants", "per 1,000 persons"),
        ("Beds, per 10,000 people", "per 10,000 persons"),
        ("Ärzte je 1.000 Einwohner", "units"),
    ],
)
def test_the_thousands_below_a_rate_are_no_scale(import_file, open_imported, header, unit):
    import_file(f'Country,Year,"{header}"\nPeru,2019,7.5\nChile,2019,8.5\n')
    assert values_and_units(open_imported()) == [(8.5, unit), (7.5, unit)]


def test_thousands_with_an_apostrophe_and_a_letter(import_file, open_imported):
    import_file('Country,Year,"People (in \'000s)"\nPeru,2019,7.5\n')
    assert values_and_units(open_imported()) == [(7500, "persons")]


@pytest.mark.parametrize("header", ["gdp_pc", "pc", "PC", "GDP (pc)", "GDP, pc"])
def test_per_person_is_no_percentage(import_file, open_imported, header):
    import_file(f'Country,Year,"{header}"\nPeru,2019,7.5\n')
    assert not any("%" in unit for _, unit in values_and_units(open_imported()))


@pytest.mark.parametrize(
    "line", ["Rates per 1,000 persons, not in thousands", "Values are not in thousands", "Nicht in Tausend"]
)
def test_a_line_that_says_what_the_unit_is_not_is_asked_about(import_file, line):
    text = f'"{line}"\nCountry,2019,2020\nPeru,7.5,7.6\nChile,8.5,8.6\n'
    with pytest.raises(UsageError, match="can't be read"):
        import_file(text)
    assert import_file(text, mapping=ColumnMapping(all_units="per 1,000 persons")).refused == 0


@pytest.mark.parametrize("header", ["GNI, pc", "Income (pc)", "Consumption; pc"])
def test_pc_is_asked_about_where_it_may_be_per_person(import_file, open_imported, header):
    text = f'Country,Year,"{header}"\nPeru,2019,7.5\n'
    with pytest.raises(UsageError, match="can't be read"):
        import_file(text)
    import_file(text, mapping=ColumnMapping(units={header: "%"}))
    assert values_and_units(open_imported()) == [(7.5, "%")]


@pytest.mark.parametrize("header", ["Inflation, pc", "Unemployment, pc", "Growth (pc)"])
def test_pc_behind_a_rate_is_a_percentage(import_file, open_imported, header):
    import_file(f'Country,Year,"{header}"\nPeru,2019,7.5\n')
    assert values_and_units(open_imported()) == [(7.5, "%")]


def test_all_units_that_cannot_be_read_are_named_at_once(import_file):
    with pytest.raises(UsageError) as caught:
        import_file('Country,Year,"Debt (Mrd. Kčs)","Tea (c/lb)"\nPeru,2019,7.5,8\n')
    assert "Mrd. Kčs" in str(caught.value)
    assert "c/lb" in str(caught.value)

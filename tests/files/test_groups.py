from datetime import date

import pytest

from indicators.files.field_types import References
from indicators.files.groups import read_groups

KNOWN = References(areas=frozenset({"RUS", "CHN", "ZAF", "GBR", "EUU"}), origins=frozenset({"page"}))
GOOD = """\
- id: BRIC
  name: BRIC
  kind: forum
  origin: page
  aliases: [The four]
  members:
    2009-06-16: RUS CHN
    2010-12-24: ZAF
  left:
    2020-01-31: CHN
"""


def read(tmp_path, text):
    path = tmp_path / "groups.yaml"
    path.write_text(text, encoding="utf-8")
    return read_groups(path, "groups.yaml", KNOWN)


def test_a_group_has_its_members_with_their_days(tmp_path):
    (group,), faults = read(tmp_path, GOOD)
    assert faults == []
    assert (group.code, group.name, group.kind, group.aliases) == ("BRIC", "BRIC", "forum", ("The four",))
    assert group.members() == ("RUS", "ZAF")
    assert group.members(date(2009, 6, 15)) == ()
    assert group.members(date(2020, 1, 31)) == ("CHN", "RUS", "ZAF")
    assert group.members(date(2020, 2, 1)) == ("RUS", "ZAF")
    assert group.changed == date(2020, 2, 1)


def test_a_country_may_leave_and_join_again(tmp_path):
    (group,), faults = read(tmp_path, GOOD.replace("    2010-12-24: ZAF", "    2010-12-24: ZAF\n    2022-01-01: CHN"))
    assert faults == []
    assert [("CHN" in group.members(date(year, 6, 30))) for year in (2019, 2021, 2023)] == [True, False, True]
    assert group.members() == ("CHN", "RUS", "ZAF")
    assert [(one.first.year, one.last and one.last.year) for one in group.list_periods()] == [
        (2009, 2010), (2010, 2020), (2020, 2021), (2022, None)
    ]  # fmt: skip


def test_there_need_be_no_groups(tmp_path):
    assert read_groups(tmp_path / "groups.yaml", "groups.yaml") == ((), [])


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("RUS CHN", "RUS CHNN", "CHNN"), ("ZAF", "RUS", "RUS again"), ("origin: page", "origin: pag", "pag"),
        ("kind: forum", "kind: club", "club"), ("2010-12-24", "2010-13-24", "2010-13-24"),
        ("RUS CHN", "Russia", "Russia"),
        ("  members", "  aggregate: WLD\n  members", "WLD"), ("2020-01-31", "2000-01-31", "CHN left on 2000-01-31"),
        ("id: BRIC", "id: bric", "bric"), ("  name: BRIC\n", "", "nothing"),
        ("2020-01-31: CHN", "2020-01-31: GBR", "GBR left on 2020-01-31"),
    ],
)  # fmt: skip
def test_a_fault_says_what_was_found(tmp_path, before, after, found):
    _, faults = read(tmp_path, GOOD.replace(before, after, 1))
    assert found in [fault.found for fault in faults]

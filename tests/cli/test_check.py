"""``check`` and ``verify``."""

import json

import pytest

from indicators.claims import messages
from indicators.exports.messages import NO_FIGURES_FOUND

OFF = (
    "Sales reached 24 trillion rubles (approx. $287 billion) in 2024, up 40% from 16.4 trillion rubles a year earlier. "
    "The key rate rose from 20% to 25%, up 5 per cent. The fair gathered 1,700 companies."
)
SOUND = "Sales reached 24 trillion rubles in 2024, up 46% from 16.4 trillion rubles a year earlier."


def test_a_text_that_does_not_add_up_ends_with_status_1_and_says_why(run):
    result = run("check", "-", "--published", "2025-09-29", text=OFF)
    assert result.exit_code == 1
    assert f"! {messages.LEVELS_AND_GROWTH}: a rise of 40%" in result.stdout
    assert "29 September 2025 (Bank of Russia), 83.6118 RUB per USD" in result.stdout
    assert "percentage points" in result.stdout


def test_a_sound_text_ends_with_status_0(run, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(SOUND, encoding="utf-8")
    result = run("check", str(path))
    assert result.exit_code == 0
    assert f"✓ {messages.LEVELS_AND_GROWTH}" in result.stdout


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json", "sarif"])
def test_every_format_says_the_same_verdict(run, format):
    result = run("check", "-", "--format", format, text=OFF)
    assert result.exit_code == 1
    assert "inconsistent" in result.stdout
    assert "46.3" in result.stdout


def test_json_is_for_machines_and_the_same_each_time(run):
    first, again = (run("check", "-", "--json", "--published", "2025-09-29", text=OFF) for _ in range(2))
    assert first.stdout == again.stdout
    content = json.loads(first.stdout)
    assert content["document"]["published"] == "2025-09-29"
    assert content["verdicts"]["inconsistent"] == 2
    assert 1700 in [claim["value"] for claim in content["claims"]]


def test_a_dataset_is_checked_like_a_text(run):
    result = run("check", "nbs", "--json")
    assert result.exit_code == 1
    assert "+2.9%" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "content", "says"),
    [
        (["no-such"], None, "There is no file or dataset 'no-such'"),
        (["nbss"], None, "Nearest: nbs"),
        (["-", "--published", "yesterday"], b"x", '"yesterday" is not a valid date'),
        (["-"], b"\xff\xfe\xff", "not plain text"),
        (["-"], b"\x00\x01", "not plain text"),
        (["-"], b"a" * 2_000_001, "too long"),
    ],
)
def test_what_is_not_understood_ends_with_status_2(run, arguments, content, says):
    result = run("check", *arguments, text=content)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.output


def test_a_text_without_figures_is_sound(run):
    result = run("check", "-", text="Nothing to see here.")
    assert (result.exit_code, result.stdout) == (0, NO_FIGURES_FOUND + "\n")


@pytest.fixture
def folder(tmp_path):
    """A folder with three texts, of which one does not add up, and files that are no texts."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "sound.txt").write_text(SOUND, encoding="utf-8")
    (tmp_path / "deep" / "off.md").write_text(f"# News\n\n*A line.*\n\n{OFF}\n", encoding="utf-8")
    (tmp_path / "page.html").write_text(f"<nav>1 of 2</nav><article><p>{SOUND}</article>", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(OFF, encoding="utf-8")
    return tmp_path


def test_a_folder_is_checked_text_by_text(run, folder):
    result = run("check", str(folder), "--json")
    assert result.exit_code == 1
    texts = {one["name"].removeprefix(str(folder))[1:]: one["report"] for one in json.loads(result.stdout)["texts"]}
    assert {name: report["verdicts"]["inconsistent"] for name, report in texts.items()} == {
        "deep/off.md": 2, "page.html": 0, "sound.txt": 0,
    }  # fmt: skip


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_the_report_of_several_texts_names_each(run, folder, format):
    result = run("check", str(folder), "--format", format)
    assert all(name in result.stdout for name in ("off.md", "page.html", "sound.txt"))
    assert ".hidden" not in result.stdout


def test_a_text_that_cannot_be_read_does_not_keep_the_others_from_being_checked(run, folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    result = run("check", str(folder))
    assert result.exit_code == 2
    assert "broken.pdf" in result.stdout
    assert "46.3" in result.stdout
    assert "Traceback" not in result.output


def test_an_empty_folder_is_refused(run, tmp_path):
    result = run("check", str(tmp_path))
    assert result.exit_code == 2
    assert ".docx" in result.stderr


@pytest.mark.parametrize(("limit", "status"), [("inconsistent", 0), ("explained", 0), ("unchecked", 1), ("never", 0)])
def test_the_exit_status_follows_the_mildest_verdict_that_fails(run, limit, status):
    text = "Exports were about 5 billion dollars."
    assert run("check", "-", "--fail-on", limit, text=text).exit_code == status
    assert run("check", "-", "--fail-on", limit, text=OFF).exit_code == (0 if limit == "never" else 1)


def test_sarif_names_rule_line_and_fingerprint(run, folder):
    result = run("check", str(folder), "--format", "sarif")
    (one,) = json.loads(result.stdout)["runs"]
    failed = [found for found in one["results"] if found["kind"] == "fail"]
    assert [found["level"] for found in failed] == ["error", "error"]
    location = failed[0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"].endswith("deep/off.md")
    assert location["region"] == {"startLine": 5}
    rules = one["tool"]["driver"]["rules"]
    assert all(rules[found["ruleIndex"]]["id"] == found["ruleId"] for found in one["results"])
    assert len({found["partialFingerprints"]["indicatorsFinding/v1"] for found in failed}) == 2


def test_a_silenced_finding_has_its_reason_and_no_longer_fails(run, tmp_path):
    def find_ids(text):
        found = json.loads(run("check", "-", "--json", text=text).stdout)["findings"]
        return [one["id"] for one in found if one["verdict"] == "inconsistent"]

    ids = find_ids(OFF)
    assert find_ids(f"A new first paragraph with 12 people.\n\n{OFF}") == ids, "an id must survive other edits"
    assert set(find_ids(OFF.replace("40%", "41%"))).isdisjoint(ids[:1]), "and change with the figure"
    path = tmp_path / "accepted.yaml"
    path.write_text("\n".join(f"- finding: {id}\n  reason: The minister rounded." for id in ids), encoding="utf-8")
    result = run("check", "-", "--silence", str(path), text=OFF)
    assert result.exit_code == 0
    assert result.stdout.count("The minister rounded.") == len(ids)
    assert ids[0] in run("check", "-", "--silence", str(path), text=SOUND).stderr, "an entry without a finding is named"


@pytest.mark.parametrize("content", ["finding: x", "- reason: why", "- finding: x\n  reason: ''", "- [", "- 5", "\0"])
def test_a_file_of_silenced_findings_that_is_not_valid_is_refused(run, tmp_path, content):
    path = tmp_path / "accepted.yaml"
    path.write_text(content, encoding="utf-8")
    result = run("check", "-", "--silence", str(path), text=OFF)
    assert result.exit_code == 2
    assert "`finding`" in result.stderr


def test_a_remembered_verdict_is_found_in_another_text_and_only_there(run, tmp_path):
    claim, same = "The GDP of Russia grew by 9.9% in 2023.", "In 2023 Russia's GDP grew 9.9%, a record."
    store = ("--store", str(tmp_path))
    run("check", "-", "--remember", *store, text=claim)
    run("check", "-", "--remember", *store, text=claim)
    assert len((tmp_path / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    (earlier,) = json.loads(run("check", "-", "--json", *store, text=same).stdout)["earlier"]
    assert (earlier["verdict"], earlier["figure"]) == ("inconsistent", "a rise of 9.9%")
    assert json.loads(run("check", "-", "--json", *store, text=claim).stdout)["earlier"] == []
    assert json.loads(run("check", "-", "--json", *store, text=same.replace("9.9", "9.8")).stdout)["earlier"] == []
    assert claim not in (tmp_path / "verdicts.jsonl").read_text(encoding="utf-8")


def test_a_damaged_line_of_remembered_verdicts_is_named_and_kept(run, tmp_path):
    path = tmp_path / "verdicts.jsonl"
    path.write_text("{broken\n", encoding="utf-8")
    result = run("check", "-", "--remember", "--store", str(tmp_path), text="The GDP of Russia grew by 9.9% in 2023.")
    assert "Line 1" in result.stderr
    lines = path.read_text(encoding="utf-8").splitlines()
    assert (lines[0], len(lines)) == ("{broken", 2)

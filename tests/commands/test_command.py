"""`katalog validate` as a user runs it: a process of its own, its words, its exit codes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.support import CASES, GOOD, IDAG, PROJECT, case_files, lay, read_expected, run_katalog

LINE = re.compile(r"[^:]+\.ya?ml:\d+:\d+: (fel|varning) [a-z-]+: \S.*")
# The faults that issue 2 lists under "Must show", and the case that holds each.
MUST_SHOW = {
    "unknown field": "falt_okant",
    "missing field": "namn_saknas",
    "misspelt field": "sammanfattning_felstavat_falt",
    "misspelt vocabulary value": "insatstyp_felstavad",
    "wrong type": "insatstyp_text",
    "duplicate key": "fil_dubbel_nyckel",
    "impossible date": "senast_bekraftad_omojligt_datum",
    "postal code without quotes": "plats_postnummer_tal",
    "unknown reference": "nasta_steg_okant_id",
    "future confirmation": "senast_bekraftad_framtid",
    "personal identity number": "anmarkning_personnummer",
    "personal mailbox": "kontakt_epost_person",
    "Latin-1 file": "fil_latin1",
    "alias bomb": "fil_aliasbomb",
    "deep nesting": "fil_for_djup",
}
# Two missing fields, two lines with tabs: two faults, one message each.
MUST_SHOW_TWICE = {"aktiv without confirmation": "status_aktiv_obekraftad", "tab": "fil_tabb"}


@pytest.mark.parametrize("name", [*MUST_SHOW.values(), *MUST_SHOW_TWICE.values()])
def test_fault_gives_one_swedish_line_at_its_place(name: str, tmp_path: Path) -> None:
    case = CASES / "invalid" / f"{name}.yml"
    lay(tmp_path, case_files(case))
    done = run_katalog(tmp_path, "validate")
    *lines, last = done.stdout.splitlines()
    expected = read_expected(case.with_suffix(".expected"))
    assert len(lines) == (1 if name in MUST_SHOW.values() else 2)
    assert sorted(_place_and_code(line) for line in lines) == expected
    assert all(line.startswith("catalogue/farsta/fall.yml:") and LINE.fullmatch(line) for line in lines)
    assert last == f"2 poster, {len(lines)} fel, 0 varningar."
    assert (done.returncode, done.stderr) == (1, "")


def test_nested_brackets_by_the_hundred_thousand(tmp_path: Path) -> None:
    lay(tmp_path, {"farsta/fall.yml": "[" * 250_000})
    done = run_katalog(tmp_path, "validate")
    assert done.stdout.splitlines()[0].startswith("catalogue/farsta/fall.yml:1:20: fel yaml-djup: ")
    assert (done.returncode, done.stderr) == (1, "")


def test_many_faults_in_many_files_come_in_one_run_in_order(tmp_path: Path) -> None:
    shutil.copytree(CASES / "katalog" / "flera-filer" / "catalogue", tmp_path / "catalogue")
    lay(tmp_path, {})
    done = run_katalog(tmp_path, "validate")
    *lines, last = done.stdout.splitlines()
    told = [f"{line.split('/', 1)[1].split(':')[0]}:{_place_and_code(line)}" for line in lines]
    assert sorted(told) == read_expected(CASES / "katalog" / "flera-filer" / "expected")
    assert lines == sorted(lines, key=_by_place)
    assert last == "6 poster, 10 fel, 0 varningar."
    assert done.returncode == 1


def test_one_file_is_reported_but_checked_against_all(tmp_path: Path) -> None:
    points_at = f"{GOOD}nasta_steg: [granne, finns-inte]\n"
    lay(tmp_path, {"farsta/fall.yml": points_at, "farsta/granne.yml": "namn: Bara ett namn\n"})
    done = run_katalog(tmp_path, "validate", "catalogue/farsta/fall.yml")
    assert [_place_and_code(line) for line in done.stdout.splitlines()[:-1]] == ["9:22 referens-okand"]
    assert done.stdout.splitlines()[-1] == "1 post, 1 fel, 0 varningar."
    assert done.returncode == 1


def test_folders_may_be_named_too(tmp_path: Path) -> None:
    bad = "hej: 1\n"
    lay(tmp_path, {"farsta/a.yml": bad, "bromma/b.yml": bad, "bromma/c.yaml": bad})
    for words, files in (
        (("catalogue",), {"farsta/a.yml", "bromma/b.yml", "bromma/c.yaml"}),
        (("catalogue/bromma",), {"bromma/b.yml", "bromma/c.yaml"}),
        (("catalogue/farsta/a.yml", "catalogue"), {"farsta/a.yml", "bromma/b.yml", "bromma/c.yaml"}),
        (("catalogue/farsta/../bromma/b.yml",), {"bromma/b.yml"}),
        ((str(tmp_path / "catalogue" / "farsta" / "a.yml"),), {"farsta/a.yml"}),
    ):
        *lines, last = run_katalog(tmp_path, "validate", *words).stdout.splitlines()
        assert {line.split(":")[0].removeprefix("catalogue/") for line in lines} == files
        assert last.startswith(f"{len(files)} post")


def test_link_out_of_the_catalogue_may_be_named(tmp_path: Path) -> None:
    catalogue = lay(tmp_path, {"farsta/fall.yml": GOOD})
    (catalogue / "farsta" / "ut.yml").symlink_to("/etc/hostname")
    done = run_katalog(tmp_path, "validate", "catalogue/farsta/ut.yml")
    assert "ut.yml:1:1: fel yaml-lank: " in done.stdout
    assert done.returncode == 1


def test_clean_catalogue_and_warnings_leave_with_zero(tmp_path: Path) -> None:
    lay(tmp_path, {"farsta/fall.yml": GOOD})
    done = run_katalog(tmp_path, "validate")
    assert (done.stdout, done.stderr, done.returncode) == ("1 post, 0 fel, 0 varningar.\n", "", 0)
    lay(tmp_path, {"farsta/fall.yml": b"\xef\xbb\xbf" + GOOD.encode()})
    done = run_katalog(tmp_path, "validate")
    assert done.stdout.splitlines()[0].startswith("catalogue/farsta/fall.yml:1:1: varning yaml-bom: ")
    assert done.stdout.splitlines()[1] == "1 post, 0 fel, 1 varning."
    assert done.returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("hej",),
        ("validate", "--hej"),
        ("validate", "--format"),
        ("validate", "--format", "xml"),
        ("validate", "--idag", "2026-02-30"),
        ("validate", "--idag", "i dag"),
        ("validate", "finns-inte.yml"),
        ("validate", "schema"),
        ("validate", "/etc/hostname"),
    ],
    ids=" ".join,
)
def test_wrong_use_leaves_with_two_and_a_swedish_word(words: tuple[str, ...], tmp_path: Path) -> None:
    lay(tmp_path, {"farsta/fall.yml": GOOD})
    done = run_katalog(tmp_path, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("katalog: ")
    assert _english_in(done.stderr) == []


def test_run_outside_the_project_or_with_a_broken_clock(tmp_path: Path) -> None:
    done = run_katalog(tmp_path, "validate")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "katalog: Här finns ingen katalog. Kör kommandot i projektets mapp, där catalogue/ och schema/ ligger.\n"
    )
    lay(tmp_path, {"farsta/fall.yml": GOOD})
    for broken in ("i dag", "9" * 30):
        done = run_katalog(tmp_path, "validate", SOURCE_DATE_EPOCH=broken)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("validate", "--help")], ids=" ".join)
def test_help_is_swedish(words: tuple[str, ...]) -> None:
    done = run_katalog(PROJECT, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Så här: katalog")
    assert _english_in(done.stdout) == []


def test_the_day_can_be_given(tmp_path: Path) -> None:
    case = CASES / "invalid" / "senast_bekraftad_framtid.yml"
    lay(tmp_path, case_files(case))
    assert run_katalog(tmp_path, "validate", "--idag", "2026-11-23").returncode == 0
    assert run_katalog(tmp_path, "validate", "--idag", IDAG).returncode == 1


def test_json_tells_the_same_as_text(tmp_path: Path) -> None:
    lay(tmp_path, case_files(CASES / "invalid" / "flera_fel.yml"))
    told = json.loads(run_katalog(tmp_path, "validate", "--format", "json").stdout)
    lines = run_katalog(tmp_path, "validate", "--format", "text").stdout.splitlines()[:-1]
    assert told["filer"] == 2
    assert [
        f"{row['path']}:{row['line']}:{row['column']}: {row['level']} {row['code']}: {row['message']}"
        for row in told["problem"]
    ] == lines


def test_ci_chooses_annotations_by_itself(tmp_path: Path) -> None:
    lay(tmp_path, case_files(CASES / "invalid" / "plats_postnummer_tal.yml"))
    chosen = run_katalog(tmp_path, "validate", GITHUB_ACTIONS="true")
    assert chosen.stdout.startswith("::error file=catalogue/farsta/fall.yml,line=11,col=3,title=fel-typ::postnummer ")
    assert chosen.stdout == run_katalog(tmp_path, "validate", "--format", "github").stdout
    assert chosen.returncode == 1
    asked = run_katalog(tmp_path, "validate", "--format", "text", GITHUB_ACTIONS="true")
    assert LINE.fullmatch(asked.stdout.splitlines()[0])


def test_output_that_cannot_show_swedish_letters_does_not_crash(tmp_path: Path) -> None:
    lay(tmp_path, case_files(CASES / "invalid" / "falt_okant.yml"))
    done = run_katalog(tmp_path, "validate", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert "F?ltet favoritfarg finns inte." in done.stdout


def test_file_name_that_is_no_text_does_not_crash(tmp_path: Path) -> None:
    catalogue = lay(tmp_path, {"farsta/granne.yml": GOOD})
    name = b"\xff.yml"
    (Path(bytes(catalogue / "farsta").decode()) / name.decode("utf-8", "surrogateescape")).write_text(GOOD)
    for form in ("text", "json", "github"):
        done = run_katalog(tmp_path, "validate", "--format", form)
        assert (done.returncode, done.stderr) == (1, "")
        assert "id-form" in done.stdout


def _place_and_code(line: str) -> str:
    _path, row, column, level_and_code, _message = line.split(":", 4)
    return f"{row}:{column} {level_and_code.split()[1]}"


def _by_place(line: str) -> tuple[str, int, int]:
    path, row, column, _rest = line.split(":", 3)
    return path, int(row), int(column)


def _english_in(text: str) -> list[str]:
    """Words that argparse would say in English."""
    words = ("usage", "error", "argument", "options", "positional", "invalid", "choose", "show", "expected", "required")
    return [word for word in words if re.search(rf"\b{word}", text)]

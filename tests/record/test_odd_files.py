"""What a repository cannot hold: links, pipes, locked files, huge files and files made to exhaust a reader.

`run_katalog` has a time limit of a minute, which only turns a hang into a failure; nothing here measures time.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from katalog.record.check import Checked, check_catalogue
from katalog.record.load import MAX_BYTES, MAX_DEPTH, load_bytes
from katalog.record.schema import Schema
from tests.support import GOOD, IDAG, lay, placed, run_katalog

SIZE = 250_000
# The start of each is repeated to 250,000 bytes or characters.
NESTED = {
    "hakparenteser": "[",
    "klamrar": "{",
    "klamrar_med_nyckel": "{a: ",
    "streck": "- ",
    "frågetecken": "? ",
    "ankare": "&a [",
    "taggar": "! [",
    "hakparentes_i_klammer": "{[",
}


def _found(catalogue: Path, schema: Schema) -> dict[str, list[str]]:
    checked: Checked = check_catalogue(catalogue, schema, IDAG)
    places: dict[str, list[str]] = {}
    for problem in checked.problems:
        places.setdefault(Path(problem.path).name, []).append(placed(problem))
    return places


def test_links(schema: Schema, tmp_path: Path) -> None:
    catalogue = lay(tmp_path, {"farsta/snickeriet.yml": GOOD})
    folder = catalogue / "farsta"
    (tmp_path / "utanfor.yml").write_text(GOOD, encoding="utf-8")
    (folder / "ut.yml").symlink_to(tmp_path / "utanfor.yml")
    (folder / "passwd.yml").symlink_to("/etc/passwd")
    (folder / "trasig.yml").symlink_to("finns-inte.yml")
    (folder / "slinga.yml").symlink_to("slinga.yml")
    (folder / "inne.yml").symlink_to("snickeriet.yml")
    (folder / "upp").symlink_to("..")
    found = _found(catalogue, schema)
    assert found == {
        "ut.yml": ["1:1 yaml-lank"],
        "passwd.yml": ["1:1 yaml-lank"],
        "trasig.yml": ["1:1 yaml-fil"],
        "slinga.yml": ["1:1 yaml-fil"],
        # A link to another record is the same activity twice.
        "inne.yml": ["1:1 mojlig-dubblett", "6:1 sammanfattning-lika"],
        "snickeriet.yml": ["1:1 mojlig-dubblett", "6:1 sammanfattning-lika"],
    }


def test_what_is_no_ordinary_file(schema: Schema, tmp_path: Path) -> None:
    catalogue = lay(tmp_path, {"farsta/snickeriet.yml": GOOD})
    os.mkfifo(catalogue / "farsta" / "ror.yml")
    (catalogue / "farsta" / "mapp.yml").mkdir()
    assert _found(catalogue, schema) == {"ror.yml": ["1:1 yaml-fil"], "mapp.yml": ["1:1 yaml-fil"]}


def test_a_file_that_may_not_be_read(schema: Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(path)

    # Not chmod: root, as in many containers, may read everything.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert _found(lay(tmp_path, {"farsta/snickeriet.yml": GOOD}), schema) == {"snickeriet.yml": ["1:1 yaml-fil"]}


def test_size_limit(schema: Schema, tmp_path: Path) -> None:
    fits = GOOD.encode() + b"#" * (MAX_BYTES - len(GOOD.encode()))
    catalogue = lay(tmp_path, {"farsta/snickeriet.yml": fits, "farsta/storst.yml": fits + b"#"})
    assert _found(catalogue, schema) == {"storst.yml": ["1:1 yaml-stor"]}
    assert [problem.code for problem in load_bytes(fits + b"#", "x.yml").problems] == ["yaml-stor"]


@pytest.mark.parametrize("start", NESTED.values(), ids=NESTED.keys())
def test_deep_nesting_is_refused(start: str) -> None:
    loaded = load_bytes((start * SIZE)[:SIZE].encode(), "x.yml")
    assert loaded.data is None
    assert [problem.code for problem in loaded.problems] in (["yaml-djup"], ["yaml-ankare"])
    assert loaded.problems[0].line == 1
    assert loaded.problems[0].column <= (MAX_DEPTH + 1) * len(start)


def test_depth_limit_is_exact() -> None:
    fits = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert load_bytes(fits.encode(), "x.yml").problems == ()
    deeper = "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert [problem.code for problem in load_bytes(deeper.encode(), "x.yml").problems] == ["yaml-djup"]


def _rows(row: str) -> str:
    """As many numbered rows as a file may hold."""
    return "".join(row.format(number) for number in range(SIZE // (len(row) + 5)))


# Each of these once took, or could take, minutes: the work must not grow with the square of the file.
EXHAUSTING = {
    "tabbar": "\n\t" * (SIZE // 2),
    "styrtecken": "\x01\n" * (SIZE // 2),
    "snabel_a": f"{GOOD}anmarkning:\n  - '@ {'a' * (SIZE - 500)}'\n",
    "e_post_i_rad": f"{GOOD}anmarkning:\n  - '{'a@' * (SIZE // 2 - 500)}'\n",
    "okanda_falt": GOOD + _rows("falt{}: 1\n"),
    "okanda_varden": GOOD.replace("  - traffpunkt\n", _rows("  - trafpunkt{}\n")),
    "okanda_referenser": f"{GOOD}nasta_steg:\n" + _rows("  - granne{}\n"),
    "okanda_falt_i_kalla": f"{GOOD}    galler:\n" + _rows("      - falt{}\n"),
    "samma_falt": GOOD + "a: 1\n" * (SIZE // 6),
    "taggar": "- !a b\n" * (SIZE // 8),
    "tagg_namn": _rows("%TAG !{}! x\n") + "---\na: 1\n",
    "meningar": f"{GOOD}beskrivning: '{'Ab. ' * (SIZE // 5)}'\n",
    "blanksteg": f"{GOOD}beskrivning: 'a{' ' * (SIZE - 900)}b'\n",
    "titlar": f"{GOOD}bestall_hos: '{'chef ' * (SIZE // 6)}'\n",
    "langt_namn": GOOD.replace("Snickeriet", "".join(chr(0x4E00 + n % 20_000) for n in range(SIZE // 4))),
}


def test_files_made_to_exhaust_a_reader_are_reported(tmp_path: Path) -> None:
    """All at once, each a file of its own, and each is told about."""
    files = {f"farsta/{name.replace('_', '-')}.yml": text.encode()[:MAX_BYTES] for name, text in EXHAUSTING.items()}
    lay(tmp_path, files)
    done = run_katalog(tmp_path, "validate", timeout=300)
    assert done.stderr == ""
    assert done.returncode == 1
    told = {line.split(":")[0] for line in done.stdout.splitlines()[:-1]}
    assert told == {f"catalogue/{name}" for name in files}
    assert max(map(len, done.stdout.splitlines())) < 500


def test_one_kind_of_bad_character_is_told_a_hundred_times_at_most() -> None:
    problems = load_bytes(b"\n\t" * 1000, "x.yml").problems
    assert len(problems) == 100
    assert {problem.code for problem in problems} == {"yaml-tabb"}

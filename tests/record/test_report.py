"""The three formats say the same about the same problems."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from katalog.record.check import Checked
from katalog.record.problem import Problem, has_errors
from katalog.record.report import REPORTS, github_report, json_report, summary, terminal_report, text_report

BAD = Problem(path="catalogue/farsta/a.yml", line=3, column=5, code="fel-typ", level="fel", message="Åldern är fel.")
ODD = Problem(path="catalogue/a,b:c%.yml", line=1, column=1, code="id-form", level="varning", message="50 %\r\nav två.")


def _checked(*problems: Problem, files: int = 2) -> Checked:
    return Checked(problems=problems, clean=(), files=files)


def test_text() -> None:
    assert list(text_report(_checked(BAD))) == [
        "catalogue/farsta/a.yml:3:5: fel fel-typ: Åldern är fel.",
        "2 poster, 1 fel, 0 varningar.",
    ]


def test_json() -> None:
    written = "\n".join(json_report(_checked(BAD, ODD)))
    assert "Åldern" in written, "letters stand as they are"
    told = json.loads(written)
    assert told["filer"] == 2
    assert told["problem"][0] == {
        "path": "catalogue/farsta/a.yml",
        "line": 3,
        "column": 5,
        "code": "fel-typ",
        "level": "fel",
        "message": "Åldern är fel.",
    }


def test_github_escapes_what_would_end_or_split_an_annotation() -> None:
    assert list(github_report(_checked(BAD, ODD)))[:2] == [
        "::error file=catalogue/farsta/a.yml,line=3,col=5,title=fel-typ::Åldern är fel.",
        "::warning file=catalogue/a%2Cb%3Ac%25.yml,line=1,col=1,title=id-form::50 %25%0D%0Aav två.",
    ]


@pytest.mark.parametrize(
    ("problems", "files", "words"),
    [
        ((), 0, "0 poster, 0 fel, 0 varningar."),
        ((BAD,), 1, "1 post, 1 fel, 0 varningar."),
        ((BAD, ODD), 2, "2 poster, 1 fel, 1 varning."),
        ((ODD, ODD), 2, "2 poster, 0 fel, 2 varningar."),
    ],
)
def test_summary(problems: tuple[Problem, ...], files: int, words: str) -> None:
    assert summary(_checked(*problems, files=files)) == words
    for name, report in REPORTS.items():
        if name != "json":
            assert list(report(_checked(*problems, files=files)))[-1] == words


def test_a_long_line_is_shown_around_the_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("x" * 300 + "HÄR" + "y" * 300 + "\n", encoding="utf-8")
    problem = Problem(path=str(path), line=1, column=301, code="fel-typ", level="fel", message="Fel.")
    _told, source, caret, _last = terminal_report(_checked(problem), colour=False)
    assert source[caret.index("^") :].startswith("HÄRy")
    assert len(source) == len("     1 | ") + 100


def test_no_line_is_shown_when_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    gone = Problem(path=str(path), line=1, column=1, code="yaml-fil", level="fel", message="Fel.")
    assert len(list(terminal_report(_checked(gone), colour=False))) == 2
    path.write_text("", encoding="utf-8")
    assert len(list(terminal_report(_checked(gone), colour=True))) == 2


def test_problems_are_ordered_by_place_and_only_errors_stop() -> None:
    later = Problem(path=BAD.path, line=10, column=1, code="a", level="fel", message="")
    assert sorted([later, BAD]) == [BAD, later]
    assert has_errors([ODD, BAD])
    assert not has_errors([ODD])
    assert _checked(BAD).catalogue is None
    assert _checked(ODD).catalogue is not None

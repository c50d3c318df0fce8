"""README and CONTRIBUTING lead a clerk to the form first, and name only what is there."""

from __future__ import annotations

import re

import pytest

from tests.support import PROJECT

README, CONTRIBUTING = ((PROJECT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))


def _section(text: str, heading: str) -> str:
    return text.split(f"{heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize(
    ("section", "ways"),
    [
        (_section(README, "## Add or correct an entry"), ("/bidra/formular/", "mail", "pull request")),
        (
            _section(CONTRIBUTING, "# Lägg till eller rätta en verksamhet"),
            ("/bidra/formular/", "mejla", "pull request"),
        ),
    ],
    ids=["README", "CONTRIBUTING"],
)
def test_the_form_comes_first_and_nothing_must_be_installed(section: str, ways: tuple[str, ...]) -> None:
    places = [section.lower().index(way) for way in ways]
    assert places == sorted(places)
    assert "Nothing need be installed" in section or "Du behöver inte installera något" in section


def test_readme_opens_in_swedish_with_the_form_and_two_commands() -> None:
    opening = README.split("## What it is")[0]
    assert opening.index("På svenska") < opening.index("/bidra/formular/") < opening.index("make serve")
    assert "make test" in opening


def test_every_target_of_make_that_is_named_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README + CONTRIBUTING, re.MULTILINE))
    assert {"serve", "test", "test-full", "validate"} <= named
    assert named - targets == set()


def test_windows_needs_no_make() -> None:
    commands = _section(README, "## Windows, and everywhere else without make")
    for word in ("py -m venv .venv", "--require-hashes -r requirements.txt", "-e .", "katalog serve"):
        assert word in commands
    assert "make serve" not in commands

"""The list of an area as an issue in the forge, which takes only so much."""

from __future__ import annotations

import re

import pytest

from katalog.derive.vocabulary import Vocabularies
from katalog.upkeep.tasks import MOST_CHARACTERS
from tests.project import Project
from tests.support import GOOD, PROJECT

IDAG = ("--idag", "2026-11-22")


@pytest.mark.parametrize("address", ["", "https://exempel.se/"])
def test_a_list_that_is_too_long_is_cut_between_records_and_leads_to_the_rest(address: str, project: Project) -> None:
    for number in range(300):
        project.write(f"farsta/plats-{number}", GOOD.replace("namn: Snickeriet", f"namn: Plats nummer {number}"))
    words = ("--omrade", "farsta", *IDAG, *(("--adress", address) if address else ()))
    issue = project.run("stale", "--format", "markdown", *words).out
    assert MOST_CHARACTERS * 0.9 < len(issue) <= MOST_CHARACTERS
    *_, last_task, _, told = issue.rstrip("\n").split("\n")
    assert last_task.startswith("  - ")
    left = int(told.split(" poster till.")[0].rpartition(" ")[2])
    assert issue.count("\n- [ ] ") + left == 302, "each of them, and the two that were there"
    assert ("https://exempel.se/aktualitet/farsta.md" if address else "katalog stale --omrade farsta") in told


def test_a_list_that_fits_is_whole(project: Project) -> None:
    issue = project.run("stale", "--format", "markdown", "--omrade", "farsta", *IDAG).out
    assert issue.count("\n- [ ] ") == 2
    assert "kortad" not in issue


def test_a_heading_is_not_left_with_nothing_below_it(project: Project) -> None:
    """Each record has an organiser of its own, so that the cut falls before a heading."""
    for number in range(300):
        organiser = f"namn: Plats nummer {number}\nanordnare:\n  namn: Förening {number}"
        project.write(f"farsta/plats-{number}", GOOD.replace("namn: Snickeriet", organiser))
    issue = project.run("stale", "--format", "markdown", "--omrade", "farsta", *IDAG).out
    assert "Listan är kortad." in issue
    headings = re.findall(r"\n### [^\n]*\n\n(.*)", issue)
    assert headings
    assert all(line.startswith("- [ ] ") for line in headings)


def test_no_title_is_longer_than_a_forge_takes(words: Vocabularies) -> None:
    """255 characters in Forgejo and Gitea, 256 in GitHub."""
    script = (PROJECT / ".github/paminn.sh").read_text(encoding="utf-8")
    (title,) = re.findall(r'^title="(.*)"$', script, re.MULTILINE)
    assert max(len(title.replace("$area", area)) for area in words.terms("omrade")) <= 255

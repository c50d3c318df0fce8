"""A build refuses a record's page that tells of a way to get in touch that the page does not give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from katalog.publish.hyphens import hyphenated
from katalog.publish.promises import unkept
from tests.support import GOOD, lay, lay_project, run_katalog

_PHONE = '<li>Ring <a href="tel:08-1">08-1</a></li>'
_MAIL = '<li>Mejla <a href="mailto:a@b.se?subject=x">a@b.se</a></li>'
_FORM = '<li><span class="gor">Formulär:</span> <a href="https://b.se/skriv">b.se</a></li>'
_SITE = '<li><span class="gor">Webbplats:</span> <a href="https://b.se/">b.se</a></li>'
_OWN = '<li><span class="gor">Deras egen sida:</span> <a href="https://b.se/om">b.se/om</a></li>'
_GO = "<li>Gå till <span>Torget 1</span></li>"


def _page(sentence: str, ways: str = "", *, how: str = "") -> str:
    return (
        f'<article><p>Mejla frågor till politiker</p><section class="del-kontakt"><p>{sentence}</p><ul>{ways}</ul>'
        f'</section><section class="del del-hur"><dl><dd><span>{how}</span></dd></dl></section>'
        '<section class="del del-sanning"><a href="mailto:katalogen@stad.se">Mejla en rättelse</a></section></article>'
    )


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("Ring dem.", {_PHONE}),
        ("Skicka ett mejl till <em>dem</em>.", {_MAIL}),
        ("Skriv till dem.", {_FORM, _MAIL}),
        ("Skriv via deras webbplats. Du behöver inte ringa.", {_FORM}),
        ("Titta på deras webbplats. Där kan det stå vem du kan fråga.", {_SITE}),
        ("Titta på deras egen sida. Där kan det stå vem du kan fråga.", {_OWN}),
        ("Du kan gå dit direkt: måndag 9–12.", {_GO}),
        ("Du kan gå dit direkt.", {_GO}),
    ],
)
def test_what_is_told_must_be_there(sentence: str, means: set[str]) -> None:
    """One of `means` is enough; all else together is not."""
    for one in means:
        assert list(unkept(_page(sentence, one))) == []
        assert list(unkept(hyphenated(_page(sentence, one)))) == []
    others = "".join(sorted({_PHONE, _MAIL, _FORM, _SITE, _OWN, _GO} - means))
    for page in (_page(sentence, others), hyphenated(_page(sentence, others))):
        assert list(unkept(page)) == [re.sub("<.*?>", "", sentence)]


@pytest.mark.parametrize(
    "sentence",
    ["Vi har inte hittat någon kontakt. Fråga din handläggare.", "Du behöver inte ringa.", "Ring på klockan."],
)
def test_what_tells_of_no_way_needs_none(sentence: str) -> None:
    assert list(unkept(_page(sentence))) == []


def test_the_section_on_how_is_read_and_the_catalogues_own_mailbox_is_no_way() -> None:
    assert list(unkept(_page("", how="Ring först &amp; fråga."))) == ["Ring först & fråga."]
    assert list(unkept(_page("", how="Mejla och fråga."))) == ["Mejla och fråga."]
    assert list(unkept(_page("", _PHONE + _MAIL, how="Ring eller mejla."))) == []


@pytest.mark.parametrize(
    "silent",
    [
        "<h3>Den som driver verksamheten: Ring så spelar vi</h3>",
        '<p class="not">Källan skriver att man ringer först.</p>',
        '<details class="fallt egna-ord"><div>Jag har läst om Ring Café.</div></details>',
    ],
)
def test_names_and_remarks_tell_nobody_to_do_anything(silent: str) -> None:
    assert list(unkept(_page("", silent))) == []
    assert list(unkept(_page("", "", how=f"</span></dd>{silent}<dd><span>"))) == []


def test_the_build_stops_and_says_where(tmp_path: Path) -> None:
    """The rule for texts knows two places with a contact; the page shows the nearer one, which has no number."""
    text = GOOD.replace("omrade: farsta", "omrade: skarholmen\nkommun:\n  - nacka")
    folder = lay_project(tmp_path, {"skarholmen/snickeriet.yml": text})
    assert run_katalog(folder, "build").returncode == 0
    lay(folder, {"skarholmen/snickeriet.yml": text + "forsta_steget: Ring och fråga om en plats.\n"})
    assert run_katalog(folder, "validate").returncode == 0
    done = run_katalog(folder, "build")
    assert done.returncode == 1
    assert "verksamhet/snickeriet/index.html: ”Ring och fråga om en plats.”" in done.stdout
    assert "säger åt läsaren att göra något som inte går" in done.stderr
    kept = folder / "site/verksamhet/snickeriet/index.html"
    assert "Ring och fråga" not in kept.read_text(encoding="utf-8")

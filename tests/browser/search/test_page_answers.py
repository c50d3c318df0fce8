"""Hand-written pages -> sections with what they say first, and the words of schema/sidsvar.json with them."""

from __future__ import annotations

from typing import Any

import pytest

from katalog.browser.pages import pages_data
from katalog.browser.prose import Section, first_words, read_prose
from katalog.browser.search import make_data
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from tests.browser.search.conftest import PAGES

HTML = """<h1 id="x">Om <em>oss</em></h1><p>Vi finns.</p><h2 id="pengar">Dina pengar</h2><p>Fråga först. Spara &amp;
svaret.</p><h3 id="mer">Mer</h3><p>Mycket mer.</p><h2 id="tom">Tom</h2><h2 id="lista">Lista</h2><ul><li>Ett</li><li>Två.
</li></ul>"""


def test_a_section_is_its_heading_and_what_stands_first_below_it() -> None:
    assert read_prose("om/", "Om oss", HTML).sections == (
        Section(anchor="", title="Om oss", text="Vi finns."),
        Section(anchor="pengar", title="Dina pengar", text="Fråga först. Spara & svaret. Mycket mer."),
        Section(anchor="lista", title="Lista", text="Ett Två."),
    )


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (["Kort. " + "Lång " * 40 + "mening."], "Kort."),
        (["En mening som räcker för att stå alldeles för sig själv på kortet. En till."],
         "En mening som räcker för att stå alldeles för sig själv på kortet."),
        (["ord " * 50], ("ord " * 37).strip() + " …"),
    ],
)  # fmt: skip
def test_the_first_sentence_stands_alone_unless_it_is_short(blocks: list[str], said: str) -> None:
    assert first_words(blocks) == said


def test_sections_bear_what_readers_call_them_and_the_guide_is_among_them(
    derived: Derived, words: Vocabularies
) -> None:
    data: dict[str, Any] = make_data(derived, words, PAGES)["sidor.json"]
    rows = {f"{data['sidor'][at][0]}#{anchor}": called for at, anchor, _, _, called in data["avsnitt"]}
    assert "pris" in rows["for-dig/#vad-det-kostar"]
    guide = data["avsnitt"][data["vagvisare"]]
    assert data["sidor"][guide[0]][0] == words.schema.documents["sidsvar.json"]["vagvisare"]["adress"]
    assert pages_data((), (), words)["ordlista"]["ord"] == []

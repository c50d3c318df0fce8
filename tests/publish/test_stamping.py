"""A stamped page is the page that the site generator would have made, and nothing that a record says becomes markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.linked_data import script
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.publish.frame import Frame
from katalog.publish.hyphens import hyphenated
from katalog.publish.parts import problem_file
from katalog.publish.stamp import MARKS, Shell, ShellError
from katalog.record.model import Catalogue, Record, make_record
from katalog.record.problem import Problem
from katalog.settings import Settings
from tests.built.document import Document, generated_pages, text_of
from tests.support import GOOD, IDAG, SITE_URL, frame_of, lay_project

BODY = """<nav class="stig" aria-label="Du är här"><ol><li><a href="../">Start</a></li></ol></nav>
<article class="post">
<h1>Rubrik &amp; mer</h1>
<p>Text med <em>betoning</em> och &lt;taggar&gt;.</p>
</article>"""
EVIL = (
    "<script>alert(1)</script> & \"citat\" 'enkel' ]]> {{ 7*7 }} {% raw %} "
    "</title></script><!-- <img src=x onerror=a()>"
)


def _made_up(address: str) -> Page:
    return Page(address=address, title='Snickra & måla "fint"', text="Möbler & 'annat'.", body=BODY)


@pytest.mark.parametrize("address", ["prov/", "prov/prov/", "prov/prov/prov/"])
def test_stamped_page_equals_the_normal_pipelines(
    address: str, frame: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _made_up(address)
    assert frame.shells[page.depth].stamp(page, frame.settings) == _normal(page, tmp_path, monkeypatch)


def _normal(page: Page, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same page written by hand and rendered with all others."""
    project = lay_project(folder, {"farsta/snickeriet.yml": GOOD})
    (project / "docs").unlink()
    source = project / "docs" / page.address / "index.md"
    source.parent.mkdir(parents=True)
    source.write_text(
        f"---\ntitle: {json.dumps(page.title)}\ndescription: {json.dumps(page.text)}\n---\n{page.body}\n",
        encoding="utf-8",
    )
    (project / "docs/assets/css").mkdir(parents=True)
    (project / "docs/assets/css/katalog.css").touch()
    monkeypatch.chdir(project)
    monkeypatch.setenv("SITE_URL", SITE_URL)
    frame_of(project)
    rendered = (project / "ram" / page.file).read_text(encoding="utf-8")
    return rendered.replace("&quot;", "&#34;")  # the same character, as one of the frames writes it


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize("times", [0, 2])
def test_a_mark_that_is_missing_or_stands_twice_is_refused(name: str, times: int) -> None:
    right = "<i>".join(MARKS.values())
    with pytest.raises(ShellError, match=f"{name} stands {times} times"):
        Shell.split(right.replace(MARKS[name], MARKS[name] * times))


def test_a_mark_in_a_record_is_text_like_any_other() -> None:
    shell = Shell.split("<i>".join(MARKS.values()))
    page = Page(address="", title=MARKS["kropp"], text=MARKS["titel"], body=MARKS["huvud"], head=MARKS["beskrivning"])
    stamped = shell.stamp(page, Settings(site_name="Namn"))
    assert stamped == "<i>".join([f"{page.title} – Namn", page.text, page.head, hyphenated(page.body)])


@pytest.fixture
def evil_site(words: Vocabularies, frame: Frame, workplace: Path) -> Mapping[str, Document]:
    """A site of two records whose every free text tries to become something else than text."""
    return _site([_evil("ond", 1), _evil("ond-granne", 2)], words, frame)


def _evil(record_id: str, number: int) -> Record:
    data: dict[str, Any] = {
        "namn": f"Ond {number} {EVIL}",
        "status": "okand",
        "insatstyp": ["traffpunkt"],
        "inriktning": ["snickeri"],
        "omrade": "farsta",
        "sammanfattning": f"Prova {EVIL}",
        "kallor": [{"titel": f"Källa {EVIL}", "webb": 'https://exempel.se/?a=1&b="><script>'}],
        "namn_forr": [f"Förr {EVIL}"],
        "vad_du_gor": [f"Gör {EVIL}"],
        "beskrivning": f"Beskriv {EVIL} [länk](javascript:alert(1)) <b onclick='a()'>fet</b>",
        "anordnare": {"namn": f"Anordnare {EVIL}", "webb": "https://exempel.se/\"'<>"},
        "plats": {"adress": f"Gatan {EVIL}", "hallplats": f"Hållplats {EVIL}"},
        "tider": [{"vad": f"Tid {EVIL}"}],
        "ingang": [{"vag": "drop-in", "forklaring": f"Kom {EVIL}"}],
        "forsta_steget": f"Steg {EVIL}",
        "kontakt": {"telefon": f"08-1 {EVIL}", "epost": f"a@exempel.se{EVIL}", "webb": f"https://exempel.se/{EVIL}"},
        "kostnad_for_dig": [{"vad": f"Kaffe {EVIL}"}],
        "nasta_steg": ["ond", "ond-granne"],
        "anmarkning": [{"text": f"Märk {EVIL}"}],
    }
    return make_record(record_id, f"catalogue/farsta/{record_id}.yml", data)


def _site(records: list[Record], words: Vocabularies, frame: Frame) -> dict[str, Document]:
    derived = Derived(catalogue=Catalogue(records=tuple(records)), idag=IDAG)
    site = Site(derived=derived, words=words, settings=frame.settings)
    return generated_pages(site, frame)


def test_what_a_record_says_is_never_markup(
    evil_site: Mapping[str, Document], words: Vocabularies, frame: Frame, workplace: Path
) -> None:
    tame = _site([_evil_id_only("ond"), _evil_id_only("ond-granne")], words, frame)
    ours = {node.tag for document in tame.values() for node in document.elements()} | {"address"}
    for name, page in evil_site.items():
        assert page.faults == []
        kinds = {node.tag for node in page.elements()} - {"em", "strong"}
        assert kinds <= ours
        keys = {key for node in page.elements() for key in node.attrib}
        assert not [key for key in keys if key.startswith("on") or key in ("style", "src=x")], name
        links = {node.get("href", "").split(":")[0] for node in page.elements("a") if ":" in node.get("href", "")}
        assert links <= {"https", "mailto", "tel", "http"}, name


def _evil_id_only(record_id: str) -> Record:
    """The same record with tame texts: the elements of its pages are all that may be there."""

    def tamed(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace(EVIL, "ord")
        if isinstance(value, Mapping):
            return {key: tamed(inner) for key, inner in value.items()}
        return [tamed(item) for item in value] if isinstance(value, tuple) else value

    evil = _evil(record_id, 1)
    names = [name for name in Record.__dataclass_fields__ if name not in ("id", "fil")]
    data = {name: tamed(getattr(evil, name)) for name in names if getattr(evil, name) not in (None, ())}
    return make_record(
        record_id, evil.fil, {**data, "beskrivning": "Beskriv *det* [här](https://exempel.se/)\n\n- ord"}
    )


def test_evil_text_is_read_as_it_was_written(evil_site: Mapping[str, Document]) -> None:
    page = evil_site["verksamhet/ond/index.html"]
    head = next(page.elements("head"))
    description = next(node for node in page.elements("meta") if node.get("name") == "description")
    assert text_of(next(page.elements("title"))) == f"Ond 1 {EVIL} – Hitta sysselsättning"
    assert [node.tag for node in head].count("title") == 1
    assert description.get("content") == f"Prova {EVIL}"
    text = text_of(page.main)
    for start in ("Ond 1", "Prova", "Källa", "Förr", "Gör", "Anordnare", "Gatan", "Hållplats", "Tid", "Kom", "Steg"):
        assert f"{start} {EVIL}" in text, start
    for start in ("08-1", "Kaffe", "Märk", "Ond 2"):
        assert f"{start} {EVIL}" in text, start
    assert "49" not in text


@pytest.mark.parametrize("name", ["stadsdel/farsta/", "stadsdel/farsta/blad/", "inriktning/snickeri/", "a-o/"])
def test_evil_text_stands_in_lists(name: str, evil_site: Mapping[str, Document]) -> None:
    assert f"Ond 1 {EVIL}" in text_of(evil_site[f"{name}index.html"].main)


def test_evil_text_stands_in_linked_data(evil_site: Mapping[str, Document]) -> None:
    service, trail = map(json.loads, evil_site["verksamhet/ond/index.html"].data_blocks)
    assert service["name"] == f"Ond 1 {EVIL}"
    assert service["description"] == f"Prova {EVIL}"
    assert service["provider"]["name"] == f"Anordnare {EVIL}"
    assert service["availableChannel"]["serviceLocation"]["address"]["streetAddress"] == f"Gatan {EVIL}"
    assert trail["itemListElement"][-1]["name"] == f"Ond 1 {EVIL}"


def test_linked_data_is_the_same_after_reading_it_back() -> None:
    data = {"namn": f"{EVIL} \u2028 \u2029 \\ åäö \U0001f600 \x00"}
    html = script(data)
    assert html.count("<") == 2
    assert json.loads(html.split(">", 1)[1].rsplit("<", 1)[0]) == data


def test_problems_page_shows_evil_text_as_text(words: Vocabularies, frame: Frame, workplace: Path) -> None:
    problem = Problem(code="yaml-fel", level="fel", path=f"catalogue/{EVIL}", line=1, column=1, message=EVIL)
    derived = Derived(catalogue=Catalogue(records=()), idag=IDAG)
    site = Site(derived=derived, words=words, settings=frame.settings)
    file = problem_file([problem], site, frame)
    document = Document(file.path, file.whole.decode())
    assert document.faults == []
    assert text_of(document.main).count(EVIL) == 2
    assert not [node for node in document.main.iter() if node.tag in ("script", "img")]

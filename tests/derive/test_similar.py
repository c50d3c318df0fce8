"""What lies near a record: the near place before the far one, and never another municipality while there are others."""

from __future__ import annotations

from typing import Any

from tests.support import IDAG

from katalog.derive.derived import Derived
from katalog.derive.similar import Similar
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record, make_record


def _record(id_: str, area: str, *, does: tuple[str, ...] = ("snickeri",), **more: Any) -> Record:
    return make_record(id_, f"{id_}.yml", {
        "namn": id_.capitalize(), "status": "okand", "insatstyp": ["traffpunkt"], "inriktning": list(does),
        "omrade": area, "sammanfattning": "Snickra och fika.", "kallor": [{"titel": "Rapport"}], **more,
    })  # fmt: skip


def _near(words: Vocabularies, to: Record, *others: Record) -> list[str]:
    records = tuple(sorted((to, *others), key=lambda record: record.id))
    derived = Derived(catalogue=Catalogue(records=records, moved={}), idag=IDAG)
    return [record.id for record in Similar(derived=derived, words=words).to(to)]


_HERE = _record("har", "farsta")
_HUDDINGE = _record("annan", "annan-kommun", kommun=["huddinge"])
_SIGTUNA = _record("bortre", "annan-kommun", kommun=["sigtuna"])


def test_the_near_comes_before_the_far(words: Vocabularies) -> None:
    others = [_record("bromma", "bromma"), _record("grannen", "skarpnack"), _record("lanet", "lanet"),
              _record("samma", "farsta", does=()), _record("staden", "hela-staden")]  # fmt: skip
    assert _near(words, _HERE, *others) == ["samma", "grannen", "bromma", "staden", "lanet"]


def test_within_a_place_most_shared_comes_first(words: Vocabularies) -> None:
    others = [_record("arbete", "farsta", does=()), _record("snickeri", "farsta"), _record("allt", "farsta")]
    assert _near(words, _HERE, *others) == ["allt", "snickeri", "arbete"]


def test_another_municipality_stands_in_only_where_little_is_nearer(words: Vocabularies) -> None:
    two = [_record("bromma", "bromma"), _record("jarva", "jarva")]
    assert _near(words, _HERE, _SIGTUNA, _HUDDINGE, *two) == ["bromma", "jarva", "annan", "bortre"]
    assert _near(words, _HERE, _SIGTUNA, _HUDDINGE, *two, _record("lanet", "lanet")) == ["bromma", "jarva", "lanet"]


def test_in_another_municipality_its_own_comes_first(words: Vocabularies) -> None:
    to = _record("hemma", "annan-kommun", kommun=["huddinge"])
    others = [_record("bromma", "bromma"), _record("grannen", "farsta"), _SIGTUNA, _HUDDINGE, _record("lanet", "lanet")]
    assert _near(words, to, *others) == ["annan", "lanet", "grannen", "bortre", "bromma"]


def test_closed_places_and_examples_are_left_out(words: Vocabularies) -> None:
    others = [_record("stangd", "farsta", status="avslutad"), _record("exempel", "farsta", forebild=True)]
    assert _near(words, _HERE, *others) == []
    assert _near(words, _record("forebild", "annan-kommun", forebild=True), *others) == ["exempel"]

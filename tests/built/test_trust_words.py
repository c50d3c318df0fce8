"""Trust on the built site: warned where it is true, in three steps that differ by more than their colour."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from katalog.wording.trust import ALL_ASKED, MOST_ASKED
from tests.built.conftest import NewContext
from tests.built.document import Document, text_of

_DROP_IN = "ingang/drop-in/index.html"
_MOST = 5  # of what is not confirmed, on one list (issue 13)
_FOUR_STATES = ("Inte bekräftad", "Obekräftad", "Inaktuell", "Kan vara inaktuell", "Dags att se över.")
# For owners and editors alone.
_FOR_OWNERS = re.compile(r"^(aktualitet/|verksamhet/index|bidra/)")


def test_the_list_of_places_to_just_go_to_does_not_repeat_a_warning(documents: Mapping[str, Document]) -> None:
    assert text_of(documents[_DROP_IN].main).count("Inte bekräftad") <= _MOST


def test_readers_meet_one_vocabulary(documents: Mapping[str, Document]) -> None:
    for name, document in documents.items():
        if not _FOR_OWNERS.match(name):
            said = text_of(document.main)
            assert [word for word in _FOUR_STATES if word in said] == [], name


def test_every_card_stands_on_a_step(documents: Mapping[str, Document]) -> None:
    steps = {"tillit-bekraftat", "tillit-kalla", "tillit-fraga", "tillit-forr"}
    for card in (card for document in documents.values() for card in document.with_class("kort")):
        marks = [node.get("class", "").split() for node in card.iter("p") if "tillit" in node.get("class", "").split()]
        assert [len(steps & set(mark)) for mark in marks] == [1], text_of(card)


def test_a_lists_head_says_of_how_many_one_asks_first_and_each_card_still_shows_it(
    documents: Mapping[str, Document],
) -> None:
    """Counted off the cards that stand on the page; what has closed is not counted."""
    told = {ALL_ASKED: 0, MOST_ASKED: 0}
    for name, document in documents.items():
        heads = [text_of(node) for node in document.with_class("tillit-nyckel")]
        lines = [node for card in document.with_class("kort") for node in card.iter("p")]
        steps = [step for node in lines for step in node.get("class", "").split() if step.startswith("tillit-")]
        if name.startswith("sok/") or not heads:
            continue
        asked, counted = steps.count("tillit-fraga"), len(steps) - steps.count("tillit-forr")
        said = ALL_ASKED if asked == counted > 1 else MOST_ASKED if 2 * asked > counted > asked else ""
        assert [head.replace("\u00ad", "").partition(".")[2].strip() for head in heads] == [said], name
        told[said] = told.get(said, 0) + 1
    assert min(told[ALL_ASKED], told[MOST_ASKED]) > 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_steps_differ_in_sign_and_shape(scheme: str, new_context: NewContext, address: str) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto(f"{address}{_DROP_IN.removesuffix('index.html')}", wait_until="load")
    looks = page.evaluate(
        """() => ["bekraftat", "kalla", "fraga"].map((step) => {
             const mark = document.querySelector(".kort .tillit");
             mark.className = `tillit tillit-${step}`;
             const { content, borderRadius } = getComputedStyle(mark, "::before");
             return [content, borderRadius];
           })"""
    )
    signs, shapes = zip(*looks, strict=True)
    assert len(set(signs)) == len(set(shapes)) == len(looks)

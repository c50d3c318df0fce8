"""Buttons that open a page say whose it is, over the real records."""

from __future__ import annotations

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.check import check_catalogue
from katalog.record.schema import Schema
from katalog.wording.reach import reach_of
from katalog.wording.view import View
from tests.support import IDAG, PROJECT


def test_no_page_has_two_buttons_to_see_that_say_the_same(schema: Schema, words: Vocabularies) -> None:
    catalogue = check_catalogue(PROJECT / "catalogue", schema, IDAG).catalogue
    assert catalogue
    view = View(derived=Derived(catalogue=catalogue, idag=IDAG), words=words)
    several = 0
    for record in catalogue.records:
        reach = reach_of(view, record)
        opens = [step.opens for told in (reach.told if reach else ()) for step in told.steps]
        seen = [said for said in opens if said.startswith("Se ")]
        assert len(seen) == len(set(seen)), (record.id, seen)
        several += len(seen) > 1
    assert several

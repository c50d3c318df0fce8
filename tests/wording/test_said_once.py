"""A remark about several facts is said once, and a way in that says for whom it is does not say it again."""

from __future__ import annotations

from katalog.derive.vocabulary import Vocabularies
from tests.wording.test_beside import notes_of, one_record, rows_of

REMARK = "Källan till åldern och platsen säger inte vilket år."


def test_a_remark_about_several_facts_stands_beside_the_first_that_is_there(words: Vocabularies) -> None:
    remark = {"text": REMARK, "galler": ["tider", "alder", "plats"]}
    rows = rows_of(one_record(alder={"fran": 20}, anmarkning=[remark]), words)
    assert notes_of(rows["alder"]) == [REMARK]
    assert notes_of(rows["plats"]) == []
    assert "anmarkning" not in rows


def test_for_whom_a_way_is_is_said_once(words: Vocabularies) -> None:
    def note(**way: str) -> str:
        rows = rows_of(one_record(ingang=[{"vag": "egen-anmalan", "galler_for": "stockholm", **way}]), words)
        return rows["ingang"].lines[0].note

    own = "Du som bor i Stockholm behöver inget beslut."
    assert note(forklaring=own) == own
    assert note(forklaring="Ring först.") == "Ring först. Det gäller dig som bor i Stockholms stad."
    assert note() == "Det gäller dig som bor i Stockholms stad."

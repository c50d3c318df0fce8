"""Chains: what leads to what, in an order in which each step stands below those that lead to it."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from katalog.derive.chains import Chain, derive_chains
from katalog.record.model import Catalogue, Record, make_record


def _record(id_: str, *, to: Sequence[str] = (), of: str | None = None) -> Record:
    more = {"nasta_steg": list(to)} if to else {}
    return make_record(id_, f"{id_}.yml", {
        "namn": id_, "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta", "sammanfattning": "Fika.",
        "kallor": [{"titel": "Rapport"}], **more, **({"del_av": of} if of else {}),
    })  # fmt: skip


def _ids(chain: Chain) -> list[str]:
    return [record.id for record in chain.steps]


def test_each_step_stands_below_what_leads_to_it() -> None:
    [chain] = derive_chains([_record("a", to=["c"]), _record("b", to=["a"]), _record("c"), _record("ensam")])
    assert _ids(chain) == ["b", "a", "c"]
    assert [(link.start, link.end) for link in chain.links] == [("b", "a"), ("a", "c")]


def test_a_step_may_lead_back() -> None:
    """Who leads to the most comes first in a circle: the others are told as a way back."""
    [chain] = derive_chains([_record("a", to=["nav"]), _record("nav", to=["a", "b"]), _record("b")])
    assert _ids(chain) == ["nav", "a", "b"]


def test_parts_stand_right_below_their_whole() -> None:
    records = [_record("hel", to=["annan"]), _record("annan"), _record("z", of="hel"), _record("y", of="hel")]
    [chain] = derive_chains(records)
    assert _ids(chain) == ["hel", "y", "z", "annan"]
    assert chain.has_steps


def test_a_reference_to_nothing_is_no_link_and_wholes_come_last() -> None:
    chains = derive_chains([_record("a", of="b"), _record("b"), _record("x", to=["y"]), _record("y"), _record("z")])
    assert [(_ids(chain), chain.has_steps) for chain in chains] == [(["x", "y"], True), (["b", "a"], False)]
    assert derive_chains([_record("a", to=["borta"])]) == []


@pytest.mark.parametrize("seed", range(5))
def test_whatever_leads_to_what_each_link_stands_once(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # made-up records
    names = [f"r{number:02}" for number in range(30)]
    records = [
        _record(name, to=chance.sample([other for other in names if other != name], chance.randrange(3)),
                of=chance.choice([None, "r00", "r07"]) if name not in ("r00", "r07") else None)
        for name in names
    ]  # fmt: skip
    chains = derive_chains(chance.sample(records, len(records)))
    assert chains == derive_chains(records), "the order in which they come must not count"
    linked = [(record.id, to, "steg") for record in records for to in record.nasta_steg]
    linked += [(record.del_av, record.id, "del") for record in records if record.del_av]
    assert sorted(linked) == sorted((link.start, link.end, link.kind) for chain in chains for link in chain.links)
    held = [one for chain in chains for one in _ids(chain)]
    assert len(held) == len(set(held))


def test_the_catalogues_own_chains(catalogue: Catalogue) -> None:
    """As the sources tell them: the one for work comes after outreach, and Kristinehamn's leads both ways."""
    chains = {chain.steps[0].id: _ids(chain) for chain in derive_chains(catalogue.records)}
    town = next(ids for ids in chains.values() if "utvecklingscenter-kristinehamn" in ids)
    assert town.index("futuro-kristinehamn") < town.index("ostervik-rehab")
    assert chains["uppsokande-unga-stockholm"][1] == "jobbtorg-stockholm"

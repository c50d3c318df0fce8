"""Small catalogues and edits of them, as Hypothesis draws them: what other pages tell of a record changes too."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from katalog.record.model import AUTHORED

NAMES = ("snickeriet", "kafeet", "odlingen", "verkstan", "koren")
Data = dict[str, Any]
State = dict[str, Data]
Edit = Callable[[State], State]
_TITLES = ("Snickeriet", "Kaféet", "Odlingen", "Verkstan Älgen", "Åkörens hus", "Öppet hus", "2 steg")
_SUMMARIES = ("Såga plankor.", "Här kunde du fika.", "Odla bönor & ärtor.", "Sy kläder <hemma>.")
_PLAIN: Data = {
    "namn": "Snickeriet",
    "status": "okand",
    "insatstyp": ["traffpunkt"],
    "omrade": "farsta",
    "sammanfattning": "Såga plankor.",
    "kallor": [{"titel": "Årsredovisning 2019"}],
}
_TIMES = [{"dag": "mandag", "fran": "10.00", "till": "12.00"}]
# Field -> what may stand there; None: nothing.
_VALUES: dict[str, tuple[Any, ...]] = {
    "namn": _TITLES,
    "sammanfattning": _SUMMARIES,
    "status": ("okand", "aktiv", "avslutad", "vilande"),
    "omrade": ("farsta", "skarholmen", "hela-staden"),
    "insatstyp": (["traffpunkt"], ["arbetstraning"], ["traffpunkt", "arbetstraning"]),
    "inriktning": (None, ["snickeri"], ["odling"]),
    "malgrupp": (None, ["alla"]),
    "senast_bekraftad": (None, "2026-11-01", "2025-01-01"),
    "kontakt": (None, {"telefon": "08-508 10 000"}),
    "tider": (None, _TIMES),
    "vad_du_gor": (None, ["Fika"], ["Såga", "Sy"]),
    "tillfalligt": (None, {"text": "Stängt i jul.", "till": "2026-12-24"}),
}
_LEADING = ("ersatt_av", "del_av", "nasta_steg", "kan_kombineras_med")
_LISTS = ("nasta_steg", "kan_kombineras_med")


def first_state() -> State:
    """Three records, one of which leads to another."""
    names = NAMES[:3]
    state = {name: {**_PLAIN, "namn": title} for name, title in zip(names, _TITLES, strict=False)}
    state[names[1]]["nasta_steg"] = [names[0]]
    return state


def write(catalogue: Path, state: State) -> None:
    """The state as files: JSON is YAML too."""
    for path in catalogue.rglob("*.yml"):
        path.unlink()
    for name, data in state.items():
        path = catalogue / data["omrade"] / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{yaml_of(data)}\n", encoding="utf-8")


def yaml_of(data: Data) -> str:
    known = (name for name in AUTHORED if data.get(name) is not None)
    return "\n".join(f"{name}: {json.dumps(data[name], ensure_ascii=False)}" for name in known)


def _put(name: str, field: str, value: Any) -> Edit:
    def put(state: State) -> State:
        return {**state, name: {**state.get(name, _PLAIN), field: value}}

    return put


def _lead(name: str, field: str, to: str) -> Edit:
    """A record leads to another that there is, or to none."""

    def lead(state: State) -> State:
        there = to in state and to != name
        value = ([to] if field in _LISTS else to) if there else None
        return {**state, name: {**state.get(name, _PLAIN), field: value}}

    return lead


def _remove(name: str) -> Edit:
    """With all that leads to it."""

    def remove(state: State) -> State:
        left = {other: data for other, data in state.items() if other != name} or first_state()
        return {other: {key: value for key, value in data.items() if value not in (name, [name])}
                for other, data in left.items()}  # fmt: skip

    return remove


_names = st.sampled_from(NAMES)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(lambda name, put: _put(name, *put), _names, st.sampled_from(
        [(field, value) for field, values in _VALUES.items() for value in values])),
    st.builds(_lead, _names, st.sampled_from(_LEADING), _names),
    st.builds(_remove, _names),
)  # fmt: skip

"""Trust in a record -> the words for it: a label, what a card adds to it, and the sentence below a record's name.

Input: `Trust`. Output: `Said`. The templates of the sentences go to the browser too (browser/freshness.py), which
makes the words of another day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from katalog.derive.swedish import swedish_date
from katalog.derive.trust import Basis, Source, Step, Trust

TEXTS: Mapping[str, str] = {
    "bekraftat": "Bekräftat",
    "fraga": "Fråga först",
    "kort_bekraftat": "Den {datum}.",
    "kort_bekraftades": "Bekräftades senast den {datum}.",
    "kort_se_over": "Den {datum}, dags att se över.",
    "bekraftades": "Uppgifterna bekräftades den {datum}{av}.",
    "av": " av {av}",
    "se_over": "Det är dags att se över dem.",
    "ar_fran": "Uppgifterna är {varifran}.",
    "kan_ha_andrats": "De kan ha ändrats sedan dess.",
    "uppgifter_kan_ha_andrats": "Uppgifterna kan ha ändrats sedan dess.",
    "ar_kort": "Uppgifter från {ar}.",
    "utan_ar_kort": "Uppgifter utan årtal.",
    "utan_ar": "Vi vet inte hur gamla uppgifterna är.",
}
ALL_ASKED, MOST_ASKED = "Det gäller alla här.", "Det gäller de flesta här."
# Who is behind a source, as a sentence goes on after "Uppgifterna är"; the year follows. Press is also radio and TV.
SOURCE_WORDS: Mapping[str, str] = {
    "": "från",
    "egen": "från deras egen sida",
    "myndighet": "från en myndighet",
    "press": "från tidning, radio eller tv",
    "annan": "från en annan källa",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """`label` may be empty; `since` is what a card adds, `text` what a record's page does. `lasts`: it will never be
    said otherwise."""

    step: Step
    label: str
    since: str
    text: str
    lasts: bool
    basis: Basis

    @property
    def card_text(self) -> str:
        """All that a card says, in one line."""
        return self._with_label(self.since)

    @property
    def page_text(self) -> str:
        """All that a record's page says, in one line."""
        return self._with_label(self.text)

    def _with_label(self, text: str) -> str:
        return " ".join(part for part in (f"{self.label}." if self.label else "", text) if part)


def say_trust(trust: Trust) -> Said:
    label, since, text = _words(trust)
    may_fall = trust.step in ("bekraftat", "kalla")
    return Said(step=trust.step, label=label, since=since, text=text, lasts=not may_fall, basis=trust.basis)


def _words(trust: Trust) -> tuple[str, str, str]:
    basis = trust.basis
    if trust.step == "kalla":
        return _capital(_from(basis.good)), "", TEXTS["uppgifter_kan_ha_andrats"]
    label = TEXTS.get(trust.step, "")
    if basis.confirmed:
        return label, *_confirmed(trust)
    if not basis.newest.year:
        return label, TEXTS["utan_ar_kort"], TEXTS["utan_ar"]
    told = TEXTS["ar_fran"].format(varifran=_from(basis.newest))
    return label, TEXTS["ar_kort"].format(ar=basis.newest.year), _with_doubt(trust, told)


def _confirmed(trust: Trust) -> tuple[str, str]:
    basis = trust.basis
    day = swedish_date(basis.confirmed)
    told = TEXTS["bekraftades"].format(datum=day, av=TEXTS["av"].format(av=basis.by) if basis.by else "")
    if trust.step == "bekraftat":
        kind = "kort_se_over" if trust.is_due else "kort_bekraftat"
        return TEXTS[kind].format(datum=day), f"{told} {TEXTS['se_over']}" if trust.is_due else told
    return TEXTS["kort_bekraftades"].format(datum=day), _with_doubt(trust, told)


def _with_doubt(trust: Trust, told: str) -> str:
    return f"{told} {TEXTS['kan_ha_andrats']}" if trust.step == "fraga" else told


def _from(source: Source) -> str:
    return f"{SOURCE_WORDS[source.kind]} {source.year}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def asked_of(trusts: Iterable[Trust]) -> str:
    """For the head of a list: of how many in it one has to ask first, where it is most of them; else "". It stays true
    on later days, when it is said of more of them. What is closed is not counted."""
    steps = [trust.step for trust in trusts if trust.step != "forr"]
    asked = steps.count("fraga")
    if asked and asked == len(steps):
        return ALL_ASKED if asked > 1 else ""
    return MOST_ASKED if 2 * asked > len(steps) else ""

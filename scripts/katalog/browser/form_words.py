"""The words of every message for those who fill in the form and never see a file.

Input: the form's data with the words that `katalog validate` uses. Output: the same data, where fields and values are
called by their titles and the cures are for the form. Only what must be said in another way stands here.
"""

from __future__ import annotations

from typing import Any

from katalog.record.schema import Json

_ONE_BY_ONE = "{namn} ska ha varje svar för sig. Lägg till dem ett och ett."
SCHEMA = {
    "saknas": "Fyll i {falt}{inne}. {hjalp}",
    "saknas-hjalp": "Det behövs för att förslaget ska kunna tas emot.",
    "stammer-inte": "Det här stämmer inte. Jämför med förklaringen vid frågan.",
    "okant": "Uppgiften {falt} kan formuläret inte ändra. Säg till den som sköter katalogen.",
    "okant-hjalp": "Säg till den som sköter katalogen.",
    "tomt": "{namn} är tomt. Fyll i det.",
    "lista": _ONE_BY_ONE,
    "lista-rader": _ONE_BY_ONE,
    "tal-utan-citat": "Skriv bara talet: {tal}.",
    "tal-punkt": "Skriv bara talet: {tal}.",
    **dict.fromkeys(
        ("streck-annat", "streck-mellanslag", "streck-utan", "kolon-mellanslag", "kolon-annat", "kolon-utan"),
        "Svara på frågan på nytt.",
    ),
    "radbrytning": "{namn} har en radbrytning. Skriv texten på en enda rad.",
    "tal-for-text": "{namn} ska vara text. {hjalp}",
    "citat": "Skriv det på nytt.",
    "se-guiden": "Läs förklaringen vid frågan.",
    "dubblett": "Svar {rad} i {namn} står redan där. Ta bort det ena.",
    "ur-guiden": "Välj i listan.",
    "inget-varde": "{varde} finns inte att välja i {namn}. {hjalp}",
    "tom": "{namn} är tomt. Fyll i minst en uppgift.",
    "for-manga": "{namn} har {antal} svar. Högst {grans} får plats. Ta bort de minst viktiga.",
    "posten": "formuläret",
    "rad": "{namn} {rad}",
}
TYPES = {"boolean": "ja eller nej", "array": "flera svar", "object": "flera uppgifter"}
RULES = {
    "alder": {"alder-ordning": "Åldern går från {fran} till {till}. Byt plats på talen."},
    "tider": {
        "tid-ordning": "Tiden går från {fran} till {till}. Slutar den efter midnatt: skriv 24:00 här, och lägg till en "
        "tid för nästa dag, från 00:00 till {till}.",
        "tid-midnatt": "Tiden går från {fran} till 00:00, som är dagens början. Slutar den vid midnatt: skriv 24:00.",
        "tid-lika": "Tiden slutar {till}, när den börjar. Rätta den ena, eller lämna sluttiden tom.",
        "omfattning-ordning": "Omfattningen går från {fran} till {till} {enhet}. Byt plats på talen.",
    },
    "resultat": {
        "resultat-smatal": "Ett antal på {antal} kan peka ut en person. Ta bort talet och skriv ”färre än {minst}” i "
        "måttet.",
        "resultat-andel": "Antalet är {antal} av {av}. Rätta talen, eller ta bort det andra.",
    },
    "status": {
        "okand-bekraftad": "Verksamheten har en dag då den bekräftades, men det är inte den status som är vald. "
        "Välj en annan status, eller ta bort dagen.",
        "ersatt-av-oppen": "Gå hit i stället är bara för en verksamhet som har stängt eller vilar. "
        "Ta bort det, eller välj en annan status än {status}.",
    },
    "kontakt": {
        "ring": "Texten säger åt läsaren att ringa, men det finns inget nummer. Fyll i Telefon under Kontakt, eller "
        "ändra texten.",
        "mejla": "Texten säger åt läsaren att mejla, men det finns ingen e-post. Fyll i E-post under Kontakt, eller "
        "ändra texten.",
        "skriv": "Texten säger åt läsaren att skriva till någon, men det finns ingen adress. Fyll i E-post eller "
        "Formulär under Kontakt, eller ändra texten.",
    },
    "kallor": {
        "kallor": "Källan gäller {text}, men det är inte ifyllt. {hjalp}",
        "anmarkning": "Anmärkningen gäller {text}, men det är inte ifyllt. {hjalp}",
        "hjalp": "Skriv namnet på en fråga som du har svarat på, och välj bland förslagen.",
    },
    "referenser": {
        "sjalv": "{falt} pekar på verksamheten själv. Ta bort det, eller välj en annan verksamhet.",
        "okand": "{text} är ingen verksamhet i katalogen. {hjalp}",
        "hjalp": "Skriv namnet och välj bland förslagen, eller ta bort det.",
    },
}
IDENTITY = {
    "id-enhet": "{id} är upptaget för annat i Windows. Skriv {forslag}.",
    "id-form": "Adressen får bara ha små bokstäver a–z, siffror och bindestreck. Skriv {forslag}.",
    "id-dubblett": "Adressen {id} är upptagen av en annan verksamhet. Skriv en annan.",
    "omdirigering": "Adressen {id} har använts förr och leder till en annan verksamhet. Skriv en annan.",
}


def in_form(engine: Json) -> Json:
    """`engine` is what `form.engine_data` gives; `titlar` tells the script to call things by their titles."""
    return {
        **engine,
        "titlar": True,
        "regel": _said_in_form(engine["regel"]),
        "texter": {**engine["texter"], **SCHEMA},
        "typer": {**engine["typer"], **TYPES},
        "regler": {rule: {**texts, **RULES.get(rule, {})} for rule, texts in engine["regler"].items()},
        "identitet": {**engine["identitet"], **IDENTITY},
    }


def _said_in_form(node: Any) -> Any:
    """The schema with the help and the cures that are for the form, where it has such."""
    if isinstance(node, list):
        return [_said_in_form(part) for part in node]
    if not isinstance(node, dict):
        return node
    said = {key: _said_in_form(part) for key, part in node.items()}
    for own, usual in (("x-formular", "description"), ("x-fel-formular", "x-fel")):
        if isinstance(said.get(own), str):
            said[usual] = said.pop(own)
    if said.get("type") == "boolean":
        said.pop("examples", None)  # true and false are the file's words
    return said

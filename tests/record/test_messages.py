"""What messages say: what was meant, what is allowed, what to do. One line each, in Swedish."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalog.record.problem import quoted
from katalog.record.schema import Schema
from tests.support import CASES, case_files, check_files

# case -> what its first message must hold
SAYS = {
    "insatstyp_felstavad": "trafpunkt är inget värde för insatstyp (rad 1). Menade du traffpunkt?",
    "status_felstavad": "Menade du avslutad? Välj bland: aktiv, vilande, planerad, avslutad, okand.",
    "status_vardagsord": "igång är inget värde för status. Menade du aktiv?",
    "omrade_felstavat": "Menade du farsta?",
    "kommun_okand": "ankeborg är inget värde för kommun (rad 2). Välj ett värde ur fältguiden.",
    "namn_felstavat_falt": "Fältet nanm finns inte. Menade du namn?",
    "malgrupp_etikett_som_falt": "Fältet Målgrupp finns inte. Menade du malgrupp?",
    "falt_okant": "Fältet favoritfarg finns inte. Ta bort det, eller skriv uppgiften i anmarkning.",
    "falt_kontaktperson": "Fältet kontaktperson finns inte. Ta bort det. Katalogen får aldrig innehålla",
    "namn_saknas": "Fältet namn saknas. ",
    "pris_utan_enhet_och_ar": "Fältet ar saknas under pris. ",
    "status_aktiv_obekraftad": "En aktiv verksamhet måste vara bekräftad.",
    "plats_postnummer_tal": "postnummer ska vara text, men värdet läses som ett tal. Sätt det inom citattecken.",
    "tillganglighet_true": "hiss ska vara text, men värdet läses som ett ja/nej-värde. Välj bland: ja, nej.",
    "insatstyp_text": "insatstyp ska vara en lista.",
    "sammanfattning_for_lang": "sammanfattning är 161 tecken. Högst 160 får plats. Korta med 1 tecken.",
    "alder_utanfor": "121 är utanför gränsen för till. Skriv ett tal mellan 0 och 120.",
    "tider_utan_dag_och_vad": "Skriv minst dag eller vad.",
    "senast_bekraftad_omojligt_datum": "”2026-02-30” passar inte i senast_bekraftad. Skriv ett datum som finns",
    "nasta_steg_okant_id": "Det finns ingen post med id grannne. Menade du granne?",
    "kallor_galler_okant_falt": "Källan gäller tider, men det fältet finns inte i posten.",
    "resultat_smatal": "Ett antal på 3 kan peka ut en person.",
    "fil_dubbel_nyckel": "Fältet namn står två gånger. Behåll det ena och ta bort det andra.",
    "fil_latin1": "Spara om filen med kodningen UTF-8.",
    "fil_tabb": "Byt tabben mot mellanslag",
    "fil_kolon_i_text": "Sätt hela texten inom citattecken.",
}


@pytest.mark.parametrize(("name", "words"), SAYS.items(), ids=SAYS.keys())
def test_message(name: str, words: str, schema: Schema, tmp_path: Path) -> None:
    problems = check_files(tmp_path, case_files(CASES / "invalid" / f"{name}.yml"), schema).problems
    assert words in problems[0].message


def test_every_message_is_one_finished_swedish_line(schema: Schema, tmp_path: Path) -> None:
    for number, case in enumerate(sorted((CASES / "invalid").glob("*.yml"))):
        for problem in check_files(tmp_path / str(number), case_files(case), schema).problems:
            message = problem.message
            assert message.isprintable(), case.name
            assert message[-1] in ".?", case.name
            assert not message.endswith(".."), case.name
            assert 15 < len(message) < 330, case.name
            # What validators and parsers say by themselves is English and speaks of types and patterns.
            assert not any(word in message for word in ("not ", "None", "expected", "oneOf", "anyOf", "schema", "\\"))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Snickeriet", "Snickeriet"),
        ("två\nrader", "två�rader"),
        ("\x1b[31m\u202e", "�[31m�"),
        ("x" * 61, "x" * 60 + "…"),
        (17.5, "17.5"),
    ],
)
def test_quoted(value: object, shown: str) -> None:
    assert quoted(value) == shown

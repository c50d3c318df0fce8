"""What a clerk most often gets wrong. Each has a case in tests/cases/invalid, whose `.message` is all that the clerk is
told: it is read aloud by somebody who has not seen the schema, and must be enough to mend the file."""

from __future__ import annotations

import pytest

from tests.support import CASES

MISTAKES = {
    "fil_windows1252": "saved in an old encoding",
    "fil_tabb": "indented with the tab key",
    "fil_indrag_djupare": "a field indented by mistake",
    "fil_kolon_saknas": "no colon after the field's name",
    "fil_kolon_utan_mellanslag": "no space after the colon",
    "fil_kolon_i_text": "a colon in the text",
    "fil_hart_mellanslag_efter_kolon": "pasted from Word or a web page",
    "fil_tankstreck_som_streck": "Word made the hyphen of a list a dash",
    "fil_citat_bojda_runt_namn": "Word made the quotes curly",
    "fil_citat_saknas": "a quote that never ends",
    "fil_sammanslagning": "half a merge",
    "namn_felstavat_falt": "a misspelt field",
    "namn_saknas": "a field left out",
    "namn_halvt": "# in a name",
    "status_vardagsord": "an everyday word for a value",
    "status_aktiv_obekraftad": "called open, confirmed by nobody",
    "insatstyp_text": "one value where a list is asked for",
    "tider_med_ord": "times in words",
    "tider_klockslag_tal": "9.00 for 09:00",
    "tider_over_midnatt": "open past midnight",
    "ersattning_belopp_kr_och_komma": "67,50 kr",
    "uppgifter_fran_ca": "about a year",
    "senast_bekraftad_svenskt_datum": "a date as one says it",
    "plats_postnummer_tal": "a postal code without quotes",
    "kontakt_telefon_tankstreck": "a dash in a telephone number",
    "kontakt_webb_utan_https": "an address without https",
    "kontakt_telefon_tva": "two numbers in one field",
    "sammanfattning_for_lang": "too long",
}


def test_there_are_at_least_twenty() -> None:
    assert len(MISTAKES) >= 20


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_has_a_message_of_its_own(name: str) -> None:
    """`test_cases.py` holds the command to these words."""
    told = (CASES / "invalid" / f"{name}.message").read_text(encoding="utf-8").splitlines()
    assert 1 <= len(told) <= 3
    for message in told:
        assert message[-1] in ".?"
        assert len(message) <= 200, "one breath"

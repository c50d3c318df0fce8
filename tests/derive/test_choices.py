"""What is told as something that was, and is not confirmed, is not shown among the living."""

from __future__ import annotations

import pytest
from tests.derive.test_hours import record_of

from katalog.derive.choices import is_told_as_past


@pytest.mark.parametrize(
    ("said", "confirmed", "is_past"),
    [
        ("Här kunde du 2016 sy och snickra.", None, True),
        ("I Järva fanns 2012 en förening.", None, True),
        ("Ett ställe från 2009, som troligen var till för unga.", None, True),
        ("En träffpunkt för dig i hemlöshet. Den är troligen stängd.", None, True),
        ("Föreningen drev en servering. Vi vet inte om du kan arbeta där.", None, True),
        ("Här packade du förbandslådor åt apotek.", None, True),
        ("Här åt unga tillsammans och umgicks.", None, True),
        ("Avslutad 2014. Ett program för unga.", None, True),
        ("Här kunde du 2016 sy och snickra.", "2026-11-01", False),
        ("Ät, duscha, tvätta och var med på aktiviteter.", None, False),
        ("Träffa andra i kyrkan, som tog över träffarna 2022.", None, False),
        ("Ta råd och stöd av andra. Lokalen stängde 2022.", None, False),
        ("En plats för aktiviteter som startade 2019.", None, False),
        ("Här finns begagnade möbler, och här kan du arbeta.", None, False),
        ("Arbeta med såg och hyvel.", None, False),
    ],
)
def test_a_summary_tells_whether_it_was(said: str, confirmed: str | None, is_past: bool) -> None:
    record = record_of(sammanfattning=said, senast_bekraftad=confirmed)
    assert is_told_as_past(record) is is_past

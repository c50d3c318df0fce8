"""Status ska stämma med det som är bekräftat, och hänvisning hör till det som har stängt.

Den som har bekräftat sina uppgifter vet om verksamheten är igång: då är status inte okand. Fältet ersatt_av betyder
"gå hit i stället" och får bara stå på verksamheter som är stängda eller vilande.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.record.entry import Check, Context, Entry
from katalog.record.problem import Fault, quoted

CODES = {
    "okand-bekraftad": "Bekräftad men med okänd status",
    "ersatt-av-oppen": "Hänvisning från en verksamhet som inte är stängd",
}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "okand-bekraftad": "Posten är bekräftad men har status okand. "
    "Skriv aktiv, vilande eller avslutad, eller ta bort datumet.",
    "ersatt-av-oppen": "ersatt_av får bara stå när status är avslutad eller vilande, inte {status}. Rätta det ena.",
}
CLOSED = ("avslutad", "vilande")


def prepare(_context: Context) -> Check:
    return check


def check(entry: Entry) -> Iterator[Fault]:
    status = entry.data.get("status")
    if status == "okand" and "senast_bekraftad" in entry.data:
        yield Fault(path=("status",), code="okand-bekraftad", message=TEXTS["okand-bekraftad"])
    if "ersatt_av" in entry.data and isinstance(status, str) and status not in CLOSED:
        message = TEXTS["ersatt-av-oppen"].format(status=quoted(status))
        yield Fault(path=("ersatt_av",), code="ersatt-av-oppen", message=message)

"""A tiny catalogue in a folder of its own, and the command `katalog` run in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FIRST = "# yaml-language-server: $schema=../../schema/verksamhet.schema.json\n"
RECORDS = {
    "farsta/snickeriet": """\
namn: Snickeriet i Farsta
status: okand  # ring växeln i januari
insatstyp:
  - arbetstraning
omrade: farsta
anordnare:
  namn: Farsta stadsdelsförvaltning
sammanfattning: Snickra och måla möbler i lugn takt.
inriktning:
  - snickeri
kontakt:
  telefon: 08-465 004 00
nasta_steg:
  # kön är kort just nu
  - kafeet
uppgifter_fran: 2019
# källan är en broschyr
kallor:
  - titel: "Broschyr: våra verkstäder"
    ar: 2019
    galler:
      - kontakt
""",
    "farsta/kafeet": """\
namn: Kaféet
status: aktiv
insatstyp:
  - arbetstraning
omrade: farsta
anordnare:
  namn: Farsta stadsdelsförvaltning
sammanfattning: Baka, servera och stå i kassan tillsammans.
uppgifter_fran: 2026
senast_bekraftad: "2026-06-10"
bekraftad_av: Farsta stadsdelsförvaltning
kallor:
  - webb: https://exempel.se/kafeet
""",
    "bromma/odlingen": """\
namn: Odlingen
status: aktiv
insatstyp:
  - arbetstraning
omrade: bromma
anordnare:
  namn: Föreningen Gro & Växa
sammanfattning: Odla grönsaker ute och inne hela året.
beskrivning: >-
  Du väljer själv vad du vill göra. Vi börjar varje dag med kaffe och går sedan igenom vad som behöver
  vattnas, rensas och skördas.
del_av: snickeriet
uppgifter_fran: 2025
senast_bekraftad: "2025-10-01"
bekraftad_av: Föreningen Gro & Växa
kallor:
  - titel: Föreningens verksamhetsberättelse
""",
    "bromma/traffen": """\
namn: Träffen
status: avslutad
ersatt_av: kafeet
insatstyp:
  - arbetstraning
omrade: bromma
sammanfattning: Stängd. Här fikade man tillsammans.
kallor:
  - titel: Årsredovisning 2018
    ar: 2018
""",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, kw_only=True)
class Project:
    """A folder with schema/ and catalogue/, in which the test now stands."""

    folder: Path
    run: Callable[..., Ran]

    def path(self, name: str) -> Path:
        return self.folder / "catalogue" / f"{name}.yml"

    def text(self, name: str) -> str:
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(text, encoding="utf-8", newline="")

    def snapshot(self) -> dict[str, bytes]:
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}

"""Every sentence that a message about the shape of a record is made of. `shape` puts them together, and so does the
form on the web (docs/assets/js/record/messages.js), which is sent the same sentences.
"""

from __future__ import annotations

TEXTS = {
    "saknas": "Fältet {falt} saknas{inne}. {hjalp}",
    "saknas-inne": " under {namn}",
    "saknas-hjalp": "Lägg till det.",
    "stammer-inte": "Värdet stämmer inte med mallen. Jämför med exemplet i fältguiden.",
    "okant": "Fältet {falt} finns inte. {hjalp}",
    "menade": "Menade du {menat}?",
    "okant-hjalp": "Ta bort det, eller skriv uppgiften i anmarkning.",
    "okant-person": "Ta bort det. Katalogen får aldrig innehålla uppgifter om en person: "
    "skriv växel, funktionsbrevlåda och funktion i stället.",
    "tomt": "Fältet {namn} är tomt. Fyll i det, eller ta bort raden om uppgiften inte är känd.",
    "lista": "{namn} ska vara en lista. Skriv varje värde på en egen rad med - framför.",
    "lista-rader": "{namn} ska vara en lista av rader med fält. Till exempel: - {falt}: {varde}.",
    "typ": "{namn} ska vara {typ}. {hjalp}",
    "eller": " eller ",
    "tal-for-text": "{namn} ska vara text, men värdet läses som ett {slag}. {hjalp}",
    "slag-ja-nej": "ja/nej-värde",
    "slag-tal": "tal",
    "citat": "Sätt det inom citattecken.",
    "tal-bara": "Skriv bara talet: {tal}.",
    "tal-punkt": "Skriv punkt i stället för komma: {tal}.",
    "tal-ihop": "Skriv siffrorna ihop: {tal}.",
    "tal-utan-citat": "Skriv det utan citattecken: {tal}.",
    "tal-helt": "Skriv det utan decimaler, till exempel {tal}.",
    "tal-ett": "Här ryms ett enda tal, till exempel {tal}.",
    "streck-annat": "Värdet börjar med {fel}. Skriv bindestreck (-) och mellanslag.",
    "streck-mellanslag": "Efter strecket står {fel}. Byt det mot ett vanligt mellanslag.",
    "streck-utan": "Ett mellanslag saknas efter strecket. Skriv - och sedan värdet.",
    "kolon-mellanslag": "Efter kolonet står {fel}. Byt det mot ett vanligt mellanslag.",
    "kolon-annat": "Kolonet är {fel}. Skriv ett vanligt kolon (:).",
    "kolon-utan": "Ett mellanslag saknas efter kolonet. Skriv namn: värde.",
    "forvaxlat": "Tecknet {tecken} ska vara {ratt}. Skriv om det.",
    "radbrytning": "{namn} har en radbrytning. Skriv texten på en enda rad, utan | eller > efter kolonet.",
    "blankt": "{namn} har ingen text. {hjalp}",
    "se-guiden": "Se fältguiden.",
    "exempel": "Till exempel: {exempel}.",
    "dubblett": "Rad {rad} i {namn} står redan i listan. Ta bort den ena.",
    "ur-guiden": "Välj ett värde ur fältguiden.",
    "bland": "Välj bland: {varden}.",
    "inget-varde": "{varde} är inget värde för {namn}. {hjalp}",
    "form": "”{varde}” passar inte i {namn}. {hjalp}",
    "for-lang": "{namn} är {antal} tecken. Högst {grans} får plats. Korta med {over} tecken.",
    "for-kort": "{namn} är för kort. Skriv minst {grans} tecken. {hjalp}",
    "utanfor": "{varde} är utanför gränsen för {namn}. Skriv ett tal mellan {lagst} och {hogst}.",
    "tom": "{namn} är tomt. Fyll i minst ett värde, eller ta bort fältet.",
    "for-manga": "{namn} har {antal} rader. Högst {grans} är tillåtna. Ta bort de minst viktiga.",
    "posten": "posten",
    "rad": "{namn} (rad {rad})",
}
TYPES = {"string": "text", "integer": "ett heltal", "number": "ett tal", "boolean": "true eller false",
          "array": "en lista med - framför varje rad", "object": "fält på egna, indragna rader"}  # fmt: skip
# A field that somebody makes up for a person. What stands in it must not be moved to another field.
PERSON_FIELD = (
    "person|mobil|chef|ansvarig|handlagg|handled|forestand|samordn|koordin|kontaktman|foretradare|ordforande|kassor"
    "|sekreterare|coach|kurator|fornamn|efternamn|vem|mejl"
)

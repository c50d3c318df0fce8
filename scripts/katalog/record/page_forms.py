"""What the files hold that pages of their own are made from, as JSON Schema: a part of `schema_forms`.

`hitta-ratt.json` is the guide with four questions, `pengar.json` what is known of money, `priser.json` what places
cost, `blanketter.json` the forms to fill in by hand, `sprak-sidor.json` what stands around pages in other languages.
What does not fit together is told by `schema_pages`.
"""

from __future__ import annotations

from typing import Any

from katalog.record.word_forms import DAY, ID, LANGUAGE, TEXT, TEXTS, list_form, object_form

Json = dict[str, Any]
_FIELDS: Json = {"type": "array", "uniqueItems": True, "items": TEXT}
_CHOSEN: Json = {"type": "object", "additionalProperties": TEXTS}
_QUESTIONS, _CHOICES = 4, 3  # the pages say so in words
# A part of an address, beside those of the pages that all share.
_ANSWER: Json = {"type": "string", "pattern": "^[a-z0-9]+$", "not": {"enum": ["ingen", "stadsdel"]}}
_YEAR: Json = {"type": ["integer", "null"], "minimum": 1990, "maximum": 2100}
_CHOICE = object_form("id titel text fraga", {}, id=_ANSWER, titel=TEXT, text=TEXT, fraga=TEXT)
_QUESTION = object_form(
    "id fraga text av_typ avgor val",
    {},
    id=ID,
    fraga=TEXT,
    text=TEXT,
    av_typ=_FIELDS,
    avgor=_FIELDS,
    val={**list_form(_CHOICE, _CHOICES), "maxItems": _CHOICES},
)
# A page, or a document without an address; its year, or null when it tells none.
_SOURCE = object_form("titel ar", {"webb": {"type": "string", "pattern": "^https?://[^\\s]+$"}}, titel=TEXT, ar=_YEAR)
_FACT = object_form("text kalla", {}, text=TEXT, kalla=_SOURCE)
_BENEFIT = object_form(
    "id rubrik oro uppgifter svarar",
    {"ord": TEXTS},
    id=ID,
    rubrik=TEXT,
    oro=TEXT,
    uppgifter=list_form(_FACT),
    svarar=ID,
)
_ANSWERER = object_form(
    "id namn vem rubrik fragor",
    {
        "telefon": {"type": "string", "pattern": "^[0-9][0-9 -]{1,14}[0-9]$"},
        "kalla": _SOURCE,
        "lista": {"type": "string", "pattern": "^([a-z0-9-]+/)+$"},
    },
    id=ID,
    namn=TEXT,
    vem=TEXT,
    rubrik=TEXT,
    fragor=TEXTS,
)
_ADDRESS: Json = {"type": "string", "pattern": "^([a-z0-9-]+/)*$"}
_LEAF = object_form("id adress svensk", {}, id=ID, adress=_ADDRESS, svensk={**_ADDRESS, "type": ["string", "null"]})
# What the frame says, and which place in it is filled in.
FRAME_TEXTS = (
    "hoppa", "huvudmeny", "meny", "sok", "sok_i", "sprak", "ogranskad", "byggd", "byggd_gammal", "skriv_ut",
    "utskriven", "fel", "ring", "ingen_ringt", "provringt",
)  # fmt: skip
FILLED_IN = {"byggd": "{datum}", "ingen_ringt": "{nummer}", "provringt": "{datum}", "utskriven": "{sajt}"}
_SAID: Json = {"type": "object", "additionalProperties": TEXT}
_TONGUE = object_form(
    "namn eget riktning lokal granskad ram meny linjer",
    {"tveksamt": TEXTS},
    namn=TEXT,
    eget=TEXT,
    riktning={"enum": ["ltr", "rtl"]},
    lokal={"type": "string", "pattern": "^[a-z]{2,3}(_[A-Z]{2})?$"},
    granskad=DAY,
    ram=object_form(" ".join(FRAME_TEXTS), {}, **dict.fromkeys(FRAME_TEXTS, TEXT)),
    meny=_SAID,
    linjer=_SAID,
)
_AMOUNT: Json = {"type": ["integer", "null"], "minimum": 1}
_PRICES = object_form(
    "rubrik var ar enhet kolumner rader kalla",
    {"typ": ID, "not": TEXT},
    **dict.fromkeys(("rubrik", "var", "enhet"), TEXT),
    ar=_YEAR,
    kolumner={**TEXTS, "minItems": 1},
    rader=list_form(object_form("namn belopp", {}, namn=TEXT, belopp=list_form(_AMOUNT, 1)), 1),
    kalla=_SOURCE,
)
_LINES: Json = {"type": "integer", "minimum": 1, "maximum": 12}  # of what is filled in by hand: more would be a page
_HEADS: Json = {"type": "array", "minItems": 2, "items": {"type": "string"}}
_BLANK_ROWS: Json = {
    "oneOf": [
        object_form("slag text", {}, slag={"enum": ["rad", "text"]}, text=TEXT),
        object_form("slag text antal", {}, slag={"const": "stycke"}, text=TEXT, antal=_LINES),
        object_form("slag text svar", {}, slag={"const": "val"}, text=TEXT, svar={**TEXTS, "minItems": 2}),
        object_form("slag text kolumner antal", {}, slag={"const": "tabell"}, text=TEXT, kolumner=_HEADS, antal=_LINES),
        object_form(
            "slag text kolumner forsta", {}, slag={"const": "tabell"}, text=TEXT, kolumner=_HEADS,
            forsta={**TEXTS, "minItems": 1},
        ),
    ]
}  # fmt: skip
_BLANK = object_form(
    "id titel text om kallor delar",
    {},
    id=ID,
    **dict.fromkeys(("titel", "text", "om"), TEXT),
    kallor=list_form(_SOURCE, 1),
    delar=list_form(object_form("rubrik rader", {}, rubrik=TEXT, rader=list_form(_BLANK_ROWS, 1)), 1),
)
PAGE_FORMS: dict[str, Json] = {
    "hitta-ratt.json": object_form(
        "description granskas fragor antas utom stadsdel_efter",
        {},
        description=TEXT,
        granskas=TEXT,
        fragor={**list_form(_QUESTION, _QUESTIONS), "maxItems": _QUESTIONS},
        antas=object_form("text val", {}, text=TEXT, val=_CHOSEN),
        utom=_CHOSEN,
        stadsdel_efter=ID,
    ),
    "pengar.json": object_form(
        "description granskas hallbara_ar alltid ersattningar svarare",
        {},
        description=TEXT,
        granskas=TEXT,
        hallbara_ar={"type": "integer", "minimum": 1},
        alltid=list_form(_FACT),
        ersattningar=list_form(_BENEFIT, 1),
        svarare=list_form(_ANSWERER, 1),
    ),
    "priser.json": object_form(
        "description granskas betalar tabeller luckor fragor",
        {},
        **dict.fromkeys(("description", "granskas"), TEXT),
        betalar=list_form(_FACT, 1),
        tabeller=list_form(_PRICES, 1),
        luckor=list_form(_FACT),
        fragor={**TEXTS, "minItems": 1},
    ),
    "blanketter.json": object_form(
        "description granskas alltid blanketter",
        {},
        **dict.fromkeys(("description", "granskas", "alltid"), TEXT),
        blanketter=list_form(_BLANK, 1),
    ),
    "sprak-sidor.json": object_form(
        "description granskas sidor sprak",
        {},
        description=TEXT,
        granskas=TEXT,
        sidor=list_form(_LEAF, 1),
        sprak={"type": "object", "minProperties": 1, "propertyNames": LANGUAGE, "additionalProperties": _TONGUE},
    ),
}

"""What the files hold that pages of their own are made from, as JSON Schema: a part of `schema_forms`.

`hitta-ratt.json` is the guide with four questions, `pengar.json` what is known of money, `sprak-sidor.json` what stands
around the pages in other languages. What does not fit together is told by `schema_pages`.
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
    "hoppa", "huvudmeny", "sok", "sok_i", "sprak", "ogranskad", "byggd", "byggd_gammal", "skriv_ut", "utskriven", "fel",
    "ring", "ingen_ringt", "provringt",
)  # fmt: skip
FILLED_IN = {"byggd": "{datum}", "provringt": "{datum}", "utskriven": "{sajt}"}
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
    "sprak-sidor.json": object_form(
        "description granskas sidor sprak",
        {},
        description=TEXT,
        granskas=TEXT,
        sidor=list_form(_LEAF, 1),
        sprak={"type": "object", "minProperties": 1, "propertyNames": LANGUAGE, "additionalProperties": _TONGUE},
    ),
}

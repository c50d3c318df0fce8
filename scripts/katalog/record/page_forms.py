"""What the files hold that pages of their own are made from, as JSON Schema: a part of `schema_forms`.

`hitta-ratt.json` is the guide with four questions, `pengar.json` what is known of money. What does not fit together is
told by `schema_pages`.
"""

from __future__ import annotations

from typing import Any

from katalog.record.word_forms import ID, TEXT, TEXTS, list_form, object_form

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
}

"""What the search's lists of crisis, places, pages and languages hold, as JSON Schema: a part of `schema_forms`."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
TEXT: Json = {"type": "string", "pattern": "\\S"}
TEXTS: Json = {"type": "array", "minItems": 1, "items": TEXT}
_WORDS: Json = {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^\\S+$"}}
ID: Json = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_PLACE: Json = {"type": "string", "pattern": "^[a-z-]+/[a-z0-9]+(-[a-z0-9]+)*$"}
_COUNT: Json = {"type": "integer", "minimum": 0}
LANGUAGE: Json = {"type": "string", "pattern": "^[a-z]{2,3}$"}
# Empty until a person has done it; then the day.
DAY: Json = {"type": ["string", "null"], "pattern": "^20[0-9]{2}-[01][0-9]-[0-3][0-9]$"}


def object_form(required: str, optional: Json, **parts: Json) -> Json:
    """An object with these parts and no others; `required` names those that must be there."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": {**parts, **optional},
        "additionalProperties": False,
    }


def list_form(items: Json, least: int = 0) -> Json:
    return {"type": "array", "minItems": least, "items": items}


# How the words of a language are bent; docs/assets/js/search/fitting.js reads it.
_GRAMMAR: Json = {
    "fler_smaord": TEXTS,
    "forled": TEXTS,
    "andelser": TEXTS,
    "bokstaver": TEXT,
    "byte": list_form({"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "string"}}, 1),
    "jamfor": {"enum": ["dubbla", "stavelser"]},
    "sammansatt": {"const": True},
    "granskad": DAY,
}
_SOURCE = object_form(
    "webb slag ar",
    {},
    webb={"type": "string", "pattern": "^https?://[^\\s]+$"},
    slag={"enum": ["egen", "annan"]},
    ar={"type": ["integer", "null"], "minimum": 1990, "maximum": 2100},
)
_LINE = object_form(
    "id namn nummer vad",
    {"utan_datum": {"const": True}, "forst": {"const": True}, "kallor": list_form(_SOURCE, 1), "kontrollerad": DAY},
    id=ID,
    namn=TEXT,
    nummer={"type": "string", "pattern": "^[0-9][0-9 -]{1,14}[0-9]$"},
    vad=TEXT,
)
_CARD = object_form(
    "id rubrik text linjer",
    {"ensamt": {"const": True}, "lases": TEXT},
    id=ID,
    rubrik=TEXT,
    text=TEXT,
    linjer=list_form(ID, 1),
)
# More than one word in order: a card never comes for a loose word, unless the whole question is short (`hela`).
_SIGN = {
    **object_form(
        "kort foljd",
        {"annan": ID, "nekat": ID, "mellan": _COUNT, "hela": _COUNT, "foljs_inte": TEXT, "fore_inte": TEXT},
        kort=ID,
        foljd=TEXTS,
    ),
    "anyOf": [{"required": ["hela"]}, {"properties": {"foljd": {"minItems": 2}}}],
}
_ABOUT: Json = {"description": TEXT, "granskas": TEXT}
_PAGE: Json = {"type": "string", "pattern": "^([a-z0-9-]+/)+(#[a-z0-9-]+)?$"}
_OTHER_PAGE = object_form("adress rubrik text ord", {}, adress=_PAGE, rubrik=TEXT, text=TEXT, ord=TEXTS)
_GUIDE = object_form(
    "adress rubrik text lugnt_vid ord", {}, adress=_PAGE, rubrik=TEXT, text=TEXT, lugnt_vid=TEXTS, ord=TEXTS
)
WORD_FORMS: dict[str, Json] = {
    "sidsvar.json": object_form(
        "description fragar forklaringar vagvisare andra avsnitt",
        {},
        description=TEXT,
        fragar=TEXTS,
        forklaringar=list_form(
            object_form("adress sida rubrik text ord", {}, adress=_PAGE, sida=TEXT, rubrik=TEXT, text=TEXT, ord=TEXTS)
        ),
        vagvisare=_GUIDE,
        andra=list_form(_OTHER_PAGE),
        avsnitt=list_form(object_form("adress ord", {}, adress=_PAGE, ord=TEXTS)),
    ),
    "kris.json": object_form(
        "description granskas linjer kort grupper tecken andra_sprak",
        _ABOUT,
        linjer=list_form(_LINE, 1),
        kort=list_form(_CARD, 1),
        grupper={"type": "object", "additionalProperties": TEXT},
        tecken=list_form(_SIGN, 1),
        andra_sprak=list_form(
            {
                "type": "object",
                "required": ["sprak", "sager"],
                "properties": {"sprak": LANGUAGE, "sager": TEXT},
                "additionalProperties": TEXTS,
            }
        ),
    ),
    "orter.json": object_form(
        "description granskas linjer orter grannar grannomraden hela samma_stad overallt smaord forsatser",
        _ABOUT,
        linjer=list_form(object_form("namn stationer", {}, namn=TEXT, stationer={**TEXTS, "minItems": 2})),
        orter=list_form(object_form("namn", {"i": _PLACE, "ord": TEXTS}, namn=TEXT)),
        grannar=list_form({**TEXTS, "minItems": 2, "maxItems": 2}),
        grannomraden=list_form({"type": "array", "minItems": 2, "maxItems": 2, "items": _PLACE}),
        hela=list_form(TEXT),
        samma_stad=list_form(_PLACE),
        overallt=list_form(_PLACE),
        smaord=list_form(TEXT),
        forsatser={"type": "object", "additionalProperties": TEXTS},
    ),
    "andra-sprak.json": object_form(
        "description granskas sprak svenska_ord lases",
        _ABOUT,
        sprak={
            "type": "object",
            "minProperties": 1,
            "propertyNames": LANGUAGE,
            "additionalProperties": object_form("namn smaord", _GRAMMAR, namn=TEXT, smaord=TEXTS),
        },
        svenska_ord=object_form("egna gemensamma", {}, egna=_WORDS, gemensamma=_WORDS),
        lases=list_form(
            {
                "type": "object",
                "oneOf": [{"required": ["ord"]}, {"required": ["fraga"]}],
                "properties": {
                    "villkor": {"const": True},
                    "ord": _WORDS,
                    "begrepp": list_form(_PLACE, 1),
                    "fraga": TEXT,
                },
                "additionalProperties": TEXTS,
            }
        ),
    ),
}

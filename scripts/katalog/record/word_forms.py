"""What the search's lists of crisis, places, pages and languages hold, as JSON Schema: a part of `schema_forms`."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
_TEXT: Json = {"type": "string", "pattern": "\\S"}
_TEXTS: Json = {"type": "array", "minItems": 1, "items": _TEXT}
_WORDS: Json = {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^\\S+$"}}
_ID: Json = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_PLACE: Json = {"type": "string", "pattern": "^[a-z-]+/[a-z0-9]+(-[a-z0-9]+)*$"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_LANGUAGE: Json = {"type": "string", "pattern": "^[a-z]{2,3}$"}
# Empty until a person has done it; then the day.
_DAY: Json = {"type": ["string", "null"], "pattern": "^20[0-9]{2}-[01][0-9]-[0-3][0-9]$"}


def _object(required: str, optional: Json, **parts: Json) -> Json:
    """An object with these parts and no others; `required` names those that must be there."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": {**parts, **optional},
        "additionalProperties": False,
    }


def _list(items: Json, least: int = 0) -> Json:
    return {"type": "array", "minItems": least, "items": items}


_SOURCE = _object(
    "webb slag ar",
    {},
    webb={"type": "string", "pattern": "^https?://[^\\s]+$"},
    slag={"enum": ["egen", "annan"]},
    ar={"type": ["integer", "null"], "minimum": 1990, "maximum": 2100},
)
_LINE = _object(
    "id namn nummer vad",
    {"utan_datum": {"const": True}, "kallor": _list(_SOURCE, 1), "kontrollerad": _DAY},
    id=_ID,
    namn=_TEXT,
    nummer={"type": "string", "pattern": "^[0-9][0-9 -]{1,14}[0-9]$"},
    vad=_TEXT,
)
_CARD = _object(
    "id rubrik text linjer",
    {"ensamt": {"const": True}, "lases": _TEXT},
    id=_ID,
    rubrik=_TEXT,
    text=_TEXT,
    linjer=_list(_ID, 1),
)
# More than one word in order: a card never comes for a loose word, unless the whole question is short (`hela`).
_SIGN = {
    **_object(
        "kort foljd",
        {"annan": _ID, "nekat": _ID, "mellan": _COUNT, "hela": _COUNT, "foljs_inte": _TEXT, "fore_inte": _TEXT},
        kort=_ID,
        foljd=_TEXTS,
    ),
    "anyOf": [{"required": ["hela"]}, {"properties": {"foljd": {"minItems": 2}}}],
}
_ABOUT: Json = {"description": _TEXT, "granskas": _TEXT}
_PAGE: Json = {"type": "string", "pattern": "^([a-z0-9-]+/)+(#[a-z0-9-]+)?$"}
_OTHER_PAGE = _object("adress rubrik text ord", {}, adress=_PAGE, rubrik=_TEXT, text=_TEXT, ord=_TEXTS)
WORD_FORMS: dict[str, Json] = {
    "sidsvar.json": _object(
        "description fragar forklaringar vagvisare andra avsnitt",
        {},
        description=_TEXT,
        fragar=_TEXTS,
        forklaringar=_list(
            _object("adress sida rubrik text ord", {}, adress=_PAGE, sida=_TEXT, rubrik=_TEXT, text=_TEXT, ord=_TEXTS)
        ),
        vagvisare=_OTHER_PAGE,
        andra=_list(_OTHER_PAGE),
        avsnitt=_list(_object("adress ord", {}, adress=_PAGE, ord=_TEXTS)),
    ),
    "kris.json": _object(
        "description granskas linjer kort grupper tecken andra_sprak",
        _ABOUT,
        linjer=_list(_LINE, 1),
        kort=_list(_CARD, 1),
        grupper={"type": "object", "additionalProperties": _TEXT},
        tecken=_list(_SIGN, 1),
        andra_sprak=_list(
            {
                "type": "object",
                "required": ["sprak", "sager"],
                "properties": {"sprak": _LANGUAGE, "sager": _TEXT},
                "additionalProperties": _TEXTS,
            }
        ),
    ),
    "orter.json": _object(
        "description granskas linjer orter grannar grannomraden hela overallt smaord forsatser",
        _ABOUT,
        linjer=_list(_object("namn stationer", {}, namn=_TEXT, stationer={**_TEXTS, "minItems": 2})),
        orter=_list(_object("namn", {"i": _PLACE, "ord": _TEXTS}, namn=_TEXT)),
        grannar=_list({**_TEXTS, "minItems": 2, "maxItems": 2}),
        grannomraden=_list({"type": "array", "minItems": 2, "maxItems": 2, "items": _PLACE}),
        hela=_list(_TEXT),
        overallt=_list(_PLACE),
        smaord=_list(_TEXT),
        forsatser={"type": "object", "additionalProperties": _TEXTS},
    ),
    "andra-sprak.json": _object(
        "description granskas sprak lases",
        _ABOUT,
        sprak={
            "type": "object",
            "minProperties": 1,
            "propertyNames": _LANGUAGE,
            "additionalProperties": _object(
                "namn smaord", {"forled": _TEXTS, "granskad": _DAY}, namn=_TEXT, smaord=_TEXTS
            ),
        },
        lases=_list(
            {
                "type": "object",
                "required": ["ord"],
                "properties": {"villkor": {"const": True}, "ord": _WORDS, "begrepp": _list(_PLACE, 1)},
                "additionalProperties": _TEXTS,
            }
        ),
    ),
}

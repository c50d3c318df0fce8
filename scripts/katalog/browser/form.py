"""`/bidra/formular/`: the form that writes a record. The page carries everything its script needs as data: the schema,
labels, vocabularies, the words of every message and the word lists about people. No field is named in the script.

Also the annotated template for those without a script. docs/assets/js/formular/ depends on the data's shape.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from katalog.derive import derived as derive
from katalog.derive.vocabulary import Vocabularies, vocabulary_nodes
from katalog.pages.page import Page
from katalog.pages.reference import written
from katalog.pages.templates import Templates
from katalog.record import shape, suggest
from katalog.record.characters import FORBIDDEN
from katalog.record.model import Record
from katalog.record.moved import TAKEN
from katalog.record.people.words import FILE, SHORTEST_SURE, SURE_ENDINGS, TITLE_ENDINGS
from katalog.record.rules import identitet, kallor, persondata, referenser
from katalog.record.schema import Json, Schema, constants

FORMAT = 2  # the script refuses data of another format
ADDRESS = "bidra/formular/"
KNOWN_FILE = "poster.json"  # all records by name: fetched when a name is suggested or a file's name is checked
FILE_HEAD = "# yaml-language-server: $schema=../../schema/verksamhet.schema.json\n"
# The script's modules besides the first: named in the head, else the browser finds them one behind the other.
MODULES = (
    "brott", "delar", "el", "enkla", "falt", "felord", "felruta", "forslag", "identitet", "kontroll", "kort", "las",
    "likhet", "persondata", "poster", "rad", "skicka", "slut", "start", "tillstand", "visning", "yaml",
)  # fmt: skip
# Long prose is folded so that a diff shows the sentence that changed: field -> from how many characters, at what width.
FOLDED = {"beskrivning": {"over": 86, "bredd": 100}}
# GitHub takes a new file's content in the address, but not an endless one: 8 kB is the limit that people report. Not
# tried against a real forge (docs/decisions/0004-formularet-skickar-inget.md). The whole address is counted.
MOST_IN_ADDRESS = 6000
_KEPT = frozenset({
    "type", "title", "description", "examples", "required", "properties", "items", "additionalProperties", "anyOf",
    "dependentRequired", "if", "then", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems",
    "minProperties", "uniqueItems", "pattern", "format", "const", "x-fel", "x-grupp", "x-vokabular", "x-rubrik",
    "x-formular", "x-forslag",
})  # fmt: skip
_WORD = r"[\p{L}\p{N}_]"
# What else holds of an entry that a link has filled something in.
_PLANNED = {"status": "planerad"}
# The card of `_delar.html`, so that the preview shows what the reader will see.
_CARD = {
    "namn": "namn",
    "text": "sammanfattning",
    "var": {"etikett": "Var", "falt": "omrade", "utom": "annan-kommun", "mer": "kommun"},
    "hur": {"etikett": "Hur", "falt": "ingang", "inre": "vag"},
}
_FRESHNESS = {
    "datum": "senast_bekraftad",
    "av": "bekraftad_av",
    "ar": "uppgifter_fran",
    "status": "status",
    "stangd": "avslutad",
    "ord_stangd": "Stängd",
    "steg": [[derive.FRESH_DAYS, "bekraftad"], [derive.DUE_DAYS, "dags"]],
    "annars": "inaktuell",
    "obekraftad": "obekraftad",
}


def form_page(templates: Templates) -> Page:
    words = templates.view.words
    title, text = "Skriv eller rätta", "Formulär för att lägga till en verksamhet eller rätta en som finns."
    root = "../" * ADDRESS.count("/")
    scripts = f"{root}assets/js/formular/"
    body = templates.render("formular.html", ADDRESS, title=title, text=text, mall=template(words))
    head = (
        f'<link rel="stylesheet" href="{root}assets/css/formular.css">'
        f'<script type="module" src="{scripts}formular.js"></script>'
        + "".join(f'<link rel="modulepreload" href="{scripts}{name}.js">' for name in MODULES)
        + f'<script type="application/json" data-formular-data>{data_block(form_data(templates))}</script>'
    )
    return Page(address=ADDRESS, title=title, text=text, body=body, head=head)


def data_block(data: Json) -> Markup:
    """JSON that may stand inside a script element: it cannot end the element or open a comment."""
    raw = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    plain = FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", raw)  # patterns hold what no page may hold
    return Markup(plain.replace("<", "\\u003c"))  # noqa: S704  # no less-than sign is left


def form_data(templates: Templates) -> Json:
    """Everything the script needs to know."""
    words, settings = templates.view.words, templates.settings
    return {
        "format": FORMAT,
        **engine_data(words),
        "steg": [{"id": g.id, "titel": g.title, "text": g.text, "falt": list(g.fields)} for g in words.groups],
        "kort": _CARD,
        "fil": {"mapp": "omrade", "id": "namn", "rot": "catalogue/"},
        "poster": "verksamhet/",
        "kanda": KNOWN_FILE,
        "skicka": {
            "ny": settings.new_url,
            "redigera": settings.edit_url,
            "brevlada": settings.mailbox,
            "mest": MOST_IN_ADDRESS,
        },
    }


def form_files(templates: Templates) -> dict[str, str]:
    """The records that the form knows by name: relative path -> content."""
    catalogue = templates.view.derived.catalogue
    words = templates.view.words
    known = {
        "format": FORMAT,
        "poster": [[record.id, record.namn, _whereabouts(record, words), record.fil] for record in catalogue.records],
        "flyttade": dict(sorted(catalogue.moved.items())),
    }
    return {ADDRESS + KNOWN_FILE: json.dumps(known, ensure_ascii=False, separators=(",", ":"))}


def _whereabouts(record: Record, words: Vocabularies) -> str:
    """What tells a record from others of the same name."""
    return words.label("omrade", record.omrade) + (", stängd" if record.is_closed else "")


def fillable(schema: Schema) -> Json:
    """What a link to the form may fill in: name in the address -> the field and how a value stands in it.

    A field is filled in by the name of its vocabulary, the first field of each. So is a list of groups, where its facet
    says which of their fields it counts by.
    """
    found: Json = {}
    for name, node in schema.fields.items():
        key = node.get("x-facett", {}).get("nyckel")
        inner = node.get("items", node)
        holder = inner["properties"][key] if key else inner
        if "x-vokabular" in holder:
            way = {"falt": name, "nyckel": key, "vokabular": holder["x-vokabular"]}
            found.setdefault(holder["x-vokabular"], way)
    return found


def engine_data(words: Vocabularies) -> Json:
    """What checking, writing, filling in and the freshness line need: the part that tests drive on its own."""
    return {
        "regel": _slim(words.schema.full),
        "vokabular": {name: _values(node) for name, node in vocabulary_nodes(words.schema.full) if constants(node)},
        "texter": shape.TEXTS,
        "typer": shape.TYPES,
        "granser": {
            "fa": shape.FEW,
            "ordning": list(shape.VALUE_ORDER),
            "mest": shape.MOST_TOLD,
            "likhet": suggest.SIMILAR,
        },
        "persondata": _persondata(words.schema),
        "identitet": {**identitet.TEXTS, "omdirigering": TAKEN, "utan": identitet.WITHOUT_LETTERS},
        "fyll": fillable(words.schema),
        "planerad": _PLANNED,
        "forslag": {"post": referenser.TEXTS, "falt": kallor.TEXTS},
        "form": {"huvud": FILE_HEAD, "vik": FOLDED},
        "forbjudna": for_browser(FORBIDDEN.pattern),
        "aktualitet": {
            **_FRESHNESS,
            "etiketter": derive.FRESHNESS_LABELS,
            "texter": derive.TEXTS,
            "manader": derive.MONTHS,
        },
    }


def for_browser(pattern: str) -> str:
    """A pattern of Python's as JavaScript reads it with the flag `u`: there `\\b`, `\\w` and `\\d` know ASCII only."""
    boundary = f"(?:(?<!{_WORD})(?={_WORD})|(?<={_WORD})(?!{_WORD}))"
    pattern = pattern.replace(r"[^\W\d_]", r"[\p{L}\p{Nl}\p{No}]").replace(r"[\W_]", r"[^\p{L}\p{N}]")
    return pattern.replace(r"\b", boundary).replace(r"\w", _WORD).replace(r"\d", r"\p{Nd}").replace("\\ ", " ")


def _persondata(schema: Schema) -> Json:
    """The word lists as they stand, with the patterns and texts of the rule. The reasons are not sent."""
    raw = json.loads((schema.folder / FILE).read_text(encoding="utf-8"))
    raw["godkanda"] = [entry["namn"] for entry in raw["godkanda"]]
    return {
        **{name: value for name, value in raw.items() if name != "description"},
        "titelslut": TITLE_ENDINGS,
        "efternamn_sakra": {"slut": SURE_ENDINGS, "minst": SHORTEST_SURE},
        "monster": {name: for_browser(pattern) for name, pattern in persondata.PATTERNS.items()},
        "adressfalt": persondata.ADDRESS_FIELD,
        "ensamfalt": persondata.ALONE_FIELD,
        "texter": persondata.TEXTS,
    }


def _slim(node: Any) -> Any:
    """The schema without what the form does not use; a vocabulary is left as its name."""
    if isinstance(node, list):
        return [_slim(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key in _KEPT}
    inner = kept.pop("properties", None)
    whole = {key: kept.pop(key) for key in ("examples", "dependentRequired") if key in kept}
    slim = {key: _slim(value) for key, value in kept.items()}
    if inner is not None:
        slim["properties"] = {name: _slim(sub) for name, sub in inner.items()}
    return {**slim, **whole}


def _values(node: Json) -> list[Json]:
    kept = ("const", "title", "description", "x-ord", "x-alias")
    return [{key: value[key] for key in kept if key in value} for value in constants(node) or ()]


def template(words: Vocabularies) -> str:
    """A record to copy: what must be there with an example, all else as a comment to open."""
    lines = [FILE_HEAD.rstrip("\n")]
    required = words.schema.full["required"]
    for name, node in words.schema.fields.items():
        lines += ["", *(f"# {line}" for line in (f"{node['title']}. {node['description']}", *_choices(node)))]
        example = written(name, node).splitlines()
        lines += example if name in required else [f"#{line}" for line in example]
    return "\n".join(lines) + "\n"


def _choices(node: Json) -> Iterator[str]:
    values = constants(node) or constants(node.get("items", {}))
    if values:
        yield "Värden: " + ", ".join(value["const"] for value in values)

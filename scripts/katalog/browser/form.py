"""What the script of the form needs: the schema, labels, vocabularies, the words of every message and the word lists
about people, and the records that it knows by name.

Private to our own JS (docs/assets/js/form/ and record/). A change of shape raises `FORMAT`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from katalog.browser.form_words import in_form
from katalog.browser.freshness import trust_data
from katalog.browser.telling import telling_data
from katalog.derive import trust
from katalog.derive.derived import Derived
from katalog.derive.match import OLD_YEARS
from katalog.derive.vocabulary import FieldGroup, Vocabularies
from katalog.record import mistyped, said, shape, suggest
from katalog.record.characters import FORBIDDEN
from katalog.record.emit import FIRST_LINE, FOLDED_ABOVE_CHARACTERS, FOLDED_FIELD, FOLDED_WIDTH
from katalog.record.model import Record
from katalog.record.moved import TAKEN
from katalog.record.people.words import FILE, SHORTEST_SURE, SURE_ENDINGS, TITLE_ENDINGS
from katalog.record.rules import RULES, datum, identitet, kallor, kontakt, persondata, referenser, resultat, status
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_short import STEP
from katalog.settings import Settings
from katalog.wording.card import NO_PICTURE, PICTURED
from katalog.wording.fields import NOTICE
from katalog.wording.hours import PAST, hours_words

FORMAT = 11  # the script refuses data of another format
ADDRESS = "bidra/formular/"
ENTRY = "form/main.js"
KNOWN_FILE = "poster.json"  # all records by name: fetched when a name is suggested or a file's name is checked
# Long prose is folded so that a diff shows the sentence that changed: field -> from how many characters, at what width.
_FOLDED = {FOLDED_FIELD: {"over": FOLDED_ABOVE_CHARACTERS, "bredd": FOLDED_WIDTH}}
MOST_IN_STEP = 7  # questions: with more, a step of a new entry is over five screens of a phone (360 x 740)
# GitHub takes a new file's content in the address, but not an endless one: 8 kB is the limit that people report. Not
# tried against a real forge (docs/decisions/0013-det-slutar-alltid.md). The whole address is counted.
MOST_IN_ADDRESS = 6000
_KEPT = frozenset({
    "type", "title", "description", "examples", "required", "properties", "items", "additionalProperties", "anyOf",
    "dependentRequired", "if", "then", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems",
    "minProperties", "uniqueItems", "pattern", "format", "const", "x-fel", "x-fel-formular", "x-grupp", "x-vokabular",
    "x-rubrik", "x-formular", "x-forslag", "x-text", "x-enkel",
})  # fmt: skip
_WORD = r"[\p{L}\p{N}_]"
# A boundary before a letter is where a word begins, any other where one ends: what looks back then stands first in its
# pattern, which is all that core/pattern.js can do for browsers that cannot look back.
_WORD_BEGINS = re.compile(r"\\b(?=\w|\[|\(\?:)")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
# What else holds of an entry that a link has filled something in.
_PLANNED = {"status": "planerad"}


def form_data(words: Vocabularies, settings: Settings) -> Json:
    """Everything the script needs to know."""
    return {
        "format": FORMAT,
        **in_form(engine_data(words)),
        "viktigast": _first_step(words.schema),
        "nytt": words.schema.full[STEP]["nytt"],
        "steg": [step for group in words.groups for step in _steps(group)],
        "fil": {"mapp": "omrade", "id": "namn", "rot": "catalogue/"},
        "poster": "verksamhet/",
        "kanda": KNOWN_FILE,
        "skicka": destinations(settings),
    }


def destinations(settings: Settings) -> Json:
    """Where the site sends what somebody has written: the forge's pages, the mailbox, and who
    gets it by another way; "" for none."""
    return {
        "ny": settings.new_url,
        "redigera": settings.edit_url,
        "brevlada": settings.mailbox,
        "mottagare": settings.mailbox or settings.receiver,
        "mest": MOST_IN_ADDRESS,
    }


def _steps(group: FieldGroup) -> Iterator[Json]:
    """A group of the record's page as the steps that it takes: one, or several of about as many questions each; the
    first has more, since what must be filled in stands first."""
    fields = group.fields
    count = -(-len(fields) // MOST_IN_STEP)
    size = len(fields) // count + 1
    for number in range(count):
        yield {
            "id": f"{group.id}-{number + 1}" if number else group.id,
            "titel": f"{group.title} ({number + 1} av {count})" if count > 1 else group.title,
            "text": group.text,
            "falt": list(fields[number * size : (number + 1) * size]),
        }


def _first_step(schema: Schema) -> Json:
    """The step that a new entry begins with, as the other steps and with its own questions."""
    step = schema.full[STEP]
    return {
        "id": STEP.removeprefix("x-"),
        "titel": step["title"],
        "text": step["description"],
        "falt": [question["falt"] for question in step["fragor"]],
        "fragor": step["fragor"],
    }


def form_files(derived: Derived, words: Vocabularies) -> dict[str, str]:
    """The records that the form knows by name: relative path -> content."""
    catalogue = derived.catalogue
    known = {
        "format": FORMAT,
        "poster": [_known(record, words) for record in catalogue.records],
        "flyttade": dict(sorted(catalogue.moved.items())),
    }
    return {ADDRESS + KNOWN_FILE: json.dumps(known, ensure_ascii=False, separators=(",", ":"))}


def _known(record: Record, words: Vocabularies) -> list[Any]:
    """As docs/assets/js/form/known.js reads it."""
    return [
        record.id, record.namn, _whereabouts(record, words), record.fil, record.omrade, list(record.namn_forr),
    ]  # fmt: skip


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
    """What checking, writing, filling in and the freshness line need: the part that tests drive on its own, with the
    words that the command uses."""
    return {
        "titlar": False,
        "regel": _slim(words.schema.full),
        "vokabular": {name: _values(node) for name, node in words.schema.vocabularies.items()},
        "texter": said.TEXTS,
        "typer": said.TYPES,
        "personfalt": for_browser(said.PERSON_FIELD),
        "feltyp": mistyped.DATA,
        "granser": {
            "fa": shape.FEW,
            "ordning": list(shape.VALUE_ORDER),
            "mest": shape.MOST_TOLD,
            "likhet": suggest.SIMILAR,
        },
        "persondata": people_data(words.schema),
        "identitet": {**identitet.TEXTS, "omdirigering": TAKEN, "utan": identitet.WITHOUT_LETTERS},
        "fyll": fillable(words.schema),
        "planerad": _PLANNED,
        "kort": words.schema.full["x-kort"],
        "bild": {"falt": PICTURED, "annars": NO_PICTURE},
        "tidord": {**hours_words(words), "aldras": OLD_YEARS, "inte_nu": PAST, "notis": NOTICE},
        "regler": {_name(rule): rule.TEXTS for rule in RULES if rule.SAID_BY_FORM},
        "regelord": {
            "datum": sorted(datum.DATE_KEYS),
            "ar": sorted(datum.YEAR_KEYS),
            "stangda": list(status.CLOSED),
            "fa_personer": resultat.FEWEST,
            "referenser": referenser.MOST_TOLD,
            "galler": kallor.SPEAKING,
            "kontakt": {
                "monster": {name: for_browser(pattern) for name, pattern in kontakt.PATTERNS.items()},
                "vagar": kontakt.WAYS,
                "omkring": kontakt.AROUND,
            },
        },
        "form": {"huvud": FIRST_LINE, "vik": _FOLDED, "forbjudna": for_browser(FORBIDDEN)},
        "tillit": {**trust_data(), "slag": trust.GOOD_KINDS, "annan": trust.OTHER_KIND},
        "sagt": telling_data(words),
    }


def for_browser(pattern: str) -> str:
    """A pattern of Python's as JavaScript reads it with the flag `u`: there `\\b`, `\\w` and `\\d` know ASCII only."""
    pattern = pattern.replace(r"[^\W\d_]", r"[\p{L}\p{Nl}\p{No}]").replace(r"[\W_]", r"[^\p{L}\p{N}]")
    pattern = _CLASS.sub(lambda found: found[0].replace(r"\w", _WORD[1:-1]), pattern)
    pattern = _WORD_BEGINS.sub(lambda _: f"(?<!{_WORD})", pattern).replace(r"\b", f"(?!{_WORD})")
    return pattern.replace(r"\w", _WORD).replace(r"\d", r"\p{Nd}").replace("\\ ", " ")


def people_data(schema: Schema) -> Json:
    """The word lists as they stand, with the patterns and texts of the rule. The reasons are not sent."""
    lists = schema.documents[FILE]
    return {
        **{name: value for name, value in lists.items() if name != "description"},
        "godkanda": [entry["namn"] for entry in lists["godkanda"]],
        "titelslut": TITLE_ENDINGS,
        "efternamn_sakra": {"slut": SURE_ENDINGS, "minst": SHORTEST_SURE},
        "monster": {name: for_browser(pattern) for name, pattern in persondata.PATTERNS.items()},
        "adressfalt": persondata.ADDRESS_FIELD,
        "ensamfalt": persondata.ALONE_FIELD,
    }


def _name(rule: ModuleType) -> str:
    return rule.__name__.rpartition(".")[2]


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


def slim_fields(schema: Schema, names: Iterable[str]) -> Json:
    """Some fields of the schema, as the script takes them."""
    return {name: _slim(schema.fields[name]) for name in names}


def values_of(schema: Schema, vocabulary: str) -> list[Json]:
    """A vocabulary's values, as the script takes them."""
    return _values(schema.vocabularies[vocabulary])


def _values(node: Json) -> list[Json]:
    kept = ("const", "title", "description", "x-rubrik", "x-ord", "x-alias", "x-kontakt")
    return [{key: value[key] for key in kept if key in value} for value in constants(node) or ()]

"""Hostile text, and records that hold as much of it as the rules allow: the same on every run.

`tests/cases/fientligt/<context>.json` lists the payloads. A script of theirs would set `window.fientlig`; what they ask
for lies at `ond.exempel.se`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Any

import yaml

from katalog.record.characters import FORBIDDEN
from katalog.record.problem import DataPath
from katalog.record.schema import Json, Schema
from tests.built.document import Document
from tests.made_records import Making, changed_at, places_in, rule_at
from tests.support import CASES

MARK, HOST = "fientlig", "ond.exempel.se"
FOLDER = CASES / "fientligt"
_DATA = ("application/ld+json", "application/json")  # no script: nothing of it is run
_OWN_SCHEMES = ("http:", "https:", "tel:", "mailto:")
_OWN_FRAME = re.compile(r"(?:\.\./)+bit/[a-z0-9/-]*")
_LOADING = ("src", "srcset", "data", "poster", "background", "formaction", "action", "srcdoc")


def payloads() -> list[str]:
    """All, in the order of files and lines."""
    return [one for path in sorted(FOLDER.glob("*.json")) for one in json.loads(path.read_text(encoding="utf-8"))]


@dataclass(slots=True, kw_only=True)
class Spread:
    """How far the payloads came: `laid` in a field, `refused` by the rules; `fields` that held one."""

    laid: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)


def hostile_records(schema: Schema, count: int, seed: int, spread: Spread, tries: int = 3) -> Iterator[Json]:
    """`count` records without a fault, every text of which is hostile where a payload is allowed there at all: alone,
    or behind a word. Of each place so many payloads are tried."""
    making = Making(schema, seed)
    prose, patterns = cycle(payloads()), cycle(payloads())  # what a pattern refuses is still tried where one writes
    for _ in range(count):
        data: Json = making.record()
        for path in [one for one in places_in(data) if _is_text(schema, data, one)]:
            waiting = prose if "x-text" in rule_at(schema, path) else patterns
            data = _poisoned(making, data, path, islice(waiting, tries), spread)
        yield data


def _poisoned(making: Making, data: Json, path: DataPath, tried: Iterator[str], spread: Spread) -> Json:
    rule = rule_at(making.schema, path)
    for payload in tried:
        for text in (payload, f"Måla och snickra {payload}"):
            changed = changed_at(data, path, text)
            if _may_stand(rule, text) and not making.judge.faults(changed):
                spread.laid[payload] += 1
                spread.fields[".".join(str(step) for step in path if isinstance(step, str))] += 1
                return changed
        spread.refused[payload] += 1
    return data


def _may_stand(rule: Json, text: str) -> bool:
    """What is refused by the first look needs no judge."""
    is_formed = re.search(rule.get("pattern", ""), text) and len(text) <= rule.get("maxLength", len(text))
    return bool(is_formed) and not re.search(FORBIDDEN, text)


def _is_text(schema: Schema, data: Json, path: DataPath) -> bool:
    value: Any = data
    for step in path:
        value = value[step]
    rule = rule_at(schema, path)
    return isinstance(value, str) and "const" not in rule and "enum" not in rule and not rule.get("x-forslag")


def as_yaml(data: Json) -> str:
    """Plain YAML, escaped where it must be: what is tried is the site, not our own writer."""
    return yaml.safe_dump(data, allow_unicode=False, sort_keys=False, width=10_000)


def dangers(page: Document) -> Iterator[str]:
    """What in a page could run or ask for something that is not ours, whatever a policy says of it."""
    for node in page.elements():
        tag = str(node.tag)
        if tag in ("object", "embed", "style", "math", "audio", "video", "marquee"):
            yield f"<{tag}>"
        if tag == "base" and "href" in node.attrib:  # ours, in lists for other websites, names a window alone
            yield "<base href>"
        if tag == "iframe" and ("srcdoc" in node.attrib or not _OWN_FRAME.fullmatch(node.get("src", ""))):
            yield f"<iframe src={node.get('src')}>"
        if tag == "script" and not node.get("src") and node.get("type") not in _DATA:
            yield f"<script> {node.text!r}"
        yield from (f"{tag} {key}" for key in node.attrib if str(key).startswith("on") or key == "style")
        yield from (f"{tag} {key}={node.attrib[key]}" for key in _LOADING if HOST in node.attrib.get(key, ""))
        address = node.attrib.get("href", "").strip().lower()
        if ":" in address.partition("/")[0].partition("#")[0].partition("?")[0] and not address.startswith(
            _OWN_SCHEMES
        ):
            yield f"{tag} href={address}"

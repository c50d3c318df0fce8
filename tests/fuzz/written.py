"""Inputs that Hypothesis writes in each reader's own language, from nothing; a finding is made as small as can be."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky

from tests.fuzz.count import Count, fault_of, keep
from tests.fuzz.targets import TARGETS, ods_content
from tests.mails import block, mail_from_a_desk, mail_from_a_phone, mail_of_html
from tests.sheets import saved, sheet_xml, workbook
from tests.strategies import awkward_texts, json_values, near_yaml, yaml_like
from tests.support import GOOD, IDAG, SCHEMA

# No deadline: what is slow is a finding of ours. A run of 200 is short enough to end in time.
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=200,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
_MOST_FIELDS = 8
_CHARSETS = ("utf-8", "iso-8859-1", "cp1252", "utf-16")
_TAGS = ("row", "c", "v", "f", "is", "t", "sheetData", "mergeCell", "x:row")
_ODS_TAGS = ("table:table-row", "table:table-cell", "text:p", "text:s", "table:covered-table-cell", "office:annotation")
_ATTRIBUTES = ("r", "t", "s", "ref", "table:number-columns-repeated", "table:number-rows-repeated", "office:value-type",
               "office:value", "office:date-value", "text:c", "xml:space")  # fmt: skip
_VALUES = ("1", "0", "-1", "A1", "XFD1048577", "s", "inlineStr", "b", "e", "9" * 30, "float", "date", "2026-02-30", "å")
# Signs that XML 1.0 has no way to write are no fault of a workbook: openpyxl refuses to write them.
_printable = st.text(st.characters(min_codepoint=0x20, exclude_categories=("Cs", "Cc")), max_size=12)

_fields = st.dictionaries(
    st.sampled_from(list(SCHEMA.fields)), st.one_of(json_values, awkward_texts), max_size=_MOST_FIELDS
)
_cells = st.one_of(_printable, st.integers(-(10**12), 10**12), st.booleans(), st.none(), st.floats(0, 1), st.dates())
_titles = st.sampled_from(["Namn", "Område", "Postnummer", "Telefon", "Status", "id", ""])


def _as_yaml(fields: Mapping[str, Any]) -> bytes:
    text: str = yaml.safe_dump({**yaml.safe_load(GOOD), **fields}, allow_unicode=True, sort_keys=False)
    return text.encode()


def _lines(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    return texts.map(lambda text: text.encode("utf-8", "surrogatepass"))


@st.composite
def _blocks(draw: st.DrawFn) -> str:
    head = {"id": "snickeriet", "arende": draw(st.sampled_from(["andra", "ny", "bekrafta", "stang", "x"])), "dag": IDAG,
            "av": draw(_printable)}  # fmt: skip
    text = block(head, draw(_fields))
    at = draw(st.integers(0, len(text)))
    within = text[:at] + draw(awkward_texts) + text[at:]
    return draw(st.sampled_from([text, text[:at], f"> {text}", text * 2, within]))


@st.composite
def _letters(draw: st.DrawFn) -> bytes:
    text = draw(_blocks()).encode("latin-1", "ignore").decode("latin-1")
    transfer = draw(st.sampled_from(("quoted-printable", "base64")))
    ways = (mail_from_a_phone, mail_of_html, lambda one: mail_from_a_desk(one, "latin-1", transfer))
    letter: bytes = draw(st.sampled_from(ways))(text)
    return letter


@st.composite
def _books(draw: st.DrawFn) -> bytes:
    rows: Sequence[Sequence[Any]] = draw(st.lists(st.lists(st.one_of(_titles, _cells), max_size=6), max_size=6))
    if draw(st.booleans()):
        return saved(workbook(rows)[0])
    between = draw(st.sampled_from([";", ",", "\t"]))
    text = "\n".join(between.join(_said(cell) for cell in row) for row in rows)
    return text.encode(draw(st.sampled_from(_CHARSETS)), "replace")


def _said(cell: object) -> str:
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, str | bool) else "" if cell is None else str(cell)


def _markup(tags: Sequence[str]) -> st.SearchStrategy[str]:
    """Elements within elements, with attributes that belong there or do not."""
    attributes = st.dictionaries(st.sampled_from(_ATTRIBUTES), st.sampled_from(_VALUES), max_size=3)
    texts = _printable.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))

    def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(_element, st.sampled_from(tags), attributes, st.lists(inner, max_size=4).map("".join))

    return st.recursive(texts, around, max_leaves=12)


def _element(tag: str, attributes: Mapping[str, str], inner: str) -> str:
    said = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{said}>{inner}</{tag}>"


_records = st.one_of(_lines(yaml_like), _lines(near_yaml([GOOD])), _fields.map(_as_yaml))
WRITTEN: Mapping[str, st.SearchStrategy[bytes]] = {
    "post": _records,
    "kontroll": _records,
    "mejl": _letters(),
    "inklistrat": _lines(_blocks()),
    "kalkylblad": _books(),
    "xlsx-del": _markup(_TAGS).map(lambda data: sheet_xml(data).encode()),
    "ods-del": _markup(_ODS_TAGS).map(ods_content),
}


def write_inputs(name: str, begin: int, seconds: float) -> Count:
    """Runs of the profile for so long, with the seeds from `begin` on."""
    count, until = Count(), time.monotonic() + seconds
    while time.monotonic() < until:
        _write_some(name, begin, count)
        begin += 1
    return count


def _write_some(name: str, number: int, count: Count) -> None:
    faults: list[tuple[bytes, str]] = []

    @seed(number)
    @settings(settings.get_profile("fuzz"))
    @given(WRITTEN[name])
    def bears(raw: bytes) -> None:
        if told := fault_of(TARGETS[name].run, raw, count):
            faults.append((raw, told))
            raise AssertionError(told)

    try:
        bears()
    except (AssertionError, Flaky):  # flaky: what was slow once
        keep(name, *faults[-1], count)  # the last that Hypothesis tries is the smallest

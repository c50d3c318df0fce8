"""What is fuzzed: each target takes any bytes, and may only do what its reader promises. Anything else is a finding.

A target begins with seeds, which are real: records of the catalogue, cases, mails and sheets.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from katalog.record.check import check_catalogue
from katalog.record.load import load_bytes
from katalog.upkeep.block import find_blocks
from katalog.upkeep.book import UnreadableBookError
from katalog.upkeep.incoming import NotTheirsError, read_incoming
from katalog.upkeep.open_book import open_book
from tests.mails import block, mail_from_a_desk
from tests.sheets import packed, saved, workbook
from tests.support import ALL_CODES, CASES, CATALOGUE, GOOD, IDAG, SCHEMA, lay

_FIELDS = frozenset(SCHEMA.fields)
_ROWS = (("Namn", "Område", "Postnummer"), ("Snickeriet", "Farsta", 12345), ("Kaféet", "Bromma", "164 40"))
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_BROKEN_LINE = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)))  # no terminal may be steered


@dataclass(frozen=True, slots=True)
class Target:
    """`run` raises for a finding and for nothing else."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]


def _load(raw: bytes) -> None:
    loaded = load_bytes(raw, "x.yml")
    assert loaded.data is not None or any(problem.is_error for problem in loaded.problems)
    json.dumps(loaded.data, allow_nan=False)
    assert all(problem.code in ALL_CODES and problem.message.isprintable() for problem in loaded.problems)


@cache
def _catalogue() -> Path:
    """One folder for all inputs, in memory where the machine has such a place."""
    shared = Path("/dev/shm")  # noqa: S108  # a folder of its own is made there
    folder = Path(mkdtemp(prefix="fuzz-", dir=shared if shared.is_dir() else None))
    return lay(folder, {"farsta/granne.yml": GOOD, "farsta/fall.yml": GOOD})


def _check(raw: bytes) -> None:
    path = _catalogue() / "farsta/fall.yml"
    path.write_bytes(raw)
    for problem in check_catalogue(_catalogue(), SCHEMA, IDAG, only=[path]).problems:
        assert problem.code in ALL_CODES, problem
        assert not _BROKEN_LINE & set(problem.message), problem
        assert problem.line >= 1, problem
        assert problem.column >= 1, problem


def _mail(raw: bytes) -> None:
    with suppress(NotTheirsError):
        for part in read_incoming(raw, "brev.eml").texts:
            find_blocks(part.text, _FIELDS)


def _pasted(raw: bytes) -> None:
    with suppress(NotTheirsError):
        for part in read_incoming(raw, "").texts:
            find_blocks(part.text, _FIELDS)


def _sheet(raw: bytes) -> None:
    with suppress(UnreadableBookError):
        open_book(raw)


def _xlsx_part(raw: bytes) -> None:
    """The bytes as the one sheet of a workbook that is else as it should be."""
    _sheet(packed({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="a" Type="{_RELATIONS}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
                           '<sheet name="a" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="b" '
                                      f'Type="{_RELATIONS}/worksheet" Target="worksheets/a.xml"/></Relationships>',
        "xl/worksheets/a.xml": raw,
    }))  # fmt: skip


def _ods_part(raw: bytes) -> None:
    """The bytes as the content of an OpenDocument sheet."""
    _sheet(packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": raw}))


def _records() -> list[bytes]:
    cases = sorted((CASES / "valid").glob("*.yml")) + sorted((CASES / "invalid").glob("*.yml"))
    return [path.read_bytes() for path in (*sorted(CATALOGUE.rglob("*.yml"))[::10], *cases[::3])]


def _letters() -> list[bytes]:
    text = block({"id": "snickeriet", "arende": "andra", "dag": IDAG, "av": "Enheten"}, {"tider": [{"dag": "mandag"}]})
    return [mail_from_a_desk(text), mail_from_a_desk(text, "iso-8859-1", "base64"), text.encode()]


def _sheets() -> list[bytes]:
    rows = "\n".join(";".join(map(str, row)) for row in _ROWS)
    return [saved(workbook(_ROWS)[0]), rows.encode(), rows.replace(";", ",").encode("utf-16"), rows.encode("cp1252")]


def _xlsx_parts() -> list[bytes]:
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>Namn</t></is></c><c r="B1"><f>1+1</f><v>2</v></c></row>'
    return [f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>'.encode()]


def _ods_parts() -> list[bytes]:
    cell = '<table:table-cell office:value-type="string"><text:p>Namn</text:p></table:table-cell>'
    return [ods_content(f"<table:table-row>{cell}</table:table-row>")]


def ods_content(rows: str) -> bytes:
    """An OpenDocument sheet's content with these rows in its one table."""
    parts = ("office", "table", "text")
    names = " ".join(f'xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for part in parts)
    table = f'<table:table table:name="a">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return f"<office:document-content {names}>{body}</office:document-content>".encode()


TARGETS: Mapping[str, Target] = {
    "post": Target(_load, _records),
    "kontroll": Target(_check, _records),
    "mejl": Target(_mail, _letters),
    "inklistrat": Target(_pasted, _letters),
    "kalkylblad": Target(_sheet, _sheets),
    "xlsx-del": Target(_xlsx_part, _xlsx_parts),
    "ods-del": Target(_ods_part, _ods_parts),
}

"""The block in a text: how it is found, how sure it is, and what is refused."""

from __future__ import annotations

import json

import pytest

from katalog.upkeep.block import VERSION, Block, Found, find_blocks, hash_of, spoken
from tests.mails import WHO, block
from tests.support import SCHEMA

HEAD = {"id": "snickeriet", "arende": "andra", "grund": "9f3c2a71", "dag": "2026-11-20", "av": WHO}
FIELDS = {"tider": [{"dag": "mandag", "fran": "09:00", "till": "12:00"}], "forsta_steget": "Kom hit. Ta med: inget."}
# As docs/assets/js/record/block.js writes it.
FROM_THE_FORM = """\
--- hitta-sysselsattning 1 ---
id: snickeriet
arende: andra
grund: 9f3c2a71
dag: 2026-11-20
av: Enheten för sysselsättning, Farsta stadsdelsförvaltning
sammanfattning: "Snickra och måla möbler i lugn takt, tillsammans med
andra. Kom när du vill: ring först."
tider: [{"dag": "mandag", "fran": "09:00", "till": "12:00"}, {"dag":
"tisdag", "fran": "09:00", "till": "15:00", "vad": "För dig som är ny  här\\u00a0ute"}]
inriktning: null
--- slut 5d4af625 ---
"""


def found(text: str) -> Found:
    return find_blocks(text, SCHEMA.fields)


def only(text: str) -> Block:
    (one,) = found(text).blocks
    return one


def test_what_the_form_writes_is_read() -> None:
    one = only(FROM_THE_FORM)
    assert (one.is_whole, one.faults, one.reference) == (True, (), "5d4af625")
    assert spoken(one.reference) == "5d4a-f625"
    assert (one.id, one.arende, one.grund, one.dag, one.av) == tuple(HEAD.values())
    assert one.fields["sammanfattning"].endswith("tillsammans med andra. Kom när du vill: ring först.")
    assert one.fields["tider"][1]["vad"] == "För dig som är ny  här\u00a0ute"
    assert one.fields["inriktning"] is None


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (lambda text: text.replace("\n", "\r\n"), "CRLF"),
        (lambda text: text.replace("\n", "\n> "), "quoted"),
        (lambda text: text.replace("\n", "\n> > "), "quoted twice"),
        (lambda text: text.replace("\n", "\n    "), "indented"),
        (lambda text: text.replace(" ", "\u00a0"), "hard spaces"),
        (lambda text: text.replace(", ", ",\n"), "wrapped"),
        (lambda text: text.replace("\n", "\n\n"), "empty lines"),
        (lambda text: text.replace("\n", " \n\u200b"), "spaces of no width"),
        (lambda text: text.replace("ö", "o\u0308"), "letters in parts"),
        (lambda text: text.replace("---", "\u2014-"), "long dashes"),
        (lambda text: text.replace("\n", "\n\ufeff"), "byte order marks"),
    ],
)  # fmt: skip
def test_what_mail_programs_do_changes_nothing(change: object, name: str) -> None:
    assert callable(change)
    text = change(f"\n{block(HEAD, FIELDS)}")
    one = only(text)
    assert one.is_whole, name
    assert (one.id, one.arende, one.av.replace("\u00a0", " ")) == ("snickeriet", "andra", WHO)
    if name != "hard spaces":
        assert one.fields == FIELDS
        assert not one.faults


def test_a_value_may_go_on_with_what_looks_like_a_field() -> None:
    text = block(HEAD, {"sammanfattning": "Vi har öppet nu. tider: mån–fre"})
    assert only(text.replace("nu. tider", "nu.\ntider")).fields == {"sammanfattning": "Vi har öppet nu. tider: mån–fre"}


def test_text_around_and_several_blocks() -> None:
    text = f"Hej!\n{block(HEAD)}Och så\n{block({**HEAD, 'id': 'kafeet'})}Hälsningar"
    one = found(text)
    assert [each.id for each in one.blocks] == ["snickeriet", "kafeet"]
    assert one.outside == "Hej!\nOch så\nHälsningar"


def test_a_changed_block_is_known() -> None:
    one = only(block(HEAD, FIELDS).replace("12:00", "21:00"))
    assert (one.is_whole, one.faults) == (False, ())
    assert only(block(HEAD).replace("slut ", "slut")).faults == ("Slutet på blocket saknas. Be avsändaren skicka hela "
                                                                "texten igen.",)  # fmt: skip
    assert not only(block(HEAD).replace("slut ", "slut\u00a00")).is_whole


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (block(HEAD).replace("sysselsattning 1", f"sysselsattning {VERSION + 1}"), "version 2"),
        (block(HEAD, FIELDS).rsplit("---", 2)[0], "Slutet på blocket saknas"),
        (block({**HEAD, "id": "../../x"}), "är inget id"),
        (block({**HEAD, "id": "/etc/passwd"}), "är inget id"),
        (block({**HEAD, "id": "x" * 61}), "är inget id"),
        (block({"arende": "andra"}), "vilken verksamhet"),
        (block({**HEAD, "arende": "radera"}), "Ärendet ”radera” finns inte"),
        (block({**HEAD, "arende": "stammer", "av": ""}), "Det står inte vem"),
        (block({**HEAD, "arende": "stammer"}, FIELDS), "Allt ska stämma, men blocket ändrar tider"),
        (block({**HEAD, "dag": "2026-02-30"}), "ska vara ett datum"),
        (block({**HEAD, "dag": "i går"}), "ska vara ett datum"),
        (block({**HEAD, "grund": "9F3C2A71"}), "grund är"),
        (block({**HEAD, "sedan": "2026"}), "hör bara till den som har stängt"),
        (block({**HEAD, "arende": "stangt", "sedan": "2026-13"}), "sedan är"),
        (block({**HEAD, "arende": "stangt", "sedan": "nyss"}), "sedan är"),
        (block({"id": "x", "arende": "andra"}), "säger inte vad som ska ändras"),
        (block(HEAD, {"chef": "x"}), "chef är inget fält"),
        (block(HEAD, {"__proto__": "x"}), "__proto__ är inget fält"),
        (block({**HEAD, "av": "Enhet\u202e"}), "får inte stå i en post"),
    ],
)
def test_what_cannot_be_is_told(text: str, told: str) -> None:
    assert told in " ".join(only(text).faults)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("Ring och boka.", "går inte att läsa"),
        ('"Ring', "går inte att läsa"),
        ("[" * 100_000, "för många nivåer"),
        ("[" * 30 + "]" * 30, "för många nivåer"),
        ('{"a": 1, "a": 2}', "samma namn står två gånger"),
        ("NaN", "ett tal som inte finns"),
        ("1e999", "ett tal som inte finns"),
        ("1" * 5000, "går inte att läsa"),
        (r'"\u001b[31m"', "U+001B"),
        (r'"\u0000"', "U+0000"),
        (r'"\ud83d"', "ett halvt tecken"),
        (r'{"\u202e": 1}', "U+202E"),
    ],
)
def test_a_value_that_is_no_plain_json_is_refused(value: str, told: str) -> None:
    text = f"--- hitta-sysselsattning 1 ---\nid: x\narende: andra\nbeskrivning: {value}\n--- slut 00000000 ---\n"
    one = only(text)
    assert told in " ".join(one.faults)
    assert not one.fields


def test_lines_filled_in_by_hand() -> None:
    lines = ("id: kafeet", "arende: stammer", "dag:26 november 2026", "av: ", "grund:", "--- slut ---")
    one = only("\n".join(("--- hitta-sysselsattning 1 ---", *lines)))
    assert (one.dag, one.av, one.grund, one.is_by_hand) == ("2026-11-26", "", "", True)
    assert one.faults == ("Det står inte vem som bekräftar (av) och vilken dag (dag).",)


def test_a_key_twice_and_a_line_without_one() -> None:
    assert "id står två gånger" in " ".join(only(block(HEAD).replace("dag:", "id: kafeet\ndag:")).faults)
    assert "har inget fältnamn" in " ".join(only(block(HEAD).replace("id: ", "hej\nid: ")).faults)


def test_more_blocks_than_are_read_at_once() -> None:
    one = found(block(HEAD) * 201)
    assert (len(one.blocks), one.is_cut) == (200, True)


def test_the_hash_is_crc_32_of_the_text_without_white_space() -> None:
    assert hash_of(" 1234\u00a056\n78\u200b9\ufeff") == "cbf43926", "the check value of CRC-32"
    assert hash_of("o\u0308") == hash_of("ö")


def test_json_text_is_as_python_writes_it() -> None:
    assert only(block(HEAD, FIELDS)).fields == json.loads(json.dumps(FIELDS))

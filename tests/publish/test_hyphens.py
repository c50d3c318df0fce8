"""Soft hyphens: in long words that a reader sees, and nowhere else."""

from __future__ import annotations

import pytest

from katalog.publish.hyphens import NARROW_HYPHEN, SOFT_HYPHEN, hyphenated, hyphenated_in

LONG = "funktionsnedsättning"


@pytest.mark.parametrize("html", [
    f"<p>{LONG}</p>", f"<p>Psykisk {LONG.capitalize()}</p>", f"<a href='x'>{LONG}</a>", f"<p>({LONG}).</p>",
    f"{LONG}", f"<h1>{LONG}</h1>", "<h2>Aktivitetshuset Söder</h2>", "<h3 id='x'>Sysselsättning</h3>",
])  # fmt: skip
def test_a_long_word_may_be_parted(html: str) -> None:
    made = hyphenated(html)
    assert SOFT_HYPHEN in made
    assert made.replace(SOFT_HYPHEN, "") == html


@pytest.mark.parametrize("html", [
    f'<a href="/{LONG}/" title="{LONG}">Kort</a>', f'<script type="application/json">["{LONG}"]</script>',
    f"<textarea>{LONG}</textarea>", f"<pre>{LONG}</pre>", f"<code>{LONG}</code>", f"<p>{LONG}@stad.se</p>",
    f"<p>start.stockholm/{LONG}/om</p>", f"<p>www.{LONG}.se</p>", "<p>Ansökt</p>", "<h1>Kafét</h1>",
    "<p>Folke Hus</p>",
])  # fmt: skip
def test_all_else_stays_as_it_is(html: str) -> None:
    assert hyphenated(html) == html


def test_no_piece_is_shorter_than_three_letters() -> None:
    pieces = hyphenated("<p>arbetsmarknadsförvaltningen rehabiliteringskoordinator</p>")[3:-4]
    for word in pieces.split():
        first, *_, last = word.split(SOFT_HYPHEN)
        assert min(len(first), len(last)) >= 3, word


@pytest.mark.parametrize("word", ["Arbetsträning", "arbetspraktik", "daglig sysselsättning"])
def test_a_word_of_the_field_is_parted_where_its_parts_meet(word: str) -> None:
    assert max(map(len, hyphenated(word).replace(" ", SOFT_HYPHEN).split(SOFT_HYPHEN))) <= 7


@pytest.mark.parametrize("parted", [
    "jobb-coach", "arbets-coach", "resurs-coacher", "Blacke-berg", "Rågs-ved", "En-skede", "Åkes-lund", "Bromma-plan",
    "Danvikstull:Dan-viks-tull", "arbets-plats-träf-far", "språk-trä-ning", "fritids-konsulent:fri-tids-kon-su-lent",
    "språk-café", "medlems-kafé:med-lems-kafé", "folkuniversitet:folk-uni-ver-si-tet", "webb-ad-ress", "trans-port",
    "upp-växt-vill-kor", "psy-kia-tri", "vecko-plan", "för-kort-ning", "serie-sam-tal", "ätstörning:ät-stör-ning",
])  # fmt: skip
def test_a_compound_is_parted_between_its_parts(parted: str) -> None:
    whole, _, expected = parted.rpartition(":")
    word = whole.replace("-", "") or expected.replace("-", "")
    assert hyphenated(f"<b>{word}</b>").replace(SOFT_HYPHEN, "-") == f"<b>{expected}</b>"


def test_every_piece_can_be_said() -> None:
    for word in ("Rågsved", "uppväxtvillkor", "danvikstull", "psykiatri", "föreningar", "studiecirkel", "webbadress"):
        pieces = hyphenated(word).split(SOFT_HYPHEN)
        assert all(len(piece) > 1 and set(piece.lower()) & set("aeiouyåäö") for piece in pieces), pieces


def test_data_beside_text_is_left_alone() -> None:
    made = hyphenated(f"<p>{LONG}</p><script>{LONG}</script><p>{LONG}</p>")
    assert f"<script>{LONG}</script>" in made
    assert made.count(SOFT_HYPHEN) == 2 * hyphenated(LONG).count(SOFT_HYPHEN)


def test_a_page_in_another_language_has_them_in_its_swedish_words_alone() -> None:
    made = hyphenated_in(f'<p>rehabilitation <em lang="sv" dir="ltr">{LONG}</em></p>', "sv")
    assert made.replace(SOFT_HYPHEN, "") == f'<p>rehabilitation <em lang="sv" dir="ltr">{LONG}</em></p>'
    assert "<p>rehabilitation <em" in made
    assert SOFT_HYPHEN in made


def test_in_a_heading_a_word_of_middle_length_is_parted_on_narrow_lines_alone() -> None:
    made = hyphenated(
        "<h2>Veckoplan för <a href='/x/'>arbetsträning</a></h2><p>Veckoplan, veckoplanering</p><dd>Veckoplan</dd>"
    )
    plan = f"Vecko{NARROW_HYPHEN}plan"
    assert made.startswith(f"<h2>{plan} för")
    assert f"arbets{SOFT_HYPHEN}" in made  # longer than any heading's line need be
    assert f"<p>Veckoplan, vecko{SOFT_HYPHEN}" in made  # a line of prose holds ten letters whole
    assert made.endswith(f"<dd>Vecko{SOFT_HYPHEN}plan</dd>")


@pytest.mark.parametrize(("told", "made"), [
    ("aktivitetshuset.dialog.stad.se", "aktivitetshuset<wbr>.dialog<wbr>.stad<wbr>.se"),
    ("start.stockholm/psykisk-ohalsa/", "start<wbr>.stockholm/<wbr>psykisk-ohalsa/"),
    ("traffpunkten.farsta@stad.se", "traffpunkten<wbr>.farsta<wbr>@stad<wbr>.se"),
    ("stad.se", "stad.se"),
])  # fmt: skip
def test_an_address_breaks_between_its_parts(told: str, made: str) -> None:
    assert hyphenated(f'<a href="https://{told}">{told}</a>') == f'<a href="https://{told}">{made}</a>'


@pytest.mark.parametrize(("said", "made"), [
    ("<dd>mån–ons [8.50–16], tors 12–16</dd>", "<dd>(mån–ons [8.50–16]), (tors [12–16])</dd>"),
    ("<dd>mån, ons och fre från 9.30</dd>", "<dd>mån, ons och (fre från 9.30)</dd>"),
    ("<dd>alla dagar omkring 22–24</dd>", "<dd>(alla dagar omkring [22–24])</dd>"),
    ("<dd>Lunch: mån–fre</dd>", "<dd>Lunch: (mån–fre)</dd>"),
    ("<dd>2012–2013</dd><p>9–12</p>", "<dd>[2012–2013]</dd><p>9–12</p>"),
    ("<dd>9–12</dd>", "<dd>[9–12]</dd>"),
    ("<span>mån 9–12</span>", "<span>(mån [9–12])</span>"),
    ("<p>Du kan gå dit direkt: torsdag 16–19.</p>", "<p>Du kan gå dit direkt: (torsdag [16–19]).</p>"),
    ("<p>lördag 6 november</p>", "<p>lördag 6 november</p>"),
    ('<p title="mån 9–12">x</p>', '<p title="mån 9–12">x</p>'),
])  # fmt: skip
def test_a_day_stands_on_one_line_with_its_hours(said: str, made: str) -> None:
    """`(` and `[` stand for what keeps together: a day and its hours, and the hours."""
    shown = hyphenated(said.replace("[", "").replace("]", "")).replace(SOFT_HYPHEN, "")
    day, hours = '<span class="dagtid">', '<span class="ihop">'
    marks = str.maketrans({"(": day, "[": hours, ")": "</span>", "]": "</span>"})
    assert shown == made.translate(marks)

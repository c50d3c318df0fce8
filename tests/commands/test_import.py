"""`katalog import` as a clerk runs it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.commands.test_commands import diff
from tests.project import Project
from tests.sheets import saved, workbook
from tests.support import ON_IDAG

HEADINGS = ["Namn", "Var", "Vad det är", "Sammanfattning", "Källor"]
NEW = ["Ateljén", "Farsta", "Arbetsträning", "Måla och rita tillsammans med andra.", "Farsta stads egen lista – 2026"]


def put(project: Project, rows: list[list[object]], name: str = "blad.xlsx") -> str:
    book, _ = workbook(rows)
    (project.folder / name).write_bytes(saved(book))
    return name


def district_sheet(folder: Path) -> Path:
    """A district's own list of 25 places, with the dirt that such lists have."""
    book, sheet = workbook([], "Sysselsättning 2026")
    sheet["A1"] = "Farsta stadsdelsförvaltning: sysselsättning"  # 1: headings are not on row 1
    sheet.merge_cells("A1:F1")
    sheet["A3"], sheet["B3"], sheet["C3"], sheet["D3"] = "Verksamhet ", "Typ av insats", "Kort beskrivning", "Kontakt"
    sheet.merge_cells("D3:F3")  # 2: merged headings in two rows
    for letter, heading in zip("DEF", ("Tel", "Mail", "Hemsida"), strict=True):
        sheet[f"{letter}4"] = heading
    for letter, heading in zip("GHIJKL", ("Besöks-adress", "Postnr", "Öppettider", "Intern kommentar", "Avgifft", "År"),
                               strict=True):  # fmt: skip
        sheet[f"{letter}3"] = heading  # 3: a misspelt heading, and one that is ours no more than by chance
        sheet.merge_cells(f"{letter}3:{letter}4")
    for letter in "ABC":
        sheet.merge_cells(f"{letter}3:{letter}4")
    for number in range(25):
        row = 5 + number + number // 10  # 4: empty rows here and there
        name = f"  Verkstad {chr(65 + number)}{'abcdefghijklmnopqrstuvwxy'[::-1][number]}\u00a0"  # 5: odd spaces
        kind = ("Arbetsträning", "arbetsträning ", "ARBETSTRÄNING")[number % 3]  # 6: letters big and small
        text = f"Snickra och måla i hus {number + 1}\ntillsammans med andra. "  # 7: breaks in a cell
        hours = "Mån–tors 9-15\nfre 9.00–12" if number % 2 else "Vardagar 9–16"  # 8: hours as people write them
        cost = "Lunch 35,50 kr" if number % 2 else None  # 9: decimal comma
        cells = (name, kind, text, "08-465 004 00", "info@exempel.se", "www.exempel.se", f"Storgatan {number + 1}",
                 12347, hours, "Ring i god tid", cost, None)  # fmt: skip  # 10: a number for a text, half an address
        for column, cell in enumerate(cells, 1):
            sheet.cell(row, column, cell)
    book.create_sheet("Blad2")
    path = folder / "farsta.xlsx"
    path.write_bytes(saved(book))
    return path


def test_a_districts_own_list_becomes_records(project: Project) -> None:
    path = district_sheet(project.folder)
    words = ("import", path.name, "--omrade", "farsta", "--kalla", "Farstas egen lista – 2026", *ON_IDAG)
    before = project.snapshot()
    ran = project.run(*words)
    assert ran.code == 1
    assert "Kör kommandot i en terminal för att svara, eller med --ja" in ran.out
    assert project.snapshot() == before
    assert "Kolumn K ”Avgifft” läses som Vad det kostar dig. Det är en gissning." in ran.out
    assert "D ”Kontakt: Tel” = Kontakt: Telefon" in ran.out
    assert "Läses inte: J ”Intern kommentar”, L ”År”." in ran.out
    assert "Sammanlagt 25 nya." in ran.out
    ran = project.run(*words, "--ja")
    assert ran.code == 0
    assert "fel" not in ran.out
    made = sorted((project.folder / "catalogue/farsta").glob("verkstad-*.yml"))
    assert len(made) == 25
    assert project.text("farsta/verkstad-bx").split("\n", 1)[1] == (
        "namn: Verkstad Bx\nstatus: okand\ninsatstyp:\n  - arbetstraning\nomrade: farsta\n"
        "sammanfattning: Snickra och måla i hus 2 tillsammans med andra.\n"
        'plats:\n  adress: Storgatan 2\n  postnummer: "12347"\n'
        "tider:\n"
        + "".join(
            f'  - dag: {day}\n    fran: 09:00\n    till: "15:00"\n' for day in ("mandag", "tisdag", "onsdag", "torsdag")
        )
        + '  - dag: fredag\n    fran: 09:00\n    till: "12:00"\n'
        "kontakt:\n  telefon: 08-465 004 00\n  epost: info@exempel.se\n  webb: https://www.exempel.se\n"
        "kostnad_for_dig:\n  - vad: Lunch\n    belopp_kr: 35.5\n"
        "kallor:\n  - titel: Farstas egen lista\n    ar: 2026\n"
    )
    assert project.run("validate", *ON_IDAG).code == 0
    assert project.run("format", "--check").code == 0
    after = project.snapshot()
    again = project.run(*words, "--ja")
    assert (again.code, "25 oförändrade" in again.out) == (0, True)
    assert project.snapshot() == after


def test_only_the_cells_that_differ_change_their_lines(project: Project) -> None:
    before = project.text("farsta/snickeriet")
    rows: list[list[object]] = [["Id", "Kontakt: Telefon", "Sammanfattning", "Vad du gör", "Nästa steg"],
            ["snickeriet", "08-465 004 01", "", "Snickeri\nKafé och kök", "Kaféet (kafeet)"]]  # fmt: skip
    ran = project.run("import", put(project, rows), "--ja", *ON_IDAG)
    assert ran.code == 0, ran.out
    assert "rad 2: ändrar Snickeriet i Farsta (snickeriet): B2 Kontakt: Telefon, D2 Vad du gör" in ran.out
    gone, new = diff(before, project.text("farsta/snickeriet"))
    assert gone == ["  telefon: 08-465 004 00"]
    assert new == ["  - cafe-kok", "  telefon: 08-465 004 01"]


def test_a_lone_dash_takes_a_fact_away_and_an_empty_cell_does_not(project: Project) -> None:
    headings: list[object] = ["Id", "Vem som driver det: Anordnarens namn", "Uppgifterna är från", "Vad du gör"]
    rows: list[list[object]] = [headings, ["snickeriet", "-", None, "–"]]
    ran = project.run("import", put(project, rows), "--ja", *ON_IDAG)
    assert "B2 Vem som driver det: Anordnarens namn (tas bort), D2 Vad du gör (tas bort)" in ran.out
    text = project.text("farsta/snickeriet")
    assert "uppgifter_fran: 2019" in text
    assert "anordnare:" not in text
    assert "inriktning:" not in text
    taken = project.run("import", put(project, [["Id", "Kontakt: Telefon"], ["snickeriet", "-"]]), "--ja", *ON_IDAG)
    assert (taken.code, "Källan gäller kontakt" in taken.out) == (1, True)  # a source stands for what would be gone


def test_a_record_is_known_by_name_organiser_and_place(project: Project) -> None:
    headings: list[object] = ["Namn", "Var", "Anordnare", "Uppgifterna är från"]
    same: list[object] = ["KAFÉET", "Farsta", "Farsta  stadsdelsförvaltning", 2025]
    ran = project.run("import", put(project, [headings, same]), "--visa", *ON_IDAG)
    assert "rad 2: ändrar KAFÉET (kafeet)" in ran.out
    other: list[object] = ["Kaféet", "Farsta", "Föreningen Gro", 2025]
    ran = project.run("import", put(project, [headings, other]), "--ja", *ON_IDAG)
    assert ran.code == 1
    assert "kafeet har samma namn men annan anordnare" in ran.out
    twice = project.run("import", put(project, [headings, same, same]), "--ja", *ON_IDAG)
    assert "Raden gäller samma verksamhet som Blad1 rad 2" in twice.out
    wrong = project.run("import", put(project, [["Id", "Namn"], ["kafet", "Kaféet"]]), *ON_IDAG)
    assert "Ingen post har id ”kafet”. Menade du kafeet?" in wrong.out
    surely: list[list[object]] = [[*HEADINGS, "Id"], ["Kaféet", "Farsta", *NEW[2:], "ny"]]
    ran = project.run("import", put(project, surely), "--ja", *ON_IDAG)
    assert ran.code == 0, ran.out
    assert project.text("farsta/kafeet-farsta").split("\n")[1] == "namn: Kaféet"


@pytest.mark.parametrize(
    "word", ["../../etc/passwd", "/etc/passwd", "farsta/kafeet", "kafeet.yml", "KAFEET", "=1+1", "x" * 99]
)
def test_an_id_is_looked_up_and_never_a_path(project: Project, word: str) -> None:
    before = project.snapshot()
    (project.folder / "x.csv").write_text(f"Id;Namn;Var\n{word};Nytt namn;Bromma\n", encoding="utf-8")
    ran = project.run("import", "x.csv", "--ja", *ON_IDAG)
    (project.folder / "x.csv").unlink()
    assert (ran.code, project.snapshot()) == (1, before)


def test_with_a_fault_nothing_is_written_unless_asked(project: Project) -> None:
    wrong = ["Skrivstugan", "Farsta", "Snickri", "Kort", "Lista"]
    name = put(project, [list(HEADINGS), list(NEW), list(wrong)])
    before = project.snapshot()
    ran = project.run("import", name, "--ja", *ON_IDAG)
    assert (ran.code, project.snapshot()) == (1, before)
    assert "Blad1 rad 3 (Skrivstugan)" in ran.out
    assert "C3 Vad det är: ”Snickri” finns inte bland värdena." in ran.out
    assert "D3 Sammanfattning: Sammanfattning är för kort." in ran.out
    ran = project.run("import", name, "--ja", "--delvis", *ON_IDAG)
    assert ran.code == 1
    assert project.path("farsta/ateljen").exists()
    assert not project.path("farsta/skrivstugan").exists()


def test_what_the_rules_say_stands_at_the_cell(project: Project) -> None:
    rows = [[*HEADINGS, "E-post", "Status"], [*NEW, "eva.ekman@exempel.se", "Öppen"]]
    ran = project.run("import", put(project, [list(row) for row in rows]), "--ja", *ON_IDAG)
    assert ran.code == 1
    assert "En öppen verksamhet är bekräftad av dem som driver den." in ran.out
    rows = [[*HEADINGS, "E-post"], [*NEW, "eva.ekman@exempel.se"]]
    ran = project.run("import", put(project, [list(row) for row in rows]), "--ja", *ON_IDAG)
    assert "F2 Kontakt: E-post: eva.ekman@exempel.se ser ut som en persons e-post." in ran.out


def test_hidden_rows_and_columns_are_told_and_left(project: Project) -> None:
    book, sheet = workbook([[*HEADINGS, "Ort"], [*NEW, "Farsta"], ["Skrivstugan", *NEW[1:], "Farsta"]])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["F"].hidden = True
    (project.folder / "blad.xlsx").write_bytes(saved(book))
    ran = project.run("import", "blad.xlsx", "--visa", *ON_IDAG)
    assert "Dolda kolumner läses inte: F." in ran.out
    assert "Dolda rader läses inte: 3." in ran.out
    assert "Sammanlagt 1 ny, 1 dold." in ran.out
    assert "Sammanlagt 2 nya." in project.run("import", "blad.xlsx", "--visa", "--dolda", *ON_IDAG).out


def test_the_clerk_says_what_a_column_is(project: Project) -> None:
    rows = [["Ställe", *HEADINGS[1:], "Ort"], [*NEW, "Farsta"]]
    name = put(project, [list(row) for row in rows])
    ran = project.run("import", name, *ON_IDAG)
    assert (ran.code, "Inga rubriker känns igen" in ran.err) == (2, True)
    ran = project.run("import", name, "--kolumn", "Ställe=Namn", "--kolumn", "Ort=", "--ja", *ON_IDAG)
    assert ran.code == 0
    assert "plats" not in project.text("farsta/ateljen")


def test_what_no_column_says_can_be_said_for_all_new_rows(project: Project) -> None:
    rows: list[list[object]] = [["Namn", "Sammanfattning"]]
    rows += [[f"Hus {number}", NEW[3]] for number in ("Ett", "Två", "Tre", "Fyra")]
    name = put(project, rows)
    ran = project.run("import", name, "--ja", *ON_IDAG)
    assert ran.code == 1
    assert "  Källor saknas. Var uppgifterna kommer från. Minst en.\n    4 rader: Blad1 rad 2, Blad1 rad 3" in ran.out
    assert "Säg det med --omrade, --kalla eller --alla" in ran.out
    said = ("--omrade", "Bromma", "--kalla", "Egen lista", "--alla", "Vad det är=Arbetsträning", "--alla", "Ort=Bromma")
    ran = project.run("import", name, "--ja", *said, *ON_IDAG)
    assert ran.code == 0, ran.out
    assert "plats:\n  ort: Bromma\n" in project.text("bromma/hus-fyra")
    ran = project.run("import", name, "--alla", "Finns ej=x")
    assert (ran.code, "ingen kolumn som heter Finns ej" in ran.err) == (2, True)


def test_errors_formulas_and_what_excel_has_made_of_a_text_are_told(project: Project) -> None:
    headings: list[object] = [*HEADINGS, "Tel", "Öppettider", "Antal platser"]
    cells: list[object] = [*NEW, 850818000, datetime.date(2026, 9, 12), "=1+1"]
    ran = project.run("import", put(project, [headings, cells]), "--ja", *ON_IDAG)
    assert ran.code == 1
    assert "F2 Kontakt: Telefon: Talet 850818000 kan ha förlorat en nolla" in ran.out
    assert "G2 Tider: Kalkylprogrammet har gjort om det som skrevs till datumet 2026-09-12." in ran.out
    assert "H2 Hur många får plats: Antal: Cellen har en formel utan sparat värde." in ran.out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("import", "finns-inte.xlsx"), 2, "finns-inte.xlsx finns inte"),
        (("import", "catalogue"), 2, "catalogue finns inte. Skriv sökvägen till kalkylbladet."),
        (("import", "catalogue/farsta/kafeet.yml"), 2, "Inga rubriker känns igen"),
        (("import", "x.csv", "--omrade", "farta"), 2, "Menade du ”Farsta”?"),
        (("import", "x.csv", "--kolumn", "Namn"), 2, "skriv till exempel"),
        (("import", "x.csv", "--ja", "--visa"), 2, "går inte ihop med"),
        (("import",), 2, "det här fattas: FIL"),
        (("export", "pdf"), 2, "det finns inget val"),
        (("export", "csv", "--omrade", "farta"), 2, "Området farta finns inte"),
        (("export", "xlsx", "--out", "catalogue"), 2, "catalogue är en mapp"),
    ],
)
def test_wrong_use_is_told(project: Project, words: tuple[str, ...], code: int, told: str) -> None:
    (project.folder / "x.csv").write_text("Namn;Var\nTräffen;Bromma\n", encoding="utf-8")
    ran = project.run(*words)
    assert ran.code == code
    assert told in ran.out + ran.err


def test_nothing_in_a_sheet_steers_the_terminal(project: Project) -> None:
    rows = [[*HEADINGS, "Rubrik\x1f\u202e"], ["Atel\u202ején", *NEW[1:], "x"]]
    csv = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
    (project.folder / "x.csv").write_text(csv + '\n"A\x1b[31m";x;x;x;x;x\n', encoding="utf-8")
    ran = project.run("import", "x.csv", "--visa", *ON_IDAG)
    assert not {"\x1b", "\u202e", "\x1f"} & set(ran.out + ran.err)

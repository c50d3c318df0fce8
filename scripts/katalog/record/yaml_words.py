"""libyaml's English syntax errors -> what a clerk can do about them, in Swedish."""

from __future__ import annotations

import yaml

from katalog.record.characters import lines_of
from katalog.record.yaml_lines import look

# Phrase in libyaml's message (yaml 0.2.5, src/scanner.c and parser.c) -> cause and cure. The first hit counts.
_CAUSES = (
    ("mapping values are not allowed", "Ett kolon står mitt i texten. Sätt hela texten inom citattecken."),
    ("but found another document", "Filen har flera dokument (raden ---). Lägg varje post i en egen fil."),
    ("found undefined alias", "Genvägar med * är inte tillåtna. Sätt texten inom citattecken."),
    ("unexpected end of stream", "Ett citattecken eller en parentes saknas i slutet. Lägg till det som fattas."),
    ("found unexpected document indicator", "Ett citattecken saknas före raden ---. Lägg till det som fattas."),
    ("could not find expected ':'", "Ett kolon saknas efter fältnamnet. Skriv namn: värde."),
    ("cannot start any token", "Texten börjar med ett tecken som har särskild betydelse. Sätt den inom citattecken."),
    ("block sequence entries are not allowed", "Ett streck (-) står på fel plats. Skriv listan på raderna under."),
    ("did not find expected '-'", "Raden är indragen annorlunda än raderna ovanför. Börja den med - som de."),
    ("did not find expected key", "Raden är indragen fel, eller ett citattecken slutar för tidigt. Rätta indraget."),
    ("did not find expected ',' or ']'", "En lista med [ ] är inte avslutad. Lägg till ] eller ett komma."),
    ("did not find expected ',' or '}'", "Klamrarna { } är inte avslutade. Lägg till } eller ett komma."),
    ("did not find expected node content", "Ett värde fattas, eller en parentes är inte avslutad. Fyll i det."),
    ("did not find expected <document start>", "Det står något före det första fältet. Ta bort det."),
    ("found unknown escape character", "Ett omvänt snedstreck i citattecken. Använd enkla citattecken i stället."),
    ("mapping keys are not allowed", "Texten börjar med ?. Sätt den inom citattecken."),
    ("tag", "En tagg som börjar med ! är inte tillåten. Sätt texten inom citattecken."),
    ("anchor", "Texten börjar med &. Sätt den inom citattecken."),
    ("alias", "Texten börjar med *. Sätt den inom citattecken."),
)  # fmt: skip
# The place to look is where the quote, bracket or word began, not where the file or the line ended.
_OPENED_EARLIER = ("unexpected end of stream", "unexpected document indicator", "expected ',' or", "expected ':'")
_UNKNOWN = "Filen går inte att läsa som YAML här. Jämför raden med mallen: namn: värde, och samma indrag."


def explain(error: yaml.YAMLError, text: str) -> tuple[int, int, str, str]:
    """Line, column (from 1), code (`yaml-syntax` or `yaml-flera-dokument`) and a Swedish message. The line is looked at
    before a cure is chosen: libyaml tells where it noticed."""
    problem = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if any(phrase in problem for phrase in _OPENED_EARLIER):
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    told = f"{getattr(error, 'context', None) or ''}: {problem}"
    found = look(told, lines_of(text), line, column)
    message = found[2] if found else next((words for phrase, words in _CAUSES if phrase in told), _UNKNOWN)
    line, column = found[:2] if found else (line, column)
    code = "yaml-flera-dokument" if "another document" in problem else "yaml-syntax"
    return line + 1, column + 1, code, message

"""The theme's files as the site needs them: what no page names is left out, and of its stylesheet what no page can use.
Of our own stylesheets the comments are: they are for those who work here, and every phone would fetch them.

Most of what the theme brings is for its own header, navigation and search, which the site does not have: 1 MB of
scripts, and five sixths of a stylesheet that every phone must fetch. Input: the folder that the site generator wrote.
Nothing is guessed: a rule goes only when it asks for a class, an id or an attribute that stands nowhere in our pages,
templates or scripts.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

_SCRIPTS, _STYLES = "assets/javascripts", "assets/stylesheets"
_OWN_STYLES = "assets/css"
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*\*/")
# A brace, or what may hold one without meaning it.
_MARKS = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]""", re.DOTALL)
_WITH_RULES = ("@media", "@supports", "@layer", "@container")
# What a selector says inside :not(), :is(), :where() or :has() is one way of several: only the rest must be there.
_ARGUMENTS = re.compile(r":(?:not|is|where|has|host|-[\w-]+)\((?:[^()]|\([^()]*\))*\)")
_WANTED = re.compile(r"[.#]((?:[\w-]|\\.)+)|\[\s*([\w-]+)")
_COMMAS = re.compile(r",(?![^(\[]*[)\]])")


def trim_theme(folder: Path, pages: Iterable[str], ours: Iterable[Path]) -> None:
    """Trim the theme's files in `folder`. `pages` are the frames that other pages are stamped into; `ours` are folders
    with templates and scripts that make more of a page."""
    texts = [*pages, *(path.read_text(encoding="utf-8") for path in folder.rglob("*.html"))]
    makers = (path for root in ours for path in root.rglob("*") if path.suffix in (".html", ".js"))
    texts += [path.read_text(encoding="utf-8") for path in makers]
    known = frozenset(name for text in texts for name in _NAME.findall(text))
    shutil.rmtree(folder / _SCRIPTS, ignore_errors=True)
    for path in sorted(path for path in (folder / _STYLES).rglob("*") if path.is_file()):
        if not any(path.name in text for text in texts):
            path.unlink()
        else:
            path.write_text(trimmed(path.read_text(encoding="utf-8"), known), encoding="utf-8")
    for path in sorted((folder / _OWN_STYLES).glob("*.css")):
        path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")


def trimmed(css: str, known: Collection[str]) -> str:
    """A minified stylesheet without the rules whose selectors ask for a name that is not `known`."""
    return "".join(_kept(prelude, body, known) for prelude, body in _rules(_COMMENT.sub("", css)))


def uncommented(css: str) -> str:
    """Our own stylesheet without comments and empty lines. A text between quotes that looks like a comment is none of
    ours (a test looks for one)."""
    lines = (line.rstrip() for line in _COMMENT.sub("", css).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def _kept(prelude: str, body: str | None, known: Collection[str]) -> str:
    if body is None:
        return f"{prelude};"
    if prelude.startswith(_WITH_RULES):
        inner = trimmed(body, known)
        return f"{prelude}{{{inner}}}" if inner else ""
    if prelude.startswith("@"):
        return f"{prelude}{{{body}}}"
    selectors = ",".join(one for one in _COMMAS.split(prelude) if _can_be(one, known))
    return f"{selectors}{{{body}}}" if selectors else ""


def _can_be(selector: str, known: Collection[str]) -> bool:
    asked = _WANTED.findall(_ARGUMENTS.sub("", selector))
    return all((name or attribute).replace("\\", "") in known for name, attribute in asked)


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """What stands before each outer pair of braces, and what between; None for a statement without."""
    start, opened, depth = 0, 0, 0
    for mark in _MARKS.finditer(css):
        if mark[0] == "{":
            opened = mark.start() if depth == 0 else opened
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : mark.start()]
                start = mark.end()
        elif mark[0] == ";" and depth == 0:
            yield css[start : mark.start()].strip(), None
            start = mark.end()

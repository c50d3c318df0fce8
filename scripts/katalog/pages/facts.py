"""Rows -> the list of facts on a record's page, as HTML.

Half of a page is such rows, so they are put together here and not by the templates: a third of the time, the same
bytes. Everything is escaped as it is put in. `templates` offers it to the pages as `fakta`.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from katalog.pages.escaping import escape
from katalog.pages.icons import icon
from katalog.wording.rows import Row
from katalog.wording.sections import row_name
from katalog.wording.view import Line, sentence

_SIGNS = {"ja": "✓", "nej": "✕", "okant": "?"}
_NAMED, _MANY = 4, 7  # of so many that nobody has answered the first are named, and the rest folded
_SHORT = 16  # letters, of a title and of a value, that stand side by side on a telephone of 360 px


def facts_html(root: str, rows: Iterable[Row], above: str = "") -> Markup:
    """`root` leads from the page to the site's root. A row titled as the heading `above` is does not show its title."""
    told = "".join(_row(root, row, above) for row in rows)
    return Markup(f'<dl class="fakta">\n{told}</dl>\n')  # noqa: S704  # escaped below


def _row(root: str, row: Row, above: str) -> str:
    lines = "".join(_line(root, line) for line in row.lines)
    hidden = ' class="dold"' if row.title == above else ""
    title = f"<dt{hidden}>{escape(row.title)}</dt>"
    short = " falt-kort" if _is_short(row) else ""
    return f'  <div class="falt falt-{row_name(row.field)}{short}">\n    {title}\n{lines}  </div>\n'


def _is_short(row: Row) -> bool:
    """One value of a few letters and nothing said of it: it has room beside its title on a telephone too."""
    if len(row.lines) != 1 or len(row.title) > _SHORT:
        return False
    (line,) = row.lines
    return 0 < len(line.text) <= _SHORT and not (line.aside or line.mark or line.icon)


def _line(root: str, line: Line) -> str:
    opened = f' class="svar-{line.mark}"' if line.mark else ""
    opened += f' data-slutar="{line.ends}"' if line.ends else ""
    sign = f'<span class="svar" aria-hidden="true">{_SIGNS[line.mark]}</span>' if line.mark else icon(line.icon)
    has = f'<span class="dold">{line.sign_text}</span>' if line.sign_text else ""
    note = f" {_aside(line)}" if line.aside else ""
    if line.mark == "okant" and line.text.count(", ") >= _MANY:
        return f"    <dd{opened}>{sign}<div>{_folded(line.text)}</div></dd>\n"
    return f"    <dd{opened}>{sign}<span>{_linked(root, line)}{has}{note}</span></dd>\n"


def _folded(text: str) -> str:
    """An enumeration of which only the first are seen before it is opened."""
    parts = text.split(", ")
    first, rest = (escape(", ".join(some)) for some in (parts[:_NAMED], parts[_NAMED:]))
    told = f"och {len(parts) - _NAMED} saker till"
    return f'<p>{first}</p><details class="fallt"><summary>{told}</summary><p>{rest}</p></details>'


def _aside(line: Line) -> str:
    """What the catalogue explains is marked, so that a comparison can leave it out."""
    if not line.note:
        return f'<span class="not om">{escape(line.about)}</span>'
    about = f'<span class="om">{escape(sentence(line.about))}</span> ' if line.about else ""
    return f'<span class="not">{about}{escape(sentence(line.note) if about else line.note)}</span>'


def link_html(root: str, line: Line) -> Markup:
    """The line's text, leading where it leads."""
    return Markup(_linked(root, line))  # noqa: S704  # escaped below


def _linked(root: str, line: Line) -> str:
    text = escape(line.text)
    if line.address:
        return f'<a href="{root}{escape(line.address)}">{text}</a>'
    return f'<a href="{escape(line.link)}">{text}</a>' if line.link else text

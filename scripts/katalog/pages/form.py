"""`/bidra/formular/`: the page of the form that writes a record, with its data; and the annotated template for those
without a script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from markupsafe import Markup

from katalog.browser.form import ADDRESS, ENTRY, form_data
from katalog.browser.modules import reached
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.page import Page
from katalog.pages.reference import written
from katalog.pages.site import Site
from katalog.record.characters import FORBIDDEN, is_usual
from katalog.record.emit import FIRST_LINE
from katalog.record.schema import Json, constants

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def form_page(site: Site) -> Page:
    words = site.words
    title, text = "Skriv eller rätta", "Formulär för att lägga till en verksamhet eller rätta en som finns."
    root = "../" * ADDRESS.count("/")
    scripts = f"{root}assets/js/"
    head = (
        f'<link rel="stylesheet" href="{root}assets/css/formular.css">'
        f'<script type="module" src="{scripts}{ENTRY}"></script>'
        # Named in the head, else the browser finds them one behind the other.
        + "".join(f'<link rel="modulepreload" href="{scripts}{name}">' for name in reached(ENTRY) if name != ENTRY)
        + f'<script type="application/json" data-formular-data>{data_block(form_data(words, site.settings))}</script>'
    )
    return site.page(ADDRESS, title, text, "formular.html", head=head, mall=template(words))


def data_block(data: Json) -> Markup:
    """JSON that may stand inside a script element: it cannot end the element or open a comment."""
    raw = _JSON(data)
    # Patterns hold what no page may hold.
    plain = raw if is_usual(raw) else re.sub(FORBIDDEN, lambda found: json.dumps(found[0])[1:-1], raw)
    return Markup(plain.replace("<", "\\u003c"))  # noqa: S704  # no less-than sign is left


def template(words: Vocabularies) -> str:
    """A record to copy: what must be there with an example, all else as a comment to open."""
    lines = [FIRST_LINE.rstrip("\n")]
    required = words.schema.full["required"]
    for name, node in words.schema.fields.items():
        lines += ["", *(f"# {line}" for line in (f"{node['title']}. {node['description']}", *_choices(node)))]
        example = written(name, node).splitlines()
        lines += example if name in required else [f"#{line}" for line in example]
    return "\n".join(lines) + "\n"


def _choices(node: Json) -> Iterator[str]:
    values = constants(node) or constants(node.get("items", {}))
    if values:
        yield "Värden: " + ", ".join(value["const"] for value in values)

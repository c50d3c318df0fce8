"""Fields and kinds of activity as pictures: a drawing in two tones on a warm ground of its own; and the map's places.

Input: the vocabularies, and a drawing for each value (`scripts/theme/katalog/bilder/<value>.svg`, 64 by 64). Output:
`assets/bilder.svg`, which a page names a drawing of, and the stylesheet with what differs between values. A value
without a drawing shows its icon. Colours are custom properties, so that one drawing serves light, dark and print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from markupsafe import Markup

from katalog.derive.vocabulary import Term, Vocabularies
from katalog.pages.district_map import map_rules
from katalog.pages.icons import icon
from katalog.wording.card import NO_PICTURE, PICTURED, PICTURES

STYLES = "assets/css/bilder.css"
_FOLDER = Path(__file__).resolve().parents[2] / "theme" / "katalog" / "bilder"
_SVG = re.compile(r'<svg [^>]*?viewBox="(?P<box>[^"]+)"[^>]*>(?P<inner>.*)</svg>', re.DOTALL)
# Degrees of the colour circle, one a family of values (`x-rubrik`), in the vocabularies' order: clay, rose, honey,
# moss, straw, sage, plum, then apricot, wheat, fern, sky. Those of one family lie close, so that they look alike.
_HUES = (18, 348, 40, 86, 56, 112, 325, 28, 48, 128, 200)
_APART = 3


def picture_files(words: Vocabularies) -> Iterator[tuple[str, bytes]]:
    """Path and content of what all pages share."""
    terms = {slug: term for name in PICTURED for slug, term in words.terms(name).items()}
    symbols = "\n".join(_symbol(slug, terms.get(slug)) for slug in (*terms, NO_PICTURE))
    yield PICTURES, f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'.encode()
    rules = [f".grund-{slug}{{--kulor:{hue}}}" for slug, hue in hues(terms).items()]
    yield STYLES, "\n".join([*rules, *map_rules(words), ""]).encode()


def hues(terms: Mapping[str, Term]) -> dict[str, int]:
    """Value -> the hue of its ground, in degrees."""
    families: dict[str, list[str]] = {}
    for slug, term in terms.items():
        families.setdefault(term.notes.get("rubrik", ""), []).append(slug)
    return {
        slug: (_HUES[number % len(_HUES)] + place) % 360
        for number, members in enumerate(families.values())
        for slug, place in zip(members, _spread(members), strict=True)
    }


def _spread(members: Sequence[str]) -> list[int]:
    """So many degrees from the middle of the family."""
    return [_APART * place - _APART * (len(members) - 1) // 2 for place in range(len(members))]


def has_drawing(slug: str) -> bool:
    return (_FOLDER / f"{slug}.svg").exists()


@cache
def picture(root: str, slug: str, name: str = "") -> Markup:
    """A drawing on its ground, as decoration: the words beside it say the same. `root` leads to the site's root; `name`
    is one more class."""
    shown = slug or NO_PICTURE
    classes = f"bild grund-{shown}{f' {name}' if name else ''}"
    return Markup('<svg class="{}" aria-hidden="true" focusable="false"><use href="{}{}#{}"/></svg>').format(
        classes, root, PICTURES, shown
    )


def _symbol(slug: str, term: Term | None) -> str:
    path = _FOLDER / f"{slug}.svg"
    text = path.read_text(encoding="utf-8") if path.exists() else _from_icon(term)
    found = _SVG.search(text)
    if found is None:
        raise ValueError(f"{path.name}: not a drawing with a viewBox")
    inner = "".join(line.strip() for line in found["inner"].splitlines())
    return (
        f'<symbol id="{slug}" viewBox="{found["box"]}" stroke-linecap="round" stroke-linejoin="round">{inner}</symbol>'
    )


def _from_icon(term: Term | None) -> str:
    """The theme's icon with room around it, in the darker tone; the open door for a value without one."""
    if term is None or term.icon is None:
        return (_FOLDER / f"{NO_PICTURE}.svg").read_text(encoding="utf-8")
    return str(icon(term.icon)).replace('viewBox="0 0 24 24"', 'viewBox="-3 -3 30 30" fill="currentColor"')

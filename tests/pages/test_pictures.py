"""The drawings: every value has one of its own, on a ground of its own on which text can be read, by light and dark."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from katalog.derive.vocabulary import Vocabularies
from katalog.pages.pictures import hues, picture_files
from katalog.wording.card import NO_PICTURE, PICTURED, PICTURES
from tests.support import PROJECT

LEAST = 4.5  # WCAG 2.2, 1.4.3
SHAPES = 3.0  # 1.4.11, for what a drawing says
_SVG = "{http://www.w3.org/2000/svg}"
_LIGHT, _DARK = (
    dict(re.findall(r"--([\w-]+): ([^;]+);", block))
    for block in re.findall(r":root \{([^}]*)\}", (PROJECT / "docs/assets/css/bild.css").read_text("utf-8"))
)
_TEXT = {"light": ("#1c211d", "#fdfcf8"), "dark": ("#eceae1", "#161b18")}  # text and page, as katalog.css has them


def _luminance(rgb: tuple[float, ...]) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _hex(text: str) -> tuple[float, ...]:
    return tuple(int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _part(scheme: str, hue: int, name: str) -> tuple[float, ...]:
    values = {**_LIGHT, **(_DARK if scheme == "dark" else {})}
    light, dull = (float(values[f"{name}-{one}"].rstrip("%")) / 100 for one in ("ljus", "matt"))
    return colorsys.hls_to_rgb(hue / 360, light, dull)


def _hues(words: Vocabularies) -> dict[str, int]:
    return hues({slug: term for name in PICTURED for slug, term in words.terms(name).items()})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_drawings_can_be_seen_on_every_ground(scheme: str, words: Vocabularies) -> None:
    text, _ = map(_hex, _TEXT[scheme])
    for slug, hue in _hues(words).items():
        ground = _part(scheme, hue, "grund")
        assert _contrast(text, ground) >= LEAST, slug
        assert _contrast(_part(scheme, hue, "streck"), ground) >= LEAST, slug
        assert _contrast(_part(scheme, hue, "streck"), _part(scheme, hue, "ton")) >= SHAPES, slug


def test_every_value_has_a_ground_of_its_own(words: Vocabularies) -> None:
    for name in PICTURED:
        own = [_hues(words)[slug] for slug in words.terms(name)]
        assert len(set(own)) == len(own), name


def test_every_field_of_activity_is_drawn_and_no_two_alike(words: Vocabularies) -> None:
    files = dict(picture_files(words))
    drawing = ET.fromstring(files[PICTURES])  # noqa: S314  # made by us
    symbols = {symbol.get("id"): symbol for symbol in drawing.iter(f"{_SVG}symbol")}
    drawn = {slug: ET.tostring(symbols[slug])[20:] for slug in (*words.terms(PICTURED[0]), NO_PICTURE)}
    assert all(symbols[slug].get("viewBox") == "0 0 64 64" for slug in drawn)
    assert len({text.split(b">", 1)[1] for text in drawn.values()}) == len(drawn)
    assert set(words.terms(PICTURED[1])) <= set(symbols)


_INKS = {
    "currentColor",
    "none",
    "var(--ton)",
    "var(--grund)",
    "var(--figur,var(--ton))",
    "var(--troja,var(--ton))",
    "var(--hy,currentColor)",
}


def test_a_drawing_has_no_colour_of_its_own(words: Vocabularies) -> None:
    """Two tones, the ground, and who stands in the door: so that it follows the reader's scheme, and paper."""
    sprite = dict(picture_files(words))[PICTURES].decode()
    inks = set(re.findall(r'(?:fill|stroke)="([^"]+)"', sprite))
    assert {re.sub(r",#\w+", "", ink) for ink in inks} == _INKS


_DRAWINGS = sorted((PROJECT / "scripts/theme/katalog/bilder").glob("*.svg"))
_INK = {"stroke-width", "stroke", "stroke-linecap", "stroke-linejoin", "fill", "fill-rule"}
_SAYS = {"svg": {"viewBox", "stroke-linecap", "stroke-linejoin"}, "path": {"d", *_INK},
         "circle": {"cx", "cy", "r", *_INK}}  # fmt: skip
# What a drawing paints outside its box, by its element: where it lies, and half of its line around that.
_OUTSIDE = """(drawings) => drawings.flatMap(([name, text]) => {
  document.body.innerHTML = text;
  return [...document.querySelectorAll("svg > *")].flatMap((shape) => {
    const { x, y, width, height } = shape.getBBox();
    const line = shape.getAttribute("stroke") ? parseFloat(shape.getAttribute("stroke-width")) / 2 : 0;
    const edges = [x - line, y - line, 64 - x - width - line, 64 - y - height - line];
    return edges.some((edge) => edge < -0.01) ? [`${name}: ${shape.getAttribute("d") ?? "circle"}`] : [];
  });
})"""


@pytest.mark.parametrize("path", _DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_lines_and_shapes_alone(path: Path) -> None:
    """No picture within, no text, no style, nothing that is fetched."""
    drawing = ET.parse(path).getroot()  # noqa: S314  # ours
    assert drawing.get("viewBox") == "0 0 64 64"
    for node in drawing.iter():
        name = node.tag.removeprefix(_SVG)
        assert name in _SAYS, name
        assert set(node.attrib) <= _SAYS[name], node.attrib


def test_a_drawing_stays_within_its_box(browser: Browser) -> None:
    assert len(_DRAWINGS) > 50
    page = browser.new_page()
    assert page.evaluate(_OUTSIDE, [[path.stem, path.read_text("utf-8")] for path in _DRAWINGS]) == []
    page.close()

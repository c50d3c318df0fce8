"""A chain as a drawing: a box a step, one below the other; arrows on the left lead on, those on the right lead back,
and parts stand indented below their whole with broken lines.

Input: `Chain`. Output: SVG without any style of its own (the site's policy allows none): `katalog.css` paints it. It is
not read aloud, since the list beside it says the same.
"""

from __future__ import annotations

import textwrap

from markupsafe import Markup, escape

from katalog.derive.chains import Chain, Link

# In the drawing's own units; a letter of its text is about 6.4 wide.
_WIDTH, _LEFT, _RIGHT, _INDENT = 320, 54, 36, 16
_LINE, _PADDING, _GAP, _LETTER = 16, 8, 12, 6.6
_REACH, _FARTHEST = 8, 44  # how far an arrow swings out: for each step that it passes, and at most


def chain_svg(chain: Chain) -> Markup:
    """Each box is as high as its name needs."""
    parts = {link.end for link in chain.links if link.kind == "del"} - {chain.steps[0].id}
    middles: dict[str, float] = {}
    boxes, top = [], _GAP / 2
    for record in chain.steps:
        left = _LEFT + _INDENT * (record.id in parts)
        lines = textwrap.wrap(record.namn, int((_WIDTH - _RIGHT - left - 2 * _PADDING) / _LETTER))
        height = _LINE * len(lines) + 2 * _PADDING
        boxes.append(_box(left, top, height, lines, is_closed=record.is_closed))
        middles[record.id] = top + height / 2
        top += height + _GAP
    order = {record.id: at for at, record in enumerate(chain.steps)}
    arrows = [_arrow(link, middles, order, is_indented=link.end in parts) for link in chain.links]
    return Markup(
        '<svg class="kedjebild" viewBox="0 0 {} {:g}" aria-hidden="true">{}{}</svg>'
    ).format(_WIDTH, top, Markup("").join(arrows), Markup("").join(boxes))  # fmt: skip


def _box(left: int, top: float, height: int, lines: list[str], *, is_closed: bool) -> Markup:
    text = Markup("").join(
        Markup('<tspan x="{}" dy="{}">{}</tspan>').format(left + _PADDING, _LINE if at else 0, escape(line))
        for at, line in enumerate(lines)
    )
    return Markup(
        '<rect class="kedja-ruta{}" x="{}" y="{:g}" width="{}" height="{}" rx="5"/><text y="{:g}">{}</text>'
    ).format(
        " kedja-stangd" if is_closed else "", left, top, _WIDTH - _RIGHT - left, height, top + _PADDING + 12, text
    )  # fmt: skip


def _arrow(link: Link, middles: dict[str, float], order: dict[str, int], *, is_indented: bool) -> Markup:
    """A curve with a head at its end; what leads back swings out on the right."""
    start, end = middles[link.start], middles[link.end]
    is_back = order[link.end] < order[link.start]
    reach = min(_FARTHEST if not is_back else _RIGHT - 6, 10 + _REACH * abs(order[link.end] - order[link.start]))
    side = 1 if is_back else -1
    first = _WIDTH - _RIGHT if is_back else _LEFT
    last = first + (_INDENT if is_indented and not is_back else 0)
    out = first + side * reach
    if link.kind == "del":
        shape = f"M{first + 6} {start:g}V{end:g}H{last}"
        return Markup('<path class="kedja-del" d="{}"/>').format(shape)
    shape = f"M{first} {start:g}C{out:g} {start:g} {out:g} {end:g} {last + side * 5:g} {end:g}"
    head = f"M{last + side * 9:g} {end - 4:g}L{last:g} {end:g}L{last + side * 9:g} {end + 4:g}Z"
    return Markup('<path class="kedja-pil" d="{}"/><path class="kedja-spets" d="{}"/>').format(shape, head)

"""Labels of few words: of two lines neither is a stump, so that they are read at a glance."""

from __future__ import annotations

import pytest

from tests.built.conftest import NewContext

# How wide the second of a label's two lines is, in parts of the first, and what it says.
_SECOND_LINES = """() => [...document.querySelectorAll(".plattor a > span, .guide-start a, h2")].flatMap((label) => {
  const text = [...label.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!text) return [];
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = new Map();
  for (const { top, width } of range.getClientRects()) {
    lines.set(Math.round(top), (lines.get(Math.round(top)) ?? 0) + width);
  }
  const [first, second, third] = lines.values();
  return second && !third ? [[second / first, text.data.replaceAll("\\u00ad", "")]] : [];
})"""
_STUMP = 1 / 3


@pytest.mark.parametrize("width", [360, 1280])
def test_of_a_labels_two_lines_neither_is_a_stump(width: int, new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    measured = []
    for path in ("", "malgrupp/", "insatstyp/"):
        page.goto(address + path, wait_until="load")
        measured += page.evaluate(_SECOND_LINES)
    assert len(measured) > 5
    assert [label for label in measured if not _STUMP < label[0] < 1 / _STUMP] == []

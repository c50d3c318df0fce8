"""No style sheet asks how the screen is turned (WCAG 1.3.4): what axe would judge, had it every sheet at hand."""

from __future__ import annotations

from tests.support import PROJECT


def test_no_style_sheet_asks_how_the_screen_is_turned() -> None:
    sheets = [*PROJECT.glob("docs/assets/css/*.css"), *PROJECT.glob("scripts/theme/**/*.css")]
    assert len(sheets) > 10
    assert [sheet.name for sheet in sheets if "orientation" in sheet.read_text(encoding="utf-8")] == []

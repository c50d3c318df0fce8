"""Of the theme's stylesheet only rules go that no page can use, and of ours the comments; all else stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from katalog.publish.theme import trim_theme, trimmed, uncommented
from tests.support import PROJECT

KNOWN = frozenset({"kort", "md-typeset", "open", "innehall"})


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a{color:red}", "a{color:red}"),
        (".kort{color:red}.md-nav{color:blue}", ".kort{color:red}"),
        (".kort,.md-nav,#innehall a{color:red}", ".kort,#innehall a{color:red}"),
        (".md-typeset :is(.md-nav,.kort) b{top:0}", ".md-typeset :is(.md-nav,.kort) b{top:0}"),
        (".kort:not(.md-nav){top:0}", ".kort:not(.md-nav){top:0}"),
        ("details[open]{top:0}details[hidden]{top:1px}", "details[open]{top:0}"),
        (
            "@media (min-width:1px){.kort{top:0}.x{top:0}}@media print{.x{top:0}}",
            "@media (min-width:1px){.kort{top:0}}",
        ),
        ("@supports (a:b){@media print{.kort{top:0}.x{top:0}}}", "@supports (a:b){@media print{.kort{top:0}}}"),
        ('.kort:before{content:"}.x{"}.x{top:0}', '.kort:before{content:"}.x{"}'),
        ('@charset "utf-8";@font-face{src:url(x)}.x{top:0}', '@charset "utf-8";@font-face{src:url(x)}'),
        ("/*! x{} */.kort{top:0}/*# sourceMappingURL=x.map */", ".kort{top:0}"),
        (".md-typeset .a\\:b{top:0}", ""),
    ],
)
def test_what_no_page_can_use_goes(css: str, left: str) -> None:
    assert trimmed(css, KNOWN) == left


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a { top: 0; }\n", ".a { top: 0; }\n"),
        ("/* Why.\n   And how. */\n.a { top: 0; }\n", ".a { top: 0; }\n"),
        (".a {\n  /* Why. */\n  top: 0;  /* so */\n}\n", ".a {\n  top: 0;\n}\n"),
        ("/* One. */ /* Two. */\n\n.a { top: 0; }\n", ".a { top: 0; }\n"),
        ("/* One. */ .a { top: 0; } /* Two.\n*/\n.b { top: 0; }\n", " .a { top: 0; }\n.b { top: 0; }\n"),
    ],
)
def test_comments_of_ours_go_and_no_rule_with_them(css: str, left: str) -> None:
    assert uncommented(css) == left


def test_no_text_of_ours_looks_like_a_comment() -> None:
    for path in (PROJECT / "docs" / "assets" / "css").glob("*.css"):
        assert not re.search(r"""(["'])(?:(?!\1|\n).)*/\*""", path.read_text(encoding="utf-8")), path


def test_every_stylesheet_of_the_built_site_says_what_ours_says(built: Path) -> None:
    for path in (PROJECT / "docs" / "assets" / "css").glob("*.css"):
        laid = built / "assets" / "css" / path.name
        if laid.exists():  # `bit.css` is for other sites, and lies elsewhere
            assert "/*" not in laid.read_text(encoding="utf-8")
            assert _rules_of(laid) == _rules_of(path)


def _rules_of(path: Path) -> list[str]:
    return re.sub(r"/\*.*?\*/", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL).split()


def test_files_that_no_page_names_are_left_out(tmp_path: Path) -> None:
    site, ours = tmp_path / "site", tmp_path / "mallar"
    for name in ("assets/javascripts/bundle.js", "assets/stylesheets/main.css", "assets/stylesheets/palette.css"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(".kort{top:0}.lista{top:0}.borta{top:0}", encoding="utf-8")
    ours.mkdir()
    (ours / "lista.html").write_text('<ul class="lista">', encoding="utf-8")
    trim_theme(site, ['<link href="main.css"><p class="kort">'], [ours])
    left = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert left == ["assets/stylesheets/main.css"]
    assert (site / left[0]).read_text(encoding="utf-8") == ".kort{top:0}.lista{top:0}"


def test_the_built_sites_stylesheet_is_light(built: Path) -> None:
    (style,) = (built / "assets" / "stylesheets").glob("*")
    assert style.stat().st_size < 60_000
    assert not (built / "assets" / "javascripts").exists()

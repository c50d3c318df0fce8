"""Sequences of edits at length: a build that knows the one before, and rows of exports, gives the bytes of one that
knows nothing, whatever is edited in the records."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.derive.vocabulary import Vocabularies
from katalog.exports.rows import Rows
from katalog.publish.build import build_site
from katalog.publish.frame import Frame
from katalog.publish.grounds import Known
from tests.edited import EDITS, Edit, first_state, write
from tests.publish.test_grounds import content_of, site_of

_EXAMPLES = 50


@settings(max_examples=_EXAMPLES)
@given(edits=st.lists(EDITS, min_size=2, max_size=6))
def test_who_knows_builds_what_who_does_not_builds(
    edits: list[Edit], words: Vocabularies, frame: Frame, workplace: Path
) -> None:
    for name in ("varm", "rader"):
        shutil.rmtree(workplace / name, ignore_errors=True)
    state, known = first_state(), Known(rows=Rows(workplace / "rader"))
    for edit in (None, *edits):
        state = edit(state) if edit else state
        write(workplace / "catalogue", state)
        site = site_of(words, frame.settings, workplace)
        build_site(site, frame, workplace / "varm", known=known, is_strict=False)
        known.rows.keep()
        known = Known(before=known.now, rows=known.rows)
        shutil.rmtree(workplace / "kall", ignore_errors=True)
        build_site(replace(site, base=""), frame, workplace / "kall", is_strict=False)
        assert content_of(workplace / "varm") == content_of(workplace / "kall")

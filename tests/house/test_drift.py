"""The configurations of web servers say of pages what the pages say of themselves."""

from __future__ import annotations

import re

import pytest

from katalog.exports import embed
from katalog.pages.offline import policy
from tests.built.test_every_page import POLICY
from tests.support import PROJECT

DRIFT = PROJECT / "scripts/drift"
FILES = ("nginx.conf", "Caddyfile")


@pytest.mark.parametrize("name", FILES)
def test_the_header_says_the_policy_of_the_pages(name: str) -> None:
    text = (DRIFT / name).read_text(encoding="utf-8")
    assert f"\"{POLICY}; frame-ancestors 'none'\"" in text
    framed = re.findall(r'"([^"]*frame-ancestors \*[^"]*)"', text)
    assert framed == [f"{embed.POLICY}; frame-ancestors *"]
    assert f"\"{POLICY}; frame-src 'self'; frame-ancestors 'none'\"" in text


@pytest.mark.parametrize("name", FILES)
def test_the_style_sheet_of_files_without_a_network_is_allowed_by_its_hash(name: str) -> None:
    """Fails when the style sheet changes: write the new policy into both files."""
    text = (DRIFT / name).read_text(encoding="utf-8")
    assert f"\"{policy()}; frame-ancestors 'none'\"" in text, policy()


def test_the_policy_of_the_pages_is_that_of_the_frame() -> None:
    """So that a change of the frame is seen here before a server refuses what a page needs."""
    assert f'content="{POLICY}"' in (PROJECT / "scripts/theme/main.html").read_text(encoding="utf-8")

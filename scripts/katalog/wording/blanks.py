"""What a form to fill in by hand says of itself on paper and in files, in the same words."""

from __future__ import annotations

from katalog.derive.blanks import Blank


def about_line(blank: Blank) -> str:
    """What it builds on, with its sources and their years."""
    sources = "; ".join(f"{source.title}, {source.year or 'okänt år'}" for source in blank.sources)
    return f"{blank.about} Källa: {sources}."


def origin_line(blank: Blank, site_name: str, address: str) -> str:
    """`address` is the form's on the site, "" for a site that does not know its own."""
    return f"Blanketten kommer från {site_name}{f', {address}' if address else ''}. {blank.always}"

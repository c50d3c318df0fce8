"""May a site be written into this folder? The question is asked before anything is built.

Input: the folder that the command was given, and the project's folder. Output: why not, in words, or nothing.
"""

from __future__ import annotations

from pathlib import Path

# What lies in the project's folder and is somebody's work; `.cache` and `.venv` are ours but no place for a site.
_KEPT = ("catalogue", "docs", "schema", "scripts", "tests", ".github", ".ci", ".vscode", ".venv", ".cache")


def refusal(out: Path, project: Path) -> str | None:
    """Why a site must not be written into `out`, or None when it may. What lies there already is judged by `write`."""
    place, root = out.resolve(), project.resolve()
    if out == Path():
        return "Ingen mapp är angiven. Skriv till exempel --out site."
    if place in (root, Path.home().resolve()) or place in root.parents or place in Path.home().resolve().parents:
        return f"I {place} ligger annat än sajten. Välj en egen mapp, till exempel --out site."
    if any(place == kept or kept in place.parents for kept in ((root / name).resolve() for name in _KEPT)):
        return f"{place} hör till projektet. Välj en egen mapp, till exempel --out site."
    if (place / ".git").exists() or ".git" in place.parts:
        return f"{place} hör till ett gitförråd. Välj en egen mapp och kopiera sajten därifrån."
    if place.exists() and not place.is_dir():
        return f"{place} är en fil. Välj en mapp, till exempel --out site."
    return None

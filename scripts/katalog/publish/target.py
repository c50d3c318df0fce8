"""May a command write here? Asked before anything is made, of a site's folder, of letters' and of a single file.

Input: the folder or file that the command was given, and the project's folder. Output: why not, in words, or nothing.
"""

from __future__ import annotations

from pathlib import Path

# What lies in the project's folder and is somebody's work; `.cache` and `.venv` are ours but no place for a site.
_KEPT = ("catalogue", "docs", "schema", "scripts", "tests", ".github", ".ci", ".vscode", ".venv", ".cache")
_KEPT_FILES = (
    "mkdocs.yml", "pyproject.toml", "Makefile", "LICENSE", "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
    ".gitattributes", ".gitignore", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml",
)  # fmt: skip


def refusal(out: Path, project: Path) -> str | None:
    """Why a site must not be written into `out`, or None when it may. What lies there already is judged by `write`."""
    place, root = out.resolve(), project.resolve()
    if out == Path():
        return "Ingen mapp är angiven. Skriv till exempel --out site."
    if place in (root, Path.home().resolve()) or place in root.parents or place in Path.home().resolve().parents:
        return f"I {place} ligger annat än sajten. Välj en egen mapp, till exempel --out site."
    if _is_kept(place, root):
        return f"{place} hör till projektet. Välj en egen mapp, till exempel --out site."
    if (place / ".git").exists() or ".git" in place.parts:
        return f"{place} hör till ett gitförråd. Välj en egen mapp och kopiera sajten därifrån."
    if place.exists() and not place.is_dir():
        return f"{place} är en fil. Välj en mapp, till exempel --out site."
    return None


def letters_refusal(folder: Path, project: Path) -> str | None:
    """Why letters must not be written into `folder`. What was sent may be kept in a repository."""
    place, root = folder.resolve(), project.resolve()
    if place == root or _is_kept(place, root):
        return f"{place} hör till projektet. Välj en egen mapp, till exempel --brev brev."
    return None


def file_refusal(out: Path, project: Path) -> str | None:
    """Why `out` must not be written or replaced by what a command has made: it is no file, or somebody's work."""
    place = out.resolve()
    if out.is_dir():
        return f"{out} är en mapp. Skriv ett filnamn."
    if out.exists() and not out.is_file():
        return f"{out} är ingen vanlig fil. Skriv ett annat filnamn."
    if _is_kept(place, project.resolve()) or ".git" in place.parts:
        return f"{out} hör till projektet. Skriv ett annat filnamn."
    return None


def _is_kept(place: Path, root: Path) -> bool:
    named = [root / name for name in (*_KEPT, *_KEPT_FILES)]
    kept = [path.resolve() for path in (*named, *root.glob("requirements*"))]
    return any(place == one or one in place.parents for one in kept)

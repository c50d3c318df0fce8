"""`make sbom`: what the site is made with, as an SBOM for programs and a table of licences for people.

Input: the lock files, and `.venv` with what they name. Output: `sbom/sbom.cdx.json` (CycloneDX) and
`sbom/licenser.md`. What the site needs has the scope "required", what only tests and checks need "excluded"; what is
in neither lock file is left out. Fails when a package that the site needs is not there, or tells no licence.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path("sbom")
_LOCKS = {"required": Path("requirements.txt"), "excluded": Path("requirements-test.txt")}
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^ ]+)(?: ; (.+?))? \\$", re.MULTILINE)
_HEAD = """\
# Licenser

Skriven av `make sbom` från `requirements.txt` och `requirements-test.txt`. Samma sak för program: `sbom.cdx.json`
(CycloneDX). Katalogens egen kod är EUPL-1.2 och uppgifterna CC0-1.0.

| paket | version | licens | behövs för |
|---|---|---|---|
"""


def main() -> None:
    scopes = scopes_of({scope: path.read_text(encoding="utf-8") for scope, path in _LOCKS.items()})
    document = narrowed(_made(), scopes)
    if missing := untold(document, scopes):
        sys.exit(
            f"Det här paketet finns inte i .venv eller säger ingen licens: {', '.join(missing)}. Kör make sbom igen."
        )
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(document, ensure_ascii=False, indent=1)
    (FOLDER / "sbom.cdx.json").write_text(f"{text}\n", encoding="utf-8")
    (FOLDER / "licenser.md").write_text(_HEAD + "".join(_rows(document)), encoding="utf-8")
    print(f"{len(document['components'])} paket i {FOLDER}/: sbom.cdx.json och licenser.md")


def _made() -> dict[str, Any]:
    """What cyclonedx-bom tells of the environment, the same on every run."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", "pyproject.toml"]
    words = ["--mc-type", "application", "--output-reproducible", sys.executable]
    done = subprocess.run([*command, *words], capture_output=True, text=True, check=True)  # noqa: S603  # our own words
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def scopes_of(locks: Mapping[str, str]) -> dict[str, str]:
    """Name -> scope, for what the lock files pin on this system; what the site needs goes before what tests need."""
    return {
        plain(name): scope
        for scope in reversed(list(locks))
        for name, _, condition in _PIN.findall(locks[scope])
        if "win32" not in condition
    }


def plain(name: str) -> str:
    """As the index compares names: https://packaging.python.org/en/latest/specifications/name-normalization/."""
    return re.sub(r"[-_.]+", "-", name).lower()


def narrowed(document: dict[str, Any], scopes: Mapping[str, str]) -> dict[str, Any]:
    """The document with no other packages than those, each with its scope."""
    kept = [
        one | {"scope": scopes[plain(one["name"])]} for one in document["components"] if plain(one["name"]) in scopes
    ]
    known = {one["bom-ref"] for one in kept} | {document["metadata"]["component"]["bom-ref"]}
    links = [_within(one, known) for one in document["dependencies"] if one["ref"] in known]
    return document | {"components": kept, "dependencies": links}


def _within(link: Mapping[str, Any], known: set[str]) -> dict[str, Any]:
    return {key: [ref for ref in value if ref in known] if key == "dependsOn" else value for key, value in link.items()}


def untold(document: Mapping[str, Any], scopes: Mapping[str, str]) -> list[str]:
    """Packages that the site needs and that are not there, or that have no licence."""
    told = {plain(one["name"]) for one in document["components"] if one.get("licenses")}
    return sorted(name for name, scope in scopes.items() if scope == "required" and name not in told)


def licences_of(component: Mapping[str, Any]) -> Sequence[str]:
    """By name; the classifier of the index where nothing better is said."""
    held = [one.get("license", one) for one in component.get("licenses", [])]
    names = [one.get("id") or one.get("expression") or one.get("name", "") for one in held]
    better = [name for name in names if not name.startswith("License :: ")]
    return better or [name.rpartition(" :: ")[2] for name in names]


def _rows(document: Mapping[str, Any]) -> Iterator[str]:
    by_need = sorted(document["components"], key=lambda one: (one["scope"] != "required", plain(one["name"])))
    for one in by_need:
        told = ", ".join(licences_of(one)) or "sägs inte"
        need = "sajten" if one["scope"] == "required" else "prov"
        yield f"| {one['name']} | {one['version']} | {told} | {need} |\n"


if __name__ == "__main__":
    main()

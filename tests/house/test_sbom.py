"""`make sbom`: what is told of packages follows the lock files."""

from __future__ import annotations

import re
import sys
from typing import Any

import pytest

from tests.support import PROJECT

sys.path.insert(0, str(PROJECT / "scripts"))
from sbom import licences_of, narrowed, plain, scopes_of, untold

LOCKS = {
    "required": "a-b==1.0 \\\n    --hash=x\nwin==2 ; sys_platform == 'win32' \\\n",
    "excluded": "a-b==1.0 \\\nc==2 \\\n",
}
SCOPES = {"a-b": "required", "c": "excluded"}


def _document(*names: str) -> dict[str, Any]:
    kinds = [{"name": name, "bom-ref": f"{name}=1", "licenses": [{"license": {"id": "MIT"}}]} for name in names]
    links = [{"ref": "rot", "dependsOn": [f"{name}=1" for name in names]}, *({"ref": f"{name}=1"} for name in names)]
    return {"components": kinds, "dependencies": links, "metadata": {"component": {"bom-ref": "rot"}}}


def test_what_the_site_needs_goes_before_what_tests_need() -> None:
    assert scopes_of(LOCKS) == SCOPES
    assert plain("A_b.C") == "a-b-c"


def test_what_is_in_no_lock_file_is_left_out() -> None:
    made = narrowed(_document("A.b", "c", "pip"), SCOPES)
    assert [(one["name"], one["scope"]) for one in made["components"]] == [("A.b", "required"), ("c", "excluded")]
    assert made["dependencies"] == [{"ref": "rot", "dependsOn": ["A.b=1", "c=1"]}, {"ref": "A.b=1"}, {"ref": "c=1"}]


def test_a_package_without_a_licence_is_told_when_the_site_needs_it() -> None:
    document = _document("A.b", "c")
    assert untold(document, SCOPES) == []
    document["components"][0]["licenses"] = []
    assert untold(document, SCOPES) == ["a-b"]
    assert untold(_document("c"), SCOPES) == ["a-b"]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ([{"license": {"id": "MIT"}}, {"license": {"name": "License :: OSI Approved :: MIT License"}}], ["MIT"]),
        ([{"license": {"name": "License :: OSI Approved :: BSD License"}}], ["BSD License"]),
        ([{"expression": "MIT OR Apache-2.0"}], ["MIT OR Apache-2.0"]),
    ],
)
def test_a_licence_is_said_by_its_shortest_name(told: list[Any], names: list[str]) -> None:
    assert list(licences_of({"licenses": told})) == names


def test_the_real_lock_files_are_read() -> None:
    files = {"required": "requirements.txt", "excluded": "requirements-test.txt"}
    scopes = scopes_of({scope: (PROJECT / name).read_text(encoding="utf-8") for scope, name in files.items()})
    listed = (PROJECT / "requirements.in").read_text(encoding="utf-8").split("make lock", 1)[1].split()
    assert {re.sub("_", "-", name).lower() for name in listed} <= {
        name for name, s in scopes.items() if s == "required"
    }
    assert scopes["pytest"] == "excluded"

"""The whole catalogue in HSDS, at full size: the data package and every file, by validators that are not ours."""

from __future__ import annotations

import io
import json
from pathlib import Path
from zipfile import ZipFile

import jsonschema_rs
from frictionless import Package, system

from katalog.exports.hsds_openapi import openapi
from tests.exports.hsds_cases import files, whole, whole_files


def test_the_whole_package_is_valid(tmp_path: Path) -> None:
    (content,) = files(whole(), "hsds-paket").values()
    with ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    with system.use_context(trusted=True):
        report = Package(tmp_path / "datapackage.json").validate()
    assert report.valid, report.flatten(["title", "fieldName", "message"])[:5]


def test_every_service_of_the_catalogue_holds_what_hsds_requires() -> None:
    document = {"$ref": "#/components/schemas/service", "components": {"schemas": openapi("")["components"]["schemas"]}}
    validator = jsonschema_rs.Draft202012Validator(document, validate_formats=True)
    for line in whole_files()["services.ndjson"].splitlines():
        assert validator.is_valid(json.loads(line))

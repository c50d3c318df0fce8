"""What a server remembers from one build to the next: what was right last, for what has a fault now.

Input: the project as it stands, and `Memory`. Output: a schema, records and problems that a site can be made of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from katalog.record.check import Checked, check_catalogue
from katalog.record.model import Catalogue, Record
from katalog.record.problem import Problem
from katalog.record.reading import ReadBefore
from katalog.record.remembered import remembered
from katalog.record.report import counted_errors
from katalog.record.schema import Schema, load_schema
from katalog.record.schema_files import BrokenSchemaError
from katalog.record.schema_sense import check_schema


@dataclass(kw_only=True)
class Memory:
    """`last_good` is the records as they were right last, by id, with what they were called before (`moved`);
    `last_schema` likewise; `read` the files as they were read last."""

    last_good: dict[str, Record] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    last_schema: Schema | None = None
    read: ReadBefore = field(default_factory=ReadBefore)

    def best_schema(self, root: Path) -> tuple[Schema, Sequence[Problem]]:
        """The schema, and what is wrong with it: then it is the last that had no faults. Raises BrokenSchemaError when
        there is none that can be read."""
        try:
            schema = load_schema(root / "schema")
            problems = check_schema(schema)
        except BrokenSchemaError as error:
            if self.last_schema is None:
                raise
            return self.last_schema, error.problems
        if problems and self.last_schema is not None:
            return self.last_schema, problems
        self.last_schema = schema
        return schema, ()

    def best_catalogue(self, checked: Checked) -> Catalogue:
        """The clean records, and for files with a fault the version that was right last, while that file still
        exists."""
        broken = {problem.path for problem in checked.problems if problem.is_error}
        kept = {record.id: record for record in self.last_good.values() if record.fil in broken}
        best = kept | {record.id: record for record in checked.clean}
        self.last_good, self.moved = best, checked.moved
        return Catalogue(records=tuple(best[record_id] for record_id in sorted(best)), moved=checked.moved)

    def with_saved(self, root: Path, idag: str, paths: Sequence[Path]) -> tuple[Catalogue, Sequence[Record]] | None:
        """The catalogue with what was saved in some files, and the records in these. None where one has a fault."""
        if self.last_schema is None:
            return None
        catalogue, schema = root / "catalogue", self.last_schema
        checked = check_catalogue(catalogue, schema, idag, root=root, only=paths, read_before=self.read)
        if checked.catalogue is None or len(checked.clean) != len(paths):
            return None
        best = self.last_good | {record.id: record for record in checked.clean}
        return Catalogue(records=tuple(best[id_] for id_ in sorted(best)), moved=self.moved), checked.clean


def check_for_site(
    root: Path, schema: Schema, idag: str, broken: Sequence[Problem], read: ReadBefore | None = None
) -> Checked:
    """The catalogue below `root`, told with what is wrong with the schema. What was faultless is remembered where the
    schema is the one that lies there."""
    before = None if broken else remembered(root, root / "schema", idag)
    checked = check_catalogue(root / "catalogue", schema, idag, root=root, before=before, read_before=read)
    told = [replace(problem, path=Path(problem.path).relative_to(root).as_posix()) for problem in broken]
    return replace(checked, problems=tuple(sorted({*checked.problems, *told})))


def told_on_every_page(checked: Checked) -> Mapping[str, str]:
    """How many errors there are, and where and what the first one is."""
    first = next((problem for problem in checked.problems if problem.is_error), None)
    if first is None:
        return {"fel": ""}
    place = f"{first.path}:{first.line}:{first.column}"
    return {"fel": counted_errors(checked), "fel_plats": place, "fel_text": first.message}

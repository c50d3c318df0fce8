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
from katalog.record.report import counted_errors
from katalog.record.schema import Schema, load_schema
from katalog.record.schema_files import BrokenSchemaError
from katalog.record.schema_sense import check_schema


@dataclass(kw_only=True)
class Memory:
    """`last_good` is the records as they were right last, by id; `last_schema` likewise."""

    last_good: dict[str, Record] = field(default_factory=dict)
    last_schema: Schema | None = None

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
        self.last_good = best
        return Catalogue(records=tuple(best[record_id] for record_id in sorted(best)), moved=checked.moved)


def check_for_site(root: Path, schema: Schema, idag: str, broken: Sequence[Problem]) -> Checked:
    """The catalogue below `root`, told with what is wrong with the schema."""
    checked = check_catalogue(root / "catalogue", schema, idag, root=root)
    told = [replace(problem, path=Path(problem.path).relative_to(root).as_posix()) for problem in broken]
    return replace(checked, problems=tuple(sorted({*checked.problems, *told})))


def told_on_every_page(checked: Checked) -> Mapping[str, str]:
    """How many errors there are, and where and what the first one is."""
    first = next((problem for problem in checked.problems if problem.is_error), None)
    if first is None:
        return {"fel": ""}
    place = f"{first.path}:{first.line}:{first.column}"
    return {"fel": counted_errors(checked), "fel_plats": place, "fel_text": first.message}

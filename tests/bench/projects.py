"""The projects that are measured: copies of the real records, the same for Hugo, and a Material site with one page."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

from katalog.derive.vocabulary import read_vocabularies
from katalog.record.load import load_bytes
from katalog.record.schema import load_schema, references_in

ROOT = Path(__file__).resolve().parents[2]
_HUGO = Path(__file__).parent / "hugo"
_GIVEN = re.compile(r"(\nnamn: )[A-P][a-p]{9} ")  # as `_word` makes them
_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # a name of digits could look like a personal identity number


def make_project(folder: Path, size: int) -> Path:
    """The real records, copied under new ids until there are `size`; every copy is a valid record of its own."""
    for name in ("schema", "scripts", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    records = _in_order()
    for number in range(size):
        source, copy = records[number % len(records)], number // len(records)
        target = folder / source.relative_to(ROOT)
        target = target.with_stem(f"{source.stem}-{copy}" if copy else source.stem)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        target.write_text(_renamed(text, _word(target.stem)) if copy else text, encoding="utf-8")
    return folder


def _in_order() -> list[Path]:
    """Those that lead to no other record first: with fewer than all, what the rest lead to would be missing."""
    schema = load_schema(ROOT / "schema")
    paths = sorted((ROOT / "catalogue").rglob("*.yml"))
    read = {path: load_bytes(path.read_bytes(), path.name).data or {} for path in paths}
    return sorted(paths, key=lambda path: any(True for _ in references_in(read[path], schema)))


def record_to_change(project: Path) -> Path:
    return min((project / "catalogue").rglob("*.yml"))


def change_one(project: Path) -> str:
    """A new name for one record: its page, the lists, the search and its neighbours' pages change. Gives the word that
    its name begins with from now on, in the place of the last one: names have a greatest length."""
    path = record_to_change(project)
    text = path.read_text(encoding="utf-8")
    word = _word(text)
    path.write_text(_renamed(_GIVEN.sub(r"\1", text, count=1), word), encoding="utf-8")
    return word


def _renamed(text: str, word: str) -> str:
    return text.replace("\nnamn: ", f"\nnamn: {word} ", 1)


def _word(seed: str) -> str:
    """A word of its own, so that copies are no duplicates and their names stand all over the alphabet."""
    return hashlib.sha256(seed.encode()).hexdigest()[:10].translate(_LETTERS).capitalize()


def make_material(folder: Path) -> Path:
    """What `mkdocs new` gives, with the theme."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Start\n\nText.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Start\ntheme:\n  name: material\n", encoding="utf-8")
    return folder


def make_hugo(folder: Path, project: Path) -> Path:
    """Hugo's site of the same records. It gets our frame from a built page, and the labels of fields and values. With
    `--config whole.toml` it writes as many files for a record as we do."""
    shutil.copytree(_HUGO, folder)
    shutil.copytree(project / "catalogue", folder / "catalogue", ignore=shutil.ignore_patterns("LICENSE"))
    settings = (_HUGO / "hugo.toml").read_text(encoding="utf-8") + (_HUGO / "whole.toml").read_text(encoding="utf-8")
    (folder / "whole.toml").write_text(settings, encoding="utf-8")
    (folder / "data").mkdir()
    (folder / "data/ord.json").write_text(json.dumps(_labels(project)), encoding="utf-8")
    page = next((project / "site/verksamhet").glob("*/index.html")).read_text(encoding="utf-8")
    top, rest = page.split('<nav class="stig"', 1)
    parts = folder / "layouts/_partials"
    (parts / "fore.html").write_text(_open_frame(top), encoding="utf-8")
    (parts / "efter.html").write_text(rest.split("</article>", 1)[1], encoding="utf-8")
    return folder


def _labels(project: Path) -> dict[str, object]:
    words = read_vocabularies(load_schema(project / "schema"))
    return {
        "varden": {s: {"namn": t.label, "text": t.text} for terms in words.by_name.values() for s, t in terms.items()},
        "grupper": [
            {"id": group.id, "titel": group.title, "falt": [{"namn": f, "titel": words.title(f)} for f in group.fields]}
            for group in words.groups
        ],
    }


def _open_frame(top: str) -> str:
    """The frame's beginning with Hugo's words where ours stood."""
    data = '{{ dict "@type" "Service" "name" .Title "description" .Params.post.sammanfattning | jsonify | safeJS }}'
    top = re.sub("<title>.*?</title>", "<title>{{ .Title }} – {{ site.Title }}</title>", top, flags=re.DOTALL)
    top = re.sub('(<meta name="description" content=)"[^"]*"', r'\1"{{ .Params.post.sammanfattning }}"', top)
    return re.sub('(<script type="application/ld.json">).*(</script>)', rf"\1{data}\2", top, flags=re.DOTALL)

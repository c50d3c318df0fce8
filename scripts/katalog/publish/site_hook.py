"""The MkDocs adapter: the only module that knows MkDocs. It offers placeholder pages, takes them back rendered, and
while serving writes the catalogue's files beside them.

Loaded by path from mkdocs.yml (`hooks:`) and called by `build` and `serve`. Everything ours survives without it. What
one build of MkDocs needs to remember lies in its `config.extra["katalog"]`.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import mkdocs.commands.build
import mkdocs.commands.serve
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from katalog.browser.freshness import freshness_data
from katalog.browser.prose import read_prose
from katalog.clock import today
from katalog.derive.derived import Derived
from katalog.derive.swedish import swedish_date
from katalog.derive.tongues import SWEDISH, Tongues
from katalog.derive.vocabulary import read_vocabularies
from katalog.exports.index import Published
from katalog.pages.site import Site, bytecode_cache
from katalog.pages.tongues import Filler, TonguePageError, finished, is_checked
from katalog.publish import frame
from katalog.publish.closing import closing_files
from katalog.publish.frame import Collected, Frame
from katalog.publish.history import read_history
from katalog.publish.hyphens import hyphenated, hyphenated_in
from katalog.publish.laid import write_file
from katalog.publish.memory import MEMORY
from katalog.publish.parts import parts_of, problem_file
from katalog.publish.stamp import Shell
from katalog.publish.theme import trim_theme
from katalog.publish.written import written_sources
from katalog.record.check import Checked, check_catalogue
from katalog.record.model import Catalogue
from katalog.record.problem import Problem
from katalog.record.report import counted_errors, line_of, summary
from katalog.record.schema import Schema, load_schema
from katalog.record.schema_files import BrokenSchemaError
from katalog.record.schema_sense import check_schema
from katalog.settings import ContactPoint, Publisher, Settings, new_url_of

_DROPPED = ("sitemap.xml", "sitemap.xml.gz")  # we know the pages' dates, MkDocs does not
_OURS = ("scripts/theme", "docs/assets/js")  # what makes more of a page than its frame
_log = logging.getLogger("mkdocs.katalog")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """One build of MkDocs. `checked` is None when only the frame is wanted: then somebody else writes the pages."""

    idag: str
    schema: Schema
    checked: Checked | None
    collected: Collected = field(default_factory=Collected)


def on_startup(*, command: str, dirty: bool) -> None:
    MEMORY.is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    root = _root(config)
    ours = config.extra["katalog"]
    idag = ours.get("idag") or today(MEMORY.idag)
    schema, broken = best_schema(root)
    checked = None if ours.get("bara_ram") else check_for_site(root, schema, idag, broken)
    told = _told_on_every_page(checked) if checked else {"fel": ""}
    ours["aktualitet"] = json.dumps(freshness_data(), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    ours |= {**told, "serverar": MEMORY.is_serving, "idag": idag, "idag_text": swedish_date(idag)}
    ours["sprak"] = Tongues(schema=schema).ways("")
    ours["korning"] = _Run(idag=idag, schema=schema, checked=checked)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for path, content in (frame.sources() | written_sources(_empty_site(config))).items():
        files.append(File.generated(config, path, content=content))
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    env.bytecode_cache = bytecode_cache(_root(config))
    return env


def on_page_markdown(markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """What the frame is told of the page's language, and what the build puts into a page in another than Swedish."""
    run = _run(config)
    tongues = Tongues(schema=run.schema)
    tongue = tongues.of(page.url)
    page.meta.update(sprakvagar=tongues.ways(page.url), versioner=tongues.versions(page.url))
    if tongue is None:
        return markdown
    try:
        checked = is_checked(page.meta, tongue, run.schema)
        filled = Filler(schema=run.schema, idag=run.idag, tongue=tongue).fill(markdown)
    except TonguePageError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error}") from None
    menu = [(leaf, f"{tongue.id}/{leaf.address}") for leaf in tongues.leaves]
    page.meta.update(tunga=tongue, tungans_meny=menu, ar_granskad=checked)
    return filled


def on_page_content(html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    if "tunga" in page.meta:  # not in the search, which answers in Swedish
        return hyphenated_in(finished(html, page.meta["tunga"], is_checked=page.meta["ar_granskad"]), SWEDISH)
    if frame.depth_of(page.file.src_uri) is None:
        _run(config).collected.handwritten[page.url] = read_prose(page.url, str(page.title), html)
        return hyphenated(html)
    return html


def on_post_page(output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
    html = frame.mend(output)
    depth = frame.depth_of(page.file.src_uri)
    if depth is None:
        return html
    _run(config).collected.shells[depth] = Shell.split(html)
    return ""  # MkDocs writes nothing for an empty page: the stamped ones take its place


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    return frame.mend(output_content) if template_name == "404.html" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    folder, run = Path(config.site_dir), _run(config)
    for name in _DROPPED:
        (folder / name).unlink(missing_ok=True)
    root, shells = _root(config), run.collected.shells.values()
    trim_theme(folder, ["".join(shell.pieces) for shell in shells], [root / path for path in _OURS])
    if run.checked is None:
        return
    settings = settings_of(config)
    built = run.collected.frame(folder, settings)
    derived = Derived(catalogue=_best_catalogue(run.checked), idag=run.idag)
    history = read_history(root, derived.catalogue, run.idag)
    site = Site(derived=derived, words=read_vocabularies(run.schema), settings=settings, history=history)
    published = [
        Published(path=file.path, export=file.export, size=size, digest=digest)
        for part in parts_of(site, built)
        for file in part.files()
        for digest, size in [write_file(folder / file.path, file.content)]
        if file.export
    ]
    for file in closing_files(site, built, published):
        write_file(folder / file.path, file.content)
    if MEMORY.is_serving:  # also without a fault: whoever mends one there sees that it is gone
        told = problem_file(run.checked.problems, site, built)
        write_file(folder / told.path, told.content)
        _log.info("%s Sajten är byggd: %s", time.strftime("%H:%M:%S"), summary(run.checked))


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """All is built, and now it is served."""
    _log.info("Sajten visas nu på %s. Spara en fil så byggs den om. Avsluta med Ctrl-C.", server.url)
    return server


def settings_of(config: MkDocsConfig) -> Settings:
    """What mkdocs.yml and the environment say. While serving, the site has no address of its own yet."""
    words = {name: value or "" for name, value in config.extra["katalog"].items()}  # an empty variable is read as null
    return Settings(
        site_name=config.site_name,
        root=_root(config),
        site_url=(config.site_url or "") if not MEMORY.is_serving else "",
        edit_url=words["redigera"],
        new_url=words["ny_fil"] or new_url_of(words["redigera"]),
        mailbox=words["brevlada"],
        publisher=_publisher(config.extra["katalog"].get("utgivare") or {}),
        contact=_contact(config.extra["katalog"].get("kontakt") or {}),
    )


def _publisher(words: Mapping[str, Any]) -> Publisher:
    """An organisation number is a number to YAML when it is written without a dash."""
    told = {name: str(value or "").strip() for name, value in words.items()}
    digits = "".join(sign for sign in told.get("organisationsnummer", "") if sign.isdigit())
    return Publisher(name=told.get("namn", ""), kind=told.get("typ", ""), number=digits if len(digits) == 10 else "")


def _contact(words: Mapping[str, Any]) -> ContactPoint:
    return ContactPoint(name=str(words.get("namn") or ""), mailbox=str(words.get("brevlada") or ""))


def read_settings() -> Settings:
    """What mkdocs.yml in this folder says; nothing but a name where there is none. Raises MkDocs' exceptions."""
    return settings_of(load_config()) if Path("mkdocs.yml").exists() else Settings(site_name="Hitta sysselsättning")


def build_frame(work: Path, idag: str) -> Frame:
    """Let MkDocs render hand-written pages, the theme's files and the placeholders into `work`. Raises MkDocs'
    exceptions for a fault in those."""
    config = load_config(site_dir=str(work), strict=True)
    config.extra["katalog"] |= {"idag": idag, "bara_ram": True}
    mkdocs.commands.build.build(config)
    return _run(config).collected.frame(work, settings_of(config))


def serve(address: str, idag: str | None) -> None:
    """Serve with live reload until interrupted. Faults in data are shown in the browser and never end it."""
    MEMORY.is_serving, MEMORY.idag = True, idag
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)  # its English lines about its own work look like faults
    _log.setLevel(logging.INFO)
    mkdocs.commands.serve.serve(dev_addr=address, livereload=True)


def _empty_site(config: MkDocsConfig) -> Site:
    """The site before there is a catalogue, for pages that no record stands on."""
    run = _run(config)
    derived = Derived(catalogue=Catalogue(records=()), idag=run.idag)
    return Site(derived=derived, words=read_vocabularies(run.schema), settings=settings_of(config))


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _run(config: MkDocsConfig) -> _Run:
    run: _Run = config.extra["katalog"]["korning"]
    return run


def best_schema(root: Path) -> tuple[Schema, Sequence[Problem]]:
    """The schema, and what is wrong with it. While serving, one with faults gives way to the last that had none."""
    try:
        schema = load_schema(root / "schema")
        problems = check_schema(schema)
    except BrokenSchemaError as error:
        if MEMORY.last_schema is None:
            raise PluginError("\n".join(map(line_of, error.problems))) from None
        return MEMORY.last_schema, error.problems
    if problems and MEMORY.last_schema is not None:
        return MEMORY.last_schema, problems
    MEMORY.last_schema = schema
    return schema, ()


def check_for_site(root: Path, schema: Schema, idag: str, broken: Sequence[Problem]) -> Checked:
    """The catalogue below `root`, told with what is wrong with the schema. Raises PluginError for an error, unless we
    serve: then the records without errors are shown."""
    checked = check_catalogue(root / "catalogue", schema, idag, root=root)
    told = [replace(problem, path=Path(problem.path).relative_to(root).as_posix()) for problem in broken]
    checked = replace(checked, problems=tuple(sorted({*checked.problems, *told})))
    if checked.catalogue is None and not MEMORY.is_serving:
        lines = [line_of(problem) for problem in checked.problems if problem.is_error]
        raise PluginError("\n".join(["Katalogen har fel:", *lines]))
    for problem in checked.problems:
        _log.info(line_of(problem))  # a warning here would end a strict build
    return checked


def _told_on_every_page(checked: Checked) -> dict[str, str]:
    """How many errors there are, and where and what the first one is."""
    first = next((problem for problem in checked.problems if problem.is_error), None)
    if first is None:
        return {"fel": ""}
    place = f"{first.path}:{first.line}:{first.column}"
    return {"fel": counted_errors(checked), "fel_plats": place, "fel_text": first.message}


def _best_catalogue(checked: Checked) -> Catalogue:
    """The clean records, and for files with a fault the version that was right last, while that file still exists."""
    broken = {problem.path for problem in checked.problems if problem.is_error}
    kept = {record.id: record for record in MEMORY.last_good.values() if record.fil in broken}
    best = kept | {record.id: record for record in checked.clean}
    MEMORY.last_good = best
    return Catalogue(records=tuple(best[record_id] for record_id in sorted(best)), moved=checked.moved)

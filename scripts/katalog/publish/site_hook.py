"""The MkDocs adapter: the only module that knows MkDocs. It offers placeholder pages, takes them back rendered, and
stamps the catalogue into them.

Loaded by path from mkdocs.yml (`hooks:`) and called by `build` and `serve`. Everything ours survives without it.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

import mkdocs.commands.build
import mkdocs.commands.serve
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from katalog.browser.search_words import Page as SearchPage
from katalog.clock import today
from katalog.derive.derived import Derived, swedish_date
from katalog.derive.vocabulary import read_vocabularies
from katalog.pages.page import Settings, new_url_of
from katalog.pages.templates import bytecode_cache
from katalog.publish import frame
from katalog.publish.build import Frame, render_all
from katalog.publish.memory import MEMORY
from katalog.publish.parts import render_problems
from katalog.publish.stamp import Shell
from katalog.record.check import Checked, check_catalogue
from katalog.record.model import Catalogue
from katalog.record.report import line_of, summary
from katalog.record.schema import load_schema

_DROPPED = ("sitemap.xml", "sitemap.xml.gz")  # we know the pages' dates, MkDocs does not
_log = logging.getLogger("mkdocs.katalog")


def on_startup(*, command: str, dirty: bool) -> None:
    MEMORY.is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    root = Path(config.config_file_path).parent
    idag = today(MEMORY.idag)
    config.extra["katalog"] |= {"fel": "", "serverar": MEMORY.is_serving, "idag": idag, "idag_text": swedish_date(idag)}
    if not MEMORY.frame_only:
        checked = _check(root, idag)
        config.extra["katalog"] |= {"fel": _count(checked), "kontroll": checked}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for path, content in frame.sources().items():
        files.append(File.generated(config, path, content=content))
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    env.bytecode_cache = bytecode_cache()
    return env


def on_page_content(html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    if frame.depth_of(page.file.src_uri) is None:
        text = str(Markup(html).striptags())  # noqa: S704  # only to take the tags away
        MEMORY.handwritten[page.url] = SearchPage(address=page.url, title=str(page.title), text=text)
    return html


def on_post_page(output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
    html = frame.mend(output)
    depth = frame.depth_of(page.file.src_uri)
    if depth is None:
        return html
    MEMORY.shells[depth] = Shell.split(html)
    return ""  # MkDocs writes nothing for an empty page: the stamped ones take its place


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    return frame.mend(output_content) if template_name == "404.html" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    for name in _DROPPED:
        (site / name).unlink(missing_ok=True)
    if MEMORY.frame_only:
        return
    checked: Checked = config.extra["katalog"]["kontroll"]
    words = read_vocabularies(load_schema(Path(config.config_file_path).parent / "schema"))
    derived = Derived(catalogue=_best_catalogue(checked), idag=today(MEMORY.idag))
    settings = settings_of(config)
    is_told = checked.problems and MEMORY.is_serving
    faults = [render_problems(checked.problems, derived, words, settings)] if is_told else []
    built = Frame(folder=site, shells=MEMORY.shells, settings=settings, handwritten=_handwritten())
    for name, content in render_all(derived, words, built, faults):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)


def settings_of(config: MkDocsConfig) -> Settings:
    """What mkdocs.yml and the environment say. While serving, the site has no address of its own yet."""
    words = config.extra["katalog"]
    return Settings(
        site_name=config.site_name,
        site_url=(config.site_url or "") if not MEMORY.is_serving else "",
        edit_url=words["redigera"],
        new_url=words["ny_fil"] or new_url_of(words["redigera"]),
        mailbox=words["brevlada"],
    )


def build_frame(work: Path, idag: str) -> Frame:
    """Let MkDocs render hand-written pages, the theme's files and the placeholders into `work`. Raises MkDocs'
    exceptions for a fault in those."""
    MEMORY.frame_only, MEMORY.idag = True, idag
    config = load_config(site_dir=str(work), strict=True)
    mkdocs.commands.build.build(config)
    return Frame(folder=work, shells=dict(MEMORY.shells), settings=settings_of(config), handwritten=_handwritten())


def _handwritten() -> list[SearchPage]:
    return [MEMORY.handwritten[address] for address in sorted(MEMORY.handwritten)]


def serve(address: str, idag: str | None) -> None:
    """Serve with live reload until interrupted. Faults in data are shown in the browser and never end it."""
    MEMORY.is_serving, MEMORY.idag = True, idag
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    mkdocs.commands.serve.serve(dev_addr=address, livereload=True)


def _check(root: Path, idag: str) -> Checked:
    folder = Path(os.path.relpath(root / "catalogue"))  # reports and edit links name files from the project's folder
    checked = check_catalogue(folder, load_schema(root / "schema"), idag)
    if checked.catalogue is None and not MEMORY.is_serving:
        lines = [line_of(problem) for problem in checked.problems if problem.is_error]
        raise PluginError("\n".join(["Katalogen har fel:", *lines]))
    for problem in checked.problems:
        _log.info(line_of(problem))  # a warning here would end a strict build
    return checked


def _count(checked: Checked) -> str:
    return "" if checked.catalogue is not None else summary(checked).split(", ", 1)[1].split(",", maxsplit=1)[0]


def _best_catalogue(checked: Checked) -> Catalogue:
    """The clean records, and for files with a fault the version that was right last, while that file still exists."""
    broken = {problem.path for problem in checked.problems if problem.is_error}
    kept = {record.id: record for record in MEMORY.last_good.values() if record.fil in broken}
    best = kept | {record.id: record for record in checked.clean}
    MEMORY.last_good = best
    return Catalogue(records=tuple(best[record_id] for record_id in sorted(best)), moved=checked.moved)

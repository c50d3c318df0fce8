"""`scripts/install.py`, which `make` runs first: a `.venv` that failed, was moved or lost its Python is made anew, and
what is missing is told. Here nothing is downloaded; `tests/full/test_start.py` installs in earnest."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tests.support import PROJECT

THIS = f"{sys.version_info[0]} {sys.version_info[1]}"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script in a project with nothing but lists, where making an environment writes a Python that only tells its
    version; `install.ran` lists what was run."""
    spec = importlib.util.spec_from_file_location("install", PROJECT / "scripts/install.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("", "-test", "-zensical", "-fuzz"):
        (tmp_path / f"requirements{name}.txt").touch()
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(tmp_path)
    ran: list[str] = []

    def run(told: str, command: Sequence[str]) -> None:
        ran.append(told.split(" (", maxsplit=1)[0])
        if "venv" in command:
            _fake_python(f"echo {THIS}")

    monkeypatch.setattr(module, "run_quietly", run)
    monkeypatch.setattr(module, "ran", ran, raising=False)
    return module


def _fake_python(does: str) -> None:
    python = Path(".venv/bin/python")
    python.parent.mkdir(parents=True, exist_ok=True)
    python.unlink(missing_ok=True)
    python.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    python.chmod(0o755)


MADE = ["Skapar .venv", "Installerar det som sajten behöver", "Installerar kommandot katalog"]


def test_everything_is_installed_once(install: ModuleType) -> None:
    install.main(["site"])
    assert install.ran == MADE
    install.main(["site"])
    assert install.ran == MADE
    install.main(["test"])
    assert install.ran == [*MADE, "Installerar det som testerna behöver"]


@pytest.mark.parametrize(
    ("part", "told"),
    [("zensical", "Installerar Zensical, som också kan göra sajtens ram"),
     ("fuzz", "Installerar atheris, där det finns färdigt för systemet")],
)  # fmt: skip
def test_what_few_need_is_installed_only_when_it_is_asked_for(part: str, told: str, install: ModuleType) -> None:
    install.main([part])
    assert install.ran == [*MADE, told]
    assert not Path(".venv/.test").exists()


def test_changed_lists_are_installed_into_the_same_environment(install: ModuleType) -> None:
    install.main(["test"])
    install.ran.clear()
    Path("requirements.txt").write_text("ny==1", encoding="utf-8")
    install.main(["test"])
    assert install.ran == MADE[1:]


def _broken_link() -> None:
    Path(".venv/bin/python").unlink()
    Path(".venv/bin/python").symlink_to("/finns/inte/python3.11")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda: Path(".venv/.half").touch(), "den blev aldrig färdig"),
        (lambda: shutil.rmtree(".venv/bin"), "dess Python är borta"),
        (_broken_link, "dess Python är borta"),
        (lambda: _fake_python("echo 'No module named pip' >&2; exit 1"), "dess Python är borta"),
        (lambda: _fake_python("echo 3 10"), "den är gjord för en annan Python"),
        (lambda: Path(".venv/.place").write_text("/annan/mapp", encoding="utf-8"), "mappen är flyttad"),
        (lambda: Path(".venv/.place").unlink(), "den blev aldrig färdig"),
    ],
    ids=["interrupted", "no-python", "broken-link", "no-pip", "too-old", "moved", "made-by-hand"],
)
def test_what_cannot_be_used_is_made_anew(
    spoil: Callable[[], object], told: str, install: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    install.main(["site"])
    Path(".venv/gammalt").touch()
    spoil()
    install.ran.clear()
    install.main(["site"])
    assert install.ran == MADE
    assert f"Gör om .venv: {told}" in capsys.readouterr().out
    assert not Path(".venv/gammalt").exists()


@pytest.mark.parametrize(("words", "is_made_anew"), [((), False), (("--this-python",), True)])
def test_another_python_is_taken_when_it_is_asked_for(
    words: tuple[str, ...], is_made_anew: bool, install: ModuleType
) -> None:
    install.main(["site"])
    _fake_python("echo 3 99")
    install.ran.clear()
    install.main(["site", *words])
    assert install.ran == (MADE if is_made_anew else [])


def test_a_python_without_venv_is_told_in_both_languages_and_leaves_nothing(
    install: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As Debian's, when python3-venv is not installed."""
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "ensurepip", None)
        with pytest.raises(SystemExit, match="1"):
            install.main(["site"])
    said = capsys.readouterr().err
    assert said.count("sudo apt install python3-venv") == 2
    assert "Python saknar delen venv" in said
    assert not Path(".venv").exists()
    install.main(["site"])
    assert install.ran == MADE


@pytest.mark.parametrize("ending", [SystemExit(1), KeyboardInterrupt()], ids=["failed", "interrupted"])
def test_an_installation_that_ends_on_the_way_does_not_stick(
    ending: BaseException, install: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = install.run_quietly

    def fails(told: str, command: Sequence[str]) -> None:
        works(told, command)
        if "pip" in command:
            raise ending

    with monkeypatch.context() as patch:
        patch.setattr(install, "run_quietly", fails)
        with pytest.raises(type(ending)):
            install.main(["site"])
    install.ran.clear()
    install.main(["site"])
    assert install.ran == MADE


def test_work_is_told_before_it_is_done_and_a_fault_is_shown(tmp_path: Path) -> None:
    """The real way of running a command: words first, a dot a second, its own words only when it fails."""
    calls = (
        "import sys; sys.path.insert(0, {!r}); import install; install.run_quietly('Gör', [sys.executable, '-c', {!r}])"
    )
    scripts = str(PROJECT / "scripts")
    works, fails = "import time; print('engelska'); time.sleep(1.2)", "import sys; print('orsaken'); sys.exit(3)"
    done, failed = (
        subprocess.run([sys.executable, "-c", calls.format(scripts, does)], capture_output=True, text=True, check=False)
        for does in (works, fails)
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Gör \.+ klart\n", done.stdout)
    assert failed.returncode == 1
    assert failed.stdout == "Gör  gick inte\norsaken\n\n"
    assert "Installationen gick inte" in failed.stderr
    assert "The installation failed" in failed.stderr


@pytest.mark.parametrize("python", ["finns-inte", "./gammal"])
def test_a_python_that_is_missing_or_too_old_is_told_in_both_languages(python: str, tmp_path: Path) -> None:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    (tmp_path / "gammal").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tmp_path / "gammal").chmod(0o755)
    done = subprocess.run(
        ["make", "validate", f"PYTHON={python}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Python 3.11 eller nyare behövs" in done.stdout
    assert "Python 3.11 or newer is needed" in done.stdout
    assert not (tmp_path / ".venv").exists()


def test_the_oldest_python_is_stated_alike(install: ModuleType) -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={'.'.join(map(str, install.OLDEST))}"
    assert f"sys.version_info < {install.OLDEST}" in (PROJECT / "Makefile").read_text(encoding="utf-8")

"""Makes `.venv` and installs in it what the site, the tests, another frame or fuzzing need. `make` runs it first.

Input: the pins in requirements*.txt. Output: a `.venv` that works, and words from the first second. Half an environment
is never used: one that was interrupted, whose Python is gone or too old, or that was moved here, is made anew.
Nothing but the standard library is there yet.

    python3 scripts/install.py site|test|zensical|fuzz [--this-python]
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import NoReturn

OLDEST = (3, 11)  # as pyproject.toml says; a test holds them together
VENV = Path(".venv")
_PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
_HALF = VENV / ".half"  # there while something is being installed, and afterwards when that was interrupted
_PLACE = VENV / ".place"  # commands in .venv know the project by its full path
_ASK = "import sys, pip; print(*sys.version_info[:2])"
_STEPS = {
    "site": (
        "Installerar det som sajten behöver (en halv minut första gången)",
        ("requirements.txt", "pyproject.toml"),
        (
            ("--require-hashes", "-r", "requirements.txt"),
            ("--no-deps", "--no-build-isolation", "--no-index", "--editable", "."),
        ),
    ),
    "test": (
        "Installerar det som testerna behöver (en halv minut första gången)",
        ("requirements-test.txt",),
        (("--require-hashes", "-r", "requirements-test.txt"),),
    ),
    "zensical": (
        "Installerar Zensical, som också kan göra sajtens ram",
        ("requirements-zensical.txt",),
        (("--require-hashes", "-r", "requirements-zensical.txt"),),
    ),
    "fuzz": (
        "Installerar atheris, där det finns färdigt för systemet",
        ("requirements-fuzz.txt",),
        (("--require-hashes", "-r", "requirements-fuzz.txt"),),
    ),
}
_NO_VENV = """\
Python saknar delen venv. På Debian och Ubuntu: sudo apt install python3-venv. Kör sedan samma kommando igen.
Python lacks its part venv. On Debian and Ubuntu: sudo apt install python3-venv. Then run the same command again."""
_FAILED = """\
Installationen gick inte. Felet står ovanför. Finns det nät och plats på disken? Kör sedan samma kommando igen.
The installation failed, see above. Is there a network, and room on the disk? Then run the same command again."""


def main(words: Sequence[str]) -> None:
    """Bring `.venv` up to date for the part that is asked for. Ends the program with 1 and words when it cannot."""
    with _alone():
        if fault := _fault(is_this_python="--this-python" in words):
            _make(fault)
        for name in _STEPS:
            if name in ("site", *words):
                _bring(name)


def _fault(is_this_python: bool) -> str | None:
    """Why `.venv` cannot be used: None when it is whole, at home here, and its Python runs and is new enough or, when
    one was asked for by name, of that version."""
    if not VENV.exists():
        return "den finns inte"
    if _HALF.exists() or not _PLACE.exists():
        return "den blev aldrig färdig"
    if _PLACE.read_text(encoding="utf-8") != str(Path.cwd()):
        return "mappen är flyttad"
    try:
        asked = [str(_PYTHON), "-c", _ASK]
        said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout  # noqa: S603  # our own words
        version = tuple(int(word) for word in said.split())
    except (OSError, ValueError, subprocess.CalledProcessError):
        return "dess Python är borta eller utbytt"
    is_right = version == sys.version_info[:2] if is_this_python else version >= OLDEST
    return None if is_right else "den är gjord för en annan Python"


def _make(fault: str) -> None:
    """A new environment in the place of what is there."""
    try:
        from ensurepip import version  # noqa: PLC0415  # Debian keeps it in a package of its own

        version()
    except ImportError:
        _stop(_NO_VENV)
    if VENV.exists():
        print(f"Gör om .venv: {fault}.", flush=True)
        shutil.rmtree(VENV)
    VENV.mkdir()
    _HALF.touch()
    # The environment may have been the active one: then this very program was found in the folder that is gone.
    python = getattr(sys, "_base_executable", sys.executable)
    run_quietly("Skapar .venv", [python, "-m", "venv", str(VENV)])
    _PLACE.write_text(str(Path.cwd()), encoding="utf-8")
    _HALF.unlink()


def _bring(name: str) -> None:
    """Install a part whose lists have changed since it was installed."""
    told, lists, commands = _STEPS[name]
    stamp, wanted = VENV / ("." + name), _digest(lists)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    _HALF.touch()
    pip = [str(_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for number, words in enumerate(commands):
        run_quietly(told if number == 0 else "Installerar kommandot katalog", [*pip, *words])
    stamp.write_text(wanted, encoding="utf-8")
    _HALF.unlink()


def _digest(names: Sequence[str]) -> str:
    return hashlib.sha256(b"\0".join(Path(name).read_bytes() for name in names)).hexdigest()


def run_quietly(told: str, command: Sequence[str]) -> None:
    """Tell what is done and a dot a second while it lasts; what the command itself says is shown only if it fails."""
    print(told + " ", end="", flush=True)
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)  # noqa: S603  # from the table above
        while True:
            try:
                code = process.wait(timeout=1)
                break
            except subprocess.TimeoutExpired:
                print(".", end="", flush=True)
        print(" klart" if code == 0 else " gick inte", flush=True)
        if code != 0:
            said.seek(0)
            print(said.read().decode(errors="replace"))
            _stop(_FAILED)


@contextmanager
def _alone() -> Iterator[None]:
    """Two at once would spoil one another's environment: the second waits."""
    try:
        import fcntl  # noqa: PLC0415  # Windows has none
    except ImportError:
        yield
        return
    Path(".cache").mkdir(exist_ok=True)
    with Path(".cache/install.lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            print("En annan installation pågår i den här mappen. Väntar på den.", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _stop(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    raise SystemExit(1)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        _stop("\nAvbrutet. Nästa gång börjar installationen om.")
    except OSError as error:
        _stop(f"Det gick inte att skriva {error.filename or Path.cwd()}: {error.strerror}.")

"""The tools that ours is measured against: each in an environment of its own, installed once."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
CACHE = REPOSITORY / ".bench"
_PATIENCE = 300  # seconds for an installation
_FOR_RENDERCV = ("python3.12", "python3.13", "python3.14")


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool as it was found: its program, or one word for why it is skipped."""

    name: str
    program: Path | None
    version: str = ""  # its own and its typesetter's
    why: str = ""

    def __str__(self) -> str:
        """Say it as the table does."""
        return f"{self.name} {self.version}" if self.program else f"{self.name}: skipped ({self.why})"


@dataclass(frozen=True, slots=True)
class _Wish:
    name: str
    requirement: str
    typesetter: str  # the package whose version matters as well


_CVLOOM = _Wish("cvloom", "cvloom==0.11.0", "weasyprint")
_RENDERCV = _Wish("rendercv", "rendercv[full]==2.8", "typst")


def cvloom() -> Peer:
    """Return cvloom; the Python that runs this will do for it."""
    return _ready(_CVLOOM, sys.executable)


def rendercv() -> Peer:
    """Return RenderCV, which wants Python 3.12 or newer."""
    return _ready(_RENDERCV, newer_python())


def newer_python() -> str:
    """Return a Python of 3.12 or newer, found as `make` finds one, or ""."""
    script = REPOSITORY / "scripts/find_python.sh"
    wanted = " ".join([*_FOR_RENDERCV, *_of_pyenv()])
    found = subprocess.run(
        ["sh", str(script)], env={**os.environ, "PYTHON": wanted}, capture_output=True, text=True, check=False
    )
    return found.stdout.strip()


def _of_pyenv() -> Iterator[str]:
    """Yield pyenv's own copies: its commands on PATH work only for the versions that are switched on."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    for name in _FOR_RENDERCV:
        minor = name.removeprefix("python")
        yield from sorted(str(path) for path in root.glob(f"versions/{minor}*/bin/{name}") if " " not in str(path))


def _ready(wish: _Wish, python: str) -> Peer:
    """Return the tool, installed if it is not yet."""
    if not python:
        return Peer(wish.name, None, why="no Python 3.12")
    folder = CACHE / wish.requirement.replace("[full]", "").replace("==", "-")
    program, done = folder / "bin" / wish.name, folder / ".installed"
    if not done.is_file():
        print(f"Installing {wish.requirement} into {folder.relative_to(REPOSITORY)}", file=sys.stderr, flush=True)
        install = ("-m", "pip", "--disable-pip-version-check", "-qq", "install", wish.requirement)
        if not (
            _runs([python, "-m", "venv", "--clear", str(folder)]) and _runs([str(folder / "bin/python"), *install])
        ):
            return Peer(wish.name, None, why="not installable")
        done.touch()
    return Peer(wish.name, program, _version(folder, wish))


def _version(folder: Path, wish: _Wish) -> str:
    names = [wish.name, wish.typesetter]
    code = f"from importlib.metadata import version as v; print(*map(v, {names!r}))"
    told = subprocess.run([str(folder / "bin/python"), "-c", code], capture_output=True, text=True, check=True)
    own, typesetter = told.stdout.split()
    return f"{own} ({wish.typesetter} {typesetter})"


def _runs(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, check=False, timeout=_PATIENCE).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False

"""Sees to what pip cannot install: `system_packages.py GROUP...`, each of venv, run and test.

Looks first, says what is missing and what it will run, installs only that, then looks again.
Only the standard library: it runs before anything is installed.
"""

import ctypes
import ctypes.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

Command = tuple[str, ...]


@dataclass(frozen=True)
class Need:
    name: str
    why: str
    is_there: Callable[[], bool]
    packages: Mapping[str, Command]  # package manager -> its packages; a manager may have none
    vital: bool = False  # without it nothing works; without the others something is slower or untested
    by_hand: str = "install it with your system's package manager"


@dataclass(frozen=True)
class Manager:
    install: Command
    update: Command = ()
    needs_root: bool = True


APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120")
MANAGERS = {
    "apt-get": Manager((*APT, "install", "-y", "--no-install-recommends"), update=(*APT, "update", "-q")),
    "dnf": Manager(("dnf", "install", "-y", "--setopt=install_weak_deps=False")),
    "brew": Manager(("brew", "install"), needs_root=False),
}


def loads(library: str, version: int = 0) -> bool:
    """As WeasyPrint finds it: by the file's full name, else where the system says it is."""
    by_name = (f"lib{library}.so.{version}", f"lib{library}.{version}.dylib")
    return any(map(_opens, by_name)) or _opens(ctypes.util.find_library(library))


def _opens(name: str | None) -> bool:
    try:
        return name is not None and bool(ctypes.CDLL(name))
    except OSError:
        return False


def has_pango() -> bool:
    others = all(loads(library) for library in ("gobject-2.0", "pango-1.0", "harfbuzz", "pangoft2-1.0"))
    return others and loads("fontconfig", 1)


def has_programs(*names: str) -> bool:
    return all(shutil.which(name) for name in names)


GROUPS = {
    "venv": (
        Need(
            "Python's ensurepip",
            "an environment of its own is made with it",
            lambda: find_spec("ensurepip") is not None,
            {"apt-get": (f"python3.{sys.version_info.minor}-venv",)},
            vital=True,
            by_hand="install the package with Python's venv and ensurepip modules (python3-venv, say)",
        ),
    ),
    "run": (
        Need(
            "Pango",
            "WeasyPrint sets the PDF's text with it",
            has_pango,
            {"apt-get": ("libpango-1.0-0", "libpangoft2-1.0-0"), "dnf": ("pango",), "brew": ("pango",)},
            vital=True,
            by_hand="install Pango 1.44 or newer, mostly the package pango; on macOS, if it is there but not "
            'found: export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"',
        ),
        Need(
            "libharfbuzz-subset",
            "without it each PDF takes 1 to 3 seconds longer",
            lambda: loads("harfbuzz-subset"),
            {"apt-get": ("libharfbuzz-subset0",), "dnf": ("harfbuzz",), "brew": ("harfbuzz",)},
        ),
    ),
    "test": (
        Need(
            "pdftotext and pdftoppm",
            "tests read the finished PDF with them",
            lambda: has_programs("pdftotext", "pdftoppm"),
            {"apt-get": ("poppler-utils",), "dnf": ("poppler-utils",), "brew": ("poppler",)},
            by_hand="install Poppler's command-line tools",
        ),
        Need(
            "Chromium",
            "tests look at the HTML with it",
            lambda: has_programs("chromium"),
            {"apt-get": ("chromium",), "dnf": ("chromium",)},
            by_hand="install Chromium so that `chromium` is on PATH",
        ),
    ),
}


def commands(missing: Sequence[Need], manager: str, *, root: bool) -> list[Command]:
    """One install a need, so that a package that a system does not know cannot keep the others away."""
    known = MANAGERS[manager]
    installs = [(*known.install, *need.packages[manager]) for need in missing if manager in need.packages]
    updates = [known.update] if installs and known.update else []
    before = ("sudo",) if known.needs_root and not root else ()
    return [(*before, *command) for command in updates + installs]


def missing_of(groups: Sequence[str]) -> list[Need]:
    return [need for group in groups for need in GROUPS[group] if not need.is_there()]


def manager_here() -> str | None:
    return next((name for name in MANAGERS if shutil.which(name)), None)


def plan(missing: Sequence[Need], manager: str | None) -> list[Command]:
    """What to run here: nothing, if there is no package manager that is known, or no way to be root."""
    found = commands(missing, manager, root=os.geteuid() == 0) if manager else []
    return found if all(shutil.which(command[0]) for command in found) else []


def way_by_hand(need: Need, manager: str | None) -> str:
    packages = need.packages.get(manager or "", ())
    return f"{manager} install {shlex.join(packages)}; or {need.by_hand}" if packages else need.by_hand


def report(still_missing: Sequence[Need], manager: str | None) -> int:
    for need in still_missing:
        print(f"Still missing: {need.name} ({need.why}).", file=sys.stderr)
        print(f"  By hand: {way_by_hand(need, manager)}", file=sys.stderr)
    return int(any(need.vital for need in still_missing))


def main(groups: Sequence[str]) -> int:
    missing, manager = missing_of(groups), manager_here()
    for need in missing:
        print(f"Missing: {need.name} ({need.why})", flush=True)
    for command in plan(missing, manager):
        print(f"Running: {shlex.join(command)}", flush=True)
        subprocess.run(command, check=False)  # whether it worked, the second look tells
    return report(missing_of(groups), manager) if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

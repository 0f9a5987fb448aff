"""`resume doctor`."""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from resume_tailor.commands.terminal import EXIT_PROBLEMS
from resume_tailor.problems import Place, ProblemsError

_OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: how it stands (`ok`, `slow`, `missing`), what was seen, and how to mend it."""

    state: str
    what: str
    fix: str = ""


@click.command()
def doctor() -> None:
    """Check this machine and workspace for everything a build needs, and say how to mend what is not right."""
    checks = [*_python(), *_pdf(), *_fonts(), *_workspace()]
    for check in checks:
        click.echo(f"{check.state:8} {check.what}")
        if check.fix:
            click.echo(f"{'':8} -> {check.fix}")
    if any(check.state == "missing" for check in checks):
        sys.exit(EXIT_PROBLEMS)


def _python() -> Iterator[Check]:
    seen = f"Python {sys.version.split()[0]}"
    old = sys.version_info < _OLDEST_PYTHON
    yield Check("missing", seen, "install Python 3.11 or newer") if old else Check("ok", seen)


def _pdf() -> Iterator[Check]:
    """Look at WeasyPrint's libraries."""
    from resume_tailor import pdf

    try:
        found = pdf.libraries()
    except pdf.PdfUnavailable as error:
        yield Check("missing", "Pango, for PDF", str(error))
        return
    for name, seen in found.items():
        slow = seen == "missing"
        fix = f"install {name} (Debian: libharfbuzz-subset0); without it each PDF takes 1 to 3 s more" if slow else ""
        yield Check("slow" if slow else "ok", f"{name} {seen}", fix)


def _fonts() -> Iterator[Check]:
    from resume_tailor import fonts

    for face in fonts.FACES:
        try:
            yield Check("ok", f"font {face.file} ({len(face.data) // 1000:,} KB)")
        except OSError:
            yield Check("missing", f"font {face.file}", "install resume-tailor again")


def _workspace() -> Iterator[Check]:
    """Look at the workspace of the current folder, if there is one: its output folder and its templates."""
    from resume_tailor import workspace

    try:
        found = workspace.Workspace(workspace.find(Path.cwd()))
    except ProblemsError as error:
        yield Check("none", error.problems[0].message, error.problems[0].hint)
        return
    try:
        out = found.root / found.settings().out
        yield _writable(out if out.exists() else found.root)
    except ProblemsError as error:
        yield from (Check("missing", f"{p.place}: {p.message}", p.hint) for p in error.problems)
    for name in found.templates():
        try:
            found.template(name, Place("templates"))
            yield Check("ok", f"template {name}")
        except ProblemsError as error:
            yield from (Check("missing", f"template {name}: {p.message}", p.hint) for p in error.problems)


def _writable(folder: Path) -> Check:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Check("ok", f"{folder} can be written")
    except OSError as error:
        return Check("missing", f"{folder} cannot be written: {error.strerror}", "change its permissions, or use --out")

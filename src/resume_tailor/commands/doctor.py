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
    """One thing looked at: how it stands (`ok`, `slow`, `poor`, `missing`), what was seen, and how to mend it."""

    state: str
    what: str
    fix: str = ""


@click.command()
def doctor() -> None:
    """Check this machine and workspace for everything a build needs, and say how to mend what is not right."""
    checks = [*_python(), *_terminal(), *_pdf(), *_postings(), *_fonts(), *_temporary(), *_workspace()]
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


_SAMPLE = "한글 → · –"


def _terminal() -> Iterator[Check]:
    """Look whether Korean can be printed; what cannot is shown as `?`, and a build goes on."""
    encoding = sys.stdout.encoding or "ascii"
    try:
        _SAMPLE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        fix = "set PYTHONUTF8=1, and the terminal to UTF-8; files are right all the same"
        yield Check("poor", f"the terminal's encoding is {encoding}: Korean shows as ?", fix)
    else:
        yield Check("ok", f"the terminal's encoding is {encoding}")


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
    yield Check("ok", "no browser is needed, for PDFs neither")


def _postings() -> Iterator[Check]:
    """Look at what reads a PDF: a posting, and each finished page."""
    try:
        import pypdfium2
    except (ImportError, OSError) as error:
        yield Check("missing", f"pypdfium2, which reads PDFs: {error}", "install resume-tailor again")
    else:
        yield Check("ok", f"pypdfium2 {pypdfium2.PYPDFIUM_INFO.tag}: postings may be PDFs")


def _fonts() -> Iterator[Check]:
    from resume_tailor import fonts

    for face in fonts.FACES:
        try:
            yield Check("ok", f"font {face.file} ({len(face.data) // 1000:,} KB)")
        except OSError:
            yield Check("missing", f"font {face.file}", "install resume-tailor again")


def _workspace() -> Iterator[Check]:
    """Look at the workspace of the current folder, if there is one: its output folder and its templates."""
    from resume_tailor import records, workspace
    from resume_tailor.document import CONTRACT

    try:
        found = workspace.Workspace(workspace.find(Path.cwd()))
    except ProblemsError as error:
        yield Check("none", error.problems[0].message, error.problems[0].hint)
        return
    try:
        yield _writable(found.root / found.settings().out, "the output folder", "use --out")
        yield _writable(found.root / records.FOLDER, "what builds remember", "build with --no-cache")
    except ProblemsError as error:
        yield from (Check("missing", f"{p.place}: {p.message}", p.hint) for p in error.problems)
    for name in found.templates():
        try:
            found.template(name, Place("templates"))
            yield Check("ok", f"template {name} (contract {CONTRACT})")
        except ProblemsError as error:
            yield from (Check("missing", f"template {name}: {p.message}", p.hint) for p in error.problems)


def _temporary() -> Iterator[Check]:
    try:
        folder = Path(tempfile.gettempdir())
    except OSError as error:
        yield Check("missing", f"no folder for temporary files: {error.strerror}", "set TMPDIR to one")
    else:
        yield _writable(folder, "for temporary files", "set TMPDIR to another folder")


def _writable(folder: Path, what: str, else_: str) -> Check:
    """Try to write in a folder, or in the nearest above it that is there: where it would be made."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Check("ok", f"{folder} can be written ({what})")
    except OSError as error:
        why = error.strerror or type(error).__name__
        return Check("missing", f"{folder} cannot be written: {why} ({what})", f"change its permissions, or {else_}")

"""What all commands share: opening the workspace, and showing problems."""

import datetime as dt
import errno
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from unicodedata import normalize

import click

from resume_tailor.problems import Place, Problem, ProblemsError, Severity, ordered, render

if TYPE_CHECKING:
    from resume_tailor.pipeline import Base
    from resume_tailor.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")

EXIT_PROBLEMS = 1


def shows_problems(command: Callable[P, R]) -> Callable[P, R]:
    """Turn problems that stop a command into their text on stderr and exit 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ProblemsError as error:
            show(error.problems)
        except OSError as error:  # a full disk, a file where a folder should be: no bug of ours
            if error.filename is None:
                raise
            show([_told(error)])
        sys.exit(EXIT_PROBLEMS)

    return run


_WHAT_TO_DO = {
    errno.ENOSPC: "make room on this disk; what lay there is as it was",
    errno.EDQUOT: "make room on this disk; what lay there is as it was",
    errno.EFBIG: "a limit on this machine forbids files of this size (ulimit -f)",
    errno.EACCES: "close it where it is open in another program; else see who may write there",
    errno.EPERM: "close it where it is open in another program; else see who may write there",
    errno.EROFS: "this disk can only be read: write elsewhere with --out",
    errno.EISDIR: "a file of this name is to be written here: move the folder away",
    errno.ENOTDIR: "a part of this path is a file and no folder: move it away, or write elsewhere with --out",
    errno.ENAMETOOLONG: "shorten the file-name pattern in resume.toml: a name may have 255 bytes, a Hangul letter is 3",
}


def _told(error: OSError) -> Problem:
    """Return what the system says of a file, as a problem."""
    hint = _WHAT_TO_DO.get(error.errno or 0, "")
    return Problem("file", error.strerror or "cannot be read or written", Place(str(error.filename)), hint=hint)


def open_workspace() -> "Workspace":
    """Return the workspace of the current folder; its sources serve `show` from now on."""
    from resume_tailor import workspace

    found = workspace.Workspace(workspace.find(Path.cwd()))
    click.get_current_context().ensure_object(dict)["sources"] = found.sources
    return found


def loaded_base(*, needed: bool) -> tuple["Workspace | None", "Base"]:
    """Return the workspace and its base; where it is not `needed`, only the settings and lint files there may be."""
    from resume_tailor import pipeline
    from resume_tailor.ownlint import own_lint

    try:
        workspace = open_workspace()
    except ProblemsError:
        if needed:
            raise
        own, problems = own_lint(None)
        return None, pipeline.Base(None, tuple(problems), whole=False, own=own)
    own, problems = own_lint(workspace)
    if not needed:
        return workspace, pipeline.Base(None, tuple(problems), whole=False, settings=workspace.settings(), own=own)
    base = pipeline.load_base(workspace.base(), workspace.settings(), own)
    return workspace, replace(base, problems=(*base.problems, *problems))


def show(problems: Iterable[Problem]) -> None:
    """Print problems to stderr, in order, with their source lines and their count."""
    found = ordered(problems)
    sources: dict[str, str] = (click.get_current_context().obj or {}).get("sources", {})
    for problem in found:
        click.echo(render(problem, sources), err=True)
    counts = [(sum(p.severity is kind for p in found), kind) for kind in (Severity.ERROR, Severity.WARNING)]
    if found:
        click.echo(", ".join(f"{n} {kind}{'s' * (n != 1)}" for n, kind in counts if n), err=True)


def composed(value: str) -> str:
    """Return a company's id as ids are kept: a shell on macOS completes file names in parts."""
    return normalize("NFC", value)


def company_ids(_context: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Complete company ids in a shell."""
    from resume_tailor import workspace

    try:
        ids = workspace.Workspace(workspace.find(Path.cwd())).companies()
    except (ProblemsError, OSError):
        return []
    return [name for name in ids if name.startswith(incomplete)]


def today() -> dt.date:
    """Return this day, or the one that SOURCE_DATE_EPOCH names, as reproducible builds expect."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if epoch:
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH={epoch} is no number of seconds that makes a day") from None
    return dt.datetime.now().astimezone().date()

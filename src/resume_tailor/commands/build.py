"""`resume build`."""

import datetime as dt
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resume_tailor.commands.buildrun import Asked, Run, compare, settings_of, told_all
from resume_tailor.commands.terminal import (
    EXIT_PROBLEMS,
    company_ids,
    open_workspace,
    show,
    shows_problems,
    today,
)
from resume_tailor.problems import has_errors

if TYPE_CHECKING:
    from resume_tailor.press import Press

_FORMATS = ("pdf", "html")


def _formats(_context: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
    """Read `pdf,html`."""
    wanted = tuple(dict.fromkeys(part.strip() for part in value.lower().split(",") if part.strip()))
    unknown = [part for part in wanted if part not in _FORMATS]
    if unknown or not wanted:
        raise click.BadParameter(f"'{value}': write pdf, html or pdf,html")
    return wanted


@click.command()
@click.option(
    "--company", "-c", multiple=True, metavar="ID", shell_complete=company_ids, help="For whom; may be repeated."
)
@click.option("--all", "everyone", is_flag=True, help="For every company of the workspace.")
@click.option(
    "--format", "formats", default="pdf,html", show_default=True, callback=_formats, help="pdf, html or both."
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Output folder [default: dist].")
@click.option("--lang", type=click.Choice(["ko", "en"]), help="Language of the page [default: the profile's].")
@click.option("--set", "values", multiple=True, metavar="KEY=VALUE", help="A value for this once, e.g. limits.pages=1.")
@click.option("--strict", is_flag=True, help="Fail on warnings too, and write nothing then.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day the resume is made [default: today].")
@click.option("--jobs", "-j", type=click.IntRange(0, 64), default=0, help="Processes at once [default: by cores].")
@click.option("--no-cache", is_flag=True, help="Make everything anew, whether it changed or not.")
@shows_problems
def build(
    *,
    company: tuple[str, ...],
    everyone: bool,
    formats: tuple[str, ...],
    out: Path | None,
    lang: str | None,
    values: tuple[str, ...],
    strict: bool,
    day: dt.datetime | None,
    jobs: int,
    no_cache: bool,
) -> None:
    """Build resumes into dist/: tailored ones, or the base itself when no company is named.

    What has an error is not written at all: the old files stay, or none come. What has not changed since it was built
    is left as it lies there.
    """
    if company and everyone:
        raise click.UsageError("--company and --all exclude each other")
    if values and not (company or everyone):
        raise click.UsageError("--set changes a profile: name one with --company, or say --all")
    asked = Asked(formats, lang or "", values, strict, day.date() if day else today())
    several = jobs != 1 and "pdf" in formats
    with _press(several and not everyone and len(company) <= 1) as press:
        run = _run(company, everyone, asked, out, remembers=not no_cache)
        if recalled := run.all_recalled():
            built = told_all(recalled)
        elif press:
            built = run.build(jobs, press)
        else:
            with _press(several and run.one_changed()) as late:
                built = run.build(jobs, late)
    run.problems += compare(built)
    if recalled:
        from resume_tailor.memo import sources

        run.workspace.sources |= dict(sources(run.workspace, run.problems))
    show(run.problems)
    if has_errors(run.problems) or len(built) < max(len(run.names), 1):
        sys.exit(EXIT_PROBLEMS)


def _press(wanted: bool) -> "AbstractContextManager[Press | None]":  # noqa: FBT001
    """Return a process that sets pages, where one is wanted and can be had."""
    if not wanted:
        return nullcontext()
    from resume_tailor.press import at_work

    return at_work()


def _run(company: tuple[str, ...], everyone: bool, asked: Asked, out: Path | None, *, remembers: bool) -> Run:  # noqa: FBT001
    """Open the workspace, and return the run with what earlier ones left."""
    workspace = open_workspace()
    names = workspace.companies() if everyone else list(dict.fromkeys(company))
    if everyone and not names:
        raise click.UsageError("--all: there is no profile in companies/")
    wishes, problems = settings_of(workspace)
    home = out or (workspace.root / wishes.out if problems else workspace.output(None))
    run = Run(workspace, names, asked, home, wishes, problems, everyone)
    if names and remembers:
        from resume_tailor.memo import Memo

        run.memo = Memo(workspace, run.out, asked.words())
    return run

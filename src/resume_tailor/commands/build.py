"""`resume build`."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resume_tailor.commands.terminal import EXIT_PROBLEMS, company_ids, open_workspace, show, shows_problems, today
from resume_tailor.problems import Problem, ProblemsError, has_errors

if TYPE_CHECKING:
    from resume_tailor.build import Built, Order
    from resume_tailor.model import Profile, Resume
    from resume_tailor.pipeline import Base
    from resume_tailor.workspace import Workspace

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
@click.option("--strict", is_flag=True, help="Fail on warnings too, and write nothing then.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day the resume is made [default: today].")
@shows_problems
def build(
    *,
    company: tuple[str, ...],
    everyone: bool,
    formats: tuple[str, ...],
    out: Path | None,
    lang: str | None,
    strict: bool,
    day: dt.datetime | None,
) -> None:
    """Build resumes into dist/: tailored ones, or the base itself when no company is named.

    What has an error is not written at all: the old files stay, or none come.
    """
    from resume_tailor import pipeline
    from resume_tailor.build import Order

    if company and everyone:
        raise click.UsageError("--company and --all exclude each other")
    workspace = open_workspace()
    names = workspace.companies() if everyone else list(dict.fromkeys(company))
    if everyone and not names:
        raise click.UsageError("--all: there is no profile in companies/")
    base = pipeline.load_base(workspace.base())
    folder = out or workspace.root / workspace.settings().out
    problems = list(base.problems)
    orders = [
        Order(profile, files, formats, folder, day.date() if day else today(), lang or "", strict=strict)
        for profile, files in _profiles(workspace, names, base, problems)
    ]
    blocked = has_errors(problems if strict or not everyone else base.problems) or (strict and problems)
    if base.resume is None or blocked:
        raise ProblemsError(*problems)
    _build_all(workspace, base.resume, orders, problems)
    show(problems)
    if has_errors(problems):
        sys.exit(EXIT_PROBLEMS)


def _profiles(
    workspace: "Workspace", names: Iterable[str], base: "Base", problems: list[Problem]
) -> Iterator[tuple["Profile", tuple[str, ...]]]:
    """Yield the profiles that can be read, with their files; note what is wrong with the others."""
    from resume_tailor import pipeline

    if not names:
        yield pipeline.no_profile(), ()
    for name in names:
        try:
            layers = workspace.profile(name)
            yield pipeline.load_profile(name, layers, base), tuple(layer.path for layer in layers)
        except ProblemsError as error:
            problems += error.problems


def _build_all(workspace: "Workspace", resume: "Resume", orders: list["Order"], problems: list[Problem]) -> None:
    """Build one after the other, saying each as it is done; one that fails does not stop the others."""
    from resume_tailor.build import build as build_one

    for number, order in enumerate(orders, 1):
        counter = f"[{number}/{len(orders)}] " if len(orders) > 1 else ""
        try:
            built = build_one(workspace, resume, order)
        except ProblemsError as error:
            problems += error.problems
            click.echo(f"{counter}{order.profile.id}: not built")
            continue
        problems += built.problems
        for line in _report(built):
            click.echo(f"{counter}{line}")
            counter = " " * len(counter)


def _report(built: "Built") -> Iterator[str]:
    """Yield what was written: `dist/socar/이력서_한지원_쏘카.pdf  2 pages`, then counts and notes."""
    here = Path.cwd()
    for name, pages in built.pages.items():
        path = built.folder / name
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        yield f"{shown}  {pages} page{'s' * (pages != 1)}" if pages else f"{shown}"
    yield f"  {built.kept} items kept, {built.dropped} dropped"
    yield from (f"  {note}" for note in built.notes)

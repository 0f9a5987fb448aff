"""`resume build`."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resume_tailor.commands.terminal import (
    EXIT_PROBLEMS,
    company_ids,
    open_workspace,
    show,
    shows_problems,
    today,
)
from resume_tailor.problems import Problem, ProblemsError, has_errors

if TYPE_CHECKING:
    from resume_tailor.build import Built, Order
    from resume_tailor.model import Profile
    from resume_tailor.pipeline import Base
    from resume_tailor.select import Selection
    from resume_tailor.settings import Settings
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
@click.option("--set", "values", multiple=True, metavar="KEY=VALUE", help="A value for this once, e.g. limits.pages=1.")
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
    values: tuple[str, ...],
    strict: bool,
    day: dt.datetime | None,
) -> None:
    """Build resumes into dist/: tailored ones, or the base itself when no company is named.

    What has an error is not written at all: the old files stay, or none come.
    """
    from resume_tailor import pipeline, review
    from resume_tailor.build import Order
    from resume_tailor.ownlint import own_lint

    if company and everyone:
        raise click.UsageError("--company and --all exclude each other")
    if values and not (company or everyone):
        raise click.UsageError("--set changes a profile: name one with --company, or say --all")
    workspace = open_workspace()
    names = workspace.companies() if everyone else list(dict.fromkeys(company))
    if everyone and not names:
        raise click.UsageError("--all: there is no profile in companies/")
    wishes, problems = _settings(workspace)
    folder = out or workspace.root / wishes.out
    own, odd = own_lint(workspace)
    base = pipeline.load_base(workspace.base(), wishes, own)
    problems += [*base.problems, *odd]
    hopeless = base.resume is None or has_errors(problems)
    orders = [
        Order(profile, files, formats, folder, day.date() if day else today(), lang or "", strict=strict)
        for profile, files in _profiles(workspace, names, values, base, problems)
    ]
    known = review.profiles(workspace, base)
    orders = [
        replace(order, others=tuple(other for other in known if other.id != order.profile.id)) for order in orders
    ]
    if base.resume is None or hopeless or (problems and strict) or (has_errors(problems) and not everyone):
        raise ProblemsError(*problems)
    built = _build_all(workspace, base, orders, problems)
    for name in [name for name in names if name not in {order.profile.id for order in orders}]:
        click.echo(f"{name}: not built")
    problems += _compare(built)
    show(problems)
    if has_errors(problems) or len(built) < len(orders):
        sys.exit(EXIT_PROBLEMS)


def _settings(workspace: "Workspace") -> tuple["Settings", list[Problem]]:
    """Return the settings, and what is wrong with them: that is told with all other mistakes."""
    from resume_tailor.settings import Settings

    try:
        return workspace.settings(), []
    except ProblemsError as error:
        return Settings(), list(error.problems)


def _profiles(
    workspace: "Workspace", names: Iterable[str], values: Iterable[str], base: "Base", problems: list[Problem]
) -> Iterator[tuple["Profile", tuple[str, ...]]]:
    """Yield the profiles that can be read, with their files; note what is wrong with the others."""
    from resume_tailor import overrides, pipeline
    from resume_tailor.sheet import template_problems

    if not names:
        yield pipeline.no_profile(), ()
    for name in names:
        try:
            layers = [*workspace.profile(name), *(overrides.setting(value) for value in values)]
        except ProblemsError as error:
            problems += error.problems
            continue
        profile, found = pipeline.try_profile(name, layers, base)
        found += template_problems(workspace, profile) if profile else []
        problems += found
        if profile and not has_errors(found):
            yield profile, tuple(layer.path for layer in layers)


def _build_all(
    workspace: "Workspace", base: "Base", orders: list["Order"], problems: list[Problem]
) -> dict[str, "Selection"]:
    """Build one after the other, saying each as it is done; one that fails stops no other. Return what was selected."""
    from resume_tailor.build import build as build_one

    done: dict[str, Selection] = {}
    for number, order in enumerate(orders, 1):
        counter = f"[{number}/{len(orders)}] " if len(orders) > 1 else ""
        try:
            built = build_one(workspace, base, order)
        except ProblemsError as error:
            problems += error.problems
            click.echo(f"{counter}{order.profile.id}: not built")
            continue
        problems += built.problems
        done[built.id] = built.selection
        for line in _report(built):
            click.echo(f"{counter}{line}")
            counter = " " * len(counter)
    return done


def _compare(built: dict[str, "Selection"]) -> list[Problem]:
    """Print how alike the resumes are, and return a warning for those that are in effect the same."""
    if len(built) > 1:
        from resume_tailor.commands.tables import matrix_lines
        from resume_tailor.compare import matrix, same_as_other

        click.echo("\n".join(["", *matrix_lines(list(built), matrix(built))]))
        return same_as_other(built)
    return []


def _report(built: "Built") -> Iterator[str]:
    """Yield what was written: `dist/socar/이력서_한지원_쏘카.pdf  2 pages`, then counts and notes."""
    from resume_tailor.pipeline import BASE_ID

    here = Path.cwd()
    for name, pages in built.pages.items():
        path = built.folder / name
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        yield f"{shown}  {pages} page{'s' * (pages != 1)}" if pages else f"{shown}"
    kept = sum(decision.kept for decision in built.selection.decisions)
    yield f"  {kept} items kept, {len(built.selection.decisions) - kept} dropped"
    yield from (f"  {note}" for note in built.notes)
    if built.lint:
        whose = "" if built.id == BASE_ID else f" --company {built.id}"
        yield f"  lint finds {built.lint} error{'s' * (built.lint != 1)}; see them: resume lint{whose}"

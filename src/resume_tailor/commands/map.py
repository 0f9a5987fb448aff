"""`resume map`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resume_tailor.commands import papers
from resume_tailor.commands.terminal import show, shows_problems
from resume_tailor.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from resume_tailor.interview.mapsheet import DrawnMap
    from resume_tailor.sheet import Layouts

_STEMS = {"ko": "사업지도_{name}_{company}", "en": "Map_{name}_{company}"}


@click.command("map")
@papers.options
@shows_problems
def business_map(
    *, company: str, formats: tuple[str, ...], out: Path | None, lang: str | None, day: dt.datetime | None
) -> None:
    """Draw a company's business: its journey, the data problems in it, and your own work on each.

    One landscape page to lay on an interview table. The journey is the profile's `business:`; work comes from the whole
    base, and a problem that it has nothing for is shown open.
    """
    from resume_tailor import outputs, settings

    paper = papers.opened(company, lang, out, day)
    drawn, layouts, problems = drawn_map(paper)
    name = settings.file_stem(_STEMS[paper.lang], {"name": drawn.plan.person, "company": drawn.plan.company})
    made = outputs.Making(drawn.html, name, formats, layouts.of).finish()
    for line in papers.write(paper, "map", made):
        click.echo(line)
    answered, still_open = drawn.plan.answered, drawn.plan.open
    click.echo(f"  {answered} problem{'s' * (answered != 1)} answered, {still_open} open")
    show([*problems, *made.problems])


map = business_map  # noqa: A001 - the name by which cli.py finds it


def drawn_map(paper: papers.Paper) -> tuple["DrawnMap", "Layouts", list[Problem]]:
    """Return a company's map on its one page, the layouts made for it, and what to warn of."""
    from resume_tailor.interview.map import business_map, check_journey, untranslated
    from resume_tailor.interview.mapsheet import STYLE_PATH, fitted, too_long

    problems = check_journey(paper.profile, paper.file)
    kept = frozenset(paper.selection.kept_ids())
    plan = business_map(paper.resume, paper.profile, kept, lang=paper.lang, today=paper.today)
    layouts = paper.layouts(STYLE_PATH)
    drawn = fitted(plan, papers.measure(layouts))
    problems += untranslated(paper.resume, paper.profile, drawn.plan)
    if not drawn.fits:
        raise ProblemsError(too_long(paper.profile, drawn, layouts.extent), *problems)
    return drawn, layouts, problems

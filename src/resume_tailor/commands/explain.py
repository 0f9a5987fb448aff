"""`resume explain`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from resume_tailor.commands.terminal import company_ids, open_workspace, shows_problems
from resume_tailor.problems import ProblemsError, has_errors

if TYPE_CHECKING:
    from resume_tailor.select import Decision


@click.command()
@click.option("--company", "-c", metavar="ID", shell_complete=company_ids, help="For whom [default: the base itself].")
@shows_problems
def explain(company: str | None) -> None:
    """Say of every item of the base whether it is on the page, and why."""
    from resume_tailor import pipeline
    from resume_tailor.select import select

    workspace = open_workspace()
    base = pipeline.load_base(workspace.base())
    if base.resume is None or has_errors(base.problems):
        raise ProblemsError(*base.problems)
    profile = pipeline.load_profile(company, workspace.profile(company), base) if company else pipeline.no_profile()
    for line in _lines(select(base.resume, profile).decisions):
        click.echo(line)


def _lines(decisions: tuple["Decision", ...]) -> Iterator[str]:
    """Yield a line an item: `parking  DROPPED  limits.projects=3 (rank 4 of 9 …)  companies/socar.yaml:14`."""
    section = ""
    for decision in decisions:
        if decision.section != section:
            section = decision.section
            yield f"{section}"
        indent = "  " if decision.kind == "entry" else "    "
        verdict = "kept   " if decision.kept else "DROPPED"
        wording = f", wording '{decision.wording}'" if decision.wording else ""
        place = f"  {decision.place.path}:{decision.place.line}" if decision.place else ""
        yield f"{indent}{decision.id}  {verdict}  {decision.reason}{wording}{place}"

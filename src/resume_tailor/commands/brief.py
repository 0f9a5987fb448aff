"""`resume brief`."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resume_tailor.commands import papers
from resume_tailor.commands.map import drawn_map
from resume_tailor.commands.match import posting_of, words_of
from resume_tailor.commands.terminal import show, shows_problems
from resume_tailor.problems import Problem, ProblemsError, Severity

if TYPE_CHECKING:
    from resume_tailor.interview.brief import Brief
    from resume_tailor.interview.briefsheet import DrawnBrief
    from resume_tailor.interview.gathering import Sources, Told
    from resume_tailor.interview.mapsheet import Size
    from resume_tailor.matching import Matches
    from resume_tailor.postingfiles import PostingText
    from resume_tailor.sheet import Layouts

_STEMS = {"ko": "면접_{name}_{company}", "en": "Brief_{name}_{company}"}


@click.command()
@papers.options
@shows_problems
def brief(
    *, company: str, formats: tuple[str, ...], out: Path | None, lang: str | None, day: dt.datetime | None
) -> None:
    """Make two pages to read before an interview: the map, then the match and likely questions with your answers.

    Without a `business:` to draw a map of, the first page holds the posting's duties in its own words and an empty
    journey: what one would want on the way there is to know the job, and to draw the business by hand. Questions are
    those of the role; each is told by the project of your base that answers it best, or is shown open.
    """
    from resume_tailor import outputs, settings

    paper = papers.opened(company, lang, out, day)
    drawn, layouts, problems = _drawn(paper)
    name = settings.file_stem(_STEMS[paper.lang], {"name": drawn.brief.person, "company": drawn.brief.company})
    made = outputs.Making(drawn.html, name, formats, layouts.of).finish()
    for line in papers.write(paper, "brief", made):
        click.echo(line)
    for line in _told(drawn.brief):
        click.echo(f"  {line}")
    show([*problems, *made.problems])


def _told(drawn: "Brief") -> Iterator[str]:
    """Yield what is on the page and what there was no room for."""
    count = len(drawn.questions)
    yield f"{count} question{'s' * (count != 1)}: {drawn.answered} answered, {drawn.open} open"
    if drawn.left:
        yield drawn.left


def _drawn(paper: papers.Paper) -> tuple["DrawnBrief", "Layouts", list[Problem]]:
    """Return a company's brief on its two pages, the layouts made for it, and what to warn of."""
    from resume_tailor.interview.briefsheet import STYLE_PATH, fitted, too_long
    from resume_tailor.interview.gathering import brief, untranslated

    posting = posting_of(paper.workspace, paper.profile)
    sources, size, problems = _first_page(paper, _sources(paper, posting))
    layouts = paper.layouts(STYLE_PATH)
    whole = brief(sources, lang=paper.lang, today=paper.today)
    drawn = fitted(whole, size, papers.measure(layouts))
    problems = list(dict.fromkeys([*problems, *untranslated(sources, drawn.brief)]))
    if not drawn.fits:
        raise ProblemsError(too_long(drawn, paper.file), *problems)
    return drawn, layouts, problems


def _first_page(paper: papers.Paper, sources: "Sources") -> tuple["Sources", "Size | None", list[Problem]]:
    """Return the sources with the map, its sizes, and what to warn of: above all that there is nothing to draw."""
    from resume_tailor.interview.map import no_business

    if not paper.profile.journey:
        return sources, None, [replace(no_business(paper.profile, paper.file), severity=Severity.WARNING)]
    drawn, _, problems = drawn_map(paper)
    return replace(sources, map=drawn.plan), drawn.size, problems


def _sources(paper: papers.Paper, posting: "PostingText | None") -> "Sources":
    from resume_tailor.interview.gathering import Sources

    kept = frozenset(paper.selection.kept_ids())
    return Sources(paper.resume, paper.profile, kept, _matches(paper, posting), _posting_told(paper, posting))


def _matches(paper: papers.Paper, posting: "PostingText | None") -> "Matches | None":
    """Return what became of the posting's words and the profile's, None where there are none."""
    from resume_tailor import matching, textlayer

    words = words_of(paper.profile, posting)
    if not words:
        return None
    page = textlayer.visible_texts(paper.page.html)
    return matching.match(words, page, paper.resume, paper.profile, paper.selection, paper.lang)


def _posting_told(paper: papers.Paper, posting: "PostingText | None") -> "Told | None":
    if posting is None:
        return None
    from resume_tailor.interview.gathering import Told
    from resume_tailor.posting.reading import read_posting
    from resume_tailor.posting.role import role_of

    found = read_posting(posting.text)
    return Told(found, role_of(found), _years(paper))


def _years(paper: papers.Paper) -> float | None:
    """Return the experience that the jobs of the base make together, None where they do not say how long."""
    from resume_tailor.compose import career_months

    jobs = paper.resume.sections.get("work", ())
    months = career_months(jobs, paper.today)
    return None if jobs and not months else months / 12

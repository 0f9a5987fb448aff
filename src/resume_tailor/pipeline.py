"""The order of the stages: readings to a resume, a profile, and one page. Pure: files come in as values."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resume_tailor.base import read_base
from resume_tailor.fields import Report
from resume_tailor.lint.own import Own
from resume_tailor.model import BASE_ID, Marked, Profile, Resume, Text
from resume_tailor.problems import Place, Problem, ProblemsError, Severity, has_errors
from resume_tailor.profile import check_references, read_profile
from resume_tailor.rewording import check_rewordings
from resume_tailor.select import Selection, select
from resume_tailor.settings import Settings
from resume_tailor.yamlmarks import Reading

if TYPE_CHECKING:
    from resume_tailor.budget import Extent, Fitting
    from resume_tailor.document import Document
    from resume_tailor.template import Template


@dataclass(frozen=True, slots=True)
class Base:
    """The base as far as it could be read, and what is wrong in it; `whole` when no file had to be skipped."""

    resume: Resume | None
    problems: tuple[Problem, ...]
    whole: bool
    settings: Settings = field(default_factory=Settings)
    own: Own = field(default_factory=Own)  # the lint rules and sets that the workspace adds


@dataclass(frozen=True, slots=True)
class Page:
    """One finished page as HTML, with what led to it."""

    profile: Profile
    selection: Selection
    document: "Document"
    html: str
    fitting: "Fitting"
    problems: tuple[Problem, ...]


def load_base(readings: Sequence[Reading], settings: Settings | None = None, own: Own | None = None) -> Base:
    """Return the base that the files make together, with the workspace's settings and its own lint rules."""
    report = Report(strict=False)
    resume = read_base(readings, report)
    problems = [problem for reading in readings for problem in reading.problems] + report.problems
    if resume is None and not problems:  # `{}`
        hint = "write basics: with your name, and work: or projects:"
        problems.append(Problem("not-a-resume", "there is nothing in the base", Place(readings[0].path), hint=hint))
    whole = all(reading.node for reading in readings)
    return Base(resume, tuple(problems), whole, settings or Settings(), own or Own())


def load_profile(name: str, layers: Sequence[Reading], base: Base) -> Profile:
    """Return a profile that refers only to what the base holds, or raise `ProblemsError` with all that is wrong."""
    profile, problems = try_profile(name, layers, base)
    if profile is None or has_errors(problems):
        raise ProblemsError(*problems)
    return profile


def try_profile(name: str, layers: Sequence[Reading], base: Base) -> tuple[Profile | None, list[Problem]]:
    """Return a profile as far as it could be read, and all that is wrong with it and its references to the base."""
    report = Report(strict=True)
    report.problems += [problem for reading in layers for problem in reading.problems]
    profile = None
    if all(reading.node for reading in layers):
        profile = read_profile(name, [reading.node for reading in layers if reading.node], report)
    profile = replace(profile, composed=base.settings.tags, synonyms=base.settings.aliases) if profile else None
    if name == BASE_ID:
        message = f"'{name}' is the name of the resume that nobody tailored"
        report.error("duplicate-id", message, Place(layers[-1].path), "give the file another name")
    if profile and base.resume and base.whole:
        check_references(profile, base.resume, report)
        check_rewordings(profile, base.resume, report)
        profile = _with_flagged(profile, base.resume, base.own, report)
    return profile, report.problems


def _with_flagged(profile: Profile, resume: Resume, own: Own, report: Report) -> Profile:
    """Return the profile with the items that its `drop_flagged` drops."""
    if not profile.drop_flagged:
        return profile
    from resume_tailor.lint.checks import flagged  # the rules are only loaded where they are asked for

    found, problems = flagged(resume, profile, own)
    report.problems += problems
    return replace(profile, flagged=found)


def no_profile() -> Profile:
    """Return the profile that keeps everything, for building the base itself."""
    return Profile(BASE_ID, Text(Place(BASE_ID)))


def language(resume: Resume, wanted: Iterable[str]) -> str:
    """Return the first language that is named, else the one most of the base is written in."""
    named = next((lang for lang in wanted if lang), "")
    if named:
        return named
    texts = [text for entry in resume.entries() for text in entry.all_texts()]
    texts += [resume.basics.name, *(bullet.text for entry in resume.entries() for bullet in entry.bullets)]
    words = " ".join(text.to("ko") for text in texts)
    hangul = len(re.findall(r"[가-힣]", words))
    return "ko" if hangul * 5 > len(re.findall(r"[A-Za-z]", words)) else "en"


def draw(  # noqa: PLR0913 - each is one thing that decides a page
    resume: Resume,
    profile: Profile,
    template: "Template",
    *,
    lang: str,
    today: dt.date,
    photo: str = "",
    measure: "Callable[[str], Extent] | None" = None,
    guess: "Fitting | None" = None,
    known: "Callable[[str, str], Fitting | None] | None" = None,
) -> Page:
    """Return the page of a profile, fitted to its `limits.pages` by `measure` (a page's HTML to its length).

    `known` may have the fitting already, by the whole page and all else that it depends on; then nothing is laid out.
    Without `measure` nothing is laid out: it is drawn at once, as short as `guess` says (a fitting from before).
    Raise `ProblemsError` when the template cannot be drawn, or when even what has to stay is too long.
    """
    from resume_tailor import html  # here, so that who draws no page need not load Jinja and the rest
    from resume_tailor.budget import Fitting, fit, shortened
    from resume_tailor.compose import compose, missing_translations
    from resume_tailor.privacy import leaks
    from resume_tailor.template import option_values

    report = Report(strict=True)
    values = option_values(template, profile.options, report)
    if has_errors(report.problems):
        raise ProblemsError(*report.problems)

    def drawn(selection: Selection, space: float) -> "tuple[Document, str]":
        document = compose(resume.basics, selection, profile, lang=lang, today=today, photo=photo)
        return document, html.render(document, template, values | {"space": f"{space:g}"})

    selection, fitting = select(resume, profile), Fitting(template.normal)
    limit = profile.limits.get("pages")
    found = None
    if limit and known:
        found = known(drawn(selection, template.normal)[1], _fitting_depends(selection, limit, template))
    if limit and found:
        selection, fitting = shortened(selection, found.taken, limit), found
    elif limit and measure:
        length = lambda chosen, gap: measure(drawn(chosen, gap)[1])  # noqa: E731
        fitted = fit(selection, limit, template.normal, template.tightest, length)
        if not fitted.fits:
            raise ProblemsError(_too_long(limit, fitted.extent))
        selection, fitting = fitted.selection, fitted.fitting
    elif limit and guess:
        fitting = replace(guess, space=min(max(guess.space, template.tightest), template.normal))
        selection = shortened(selection, guess.taken, limit)
    document, page = drawn(selection, fitting.space)
    problems = [
        *missing_translations(resume.basics, selection, profile, lang),
        *leaks(resume.basics, profile.hidden, selection, page),
        *_wasted_rewordings(profile, selection),
    ]
    return Page(profile, selection, document, page, fitting, tuple(problems))


def _fitting_depends(selection: Selection, limit: Marked[int], template: "Template") -> str:
    """Return what a fitting depends on beside the whole page: what may go in which order, the limit, the drawing."""
    from resume_tailor.budget import steps

    order = [(step.id, step.shrink) for step in steps(selection)]
    drawing = (sorted(template.sources.items()), template.css, template.normal, template.tightest)
    return repr((order, limit.value, drawing))


def _wasted_rewordings(profile: Profile, selection: Selection) -> Iterator[Problem]:
    """Yield a warning for each rewording of an item that is not on the page: it would do nothing in silence."""
    for decision in selection.decisions:
        if decision.id in profile.reword and not decision.kept:
            message = f"'{decision.id}' is reworded, but it is not on the page: {decision.reason}"
            place = profile.reword[decision.id].text.place
            yield Problem("reworded-left-out", message, place, Severity.WARNING, "pin it, or delete the rewording")


def _too_long(limit: Marked[int], extent: "Extent") -> Problem:
    """Say by how much a page is too long that has nothing left to take out."""
    over = extent.length - limit.value
    message = f"what must stay takes {extent.length:.1f} pages, {over:.1f} more than limits.pages={limit.value}"
    hint = "pinned items, jobs, schools and the summary stay: unpin or shorten something, or allow more pages"
    return Problem("over-pages", message, limit.place, hint=hint)

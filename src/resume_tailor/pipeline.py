"""The order of the stages: readings to a resume, a profile, and one page. Pure: files come in as values."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resume_tailor import html
from resume_tailor.base import read_base
from resume_tailor.compose import compose, missing_translations
from resume_tailor.document import Document
from resume_tailor.fields import Report
from resume_tailor.model import Profile, Resume, Text
from resume_tailor.problems import Place, Problem, ProblemsError, has_errors
from resume_tailor.profile import check_references, read_profile
from resume_tailor.select import Selection, select
from resume_tailor.template import Template, option_values
from resume_tailor.yamlmarks import Reading

BASE_ID = "base"  # the name of the resume that nobody tailored


@dataclass(frozen=True, slots=True)
class Base:
    """The base as far as it could be read, and what is wrong in it; `whole` when no file had to be skipped."""

    resume: Resume | None
    problems: tuple[Problem, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One finished page as HTML, with what led to it."""

    profile: Profile
    selection: Selection
    document: Document
    html: str
    problems: tuple[Problem, ...]


def load_base(readings: Sequence[Reading]) -> Base:
    """Return the base that the files make together."""
    report = Report(strict=False)
    resume = read_base(readings, report)
    problems = [problem for reading in readings for problem in reading.problems] + report.problems
    return Base(resume, tuple(problems), all(reading.node for reading in readings))


def load_profile(name: str, layers: Sequence[Reading], base: Base) -> Profile:
    """Return a profile that refers only to what the base holds, or raise `ProblemsError` with all that is wrong."""
    report = Report(strict=True)
    report.problems += [problem for reading in layers for problem in reading.problems]
    profile = None
    if all(reading.node for reading in layers):
        profile = read_profile(name, [reading.node for reading in layers if reading.node], report)
    if profile and base.resume and base.whole:
        check_references(profile, base.resume, report)
    if profile is None or has_errors(report.problems):
        raise ProblemsError(*report.problems)
    return profile


def no_profile() -> Profile:
    """Return the profile that keeps everything, for building the base itself."""
    return Profile(BASE_ID, Text(Place(BASE_ID)))


def language(resume: Resume, wanted: Iterable[str]) -> str:
    """Return the first language that is named, else the one most of the base's entries are written in."""
    named = next((lang for lang in wanted if lang), "")
    if named:
        return named
    words = "".join(text.to("ko") for entry in resume.entries() for text in entry.all_texts())
    hangul = len(re.findall(r"[가-힣]", words + resume.basics.name.to("ko")))
    return "ko" if hangul * 5 > len(re.findall(r"[A-Za-z]", words)) else "en"


def draw(
    resume: Resume,
    profile: Profile,
    template: Template,
    *,
    lang: str,
    today: dt.date,
    photo: str = "",
) -> Page:
    """Return the page of a profile, or raise `ProblemsError`."""
    report = Report(strict=True)
    values = option_values(template, profile.options, report)
    if has_errors(report.problems):
        raise ProblemsError(*report.problems)
    selection = select(resume, profile)
    document = compose(resume.basics, selection, profile, lang=lang, today=today, photo=photo)
    page = html.render(document, template, values)
    return Page(profile, selection, document, page, tuple(missing_translations(selection, lang)))

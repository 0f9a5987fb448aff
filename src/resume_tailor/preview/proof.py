"""What takes long, done step by step: fitting by layouts, lint, the PDF, and pictures of its pages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

import pypdfium2

from resume_tailor import pipeline, review, textlayer
from resume_tailor.budget import Fitting
from resume_tailor.lint import checks
from resume_tailor.lint.subjects import Sent
from resume_tailor.model import Profile, Resume
from resume_tailor.preview import telling
from resume_tailor.preview.desk import Desk, Drawn, Scene, Wanted, draw
from resume_tailor.problems import Problem, ProblemsError, has_errors

_PICTURE_SCALE = 2 * 96 / 72  # of a PDF's points: twice a screen's pixels


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be proved, and whether pictures of its pages are wanted."""

    wanted: Wanted
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """The page as `build` writes it, but for its font; how it was made to fit; or the errors, and no page."""

    html: str
    fitting: Fitting
    count: int
    limit: int | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """The panel's JSON, the PDF, what is wrong with it, and the ids of the profiles that cannot be built."""

    why: bytes
    pdf: bytes
    problems: tuple[Problem, ...]
    broken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pictured:
    """The PDF's pages as PNG; width and height of the first in points."""

    pictures: tuple[bytes, ...]
    width: float
    height: float


Step: TypeAlias = Fitted | Explained | Pictured


def prove(desk: Desk, job: Job) -> Iterator[Step]:
    """Yield the steps of a job, each as soon as it is done."""
    scene = desk.look()
    drawn = draw(scene, job.wanted, None)
    try:
        yield from _prove(scene, drawn, job)
    except ProblemsError as error:  # the layout or the PDF failed
        yield Fitted("", Fitting(), 0, None, (*drawn.problems, *error.problems))


def _prove(scene: Scene, drawn: Drawn, job: Job) -> Iterator[Step]:
    sheet, resume = drawn.sheet, scene.base.resume
    if sheet is None or resume is None:
        yield Fitted("", Fitting(), 0, None, drawn.problems)
        return
    page = sheet.page
    limit = page.profile.limits.get("pages")
    layout = sheet.layouts.of(page.html)
    yield Fitted(page.html, page.fitting, layout.pages, limit.value if limit else None, drawn.problems)
    pdf = layout.write()
    problems = (*pdf.problems, *textlayer.check(pdf, page.html))
    others, broken = _others(scene, job.wanted)
    sent = review.sent(sheet, resume, others, problems)
    yield Explained(_why(scene, resume, sent), pdf.data, problems, broken)
    if job.pictures:
        yield pictured(pdf.data)


def _others(scene: Scene, wanted: Wanted) -> tuple[tuple[Profile, ...], frozenset[str]]:
    """Return the other profiles, since a page may not name another company; and the ids of those with errors."""
    found, broken = [], set()
    for company in scene.companies:
        try:
            profile, problems = pipeline.try_profile(company.id, scene.workspace.profile(company.id), scene.base)
        except ProblemsError as error:
            profile, problems = None, list(error.problems)
        if profile is None or has_errors(problems):
            broken.add(company.id)
        if profile and company.id != wanted.id:
            found.append(profile)
    return tuple(found), frozenset(broken)


def _why(scene: Scene, resume: Resume, sent: Sent) -> bytes:
    """Return what the panel shows, as JSON."""
    ignored = {mark.value for mark in scene.base.settings.lint.ignore}
    rules = [rule for rule in checks.all_rules(scene.base.own) if rule.name not in ignored]
    found, others = review.left(sent, rules, scene.base, scene.today)
    told = telling.why(resume, sent.profile, sent.selection, sent.lang)
    told["lint"] = telling.lint(found, others, scene.workspace.sources, sent.lang)
    return json.dumps(told, ensure_ascii=False).encode()


def pictured(pdf: bytes) -> Pictured:
    """Return pictures of a PDF's pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number] for number in range(len(document))]
        width, height = pages[0].get_size()
        return Pictured(tuple(_png(page) for page in pages), width, height)
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage) -> bytes:
    file = BytesIO()
    page.render(scale=_PICTURE_SCALE).to_pil().save(file, "PNG", compress_level=1)
    return file.getvalue()

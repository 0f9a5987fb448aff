"""One page with the disk and WeasyPrint behind it: its template and picture found, its length measured by layout."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from resume_tailor import pipeline, records, settings
from resume_tailor.budget import Extent, Fitting
from resume_tailor.fields import Report
from resume_tailor.model import Profile, Resume
from resume_tailor.problems import Place, Problem, ProblemsError
from resume_tailor.template import STYLE, Template, option_values
from resume_tailor.workspace import Workspace

if TYPE_CHECKING:
    from resume_tailor.pdffile import Laid
    from resume_tailor.press import Press


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, the template it is drawn with, its layouts so far, and what came up while finding its parts."""

    page: pipeline.Page
    template: Template
    layouts: "Layouts"
    problems: tuple[Problem, ...]
    fitting_key: str = ""  # what its fitting depends on, as a hash; "" where it need not be fitted, or shows files


def draw(  # noqa: PLR0913 - each is one thing that decides a page
    workspace: Workspace,
    resume: Resume,
    profile: Profile,
    *,
    lang: str,
    today: dt.date,
    guess: Fitting | None = None,
    recall: bool = True,
    press: "Press | None" = None,
) -> Sheet:
    """Draw a profile's page, fitted to its limit of pages, or raise `ProblemsError`.

    With a `guess` nothing is laid out: the page is made as short as that earlier one became. Where an earlier build
    fitted this very page, its answer is taken; not so without `recall`. A `press` lays out elsewhere.
    """
    template, folder = template_of(workspace, profile)
    shown = "" if "photo" in profile.hidden else resume.basics.image
    photo, problems = workspace.photo(shown, resume.basics.place)
    layouts = Layouts((folder, workspace.root), f"{template.path}/{STYLE}", press)
    measure = None if guess else layouts.extent
    memory = _Fittings(workspace.root, profile.id, recall=recall)
    known = None if guess else memory.known
    page = pipeline.draw(
        resume, profile, template, lang=lang, today=today, photo=photo, measure=measure, guess=guess, known=known
    )
    return Sheet(page, template, layouts, tuple(problems), memory.key)


# An address that is not in the page itself, in HTML or CSS; a link to follow is none.
_ADDRESS = re.compile(r"""(?:\bsrc\s*=\s*["']?|url\(\s*["']?|@import\s+["']?|<link\b)(?!\s*data:)""", re.IGNORECASE)


def is_closed(html: str) -> bool:
    """Tell whether a page is made of nothing but itself and our fonts: it shows no file."""
    return not _ADDRESS.search(html)


class _Fittings:
    """What is known of how one company's page was fitted."""

    def __init__(self, root: Path, company: str, *, recall: bool) -> None:
        self.root = root
        self.company = company
        self.recall = recall
        self.key = ""

    def known(self, page: str, depends: str) -> Fitting | None:
        """Return the fitting of an earlier build of this page that depended on the same, and on the same tool."""
        if not is_closed(page):
            return None
        self.key = records.sha(repr((records.tool(), page, depends)).encode("utf-8", "surrogatepass"))
        found = records.read(records.path_of(self.root, self.company)) if self.recall else {}
        return _fitting(found.get("fitting"), self.key) if records.stand(found.get("libraries", {})) else None


def _fitting(told: object, key: str) -> Fitting | None:
    """Return a fitting that a record tells, None where it is another's or is none."""
    if not isinstance(told, dict) or told.get("key") != key:
        return None
    space, taken = told.get("space"), told.get("taken")
    if not isinstance(space, int | float) or not isinstance(taken, list):
        return None
    return Fitting(float(space), frozenset(map(str, taken)))


class Layouts:
    """The PDF layouts of one build: the one that fitting accepted is the one that is written.

    `roots` are the folders whose files a page may show, the template's first; `style` is the style sheet's path. With a
    `press` they are made in its process, while this one goes on.
    """

    def __init__(self, roots: tuple[Path, ...], style: str, press: "Press | None" = None) -> None:
        self.roots = roots
        self.style = style
        self._press = press
        self._made: dict[str, Laid] = {}

    def of(self, html: str) -> "Laid":
        """Return the layout of a page, made once."""
        if html not in self._made:
            here = partial(self._here, html)
            self._made[html] = self._press.layout(html, self.roots, self.style, here) if self._press else here()
        return self._made[html]

    def _here(self, html: str) -> "Laid":
        from resume_tailor import pdf  # WeasyPrint is only loaded where a PDF is made

        try:
            return pdf.layout(html, roots=self.roots, base=self.roots[0], source=self.style)
        except pdf.PdfUnavailable as error:
            hint = "`resume doctor` looks further; HTML without limits.pages needs none of it"
            raise ProblemsError(Problem("no-pdf", str(error), Place("this machine"), hint=hint)) from None

    def made(self, html: str) -> bool:
        """Tell whether a page has been laid out."""
        return html in self._made

    def extent(self, html: str) -> Extent:
        """Return how long a page is."""
        layout = self.of(html)
        return Extent(layout.pages, layout.fill)


def template_of(workspace: Workspace, profile: Profile) -> tuple[Template, Path]:
    """Return the template that the profile or the settings name, and its folder."""
    if profile.template:
        return workspace.template(profile.template.value, profile.template.place)
    return workspace.template(workspace.settings().template, Place(settings.FILE))


def template_problems(workspace: Workspace, profile: Profile) -> list[Problem]:
    """Return what is wrong with a profile's template and options: it is told with all other mistakes."""
    report = Report(strict=True)
    try:
        option_values(template_of(workspace, profile)[0], profile.options, report)
    except ProblemsError as error:
        return list(error.problems)
    return report.problems

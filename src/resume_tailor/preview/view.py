"""What is known of one page that is looked at: the page itself, what is wrong, and what the prover has found so far."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from resume_tailor import fonts
from resume_tailor.budget import Fitting
from resume_tailor.preview import telling
from resume_tailor.preview.desk import Drawn, Wanted
from resume_tailor.preview.proof import Explained, Fitted, Pictured, Step
from resume_tailor.problems import Problem, has_errors, ordered
from resume_tailor.textlayer import visible_text


def digest(data: bytes) -> str:
    """Return a short name for bytes."""
    return hashlib.sha256(data).hexdigest()[:16]


@dataclass(slots=True)
class View:
    """One page. What is not there yet is empty; what was good stays until there is something better."""

    wanted: Wanted
    page: bytes = b""  # with its fonts, as `build` writes it
    title: str = ""
    drawn: Drawn | None = None
    fitting: Fitting = field(default_factory=Fitting)
    fitted: Fitted | None = None
    explained: Explained | None = None
    pictured: Pictured | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    settled: bool = False
    _html: str = ""
    _flaws: tuple[Problem, ...] = ()  # of the page as it was laid out last

    def show(self, drawn: Drawn) -> None:
        """Take a page that was drawn at once; the last good one stays where it could not be."""
        self.drawn, self.settled = drawn, False
        if drawn.sheet:
            self.title = drawn.sheet.page.document.title
            self._put(drawn.sheet.page.html)

    def _put(self, html: str) -> None:
        if html != self._html:
            self._html = html
            self.page = fonts.embed(html, visible_text(html)).encode()

    def take(self, step: Step) -> None:
        """Take what the prover found."""
        match step:
            case Fitted():
                self._flaws = step.problems
                if step.html:
                    self.fitted, self.fitting = step, step.fitting
                    self._put(step.html)
            case Explained():
                self.explained = step
            case Pictured():
                self.pictured = step
                self.pictures = {digest(picture): picture for picture in step.pictures}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return all that is wrong now: with the files, and with the page as it was laid out last."""
        drawn = self.drawn.problems if self.drawn else ()
        if self.drawn is None or self.drawn.sheet is None:
            return tuple(ordered(drawn))  # what was laid out is of an earlier text
        return tuple(ordered((*drawn, *self._flaws, *(self.explained.problems if self.explained else ()))))

    def told(self, sources: Mapping[str, str], *, pictures: bool) -> telling.Json:
        """Return the state of the page, for the browser."""
        drawn, explained = self.drawn or Drawn(None, ()), self.explained
        problems = self.problems
        return {
            "id": self.wanted.id,
            "lang": drawn.lang or self.wanted.lang,
            "own_lang": drawn.own_lang,
            "template": drawn.template or self.wanted.template,
            "own_template": drawn.own_template,
            "title": self.title,
            "page": digest(self.page) if self.page else "",
            "fresh": not has_errors(problems),
            "settled": self.settled,
            "why": digest(explained.why) if explained else "",
            "problems": [telling.problem(one, sources) for one in problems],
            "pages": self._pages(pictures=pictures),
        }

    def _pages(self, *, pictures: bool) -> telling.Json | None:
        fitted, pictured = self.fitted, self.pictured
        if fitted is None or not fitted.count:
            return None
        return {
            "count": fitted.count,
            "limit": fitted.limit,
            "over": bool(fitted.limit and fitted.count > fitted.limit),
            "pictures": list(self.pictures) if pictures else [],
            "width": pictured.width if pictured else 595,
            "height": pictured.height if pictured else 842,
        }

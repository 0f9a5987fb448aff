"""Reads the workspace and draws pages as fast as it can: only what changed is parsed again, and nothing is laid out."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from resume_tailor import pipeline, sheet
from resume_tailor.budget import Fitting
from resume_tailor.fields import Report
from resume_tailor.model import BASE_ID, Marked, Profile, Text
from resume_tailor.ownlint import own_lint
from resume_tailor.problems import Place, Problem, ProblemsError, has_errors
from resume_tailor.profile import read_profile
from resume_tailor.settings import Settings
from resume_tailor.sheet import Sheet
from resume_tailor.template import option_values
from resume_tailor.workspace import Workspace
from resume_tailor.yamlmarks import Reading, read


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks at: whose page, in which language, with which template ("" = as the profile says)."""

    id: str
    lang: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """A profile as a picker names it; `readable` is False when its file cannot be read at all."""

    id: str
    name: Text | None
    position: Text | None
    readable: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """The workspace at one moment. What is wrong with all of it counts for each page."""

    workspace: Workspace
    base: pipeline.Base
    problems: tuple[Problem, ...]
    companies: tuple[Company, ...]
    templates: tuple[str, ...]
    today: dt.date


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page that was tried: its sheet, or None where errors stand in the way; and what there is to tell of it."""

    sheet: Sheet | None
    problems: tuple[Problem, ...]
    lang: str = ""
    own_lang: str = ""
    template: str = ""
    own_template: str = ""


@dataclass(slots=True)
class Desk:
    """What was read last, so that a file which is the same need not be parsed again: one version of each is kept."""

    root: Path
    today: Callable[[], dt.date]
    _readings: dict[str, tuple[bytes, Reading]] = field(default_factory=dict)
    _base: tuple[Sequence[Reading], Settings, pipeline.Base] | None = None
    _companies: dict[str, tuple[tuple[Reading, ...], Company]] = field(default_factory=dict)

    def look(self) -> Scene:
        """Return the workspace as it is now; what cannot be read of it is told in the scene's problems."""
        workspace = Workspace(self.root, self._parse)
        problems: list[Problem] = []
        settings = self._settings(workspace, problems)
        base = self._read_base(workspace, settings, problems)
        companies = tuple(self._company(workspace, name) for name in workspace.companies())
        templates = tuple(sorted(workspace.templates()))
        self._forget(workspace)
        return Scene(workspace, base, tuple(problems), companies, templates, self.today())

    def _parse(self, name: str, data: bytes) -> Reading:
        """Return a file's tree: the one from before when its bytes are the same."""
        known = self._readings.get(name)
        if known is None or known[0] != data:
            known = self._readings[name] = (data, read(name, data))
        return known[1]

    def _forget(self, workspace: Workspace) -> None:
        """Let go of files that are no longer there."""
        for name in self._readings.keys() - workspace.inputs.keys():
            del self._readings[name]
        for name in self._companies.keys() - set(workspace.companies()):
            del self._companies[name]

    def _settings(self, workspace: Workspace, problems: list[Problem]) -> Settings:
        try:
            return workspace.settings()
        except ProblemsError as error:
            problems += error.problems
            return Settings()

    def _read_base(self, workspace: Workspace, settings: Settings, problems: list[Problem]) -> pipeline.Base:
        """Return the base; the same one as before when neither its files, the settings nor the lint files changed."""
        try:
            readings = workspace.base()
        except ProblemsError as error:
            problems += error.problems
            return pipeline.Base(None, (), whole=False, settings=settings)
        made_of = [*readings, *workspace.lint_files()]
        if self._base is None or not _same(self._base[0], made_of) or self._base[1] != settings:
            own, odd = own_lint(workspace)
            base = pipeline.load_base(readings, settings, own)
            self._base = made_of, settings, replace(base, problems=(*base.problems, *odd))
        problems += self._base[2].problems
        return self._base[2]

    def _company(self, workspace: Workspace, name: str) -> Company:
        """Return a company as its profile names it, read anew only when one of its files changed."""
        try:
            layers = tuple(workspace.profile(name))
        except ProblemsError:  # gone between two looks
            return Company(name, None, None, readable=False)
        known = self._companies.get(name)
        if known is None or not _same(known[0], layers):
            known = self._companies[name] = (layers, _company(name, layers))
        return known[1]


def _same(before: Sequence[Reading], now: Sequence[Reading]) -> bool:
    """Tell whether files were parsed anew; comparing their trees would take longer than using them again."""
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))


def _company(name: str, layers: Sequence[Reading]) -> Company:
    """Return what a picker says of a profile."""
    nodes = [reading.node for reading in layers if reading.node]
    report = Report(strict=True)
    profile = read_profile(name, nodes, report) if len(nodes) == len(layers) else None
    problems = [*report.problems, *(problem for reading in layers for problem in reading.problems)]
    if profile is None:
        return Company(name, None, None, readable=False)
    return Company(name, profile.company, profile.position, readable=not has_errors(problems))


def draw(scene: Scene, wanted: Wanted, guess: Fitting | None) -> Drawn:
    """Return a page as `build` would draw it: laid out as often as fitting needs, or with a `guess` not at all."""
    problems = list(scene.problems)
    try:
        return _draw(scene, wanted, guess, problems)
    except ProblemsError as error:
        return Drawn(None, _unique((*problems, *error.problems)))
    except OSError as error:  # a template or picture that was there a moment ago
        path = scene.workspace.name(Path(error.filename)) if error.filename else "."
        problem = Problem("file", error.strerror or "cannot be read", Place(path))
        return Drawn(None, _unique((*problems, problem)))


def _draw(scene: Scene, wanted: Wanted, guess: Fitting | None, problems: list[Problem]) -> Drawn:
    workspace, base = scene.workspace, scene.base
    asked = _profile(scene, wanted.id, problems)
    profile = _with_template(scene, asked, wanted.template) if asked else None
    if profile:
        problems += sheet.template_problems(workspace, profile)
    if base.resume is None or profile is None or asked is None or has_errors(problems):
        return Drawn(None, _unique(problems))
    own_lang = pipeline.language(base.resume, (asked.lang, base.settings.lang))
    lang = wanted.lang or own_lang
    drawn = sheet.draw(workspace, base.resume, profile, lang=lang, today=scene.today, guess=guess)
    own_template = asked.template.value if asked.template else base.settings.template
    told = _unique((*problems, *drawn.problems, *drawn.page.problems))
    return Drawn(drawn, told, lang, own_lang, drawn.template.name, own_template)


def _profile(scene: Scene, name: str, problems: list[Problem]) -> Profile | None:
    """Return a profile as far as it can be read; what is wrong with it joins the problems."""
    if name == BASE_ID:
        return pipeline.no_profile()
    profile, found = pipeline.try_profile(name, scene.workspace.profile(name), scene.base)
    problems += found
    return profile


def _with_template(scene: Scene, profile: Profile, name: str) -> Profile:
    """Return the profile with another template, keeping of its options those that the other one has too."""
    if not name or (profile.template and profile.template.value == name):
        return profile
    there = replace(profile, template=Marked(name, Place("templates")))
    template, _ = sheet.template_of(scene.workspace, there)
    report = Report(strict=True)
    fitting = {key: mark for key, mark in profile.options.items() if key in template.options}
    option_values(template, fitting, report)
    return replace(there, options={} if has_errors(report.problems) else fitting)


def _unique(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problems))

"""Whose resume a command is about: its profile, its language, and what its page shows."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resume_tailor.commands.terminal import today
from resume_tailor.problems import ProblemsError, has_errors

if TYPE_CHECKING:
    from resume_tailor.model import Profile, Resume
    from resume_tailor.pipeline import Base
    from resume_tailor.select import Selection
    from resume_tailor.workspace import Workspace
    from resume_tailor.yamlmarks import Reading


def readable_base(workspace: "Workspace") -> tuple["Base", "Resume"]:
    """Return the base, or raise `ProblemsError` with what is wrong in it."""
    from resume_tailor import pipeline
    from resume_tailor.ownlint import own_lint

    own, problems = own_lint(workspace)
    base = pipeline.load_base(workspace.base(), workspace.settings(), own)
    base = replace(base, problems=(*base.problems, *problems))
    if base.resume is None or has_errors(base.problems):
        raise ProblemsError(*base.problems)
    return base, base.resume


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose resume is meant, in which language ("" = its own), with which values of `--set`, on which day."""

    company: str | None
    lang: str = ""
    values: tuple[str, ...] = ()
    day: dt.date | None = None  # on which the page is made; None = today


def layers(workspace: "Workspace", asked: Asked) -> list["Reading"]:
    """Return the files of a company's profile, lowest first, with the values of the command line on top."""
    from resume_tailor import overrides

    return [*workspace.profile(asked.company or ""), *(overrides.setting(value) for value in asked.values)]


def wishes(workspace: "Workspace", base: "Base", asked: Asked) -> "Profile":
    """Return a company's profile, or the one that keeps everything for none and for `base`."""
    from resume_tailor import pipeline
    from resume_tailor.model import BASE_ID

    if asked.company is None or asked.company == BASE_ID:
        return pipeline.no_profile()
    return pipeline.load_profile(asked.company, layers(workspace, asked), base)


def chosen(workspace: "Workspace", base: "Base", asked: Asked) -> "Selection":
    """Return what a company's resume shows, or the base's own; a limit of pages is met by real layouts."""
    from resume_tailor.select import select

    if base.resume is None:
        raise ProblemsError(*base.problems)
    profile = wishes(workspace, base, asked)
    if "pages" not in profile.limits:
        return select(base.resume, profile)
    from resume_tailor import sheet

    lang = spoken(workspace, base, asked)
    return sheet.draw(workspace, base.resume, profile, lang=lang, today=asked.day or today()).page.selection


def spoken(workspace: "Workspace", base: "Base", asked: Asked) -> str:
    """Return the language of a company's page: texts are shown in it."""
    from resume_tailor import pipeline

    if base.resume is None:
        raise ProblemsError(*base.problems)
    own = asked.lang or wishes(workspace, base, asked).lang
    return pipeline.language(base.resume, (own, workspace.settings().lang))

"""What a lint rule is: one value with its name, its reason, its examples and its check."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from resume_tailor.lint.lexicon import Lexicon
from resume_tailor.lint.subjects import Subject
from resume_tailor.problems import Place, Severity

S = TypeVar("S", bound=Subject)


class Scope(StrEnum):
    """What a rule looks at."""

    PROJECT = "project"  # a project of the base, or a plain description
    LINE = "line"  # one bullet, summary or sentence of a field
    SECTION = "section"  # the lines of one section, in one language, together
    RESUME = "resume"  # the whole base
    SENT = "sent"  # a resume as a company would get it


class Group(StrEnum):
    """What rules are about, for lists and docs."""

    PROJECT = "project"
    BULLET = "bullet"
    KOREAN = "korean"
    SKILLS = "skills"
    DATES = "dates"
    PRIVACY = "privacy"
    COMPANY = "company"
    OUTPUT = "output"
    OWN = "own"  # rules of the workspace and of plugins


@dataclass(frozen=True, slots=True)
class Message:
    """A text for people, in both languages."""

    ko: str
    en: str

    def to(self, lang: str) -> str:
        """Return the text in a language."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found: what, where, what to do; `item` is the id in the base it concerns, or ""."""

    message: Message
    place: Place
    hint: Message
    item: str = ""
    severity: Severity | None = None  # another than the rule's own


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may lean on beside its subject. No clock, no disk."""

    today: dt.date
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """A rule. `good` and `bad` are its tests, its docs and its `--explain`; how they are read depends on `scope`.

    project: a description in Markdown (or YAML that starts with `projects:`). line: one line. section: several lines.
    resume: YAML of a base. sent: YAML with `base:`, `profile:` and, where it matters, `others:` and `page:`.
    """

    name: str
    group: Group
    scope: Scope
    severity: Severity
    summary: Message
    why: Message  # one that a hiring person would sign
    good: tuple[str, ...]
    bad: tuple[str, ...]
    check: Callable[[S, Context], Iterator[Finding]]
    plain: bool = field(default=False, kw_only=True)  # whether it also looks at plain descriptions (project, line)

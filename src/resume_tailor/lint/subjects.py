"""What rules look at: lines, projects, sections, the whole base, and a resume as it would be sent."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from resume_tailor.model import Entry, Profile, Resume, Text
from resume_tailor.problems import Place, Problem
from resume_tailor.richtext import parse
from resume_tailor.schema import name_key
from resume_tailor.select import Selection

STORY = ("why", "problem", "role", "outcome")  # a project's fields that tell its story
_HANGUL, _LATIN = re.compile("[가-힣]+"), re.compile("[A-Za-z]+")
_PROSE = ("summary", "description", *STORY)  # an entry's fields that hold sentences


class Subject:
    """Anything a rule may look at."""


@dataclass(frozen=True)
class Line(Subject):
    """One text in one language, without markup: a bullet, a summary, a field of an entry, a line of a description."""

    text: str
    lang: str  # ko or en
    place: Place
    item: str = ""  # id of the entry or bullet
    section: str = ""
    field: str = ""  # the entry's key it stands under; "" for a bullet and for plain text

    @property
    def is_bullet(self) -> bool:
        """Tell whether it is a bullet of the base."""
        return bool(self.item) and not self.field


@dataclass(frozen=True, eq=False)
class Project(Subject):
    """A project: a description of its own, or an entry of the base in one language.

    `fields` holds its story by `STORY`, with what is not written as ""; None when there is only text.
    """

    title: str
    lines: tuple[Line, ...]  # all of it but the title, in order
    lang: str
    place: Place
    item: str = ""
    fields: Mapping[str, str] | None = None
    employer: str = ""  # the employer in `work` whom it was for
    keywords: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """Give the title and all lines, one a line."""
        return "\n".join((self.title, *(line.text for line in self.lines)))


@dataclass(frozen=True)
class Section(Subject):
    """The lines of one section in one language, in order: its bullets and its fields of sentences."""

    name: str
    lang: str
    lines: tuple[Line, ...]

    @property
    def bullets(self) -> tuple[Line, ...]:
        """Give the bullets only."""
        return tuple(line for line in self.lines if line.is_bullet)


@dataclass(frozen=True)
class Whole(Subject):
    """The base as it stands, with all its lines."""

    resume: Resume
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sent(Subject):
    """A resume as a company would get it. What was not measured is empty: no page laid out is `pages` 0."""

    resume: Resume
    profile: Profile
    selection: Selection
    lang: str
    text: str  # what a reader sees on the page
    others: tuple[Profile, ...] = ()  # the workspace's other profiles
    other_selections: Mapping[str, Selection] = field(default_factory=dict)  # by id of the profile
    pages: int = 0
    fill: float = 1.0  # how far down the last page goes, 0 to 1
    pdf_problems: tuple[Problem, ...] = ()  # what reading the PDF back showed

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines of what is sent, in its language."""
        return tuple(line for _, entries in self.selection.sections for line in lines_of(entries, (self.lang,)))


def language_of(text: str) -> str:
    """Return ko for a text with a fair share of Hangul, else en: Korean resumes are full of Latin names."""
    if text.isascii():
        return "en"
    hangul, latin = (sum(map(len, letters.findall(text))) for letters in (_HANGUL, _LATIN))
    return "ko" if hangul * 4 > latin else "en"


def lines_of(entries: Iterable[Entry], langs: Iterable[str] = ("ko", "en")) -> Iterator[Line]:
    """Yield every line of the entries, an entry's fields before its bullets, each text in each of its languages."""
    wanted = tuple(langs)
    for entry in entries:
        for key in _PROSE:
            if key in entry.texts:
                yield from _lines(entry.texts[key], entry.texts[key].place, entry.id, entry.section, key, wanted)
        for bullet in entry.bullets:
            yield from _lines(bullet.text, bullet.place, bullet.id, entry.section, "", wanted)


def _lines(text: Text, place: Place, item: str, section: str, key: str, langs: tuple[str, ...]) -> Iterator[Line]:
    if text.any:
        yield Line(parse(text.any).plain, language_of(text.any), place, item, section, key)
    for lang in langs:
        if written := (text.ko if lang == "ko" else text.en):
            yield Line(parse(written).plain, lang, place, item, section, key)


def sections_of(lines: Iterable[Line]) -> Iterator[Section]:
    """Yield each section of the lines once a language."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        found.setdefault((line.section, line.lang), []).append(line)
    for (name, lang), own in found.items():
        yield Section(name, lang, tuple(own))


def projects_of(resume: Resume, lines: Iterable[Line] | None = None, lang: str = "") -> Iterator[Project]:
    """Yield each project of the base, once a language it is written in, or in `lang` only.

    `lines` are all of the base, where known. What is written once for all languages belongs to each.
    """
    employers = {name.casefold(): name for job in resume.sections.get("work", ()) for name in _names(job)}
    projects = resume.sections.get("projects", ())
    ours = tuple(lines_of(projects)) if lines is None else [line for line in lines if line.section == "projects"]
    home = {item.id: entry.id for entry in projects for item in entry.items()}
    of_entry: dict[str, list[Line]] = {}
    for line in ours:
        of_entry.setdefault(home[line.item], []).append(line)
    for entry in projects:
        own = of_entry.get(entry.id, [])
        texts = {(entry.id, key): entry.texts[key] for key in _PROSE if key in entry.texts}
        texts |= {(bullet.id, ""): bullet.text for bullet in entry.bullets}
        written = [one for one in ("ko", "en") if any(text.ko if one == "ko" else text.en for text in texts.values())]
        said = "\n".join((_title(entry, "ko"), *(line.text for line in own)))
        for one in written or [lang or language_of(said)]:
            if not lang or one == lang:
                here = (line for line in own if line.lang == one or texts[line.item, line.field].any)
                yield _project(entry, one, tuple(here), employers)


def _project(entry: Entry, lang: str, lines: tuple[Line, ...], employers: Mapping[str, str]) -> Project:
    entity = entry.texts.get("entity")
    found = (employers[name.casefold()] for name in (entity.versions if entity else ()) if name.casefold() in employers)
    return Project(
        title=_title(entry, lang),
        lines=lines,
        lang=lang,
        place=entry.place,
        item=entry.id,
        fields={key: entry.texts[key].to(lang) if key in entry.texts else "" for key in STORY},
        employer=next(found, ""),
        keywords=tuple(word.to(lang) for word in entry.lists.get("keywords", ())),
    )


def _title(entry: Entry, lang: str) -> str:
    name = entry.texts.get(name_key(entry.section))
    return parse(name.to(lang)).plain if name else ""


def _names(entry: Entry) -> tuple[str, ...]:
    name = entry.texts.get(name_key(entry.section))
    return name.versions if name else ()

"""The document: everything a template sees. This module is the template contract, version 1.

Every part means something; none says how it looks. An optional part is falsy when there is nothing to show
(`""`, `()`, an empty `RichText` or `Dates`), and never missing, so a template may always write `{% if entry.url %}`.
"""

from dataclasses import dataclass, field

from resume_tailor.richtext import RichText

CONTRACT = 1


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the person: `kind` is email, phone, url, location or profile (a social profile)."""

    kind: str  # what it is; never empty
    label: str  # its name: "이메일", "GitHub"
    text: str  # as a reader sees it; never empty
    href: str  # mailto:, tel: or https: link


@dataclass(frozen=True, slots=True)
class Dates:
    """When: the words a reader sees, how long it lasted, and the same for machines."""

    text: str = ""  # as a reader sees it: "2022.03 – 현재"
    duration: str = ""  # how long: "4년 9개월"
    start: str = ""  # for machines: "2022-03"
    end: str = ""  # for machines; empty while it lasts
    current: bool = False  # whether it still lasts

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class StoryPart:
    """One part of a project's story: `kind` is why, problem, role or outcome; `label` its name on the page."""

    kind: str  # which part; never empty
    label: str  # its name on the page; never empty
    text: RichText  # what is told; never empty


@dataclass(frozen=True, slots=True)
class Bullet:
    """One bullet of an entry; a template puts its `id` on the element as `data-id`."""

    id: str  # for `data-id`; never empty
    text: RichText  # the line; never empty


@dataclass(frozen=True, slots=True)
class Detail:
    """A labelled fact: a grade, courses taken, or an extra key that the user wrote."""

    label: str  # its name on the page; never empty
    text: RichText  # the fact; never empty


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a project, a school, a skill group, an award …; the section's kind tells which.

    `name` is the employer, project, school, skill group or title; `role` the position, degree or level;
    `organization` who stood behind it (a client, an awarder, an issuer, a publisher).
    """

    id: str  # for `data-id`; never empty
    name: RichText  # what heads it
    url: str = ""  # where it is on the web
    role: RichText = field(default_factory=RichText)  # the position, degree or level
    organization: RichText = field(default_factory=RichText)  # who stood behind it
    location: str = ""  # where it was
    dates: Dates = field(default_factory=Dates)  # when it was
    summary: RichText = field(default_factory=RichText)  # what it is about
    story: tuple[StoryPart, ...] = ()  # why, problem, role, outcome: those that are written
    bullets: tuple[Bullet, ...] = ()  # the lines that are kept, in their order
    keywords: tuple[RichText, ...] = ()  # tools and methods
    details: tuple[Detail, ...] = ()  # labelled facts


@dataclass(frozen=True, slots=True)
class Section:
    """A section: `kind` is its key in the base (`work`), `title` its name on the page, `note` a short remark beside it.

    The `summary` section has one entry (id `summary`) whose only part is `summary`.
    """

    kind: str  # its key in the base; never empty
    title: str  # its name on the page; never empty
    entries: tuple[Entry, ...]  # what is kept, in its order
    note: str = ""  # a remark beside the title: "총 8년 3개월" beside the jobs


@dataclass(frozen=True, slots=True)
class Person:
    """Who: `photo` is an image's address inside the workspace, or ""."""

    name: str  # the person's name
    label: RichText  # what they are, in a line
    contacts: tuple[Contact, ...]  # those that `privacy` shows
    photo: str = ""  # an image's address


@dataclass(frozen=True, slots=True)
class Document:
    """One finished resume, in one language, for one company (or for nobody: the base itself)."""

    lang: str  # "ko" or "en", for `<html lang>`; never empty
    title: str  # for `<title>` and the PDF's metadata; never empty
    person: Person  # who it is about; never empty
    sections: tuple[Section, ...]  # in the order of the page
    company: str = ""  # whom it is for
    position: str = ""  # what it is for

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

    kind: str
    label: str  # "이메일", "GitHub"
    text: str  # as a reader sees it
    href: str  # mailto:, tel: or https: link, or ""


@dataclass(frozen=True, slots=True)
class Dates:
    """When: the words a reader sees, how long it lasted, and the same for machines."""

    text: str = ""  # "2022.03 – 현재"
    duration: str = ""  # "4년 9개월"
    start: str = ""  # "2022-03"
    end: str = ""  # "" while it lasts
    current: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class StoryPart:
    """One part of a project's story: `kind` is why, problem, role or outcome; `label` its name on the page."""

    kind: str
    label: str
    text: RichText


@dataclass(frozen=True, slots=True)
class Bullet:
    """One bullet of an entry; a template puts its `id` on the element as `data-id`."""

    id: str
    text: RichText


@dataclass(frozen=True, slots=True)
class Detail:
    """A labelled fact: a grade, courses taken, or an extra key that the user wrote."""

    label: str
    text: RichText


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a project, a school, a skill group, an award …; the section's kind tells which.

    `name` is the employer, project, school, skill group or title; `role` the position, degree or level;
    `organization` who stood behind it (a client, an awarder, an issuer, a publisher).
    """

    id: str
    name: RichText
    url: str = ""
    role: RichText = field(default_factory=RichText)
    organization: RichText = field(default_factory=RichText)
    location: str = ""
    dates: Dates = field(default_factory=Dates)
    summary: RichText = field(default_factory=RichText)
    story: tuple[StoryPart, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    keywords: tuple[RichText, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section: `kind` is its key in the base (`work`), `title` its name on the page, `note` a short remark beside it.

    The `summary` section has one entry (id `summary`) whose only part is `summary`.
    """

    kind: str
    title: str
    entries: tuple[Entry, ...]
    note: str = ""  # "총 8년 3개월" beside the jobs


@dataclass(frozen=True, slots=True)
class Person:
    """Who: `photo` is an image's address inside the workspace, or ""."""

    name: str
    label: RichText
    contacts: tuple[Contact, ...]
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One finished resume, in one language, for one company (or for nobody: the base itself)."""

    lang: str  # "ko" or "en", for <html lang>
    title: str  # for <title> and the PDF's metadata
    person: Person
    sections: tuple[Section, ...]
    company: str = ""
    position: str = ""

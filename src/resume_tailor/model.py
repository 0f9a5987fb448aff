"""The values between reading and showing: a resume (the base) and a profile (one company's wishes)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from resume_tailor.dates import Date
from resume_tailor.problems import Place

T = TypeVar("T")

LANGUAGES = ("ko", "en")
BASE_ID = "base"  # the name of the resume that nobody tailored

# Also the order of a page when no profile says another.
SECTIONS = (
    "summary",
    "work",
    "projects",
    "skills",
    "education",
    "activities",
    "awards",
    "certificates",
    "publications",
    "languages",
    "volunteer",
    "military",
    "interests",
    "references",
)
HIDDEN_BY_DEFAULT = frozenset({"address", "birth"})  # nobody needs them to invite you
OFF_BY_DEFAULT = frozenset({"military"})  # shown only when a profile lists it


@dataclass(frozen=True, slots=True)
class Marked(Generic[T]):
    """A value and the place where the user wrote it."""

    value: T
    place: Place


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the base: written once for all languages (`any`), or once a language."""

    place: Place
    any: str = ""
    ko: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return bool(self.any or self.ko or self.en)

    def to(self, lang: str) -> str:
        """Return the text in a language, or in the one there is."""
        wanted, other = (self.ko, self.en) if lang == "ko" else (self.en, self.ko)
        return self.any or wanted or other

    @property
    def said(self) -> tuple[str, str, str]:
        """Return what the text says in each language, wherever it was written."""
        return (self.any, self.ko, self.en)

    @property
    def versions(self) -> tuple[str, ...]:
        """Return every wording in every language, as keywords are looked for in all of them."""
        return tuple(text for text in (self.any, self.ko, self.en) if text)


@dataclass(frozen=True, slots=True)
class Bullet:
    """One line under an entry; `alt` holds other wordings, `facts` true things that a rewording may draw on."""

    id: str
    text: Text
    place: Place
    tags: tuple[str, ...] = ()
    priority: int | None = None
    alt: Mapping[str, Text] = field(default_factory=dict)
    facts: tuple[Text, ...] = ()
    allow: Mapping[str, Marked[str]] = field(default_factory=dict)  # lint rule -> why it may be broken here


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a project, a school …: its fields by their key in the base, and its bullets.

    `extras` are keys we do not know; they are shown as written, since the user wrote them to be read.
    """

    id: str
    section: str
    place: Place
    texts: Mapping[str, Text] = field(default_factory=dict)
    lists: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    dates: Mapping[str, Date] = field(default_factory=dict)
    bullets: tuple[Bullet, ...] = ()
    tags: tuple[str, ...] = ()
    priority: int | None = None
    alt: Mapping[str, Text] = field(default_factory=dict)
    extras: tuple[tuple[str, Text], ...] = ()
    allow: Mapping[str, Marked[str]] = field(default_factory=dict)  # lint rule -> why; holds for the bullets too

    def items(self) -> tuple["Entry | Bullet", ...]:
        """Return the entry and its bullets: what is kept or dropped."""
        return (self, *self.bullets)

    def all_texts(self) -> Iterator[Text]:
        """Yield every text of the entry itself, without its bullets."""
        yield from self.texts.values()
        for texts in self.lists.values():
            yield from texts


@dataclass(frozen=True, slots=True)
class SocialProfile:
    """An account somewhere: GitHub, LinkedIn, a blog."""

    network: str
    username: str
    url: str


@dataclass(frozen=True, slots=True)
class Basics:
    """Who the person is; everything but the name may be empty."""

    place: Place
    name: Text
    label: Text
    email: str = ""
    phone: str = ""
    url: str = ""
    image: str = ""
    birth: str = ""
    location: Mapping[str, Text] = field(default_factory=dict)  # address, city, region
    profiles: tuple[SocialProfile, ...] = ()


@dataclass(frozen=True, slots=True)
class Resume:
    """The maximal base. The summary is an entry too (id `summary`), so that it is kept or dropped like any other."""

    basics: Basics
    sections: Mapping[str, tuple[Entry, ...]]  # by SECTIONS, each in the order written

    def entries(self) -> Iterator[Entry]:
        """Yield every entry, in the order of SECTIONS and of the base."""
        for section in SECTIONS:
            yield from self.sections.get(section, ())

    def items(self) -> Iterator["Entry | Bullet"]:
        """Yield every entry, each followed by its bullets."""
        for entry in self.entries():
            yield from entry.items()

    def tags(self) -> set[str]:
        """Return every tag that an entry or a bullet carries."""
        return {tag for item in self.items() for tag in item.tags}

    def places(self) -> dict[str, Place]:
        """Return where each entry and bullet stands, by id."""
        return {item.id: item.place for item in self.items()}


Words = tuple[Marked[str], ...]


@dataclass(frozen=True, slots=True)
class Reword:
    """A new text for an item, and the text it replaces: when the base has moved on, the rewording is stale."""

    was: Text
    text: Text


@dataclass(frozen=True, slots=True)
class DataProblem:
    """A problem of the company that data answers, and the tags and ids of what one has done about its like."""

    title: Text
    tags: Words = ()
    ids: Words = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a company's journey, from its customer's side, with its data problems."""

    name: Text
    problems: tuple[DataProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """One company's wishes, `_defaults` and `extends` merged in; every value knows the line that decided it."""

    id: str
    company: Text
    aliases: tuple[str, ...] = ()
    position: Text | None = None
    role: str = ""
    lang: str = ""
    template: Marked[str] | None = None
    focus: Words = ()  # the order is the rank
    keywords: Words = ()
    include: Words = ()
    exclude: Words = ()
    sections: Words = ()
    pin: Words = ()
    drop: Words = ()
    limits: Mapping[str, Marked[int]] = field(default_factory=dict)
    use: Mapping[str, Marked[str]] = field(default_factory=dict)  # item id -> name of an alternative wording
    reword: Mapping[str, Reword] = field(default_factory=dict)
    posting: Marked[str] | None = None
    drop_flagged: Words = ()  # names of lint rules
    flagged: Mapping[str, Marked[str]] = field(default_factory=dict)  # item id -> the rule that drops it
    allow: Mapping[str, Marked[str]] = field(default_factory=dict)  # lint rule -> why this resume may break it
    journey: tuple[Stage, ...] = ()
    hidden: frozenset[str] = HIDDEN_BY_DEFAULT  # parts of basics that `privacy` hides
    options: Mapping[str, Marked[str]] = field(default_factory=dict)  # of the template
    composed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # tags that stand for others
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the user's own, beside the shipped ones

    def parts(self, tag: str) -> frozenset[str]:
        """Return the tags that a tag stands for: itself, or those it is composed of."""
        return frozenset(self.composed.get(tag, (tag,)))


@dataclass(frozen=True, slots=True)
class Line:
    """What a reader reads as one: a bullet, or an entry's own texts, as a hash; its weight is its words."""

    id: str
    said: str
    weight: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """All that is needed to tell one resume from others: small, so that a build can keep it for the next one."""

    lines: tuple[Line, ...]
    projects: frozenset[str]
    summary: str  # what the summary says, as a hash; "" = there is none
    path: str  # the profile's file, as its decisions name it

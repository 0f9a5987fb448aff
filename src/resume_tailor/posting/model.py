"""What is read out of a job posting. Lines are numbered from 1 in the text that was read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Kinds of a posting's sections. `about` is the company and the team, `process` pay, benefits and how to apply.
DUTIES, REQUIREMENTS, PREFERRED, TOOLS, ABOUT, PROCESS = KINDS = (
    "duties",
    "requirements",
    "preferred",
    "tools",
    "about",
    "process",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A bullet or a sentence of a posting, without its mark: `- SQL 능숙자` is `SQL 능숙자`."""

    text: str
    number: int
    section: str  # one of KINDS


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a posting under its heading as written ("" where the posting begins without one)."""

    kind: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting cut into sections, in the order written; `company` is "" where no line names it.

    Where it is not `whole`, the text was longer than any posting and only its beginning was read.
    """

    title: str
    lang: str  # ko or en
    sections: tuple[Section, ...]
    company: str = ""
    whole: bool = True

    def lines(self, *kinds: str) -> Iterator[Line]:
        """Yield the lines of sections of these kinds, or all."""
        for section in self.sections:
            if not kinds or section.kind in kinds:
                yield from section.lines


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line that speaks for a role, the words in it that do, and how much."""

    role: str
    line: Line
    words: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Years:
    """Experience asked for: `least` 0 is a newcomer's job; `most` None has no end."""

    least: int
    most: int | None
    line: Line


@dataclass(frozen=True, slots=True)
class RoleReading:
    """The role that a posting's duties show: role -> score, and the evidence, both the strongest first.

    `titled` is the role that the title names, "" for none. It may differ: then the duties are believed.
    """

    role: str
    scores: Mapping[str, float]
    evidence: tuple[Evidence, ...]
    titled: str
    years: Years | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word worth having on a resume for this posting, in the posting's own spelling.

    `kind` is tool, method or domain; `line` is where it stands first in the weightiest section; `times` how many lines
    have it.
    """

    text: str
    kind: str
    line: Line
    times: int = 1

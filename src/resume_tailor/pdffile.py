"""A finished PDF, and a page laid out for one, as values: who only handles them loads nothing of WeasyPrint."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from resume_tailor.problems import Problem


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file: bytes, pages, fonts (BaseFont names without their `ABCDEF+`), and what to tell about it.

    `versions` are those of `libraries`, `loaded` the files of the system's
    libraries that were loaded for it, where the system tells them.
    """

    data: bytes
    pages: int
    fonts: tuple[str, ...]
    problems: tuple[Problem, ...]
    versions: Mapping[str, str] = field(default_factory=dict)
    loaded: tuple[str, ...] = ()


class Laid(Protocol):
    """A page laid out, in this process or in another: what a `Layout` shows of it."""

    @property
    def pages(self) -> int:
        """How many there are."""

    @property
    def fill(self) -> float:
        """How far down the last one is filled, as in `Layout`."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What came up."""

    def begin_write(self) -> None:
        """Say that it will be written: in another process that goes on from here."""

    def write(self) -> Pdf:
        """Write just this layout."""

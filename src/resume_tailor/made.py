"""What a build is asked for and what comes of it, as values: all that one which finds nothing to do has to load."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from resume_tailor.model import Likeness, Profile
from resume_tailor.problems import Problem

if TYPE_CHECKING:
    from resume_tailor.budget import Fitting

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: for whom, in which formats, into which folder, on which day."""

    profile: Profile
    profile_files: tuple[str, ...]
    formats: tuple[str, ...]
    out: Path
    today: dt.date
    lang: str = ""  # "" = as the profile and the settings say
    strict: bool = False  # whether a warning is enough to write nothing
    others: tuple[Profile, ...] = ()  # the workspace's other profiles: their names may be left in a text
    reuse: bool = False  # whether what an earlier build found out and left may be taken


@dataclass(slots=True)
class Made:
    """Outputs in memory: file name -> bytes, file name -> pages (0 for HTML), what is wrong, and what made the PDF.

    That are the versions of libraries by name, and the files of those that the system has.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    loaded: tuple[str, ...] = ()

    def outputs(self) -> dict[str, object]:
        """Return what a manifest says of the files."""
        sums = {name: sha256(data).hexdigest() for name, data in self.files.items()}
        return {name: {"sha256": digest, "pages": self.pages[name]} for name, digest in sums.items()}


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: file -> pages (0 for HTML), how much of the base is in it, and what to tell."""

    id: str
    folder: Path
    pages: Mapping[str, int]
    kept: int
    dropped: int
    likeness: Likeness
    problems: tuple[Problem, ...]
    lint: int = 0  # how many errors lint finds in it
    notes: tuple[str, ...] = ()
    unchanged: bool = False  # whether the files were there already, just as they would be made


@dataclass(frozen=True, slots=True)
class Product:
    """A resume made and not yet written: its files, their manifest, and what will be told.

    `others` are the files, beside the base and the profiles, that went into it: name -> SHA-256. Where it is not
    `closed`, its page showed something that these do not hold, and it must be made anew each time.
    """

    built: Built
    files: Mapping[str, bytes]
    manifest: Mapping[str, object]
    others: Mapping[str, str]
    closed: bool
    fitting: "tuple[str, Fitting] | None"  # how it was fitted, by what that depends on
    made: Mapping[str, object]  # what `reuse` wants to know of the files
    loaded: tuple[str, ...] = ()  # files of the system's libraries that made the PDF

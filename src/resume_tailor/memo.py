"""What earlier builds left, so that what has not changed is not made again.

A record of a company is only believed when everything that its files were made of has the same hash as then: the base,
its profile and the shared ones, settings, templates, lint files, a picture, the names of the other companies, the day,
what was asked for, this tool and the libraries it uses; and when its files lie there with the hashes they had. Anything
else (a torn record, one of another version, one that somebody wrote by hand) is as good as none.

Nothing in a record is run, and no path in it leads out of the output folder.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from resume_tailor.made import MANIFEST, Built, Product
from resume_tailor.model import Likeness, Line
from resume_tailor.problems import Problem
from resume_tailor.records import path_of, plain, problem, read, sha, stamp, stand, tool, write
from resume_tailor.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Recalled:
    """A company whose files lie there just as they would be made: what to tell, and what is wrong with its profile."""

    built: Built
    problems: tuple[Problem, ...]  # of the base, the settings and the profile


class Memo:
    """The records of one workspace for one way of building; `asked` is all that the command line says."""

    def __init__(self, workspace: Workspace, out: Path, asked: Iterable[str]) -> None:
        self.workspace = workspace
        self.out = out
        shared = sorted((path, sha(data)) for path, data in workspace.ground())
        self.ground = sha(repr([tool(), [str(out.resolve()), *asked], shared]).encode())
        self.profiles = {name: sha(data) for name, data in workspace.profile_bytes().items()}
        self._records: dict[str, dict[str, Any]] = {}

    def names(self, company: str) -> tuple[str, ...] | None:
        """Return what a company is called, if its profile and the shared ones are as they were; else None."""
        record = self._record(company)
        known = record.get("names") if record.get("own") == self._own(company) else None
        return tuple(map(str, known)) if isinstance(known, list) else None

    def recall(self, company: str, others: Iterable[str]) -> Recalled | None:
        """Return what a build would tell if its files need not be made; `others` are the other companies' names."""
        record = self._record(company)
        try:
            if record.get("key") != self._key(company, others):
                return None
            folder = self.out / record["folder"]
            if not folder.resolve().is_relative_to(self.out.resolve()) or not self._stands(record, folder):
                return None
            return Recalled(_built(record["built"], folder), tuple(map(problem, record["problems"])))
        except (LookupError, TypeError, ValueError, AttributeError, OSError):
            return None

    def remember(
        self, product: Product, names: Iterable[str], others: Iterable[str], problems: Iterable[Problem]
    ) -> None:
        """Keep what was made and written; without a word where that cannot be, as on a disk that is read-only."""
        built, company = product.built, product.built.id
        if not product.closed or company not in self.profiles:
            return
        files = {name: sha(data) for name, data in product.files.items()}
        with contextlib.suppress(OSError):
            files[MANIFEST] = sha((built.folder / MANIFEST).read_bytes())
            record: dict[str, object] = {
                "own": self._own(company),
                "key": self._key(company, others),
                "names": list(names),
                "folder": built.folder.relative_to(self.out).as_posix(),
                "files": files,
                "others": dict(product.others),
                "libraries": {path: stamp(Path(path)) for path in product.loaded},
                "built": _told(built),
                "problems": [plain(one) for one in problems],
                "fitting": _fitting(product),
                "made": dict(product.made),
            }
            write(path_of(self.workspace.root, company), record)

    def _own(self, company: str) -> str:
        return sha(f"{self.ground} {self.profiles.get(company, '')}".encode())

    def _key(self, company: str, others: Iterable[str]) -> str:
        return sha(repr([company, self._own(company), sorted(others)]).encode())

    def _record(self, company: str) -> dict[str, Any]:
        if company not in self._records:
            self._records[company] = read(path_of(self.workspace.root, company))
        return self._records[company]

    def _stands(self, record: Mapping[str, Any], folder: Path) -> bool:
        """Tell whether the files, a picture and the libraries are as they were."""
        parts = {**{folder / name: digest for name, digest in record["files"].items()}}
        parts |= {self.workspace.root / name: digest for name, digest in record["others"].items()}
        return stand(record["libraries"]) and all(sha(path.read_bytes()) == digest for path, digest in parts.items())


# --- values as JSON ---


def _fitting(product: Product) -> dict[str, object] | None:
    if product.fitting is None:
        return None
    key, fitting = product.fitting
    return {"key": key, "space": fitting.space, "taken": sorted(fitting.taken)}


def _told(built: Built) -> dict[str, object]:
    likeness = {**asdict(built.likeness), "projects": sorted(built.likeness.projects)}
    problems = [plain(one) for one in built.problems]
    notes = [note for note in built.notes if "to fit" in note]  # what an older file came to is told once
    return {**asdict(replace(built, folder=Path())), "folder": "", "likeness": likeness, "problems": problems} | {
        "notes": notes
    }


def _built(told: Mapping[str, Any], folder: Path) -> Built:
    alike = told["likeness"]
    lines = tuple(Line(line["id"], line["said"], line["weight"]) for line in alike["lines"])
    return Built(
        id=told["id"],
        folder=folder,
        pages=dict(told["pages"]),
        kept=told["kept"],
        dropped=told["dropped"],
        likeness=Likeness(lines, frozenset(alike["projects"]), alike["summary"], alike["path"]),
        problems=tuple(map(problem, told["problems"])),
        lint=told["lint"],
        notes=tuple(told["notes"]),
        unchanged=True,
    )


def sources(workspace: Workspace, problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the texts of the files that problems are in, for their excerpts: nothing else has read them."""
    for path in {one.place.path for one in problems}:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            yield path, (workspace.root / path).read_text(encoding="utf-8-sig")

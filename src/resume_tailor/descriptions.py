"""Plain project descriptions on disk: which files a path means, and what each says."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resume_tailor.encoding import decode
from resume_tailor.problems import Place, Problem, ProblemsError

ENDINGS = (".md", ".markdown", ".txt", ".rst")
STDIN = "-"
_LONGEST = 1_000_000  # bytes; a description has a page, a log or a database dump has more


@dataclass(frozen=True, slots=True)
class Description:
    """A description as read: its path in messages, its text, or why there is none."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()


def read_all(paths: Iterable[str]) -> Iterator[Description]:
    """Yield every description that the paths mean, each file once."""
    seen: set[Path] = set()
    for path in paths:
        if path == STDIN:
            if path not in map(str, seen):
                yield _described("<stdin>", sys.stdin.buffer.read(_LONGEST + 1))
            seen.add(Path(STDIN))
            continue
        for file in _files(Path(path)):
            if isinstance(file, Problem):
                yield Description(file.place.path, "", (file,))
            elif file.resolve() not in seen:
                seen.add(file.resolve())
                yield _read(file)


def _files(path: Path) -> Iterator[Path | Problem]:
    """Yield a file, or the descriptions in a folder and below; hidden folders are a tool's business."""
    place = Place(path.as_posix())
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.suffix.lower() in ENDINGS and file.is_file())
        shown = [file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts)]
        hint = f"a description is a file ending in {', '.join(ENDINGS)}"
        yield from shown
        if not shown:
            yield Problem("no-descriptions", "there is no description in this folder", place, hint=hint)
    elif path.exists():  # a pipe too, as the shell makes one of <(...)
        yield path
    else:
        yield Problem("unreadable", "there is no such file or folder", place)


def _read(file: Path) -> Description:
    try:
        with file.open("rb") as stream:
            return _described(file.as_posix(), stream.read(_LONGEST + 1))
    except OSError as error:
        problem = Problem("unreadable", f"cannot be read: {error.strerror}", Place(file.as_posix()))
        return Description(file.as_posix(), "", (problem,))


def _described(path: str, data: bytes) -> Description:
    """Return what a file's bytes say, or the problem that keeps it from being a description."""
    if len(data) > _LONGEST:
        hint = "give the part that describes one project"
        message = f"it is longer than {_LONGEST // 1_000_000} MB; a description has a page or two"
        return Description(path, "", (Problem("too-long", message, Place(path), hint=hint),))
    try:
        text = decode(path, data)
    except ProblemsError as error:
        return Description(path, "", error.problems)
    if not text.strip():
        return Description(path, "", (Problem("empty-file", "there is nothing in this file", Place(path)),))
    return Description(path, text)

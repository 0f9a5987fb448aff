"""Files that a user names to be read as text: which files a path means, each once, and the bytes of each."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resume_tailor.problems import Place, Problem

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it is called, and which files of a folder are of it."""

    noun: str  # takes an 'a' and an 's'
    endings: tuple[str, ...]
    longest: int  # bytes; of a longer file one byte more is read
    passed_over: tuple[str, ...] = ()  # endings of folders in which there is none


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's path in messages and its bytes, or why there are none."""

    path: str
    data: bytes
    problems: tuple[Problem, ...] = ()


def read_all(paths: Iterable[str], kind: Kind) -> Iterator[Raw]:
    """Yield every file that the paths mean, each once; `-` is standard input."""
    seen: set[Path | str] = set()
    for path in paths:
        if path == STDIN:
            if STDIN not in seen:
                yield Raw("<stdin>", sys.stdin.buffer.read(kind.longest + 1))
            seen.add(STDIN)
            continue
        for file in _files(Path(path), kind):
            if isinstance(file, Problem):
                yield Raw(file.place.path, b"", (file,))
            elif file.resolve() not in seen:
                seen.add(file.resolve())
                yield read_one(file, file.as_posix(), kind)


def read_one(file: Path, shown: str, kind: Kind) -> Raw:
    """Read a file; `shown` is its path in messages."""
    try:
        with file.open("rb") as stream:
            return Raw(shown, stream.read(kind.longest + 1))
    except OSError as error:
        return Raw(shown, b"", (Problem("unreadable", f"cannot be read: {error.strerror}", Place(shown)),))


def _files(path: Path, kind: Kind) -> Iterator[Path | Problem]:
    """Yield a file, or those of the kind in a folder and below."""
    place = Place(path.as_posix())
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.suffix.lower() in kind.endings and file.is_file())
        shown = [file for file in found if _is_meant(file.relative_to(path), kind)]
        hint = f"a {kind.noun} is a file ending in {', '.join(kind.endings)}"
        yield from shown
        if not shown:
            yield Problem(f"no-{kind.noun}s", f"there is no {kind.noun} in this folder", place, hint=hint)
    elif path.exists():  # a pipe too, as the shell makes one of <(...)
        yield path
    else:
        yield Problem("unreadable", "there is no such file or folder", place)


def _is_meant(inside: Path, kind: Kind) -> bool:
    """Tell whether a file in a folder is meant with it; what is hidden is a tool's business."""
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and not any(part.endswith(kind.passed_over) for part in inside.parts[:-1])


def too_long(path: str, noun: str, longest: int, hint: str) -> Problem:
    """Return what is said of a text that is longer than its kind ever is."""
    message = f"it is longer than {longest // 1_000_000} MB; a {noun} has a page or two"
    return Problem("too-long", message, Place(path), hint=hint)


def empty(path: str) -> Problem:
    """Return what is said of a file without a word in it."""
    return Problem("empty-file", "there is nothing in this file", Place(path))

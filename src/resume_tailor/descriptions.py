"""Plain project descriptions on disk: which files a path means, and what each says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resume_tailor import textfiles
from resume_tailor.encoding import decode
from resume_tailor.problems import Problem, ProblemsError

_LONGEST = 1_000_000  # bytes; a description has a page, a log or a database dump has more
_KIND = textfiles.Kind("description", (".md", ".markdown", ".txt", ".rst"), _LONGEST)


@dataclass(frozen=True, slots=True)
class Description:
    """A description as read: its path in messages, its text, or why there is none."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()


def read_all(paths: Iterable[str]) -> Iterator[Description]:
    """Yield every description that the paths mean, each file once."""
    for raw in textfiles.read_all(paths, _KIND):
        yield Description(raw.path, "", raw.problems) if raw.problems else _described(raw.path, raw.data)


def _described(path: str, data: bytes) -> Description:
    """Return what a file's bytes say, or the problem that keeps it from being a description."""
    if len(data) > _LONGEST:
        long = textfiles.too_long(path, _KIND.noun, _LONGEST, "give the part that describes one project")
        return Description(path, "", (long,))
    try:
        text = decode(path, data)
    except ProblemsError as error:
        return Description(path, "", error.problems)
    return Description(path, text) if text.strip() else Description(path, "", (textfiles.empty(path),))

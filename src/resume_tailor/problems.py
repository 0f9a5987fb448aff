"""Problems: the one shape of everything the tool tells a user about their files."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Severity(StrEnum):
    """How bad a problem is; only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a workspace path with `/`, a line and a column, both from 1 (0 = the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give `path:line:column`, or the path alone for a whole file."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: the rule it breaks, what is wrong, where, and (`hint`) what to do about it."""

    rule: str
    message: str
    place: Place
    severity: Severity = Severity.ERROR
    hint: str = ""


class ProblemsError(Exception):
    """Work cannot go on; carries every problem met so far."""

    def __init__(self, *problems: Problem) -> None:
        """Take the problems that stop the work."""
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, line and column, each only once."""
    return sorted(set(problems), key=lambda p: (p.place, p.rule, p.message))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(p.severity is Severity.ERROR for p in problems)


def render(problem: Problem, sources: Mapping[str, str]) -> str:
    """Return the problem as text: the headline, the source line with a caret, and the hint.

    `sources` maps a path to the file's text; a path that it does not hold gets no source line.
    """
    head = f"{_printable(str(problem.place))}: {problem.severity}: {_one_line(problem.message)} [{problem.rule}]"
    source = "" if problem.rule in SECRET else sources.get(problem.place.path, "")
    parts = [head, *_excerpt(problem.place, source)]
    if problem.hint:
        parts.append(f"  = {_one_line(problem.hint)}")
    return "\n".join(parts)


SECRET = frozenset({"resident-number"})  # rules whose lines are not repeated: output ends up in logs
_WIDEST_EXCERPT = 100
_LONGEST_LINE = 400


def _one_line(text: str) -> str:
    """Return a message as one line that a terminal can only print: it quotes what stands in the user's file."""
    plain = _printable(text)
    middle = _LONGEST_LINE // 2
    return plain if len(plain) <= _LONGEST_LINE else f"{plain[:middle].rstrip()} … {plain[-middle:].lstrip()}"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _excerpt(place: Place, text: str) -> list[str]:
    """Return the source line and a caret under the column, or nothing when the line is not there.

    A long line (a one-line JSON file, say) is cut to a window around the column.
    """
    lines = _lines_of(text)
    if not 0 < place.line <= len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1]
    at = min(max(place.column - 1, 0), len(line))
    start = max(0, at - _WIDEST_EXCERPT // 2) if len(line) > _WIDEST_EXCERPT else 0
    shown = _printable(line[start : start + _WIDEST_EXCERPT])
    return [f"    {shown.rstrip()}", f"    {' ' * _columns(shown[: at - start])}^"]


_LINE_END = re.compile("\r\n|[\n\r]")  # what editors count; YAML ends a line at rarer characters too


def source_lines(text: str) -> list[str]:
    """Split a text into the lines that places count."""
    return _LINE_END.split(text)


@lru_cache(maxsize=16)  # a file may have thousands of problems
def _lines_of(text: str) -> tuple[str, ...]:
    return tuple(source_lines(text))


class Lines:
    """Knows the place of every character of a text."""

    def __init__(self, path: str, text: str) -> None:
        """Find where the lines of the text start."""
        self.path = path
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def place(self, index: int) -> Place:
        """Return the place of the character at an index."""
        row = bisect_right(self._starts, index) - 1
        return Place(self.path, row + 1, index - self._starts[row] + 1)


def _columns(text: str) -> int:
    """Return how many terminal columns a text takes: Hangul and other wide letters take two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

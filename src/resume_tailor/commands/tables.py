"""What `explain` and `diff` share: lines and columns that line up in any script."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text as Styled

    from resume_tailor.account import Cause
    from resume_tailor.select import Decision

GAP = "  "
_JOINING = frozenset(map(chr, range(0x1160, 0x1200)))  # vowels and finals of Hangul typed on a Mac, in parts
_WIDEST_MATRIX = 100
_LONGEST_PADDED = 40  # cells; one longer id must not push every reason off to the right


# --- plain text ---


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes: Hangul takes two."""
    return sum(0 if combining(c) or c in _JOINING else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def padded(text: str, width: int) -> str:
    """Return a text filled up with spaces to a width in columns."""
    return text + " " * (width - cells(text))


def cut(text: str, width: int) -> str:
    """Return a text that is no wider than `width` columns, with an ellipsis where something was cut off."""
    if cells(text) <= width:
        return text
    while cells(text) > width - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield a text's lines of at most `width` columns, broken between words."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and cells(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def width_of(texts: Iterable[str], most: int = _LONGEST_PADDED) -> int:
    """Return the width of a column that holds the texts, but for those wider than `most`."""
    return max((width for width in map(cells, texts) if width <= most), default=0)


def joined(*parts: str) -> str:
    """Return the parts that there are, two spaces apart."""
    return GAP.join(part for part in parts if part)


def wording(decision: "Decision") -> str:
    """Return which other wording an item got, in words."""
    name = decision.wording
    return name if name in {"", "reworded"} else f"wording '{name}'"


def matrix_lines(names: Sequence[str], figures: Sequence[Sequence[float]]) -> list[str]:
    """Return the sameness of each resume with each as a table; where that is too wide, with the nearest only."""
    if len(names) < 2:  # noqa: PLR2004 - there is nobody to be the same as
        return []
    head = "sameness"
    first = max(map(cells, (head, *names)))
    columns = [max(len("0.00"), cells(name)) for name in names[:-1]]
    if first + sum(columns) + len(GAP) * len(columns) > _WIDEST_MATRIX:
        nearest = (f"{padded(name, first)}{GAP}{_nearest(i, names, figures)}" for i, name in enumerate(names))
        return [f"{padded(head, first)}{GAP}with the nearest", *nearest]
    lines = [[padded(head, first), *map(padded, names, columns)]]
    for i, name in enumerate(names[1:], 1):
        row = [padded(f"{figure:.2f}", width) for figure, width in zip(figures[i][:i], columns, strict=False)]
        lines.append([padded(name, first), *row])
    return [GAP.join(line).rstrip() for line in lines]


def _nearest(i: int, names: Sequence[str], figures: Sequence[Sequence[float]]) -> str:
    """Return the highest figure of a row, `0.34  paynest`; of equals, the first."""
    figure, k = max((figure, -k) for k, figure in enumerate(figures[i]) if k != i)
    return f"{figure:.2f}{GAP}{names[-k]}"


# --- a terminal ---


def on_terminal() -> bool:
    """Tell whether a person is looking, and not a file or another program."""
    return sys.stdout.isatty()


def console() -> "Console":
    """Return the terminal; nothing in a user's words is taken for markup or an emoji."""
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False)


def styled(*pieces: tuple[str, str]) -> "Styled":
    """Return words with their styles."""
    from rich.text import Text as Styled

    return Styled.assemble(*pieces)


def indented(what: "RenderableType", by: int) -> "Padding":
    """Return something moved to the right, all its lines."""
    from rich.padding import Padding

    return Padding(what, (0, 0, 0, by))


def grid(first: int, words: int, places: int = 0) -> "Table":
    """Return a table without lines: columns of items, of words, and of places if there are any."""
    from rich.table import Table

    table = Table.grid(padding=(0, len(GAP), 0, 0), pad_edge=False)
    for width in filter(None, (first, words, places)):
        table.add_column(width=width, overflow="fold")
    return table


def labelled(label: str, words: "Styled", style: str) -> "RenderableType":
    """Return words that wrap beside a label and not below it."""
    from rich.table import Table

    if not label:
        return words
    table = Table.grid()
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(styled((label, style)), words)
    return table


def ids_line(cause: "Cause", style: str) -> "Styled":
    """Return the ids of a cause as one paragraph."""
    return styled((", ".join(item.label for item in cause.items), style))

"""A figure: what a number says, in which unit, and whether it is a bound."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

Value = Fraction


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit. `number` is in the unit as written, `factor` what the unit makes of it.

    A quiet one is read where the base says it (no, once, one), and is no claim where a rewording does.
    """

    start: int
    end: int
    number: Fraction
    unit: str = ""
    factor: Fraction = Fraction(1)
    scale: Fraction = Fraction(1)
    bound: str = ""  # least, most or vague
    sign: str = ""
    korean: bool = False
    quiet: bool = False

    @property
    def meaning(self) -> tuple[Value, str, str, bool]:
        """Give what another figure has to be like to say the same."""
        return self.value, self.unit, self.bound, self.korean

    @property
    def value(self) -> Value:
        """Give the number in a unit that can be compared: 180ms and 0.18s are the same."""
        return self.number * self.factor


_LEAST = re.compile(
    r"(?<![A-Za-z])(?:최소|at least|(?<!no )(?<!not )more than|over|above|upwards? of|minimum of|exceed(?:s|ed|ing)?)"
    r"\s?(?:약\s?)?$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?<![A-Za-z])(?:최대|최고|up to|at most|under|less than|fewer than|below|(?:no|not) more than"
    r"|as (?:much|many) as|maximum of|(?:at )?or below)\s?(?:약\s?)?$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    r"\s?(?:이상(?!\s?(?:탐지|징후|거래|청구|치|값|감지))|초과|[을를이가]?\s?넘[는게어은긴]|\+|plus\b)"
    r"| or (?:more|above|over)\b"
)
_OR_LESS = re.compile(r"\s?(?:이하|미만)| or (?:less|fewer|below|under)\b")
_LASTING = re.compile(r"\b(?:for|with) over\s$", re.IGNORECASE)
_EXPERIENCE = re.compile(r"'?\s(?:of|experience)\b", re.IGNORECASE)


def bounded(text: str, figure: Figure) -> Figure:
    """Return a figure with the bound that it is, and the words that say so."""
    before = text[max(0, figure.start - 24) : figure.start]
    if found := _OR_LESS.match(text, figure.end):
        return replace(figure, bound="most", end=found.end())
    if found := _MOST.search(before):
        return replace(figure, bound="most", start=figure.start - len(found[0]))
    if found := _OR_MORE.match(text, figure.end):
        return replace(figure, bound="least", end=found.end())
    if (found := _LEAST.search(before)) and not _spans(text, figure, before):
        return replace(figure, bound="least", start=figure.start - len(found[0]))
    return figure


def _spans(text: str, figure: Figure, before: str) -> bool:
    """Tell whether `over` is no bound: over eight months is how long, for over eight years is how much."""
    if figure.unit not in {"second", "month"} or not before.casefold().endswith("over "):
        return False
    return not (_LASTING.search(before) or _EXPERIENCE.match(text, figure.end))

"""Dates in a text, as precise as they are written: 2023, March 2023, 2023년 3월 2일, Q1 2023, 3월."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resume_tailor import dates

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\.?"
)
_YEAR = r"(?<![0-9A-Za-z.,])(?:19[5-9]|20[0-4])[0-9](?![0-9]|,[0-9])"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9A-Za-z])"
_MOMENT = re.compile(
    rf"""
      (?P<quarter>(?:{_YEAR}(?:\s?년)?\s)?(?<![0-9])(?P<q>[1-4])\s?(?:/4\s?)?분기(?!\s?(?:연속|동안|간|만에))
        |\b[Qq](?P<q2>[1-4])(?:\s(?:of\s)?{_YEAR})?(?![0-9A-Za-z])
        |{_YEAR}[ -]?Q(?P<q3>[1-4])(?![0-9A-Za-z]))
    | (?P<half>(?:{_YEAR}(?:\s?년)?\s?)?(?P<h>[상하])반기|\bH(?P<h2>[12])\s{_YEAR}|{_YEAR}\sH(?P<h3>[12])\b)
    | (?P<full>{_YEAR}\s?년(?:\s?[0-9]{{1,2}}\s?월(?:\s?[0-9]{{1,2}}\s?일(?!간))?)?
        |{_YEAR}(?P<s>[-/.])\s?(?:1[0-2]|0?[1-9])(?:(?P=s)\s?(?:[12][0-9]|3[01]|0?[1-9]))?(?![0-9%]|[-/.][0-9])
        |(?<![0-9A-Za-z.,/-])(?:1[0-2]|0?[1-9])[-/.](?:19|20)[0-9]{{2}}(?![0-9])
        |\b{_MONTH},?\s(?:{_NTH},?\s)?{_YEAR}
        |(?<![0-9A-Za-z]){_NTH}\s{_MONTH},?\s{_YEAR})
    | (?P<partial>(?<![0-9])(?P<m>1[0-2]|0?[1-9])\s?월(?!요)(?:\s?(?P<d>[0-9]{{1,2}})\s?일(?!간))?
        |\b(?P<name>{_MONTH})\s(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,][0-9])
        |(?<=[a-z,]\s)(?P<alone>{_MONTH})(?![-'A-Za-z]))
    | (?P<short>'(?P<y>[0-9]{{2}})년)
    | (?P<year>{_YEAR})(?!\s?(?:[만억조천%원명건개곳종회번배대편시분초]|달러|여)|[A-Za-z])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date: what is known of it by part. A date is said by one that knows all that it knows."""

    start: int
    end: int
    parts: frozenset[tuple[str, int]]


def moments(text: str) -> Iterator[Moment]:
    """Yield the dates of a text."""
    for found in _MOMENT.finditer(text):
        if parts := _parts(found):
            yield Moment(*found.span(), frozenset(parts.items()))


def _parts(found: re.Match[str]) -> dict[str, int]:
    """Return what a date says, and what follows from it: March is in the first quarter."""
    year = re.search(_YEAR, found[0])
    parts = {"year": int(year[0])} if year else {}
    if found["quarter"]:
        return parts | _within(int(found["q"] or found["q2"] or found["q3"]) * 3, "quarter")
    if found["half"]:
        return parts | {"half": 2 if (found["h"] or found["h2"] or found["h3"]) in "하2" else 1}
    if found["partial"]:
        name = found["name"] or found["alone"]
        month = dates.parse(f"{name} 2000").month if name else int(found["m"])
        day = found["d"] or found["d2"]
        return _within(month, "month") | ({"day": int(day)} if day else {})
    if found["short"]:
        return {"year": 2000 + int(found["y"]) - (100 if int(found["y"]) >= 50 else 0)}  # noqa: PLR2004
    date = dates.parse(found[0])
    if not date.year:
        return {}
    return {"year": date.year, **_within(date.month, "month"), **({"day": date.day} if date.day else {})}


def _within(month: int, unit: str) -> dict[str, int]:
    """Return a month, or the last month of a quarter, with the quarter and the half year that it is in."""
    if not month:
        return {}
    known = {"quarter": (month + 2) // 3, "half": (month + 5) // 6}
    return known | ({"month": month} if unit == "month" else {})

"""Dates and spans as a resume has them: to the year, the month or the day, and sometimes past understanding.

Nothing here reads the clock: whatever depends on the day takes it as `today`.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_STANDARD = re.compile(r"[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written (`text`) and as understood; month or day 0 = not given, year 0 = not understood."""

    text: str
    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def odd(self) -> bool:
        """Tell whether it was understood although it is not spelled `2021`, `2021-06` or `2021-06-01`."""
        return bool(self.year) and not _STANDARD.fullmatch(self.text)

    @property
    def iso(self) -> str:
        """Give the standard spelling, as precise as the date is (`2021-06`), or "" if not understood."""
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: len(_numbers(self))])


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when; `current` = it lasts, whatever `end` says."""

    start: Date | None = None
    end: Date | None = None
    current: bool = False


_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}

_Y, _M, _D = r"(?P<y>[12][0-9]{3})", r"(?P<m>[0-9]{1,2})", r"(?P<d>[0-9]{1,2})"
_NAME, _NTH = r"(?P<name>[a-z]{3,9})\.?", rf"{_D}(?:st|nd|rd|th)?"
_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)? ?(?:z|[+-][0-9]{2}:?[0-9]{2})?"
# What a day and a month without a name would mean (01/02/2019) nobody can tell, so that is not understood.
_FORMS = tuple(
    re.compile(form)
    for form in (
        _Y,  # 2021
        rf"{_Y} ?(?P<s>[-/.]) ?{_M}(?: ?(?P=s) ?{_D})?",  # 2021-06, 2021/6, 2021.06.01
        rf"{_Y}\.(?: ?{_M}\.(?: ?{_D}\.)?)?",  # 2021. 6. 1.
        rf"{_Y}-{_M}-{_D}[t ]{_CLOCK}",  # 2021-06-01T09:00:00Z
        rf"{_Y} ?년(?: ?{_M} ?월(?: ?{_D} ?일)?)?",  # 2021년 6월 1일
        rf"{_NAME},? ?{_Y}",  # Sept. 2019
        rf"{_NAME} {_NTH},? {_Y}",  # May 5, 2019
        rf"{_NTH}\.? {_NAME},? {_Y}",  # 5 May 2019
        rf"{_M} ?[-/.] ?{_Y}",  # 05/2019
    )
)


def parse(text: str) -> Date:
    """Read a date.

    One that is not understood, or that no calendar has (2014-13-39), is kept as written with year 0.
    """
    kept = text.strip()
    spelling = " ".join(unicodedata.normalize("NFKC", kept).casefold().split())
    for form in _FORMS:
        if found := form.fullmatch(spelling):
            return Date(kept, *_calendar(found.groupdict()))
    return Date(kept)


def _calendar(found: dict[str, str | None]) -> tuple[int, ...]:
    """Return year, month and day as far as they were found, or nothing when no calendar has such a day."""
    name, day = found.get("name"), found.get("d")
    month = str(_MONTH_NUMBERS.get(name, 0)) if name else found.get("m")
    numbers = tuple(int(part) for part in (found["y"], month, day) if part is not None)
    try:
        dt.date(*(*numbers, 1, 1)[:3])
    except ValueError:
        return ()
    return numbers


# English and Korean are ours; the others stand in real JSON Resume files often enough.
_NOW = re.compile(
    "(?:(?:to|until|till)?(?:present|now|date|today)|current(?:ly)?|ongoing"
    "|현재(?:까지)?|(?:현재)?(?:재직|재학|근무|진행|활동)중|至今|现在|現在|heute|aktuell)?"
)


def means_now(text: str) -> bool:
    """Tell whether the text of an end date says that it lasts: empty, `Present`, `현재`, `재직 중`."""
    said = "".join(unicodedata.normalize("NFKC", text).casefold().split()).strip("().")
    return _NOW.fullmatch(said) is not None


def months(span: Span, today: dt.date) -> int | None:
    """Return how many months a span takes, first and last included: 2022-03 to 2022-03 is 1.

    None when a month that is needed is not known, or when the span ends before it starts.
    """
    reach = _reach(span, today)
    return len(reach) if reach else None


def total_months(spans: Iterable[Span], today: dt.date) -> int:
    """Return how many months, up to `today`, at least one of the spans covers.

    Overlapping spans count once; a span whose months are not known counts nothing.
    """
    this_month = _month_number(today.year, today.month)
    covered = {month for span in spans for month in _reach(span, today) if month <= this_month}
    return len(covered)


def _reach(span: Span, today: dt.date) -> range:
    """Return the months that a span covers, each as a running number; empty when they are not known."""
    start = span.start
    end = Date("", today.year, today.month) if span.current else span.end
    if start is None or end is None or not start.month or not end.month:
        return range(0)
    return range(_month_number(start.year, start.month), _month_number(end.year, end.month) + 1)


def _month_number(year: int, month: int) -> int:
    """Return the running number of a month, so that months can be counted across years."""
    return year * 12 + month


def in_order(start: Date, end: Date) -> bool:
    """Tell whether `end` may come after `start`: False only when it is certain that it does not.

    Dates are compared as far as both are known: 2021-06 to 2021 is in order.
    """
    first, last = _numbers(start), _numbers(end)
    known = min(len(first), len(last))
    return first[:known] <= last[:known]


def is_future(date: Date, today: dt.date) -> bool:
    """Tell whether a date certainly lies after `today`: this year or this month alone does not."""
    return not in_order(date, Date("", today.year, today.month, today.day))


def _numbers(date: Date) -> tuple[int, ...]:
    """Return the parts of a date that are known, the year first."""
    known = (date.year, date.month, date.day)
    return known[: known.index(0)] if 0 in known else known


def show_date(date: Date, lang: str, *, day: bool = False) -> str:
    """Return a date as a reader sees it: `2022.03`, `Mar 2022`, and with `day` `2022.03.01`, `Mar 1, 2022`.

    What is not known is left out; a date that was not understood is shown as written.
    """
    numbers = _numbers(date)[: 3 if day else 2]
    if not numbers:
        return date.text
    if lang == "ko":
        return ".".join(f"{number:02}" for number in numbers)
    month = [_MONTHS[date.month - 1][:3].title()] if date.month else []
    return " ".join([*month, *(f"{number}," for number in numbers[2:]), str(date.year)])


# Real files hold whole ranges in one date ("2018/01-2018/03", "2016 – heute"): nothing goes behind those.
_RANGE = re.compile(r"[~～–—至]|\s-\s|[0-9] ?- ?[12][0-9]{3}")


def show_span(span: Span, lang: str) -> str:
    """Return a span as a reader sees it: `2022.03 – 현재`, `Mar 2022 – Present`, or the one date it has.

    A span without a start that lasts says nothing and gives "".
    """
    start = show_date(span.start, lang) if span.start else ""
    if start and span.start and not span.start.year and _RANGE.search(start):
        return start
    if span.current:
        end = "현재" if lang == "ko" else "Present"
        return f"{start} – {end}" if start else ""
    end = show_date(span.end, lang) if span.end else ""
    return " – ".join(dict.fromkeys(part for part in (start, end) if part))


def show_months(count: int, lang: str) -> str:
    """Return a number of months as a reader sees it: `4년 9개월`, `4 yrs 9 mos`; "" for none."""
    years, rest = divmod(max(count, 0), 12)
    if lang == "ko":
        parts = [f"{years}년" if years else "", f"{rest}개월" if rest else ""]
    else:
        parts = [_counted(years, "yr"), _counted(rest, "mo")]
    return " ".join(part for part in parts if part)


def _counted(count: int, unit: str) -> str:
    """Return `1 yr`, `2 yrs`, or "" for none."""
    return f"{count} {unit}{'s' if count > 1 else ''}" if count else ""

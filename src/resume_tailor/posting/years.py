"""The experience that a posting asks for, in years."""

import re
from collections.abc import Iterable, Iterator

from resume_tailor.posting.model import DUTIES, REQUIREMENTS, Line, Posting, Years

_IN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(\d{{1,2}}|\b(?:{'|'.join(_IN_WORDS)})\b)"
_YEARS = r"(?:\s*\(\d{1,2}\))?\s*\+?\s*(?:yrs?|years?)"  # three (3) years
_TO = r"\s*(?:년|yrs?|years?)?\s*(?:이상\s*~?|~|∼|-|–|—|to|에서)\s*"
_SPAN = re.compile(rf"{_NUMBER}{_TO}{_NUMBER}(?:\s*년|{_YEARS})", re.IGNORECASE)
_LEAST = re.compile(
    "|".join(
        (
            rf"{_NUMBER}\s*년\s*(?:차)?\s*(?:이상|↑|\+|내외|정도|초과|전후)",
            rf"(?:경력|최소)\s*:?\s*{_NUMBER}\s*년",
            rf"{_NUMBER}\s*\+\s*(?:yrs?|years?)",
            rf"(?:at least|minimum(?: of)?|over|more than|experience:?)\s*{_NUMBER}{_YEARS}",
            rf"{_NUMBER}\s*(?:or more)?{_YEARS}['’]?\s*(?:of\s*)?(?:\w+\s+){{0,4}}experience",
        )
    ),
    re.IGNORECASE,
)
_MOST = re.compile(rf"{_NUMBER}\s*년\s*(?:이하|이내|미만)|(?:up to|less than)\s*{_NUMBER}\s*years?", re.IGNORECASE)
_NEWCOMER = re.compile(
    r"신입|인턴|졸업\s*예정|경력\s*:?\s*무관|entry[\s-]level|new grad|\bintern(?:ship)?\b|"
    r"no experience (?:need|requir)ed",
    re.IGNORECASE,
)
_ALSO_OTHERS = re.compile(  # newcomers are welcome and are not all that is
    r"무관|경력\s*(?:및|/|,|·|\s)\s*신입|신입\s*(?:또는|및|/|,|·|~|\s)\s*경력|신입\s*(?:도|가능|지원|포함|이상|환영|무관)"
)
_JUNIOR = re.compile(r"주니어|\bjunior\b|\(jr\.?\)|\bjr\.", re.IGNORECASE)
_LONGEST = 30  # years; `1969년` and `100년 기업` are no experience


def asked(posting: Posting) -> Years | None:
    """Return the experience asked for by the title or by what is required, None where nothing is said of it."""
    title = Line(posting.title, 1, REQUIREMENTS)
    lines = [title, *posting.lines(REQUIREMENTS), *posting.lines(DUTIES)]
    found = next((years for line in lines if (years := _in_figures(line))), None)
    return found or next(_in_words(lines), None)


def _in_figures(line: Line) -> Years | None:
    if span := _SPAN.search(line.text):
        return _years(_figure(span[1]), _figure(span[2]), line)
    if least := _LEAST.search(line.text):
        newcomers = bool(re.search(r"신입\s*(?:또는|및|/|,|·|~)", line.text))
        return _years(0 if newcomers else _first(least), None, line)
    if most := _MOST.search(line.text):
        return _years(0, _first(most), line)
    return None


def _first(found: re.Match[str]) -> int:
    return next(_figure(group) for group in found.groups() if group)


def _figure(number: str) -> int:
    return int(number) if number.isdecimal() else _IN_WORDS.index(number.casefold())


def _years(least: int, most: int | None, line: Line) -> Years | None:
    return Years(least, most, line) if least <= _LONGEST and (most is None or least <= most <= _LONGEST) else None


def _in_words(lines: Iterable[Line]) -> Iterator[Years]:
    for line in lines:
        if _NEWCOMER.search(line.text):
            yield Years(0, None if _ALSO_OTHERS.search(line.text) else 1, line)
        elif _JUNIOR.search(line.text) and line.number == 1:
            yield Years(0, 3, line)

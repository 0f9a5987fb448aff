"""`bad-range`: dates that cannot be: an end before its start, a start still to come, a month that no year has."""

import re
from collections.abc import Iterator

from resume_tailor.dates import in_order, is_future
from resume_tailor.lint.careers import title, written
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Whole
from resume_tailor.model import Entry
from resume_tailor.problems import Severity

_STARTS = ("startDate", "date", "releaseDate")
# A spelling that is a date's, so that only the calendar can have refused it. `01/02/2019` and ranges are none.
_NUMBERS = re.compile(r"[12]\d{3}(?:\s?[-./]\s?\d{1,2}){1,2}\.?|[12]\d{3}\s?년\s?\d{1,2}\s?월(?:\s?\d{1,2}\s?일)?")
_PLANNED = re.compile(
    r"예정|확정|합격|\b(?:incoming|upcoming|expected|planned|forthcoming|in press|accepted|to appear|starting)\b",
    re.IGNORECASE,
)


def _check(whole: Whole, context: Context) -> Iterator[Finding]:
    planned = {one.item for one in written(whole.resume) if _PLANNED.search(one.text)}
    for entry in whole.resume.entries():
        yield from _impossible(entry)
        yield from _backwards(entry)
        if entry.id not in planned:
            yield from _to_come(entry, context)


def _impossible(entry: Entry) -> Iterator[Finding]:
    for date in entry.dates.values():
        if not date.year and _NUMBERS.fullmatch(date.text):
            yield _finding(
                entry,
                Message(f"달력에 없는 날짜 '{date.text}'", f"no calendar has '{date.text}'"),
                Message("2021-06이나 2021-06-01처럼 적기", "write it like 2021-06 or 2021-06-01"),
            )


def _backwards(entry: Entry) -> Iterator[Finding]:
    start, end = entry.dates.get("startDate"), entry.dates.get("endDate")
    if start and end and not in_order(start, end):
        yield _finding(
            entry,
            Message(
                f"시작('{start.text}')보다 끝('{end.text}')이 앞섬",
                f"it ends ('{end.text}') before it starts ('{start.text}')",
            ),
            Message("startDate와 endDate를 확인해 고치기", "check startDate and endDate: one of the two is wrong"),
        )


def _to_come(entry: Entry, context: Context) -> Iterator[Finding]:
    for date in (entry.dates[key] for key in _STARTS if key in entry.dates):
        if is_future(date, context.today):
            yield _finding(
                entry,
                Message(f"아직 오지 않은 날짜 '{date.text}'", f"'{date.text}' is still to come"),
                Message(
                    "연도를 확인하고, 정해진 일이면 '입사 예정', '출간 예정'처럼 글로 밝히기",
                    "check the year; if it is settled, say so in words, such as 'incoming' or 'forthcoming'",
                ),
            )


def _finding(entry: Entry, message: Message, hint: Message) -> Finding:
    named = Message(f"'{title(entry, 'ko')}': {message.ko}", f"'{title(entry, 'en')}': {message.en}")
    return Finding(named, entry.place, hint, entry.id)


RULE = Rule(
    name="bad-range",
    group=Group.DATES,
    scope=Scope.RESUME,
    severity=Severity.ERROR,
    summary=Message("있을 수 없는 기간", "dates that cannot be"),
    why=Message(
        "기간은 이력서에서 가장 먼저 대조하는 사실이다. 끝이 시작보다 앞서면 오타로 보이기 전에 나머지 숫자까지 "
        "의심받고, 경력 증명서와 어긋나면 합격한 뒤에도 문제가 된다.",
        "Dates are the first facts a recruiter checks. A job that ends before it starts casts doubt on every other "
        "figure, and dates that disagree with your papers can undo an offer.",
    ),
    good=(
        """
        work:
          - {name: 물결페이, position: 데이터 분석가, startDate: 2023-04, endDate: 2025-08}
        """,
        """
        work:
          - {name: Northgrove, position: Data Engineer, startDate: 2021-06, endDate: 2021}
          - {name: Tallow Bank, position: Data Engineer, startDate: 2022-01}
        """,
        """
        education:
          - {institution: 새벽대학교, area: 통계학, startDate: 2022-03, endDate: 2027-02}
        """,
        """
        work:
          - {name: 나들이랩, position: 데이터 사이언티스트 (입사 예정), startDate: 2026-03}
        """,
        """
        publications:
          - {name: Small-Sample Switchbacks, publisher: Field Data (forthcoming), releaseDate: 2026-06}
        """,
        """
        projects:
          - {name: 배차 간격 예측, startDate: 2018/01-2018/03, endDate: 2018년 봄}
        """,
        """
        work:
          - {name: Fennel Labs, position: Analyst, startDate: 2026-01}
        """,
    ),
    bad=(
        """
        work:
          - {name: 물결페이, position: 데이터 분석가, startDate: 2024-09, endDate: 2023-02}
        """,
        """
        education:
          - {institution: Aldermoor University, area: Statistics, startDate: 2019-09, endDate: 2016-06}
        """,
        """
        work:
          - {name: 나들이랩, position: 데이터 사이언티스트, startDate: 2062-03}
        """,
        """
        work:
          - {name: Tallow Bank, position: Risk Analyst, startDate: 2021-13, endDate: 2023-02}
        """,
        """
        projects:
          - {name: 반품 사유 분류, startDate: 2024-11-18, endDate: 2024-11-03}
        """,
        """
        certificates:
          - {name: SQLD, issuer: 한국데이터산업진흥원, date: 2026-09}
        """,
        """
        volunteer:
          - {organization: City Bike Count, position: Volunteer, startDate: 2022-05, endDate: 2022-00}
        """,
    ),
    check=_check,
)

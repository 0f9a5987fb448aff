"""`gap`: more than half a year of which the resume says nothing."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from resume_tailor.dates import show_months
from resume_tailor.lint.careers import FILLING, Stretch, covered, month, stretches, this_month
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Whole
from resume_tailor.model import Resume
from resume_tailor.problems import Severity

_MOST = 6  # months that nobody asks about


def _check(whole: Whole, context: Context) -> Iterator[Finding]:
    jobs = whole.resume.sections.get("work", ())
    known = stretches(jobs, context.today, widest=True)
    if len(known) < len(jobs):  # a job whose dates do not tell may have been anywhere
        return
    filling = _filling(whole.resume, context.today)
    begin = _begin(known, filling)
    now = this_month(context.today)
    if begin is None or begin > now:
        return
    months = sorted({number for number in covered(filling) if begin <= number < now} | {now})
    for before, after in pairwise(months):
        if after - before - 1 > _MOST:
            yield _finding(before + 1, after - 1, filling)


def _filling(resume: Resume, today: dt.date) -> list[Stretch]:
    """Return whatever says what one did, jobs and all else that has dates."""
    entries = (entry for section in FILLING for entry in resume.sections.get(section, ()))
    return stretches(entries, today, widest=True)


def _begin(jobs: list[Stretch], filling: list[Stretch]) -> int | None:
    """Return the month from which a reader looks for gaps: the last graduation, or the first job if that was sooner."""
    schools = [one.last for one in filling if one.entry.section == "education"]
    return min((*(job.first for job in jobs[:1]), *([max(schools)] if schools else [])), default=None)


def _finding(first: int, last: int, filling: list[Stretch]) -> Finding:
    """Return the finding at what comes after the gap; before it, when the gap lasts to this day."""
    count = last - first + 1
    after = [one.entry for one in filling if one.first == last + 1]
    entry = after[0] if after else max((one for one in filling if one.last < first), key=lambda one: one.last).entry
    until = ("지금", "now") if not after else (month(last, "ko"), month(last, "en"))
    return Finding(
        Message(
            f"{month(first, 'ko')}부터 {until[0]}까지 {show_months(count, 'ko')} 동안 적힌 일이 없음",
            f"nothing is written for {show_months(count, 'en')}, from {month(first, 'en')} to {until[1]}",
        ),
        entry.place,
        Message(
            "쉬어 간 때도 괜찮다: 그때 한 공부·활동을 activities에 한 줄로 적거나, 이유를 말할 수 있게 준비하기",
            "time off is fine: say in one line under activities what you did then, or be ready to tell why you took it",
        ),
        entry.id,
    )


RULE = Rule(
    name="gap",
    group=Group.DATES,
    scope=Scope.RESUME,
    severity=Severity.INFO,
    summary=Message("아무것도 적히지 않은 반년 이상", "more than half a year of which nothing is said"),
    why=Message(
        "빈 기간 자체는 흠이 아니다. 다만 설명이 없으면 읽는 사람이 멋대로 짐작한다. 일부러 쉬며 방향을 찾은 해라도 "
        "무엇을 했고 무엇을 얻었는지 한 줄이 있으면 오히려 이야깃거리가 된다.",
        "A gap is no fault; a gap without a word invites guesses. Even a year taken off on purpose becomes a story "
        "once one line says what you did with it and what you took from it.",
    ),
    good=(
        """
        work:
          - {name: 물결페이, position: 데이터 분석가, startDate: 2023-04}
          - {name: 노을상사, position: 영업 관리, startDate: 2020-01, endDate: 2022-10}
        """,
        """
        work:
          - {name: Tallow Bank, position: Risk Analyst, startDate: 2022-01}
          - {name: Northgrove, position: Data Analyst, startDate: 2018-07, endDate: 2020-06}
        education:
          - {institution: Aldermoor University, studyType: MSc, startDate: 2020-09, endDate: 2021-10}
        """,
        """
        work:
          - {name: 나들이랩, position: 데이터 엔지니어, startDate: 2021-02}
          - {name: 다온물산, position: 전산 담당, startDate: 2017-03, endDate: 2019-05}
        activities:
          - {name: 갭이어 - 데이터 직군 공부와 커리어 상담 30회, startDate: 2019-06, endDate: 2021-01}
        """,
        """
        work:
          - {name: Fennel Labs, position: Analyst, startDate: 2021}
          - {name: Harrow & Pike, position: Analyst, startDate: 2017, endDate: 2020}
        """,
        """
        work:
          - {name: 온마루, position: 데이터 분석가, startDate: 2019-03}
        education:
          - {institution: 새벽대학교, startDate: 2012-03, endDate: 2018-12}
          - {institution: 새벽고등학교, startDate: 2008-03, endDate: 2011-02}
        """,
        """
        work:
          - {name: 온마루, position: 데이터 분석가, startDate: 2024-03}
          - {name: 다온물산, position: 전산 담당}
          - {name: 노을상사, position: 영업 관리, startDate: 2016-01, endDate: 2018-10}
        """,
        """
        education:
          - {institution: Aldermoor University, studyType: BSc, startDate: 2021-09, endDate: 2025-08}
        """,
        """
        skills:
          - {name: 분석, keywords: [SQL]}
        """,
    ),
    bad=(
        """
        work:
          - {name: 물결페이, position: 데이터 분석가, startDate: 2023-04}
          - {name: 노을상사, position: 영업 관리, startDate: 2020-01, endDate: 2022-03}
        """,
        """
        work:
          - {name: Tallow Bank, position: Risk Analyst, startDate: 2022-01}
          - {name: Northgrove, position: Data Analyst, startDate: 2018-07, endDate: 2020-06}
        """,
        """
        education:
          - {institution: 새벽대학교, startDate: 2017-03, endDate: 2023-02}
        projects:
          - {name: 동네 도서관 대출 예측, startDate: 2023-03, endDate: 2023-06}
        """,
        """
        work:
          - {name: Fennel Labs, position: Analyst, startDate: 2023}
          - {name: Harrow & Pike, position: Analyst, startDate: 2017, endDate: 2020}
        """,
        """
        work:
          - {name: 나들이랩, position: 데이터 엔지니어, startDate: 2021-02, endDate: 2024-12}
        """,
        """
        work:
          - {name: 온마루, position: 데이터 분석가, startDate: 2019-03}
        education:
          - {institution: 새벽대학교, startDate: 2011-03, endDate: 2017-02}
        """,
    ),
    check=_check,
)

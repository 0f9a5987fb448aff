"""`overlap`: two jobs that look like full ones, for months at the same time."""

import re
from collections.abc import Iterator
from itertools import combinations

from resume_tailor.dates import show_months
from resume_tailor.lint.careers import Stretch, month, stretches, title
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Whole
from resume_tailor.model import Entry
from resume_tailor.problems import Severity

_MOST = 2  # months that handing over one job and taking up the next may take
_BESIDE = re.compile(
    r"프리랜|겸[직임업]|파트\s?타임|시간제|단시간|인턴|자문|고문|비상근|비상임|외주|부업|용역|계약직|단기|위촉|파견"
    r"|휴직|병행|아르바이트|알바|조교|연구생|학생 연구|강사|멘토|봉사|사외|주 \d일"
    r"|\b(?:freelanc\w+|part[- ]time|contract(?:or|ing)?|intern(?:ship)?|advis[eo]r[sy]?|advisory|adjunct|on leave"
    r"|second(?:ed|ment)|side (?:job|project|business)|moonlight\w*|volunteer\w*|mentor\w*|lecturer|tutor|board"
    r"|non-executive|(?:teaching|research|graduate) assistant|working student|concurrent\w*|temporary|weekends)\b",
    re.IGNORECASE,
)


def _check(whole: Whole, context: Context) -> Iterator[Finding]:
    jobs = [job for job in whole.resume.sections.get("work", ()) if not _is_beside(job)]
    for first, second in combinations(stretches(jobs, context.today, widest=False), 2):
        months = min(first.last, second.last) - second.first + 1
        if months > _MOST and not _same_employer(first.entry, second.entry):
            yield _finding(first, second, months)


def _is_beside(job: Entry) -> bool:
    """Tell whether a job says of itself that it may stand beside another."""
    texts = [*job.all_texts(), *(text for _, text in job.extras)]
    return any(_BESIDE.search(version) for text in texts for version in text.versions)


def _same_employer(a: Entry, b: Entry) -> bool:
    """Tell whether two jobs are positions at one employer: a promotion written as two entries."""
    names = [{name.casefold() for name in job.texts["name"].versions} for job in (a, b) if "name" in job.texts]
    return len(names) == 2 and bool(names[0] & names[1])  # noqa: PLR2004 - both have a name


def _finding(first: Stretch, second: Stretch, months: int) -> Finding:
    last = min(first.last, second.last)
    names = {lang: (title(first.entry, lang), title(second.entry, lang)) for lang in ("ko", "en")}
    spans = {lang: f"{month(second.first, lang)} – {month(last, lang)}" for lang in ("ko", "en")}
    forgotten = "endDate" not in first.entry.dates
    return Finding(
        Message(
            f"'{names['ko'][0]}', '{names['ko'][1]}' 재직 기간이 {show_months(months, 'ko')} 겹침({spans['ko']})",
            f"'{names['en'][0]}' and '{names['en'][1]}' overlap for {show_months(months, 'en')} ({spans['en']})",
        ),
        second.entry.place,
        Message(
            f"퇴사했다면 '{names['ko'][0]}'의 endDate를 적기"
            if forgotten
            else "날짜를 확인하고, 함께한 일이면 position에 '겸직', '프리랜서', '자문'처럼 적기",
            f"if you have left '{names['en'][0]}', write its endDate"
            if forgotten
            else "check the dates; if you did both, say 'part-time', 'freelance' or 'advisor' in position",
        ),
        second.entry.id,
    )


RULE = Rule(
    name="overlap",
    group=Group.DATES,
    scope=Scope.RESUME,
    severity=Severity.INFO,
    summary=Message("재직 기간이 겹치는 두 회사", "two full jobs at the same time"),
    why=Message(
        "두 회사를 온전히 다닌 기간이 몇 달씩 겹치면 읽는 사람은 날짜를 잘못 적었거나 말하지 않은 사정이 있다고 본다. "
        "겸직이나 자문이었다면 그렇게 적어 두면 되고, 끝난 날을 빠뜨렸다면 적으면 된다.",
        "When two full jobs run side by side for months, a reader takes it for a wrong date or something left unsaid. "
        "Side work only needs to be called so, and a job you left needs its end date.",
    ),
    good=(
        """
        work:
          - {name: 물결페이, position: 데이터 분석가, startDate: 2023-04}
          - {name: 노을상사, position: 영업 관리, startDate: 2020-01, endDate: 2023-04}
        """,
        """
        work:
          - {name: Tallow Bank, position: Risk Analyst, startDate: 2022-01}
          - {name: Selfmade Reports, position: Freelance Data Consultant, startDate: 2021-03, endDate: 2023-09}
        """,
        """
        work:
          - {name: 온마루, position: 데이터 분석가, startDate: 2021-03}
          - {name: 다솜스튜디오, position: 데이터 자문, startDate: 2023-01, endDate: 2023-12}
        """,
        """
        work:
          - {name: Northgrove, position: Senior Data Engineer, startDate: 2022-01}
          - {name: Northgrove, position: Data Engineer, startDate: 2019-01, endDate: 2022-06}
        """,
        """
        work:
          - {name: 나들이랩, position: 데이터 엔지니어, startDate: 2021}
          - {name: 다온물산, position: 전산 담당, startDate: 2018, endDate: 2021}
        """,
        """
        work:
          - {name: Fennel Labs, position: Analyst, startDate: 2021-05}
          - {name: Harrow, position: Analyst, summary: Part-time, startDate: 2020-05, endDate: 2022-05}
        """,
        """
        work:
          - {name: 온마루, position: 데이터 분석가}
          - {name: 물결페이, position: 데이터 분석가, startDate: 2019-04}
        """,
    ),
    bad=(
        """
        work:
          - {name: 물결페이, position: 데이터 분석가, startDate: 2022-04}
          - {name: 노을상사, position: 영업 관리, startDate: 2020-01, endDate: 2023-03}
        """,
        """
        work:
          - {name: Tallow Bank, position: Risk Analyst, startDate: 2022-01}
          - {name: Northgrove, position: Data Analyst, startDate: 2019-07}
        """,
        """
        work:
          - {name: 온마루, position: 데이터 분석가, startDate: 2021-03, endDate: 2024-02}
          - {name: 다솜스튜디오, position: 데이터 사이언티스트, startDate: 2023-01, endDate: 2025-12}
        """,
        """
        work:
          - {name: Fennel Labs, position: Analytics Lead, startDate: 2018, endDate: 2022}
          - {name: Harrow & Pike, position: Data Scientist, startDate: 2020, endDate: 2024}
        """,
        """
        work:
          - {name: 나들이랩, position: 데이터 엔지니어, startDate: 2021-01, endDate: 2021-09}
          - {name: 다온물산, position: 백엔드 개발자, startDate: 2021-07, endDate: 2022-12}
        """,
        """
        work:
          - {name: Aldermoor Health, position: BI Developer, startDate: 2016-02, endDate: 2020-10}
          - {name: Pinecrest Rail, position: BI Developer, startDate: 2020-05, endDate: 2021-10}
        """,
    ),
    check=_check,
)

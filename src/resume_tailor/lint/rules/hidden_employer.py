"""`hidden-employer`: a job left out of the page so that its years look like years without one."""

from collections.abc import Iterator

from resume_tailor.dates import show_months
from resume_tailor.lint.careers import Stretch, covered, month, stretches, this_month, title
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.problems import Severity
from resume_tailor.select import Decision

_LEAST = 3  # months without a job that a reader notices
_SHOWN = ("work", "education", "military")  # what accounts for one's time on a page


def _check(sent: Sent, context: Context) -> Iterator[Finding]:
    """Look at each job left out that is not older than all jobs shown: those may go."""
    page = dict(sent.selection.sections)
    on_page = {job.id for job in page.get("work", ())}
    entries = [entry for section in _SHOWN for entry in page.get(section, ())]
    months = covered(stretches(entries, context.today, widest=True))
    shown = stretches(page.get("work", ()), context.today, widest=True)
    left_out = [job for job in sent.resume.sections.get("work", ()) if job.id not in on_page]
    decisions = {decision.id: decision for decision in sent.selection.decisions}
    for job in stretches(left_out, context.today, widest=False):
        if any(one.first <= job.first for one in shown):
            hole = _hole(job, months, this_month(context.today))
            if len(hole) >= _LEAST:
                yield _finding(job, hole, decisions.get(job.entry.id), sent)


def _hole(job: Stretch, months: set[int], now: int) -> range:
    """Return the longest run of months around a job left out for which the page shows nothing."""
    best = range(0)
    for start in (number for number in job.months if number not in months and number <= now):
        first = last = start
        while first - 1 not in months and first - 1 > min(months):
            first -= 1
        while last + 1 not in months and last + 1 <= now:
            last += 1
        best = max(best, range(first, last + 1), key=len)
    return best


def _finding(job: Stretch, hole: range, decision: Decision | None, sent: Sent) -> Finding:
    name = {lang: title(job.entry, lang) for lang in ("ko", "en")}
    spans = {lang: f"{month(hole[0], lang)} – {month(hole[-1], lang)}" for lang in ("ko", "en")}
    item = job.entry.id
    named = decision is not None and decision.reason.startswith("drop:")
    return Finding(
        Message(
            f"'{name['ko']}' 경력을 빼서 {spans['ko']}({show_months(len(hole), 'ko')})이 빈 기간으로 보임",
            f"without '{name['en']}' the page shows a hole of {show_months(len(hole), 'en')} ({spans['en']})",
        ),
        decision.place if decision and decision.place else sent.profile.company.place,
        Message(
            f"drop에서 {item} 빼기: 이 자리와 먼 일이면 아래 줄만 빼고 회사와 기간은 남기기"
            if named
            else f"pin에 {item} 넣기: 이 자리와 먼 일이라도 회사와 기간은 남기기",
            f"take {item} out of drop: drop its bullets instead, and let the employer and the dates stand"
            if named
            else f"pin: [{item}]: however far from this job it was, let the employer and the dates stand",
        ),
        item,
    )


RULE = Rule(
    name="hidden-employer",
    group=Group.COMPANY,
    scope=Scope.SENT,
    severity=Severity.WARNING,
    summary=Message("경력 사이에 구멍을 내는, 빠진 회사", "a job left out that leaves a hole in the years"),
    why=Message(
        "관련 없는 경력이라고 회사까지 지우면 읽는 사람 눈에는 쉰 기간이 된다. 나중에 경력 증명서에서 드러나면 숨긴 "
        "것으로 읽힌다. 줄은 줄여도 회사와 기간은 남기는 편이 낫다.",
        "Take out a job because it is off topic, and a reader sees months without work; when papers show it later, it "
        "looks hidden. Cut its lines, but keep the employer and the dates.",
    ),
    good=(
        """
        base:
          work:
            - {id: a, name: 물결페이, startDate: 2023-04}
            - {id: b, name: 노을상사, startDate: 2020-01, endDate: 2023-03}
            - {id: c, name: 다온물산, startDate: 2017-01, endDate: 2019-12}
        profile: {company: {name: 나들이랩}, drop: [c]}
        """,
        """
        base:
          work:
            - {id: a, name: Tallow Bank, startDate: 2021-01}
            - {id: side, name: Weekend Reports, position: Freelance, startDate: 2022-01, endDate: 2022-12}
        profile: {company: {name: Northgrove}, drop: [side]}
        """,
        """
        base:
          work:
            - {id: a, name: 물결페이, startDate: 2023-04}
            - {id: intern, name: 온마루, position: 인턴, startDate: 2019-07, endDate: 2019-08}
            - {id: c, name: 다온물산, startDate: 2017-01, endDate: 2018-02}
          education:
            - {institution: 새벽대학교, startDate: 2018-03, endDate: 2023-02}
        profile: {company: {name: 나들이랩}, drop: [intern]}
        """,
        """
        base:
          work:
            - {id: a, name: Tallow Bank, startDate: 2023-01}
            - {id: b, name: Harrow, startDate: 2022-11, endDate: 2022-12}
            - {id: c, name: Fennel Labs, startDate: 2020-01, endDate: 2022-10}
        profile: {company: {name: Northgrove}, drop: [b]}
        """,
        """
        base:
          work:
            - {id: a, name: 물결페이, startDate: 2021}
            - {id: b, name: 노을상사}
            - {id: c, name: 다온물산, startDate: 2017, endDate: 2020}
        profile: {company: {name: 나들이랩}, drop: [b]}
        """,
        """
        base:
          work:
            - {id: a, name: 물결페이, startDate: 2021-01}
          projects:
            - {id: p, name: 정산 대사, outcome: 마감 3일→1일}
        profile: {company: {name: 나들이랩}, sections: [projects]}
        """,
    ),
    bad=(
        """
        base:
          work:
            - {id: a, name: 물결페이, startDate: 2023-04}
            - {id: b, name: 노을상사, startDate: 2020-01, endDate: 2023-03}
            - {id: c, name: 다온물산, startDate: 2017-01, endDate: 2019-12}
        profile: {company: {name: 나들이랩}, drop: [b]}
        """,
        """
        base:
          work:
            - {id: now, name: Tallow Bank, startDate: 2024-06, tags: [sales]}
            - {id: old, name: Fennel Labs, startDate: 2020-01, endDate: 2024-05}
        profile: {company: {name: Northgrove}, exclude: [sales]}
        """,
        """
        base:
          work:
            - {id: a, name: 물결페이, startDate: 2023-04}
            - {id: b, name: 노을상사, startDate: 2022-01, endDate: 2023-03}
            - {id: c, name: 다온물산, startDate: 2017-01, endDate: 2021-12}
        profile: {company: {name: 나들이랩}, pin: [c], limits: {work: 2}}
        """,
        """
        base:
          work:
            - {id: a, name: Tallow Bank, startDate: 2023-03}
            - {id: b, name: Harrow, startDate: 2022-11, endDate: 2022-12}
            - {id: c, name: Fennel Labs, startDate: 2020-01, endDate: 2022-09}
        profile: {company: {name: Northgrove}, drop: [b]}
        """,
        """
        base:
          work:
            - {id: a, name: 물결페이, startDate: 2025-11}
            - {id: b, name: 노을상사, startDate: 2020-01, endDate: 2025-10}
        profile: {company: {name: 나들이랩}, drop: [a]}
        """,
        """
        base:
          work:
            - {id: a, name: Tallow Bank, startDate: 2022}
            - {id: b, name: Harrow, startDate: 2019, endDate: 2021}
            - {id: c, name: Fennel Labs, startDate: 2016, endDate: 2018}
        profile: {company: {name: Northgrove}, drop: [b]}
        """,
    ),
    check=_check,
)

"""`over-pages`: more pages than were allowed, or than such a career needs."""

from collections.abc import Iterator

from resume_tailor.lint.careers import covered, stretches, this_month
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.problems import Severity

_USUAL = 2  # pages
_MOST = 3  # pages, however long the career
_LONG = 10  # years of work that may take one page more
_HINT = Message(
    "오래된 일과 이 자리에서 먼 줄부터 빼기: drop, limits.bullets_per_entry, limits.projects",
    "take out the oldest and the farthest from this job first: drop, limits.bullets_per_entry, limits.projects",
)


def _check(sent: Sent, context: Context) -> Iterator[Finding]:
    limit = sent.profile.limits.get("pages")
    if limit:
        if sent.pages > limit.value:
            message = Message(
                f"{sent.pages}쪽: limits.pages={limit.value}보다 {sent.pages - limit.value}쪽 많음",
                f"it has {sent.pages} pages, and limits.pages={limit.value}",
            )
            yield Finding(message, limit.place, _HINT)
        return
    years = _years(sent, context)
    if sent.pages > (_MOST if years >= _LONG else _USUAL):
        message = Message(f"경력 {years}년에 {sent.pages}쪽", f"{sent.pages} pages for {years} years of work")
        yield Finding(message, sent.profile.company.place, _HINT, severity=Severity.WARNING)


def _years(sent: Sent, context: Context) -> int:
    """Return the whole years of work up to today; overlapping jobs count once."""
    months = covered(stretches(sent.resume.sections.get("work", ()), context.today, widest=True))
    return sum(number <= this_month(context.today) for number in months) // 12


RULE = Rule(
    name="over-pages",
    group=Group.OUTPUT,
    scope=Scope.SENT,
    severity=Severity.ERROR,
    summary=Message("정한 분량이나 알맞은 분량을 넘는 이력서", "more pages than allowed, or than needed"),
    why=Message(
        "공고가 정한 분량을 넘으면 읽히기 전에 빠지기도 한다. 정한 분량이 없어도 두 쪽이면 십 년 안쪽의 경력을 다 "
        "담고, 그 뒤는 앞의 두 쪽을 흐리게 할 뿐이다.",
        "Past the length a posting sets, a resume may be out before it is read. Without one, two pages hold ten years "
        "of work; whatever follows only thins out the first two.",
    ),
    good=(
        """
        base: {work: [{name: 물결페이, startDate: 2021-04}]}
        profile: {company: {name: 나들이랩}, limits: {pages: 2}}
        page: {pages: 2, fill: 0.9}
        """,
        """
        base: {work: [{name: Tallow Bank, startDate: 2012-03}]}
        profile: {company: {name: Northgrove}}
        page: {pages: 3, fill: 0.6}
        """,
        """
        base: {work: [{name: 물결페이, startDate: 2023-04}]}
        profile: {company: {name: 나들이랩}}
        page: {pages: 2}
        """,
        """
        base: {work: [{name: Tallow Bank, startDate: 2023-03}]}
        profile: {company: {name: Northgrove}, limits: {pages: 1}}
        """,
        """
        base: {education: [{institution: 새벽대학교, endDate: 2025-02}]}
        profile: {company: {name: 나들이랩}}
        page: {pages: 1}
        """,
        """
        base: {work: [{name: Tallow Bank, startDate: 2023-03}]}
        profile: {company: {name: Northgrove}, limits: {pages: 4}}
        page: {pages: 4}
        """,
    ),
    bad=(
        """
        base: {work: [{name: 물결페이, startDate: 2021-04}]}
        profile: {company: {name: 나들이랩}, limits: {pages: 2}}
        page: {pages: 3, fill: 0.1}
        """,
        """
        base: {work: [{name: Tallow Bank, startDate: 2019-03}]}
        profile: {company: {name: Northgrove}}
        page: {pages: 3}
        """,
        """
        base: {work: [{name: 물결페이, startDate: 2005-04}]}
        profile: {company: {name: 나들이랩}}
        page: {pages: 4}
        """,
        """
        base: {education: [{institution: Aldermoor University, endDate: 2025-06}]}
        profile: {company: {name: Northgrove}}
        page: {pages: 3}
        """,
        """
        base: {work: [{name: 물결페이}]}
        profile: {company: {name: 나들이랩}, limits: {pages: 1}}
        page: {pages: 2, fill: 0.05}
        """,
        """
        base:
          work:
            - {name: Tallow Bank, startDate: 2018-01, endDate: 2023-12}
            - {name: Side Reports, position: Freelance, startDate: 2018-01, endDate: 2023-12}
        profile: {company: {name: Northgrove}}
        page: {pages: 3}
        """,
    ),
    check=_check,
)

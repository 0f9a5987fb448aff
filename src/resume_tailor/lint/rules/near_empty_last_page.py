"""`near-empty-last-page`: a last page with a few lines on it."""

from collections.abc import Iterator

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.problems import Severity

_LEAST = 0.2  # of a page


def _check(sent: Sent, _context: Context) -> Iterator[Finding]:
    if sent.pages < 2 or sent.fill >= _LEAST:  # noqa: PLR2004 - a single page may be short
        return
    limit, before = sent.profile.limits.get("pages"), sent.pages - 1
    yield Finding(
        Message(
            f"마지막 {sent.pages}쪽이 {sent.fill:.0%}만 차 있음",
            f"the last page, page {sent.pages}, is only {sent.fill:.0%} full",
        ),
        limit.place if limit else sent.profile.company.place,
        Message(
            f"limits: {{pages: {before}}}로 {before}쪽에 맞추거나, 빠진 줄을 pin으로 되살려 채우기",
            f"fit it to page {before} with limits: {{pages: {before}}}, or bring lines back with pin",
        ),
    )


RULE = Rule(
    name="near-empty-last-page",
    group=Group.OUTPUT,
    scope=Scope.SENT,
    severity=Severity.WARNING,
    summary=Message("몇 줄만 남은 마지막 쪽", "a last page with a few lines on it"),
    why=Message(
        "두어 줄 때문에 넘어간 쪽은 다듬지 않은 인상을 주고, 출력하면 빈 종이가 한 장 붙는다. 줄을 조금 덜어 내거나 "
        "그 쪽을 쓸모 있게 채우는 편이 낫다.",
        "A page begun for two lines looks like nobody checked, and printed it is a nearly blank sheet. Trim a few "
        "lines, or use the page.",
    ),
    good=(
        """
        base: {work: [{name: 물결페이}]}
        profile: {company: {name: 나들이랩}}
        page: {pages: 2, fill: 0.85}
        """,
        """
        base: {work: [{name: Tallow Bank}]}
        profile: {company: {name: Northgrove}}
        page: {pages: 1, fill: 0.15}
        """,
        """
        base: {work: [{name: 물결페이}]}
        profile: {company: {name: 나들이랩}}
        """,
        """
        base: {work: [{name: Tallow Bank}]}
        profile: {company: {name: Northgrove}, limits: {pages: 2}}
        page: {pages: 2, fill: 0.2}
        """,
        """
        base: {work: [{name: 물결페이}]}
        profile: {company: {name: 나들이랩}, limits: {pages: 3}}
        page: {pages: 3, fill: 0.41}
        """,
        """
        base: {work: [{name: Tallow Bank}]}
        profile: {company: {name: Northgrove}}
        page: {pages: 2}
        """,
    ),
    bad=(
        """
        base: {work: [{name: 물결페이}]}
        profile: {company: {name: 나들이랩}}
        page: {pages: 2, fill: 0.08}
        """,
        """
        base: {work: [{name: Tallow Bank}]}
        profile: {company: {name: Northgrove}, limits: {pages: 2}}
        page: {pages: 2, fill: 0.12}
        """,
        """
        base: {work: [{name: 물결페이}]}
        profile: {company: {name: 나들이랩}, limits: {pages: 3}}
        page: {pages: 3, fill: 0.03}
        """,
        """
        base: {work: [{name: Tallow Bank}]}
        profile: {company: {name: Northgrove}}
        page: {pages: 3, fill: 0.19}
        """,
        """
        base: {education: [{institution: 새벽대학교}]}
        profile: {company: {name: 나들이랩}, limits: {projects: 3}}
        page: {pages: 2, fill: 0.01}
        """,
        """
        base: {projects: [{name: Parcel ETA}]}
        profile: {company: {name: Northgrove}, lang: en}
        page: {pages: 4, fill: 0.1}
        """,
    ),
    check=_check,
)

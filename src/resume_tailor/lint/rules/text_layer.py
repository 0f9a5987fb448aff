"""`text-layer`: what a program that reads the finished PDF does not get to read."""

from collections.abc import Iterator

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.problems import Severity

# What each check of the finished PDF found, in Korean; its own message is English.
_SAID = {
    "broken-word": "PDF에서 한국어 낱말이 갈라져 읽힘",
    "lost-text": "PDF에서 읽히지 않는 글자가 있음",
    "fallback-font": "정하지 않은 글꼴이 PDF에 섞임",
}
_ANY = "PDF를 글로 읽으면 화면과 다름"
_HINT = Message(
    "템플릿의 CSS를 확인하기: 좁은 칸, 0.05em 넘는 letter-spacing, Pretendard에 없는 글자가 흔한 까닭",
    "look at the template's CSS: narrow columns, letter-spacing over 0.05em, characters that Pretendard lacks",
)


def _check(sent: Sent, _context: Context) -> Iterator[Finding]:
    for problem in sent.pdf_problems:
        said = _SAID.get(problem.rule, _ANY)
        hint = Message(f"{_HINT.ko} ({problem.hint})", problem.hint) if problem.hint else _HINT
        yield Finding(
            Message(f"{said} ({problem.message})", problem.message),
            problem.place,
            hint,
            severity=problem.severity,
        )


RULE = Rule(
    name="text-layer",
    group=Group.OUTPUT,
    scope=Scope.SENT,
    severity=Severity.ERROR,
    summary=Message("프로그램이 제대로 읽지 못하는 PDF", "a PDF that a program cannot read properly"),
    why=Message(
        "채용 시스템과 검색은 화면이 아니라 PDF 안의 글을 읽는다. 낱말이 갈라지거나 빠지면 이름과 기술로 찾아도 "
        "나오지 않고, 복사해 붙인 평가 메모도 깨진다.",
        "Applicant systems and searches read the text inside the PDF, not the picture of it. Where words fall apart "
        "or are missing, you are not found by your name or skills, and what a reviewer copies comes out broken.",
    ),
    good=(
        """
        base: {work: [{name: 물결페이}]}
        profile: {company: {name: 나들이랩}}
        page: {pages: 2, fill: 0.7}
        """,
        """
        base: {work: [{name: Tallow Bank}]}
        profile: {company: {name: Northgrove}, lang: en}
        page: {pages: 1}
        """,
        """
        base: {projects: [{name: 정산 대사, outcome: 마감 3일→1일}]}
        profile: {company: {name: 나들이랩}}
        """,
        """
        base: {projects: [{name: Parcel ETA, outcome: late parcels from 9% to 6%}]}
        profile: {company: {name: Northgrove}}
        page: {text: Parcel ETA late parcels from 9% to 6%}
        """,
        """
        base: {basics: {name: 서이안, summary: "이모지 없이, ·와 →만 쓴 소개"}}
        profile: {company: {name: 물결페이}}
        page: {pages: 1, fill: 0.5}
        """,
        """
        base: {basics: {name: Zoë Łukasz, label: Analyst}}
        profile: {company: {name: Northgrove}}
        page: {pages: 1, fill: 0.9, pdf: ""}
        """,
    ),
    bad=(
        """
        base: {work: [{name: 물결페이}]}
        profile: {company: {name: 나들이랩}}
        page: {pages: 1, pdf: "broken-word: not whole in the PDF's text: 물결페이"}
        """,
        """
        base: {work: [{name: Tallow Bank}]}
        profile: {company: {name: Northgrove}, lang: en}
        page: {pages: 1, pdf: "lost-text: not in the PDF's text: Tallow, Bank"}
        """,
        """
        base: {basics: {name: 서이안, label: 데이터 분석가 🚀}}
        profile: {company: {name: 나들이랩}}
        page: {pages: 1, pdf: "fallback-font: Noto Color Emoji is in the PDF, for 🚀"}
        """,
        """
        base: {projects: [{name: Parcel ETA}]}
        profile: {company: {name: Northgrove}}
        page: {pdf: "reading-order: the second column is read before the first"}
        """,
        """
        base: {skills: [{name: 분석, keywords: [SQL]}]}
        profile: {company: {name: 물결페이}}
        page: {pages: 2, pdf: "broken-word: not whole in the PDF's text: 데이터, 분석가 and 12 more"}
        """,
        """
        base: {work: [{name: Northgrove}]}
        profile: {company: {name: Tallow Bank}, lang: en}
        page: {pages: 3, pdf: "lost-text: not in the PDF's text: Northgrove"}
        """,
    ),
    check=_check,
)

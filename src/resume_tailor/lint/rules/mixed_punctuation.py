"""`mixed-punctuation`: some bullets of a section end in a period, others do not."""

import re
from collections.abc import Iterator
from functools import cache

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line, Section
from resume_tailor.problems import Severity

_FEWEST = 4


@cache
def _undecided() -> re.Pattern[str]:
    """Return what ends a line without telling its style: a question, dots, an abbreviation."""
    return re.compile(
        r"(?:[!?…]|\.\.\.?|[;:,]|(?<![A-Za-z])(?:etc|Inc|Ltd|Co|Corp|vs|No|Jr|Sr|[A-Za-z]\.[A-Za-z]|Ph\.D"
        r"|[A-Z])\.)[\s)\]'\"”’]*$"
    )


def _has_period(text: str) -> bool | None:
    """Tell whether a line ends in a period, one inside its last parenthesis too; None if it tells nothing."""
    if not text or _undecided().search(text):
        return None
    return text.rstrip(" )]'\"”’").endswith((".", "。", "．"))


def _check(section: Section, _context: Context) -> Iterator[Finding]:
    ended = [(line, has) for line in section.bullets if (has := _has_period(line.text)) is not None]
    dotted = sum(has for _, has in ended)
    if len(ended) < _FEWEST or dotted in {0, len(ended)}:
        return
    if dotted * 2 > len(ended):
        yield from (_missing(line, dotted) for line, has in ended if not has)
    else:  # half and half too: better none, these are no sentences
        yield from (_needless(line, len(ended) - dotted) for line, has in ended if has)


def _missing(line: Line, others: int) -> Finding:
    return Finding(
        Message(f"마침표가 없음: 같은 섹션의 다른 {others}줄에는 있음", f"no period, where {others} others have one"),
        line.place,
        Message("마침표를 찍어 맞추기", "add the period"),
        line.item,
    )


def _needless(line: Line, others: int) -> Finding:
    return Finding(
        Message(f"마침표가 있음: 같은 섹션의 다른 {others}줄에는 없음", f"a period, where {others} others have none"),
        line.place,
        Message("마침표를 지워 맞추기", "delete the period"),
        line.item,
    )


RULE = Rule(
    name="mixed-punctuation",
    group=Group.KOREAN,
    scope=Scope.SECTION,
    severity=Severity.INFO,
    summary=Message("한 섹션에 섞인 마침표", "a period behind some bullets of a section only"),
    why=Message(
        "마침표 하나는 사소하지만, 찍었다 안 찍었다 하는 목록은 마지막 검토를 하지 않은 문서로 보인다.",
        "One period is nothing. A list that has it here and not there shows that nobody read it once more before "
        "sending.",
    ),
    good=(
        "수요 예측 모델 재설계\n발주 규칙 정리\n결품률 3.0% 유지\n창고 인터뷰 9회",
        "모델을 다시 설계했습니다.\n발주 규칙을 정리했습니다.\n결품률 3.0%를 지켰습니다.\n창고를 아홉 번 찾았습니다.",
        "수요 예측\n발주 규칙.\n결품률 3.0%",
        "Redesigned the forecast\nWrote the order rules\nHeld stockouts at 3.0%\nVisited nine warehouses (Acme Inc.)",
        "Redesigned the forecast.\nWrote the order rules.\nCleaned names, units, codes, etc.\nVisited nine warehouses.",
        "로그 설계\n'왜 지금 사나요?' 문의 분류\n실험 9건 판정\n누구에게 보낼 것인가?\n지표 사전 작성",
        "Moved to Python 3.11\nUpgraded dbt to 1.8\nTaught SQL\nShipped v2.0",
    ),
    bad=(
        "수요 예측 모델 재설계\n발주 규칙 정리.\n결품률 3.0% 유지\n창고 인터뷰 9회",
        "모델을 다시 설계했습니다.\n발주 규칙을 정리했습니다.\n결품률 3.0% 유지\n창고를 아홉 번 찾았습니다.",
        "배차 화면 제작\n권역 재편.\n유류비 점검\n반송 사유 조사.",
        "Redesigned the forecast\nWrote the order rules.\nHeld stockouts at 3.0%\nVisited nine warehouses",
        "Redesigned the forecast.\nWrote the order rules.\nHeld stockouts at 3.0%\nVisited nine warehouses.",
        "Cut waste from 6% to 4%\nHeld stockouts (at 3.0%.)\nTaught SQL\nMoved the mart\nWrote the guide",
    ),
    check=_check,
)

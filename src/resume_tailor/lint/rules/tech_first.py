"""`tech-first`: a description that opens with the technology instead of the problem."""

import re
from collections.abc import Iterator
from functools import cache

from resume_tailor.lint.evidence import cues, evidence
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Project
from resume_tailor.problems import Severity

_TECH = frozenset({"tools", "algorithms"})


@cache
def _opening() -> re.Pattern[str]:
    """Return what finds a technology at the start of a line, and that it is the means of what follows."""
    names = sorted({form for cue in cues() if cue.id in _TECH for form in cue.forms}, key=len, reverse=True)
    tech = "|".join(re.escape(name.rstrip("*")).replace(r"\ ", r"[\s\-]?") for name in names)
    korean = (
        rf"(?P<ko>{tech})(?:[\s/,·+&]+(?:{tech}))*\s?(?:를|을|로|으로)?\s?(?:활용|이용|사용|기반|적용|로\s|으로\s|통해)"
    )
    english = (
        rf"(?:(?:an?\s)?(?P<en>{tech})[- ](?:based|powered)|(?:using|used|applied|implemented)\s(?P<use>{tech})\b)"
    )
    return re.compile(rf"(?i)\W*(?:{korean}|{english})")


def _check(project: Project, context: Context) -> Iterator[Finding]:
    first = next((line for line in project.lines if line.field in {"summary", "description", "text"}), None)
    match = _opening().match(first.text) if first else None
    if match is None or first is None or any((project.fields or {}).values()):
        return
    if evidence(project, context.lexicon).tells("why"):
        return
    tech = match["ko"] or match["en"] or match["use"]
    yield Finding(
        Message(
            f"'{project.title}': 설명이 문제가 아니라 기술('{tech}')로 시작함",
            f"'{project.title}' opens with the technology ('{tech}') and not with the problem",
        ),
        first.place,
        Message(
            "무엇을 풀었는지로 시작하고, 이 기술을 고른 까닭을 뒤에 적으세요",
            "open with what had to be solved, then say why this technology was the one",
        ),
        project.item,
    )


RULE = Rule(
    name="tech-first",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.INFO,
    summary=Message("기술로 시작하는 설명", "a description that opens with technology"),
    why=Message(
        "기술에 먼저 눈이 가는 사람은 문제에 맞지 않는 도구를 고르기 쉽다. 문제에서 시작한 설명은 도구를 고른 "
        "판단까지 보여 준다.",
        "Whoever looks at the tool first tends to pick the wrong one. A description that starts at the problem also "
        "shows the judgement behind the tool.",
    ),
    good=(
        "# 리뷰 분류\n\n상담원이 하루 두 시간씩 읽던 리뷰를 BERT로 분류",
        "# 도착 시각\n\n기사님이 언제 오는지 모르는 불편에서 출발, XGBoost로 예측",
        "# 분석 환경\n\nPython을 활용한 강의를 듣다가 반복 작업이 너무 많다는 문제를 발견",
        "# Review triage\n\nAgents read reviews for two hours a day; a BERT model now sorts them.",
        "# Arrival times\n\nCustomers could not tell when the driver would come.",
        "# Reader\n\nPython readers asked for a way to search old issues, so I indexed them.",
    ),
    bad=(
        "# 리뷰 분류\n\nBERT를 활용한 리뷰 분류 모델 개발",
        "# 도착 시각 예측\n\nXGBoost, LightGBM을 이용해 도착 시각을 예측하는 모델 구축",
        "# 주가 예측\n\nLSTM 기반 주가 예측 모델",
        "# Review triage\n\nUsing BERT for review classification",
        "# Arrival times\n\nLSTM-based model of arrival times",
        "projects:\n  - name: 로그 수집\n    description: Kafka를 활용한 로그 수집 파이프라인",
    ),
    check=_check,
    plain=True,
)

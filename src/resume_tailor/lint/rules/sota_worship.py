"""`sota-worship`: the newest model as the reason, without what it was held against."""

import re
from collections.abc import Iterator

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Project
from resume_tailor.problems import Severity

_SOTA = re.compile(
    r"(?i)\bSOTA\b|state[- ]of[- ]the[- ]art|cutting[- ]edge (?:model|ai|deep|llm)\w*"
    r"|최신\s?(?:AI|인공지능|딥러닝|LLM|모델|논문|기술|알고리즘)|최첨단|최고 성능(?:의|을 자랑하는)\s?모델"
)
_HELD = re.compile(
    r"(?i)\bbaselines?\b|compared (?:with|to|against)|versus|\bvs\.?\b|outperform|because|latency|\bcost\b"
    r"|trade[- ]?off|our (?:data|own)|ablation|propos"
    r"|대비|비교|보다|기준\s?모델|베이스라인|때문|이유|까닭|지연|비용"
    r"|우리 데이터|자체 데이터|제안|→|->|에서\s?\d"
)


def _check(project: Project, _context: Context) -> Iterator[Finding]:
    seen = _SOTA.search(project.text)
    if seen is None or _HELD.search(project.text):
        return
    line = next((line for line in project.lines if seen[0] in line.text), None)
    yield Finding(
        Message(
            f"'{project.title}': '{seen[0]}' 말고는 왜 그 모델이어야 했는지가 없음",
            f"'{project.title}' says '{seen[0]}' and not why it had to be that model",
        ),
        line.place if line else project.place,
        Message(
            "더 단순한 방법과 우리 데이터에서 비교한 결과와 비용을 적으세요",
            "say what a simpler way gave on your own data, and what each one costs",
        ),
        project.item,
    )


RULE = Rule(
    name="sota-worship",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.WARNING,
    summary=Message("최신 모델이 이유인 프로젝트", "the newest model as the reason"),
    why=Message(
        "논문의 데이터와 회사의 데이터가 같은 경우는 거의 없다. 최신이라는 이유로 고른 모델은 문제를 먼저 보지 "
        "않는다는 신호로 읽힌다.",
        "A paper's data is almost never a company's data. A model chosen because it is the newest reads as not having "
        "looked at the problem first.",
    ),
    good=(
        "# 검수 자동화\n\n논문의 SOTA 모델보다 로지스틱 회귀가 우리 데이터에서 나아 그쪽을 배포",
        "# 수요 예측\n\n최신 모델과 지난주 평균을 비교해 오차 차이가 1%뿐임을 확인하고 단순한 쪽을 선택",
        "# 파손 탐지\n\n논문에서는 아이디어만 가져와 자체 데이터로 다시 학습",
        (
            "# Inspection\n\n"
            "A state-of-the-art detector was 2 points better than our baseline at ten times the cost; we kept the "
            "baseline."
        ),
        "# Forecasts\n\nHeld last week's average against three models and shipped the average.",
        "# Sparse training\n\nWe propose a criterion that matches state-of-the-art pruning with half the memory.",
    ),
    bad=(
        "# 감성 분류\n\nSOTA 모델을 적용해 높은 정확도 달성",
        "# 이미지 검수\n\n최신 딥러닝 기술을 활용한 불량 검출",
        "# 챗봇\n\n최신 LLM을 도입한 최첨단 상담 챗봇 개발",
        "# Sentiment\n\nApplied a state-of-the-art transformer and achieved high accuracy.",
        "# Inspection\n\nDefect detection with cutting-edge deep learning models.",
        "# Q&A bot\n\nUses SOTA LLMs for document question answering.",
    ),
    check=_check,
    plain=True,
)

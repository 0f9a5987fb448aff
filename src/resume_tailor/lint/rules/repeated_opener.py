"""`repeated-opener`: bullets that all begin with one verb, or in Korean end in one."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from resume_tailor.lint.korean import predicate
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line, Section
from resume_tailor.lint.wording import effect
from resume_tailor.problems import Severity

_IN_A_ROW = 3
_FEWEST = 6  # bullets of which half may be too many
_NO_VERBS = frozenset(
    [
        "a",
        "an",
        "the",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "to",
        "as",
        "by",
        "of",
        "after",
        "before",
        "over",
        "each",
        "all",
    ]
)


@cache
def _first() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Za-z]+ly\s)?(?P<word>[A-Z]?[a-z]+)\b")


def _is_korean(text: str) -> bool:
    return any("가" <= char <= "힣" for char in text)


def _key(line: Line) -> str:
    """Return the verb that a bullet begins with, or the Korean noun of one that it ends in; "" where there is none."""
    if _is_korean(line.text):
        word = predicate(line.text)
        return "" if effect(word) else word  # `증가` tells of the figure before it
    first = _first().match(line.text)
    word = first["word"].lower() if first else ""
    return "" if word in _NO_VERBS else word


def _check(section: Section, _context: Context) -> Iterator[Finding]:
    keyed = [(line, _key(line)) for line in section.bullets]
    told = set()
    for (_, key), run in groupby(keyed, lambda pair: (pair[0].item.rpartition(".")[0], pair[1])):
        lines = [line for line, _ in run]
        if key and len(lines) >= _IN_A_ROW:
            told.add(key)
            yield _finding(lines[0], f"{len(lines)}줄이 이어서", f"{len(lines)} bullets in a row", key)
    for key, count in Counter(key for _, key in keyed if key not in told).items():
        if key and len(keyed) >= _FEWEST and count * 2 >= len(keyed):
            first = next(line for line, one in keyed if one == key)
            yield _finding(first, f"{len(keyed)}줄 중 {count}줄이", f"{count} of {len(keyed)} bullets", key)


def _finding(line: Line, ko: str, en: str, key: str) -> Finding:
    korean = _is_korean(key)
    shown = key if korean else key.capitalize()
    return Finding(
        Message(
            f"{ko} 같은 말 '{shown}'{_with(shown)} {'끝남' if korean else '시작'}",
            f"{en} {'end in' if korean else 'begin with'} '{shown}'",
        ),
        line.place,
        Message(
            "줄마다 실제로 한 일이 드러나게 바꾸기(예: 구축 → 통합, 이전, 재설계)하거나, 결과로 끝내기",
            "let each say what was really done (built: merged, migrated, redesigned), or merge those that tell the "
            "same",
        ),
        line.item,
    )


def _with(word: str) -> str:
    """Return the particle behind a quoted word: 구축으로, 설계로, 개발로."""
    final = (ord(word[-1]) - ord("가")) % 28 if "가" <= word[-1] <= "힣" else 0
    return "로" if final in {0, 8} else "으로"  # 8: ㄹ


RULE = Rule(
    name="repeated-opener",
    group=Group.BULLET,
    scope=Scope.SECTION,
    severity=Severity.WARNING,
    summary=Message("같은 서술어가 이어지는 줄", "bullets that repeat one verb"),
    why=Message(
        "세 줄이 모두 '구축'이면 한 가지 일을 세 번 읽는 느낌이 들고, 무엇이 어려웠고 무엇이 달랐는지가 보이지 않는다.",
        "Three lines of 'Built' read like one job told three times. The verb is where a reader sees what kind of work "
        "it was.",
    ),
    good=(
        "주문 데이터 마트 구축\n지표 정의서 작성\n대시보드 7종 구축\n알림 배치 이전",
        "클릭 로그 수집 경로 개발\n추천 후보 생성 모델 개발, 재현율 0.41→0.58\n추천 결과 점검 도구 개발",
        "쿠폰 대상 조정으로 매출 3% 증가\n알림 시간 변경으로 방문 6% 증가\n정렬 기준 변경으로 클릭 9% 증가",
        "Built the order mart\nMigrated 14 cron jobs\nBuilt a metric dictionary\nTaught SQL to 20 planners",
        "The first model failed\nThe second used weather\nThe third went live",
        "Built the mart\nBuilt the tests\nWrote the docs\nMoved the alerts\nCut the cost\nTaught the team",
        "매출 예측 모델 설계\n발주 규칙 설계\n시뮬레이터 개발\n현장 인터뷰 진행\n발주 화면 개편\n창고 교육 진행",
    ),
    bad=(
        "주문 데이터 마트 구축\n고객 데이터 마트 구축\n물류 데이터 마트 구축",
        "로그 수집기 개발\n이탈 예측 모델을 개발함\n사내 챗봇 개발했습니다.\n정산 화면 점검",
        "추천 개발\n지표 정의\n검색 개발\n코드 검토\n알림 개발\n실험 설계",
        "Built dashboards for sales\nBuilt pipelines for finance\nBuilt a model for churn",
        "Developed a forecast\nDeveloped an optimizer\nDeveloped an API\nMaintained the cluster",
        "Led a team\nWrote a guide\nLed a study\nFixed the mart\nLed a review\nTaught SQL",
        "Successfully led hiring\nLed onboarding\nLed the weekly review",
    ),
    check=_check,
)

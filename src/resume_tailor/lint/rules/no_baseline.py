"""`no-baseline`: a relative gain that does not say what it is measured against."""

import re
from collections.abc import Iterator
from functools import cache

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line
from resume_tailor.problems import Severity

_GAIN_KO = r"""
    (?<![\d.,])\d[\d,.]*\s?(?:%\s?p|%\s?포인트|%|퍼센트|배)\s?(?:이상|가량|정도|넘게|가까이)?
    (?:의\s(?:[가-힣]+\s){0,2}|\s)?
    (?:개선|향상|절감|증가|단축|감소|상승|증대|축소|성장|빠르게|빨라|끌어올|늘(?=[리려렸어었린림])|높(?=[이여였인임])
    |줄(?=[이여였어었인임])|올(?=[리려렸라랐린림])|낮(?=[추췄춘춤춰]))(?!\s?목표)[가-힣]*
"""
_GAIN_EN = r"""
    \b(?:(?:improv|reduc|increas|decreas|enhanc|rais|lower|boost|lift|grew|grow|shorten|accelerat|sav|slash|trimm?)
    (?:ed|ing|es?|s)?|cut(?:ting|s)?|optimi[sz](?:ed|ing))
    (?:\s(?!to\b|from\b|at\b|of\b|in\b|for\b|by\b)[\w'/-]+){0,7}\s(?:by\s)?
    (?:about|over|around|nearly|almost|roughly|up\sto|more\sthan|at\sleast|~|an?\saverage\sof)?\s?
    \d[\d.]*\s?(?:%|percent\b|x\b)(?!\s(?:of|to)\b)
    |
    \b\d[\d.]*(?:%|\spercent|x)\s(?:\w+\s)?
    (?:improvement|increase|reduction|decrease|drop|gain|boost|growth|uplift|savings?
    |faster|higher|lower|fewer|less|more|better)\b(?!\sthan\b)
"""
_AGAINST = r"""
    →|⇒|->|=>|\d\S*에서\s(?:[가-힣]+\s)?\d\S*(?:로|까지)
    |대비|비해|비교|보다|이전\s(?:모델|방식|버전|분기|달|해)|작년|지난해|전년|전월|전분기
    |대조군|통제군|실험|A/B|AB\s?테스트|스위치백|이중\s?차분|증분|베이스라인|기준선|기준\s?모델|벤치마크
    |\d\s?(?:[천만억]+\s?)?(?:원|달러|시간|분(?!기|위|류|석|야)|초(?!기))
    |
    \bfrom\s.*\bto\b|\bto\s.*\bfrom\b|\b(?:against|versus|vs|compared|previous|prior)\b|\brelative\sto\b
    |(?<!more\s)(?<!less\s)\bthan\b|\bover\sthe\s(?:last|old|current|existing)\b
    |\b(?:baseline|control|hold-?out|experiments?|test(?:s|ed)?|switchback|incremental|benchmarks?)\b
    |\b(?:year|quarter|month)[-\s](?:over|on)[-\s]|\b(?:YoY|QoQ|MoM)\b
    |(?:KRW|USD|EUR|[$₩€£])\s?\d|\d\s?(?:hours?|minutes?|seconds?|ms|s|days?|GB|TB|km|won|dollars)(?![A-Za-z])
"""


@cache
def _gain() -> re.Pattern[str]:
    """Return what finds a gain in percent or times. `91%까지 향상` and `to 91%` are where it came to, not a gain."""
    return re.compile(f"{_GAIN_KO}|{_GAIN_EN}", re.IGNORECASE | re.VERBOSE | re.ASCII)


@cache
def _against() -> re.Pattern[str]:
    """Return what finds that against which the gain is measured, or an absolute figure that makes it plain."""
    return re.compile(_AGAINST, re.IGNORECASE | re.VERBOSE | re.ASCII)


def _check(line: Line, _context: Context) -> Iterator[Finding]:
    found = _gain().search(line.text) if line.is_bullet else None
    if found and not _against().search(line.text):
        gain = found[0].strip()
        yield Finding(
            Message(f"'{gain}': 무엇에 비해서인지 없음", f"'{gain}': it does not say against what"),
            line.place,
            Message(
                "전후 값을 적거나(예: 31%→22%) 비교한 것을 적기(예: 기존 모델 대비, 대조군 대비, 전년 같은 달 대비)",
                "give both ends (from 31% to 22%), or what it is compared with: the old model, a control group, last "
                "year",
            ),
            line.item,
        )


RULE = Rule(
    name="no-baseline",
    group=Group.BULLET,
    scope=Scope.LINE,
    severity=Severity.WARNING,
    summary=Message("비교 기준이 없는 증감률", "a relative gain without what it is measured against"),
    why=Message(
        "'30% 향상'은 2%에서 2.6%로도, 60%에서 78%로도 읽힌다. 출발점이나 비교 대상이 없는 비율은 크기를 가늠할 수 "
        "없고, 데이터를 다루는 사람이 썼다면 더 미덥지 않다.",
        "'Improved by 30%' may be from 2% to 2.6% or from 60% to 78%. A ratio without its start or its control cannot "
        "be judged, and from someone who works with data it costs trust.",
    ),
    good=(
        "반품 사유 분류 모델을 다시 학습해 재현율 61%→79%로 18%p 향상",
        "기존 규칙 대비 오탐 40% 감소, 상담사 확인 물량은 그대로 유지",
        "대조군보다 재방문율이 12% 높은 알림 시간대를 찾아 전 회원에 적용",
        "새벽 적재 시간을 3시간에서 20분으로 90% 단축",
        "창고 임차료 월 1,200만 원(15%) 절감, 15% 감소분은 신선 창고에 재투자",
        "검색 정확도를 91%까지 향상, 상위 10% 고객 이탈 원인 규명",
        "Lifted repeat bookings by 12% over the control group in a four-week holdout",
        "Cut warehouse picking time by 30%, from 50 to 35 seconds an item",
        "Reduced false alerts by 40% compared with the rule set it replaced",
        "Raised label agreement to 92% by rewriting the guide for 30% of the classes",
    ),
    bad=(
        "추천 모델을 고도화하여 클릭률 30% 향상",
        "쿼리 구조를 바꿔 처리 속도를 2배 빠르게 함",
        "개인화 푸시 발송으로 매출 15% 이상 증가",
        "신규 검색 랭킹 적용, 전환율 3.5%p 상승",
        "캐시를 두어 서버 비용을 40% 줄임",
        "Improved model accuracy by 30% with better features",
        "Redesigned the ingestion jobs, reducing cloud costs by over 40%",
        "Delivered a 25% increase in user retention through personalization",
        "Made the search index 3x faster",
    ),
    check=_check,
)

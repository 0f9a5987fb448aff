"""`mixed-ending`: a few Korean bullets end in another way than the rest of their section."""

from collections import Counter
from collections.abc import Iterator

from resume_tailor.lint.korean import ENDING_NAMES, Ending, ending, last_word, restyled
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line, Section
from resume_tailor.problems import Severity

_FEWEST = 4
_SHARE = 3  # a minority is one in so many at most: half and half is a style of its own

_HOW = {
    kind: Message(f"'{kind.value}'처럼 끝내기", f"end it the way '{kind.value}' does")
    for kind in (Ending.HAM, Ending.FORMAL, Ending.PLAIN, Ending.POLITE)
} | {
    Ending.NOUN: Message(
        "'개선', '31%→22%'처럼 명사나 수치로 끝내기", "end it in a noun ('개선') or a figure ('31%→22%')"
    )
}


def _check(section: Section, _context: Context) -> Iterator[Finding]:
    ended = [(line, kind) for line in section.bullets if line.lang == "ko" and (kind := ending(line.text))]
    if len(ended) < _FEWEST:
        return
    counts = Counter(kind for _, kind in ended)
    usual, most = counts.most_common(1)[0]
    for line, kind in ended:
        if kind is not usual and counts[kind] * _SHARE <= len(ended):
            yield _finding(line, usual, most)


def _finding(line: Line, usual: Ending, most: int) -> Finding:
    word = last_word(line.text)
    ko, en = ENDING_NAMES[usual]
    better = restyled(word, usual)
    return Finding(
        Message(
            f"'{word}': 같은 섹션의 다른 {most}줄은 {ko}",
            f"ends in '{word}', where {most} others of the section end in {en}",
        ),
        line.place,
        Message(
            f"'{better}'처럼 끝내기" if better else _HOW[usual].ko,
            f"end it in '{better}'" if better else _HOW[usual].en,
        ),
        line.item,
    )


RULE = Rule(
    name="mixed-ending",
    group=Group.KOREAN,
    scope=Scope.SECTION,
    severity=Severity.WARNING,
    summary=Message("한 섹션에 섞인 문장 끝", "Korean bullets of one section that end in different ways"),
    why=Message(
        "'개발', '개발함', '개발했습니다'가 섞이면 여기저기서 옮겨 붙인 글로 보인다. 문서를 끝까지 다듬는 사람인지가 "
        "여기서 드러난다.",
        "Endings that change from line to line look pasted together from several documents. It is where a Korean "
        "reader sees whether you finish what you hand in.",
    ),
    good=(
        (
            "결제 로그 적재 구조 재설계\n환불 사유 12개로 분류\n환불률 4.1%→2.9%\n상담 화면에 사유 표시(기여도 60%)\n"
            "야간 배치 이전."
        ),
        (
            "보험 청구 심사 기준에 위험 점수 포함\n현장 실험\n신규 플랫폼\n추천 알고리즘\n예측 시스템\n고객 경험\n"
            "다음 분기 점검"
        ),
        "적재 구조를 재설계함\n환불 사유를 분류했음\n상담 화면에 사유가 표시됨\n야간 배치를 새 서버로 옮김",
        (
            "적재 구조를 재설계했습니다.\n환불 사유를 12개로 나눴습니다.\n상담 화면에 사유를 표시합니다.\n배치를 "
            "옮겼습니다 (Airflow)."
        ),
        "적재 구조 재설계\n환불 사유 분류\n상담 화면 개편함\n야간 배치 이전함",
        "재고 실사 기준 작성\n발주량 예측 모델을 만들었습니다.\n폐기율 6%→4%",
        "도심 수요 예측\n판매량 데이터 수집 요건 정리\n캐나다 매장 재고 조사\n분석용 라이브러리 Polars\n주간 수요",
    ),
    bad=(
        "결제 로그 적재 구조 재설계\n환불 사유 분류\n상담 화면 개편\n야간 배치를 새 서버로 이전했습니다.",
        "결제 로그 적재 구조를 재설계함\n환불 사유를 분류함\n상담 화면을 개편함\n환불률 4.1%→2.9%",
        "적재 구조를 재설계했습니다.\n환불 사유를 분류했습니다.\n상담 화면을 개편했습니다.\n야간 배치 이전",
        "출고 지연 원인 규명\n피킹 동선 조정\n재고 오차 7%→3%\n창고별 적정 재고 산정\n안전 재고 기준을 다시 정했다.",
        "로그 설계\n실험 판정\n지표 정의\n사내 강의\n파이썬을 배워서 자동화했어요",
        "배송 권역 재편\n도착 시간 예측 모델을 개발하였음 (회귀)\n반송 사유 조사\n유류비 점검\n배차 화면 제작",
        (
            "이탈 고객 인터뷰\n재방문율 22%→35%\n앱 알림 '하루 한 번'\n추천 문구 교체\n설문을 통해 원인을 알아냄\n"
            "환불 안내 개편"
        ),
    ),
    check=_check,
)

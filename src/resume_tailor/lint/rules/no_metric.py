"""`no-metric`: a bullet that tells of an effect and gives no figure."""

from collections.abc import Iterator

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line
from resume_tailor.lint.wording import effect, has_figure
from resume_tailor.problems import Severity

_SECTIONS = ("work", "projects")


def _check(line: Line, _context: Context) -> Iterator[Finding]:
    if not line.is_bullet or line.section not in _SECTIONS:
        return
    word = effect(line.text)
    if word and not has_figure(line.text):
        yield Finding(
            Message(f"'{word}' 뒤에 수치가 없음", f"'{word}' comes without a figure"),
            line.place,
            Message(
                "전후 값이나 규모를 적기(예: 응답 3.2초→0.8초, 주 6시간 절감). 잴 수 없었다면 무엇을 바꿨는지만 적기",
                "give before and after or a size (from 3.2 s to 0.8 s, 6 hours a week); if it was never measured, "
                "say only what you changed",
            ),
            line.item,
        )


RULE = Rule(
    name="no-metric",
    group=Group.BULLET,
    scope=Scope.LINE,
    severity=Severity.INFO,
    summary=Message("수치 없는 성과", "an effect without a figure"),
    why=Message(
        "'개선'과 '향상'은 누구나 쓴다. 얼마나 나아졌는지가 없으면 효과를 재 보지 않은 사람으로 읽히고, 면접에서 물을 "
        "것도 없다.",
        "Everyone writes 'improved'. Without how much, it reads as work whose effect was never measured, and it "
        "leaves an interviewer nothing to ask about.",
    ),
    good=(
        "상품 검색 색인을 다시 설계해 p95 응답 1.9초→0.4초로 단축",
        "엑셀로 하던 정산 대사를 자동화해 매주 6시간 절감",
        "야간 배치를 병렬로 돌려 처리 시간을 절반으로 단축",
        "물류센터 피킹 동선 최적화 모형 설계와 현장 검증",
        "증가하는 센서 로그를 감당하도록 적재 구조를 일 단위 파티션으로 변경",
        "배송 지연 감소 방안을 세 가지로 정리해 운영팀에 제안",
        "Reduced no-shows at 14 clinics from 18% to 11% with reminders sent by risk",
        "Halved the run time of the nightly build, improving when analysts get their tables",
        "Wrote an improved sampling plan for the household survey",
        "Proposed three ways of reducing packaging waste to the warehouse team",
    ),
    bad=(
        "쿼리 튜닝으로 대시보드 조회 속도 개선",
        "2023년 고객 이탈 예측 모델을 도입하여 재구매율을 향상시킴",
        "GA4 이벤트를 다시 설계해 마케팅 비용 절감, 전환 퍼널 시각화",
        "추천 로직을 바꿔 사용자 만족도 향상에 기여",
        "5인 팀에서 재고 배치를 최적화했습니다.",
        "Improved model performance through careful feature engineering",
        "Rebuilt the EC2 ingestion job, significantly reducing infrastructure costs",
        "Redesigned the onboarding emails and increased user engagement",
    ),
    check=_check,
)

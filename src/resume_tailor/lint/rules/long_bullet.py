"""`long-bullet`: a bullet that runs over three lines of the page."""

from collections.abc import Iterator

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line
from resume_tailor.problems import Severity

_MOST = {"ko": 120, "en": 220}  # characters: about two lines and a half of an A4 page


def _check(line: Line, _context: Context) -> Iterator[Finding]:
    if line.is_bullet and len(line.text) > _MOST[line.lang]:
        yield Finding(
            Message(f"한 줄이 {len(line.text)}자", f"the bullet has {len(line.text)} characters"),
            line.place,
            Message(
                f"{_MOST[line.lang]}자 안으로: 한 줄에 한 가지 일과 그 결과만",
                f"keep it under {_MOST[line.lang]}: one thing done and what came of it",
            ),
            line.item,
        )


RULE = Rule(
    name="long-bullet",
    group=Group.BULLET,
    scope=Scope.LINE,
    severity=Severity.WARNING,
    summary=Message("너무 긴 줄", "a bullet too long to be read at a glance"),
    why=Message(
        "이력서 한 장을 보는 시간은 짧다. 두 줄 반을 넘는 줄은 끝까지 읽히지 않고, 뒤에 적은 성과가 묻힌다.",
        "A page gets seconds. A bullet beyond two and a half lines is not read to its end, where the result stands.",
    ),
    good=(
        "가입 24시간 안에 몰린 부정 대여를 초기 신호로 가려내 월 피해액 5,800만→1,900만 원",
        "Cut monthly fraud losses from KRW 58M to KRW 19M by scoring the first 24 hours after sign-up",
        "정산 배치를 둘로 나눠 새벽 장애 월 6건→0건",
        "Split the settlement batch in two; nightly incidents went from 6 a month to none",
        "주간 보고를 대시보드로 바꿔 팀장 9명이 매주 쓰던 3시간 절감",
        "Replaced the weekly deck with a dashboard that nine team leads open daily",
    ),
    bad=(
        (
            "전사 데이터 활용 문화를 확산하기 위하여 여러 유관 부서와 긴밀하게 협력하면서 데이터 수집, 정제, 적재, "
            "분석, 시각화에 이르는 전 과정을 처음부터 끝까지 직접 설계하고 구축하였으며 그 과정에서 발생하는 다양한 "
            "기술적 문제를 해결하고 안정적으로 운영하기 위한 모니터링 체계도 마련"
        ),
        (
            "온라인 강의 수강생이 3주 차에 한꺼번에 그만두는 현상을 확인하고 강의 길이, 과제 난이도, 알림 시각, 강사 "
            "답변 속도 네 가지를 원인 후보로 놓은 뒤 각각을 로그와 설문으로 살펴보고 그중 답변 속도가 가장 크다고 "
            "판단하여 조교 배정 규칙을 바꾸어 완강률 38%→46%"
        ),
        (
            "매장별 재고 실사 결과와 전산 재고의 차이를 월 단위로 모아 매장 규모, 담당자 교체 여부, 입고 요일, 상품 "
            "분류, 진열 위치에 따라 나누어 보고 입고 요일이 몰린 매장에서 오차가 크다는 사실을 찾아 입고 일정을 "
            "나누도록 물류팀에 제안"
        ),
        (
            "Worked closely with a wide range of stakeholders across the whole organization in order to design, "
            "build, test, deploy, document and maintain an end-to-end platform that covers the collection, cleaning, "
            "loading, analysis and visualization of all of the data that the company produces"
        ),
        (
            "Investigated why appointment no-shows at 14 clinics rose every winter by joining booking logs with "
            "weather, bus delays and reminder times, found that reminders went out after the last bus had left, moved "
            "them to the morning, and saw no-shows fall from 18% to 11%"
        ),
        (
            "Maintained the nightly pipelines for orders, returns, inventory, marketing and finance, answered "
            "questions from every team that reads the tables, wrote tests for the most important ones, and also took "
            "part in interviews and the onboarding of two new analysts"
        ),
    ),
    check=_check,
)

"""`missing-why`: a project that does not say what it was for."""

from collections.abc import Iterator

from resume_tailor.lint.evidence import evidence
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Project
from resume_tailor.problems import Severity


def _check(project: Project, context: Context) -> Iterator[Finding]:
    fields = project.fields or {}
    if fields.get("why") or fields.get("problem") or evidence(project, context.lexicon).tells("why"):
        return
    yield Finding(
        Message(
            f"'{project.title}': 왜 시작했는지, 어떤 문제를 풀었는지가 없음",
            f"'{project.title}' says neither why it was begun nor which problem it solves",
        ),
        project.place,
        Message(
            "첫 줄에 누가 무엇 때문에 곤란했는지 한 문장으로 적으세요 (why, problem)",
            "begin with one sentence: who was in what trouble (why, problem)",
        ),
        project.item,
    )


RULE = Rule(
    name="missing-why",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.WARNING,
    summary=Message("왜 했는지가 없는 프로젝트", "a project without its reason"),
    why=Message(
        "무엇으로 만들었는지보다 왜 만들었는지가 사람을 기억하게 한다. 문제를 정의할 줄 아는 사람인지는 시작한 "
        "까닭에서 드러난다.",
        "What sticks is why it was made, not what it was made with. Whether somebody can define a problem shows in the "
        "reason they give for starting.",
    ),
    good=(
        "# 배송 지연 알림\n\n고객센터 문의의 40%가 '언제 오나요'여서 예상 도착 시각을 먼저 알리는 알림을 만듦",
        "# 반품 사유 분류\n\n상담원이 매일 두 시간씩 손으로 나누던 반품 사유를 자동으로 분류",
        "# 주차장 빈자리\n\n빈자리를 찾느라 건물을 세 바퀴씩 도는 불편을 줄이기 위해 시작",
        (
            "# Late-parcel alerts\n\n"
            "Forty percent of calls asked where the parcel was, so we told people before they had to ask."
        ),
        "# Shift planner\n\nThe planner lost two hours every Friday to a spreadsheet that only she understood.",
        "projects:\n  - name: 재고 알림\n    why: 주말마다 인기 상품이 품절\n    description: 알림 서버 개발",
    ),
    bad=(
        "# 도서 관리 시스템\n\nJava, Spring, MySQL로 도서 관리 시스템 개발. 대출, 반납, 검색 기능 구현",
        "# 이미지 분류 모델\n\nResNet50과 EfficientNet을 학습하고 정확도를 비교. 정확도 94%",
        "# 뉴스 기사 군집화\n\nTF-IDF와 K-means로 기사 5만 건을 군집화하고 시각화",
        "# Recipe site\n\nBuilt with React, Node.js and MongoDB. Search, comments and ratings.",
        "# Text classifier\n\nFine-tuned BERT and compared it with logistic regression. F1 0.91.",
        (
            "projects:\n  - name: 매출 대시보드\n    description: Tableau로 매출 대시보드 제작\n"
            "    keywords: [Tableau, SQL]"
        ),
    ),
    check=_check,
    plain=True,
)

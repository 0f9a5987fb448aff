"""`missing-outcome`: a project that does not say what came of it."""

from collections.abc import Iterator

from resume_tailor.lint.evidence import evidence
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Project
from resume_tailor.problems import Severity


def _check(project: Project, context: Context) -> Iterator[Finding]:
    if (project.fields or {}).get("outcome") or evidence(project, context.lexicon).tells("outcome"):
        return
    yield Finding(
        Message(f"'{project.title}': 무엇이 달라졌는지가 없음", f"'{project.title}' does not say what came of it"),
        project.place,
        Message(
            "숫자가 없어도 괜찮습니다: 누가 쓰게 됐는지, 무엇을 알게 됐는지, 무엇이 줄었는지 한 줄로 적으세요 "
            "(outcome)",
            "it need not be a number: who uses it now, what was learned, what there is less of (outcome)",
        ),
        project.item,
    )


RULE = Rule(
    name="missing-outcome",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.WARNING,
    summary=Message("결과가 없는 프로젝트", "a project without its outcome"),
    why=Message(
        "한 일만 적고 무엇이 달라졌는지 적지 않으면, 끝까지 해 본 일인지 알 수 없다. 실패했다면 무엇을 알게 됐는지도 "
        "훌륭한 결과다.",
        "Work without its result leaves open whether it was ever finished. What a failure taught is a result too.",
    ),
    good=(
        "# 품절 예측\n\n매장 42곳의 발주량을 제안, 품절 건수 주 310건→190건",
        "# 사내 검색\n\n문서 검색을 도입해 지금은 개발자 대부분이 사용 중",
        "# 요금 실험\n\n효과가 없다는 결과를 확인하고 쿠폰을 중단",
        "# Stock alerts\n\nStock-outs fell from 310 to 190 a week across 42 shops.",
        "# Internal search\n\nAdopted by all four teams within a month.",
        "projects:\n  - name: 정산 자동화\n    description: 정산 스크립트 작성\n    outcome: 마감이 하루 빨라짐",
    ),
    bad=(
        "# 상권 분석 도구\n\n유동 인구와 임대료를 지도에 겹쳐 보는 도구 제작. Python, Folium, Streamlit 이용",
        "# 로그 수집기\n\nKafka와 Spark로 로그 수집 구조를 설계하고 구현",
        "# 문서 요약기\n\n긴 회의록을 요약하는 도구. LangChain과 FastAPI로 작성",
        "# Log collector\n\nDesigned and implemented a log collector with Kafka and Spark.",
        "# Meeting notes\n\nA tool that summarises long meetings. Built with LangChain and FastAPI.",
        "projects:\n  - name: 배치 이전\n    why: 밤마다 배치가 밀림\n    description: 배치를 Airflow로 이전",
    ),
    check=_check,
    plain=True,
)

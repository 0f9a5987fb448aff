"""`stack-dump`: a project that is little more than a list of tools and steps."""

import re
from collections.abc import Iterator

from resume_tailor.lint.evidence import Evidence, evidence
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Project
from resume_tailor.problems import Severity

_WORD = re.compile(r"[\w.+#-]+")
_STEPS = frozenset({"tools", "textbook", "algorithms", "todo"})
_FEWEST = 3
_SHARE = 0.1  # of all words; a text that says what it did with its tools stays below


def _listed(found: Evidence) -> list[str]:
    """Return the tools, models and textbook steps that the text names."""
    signs = (sign for sign in (*found.story, *found.generic) if sign.cue.id in _STEPS)
    return list(dict.fromkeys(word for sign in signs for word in sign.seen))


def _check(project: Project, context: Context) -> Iterator[Finding]:
    if _has_story(project):
        return
    found = evidence(project, context.lexicon)
    listed = _listed(found)
    words = max(1, len(_WORD.findall(project.text)))
    if len(listed) < _FEWEST or len(listed) / words < _SHARE or _is_told(found):
        return
    shown = ", ".join(listed[:4])
    yield Finding(
        Message(
            f"'{project.title}': 도구와 단계의 나열에 그침 ({shown} …)",
            f"'{project.title}' is little more than a list of tools and steps ({shown} …)",
        ),
        project.place,
        Message(
            "도구는 한 줄로 줄이고, 그것으로 무엇을 정했고 무엇이 달라졌는지 적으세요",
            "give the tools one line, and say what you decided with them and what changed",
        ),
        project.item,
    )


def _is_told(found: Evidence) -> bool:
    """Tell whether the text says what its tools were for, and what came of them."""
    return bool(found.tells("why") and found.tells("outcome"))


def _has_story(project: Project) -> bool:
    """Tell whether the base holds the project's story in fields of its own."""
    return any((project.fields or {}).values())


RULE = Rule(
    name="stack-dump",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.WARNING,
    summary=Message("도구 나열에 그친 프로젝트", "a project that only lists its tools"),
    why=Message(
        "단순 나열식 프로젝트는 인상에 남지 않는다. 도구의 이름은 검색에 걸리게 하지만, 만나 보고 싶게 하는 것은 그 "
        "도구로 내린 판단이다.",
        "A plain list makes no impression. Names of tools get a resume found; what you decided with them gets you "
        "invited.",
    ),
    good=(
        (
            "# 배송 지연 알림\n\n"
            "문의의 40%가 도착 시각이어서 알림을 만들었고, 문의가 절반으로 줄었다. Python, Airflow 사용"
        ),
        "# 검색 순위 개선\n\n찾는 상품이 둘째 쪽에 있다는 문제를 클릭 로그에서 확인하고 순위 기준을 바꿈",
        "# 좌석 예약\n\n동시 예약이 겹치는 문제를 잠금 대신 대기열로 해결, Redis",
        (
            "# Late-parcel alerts\n\n"
            "Calls about late parcels kept growing, so we told customers first; calls halved. Python, Airflow."
        ),
        (
            "# Search ranking\n\n"
            "Shoppers could not find what we had in stock; the clicks said why. Re-ranked with two signals."
        ),
        (
            "projects:\n  - name: 요금 실험\n    why: 금요일마다 차가 없음\n"
            "    description: Python, SQL, BigQuery, Airflow"
        ),
    ),
    bad=(
        "# 쇼핑몰\n\nJava, Spring Boot, JPA, MySQL, JavaScript, HTML, CSS",
        "# 센서 데이터 분류\n\n- 탐색적 데이터 분석\n- 전처리\n- 모델링 (RandomForest, XGBoost)\n- 변수 중요도",
        "# 고객 군집\n\nPython, Pandas, Scikit-learn, Matplotlib. 전처리, K-means, PCA, 시각화",
        "# Shop\n\nReact, Redux, Node.js, Express, MongoDB, Docker, AWS",
        "# Sensor classification\n\nEDA, data cleaning, feature engineering, Random Forest, XGBoost, SVM, GridSearchCV",
        (
            "projects:\n  - name: 데이터 플랫폼\n"
            "    description: Kafka, Spark, Airflow, Snowflake, dbt, Docker, Kubernetes"
        ),
    ),
    check=_check,
    plain=True,
)

"""`uncategorised-skills`: tools in one long list, with nothing to tell a reader what the person does with them."""

import re
from collections.abc import Iterator, Sequence

from resume_tailor.lint.careers import title
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Whole
from resume_tailor.model import Entry
from resume_tailor.problems import Severity

_LONG = 8  # tools that a reader still takes in without groups, and one more
_MOST = 15  # of one group
_APART = re.compile(r"[,;|、\n](?![^(]*\))")  # not within brackets: 회귀(선형, 로지스틱)
_NO_GROUP = re.compile(  # a heading of the section and not of a group
    r"(?:보유|사용|활용|주요|핵심|전체|세부)?\s*(?:가능\s*)?(?:기술|스킬|기술\s?스택|역량|도구|툴|언어\s?및\s?도구"
    r"|능력)(?:\s?목록)?|(?:my |core |key |technical |hard |all |other )?(?:skills?|skill ?set|stack"
    r"|tech(?:nical)?(?: skills| stack)?|tools?|technologies|tools (?:and|&) technologies|languages (?:and|&) tools)",
    re.IGNORECASE,
)


def _check(whole: Whole, _context: Context) -> Iterator[Finding]:
    skills = whole.resume.sections.get("skills", ())
    bare = [entry for entry in skills if not entry.lists.get("keywords")]
    loose = [tool for entry in bare for tool in _tools(entry)]
    if len(loose) >= _LONG:
        yield _finding(bare[0], loose)
    for entry in (entry for entry in skills if entry.lists.get("keywords")):
        tools = _tools(entry)
        alone = len(skills) == 1 and _NO_GROUP.fullmatch(title(entry, "ko").strip())
        if len(tools) > _MOST or (alone and len(tools) >= _LONG):
            yield _finding(entry, tools)


def _tools(entry: Entry) -> list[str]:
    """Return what an entry lists; a whole list may stand in one text, and be the entry's name."""
    texts = [text.to("ko") for text in entry.lists.get("keywords", ())] or [title(entry, "ko")]
    return [tool.strip() for text in texts for tool in _APART.split(text) if tool.strip()]


def _finding(entry: Entry, tools: Sequence[str]) -> Finding:
    few = ", ".join(tools[:3])
    return Finding(
        Message(f"한 줄로 늘어놓은 기술 {len(tools)}개: '{few} …'", f"{len(tools)} skills in one list: '{few} …'"),
        entry.place,
        Message(
            "쓰임새로 묶기: {name: 분석·실험, keywords: [SQL, Python]}처럼 한 묶음에 3~7개, 오래 안 쓴 것은 빼기",
            "group them by what you do with them: {name: Analytics, keywords: [SQL, Python]}, 3 to 7 each",
        ),
        entry.id,
    )


RULE = Rule(
    name="uncategorised-skills",
    group=Group.SKILLS,
    scope=Scope.RESUME,
    severity=Severity.WARNING,
    summary=Message("묶지 않고 늘어놓은 기술", "skills in one long list"),
    why=Message(
        "도구 이름 스무 개는 검색어일 뿐, 무엇을 할 줄 아는 사람인지는 말해 주지 않는다. 분석·파이프라인·서빙처럼 "
        "쓰임새로 묶으면 어느 자리에 맞는지가 한눈에 보이고, 회사에 따라 묶음의 순서를 바꿀 수 있다.",
        "Twenty names of tools are search terms; they do not tell what you do. Grouped by use, they show at a glance "
        "which seat you fit, and the groups can be put in another order for each company.",
    ),
    good=(
        """
        skills:
          - {name: 분석·실험, keywords: [SQL, Python, A/B 테스트, CUPED]}
          - {name: 데이터 파이프라인, keywords: [BigQuery, dbt, Airflow, PostgreSQL]}
        """,
        """
        skills:
          - {name: Modeling, keywords: [LightGBM, scikit-learn, PyTorch]}
          - {name: Serving, keywords: [FastAPI, Redis, ONNX, Docker, Kubernetes]}
        """,
        """
        skills: [SQL, Python, Tableau, dbt]
        """,
        """
        skills:
          - {name: 기술, keywords: [SQL, Python, Tableau, Airflow, dbt]}
        """,
        """
        skills:
          - {name: Statistics, keywords: ["Regression (linear, logistic, quantile)", "Causal inference (DiD, IV, RDD)"]}
        """,
        """
        skills:
          - {name: 모델 서빙·운영, keywords: [FastAPI, Redis, ONNX, MLflow, Docker, Kubernetes, Grafana, Kafka]}
          - {name: 분석, keywords: [SQL]}
        """,
        """
        skills: []
        """,
    ),
    bad=(
        """
        skills: [SQL, Python, R, Tableau, Airflow, Spark, Docker, PyTorch, TensorFlow]
        """,
        """
        skills:
          - {name: 기술 스택, keywords: [SQL, Python, R, Tableau, Airflow, Spark, Docker, PyTorch, Keras]}
        """,
        """
        skills:
          - {name: "Python, SQL, R, Java, Scala, Tableau, Looker, Airflow, Spark"}
        """,
        """
        skills:
          - {name: Technical Skills, keywords: ["Python, SQL, R, pandas, NumPy, Spark, Airflow, AWS, Docker, Git"]}
        """,
        """
        skills:
          - {name: Python, level: 실무 3년}
          - {name: SQL, level: 실무 3년}
          - {name: Tableau}
          - {name: Airflow}
          - {name: Spark}
          - {name: Docker}
          - {name: PyTorch}
          - {name: Kafka}
        """,
        """
        skills:
          - {name: 언어, keywords: [Python, SQL]}
          - name: 그 밖
            keywords: [pandas, NumPy, SciPy, Keras, PyTorch, XGBoost, LightGBM, CatBoost, Spark, Hive, Kafka, Flink,
              AWS, GCP, Docker, Tableau]
        """,
    ),
    check=_check,
)

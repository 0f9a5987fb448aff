"""A posting's keywords: which words, in whose spelling, from where, in which order."""

import pytest

from resume_tailor.keywords import key, merged, shipped
from resume_tailor.posting import extract_keywords
from resume_tailor.posting.phrases import korean


def told(text):
    return [one.text for one in extract_keywords(text)]


def duties(*lines, title="데이터 분석가", heading="주요업무"):
    return "\n".join([title, heading, *(f"- {line}" for line in lines)])


def english(*lines, heading="What you'll do"):
    return duties(*lines, title="Analyst", heading=heading)


KOREAN = """데이터 분석가

주요업무
- 배차 최적화와 재배치 정책을 설계합니다
- 고객 퍼널을 분석하고 수요를 예측합니다
- 유관부서와 원활한 커뮤니케이션

자격요건
- SQL을, Python으로, Tableau와 AWS에서 일해 본 분
- 파이썬과 태블로 경험자 우대
- 통계학, 산업공학 전공 학사 이상

우대사항
- 예지정비, A/B테스트 경험

복지
- 최신 맥북, Notion과 4대보험
"""


def test_each_keyword_has_its_kind_section_line_and_how_many_lines_have_it_the_weightiest_first():
    found = [(one.text, one.kind, one.line.section, one.line.number, one.times) for one in extract_keywords(KOREAN)]
    assert found == [
        ("퍼널 분석", "domain", "duties", 5, 1),
        ("Python", "tool", "requirements", 9, 2),
        ("Tableau", "tool", "requirements", 9, 2),
        ("배차 최적화", "method", "duties", 4, 1),
        ("정책 설계", "method", "duties", 4, 1),
        ("수요 예측", "method", "duties", 5, 1),
        ("SQL", "tool", "requirements", 9, 1),
        ("AWS", "tool", "requirements", 9, 1),
        ("예지정비", "domain", "preferred", 14, 1),
        ("재배치", "method", "duties", 4, 1),
        ("A/B테스트", "method", "preferred", 14, 1),
        ("데이터 분석", "method", "duties", 1, 1),
    ]


# --- tools ---


@pytest.mark.parametrize(
    "particle", ["을", "를", "은", "이", "과", "와", "로", "으로", "에서", "의", "도", "까지", ", ", "/", ")", ""]
)
@pytest.mark.parametrize("tool", ["SQL", "BigQuery", "Airflow", "R"])
def test_a_tool_is_found_whatever_particle_is_attached(tool, particle):
    assert told(duties(f"{tool}{particle} 다루는 일")) == [tool, "데이터 분석"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tensorflow, 텐서플로우, TENSORFLOW", "TensorFlow"),
        ("파이썬, python, Python3", "Python"),
        ("태블로와 Tableau", "Tableau"),
        ("Big Query, 빅쿼리, bigquery", "BigQuery"),
        ("구글 애널리틱스, Google Analytics", "Google Analytics"),
        ("쿠버네티스, K8s, Kubernetes", "Kubernetes"),
    ],
)
def test_variants_of_a_tool_are_one_keyword_by_its_own_name(line, name):
    assert told(duties(line)) == [name, "데이터 분석"]


def test_the_posting_s_own_spelling_is_kept():
    assert told(duties("태블로 화면 제작", "수요예측", "A/B 테스트"))[:3] == ["태블로", "A/B 테스트", "수요예측"]


@pytest.mark.parametrize(
    "line", ["㈜모아에서 A/B테스트를 합니다", "①\u200b A/B테스트", "½ A/B테스트", "ﬁrst A/B테스트"]
)
def test_letters_that_unfold_into_several_move_nothing(line):
    assert "A/B테스트" in told(duties(line))


def test_full_width_letters_are_the_letters():
    assert told(duties("ＳＱＬ, Ｐｙｔｈｏｎ")) == ["ＳＱＬ", "Ｐｙｔｈｏｎ", "데이터 분석"]


def test_a_name_that_nobody_knows_is_found_in_a_row_of_tools():
    assert told(duties("SQL, Foobase, Python 사용"))[:3] == ["SQL", "Python", "Foobase"]
    assert "Foobase" not in told(duties("Foobase에서 일합니다"))


@pytest.mark.parametrize(
    "line",
    [
        "You excel at explaining",
        "Cut across mode and segment",
        "Set things in motion and go to market",
        "Turn ideas that spark change into a swift plan",
        "Report to the head of sales",
        "Launch new features",
    ],
)
def test_everyday_english_words_are_no_tools(line):
    names = {"excel", "mode", "segment", "go", "spark", "swift", "report", "feature", "features"}
    assert names.isdisjoint(map(str.casefold, told(english(line))))


def test_the_same_words_with_a_capital_are_tools():
    assert {"Excel", "Go", "Spark", "Looker"} <= set(told(english("Work with Excel, Go, Spark and Looker")))


# --- phrases ---


@pytest.mark.parametrize(
    ("line", "phrases"),
    [
        ("차량 재배치 정책을 설계합니다", ["차량 재배치 정책"]),
        ("모델로 고장 예측", ["고장 예측"]),
        ("모형으로 고장 예측", ["모형", "고장 예측"]),
        ("유관부서와 원활한 커뮤니케이션", []),
        ("관련 업무 경험자 우대", []),
        ("정산 데이터의 정합성을 검증하는 업무", ["정산 데이터", "정합성"]),
        ("폐기율과 물동량 개선", ["폐기율", "물동량 개선"]),
        ("주문 수요를 예측해 기사 배치를 정합니다", ["주문 수요", "기사 배치"]),
        ("산업재해 예측", ["산업재해 예측"]),
    ],
)
def test_a_korean_phrase_ends_at_its_particle_and_holds_no_boilerplate(line, phrases):
    assert list(korean(line)) == phrases


BOILERPLATE = ["우대", "경험자", "유관부서", "커뮤니케이션", "능숙", "보유", "원활", "관련", "업무", "이해도", "역량"]


def test_boilerplate_is_no_keyword():
    lines = [
        "관련 업무 경험자 우대",
        "유관부서와 원활한 커뮤니케이션 능력",
        "데이터에 대한 높은 이해도와 역량 보유",
        "SQL 능숙자",
        "새로운 기술에 대한 관심이 많은 분",
    ]
    assert told(duties(*lines, heading="자격요건")) == ["SQL", "데이터 분석"]


def test_english_phrases_are_words_before_a_noun_that_such_phrases_end_in():
    found = told(
        english("Own customer acquisition cost and fleet rotation planning", "Deploy models and improve quality")
    )
    assert found[:2] == ["customer acquisition cost", "fleet rotation planning"]
    assert not any(text.casefold().startswith(("deploy", "improve", "own")) for text in found)


# --- what gives none ---


@pytest.mark.parametrize(
    "line",
    [
        "통계학, 산업공학, 머신러닝 관련 전공 학사 이상",
        "석사 학위 (인공지능, 데이터 마이닝)",
        "Bachelor's degree in machine learning or data mining",
        "PhD in natural language processing",
    ],
)
def test_subjects_of_a_degree_are_no_keywords(line):
    assert told(f"담당자\n자격요건\n- {line}") == []


@pytest.mark.parametrize(
    "text",
    [
        "담당자\n복지 및 혜택\n- Notion, Slack, Python 강의 수강 지원",
        "담당자\n주요업무\n- 연봉 협의, 4대보험, Python 도서 구입과 연차",
        "Clerk\nBenefits\n- Python courses, Tableau conference tickets",
        "담당자",
        "",
    ],
)
def test_pay_and_benefits_give_none(text):
    assert told(text) == []


# --- order and number ---


def test_a_word_is_told_once_whatever_it_is_called():
    text = duties("수요 예측", "수요예측 모델", "demand forecasting", "수요를 예측", "A/B 테스트, AB test, A/B Testing")
    names = [shipped().canonical(word) for word in told(text)]
    assert len({key(name) for name in names}) == len(names)
    assert [word for word in told(text) if "예측" in word or "forecast" in word] == ["수요 예측"]


def test_there_are_twenty_at_most():
    tools = "SQL, Python, R, Tableau, Looker, Airflow, dbt, Spark, Kafka, Hadoop, AWS, GCP, Docker, Kubernetes"
    more = "BigQuery, Snowflake, Redshift, Flink, Hive, Trino, Terraform, MLflow, PyTorch, Keras, pandas, Excel"
    assert len(told(duties(tools, more))) == 20


def test_duties_weigh_more_than_wishes_and_those_more_than_the_company():
    text = """담당자
회사 소개
- 우리는 Kafka로 유명합니다
주요업무
- Airflow 운영
자격요건
- Python
우대사항
- Spark"""
    assert [(one.text, one.line.section) for one in extract_keywords(text)] == [
        ("Airflow", "duties"),
        ("Python", "requirements"),
        ("Spark", "preferred"),
    ]


def test_a_word_counts_where_it_weighs_most_and_rises_with_each_line():
    text = "담당자\n우대사항\n- Python\n주요업무\n- Airflow 운영\n- Python 개발"
    (first, second) = extract_keywords(text)
    assert (first.text, first.line.number, first.times) == ("Python", 6, 2)
    assert (second.text, second.line.number, second.times) == ("Airflow", 5, 1)


def test_a_word_within_a_longer_one_is_not_told_again():
    assert told("담당자\n주요업무\n- 고객 데이터 분석") == ["고객 데이터 분석"]


def test_the_workspace_s_own_aliases_make_one_word_of_two():
    text = "담당자\n주요업무\n- 수요예측\n- 판매 예언 모델"
    own = merged(shipped(), [["수요 예측", "판매 예언"]])
    assert [one.times for one in extract_keywords(text, own) if one.text == "수요예측"] == [2]


def test_a_phrase_of_no_list_is_not_told_behind_a_word_that_is_in_it():
    text = "분석가\n주요업무\n- 손해율을 봅니다\n- 지역별 손해율 정산 담당\n- 새 담보의 손해율 산출\n"
    found = [one.text for one in extract_keywords(text)]
    assert "손해율" in found
    assert [text for text in found if "손해율" in text] == ["손해율"]


def test_what_a_company_says_of_its_trade_first_is_a_keyword_and_later_words_are_not():
    about = "달빛은 동네 풀필먼트를 하는 물류센터 회사이며 쇼핑몰과 백화점과 편의점도 만납니다."
    text = f"데이터 분석가\n회사 소개\n{about}\n주요업무\n- 지표를 정의합니다\n"
    found = [one.text for one in extract_keywords(text)]
    assert {"풀필먼트", "물류센터"} <= set(found)
    assert not {"백화점", "편의점"} & set(found)

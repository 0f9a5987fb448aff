"""The guard's problems, one class each, Korean and English, and the names it takes from a base."""

import pytest
from makers import HERE, entry, resume, text

from resume_tailor.claims import Known
from resume_tailor.guard import guard_problems, known_of
from resume_tailor.model import Text
from resume_tailor.problems import Place, Problem, render

PLACE = Place("companies/socar.yaml", 14, 11)
KNOWN = Known(
    technologies=frozenset({"Redis"}),
    employers=frozenset({"모아드라이브", "Moadrive"}),
    titles=frozenset({"데이터 분석가", "Data Analyst"}),
    schools=frozenset({"서림대학교", "Seorim University"}),
)
KO = "이탈 예측 모델로 쿠폰 대상을 골라 재구매율 8%→11% 개선"
EN = "Chose whom to send coupons with a churn model, lifting repurchase from 8% to 11%"
FACTS = ("2023년 3월부터 3개월", "고객 5만 명", "월 쿠폰비 3,000만 원", "SQL 사용")
HINT = "write what the base says, or add it to the item's facts: if it is true"


def problems(new):
    return guard_problems("acme.churn", new, [KO, EN, *FACTS], KNOWN, PLACE)


@pytest.mark.parametrize(
    ("new", "rule", "word"),
    [
        ("이탈 예측으로 정확도 0.91, 재구매율 8%→11%", "guard-number", "0.91"),
        ("Reached a score of 0.91", "guard-number", "0.91"),
        ("재구매율 8%→12% 개선", "guard-percentage", "12%"),
        ("Lifted repurchase from 8% to 12%", "guard-percentage", "12%"),
        ("재구매율 11%→8%", "guard-percentage", "11%→8%"),
        ("Cut repurchase from 8% to 11%", "guard-percentage", "Cut repurchase from 8% to 11%"),
        ("쿠폰비 월 3억 원", "guard-money", "3억 원"),
        ("Coupons of KRW 40M a month", "guard-money", "KRW 40M"),
        ("2023년 4월부터 쿠폰 대상 선정", "guard-date", "2023년 4월"),
        ("Chosen since March 2022", "guard-date", "March 2022"),
        ("6개월간 쿠폰 대상 선정", "guard-duration", "6개월"),
        ("Chose coupons for six months", "guard-duration", "six months"),
        ("고객 5만 명 이상에게 쿠폰 발송", "guard-count", "5만 명 이상"),
        ("Sent coupons to 60K customers", "guard-count", "60K customers"),
        ("스파크로 이탈 예측", "guard-technology", "스파크"),
        ("Chose customers with Redis", "guard-technology", "Redis"),
        ("모아드라이브의 이탈 예측", "guard-employer", "모아드라이브"),
        ("A churn model for Moadrive", "guard-employer", "Moadrive"),
        ("팀장으로 이탈 예측 주도", "guard-title", "팀장"),
        ("A churn model, chosen as a Director", "guard-title", "Director"),
        ("서림대학교와 이탈 예측", "guard-school", "서림대학교"),
        ("A churn model with Seorim University", "guard-school", "Seorim University"),
    ],
)
def test_a_rewording_that_says_more_than_its_item_is_an_error_that_names_the_word(new, rule, word):
    message = f"the rewording of 'acme.churn' says '{word}', which neither its text nor its facts hold"
    assert problems(new) == [Problem(rule, message, PLACE, hint=HINT)]


@pytest.mark.parametrize(
    "new",
    [
        KO,
        EN,
        "재구매율을 8%에서 11%로 끌어올린 이탈 예측",
        "Repurchase up from 8% to 11% with a churn model",
        "고객 50,000명에게 3개월간 쿠폰 발송, 월 3천만 원",
        "Used SQL to choose among 50K customers since March 2023",
        "이탈 예측 모델 개발",
        "",
    ],
)
def test_a_rewording_that_says_the_same_or_less_is_no_problem(new):
    assert problems(new) == []


def test_each_claim_is_a_problem_and_reads_like_every_other():
    source = "\n" * 13 + "    text: 재구매율 8%→12%, Kafka 도입"
    assert [render(problem, {PLACE.path: source}) for problem in problems("재구매율 8%→12%, Kafka 도입")] == [
        f"""companies/socar.yaml:14:11: error: the rewording of 'acme.churn' says '{word}', which neither its text nor \
its facts hold [guard-{kind}]
        text: 재구매율 8%→12%, Kafka 도입
              ^
  = {HINT}"""
        for kind, word in (("percentage", "12%"), ("technology", "Kafka"))
    ]


def both(ko, en):
    return Text(HERE, ko=ko, en=en)


def with_texts(made, **texts):
    made.texts.update(texts)
    return made


def with_keywords(made, *keywords):
    made.lists["keywords"] = keywords
    return made


def test_the_names_of_a_base_are_those_of_its_jobs_schools_and_skills_in_all_languages():
    base = resume(
        with_texts(
            entry("acme", "work"), name=both("에이씨엠이", "ACME"), position=both("분석가 · 리드", "Analyst, Team Lead")
        ),
        with_texts(entry("seorim", "education"), institution=both("서림대학교", "Seorim University")),
        with_keywords(entry("skills", "skills"), text("SQL"), both("확률 보정", "Probability calibration")),
        with_keywords(entry("demand"), text("BigQuery"), text("Pricing"), both("수요 예측", "Demand forecasting")),
    )
    assert known_of(base) == Known(
        technologies=frozenset({"SQL", "확률 보정", "Probability calibration", "BigQuery"}),
        employers=frozenset({"에이씨엠이", "ACME"}),
        titles=frozenset({"데이터 분석가", "분석가", "리드", "Analyst", "Team Lead"}),
        schools=frozenset({"서림대학교", "Seorim University"}),
    )


def test_a_base_without_jobs_knows_no_names():
    assert known_of(resume()) == Known(titles=frozenset({"데이터 분석가"}))


def nameless(made):
    made.texts.clear()
    return made


def test_what_has_no_name_is_no_name():
    base = resume(nameless(entry("acme", "work")), nameless(entry("school", "education")))
    assert known_of(base) == Known(titles=frozenset({"데이터 분석가"}))


def test_a_letter_alone_is_no_title_and_two_are():
    base = resume(with_texts(entry("acme", "work"), name=text("A"), position=text("PM · A / BI")))
    assert known_of(base).titles == {"데이터 분석가", "PM", "BI"}


def test_a_project_s_word_is_a_technology_by_a_capital_behind_its_first_letter():
    base = resume(
        with_keywords(entry("demand"), text("pH"), text("Pricing"), text("dbT"), text("x"), text(" BigQuery "))
    )
    assert known_of(base).technologies == {"pH", "dbT", "BigQuery"}

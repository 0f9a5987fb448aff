"""What the rules of the base say in full, and where they stay silent: skills, dates and personal matters."""

import datetime as dt
from pathlib import Path

import pytest

from resume_tailor.lint.engine import AnyRule
from resume_tailor.lint.examples import found_in
from resume_tailor.lint.lexicon import Lexicon
from resume_tailor.lint.rule import Context
from resume_tailor.lint.rules import (
    bad_range,
    gap,
    overlap,
    resident_number,
    self_rating,
    sensitive_personal,
    uncategorised_skills,
    unproven_skill,
)
from resume_tailor.lint.subjects import Whole, lines_of
from resume_tailor.pipeline import load_base
from resume_tailor.workspace import Workspace

CONTEXT = Context(dt.date(2026, 1, 15), Lexicon(()))
RULES: tuple[AnyRule, ...] = (
    uncategorised_skills.RULE,
    unproven_skill.RULE,
    self_rating.RULE,
    bad_range.RULE,
    gap.RULE,
    overlap.RULE,
    resident_number.RULE,
    sensitive_personal.RULE,
)
CASES = [(rule, kind, text) for rule in RULES for kind in ("good", "bad") for text in getattr(rule, kind)]


def said(rule: AnyRule, text: str, lang: str = "ko") -> list[str]:
    return [f"{one.finding.item}: {one.finding.message.to(lang)}" for one in found_in(rule, text, CONTEXT)]


def line(text: str) -> str:
    return f"projects: [{{id: p, name: 이름, highlights: [{{id: p.line, text: '{text}'}}]}}]"


@pytest.mark.parametrize(("rule", "kind", "text"), CASES, ids=[f"{rule.name}-{kind}" for rule, kind, _ in CASES])
def test_an_example_is_found_if_it_is_bad(rule, kind, text):
    assert bool(found_in(rule, text, CONTEXT)) == (kind == "bad")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_finding_stands_in_a_line_of_the_file(rule):
    for text in rule.bad:
        assert all(one.finding.place.line for one in found_in(rule, text, CONTEXT))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    "base",
    [
        "basics: {name: 서이안}",
        "skills: []\nwork: []",
        "work: [{name: 물결페이}]",
        "work: [{startDate: null, endDate: null, position: ''}]",
        "skills: [{keywords: []}]",
        "education: [{endDate: 2025}]",
    ],
)
def test_little_is_no_fault(rule, base):
    assert said(rule, base) == []


def test_no_rule_finds_anything_in_the_example(request):
    workspace = Workspace(request.config.rootpath)
    resume = load_base(workspace.base()).resume
    whole = Whole(resume, tuple(lines_of(resume.entries())))
    context = Context(dt.date(2026, 11, 23), Lexicon(()))
    assert [one for rule in RULES for one in rule.check(whole, context)] == []


def test_a_rule_imports_nothing_of_the_ring():
    for rule in RULES:
        source = Path(rule.check.__code__.co_filename).read_text(encoding="utf-8")
        assert not any(f"import {name}" in source for name in ("os", "click", "pathlib", "weasyprint"))


# --- skills ---


def test_a_list_of_bare_skills_is_named_once_with_its_length():
    text = "skills: [SQL, Python, R, Tableau, Airflow, Spark, Docker, PyTorch]"
    assert said(uncategorised_skills.RULE, text) == ["sql: 한 줄로 늘어놓은 기술 8개: 'SQL, Python, R …'"]
    assert said(uncategorised_skills.RULE, text, "en") == ["sql: 8 skills in one list: 'SQL, Python, R …'"]


@pytest.mark.parametrize(("count", "found"), [(7, 0), (8, 1)])
def test_seven_skills_need_no_groups(count, found):
    assert len(said(uncategorised_skills.RULE, f"skills: {[f'Tool{n}' for n in range(count)]}")) == found


@pytest.mark.parametrize(("count", "found"), [(15, 0), (16, 1)])
def test_a_group_may_hold_fifteen(count, found):
    skills = f"skills: [{{name: 모델링, keywords: {[f'Tool{n}' for n in range(count)]}}}]"
    assert len(said(uncategorised_skills.RULE, skills)) == found


def test_unproven_skills_are_named_together_in_one_finding():
    text = """
    work: [{name: 물결페이, highlights: [파이썬으로 정산 대사 자동화]}]
    skills: [{id: etc, name: 도구, keywords: [Python, Spark, {ko: 인과추론, en: Causal inference}]}]
    """
    assert said(unproven_skill.RULE, text) == ["etc: 기술에만 있고 한 일에는 나오지 않음: 'Spark', '인과추론'"]
    (found,) = found_in(unproven_skill.RULE, text, CONTEXT)
    assert found.finding.hint.ko == (
        "'Spark': 쓴 일을 경력·프로젝트의 한 줄이나 keywords에 적거나, 거의 안 썼다면 목록에서 빼기"
    )


@pytest.mark.parametrize("group", ["Machine Learning", "사용자 경험 분석", "Deep learning"])
def test_learning_in_the_name_of_a_field_is_no_modesty(group):
    assert said(unproven_skill.RULE, f"work: [{{name: A}}]\nskills: [{{id: s, name: {group}, keywords: [Triton]}}]")


@pytest.mark.parametrize("group", ["학습 중", "사용 경험", "Also used", "Familiar with", "Learning"])
def test_a_group_that_claims_little_needs_no_proof(group):
    assert not said(unproven_skill.RULE, f"work: [{{name: A}}]\nskills: [{{name: {group}, keywords: [Triton]}}]")


def test_a_summary_and_the_skills_themselves_prove_nothing():
    text = "basics: {name: A, summary: SQL}\nwork: [{name: B}]\nskills: [{id: s, name: C, level: SQL, keywords: [SQL]}]"
    assert len(said(unproven_skill.RULE, text)) == 1


@pytest.mark.parametrize(
    "level",
    [
        "상",
        "중상",
        "하",
        "고급",
        "Expert",
        "Advanced",
        "Beginner",
        "8/10",
        "90%",
        "★★★",
        "●●●○○",
        "7",
        "매우 능숙",
        "Lv. 3",
    ],
)
def test_a_level_that_is_a_mark_is_found(level):
    assert said(self_rating.RULE, f"skills: [{{id: s, name: SQL, level: '{level}'}}]")


@pytest.mark.parametrize(
    "level",
    [
        "실무 5년",
        "운영 경험",
        "3 years",
        "5년",
        "2021년부터",
        "하루 3억 건 배치 운영",
        "고급 통계 강의 2회",
        "상용 서비스 3개",
    ],
)
def test_a_level_that_says_what_it_rests_on_is_fine(level):
    assert not said(self_rating.RULE, f"skills: [{{id: s, name: SQL, level: '{level}'}}]")


@pytest.mark.parametrize(
    "word",
    [
        "상관 분석",
        "A/B 테스트",
        "Kaggle 상위 1%",
        "dbt(학습 중)",
        "24/7 운영",
        "고급 SQL 튜닝",
        "95% 신뢰구간",
        "C++17",
    ],
)
def test_a_keyword_with_a_figure_or_a_syllable_of_a_mark_is_no_mark(word):
    assert not said(self_rating.RULE, f"skills: [{{id: s, name: 분석, keywords: ['{word}']}}]")


def test_a_mark_is_told_with_the_skill_it_was_given_to():
    text = "skills: [{id: py, name: Python, level: 상}, {id: sql, name: DB, keywords: [SQL(중)]}]"
    assert said(self_rating.RULE, text) == [
        "py: 'Python': 스스로 매긴 점수 '상'",
        "sql: 'SQL(중)': 스스로 매긴 점수 '중'",
    ]
    assert said(self_rating.RULE, text, "en")[0] == "py: 'Python': '상' is a mark of your own"


# --- dates ---


def test_an_end_before_its_start_is_told_with_both():
    text = "work: [{id: a, name: 물결페이, startDate: 2024-09, endDate: 2023-02}]"
    assert said(bad_range.RULE, text) == ["a: '물결페이': 시작('2024-09')보다 끝('2023-02')이 앞섬"]
    assert said(bad_range.RULE, text, "en") == ["a: '물결페이': it ends ('2023-02') before it starts ('2024-09')"]


@pytest.mark.parametrize(
    ("start", "found"),
    [("2026", 0), ("2026-01", 0), ("2026-01-15", 0), ("2026-01-16", 1), ("2026-02", 1), ("2027", 1), ("봄", 0)],
)
def test_a_start_is_in_the_future_only_when_it_certainly_is(start, found):
    assert len(said(bad_range.RULE, f"work: [{{id: a, name: A, startDate: '{start}'}}]")) == found


@pytest.mark.parametrize("date", ["2021-13", "2021-02-30", "2021.0", "2021년 13월"])
def test_a_date_that_no_calendar_has_is_found(date):
    assert said(bad_range.RULE, f"work: [{{id: a, name: A, startDate: '{date}'}}]") == [
        f"a: 'A': 달력에 없는 날짜 '{date}'"
    ]


def test_a_gap_says_from_when_to_when_and_how_long():
    text = """
    work:
      - {id: now, name: A, startDate: 2023-04}
      - {id: old, name: B, startDate: 2020-01, endDate: 2022-03}
    """
    assert said(gap.RULE, text) == ["now: 2022.04부터 2023.03까지 1년 동안 적힌 일이 없음"]
    assert said(gap.RULE, text, "en") == ["now: nothing is written for 1 yr, from Apr 2022 to Mar 2023"]


@pytest.mark.parametrize(("start", "found"), [("2022-10", 0), ("2022-11", 1)])
def test_half_a_year_is_no_gap(start, found):
    work = f"work: [{{name: A, startDate: {start}}}, {{name: B, startDate: 2020-01, endDate: 2022-03}}]"
    assert len(said(gap.RULE, work)) == found


def test_a_gap_to_this_day_stands_at_what_came_before():
    text = "work: [{id: a, name: A, startDate: 2020-01, endDate: 2025-03}]"
    assert said(gap.RULE, text) == ["a: 2025.04부터 지금까지 9개월 동안 적힌 일이 없음"]


@pytest.mark.parametrize("section", ["activities", "projects", "military", "volunteer", "education"])
def test_whatever_one_did_fills_a_gap(section):
    keys = {"military": "branch", "volunteer": "organization", "education": "institution"}
    text = f"""
    work: [{{name: A, startDate: 2023-04}}, {{name: B, startDate: 2020-01, endDate: 2022-03}}]
    {section}: [{{{keys.get(section, "name")}: C, startDate: 2022-04, endDate: 2023-03}}]
    """
    assert said(gap.RULE, text) == []


def test_a_job_without_dates_may_be_anywhere():
    text = "work: [{name: A, startDate: 2023-04}, {name: X}, {name: B, startDate: 2010-01, endDate: 2011-03}]"
    assert said(gap.RULE, text) == []


def test_an_overlap_names_both_and_how_long():
    text = """
    work:
      - {id: new, name: 물결페이, startDate: 2022-04}
      - {id: old, name: 노을상사, startDate: 2020-01, endDate: 2023-03}
    """
    assert said(overlap.RULE, text) == ["new: '노을상사', '물결페이' 재직 기간이 1년 겹침(2022.04 – 2023.03)"]
    assert said(overlap.RULE, text, "en") == ["new: '노을상사' and '물결페이' overlap for 1 yr (Apr 2022 – Mar 2023)"]


def test_a_job_that_seems_to_last_is_asked_for_its_end():
    text = "work: [{name: 물결페이, startDate: 2022-04}, {name: 노을상사, startDate: 2020-01}]"
    (found,) = found_in(overlap.RULE, text, CONTEXT)
    assert found.finding.hint.ko == "퇴사했다면 '노을상사'의 endDate를 적기"


@pytest.mark.parametrize(("end", "found"), [("2022-05", 0), ("2022-06", 1)])
def test_two_months_are_for_handing_over(end, found):
    work = f"work: [{{name: A, startDate: 2022-04}}, {{name: B, startDate: 2020-01, endDate: {end}}}]"
    assert len(said(overlap.RULE, work)) == found


@pytest.mark.parametrize(
    "word", ["프리랜서", "데이터 자문", "겸직", "인턴", "파트타임", "Freelance", "Part-time analyst"]
)
def test_side_work_may_overlap(word):
    work = f"work: [{{name: A, startDate: 2020-01}}, {{name: B, position: {word}, startDate: 2019-01}}]"
    assert said(overlap.RULE, work) == []


# --- personal matters ---


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("930412-2345678", "주민등록번호로 보이는 숫자 '93****-*******'"),
        ("9304122345678", "주민등록번호로 보이는 숫자 '93****-*******'"),
        ("930412 - 2******", "주민등록번호로 보이는 숫자 '93****-*******'"),
        ("９３０４１２－２３４５６７８", "주민등록번호로 보이는 숫자 '93****-*******'"),
        ("880707-6543210", "외국인등록번호로 보이는 숫자 '88****-*******'"),
        ("여권번호: M12345678", "여권 번호로 보이는 숫자 '*********'"),
        ("SSN 078-05-1120", "미국 사회 보장 번호(SSN)로 보이는 숫자 '***-**-****'"),
    ],
)
def test_a_number_of_the_state_is_found_and_never_said_again(text, message):
    assert said(resident_number.RULE, line(text)) == [f"p.line: {message}"]


@pytest.mark.parametrize(
    "text",
    [
        "010-1234-5678",
        "사업자번호 123-45-67890",
        "법인등록번호 110111-0123456",
        "900132-1234567",
        "300101-3123456",
        "900101-9234567",
        "주문번호 20240101-1234567",
        "123-45-6789 규격",
        "여권 9종 판독",
        "로그 1700000000000건",
        "https://example.com/9001011234567",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert said(resident_number.RULE, line(text)) == []


@pytest.mark.parametrize(
    "base",
    [
        "basics: {name: A, phone: 930412-2345678}",
        "basics: {name: A, location: {address: '서울 930412-2345678'}}",
        "basics: {name: A, profiles: [{network: X, username: '930412-2345678'}]}",
        "basics: {name: A, summary: {text: a, alt: {b: 930412-2345678}}}",
        "work: [{id: a, name: A, 메모: 번호 930412-2345678}]",
        "work: [{id: a, name: A, highlights: [{text: b, facts: [930412-2345678]}]}]",
        "skills: [{name: A, keywords: [930412-2345678]}]",
    ],
)
def test_a_resident_number_is_found_wherever_it_is_written(base):
    assert len(said(resident_number.RULE, base)) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("미혼", "개인 정보(결혼 여부): '미혼'"),
        ("결혼 여부: 기혼, 자녀 1명", "개인 정보(결혼 여부): '결혼 여부: 기혼'"),
        ("종교 기독교", "개인 정보(종교): '종교 기독교'"),
        ("키 178cm", "개인 정보(키·몸무게): '키 178cm'"),
        ("혈액형: AB형", "개인 정보(혈액형): '혈액형: AB형'"),
        ("부산 출신입니다", "개인 정보(출신 지역): '부산 출신입니다'"),
        ("국적: 대한민국", "개인 정보(국적·인종·성별): '국적: 대한민국'"),
        ("면제(허리 디스크)", "개인 정보(병역 면제 사유나 건강 상태): '면제(허리 디스크)'"),
        ("정치 성향: 중도", "개인 정보(정치 성향): '정치 성향: 중도'"),
        ("재산: 자가 1채", "개인 정보(재산): '재산: 자가 1채'"),
    ],
)
def test_what_is_personal_is_named_and_quoted(text, message):
    assert f"p.line: {message}" in said(sensitive_personal.RULE, line(text))


@pytest.mark.parametrize(
    "text",
    [
        "외래 키 14개와 핵심 키워드 정리",
        "종교 단체 데이터 정비",
        "가족 서비스의 결제 실패 4%→1%",
        "결혼 정보 회사의 매칭 모델",
        "체중 관리 앱의 8주 유지율",
        "height of walls within 4 cm",
        "회원 세그먼트(기혼, 미혼)별 유지율",
        "장애: 결제 실패 3건 복구",
        "부모님 가게 앞에서 시작한 빈자리 예보",
        "부산 출신 작가 아카이브",
        "성별과 나이를 제외해도 순위 유지",
        "Single sign-on for 40 dashboards",
        "Race condition fixed: 0 incidents",
    ],
)
def test_the_same_words_about_work_are_left_alone(text):
    assert said(sensitive_personal.RULE, line(text)) == []


def test_a_key_of_ones_own_is_enough():
    text = "activities: [{id: a, name: 밴드, 가족관계: 모 교사}]"
    assert said(sensitive_personal.RULE, text, "en") == [
        "a: a personal matter (family or parents' jobs): '가족관계: 모 교사'"
    ]

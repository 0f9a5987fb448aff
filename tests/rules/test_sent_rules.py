"""What the rules of a resume as a company gets it say in full, and where they stay silent."""

import datetime as dt
from dataclasses import replace

import pytest

from resume_tailor.lint.engine import AnyRule
from resume_tailor.lint.examples import found_in, subjects
from resume_tailor.lint.lexicon import Lexicon
from resume_tailor.lint.rule import Context, Scope
from resume_tailor.lint.rules import (
    hidden_employer,
    keyword_left_out,
    missing_contact,
    near_empty_last_page,
    other_company_name,
    over_pages,
    same_as_other,
    text_layer,
)
from resume_tailor.lint.subjects import Sent, lines_of
from resume_tailor.pipeline import load_base, load_profile
from resume_tailor.problems import Place, Problem, Severity
from resume_tailor.select import select
from resume_tailor.workspace import Workspace

CONTEXT = Context(dt.date(2026, 1, 15), Lexicon(()))
RULES: tuple[AnyRule, ...] = (
    other_company_name.RULE,
    same_as_other.RULE,
    keyword_left_out.RULE,
    hidden_employer.RULE,
    over_pages.RULE,
    near_empty_last_page.RULE,
    text_layer.RULE,
    missing_contact.RULE,
)
CASES = [(rule, kind, text) for rule in RULES for kind in ("good", "bad") for text in getattr(rule, kind)]
CONTACT = "basics: {name: 서이안, email: ian@example.com}"


def said(rule: AnyRule, text: str, lang: str = "ko") -> list[str]:
    return [
        f"{one.finding.place.line} {one.severity}: {one.finding.message.to(lang)}"
        for one in found_in(rule, text, CONTEXT)
    ]


@pytest.mark.parametrize(("rule", "kind", "text"), CASES, ids=[f"{rule.name}-{kind}" for rule, kind, _ in CASES])
def test_an_example_is_found_if_it_is_bad(rule, kind, text):
    assert bool(found_in(rule, text, CONTEXT)) == (kind == "bad")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_plain_resume_for_one_company_is_fine(rule):
    text = f"base: {{{CONTACT}, work: [{{name: A}}], skills: []}}\nprofile: {{company: {{name: B}}}}"
    assert said(rule, text) == []


@pytest.fixture(scope="module")
def sent(request):
    """The example's resumes as they are sent, by the id of the company."""
    workspace = Workspace(request.config.rootpath)
    base = load_base(workspace.base())
    profiles = {name: load_profile(name, workspace.profile(name), base) for name in workspace.companies()}
    selections = {name: select(base.resume, profile) for name, profile in profiles.items()}

    def one(name):
        profile, lang = profiles[name], profiles[name].lang or "ko"
        texts = [line.text for _, entries in selections[name].sections for line in lines_of(entries, (lang,))]
        others = {other: selections[other] for other in profiles if other != name}
        return Sent(
            resume=base.resume,
            profile=profile,
            selection=selections[name],
            lang=lang,
            text="\n".join(texts),
            others=tuple(profiles[other] for other in others),
            other_selections=others,
        )

    return one


@pytest.mark.parametrize("name", ["socar", "dangol", "paynest"])
def test_no_rule_finds_anything_in_the_example(sent, name):
    context = Context(dt.date(2026, 11, 23), Lexicon(()))
    assert [one for rule in RULES for one in rule.check(sent(name), context)] == []


def test_a_copied_profile_of_the_example_is_found(sent):
    copy = sent("socar")
    copy = replace(copy, other_selections={**copy.other_selections, "copy": copy.selection})
    (found,) = same_as_other.RULE.check(copy, CONTEXT)
    assert found.message.ko == "'copy'에 보내는 이력서와 거의 같음(같은 정도 1.00, 똑같으면 1.00)"
    assert found.place.path == "companies/socar.yaml"


# --- company ---


def with_name(text: str, name: str = "토스") -> str:
    return f"""
    base: {{projects: [{{id: p, name: 이름, highlights: ['{text}']}}]}}
    profile: {{company: {{name: 물결페이}}}}
    others: {{other: {{company: {{name: '{name}'}}}}}}
    """


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("토스에서 배우고 싶은 것", "토스"),
        ("결제를 푸는 토스", "토스"),
        ("배달의 민족의 주문", "배달의민족"),
        ("SOCAR를 위한 분석", "SOCAR"),
        ("Socar zone analysis", "SOCAR"),
        ("LG에 맞춘 분석", "LG"),
        ("쏘카의 존 문제", "(주)쏘카"),
    ],
)
def test_a_company_is_found_under_its_name(text, name):
    assert said(other_company_name.RULE, with_name(text, name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("토스트 매출 예측", "토스"),
        ("프로토스 승률", "토스"),
        ("coin toss", "Toss"),
        ("LGBM 튜닝", "LG"),
        ("카카오톡 알림 열람률", "카카오"),
        ("네이버 지도 API로 거리 계산", "네이버"),
        ("Google BigQuery 비용", "Google"),
        ("우리 팀의 지표", "우리"),
        ("R로 분석", "R"),
    ],
)
def test_a_word_that_only_looks_like_a_company_is_left_alone(text, name):
    assert said(other_company_name.RULE, with_name(text, name)) == []


def test_a_company_left_in_the_text_is_told_with_its_line():
    (found,) = found_in(other_company_name.RULE, with_name("토스의 정산"), CONTEXT)
    assert found.finding.message.ko == "다른 지원 회사(other)의 이름 '토스': '토스의 정산'"
    assert found.finding.message.en == "'토스', which is another company you apply to (other): '토스의 정산'"
    assert (found.finding.item, found.finding.place.line) == ("p.토스의-정산", 1)


def test_a_rewording_is_told_at_the_profile():
    text = """
    base: {projects: [{id: p, name: 이름, highlights: [{id: p.a, text: 정산 대사}]}]}
    profile:
      company: {name: 물결페이}
      reword: {p.a: {was: 정산 대사, text: 토스의 정산 대사}}
    others: {other: {company: {name: 토스}}}
    """
    (found,) = found_in(other_company_name.RULE, text, CONTEXT)
    assert (found.finding.item, found.finding.place.line) == ("p.a", 4)


def test_a_keyword_left_out_says_where_it_is_and_how_to_bring_it_in():
    text = """
    base:
      projects:
        - {id: coupon, name: 쿠폰, highlights: [{id: coupon.re, text: 재구매율 31% 유지}]}
        - {id: route, name: 배송}
    profile: {company: {name: B}, keywords: [재구매], focus: [x], pin: [route], limits: {projects: 1}}
    """
    (found,) = found_in(keyword_left_out.RULE, text, CONTEXT)
    assert found.finding.message.ko == ("공고의 낱말 '재구매': 베이스의 'coupon.re'에 있는데 보낼 이력서에는 없음")
    assert found.finding.message.en == (
        "'재구매' of the posting is in 'coupon.re' of the base, but in nothing that is sent"
    )
    assert found.finding.hint.ko == "pin에 coupon.re 넣기: pin: [coupon.re]"
    assert found.finding.place.line == 5


def test_what_was_dropped_on_purpose_is_only_remarked():
    text = """
    base: {projects: [{id: a, name: 재구매}, {id: b, name: 배송}]}
    profile: {company: {name: B}, keywords: [재구매], drop: [a]}
    """
    assert said(keyword_left_out.RULE, text)[0].startswith("2 info:")


def test_a_synonym_of_the_users_own_counts():
    text = """
    base: {projects: [{id: a, name: 배차 간격}]}
    profile: {company: {name: B}, keywords: [디스패치]}
    """
    (sent,) = subjects(Scope.SENT, text)
    sent = replace(sent, profile=replace(sent.profile, synonyms={"디스패치": ("배차 간격",)}))
    assert list(keyword_left_out.RULE.check(sent, CONTEXT)) == []


def test_a_hidden_employer_is_told_with_the_hole():
    text = """
    base:
      work:
        - {id: a, name: 물결페이, startDate: 2023-04}
        - {id: b, name: 노을상사, startDate: 2020-01, endDate: 2023-03}
        - {id: c, name: 다온물산, startDate: 2017-01, endDate: 2019-12}
    profile: {company: {name: 나들이랩}, drop: [b]}
    """
    assert said(hidden_employer.RULE, text) == [
        "6 warning: '노을상사' 경력을 빼서 2020.01 – 2023.03(3년 3개월)이 빈 기간으로 보임"
    ]
    assert said(hidden_employer.RULE, text, "en") == [
        "6 warning: without '노을상사' the page shows a hole of 3 yrs 3 mos (Jan 2020 – Mar 2023)"
    ]


# --- output ---


def page(pages: int, fill: float = 1.0, limit: int = 0, start: str = "2020-01") -> str:
    limits = f", limits: {{pages: {limit}}}" if limit else ""
    return f"""
    base: {{{CONTACT}, work: [{{name: A, startDate: {start}}}]}}
    profile: {{company: {{name: B}}{limits}}}
    page: {{pages: {pages}, fill: {fill}}}
    """


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (page(0, limit=1), []),
        (page(1, limit=1), []),
        (page(3, limit=2), ["2 error: 3쪽: limits.pages=2보다 1쪽 많음"]),
        (page(2), []),
        (page(3), ["2 warning: 경력 6년에 3쪽"]),
        (page(3, start="2016-01"), []),
        (page(4, start="2016-01"), ["2 warning: 경력 10년에 4쪽"]),
        (page(4, limit=4), []),
    ],
)
def test_pages_are_held_against_the_limit_or_the_career(text, found):
    assert said(over_pages.RULE, text) == found


@pytest.mark.parametrize(
    ("pages", "fill", "found"),
    [(0, 0.0, 0), (1, 0.05, 0), (2, 0.2, 0), (2, 0.19, 1), (3, 0.01, 1)],
)
def test_only_a_last_page_of_several_may_not_be_near_empty(pages, fill, found):
    assert len(said(near_empty_last_page.RULE, page(pages, fill))) == found


def test_a_near_empty_page_says_how_full_it_is():
    assert said(near_empty_last_page.RULE, page(2, 0.08)) == ["2 warning: 마지막 2쪽이 8%만 차 있음"]
    assert said(near_empty_last_page.RULE, page(2, 0.08), "en") == ["2 warning: the last page, page 2, is only 8% full"]


def test_a_problem_of_the_pdf_keeps_its_words_place_severity_and_hint():
    (sent,) = subjects(Scope.SENT, page(1))
    problem = Problem("fallback-font", "DejaVu Sans is in the PDF, for ☃", Place("PDF"), Severity.WARNING, "no glyph")
    (found,) = text_layer.RULE.check(replace(sent, pdf_problems=(problem,)), CONTEXT)
    assert found.message.ko == "정하지 않은 글꼴이 PDF에 섞임 (DejaVu Sans is in the PDF, for ☃)"
    assert found.message.en == problem.message
    assert (found.place, found.severity, found.hint.en) == (problem.place, problem.severity, "no glyph")


def contact(basics: str, privacy: str = "") -> str:
    return f"base: {{basics: {{name: A, {basics}}}}}\nprofile: {{company: {{name: B}}, privacy: {{{privacy}}}}}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (contact("email: a@b.kr"), []),
        (contact("email: a@b.kr, phone: 010-0000-1234", "phone: hide"), []),
        (contact("phone: 010-0000-1234"), ["1 warning: 이메일 주소가 없음"]),
        (contact("email: a@b.kr, phone: 010-0000-1234", "email: hide"), ["2 warning: 이메일 주소가 없음"]),
        (contact("email: a@b.kr", "email: hide"), ["2 error: 이메일도 전화번호도 없음"]),
        (contact("phone: 010-0000-1234", "phone: hide"), ["1 error: 이메일도 전화번호도 없음"]),
        (contact("label: B"), ["1 error: 이메일도 전화번호도 없음"]),
        (contact("email: null, phone: null"), ["1 error: 이메일도 전화번호도 없음"]),
    ],
)
def test_there_must_be_a_way_to_answer(text, found):
    assert said(missing_contact.RULE, text) == found

"""`resume diff`: what tells one resume from another, for a pipe, for a person and for a program."""

import json
import re
from dataclasses import replace
from unicodedata import east_asian_width

import pytest
from command import run
from disk import write
from example import REPOSITORY
from screen import bare, shown

from resume_tailor import pipeline
from resume_tailor.commands.tables import matrix_lines
from resume_tailor.likeness import SAME_ABOVE, likeness, matrix, sameness
from resume_tailor.select import select
from resume_tailor.workspace import Workspace

WORKSPACE = {
    "resume/base.yaml": """\
basics:
  name: 한지원
  summary: {text: 숫자로 결정을 돕는 분석가, alt: {mobility: 차가 서 있는 까닭을 찾는 분석가}}
work:
  - id: moa
    name: 모아드라이브
    startDate: 2022-03
    highlights:
      - {id: moa.report, text: 주간 지표 보고, tags: [dashboards]}
      - id: moa.surge
        text: 요금을 나눠 **매출 6.8%** 증가
        alt: {test: 스위치백 실험으로 요금을 나눠 매출 6.8% 증가}
        tags: [pricing]
      - {id: moa.course, text: SQL 강의 진행, tags: [teaching]}
      - {id: moa.wash, text: 세차 주기를 비 예보에 맞춤, tags: [forecasting]}
projects:
  - id: parking
    name: 공영주차장 빈자리 예보
    tags: [forecasting]
    highlights:
      - {id: parking.collect, text: 석 달 치 자료를 직접 수집}
      - {id: parking.users, text: 이용자 12명 인터뷰}
  - {id: surge, name: 시간대별 요금 배율, tags: [pricing]}
  - {id: demand, name: 수요 예측, tags: [forecasting]}
awards:
  - {id: prize, title: 문제 해결상, date: 2023-12}
""",
    "companies/socar.yaml": """\
company: {name: 쏘카}
focus: [pricing, forecasting]
exclude: [teaching]
use: {summary: mobility}
sections: [summary, projects, work]
limits: {projects: 2}
pin: [demand]
""",
    "companies/dangol.yaml": """\
company: {name: 단골장터}
keywords: [지표]
drop: [demand]
use: {moa.surge: test}
sections: [summary, work, projects, awards]
limits: {bullets_per_entry: 3}
""",
}


@pytest.fixture
def ws(tmp_path):
    return write(tmp_path / "ws", WORKSPACE)


def told(*args, cwd):
    ran = run("diff", *args, cwd=cwd)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


# --- for a pipe ---


def test_a_company_is_compared_with_the_base(ws):
    assert (
        told("socar", cwd=ws)
        == """\
base -> socar  5 gone, 3 moved, 1 reworded
sections
  > projects  3 -> 2
summary
  ~ summary
      was [-숫자로 결정을 돕는-] 분석가
      now {+차가 서 있는 까닭을 찾는+} 분석가
projects
  - parking          limits.projects=2 (rank 3 of 3: focus 2 (forecasting), keywords 0)  companies/socar.yaml:6
  - parking.collect  its entry parking is dropped  companies/socar.yaml:6
  - parking.users    its entry parking is dropped  companies/socar.yaml:6
  > demand           3 -> 1
work
  - moa.course       exclude: teaching  companies/socar.yaml:3
  > moa.report       1 -> 3
awards
  - prize            sections does not list 'awards'  companies/socar.yaml:5
"""
    )


def test_two_companies_are_compared_with_the_reasons_of_both_and_their_sameness(ws):
    assert (
        told("socar", "dangol", cwd=ws)
        == """\
socar -> dangol  2 gone, 5 added, 2 moved, 2 reworded, sameness 0.34
sections
  > work  3 -> 2
summary
  ~ summary
      was [-차가 서 있는 까닭을 찾는-] 분석가
      now {+숫자로 결정을 돕는+} 분석가
work
  - moa.wash         limits.bullets_per_entry=3 (rank 4 of 4: focus -, keywords 0)  companies/dangol.yaml:6
  + moa.course       in socar: exclude: teaching  companies/socar.yaml:3
  > moa.report       3 -> 1
  ~ moa.surge
      was 요금을 나눠 매출 6.8% 증가
      now {+스위치백 실험으로+} 요금을 나눠 매출 6.8% 증가
projects
  - demand           drop: demand  companies/dangol.yaml:3
  + parking          in socar: limits.projects=2 (rank 3 of 3: focus 2 (forecasting), keywords 0)  companies/socar.yaml:6
  + parking.collect  in socar: its entry parking is dropped  companies/socar.yaml:6
  + parking.users    in socar: its entry parking is dropped  companies/socar.yaml:6
awards
  + prize            in socar: sections does not list 'awards'  companies/socar.yaml:5
"""  # noqa: E501
    )


def test_the_base_may_be_named_on_either_side(ws):
    assert told("base", "socar", cwd=ws) == told("socar", cwd=ws)
    assert told("socar", "base", cwd=ws).splitlines()[0] == "socar -> base  5 added, 3 moved, 1 reworded"


@pytest.mark.parametrize(
    ("names", "line"), [(("socar", "socar"), "no difference, sameness 1.00"), (("base",), "no difference")]
)
def test_a_resume_and_itself_have_no_difference(ws, names, line):
    assert told(*names, cwd=ws) == f"{names[0]} -> {names[-1]}  {line}\n"


def test_the_example_companies_differ_enough(example):
    for pair in (("socar", "dangol"), ("socar", "paynest"), ("dangol", "paynest")):
        headline = told(*pair, cwd=example.root).splitlines()[0]
        assert float(headline.rpartition(" ")[2]) < 0.5


# --- for a person ---


def test_a_terminal_tells_together_what_one_line_decided(ws):
    assert (
        bare(shown("diff", "socar", "dangol", cwd=ws, columns=80))
        == """\
socar -> dangol  2 gone, 5 added, 2 moved, 2 reworded, sameness 0.34

sections
  > work        3 -> 2

소개  summary
  ~ summary
      - 차가 서 있는 까닭을 찾는 분석가
      + 숫자로 결정을 돕는 분석가

경력  work
  - gone: limits.bullets_per_entry=3  companies/dangol.yaml:6
      moa.wash
  + added; in socar: exclude: teaching  companies/socar.yaml:3
      moa.course
  > moa.report  3 -> 1
  ~ moa.surge
      - 요금을 나눠 매출 6.8% 증가
      + 스위치백 실험으로 요금을 나눠 매출 6.8% 증가

프로젝트  projects
  - gone: drop  companies/dangol.yaml:3
      demand
  + added; in socar: limits.projects=2  companies/socar.yaml:6
      parking +2

수상  awards
  + added; in socar: sections does not list 'awards'  companies/socar.yaml:5
      prize
"""
    )


def test_words_that_changed_are_coloured_or_else_bracketed(ws):
    coloured = shown("diff", "socar", "dangol", cwd=ws, columns=80)
    assert "\x1b[1;32m스위치백 실험으로\x1b[0m" in coloured
    assert "{+" not in coloured
    plain = shown("diff", "socar", "dangol", cwd=ws, columns=80, NO_COLOR="1")
    assert "{+스위치백 실험으로+}" in plain
    assert "32m" not in plain


@pytest.mark.parametrize("columns", [80, 120])
def test_nothing_is_wider_than_the_terminal(example, columns):
    for names in (["socar"], ["socar", "dangol"], ["dangol", "paynest"]):
        lines = bare(shown("diff", *names, cwd=example.root, columns=columns)).splitlines()
        assert max(sum(2 if east_asian_width(c) in "WF" else 1 for c in line) for line in lines) <= columns


# --- for a program ---


def test_json_has_every_change(ws):
    found = json.loads(told("socar", "dangol", "--format", "json", cwd=ws))
    assert {key: found[key] for key in ("a", "b", "sameness", "moved", "sections")} == {
        "a": "socar",
        "b": "dangol",
        "sameness": 0.3448,  # (34 + 2 × 3) / (2 × 58): words of shared lines, those in order and wording, all
        "moved": [{"id": "moa.report", "kind": "bullet", "section": "work", "before": 3, "after": 1}],
        "sections": [{"id": "work", "before": 3, "after": 2}],
    }
    assert [change["id"] for change in found["only_a"]] == ["demand", "moa.wash"]
    assert [change["id"] for change in found["only_b"]] == [
        "moa.course",
        "parking",
        "parking.collect",
        "parking.users",
        "prize",
    ]
    assert found["only_b"][0] == {
        "id": "moa.course",
        "kind": "bullet",
        "section": "work",
        "stage": "select",
        "reason": "exclude: teaching",
        "place": "companies/socar.yaml:3",
    }
    assert found["reworded"][1] == {
        "id": "moa.surge",
        "kind": "bullet",
        "section": "work",
        "key": "text",
        "before": "요금을 나눠 매출 6.8% 증가",
        "after": "스위치백 실험으로 요금을 나눠 매출 6.8% 증가",
    }


def test_beside_the_base_there_is_no_sameness(ws):
    assert json.loads(told("socar", "--format", "json", cwd=ws))["sameness"] is None


# --- wrong use ---


def test_an_unknown_company_is_told_with_the_likeliest(ws):
    ran = run("diff", "socar", "dagol", cwd=ws)
    assert (ran.code, ran.out) == (1, "")
    assert (
        ran.err
        == """\
companies: error: no profile 'dagol' (did you mean 'dangol'?) [unknown-company]
  = there are: dangol, socar
1 error
"""
    )


def test_a_company_has_to_be_named(ws):
    ran = run("diff", cwd=ws)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Error: Missing argument 'COMPANY'.\n")


# --- what docs/decisions/0009 says of the example ---


@pytest.fixture(scope="module")
def page():
    return (REPOSITORY / "docs/decisions/0009-sameness.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def loaded():
    files = Workspace(REPOSITORY)
    base = pipeline.load_base(files.base(), files.settings())
    return base.resume, {name: pipeline.load_profile(name, files.profile(name), base) for name in files.companies()}


def test_the_figures_of_the_example_are_those_of_the_decision(page, loaded):
    resume, profiles = loaded
    figures = matrix({name: likeness(name, select(resume, wishes)) for name, wishes in profiles.items()})
    assert "```text\n" + "\n".join(matrix_lines(list(profiles), figures)) + "\n```" in page


def changes(profiles):
    """Each change to socar's profile of which the decision tells the figure."""
    socar, dangol = profiles["socar"], profiles["dangol"]
    summary = {**socar.use, "summary": replace(socar.use["summary"], value="ml")}
    first = (*socar.drop, replace(socar.drop[0], value="demand"))
    both = (*first, replace(socar.drop[0], value="surge"))
    pins = tuple(pin for pin in socar.pin if pin.value != "demand")
    three = {**socar.limits, "projects": replace(socar.limits["projects"], value=3)}
    return {
        "another summary": {"use": summary},
        "no other wordings (`use`)": {"use": {}},
        "three projects in place of four": {"limits": three},
        "another project in place of the first": {"drop": first, "pin": pins},
        "another project in place of the first, and another summary": {"drop": first, "pin": pins, "use": summary},
        "the sections the other way round": {"sections": socar.sections[::-1]},
        "`focus` the other way round": {"focus": socar.focus[::-1]},
        "other projects in place of the first two, and another summary": {"drop": both, "pin": pins, "use": summary},
        "the `focus` and `keywords` of dangol": {"focus": dangol.focus, "keywords": dangol.keywords},
    }


def test_the_figures_of_each_change_are_those_of_the_decision(page, loaded):
    resume, profiles = loaded
    as_it_is = select(resume, profiles["socar"])
    told_there = dict(re.findall(r"^\| (.+) \| (\d\.\d\d) \|$", page, re.MULTILINE))
    measured = {
        change: f"{sameness(as_it_is, select(resume, replace(profiles['socar'], **values))):.2f}"
        for change, values in changes(profiles).items()
    }
    assert measured == told_there
    assert list(told_there.values()) == sorted(told_there.values(), reverse=True)


def test_the_threshold_of_the_decision_is_the_one_in_force(page):
    assert f"**Why {SAME_ABOVE}.**" in page

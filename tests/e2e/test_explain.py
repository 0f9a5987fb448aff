"""`resume explain`: every decision, for a pipe, for a person and for a program; and one item's whole story."""

import json
from unicodedata import east_asian_width

import pytest
from command import run
from disk import write
from example import REPOSITORY
from screen import bare, shown

WORKSPACE = {
    "resume/base.yaml": """\
basics:
  name: {ko: 한지원, en: Jiwon Han}
  summary: {text: 숫자로 결정을 돕는 분석가, alt: {mobility: 차가 서 있는 까닭을 찾는 분석가}}
work:
  - id: moa
    name: 모아드라이브
    position: 데이터 분석가
    startDate: 2022-03
    highlights:
      - {id: moa.report, text: 주간 지표 보고, tags: [dashboards]}
      - {id: moa.surge, text: 요금을 나눠 **매출 6.8%** 증가, tags: [pricing], priority: 1}
      - {id: moa.course, text: SQL 강의 진행, tags: [teaching]}
      - {id: moa.wash, text: 세차 주기를 비 예보에 맞춤, tags: [forecasting]}
projects:
  - id: titanic
    name: 타이타닉 생존자 예측
    highlights: [결측치 처리]
  - id: parking
    name: 공영주차장 빈자리 예보
    tags: [forecasting]
    highlights:
      - {id: parking.collect, text: 석 달 치 자료를 직접 수집}
  - id: surge
    name: 시간대별 요금 배율
    tags: [pricing]
  - id: demand
    name: 수요 예측
    tags: [forecasting]
awards:
  - {id: prize, title: 문제 해결상, date: 2023-12}
military:
  - {id: army, branch: 육군}
""",
    "companies/socar.yaml": """\
company: {name: 쏘카}
focus: [pricing, forecasting]
keywords: [요금, SQL]
pin: [demand]
drop: [titanic]
exclude: [teaching]
use: {summary: mobility}
sections: [summary, projects, work]
limits:
  projects: 2
  bullets_per_entry: 1
""",
}


@pytest.fixture
def ws(tmp_path):
    return write(tmp_path / "ws", WORKSPACE)


def told(*args, cwd):
    ran = run("explain", *args, cwd=cwd)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


# --- every decision, for a pipe ---


LINES = """\
summary
  summary                kept     place 1 of 1 in the base's order, wording 'mobility'
projects
  demand                 kept     pin: demand  companies/socar.yaml:4
  surge                  kept     rank 2 of 3: focus 1 (pricing), keywords 1  companies/socar.yaml:2
  parking                DROPPED  limits.projects=2 (rank 3 of 3: focus 2 (forecasting), keywords 0)  companies/socar.yaml:10
    parking.collect      DROPPED  its entry parking is dropped  companies/socar.yaml:10
  titanic                DROPPED  drop: titanic  companies/socar.yaml:5
    titanic.결측치-처리  DROPPED  its entry titanic is dropped  companies/socar.yaml:5
work
  moa                    kept     place 1 of 1 in the base's order
    moa.surge            kept     rank 1 of 3: focus 1 (pricing), keywords 1, priority 1  companies/socar.yaml:2
    moa.wash             DROPPED  limits.bullets_per_entry=1 (rank 2 of 3: focus 2 (forecasting), keywords 0)  companies/socar.yaml:11
    moa.report           DROPPED  limits.bullets_per_entry=1 (rank 3 of 3: focus -, keywords 0)  companies/socar.yaml:11
    moa.course           DROPPED  exclude: teaching  companies/socar.yaml:6
awards
  prize                  DROPPED  sections does not list 'awards'  companies/socar.yaml:8
military
  army                   DROPPED  sections does not list 'military'  companies/socar.yaml:8
"""  # noqa: E501


def test_a_pipe_gets_a_line_an_item_in_the_order_of_the_page_then_the_next_in_line(ws):
    assert told("--company", "socar", cwd=ws) == LINES


def test_only_what_is_kept_or_only_what_is_dropped_may_be_asked_for(ws):
    whole = [line for line in LINES.splitlines() if line.startswith(" ")]
    for option, word in (("--kept", " kept "), ("--dropped", " DROPPED ")):
        lines = [line for line in told("-c", "socar", option, cwd=ws).splitlines() if line.startswith(" ")]
        assert [line.split() for line in lines] == [line.split() for line in whole if word in line]


def test_without_a_company_the_items_of_the_base_are_listed(ws):
    assert (
        told(cwd=ws)
        == """\
summary
  summary                숫자로 결정을 돕는 분석가     resume/base.yaml:3
work
  moa                    모아드라이브 · 데이터 분석가  resume/base.yaml:5
    moa.report           주간 지표 보고                resume/base.yaml:10
    moa.surge            요금을 나눠 매출 6.8% 증가    resume/base.yaml:11
    moa.course           SQL 강의 진행                 resume/base.yaml:12
    moa.wash             세차 주기를 비 예보에 맞춤    resume/base.yaml:13
projects
  titanic                타이타닉 생존자 예측          resume/base.yaml:15
    titanic.결측치-처리  결측치 처리                   resume/base.yaml:17
  parking                공영주차장 빈자리 예보        resume/base.yaml:18
    parking.collect      석 달 치 자료를 직접 수집     resume/base.yaml:22
  surge                  시간대별 요금 배율            resume/base.yaml:23
  demand                 수요 예측                     resume/base.yaml:26
awards
  prize                  문제 해결상                   resume/base.yaml:30
military ('military' is shown only when sections lists it)
  army                   육군                          resume/base.yaml:32
"""
    )
    assert told("--company", "base", cwd=ws) == told(cwd=ws)


def columns_of(text):
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def test_wide_letters_take_two_columns_and_a_very_long_id_moves_no_other_line(example):
    lines = [line for line in told("-c", "socar", cwd=example.root).splitlines() if line.startswith(" ")]
    halves = [line.partition(" DROPPED " if " DROPPED " in line else " kept ") for line in lines]
    longest = max(halves, key=lambda half: columns_of(half[0]))
    assert columns_of(longest[0].rstrip()) > 45
    assert {columns_of(half[0]) for half in halves if columns_of(half[0].rstrip()) <= 40} == {41}
    assert not any("\t" in line for line in lines)


# --- for a program ---


def test_json_has_every_item_once_in_the_order_of_the_base(ws):
    items = json.loads(told("-c", "socar", "--format", "json", cwd=ws))
    ids = "summary moa moa.report moa.surge moa.course moa.wash titanic titanic.결측치-처리 parking parking.collect"
    assert items["company"] == "socar"
    assert [item["id"] for item in items["items"]] == [*ids.split(), "surge", "demand", "prize", "army"]
    by_id = {item["id"]: item for item in items["items"]}
    assert by_id["parking.collect"] == {
        "id": "parking.collect",
        "kind": "bullet",
        "section": "projects",
        "kept": False,
        "stage": "budget",
        "reason": "its entry parking is dropped",
        "wording": None,
        "place": "companies/socar.yaml:10",
    }
    assert by_id["summary"] == {
        "id": "summary",
        "kind": "entry",
        "section": "summary",
        "kept": True,
        "stage": "order",
        "reason": "place 1 of 1 in the base's order",
        "wording": "mobility",
        "place": None,
    }


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (("--kept",), ["summary", "moa", "moa.surge", "surge", "demand"]),
        (("parking",), ["parking"]),
    ],
)
def test_json_holds_what_was_asked_for(ws, args, ids):
    found = json.loads(told("-c", "socar", "--format", "json", *args, cwd=ws))
    assert [item["id"] for item in found["items"]] == ids


def test_json_of_the_base_names_it(ws):
    found = json.loads(told("--format", "json", cwd=ws))
    assert found["company"] == "base"
    assert [item["id"] for item in found["items"] if not item["kept"]] == ["army"]


@pytest.mark.parametrize("company", ["socar", "dangol", "paynest"])
def test_what_explain_keeps_is_what_the_page_shows_in_its_order(example, company):
    page = example.build(company, "ko").html.read_text(encoding="utf-8")
    lines = told("-c", company, "--kept", cwd=example.root).splitlines()
    kept = [line.split()[0] for line in lines if line.startswith(" ")]
    assert kept == [part.split('"')[0] for part in page.split('data-id="')[1:]]
    found = json.loads(told("-c", company, "--format", "json", cwd=example.root))
    assert {item["id"] for item in found["items"] if item["kept"]} == set(kept)


# --- one item's story ---


def test_the_story_of_an_item_that_a_cap_dropped_says_who_stands_around_it_and_who_would_have_to_go(ws):
    assert (
        told("-c", "socar", "moa.report", cwd=ws)
        == """\
moa.report  (bullet of moa, work)
  주간 지표 보고
  tags: dashboards
  resume/base.yaml:10

DROPPED by budget: limits.bullets_per_entry=1 (rank 3 of 3: focus -, keywords 0)
  companies/socar.yaml:11
    11 |   bullets_per_entry: 1

Around it in moa:
   1  moa.surge   kept     focus 1 (pricing), keywords 1, priority 1
   2  moa.wash    DROPPED  focus 2 (forecasting), keywords 0
>  3  moa.report  DROPPED  focus -, keywords 0

To bring it in: pin it, and moa.surge goes; or limits.bullets_per_entry: 3, which lets in moa.wash before it
"""
    )


def test_the_story_of_a_kept_item_quotes_the_line_that_ranked_it(ws):
    assert (
        told("-c", "socar", "surge", cwd=ws)
        == """\
surge  (entry, projects)
  시간대별 요금 배율
  tags: pricing
  resume/base.yaml:23

kept by order: rank 2 of 3: focus 1 (pricing), keywords 1
  companies/socar.yaml:2
    2 | focus: [pricing, forecasting]

Around it in projects:
   1  demand   pinned   focus 2 (forecasting), keywords 0
>  2  surge    kept     focus 1 (pricing), keywords 1
   3  parking  DROPPED  focus 2 (forecasting), keywords 0
"""
    )


def test_the_story_of_a_reworded_item_has_both_wordings(ws):
    assert (
        told("-c", "socar", "summary", cwd=ws)
        == """\
summary  (entry, summary)
  숫자로 결정을 돕는 분석가
  no tags; other wordings: mobility
  resume/base.yaml:3

kept by order: place 1 of 1 in the base's order

On this page it reads (wording 'mobility'):
  차가 서 있는 까닭을 찾는 분석가
"""
    )


@pytest.mark.parametrize(
    ("item", "verdict", "line", "way"),
    [
        ("titanic", "drop: titanic", "5 | drop: [titanic]", "take it off this line"),
        ("moa.course", "exclude: teaching", "6 | exclude: [teaching]", "pin it: `pin` is stronger"),
        (
            "prize",
            "sections does not list 'awards'",
            "8 | sections: [summary, projects, work]",
            "list 'awards' in `sections`",
        ),
        (
            "titanic.결측치-처리",
            "its entry titanic is dropped",
            "5 | drop: [titanic]",
            "its entry first; see `resume explain --company socar titanic`",
        ),
    ],
)
def test_every_kind_of_drop_has_its_way_back(ws, item, verdict, line, way):
    story = told("-c", "socar", item, cwd=ws).splitlines()
    assert f"DROPPED by select: {verdict}" in story
    assert f"    {line}" in story
    assert story[-1] == f"To bring it in: {way}"


def test_jobs_are_told_in_the_order_of_the_base(ws):
    base, wishes = ws / "resume/base.yaml", ws / "companies/socar.yaml"
    jobs = "  - {id: lab, name: 교통연구소, endDate: 2021-12}\n  - {id: mart, name: 장터, endDate: 2019-05}\nprojects:"
    base.write_text(base.read_text(encoding="utf-8").replace("projects:", jobs), encoding="utf-8")
    wishes.write_text(wishes.read_text(encoding="utf-8") + "  work: 1\n", encoding="utf-8")
    story = told("-c", "socar", "mart", cwd=ws)
    told_around = """\
Around it in work, which keeps the base's order:
   1  moa   kept     focus 1 (pricing), keywords 1
   2  lab   DROPPED  focus -, keywords 0
>  3  mart  DROPPED  focus -, keywords 0

To bring it in: pin it, and moa goes; or limits.work: 3, which lets in lab before it
"""
    assert story[story.index("Around") :] == told_around


def test_without_a_company_an_item_is_only_what_the_base_says(ws):
    assert (
        told("moa.surge", cwd=ws)
        == """\
moa.surge  (bullet of moa, work)
  요금을 나눠 매출 6.8% 증가
  tags: pricing; priority: 1
  resume/base.yaml:11
"""
    )


def test_texts_are_told_in_the_language_of_the_page(example):
    assert told("-c", "paynest", "demand", cwd=example.root).splitlines()[1] == "  Area-Level Rental Demand Forecasting"


# --- for a person ---


NARROW = """\
socar  5 kept, 9 dropped

소개  summary  1
  summary       place 1 of 1 in the base's order, wording
                'mobility'

프로젝트  projects  2 of 4
  demand        pin
  surge         rank 2 of 3: focus 1 (pricing), keywords 1
  budget drops: limits.projects=2  companies/socar.yaml:10
    parking +1  rank 3 of 3: focus 2 (forecasting), keywords
                0
  select drops: drop  companies/socar.yaml:5
    titanic +1

경력  work  1
  moa           place 1 of 1 in the base's order
    moa.surge   rank 1 of 3: focus 1 (pricing), keywords 1,
                priority 1
  budget drops: limits.bullets_per_entry=1
  companies/socar.yaml:11
    moa.wash    rank 2 of 3: focus 2 (forecasting), keywords
                0
    moa.report  rank 3 of 3: focus -, keywords 0
  select drops: exclude: teaching  companies/socar.yaml:6
    moa.course

수상  awards  0 of 1
  select drops: sections does not list 'awards'
  companies/socar.yaml:8
    prize

병역  military  0 of 1
  select drops: sections does not list 'military'
  companies/socar.yaml:8
    army
"""


def test_a_terminal_gets_columns_that_wrap_inside_themselves(ws):
    assert bare(shown("explain", "-c", "socar", cwd=ws, columns=60)) == NARROW


def test_a_wide_terminal_also_shows_the_lines_that_ranked_what_is_kept(ws):
    text = bare(shown("explain", "-c", "socar", "--kept", cwd=ws, columns=120))
    assert (
        text.split("\n\n")[3]
        == """\
경력  work  1
  moa          place 1 of 1 in the base's order
    moa.surge  rank 1 of 3: focus 1 (pricing), keywords 1, priority 1  companies/socar.yaml:2
"""
    )


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("args", [(), ("-c", "socar"), ("-c", "socar", "moadrive.demand"), ("-c", "socar", "summary")])
def test_nothing_is_wider_than_the_terminal(example, args, columns):
    text = bare(shown("explain", *args, cwd=example.root, columns=columns))
    assert max(map(columns_of, text.splitlines())) <= columns


def test_entries_are_bold_and_what_is_dropped_is_dim(ws):
    lines = shown("explain", "-c", "socar", cwd=ws, columns=80).splitlines()
    surge, bullet, parking = (
        next(line for line in lines if words in line) for words in ("rank 2 of 3", "moa.surge", "parking")
    )
    assert "\x1b[1msurge\x1b[0m" in surge
    assert "\x1b" not in bullet
    assert "\x1b[2mparking +1\x1b[0m" in parking


def test_no_colour_is_asked_for_in_vain(ws):
    assert "\x1b[36m" in (coloured := shown("explain", "-c", "socar", cwd=ws, columns=80)) or "\x1b[1;36m" in coloured
    assert "36m" not in shown("explain", "-c", "socar", cwd=ws, columns=80, NO_COLOR="1")


def test_a_story_wraps_beside_its_labels(ws):
    text = bare(shown("explain", "-c", "socar", "moa.report", cwd=ws, columns=60))
    assert (
        text[text.index("Around") :]
        == """\
Around it in moa:
   1  moa.surge   kept     focus 1 (pricing), keywords 1,
                           priority 1
   2  moa.wash    DROPPED  focus 2 (forecasting), keywords 0
>  3  moa.report  DROPPED  focus -, keywords 0

To bring it in: pin it, and moa.surge goes; or
                limits.bullets_per_entry: 3, which lets in
                moa.wash before it
"""
    )


# --- wrong use ---


def test_an_unknown_item_is_told_with_the_likeliest(ws):
    ran = run("explain", "-c", "socar", "prakign", cwd=ws)
    assert (ran.code, ran.out) == (1, "")
    assert (
        ran.err
        == """\
resume: error: no item of the base has the id 'prakign' (did you mean 'parking'?) [unknown-id]
  = `resume explain` lists the ids
1 error
"""
    )


def test_an_unknown_company_is_told_with_the_likeliest(ws):
    ran = run("explain", "-c", "socra", cwd=ws)
    assert (ran.code, ran.out) == (1, "")
    assert (
        ran.err
        == """\
companies: error: no profile 'socra' (did you mean 'socar'?) [unknown-company]
  = there are: socar
1 error
"""
    )


def test_a_filter_beside_an_item_is_wrong_use(ws):
    ran = run("explain", "-c", "socar", "--kept", "parking", cwd=ws)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Error: --kept chooses from the list; leave it out to ask for 'parking'\n")


def test_a_base_with_errors_is_not_explained(ws):
    (ws / "resume/more.yaml").write_text("work: []\n", encoding="utf-8")
    ran = run("explain", cwd=ws)
    assert (ran.code, ran.out) == (1, "")
    assert "[duplicate-key]" in ran.err or "work" in ran.err


def test_the_repository_is_a_workspace_itself():
    ran = run("explain", "-c", "socar", "--kept", cwd=REPOSITORY / "companies")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "summary")

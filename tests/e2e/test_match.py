"""`resume match`: every keyword of a posting on the page, in the base but left out, or nowhere."""

import json
from unicodedata import east_asian_width

import pytest
from command import run
from disk import write
from screen import bare, shown

BASE = """\
basics:
  name: {ko: 한지원, en: Jiwon Han}
  label: {ko: 데이터 분석가, en: Data Analyst}
  location: {city: {ko: 서울, en: Seoul}}
  summary: {text: 숫자로 결정을 돕는 분석가, alt: {mobility: 차가 서 있는 까닭을 로그로 찾는 분석가}}
work:
  - id: moa
    name: {ko: 모아드라이브, en: Moadrive}
    startDate: 2022-03
    highlights:
      - {id: moa.surge, text: {ko: 요금 실험으로 **매출 6.8%** 증가, en: Grew revenue 6.8% by pricing tests}}
      - {id: moa.ab, text: 온라인 실험 12건을 설계, facts: [Airflow로 집계]}
      - {id: moa.report, text: SQL로 주간 지표 보고, tags: [dashboards]}
      - {id: moa.course, text: 통계 강의 진행, tags: [teaching]}
projects:
  - id: titanic
    name: 타이타닉 생존자 예측
    highlights: [결측치를 회귀 모델로 처리]
  - id: parking
    name: 공영주차장 빈자리 예보
    outcome: 빈자리를 시계열 모델로 예보
  - id: demand
    name: {ko: 수요 예측, en: Demand forecasting}
    keywords: [Python, SQL]
awards:
  - {id: prize, title: 인과추론 논문상, date: 2023-12}
"""
PROFILE = """\
company: {name: 쏘카}
keywords: [수요 예측, A/B 테스트, SQL, AB test, 로그, 회귀, 시계열, 인과추론, 강의]
pin: [demand]
drop: [titanic]
exclude: [teaching]
sections: [summary, projects, work]
limits:
  projects: 1
"""
POSTING = """\
## 주요업무
- 수요 예측, AB 테스트

## 자격요건
- SQL
- 회귀

## 우대사항
- Airflow
- Kubernetes
"""
WORKSPACE = {"resume/base.yaml": BASE, "companies/socar.yaml": PROFILE}
WITH_POSTING = {
    "resume/base.yaml": BASE,
    "companies/socar.yaml": f"{PROFILE}posting: postings/socar.md\n",
    "postings/socar.md": POSTING,
}


@pytest.fixture
def ws(tmp_path):
    return write(tmp_path / "ws", WORKSPACE)


@pytest.fixture
def posted(tmp_path):
    return write(tmp_path / "posted", WITH_POSTING)


def told(*args, cwd):
    ran = run("match", "-c", "socar", *args, cwd=cwd)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def data(*args, cwd):
    return json.loads(told("--format", "json", *args, cwd=cwd))


def by_word(found):
    return {one["keyword"]: one for one in found["keywords"]}


# --- for a pipe ---


LINES = """\
companies/socar.yaml names no posting: only its keywords are judged
On the resume: 3
  수요 예측   demand
  A/B 테스트  moa.ab (as '온라인 실험')
  SQL         demand, moa.report
In the base, but left out: 5
  로그        summary  use: {summary: mobility}  kept
  회귀        titanic.결측치를-회귀-모델로-처리  take titanic out of drop  dropped with titanic: drop lists it  companies/socar.yaml:4
  시계열      parking  add parking to pin  dropped: limits.projects=1 (rank 2 of 2)  companies/socar.yaml:8
  인과추론    prize  add awards to sections  dropped: sections does not list 'awards'  companies/socar.yaml:6
  강의        moa.course  add moa.course to pin  dropped: exclude: teaching  companies/socar.yaml:5
Nowhere: 0
Coverage
  all  3 of 8
"""  # noqa: E501


def test_a_pipe_gets_a_line_for_each_word_and_item(ws):
    assert told(cwd=ws) == LINES


POSTED = """\
On the resume: 3
  수요 예측   duties        demand
  A/B 테스트  duties        moa.ab (as '온라인 실험')
  SQL         requirements  demand, moa.report
In the base, but left out: 6
  로그        profile       summary  use: {summary: mobility}  kept
  회귀        requirements  titanic.결측치를-회귀-모델로-처리  take titanic out of drop  dropped with titanic: drop lists it  companies/socar.yaml:4
  시계열      profile       parking  add parking to pin  dropped: limits.projects=1 (rank 2 of 2)  companies/socar.yaml:8
  인과추론    profile       prize  add awards to sections  dropped: sections does not list 'awards'  companies/socar.yaml:6
  강의        profile       moa.course  add moa.course to pin  dropped: exclude: teaching  companies/socar.yaml:5
  Airflow     preferred     moa.ab  reword it with its fact (resume/base.yaml:12)  kept, only a fact of it says so
Nowhere: 1 (learn it or say so honestly: it is never added for you)
  Kubernetes  preferred     Kubernetes  postings/socar.md:10
Coverage
  duties        2 of 2
  requirements  1 of 2
  preferred     0 of 2
  profile       0 of 4
  all           3 of 10
"""  # noqa: E501


def test_with_a_posting_each_word_has_its_section_and_the_postings_own_words_follow(posted):
    assert told(cwd=posted) == POSTED


def test_a_posting_alone_will_do(posted):
    found = by_word(data("--set", "keywords=[]", cwd=posted))
    assert {"수요 예측", "SQL", "Airflow", "Kubernetes"} <= set(found)
    assert (found["Kubernetes"]["verdict"], found["Kubernetes"]["place"]) == ("nowhere", "postings/socar.md:10")
    assert (found["Kubernetes"]["line"], found["Kubernetes"]["section"]) == ("Kubernetes", "preferred")


def test_the_english_page_is_judged_in_english(ws):
    lines = told("--lang", "en", "--set", "keywords=[수요 예측, 증가, 서울, 실험]", cwd=ws).splitlines()
    assert lines[1:] == [
        "On the resume: 2",
        "  수요 예측  demand (as 'demand forecasting')",
        "  실험       moa.ab",
        "In the base, but left out: 2",
        "  증가       moa.surge  see that its English says it too (resume/base.yaml:11)  kept",
        "  서울       basics  see that its English says it too (resume/base.yaml:4)  in basics",
        "Nowhere: 0",
        "Coverage",
        "  all  2 of 4",
    ]


def test_the_head_the_titles_and_what_privacy_hides(ws):
    lines = told(
        "--set", "keywords=[데이터 분석, 프로젝트, 서울]", "--set", "privacy.location=hide", cwd=ws
    ).splitlines()
    assert lines[2:4] == ["  데이터 분석  the page's head", "  프로젝트     the title of projects"]
    assert lines[5] == "  서울         basics  privacy: {location: show}  hidden by privacy"


def test_a_fact_and_a_gap(ws):
    lines = told("--set", "keywords=[Airflow, Kubernetes]", cwd=ws).splitlines()
    assert lines[3] == (
        "  Airflow     moa.ab  reword it with its fact (resume/base.yaml:12)  kept, only a fact of it says so"
    )
    assert lines[4] == "Nowhere: 1 (learn it or say so honestly: it is never added for you)"
    assert lines[5].startswith("  Kubernetes  asked for by the profile  --set keywords=")


def test_what_fitting_to_pages_took_off_is_not_on_the_resume(ws):
    dull = "".join(
        f"      - {{id: moa.x{i}, text: 매장 {i}곳의 재고를 살펴 발주를 고침, tags: [teaching]}}\n" for i in range(60)
    )
    last = "      - {id: moa.last, text: 이벤트를 카프카로 정리}\nprojects:"
    base = BASE.replace("projects:", dull + last, 1)
    (ws / "resume/base.yaml").write_text(base, encoding="utf-8")
    args = ("--set", "keywords=[카프카]", "--set", "exclude=[]", "--set", "focus=[teaching, dashboards]")
    assert by_word(data(*args, cwd=ws))["카프카"]["verdict"] == "on"
    (item,) = by_word(data(*args, "--set", "limits.pages=1", cwd=ws))["카프카"]["items"]
    assert (item["id"], item["kept"], item["way"][0]["words"]) == ("moa.last", False, "add moa.last to pin")
    assert (item["reason"].split(" (")[0], item["place"]) == ("limits.pages=1", "--set limits.pages=1")


# --- for a program ---


def test_json_has_every_keyword_once_in_the_order_asked_for(ws):
    found = data(cwd=ws)
    assert {key: found[key] for key in ("company", "lang", "posting", "coverage")} == {
        "company": "socar",
        "lang": "ko",
        "posting": None,
        "coverage": {"on": 3, "of": 8, "sections": [{"section": "profile", "on": 3, "of": 8}]},
    }
    asked = ["수요 예측", "A/B 테스트", "SQL", "로그", "회귀", "시계열", "인과추론", "강의"]
    assert [one["keyword"] for one in found["keywords"]] == asked
    assert by_word(found)["A/B 테스트"] == {
        "keyword": "A/B 테스트",
        "also": ["AB test"],
        "section": "profile",
        "place": "companies/socar.yaml:2",
        "line": None,
        "verdict": "on",
        "where": [{"kind": "item", "id": "moa.ab"}],
        "written": "온라인 실험",
        "items": [],
    }
    assert by_word(found)["시계열"]["items"] == [
        {
            "id": "parking",
            "section": "projects",
            "text": "빈자리를 시계열 모델로 예보",
            "kept": False,
            "reason": "limits.projects=1 (rank 2 of 2: focus -, keywords 1)",
            "place": "companies/socar.yaml:8",
            "carried": "said",
            "way": [
                {
                    "edit": "pin",
                    "item": "parking",
                    "name": None,
                    "words": "add parking to pin",
                    "place": "companies/socar.yaml:3",
                }
            ],
        }
    ]


def test_json_tells_titles_from_the_head(ws):
    one = by_word(data("--set", "keywords=[데이터 분석, 프로젝트]", cwd=ws))
    assert one["데이터 분석"]["where"] == [{"kind": "head"}]
    assert one["프로젝트"]["where"] == [{"kind": "title", "section": "projects"}]


# --- for a person ---


NARROW = """\
socar  3 of 8 keywords on the resume
companies/socar.yaml names no posting: only its keywords are judged

  █████████░░░░░░░░░░░░░░░  3 of 8

On the resume  3
  수요 예측   demand
  A/B 테스트  moa.ab (as '온라인 실험')
  SQL         demand, moa.report

In the base, but left out  5
  로그        summary  차가 서 있는 까닭을 로그로 찾는 분석가
              kept
              → use: {summary: mobility}
  회귀        titanic.결측치를-회귀-모델로-처리  결측치를 회귀 모델로…
              dropped with titanic: drop lists it
              companies/socar.yaml:4
              → take titanic out of drop
  시계열      parking  공영주차장 빈자리 예보
              dropped: limits.projects=1 (rank 2 of 2)
              companies/socar.yaml:8
              → add parking to pin
  인과추론    prize  인과추론 논문상
              dropped: sections does not list 'awards'
              companies/socar.yaml:6
              → add awards to sections
  강의        moa.course  통계 강의 진행
              dropped: exclude: teaching  companies/socar.yaml:5
              → add moa.course to pin
"""


def columns_of(text):
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def test_a_terminal_gets_columns_that_wrap_inside_themselves(ws):
    assert bare(shown("match", "-c", "socar", cwd=ws, columns=70)) == NARROW


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_nothing_is_wider_than_the_terminal(posted, columns):
    text = bare(shown("match", "-c", "socar", cwd=posted, columns=columns))
    assert max(map(columns_of, text.splitlines())) <= columns


# --- what is wrong ---


def problems(*args, cwd):
    ran = run("match", "-c", "socar", *args, cwd=cwd)
    assert (ran.code, ran.out) == (1, "")
    return ran.err


def test_without_keywords_and_posting_it_says_what_to_write(ws):
    assert (
        problems("--set", "keywords=[]", cwd=ws)
        == """\
companies/socar.yaml: error: there is no keyword to match: the profile has neither keywords nor a posting [no-keywords]
  = write keywords: [SQL, ...] in the posting's words, or posting: postings/<file> with its text
1 error
"""
    )


def test_a_posting_that_is_not_there_is_told_where_it_is_named(posted):
    (posted / "postings/socar.md").rename(posted / "postings/socar.txt")
    first, *_, hint, _ = problems(cwd=posted).splitlines()
    message = "posting: there is no file 'postings/socar.md' (did you mean 'postings/socar.txt'?)"
    assert first == f"companies/socar.yaml:9:10: error: {message} [no-posting]"
    assert hint == "  = write its path from the workspace's folder, for example postings/socar.md"


def test_an_empty_posting_is_told(posted):
    (posted / "postings/socar.md").write_text("", encoding="utf-8")
    assert problems(cwd=posted).startswith("postings/socar.md: error: ")


def test_the_base_itself_answers_to_nobody(ws):
    ran = run("match", "-c", "base", cwd=ws)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("companies: error: no profile 'base'")


def test_a_company_is_asked_for(ws):
    ran = run("match", cwd=ws)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Error: Missing option '--company' / '-c'.\n")

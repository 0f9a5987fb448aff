"""`resume posting`: what it says of a posting, to people and to programs, and of files that are none."""

import json

import pytest
from command import run
from disk import png, write

KOREAN = """회사: 쏘카(SOCAR)
데이터 분석가

주요업무
- 예약 퍼널을 분석하고 전환율을 개선합니다
- 차량 수요를 예측합니다
- 대시보드를 만들고 운영합니다

자격요건
- SQL, Tableau 경험 3년 이상
"""
ENGLISH = """AI Scientist
Company: Moamap

What you'll do
- Own retention metrics with product managers

Requirements
- 2+ years of SQL
"""
KOREAN_TOLD = """\
데이터 분석가 · 쏘카(SOCAR)  ko.txt
  직무    data-analyst  데이터 분석가  6.8  (product-analyst 5.52, business-analyst 3.52, data-scientist 1)
  참고    프로덕트 분석가의 일도 거의 그만큼 있음
  참고    많은 회사가 프로덕트·비즈니스 분석가도 데이터 분석가로 뽑음: 어느 팀과 무엇을 정하는 자리인지 물어볼
          것
  경력    3년 이상  (10행)
  근거    7행  대시보드를 만들고 운영합니다
          10행  SQL, Tableau 경험 3년 이상
  키워드  주요업무: 퍼널 분석, 전환율, 수요 예측, 예약 퍼널, 차량 수요, 데이터 분석, 대시보드
          자격요건: SQL, Tableau
"""
ENGLISH_TOLD = """\
AI Scientist · Moamap  en.txt
  role        product-analyst  product analyst  4.16  (crm-marketer 1, data-analyst 0.4, analytics-engineer 0.2)
  experience  2 years or more  (line 8)
  because     line 5  Own retention metrics with product managers
  keywords    duties: retention, metrics, AI
              requirements: SQL
"""


@pytest.fixture
def jobs(tmp_path):
    return write(tmp_path / "jobs", {"ko.txt": KOREAN, "en.txt": ENGLISH})


def read(*args, cwd, **more):
    """What `--format json` says, and the exit."""
    ran = run("posting", "--format", "json", *args, cwd=cwd, **more)
    return json.loads(ran.out)["files"], ran.code


# --- to people ---


def test_a_posting_is_told_in_its_own_language(jobs):
    assert run("posting", "ko.txt", cwd=jobs).out == KOREAN_TOLD
    assert run("posting", "en.txt", cwd=jobs).out == ENGLISH_TOLD


def test_several_are_told_one_after_the_other_in_the_order_named(jobs):
    ran = run("posting", "ko.txt", "en.txt", "./ko.txt", cwd=jobs)
    assert (ran.code, ran.err, ran.out) == (0, "", f"{KOREAN_TOLD}\n{ENGLISH_TOLD}")


def test_a_folder_means_every_posting_in_it(jobs):
    ran = run("posting", "jobs", cwd=jobs.parent)
    assert [line for line in ran.out.splitlines() if line and not line.startswith(" ")] == [
        "AI Scientist · Moamap  jobs/en.txt",
        "데이터 분석가 · 쏘카(SOCAR)  jobs/ko.txt",
    ]


def test_the_account_may_be_in_the_other_language(jobs):
    told = run("posting", "--lang", "ko", "en.txt", cwd=jobs).out
    assert told.splitlines()[1:3] == [
        "  직무    product-analyst  프로덕트 분석가  4.16  (crm-marketer 1, data-analyst 0.4, analytics-engineer 0.2)",
        "  경력    2년 이상  (8행)",
    ]


def test_standard_input_is_a_posting(jobs):
    told = run("posting", "-", cwd=jobs, stdin=KOREAN).out
    assert told == KOREAN_TOLD.replace("ko.txt", "<stdin>")


def test_a_title_alone_is_judged_by_its_title_and_that_is_told(jobs):
    ran = run("posting", "-", cwd=jobs, stdin="데이터 분석가")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "데이터 분석가  <stdin>\n"
        "  직무    data-analyst  데이터 분석가  3\n"
        "  참고    하는 일이 적혀 있지 않아 제목만 보고 판단함\n"
        "  키워드  주요업무: 데이터 분석\n"
    )


def test_what_is_no_data_work_is_told_so(jobs):
    ran = run("posting", "-", cwd=jobs, stdin="점심 메뉴\n\n- 김밥\n- 라면\n- 떡볶이\n")
    assert ran.out == (
        "점심 메뉴  <stdin>\n  직무    other  데이터 직군이 아닌 일\n  키워드  이력서에 옮길 만한 낱말이 없음\n"
    )


def test_nothing_of_a_posting_reaches_the_terminal_as_a_command(jobs):
    ran = run("posting", "-", cwd=jobs, stdin="데이터\x1b[2J 분석가\n주요업무\n- \x1b]0;x\x07지표\u202e 정의\x9b")
    assert not any(ord(c) < 32 and c != "\n" for c in ran.out)
    assert {"\u202e", "\x9b", "\x7f"}.isdisjoint(ran.out)


# --- to programs ---

IN_JSON = {
    "path": "en.txt",
    "title": "AI Scientist",
    "company": "Moamap",
    "lang": "en",
    "role": "product-analyst",
    "titled": None,
    "scores": {
        "product-analyst": 4.16,
        "crm-marketer": 1.0,
        "data-analyst": 0.4,
        "analytics-engineer": 0.2,
        "business-analyst": 0.0,
        "data-scientist": 0.0,
        "research-scientist": 0.0,
        "ml-engineer": 0.0,
        "data-engineer": 0.0,
        "mlops-engineer": 0.0,
        "performance-marketer": 0.0,
        "other": 0.0,
    },
    "experience": {"least": 2, "most": None, "line": 8},
    "remarks": [],
    "evidence": [
        {
            "role": "product-analyst",
            "text": "Own retention metrics with product managers",
            "section": "duties",
            "line": 5,
            "words": ["product managers", "metrics", "retention", "product"],
            "weight": 4.0,
        }
    ],
    "keywords": [
        {
            "text": text,
            "kind": kind,
            "section": section,
            "line": line,
            "sentence": sentence,
            "times": 1,
        }
        for text, kind, section, line, sentence in (
            ("retention", "domain", "duties", 5, "Own retention metrics with product managers"),
            ("SQL", "tool", "requirements", 8, "2+ years of SQL"),
            ("metrics", "domain", "duties", 5, "Own retention metrics with product managers"),
            ("AI", "method", "duties", 1, "AI Scientist"),
        )
    ],
    "sections": [
        {"kind": "duties", "heading": "What you'll do", "lines": 1},
        {"kind": "requirements", "heading": "Requirements", "lines": 1},
    ],
    "problems": [],
}


def test_json_holds_everything(jobs):
    (found,), code = read("en.txt", cwd=jobs)
    assert (found, code) == (IN_JSON, 0)
    assert list(found["scores"]) == list(IN_JSON["scores"])


def test_remarks_are_named_for_programs(jobs):
    (found,), _ = read("ko.txt", cwd=jobs)
    assert [one["kind"] for one in found["remarks"]] == ["close", "umbrella"]


def test_json_is_json_when_nothing_could_be_read(jobs):
    write(jobs, {"p.txt": png()})
    found, code = read("p.txt", cwd=jobs)
    hint = "copy the posting's text from its page into a .txt file, or print the page to a PDF"
    problem = {"rule": "not-text", "message": "it is a picture (PNG), which cannot be read here", "hint": hint}
    assert found == [{"path": "p.txt", "role": None, "keywords": [], "problems": [problem]}]
    assert code == 1


# --- files that are none ---


def test_a_file_that_cannot_be_read_is_told_and_the_others_still_are(jobs):
    ran = run("posting", "gone.txt", "ko.txt", "none", cwd=jobs)
    assert (ran.code, ran.out) == (1, KOREAN_TOLD)
    assert ran.err == (
        "gone.txt: error: there is no such file or folder [unreadable]\n"
        "none: error: there is no such file or folder [unreadable]\n"
        "2 errors\n"
    )
    found, code = read("gone.txt", "ko.txt", cwd=jobs)
    assert ([one["path"] for one in found], code) == (["ko.txt", "gone.txt"], 1)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "there is nothing in this file [empty-file]"),
        (b" \n\t\n", "there is nothing in this file [empty-file]"),
        (png(), "it is a picture (PNG), which cannot be read here [not-text]"),
        (b"PK\x03\x04word/document.xml", "it is a Word document (.docx), which cannot be read here [not-text]"),
        (bytes(range(256)) * 20, "the file is not text [binary]"),
        (b"%PDF-1.7\nbroken", "the PDF is broken [broken-pdf]"),
    ],
    ids=["empty", "blank", "picture", "docx", "bytes", "pdf"],
)
def test_a_file_of_an_unknown_kind_is_named_and_nothing_is_printed(jobs, data, problem):
    write(jobs, {"x.txt": data})
    ran = run("posting", "x.txt", cwd=jobs)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[0] == f"x.txt: error: {problem}"


@pytest.mark.parametrize("args", [(), ("ko.txt", "--format", "xml"), ("ko.txt", "--lang", "fr")])
def test_wrong_use_exits_2(jobs, args):
    ran = run("posting", *args, cwd=jobs)
    assert (ran.code, ran.out) == (2, "")


NOISE = {
    "one word": "SQL " * 249_000,
    "one letter": "a" * 999_000,
    "no spaces": "수요예측" * 82_000,
    "short lines": "- a\n" * 249_000,
    "brackets": "[" * 999_000,
    "open brackets": "데이터 (" * 90_000,
    "years": "1년 " * 190_000,
    "right to left": "محلل بيانات\n" * 45_000,
    "emoji": "😀" * 249_000,
    "ligatures": "ﷺ" * 300_000,
    "sentences": "A." * 499_000,
    "the same line": "- SQL로 데이터 파이프라인을 구축합니다\n" * 18_000,
}


@pytest.mark.parametrize("text", NOISE.values(), ids=NOISE)
def test_a_megabyte_of_noise_is_read_from_its_beginning(jobs, text):
    (found,), code = read("-", cwd=jobs, stdin=text)
    assert code == 0
    assert len(found["keywords"]) <= 20
    assert next(one["kind"] for one in found["remarks"]) in {"long", "title-only"}

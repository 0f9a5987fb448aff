"""`resume new`: a profile drafted from a posting that builds at once, and nothing overwritten."""

from unicodedata import normalize

import pytest
from command import DAY, run
from disk import contents, files_in, write

from resume_tailor import pdf

BASE = """\
basics: {name: {ko: 한지원, en: Jiwon Han}, email: jiwon@example.com}
work:
  - id: moa
    name: {ko: 모아드라이브, en: Moadrive}
    startDate: 2022-03
    highlights: [{text: {ko: 재방문율 지표를 정의, en: Defined the retention metric}, tags: [retention]}]
projects:
  - {id: funnel, name: {ko: 예약 퍼널 분석, en: Booking funnel}, tags: [funnel], keywords: [SQL]}
  - {id: demand, name: {ko: 존별 수요 예측, en: Demand by zone}, tags: [forecasting]}
  - {id: titanic, name: {ko: 타이타닉 생존자 예측, en: Titanic survival prediction}, keywords: [Python]}
"""
POSTING = """회사: 쏘카(SOCAR)
데이터 분석가

주요업무
- 예약 퍼널을 분석하고 전환율을 개선합니다
- 대시보드를 만들고 운영합니다

자격요건
- SQL 경험 3년 이상
"""
WRITTEN = """\
# 공고에서 뽑은 초안. 고르고 고쳐서 쓰세요.
# 하는 일로 본 직무: 데이터 분석가
# 6행 대시보드를 만들고 운영합니다
# 프로덕트 분석가의 일도 거의 그만큼 있음
# 많은 회사가 프로덕트·비즈니스 분석가도 데이터 분석가로 뽑음: 어느 팀과 무엇을 정하는 자리인지 물어볼 것
# 경력: 3년 이상

company: {name: 쏘카, aliases: [SOCAR]}
position: {title: 데이터 분석가, role: data-analyst}
posting: postings/socar.txt
lang: ko

# 베이스의 꼬리표 가운데 공고가 말하는 것, 많이 말하는 차례
focus:
  - funnel  # 퍼널, 퍼널을 분석, 퍼널 분석
# 공고의 낱말, 중요한 차례. 이 말이 있는 항목이 위로 온다
keywords: [퍼널 분석, 전환율, SQL, 예약 퍼널, 데이터 분석, 대시보드]
# 이 직무에 어울리는 구역과 순서
sections: [work, projects]

# 빼도 좋을 것과 까닭. 빼려면 앞의 #을 지우세요
#drop:
#  - titanic  # 누구나 하는 프로젝트로 읽힘 (public-dataset)
#  - demand  # 공고의 낱말도 focus의 꼬리표도 없음

# 직접 답할 것
# - 왜 이 회사인가? 답을 베이스의 basics.summary에 alt로 적고: use: {summary: 그 이름}
# - 이 자리는 그 회사 사업의 어느 단계를 맡는가? 여정을 적으면 resume map이 그린다:
#business:
#  journey:
#    - {stage: 고객이 처음 하는 일, problems: [{title: 데이터로 풀 문제, tags: [forecasting]}]}
# - 내 경험에 없는 낱말은 무엇인가? resume match가 알려 준다. 배우거나, 없다고 말할 것
"""
NOW = "\nNow: read it through, then resume build --company {}\n"


@pytest.fixture
def ws(tmp_path):
    return write(tmp_path / "ws", {"resume/base.yaml": BASE, "postings/socar.txt": POSTING})


def new(name, file, *more, cwd):
    return run("new", name, "--posting", str(file), *more, cwd=cwd)


def refused(ran, ws, before, code=1):
    """Nothing was said but on stderr, and nothing was written."""
    assert (ran.code, ran.out, contents(ws)) == (code, "", before)
    return ran.err


# --- what is written ---


def test_a_profile_is_drafted_and_builds_as_it_is(ws):
    ran = new("socar", "postings/socar.txt", cwd=ws)
    assert (ran.code, ran.err, ran.out) == (0, "", f"companies/socar.yaml\n{NOW.format('socar')}")
    assert (ws / "companies/socar.yaml").read_text(encoding="utf-8") == WRITTEN
    assert files_in(ws) == ["companies/socar.yaml", "postings/socar.txt", "resume/base.yaml"]
    built = run("build", "--company", "socar", "--date", DAY, cwd=ws)
    assert (built.code, built.err) == (0, "")


@pytest.mark.parametrize("below", ["resume", "postings"])
def test_it_is_found_from_a_folder_below(ws, below):
    ran = new("socar", ws / "postings/socar.txt", cwd=ws / below)
    assert (ran.code, (ws / "companies/socar.yaml").read_text(encoding="utf-8")) == (0, WRITTEN)


def test_a_posting_from_outside_is_copied_byte_by_byte(ws):
    data = POSTING.replace("\n", "\r\n").encode("cp949")
    write(ws.parent, {"Downloads/공고 1.TXT": data})
    ran = new("moa", ws.parent / "Downloads/공고 1.TXT", cwd=ws)
    assert (ran.code, ran.out) == (0, f"postings/moa.txt\ncompanies/moa.yaml\n{NOW.format('moa')}")
    assert (ws / "postings/moa.txt").read_bytes() == data
    assert "\nposting: postings/moa.txt\n" in (ws / "companies/moa.yaml").read_text(encoding="utf-8")


def test_a_copy_gets_another_name_where_there_is_one_already(ws):
    write(ws.parent, {"job.txt": POSTING})
    write(ws, {"postings/moa.txt": "mine", "postings/moa-2.txt": "mine too"})
    ran = new("moa", "../job.txt", cwd=ws)
    assert ran.out.splitlines()[0] == "postings/moa-3.txt"
    assert (ws / "postings/moa.txt").read_text() == "mine"
    assert (ws / "postings/moa-2.txt").read_text() == "mine too"
    assert (ws / "postings/moa-3.txt").read_text(encoding="utf-8") == POSTING


def test_a_saved_page_and_a_pdf_are_read_too(ws):
    company, title, rest = POSTING.split("\n", 2)
    page = f"<!doctype html><title>일터</title><h1>{title}</h1><p>{company}</p><pre>{rest}</pre>"
    style = "<style>@page { size: A5; margin: 15mm } p { font: 10pt/1.6 Pretendard }</style>"
    paragraphs = "".join(f"<p>{line}" for line in POSTING.splitlines() if line)
    sheet = pdf.render(f"<!doctype html><html lang=ko><title>x</title>{style}{paragraphs}", roots=[ws], base=ws).data
    write(ws, {"postings/page.html": page, "postings/sheet.pdf": sheet})
    for name, file in (("page", "postings/page.html"), ("sheet", "postings/sheet.pdf")):
        ran = new(name, file, cwd=ws)
        assert (ran.code, ran.err) == (0, "")
        written = (ws / f"companies/{name}.yaml").read_text(encoding="utf-8")
        assert (
            "company: {name: 쏘카, aliases: [SOCAR]}\nposition: {title: 데이터 분석가, role: data-analyst}" in written
        )
        assert f"posting: {file}" in written


def test_a_posting_in_english_gives_a_draft_in_english(ws):
    write(
        ws, {"a.md": "# Data Analyst\n\n## What you'll do\n\n- Build dashboards in Tableau\n- Answer ad hoc requests\n"}
    )
    assert new("moa", "a.md", cwd=ws).code == 0
    written = (ws / "companies/moa.yaml").read_text(encoding="utf-8")
    assert written.startswith(
        "# Drafted from the posting: choose and change.\n# The role by its duties: data analyst\n"
    )
    assert "company: {name: moa}  # write the company's name\n" in written
    assert "\nlang: en\n" in written


def test_a_shared_profile_is_built_upon(ws):
    write(ws, {"companies/_analyst.yaml": "limits: {projects: 1}\n"})
    assert new("socar", "postings/socar.txt", "--extends", "_analyst", cwd=ws).code == 0
    told = run("explain", "--company", "socar", cwd=ws).out
    assert "limits.projects=1" in told


def test_the_starter_gets_a_profile_that_builds(tmp_path):
    assert run("init", cwd=tmp_path).code == 0
    write(tmp_path, {"job.txt": POSTING})
    assert new("moa", "job.txt", cwd=tmp_path).code == 0
    first, *_ = (tmp_path / "companies/moa.yaml").read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../.resume/profile.schema.json"
    built = run("build", "--company", "moa", "--date", DAY, cwd=tmp_path)
    assert (built.code, built.err) == (0, "")


TITLES = [
    "yes",
    '#1: "x"',
    "{a}",
    "- b",
    "제목: 값",
    "x\x1b[31my",
    "😀 분석가",
    "가" * 300,
    "a: b #c",
    "---",
    "%a",
    "|",
]


def test_whatever_a_title_and_a_company_look_like_the_drafts_build(ws):
    for number, title in enumerate(TITLES):
        write(ws, {"job.txt": f"{title}\n회사: {title}\n\n주요업무\n- SQL로 {title}\n"})
        assert new(f"moa{number}", "job.txt", cwd=ws).code == 0
    built = run("build", "--all", "--format", "html", "--date", DAY, cwd=ws)
    assert (built.code, [one for one in built.problems if "[same-as-other]" not in one]) == (0, [])


BASES = {
    "least": "basics: {name: 한지원, email: a@example.com}\n",
    "no tags": "basics: {name: 한지원, email: a@example.com}\nprojects: [{id: a, name: 수요 예측}]\n",
    "no projects": "basics: {name: 한지원, email: a@example.com}\nskills: [{name: SQL}]\n",
    "english": "basics: {name: Jiwon, email: a@example.com}\nprojects: [{id: a, name: Sales, tags: [forecasting]}]\n",
    "no dates": "basics: {name: 한지원, email: a@example.com}\nwork: [{id: a, name: 모아}]\n",
}


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_a_draft_builds_whatever_the_base_lacks(ws, base):
    write(ws, {"resume/base.yaml": base})
    assert new("socar", "postings/socar.txt", cwd=ws).code == 0
    built = run("build", "--company", "socar", "--format", "html", "--date", DAY, cwd=ws)
    assert (built.code, [one for one in built.problems if ": error: " in one]) == (0, [])


def test_own_years_decide_what_a_newcomer_is_told(ws):
    job = (
        "MLOps 엔지니어\n\n주요업무\n- 모델 배포 자동화와 CI/CD 파이프라인을 구축합니다\n- GPU 클러스터를 운영합니다\n"
    )
    write(ws, {"job.txt": job})
    told = "# MLOps는 신입을 거의 뽑지 않고"
    assert new("a", "job.txt", cwd=ws).code == 0
    assert told not in (ws / "companies/a.yaml").read_text(encoding="utf-8")
    write(ws, {"resume/base.yaml": BASE.replace("startDate: 2022-03", "startDate: 2022-03\n    endDate: 2022-05")})
    assert new("b", "job.txt", cwd=ws).code == 0
    assert told in (ws / "companies/b.yaml").read_text(encoding="utf-8")


# --- what is refused, and nothing written ---


@pytest.mark.parametrize("name", ["_x", "_defaults", "base", ".x", "a/b", "../x", "", "con", "a:b", "x" * 300, "a\nb"])
def test_what_cannot_be_an_id_is_wrong_use(ws, name):
    before = contents(ws)
    told = refused(new(name, "postings/socar.txt", cwd=ws), ws, before, code=2)
    assert told.endswith(f"Error: '{name}' cannot be a company's id: write a short name such as socar\n")


@pytest.mark.parametrize("ending", ["yaml", "yml", "json"])
def test_a_profile_that_is_there_stays_as_it_is(ws, ending):
    write(ws, {f"companies/socar.{ending}": "{}"})
    before = contents(ws)
    assert refused(new("socar", "postings/socar.txt", cwd=ws), ws, before) == (
        "companies/socar.yaml: error: is already there [exists]\n"
        "  = nothing was written; choose another id, or delete the file first\n1 error\n"
    )


def test_an_id_in_parts_is_the_same_id(ws):
    assert new("쏘카", "postings/socar.txt", cwd=ws).code == 0
    before = contents(ws)
    ran = new(normalize("NFD", "쏘카"), "postings/socar.txt", cwd=ws)
    assert "companies/쏘카.yaml: error: is already there" in refused(ran, ws, before)


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("gone.txt", "gone.txt: error: there is no such file [unreadable]"),
        ("postings", "postings: error: is a folder [unreadable]"),
        ("postings/empty.txt", "postings/empty.txt: error: there is nothing in this file [empty-file]"),
        (
            "postings/x.docx",
            "postings/x.docx: error: it is a Word document (.docx), which cannot be read here [not-text]",
        ),
    ],
)
def test_a_posting_that_cannot_be_read_is_told(ws, file, problem):
    write(ws, {"postings/empty.txt": "", "postings/x.docx": b"PK\x03\x04word/document.xml"})
    before = contents(ws)
    assert refused(new("socar", file, cwd=ws), ws, before).splitlines()[0] == problem


def test_a_shared_profile_that_is_not_there_is_told_and_nothing_is_copied(ws):
    write(ws.parent, {"job.txt": POSTING})
    write(ws, {"companies/_analyst.yaml": "limits: {projects: 1}\n"})
    before = contents(ws)
    told = refused(new("moa", "../job.txt", "--extends", "_analist", cwd=ws), ws, before)
    assert "error: extends: no profile '_analist' (did you mean '_analyst'?) [unknown-company]" in told


def test_a_base_with_errors_is_told_first(ws):
    write(ws, {"resume/base.yaml": BASE.replace("id: demand", "id: funnel")})
    before = contents(ws)
    assert "[duplicate-id]" in refused(new("socar", "postings/socar.txt", cwd=ws), ws, before)


def test_a_file_where_the_folder_should_be_is_told(ws):
    write(ws.parent, {"job.txt": POSTING})
    write(ws, {"companies": b"mine"})
    before = contents(ws)
    assert "companies: error: " in new("moa", "postings/socar.txt", cwd=ws).err
    assert contents(ws) == before


def test_outside_a_workspace_it_is_told(tmp_path):
    write(tmp_path, {"job.txt": POSTING})
    ran = new("moa", "job.txt", cwd=tmp_path)
    assert (ran.code, "[no-workspace]" in ran.err, files_in(tmp_path)) == (1, True, ["job.txt"])

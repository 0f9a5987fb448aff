"""`resume brief` as a user runs it: two pages whatever there is to say, in which order, and what it leaves alone."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from command import DAY, run
from disk import SMALL, files_in, write

from resume_tailor.pdffile import Pdf
from resume_tailor.textlayer import check, read, visible_text

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
GOLDEN = Path(__file__).parents[1] / "golden/maps"
KOREAN = ("면접_한지원_쏘카.pdf", "면접_한지원_쏘카.html")
ENGLISH = ("Brief_Jiwon Han_SOCAR.pdf", "Brief_Jiwon Han_SOCAR.html")
POSTING = """\
# [쏘카] MLOps 엔지니어

## 주요업무
- 차량 예약 데이터를 분석해 가격 정책을 제안합니다
- 지역별 수요 예측 결과를 대시보드로 만들어 의사결정을 돕습니다
- A/B 테스트를 설계하고 지표를 정의합니다

## 자격요건
- 데이터 분석 경력 3년 이상
- SQL과 Tableau를 능숙하게 다루시는 분

## 우대사항
- 인과추론 경험, 강화학습 경험
"""


@pytest.fixture(scope="module")
def briefs(example, tmp_path_factory):
    """SOCAR's brief in both languages: language -> its folder."""
    outs = {lang: tmp_path_factory.mktemp(lang) for lang in ("ko", "en")}
    for lang, out in outs.items():
        ran = run("brief", "-c", "socar", "--lang", lang, "--date", DAY, "--out", str(out), cwd=example.root)
        assert ran.code == 0, ran.err
    return {"ko": outs["ko"] / "socar", "en": outs["en"] / "socar/en"}


every_language = pytest.mark.parametrize(("lang", "files"), [("ko", KOREAN), ("en", ENGLISH)])


def made(folder):
    """The only PDF below a folder, and the page's text."""
    (pdf,), (html,) = folder.rglob("*.pdf"), folder.rglob("*.html")
    return pdf.read_bytes(), html.read_text(encoding="utf-8")


def two_pages(folder):
    """Check what holds for every brief, and return its pages' text."""
    data, html = made(folder)
    layer = read(data)
    with pypdfium2.PdfDocument(data) as document:
        assert [[round(side) for side in page.get_size()] for page in document] == [[842, 595]] * 2
    assert layer.fonts == ("Pretendard", "Pretendard-Bold")
    assert check(Pdf(data, 2, layer.fonts, ()), html) == []
    return layer.pages


def squeezed(text: str) -> str:
    """The text without white space and joiners, and with an arrow in the one way that a PDF can hold it."""
    return re.sub(r"[\s\u2060\f]+", "", text.replace("\ufffe", "-").replace("→", "->"))


# --- The example's ---


@every_language
def test_a_brief_is_two_landscape_pages_set_in_our_fonts(briefs, lang, files):
    assert files_in(briefs[lang]) == sorted(["interview.json", *files])
    assert read(made(briefs[lang])[0]).lang == lang
    two_pages(briefs[lang])


@every_language
def test_a_brief_reads_the_map_then_the_match_then_the_questions(briefs, lang, files):
    page = squeezed(visible_text((briefs[lang] / files[1]).read_text(encoding="utf-8")))
    foot = squeezed(
        {
            "ko": "한지원 · jiwon.han@example.com 2026.11.23",
            "en": "Jiwon Han · jiwon.han@example.com 23 November 2026",
        }[lang]
    )
    first, second = map(squeezed, read((briefs[lang] / files[0]).read_bytes()).pages)
    assert first.endswith(foot)
    assert first.removesuffix(foot) + second == page + foot


@poppler
def test_poppler_reads_it_in_that_order_too(briefs):
    done = subprocess.run(["pdftotext", "-raw", briefs["ko"] / KOREAN[0], "-"], capture_output=True, check=True)
    page = squeezed(visible_text((briefs["ko"] / KOREAN[1]).read_text(encoding="utf-8")))
    found = squeezed(done.stdout.decode()).replace("한지원·jiwon.han@example.com2026.11.23", "")
    assert found == page


@every_language
def test_a_brief_reads_as_it_did(briefs, lang, files):
    page = visible_text((briefs[lang] / files[1]).read_text(encoding="utf-8")) + "\n"
    golden = GOLDEN / f"brief.socar.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


@every_language
def test_the_outline_is_the_journey_and_then_the_second_page(briefs, lang, files):
    html = (briefs[lang] / files[1]).read_text(encoding="utf-8")
    headings = re.findall(r'<h[1-3] data-label="([^"]*)"', html)
    assert list(read((briefs[lang] / files[0]).read_bytes()).outline) == headings
    assert len(headings) == (1 + 4 + 11) + (1 + 3 + 1 + 5)


def test_the_first_page_is_the_map(briefs, example, tmp_path):
    run("map", "-c", "socar", "--date", DAY, "--out", str(tmp_path), cwd=example.root)
    assert read(made(tmp_path)[0]).pages[0] == read((briefs["ko"] / KOREAN[0]).read_bytes()).pages[0]


def test_it_is_said_what_was_written_and_what_is_answered(workspace_copy):
    ran = run("brief", "--company", "socar", "--date", DAY, cwd=workspace_copy)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (f"dist/socar/{KOREAN[0]}  2 pages\ndist/socar/{KOREAN[1]}\n  5 questions: 5 answered, 0 open\n")
    assert files_in(workspace_copy / "dist") == sorted(f"socar/{name}" for name in ("interview.json", *KOREAN))


def test_the_same_input_gives_the_same_files(briefs, example, tmp_path):
    run("brief", "-c", "socar", "--date", DAY, "--out", str(tmp_path), cwd=example.root)
    assert all(path.read_bytes() == (briefs["ko"] / path.name).read_bytes() for path in (tmp_path / "socar").iterdir())


# --- With a posting, and without much ---


def with_posting(workspace, *, business=True):
    path = workspace / "companies/socar.yaml"
    own = path.read_text(encoding="utf-8").replace("keywords: [", "posting: postings/socar.md\nkeywords: [")
    own = own if business else own[: own.index("business:")]
    return write(workspace, {"companies/socar.yaml": own, "postings/socar.md": POSTING})


def test_a_posting_gives_its_role_its_remarks_and_its_words_by_section(workspace_copy):
    ran = run("brief", "-c", "socar", "--date", DAY, cwd=with_posting(workspace_copy))
    assert (ran.code, ran.err) == (0, "")
    _, second = two_pages(workspace_copy / "dist")
    text = squeezed(second)
    assert "공고의하는일로본직무" in text
    assert "제목은MLOps엔지니어이지만하는일은" in text
    assert "경력3년이상" in text
    places = [text.index(word) for word in ("주요업무", "자격요건", "우대사항", "프로필키워드", "예상질문과내일")]
    assert places == sorted(places)
    assert "강화학습" in text[places[2] : places[3]]


def test_without_a_business_the_first_page_has_the_posting_in_its_own_words(workspace_copy):
    ran = run("brief", "-c", "socar", "--date", DAY, cwd=with_posting(workspace_copy, business=False))
    assert (ran.code, ran.problems) == (
        0,
        ["companies/socar.yaml: warning: there is no business: to draw a map of [no-business]"],
    )
    first, _ = two_pages(workspace_copy / "dist")
    lines = [line.removeprefix("- ") for line in POSTING.splitlines() if line.startswith("- ")]
    assert all(squeezed(line) in squeezed(first) for line in lines)
    assert "이회사의사업여정은아직적지않음" in squeezed(first)


def test_without_anything_it_is_still_two_pages_and_says_what_is_open(tmp_path):
    write(tmp_path, SMALL)
    ran = run("brief", "-c", "acme", "--date", DAY, cwd=tmp_path)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "  5 questions: 0 answered, 5 open")
    first, second = map(squeezed, two_pages(tmp_path / "dist"))
    assert "공고도직무도적지않아데이터분석가로봄" in second
    assert second.count("베이스에답할경험이없음:준비하거나솔직히말할것") == 5
    assert "맞춰볼키워드가없음" in second
    assert first.startswith("애크미")


def test_one_project_is_told_once_and_then_only_named(tmp_path):
    project = (
        "projects:\n  - name: 이탈 분석\n    problem: 로그에 이탈이 보임 → 가설은 배송\n    outcome: 지표 3%→5%\n"
        "    highlights: [대시보드와 리포트로 통계를 자동화]\n"
    )
    write(tmp_path, SMALL | {"resume/projects.yaml": project})
    ran = run("brief", "-c", "acme", "--date", DAY, cwd=tmp_path)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "  5 questions: 5 answered, 0 open")
    text = squeezed(two_pages(tmp_path / "dist")[1])
    assert (text.count("로그에이탈이보임"), text.count("1번질문과같은일")) == (1, 4)


def test_what_the_profile_drops_never_answers(workspace_copy):
    own = workspace_copy / "companies/socar.yaml"
    more = own.read_text(encoding="utf-8").replace("  - titanic", "  - kpimart\n  - titanic")
    write(workspace_copy, {"companies/socar.yaml": more})
    run("brief", "-c", "socar", "--format", "html", cwd=workspace_copy)
    (html,) = (workspace_copy / "dist").rglob("*.html")
    assert "물류 지표 데이터 마트" not in html.read_text(encoding="utf-8")


# --- However much there is ---

WORDS = ["SQL", "Python", "Airflow", "수요 예측", "가격", "인과추론", "이탈 예측", "보험사기", "재배치", "강화학습"]


@pytest.mark.parametrize(
    ("role", "lang"),
    [
        ("data-scientist", "ko"),
        ("crm-marketer", "en"),
        ("other", "ko"),
    ],
)
def test_a_role_with_forty_keywords_fits(workspace_copy, role, lang):
    words = ", ".join(f"{word}{'' if n == 0 else f' {n}단계'}" for n in range(4) for word in WORDS)
    own = f"company: {{name: 애크미}}\nposition: {{title: 자리, role: {role}}}\nkeywords: [{words}]\n"
    write(workspace_copy, {"companies/acme.yaml": own})
    ran = run("brief", "-c", "acme", "--lang", lang, "--date", DAY, cwd=workspace_copy)
    assert ran.code == 0, ran.err
    assert "5 questions: " in ran.out
    two_pages(workspace_copy / "dist")


LONG = (
    "지난주 같은 요일의 평균만 보고 계획을 세우던 운영팀과 함께 비와 행사가 있는 날의 로그를 모아 원인을 분석하고 " * 6
)


def test_what_there_is_no_room_for_is_counted_on_the_page_and_on_the_terminal(tmp_path):
    about = ["문제 정의 가설", "대시보드 리포트", "데이터 품질 지표", "인과추론 통계", "자동화 데이터 마트"]
    projects = "projects:\n" + "".join(
        f"  - name: {word}\n    problem: {LONG} 현상 → {word} {LONG}\n    outcome: 3%→5%로 {LONG}\n    role: {LONG}\n"
        f"    highlights: [이력 2만 건 수집 {LONG}]\n"
        for word in about
    )
    write(tmp_path, SMALL | {"resume/projects.yaml": projects})
    ran = run("brief", "-c", "acme", "--date", DAY, cwd=tmp_path)
    assert ran.code == 0, ran.err
    left = next(line.strip() for line in ran.out.splitlines() if "자리가 모자라" in line)
    assert re.fullmatch(r"자리가 모자라 뺀 것: 질문 [1-4]개, 답의 부분 \d+개", left)
    assert squeezed(left) in squeezed(two_pages(tmp_path / "dist")[1])


def test_what_cannot_fit_is_said_and_not_written(tmp_path):
    huge = LONG * 30
    write(tmp_path, SMALL | {"resume/projects.yaml": f"projects:\n  - {{id: p, name: 가설, outcome: {huge}}}\n"})
    ran = run("brief", "-c", "acme", "--date", DAY, cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.problems[1] == (
        "companies/acme.yaml: error: the brief does not fit on its two pages at 7.5pt, with one question and two words "
        "of each section [over-pages]"
    )
    assert "  = shorten what 'p' says" in ran.err
    assert not (tmp_path / "dist").exists()


# --- Beside other papers ---


def test_brief_map_and_build_leave_each_other_alone(tmp_path):
    business = "business: {journey: [{stage: 예약, problems: [{title: 가격, tags: [pricing]}]}]}\n"
    write(tmp_path, SMALL | {"companies/acme.yaml": SMALL["companies/acme.yaml"] + business})
    for _ in range(2):
        for command in ("build", "map", "brief"):
            ran = run(command, "-c", "acme", "--format", "html", "--date", DAY, cwd=tmp_path)
            assert (ran.code, ran.err) == (0, "")
            assert "kept as" not in ran.out
            assert "earlier" not in ran.out
    assert list(json.loads((tmp_path / "dist/acme/interview.json").read_text())) == ["map", "brief"]


def test_what_was_changed_by_hand_is_kept_aside_with_a_word(tmp_path):
    write(tmp_path, SMALL)
    args = ("brief", "-c", "acme", "--format", "html", "--date", DAY)
    run(*args, cwd=tmp_path)
    write(tmp_path / "dist/acme", {"면접_한지원_애크미.html": "by hand"})
    ran = run(*args, cwd=tmp_path)
    assert "is kept as 면접_한지원_애크미 (kept 1).html\n" in ran.out
    assert (tmp_path / "dist/acme/면접_한지원_애크미 (kept 1).html").read_text() == "by hand"


def test_a_posting_that_is_not_there_is_said(tmp_path):
    write(tmp_path, SMALL | {"companies/acme.yaml": "company: {name: 애크미}\nposting: postings/acme.md\n"})
    ran = run("brief", "-c", "acme", cwd=tmp_path)
    assert (ran.code, ran.problems) == (
        1,
        ["companies/acme.yaml:2:10: error: posting: there is no file 'postings/acme.md' [no-posting]"],
    )

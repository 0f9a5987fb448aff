"""`resume map` as a user runs it: one page, what it says and in which order, and what it leaves alone."""

import json
import os
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from command import DAY, run
from disk import SMALL, contents, files_in, write

from resume_tailor.pdffile import Pdf
from resume_tailor.textlayer import check, read, visible_text

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
GOLDEN = Path(__file__).parents[1] / "golden/maps"
KOREAN = ("사업지도_한지원_쏘카.pdf", "사업지도_한지원_쏘카.html")
ENGLISH = ("Map_Jiwon Han_SOCAR.pdf", "Map_Jiwon Han_SOCAR.html")
BUSINESS = "business: {journey: [{stage: 예약, problems: [{title: 가격, tags: [pricing]}, {title: 배차}]}]}\n"


@pytest.fixture(scope="module")
def maps(example, tmp_path_factory):
    """SOCAR's map in both languages: language -> its folder."""
    out = tmp_path_factory.mktemp("maps")
    for lang in ("ko", "en"):
        ran = run("map", "-c", "socar", "--lang", lang, "--date", DAY, "--out", str(out), cwd=example.root)
        assert (ran.code, ran.err) == (0, "")
    return {"ko": out / "socar", "en": out / "socar/en"}


@pytest.fixture
def small(tmp_path):
    return write(tmp_path / "ws", SMALL | {"companies/acme.yaml": SMALL["companies/acme.yaml"] + BUSINESS})


every_language = pytest.mark.parametrize(("lang", "files"), [("ko", KOREAN), ("en", ENGLISH)])


# --- The example's ---


@every_language
def test_a_map_is_one_landscape_page_set_in_our_fonts(maps, lang, files):
    pdf = maps[lang] / files[0]
    with pypdfium2.PdfDocument(pdf) as document:
        assert (len(document), [round(side) for side in document[0].get_size()]) == (1, [842, 595])
    layer = read(pdf.read_bytes())
    assert (layer.fonts, layer.lang) == (("Pretendard", "Pretendard-Bold"), lang)
    assert check(Pdf(pdf.read_bytes(), 1, layer.fonts, ()), (maps[lang] / files[1]).read_text(encoding="utf-8")) == []


@every_language
def test_a_map_reads_stage_by_stage_from_the_first_letter_to_the_last(maps, lang, files):
    page = visible_text((maps[lang] / files[1]).read_text(encoding="utf-8"))
    (found,) = read((maps[lang] / files[0]).read_bytes()).pages
    foot = {
        "ko": "한지원 · jiwon.han@example.com 2026.11.23",
        "en": "Jiwon Han · jiwon.han@example.com 23 November 2026",
    }
    assert squeezed(found) == squeezed(page + foot[lang])


@poppler
def test_poppler_reads_it_in_that_order_too(maps):
    done = subprocess.run(["pdftotext", "-raw", maps["ko"] / KOREAN[0], "-"], capture_output=True, check=True)
    page = visible_text((maps["ko"] / KOREAN[1]).read_text(encoding="utf-8"))
    assert squeezed(done.stdout.decode()).startswith(squeezed(page))


def squeezed(text: str) -> str:
    """The text without white space and joiners, and with an arrow in the one way that a PDF can hold it."""
    return re.sub(r"[\s\u2060\f]+", "", text.replace("\ufffe", "-").replace("→", "->"))


@every_language
def test_a_map_reads_as_it_did(maps, lang, files):
    page = visible_text((maps[lang] / files[1]).read_text(encoding="utf-8")) + "\n"
    golden = GOLDEN / f"socar.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


@every_language
def test_the_outline_is_the_journey(maps, lang, files):
    html = (maps[lang] / files[1]).read_text(encoding="utf-8")
    headings = re.findall(r'<h[1-3] data-label="([^"]*)"', html)
    assert list(read((maps[lang] / files[0]).read_bytes()).outline) == headings
    assert len(headings) == 1 + 4 + 11


def test_what_the_person_has_not_done_is_shown_open(maps):
    html = (maps["ko"] / KOREAN[1]).read_text(encoding="utf-8")
    opened = re.findall(r'<article class="problem open">\s*<h3 data-label="([^"]*)"', html)
    assert opened == ["파손 탐지", "미숙운전 판별", "배터리 수명 관리"]
    assert html.count("아직 없음: 배우거나 물어볼 것") == 3


def test_it_is_said_what_was_written(workspace_copy):
    ran = run("map", "--company", "socar", "--date", DAY, cwd=workspace_copy)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"dist/socar/{KOREAN[0]}  1 page\ndist/socar/{KOREAN[1]}\n  8 problems answered, 3 open\n"
    assert files_in(workspace_copy / "dist") == sorted(f"socar/{name}" for name in ("interview.json", *KOREAN))


def test_the_manifest_tells_the_truth(maps):
    told = json.loads((maps["ko"] / "interview.json").read_text())["map"]
    assert list(told) == ["company", "lang", "date", "versions", "inputs", "fonts", "outputs", "older"]
    assert (told["company"], told["lang"], told["date"], told["older"]) == ("socar", "ko", DAY, {})
    for name, entry in told["outputs"].items():
        assert entry["sha256"] == sha256((maps["ko"] / name).read_bytes()).hexdigest()
    assert {"companies/socar.yaml", "companies/_analyst.yaml", "resume/projects.yaml"} <= told["inputs"].keys()


def test_the_same_input_gives_the_same_files(maps, example, tmp_path):
    run("map", "-c", "socar", "--lang", "ko", "--date", DAY, "--out", str(tmp_path), cwd=example.root)
    again = contents(tmp_path / "socar")
    assert again == {name: (maps["ko"] / name).read_bytes() for name in again}


# --- Beside a build ---


def test_map_and_build_leave_each_other_alone(small):
    for _ in range(2):
        for command in ("build", "map"):
            ran = run(command, "-c", "acme", "--format", "html", "--date", DAY, cwd=small)
            assert (ran.code, ran.err) == (0, "")
            assert "kept as" not in ran.out
            assert "earlier" not in ran.out
    assert files_in(small / "dist/acme") == [
        "interview.json",
        "manifest.json",
        "사업지도_한지원_애크미.html",
        "이력서_한지원_애크미.html",
    ]


def test_what_was_changed_by_hand_is_kept_aside_with_a_word(small):
    name = "사업지도_한지원_애크미"
    args = ("map", "-c", "acme", "--format", "html", "--date", DAY)
    run(*args, cwd=small)
    write(small / "dist/acme", {f"{name}.html": "by hand"})
    ran = run(*args, cwd=small)
    assert f"  {name}.html was not as this tool had left it; it is kept as {name} (kept 1).html\n" in ran.out
    assert (small / f"dist/acme/{name} (kept 1).html").read_text() == "by hand"


@pytest.mark.parametrize(
    ("args", "files"),
    [
        (("--format", "pdf"), ["dist/acme/interview.json", "dist/acme/사업지도_한지원_애크미.pdf"]),
        (("--format", "html", "--out", "mine"), ["mine/acme/interview.json", "mine/acme/사업지도_한지원_애크미.html"]),
    ],
)
def test_formats_and_folder_are_those_asked_for(small, args, files):
    before = set(files_in(small))
    assert run("map", "-c", "acme", *args, cwd=small).code == 0
    assert sorted(set(files_in(small)) - before) == files


# --- When something is wrong ---


def test_without_a_business_it_is_said_what_to_write_and_nothing_is_written(tmp_path):
    write(tmp_path, SMALL)
    ran = run("map", "-c", "acme", cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "companies/acme.yaml: error: there is no business: to draw a map of [no-business]\n"
        "  = write business: {journey: [{stage: 차량 예약, problems: [{title: 수요 예측, tags: []}]}]}\n"
        "1 error\n"
    )
    assert not (tmp_path / "dist").exists()


def test_a_missing_title_is_told_at_its_line(tmp_path):
    own = "company: {name: 애크미}\nbusiness:\n  journey:\n    - stage: 예약\n      problems:\n        - ids: [moa]\n"
    write(tmp_path, SMALL | {"companies/acme.yaml": own})
    ran = run("map", "-c", "acme", cwd=tmp_path)
    assert (ran.code, ran.problems) == (
        1,
        ["companies/acme.yaml:6:11: error: a problem of the journey has no title [missing-key]"],
    )


def test_a_missing_translation_is_a_warning(small):
    ran = run("map", "-c", "acme", "--lang", "en", "--format", "html", cwd=small)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "dist/acme/en/Map_Jiwon Han_ACME.html")
    assert [line.rpartition(": ")[2] for line in ran.problems] == [
        "'business' has no en text; the other is shown [missing-translation]"
    ] * 3


def test_whom_for_has_to_be_said(small):
    assert run("map", cwd=small).code == 2
    assert run("map", "-c", "acme", "--format", "png", cwd=small).code == 2
    assert run("map", "-c", "acem", cwd=small).problems == [
        "companies: error: no profile 'acem' (did you mean 'acme'?) [unknown-company]"
    ]


# --- Sizes ---

STAGES = ["차량 예약", "존 방문", "차량 이용", "차량 반납", "정산과 보험", "재방문", "고객 문의"]
TITLES = ["수요 예측", "가격 결정", "사고 리스크와 보험료", "보험사기 탐지", "실험 판정"]
ENGLISH_STAGES = ["Booking", "Visiting", "Driving", "Return", "Settlement", "Coming back", "Support"]
ENGLISH_TITLES = ["Demand forecasting", "Pricing", "Accident risk", "Fraud detection", "Experiments"]
TAGS = ["pricing", "forecasting", "risk", "fraud", "experiment", "optimization", "retention"]
LONG = "수요 예측과 운영 전략을 지역과 시간대마다 다르게 세워 차량을 미리 옮기고 가격을 조정하는 일에 관한 문제"


def business(stages, titles):
    """A journey whose problems have tags that the example's base answers."""
    lines = ["company: {name: 애크미}", "focus: [pricing, forecasting, risk]", "business:", "  journey:"]
    for i, name in enumerate(stages):
        lines += [f"    - stage: {name}", "      problems:"]
        lines += [f"        - {{title: '{title}', tags: [{TAGS[(i + j) % 7]}]}}" for j, title in enumerate(titles)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("lang", "stages", "titles"),
    [
        ("ko", STAGES[:1], TITLES[:1]),
        ("ko", STAGES, TITLES[:1]),
        ("en", ENGLISH_STAGES, ENGLISH_TITLES),
        ("ko", STAGES[:4], [LONG] * 5),
        ("ko", STAGES, [LONG] * 3),
    ],
    ids=["1x1", "7x1", "7x5-en", "4x5-long", "7x3-long"],
)
def test_any_business_fits_on_one_page_with_every_word_whole(workspace_copy, lang, stages, titles):
    write(workspace_copy, {"companies/acme.yaml": business(stages, titles)})
    ran = run("map", "-c", "acme", "--lang", lang, "--date", DAY, cwd=workspace_copy)
    assert ran.code == 0, ran.err
    (pdf,) = (workspace_copy / "dist/acme").rglob("*.pdf")
    (page,) = read(pdf.read_bytes()).pages
    assert page.count(titles[0].split()[0]) >= len(stages)
    assert f"  {len(stages) * len(titles)} problem" in ran.out


def test_what_cannot_fit_is_said_at_the_longest_stage_and_not_written(workspace_copy):
    own = business(STAGES[:2], TITLES[:1]) + "".join(f"        - title: {LONG} {n}\n" for n in range(30))
    write(workspace_copy, {"companies/acme.yaml": own})
    ran = run("map", "-c", "acme", cwd=workspace_copy)
    assert (ran.code, ran.out) == (1, "")
    (problem,) = ran.problems
    assert re.fullmatch(
        r"companies/acme.yaml:8:14: error: the map takes [1-9]\.\d pages at its smallest type, \d\.\d more than its "
        r"one; the longest stage is '존 방문' with 31 problems \[over-pages\]",
        problem,
    )
    assert not (workspace_copy / "dist").exists()

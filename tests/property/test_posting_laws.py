"""Laws of postings: what holds of every text, of the draft for every posting and base, and of the data files."""

import math
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from laws import examples
from samples import load

from resume_tailor import pipeline
from resume_tailor.keywords import fold, key, shipped
from resume_tailor.model import SECTIONS
from resume_tailor.posting import extract_keywords, identify_role
from resume_tailor.posting.draft import Draft, profile_text
from resume_tailor.posting.headings import _data as headings
from resume_tailor.posting.model import KINDS, PROCESS
from resume_tailor.posting.reading import read_posting
from resume_tailor.posting.remarks import remarks
from resume_tailor.posting.report import Read, as_json, as_lines, strongest
from resume_tailor.posting.role import role_of
from resume_tailor.posting.roles import roles
from resume_tailor.posting.signs import alternatives, standing
from resume_tailor.posting.words import MOST, keywords_of
from resume_tailor.schema import ROLES
from resume_tailor.yamlmarks import read

REPOSITORY = Path(__file__).resolve().parents[2]
many = examples(200)

# What postings are made of, and what patterns trip over.
PIECES = st.sampled_from(
    [
        *("데이터 분석가", "Data Analyst", "[모아] AI 엔지니어 (신입)", "회사: 모아(Moa)", "제목: 값", "영업"),
        *("주요업무", "[자격요건]", "## 우대사항", "💼 하는 일", "Requirements", "Benefits:", "1. 복리후생", "<수집>"),
        *(
            "- SQL로 지표를 정의합니다",
            "ㆍ수요 예측 모델을 개발",
            "• Build dashboards in Looker",
            "1) 3년 이상",
            "신입",
        ),
        *("  이어지는 말", "\t- dbt, Foobase, Airflow 등", "모델 배포 자동화와 CI/CD를 구축", "푸시 캠페인 기획"),
        *(
            "차량 재배치 정책, 폐기율",
            "customer acquisition cost",
            "통계학 전공 학사",
            "연봉과 4대보험",
            "ＳＱＬ",
            "㈜",
        ),
        *(
            "'yes'",
            '#1: "x"',
            "{a}",
            "- b",
            "\0",
            "\x1b[31m",
            "😀",
            "\u200b",
            "\u2028",
            "ﬁ",
            "ﷺ",
            "İ",
            "ㅋㅋ",
            "[[((",
            "***",
        ),
    ]
)
LINES = st.lists(PIECES | st.text(max_size=20), max_size=12)
TEXT = LINES.map("\n".join) | LINES.map(" ".join) | LINES.map("".join)


def squeezed(text):
    """A text in one spelling, without what may stand between words or be a particle between two."""
    return re.sub(r"[\W_]+", "", fold(unicodedata.normalize("NFC", text)))


def seen(line):
    """What one sees of a line."""
    blank = (c if c.isprintable() else " " * (c.isspace() or unicodedata.category(c) == "Cc") for c in line)
    return " ".join("".join(blank).split())


def lines_of(text):
    return [seen(line) for line in unicodedata.normalize("NFC", text).splitlines()]


@many
@given(TEXT)
@example("")
@example("데이터")
def test_any_text_has_a_role_of_the_list_with_finite_scores_the_highest_first(text):
    reading = identify_role(text)
    assert reading.role in ROLES
    assert reading.titled in {"", *ROLES}
    assert sorted(reading.scores) == sorted(ROLES)
    scores = list(reading.scores.values())
    assert all(math.isfinite(score) and score >= 0 for score in scores)
    assert scores == sorted(scores, reverse=True)
    if reading.years:
        assert 0 <= reading.years.least <= (reading.years.most or 30) <= 30


@many
@given(TEXT)
def test_every_line_is_of_the_text_and_of_a_known_kind(text):
    own = lines_of(text)
    for section in read_posting(text).sections:
        assert section.kind in KINDS
        for line in section.lines:
            assert line.section in {section.kind, PROCESS}
            assert line.text in " ".join(own[line.number - 1 :])
            assert line.text == line.text.strip() != ""


@many
@given(TEXT)
def test_the_evidence_is_lines_of_the_posting_the_weightiest_first(text):
    posting = read_posting(text)
    reading = role_of(posting)
    assert {one.line for one in reading.evidence} <= set(posting.lines())
    weights = [one.weight for one in reading.evidence]
    assert weights == sorted(weights, reverse=True)
    assert all(one.words and one.role in ROLES and 0 <= one.weight <= 4 for one in reading.evidence)
    assert set(strongest(reading)) <= {one for one in reading.evidence if one.role == reading.role}


@many
@given(TEXT)
def test_keywords_are_twenty_at_most_each_once_and_each_stands_in_its_line(text):
    found = extract_keywords(text)
    assert len(found) <= MOST
    assert len({key(shipped().canonical(one.text)) for one in found}) == len(found)
    known = {title.strip() for title in (read_posting(text).title,) if title}
    for one in found:
        forms = {squeezed(form) for form in shipped().forms(one.text)}
        whole = squeezed(one.line.text)
        # A particle may stand between two words: 효과를 측정 is 효과 측정.
        bare = squeezed(re.sub(r"(?<=[가-힣])[을를이가의]\s+(?=[가-힣])", " ", one.line.text))
        assert any(form in whole or form in bare for form in forms), one
        assert one.text.strip() == one.text != ""
        assert one.times >= 1
        assert one.line in set(read_posting(text).lines()) or one.line.text in known


@many
@given(TEXT, st.sampled_from(["BOM", "CRLF", "spaces", "tabs", "empty lines at the end", "NFD"]))
def test_what_cannot_be_seen_changes_nothing(text, change):
    text = text.replace("\r", "")
    if change == "BOM":
        other = "\ufeff" + text
    elif change == "CRLF":
        other = text.replace("\n", "\r\n")
    elif change == "NFD":
        other = unicodedata.normalize("NFD", text)
    elif change == "empty lines at the end":
        other = text + "\n\n \n"
    else:
        blank = "   " if change == "spaces" else "\t"
        other = "".join(f"{line}{blank}\n" for line in text.split("\n"))
    assert read_posting(other) == read_posting(text)


@many
@given(TEXT, st.sampled_from(["ko", "en"]))
def test_whatever_was_read_can_be_told(text, lang):
    posting = read_posting(text)
    found = Read("job.txt", posting, role_of(posting), tuple(keywords_of(posting)))
    assert as_json([found]).count('"path": "job.txt"') == 1
    assert all("\n" not in words for _, words in list(as_lines(found, lang))[1:])
    for one in remarks(posting, found.reading):
        assert one.ko
        assert one.en


# --- drafts ---

BASES = [
    "basics: {name: 한지원}\n",
    "basics: {name: Jiwon Han}\nwork:\n  - {id: moa, name: Moa, startDate: 2020-01, highlights: [Built SQL reports]}\n",
    "basics: {name: 한지원}\nprojects:\n  - {id: a, name: 수요 예측, tags: [forecasting], highlights: [지표 정의]}\n",
    """\
basics: {name: {ko: 한지원, en: Jiwon Han}}
projects:
  - {id: "yes", name: 타이타닉 생존자 예측, tags: ["no", "{x}", "a: b"], keywords: [Python]}
  - {id: b, name: 퍼널 분석, tags: [funnel], highlights: [퍼널을 분석함]}
skills: [{name: SQL, keywords: [BigQuery]}]
education: [{institution: 대학}]
publications: [{name: 논문}]
""",
]
LOADED = [load(text) for text in BASES]
WORD = st.text(max_size=30) | st.sampled_from(
    ["yes", "#1", "null", "~", "*a", "&a", "!t", "%", "@", "`", "a\u0085b", ""]
)


@many
@given(TEXT, st.sampled_from(LOADED), WORD, st.booleans(), st.none() | st.floats(0, 40))
def test_a_draft_of_any_posting_for_any_base_is_a_profile_without_errors(text, base, file, schema, own):
    posting = read_posting(text)
    draft = Draft(
        id="acme",
        posting=posting,
        reading=role_of(posting),
        keywords=tuple(keywords_of(posting)),
        resume=base.resume,
        aliases=shipped(),
        file=file,
        flagged={"yes": "public-dataset"} if base is LOADED[3] else {},
        years=own,
        schema=schema,
    )
    written = profile_text(draft)
    reading = read("companies/acme.yaml", written.encode())
    assert reading.problems == ()
    profile, problems = pipeline.try_profile("acme", [reading], base)
    assert list(problems) == [], written
    assert [word.value for word in profile.keywords] == [" ".join(one.text.split()) for one in draft.keywords]
    assert (profile.lang, profile.role) == (posting.lang, draft.reading.role)


@many
@given(st.sampled_from(LOADED), TEXT, TEXT)
def test_a_company_and_a_title_are_text_whatever_they_look_like(base, company, title):
    text = f"회사: {' '.join(company.split())}\n제목: {' '.join(title.split())}\n주요업무\n- SQL"
    posting = read_posting(text)
    draft = Draft("acme", posting, role_of(posting), (), base.resume, shipped())
    reading = read("companies/acme.yaml", profile_text(draft).encode())
    _, problems = pipeline.try_profile("acme", [reading], base)
    assert list(problems) == []


# --- the data files ---


def test_every_role_of_a_profile_has_its_data_and_no_other_has():
    assert sorted(roles()) == sorted(ROLES)


@pytest.mark.parametrize("role", roles().values(), ids=lambda role: role.id)
def test_a_role_has_names_questions_and_sections_that_there_are(role):
    assert set(role.names) == set(role.about) == {"ko", "en"}
    assert set(role.sections) <= {"summary", *SECTIONS}
    assert len(set(role.sections)) == len(role.sections)
    assert all(one.ko and one.en and one.about for one in role.questions)
    assert len(role.questions) >= 4 or role.id == "other"
    assert len(set(role.titles)) == len(role.titles)


@pytest.mark.parametrize("role", roles().values(), ids=lambda role: role.id)
def test_no_alternative_of_a_sign_is_dead(role):
    words = alternatives([role])
    lines = [f"그리고 {word.removesuffix('*')} 그리고" for word in words]
    dead = [word for word, found in zip(words, standing(words, lines), strict=True) if word not in found]
    assert dead == []


@pytest.mark.parametrize("role", roles().values(), ids=lambda role: role.id)
def test_every_title_of_a_role_is_found_in_a_title(role):
    assert [title for title in role.titles if not identify_role(title).titled] == []


def test_every_kind_of_heading_is_a_kind_of_section_and_every_pattern_is_one():
    assert set(headings()["kinds"]) == set(KINDS)
    for words in (*headings()["kinds"].values(), *headings()["plain"].values(), headings()["process"]["words"]):
        for word in words:
            re.compile(word)
            assert not re.compile(word).search(""), word


def test_the_twins_in_json_are_up_to_date():
    script = REPOSITORY / "scripts/write_data.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

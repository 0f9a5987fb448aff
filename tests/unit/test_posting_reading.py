"""What a posting's text is cut into: title, company, language, sections and their lines."""

import unicodedata

import pytest

from resume_tailor.posting import reading
from resume_tailor.posting.model import Line, Posting, Section
from resume_tailor.posting.reading import read_posting


def parts(text):
    """Sections as `(kind, heading, [line, ...])`; a line of another kind than its section's has that before it."""
    return [
        (
            s.kind,
            s.heading,
            [line.text if line.section == s.kind else f"{line.section}: {line.text}" for line in s.lines],
        )
        for s in read_posting(text).sections
    ]


def test_a_posting_is_a_title_a_company_a_language_and_sections_of_numbered_lines():
    text = "회사: 모아지도(Moamap)\n포지션: 데이터 분석가\n\n주요업무\n- 지표 정의\n\n자격요건\n- SQL 능숙자\n"
    assert read_posting(text) == Posting(
        "데이터 분석가",
        "ko",
        (
            Section("duties", "주요업무", (Line("지표 정의", 5, "duties"),)),
            Section("requirements", "자격요건", (Line("SQL 능숙자", 8, "requirements"),)),
        ),
        "모아지도(Moamap)",
    )


# --- title and company ---


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("데이터 분석가", "데이터 분석가"),
        ("[모아지도] 데이터 분석가 (신입/경력)", "[모아지도] 데이터 분석가 (신입/경력)"),
        ("# **[모아지도] Data Analyst**", "[모아지도] Data Analyst"),
        ("제목: 데이터 엔지니어", "데이터 엔지니어"),
        ("Position: Data Analyst", "Data Analyst"),
        ("모집부문 : 데이터 분석가", "데이터 분석가"),
        ("담당업무", ""),
        ("- 매출 분석", ""),
        ("우리는 동네 지도를 만드는 회사입니다.", ""),
        ("We make maps for people who walk.", ""),
        ("가" * 111, ""),
    ],
)
def test_the_first_line_is_the_title_unless_it_is_a_heading_a_bullet_or_a_sentence(first, title):
    assert read_posting(f"{first}\n\n주요업무\n- 지표 정의").title == title


@pytest.mark.parametrize("label", ["회사", "회사명", "기업명", "Company", "company"])
def test_a_line_at_the_top_names_the_company(label):
    assert read_posting(f"데이터 분석가\n{label}: 모아지도\n주요업무\n- 지표").company == "모아지도"


def test_a_line_far_below_names_no_company():
    assert read_posting("데이터 분석가\n" + "- 지표\n" * 20 + "회사: 모아지도").company == ""


def test_a_title_alone_has_no_sections():
    assert read_posting("데이터 분석가\n") == Posting("데이터 분석가", "ko", ())


@pytest.mark.parametrize("text", ["", " \n\t\n", "---\n***\n", "\0", "\ufeff", "•\n•\n"])
def test_of_nothing_comes_an_empty_posting(text):
    assert read_posting(text) == Posting("", "en", ())


# --- headings ---


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("[주요업무]", "duties"),
        ("【담당 업무】", "duties"),
        ("<합류하시면 하게 될 일>", "duties"),
        ("■ 주요 업무", "duties"),
        ("▶ 이런 일을 해요", "duties"),
        ("💼 합류하면 하게 될 업무예요", "duties"),
        ("## 업무 내용", "duties"),
        ("**하는 일**", "duties"),
        ("담당업무:", "duties"),
        ("맡게 될 역할", "duties"),
        ("1. 담당업무", "duties"),
        ("ㅇ 담당업무", "duties"),
        ("○ 자격요건", "requirements"),
        ("o 우대사항", "preferred"),
        ("What you'll do", "duties"),
        ("Key Responsibilities:", "duties"),
        ("### The role", "duties"),
        ("자격요건", "requirements"),
        ("🙋 이런 분을 찾아요", "requirements"),
        ("이런 동료를 기다려요", "requirements"),
        ("2) 지원자격", "requirements"),
        ("Requirements", "requirements"),
        ("**Who you are**", "requirements"),
        ("What we're looking for", "requirements"),
        ("우대사항", "preferred"),
        ("[우대 자격요건]", "preferred"),
        ("✨ 이런 경험이 있다면 더 좋아요", "preferred"),
        ("Nice to have", "preferred"),
        ("Preferred qualifications", "preferred"),
        ("기술 스택", "tools"),
        ("Tech stack", "tools"),
        ("회사 소개", "about"),
        ("About us", "about"),
        ("채용 절차", "process"),
        ("복리후생", "process"),
        ("🎁 복지 및 혜택", "process"),
        ("Benefits & perks", "process"),
    ],
)
def test_a_heading_of_any_style_opens_its_section(heading, kind):
    text = f"데이터 분석가\n\n회사 소식\n- 하나\n\n{heading}\n- 둘"
    assert parts(text)[-1] == (kind, heading, ["둘"])


@pytest.mark.parametrize(
    "line",
    [
        "- 주요업무 자동화",
        "2. 우대 고객 관리",
        "주요업무는 지표를 정의하는 일입니다",
        "[도메인] 물류 데이터를 다룹니다",
        "Requirements gathering with the sales team, then design.",
        "Qualified leads are scored.",
    ],
)
def test_a_line_that_only_begins_like_a_heading_is_none(line):
    assert [heading for _, heading, _ in parts(f"데이터 분석가\n주요업무\n{line}\n- 둘")] == ["주요업무"]


def test_a_heading_that_tells_no_kind_goes_on_with_the_kind_before():
    text = "데이터 엔지니어\n주요업무\n<수집>\n- 로그를 모읍니다\n<적재>\n- 쌓습니다\n우대사항\n[공통]\n- 클라우드"
    assert parts(text) == [
        ("duties", "주요업무", []),
        ("duties", "<수집>", ["로그를 모읍니다"]),
        ("duties", "<적재>", ["쌓습니다"]),
        ("preferred", "우대사항", []),
        ("preferred", "[공통]", ["클라우드"]),
    ]


def test_what_stands_before_the_first_heading_is_about_the_company():
    text = "데이터 분석가\n\n우리는 동네 지도를 만드는 팀입니다.\n\n주요업무\n- 지표"
    assert parts(text) == [("about", "", ["우리는 동네 지도를 만드는 팀입니다."]), ("duties", "주요업무", ["지표"])]


def test_a_list_without_any_heading_is_a_list_of_duties():
    assert parts("데이터 분석가\n\n지표 정의\n대시보드 운영\n실험 설계") == [
        ("duties", "", ["지표 정의", "대시보드 운영", "실험 설계"])
    ]


def test_english_headings_that_ran_into_the_text_are_found_again():
    text = (
        "Data Analyst Moamap makes maps for walkers and is growing fast across the whole country this year. "
        "Responsibilities Build dashboards for the map team. Define metrics with product managers. "
        "Requirements 3+ years of SQL. Knowledge of statistics. Nice to have Experience with dbt. "
        "Benefits Lunch and a good chair for everyone in the office."
    )
    assert parts(text) == [
        ("about", "", [text.partition(" Responsibilities")[0]]),
        ("duties", "Responsibilities", ["Build dashboards for the map team.", "Define metrics with product managers."]),
        ("requirements", "Requirements", ["3+ years of SQL.", "Knowledge of statistics."]),
        ("preferred", "Nice to have", ["Experience with dbt."]),
        ("process", "Benefits", ["Lunch and a good chair for everyone in the office."]),
    ]


# --- lines ---


@pytest.mark.parametrize(
    "mark",
    [
        "- ",
        "• ",
        "ㆍ",
        "· ",
        "* ",
        "▪ ",
        "○ ",
        "✔ ",
        "✅ ",
        "1. ",
        "2) ",
        "(3) ",
        "①",
        "ㅇ ",
        "o ",
        "◎ ",
        "→ ",
        "  - ",
        "\t• ",
    ],
)
def test_a_bullet_loses_its_mark(mark):
    assert parts(f"데이터 분석가\n주요업무\n{mark}지표 정의") == [("duties", "주요업무", ["지표 정의"])]


def test_a_bullet_that_goes_on_below_its_mark_is_one_line_with_the_number_of_its_first():
    text = "데이터 분석가\n주요업무\n- 매출을 분석하고\n  지표를\n  만든다\n- 실험\n보고\n\n  남음"
    assert [(line.number, line.text) for line in read_posting(text).lines()] == [
        (3, "매출을 분석하고 지표를 만든다"),
        (6, "실험"),
        (7, "보고"),
        (9, "남음"),
    ]


def test_an_indented_list_below_a_heading_with_a_mark_is_no_part_of_it():
    text = "데이터 분석가\n■ 담당업무\n  지표 정의\n  대시보드 운영\n1. 자격요건\n  SQL"
    assert parts(text) == [
        ("duties", "■ 담당업무", ["지표 정의", "대시보드 운영"]),
        ("requirements", "1. 자격요건", ["SQL"]),
    ]


def test_a_paragraph_is_cut_into_its_sentences():
    korean = "동네 가게의 매출 흐름을 살펴 어느 골목에서 손님이 줄었는지 찾아냅니다."
    assert parts(f"데이터 분석가\n주요업무\n{' '.join([korean] * 8)}") == [("duties", "주요업무", [korean] * 8)]
    english = "You will build dashboards for the map team."
    assert parts(f"Analyst\nResponsibilities\n{' '.join([english] * 8)}") == [
        ("duties", "Responsibilities", [english] * 8)
    ]


def test_a_line_without_end_is_cut_into_pieces_that_hold_all_of_it():
    (piece, *more) = read_posting(f"데이터 분석가\n주요업무\n{'가나다라 ' * 1000}").lines()
    assert len(piece.text) <= 1000
    assert " ".join(line.text for line in (piece, *more)) == ("가나다라 " * 1000).strip()


@pytest.mark.parametrize(
    "line",
    [
        "4대보험, 연차 15일",
        "서류 전형 후 1차 면접",
        "이력서와 자기소개서를 보내 주세요",
        "We are an equal opportunity employer",
        "Salary range: 50k to 60k",
        "401(k) and dental",
    ],
)
def test_a_line_of_pay_or_procedure_is_one_wherever_it_stands(line):
    assert parts(f"데이터 분석가\n주요업무\n- 지표\n- {line}") == [("duties", "주요업무", ["지표", f"process: {line}"])]


# --- language and length ---


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("데이터 분석가", "ko"),
        ("Data Analyst", "en"),
        ("데이터 분석가 (Data Analyst)\nSQL, Python, Tableau로 지표를 정의합니다", "ko"),
        ("Data Analyst\nWe work with 모아지도 and build dashboards for its teams", "en"),
        ("12345", "en"),
    ],
)
def test_the_language_is_what_most_of_it_is_written_in(text, lang):
    assert read_posting(text).lang == lang


def test_decomposed_hangul_reads_as_composed():
    text = "데이터 분석가\n주요업무\n- 수요 예측"
    assert read_posting(unicodedata.normalize("NFD", text)) == read_posting(text)


def test_of_a_text_longer_than_any_posting_the_beginning_is_read_and_that_is_told(monkeypatch):
    monkeypatch.setattr(reading, "MOST_LETTERS", 30)
    whole = "데이터 분석가\n주요업무\n- 지표를 정의하는 일"
    assert read_posting(whole).whole
    cut = read_posting(f"{whole}\n- 대시보드를 만드는 일")
    assert (cut.whole, [line.text for line in cut.lines()]) == (False, ["지표를 정의하는 일", "대시보드를"])
    assert read_posting(f"{whole}\n\n \n").whole

import unicodedata

import pytest

from resume_tailor.typography import JOINER, glue_pieces, glue_words, korean_words, missing_words, unglue


def seen(text):
    """The text with `_` for the joiner."""
    return text.replace(JOINER, "_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("재구매율 개선", "재_구_매_율 개_선"),
        ("SQL을 Python으로", "SQL_을 Python_으_로"),
        ("8%→11%로", "8_%_→_11_%_로"),
        ("(예측) '재구매율'을", "(_예_측_) '_재_구_매_율_'_을"),
        ("A/B 테스트", "A/B 테_스_트"),
        ("A/B테스트 MAU/DAU를", "A_/_B_테_스_트 MAU_/_DAU_를"),
        ("데이터分析", "데_이_터_分_析"),
        ("ㅋㅋ", "ㅋ_ㅋ"),
    ],
)
def test_no_line_breaks_inside_a_word_that_holds_hangul(text, expected):
    assert seen(glue_words(text)) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "A/B test 8%→11%", "https://x.com/a-b", "東京", "SQLㆍPython", "가 나\u00a0다\n라", "가\u200b나"]
)
def test_a_word_without_hangul_and_the_space_between_words_are_left_alone(text):
    assert glue_words(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가" * 24, "_".join("가" * 24)),
        ("가" * 25, "가" * 25),
        (
            "데이터수집과정제/전처리와피처생성/모델링과배포까지",
            "데_이_터_수_집_과_정_제_/전_처_리_와_피_처_생_성_/모_델_링_과_배_포_까_지",
        ),
        ("(Spark·Kafka·Airflow·BigQuery)을", "(Spark·Kafka·Airflow·BigQuery_)_을"),
        (
            "개인화추천모델을설계하고(온라인실험까지)혼자서모두진행",
            "개_인_화_추_천_모_델_을_설_계_하_고(_온_라_인_실_험_까_지_)혼_자_서_모_두_진_행",
        ),
        ("가" * 25 + "/나다라", "가" * 25 + "/나_다_라"),
    ],
)
def test_a_word_of_more_than_24_letters_keeps_its_sensible_breaks(text, expected):
    assert seen(glue_words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가\u0301나", "가\u0301_나"),
        ("👩\u200d💻가👍🏽나❤\ufe0f", "👩\u200d💻_가_👍🏽_나_❤\ufe0f"),
        ("🇰🇷가", "🇰🇷_가"),
        ("가\u00ad나", "가\u00ad나"),
        (f"가{JOINER}나다", "가_나_다"),
    ],
)
def test_no_joiner_stands_inside_a_letter_or_beside_another(text, expected):
    assert seen(glue_words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("각을 A다", "각_을 A_다"), ("한글" * 12, "_".join("한글" * 12)), ("ㅋ가각ㅋ", "ㅋ_가_각_ㅋ")],
)
def test_decomposed_syllables_are_glued_by_letter(text, expected):
    glued = glue_words(unicodedata.normalize("NFD", text))
    assert seen(unicodedata.normalize("NFC", glued)) == expected


def test_pieces_are_glued_as_one_line_with_the_joiner_in_the_later_piece():
    assert [seen(piece) for piece in glue_pieces(["이 ", "'재구매율'", "을", "", " 개선", "함", "A"])] == [
        *("이 ", "'_재_구_매_율_'", "_을", "", " 개_선", "_함", "_A"),
    ]
    assert glue_pieces([]) == []


def test_unglue_takes_out_every_joiner():
    assert unglue(f"가{JOINER}나 {JOINER}") == "가나 "


def test_korean_words_are_the_words_that_hold_hangul():
    assert korean_words("A/B 테스트를 SQL로, 'data' (예측)\n테스트를") == ["테스트를", "SQL로,", "(예측)", "테스트를"]


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("재구매율을 SQL로 (예측)", []),
        ("• 재구매율을, “SQL로” ((예측))", []),
        ("재구매\n율을 SQL로 (예측)", ["재구매율을"]),
        ("재구매율을 SQL\n로 (예\n측)", ["SQL로", "(예측)"]),
        ("재구매율을요 NoSQL로 (예측)", ["재구매율을", "SQL로"]),
        (f"재{JOINER}구매\u00ad율\u200b을 SQL로 (예측)", []),
        (unicodedata.normalize("NFD", "재구매율을 SQL로 (예측)"), []),
        ("", ["재구매율을", "SQL로", "(예측)"]),
    ],
)
def test_a_word_is_missing_when_it_does_not_stand_whole(page, missing):
    assert missing_words(["재구매율을", "SQL로", "(예측)"], page) == missing


def test_a_word_is_missing_once_when_one_of_its_places_is_broken():
    assert missing_words(["예측", "모델", "예측"], "예측 모델 예\n측") == ["예측"]
    assert missing_words(["예측", "모델", "예측"], "모델 예측 예측") == []


def test_of_a_long_word_only_the_parts_must_be_whole():
    word = "데이터수집과정제/전처리와피처생성/모델링과배포까지"
    assert missing_words([word], word) == []
    assert missing_words([word], word.replace("/", "/\n")) == []
    assert missing_words([word], word.replace("피처", "피\n처")) == [word]
    assert missing_words(["가나" * 13], "가나" * 5 + "\n" + "가나" * 8) == []
    assert missing_words(["가나" * 13], "가나" * 12) == ["가나" * 13]


def test_invisible_words_are_never_missing():
    assert missing_words(["", "\u200b", JOINER], "") == []


def test_a_part_of_two_letters_stays_with_the_part_before_it_also_when_typed_in_parts():
    long = "1" * 22 + "/1가"
    assert glue_words(long) == long
    assert glue_words(unicodedata.normalize("NFD", long)) == unicodedata.normalize("NFD", long)

import pytest

from resume_tailor.keywords import carried


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("SQL", "SQL을 매일 씀"),
        ("sql", "표준 SQL"),
        ("수요 예측", "수요예측으로 재고를 줄임"),
        ("수요예측", "수요 예측 모델"),
        ("A/B 테스트", "A/B테스트를 설계"),
        ("A/B 테스트", "AB 테스트 14건"),
        ("A/B test", "ran 14 A/B tests"[:-1]),
        ("C++", "C++로 다시 씀"),
        ("ＳＱＬ", "SQL"),
    ],
)
def test_a_keyword_is_found_with_particles_spacing_and_case(keyword, text):
    assert carried([keyword], [text]) == (keyword,)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [("SQL", "MySQL과 NoSQL"), ("R", "PyTorch와 Airflow"), ("C", "C++로"), ("", "무엇이든"), ("--", "--")],
)
def test_a_latin_keyword_is_not_found_inside_another_word(keyword, text):
    assert carried([keyword], [text]) == ()

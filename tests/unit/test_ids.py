"""Ids: from the words, distinct, and never given to another item in silence."""

import pytest

from resume_tailor.ids import bullet_slugs, digest, distinct, is_id, slug


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("ACME", "acme"),
        ("주차 수요 예측", "주차-수요-예측"),
        ("A/B 테스트 (2021)", "a-b-테스트-2021"),
        ("  ~ ", ""),
        ("Straße", "strasse"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("snake_case.name", "snake-case-name"),
        ("가" * 50, "가" * 40),
        ("a" * 39 + " b", "a" * 39),
        ("😀 팀", "팀"),
    ],
)
def test_a_slug_is_the_words_in_lower_case_joined_by_hyphens(text, id_):
    assert slug(text) == id_


def test_a_bullet_is_named_by_its_first_words_then_by_more_then_by_a_digest():
    text = "이탈 예측 모델 개발로 재구매율 8%→11% 개선"
    assert bullet_slugs(text) == (
        "이탈-예측-모델-개발로",
        "이탈-예측-모델-개발로-재구매율-8-11-개선",
        f"이탈-예측-모델-개발로-{digest([text])}",
    )


def test_a_bullet_without_words_is_a_line():
    assert bullet_slugs("→ ★") == ("line", f"line-{digest(['→ ★'])}")


@pytest.mark.parametrize("id_", ["acme", "acme.churn", "한글-1", "a_b", "2021"])
def test_an_id_is_letters_digits_dots_and_hyphens(id_):
    assert is_id(id_)


@pytest.mark.parametrize("text", ["", "a b", "a/b", "a:b", "é!", "😀", "a\n", "a\u200bb"])
def test_anything_else_is_no_id(text):
    assert not is_id(text)


def test_everybody_gets_the_plainest_name_that_is_theirs_alone():
    assert distinct([("a", "a-1"), ("b", "b-1")], []) == ["a", "b"]


def test_a_name_that_two_could_have_goes_to_neither():
    assert distinct([("a", "a-2021"), ("a", "a-2022")], []) == ["a-2021", "a-2022"]


def test_a_name_that_is_taken_goes_to_nobody():
    assert distinct([("a", "a-2021")], ["a"]) == ["a-2021"]


def test_a_second_name_that_is_anothers_first_goes_to_neither():
    assert distinct([("a", "b", "a-x"), ("a", "a-y"), ("b", "b-z")], []) == ["a-x", "a-y", "b-z"]


def test_those_that_are_the_same_in_everything_are_numbered():
    assert distinct([("a",), ("a",), ("b",), ("a",)], ["a-2"]) == ["a-1", "a-3", "b", "a-4"]

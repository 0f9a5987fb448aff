"""The words of a posting against one resume's page."""

from dataclasses import replace

import pytest
from makers import HERE, PROFILE, bullet, entry, mark, profile, resume, text, words

from resume_tailor.matching import (
    HEAD,
    ITEM,
    LEFT_OUT,
    NOWHERE,
    ON,
    TITLE,
    Count,
    Matches,
    Wanted,
    Where,
    match,
    wanted,
)
from resume_tailor.model import Text
from resume_tailor.posting.model import ABOUT, DUTIES, PREFERRED, REQUIREMENTS, Keyword, Line
from resume_tailor.problems import Place
from resume_tailor.select import select

POSTING = "postings/acme.md"


def judged(page, *asked, base=None, wishes=None, lang="ko"):
    base, wishes = base or resume(entry("a")), wishes or profile()
    return match([Wanted(word) for word in asked], page, base, wishes, select(base, wishes), lang)


def verdicts(matches: Matches) -> dict[str, str]:
    return {one.wanted.word: one.verdict for one in matches.found}


# --- what is looked for ---


LINES = (
    Line("SQL과 로그를 다룹니다", 3, ABOUT),
    Line("A/B 테스트 설계", 5, DUTIES),
    Line("SQL 능숙자", 8, REQUIREMENTS),
    Line("Airflow 경험", 11, PREFERRED),
)
KEYWORDS = (
    Keyword("Airflow", "tool", LINES[3]),
    Keyword("AB테스트", "method", LINES[1]),
    Keyword("SQL", "tool", LINES[2]),
)


def test_the_profiles_words_come_first_then_those_of_the_posting_that_it_does_not_have():
    found = wanted(profile(keywords=words(4, "SQL", "퍼널", "온라인 실험")), KEYWORDS, LINES, POSTING)
    assert found == (
        Wanted("SQL", REQUIREMENTS, Place(PROFILE, 4, 3), "SQL 능숙자"),
        Wanted("퍼널", "profile", Place(PROFILE, 5, 3)),
        Wanted("온라인 실험", DUTIES, Place(PROFILE, 6, 3), "A/B 테스트 설계", also=("AB테스트",)),
        Wanted("Airflow", PREFERRED, Place(POSTING, 11), "Airflow 경험"),
    )


def test_a_word_of_only_a_light_section_belongs_there():
    (found,) = wanted(profile(keywords=words(4, "로그")), (), LINES, POSTING)
    assert (found.section, found.line) == (ABOUT, "SQL과 로그를 다룹니다")


def test_without_a_posting_all_words_are_the_profiles():
    found = wanted(profile(keywords=words(4, "SQL", "A/B 테스트", "AB test", "SQL")))
    assert [(one.word, one.section, one.also) for one in found] == [
        ("SQL", "profile", ()),
        ("A/B 테스트", "profile", ("AB test",)),
    ]
    assert wanted(profile()) == ()


def test_the_users_own_names_make_two_words_one():
    wishes = profile(keywords=words(4, "디스패치"), synonyms={"디스패치": ("배차 간격",)})
    found = wanted(wishes, [Keyword("배차 간격", "domain", LINES[0])], (), POSTING)
    assert [(one.word, one.also) for one in found] == [("디스패치", ("배차 간격",))]


# --- on the page ---


def test_a_word_stands_in_every_item_whose_own_text_has_it():
    page = {"": "한지원\nSQL 분석가\n프로젝트", "a": "SQL", "a.b": "수요예측으로\n재고를 줄임", "b": "SQL로 집계"}
    found = judged(page, "SQL", "수요 예측").found
    assert [(one.verdict, one.where) for one in found] == [
        (ON, (Where(ITEM, "a"), Where(ITEM, "b"))),
        (ON, (Where(ITEM, "a.b"),)),
    ]


def test_only_where_no_item_has_it_the_head_and_the_titles_count():
    page = {"": "한지원\n데이터 분석가\n서울\n프로젝트\n총 3개월\n기술", "a": "x"}
    base = resume(entry("a"), entry("s", "skills"))
    found = judged(page, "서울", "프로젝트", "개월", "기술", base=base).found
    assert [one.where for one in found] == [
        (Where(HEAD),),
        (Where(TITLE, "projects"),),
        (Where(TITLE, "projects"),),
        (Where(TITLE, "skills"),),
    ]


def test_a_page_with_titles_of_its_own_is_all_head():
    found = judged({"": "한지원\n해 온 일\nSQL", "a": "x"}, "SQL").found
    assert found[0].where == (Where(HEAD),)


def test_no_word_reaches_over_the_end_of_a_line():
    assert verdicts(judged({"": "수요", "a": "예측\n수요\n예측"}, "수요 예측")) == {"수요 예측": NOWHERE}


def test_what_the_selection_keeps_but_the_page_does_not_say_is_left_out():
    base = resume(entry("a", outcome="SQL로 마감 단축"))
    (found,) = judged({"a": "a"}, "SQL", base=base).found
    assert (found.verdict, [way.words for way in found.ways]) == (
        LEFT_OUT,
        ["say it elsewhere in it, as the page does not show its outcome (resume/base.yaml:1)"],
    )


@pytest.mark.parametrize(
    ("asked", "said", "written"),
    [
        ("온라인 실험", "A/B 테스트 설계", "A/B 테스트"),
        ("A/B 테스트", "AB테스트와 온라인 실험", ""),
        ("수요 예측", "Demand forecasting", "demand forecasting"),
    ],
)
def test_another_name_on_the_page_is_told(asked, said, written):
    (found,) = judged({"a": said}, asked).found
    assert (found.verdict, found.written.casefold()) == (ON, written.casefold())


def test_the_users_own_names_count():
    wishes = profile(synonyms={"디스패치": ("배차 간격",)})
    (found,) = judged({"a": "배차 간격 단축"}, "디스패치", wishes=wishes).found
    assert (found.verdict, found.written) == (ON, "배차 간격")


# --- left out, and nowhere ---


def test_a_word_is_left_out_if_any_text_of_the_base_has_it_and_nowhere_if_none_has():
    item = replace(bullet("a.b", "집계", long="R 언어로 집계"), facts=(text("Spark 3대"),))
    english = replace(entry("c"), texts={"name": Text(HERE, ko="배송", en="Kafka")})
    base = resume(entry("a", bullets=[item]), entry("b", name="SQL"), english)
    wishes = profile(drop=words(7, "b"))
    found = judged({"a": "a", "a.b": "집계"}, "SQL", "Kafka", "R 언어", "Spark", "Go", base=base, wishes=wishes)
    assert {one.wanted.word: (one.verdict, *(way.words for way in one.ways)) for one in found.found} == {
        "SQL": (LEFT_OUT, "take b out of drop"),
        "Kafka": (LEFT_OUT, "see that its Korean says it too (resume/base.yaml:1)"),
        "R 언어": (LEFT_OUT, "use: {a.b: long}"),
        "Spark": (LEFT_OUT, "reword it with its fact (resume/base.yaml:1)"),
        "Go": (NOWHERE,),
    }


def test_an_english_page_is_judged_by_its_english():
    item = replace(bullet("a.b"), text=Text(HERE, ko="이탈 예측", en="Fewer cancellations"))
    (found,) = judged(
        {"a.b": "Fewer cancellations"}, "이탈 예측", base=resume(entry("a", bullets=[item])), lang="en"
    ).found
    assert [way.words for way in found.ways] == ["see that its English says it too (resume/base.yaml:1)"]


# --- coverage ---


def test_coverage_is_counted_by_the_postings_sections_and_over_all():
    asked = [Wanted("SQL", REQUIREMENTS), Wanted("R", REQUIREMENTS), Wanted("퍼널"), Wanted("로그", DUTIES)]
    base = resume(entry("a"))
    found = match(
        asked, {"a": "SQL과 퍼널"}, base, profile(limits={"pages": mark(1, 2)}), select(base, profile()), "ko"
    )
    assert found.sections == (Count(DUTIES, 0, 1), Count(REQUIREMENTS, 1, 2), Count("profile", 1, 1))
    assert found.overall == Count("", 2, 4)
    assert [one.wanted.word for one in found.of(NOWHERE)] == ["R", "로그"]


def test_nothing_asked_is_nothing_found():
    assert judged({"a": "SQL"}) == Matches(())

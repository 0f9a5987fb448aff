"""Laws of keyword matching that hold for every keyword and every text."""

import re

from hypothesis import assume, example, given
from hypothesis import strategies as st
from laws import examples

from resume_tailor.keywords import Aliases, carried, key, merged, shipped

NONE = Aliases()
GROUPS = shipped().groups
PARTICLES = [
    "을",
    "를",
    "은",
    "는",
    "이",
    "가",
    "의",
    "에",
    "에서",
    "으로",
    "로",
    "와",
    "과",
    "도",
    "만",
    "까지",
    "부터",
]
SEPARATORS = ["", " ", "  ", "-", "/", "·", "_", "\n"]

many = examples(300)
# What keywords and texts are made of: enough alike that they meet, and the signs that patterns trip over.
PIECES = st.sampled_from(
    [
        *(
            "로그",
            "블로그",
            "로그인",
            "프로그램",
            "수요",
            "예측",
            "수요예측",
            "사고",
            "논리적",
            "앱",
            "R",
            "C",
            "C++",
            "C#",
        ),
        *("SQL", "MySQL", "sqls", "A/B", "테스트", "test", "tests", "머신러닝", "ML", "Python3", "query", "queries"),
        *(" ", "-", "/", ".", "·", "(", ")", "[", "\\", "*", "+", "&", "?", "^", "$", "|", "\n", "\0", "\u200b"),
        *("을", "의 ", "가", "성과", "3", "주차", "é", "漢", "ㄱ", "ß", "İ"),
    ]
)
TEXT = st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=12)
KEYWORDS = st.lists(TEXT, max_size=6)
TEXTS = st.lists(TEXT, max_size=5)
WORD = (
    st.text(alphabet="가나다라예측수요로그", min_size=1, max_size=5)
    | st.text(alphabet="abcehistRxyz", min_size=1, max_size=7)
    | st.sampled_from([form for group in GROUPS for form in re.findall(r"[\w+#]+", " ".join(group))])
)
WORDS = st.lists(WORD, min_size=1, max_size=3)


@many
@given(KEYWORDS, TEXTS)
def test_what_is_carried_is_some_of_the_keywords_in_their_order_each_once(keywords, texts):
    found = carried(keywords, texts)
    assert found == tuple(word for word in dict.fromkeys(keywords) if word in found)


@many
@given(KEYWORDS, TEXTS)
def test_each_keyword_is_carried_or_not_whatever_the_other_keywords_are(keywords, texts):
    assert carried(keywords, texts) == tuple(w for w in dict.fromkeys(keywords) if carried([w], texts))


@many
@given(KEYWORDS, TEXTS, TEXTS)
def test_texts_together_carry_what_each_carries_and_no_more(keywords, some, others):
    alone = {*carried(keywords, some), *carried(keywords, others)}
    assert set(carried(keywords, [*some, *others])) == alone


@many
@given(TEXT)
@example("사고 방식")
@example("R&")
@example("a..b")
def test_a_keyword_is_found_in_itself(keyword):
    assert carried([keyword], [keyword], NONE) == ((keyword,) if key(keyword).strip("\0") else ())


@many
@given(WORDS, st.sampled_from(PARTICLES))
def test_a_keyword_is_found_with_any_particle(words, particle):
    keyword = " ".join(words)
    assert carried([keyword], [f"그리고 {keyword}{particle} 씀"], NONE) == (keyword,)


@many
@given(WORDS, st.sampled_from(SEPARATORS), st.sampled_from([str.upper, str.lower, str.title]))
def test_a_keyword_is_found_in_other_case_and_spacing(words, separator, change):
    keyword = " ".join(words)
    assert carried([keyword], [change(separator.join(words))], NONE) == (keyword,)


@many
@given(st.text(alphabet="가나다예측수요", min_size=2, max_size=4), st.text(alphabet="라마바사", min_size=2, max_size=4))
def test_a_korean_keyword_of_two_words_is_found_with_a_particle_between_them(first, second):
    keyword = f"{first} {second}"
    for particle in "을를이가의":
        assert carried([keyword], [f"{first}{particle} {second}했음"], NONE) == (keyword,)


@many
@given(st.text(alphabet="abcdeSQLR", min_size=1, max_size=5), st.sampled_from("xyz0"), st.booleans())
def test_a_latin_keyword_is_never_found_right_beside_another_letter(word, letter, before):
    assume(letter != "0" or len(word) < 3)  # a longer word may have a version behind it
    assert carried([word], [letter + word if before else word + letter], NONE) == ()


@many
@given(st.sampled_from(GROUPS), st.data())
def test_forms_of_a_group_find_each_other(group, data):
    one, other = data.draw(st.sampled_from(group)), data.draw(st.sampled_from(group))
    assert carried([one], [f"이번에는 {other}도 씀"]) == (one,)
    assert shipped().canonical(one) == shipped().canonical(other) == group[0]


@many
@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=3), max_size=6))
def test_merging_joins_whatever_shares_a_word_and_nothing_else(groups):
    aliases = merged(NONE, groups)
    joined = {word: {word} for group in groups for word in group}
    for group in groups:
        union = set().union(*(joined[word] for word in group))
        joined.update(dict.fromkeys(union, union))
    for word, union in joined.items():
        assert set(aliases.forms(word)) == union
        assert {aliases.canonical(other) for other in union} == {aliases.canonical(word)}


@many
@given(KEYWORDS, TEXTS, st.lists(st.lists(TEXT, max_size=3), max_size=3))
def test_more_aliases_never_lose_a_keyword(keywords, texts, groups):
    assert set(carried(keywords, texts)) <= set(carried(keywords, texts, merged(shipped(), groups)))

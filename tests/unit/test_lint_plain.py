"""How a description is read: which lines say something, where each stands, and what a comment lets pass."""

import pytest

from resume_tailor.lint import plain


def read(text):
    """The title with its place, and every other line with its own."""
    project = plain.read("a.md", text)
    return (
        (project.title, project.place.line, project.place.column),
        [(line.text, line.place.line, line.place.column) for line in project.lines],
    )


def texts(text):
    project = plain.read("a.md", text)
    return [line.text for line in plain.lines(project)]


def test_the_first_heading_is_the_title_wherever_it_stands():
    assert read("소개\n\n  ## 지도 ##\n### 이유\n") == (("지도", 3, 6), [("소개", 1, 1), ("이유", 4, 5)])


def test_without_a_heading_the_first_line_is_the_title():
    assert read("지도\n====\n\n이유\n") == (("지도", 1, 1), [("이유", 4, 1)])
    assert read("\n \n") == (("", 0, 0), [])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# C#", "C#"),
        ("# 유니티 C# ##", "유니티 C#"),
        ("#태그", "#태그"),
        ("####### 일곱", "####### 일곱"),
        ("# #", "#"),
    ],
)
def test_a_hash_of_a_name_is_no_mark(line, title):
    assert read(line)[0][0] == title


@pytest.mark.parametrize(
    ("line", "text", "column"),
    [
        ("- 하나", "하나", 3),
        ("  * 하나", "하나", 5),
        ("+ [x] 하나", "하나", 7),
        ("12. 하나", "하나", 5),
        ("3) 하나", "하나", 4),
        ("• 하나", "하나", 3),
        ("> > - 하나", "하나", 7),
        ("2019. 하나", "2019. 하나", 1),
        ("-하나", "-하나", 1),
        ("| 하나 | 둘 |", "| 하나 | 둘 |", 1),
    ],
)
def test_the_place_of_a_line_is_where_its_own_words_begin(line, text, column):
    assert read(f"# 제목\n{line}\n")[1] == [(text, 2, column)]


@pytest.mark.parametrize("line", ["---", "***", "- - -", "_ _ _", "|---|:-:|", "| | |", "====", "   "])
def test_a_line_of_marks_says_nothing(line):
    assert read(f"# 제목\n{line}\n하나\n")[1] == [("하나", 3, 1)]


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("**굵게** __와__ *기울여* _쓰고_ ~~지운~~ `말`", "굵게 와 기울여 쓰고 지운 말"),
        ("snake_case와 2 * 3", "snake_case와 2 * 3"),
        ("[글](https://x.kr/a_(b)) 끝", "글 끝"),
        ("![그림](a.png) 끝", "그림 끝"),
        ("[![배지](b.svg)](https://x.kr) 끝", "배지 끝"),
        ('[글](x.md "제목") 끝', "글 끝"),
        ("[글] (끝)", "[글] (끝)"),
        ("<b>굵게</b><br/>끝", "굵게 끝"),
        ("3 < 5 그리고 7 > 5", "3 < 5 그리고 7 > 5"),
    ],
)
def test_marks_are_taken_off_and_words_stay(source, bare):
    assert texts(f"# 제목\n{source}\n") == ["제목", bare]


@pytest.mark.parametrize(
    "code",
    [
        "```\n코드\n```",
        "```python\n코드\n~~~\n코드\n```",
        "~~~~\n코드\n~~~\n코드\n~~~~~",
        "  ```\n코드\n\n코드\n  ```  ",
        "> ```\n> 코드\n> ```",
    ],
)
def test_code_is_left_out_to_its_own_end(code):
    assert texts(f"# 제목\n{code}\n끝\n") == ["제목", "끝"]


def test_code_within_a_line_opens_no_block():
    assert texts("# 제목\n```pip install x```\n끝\n") == ["제목", "pip install x", "끝"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_comments_are_left_out_and_every_place_stays(end):
    source = end.join(["# 제목 <!-- 하나 -->", "<!--", "둘", "-->", "<!-- 셋 --> 끝 <!-- 안 닫힘", "다음"])
    assert read(source) == (("제목", 1, 3), [("끝 <!-- 안 닫힘", 5, 12), ("다음", 6, 1)])


def allowed(text):
    return [(rule, reason, place.line, place.column) for rule, reason, place in plain.allows("a.md", text)]


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("<!-- resume-lint: allow gap: 쉰 해 -->", [("gap", "쉰 해", 1, 25)]),
        ("<!--resume-lint:allow gap:쉰 해-->", [("gap", "쉰 해", 1, 23)]),
        ("<!-- resume-lint: allow gap -->", [("gap", "", 1, 25)]),
        ("<!-- resume-lint: allow gap: -->", [("gap", "", 1, 25)]),
        ("<!-- resume-lint: allow gap: 왜: 쉼 -->", [("gap", "왜: 쉼", 1, 25)]),
        ("글\n <!-- resume-lint: allow gap:\n  쉰\n  해 -->", [("gap", "쉰 해", 2, 26)]),
        (
            "<!-- resume-lint: allow gap: 쉼 --><!-- resume-lint: allow cliche: 말 -->",
            [("gap", "쉼", 1, 25), ("cliche", "말", 1, 59)],
        ),
        ("<!-- resume-lint: allow gap: 쉼", []),
        ("<!-- resume-lint allow gap: 쉼 -->", []),
        ("resume-lint: allow gap: 쉼", []),
    ],
)
def test_a_comment_names_a_rule_and_the_reason(comment, found):
    assert allowed(comment) == found

"""Problems as text: the headline, the source line with a caret under the column, the hint; all sorted, each once."""

import pytest

from resume_tailor.problems import (
    Lines,
    Place,
    Problem,
    ProblemsError,
    Severity,
    has_errors,
    ordered,
    render,
    source_lines,
)

FILE = "companies/socar.yaml"


def shown(source, line, column, message="wrong", hint=""):
    return render(Problem("rule", message, Place(FILE, line, column), hint=hint), {FILE: source})


def test_a_problem_is_its_headline_its_line_a_caret_and_its_hint():
    problem = Problem(
        "unknown-key", "unknown key 'focus_tag' (did you mean 'focus'?)", Place(FILE, 2, 3), Severity.WARNING, "a hint"
    )
    assert render(problem, {FILE: "a:\n  focus_tag: [x]\n"}) == (
        "companies/socar.yaml:2:3: warning: unknown key 'focus_tag' (did you mean 'focus'?) [unknown-key]\n"
        "      focus_tag: [x]\n"
        "      ^\n"
        "  = a hint"
    )


def test_a_problem_of_a_whole_file_has_no_line():
    problem = Problem("empty-file", "the file is empty", Place(FILE))
    assert render(problem, {FILE: "text"}) == "companies/socar.yaml: error: the file is empty [empty-file]"


def test_a_file_whose_text_is_not_known_gets_no_source_line():
    assert render(Problem("rule", "wrong", Place(FILE, 1, 1)), {}) == "companies/socar.yaml:1:1: error: wrong [rule]"


@pytest.mark.parametrize(("line", "column"), [(3, 1), (99, 1)])
def test_a_line_that_is_empty_or_not_there_is_not_shown(line, column):
    assert shown("a: b\n\n", line, column) == f"companies/socar.yaml:{line}:{column}: error: wrong [rule]"


@pytest.mark.parametrize(
    ("before", "columns"),
    [("ab", 2), ("한글", 4), ("😀", 2), ("e\u0301", 1), ("ﾊ", 1), ("Ａ", 2), ("\t", 1), ("\u2028", 1), ("\x1b", 1)],
)
def test_the_caret_stands_under_its_letter_however_wide_those_before_it_are(before, columns):
    caret = shown(f"{before}X", 1, len(before) + 1).splitlines()[2]
    assert caret == " " * (4 + columns) + "^"


def test_a_column_past_the_end_points_behind_the_line():
    assert shown("ab", 1, 9).splitlines()[1:] == ["    ab", "      ^"]


def test_a_long_line_is_cut_to_a_window_around_the_column():
    source = "x" * 200 + "HERE" + "y" * 200
    _, window, caret = shown(source, 1, 201).splitlines()
    assert len(window) == 104
    assert window[caret.index("^") :].startswith("HERE")


def test_a_file_cannot_write_to_the_terminal_through_a_message():
    text = shown("\x1b[2Jred\u202e", 1, 1, message="unknown key '\x1b[2J\n\u202e'", hint="\x07bell")
    assert text == ("companies/socar.yaml:1:1: error: unknown key ' [2J  ' [rule]\n     [2Jred\n    ^\n  =  bell")


def test_a_message_that_quotes_a_whole_page_is_cut_in_the_middle():
    text = shown("", 0, 0, message=f"'{'가' * 5000}' is no date")
    assert text == f"companies/socar.yaml: error: '{'가' * 199} … {'가' * 188}' is no date [rule]"


def test_problems_come_by_file_line_and_column_and_each_only_once():
    places = [Place("b", 1, 1), Place("a", 10, 2), Place("a", 2, 9), Place("a", 2, 10), Place("a")]
    problems = [Problem("rule", "wrong", place) for place in (*places, *places)]
    assert [str(problem.place) for problem in ordered(problems)] == ["a", "a:2:9", "a:2:10", "a:10:2", "b:1:1"]


def test_problems_at_one_place_come_by_rule_and_message():
    place = Place("a", 1, 1)
    problems = [Problem("b", "x", place), Problem("a", "y", place), Problem("a", "x", place)]
    assert [(p.rule, p.message) for p in ordered(problems)] == [("a", "x"), ("a", "y"), ("b", "x")]


def test_only_an_error_is_an_error():
    place = Place("a")
    mild = [Problem("r", "m", place, Severity.WARNING), Problem("r", "m", place, Severity.INFO)]
    assert not has_errors(mild)
    assert has_errors([*mild, Problem("r", "m", place)])


def test_an_exception_carries_the_problems_that_stopped_the_work():
    first, second = (Problem("r", message, Place("a")) for message in ("one", "two"))
    error = ProblemsError(first, second)
    assert error.problems == (first, second)
    assert str(error) == "one; two"


def test_lines_end_where_editors_end_them():
    assert source_lines("a\nb\r\nc\rd\u2028e\x85f\x0bg") == ["a", "b", "c", "d\u2028e\x85f\x0bg"]


def test_a_place_is_the_line_and_column_of_a_character():
    source = "가나\r\n😀x\n\ry"
    lines = Lines(FILE, source)
    found = [(lines.place(source.index(char)).line, lines.place(source.index(char)).column) for char in "가나😀xy"]
    assert found == [(1, 1), (1, 2), (2, 1), (2, 2), (4, 1)]


def test_a_line_that_holds_a_resident_number_is_not_repeated():
    problem = Problem("resident-number", "a resident number: 900101-1******", Place("a.md", 1, 1))
    assert render(problem, {"a.md": "900101-1234567"}) == (
        "a.md:1:1: error: a resident number: 900101-1****** [resident-number]"
    )

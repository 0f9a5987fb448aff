"""YAML and JSON to a tree that knows its places: every trap of YAML 1.1 closed, and no input that hangs or crashes."""

import json
from itertools import pairwise

import pytest
import yaml
from readers import nodes, plain, reading, syntax

from resume_tailor import yamlmarks
from resume_tailor.yamlmarks import MAX_DEPTH, ListNode, MapNode, Scalar


@pytest.fixture(autouse=True, params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "pure"])
def _parser(request, monkeypatch):
    """Some systems have no libyaml; there PyYAML's own parser must give the same."""
    monkeypatch.setattr(yamlmarks, "_loader", lambda: request.param)


def data(source, path="base.yaml"):
    """The data of a file about which nothing is said."""
    found = reading(source, path)
    assert found.problems == ()
    return plain(found.node)


def scalar(source) -> Scalar:
    """The value of `a` in `a: source`."""
    return reading(f"a: {source}\n").node.get("a")


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "no", "on", "off", "Yes", "NO", "y", "n", "true", "False"),
        *("010", "0x1F", "0b11", "0o17", "1_000", "+1", "-0", "9" * 5000),
        *("3.10", "1e3", "1.", ".5", ".inf", "-.INF", ".nan", "12:30:45", "190:20:30"),
        *("2021-06", "2021-06-01", "2021-06-01T12:00:00Z", "2021-06-01 12:00:00"),
        *("=", "~~", "nULL", "C#", "R&D", "a:b", "한지원", "😀", "A/B", "50%", "a#b", "x*"),
    ],
)
def test_a_word_is_the_text_that_was_written(text):
    assert scalar(text) == Scalar(text, scalar(text).place)
    assert not scalar(text).is_null


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_null_is_null(text):
    assert scalar(text).is_null


@pytest.mark.parametrize("source", ["''", '""', "'null'", '"~"', "|\n  null", "!!str null"])
def test_quoted_null_is_text(source):
    assert not scalar(source).is_null


@pytest.mark.parametrize("token", ["null", "true", "3.10", "1e999", "-0", "NaN", "9" * 5000])
def test_json_values_keep_their_spelling(token):
    assert data(f'{{"a": {token}}}', "base.json") == {"a": token}


def test_json_null_is_null_and_quoted_null_is_not():
    first, second = reading('[null, "null"]', "base.json").node.items
    assert (first.is_null, second.is_null) == (True, False)


def test_a_key_written_twice_names_both_places():
    assert syntax("work: []\nbasics:\n  name: A\n  label: B\n  name: C\nwork: []\n") == (
        "resume/base.yaml:5:3: error: 'name' is written twice (first on line 3) [duplicate-key]\n"
        "      name: C\n"
        "      ^\n"
        "  = keep one of the two\n"
        "resume/base.yaml:6:1: error: 'work' is written twice (first on line 1) [duplicate-key]\n"
        "    work: []\n"
        "    ^\n"
        "  = keep one of the two"
    )


@pytest.mark.parametrize("source", ['{"a": 1, "a": 2}', "{a: 1, 'a': 2}", '"a": 1\na: 2', "a: 1\n? a\n: 2"])
def test_however_the_key_is_written(source):
    assert [problem.rule for problem in reading(source).problems] == ["duplicate-key"]
    assert plain(reading(source).node) == {"a": "1"}


def test_a_json_key_written_twice_names_both_places():
    assert syntax('{\n\t"name": "A",\n\t"name": "B"\n}', "base.json") == (
        "base.json:3:2: error: 'name' is written twice (first on line 2) [duplicate-key]\n"
        '     "name": "B"\n'
        "     ^\n"
        "  = keep one of the two"
    )


def test_a_merge_key_is_an_error_and_merges_nothing():
    assert syntax("a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n") == (
        "resume/base.yaml:3:3: error: merge keys (<<) are not read [merge-key]\n"
        "      <<: *a\n"
        "      ^\n"
        "  = write the keys out"
    )
    assert plain(reading("b:\n  <<: {x: 1}\n  y: 2\n").node) == {"b": {"y": "2"}}


def test_a_quoted_merge_key_is_a_key():
    assert data('"<<": 1') == {"<<": "1"}


def test_aliases_stand_for_what_they_name():
    source = "a: &x [1, {k: &y v}]\nb: *x\nc: *y\n*y : d\n"
    assert data(source) == {"a": ["1", {"k": "v"}], "b": ["1", {"k": "v"}], "c": "v", "v": "d"}


def test_an_alias_names_the_last_anchor_above_it():
    assert data("[&x a, *x, &x b, *x]") == ["a", "a", "b", "b"]


def test_an_alias_keeps_the_place_of_what_it_stands_for():
    node = reading("a: &x [1]\nb: *x\n").node
    assert node.get("b").place.line == 1


def test_a_text_that_is_taken_for_an_anchor_is_told():
    assert syntax("work:\n- &co 회사\n") == (
        "resume/base.yaml:2:3: warning: '&co' is not text but an anchor, and no *co uses it [anchor]\n"
        "    - &co 회사\n"
        "      ^\n"
        "  = delete it, or put quotes around a text that starts with &"
    )


def test_an_alias_bomb_is_an_error():
    lines = [
        "a: &a [x,x,x,x,x,x,x,x,x]",
        *(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]" for a, b in pairwise("abcdefghi")),
    ]
    assert syntax("\n".join(lines)) == (
        "resume/base.yaml:6:17: error: the file holds more than 200,000 values, counting every alias in full"
        " [too-many-values]\n"
        "    f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
        "                    ^\n"
        "  = write less, or write it out without aliases"
    )


@pytest.mark.parametrize("path", ["base.yaml", "base.json"])
def test_as_many_values_without_aliases_are_an_error_too(path, monkeypatch):
    monkeypatch.setattr(yamlmarks, "MAX_NODES", 50)
    assert reading(f"[{'1,' * 47}1]", path).problems == ()
    assert "the file holds more than 50 values" in syntax(f"[{'1,' * 50}1]", path)


def test_aliases_cannot_nest_deeper_than_brackets_can():
    """A tree that deep would exhaust the stack of whoever walks it."""
    deep = "[" * 60 + "x" + "]" * 60
    found = syntax(f"- &a {deep}\n- &b {deep.replace('x', '*a')}\n")
    assert found.startswith("resume/base.yaml:2:66: error: nested deeper than 100 levels [too-deep]\n")


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 5_000, 100_000])
@pytest.mark.parametrize(
    ("path", "start", "end", "column"),
    [
        *(("base.yaml", "[", "]", 101), ("base.yaml", "- ", "", 201), ("base.yaml", "? ", "", 201)),
        *(("base.yaml", "{a: ", "}", 401), ("base.json", "[", "]", 101), ("base.json", '{"a":', "}", 501)),
    ],
)
def test_nesting_without_end_is_an_error(path, start, end, column, depth):
    head, *_ = syntax(f"{start * depth}1{end * depth}", path).splitlines()
    assert head == f"{path}:1:{column}: error: nested deeper than 100 levels [too-deep]"


def test_nesting_by_indentation_without_end_is_an_error():
    source = "".join(f"{' ' * level}a:\n" for level in range(2_000))
    assert syntax(source).splitlines()[0] == (
        "resume/base.yaml:101:101: error: nested deeper than 100 levels [too-deep]"
    )


@pytest.mark.parametrize("path", ["base.yaml", "base.json"])
def test_nesting_up_to_the_limit_is_read(path):
    assert reading("[" * MAX_DEPTH + "]" * MAX_DEPTH, path).problems == ()


@pytest.mark.parametrize("tag", ["!!int 5", "!!binary aGk=", "!mine x", "!!set {a}", "!!null ''", "! x"])
def test_a_tag_is_an_error(tag):
    word = tag.split()[0]
    assert syntax(f"a: {tag}").startswith(
        f"resume/base.yaml:1:4: error: '{word}' is not text but a tag, and tags are not read [yaml-tag]\n"
    )


def test_the_tags_that_say_what_is_there_anyway_are_read():
    assert data("a: !!str 5\nb: !!seq [c]\nd: !!map {e: f}\n") == {"a": "5", "b": ["c"], "d": {"e": "f"}}


@pytest.mark.parametrize(
    "source", ["---\na: b\n", "a: b\n...\n", "%YAML 1.2\n---\na: b\n", "a: b", "\n\n# c\na: b # d\n"]
)
def test_one_document_may_be_marked_as_one(source):
    assert data(source) == {"a": "b"}


@pytest.mark.parametrize(
    ("source", "path"),
    [
        *((source, "base.yaml") for source in ("", "\ufeff", "# only\n\n  # comments\n", "---\n", "~")),
        *((source, "base.json") for source in ("", "\ufeff", " \r\n\t", "null")),
    ],
)
def test_nothing_at_all_is_an_empty_file(source, path):
    assert reading(source, path).node is None
    assert syntax(source, path) == (
        f"{path}: error: the file is empty [empty-file]\n  = write something, or delete the file"
    )


@pytest.mark.parametrize(("source", "kind"), [("- a\n- b\n", ListNode), ("word", Scalar), ("{}", MapNode)])
def test_a_list_or_a_word_is_a_tree_too(source, kind):
    assert isinstance(reading(source).node, kind)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_a_bom_change_neither_data_nor_places(end, bom):
    source = bom + end.join(["# 😀 메모", "a:", "  - 한: b", "    c: [d, e]", ""])
    node = reading(source).node
    assert plain(node) == {"a": [{"한": "b", "c": ["d", "e"]}]}
    places = {part.text: (part.place.line, part.place.column) for part in nodes(node) if isinstance(part, Scalar)}
    assert places == {"a": (2, 1), "한": (3, 5), "b": (3, 8), "c": (4, 5), "d": (4, 9), "e": (4, 12)}


def test_tabs_in_json_are_one_column_each():
    found = reading('\ufeff{\r\n\t"a": [\r\n\t\t"b",\t"c"\r\n\t]\r\n}', "base.json").node
    places = {part.text: (part.place.line, part.place.column) for part in nodes(found) if isinstance(part, Scalar)}
    assert places == {"a": (2, 2), "b": (3, 3), "c": (3, 8)}


@pytest.mark.parametrize(("path", "char"), [("base.yaml", "\u2028"), ("base.yaml", "\x85"), ("base.json", "\u2028")])
def test_line_ends_that_editors_do_not_count_are_not_counted(path, char):
    found = reading(f'{{"a": "x{char}y",\n"b": 1}}', path).node
    key, _ = found.pairs[1]
    assert (key.text, key.place.line, key.place.column) == ("b", 2, 1)


def test_columns_count_letters_not_bytes_or_terminal_columns():
    places = [part.place.column for part in reading("[한글, 😀😀, é, x]").node.items]
    assert places == [2, 6, 10, 13]


def test_half_of_a_surrogate_pair_in_json_becomes_a_replacement_character():
    source = '["\\ud83d\\ude00", "a\\ud800b", "\\udc00"]'
    assert data(source, "base.json") == ["😀", "a\ufffdb", "\ufffd"]


def test_half_of_a_surrogate_pair_in_yaml_never_comes_through():
    found = reading('a: "x\\ud800y"')
    assert found.problems or plain(found.node) == {"a": "x\ufffdy"}


def test_escapes_give_the_characters_they_stand_for():
    assert data(r'{"a": "\u0000\u0007\"\\\/\n"}', "base.json") == {"a": '\0\a"\\/\n'}
    assert data(r'a: "\0\a\x41\n"') == {"a": "\0\aA\n"}


def test_json_is_told_by_the_files_ending_in_any_case():
    assert data('{"a":\t1}', "BASE.JSON") == {"a": "1"}


def test_json_in_a_yaml_file_is_read():
    source = json.dumps({"basics": {"name": "한지원", "x": [1, True, None]}}, indent=2, ensure_ascii=False)
    assert data(source) == {"basics": {"name": "한지원", "x": ["1", "true", "null"]}}


def test_what_was_read_before_a_mistake_is_told_too():
    assert [problem.rule for problem in reading("a: 1\na: 2\nb: @\n").problems] == ["duplicate-key", "yaml-syntax"]


def test_a_file_that_cannot_be_read_keeps_its_text_for_excerpts():
    found = reading("a: [\n")
    assert (found.path, found.text, found.node) == ("resume/base.yaml", "a: [\n", None)


def test_get_finds_the_value_of_a_key():
    node = reading("a: 1\nb: 2\n").node
    assert (plain(node.get("b")), node.get("c")) == ("2", None)

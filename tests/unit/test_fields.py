"""What each kind of value takes, refuses and says, in a base (anybody's) and in a profile (ours, strict)."""

import pytest
from readers import reading, told

from resume_tailor.compound import ListKind, MapKind, Obj, ObjectKind, OrTextKind
from resume_tailor.dates import Date
from resume_tailor.fields import ChoiceKind, DateKind, IntKind, Report, TextKind, WordKind, did_you_mean
from resume_tailor.model import Marked, Text


def read(kind, source, *, strict=False):
    """What a kind makes of `key: source`, and all that it says."""
    found = reading(f"key: {source}\n", "f.yaml")
    assert found.problems == (), told(found.problems, [found])
    report = Report(strict)
    value = kind.read(found.node.get("key"), "key", report)
    return value, told(report.problems, [found])


def value(kind, source, *, strict=True):
    """What a kind makes of `key: source` without a word."""
    result, words = read(kind, source, strict=strict)
    assert words == ""
    return result


def first_line(kind, source, *, strict=True):
    return read(kind, source, strict=strict)[1].split("\n", 1)[0]


PERSON = ObjectKind({"name": TextKind(), "tags": ListKind(WordKind()), "age": IntKind()}, old={"nick": "name"})
SHOWN = ObjectKind(PERSON.fields, old=PERSON.old, shown_extras=True, ignored=("meta",), text_key="name")
BULLET = OrTextKind(ObjectKind({"text": TextKind(), "id": WordKind()}))
ALL_KINDS = {
    "word": WordKind(),
    "int": IntKind(),
    "choice": ChoiceKind(("show", "hide")),
    "text": TextKind(),
    "date": DateKind(),
    "list": ListKind(WordKind()),
    "map": MapKind(WordKind()),
    "object": PERSON,
    "bullet": BULLET,
}


@pytest.mark.parametrize("word", ["yes", "no", "010", "3.10", "1e3", "12:30:45", "2021-06-01", "true", "'null'"])
def test_a_word_and_a_text_are_what_was_written(word):
    plain = word.strip("'")
    assert value(WordKind(), word).value == plain
    assert value(TextKind(), word).any == plain


def test_a_value_knows_where_it_was_written():
    place = value(WordKind(), "  x").place
    assert (place.path, place.line, place.column) == ("f.yaml", 1, 8)
    assert value(TextKind(), "x").place.column == 6


def test_space_around_a_text_is_no_part_of_it():
    assert value(WordKind(), "'  x '").value == "x"
    assert value(TextKind(), "'  x '").any == "x"
    assert value(TextKind(), "{ko: ' 가 ', en: ' a '}") == Text(value(TextKind(), "{ko: 가}").place, ko="가", en="a")


def test_what_refers_to_something_is_composed_as_what_it_refers_to():
    """macOS hands out Hangul in parts; both look the same to whoever compares them."""
    parts, whole = "\u1112\u1161\u11ab", "한"
    assert value(WordKind(refers=True), parts).value == whole
    assert value(WordKind(), parts).value == parts
    assert list(value(MapKind(WordKind()), f"{{{parts}: x}}")) == [whole]


@pytest.mark.parametrize(("strict", "severity"), [(True, "error"), (False, "warning")])
@pytest.mark.parametrize("kind", ALL_KINDS)
@pytest.mark.parametrize("null", ["", "~", "null"])
def test_nothing_is_an_error_in_a_profile_and_a_warning_in_a_base(kind, null, strict, severity):
    found, words = read(ALL_KINDS[kind], null, strict=strict)
    assert found is None
    head, *_, hint = words.splitlines()
    assert head.endswith(f": {severity}: 'key' has no value [empty-value]")
    assert hint == "  = write a value, or delete the key"


@pytest.mark.parametrize(
    ("kind", "source", "message"),
    [
        ("word", "[a]", "'key' must be text, not a list"),
        ("word", "{a: b}", "'key' must be text, not a map of keys"),
        ("int", "[1]", "'key' must be a whole number, not a list"),
        ("choice", "{a: b}", "'key' must be text, not a map of keys"),
        ("text", "[a]", "'key' must be text or {ko: ..., en: ...}, not a list"),
        ("date", "[2021]", "'key' must be a date such as 2021-06, not a list"),
        ("list", "{a: b}", "'key' must be a list, not a map of keys"),
        ("map", "[a]", "'key' must be a map of keys, not a list"),
        ("object", "[a]", "'key' must be a map of keys, not a list"),
        ("bullet", "[a]", "'key' must be text or {ko: ..., en: ...}, not a list"),
    ],
)
def test_a_value_of_another_kind_is_an_error_everywhere(kind, source, message):
    for strict in (True, False):
        found, words = read(ALL_KINDS[kind], source, strict=strict)
        assert found is None
        assert words.splitlines()[0] == f"f.yaml:1:6: error: {message} [wrong-kind]"


def test_an_item_is_called_an_item():
    assert first_line(ListKind(WordKind()), "[a, [b]]") == (
        "f.yaml:1:10: error: an item of 'key' must be text, not a list [wrong-kind]"
    )


def test_a_control_character_is_left_out_with_a_warning():
    for strict in (True, False):
        found, words = read(TextKind(), r'"a\x07b\tc\n"', strict=strict)
        assert found.any == "ab\tc"
        assert words == (
            "f.yaml:1:6: warning: 'key' holds an invisible control character; it is left out [control-character]\n"
            '    key: "a\\x07b\\tc\\n"\n'
            "         ^"
        )


@pytest.mark.parametrize(("source", "number"), [("1", 1), ("'3'", 3), ("007", 7), ("999999999", 999_999_999)])
def test_a_whole_number_is_read(source, number):
    assert value(IntKind(), source).value == number


@pytest.mark.parametrize("source", ["0", "-1", "3.0", "1e3", "many", "0x1", "1_000", "+1", "''", "٣", "9" * 10])
def test_anything_else_is_no_whole_number(source):
    assert read(IntKind(), source)[0] is None
    assert first_line(IntKind(), source) == (
        f"f.yaml:1:6: error: 'key' must be a whole number from 1 up, not '{source.strip(chr(39))}' [wrong-kind]"
    )


def test_a_choice_says_what_there_is():
    kind = ChoiceKind(("show", "hide"))
    assert value(kind, "hide").value == "hide"
    assert read(kind, "Show", strict=True)[1] == (
        "f.yaml:1:6: error: 'key' cannot be 'Show' (did you mean 'show'?) [unknown-choice]\n"
        "    key: Show\n"
        "         ^\n"
        "  = one of: show, hide"
    )


def test_a_text_may_be_written_once_a_language():
    found = value(TextKind(), "{ko: 가, en: 3.10}")
    assert (found.any, found.ko, found.en) == ("", "가", "3.10")


def test_a_text_that_yaml_took_for_a_map_is_explained():
    found, words = read(TextKind(), "\n  매출: 8% 개선", strict=True)
    assert found is None
    assert words == (
        "f.yaml:2:3: error: 'key' must be text or {ko: ..., en: ...}, not '매출' [unknown-key]\n"
        "      매출: 8% 개선\n"
        "      ^\n"
        "  = a text with ': ' in it needs quotes around it; languages are ko and en"
    )


def test_a_language_that_is_wrong_does_not_take_the_other_along():
    found, words = read(TextKind(), "{ko: [가], en: a, jp: b}", strict=True)
    assert (found.ko, found.en) == ("", "a")
    assert [line for line in words.splitlines() if line.startswith("f.yaml")] == [
        "f.yaml:1:11: error: 'key.ko' must be text, not a list [wrong-kind]",
        "f.yaml:1:23: error: 'key' must be text or {ko: ..., en: ...}, not 'jp' [unknown-key]",
    ]


def test_a_standard_date_is_read_without_a_word():
    assert value(DateKind(), "2021-06") == Date("2021-06", 2021, 6)


def test_an_odd_date_is_read_and_its_standard_spelling_told():
    found, words = read(DateKind(), "2021.06")
    assert found == Date("2021.06", 2021, 6)
    assert words == (
        "f.yaml:1:6: warning: '2021.06' is read as 2021-06 [odd-date]\n    key: 2021.06\n         ^\n  = write 2021-06"
    )


def test_a_date_nobody_understands_is_shown_as_written():
    found, words = read(DateKind(), "이천이십일년")
    assert found == Date("이천이십일년")
    assert words.splitlines()[0] == (
        "f.yaml:1:6: warning: '이천이십일년' is not a date we know; it is shown as written [odd-date]"
    )


@pytest.mark.parametrize("now", ["현재", "Present", "재직 중"])
def test_an_end_may_be_now(now):
    assert value(DateKind(may_be_now=True), now) is None


def test_a_start_cannot_be_now():
    assert first_line(DateKind(), "현재", strict=False) == (
        "f.yaml:1:6: warning: 'key' cannot be '현재'; it is left out [odd-date]"
    )


def test_an_empty_date_is_told():
    assert first_line(DateKind(may_be_now=True), "''", strict=False) == "f.yaml:1:6: warning: 'key' is empty [odd-date]"


def test_one_text_for_a_list_is_a_list_of_one_in_a_base():
    found, words = read(ListKind(WordKind()), "SQL, Python")
    assert [mark.value for mark in found] == ["SQL, Python"]
    assert words == (
        "f.yaml:1:6: warning: 'key' is one text; it is read as a list of one [wrong-kind]\n"
        "    key: SQL, Python\n"
        "         ^\n"
        "  = write [one, two], or lines that start with '- '"
    )


def test_one_text_for_a_list_is_an_error_in_a_profile():
    assert read(ListKind(WordKind()), "SQL", strict=True) == (
        None,
        (
            "f.yaml:1:6: error: 'key' must be a list, not one text [wrong-kind]\n"
            "    key: SQL\n"
            "         ^\n"
            "  = write [one, two], or lines that start with '- '"
        ),
    )


def test_what_can_be_read_of_a_list_is_read():
    found, words = read(ListKind(WordKind()), "[a, ~, [b], c]")
    assert [mark.value for mark in found] == ["a", "c"]
    assert [line for line in words.splitlines() if line.startswith("f.yaml")] == [
        "f.yaml:1:10: warning: an item of 'key' is empty [empty-value]",
        "f.yaml:1:13: error: an item of 'key' must be text, not a list [wrong-kind]",
    ]


def test_an_empty_list_and_an_empty_map_are_fine():
    assert value(ListKind(WordKind()), "[]") == ()
    assert value(MapKind(WordKind()), "{}") == {}
    assert value(PERSON, "{}").values == {}


def test_a_map_with_named_keys_knows_only_those():
    kind = MapKind(IntKind(), keys=("work", "projects"))
    found, words = read(kind, "{work: 1, project: 2}", strict=True)
    assert {key: mark.value for key, mark in found.items()} == {"work": 1}
    assert words == (
        "f.yaml:1:16: error: unknown key 'key.project' (did you mean 'projects'?) [unknown-key]\n"
        "    key: {work: 1, project: 2}\n"
        "                   ^\n"
        "  = its keys: work, projects"
    )


def test_an_object_reads_the_keys_it_knows():
    found = value(PERSON, "{name: A, tags: [x], age: 3}")
    assert found.values["name"].any == "A"
    assert [mark.value for mark in found.values["tags"]] == ["x"]
    assert found.values["age"].value == 3
    assert found.extras == ()


def test_an_unknown_key_is_an_error_in_a_profile():
    found, words = read(PERSON, "{nam: A, qqq: B}", strict=True)
    assert found == Obj(found.place, {})
    assert words == (
        "f.yaml:1:7: error: unknown key 'nam' (did you mean 'name'?) [unknown-key]\n"
        "    key: {nam: A, qqq: B}\n"
        "          ^\n"
        "f.yaml:1:15: error: unknown key 'qqq' [unknown-key]\n"
        "    key: {nam: A, qqq: B}\n"
        "                  ^\n"
        "  = its keys: name, tags, age"
    )


def test_an_unknown_key_in_a_base_says_what_becomes_of_it():
    found, words = read(SHOWN, "{title: 팀장, level: 3, deep: {a: b}, on: true, meta: {x: y}, list: [a, 1, b]}")
    assert [(key, text.any) for key, text in found.extras] == [("title", "팀장"), ("list", "a, b")]
    assert [line for line in words.splitlines() if line.startswith("f.yaml")] == [
        "f.yaml:1:7: warning: unknown key 'title'; it is shown as written [unknown-key]",
        "f.yaml:1:18: warning: unknown key 'level'; it is left out [unknown-key]",
        "f.yaml:1:28: warning: unknown key 'deep'; it is left out [unknown-key]",
        "f.yaml:1:42: warning: unknown key 'on'; it is left out [unknown-key]",
        "f.yaml:1:66: warning: unknown key 'list'; it is shown as written [unknown-key]",
    ]


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("\n  -name: A", "start every item of a list with '- '"),
        ("\n  • name: A", "start every item of a list with '- '"),
        ("\n  \u00a0name: A", "type the spaces before it again: they are of another kind"),
        ("\n  \u3000name: A", "type the spaces before it again: they are of another kind"),
        ("\n  name:{x: A}", "put a space after ':'"),
    ],
)
def test_a_key_that_is_no_word_is_explained(source, hint):
    for strict in (True, False):
        assert read(PERSON, source, strict=strict)[1].splitlines()[-1] == f"  = {hint}"


def test_an_old_key_is_read_as_todays_with_a_warning():
    found, words = read(PERSON, "{nick: A}")
    assert found.values["name"].any == "A"
    assert words == (
        "f.yaml:1:7: warning: 'nick' is read as 'name' [old-key]\n    key: {nick: A}\n          ^\n  = write name:"
    )


def test_an_old_key_beside_todays_is_an_unknown_key():
    found, words = read(SHOWN, "{nick: A, name: B}")
    assert found.values["name"].any == "B"
    assert [(key, text.any) for key, text in found.extras] == [("nick", "A")]
    assert words.splitlines()[0] == "f.yaml:1:7: warning: unknown key 'nick'; it is shown as written [unknown-key]"


def test_of_two_old_keys_for_one_neither_is_lost():
    kind = ObjectKind({"url": WordKind()}, old={"website": "url", "link": "url"}, shown_extras=True)
    found, _ = read(kind, "{website: a.kr, link: b.kr}")
    assert (found.values["url"].value, found.extras[0][0], found.extras[0][1].any) == ("a.kr", "link", "b.kr")


def test_a_text_may_stand_for_an_object_in_a_base():
    found, words = read(SHOWN, "SQL")
    assert found.values["name"].any == "SQL"
    assert words == (
        "f.yaml:1:6: warning: 'key' is one text; it is read as its 'name' [wrong-kind]\n"
        "    key: SQL\n"
        "         ^\n"
        "  = write name: before it"
    )


def test_a_text_for_an_object_is_an_error_in_a_profile():
    assert read(SHOWN, "SQL", strict=True) == (
        None,
        (
            "f.yaml:1:6: error: 'key' must be a map of keys, not one text [wrong-kind]\n"
            "    key: SQL\n"
            "         ^\n"
            "  = its keys: name, tags, age"
        ),
    )


def test_a_bullet_may_be_its_text_alone():
    assert value(BULLET, "한 줄").values["text"].any == "한 줄"
    assert value(BULLET, "{ko: 가, en: a}").values["text"].en == "a"
    assert value(BULLET, "{text: {ko: 가}, id: x}").values == {
        "text": Text(value(BULLET, "{text: {ko: 가}}").values["text"].place, ko="가"),
        "id": Marked("x", value(BULLET, "{text: {ko: 가}, id: x}").values["id"].place),
    }


def test_a_bullet_with_keys_and_no_text_is_explained():
    found, words = read(ListKind(BULLET), "\n  - 재구매율: 8%→11%", strict=False)
    assert found == ()
    assert words == (
        "f.yaml:2:5: error: an item of 'key' has the key '재구매율' but no text [missing-text]\n"
        "      - 재구매율: 8%→11%\n"
        "        ^\n"
        "  = a text with ': ' in it needs quotes around it, or write it as text: ..."
    )


def test_an_empty_bullet_is_told():
    assert first_line(ListKind(BULLET), "[{}]", strict=False) == (
        "f.yaml:1:7: warning: an item of 'key' is empty [empty-value]"
    )


@pytest.mark.parametrize("source", ["''", "{text: ''}", "{text: {}}", "{ko: ''}"])
def test_a_bullet_whose_text_is_empty_is_none(source):
    assert value(BULLET, source, strict=False) is None


@pytest.mark.parametrize(
    ("word", "guess"),
    [("forcast", " (did you mean 'forecast'?)"), ("FORECAST", " (did you mean 'forecast'?)"), ("zzz", ""), ("", "")],
)
def test_did_you_mean_names_the_nearest(word, guess):
    assert did_you_mean(word, ["pricing", "forecast"]) == guess
    assert did_you_mean(word, []) == ""


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("titanic", " (did you mean 'titanic-survival-prediction'?)"),
        ("moa", " (did you mean 'moa.churn'?)"),
        ("mo", ""),
        ("shop", ""),  # two begin so
        ("items", ""),  # is not meant for 'title'
    ],
)
def test_did_you_mean_names_what_alone_begins_so(word, guess):
    choices = ["titanic-survival-prediction", "moa.churn", "shop.coupon.first", "shop.delays.late", "title"]
    assert did_you_mean(word, choices) == guess

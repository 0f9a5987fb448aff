"""The laws of reading (DESIGN §3, §5): whatever a file holds, it is read, every place right, or its problems told."""

import json
import string
from contextlib import suppress
from pathlib import Path
from unicodedata import is_normalized, normalize

import jsonschema
import pytest
import yaml
from documents import STANDARD, json_resumes, json_values, muddles, profiles, right_profiles, texts, words
from hypothesis import example, given
from hypothesis import strategies as st
from laws import examples
from pathvalidate import is_valid_filename
from readers import as_data, flat, nodes, plain, reading, told
from readers import settings as read_toml

from resume_tailor.fields import Report
from resume_tailor.model import Entry, Resume
from resume_tailor.pipeline import Base, load_base, load_profile
from resume_tailor.problems import ProblemsError, Severity, source_lines
from resume_tailor.profile import merge
from resume_tailor.schema import PROFILE, json_schema
from resume_tailor.settings import FILE_NAME_PARTS, file_stem
from resume_tailor.yamlmarks import ListNode, MapNode, Reading, Scalar

many = examples(200)
EDITOR = {name: jsonschema.Draft7Validator(json_schema(name)) for name in ("base", "profile")}
PATHS = st.sampled_from(["resume/base.yaml", "resume/base.json"])
SYNTAX = st.lists(
    st.sampled_from([*"-:{}[]&*!|>'\"%@`#,?<=~\\ \n\t\r\u2028ab가0", ": ", "- ", "  ", "\n  ", "&a ", "*a"])
).map("".join)
LAYOUTS = [
    {"indent": indent, "separators": separators, "ensure_ascii": ascii_}
    for indent in (None, 2, "\t")
    for separators in (None, (",", ":"))
    for ascii_ in (True, False)
]


def everything_is_told_in_bounds(found: Reading) -> None:
    """Every problem prints, and points into the file."""
    lines = source_lines(found.text)
    for problem in found.problems:
        assert problem.place.line <= len(lines)
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1
    assert told(found.problems, [found]) or not found.problems


def read_to_the_end(found: Reading) -> None:
    """A base and a profile come of it, or problems; nothing else."""
    base = load_base([found])
    told(base.problems, [found])
    try:
        load_profile("acme", [found], base)
    except ProblemsError as error:
        told(error.problems, [found])


@many
@given(st.binary(max_size=200), PATHS)
@example(b"\xff\xfe", "resume/base.yaml")
@example("한글".encode("cp949"), "resume/base.json")
def test_no_bytes_make_reading_fail(data, path):
    found = reading(data, path)
    everything_is_told_in_bounds(found)
    read_to_the_end(found)


@many
@given(st.one_of(st.text(max_size=200), SYNTAX), PATHS)
@example("? - :", "resume/base.yaml")
@example("\ufeff\ufeff", "resume/base.yaml")
@example("a\x85b: [\u2028", "resume/base.yaml")
def test_no_text_makes_reading_fail(text, path):
    found = reading(text.encode(errors="replace"), path)
    everything_is_told_in_bounds(found)
    read_to_the_end(found)


@examples(1000)
@given(muddles)
def test_no_data_makes_reading_fail(data):
    read_to_the_end(reading(json.dumps(data), "resume/base.json"))


@many
@given(st.lists(muddles, min_size=2, max_size=3))
def test_no_layers_make_a_profile_fail(layers):
    readings = [reading(json.dumps(layer), f"companies/{n}.json") for n, layer in enumerate(layers)]
    base = load_base([reading("basics: {name: A}\nwork: [{name: B}]\n")])
    with suppress(ProblemsError):
        load_profile("acme", readings, base)


def starts_there(found: Reading, node: Scalar | ListNode | MapNode) -> bool:
    """Whether the source has a node's text at the node's place."""
    here = source_lines(found.text)[node.place.line - 1][node.place.column - 1 :]
    if isinstance(node, ListNode):
        return here.startswith(("[", "- ", "-")) or here == "-"
    if isinstance(node, MapNode):
        return here.startswith("{") or starts_there(found, node.pairs[0][0])
    if node.quoted:
        return here.startswith(('"', "'", "|", ">"))
    first_line = node.text.split(" ")[0].split("\n")[0]
    return here.startswith(first_line)


@many
@given(json_values, st.sampled_from(LAYOUTS))
def test_json_is_read_as_it_was_written_and_every_place_is_right(data, layout):
    source = json.dumps(data, **layout)
    found = reading(source, "resume/base.json")
    if data is None:
        assert found.node is None
        return
    assert found.problems == ()
    assert plain(found.node) == flat(json.loads(source, parse_int=str, parse_float=str))
    assert all(starts_there(found, node) for node in nodes(found.node))


@many
@given(json_values, st.sampled_from(LAYOUTS))
def test_every_json_text_stands_at_its_place_whole(data, layout):
    source = json.dumps(data, **layout)
    found = reading(source, "resume/base.json")
    for node in nodes(found.node) if found.node else ():
        if isinstance(node, Scalar):
            written = json.dumps(node.text, ensure_ascii=layout["ensure_ascii"]) if node.quoted else node.text
            line = source_lines(source)[node.place.line - 1]
            assert line[node.place.column - 1 :].startswith(written)


@many
@given(
    json_values,
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 80, 10_000]),
    st.sampled_from([2, 4]),
    st.booleans(),
)
def test_yaml_is_read_as_it_was_written_and_every_place_is_right(data, flow, width, indent, unicode_):
    source = yaml.safe_dump(data, default_flow_style=flow, width=width, indent=indent, allow_unicode=unicode_)
    found = reading(source)
    if found.node is None:
        assert data is None
        return
    assert found.problems == ()
    assert plain(found.node) == yaml.load(source, Loader=yaml.BaseLoader)
    assert all(starts_there(found, node) for node in nodes(found.node))


@many
@given(json_resumes)
def test_any_json_resume_is_a_base_without_an_error(document):
    found = load_base([reading(json.dumps(document, indent="\t"), "resume/base.json")])
    assert [p for p in found.problems if p.severity is Severity.ERROR] == []
    assert {p.rule for p in found.problems} <= {"missing-name"}


@many
@given(json_resumes)
def test_any_json_resume_fits_our_schema(document):
    found = reading(json.dumps(document), "resume/base.json")
    assert list(EDITOR["base"].iter_errors(as_data(found.node))) == []


def held(resume: Resume) -> set[str]:
    """Every text that a resume's entries hold."""
    found = set()
    for entry in resume.entries():
        found |= {version for text in entry.all_texts() for version in text.versions}
        found |= {date.text for date in entry.dates.values()}
        found |= {version for bullet in entry.bullets for version in bullet.text.versions}
        found |= {version for _, text in entry.extras for version in text.versions}
    return found


def strings(data: object) -> set[str]:
    match data:
        case dict():
            return set().union(*map(strings, data.values()))
        case list():
            return set().union(*map(strings, data))
    return {str(data).strip()} - {""}


@many
@given(json_resumes)
def test_every_text_of_a_json_resume_is_in_the_resume(document):
    found = load_base([reading(json.dumps(document, ensure_ascii=False), "resume/base.json")]).resume
    sections = {section: document[section] for section in STANDARD if section in document}
    assert strings(sections) <= (held(found) if found else set())
    about = dict(document.get("basics", {}))
    summary = about.get("summary", "").strip()
    assert not summary or summary in held(found)


ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from(["ACME", "acme", "Acme 2021", "다른 회사", "work", "summary", "!"])},
        optional={
            "startDate": st.sampled_from(["2020", "2021", "2021-03"]),
            "highlights": st.lists(
                st.sampled_from(["매출 분석 및 개선 제안", "매출 분석 및 개선", "하나", "→"]), max_size=3
            ),
        },
    ),
    max_size=4,
)
BASES = st.fixed_dictionaries({}, optional={"work": ENTRIES, "projects": ENTRIES})


def marked(document, offset=0):
    """The same document with a number in every entry and bullet, so that each can be told from all others."""
    count = iter(range(offset, 10_000))
    return {
        section: [
            entry | {"url": str(next(count)), "highlights": [f"{b} {next(count)}" for b in entry.get("highlights", ())]}
            for entry in entries
        ]
        for section, entries in document.items()
    }


def owners(document) -> dict[str, str]:
    """Each id and the mark of the item it means."""
    base: Base = load_base([reading(json.dumps(document | {"basics": {"name": "A"}}), "resume/base.json")])
    assert base.problems == ()
    items = [item for item in base.resume.items() if item.id != "summary"]
    marks = {item.id: item.texts["url"].any if isinstance(item, Entry) else item.text.any.split()[-1] for item in items}
    assert len(marks) == len(items)
    return marks


@many
@given(BASES)
def test_ids_are_unique_and_can_be_referred_to(document):
    found = load_base([reading(json.dumps(document | {"basics": {"name": "A"}}), "resume/base.json")])
    ids = [item.id for item in found.resume.items()] if found.resume else []
    assert len(ids) == len(set(ids))
    source = json.dumps({"drop": ids})
    assert load_profile("acme", [reading(source, "companies/a.json")], found) if ids else True


@examples(600)
@given(BASES, BASES)
def test_an_id_never_comes_to_mean_another_item_when_items_are_added(document, more):
    before = marked(document)
    added = marked(more, offset=5_000)
    after = {section: added.get(section, []) + before.get(section, []) for section in before | added}
    old, new = owners(before), owners(after)
    assert {id_: new[id_] for id_ in old.keys() & new.keys()} == {id_: old[id_] for id_ in old.keys() & new.keys()}


@many
@given(BASES, st.integers(0, 3))
def test_adding_an_unrelated_entry_changes_no_other_id(document, at):
    before = marked(document)
    entries = before.get("work", [])
    new = {"name": "아무 상관 없는 곳", "url": "x", "highlights": ["아무도 쓰지 않은 줄 x"]}
    after = before | {"work": [*entries[:at], new, *entries[at:]]}
    assert owners(before).items() <= owners(after).items()


@many
@given(BASES)
def test_an_id_that_is_written_out_is_the_same_as_one_that_is_made(document):
    """So a user may copy an id from `resume explain` into the base, and no reference breaks."""
    before = owners(marked(document))
    found = load_base([reading(json.dumps(marked(document) | {"basics": {"name": "A"}}), "resume/base.json")])
    ids = iter(item.id for item in found.resume.items() if item.id != "summary")
    written = {section: [] for section in ("work", "projects")}
    for section, entries in written.items():
        for entry in marked(document).get(section, []):
            first = next(ids)
            lines = [{"text": line, "id": next(ids)} for line in entry["highlights"]]
            entries.append(entry | {"id": first, "highlights": lines})
    assert owners(written) == owners(marked(document)) or not before


def tree(data) -> MapNode:
    return reading(json.dumps(data), "companies/a.json").node


@many
@given(json_values.filter(bool))
def test_laying_a_profile_over_itself_changes_nothing(data):
    node = tree({"a": data})
    assert merge(node, node) == node


@many
@given(st.dictionaries(words, json_values, max_size=4))
def test_an_empty_profile_changes_nothing(data):
    assert plain(merge(tree(data), tree({}))) == plain(merge(tree({}), tree(data))) == plain(tree(data))


@many
@given(right_profiles, right_profiles, right_profiles)
def test_layers_may_be_merged_in_any_grouping(a, b, c):
    """True where the kinds agree, as they do in profiles without errors."""
    first, second, third = tree(a), tree(b), tree(c)
    assert merge(merge(first, second), third) == merge(first, merge(second, third))


@many
@given(right_profiles, right_profiles)
def test_every_value_of_a_merged_profile_comes_from_the_highest_layer_that_has_it(under, over):
    low, high = reading(json.dumps(under), "low.json").node, reading(json.dumps(over), "high.json").node
    for key, value in merge(low, high).pairs:
        source = high if key.text in over else low
        assert key.place.path == source.place.path
        if not isinstance(value, MapNode):
            assert value == source.get(key.text)


RESUME = load_base(
    [
        reading(
            "basics: {name: A, summary: {text: x, alt: {short: y}}}\n"
            "work:\n- {id: acme, name: A, tags: [pricing], highlights: [{id: acme.x, text: t, alt: {b: c}}]}\n"
            "projects: [{id: parking, name: P, tags: [geo]}]\n"
        )
    ]
)
SOME_IDS = st.lists(st.sampled_from(["acme", "acme.x", "parking", "summary", "acm", "zzz", "parkin"]), max_size=5)
SOME_TAGS = st.lists(st.sampled_from(["pricing", "geo", "price", "zzz", "GEO"]), max_size=4)


@many
@given(
    st.fixed_dictionaries(
        {}, optional={"drop": SOME_IDS, "focus": SOME_TAGS, "include": SOME_TAGS, "exclude": SOME_TAGS}
    )
)
def test_each_unknown_reference_is_one_problem_at_its_own_place(wishes):
    ids = {"acme", "acme.x", "parking", "summary"}
    unknown = sum(name not in ids for name in wishes.get("drop", ()))
    unknown += sum(t not in {"pricing", "geo"} for key in ("focus", "include", "exclude") for t in wishes.get(key, ()))
    try:
        load_profile("acme", [reading(json.dumps(wishes), "companies/a.json")], RESUME)
        problems = ()
    except ProblemsError as error:
        problems = error.problems
    assert len(problems) == len({problem.place for problem in problems}) == unknown


@examples(1000)
@given(profiles)
def test_the_reader_and_the_schema_refuse_the_same_profiles(data):
    node = reading(json.dumps(data), "companies/a.json").node
    report = Report(strict=True)
    PROFILE.read(node, "acme", report)
    refused = any(problem.severity is Severity.ERROR for problem in report.problems)
    assert refused == bool(list(EDITOR["profile"].iter_errors(as_data(node))))


@many
@given(st.one_of(st.text(max_size=100), SYNTAX, st.text(string.printable, max_size=60)))
@example("x = " + "[" * 5_000)
@example("x = 1" + "0" * 5_000)
def test_no_text_makes_reading_settings_fail(text):
    read_toml(text)


@examples(1000)
@given(
    st.sampled_from(["이력서_{name}_{company}", "{name}", "{company} ({position}) {date}", "{id}.{lang}"]),
    st.fixed_dictionaries(dict.fromkeys(FILE_NAME_PARTS, st.one_of(st.text(max_size=120), texts))),
)
@example("{name}", dict.fromkeys(FILE_NAME_PARTS, "CON"))
@example("{name}", dict.fromkeys(FILE_NAME_PARTS, "가" * 500))
def test_a_file_name_is_valid_on_every_system(pattern, parts):
    stem = file_stem(pattern, parts)
    assert is_valid_filename(f"{stem}.pdf", platform="universal")
    assert len(stem.encode()) <= 200
    assert Path(stem).name == stem
    assert is_normalized("NFC", stem)
    assert stem.isprintable()
    assert stem == stem.strip(" .")


@many
@given(st.text(max_size=120))
def test_a_file_name_made_safe_stays_as_it_is(name):
    stem = file_stem("{name}", {"name": name})
    assert file_stem("{name}", {"name": stem}) == stem


@many
@given(words)
def test_an_ordinary_name_is_left_alone(name):
    assert file_stem("{name}", {"name": name}) == normalize("NFC", " ".join(name.split()))


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "resume").glob("*.yaml")), ids=lambda p: p.name)
def test_every_place_of_the_example_is_right(path):
    found = reading(path.read_bytes(), path.name)
    assert all(starts_there(found, node) for node in nodes(found.node))

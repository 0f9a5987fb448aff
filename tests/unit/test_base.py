"""A base's files to a resume: everything that was written is in it, and everything wrong is told at once."""

import pytest
from readers import base, ids, resume, said

from resume_tailor.ids import digest
from resume_tailor.model import SECTIONS

NAMED = "basics: {name: 한지원}\n"


def told(*sources):
    """The headlines alone."""
    return [line for line in said(*sources).splitlines() if line.startswith("resume/")]


def entry(source):
    """The only entry of a base."""
    found = resume(NAMED + source)
    (only,) = (item for item in found.entries() if item.section != "summary")
    return only


def test_a_base_becomes_a_resume():
    found = resume("""
basics:
  name: {ko: 한지원, en: Jiwon Han}
  label: 데이터 분석가
  email: jiwon@example.com
  phone: 010-1234-5678
  url: https://example.com
  image: me.png
  birth: 1993-04
  location: {city: 서울, countryCode: KR, postalCode: 04524}
  profiles: [{network: GitHub, username: jiwon, url: https://github.com/jiwon}]
  summary: {text: 소개, alt: {mobility: 다른 소개}}
""")
    basics = found.basics
    assert (basics.name.ko, basics.name.en, basics.label.any) == ("한지원", "Jiwon Han", "데이터 분석가")
    assert (basics.email, basics.phone, basics.birth) == ("jiwon@example.com", "010-1234-5678", "1993-04")
    assert (basics.url, basics.image, basics.location["city"].any) == ("https://example.com", "me.png", "서울")
    assert [(p.network, p.username, p.url) for p in basics.profiles] == [
        ("GitHub", "jiwon", "https://github.com/jiwon")
    ]
    (summary,) = found.sections["summary"]
    assert (summary.id, summary.texts["summary"].any, summary.alt["mobility"].any) == ("summary", "소개", "다른 소개")


def test_an_entry_holds_its_texts_lists_dates_bullets_and_wishes():
    found = entry("""
projects:
- id: parking
  name: 주차 수요 예측
  why: 왜
  startDate: 2021
  endDate: 2021-06
  highlights:
  - 한 줄
  - {id: parking.x, text: 두 줄, tags: [a, b, a], priority: 2, alt: {c: 다른 말}, facts: [사실]}
  keywords: [Python, {ko: 수요 예측, en: Forecasting}]
  tags: [forecasting, forecasting]
  priority: 1
""")
    assert (found.id, found.section, found.texts["name"].any, found.texts["why"].any) == (
        *("parking", "projects", "주차 수요 예측"),
        "왜",
    )
    assert {key: date.iso for key, date in found.dates.items()} == {"startDate": "2021", "endDate": "2021-06"}
    assert [text.to("en") for text in found.lists["keywords"]] == ["Python", "Forecasting"]
    assert (found.tags, found.priority, found.place.line) == (("forecasting",), 1, 4)
    plain, full = found.bullets
    assert (plain.id, plain.text.any, plain.place.line) == ("parking.한-줄", "한 줄", 10)
    assert (full.id, full.tags, full.priority, full.place.line) == ("parking.x", ("a", "b"), 2, 11)
    assert (full.alt["c"].any, [fact.any for fact in full.facts]) == ("다른 말", ["사실"])


def test_the_sections_of_several_files_are_one_resume():
    found = resume(NAMED, "work: [{name: A}]\n", '{"projects": [{"name": "B"}]}')
    assert [item.id for item in found.entries()] == ["a", "b"]


@pytest.mark.parametrize("key", ["basics", *(section for section in SECTIONS if section != "summary")])
@pytest.mark.parametrize("null", ["", "~", "null"])
def test_a_section_with_nothing_under_it_is_an_error(key, null):
    named = "" if key == "basics" else NAMED
    line = len(named.splitlines()) + 1
    assert said(f"{named}{key}: {null}".rstrip() + "\n").startswith(
        f"resume/base.yaml:{line}:1: error: '{key}' has nothing under it [empty-section]\n"
    )


def test_an_empty_list_is_a_section_without_entries():
    assert ids(f"{NAMED}work: []\n") == []


def test_nothing_further_down_is_a_warning():
    assert told(NAMED + "work:\n- name: A\n  position:\n  highlights: ~\n  startDate: null\n- ~\n") == [
        "resume/base.yaml:4:12: warning: 'position' has no value [empty-value]",
        "resume/base.yaml:5:15: warning: 'highlights' has no value [empty-value]",
        "resume/base.yaml:6:14: warning: 'startDate' has no value [empty-value]",
        "resume/base.yaml:7:3: warning: an item of 'work' is empty [empty-value]",
    ]


def test_a_key_in_two_files_names_both():
    assert said(NAMED + "work: [{name: A}]\n", "skills: []\nwork: [{name: B}]\n") == (
        "resume/base1.yaml:2:1: error: 'work' is also in resume/base.yaml:2 [duplicate-key]\n"
        "    work: [{name: B}]\n"
        "    ^\n"
        "  = keep one"
    )


def test_each_file_may_name_its_schema():
    assert resume(f"$schema: a\n{NAMED}", "$schema: b\nmeta: {version: v1}\n")


@pytest.mark.parametrize("source", ["- a\n", "word\n", "'work: []'\n"])
def test_a_file_without_keys_is_no_resume(source):
    assert said(source).startswith(
        "resume/base.yaml:1:1: error: the file must hold keys such as basics: and work: [not-a-resume]\n"
    )


def test_a_file_that_cannot_be_read_leaves_the_others():
    found, words = base(NAMED + "work: [{name: A}]\n", "skills: [\n")
    assert [item.id for item in found.resume.entries()] == ["a"]
    assert not found.whole
    assert words.startswith("resume/base1.yaml:1:9: error: cannot be read as YAML: this [ is not closed")


def test_no_readable_file_is_no_resume():
    found, _ = base("[\n")
    assert (found.resume, found.whole) == (None, False)


def test_a_base_without_a_name_is_told_where_the_name_belongs():
    assert said("basics: {label: 분석가}\n") == (
        "resume/base.yaml:1:9: warning: the base has no name [missing-name]\n"
        "    basics: {label: 분석가}\n"
        "            ^\n"
        "  = write basics: {name: ...}"
    )
    assert said("work: []\n") == (
        "resume/base.yaml: warning: the base has no name [missing-name]\n  = write basics: {name: ...}"
    )


def test_basics_that_cannot_be_read_are_told_once():
    assert told("basics:\n- name: A\n") == [
        "resume/base.yaml:2:1: error: 'basics' must be a map of keys, not a list [wrong-kind]"
    ]


def test_old_spellings_are_read_with_a_warning():
    found, words = base("""
basics: {name: A, picture: me.png, website: a.kr}
work: [{company: B, title: C, website: b.kr, start_date: 2020, end: 2021}]
education: [{school: D, degree: E, gpa: 4.0, from: 2010, to: 2014}]
awards: [{title: F, link: f.kr}]
""")
    work, education, award = (entry for entry in found.resume.entries() if entry.section != "summary")
    assert (found.resume.basics.image, found.resume.basics.url) == ("me.png", "a.kr")
    assert {key: text.any for key, text in work.texts.items()} == {"name": "B", "position": "C", "url": "b.kr"}
    assert {key: date.iso for key, date in work.dates.items()} == {"startDate": "2020", "endDate": "2021"}
    assert [education.texts[key].any for key in ("institution", "studyType", "score")] == ["D", "E", "4.0"]
    assert {key: date.iso for key, date in education.dates.items()} == {"startDate": "2010", "endDate": "2014"}
    assert award.texts["url"].any == "f.kr"
    assert all("warning" in line for line in words.splitlines() if line.startswith("resume/"))
    assert words.count("[old-key]") == 13


def test_sections_of_other_names_are_read_with_a_warning():
    found, words = base(NAMED + "experience: [{name: A}]\ncertifications: [{name: B}]\n")
    assert [item.section for item in found.resume.entries()] == ["work", "certificates"]
    assert [line for line in words.splitlines() if line.startswith("resume/")] == [
        "resume/base.yaml:2:1: warning: 'experience' is read as 'work' [old-key]",
        "resume/base.yaml:3:1: warning: 'certifications' is read as 'certificates' [old-key]",
    ]


def test_an_unknown_section_is_left_out_with_a_guess():
    assert told(NAMED + "project: []\n경력: []\n") == [
        "resume/base.yaml:2:1: warning: unknown key 'project' (did you mean 'projects'?); it is left out [unknown-key]",
        "resume/base.yaml:3:1: warning: unknown key '경력'; it is left out [unknown-key]",
    ]


def test_an_entry_may_be_its_name_alone():
    found, words = base(NAMED + "skills: [SQL, Python]\nlanguages: [한국어]\neducation: [서림대학교]\n")
    assert [(item.id, next(iter(item.texts))) for item in found.resume.entries()] == [
        ("sql", "name"),
        ("python", "name"),
        ("서림대학교", "institution"),
        ("한국어", "language"),
    ]
    assert words.count("[wrong-kind]") == 4
    assert "error" not in words


def test_an_entry_with_nothing_in_it_is_left_out():
    assert ids(f"{NAMED}work: [{{}}, {{name: A}}]\n") == ["a"]


def test_numbers_and_truth_values_are_texts():
    found = entry("skills: [{name: 3.10, level: yes, keywords: [007, 1e3, on]}]\n")
    assert (found.texts["name"].any, found.texts["level"].any) == ("3.10", "yes")
    assert [text.any for text in found.lists["keywords"]] == ["007", "1e3", "on"]


def test_an_id_of_the_users_own_wins():
    assert ids(f"{NAMED}work: [{{id: a.b_c-1, name: ACME}}]\n") == ["a.b_c-1"]


def test_an_entry_without_an_id_is_named_by_its_name():
    source = """work: [{name: {ko: 쏘카, en: SOCAR}}]
education: [{institution: 서림대학교}]
projects: [{why: 이름 없음}]
"""
    assert ids(NAMED + source) == ["socar", "projects", "서림대학교"]


def test_entries_of_one_name_are_told_apart_by_year_section_or_words():
    source = """work: [{name: A, startDate: 2019, endDate: 2020}, {name: A, endDate: 2021, startDate: 2020}]
projects: [{name: B, startDate: 2021}, {name: C, why: x}, {name: C, why: y}]
volunteer: [{organization: B, startDate: 2021}]
"""
    assert ids(NAMED + source) == [
        "a-2019",
        "a-2020",
        "b-2021-projects",
        f"c-{digest('Cx')}",
        f"c-{digest('Cy')}",
        "b-2021-volunteer",
    ]


def test_bullets_that_start_alike_are_told_apart_by_more_words():
    source = "work: [{id: a, name: A, highlights: [매출 분석 및 개선 제안, 매출 분석 및 개선 실행, 그 밖]}]\n"
    assert ids(NAMED + source) == ["a", "a.매출-분석-및-개선-제안", "a.매출-분석-및-개선-실행", "a.그-밖"]


def test_the_same_bullet_twice_is_numbered():
    first, second = ids(f"{NAMED}work: [{{name: A, highlights: [같은 줄, 같은 줄]}}]\n")[1:]
    assert (first[-2:], second[-2:]) == ("-1", "-2")


def test_ids_written_twice_misspelt_or_reserved_are_told_where_they_stand():
    source = """work:
- name: A
  id: x
- id: x
- {name: B, id: 두 낱말}
- name: C
  highlights:
  - {text: a, id: summary}
  - {text: b, id: x}
"""
    assert said(NAMED + source) == (
        "resume/base.yaml:5:7: error: the id 'x' is also at resume/base.yaml:4:7 [duplicate-id]\n"
        "    - id: x\n"
        "          ^\n"
        "  = ids are unique in the whole base\n"
        "resume/base.yaml:6:17: error: '두 낱말' cannot be an id: letters, digits, '.', '_' and '-' only [bad-id]\n"
        "    - {name: B, id: 두 낱말}\n"
        "                    ^\n"
        "  = write 두-낱말\n"
        "resume/base.yaml:9:19: error: the id 'summary' is the tool's own name for basics.summary [duplicate-id]\n"
        "      - {text: a, id: summary}\n"
        "                      ^\n"
        "  = ids are unique in the whole base\n"
        "resume/base.yaml:10:19: error: the id 'x' is also at resume/base.yaml:4:7 [duplicate-id]\n"
        "      - {text: b, id: x}\n"
        "                      ^\n"
        "  = ids are unique in the whole base"
    )


def test_an_item_called_summary_does_not_take_the_summarys_id():
    assert ids(f"{NAMED}projects: [{{name: Summary, startDate: 2021}}]\n") == ["summary-2021"]

"""A profile: layers merged, every value with the line that decided it, and no reference to what the base lacks."""

import pytest
from makers import HERE, text
from readers import plain, profile, profile_said, reading

from resume_tailor.fields import Report
from resume_tailor.model import SECTIONS, Basics, Resume
from resume_tailor.profile import check_references, merge, read_profile
from resume_tailor.schema import PROFILE
from resume_tailor.yamlmarks import read

RESUME = """
basics: {name: 한지원, summary: {text: 소개, alt: {mobility: 다른 소개}}}
work:
- id: acme
  name: ACME
  tags: [pricing]
  highlights:
  - {id: acme.churn, text: 이탈, tags: [forecasting], alt: {pricing: 다른 말}}
projects:
- {id: parking, name: 주차, tags: [geo]}
military:
- {id: army, branch: 육군}
"""


def told(*layers):
    """The headlines about a profile over the base above."""
    return [line for line in profile_said(*layers, over=RESUME).splitlines() if line.startswith("companies/")]


def wishes(*layers):
    return profile(*layers, over=RESUME)


def merged(under, over):
    return merge(reading(under, "under.yaml").node, reading(over, "over.yaml").node)


def test_a_profile_holds_wishes_and_where_each_was_written():
    found = wishes(
        """\
company: {name: {ko: 쏘카, en: SOCAR}, aliases: [SOCAR, 쏘카]}
position: {title: 데이터 분석가, role: data-analyst}
lang: ko
template: classic
options: {accent: "#123"}
focus: [pricing, geo]
keywords: [A/B 테스트]
include: [pricing]
exclude: [forecasting]
sections: [projects, work]
pin: [acme]
drop: [parking]
limits: {bullets_per_entry: 4}
use: {summary: mobility, acme.churn: pricing}
privacy: {phone: hide, birth: show}
""".replace("drop: [parking]", "drop: []")
    )
    assert (found.id, found.company.ko, found.aliases) == ("acme", "쏘카", ("SOCAR", "쏘카"))
    assert (found.position.any, found.role, found.lang) == ("데이터 분석가", "data-analyst", "ko")
    assert [(word.value, word.place.line, word.place.column) for word in found.focus] == [
        ("pricing", 6, 9),
        ("geo", 6, 18),
    ]
    assert [word.value for word in found.sections] == ["projects", "work"]
    assert (found.template.value, found.template.place.line) == ("classic", 4)
    assert {key: (mark.value, mark.place.line) for key, mark in found.limits.items()} == {"bullets_per_entry": (4, 13)}
    assert {key: mark.value for key, mark in found.use.items()} == {"summary": "mobility", "acme.churn": "pricing"}
    assert {key: mark.value for key, mark in found.options.items()} == {"accent": "#123"}
    assert found.hidden == {"phone", "address"}


def test_a_profile_may_say_next_to_nothing():
    found = wishes("lang: en\n")
    assert (found.company.any, found.focus, found.hidden) == ("acme", (), {"address", "birth"})


@pytest.mark.parametrize(
    ("under", "over", "result"),
    [
        ("{a: 1}", "{a: 2}", {"a": "2"}),
        ("{a: 1, b: 2}", "{c: 3, b: 4}", {"a": "1", "b": "4", "c": "3"}),
        ("{a: [1, 2]}", "{a: [3]}", {"a": ["3"]}),
        ("{a: [1, 2]}", "{a: []}", {"a": []}),
        ("{a: {b: 1, c: {d: 2, e: 3}}}", "{a: {c: {d: 4}}}", {"a": {"b": "1", "c": {"d": "4", "e": "3"}}}),
        ("{a: {b: 1}}", "{a: word}", {"a": "word"}),
        ("{a: word}", "{a: {b: 1}}", {"a": {"b": "1"}}),
        ("{a: {b: 1}}", "{a: ~}", {"a": "~"}),
        ("{a: 1}", "{}", {"a": "1"}),
    ],
)
def test_maps_merge_and_everything_else_is_replaced(under, over, result):
    assert plain(merged(under, over)) == result


def test_what_is_merged_keeps_its_place():
    found = merged("a: 1\nb: [2]\n", "\nb: [3]\nc: 4\n")
    places = {key.text: (str(key.place), str(value.place)) for key, value in found.pairs}
    assert places == {
        "a": ("under.yaml:1:1", "under.yaml:1:4"),
        "b": ("over.yaml:2:1", "over.yaml:2:4"),
        "c": ("over.yaml:3:1", "over.yaml:3:4"),
    }


def test_a_mistake_in_a_lower_layer_is_told_where_it_stands():
    assert told("focus: [geo]\nlan: ko\n", "pin: [nope]\n", "drop: [parking]\n") == [
        "companies/_layer1.yaml:2:1: error: unknown key 'lan' (did you mean 'lang'?) [unknown-key]",
        "companies/_layer2.yaml:1:7: error: pin: no item of the base has the id 'nope' [unknown-id]",
    ]


def test_a_list_that_a_higher_layer_replaces_is_not_looked_at():
    assert told("pin: [nope]\n", "pin: [parking]\n") == []


@pytest.mark.parametrize("layer", ["- a\n", "word\n", "'focus: [x]'\n"])
def test_a_layer_without_keys_is_told_not_passed_over(layer):
    for layers in ((layer,), (layer, "lang: ko\n"), ("lang: ko\n", layer)):
        where = "companies/acme.yaml" if layers[-1] == layer else "companies/_layer1.yaml"
        assert profile_said(*layers).startswith(
            f"{where}:1:1: error: the file must hold keys such as company: and focus: [not-a-profile]\n"
        )


@pytest.mark.parametrize("source", ["", "# nothing yet\n"])
def test_an_empty_profile_file_is_told(source):
    assert profile_said(source) == (
        "companies/acme.yaml: error: the file is empty [empty-file]\n  = write something, or delete the file"
    )


def test_an_unknown_key_is_an_error_with_a_guess_or_the_keys():
    assert profile_said("focus_tag: [x]\nzzz: 1\n") == (
        "companies/acme.yaml:1:1: error: unknown key 'focus_tag' (did you mean 'focus'?) [unknown-key]\n"
        "    focus_tag: [x]\n"
        "    ^\n"
        "companies/acme.yaml:2:1: error: unknown key 'zzz' [unknown-key]\n"
        "    zzz: 1\n"
        "    ^\n"
        f"  = its keys: {', '.join(PROFILE.fields)}"
    )


def test_every_kind_of_value_is_checked_at_once():
    assert told("""\
company: 쏘카
position: {role: 분석가}
lang: kr
focus: pricing
sections: [x]
limits: {projects: 0, project: 3}
privacy: {phone: yes}
use: [summary]
pin: ~
""") == [
        "companies/acme.yaml:1:10: error: 'company' must be a map of keys, not one text [wrong-kind]",
        "companies/acme.yaml:2:18: error: 'role' cannot be '분석가' [unknown-choice]",
        "companies/acme.yaml:3:7: error: 'lang' cannot be 'kr' [unknown-choice]",
        "companies/acme.yaml:4:8: error: 'focus' must be a list, not one text [wrong-kind]",
        "companies/acme.yaml:5:12: error: an item of 'sections' cannot be 'x' [unknown-choice]",
        "companies/acme.yaml:6:20: error: 'limits.projects' must be a whole number from 1 up, not '0' [wrong-kind]",
        "companies/acme.yaml:6:23: error: unknown key 'limits.project' (did you mean 'projects'?) [unknown-key]",
        "companies/acme.yaml:7:18: error: 'privacy.phone' cannot be 'yes' [unknown-choice]",
        "companies/acme.yaml:8:6: error: 'use' must be a map of keys, not a list [wrong-kind]",
        "companies/acme.yaml:9:6: error: 'pin' has no value [empty-value]",
    ]


@pytest.mark.parametrize("key", ["pin", "drop"])
def test_an_unknown_id_is_told_once_with_the_nearest(key):
    assert profile_said(f"{key}: [parking, parkin, zzz]\n", over=RESUME) == (
        f"companies/acme.yaml:1:{len(key) + 13}: error: {key}: no item of the base has the id 'parkin'"
        " (did you mean 'parking'?) [unknown-id]\n"
        f"    {key}: [parking, parkin, zzz]\n"
        f"    {' ' * (len(key) + 12)}^\n"
        "  = `resume explain` lists the ids\n"
        f"companies/acme.yaml:1:{len(key) + 21}: error: {key}: no item of the base has the id 'zzz' [unknown-id]\n"
        f"    {key}: [parking, parkin, zzz]\n"
        f"    {' ' * (len(key) + 20)}^\n"
        "  = `resume explain` lists the ids"
    )


@pytest.mark.parametrize("key", ["focus", "include", "exclude"])
def test_an_unknown_tag_is_told_with_the_nearest_and_all(key):
    column = len(key) + 4
    assert profile_said(f"{key}: [pricng]\n", over=RESUME) == (
        f"companies/acme.yaml:1:{column}: error: {key}: no item of the base has the tag 'pricng'"
        " (did you mean 'pricing'?) [unknown-tag]\n"
        f"    {key}: [pricng]\n"
        f"    {' ' * (column - 1)}^\n"
        "  = the base's tags: forecasting, geo, pricing"
    )


def test_a_base_without_tags_says_so():
    assert profile_said("focus: [geo]\n").endswith("  = the base's tags: none")


def test_an_unknown_wording_is_told_with_those_there_are():
    assert profile_said(
        "use:\n  acme.churn: price\n  parking: x\n  summary: mobile\n  acme.chur: x\n", over=RESUME
    ) == (
        "companies/acme.yaml:2:15: error: use: 'acme.churn' has no wording 'price' (did you mean 'pricing'?)"
        " [unknown-wording]\n"
        "      acme.churn: price\n"
        "                  ^\n"
        "  = its wordings: pricing (resume/base.yaml:8:5)\n"
        "companies/acme.yaml:3:12: error: use: 'parking' has no wording 'x' [unknown-wording]\n"
        "      parking: x\n"
        "               ^\n"
        "  = its wordings: none (resume/base.yaml:10:3)\n"
        "companies/acme.yaml:4:12: error: use: 'summary' has no wording 'mobile' (did you mean 'mobility'?)"
        " [unknown-wording]\n"
        "      summary: mobile\n"
        "               ^\n"
        "  = its wordings: mobility (resume/base.yaml:2:37)\n"
        "companies/acme.yaml:5:14: error: use: no item of the base has the id 'acme.chur' (did you mean 'acme.churn'?)"
        " [unknown-id]\n"
        "      acme.chur: x\n"
        "                 ^\n"
        "  = `resume explain` lists the ids"
    )


def test_a_section_in_place_of_an_id_is_explained():
    assert profile_said("drop: [projects]\n", over=RESUME).endswith(
        "  = 'projects' is a section: name the ones to show in sections: [...]"
    )


def test_what_is_pinned_cannot_be_dropped():
    assert profile_said("pin: [parking, acme.churn]\ndrop:\n- parking\n- acme\n", over=RESUME) == (
        "companies/acme.yaml:1:7: error: 'parking' is pinned, but it is dropped at companies/acme.yaml:3"
        " [contradiction]\n"
        "    pin: [parking, acme.churn]\n"
        "          ^\n"
        "  = delete one of the two\n"
        "companies/acme.yaml:1:16: error: 'acme.churn' is pinned, but its entry 'acme' is dropped at"
        " companies/acme.yaml:4 [contradiction]\n"
        "    pin: [parking, acme.churn]\n"
        "                   ^\n"
        "  = delete one of the two"
    )


def test_a_pinned_entry_may_lose_a_bullet():
    assert told("pin: [acme]\ndrop: [acme.churn]\n") == []


def test_what_is_pinned_must_be_in_a_section_that_is_shown():
    assert profile_said("sections: [work]\npin: [parking]\n", over=RESUME) == (
        "companies/acme.yaml:2:7: error: 'parking' is pinned, but its section 'projects' is not in sections"
        " [contradiction]\n"
        "    pin: [parking]\n"
        "          ^\n"
        "  = add projects to sections, or delete the pin"
    )


def test_a_section_that_is_off_by_default_must_be_listed_to_pin_in_it():
    (head,) = told("pin: [army]\n")
    assert head.endswith("error: 'army' is pinned, but its section 'military' is not in sections [contradiction]")
    assert told("pin: [army]\nsections: [military]\n") == []


def test_a_base_with_unread_files_is_not_held_against_the_profile():
    """What the profile names may stand in the file that could not be read."""
    assert "[unknown-id]" in profile_said("pin: [sql]\n", over=RESUME)
    assert profile_said("pin: [sql]\n", over=(RESUME, "skills: [\n")) == ""


def test_hangul_in_parts_refers_to_the_same_id():
    parts = "\u1112\u1161\u11ab"
    assert profile_said(f"pin: [{parts}]\n", over="basics: {name: A}\nwork: [{id: 한, name: B}]\n") == ""
    assert profile_said("pin: [한]\n", over=f"basics: {{name: A}}\nwork: [{{id: {parts}, name: B}}]\n") == ""


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_can_be_listed(section):
    report = Report(strict=True)
    found = read_profile("acme", [reading(f"sections: [{section}]").node], report)
    assert ([word.value for word in found.sections], report.problems) == ([section], [])


def test_the_business_of_a_company_is_read_and_its_tags_and_ids_are_checked():
    yaml = "business: {journey: [{stage: 예약, problems: [{title: 수요 예측, tags: [nowhere], ids: [nobody]}]}]}\n"
    report = Report(strict=True)
    found = read_profile("acme", [read("companies/acme.yaml", yaml.encode()).node], report)
    (stage,) = found.journey
    assert (stage.name.any, [problem.title.any for problem in stage.problems]) == ("예약", ["수요 예측"])
    check_references(found, Resume(Basics(HERE, text("한지원"), text("")), {}), report)
    assert [(p.rule, p.message) for p in report.problems] == [
        ("unknown-tag", "business: no item of the base has the tag 'nowhere'"),
        ("unknown-id", "business: no item of the base has the id 'nobody'"),
    ]

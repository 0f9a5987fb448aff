from resume_tailor.overrides import leaves, setting
from resume_tailor.problems import Place
from resume_tailor.profile import merge
from resume_tailor.yamlmarks import read


def told(node):
    return [f"{key}: {value}  {place}" for key, value, place in leaves(node)]


def test_a_setting_is_a_tree_of_its_own_place():
    assert told(setting("limits.pages=1").node) == ["limits.pages: 1  --set limits.pages=1"]


def test_a_setting_may_be_a_list():
    assert told(setting("focus=[pricing, nlp]").node) == ["focus: [pricing, nlp]  --set focus=[pricing, nlp]"]


def test_a_setting_without_a_value_is_a_problem():
    for text in ("limits.pages", "=1", "limits..pages=1", ""):
        reading = setting(text)
        assert reading.node is None
        assert [p.message for p in reading.problems] == [f"'{text}' sets nothing"]


def test_a_value_that_is_no_yaml_is_a_problem_of_the_setting():
    (problem,) = setting("focus=[pricing").problems
    assert (problem.rule, problem.place) == ("yaml-syntax", Place("--set focus=[pricing"))


def test_the_effective_profile_says_where_each_value_came_from():
    under = read("companies/_defaults.yaml", b"lang: ko\nlimits: {pages: 2, projects: 4}\n").node
    over = read("companies/acme.yaml", b"company: {name: {ko: ACME}}\nlimits:\n  projects: 3\nfocus: [a, b]\n").node
    assert told(merge(merge(under, over), setting("lang=en").node)) == [
        "lang: en  --set lang=en",
        "limits.pages: 2  companies/_defaults.yaml:2:17",
        "limits.projects: 3  companies/acme.yaml:3:13",
        "company.name.ko: ACME  companies/acme.yaml:1:22",
        "focus: [a, b]  companies/acme.yaml:4:8",
    ]

"""Which projects and lines of a base the rules see, what is let pass, and what `drop_flagged` takes out."""

import datetime as dt
from dataclasses import replace

import pytest
from readers import PROFILE, base, reading, told

from resume_tailor.lint import checks
from resume_tailor.lint.engine import Allow, run
from resume_tailor.lint.own import Own
from resume_tailor.lint.rule import Context, Scope
from resume_tailor.lint.rules import ALL
from resume_tailor.lint.subjects import Line, Project, Section, Sent, Whole, projects_of
from resume_tailor.pipeline import try_profile
from resume_tailor.problems import Place
from resume_tailor.select import select

DAY = dt.date(2026, 11, 23)
CONTEXT = Context(DAY, checks.lexicon(Own()))
BASE = """\
basics: {name: 한지원}
work:
- id: moa
  name: {ko: 모아드라이브, en: Moadrive}
  highlights: [{id: moa.fare, text: {ko: 요금 실험, en: Fare tests}}]
projects:
- id: titanic
  name: {ko: 타이타닉 생존자 예측, en: Titanic survival}
  why: {ko: 배우기 위해, en: to learn}
  highlights:
  - {id: titanic.model, text: Kaggle 타이타닉 데이터로 생존자 예측}
  - {id: titanic.word, text: 대쉬보드 제작}
- id: iris
  name: 붓꽃 품종 분류
  highlights: [{id: iris.knn, text: 'iris dataset, KNN, scikit-learn으로 품종 분류'}]
- id: fleet
  name: 차량 배치
  entity: Moadrive
  highlights: [{id: fleet.base, text: 타이타닉 데이터를 예제로 쓴 사내 교육}]
"""


def profile(source, over=BASE):
    """A profile and what is said about it."""
    layer = reading(source, PROFILE)
    found, problems = try_profile("acme", [layer], base(over)[0])
    return found, told(problems, [layer])


# --- what the rules see ---


def seen(over=BASE):
    return [(p.item, p.lang, p.title, [line.text for line in p.lines]) for p in projects_of(base(over)[0].resume)]


def test_a_project_is_one_a_language_and_what_has_none_belongs_to_each():
    model, word = "Kaggle 타이타닉 데이터로 생존자 예측", "대쉬보드 제작"
    assert seen()[:3] == [
        ("titanic", "ko", "타이타닉 생존자 예측", ["배우기 위해", model, word]),
        ("titanic", "en", "Titanic survival", ["to learn", model, word]),
        ("iris", "ko", "붓꽃 품종 분류", ["iris dataset, KNN, scikit-learn으로 품종 분류"]),
    ]


def test_a_project_for_an_employer_of_work_knows_it_in_any_language():
    assert {p.item: p.employer for p in projects_of(base(BASE)[0].resume)} == {
        "titanic": "",
        "iris": "",
        "fleet": "Moadrive",
    }


def test_work_for_an_employer_is_never_called_an_exercise():
    def flagged(over):
        found = run(ALL[:3], checks.base_subjects(base(over)[0].resume), CONTEXT)
        return [one.finding.item for one in found]

    assert flagged(BASE) == ["titanic", "iris"]
    assert "iris" not in flagged(
        BASE.replace("  name: 붓꽃 품종 분류", "  name: 붓꽃 품종 분류\n  entity: 모아드라이브")
    )
    assert "iris" in flagged(BASE.replace("  name: 붓꽃 품종 분류", "  name: 붓꽃 품종 분류\n  entity: 다른 곳"))


def test_a_finding_in_two_languages_is_told_once():
    found = list(run(ALL[:1], checks.base_subjects(base(BASE)[0].resume), CONTEXT))
    assert [one.finding.item for one in found] == ["titanic", "iris"]


@pytest.mark.parametrize(("lang", "fare"), [("ko", "요금 실험"), ("en", "Fare tests")])
def test_of_what_is_sent_the_rules_see_one_language_and_all_that_has_none(lang, fare):
    found, _ = profile("drop: [iris, titanic.model]\n")
    resume = base(BASE)[0].resume
    selection = select(resume, found)
    subjects = list(checks.sent_subjects(Sent(resume, found, selection, lang, "")))
    assert {type(subject) for subject in subjects} == {Project, Line, Section, Whole, Sent}
    lines = [subject for subject in subjects if isinstance(subject, Line)]
    assert [line.item for line in lines] == ["moa.fare", "titanic", "titanic.word", "fleet.base"]
    assert lines[0].text == fare
    assert [(p.item, p.lang) for p in subjects if isinstance(p, Project)] == [("titanic", lang), ("fleet", lang)]


# --- what is let pass ---


def test_an_entrys_wish_is_for_its_bullets_and_a_bullets_for_itself():
    over = BASE.replace("- id: titanic\n", "- id: titanic\n  lint: {allow: {misspelling: 원문}}\n")
    over = over.replace("{id: iris.knn,", "{id: iris.knn, lint: {allow: {cliche: 원문}},")
    wishes = list(checks.allows(base(over)[0].resume, None, {}))
    assert [(wish.rule, wish.reason, sorted(wish.items)) for wish in wishes] == [
        ("misspelling", "원문", ["titanic", "titanic.model", "titanic.word"]),
        ("cliche", "원문", ["iris.knn"]),
    ]


def test_wishes_that_cannot_be_granted_are_told():
    here = Place("a.md", 1, 1)
    wishes = [Allow("gpa", "쉼", here), Allow("gap", " ", here), Allow("gap", "쉼", here)]
    assert [(p.rule, p.message) for p in checks.wrong_allows(wishes, [rule.name for rule in ALL])] == [
        ("unknown-rule", "no rule 'gpa' (did you mean 'gap'?)"),
        ("missing-reason", "'gap' is allowed without a reason"),
    ]


def test_only_wishes_that_are_watched_are_called_unused():
    here = Place("a.md", 1, 1)
    wishes = [Allow("gap", "쉼", here), Allow("cliche", "말", here)]
    looked = [rule for rule in ALL if rule.name == "gap"]
    problems = checks.settle([], wishes, checks.watched(wishes, looked), "ko")
    assert [(p.rule, p.message) for p in problems] == [("unused-allow", "'gap' is allowed here, but nothing breaks it")]


# --- drop_flagged ---


def dropped(source, over=BASE):
    found, problems = profile(source, over)
    assert problems == ""
    decided = {d.id: (d.reason, d.place) for d in select(base(over)[0].resume, found).decisions if not d.kept}
    return {name: (reason, str(place)) for name, (reason, place) in decided.items()}


def test_what_a_rule_flags_goes_for_the_line_of_the_profile_that_names_it():
    because = ("drop_flagged: public-dataset", f"{PROFILE}:2:3")
    gone = dropped("drop_flagged:\n- public-dataset\n")
    assert {name: gone.get(name) for name in ("titanic", "iris")} == {"titanic": because, "iris": because}
    assert "fleet" not in gone


def test_a_rule_about_lines_takes_the_line_alone():
    gone = dropped("drop_flagged: [misspelling]\n")
    assert gone == {"titanic.word": ("drop_flagged: misspelling", f"{PROFILE}:1:16")}


def test_the_first_rule_that_flags_an_item_is_the_reason():
    gone = dropped("drop_flagged: [missing-outcome, public-dataset]\n")
    assert gone["iris"][0] == "drop_flagged: missing-outcome"
    gone = dropped("drop_flagged: [public-dataset, missing-outcome]\n")
    assert gone["iris"][0] == "drop_flagged: public-dataset"


def test_what_is_pinned_or_let_pass_stays():
    assert "titanic" not in dropped("drop_flagged: [public-dataset]\npin: [titanic]\n")
    assert "titanic" not in dropped("drop_flagged: [public-dataset]\nlint: {allow: {public-dataset: 까닭}}\n")
    over = BASE.replace("- id: titanic\n", "- id: titanic\n  lint: {allow: {public-dataset: 까닭}}\n")
    assert set(dropped("drop_flagged: [public-dataset]\n", over)) >= {"iris"}
    assert "titanic" not in dropped("drop_flagged: [public-dataset]\n", over)


def test_a_rule_that_cannot_drop_is_an_error_at_its_word():
    found, problems = profile("drop_flagged:\n- public-datset\n- gap\n- misspelling\n")
    assert set(found.flagged) == {"titanic.word"}
    assert problems == (
        f"{PROFILE}:2:3: error: drop_flagged: no rule 'public-datset' (did you mean 'public-dataset'?) [unknown-rule]\n"
        "    - public-datset\n      ^\n  = `resume lint --rules` lists them\n"
        f"{PROFILE}:3:3: error: drop_flagged: 'gap' is about more than one item, so it cannot say which one to drop "
        "[unknown-rule]\n    - gap\n      ^\n  = name rules about a project or a line"
    )


@pytest.mark.parametrize(
    "rule", [rule for rule in ALL if rule.scope in {Scope.PROJECT, Scope.LINE}], ids=lambda r: r.name
)
def test_every_rule_about_a_project_or_a_line_can_drop(rule):
    assert profile(f"drop_flagged: [{rule.name}]\n")[1] == ""


def test_ones_own_rules_drop_too():
    own = replace(next(rule for rule in ALL if rule.name == "misspelling"), name="our-words")
    layer = reading("drop_flagged: [our-words]\n", PROFILE)
    found, problems = try_profile("acme", [layer], replace(base(BASE)[0], own=Own((), (own,))))
    assert (set(found.flagged), problems) == ({"titanic.word"}, [])

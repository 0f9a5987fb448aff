"""Which texts of the base carry a word, and what would bring each onto the page."""

from dataclasses import replace

import pytest
from makers import HERE, bullet, entry, mark, profile, resume, text, words

from resume_tailor import carriers
from resume_tailor.budget import Step as Taken
from resume_tailor.budget import without
from resume_tailor.keywords import Aliases
from resume_tailor.model import Reword, Text
from resume_tailor.select import select

NONE = Aliases()


def both(ko: str, en: str) -> Text:
    return Text(HERE, ko=ko, en=en)


def found(base, word, lang="ko"):
    """What carries a word, shortly: `a.b said`, `a wording short`, `a said summary en`."""
    return [
        " ".join(filter(None, (c.id, c.how, c.name, c.lang))) for c in carriers.find(base, [word], lang, NONE)[word]
    ]


def ways(base, wishes, word, lang="ko", selection=None):
    """The ways to bring a word in: `pin: [a]`."""
    decisions = {d.id: d for d in (selection or select(base, wishes)).decisions}
    return [way.words for way in carriers.ways(carriers.find(base, [word], lang, NONE)[word], wishes, decisions)]


# --- who carries it ---


def test_every_text_of_an_item_is_looked_at_bullets_before_their_entry():
    item = replace(bullet("a.b", "SQL로 집계", other="SQL 두 줄"), facts=(text("SQL 30만 행"),))
    base = resume(replace(entry("a", bullets=[item], outcome="SQL"), lists={"keywords": (text("R"), text("SQL"))}))
    assert found(base, "SQL") == ["a.b said", "a.b wording other", "a.b fact", "a said outcome", "a said keywords"]
    (_, _, _, outcome, _) = carriers.find(base, ["SQL"], "ko", NONE)["SQL"]
    assert outcome == carriers.Carrier("a", "a", "projects", "said", "outcome", "SQL", HERE)


def test_keys_that_we_do_not_know_are_the_users_words_too():
    base = resume(replace(entry("a"), extras=(("tools", text("Redash")),)))
    assert found(base, "Redash") == ["a said tools"]


def test_what_only_the_other_language_says_is_told_with_it():
    base = resume(replace(entry("a"), texts={"name": both("수요 예측", "Demand forecasting")}))
    assert found(base, "수요 예측", "ko") == ["a said name"]
    assert found(base, "수요 예측", "en") == ["a said name ko"]


def test_basics_carry_words_too():
    base = resume()
    base = replace(base, basics=replace(base.basics, location={"city": text("서울")}, email="jiwon@python.org"))
    assert found(base, "서울") == ["basics said city"]
    assert found(base, "python") == ["basics said email"]
    assert found(base, "데이터 분석가") == ["basics said label"]


def test_each_word_has_its_own_and_none_has_none():
    base = resume(entry("a", name="SQL"), entry("b", name="R 언어"))
    held = carriers.find(base, ["R 언어", "SQL", "Go"], "ko", NONE)
    assert {word: [one.id for one in ones] for word, ones in held.items()} == {"R 언어": ["b"], "SQL": ["a"], "Go": []}
    assert carriers.find(base, [], "ko", NONE) == {}


# --- how it comes in ---


@pytest.mark.parametrize(
    ("wishes", "way"),
    [
        ({"drop": words(3, "a")}, "take a out of drop"),
        ({"drop": words(3, "a.b")}, "take a.b out of drop"),
        ({"sections": words(3, "work")}, "add projects to sections"),
        ({"sections": words(3, "work"), "drop": words(4, "a")}, "add projects to sections, then take a out of drop"),
        ({"exclude": words(3, "nlp")}, "pin: [a.b]"),
        ({"pin": words(3, "z"), "limits": {"projects": mark(1, 4)}}, "add a.b to pin"),
        ({"use": {"a.b": mark("short", 3)}}, "take a.b out of use"),
        ({"reword": {"a.b": Reword(text("SQL로 집계"), text("집계"))}}, "take a.b out of reword"),
        (
            {"exclude": words(3, "nlp"), "use": {"a.b": mark("short", 4)}},
            "pin: [a.b], then take a.b out of use",
        ),
    ],
)
def test_each_reason_to_be_left_out_has_its_edit(wishes, way):
    item = bullet("a.b", "SQL로 집계", tags=["nlp"], short="집계")
    base = resume(entry("z"), entry("a", bullets=[item]))
    assert ways(base, profile(**wishes), "SQL") == [way]


def test_what_is_off_by_default_is_listed_and_not_pinned():
    base = resume(entry("army", "military", name="통신병"))
    assert ways(base, profile(), "통신병") == ["add military to sections"]


@pytest.mark.parametrize(
    ("wishes", "way"),
    [
        ({}, "use: {a.b: long}"),
        ({"use": {"a.b": mark("short", 3)}}, "use: {a.b: long}"),
        (
            {"reword": {"a.b": Reword(text("집계"), text("집계함"))}},
            "take a.b out of reword, then use: {a.b: long}",
        ),
        ({"drop": words(3, "a")}, "take a out of drop, then use: {a.b: long}"),
    ],
)
def test_another_wording_is_chosen(wishes, way):
    base = resume(entry("a", bullets=[bullet("a.b", "집계", long="SQL로 집계", short="집계")]))
    assert ways(base, profile(**wishes), "SQL") == [way]


def test_a_fact_may_be_drawn_on_and_the_other_language_says_how():
    with_fact = replace(bullet("a.b", "집계"), facts=(text("SQL"),))
    base = resume(entry("a", bullets=[with_fact]))
    assert ways(base, profile(), "SQL") == ["reword it with its fact (resume/base.yaml:1)"]
    base = resume(entry("a", bullets=[replace(bullet("a.b"), text=both("집계", "SQL"))]))
    assert ways(base, profile(), "SQL") == ["see that its Korean says it too (resume/base.yaml:1)"]


def test_another_wording_in_the_other_language_needs_both():
    base = resume(entry("a", bullets=[replace(bullet("a.b", "집계"), alt={"ml": both("집계", "SQL")})]))
    expected = "see that its Korean says it too (resume/base.yaml:1), then use: {a.b: ml}"
    assert ways(base, profile(), "SQL") == [expected]


def test_what_no_page_prints_has_to_be_said_elsewhere():
    linked = resume(entry("a", url="https://python.org"))
    expected = "say it elsewhere in it, as the page does not show its url (resume/base.yaml:1)"
    assert ways(linked, profile(), "python") == [expected]
    assert ways(linked, profile(drop=words(3, "a")), "python") == [f"take a out of drop, then {expected}"]


@pytest.mark.parametrize(
    ("part", "hidden", "way"),
    [
        ("city", {"location"}, "privacy: {location: show}"),
        ("address", {"address"}, "privacy: {address: show}"),
        ("address", {"address", "location"}, "privacy: {address: show}, then privacy: {location: show}"),
    ],
)
def test_what_privacy_hides_is_shown_by_privacy(part, hidden, way):
    base = resume()
    base = replace(base, basics=replace(base.basics, location={part: text("서울")}))
    assert ways(base, profile(hidden=frozenset(hidden)), "서울") == [way]


def test_a_job_that_was_shrunk_to_one_line_needs_more_pages():
    base = resume(entry("job", "work", summary="SQL 담당"))
    wishes = profile(limits={"pages": mark(1, 9)})
    selection = without(select(base, wishes), (Taken("job", "as one line", 1, shrink=True),), wishes.limits["pages"])
    assert ways(base, wishes, "SQL", selection=selection) == ["raise limits.pages"]


def test_the_easiest_way_comes_first_and_what_was_dropped_by_name_last():
    base = resume(
        entry("dropped", name="SQL"),
        entry("capped", name="SQL 하나", tags=["nlp"]),
        entry(
            "kept", bullets=[bullet("kept.other", "집계", long="SQL 둘"), bullet("kept.own", "집계", long="SQL", b="b")]
        ),
    )
    wishes = profile(drop=words(3, "dropped"), exclude=words(4, "nlp"), use={"kept.own": mark("b", 5)})
    assert ways(base, wishes, "SQL") == [
        "use: {kept.other: long}",
        "pin: [capped]",
        "use: {kept.own: long}",  # another wording was chosen for this company
        "take dropped out of drop",
    ]


def test_an_entry_that_is_not_there_comes_in_whole():
    base = resume(entry("a", bullets=[bullet("a.b", "SQL"), bullet("a.c", "SQL")], outcome="SQL"), entry("b"))
    wishes = profile(pin=words(2, "b"), limits={"projects": mark(1, 3)})
    (way,) = carriers.ways(
        carriers.find(base, ["SQL"], "ko", NONE)["SQL"], wishes, {d.id: d for d in select(base, wishes).decisions}
    )
    assert (way.words, way.decision.id, way.decision.reason.split(" (")[0]) == (
        "add a to pin",
        "a",
        "limits.projects=1",
    )


def test_a_bullet_of_an_entry_that_went_tells_why_the_entry_went():
    base = resume(entry("a", bullets=[bullet("a.b", "SQL")], tags=["nlp"]))
    wishes = profile(exclude=words(3, "nlp"))
    decisions = {d.id: d for d in select(base, wishes).decisions}
    (way,) = carriers.ways(carriers.find(base, ["SQL"], "ko", NONE)["SQL"], wishes, decisions)
    assert (way.words, way.decision.id, way.decision.reason) == ("pin: [a.b]", "a", "exclude: nlp")


def test_the_workspaces_aliases_lie_over_the_shipped_ones():
    aliases = carriers.aliases_of(profile(synonyms={"디스패치": ("배차 간격",)}))
    assert aliases.canonical("배차 간격") == "디스패치"
    assert "A/B 테스트" in aliases.forms("AB test")

"""Wordings by hand: which text is replaced, and when a rewording is stale."""

from dataclasses import replace

import pytest
from makers import HERE, bullet, entry, mark, profile, resume, text

from resume_tailor.fields import Report
from resume_tailor.model import Reword, Text
from resume_tailor.rewording import check_rewordings, held, replaced, worded


def both(ko: str, en: str) -> Text:
    return Text(HERE, ko=ko, en=en)


@pytest.mark.parametrize(
    ("base", "was", "new", "wanted"),
    [
        (text("예측"), text("예측"), text("예보"), text("예보")),
        (text("예측 모델"), text("예측\n  모델"), text("예보"), text("예보")),
        (both("예측", "Forecast"), text("예측"), text("예보"), both("예보", "Forecast")),
        (both("예측", "Forecast"), text("Forecast"), text("Foresight"), both("예측", "Foresight")),
        (both("예측", "Forecast"), both("예측", "Forecast"), both("예보", "Foresight"), both("예보", "Foresight")),
        (both("예측", "Forecast"), Text(HERE, en="Forecast"), Text(HERE, en="Foresight"), both("예측", "Foresight")),
    ],
)
def test_the_language_that_was_names_is_replaced_and_the_other_stays(base, was, new, wanted):
    assert replaced(base, Reword(was, new)) == wanted


@pytest.mark.parametrize("was", [text("다른 말"), text("예"), both("예측", "Another"), Text(HERE, en="Another")])
def test_what_the_base_does_not_say_any_more_is_stale(was):
    assert replaced(both("예측", "Forecast"), Reword(was, text("새 말"))) is None


def test_use_comes_first_and_reword_works_on_what_it_chose():
    item = bullet("job.a", "원래", short="짧게")
    wishes = profile(use={"job.a": mark("short", 3)}, reword={"job.a": Reword(text("짧게"), text("더 짧게"))})
    assert worded(item, wishes) == text("더 짧게")


def test_a_line_of_a_job_may_name_its_employer():
    job = entry("모아드라이브", "work", [bullet("job.a", "요금 실험")])
    assert held(job.bullets[0], job) == ("요금 실험", "모아드라이브")


def told(base, **rewords):
    report = Report(strict=True)
    check_rewordings(profile(reword=rewords), base, report)
    return [(problem.rule, problem.message) for problem in report.problems]


def test_a_rewording_is_checked_against_the_base():
    base = resume(entry("job", "work", [bullet("a", "대기 30% 감소")]))
    assert told(base, a=Reword(text("대기 30% 감소"), text("대기를 30% 줄임"))) == []
    assert told(base, a=Reword(text("대기 20% 감소"), text("대기를 30% 줄임"))) == [
        ("stale-was", "reword: the base's text of 'a' is not what 'was' says")
    ]
    assert told(base, b=Reword(text("x"), text("y")))[0][0] == "unknown-id"
    assert told(base, job=Reword(text("x"), text("y"))) == [("stale-was", "reword: 'job' has no text to reword")]
    assert [rule for rule, _ in told(base, a=Reword(text("대기 30% 감소"), text("대기 40% 감소")))] == [
        "guard-percentage"
    ]


def all_told(base, **rewords):
    report = Report(strict=True)
    check_rewordings(profile(reword=rewords), base, report)
    return [(problem.rule, problem.message, problem.hint) for problem in report.problems]


def test_every_unknown_item_is_told_with_a_way_on():
    base = resume(entry("job", "work", [bullet("job.a", "대기 감소")]))
    wish = Reword(text("x"), text("y"))
    hint = "`resume explain` lists the ids"
    assert all_told(base, **{"job.aa": wish, "zzz": wish}) == [
        ("unknown-id", "reword: no item of the base has the id 'job.aa' (did you mean 'job.a'?)", hint),
        ("unknown-id", "reword: no item of the base has the id 'zzz'", hint),
    ]


def test_a_stale_rewording_is_told_with_what_the_base_says_now():
    item = replace(bullet("a", ""), text=both("예측", "Forecast"))
    assert all_told(resume(entry("job", "work", [item])), a=Reword(text("예보"), text("새 말"))) == [
        ("stale-was", "reword: the base's text of 'a' is not what 'was' says", "it is now: 예측 / Forecast")
    ]


def test_a_fact_of_an_item_may_be_said_and_an_entry_has_none():
    item = replace(bullet("a", "대기 감소"), facts=(text("대기 40% 감소"),))
    job = entry("job", "work", [item])
    assert held(item, job) == ("대기 감소", "대기 40% 감소", "job")
    assert told(resume(job), a=Reword(text("대기 감소"), text("대기 40% 감소"))) == []


def test_without_a_wish_or_a_text_there_is_nothing_to_replace():
    item = bullet("a", "원래")
    assert worded(item, profile()) == text("원래")
    assert worded(entry("job", "work", []), profile(reword={"job": Reword(text("x"), text("y"))})) is None
    assert worded(item, profile(reword={"a": Reword(text("다른 말"), text("y"))})) == text("원래")

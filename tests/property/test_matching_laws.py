"""The laws of matching, on real pages of any base and any profile that fits it."""

import datetime as dt
from dataclasses import replace

from example import REPOSITORY
from hypothesis import given
from hypothesis import strategies as st
from laws import examples
from makers import HERE, resumes_with_profiles, text, words

from resume_tailor import carriers, pipeline, textlayer
from resume_tailor.keywords import carried
from resume_tailor.lint.careers import written
from resume_tailor.matching import LEFT_OUT, NOWHERE, ON, VERDICTS, match, wanted
from resume_tailor.model import Bullet, Marked, Profile, Resume, Text
from resume_tailor.problems import Place
from resume_tailor.schema import name_key
from resume_tailor.workspace import Workspace

CLASSIC, _ = Workspace(REPOSITORY).template("classic", Place(""))
ASKED = (
    *("SQL", "수요 예측", "A/B 테스트", "온라인 실험", "지표", "회의록", "Python", "파이썬"),
    *("다른 말", "한지원", "프로젝트", "수상", "Spark", "e1", "demand forecasting", "Kubernetes"),
)
_SPARE = st.sampled_from([text("Spark로 집계"), text("Python"), Text(HERE, ko="지표", en="Demand forecasting")])

many = examples(100)


@st.composite
def cases(draw) -> tuple[Resume, Profile, str]:
    """A base with facts and texts in two languages, a profile that fits it, and a language."""
    base, wishes = draw(resumes_with_profiles())
    changed = {}
    for bullet in (item for item in base.items() if isinstance(item, Bullet)):
        if draw(st.integers(0, 3)) == 0:
            changed[bullet.id] = replace(bullet, text=draw(_SPARE), facts=(draw(_SPARE),))
    sections = {
        name: tuple(replace(e, bullets=tuple(changed.get(b.id, b) for b in e.bullets)) for e in entries)
        for name, entries in base.sections.items()
    }
    asked = draw(st.lists(st.sampled_from(ASKED), unique=True, min_size=1))
    return (
        replace(base, sections=sections),
        replace(wishes, keywords=words(20, *asked)),
        draw(st.sampled_from(["ko", "en"])),
    )


def drawn(base, wishes, lang):
    return pipeline.draw(base, wishes, CLASSIC, lang=lang, today=dt.date(2026, 11, 23))


def judged(base, wishes, lang):
    page = drawn(base, wishes, lang)
    return page, match(wanted(wishes), textlayer.visible_texts(page.html), base, wishes, page.selection, lang)


@many
@given(cases())
def test_each_keyword_gets_one_verdict_and_the_verdict_is_true(case):
    base, wishes, lang = case
    page, matches = judged(base, wishes, lang)
    aliases = carriers.aliases_of(wishes)
    lines = textlayer.visible_text(page.html).split("\n")
    held = [one.text for one in written(base)]
    assert [one.wanted for one in matches.found] == list(wanted(wishes))
    for one in matches.found:
        on_page = bool(carried([one.wanted.word], lines, aliases))
        in_base = bool(carried([one.wanted.word], held, aliases))
        assert one.verdict in VERDICTS
        assert (one.verdict == ON) == on_page == bool(one.where)
        assert (one.verdict == LEFT_OUT) == bool(one.ways)
        assert (one.verdict == NOWHERE) == (not on_page and not in_base)
    assert sum(count.of for count in matches.sections) == matches.overall.of == len(matches.found)
    assert sum(count.on for count in matches.sections) == matches.overall.on


def done(wishes: Profile, way: carriers.Way) -> Profile:
    """The profile after the edits of a way. The item is pinned too: in other words it may rank below a cap."""
    undone = {step.item for step in way.steps if step.do == carriers.UNWORD}
    use = {name: mark for name, mark in wishes.use.items() if name not in undone}
    use |= {step.item: Marked(step.name, HERE) for step in way.steps if step.do == carriers.USE}
    return replace(wishes, pin=(*wishes.pin, Marked(way.carrier.id, HERE)), use=use)


@many
@given(cases())
def test_who_pins_and_chooses_as_told_finds_the_word_on_the_page(case):
    base, wishes, lang = case
    _, matches = judged(base, wishes, lang)
    for one in matches.of(LEFT_OUT):
        for way in one.ways:
            printed = way.carrier.name != "name" or name_key(way.carrier.section) == "name"
            if printed and {step.do for step in way.steps} <= {carriers.PIN, carriers.USE, carriers.UNWORD}:
                page = drawn(base, done(wishes, way), lang)
                texts = textlayer.visible_texts(page.html)
                assert carried([one.wanted.word], texts[way.carrier.id].split("\n"), carriers.aliases_of(wishes))

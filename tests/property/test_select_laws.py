"""The laws of tailoring (DESIGN §4), for any resume and any profile that fits it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from laws import examples
from makers import entry, profile, resumes, resumes_with_profiles

from resume_tailor.model import OFF_BY_DEFAULT, SECTIONS, Resume
from resume_tailor.select import RANKED_SECTIONS, Selection, select

many = examples(300)


def shown(selection: Selection) -> Resume:
    """The selection as a base of its own."""
    return dict(selection.sections)


@many
@given(resumes_with_profiles())
def test_every_item_is_decided_exactly_once_in_the_order_of_the_base(case):
    base, wishes = case
    decisions = select(base, wishes).decisions
    assert [d.id for d in decisions] == [item.id for item in base.items()]


@many
@given(resumes_with_profiles())
def test_what_is_decided_as_kept_is_what_is_shown(case):
    selection = select(*case)
    assert sorted(selection.kept_ids()) == sorted(d.id for d in selection.decisions if d.kept)


@many
@given(resumes())
def test_an_empty_profile_keeps_everything_in_order(base):
    selection = select(base, profile())
    wanted = [item.id for item in base.items()]
    hidden = {item.id for e in base.entries() if e.section in OFF_BY_DEFAULT for item in e.items()}
    assert list(selection.kept_ids()) == [i for i in wanted if i not in hidden]


@many
@given(resumes_with_profiles())
def test_selecting_twice_changes_nothing(case):
    base, wishes = case
    once = select(base, wishes)
    left = replace(base, sections=shown(once))
    kept = {item.id for item in left.items()}
    names = replace(
        wishes,
        pin=tuple(w for w in wishes.pin if w.value in kept),
        drop=(),
        use={key: value for key, value in wishes.use.items() if key in kept},
    )
    assert select(left, names).sections == once.sections


@many
@given(resumes_with_profiles(), st.sampled_from(["work", "projects", "skills", "education"]))
def test_adding_an_unrelated_item_never_reorders_the_others(case, section):
    base, wishes = case
    wishes = replace(wishes, limits={})
    more = replace(base, sections={**base.sections, section: (*base.sections.get(section, ()), entry("new", section))})
    before = select(base, wishes).kept_ids()
    after = select(more, wishes).kept_ids()
    assert tuple(i for i in after if i != "new") == before


@many
@given(resumes_with_profiles())
def test_pinned_items_stay_and_dropped_ones_go(case):
    base, wishes = case
    kept = set(select(base, wishes).kept_ids())
    off = set() if wishes.sections else OFF_BY_DEFAULT
    for entry_ in base.entries():
        for item in entry_.items():
            if item.id in {w.value for w in wishes.drop}:
                assert item.id not in kept
            elif item.id in {w.value for w in wishes.pin} and entry_.section not in off:
                assert {item.id, entry_.id} <= kept


@many
@given(resumes_with_profiles())
def test_untagged_items_are_never_excluded(case):
    base, wishes = case
    tagless = {item.id for item in base.items() if not item.tags}
    for decision in select(base, wishes).decisions:
        if decision.id in tagless:
            assert not decision.reason.startswith(("exclude", "include"))


@many
@given(resumes_with_profiles())
def test_no_cap_is_passed_but_by_pinned_items(case):
    base, wishes = case
    pinned = {w.value for w in wishes.pin}
    for section, entries in select(base, wishes).sections:
        limit = wishes.limits.get(section)
        if limit:
            free = [e for e in entries if not {i.id for i in base_items(base, e.id)} & pinned]
            assert len(free) <= limit.value
        per_entry = wishes.limits.get("bullets_per_entry")
        for kept in entries if per_entry else ():
            assert len([b for b in kept.bullets if b.id not in pinned]) <= per_entry.value


def base_items(base, id_):
    return next(e for e in base.entries() if e.id == id_).items()


@many
@given(resumes_with_profiles())
def test_jobs_and_schools_keep_the_order_of_the_base(case):
    base, wishes = case
    order = [e.id for e in base.entries()]
    for section, entries in select(base, wishes).sections:
        if section not in RANKED_SECTIONS:
            assert [e.id for e in entries] == sorted((e.id for e in entries), key=order.index)


@many
@given(resumes_with_profiles())
def test_sections_stand_as_the_profile_lists_them(case):
    base, wishes = case
    names = [name for name, _ in select(base, wishes).sections]
    order = [w.value for w in wishes.sections] or list(SECTIONS)
    assert names == sorted(names, key=order.index)


@many
@given(resumes_with_profiles())
def test_no_text_is_shown_that_the_base_does_not_hold(case):
    base, wishes = case
    held = {t for item in base.items() for t in _all_texts(item)}
    for _, entries in select(base, wishes).sections:
        for entry_ in entries:
            for item in entry_.items():
                assert set(_shown_texts(item)) <= held


def _shown_texts(item):
    return [item.text] if hasattr(item, "text") else list(item.all_texts())


def _all_texts(item):
    return [*_shown_texts(item), *item.alt.values()]


@many
@given(resumes_with_profiles())
def test_every_drop_names_a_line_of_the_profile_unless_the_section_is_off_by_default(case):
    base, wishes = case
    for decision in select(base, wishes).decisions:
        if not decision.kept and not (decision.section in OFF_BY_DEFAULT and not wishes.sections):
            assert decision.place is not None
            assert decision.place.path == "companies/acme.yaml"

"""The laws of comparing, for any base and any two profiles that fit it; and of the advice on how an item comes in."""

from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws import examples
from makers import KEYWORDS, TAGS, bullet, entry, mark, profile, resume, resumes, resumes_with_profiles, words

from resume_tailor.commands.story import Teller
from resume_tailor.compare import compare, word_marks
from resume_tailor.likeness import likeness, matrix, sameness
from resume_tailor.model import Resume
from resume_tailor.select import Selection, select

many = examples(200)

_sections = st.lists(st.sampled_from(["work", "projects", "skills", "education"]), unique=True, max_size=4)
_limits = st.dictionaries(st.sampled_from(["bullets_per_entry", "projects", "work"]), st.integers(1, 3), max_size=2)


@st.composite
def two_of_one_base(draw) -> tuple[Resume, Selection, Selection]:
    """A base and two selections of it."""
    base, wishes = draw(resumes_with_profiles())
    ids = [item.id for item in base.items()]
    bullets = [id_ for id_ in ids if "." in id_]
    used = st.lists(st.sampled_from(bullets), unique=True, max_size=2) if bullets else st.just([])
    other = profile(
        focus=words(10, *draw(st.lists(st.sampled_from(TAGS), unique=True))),
        keywords=words(20, *draw(st.lists(st.sampled_from(KEYWORDS), unique=True))),
        sections=words(50, *draw(_sections)),
        drop=words(70, *draw(st.lists(st.sampled_from(ids), unique=True, max_size=4))),
        limits={key: mark(value, 80) for key, value in draw(_limits).items()},
        use={key: mark("other", 90) for key in draw(used)},
    )
    return base, select(base, wishes), select(base, other)


def lists_of(selection: Selection) -> dict[str, list[str]]:
    """The lists in which something may move: sections, entries of a section, bullets of an entry."""
    lists = {"": [name for name, _ in selection.sections]}
    for name, entries in selection.sections:
        lists[f"section {name}"] = [e.id for e in entries]
        lists |= {e.id: [b.id for b in e.bullets] for e in entries}
    return lists


def is_in(needle: list[str], hay: list[str]) -> bool:
    """Whether all stand in the same order."""
    rest = iter(hay)
    return all(name in rest for name in needle)


# --- the difference ---


@many
@given(two_of_one_base())
def test_what_only_one_shows_is_what_the_other_dropped(case):
    base, a, b = case
    found = compare(a, b, base)
    assert {c.id for c in found.only_a} == set(a.kept_ids()) - set(b.kept_ids())
    assert {c.id for c in found.only_b} == set(b.kept_ids()) - set(a.kept_ids())
    for side, other in ((found.only_a, b), (found.only_b, a)):
        decided = {d.id: (d.kept, d.stage, d.reason, d.place) for d in other.decisions}
        assert all((False, c.stage, c.reason, c.place) == decided[c.id] for c in side)


@many
@given(two_of_one_base())
def test_without_what_moved_both_orders_are_one_and_with_any_of_it_they_are_not(case):
    base, a, b = case
    found = compare(a, b, base)
    moved = {(c.kind, c.id) for c in (*found.moved, *found.sections)}
    before, after = lists_of(a), lists_of(b)
    for key in set(before) & set(after):
        kind = "entry" if key.startswith("section ") else "bullet" if key else "section"
        common = [name for name in before[key] if name in after[key]]
        still = [name for name in common if (kind, name) not in moved]
        assert is_in(still, after[key])
        for more in combinations(common, len(still) + 1):  # nor could fewer be said to have moved
            assert not is_in(list(more), after[key])


@many
@given(two_of_one_base())
def test_places_are_where_the_reader_finds_them(case):
    base, a, b = case
    for move in compare(a, b, base).moved:
        key = move.home if move.kind == "bullet" else f"section {move.section}"
        was, now = lists_of(a)[key], lists_of(b)[key]
        assert was[move.before - 1] == now[move.after - 1] == move.id
        assert move.follows == (now[move.after - 2] if move.after > 1 else "")


@many
@given(two_of_one_base())
def test_looking_from_the_other_side_turns_everything_round(case):
    base, a, b = case
    there, back = compare(a, b, base), compare(b, a, base)
    assert (there.only_a, there.only_b) == (back.only_b, back.only_a)
    assert len(there.moved) == len(back.moved)
    assert len(there.sections) == len(back.sections)
    assert {(c.id, c.before.any, c.after.any) for c in there.reworded} == {
        (c.id, c.after.any, c.before.any) for c in back.reworded
    }


@many
@given(resumes_with_profiles())
def test_nothing_tells_a_resume_from_itself(case):
    selection = select(*case)
    assert not compare(selection, selection, case[0])


_texts = st.lists(st.sampled_from(["수요", "예측", "31%→22%", "A/B", "–", "로", "b"]), max_size=8).map(" ".join)


@many
@given(_texts, _texts)
def test_marks_lose_no_word_and_what_is_unmarked_in_both_is_the_same(before, after):
    old, new = word_marks(before, after)
    assert " ".join(piece.words for piece in old) == before
    assert " ".join(piece.words for piece in new) == after
    if any(piece.changed for piece in (*old, *new)):
        kept = [" ".join(piece.words for piece in text if not piece.changed) for text in (old, new)]
        assert kept[0] == kept[1]


# --- the figure ---


@many
@given(two_of_one_base())
def test_sameness_lies_between_0_and_1_and_is_the_same_from_both_sides(case):
    _, a, b = case
    assert 0 <= sameness(a, b) <= 1
    assert sameness(a, b) == sameness(b, a)
    assert matrix({"a": likeness("a", a), "b": likeness("b", b)}) == [[1, sameness(a, b)], [sameness(b, a), 1]]


def lines_of(selection: Selection) -> list[tuple[str, tuple[str, ...], int]]:
    """Id, texts and words of each line that counts; the bases here have a name and bullets, in one language."""
    lines = []
    for section, entries in selection.sections:
        for e in entries:
            names = () if section in {"work", "education"} else (e.texts["name"].any,)
            lines += [(e.id, names, sum(len(name.split()) for name in names))]
            lines += [(b.id, (b.text.any,), len(b.text.any.split())) for b in e.bullets]
    return lines


def common_words(a, b) -> int:
    """The most words of lines in the same order and wording, by the textbook's table."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, k in product(range(len(a)), range(len(b))):
        both = table[i][k] + a[i][2] if a[i] == b[k] else 0
        table[i + 1][k + 1] = max(table[i][k + 1], table[i + 1][k], both)
    return table[-1][-1]


@many
@given(two_of_one_base())
def test_sameness_is_half_for_being_there_and_half_for_wording_and_order(case):
    a, b = (lines_of(selection) for selection in case[1:])
    whole = sum(weight for _, _, weight in (*a, *b))
    ids = {line[0] for line in a} & {line[0] for line in b}
    there = sum(weight for id_, _, weight in (*a, *b) if id_ in ids)
    expected = (there / 2 + common_words(a, b)) / whole if whole else 1
    assert sameness(*case[1:]) == pytest.approx(expected)


@many
@given(resumes_with_profiles())
def test_a_resume_is_the_same_as_itself(case):
    selection = select(*case)
    assert sameness(selection, selection) == 1


@many
@given(resumes(), resumes())
def test_resumes_with_nothing_in_common_have_no_sameness(base, other):
    strangers = resume(
        *(
            replace(e, id=f"x{e.id}", bullets=tuple(replace(b, id=f"x{b.id}") for b in e.bullets))
            for e in other.entries()
        )
    )
    pages = [select(one, profile()) for one in (base, strangers)]
    assume(any(e.section not in {"work", "education"} or e.bullets for p in pages for _, es in p.sections for e in es))
    assert sameness(*pages) == 0


@many
@given(two_of_one_base(), st.booleans(), st.sampled_from(["projects", "work", "references"]))
def test_the_same_item_added_to_both_at_the_same_end_never_lowers_sameness(case, first, section):
    _, a, b = case
    new = entry("new", section, [bullet("new.b", "two words")])

    def more(selection: Selection) -> Selection:
        rest = selection.sections
        return replace(selection, sections=((section, (new,)), *rest) if first else (*rest, (section, (new,))))

    assert sameness(more(a), more(b)) >= sameness(a, b)


@many
@given(two_of_one_base())
def test_a_line_that_one_lacks_or_words_otherwise_keeps_sameness_below_1(case):
    base, a, b = case
    found = compare(a, b, base)
    stated = {e.id for e in base.entries() if e.section in {"work", "education"}}
    if any(c.id not in stated for c in (*found.only_a, *found.only_b, *found.reworded)):
        assert sameness(a, b) < 1


# --- the advice of `explain ITEM` ---


@st.composite
def capped_bullets(draw) -> tuple[Resume, object]:
    """A base and a profile in which nothing but `bullets_per_entry` drops."""
    base, wishes = draw(resumes_with_profiles())
    cap = {"bullets_per_entry": mark(draw(st.integers(1, 3)), 80)}
    free = dict.fromkeys(("drop", "include", "exclude"), ())
    return base, replace(wishes, limits=cap, sections=words(50, *base.sections), **free)


@many
@given(capped_bullets())
def test_a_pin_or_the_named_cap_brings_a_dropped_bullet_in_at_the_named_price(case):
    base, wishes = case
    selection = select(base, wishes)
    teller = Teller("acme", "ko", base, selection, {})
    for decision in (d for d in selection.decisions if not d.kept):
        queue = teller._queue(decision.id)
        room = teller.room(decision.id, queue)
        pinned = select(base, replace(wishes, pin=(*wishes.pin, *words(66, decision.id)))).kept_ids()
        lost = [room.goes] if room.goes else []
        assert set(pinned) == {*selection.kept_ids(), decision.id} - set(lost)
        for cap, kept in ((room.needed - 1, False), (room.needed, True)):
            raised = set(select(base, replace(wishes, limits={"bullets_per_entry": mark(cap, 80)})).kept_ids())
            assert (decision.id in raised) == kept
            assert kept <= (set(room.before) <= raised)

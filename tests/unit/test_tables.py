"""What `explain` and `diff` tell together, and how a story tells what went for want of space."""

from dataclasses import replace

import pytest
from makers import bullet, entry, mark, profile, resume, words

from resume_tailor.account import Gone, causes, gone, parts, where
from resume_tailor.commands.story import Teller, check
from resume_tailor.commands.tables import cells, cut, joined, padded, width_of
from resume_tailor.problems import Place, ProblemsError
from resume_tailor.select import Selection, select

LINE = Place("companies/acme.yaml", 14, 3)

# --- columns ---


def test_hangul_takes_two_columns_whether_it_is_composed_or_in_parts():
    assert [cells(text) for text in ("abc", "한글", "\u1112\u1161\u11ab", "e\u0301", "")] == [3, 4, 2, 1, 0]


def test_a_text_is_filled_up_and_cut_by_columns():
    assert (padded("한글", 6), cut("한글날입니다", 7), cut("한글", 4), cut("ab cd", 4)) == (
        "한글  ",
        "한글날…",
        "한글",
        "ab…",
    )


def test_a_very_long_id_does_not_make_its_column_wide():
    assert (width_of(["ab", "한글", "x" * 50]), width_of(["x" * 50]), width_of([])) == (4, 0, 0)


def test_what_is_not_there_leaves_no_gap():
    assert (joined("a", "", "b"), where(None), where(LINE)) == ("a  b", "", "companies/acme.yaml:14")
    assert where(Place("--set limits.pages=1")) == "--set limits.pages=1"


# --- causes ---


@pytest.mark.parametrize("cause", ["limits.projects=4", "limits.pages=2"])
@pytest.mark.parametrize(
    "rank", ["rank 9 of 14: focus 6 (fraud), keywords 1", "rank 4 of 9 bullets: focus -, keywords 0"]
)
def test_a_rank_is_the_items_own_and_what_capped_it_is_not(cause, rank):
    assert gone("til", f"{cause} ({rank})", LINE) == Gone("til", cause, LINE, rank)


@pytest.mark.parametrize(
    "reason",
    [
        "exclude: teaching",
        "drop_flagged: public-dataset",
        "sections does not list 'awards'",
        "limits.pages=2 (its job moa is shrunk to one line)",
    ],
)
def test_other_reasons_are_shared_whole(reason):
    assert gone("til", reason, LINE) == Gone("til", reason, LINE)


def test_an_id_is_not_told_twice():
    assert gone("til", "drop: til", LINE) == Gone("til", "drop", LINE)


def test_causes_that_rank_come_first_and_tell_their_line_if_it_is_one():
    other = Place("companies/acme.yaml", 15, 3)
    items = [
        gone("a", "drop: a", LINE),
        gone("b", "limits.projects=1 (rank 2 of 3: focus -)", LINE, bullets=2),
        gone("c", "drop: c", other),
    ]
    told = [
        (cause.words, cause.place, cause.whereabouts, [item.label for item in cause.items]) for cause in causes(items)
    ]
    assert told == [
        ("limits.projects=1", LINE, "companies/acme.yaml:14", ["b +2"]),
        ("drop", None, "companies/acme.yaml", ["a", "c"]),
    ]


def test_the_next_in_line_comes_first_and_a_dropped_entry_brings_its_bullets():
    base = resume(
        entry("kept", bullets=[bullet("kept.a", tags=["pricing"]), bullet("kept.b"), bullet("kept.c", tags=["nlp"])]),
        entry("out", bullets=[bullet("out.a")]),
        entry("last"),
        entry("near", tags=["nlp"]),
    )
    wishes = profile(
        focus=words(1, "pricing", "nlp"),
        drop=words(5, "out"),
        limits={"projects": mark(1, 8), "bullets_per_entry": mark(1, 9)},
    )
    (part,) = parts(select(base, wishes), base, {item.id for item in base.items()})
    assert [d.id for d in part.kept] == ["kept", "kept.a"]
    assert [d.id for d in part.dropped] == ["kept.c", "kept.b", "near", "last", "out", "out.a"]
    assert [item.label for item in part.gone()] == ["kept.c", "kept.b", "near", "last", "out +1"]


# --- stories of what went for want of space ---

BASE = resume(entry("moa", "work", [bullet("moa.a"), bullet("moa.b")]), entry("parking", bullets=[bullet("parking.a")]))


def squeezed(**reasons: str) -> Selection:
    """The whole page, but for what went for want of space."""
    whole = select(BASE, profile())
    by_id = {name.replace("_", "."): f"limits.pages=1 ({reason})" for name, reason in reasons.items()}
    return replace(
        whole,
        decisions=tuple(
            replace(d, kept=False, stage="budget", reason=by_id[d.id], place=LINE) if d.id in by_id else d
            for d in whole.decisions
        ),
    )


@pytest.mark.parametrize(
    ("item", "reasons", "way"),
    [
        (
            "moa.b",
            {"moa_b": "rank 2 of 2 bullets: focus -, keywords 0"},
            "pin it, and the last in rank that is still there goes; or allow more pages",
        ),
        (
            "moa.a",
            {"moa_a": "its job moa is shrunk to one line", "moa_b": "its job moa is shrunk to one line"},
            "pin it, and the last in rank that is still there goes; or allow more pages",
        ),
        (
            "parking.a",
            {"parking": "rank 1 of 1 entries: focus -, keywords 0", "parking_a": "its entry parking is dropped"},
            "its entry first; see `resume explain --company acme parking`",
        ),
    ],
)
def test_the_story_of_what_went_for_want_of_space_says_how_it_comes_back(item, reasons, way):
    lines = [str(line) for line in Teller("acme", "ko", BASE, squeezed(**reasons), {}).lines(item)]
    assert lines[5] == f"DROPPED by budget: limits.pages=1 ({reasons[item.replace('.', '_')]})"
    assert lines[6] == "  companies/acme.yaml:14"
    assert lines[-1] == f"To bring it in: {way}"


def test_a_deciding_line_is_quoted_as_it_stands_in_the_file():
    source = "\n" * 13 + "  pages: 1  # 한 장"
    teller = Teller("acme", "ko", BASE, squeezed(moa_b="rank 2 of 2 bullets"), {LINE.path: source})
    assert "    14 |   pages: 1  # 한 장" in [str(line) for line in teller.lines("moa.b")]


def test_an_id_of_the_base_passes_and_any_other_does_not():
    check("moa.b", BASE)
    with pytest.raises(ProblemsError, match=r"no item of the base has the id 'moab' \(did you mean 'moa.b'\?\)"):
        check("moab", BASE)

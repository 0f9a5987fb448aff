"""What tells two resumes of one base apart, and how alike they are."""

from dataclasses import replace

import pytest
from makers import HERE, bullet, entry, mark, profile, resume, text, words

from resume_tailor.commands.tables import matrix_lines
from resume_tailor.compare import (
    Difference,
    Moved,
    OneSided,
    Piece,
    Reworded,
    compare,
    word_marks,
)
from resume_tailor.likeness import SAME_ABOVE, likeness, matrix, same_as_other, sameness
from resume_tailor.model import Text
from resume_tailor.problems import Place, Severity
from resume_tailor.select import Selection, select

JOB = entry("moa", "work", [bullet("moa.a", "one two"), bullet("moa.b", "three four"), bullet("moa.c", "five six")])
PARKING = entry("parking", bullets=[bullet("parking.a", "seven eight")], tags=["forecasting"])
SURGE = entry("surge", bullets=[bullet("surge.a", "nine ten", other="nine eleven")], tags=["pricing"])
CHAT = entry("chat", tags=["nlp"])
BASE = resume(JOB, PARKING, SURGE, CHAT)


def told(selections):
    """What is told of resumes that are nearly the same."""
    resumes = {name: likeness(name, selection) for name, selection in selections.items()}
    return same_as_other(resumes, matrix(resumes))


def chosen(**wishes) -> Selection:
    return select(BASE, profile(**wishes))


WHOLE = chosen()


def moves(was: str, now: str) -> list[tuple[str, int, int, str]]:
    """What moved between two pages of one job whose bullets, a letter each, stand in these orders."""
    job = entry("moa", "work", [bullet(letter) for letter in sorted({*was, *now})])
    base = resume(job)
    whole = select(base, profile())
    pages = [
        replace(whole, sections=(("work", (replace(job, bullets=tuple(bullet(letter) for letter in order)),)),))
        for order in (was, now)
    ]
    return [(move.id, move.before, move.after, move.follows) for move in compare(*pages, base).moved]


# --- only in one ---


def test_nothing_tells_a_resume_from_itself():
    assert compare(WHOLE, WHOLE, BASE) == Difference()
    assert not compare(WHOLE, WHOLE, BASE)


def test_what_only_one_shows_comes_with_the_reason_of_the_other():
    dropped = chosen(drop=words(7, "chat", "moa.b"))
    gone = (
        OneSided("moa.b", "bullet", "work", "moa", "select", "drop: moa.b", Place("companies/acme.yaml", 8, 3)),
        OneSided("chat", "entry", "projects", "chat", "select", "drop: chat", Place("companies/acme.yaml", 7, 3)),
    )
    assert compare(WHOLE, dropped, BASE) == Difference(only_a=gone)
    assert compare(dropped, WHOLE, BASE) == Difference(only_b=gone)


def test_a_dropped_entry_takes_its_bullets_along_each_by_name():
    found = compare(WHOLE, chosen(drop=words(7, "surge")), BASE)
    assert [(change.id, change.home, change.reason) for change in found.only_a] == [
        ("surge", "surge", "drop: surge"),
        ("surge.a", "surge", "its entry surge is dropped"),
    ]


# --- moved ---


@pytest.mark.parametrize(
    ("was", "now", "moved"),
    [
        ("abcde", "abcde", []),
        ("abcde", "eabcd", [("e", 5, 1, "")]),
        ("abcde", "bcdea", [("a", 1, 5, "e")]),
        ("abc", "bac", [("b", 2, 1, "")]),  # what rose, and not what sank
        ("abcd", "badc", [("b", 2, 1, ""), ("d", 4, 3, "a")]),
        ("abcde", "ca", [("c", 3, 1, "")]),  # what is gone moves nobody
        ("ab", "xaby", []),  # nor what is new
        ("abcde", "decab", [("d", 4, 1, ""), ("e", 5, 2, "d"), ("c", 3, 3, "e")]),
        ("cba", "abc", [("a", 3, 1, ""), ("c", 1, 3, "b")]),  # b stands where it stood
    ],
)
def test_as_few_as_can_be_are_said_to_have_moved(was, now, moved):
    assert moves(was, now) == moved


def test_entries_move_in_their_section_and_sections_on_the_page():
    tailored = chosen(focus=words(3, "pricing"), sections=words(5, "projects", "work"))
    assert compare(WHOLE, tailored, BASE) == Difference(
        moved=(Moved("surge", "entry", "projects", "surge", 2, 1, ""),),
        sections=(Moved("projects", "section", "projects", "projects", 2, 1, ""),),
    )


# --- reworded ---


def test_a_line_in_other_words_is_told_with_both_texts():
    tailored = chosen(use={"surge.a": mark("other", 9)})
    told = Reworded("surge.a", "bullet", "projects", "surge", "text", text("nine ten"), text("nine eleven"))
    assert compare(WHOLE, tailored, BASE) == Difference(reworded=(told,))


def test_a_summary_in_other_words_is_told_by_its_key():
    summary = replace(entry("summary", "summary", summary="I count"), alt={"ml": text("I learn")})
    base = resume(summary)
    found = compare(select(base, profile()), select(base, profile(use={"summary": mark("ml", 4)})), base)
    assert [(c.id, c.key, c.before.any, c.after.any) for c in found.reworded] == [
        ("summary", "summary", "I count", "I learn")
    ]


def test_a_job_shrunk_to_one_line_has_lost_its_text():
    job = entry("moa", "work", summary="cars")
    base = resume(job)
    long = select(base, profile())
    short = replace(long, sections=(("work", (replace(job, texts={"name": job.texts["name"]}),)),))
    (told,) = compare(long, short, base).reworded
    assert (told.key, told.before, told.after) == ("summary", text("cars"), Text(HERE))


def test_where_a_text_is_written_is_no_difference():
    there = Text(Place("companies/acme.yaml", 3, 5), any="one two")
    moved = replace(JOB, bullets=(replace(JOB.bullets[0], text=there), *JOB.bullets[1:]))
    selection = replace(WHOLE, sections=(("work", (moved,)), *WHOLE.sections[1:]))
    assert not compare(WHOLE, selection, BASE)


# --- words ---


def test_words_that_changed_are_marked():
    assert word_marks("WAPE 31%→22%, 주 410건 감소", "WAPE 31%→22%, 재배치 주 250건 감소") == (
        (Piece("WAPE 31%→22%,", False), Piece("주", False), Piece("410건", True), Piece("감소", False)),
        (
            Piece("WAPE 31%→22%,", False),
            Piece("재배치", True),
            Piece("주", False),
            Piece("250건", True),
            Piece("감소", False),
        ),
    )


def test_texts_that_share_few_words_are_two_texts_and_not_marked():
    before, after = word_marks("a b c d e f g h i", "1 2 3 4 c 6 7 8 9")
    assert (before, after) == ((Piece("a b c d e f g h i", False),), (Piece("1 2 3 4 c 6 7 8 9", False),))


def test_an_empty_text_has_no_pieces():
    assert word_marks("one two", "") == ((Piece("one two", False),), ())


# --- sameness ---


@pytest.mark.parametrize(
    ("wishes", "figure"),
    [
        ({}, 1.0),
        # 13 words in all: the job's bullets 6, the projects' own 3 names and 4 words. Its name weighs nothing.
        ({"drop": ("moa.a",)}, 22 / 24),  # 11 of 13 words: 2 × 11 / (13 + 11)
        ({"drop": ("moa",)}, 14 / 20),
        ({"focus": ("pricing",)}, (26 + 20) / 52),  # surge's 3 words moved, and count half
        ({"use": {"surge.a": "other"}}, (26 + 22) / 52),  # 2 words reworded, and count half
    ],
)
def test_sameness_is_the_share_of_words_that_stand_in_both(wishes, figure):
    asked = {key: words(3, *value) for key, value in wishes.items() if key != "use"}
    use = {key: mark(value, 9) for key, value in wishes.get("use", {}).items()}
    assert sameness(WHOLE, chosen(**asked, use=use)) == pytest.approx(figure)


def test_resumes_with_no_line_in_common_are_not_alike_at_all():
    one, other = chosen(sections=words(3, "work")), chosen(sections=words(3, "projects"))
    assert sameness(one, other) == 0


def test_employers_and_schools_make_no_resumes_alike():
    base = resume(
        entry("moa", "work", [bullet("moa.a"), bullet("moa.b")], position="analyst"), entry("uni", "education")
    )
    one = select(base, profile(drop=words(3, "moa.a")))
    other = select(base, profile(drop=words(3, "moa.b")))
    assert sameness(one, other) == 0


def test_a_text_in_two_languages_weighs_as_much_as_in_one():
    both = Text(HERE, ko="하나 둘", en="one two")
    twice = replace(JOB, bullets=(replace(JOB.bullets[0], text=both), *JOB.bullets[1:]))
    base = resume(twice, PARKING)
    dropped = select(base, profile(drop=words(3, "parking")))
    assert sameness(select(base, profile()), dropped) == pytest.approx(2 * 6 / (6 + 9))


def test_the_matrix_has_each_with_each():
    selections = {"a": WHOLE, "b": chosen(drop=words(3, "moa.a")), "c": WHOLE}
    near = pytest.approx(22 / 24)
    assert matrix({name: likeness(name, one) for name, one in selections.items()}) == [
        [1.0, near, 1.0],
        [near, 1.0, near],
        [1.0, near, 1.0],
    ]


def test_the_matrix_is_told_as_a_table_of_each_pair_once():
    figures = [[1, 0.2, 0.215], [0.2, 1, 0.34], [0.215, 0.34, 1]]
    assert matrix_lines(["dangol", "paynest", "쏘카"], figures) == [
        "sameness  dangol  paynest",
        "paynest   0.20",
        "쏘카      0.21    0.34",
    ]


def test_where_the_table_would_be_too_wide_each_is_told_with_its_nearest():
    names = [f"company-{i:02}" for i in range(12)]
    figures = [[1 - abs(i - k) / 20 for k in range(12)] for i in range(12)]
    lines = matrix_lines(names, figures)
    assert lines[:3] == ["sameness    with the nearest", "company-00  0.95  company-01", "company-01  0.95  company-00"]
    assert len(lines) == 13


def test_one_resume_alone_has_no_matrix():
    assert matrix_lines(["socar"], [[1.0]]) == matrix_lines([], []) == []


# --- the warning ---


def test_two_companies_with_one_resume_are_warned_of_at_the_later_profile():
    (problem,) = told({"socar": WHOLE, "acme": chosen(exclude=words(4, "nlp"))})
    assert (problem.rule, problem.severity, problem.place) == (
        "same-as-other",
        Severity.WARNING,
        Place("companies/acme.yaml"),
    )
    assert problem.message == "this resume is nearly that of 'socar': sameness 0.96, of 1.00 for the very same"
    assert problem.hint == "set them apart: what this company asks for first (`focus`, `keywords`, `sections`)"


def test_the_warning_names_the_keys_that_would_set_them_apart():
    base = resume(entry("summary", "summary", summary="I count"), JOB, PARKING)
    same = select(base, profile())
    (problem,) = told({"one": same, "two": same})
    assert problem.message == "this resume is nearly that of 'one': sameness 1.00, of 1.00 for the very same"
    assert problem.hint == (
        "set them apart: other projects (`focus`, `pin`, `drop`, `limits.projects`); "
        "another wording of the summary (`use`); what this company asks for first (`focus`, `keywords`, `sections`)"
    )


def test_the_warning_stands_at_the_profile_file_whatever_its_ending():
    place = Place("companies/two.json", 4, 1)
    two = replace(WHOLE, decisions=tuple(replace(d, place=place) for d in WHOLE.decisions))
    (problem,) = told({"one": WHOLE, "two": two})
    assert problem.place == Place("companies/two.json")


def test_only_the_very_same_is_called_1_00():
    many = resume(entry("moa", "work", [bullet(f"b{i}", "a b c") for i in range(400)]))
    nearly = select(many, profile(drop=words(3, "b7")))
    (problem,) = told({"one": select(many, profile()), "two": nearly})
    assert "sameness 0.99," in problem.message


def test_resumes_that_differ_enough_are_not_warned_of():
    other = chosen(drop=words(3, "surge", "chat", "moa.a"))
    assert sameness(WHOLE, other) < SAME_ABOVE
    assert told({"a": WHOLE, "b": other}) == []
    assert told({"a": WHOLE}) == []
    assert told({}) == []

"""Fitting by a model of a page: so many lines a page, and a gap for each entry that spacing tightens."""

import pytest
from makers import bullet, entry, mark, profile, resume, words

from resume_tailor.budget import MOST_LAYOUTS, Extent, fit, steps, without
from resume_tailor.select import select

LIMIT = mark(2, 30)


def measure_lines(selection, space, lines_a_page=40):
    """A page of 40 lines: a line a bullet, and two a entry, one of them a gap."""
    lines = 0.0
    for _, entries in selection.sections:
        for kept in entries:
            lines += 1 + space + len(kept.bullets) + ("summary" in kept.texts)
    full, rest = divmod(lines, lines_a_page)
    return Extent(int(full) + 1, rest / lines_a_page)


def base_of(jobs, projects, bullets):
    tags = ("pricing", "experiment", "nlp")
    made = []
    for section, count in (("work", jobs), ("projects", projects)):
        for i in range(count):
            lines = [bullet(f"{section}{i}.b{k}", tags=[tags[(i + k) % 3]]) for k in range(bullets)]
            made.append(entry(f"{section}{i}", section, lines, summary="한 줄"))
    return resume(*made)


WISHES = profile(focus=words(2, "pricing", "experiment"), limits={"pages": LIMIT})


def fitted(base, wishes=WISHES, limit=LIMIT):
    return fit(select(base, wishes), limit, 1.0, 0.5, measure_lines)


def test_what_fits_is_left_as_it_is_after_one_layout():
    done = fitted(base_of(2, 2, 3))
    assert (done.fits, done.fitting.space, done.layouts) == (True, 1.0, 1)
    assert done.selection == select(base_of(2, 2, 3), WISHES)


def test_spacing_tightens_before_anything_goes():
    base = base_of(4, 10, 3)
    done = fitted(base)
    assert done.fits
    assert done.fitting.space < 1.0
    assert done.selection.kept_ids() == select(base, WISHES).kept_ids()


@pytest.mark.parametrize(("jobs", "projects", "bullets"), [(4, 25, 5), (6, 40, 9), (3, 12, 3), (10, 60, 20)])
def test_a_long_base_is_fitted_in_few_layouts_never_over_and_well_filled(jobs, projects, bullets):
    done = fitted(base_of(jobs, projects, bullets))
    assert done.fits
    assert done.extent.pages <= 2
    assert done.layouts <= MOST_LAYOUTS
    assert done.extent.length > 1.9


ROUNDS = ("bullets past the third", "entries past the third", "second and third bullets", "last entries", "as one line")


def round_of(step):
    return next(i for i, name in enumerate(ROUNDS) if name in step.reason)


@pytest.mark.parametrize("size", [(3, 20, 5), (6, 8, 9), (2, 2, 2)])
def test_things_go_in_rounds_and_in_each_the_lowest_rank_first(size):
    selection = select(base_of(*size), WISHES)
    order = steps(selection)
    assert [round_of(step) for step in order] == sorted(round_of(step) for step in order)
    for number in range(len(ROUNDS) - 1):
        ranks = [selection.ranks[step.id].key[:-1] for step in order if round_of(step) == number]
        assert ranks == sorted(ranks, reverse=True)


def test_nothing_goes_twice_and_each_step_takes_something_out():
    selection = select(base_of(3, 8, 5), WISHES)
    order = steps(selection)
    assert len({(step.id, step.shrink) for step in order}) == len(order)
    sizes = [len(without(selection, order[:k], LIMIT).kept_ids()) for k in range(len(order) + 1)]
    assert sizes == sorted(set(sizes), reverse=True)


def test_what_is_taken_out_is_the_first_of_the_steps():
    base = base_of(3, 20, 5)
    done = fitted(base)
    gone = [step.id for step in steps(select(base, WISHES))]
    kept = set(done.selection.kept_ids())
    taken = [step for step in gone if step not in kept]
    assert taken == gone[: len(taken)]


def test_three_bullets_of_an_entry_and_three_entries_of_a_section_outlast_the_rest():
    done = fitted(base_of(3, 20, 9))
    sections = dict(done.selection.sections)
    assert [len(job.bullets) for job in sections["work"]] == [3, 3, 3]
    assert all(len(kept.bullets) == 3 for kept in sections["projects"])


def test_pinned_items_stay_and_what_is_still_too_long_is_said():
    base = base_of(0, 4, 30)
    pins = words(5, *(item.id for item in base.items()))
    wishes = profile(pin=pins, limits={"pages": LIMIT})
    done = fitted(base, wishes)
    assert not done.fits
    assert done.extent.pages == 4
    assert done.selection.kept_ids() == select(base, wishes).kept_ids()


def test_every_entry_keeps_its_best_bullet_until_it_goes_whole():
    base = base_of(2, 30, 6)
    done = fitted(base)
    for section, entries in done.selection.sections:
        for kept in entries:
            assert kept.bullets or section == "work"


def test_jobs_shrink_to_one_line_last_and_the_oldest_first():
    done = fitted(base_of(70, 3, 2), limit=LIMIT)
    work = dict(done.selection.sections)["work"]
    assert len(work) == 70
    shrunk = [not job.bullets and "summary" not in job.texts for job in work]
    assert shrunk == sorted(shrunk)
    assert "projects" not in dict(done.selection.sections)


def test_each_thing_that_went_names_the_limit_its_rank_and_the_line():
    selection = select(base_of(1, 2, 3), WISHES)
    less = without(selection, steps(selection)[:1], LIMIT)
    (gone,) = [d for d in less.decisions if not d.kept]
    assert (gone.stage, str(gone.place)) == ("budget", "companies/acme.yaml:30:3")
    assert gone.reason == "limits.pages=2 (rank 6 of 6 second and third bullets: focus -, keywords 0)"


def test_decisions_and_what_is_shown_agree_after_any_number_of_steps():
    selection = select(base_of(3, 5, 3), WISHES)
    for taken in range(len(steps(selection)) + 1):
        less = without(selection, steps(selection)[:taken], LIMIT)
        assert sorted(less.kept_ids()) == sorted(d.id for d in less.decisions if d.kept)
        assert len(less.decisions) == len(selection.decisions)


def test_what_went_whole_may_give_the_gaps_back():
    base = resume(
        *(entry(f"p{i}", bullets=[bullet(f"p{i}.b{k}") for k in range(3)], summary="한 줄") for i in range(16))
    )

    def measure(selection, space):
        extent = measure_lines(selection, space)
        return extent if len(selection.kept_ids()) > 56 else Extent(2, 0.5)

    done = fit(select(base, WISHES), LIMIT, 1.0, 0.9, measure)
    assert (done.fits, done.fitting.space) == (True, 1.0)
    assert len(done.selection.kept_ids()) == 56

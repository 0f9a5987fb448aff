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
    assert (done.fits, done.space, done.layouts) == (True, 1.0, 1)
    assert done.selection == select(base_of(2, 2, 3), WISHES)


def test_spacing_tightens_before_anything_goes():
    base = base_of(4, 10, 3)
    done = fitted(base)
    assert done.fits
    assert done.space < 1.0
    assert done.selection.kept_ids() == select(base, WISHES).kept_ids()


@pytest.mark.parametrize(("jobs", "projects", "bullets"), [(4, 25, 5), (6, 40, 9), (3, 12, 3), (10, 60, 20)])
def test_a_long_base_is_fitted_in_few_layouts_never_over_and_well_filled(jobs, projects, bullets):
    done = fitted(base_of(jobs, projects, bullets))
    assert done.fits
    assert done.extent.pages <= 2
    assert done.layouts <= MOST_LAYOUTS
    assert done.extent.length > 1.9


def test_what_goes_goes_in_the_order_of_rank():
    base = base_of(3, 20, 5)
    selection = select(base, WISHES)
    done = fitted(base)
    gone = [step.id for step in steps(selection)]
    kept = set(done.selection.kept_ids())
    taken = [step for step in gone if step not in kept]
    assert taken == gone[: len(taken)]
    ranks = [selection.ranks[i].key[:-1] for i in gone if "." in i]
    assert ranks == sorted(ranks, reverse=True)


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
    assert gone.reason == "limits.pages=2 (rank 6 of 6 bullets: focus -, keywords 0)"


def test_decisions_and_what_is_shown_agree_after_any_number_of_steps():
    selection = select(base_of(3, 5, 3), WISHES)
    for taken in range(len(steps(selection)) + 1):
        less = without(selection, steps(selection)[:taken], LIMIT)
        assert sorted(less.kept_ids()) == sorted(d.id for d in less.decisions if d.kept)
        assert len(less.decisions) == len(selection.decisions)

"""The parts of benchmarks/ that need no clock: what is measured, and what is said of it."""

import sys
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

import bars
import cvloom
import growth
import ours
import peers
import rendercv
import svg
import table
from content import BULLETS, LANGS, content, left_out
from resume_tailor import pipeline
from resume_tailor.workspace import Workspace
from timing import FailedError, Figures, Sample, Task, interleaved, once, ratio


def took(seconds: float, peak: int = 50_000_000) -> Figures:
    return Figures(tuple(Sample(seconds * part, seconds * part * 0.9, peak) for part in (0.5, 1, 2)))


# --- the content ---


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", [1, 5, 44, 151, 2000])
def test_the_content_has_as_many_bullets_as_asked_for_and_no_two_alike(lang, size):
    bullets = [text for job in content(lang, size).jobs for text in job.bullets]
    assert len(bullets) == len(set(bullets)) == size


@pytest.mark.parametrize("size", [1, 44, 151, 2000])
def test_jobs_follow_one_another_newest_first_and_stay_within_a_life(size):
    jobs = content("ko", size).jobs
    assert len({job.company for job in jobs}) == len(jobs) <= 30
    assert all(older.end <= newer.start for newer, older in pairwise(jobs))


@pytest.mark.parametrize("size", BULLETS.values())
def test_no_two_of_200_companies_leave_out_the_same_and_a_touched_one_is_new(size):
    what = content("en", size)
    sets = {
        frozenset((job.id, place) for job, place in gone.bullets)
        for gone in [*(left_out(what, number) for number in range(200)), left_out(what, 10, version=9)]
    }
    assert len(sets) == 201


def test_our_workspace_is_one_without_a_problem(tmp_path):
    workspace = Workspace(ours.write(tmp_path / "w", content("ko", 20), 2, pages=2))
    base = pipeline.load_base(workspace.base())
    assert workspace.companies() == ["c000", "c001"]
    assert base.problems == ()
    for name in workspace.companies():
        assert pipeline.load_profile(name, workspace.profile(name), base).limits["pages"].value == 2


def test_writing_a_workspace_anew_forgets_what_lay_there(tmp_path):
    ours.write(tmp_path / "w", content("ko", 5), 3)
    (tmp_path / "w/dist").mkdir()
    ours.write(tmp_path / "w", content("ko", 5))
    assert sorted(path.name for path in (tmp_path / "w").iterdir()) == ["companies", "resume"]
    assert len(list((tmp_path / "w/companies").iterdir())) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_every_tool_is_given_the_same_lines(lang):
    what = content(lang, 12)
    dropped = ours.profile(what, 0)["drop"]
    mine = {line["text"] for job in ours.base(what)["work"] for line in job["highlights"] if line["id"] not in dropped}
    sections = rendercv.document(what)["cv"]["sections"]
    assert {text for job in sections["experience"] for text in job["highlights"]} == mine
    excluded = {name for part in cvloom.profile(what, 0)["overlays"]["work"] for name in part["highlights"]["items"]}
    assert {name.replace("-", ".") for name in excluded} == set(dropped[:-1])
    assert len(sections["skills"]) == len(what.skills) - 1


# --- timing ---


def test_figures_are_the_middle_and_the_ends():
    found = Figures((Sample(3, 5, 10), Sample(1, 7, 30), Sample(2, 6, 20)))
    assert (found.median, found.seconds, found.work, found.peak) == (2, [3, 1, 2], 6, 20)
    assert Figures((Sample(1, 3, 10), Sample(2, 4, 20))).median == 1.5


def test_a_ratio_is_taken_round_by_round_so_that_a_slow_moment_slows_both():
    assert ratio([1, 10, 1], [2, 20, 2]) == 0.5
    assert ratio([1, 3, 8], [2, 3, 2]) == 1


def test_commands_take_turns_and_the_first_round_does_not_count(tmp_path):
    log = tmp_path / "log"
    tasks = [
        Task(
            name,
            ("sh", "-c", f"printf {name} >>log"),
            tmp_path,
            {"PATH": "/usr/bin:/bin"},
            lambda: log.open("a").close(),
        )
        for name in "AB"
    ]
    found = interleaved(tasks, 2)
    assert log.read_text() == "ABABAB"
    assert {name: len(each.samples) for name, each in found.items()} == {"A": 2, "B": 2}
    assert all(min(each.seconds) > 0 and each.peak > 0 for each in found.values())


def test_what_ends_badly_is_not_measured_and_its_words_are_told(tmp_path):
    code = "import sys; sys.exit('no such thing')"
    task = Task("it", (sys.executable, "-c", code), tmp_path, {})
    with pytest.raises(FailedError, match=r"^it: exit code 1\nno such thing$"):
        once(task)
    assert once(Task("it", task.command, tmp_path, {}, ends=(0, 1))).seconds > 0


# --- what is said ---


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.0261, "26.1 ms"), (0.5, "500 ms"), (1.234, "1.23 s"), (12.34, "12.3 s"), (123.4, "123 s"), (1234.5, "1234 s")],
)
def test_times_have_three_digits(seconds, said):
    assert table.duration(seconds) == said


def test_a_group_is_a_table_whose_rows_are_multiples_of_the_first():
    group = table.Section("Starting", {"python -c pass": took(0.02), "resume --help": took(0.05, 34_400_000)})
    assert table.section(group) == (
        "### Starting\n\n"
        "| command | median of 3 runs | lowest – highest | of the first | processor time | peak memory |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: |\n"
        "| python -c pass | 20.0 ms | 10.0 ms – 40.0 ms | 1.00 | 18.0 ms | 50 MB |\n"
        "| resume --help | 50.0 ms | 25.0 ms – 100 ms | 2.50 | 45.0 ms | 34 MB |"
    )


def test_each_bar_stands_beside_what_was_measured():
    results = {
        "start": {bars.BARE: took(1), bars.HELP: took(7)},
        "one-ko-2": {bars.OURS: took(1), bars.CVLOOM: took(2)},
    }
    found = bars.bars(results)
    assert [(bar.limit, bar.ratio, bar.verdict) for bar in found if bar.ratio is not None] == [
        (0.65, 0.5, "holds"),
        (6, 7, "missed"),
    ]
    lines = table.bar_table(found).splitlines()
    assert lines[2] == (
        "| one cold build, PDF + HTML, against cvloom, PDF + HTML (Korean, 2 pages) | 0.65 | 0.5 | holds | 0.5 |"
    )
    assert lines[-1] == "| `--help`, against `python -c pass` | 6 | 7 | missed | 7 |"
    assert lines[3].endswith("| 0.65 | – | not measured | – |")
    assert table.summary(found, results) == (
        "One cold build of two Korean pages: resume, PDF + HTML 1 s, cvloom, PDF + HTML 2 s. 1 of 2 bars hold; "
        "missed: `--help`, against `python -c pass` 7 (at most 6)."
    )


def test_one_part_of_the_page_is_replaced_and_the_other_stays():
    page = table.replaced(table.replaced(table.PAGE, "bench", "old \\1"), "growth", "grown")
    again = table.replaced(page, "bench", "new")
    assert "<!-- bench -->\n\nnew\n\n<!-- /bench -->" in again
    assert "<!-- growth -->\n\ngrown\n\n<!-- /growth -->" in again
    assert "old" not in again
    with pytest.raises(ValueError, match="no place for 'other'"):
        table.replaced(page, "other", "")


def test_a_peer_that_is_missing_is_named_with_one_word_for_why():
    assert str(peers.Peer("rendercv", None, why="no Python 3.12")) == "rendercv: skipped (no Python 3.12)"


# --- growth ---


def test_growth_is_the_slope_that_fits_the_three_largest_sizes_best():
    straight = {1: took(1), 20: took(2), 50: took(5), 100: took(10), 200: took(20)}
    assert growth.verdict("companies", straight) == (
        "From 50 to 200 companies, processor time grows by the power of 1.00: linear or better."
    )
    square = {50: took(5), 100: took(20), 200: took(80)}
    assert growth.verdict("companies", straight | square).endswith("2.00: worse than linear.")
    noisy = {100: took(9), 200: took(21)}  # by the last two alone it would be 1.22
    assert growth.verdict("companies", straight | noisy).endswith("1.04: linear or better.")
    told = growth.flatness({20: took(1, 100_000_000), 200: took(9, 109_000_000)})
    assert told.startswith("Memory at 200 companies in one process is 1.09 of that at 20: 50 KB each ")


@pytest.mark.parametrize(("most", "size"), [(1, 0.5), (0.9, 0.5), (4, 1), (200, 50), (2000, 500), (37, 10)])
def test_ticks_are_round(most, size):
    assert svg.step(most) == size


def test_the_chart_is_svg_and_all_points_lie_in_it():
    sizes = {1: took(0.5), 20: took(2.1), 200: took(19)}
    root = ET.fromstring(svg.drawing(growth.curves(sizes, sizes), "a & b"))
    space = "{http://www.w3.org/2000/svg}"
    charts = root.findall(f"{space}g")
    assert [chart.find(f"{space}text").text for chart in charts] == [
        "Processor time by companies",
        "Processor time by bullets",
        "Peak memory by companies",
        "Peak memory by bullets",
    ]
    for chart in charts:
        dots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in chart.iter(f"{space}circle")]
        assert len(dots) == 3
        assert all(0 < x < 340 and 0 < y < 230 for x, y in dots)

"""A second workspace, which nobody tuned the code to: an English platform engineer with 25 projects on five pages.

Each golden file holds what became of one profile. Where a change is meant: UPDATE_GOLDEN=1 pytest
tests/golden/test_engineer.py, and read the diff.
"""

import datetime as dt
import os
import re
import shutil
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest
from command import DAY, run
from disk import contents
from markup import parse

from resume_tailor import budget, pdf, pipeline
from resume_tailor.build import build
from resume_tailor.made import Built, Order
from resume_tailor.model import Profile, Resume
from resume_tailor.select import Decision, Selection, select
from resume_tailor.workspace import Workspace

SOURCE = Path(__file__).resolve().parents[1] / "workspaces" / "engineer"
GOLDEN = Path(__file__).parent / "engineer"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
PROFILES = ("keywords-only", "letter", "tagged")
PAGES = {"base": 5, "keywords-only": 2, "letter": 1, "tagged": 1}
MOST_LAYOUTS = 8

every_profile = pytest.mark.parametrize("company", PROFILES)
every_build = pytest.mark.parametrize("company", PAGES)


@dataclass
class Run:
    """One build in this process: what it was asked for, what it wrote, and each layout it made on the way."""

    resume: Resume
    profile: Profile
    page: pipeline.Page
    built: Built
    layouts: list[tuple[str, pdf.Layout]]

    @property
    def before(self) -> Selection:
        """What the profile chose, before a page was laid out."""
        return select(self.resume, self.profile)

    @property
    def selection(self) -> Selection:
        return self.page.selection

    @property
    def written(self) -> pdf.Layout:
        """The layout of the page that was written."""
        return dict(self.layouts)[self.page.html]

    @property
    def pages(self) -> int:
        (pages,) = (pages for name, pages in self.built.pages.items() if name.endswith(".pdf"))
        return pages

    @property
    def html(self) -> str:
        return next(self.built.folder.glob("*.html")).read_text(encoding="utf-8")


def copy(target: Path) -> Path:
    return Path(shutil.copytree(SOURCE, target))


def build_in(root: Path, company: str) -> Run:
    """Build a profile, or "base", and watch it do so."""
    pages, layouts = [], []
    lay_out, draw = pdf.layout, pipeline.draw

    def laid_out(html, **more):
        layouts.append((html, lay_out(html, **more)))
        return layouts[-1][1]

    def drawn(*args, **more):
        pages.append(draw(*args, **more))
        return pages[-1]

    workspace = Workspace(root)
    base = pipeline.load_base(workspace.base(), workspace.settings())
    assert base.problems == ()
    assert base.resume is not None
    profile, files = pipeline.no_profile(), ()
    if company != "base":
        layers = workspace.profile(company)
        profile, files = pipeline.load_profile(company, layers, base), tuple(layer.path for layer in layers)
    order = Order(profile, files, ("pdf", "html"), root / "dist", dt.date.fromisoformat(DAY))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "layout", laid_out)
        patch.setattr(pipeline, "draw", drawn)
        built = build(workspace, base, order)
    return Run(base.resume, profile, pages[-1], built, layouts)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The workspace, to be read and built and not to be changed."""
    return copy(tmp_path_factory.mktemp("engineer") / "ws")


@pytest.fixture(scope="module")
def runs(root):
    """Every profile and the base, each built once."""
    made: dict[str, Run] = {}

    def of(company: str) -> Run:
        if company not in made:
            made[company] = build_in(root, company)
        return made[company]

    return of


# --- what became of each profile, word for word ---


def told(decision: Decision) -> str:
    """A dropped item as the golden files tell it: the parts of a line of `resume explain`."""
    place = f"{decision.place.path}:{decision.place.line}" if decision.place else ""
    return "  ".join(filter(None, (decision.id, decision.stage, decision.reason, place)))


def summary(made: Run) -> str:
    indents = {decision.id: "    " if decision.kind == "bullet" else "  " for decision in made.selection.decisions}
    wordings = {d.id: f"  ({d.wording})" if d.wording else "" for d in made.selection.decisions}
    kept = (f"{indents[name]}{name}{wordings[name]}" for name in made.selection.kept_ids())
    dropped = (f"{indents[d.id]}{told(d)}" for d in made.selection.decisions if not d.kept)
    return "\n".join(
        [f"pages: {made.pages}", f"gaps: {made.page.fitting.space:.0%}", "kept", *kept, "dropped", *dropped, ""]
    )


@every_profile
def test_what_is_kept_and_what_goes_and_why(runs, company):
    text = summary(runs(company))
    golden = GOLDEN / f"{company}.txt"
    if UPDATE:
        golden.write_text(text, encoding="utf-8")
    assert golden.is_file(), "run it once with UPDATE_GOLDEN=1"
    assert text == golden.read_text(encoding="utf-8")


def test_every_profile_has_its_golden_file(root):
    assert Workspace(root).companies() == sorted(PROFILES)
    assert {path.name for path in GOLDEN.iterdir()} == {f"{company}.txt" for company in PROFILES}


@every_build
def test_the_number_of_pages_is_the_one_asked_for(runs, company):
    assert runs(company).pages == PAGES[company]


@every_build
def test_nothing_is_wrong_with_the_pages(runs, company):
    assert [problem.message for problem in runs(company).built.problems] == []


# --- the workspace is what it says it is ---


def test_the_base_is_large_and_mostly_untagged(runs):
    resume = runs("base").resume
    items = [item for item in resume.items() if item.id != "summary"]
    bullets = [bullet for entry in resume.entries() for bullet in entry.bullets]
    assert (len(resume.sections["projects"]), len(resume.sections["work"])) == (25, 6)
    assert len(bullets) >= 100
    assert sum(not item.tags for item in items) > len(items) * 3 / 4


def test_two_of_a_name_are_told_apart_by_their_years(runs):
    resume = runs("base").resume
    for section, name, years in (
        ("work", "larkfield-energy", (2024, 2018)),
        ("projects", "warehouse-cost-review", (2025, 2020)),
    ):
        ids = [entry.id for entry in resume.sections[section] if entry.id.startswith(name)]
        assert ids == [f"{name}-{year}" for year in years]
        assert name not in {item.id for item in resume.items()}


# --- laws of fitting ---


def test_five_pages_become_two_in_few_layouts(runs):
    made = runs("keywords-only")
    assert runs("base").pages == 5
    assert len(made.layouts) <= MOST_LAYOUTS
    assert made.pages == 2


@every_profile
def test_fitting_is_never_over_and_writes_a_layout_it_has_made(runs, company):
    made = runs(company)
    assert len(made.layouts) <= MOST_LAYOUTS
    assert made.written.pages == made.pages <= made.profile.limits["pages"].value


@every_profile
def test_the_last_page_is_at_least_a_third_full(runs, company):
    assert 1 / 3 <= runs(company).written.fill <= 1


@every_profile
def test_only_a_few_lines_are_left_free(runs, company):
    assert runs(company).written.fill >= 0.85


def taken(made: Run) -> int:
    """How many of the steps were taken; fails when what is left is not what some number of first steps leaves."""
    steps, limit = budget.steps(made.before), made.profile.limits["pages"]
    left = made.selection.kept_ids()
    found = [k for k in range(len(steps) + 1) if budget.without(made.before, steps[:k], limit).kept_ids() == left]
    assert found, "what went is not the lowest in rank"
    return found[0]


@every_profile
def test_what_went_is_lowest_in_rank(runs, company):
    made = runs(company)
    assert taken(made) > 0
    steps, limit = budget.steps(made.before)[: taken(made)], made.profile.limits["pages"]
    assert budget.without(made.before, steps, limit).decisions == made.selection.decisions


@every_profile
def test_steps_go_in_rounds_from_the_lowest_rank_up_and_spare_what_is_pinned(runs, company):
    made = runs(company)
    pinned = {decision.id for decision in made.before.decisions if decision.pinned}
    whole = [step for step in budget.steps(made.before) if not step.shrink]
    assert not pinned & {step.id for step in whole}
    rounds = [re.sub(r"^rank \d+ of \d+ ([a-z ]+):.*", r"\1", step.reason) for step in whole]
    assert len(list(groupby(rounds))) == len(set(rounds))
    for name in set(rounds):
        keys = [made.before.ranks[s.id].key[:-1] for s, of in zip(whole, rounds, strict=True) if of == name]
        assert keys == sorted(keys, reverse=True)


@every_profile
def test_a_bullet_goes_before_a_better_one_of_its_entry(runs, company):
    made = runs(company)
    left = set(made.selection.kept_ids())
    for _, entries in made.before.sections:
        for entry in entries:
            kept = [bullet.id in left for bullet in entry.bullets]
            assert kept == sorted(kept, reverse=True)


@every_profile
def test_no_job_vanishes_for_space(runs, company):
    made = runs(company)
    wanted = [entry.id for section, entries in made.before.sections for entry in entries if section == "work"]
    left = [entry.id for section, entries in made.selection.sections for entry in entries if section == "work"]
    assert left == wanted


@every_profile
def test_an_entry_keeps_a_bullet_or_goes(runs, company):
    made = runs(company)
    had = {entry.id: bool(entry.bullets) for entry in made.resume.entries()}
    for section, entries in made.selection.sections:
        if section != "work":  # those are shrunk to one line
            assert all(entry.bullets or not had[entry.id] for entry in entries)


# --- keywords alone rank an untagged base ---

# What a reader would count, in the plainest way; the tool may know more forms, not fewer.
SPELLINGS = {
    "A/B testing": r"a/b test",
    "Spark": r"spark",
    "streaming": r"streaming",
    "data quality": r"data[- ]quality",
    "Kafka": r"kafka",
    "Airflow": r"airflow",
    "Python": r"python",
    "feature store": r"feature store",
}


def words_of(entry) -> str:
    texts = [*entry.all_texts(), *(bullet.text for bullet in entry.bullets)]
    return "\n".join(text.any for text in texts).lower()


def test_keywords_a_reader_sees_are_counted(runs):
    made = runs("keywords-only")
    assert [word.value for word in made.profile.keywords] == list(SPELLINGS)
    for project in made.resume.sections["projects"]:
        seen = sum(bool(re.search(form, words_of(project))) for form in SPELLINGS.values())
        assert -made.before.ranks[project.id].keywords >= seen, project.id


def test_words_that_resume_toml_calls_the_same_are_counted(runs):
    """`data contracts` is `data quality` here."""
    made = runs("keywords-only")
    assert -made.before.ranks["larkfield-energy-2024.agreed-data-contracts-with"].keywords == 1


def test_no_project_goes_that_carries_more_keywords_than_one_that_stays(runs):
    made = runs("keywords-only")
    left = set(made.selection.kept_ids())
    carried = {p.id: -made.before.ranks[p.id].keywords for p in made.resume.sections["projects"]}
    kept = [n for name, n in carried.items() if name in left]
    gone = [n for name, n in carried.items() if name not in left]
    assert kept
    assert gone
    assert min(kept) >= max(gone)


def test_projects_stand_in_the_order_of_the_keywords_they_carry(runs):
    made = runs("keywords-only")
    order = [entry.id for section, entries in made.selection.sections for entry in entries if section == "projects"]
    carried = [-made.before.ranks[name].keywords for name in order]
    assert carried == sorted(carried, reverse=True)


# --- the page, the PDF and `explain` tell the same ---


@every_profile
def test_explain_tells_the_page(runs, root, company):
    made = runs(company)
    ran = run("explain", "--company", company, cwd=root)
    assert (ran.code, ran.err) == (0, "")
    lines = [re.split(r" {2,}", line.strip()) for line in ran.out.splitlines()]
    on_page = [element.attributes["data-id"] for element in parse(made.html).all() if "data-id" in element.attributes]
    assert [name for name, verdict, *_ in (line for line in lines if len(line) > 1) if verdict == "kept"] == on_page
    assert on_page == list(made.selection.kept_ids())
    gone = {line[0]: line for line in lines if len(line) > 1 and line[1] == "DROPPED"}
    for decision in made.selection.decisions:
        assert (decision.id in gone) == (not decision.kept)
        if not decision.kept:
            name, _, *why = told(decision).split("  ")
            assert gone[name][2:] == why


def test_nothing_that_was_dropped_or_hidden_is_read_on_the_page(runs):
    tagged, letter = runs("tagged"), runs("letter")
    assert "Havenmouth" not in re.sub(r"University of Havenmouth", "", tagged.html)
    assert "0000 4417" in tagged.html
    assert "0000 4417" not in letter.html


def test_wordings_are_those_asked_for(runs):
    html = runs("tagged").html
    assert "with a replay for every topic; bills close on day 2" in html
    assert "quiet nights rose from 11 to 24 a month" in html


def test_the_profiles_extend_and_override(runs):
    tagged, letter = runs("tagged").profile, runs("letter").profile
    assert [word.value for word in tagged.focus] == ["reliability", "streaming", "migration"]
    limits = {key: mark.value for key, mark in tagged.limits.items()}
    assert limits == {
        "bullets_per_entry": 3,
        "projects": 4,  # its own, over _platform's 6
        "publications": 1,
        "pages": 1,
        "work": 4,
        "skills": 5,
        "certificates": 1,
    }
    assert tagged.limits["bullets_per_entry"].place.path == "companies/_platform.yaml"
    assert (letter.lang, letter.template and letter.template.value) == ("en", "compact")


def test_letter_paper_is_letter_paper(runs):
    (box,) = {tuple(page.mediabox[2:]) for page in _pages(runs("letter"))}
    assert box == (612, 792)
    (box,) = {tuple(round(side) for side in page.mediabox[2:]) for page in _pages(runs("tagged"))}
    assert box == (595, 842)


@dataclass
class _Page:
    mediabox: tuple[float, ...]


def _pages(made: Run) -> list[_Page]:
    import pypdfium2

    with pypdfium2.PdfDocument(next(made.built.folder.glob("*.pdf"))) as document:
        return [_Page(document[i].get_mediabox()) for i in range(len(document))]


# --- a rewording that says more than the base ---


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from 11 to 24 a month", "from 11 to 25 a month"),
        ("of six engineers", "of seven engineers"),
        ("with a runbook", "with a runbook in PagerDuty"),
        ("fell from 46 to 9 a week", "fell by 80%"),
    ],
)
def test_a_rewording_may_not_gain_a_fact(tmp_path, old, new):
    root = copy(tmp_path / "ws")
    text = (root / "companies/tagged.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("    text: Rebuilt"))
    replaced(root, "companies/tagged.yaml", line, line.replace(old, new))
    before = contents(root)
    ran = run("build", "--company", "tagged", "--date", DAY, cwd=root)
    assert (ran.code, ran.out) == (1, "")
    (problem,) = ran.problems
    assert re.match(rf"companies/tagged\.yaml:{text.splitlines().index(line) + 1}:\d+: error: ", problem)
    assert contents(root) == before


# --- an id that is no longer there ---

# Each written id that tagged.yaml names, a new name, and the keys that name it.
RENAMED = [
    ("larkfield.stream", "larkfield.streams", ["pin", "use"]),
    ("alert-diet", "alerts-diet", ["pin"]),
    ("quillon.checks", "quillon.row-checks", ["use"]),
    ("larkfield.pager", "larkfield.pagers", ["pin", "reword"]),
]


def replaced(root: Path, name: str, old: str, new: str) -> None:
    """Change a file of the workspace at the one place where it says `old`."""
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("old", "new", "keys"), RENAMED)
def test_an_id_renamed_in_the_base_fails_each_profile_that_names_it(tmp_path, old, new, keys):
    root = copy(tmp_path / "ws")
    file = "resume/projects.yaml" if old == "alert-diet" else "resume/base.yaml"
    replaced(root, file, f"- id: {old}\n", f"- id: {new}\n")
    before = contents(root)
    ran = run("build", "--company", "tagged", "--date", DAY, cwd=root)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.problems) == len(keys)
    for key in keys:
        told = rf"companies/tagged\.yaml:\d+:\d+: error: {key}: no item of the base has the id '{re.escape(old)}' \(did"
        assert re.search(rf"{told} you mean '{re.escape(new)}'\?\) \[unknown-id\]", ran.err)
    assert contents(root) == before


def test_a_name_changed_in_the_base_fails_the_profile_that_uses_the_id_made_of_it(tmp_path):
    root = copy(tmp_path / "ws")
    replaced(root, "resume/projects.yaml", "name: Change data capture from Oracle", "name: Change capture from Oracle")
    ran = run("build", "--company", "tagged", "--date", DAY, cwd=root)
    assert ran.code == 1
    (problem,) = ran.problems
    assert "'change-data-capture-from-oracle' (did you mean 'change-capture-from-oracle'?) [unknown-id]" in problem
    assert not (root / "dist").exists()


def test_an_id_made_with_a_year_never_comes_to_mean_another_project(tmp_path):
    """Without the review of 2025, that of 2020 is the only one of its name: the profile is told, not served."""
    root = copy(tmp_path / "ws")
    replaced(
        root,
        "resume/projects.yaml",
        "name: Warehouse cost review\n    entity: Larkfield Energy\n    startDate: 2025",
        "name: Query costs\n    startDate: 2025",
    )
    ran = run("build", "--company", "tagged", "--date", DAY, cwd=root)
    assert ran.code == 1
    (problem,) = ran.problems
    assert "'warehouse-cost-review-2020' (did you mean 'warehouse-cost-review'?) [unknown-id]" in problem


def test_the_other_profiles_build_on(tmp_path):
    root = copy(tmp_path / "ws")
    replaced(root, "resume/base.yaml", "- id: larkfield.stream\n", "- id: larkfield.streams\n")
    ran = run("build", "--all", "--format", "html", "--date", DAY, cwd=root)
    assert ran.code == 1
    assert sorted(path.name for path in (root / "dist").iterdir()) == ["keywords-only", "letter"]

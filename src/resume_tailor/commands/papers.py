"""What `map` and `brief` share: for whom, where to, and writing the papers that one takes to an interview."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from resume_tailor.commands import whose
from resume_tailor.commands.terminal import company_ids, composed, open_workspace, today
from resume_tailor.problems import ProblemsError, has_errors
from resume_tailor.workspace import check_output

if TYPE_CHECKING:
    from resume_tailor.budget import Extent
    from resume_tailor.made import Made
    from resume_tailor.model import Profile, Resume
    from resume_tailor.pipeline import Page
    from resume_tailor.select import Selection
    from resume_tailor.sheet import Layouts
    from resume_tailor.workspace import Workspace

MANIFEST_FILE = "interview.json"  # beside a build's own, which knows nothing of these files
_FORMATS = ("pdf", "html")
_TOO_LONG = 1.1

F = TypeVar("F", bound=Callable[..., Any])


def _formats(_context: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
    """Read `pdf,html`."""
    wanted = tuple(dict.fromkeys(part.strip() for part in value.lower().split(",") if part.strip()))
    if not wanted or any(part not in _FORMATS for part in wanted):
        raise click.BadParameter(f"'{value}': write pdf, html or pdf,html")
    return wanted


def options(command: F) -> F:
    """Give a command the options of a paper: `company`, `formats`, `out`, `lang` and `day`."""
    given = (
        click.option(
            "--company",
            "-c",
            required=True,
            metavar="ID",
            type=composed,
            shell_complete=company_ids,
            help="For whom.",
        ),
        click.option(
            "--format", "formats", default="pdf,html", show_default=True, callback=_formats, help="pdf, html or both."
        ),
        click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Output folder [default: dist]."),
        click.option("--lang", type=click.Choice(["ko", "en"]), help="Language of the page [default: the profile's]."),
        click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day on it [default: today]."),
    )
    for option in reversed(given):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Paper:
    """Whom a paper is for and what it is made of: a profile, the base, and the resume that goes with it."""

    workspace: "Workspace"
    resume: "Resume"
    profile: "Profile"
    file: str  # the profile's own
    page: "Page"  # the resume's
    lang: str
    today: dt.date
    folder: Path  # `dist/socar`, or `dist/socar/en` for a language that is not the profile's

    @property
    def selection(self) -> "Selection":
        """What is on the resume."""
        return self.page.selection

    def layouts(self, style: str) -> "Layouts":
        """Return the layouts of a sheet whose style sheet is called so."""
        from resume_tailor.sheet import Layouts

        return Layouts((self.workspace.root,), style)


def measure(layouts: "Layouts") -> Callable[[str], "Extent"]:
    """Return what measures a page; one whose columns are too narrow for their words counts as too long."""
    from resume_tailor import outputs
    from resume_tailor.budget import Extent

    def measured(html: str) -> Extent:
        extent = layouts.extent(html)
        torn = extent.length <= 1 and outputs.tears_words(layouts.of(html).write(), html)
        return Extent(1, _TOO_LONG) if torn else extent

    return measured


def opened(company: str, lang: str | None, out: Path | None, day: dt.datetime | None) -> Paper:
    """Read what a paper is made of, or raise `ProblemsError` with all that is wrong."""
    from resume_tailor import pipeline, sheet

    workspace = open_workspace()
    base, resume = whose.readable_base(workspace)
    asked = whose.Asked(company, lang or "", (), day.date() if day else today())
    file = whose.layers(workspace, asked)[-1].path
    profile = whose.wishes(workspace, base, asked)
    settings = workspace.settings()
    spoken = whose.spoken(workspace, base, asked)
    home = workspace.output(out)
    folder = home / company
    if spoken != pipeline.language(resume, (profile.lang, settings.lang)):
        folder /= spoken
    check_output(home, folder)
    on = asked.day or today()
    page = sheet.draw(workspace, resume, profile, lang=spoken, today=on).page
    return Paper(workspace, resume, profile, file, page, spoken, on, folder)


def write(paper: Paper, part: str, made: "Made") -> Iterator[str]:
    """Write a paper's files and yield what to tell: `dist/socar/사업지도_한지원_쏘카.pdf  1 page`, then notes."""
    from resume_tailor import outputs

    if has_errors(made.problems):
        raise ProblemsError(*made.problems)
    manifest = outputs.Manifest(MANIFEST_FILE, part)
    notes = outputs.write(paper.folder, made.files, _contents(paper, made), manifest)
    for name, pages in made.pages.items():
        path, here = paper.folder / name, Path.cwd()
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        yield f"{shown}  {pages} page{'s' * (pages != 1)}" if pages else f"{shown}"
    yield from (f"  {note}" for note in notes)


def _contents(paper: Paper, made: "Made") -> Mapping[str, object]:
    """Return what a paper was made of. No time in it: the same input gives the same manifest."""
    from resume_tailor import __version__, fonts, outputs

    return {
        "company": paper.profile.id,
        "lang": paper.lang,
        "date": paper.today.isoformat(),
        "versions": {"resume-tailor": __version__, **made.versions},
        "inputs": {name: outputs.sha256(data) for name, data in sorted(paper.workspace.inputs.items())},
        "fonts": {face.file: face.sha256 for face in fonts.FACES},
        "outputs": made.outputs(),
    }

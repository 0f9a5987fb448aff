"""`resume new`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from resume_tailor.commands.terminal import open_workspace, show, shows_problems, today
from resume_tailor.problems import Place, Problem, ProblemsError, has_errors

if TYPE_CHECKING:
    from resume_tailor.keywords import Aliases
    from resume_tailor.model import Resume
    from resume_tailor.pipeline import Base
    from resume_tailor.posting.report import Read
    from resume_tailor.workspace import Workspace

# The rules that flag a project as anybody's.
_GENERIC = ("public-dataset", "competition-clone", "tutorial-clone")


@click.command()
@click.argument("name", metavar="ID")
@click.option("--posting", "file", required=True, metavar="FILE", help="The posting: text, Markdown, HTML or PDF.")
@click.option("--extends", metavar="PROFILE", default="", help="A shared profile to build on, e.g. _analyst.")
@shows_problems
def new(*, name: str, file: str, extends: str) -> None:
    """Draft companies/ID.yaml from a job posting, with the reason for each line. Overwrites nothing.

    A posting from outside the workspace is copied into postings/, for it will be gone from the web.
    """
    from resume_tailor.commands import whose
    from resume_tailor.writing import write_new

    workspace = open_workspace()
    name = normalize("NFC", name)
    target = workspace.root / "companies" / f"{name}.yaml"
    _check_name(workspace, name, target)
    base, resume = whose.readable_base(workspace)
    read, data = _posting(workspace, file, _aliases(base))
    kept, copy = _home_of(workspace, Path(file), name)
    text = _drafted(workspace, base, resume, read, name, extends=extends, posting=kept)
    _check(workspace, base, name, text)
    if copy:
        write_new(copy, data)
        click.echo(workspace.name(copy))
    try:
        write_new(target, text.encode())
    except FileExistsError:  # since we looked
        raise _exists(name) from None
    click.echo(workspace.name(target))
    show(base.problems)
    click.echo(f"\nNow: read it through, then resume build --company {name}")


def _check_name(workspace: "Workspace", name: str, target: Path) -> None:
    """Raise where a profile cannot be called so, or is there already: in another case too, where the disk says so."""
    from pathvalidate import is_valid_filename

    from resume_tailor.model import BASE_ID

    if not is_valid_filename(name, platform="universal") or name.startswith(("_", ".", "-")) or name == BASE_ID:
        raise click.UsageError(f"'{name}' cannot be a company's id: write a short name such as socar")
    if name in workspace.companies() or target.exists():
        raise _exists(name)


def _exists(name: str) -> ProblemsError:
    hint = "nothing was written; choose another id, or delete the file first"
    return ProblemsError(Problem("exists", "is already there", Place(f"companies/{name}.yaml"), hint=hint))


def _aliases(base: "Base") -> "Aliases":
    """Return which words are the same, the workspace's own among them."""
    from resume_tailor.keywords import merged, shipped

    return merged(shipped(), ((word, *forms) for word, forms in base.settings.aliases.items()))


def _posting(workspace: "Workspace", file: str, aliases: "Aliases") -> tuple["Read", bytes]:
    """Return what a posting says, and its bytes."""
    from resume_tailor import postingfiles
    from resume_tailor.commands.posting import read

    if Path(file).is_dir():
        raise ProblemsError(Problem("unreadable", "is a folder", Place(file), hint="name one posting in it"))
    if not Path(file).is_file():
        raise ProblemsError(Problem("unreadable", "there is no such file", Place(file)))
    found = postingfiles.read_one(
        Path(file), workspace.name(Path(file).resolve()) if _inside(workspace, file) else file
    )
    if has_errors(found.problems):
        raise ProblemsError(*found.problems)
    return read(found.path, found.text, aliases), Path(file).read_bytes()


def _inside(workspace: "Workspace", file: str) -> bool:
    return Path(file).resolve().is_relative_to(workspace.root.resolve())


def _home_of(workspace: "Workspace", file: Path, name: str) -> tuple[str, Path | None]:
    """Return the path that the profile gives of its posting, and where to copy one to that lies elsewhere."""
    if _inside(workspace, str(file)):
        return file.resolve().relative_to(workspace.root.resolve()).as_posix(), None
    folder = workspace.root / "postings"
    stems = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    copy = next(path for stem in stems if not (path := folder / f"{stem}{file.suffix.lower()}").exists())
    return workspace.name(copy), copy


def _drafted(
    workspace: "Workspace", base: "Base", resume: "Resume", read: "Read", name: str, *, extends: str, posting: str
) -> str:
    from resume_tailor.posting.draft import Draft, profile_text

    draft = Draft(
        id=name,
        posting=read.posting,
        reading=read.reading,
        keywords=read.keywords,
        resume=resume,
        aliases=_aliases(base),
        file=posting,
        extends=extends,
        flagged=dict(_flagged(base, resume)),
        years=_years(resume),
        schema=(workspace.root / ".resume/profile.schema.json").is_file(),
    )
    return profile_text(draft)


def _flagged(base: "Base", resume: "Resume") -> Iterator[tuple[str, str]]:
    """Yield the projects that read as anybody's, with the rule that says so."""
    from dataclasses import replace

    from resume_tailor.lint.checks import flagged
    from resume_tailor.model import Marked
    from resume_tailor.pipeline import no_profile

    wishes = tuple(Marked(rule, Place("")) for rule in _GENERIC)
    found, _ = flagged(resume, replace(no_profile(), drop_flagged=wishes), base.own)
    yield from ((name, mark.value) for name, mark in found.items())


def _years(resume: "Resume") -> float | None:
    """Return the experience that the jobs of the base make together, None where they do not say when they were."""
    from resume_tailor.compose import career_months

    jobs = resume.sections.get("work", ())
    months = career_months(jobs, today())
    return months / 12 if months or not jobs else None


def _check(workspace: "Workspace", base: "Base", name: str, text: str) -> None:
    """Raise where the draft does not validate: it names what `--extends` brought, say."""
    from resume_tailor import pipeline

    _, problems = pipeline.try_profile(name, workspace.drafted(name, text.encode()), base)
    if has_errors(problems):
        raise ProblemsError(*problems)

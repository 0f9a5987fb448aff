"""`resume init`."""

import json
from pathlib import Path

import click

from resume_tailor.commands.terminal import shows_problems
from resume_tailor.problems import Place, Problem, ProblemsError


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@shows_problems
def init(folder: Path) -> None:
    """Make a small workspace in FOLDER (here, when none is named) that builds at once. Overwrites nothing."""
    from resume_tailor.writing import write_new

    files = _starter() | _schemas()
    there = [name for name in files if (folder / name).exists()]
    if there:
        hint = "nothing was written; name another folder"
        raise ProblemsError(*(Problem("exists", "is already there", Place(name), hint=hint) for name in there))
    for name, data in files.items():
        try:
            write_new(folder / name, data)
        except FileExistsError:  # since we looked
            hint = "another program is writing here: see what there is, and run it again in an empty folder"
            raise ProblemsError(
                Problem("exists", "has come meanwhile; it is left as it is", Place(name), hint=hint)
            ) from None
        click.echo((folder / name).as_posix())
    go = "" if folder == Path() else f"cd {folder} && "
    click.echo(f"\nNow: {go}resume build --company example")


def _starter() -> dict[str, bytes]:
    """Return the files of the starting workspace by name."""
    home = Path(__file__).resolve().parent.parent / "starter"
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in sorted(home.rglob("*.yaml"))}


def _schemas() -> dict[str, bytes]:
    """Return the JSON Schemas that the starter's first lines point an editor to."""
    from resume_tailor.schema import json_schema

    texts = {name: json.dumps(json_schema(name), ensure_ascii=False, indent=2) for name in ("base", "profile")}
    return {f".resume/{name}.schema.json": f"{text}\n".encode() for name, text in texts.items()}

"""`resume templates`."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from resume_tailor.commands.terminal import open_workspace, shows_problems
from resume_tailor.ids import is_id
from resume_tailor.problems import Place, Problem, ProblemsError

if TYPE_CHECKING:
    from resume_tailor.template import Template


@click.group(invoke_without_command=True)
@click.pass_context
@shows_problems
def templates(context: click.Context) -> None:
    """List the templates; `resume templates copy` puts one into the workspace to change it."""
    if context.invoked_subcommand:
        return
    workspace = open_workspace()
    problems: list[Problem] = []
    for name, folder in sorted(workspace.templates().items()):
        home = "yours" if folder.is_relative_to(workspace.root) else "shipped"
        click.echo(f"{name}  ({home})")
        try:
            about, _ = workspace.template(name, Place("templates"))
        except ProblemsError as error:
            problems += error.problems
            continue
        for line in _described(about):
            click.echo(f"  {line}")
    if problems:
        raise ProblemsError(*problems)


def _described(template: "Template") -> Iterator[str]:
    """Yield what a template says of itself, and its options."""
    if template.description:
        yield from dict.fromkeys((template.description.to("ko"), template.description.to("en")))
    for name, option in template.options.items():
        values = f", one of {', '.join(option.choices)}" if option.choices else ""
        yield f"option {name}: {option.type}{values}, {option.default} by default"


@templates.command()
@click.argument("name")
@click.argument("new_name", required=False)
@shows_problems
def copy(name: str, new_name: str | None) -> None:
    """Copy the template NAME into templates/ as NEW_NAME (or under its own name, which then wins)."""
    workspace = open_workspace()
    _, folder = workspace.template(name, Place("templates"))
    target = workspace.root / "templates" / (new_name or name)
    if new_name and (new_name.startswith(".") or not is_id(new_name)):
        raise click.BadParameter(f"'{new_name}': letters, digits, '.', '_' and '-' only", param_hint="NEW_NAME")
    if target.exists():
        hint = "give the copy another name: resume templates copy NAME NEW_NAME"
        raise ProblemsError(
            Problem("exists", "there is already a template of this name", Place(workspace.name(target)), hint=hint)
        )
    shutil.copytree(folder, target)
    click.echo(f"{workspace.name(target)}/ is yours now; `template: {target.name}` in a profile uses it")

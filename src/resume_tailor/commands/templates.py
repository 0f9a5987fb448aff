"""`resume templates`."""

import shutil

import click

from resume_tailor.commands.terminal import open_workspace, shows_problems
from resume_tailor.ids import is_id
from resume_tailor.problems import Place, Problem, ProblemsError


@click.group(invoke_without_command=True)
@click.pass_context
@shows_problems
def templates(context: click.Context) -> None:
    """List the templates; `resume templates copy` puts one into the workspace to change it."""
    if context.invoked_subcommand:
        return
    workspace = open_workspace()
    for name, folder in sorted(workspace.templates().items()):
        template, _ = workspace.template(name, Place("templates"))
        home = "yours" if folder.is_relative_to(workspace.root) else "shipped"
        click.echo(f"{name}  ({home})")
        if template.description:
            click.echo(f"  {template.description.to('ko')}\n  {template.description.to('en')}")
        for option, about in template.options.items():
            values = f", one of {', '.join(about.choices)}" if about.choices else ""
            click.echo(f"  option {option}: {about.type}{values}, {about.default} by default")


@templates.command()
@click.argument("name")
@click.argument("new_name", required=False)
@shows_problems
def copy(name: str, new_name: str | None) -> None:
    """Copy the template NAME into templates/ as NEW_NAME (or under its own name, which then wins)."""
    workspace = open_workspace()
    _, folder = workspace.template(name, Place("templates"))
    target = workspace.root / "templates" / (new_name or name)
    if new_name and not is_id(new_name):
        raise click.BadParameter(f"'{new_name}': letters, digits, '.', '_' and '-' only", param_hint="NEW_NAME")
    if target.exists():
        hint = "give the copy another name: resume templates copy NAME NEW_NAME"
        raise ProblemsError(
            Problem("exists", "there is already a template of this name", Place(workspace.name(target)), hint=hint)
        )
    shutil.copytree(folder, target)
    click.echo(f"{workspace.name(target)}/ is yours now; `template: {target.name}` in a profile uses it")

"""`resume schema`."""

import json

import click


@click.command()
@click.argument("which", type=click.Choice(["base", "profile"]))
def schema(which: str) -> None:
    """Print the JSON Schema of a base or a profile, for editors.

    In VS Code with the YAML extension, `resume init` has already told the editor where to find them.
    """
    from resume_tailor.schema import json_schema

    click.echo(json.dumps(json_schema(which), ensure_ascii=False, indent=2))

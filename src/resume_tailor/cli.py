"""The command line. Commands stand one a file in `commands/`; only they and this module print or exit."""

import gc
import os
import sys
from importlib import import_module

import click

from resume_tailor import __version__, bug

EXIT_PROBLEMS, EXIT_BUG = 1, 3


COMMANDS = (
    "init",
    "build",
    "preview",
    "lint",
    "explain",
    "diff",
    "posting",
    "new",
    "match",
    "map",
    "brief",
    "templates",
    "schema",
    "doctor",
)


class _Lazy(click.Group):
    """A group that loads only the command that is run: each stands in a module of its name."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"resume_tailor.commands.{name}"), name)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:  # click looks here for what was meant
            self.commands = {name: command for name in COMMANDS if (command := self.get_command(context, name))}
        return super().resolve_command(context, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="resume")
def cli() -> None:
    """Build a different, better resume for each company from one maximal base."""


def main() -> None:
    """Run the command; the console script."""
    gc.set_threshold(100_000, 20, 100)  # a short life: collecting less often saves a twentieth of a build
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without Hangul must not end a build
    try:
        cli()
    except OSError as error:  # `resume explain | head`, or a full disk behind `> file`
        if not isinstance(error, BrokenPipeError):
            click.echo(f"resume: {error.strerror or error}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is left to be written at the end
        sys.exit(EXIT_PROBLEMS)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug of ours never shows a traceback
        click.echo(bug.report(error), err=True)
        sys.exit(EXIT_BUG)
    finally:
        gc.freeze()  # or the interpreter looks through everything once more before it goes

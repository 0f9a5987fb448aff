"""The command line. Commands stand one a file in `commands/`; only they and this module print or exit."""

import gc
import os
import signal
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from resume_tailor import __version__, bug

EXIT_PROBLEMS, EXIT_BUG, EXIT_ENDED = 1, 3, 128
_STDERR = 2


# What each command does, in the order of the work. It stands here so that `--help` loads no command.
COMMANDS: Mapping[str, str] = {
    "init": "Make a small workspace that builds at once.",
    "build": "Build resumes, tailored or the base itself, into dist/.",
    "preview": "See the pages in a browser as you edit them.",
    "explain": "Say why each item is on the page, or is not.",
    "diff": "Show what tells two companies' resumes apart.",
    "lint": "Say what weakens a resume or a project's description.",
    "posting": "Read job postings: the role by its duties, and the keywords.",
    "new": "Draft a company's profile from a posting.",
    "match": "Say which keywords the page has, the base has, or neither.",
    "map": "Draw the company's business with your work on it, on a page.",
    "brief": "Make two pages for an interview: map, match, questions.",
    "templates": "List templates, or copy one to change it.",
    "schema": "Print the JSON Schemas for editors.",
    "doctor": "Check what this machine lacks.",
}


class _Lazy(click.Group):
    """A group that loads only the command that is run: each stands in a module of its name."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"resume_tailor.commands.{name}"), name)
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:  # click looks here for what was meant
            self.commands = {name: click.Command(name) for name in COMMANDS}
        return super().resolve_command(context, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="resume")
def cli() -> None:
    """Build a different, better resume for each company from one maximal base."""


def _open_streams() -> None:
    """Open what was closed (`resume build >&-`): else the next file would be taken for it, and be written into."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= _STDERR:
        pass
    os.close(handle)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as we run


def _check_here() -> None:
    """Raise where the current folder is gone: nothing can be found from it."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib is not loaded for --help
    except OSError as error:
        raise OSError(error.errno, "this folder is gone: go to another one (cd) and run it again") from None


def _end(number: int, _frame: object) -> None:
    """End as at the end of the work, so that nothing is left in a temporary folder."""
    sys.exit(EXIT_ENDED + number)


def main() -> None:
    """Run the command; the console script."""
    gc.set_threshold(100_000, 20, 100)  # a short life: collecting less often saves a twentieth of a build
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without Hangul must not end a build
    signal.signal(signal.SIGTERM, _end)
    try:
        _check_here()
        cli()
    except OSError as error:  # `resume explain | head`, or a full disk behind `> file`
        if not isinstance(error, BrokenPipeError):
            click.echo(f"resume: {error.strerror or error}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is left to be written at the end
        sys.exit(EXIT_PROBLEMS)
    except UnicodeEncodeError as error:
        if sys.getfilesystemencoding() == "utf-8":
            click.echo(bug.report(error), err=True)
            sys.exit(EXIT_BUG)
        names = f"{sys.getfilesystemencoding()} (LC_ALL, PYTHONUTF8)"
        click.echo(f"resume: file names are {names} here and cannot hold {error.object!a}: set PYTHONUTF8=1", err=True)
        sys.exit(EXIT_PROBLEMS)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug of ours never shows a traceback
        click.echo(bug.report(error), err=True)
        sys.exit(EXIT_BUG)
    finally:
        gc.freeze()  # or the interpreter looks through everything once more before it goes

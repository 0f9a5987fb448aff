"""The command line. Commands stand one a file in `commands/`; only they and this module print or exit."""

import gc
import os
import sys
from pathlib import Path

import click

from resume_tailor import __version__
from resume_tailor.commands.build import build
from resume_tailor.commands.diff import diff
from resume_tailor.commands.doctor import doctor
from resume_tailor.commands.explain import explain
from resume_tailor.commands.init import init
from resume_tailor.commands.schema import schema
from resume_tailor.commands.templates import templates

EXIT_PROBLEMS, EXIT_BUG = 1, 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="resume")
def cli() -> None:
    """Build a different, better resume for each company from one maximal base."""


for command in (init, build, explain, diff, templates, schema, doctor):
    cli.add_command(command)


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
        click.echo(_bug_report(error), err=True)
        sys.exit(EXIT_BUG)


def _bug_report(error: Exception) -> str:
    """Return what to send us: where it happened. The error's own text may hold the user's words and is left out."""
    trace, place = error.__traceback__, "an unknown place"
    while trace is not None:
        code = trace.tb_frame.f_code
        if "resume_tailor" in code.co_filename:
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno} in {code.co_name}"
        trace = trace.tb_next
    return (
        f"resume {__version__} met a bug of its own; your files are as they were.\n"
        "Please report it with this line (it holds nothing of your resume):\n"
        f"  {type(error).__name__} at {place}, Python {sys.version.split()[0]}, {sys.platform}"
    )

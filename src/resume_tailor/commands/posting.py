"""`resume posting`."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from resume_tailor.commands import tables
from resume_tailor.commands.terminal import EXIT_PROBLEMS, show, shows_problems
from resume_tailor.problems import Problem, has_errors

if TYPE_CHECKING:
    from resume_tailor.keywords import Aliases
    from resume_tailor.posting.report import Read
    from resume_tailor.postingfiles import PostingText

_WIDEST = 100  # columns of text, on however wide a terminal


@click.command()
@click.argument("paths", metavar="FILE|FOLDER|-...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", type=click.Choice(["ko", "en", "auto"]), default="auto", help="Language of the account.")
@shows_problems
def posting(*, paths: tuple[str, ...], form: str, lang: str) -> None:
    """Read job postings: the role that the duties show, why, what experience is asked for, and the keywords.

    A FILE is text, Markdown, a page saved from a browser, or a PDF. Nothing leaves this machine.
    """
    from resume_tailor import postingfiles
    from resume_tailor.posting import report

    texts = list(postingfiles.read_all(paths))
    problems = [problem for text in texts for problem in text.problems]
    found = [read(text.path, text.text) for text in texts if not has_errors(text.problems)]
    if form == "json":
        click.echo(report.as_json(found, _unread(texts)))
    elif found:
        click.echo("\n\n".join("\n".join(_drawn(one, one.posting.lang if lang == "auto" else lang)) for one in found))
    show(problems)
    if has_errors(problems):
        sys.exit(EXIT_PROBLEMS)


def read(path: str, text: str, aliases: "Aliases | None" = None) -> "Read":
    """Return a posting with all that can be read out of it; `aliases` are the workspace's and ours, or ours alone."""
    from resume_tailor.posting.reading import read_posting
    from resume_tailor.posting.report import Read
    from resume_tailor.posting.role import role_of
    from resume_tailor.posting.words import keywords_of

    found = read_posting(text)
    return Read(path, found, role_of(found), tuple(keywords_of(found, aliases)))


def _unread(texts: Iterable["PostingText"]) -> Iterator[dict[str, object]]:
    """Yield the files that could not be read, for programs."""
    for text in texts:
        if has_errors(text.problems):
            yield {"path": text.path, "role": None, "keywords": [], "problems": [_told(one) for one in text.problems]}


def _told(problem: Problem) -> dict[str, object]:
    return {"rule": problem.rule, "message": problem.message, "hint": problem.hint}


def _drawn(one: "Read", lang: str) -> Iterator[str]:
    """Yield the account of a posting: its file and title, then labels with what they say, wrapped beside them."""
    from resume_tailor.posting import report

    lines = list(report.as_lines(one, lang))
    width = tables.width_of(label for label, _ in lines)
    for place, (label, text) in enumerate(lines):
        if not place:
            yield f"{click.style(text, bold=True)}  {one.path}" if text != one.path else text
            continue
        head = click.style(tables.padded(label, width), fg="cyan")
        first, *rest = list(tables.wrapped(text, _WIDEST)) or [""]
        yield f"  {head}  {first}"
        yield from (f"  {' ' * width}  {more}" for more in rest)

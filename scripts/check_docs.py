"""Holds the docs to the code: links lead somewhere, commands parse, no file names a machine or a registry."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent

FENCE = re.compile(r"^( *)(`{3,}|~{3,})[ \t]*([\w-]*)[^\n]*\n(.*?)^ *\2", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"""\]\(<?([^)\s>]+)[^)]*\)|\b(?:src|href)=["']([^"']+)""")
ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:|#|//")
SHELLS = {"", "sh", "bash", "shell", "console"}
SYNOPSIS = re.compile(r"[\[\]]|\.\.\.")
SHELL_ENDS_IT = re.compile(r"^(?:[|&;]+|\d?>{1,2}.*|<)$")

# Written so that this file does not hold what it looks for.
_HOSTS = ("py(?:pi)", "python(?:hosted)", "npm(?:js)", "yarn(?:pkg)", r"deb\.deb(?:ian)", r"archive\.ubu(?:ntu)")
REGISTRY = re.compile(rf"\b(?:{'|'.join(_HOSTS)})\.(?:org|com)\b")
SOMEONES_HOME = re.compile(r"(?<![\w.}])/(?:home|Users)/\w+|\b[A-Z]:\\Users\\")
HERE = re.compile("|".join(re.escape(f"{place}/") for place in (ROOT, Path.home()) if place != Path("/")))


def project_files() -> list[Path]:
    """What git has, or would take."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return sorted(path for path in (ROOT / name for name in names if name) if path.is_file())


def text_of(path: Path) -> str:
    """Nothing for what is no text, a font, say."""
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", errors="replace")


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def blanked(text: str) -> str:
    """Without its code blocks, but with their lines, so that the places of the rest stay true."""
    return FENCE.sub(lambda block: "\n" * block[0].count("\n"), text)


def broken_links(path: Path, text: str, root: Path) -> Iterator[tuple[int, str]]:
    prose = blanked(text)
    for link in LINK.finditer(prose):
        target = link[1] or link[2]
        if ELSEWHERE.match(target):
            continue
        there = (path.parent / target.partition("#")[0]).resolve()
        if not (there.exists() and there.is_relative_to(root)):
            yield line_of(prose, link.start()), f"the link leads nowhere in this project: {target}"


def quoted_commands(text: str) -> Iterator[tuple[int, str]]:
    """Each line of a shell block that calls `resume`, with its line number."""
    for block in FENCE.finditer(text):
        first = line_of(text, block.start(4))
        for number, line in enumerate(block[4].splitlines(), first):
            command = line.strip().removeprefix("$ ")
            if block[3] in SHELLS and command.startswith("resume "):
                yield number, command


def words_of(command: str) -> list[str]:
    """Its arguments up to a pipe or redirection; the brackets and dots of a synopsis are no part of it."""
    words = shlex.split(SYNOPSIS.sub(" ", command), comments=True)[1:]
    return list(takewhile(lambda word: not SHELL_ENDS_IT.match(word), words))


def wrong_use(group: click.Group, command: str) -> str | None:
    """What click says against it, if anything. Only parsed: the files it names need not exist."""
    try:
        parse(group, words_of(command), None)
    except click.UsageError as error:
        return error.format_message()
    except ValueError as error:  # an open quote
        return str(error)
    return None


def parse(command: click.Command, words: list[str], parent: click.Context | None) -> None:
    context = click.Context(command, parent=parent)
    _, rest, _ = command.make_parser(context).parse_args(words)
    if isinstance(command, click.Group) and rest:
        _, inner, words = command.resolve_command(context, rest)
        if inner is not None:
            parse(inner, words, context)


def wrong_commands(text: str, group: click.Group) -> Iterator[tuple[int, str]]:
    for line, command in quoted_commands(text):
        reason = wrong_use(group, command)
        if reason:
            yield line, f"`{command}`: {reason}"


def foreign_names(text: str) -> Iterator[tuple[int, str]]:
    """Registry hosts and paths of somebody's machine, this one's among them."""
    for pattern, what in ((REGISTRY, "a registry's host"), (SOMEONES_HOME, "a path"), (HERE, "a path")):
        for found in pattern.finditer(text):
            yield line_of(text, found.start()), f"names {what} of one machine: {found[0]}"


def problems(path: Path, text: str, group: click.Group) -> Iterator[tuple[int, str]]:
    yield from foreign_names(text)
    if path.suffix == ".md":
        yield from broken_links(path, text, ROOT)
        yield from wrong_commands(text, group)


def command_line() -> click.Group:
    from resume_tailor import cli

    groups = (value for value in vars(cli).values() if isinstance(value, click.Group))
    return next(group for group in groups if "build" in group.list_commands(click.Context(group)))


def main() -> int:
    group = command_line()
    found = [
        f"{path.relative_to(ROOT)}:{line}: {message}"
        for path in project_files()
        for line, message in problems(path, text_of(path), group)
    ]
    print("\n".join(found) or "docs: every link, command and name holds")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

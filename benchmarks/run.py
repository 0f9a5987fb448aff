"""Measures this tool and its peers, and writes docs/benchmarks.md. `make bench` runs it; it takes some ten minutes.

BENCH_RUNS=3 sets how often each command is run. Names of groups as arguments measure those alone, and print instead of
writing: `run.py start one-ko-2`.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import bars
import groups
import machine
import peers
import rendercv
import table
from content import LANGS
from timing import FailedError, Figures, interleaved, once

PAGE = peers.REPOSITORY / "docs/benchmarks.md"
_RUNS = 5
_ENOUGH = 300  # characters of what a failing tool said
_PREVIEW_PATIENCE = 300  # seconds


def main(wanted: list[str]) -> None:
    """Measure, write, and say in a paragraph what came of it."""
    runs = int(os.environ.get("BENCH_RUNS") or _RUNS)
    where = machine.described()
    tools = ready()
    results: dict[str, dict[str, Figures]] = {}
    sections = []
    for group in groups.groups(tools):
        if wanted and group.name not in wanted:
            continue
        tell(group.title)
        results[group.name] = interleaved(group.tasks, max(1, round(runs * group.share)))
        sections.append(table.section(table.Section(group.title, results[group.name])))
    saves = [] if wanted else list(preview())
    found = bars.bars(results)
    made = [] if wanted else list(documents())
    text = report(where, tools, found, sections, saves, made)
    if wanted:
        print(text)
    else:
        write("bench", text)
    print(table.summary(found, results))


def ready() -> groups.Tools:
    """Return the peers, each tried once on a base of each language."""
    groups.WORK.mkdir(parents=True, exist_ok=True)
    groups.give_fonts()
    tools = groups.Tools(peers.cvloom(), peers.rendercv())
    icons = groups.cache_of("rendercv")
    if tools.rendercv.program and not works(tools.rendercv, tools):
        rendercv.lay_stand_in(icons)
    if rendercv.has_stand_in(icons):
        noted = f"{tools.rendercv.version}, without icons, whose package could not be fetched"
        tools = replace(tools, rendercv=replace(tools.rendercv, version=noted))
    return groups.Tools(checked(tools.cvloom, tools), checked(tools.rendercv, tools))


def checked(peer: peers.Peer, tools: groups.Tools) -> peers.Peer:
    """Return the peer as it is, or skipped when it cannot do what it is measured by."""
    if not peer.program or works(peer, tools):
        return peer
    return replace(peer, program=None, why="fails here")


def works(peer: peers.Peer, tools: groups.Tools) -> bool:
    """Whether the peer builds a base of each language."""
    tasks = [task for lang in LANGS for task in groups.one(tools, lang, 2).tasks]
    try:
        for task in [task for task in tasks if task.command[0] == str(peer.program)]:
            once(task)
    except FailedError as error:
        tell(f"{peer.name} failed: {str(error)[-_ENOUGH:]}")
        return False
    return True


def preview() -> Iterator[str]:
    """Yield what scripts/bench_preview.py says, line by line; it needs a browser."""
    tell("preview: from a save to the painted text")
    script = peers.REPOSITORY / "scripts/bench_preview.py"
    try:
        done = subprocess.run(
            [sys.executable, str(script)], capture_output=True, text=True, check=True, timeout=_PREVIEW_PATIENCE
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        yield "skipped (no browser)"
        return
    yield from done.stdout.splitlines()


def documents() -> Iterator[table.Made]:
    """Yield what each tool made of each base."""
    import pypdfium2  # here, so that it is not in memory while others are measured

    for lang in LANGS:
        for pages in (2, 5):
            root = groups.WORK / f"one-{lang}-{pages}"
            for tool in ("resume", "cvloom", "rendercv"):
                for path in sorted((root / tool).rglob("*.pdf")):
                    with pypdfium2.PdfDocument(path) as document:
                        texts = [page.get_textpage().get_text_bounded() for page in document]
                    letters = sum(len("".join(text.split())) for text in texts)
                    yield table.Made(f"{bars.NAMES[lang]}, {pages} pages", tool, len(texts), letters)


def report(
    where: str,
    tools: groups.Tools,
    found: list[bars.Bar],
    sections: list[str],
    saves: list[str],
    made: list[table.Made],
) -> str:
    """Return the whole part that `make bench` writes."""
    parts = [f"Measured {where}", f"Peers: {tools.cvloom}; {tools.rendercv}.", table.bar_table(found), _HOW, *sections]
    if saves:
        parts += ["### Preview: from a save to the painted text", "\n".join(f"- {line}" for line in saves)]
    if made:
        parts += ["### What each tool made of the same content", table.made_table(made)]
    return "\n\n".join(parts)


_HOW = """\
Each group below was run in turns (A B C A B C), after one round that does not count. A ratio above is the median of
the rounds' ratios, since what slows the machine for a while slows both sides of one. *Cold* is a new process in a
workspace just written, with nothing built or remembered; files and fonts are in the system's memory. Processor time
adds up all processes of a command; other programs disturb it less. Peak memory is that of a command's largest process,
and no less than what the harness itself takes. Each tool got the same invented text in its own format and a plain
template; cvloom and RenderCV bring no Korean face and were lent ours."""


def write(name: str, text: str) -> None:
    """Write one part of the page; the other stays as it is."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else table.PAGE
    PAGE.write_text(table.replaced(page, name, text), encoding="utf-8")


def tell(what: str) -> None:
    """Say on the terminal how far it is."""
    print(f"  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

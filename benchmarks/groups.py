"""What is measured: groups of commands that are run in turns, each on workspaces made for them."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import bars
import cvloom
import ours
import rendercv
from content import BULLETS, LANGS, Content, Lang, content
from peers import CACHE, REPOSITORY, Peer
from timing import Task

WORK = CACHE / "work"
FONTS = REPOSITORY / "src/resume_tailor/fonts"
_LONG = 1.8  # times two pages of bullets: some three pages
_MANY = 50
_ONE = ("build", "--company", "c000")


@dataclass(frozen=True, slots=True)
class Group:
    """Commands to run in turns; the first one is what the others are multiples of."""

    name: str
    title: str
    tasks: tuple[Task, ...]
    share: float = 1.0  # of the runs asked for: long ones are run less often, what bars are about more often


@dataclass(frozen=True, slots=True)
class Tools:
    """The peers as they were found."""

    cvloom: Peer
    rendercv: Peer


def environment(tool: str) -> dict[str, str]:
    """Return as good as nothing, and a home of the tool's own, in which its font caches stay warm."""
    home = CACHE / "home" / tool
    home.mkdir(parents=True, exist_ok=True)
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}


def cache_of(tool: str) -> Path:
    """Return where a tool keeps what it fetches, by the custom of the system."""
    home = Path(environment(tool)["HOME"])
    return home / "Library/Caches" if sys.platform == "darwin" else home / ".cache"


def give_fonts() -> None:
    """Lay our Korean face among the fonts that cvloom finds: it brings none."""
    target = Path(environment("cvloom")["HOME"]) / ".local/share/fonts"
    shutil.copytree(FONTS, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__"))


def groups(tools: Tools) -> Iterator[Group]:
    """Yield all groups, each with its workspaces written."""
    yield start(tools)
    for lang in LANGS:
        for pages in (2, 5):
            yield one(tools, lang, pages)
    for lang in LANGS:
        yield everyone(tools, lang, 20)
    yield everyone(tools, "ko", _MANY)
    yield fitting()


def start(tools: Tools) -> Group:
    """Return the commands that should be there at once."""
    example = WORK / "example"
    shutil.rmtree(example, ignore_errors=True)
    for part in ("resume", "companies", "postings"):
        shutil.copytree(REPOSITORY / part, example / part)
    here = environment("resume")
    found = (("cvloom --help", tools.cvloom), ("rendercv --help", tools.rendercv))
    peers = [
        Task(name, (str(peer.program), "--help"), WORK, environment(peer.name)) for name, peer in found if peer.program
    ]
    tasks = (
        Task(bars.BARE, (sys.executable, "-c", "pass"), WORK, here),
        Task(bars.HELP, ours.command("--help"), WORK, here),
        Task("resume lint, the example", ours.command("lint"), example, here, ends=(0, 1)),
        *peers,
    )
    return Group("start", "Commands that should be there at once", tasks)


def one(tools: Tools, lang: Lang, pages: int) -> Group:
    """Return one cold build of a base by each tool."""
    what = content(lang, BULLETS[lang, pages])
    name = f"one-{lang}-{pages}"
    root = WORK / name
    tasks = [
        _cold(bars.OURS, _ONE, root / "resume", what),
        _cold("resume, HTML only", (*_ONE, "--format", "html"), root / "resume-html", what),
    ]
    if tools.cvloom.program:
        command = (str(tools.cvloom.program), "build", "--profile", "p000")
        kinds: dict[str, tuple[str, ...]] = {bars.CVLOOM: (), "cvloom, HTML only": ("--skip-pdf",)}
        for task, more in kinds.items():
            folder = cvloom.write(root / f"cvloom{''.join(more)}", what)
            tasks.append(Task(task, (*command, *more), folder, environment("cvloom"), _without(folder / "dist")))
    if tools.rendercv.program:
        folder = rendercv.write(root / "rendercv", what, FONTS)
        render = (str(tools.rendercv.program), "render", rendercv.INPUT, *rendercv.PDF_ALONE)
        before = _without(folder / "rendercv_output")
        tasks.append(Task(bars.RENDERCV, render, folder, environment("rendercv"), before))
    tasks.sort(key=lambda task: "HTML only" in task.name)  # those that bars compare run right after one another
    return Group(name, f"One cold build: {bars.NAMES[lang]}, {pages} pages", tuple(tasks), 2)


def everyone(tools: Tools, lang: Lang, companies: int) -> Group:
    """Return builds of many companies: from nothing, with one profile changed, with nothing changed."""
    what = content(lang, BULLETS[lang, 2])
    name = f"all-{companies}-{lang}"
    root = WORK / name / "resume"
    here = environment("resume")
    every = ("build", "--all")
    versions = count(1)  # a version of a profile is never met twice
    tasks = [
        _cold(bars.ONE, _ONE, WORK / name / "one", what, companies),
        _cold(bars.COLD, every, root, what, companies),
        Task(bars.UNCHANGED, ours.command(*every), root, here),
        Task(
            bars.TOUCHED,
            ours.command(*every),
            root,
            here,
            lambda: ours.touch(root, what, companies // 2, next(versions)),
        ),
    ]
    if tools.cvloom.program and companies != _MANY:
        folder = cvloom.write(WORK / name / "cvloom", what, companies)
        command = (str(tools.cvloom.program), "build", "--all")
        tasks.append(Task(bars.CVLOOM_ALL, command, folder, environment("cvloom"), _without(folder / "dist")))
    return Group(name, f"{companies} companies, PDF + HTML: {bars.NAMES[lang]}, 2 pages", tuple(tasks), 0.6)


def fitting() -> Group:
    """Return builds with a limit of two pages that a base keeps by itself, and that it must be cut to."""
    short, long = BULLETS["ko", 2], round(BULLETS["ko", 2] * _LONG)
    wanted = (("2 pages, limit 2", short, 2), ("3 pages, no limit", long, 0), ("3 pages, limit 2", long, 2))
    tasks = tuple(
        _cold(name, _ONE, WORK / "fit" / str(number), content("ko", bullets), pages=limit)
        for number, (name, bullets, limit) in enumerate(wanted)
    )
    return Group("fit", "Page fitting: one cold build, Korean", tasks)


def _cold(name: str, args: tuple[str, ...], root: Path, what: Content, companies: int = 1, pages: int = 0) -> Task:
    """Return one of our builds from a workspace just written, in which nothing was built or is remembered."""
    return Task(
        name, ours.command(*args), root, environment("resume"), lambda: ours.write(root, what, companies, pages=pages)
    )


def _without(folder: Path) -> Callable[[], None]:
    """Return what takes away that which an earlier run built."""
    return lambda: shutil.rmtree(folder, ignore_errors=True)

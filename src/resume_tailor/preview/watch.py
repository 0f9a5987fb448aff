"""Tells when a file of the workspace may have changed. What changed is for the desk to see: it compares the bytes."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from watchfiles import awatch

_FOLDERS = ("resume", "companies", "templates", "lint", "postings")
# In ms: an editor's save is several events, within a millisecond or two.
_SETTLING: Mapping[str, Any] = {"debounce": 30, "step": 5}


async def changes(root: Path, read: Callable[[], Iterable[Path]]) -> AsyncIterator[None]:
    """Yield whenever something may have changed; changes while the caller is busy come as one.

    `read` gives the files that pages were made of: those elsewhere (a picture, what a link leads to) are watched too.
    """
    stirred = asyncio.Event()
    watched: object = None
    tasks: list[asyncio.Task[None]] = []
    try:
        while True:
            deep, flat = _places(root, read())
            if (now := _identities([*deep, *flat])) != watched:
                await _ended(tasks)
                watched = now
                tasks = [asyncio.create_task(_watch(deep, stirred, recursive=True))] if deep else []
                tasks += [asyncio.create_task(_watch(flat, stirred, recursive=False))]
                stirred.set()  # what changed while nobody watched
            await stirred.wait()
            stirred.clear()
            yield
    finally:
        await _ended(tasks)


def _places(root: Path, files: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the folders to watch with all that is in them, and those to watch alone."""
    deep = [folder for name in _FOLDERS if (folder := root / name).is_dir()]
    flat = {root}
    for file in files:
        for folder in {file.parent, file.resolve().parent}:
            if folder.is_dir() and not any(folder.is_relative_to(other) for other in deep):
                flat.add(folder)
    return deep, sorted(flat)


def _identities(folders: Iterable[Path]) -> list[tuple[Path, int]]:
    """Return what changes when a folder is deleted and made again, which ends the watch on it."""
    found = []
    for folder in folders:
        with suppress(OSError):
            found.append((folder, folder.stat().st_ino))
    return found


async def _watch(folders: list[Path], stirred: asyncio.Event, *, recursive: bool) -> None:
    """Set the event at each change; where the system will not tell of changes, look for them."""
    try:
        async for _ in awatch(*folders, watch_filter=None, recursive=recursive, **_SETTLING):
            stirred.set()
    except (OSError, RuntimeError):  # no more watches to be had, or a folder that is gone already
        with suppress(OSError, RuntimeError):
            async for _ in awatch(
                *folders, watch_filter=None, recursive=recursive, force_polling=True, poll_delay_ms=200, **_SETTLING
            ):
                stirred.set()


async def _ended(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

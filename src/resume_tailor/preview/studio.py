"""Keeps what browsers look at up to date: draws at once what changed, has it proved when there is a pause."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from resume_tailor import bug
from resume_tailor.preview import telling
from resume_tailor.preview.desk import Desk, Drawn, Scene, Wanted, draw
from resume_tailor.preview.proof import Job, Step
from resume_tailor.preview.prover import Prover
from resume_tailor.preview.view import View
from resume_tailor.preview.watch import changes
from resume_tailor.problems import Place, Problem

_MOST_VIEWS = 12  # that are kept for coming back to
_PAUSE = 0.15  # seconds without a change before a page is laid out: while somebody types, it would be for nothing
_PATIENCE = 15  # seconds without news after which a stream says that it is still there


class Studio:
    """The pages that are looked at. All methods run in one event loop; drawing happens in one thread at a time."""

    def __init__(self, root: Path, today: Callable[[], dt.date]) -> None:
        """Take the workspace's folder and what tells the day."""
        self.root = root
        self.scene: Scene | None = None
        self._desk = Desk(root, today)
        self._prover = Prover(root, today)
        self._views: dict[Wanted, View] = {}
        self._watchers: dict[Wanted, int] = {}
        self._picturing: dict[Wanted, int] = {}
        self._drawing = asyncio.Lock()
        self._news = asyncio.Condition()
        self._edition = 0  # goes up with each piece of news
        self._unproved = asyncio.Event()
        self.closing = False

    async def run(self) -> None:
        """Follow the workspace until cancelled."""
        proving = asyncio.create_task(self._prove_forever())
        try:
            async for _ in changes(self.root, self._files):
                await self._refresh()
        finally:
            proving.cancel()
            await asyncio.to_thread(self._prover.close)

    async def close(self) -> None:
        """End all streams, so that the server can end."""
        self.closing = True
        await self._announce()

    def _files(self) -> list[Path]:
        return [self.root / name for name in self.scene.workspace.inputs] if self.scene else []

    # --- drawing ---

    async def _refresh(self) -> None:
        """Look at the workspace again and draw what is looked at."""
        async with self._drawing:
            self.scene = await asyncio.to_thread(self._look)
            for wanted in list(self._views):
                if wanted in self._watchers:
                    await self._draw(self._views[wanted])
                else:
                    del self._views[wanted]  # drawn again when somebody comes back to it
        await self._announce()
        self._unproved.set()

    def _look(self) -> Scene | None:
        """Return the workspace as it is now, or else as it was when it could last be read; the preview goes on."""
        try:
            return self._desk.look()
        except Exception:  # noqa: BLE001 - mostly a file that went while it was read: the next change is on its way
            return self.scene

    async def _draw(self, view: View) -> None:
        if self.scene:
            view.show(await asyncio.to_thread(_drawn, self.scene, view))

    async def view(self, wanted: Wanted) -> View:
        """Return a page, drawn."""
        async with self._drawing:
            if self.scene is None:
                self.scene = await asyncio.to_thread(self._look)
            if wanted not in self._views:
                view = View(wanted)
                await self._draw(view)
                self._views[wanted] = view
                self._make_room()
                self._unproved.set()
            return self._views[wanted]

    def _make_room(self) -> None:
        idle = [wanted for wanted in self._views if wanted not in self._watchers]
        for wanted in idle[: max(0, len(self._views) - _MOST_VIEWS)]:
            del self._views[wanted]

    # --- proving ---

    async def _prove_forever(self) -> None:
        """Prove what is looked at, whenever nothing has changed for a moment."""
        while True:
            await self._unproved.wait()
            self._unproved.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._unproved.wait(), _PAUSE)
                continue  # another change: begin the pause anew
            for wanted in list(self._watchers):
                if not self._unproved.is_set() and wanted in self._views:
                    await self._prove(self._views[wanted])

    async def _prove(self, view: View) -> None:
        """Have one page proved; what comes back belongs to it only as long as it has not been drawn anew."""
        drawn, pictures = view.drawn, view.wanted in self._picturing
        if view.settled and (view.pictures or not pictures):
            return
        loop = asyncio.get_running_loop()

        def tell(step: Step) -> None:
            asyncio.run_coroutine_threadsafe(self._take(view, drawn, step), loop).result()

        await asyncio.to_thread(self._prover.run, Job(view.wanted, pictures), tell)
        view.settled = view.drawn is drawn
        await self._announce()

    async def _take(self, view: View, drawn: Drawn | None, step: Step) -> None:
        if view.drawn is drawn:
            view.take(step)
            await self._announce()

    # --- telling ---

    @contextmanager
    def watching(self, wanted: list[Wanted], *, pictures: bool) -> Iterator[None]:
        """Keep pages up to date while somebody looks at them."""
        for counts in (self._watchers, *([self._picturing] if pictures else [])):
            for one in wanted:
                counts[one] = counts.get(one, 0) + 1
        self._unproved.set()
        try:
            yield
        finally:
            for counts in (self._watchers, *([self._picturing] if pictures else [])):
                for one in wanted:
                    counts[one] -= 1
                    if not counts[one]:
                        del counts[one]

    async def states(self, wanted: list[Wanted], *, pictures: bool) -> AsyncIterator[telling.Json | None]:
        """Yield what a browser shall know of some pages, whenever it changed; None after a while without a change."""
        last: telling.Json | None = None
        with self.watching(wanted, pictures=pictures):
            while not self.closing:
                edition = self._edition
                state = self._state([await self.view(one) for one in wanted], pictures=pictures)
                if state != last:
                    last = state
                    yield state
                elif not await self._news_since(edition):
                    yield None

    async def _news_since(self, edition: int) -> bool:
        """Wait for news, and tell whether any came."""
        async with self._news:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait_for(lambda: self._edition != edition), _PATIENCE)
        return self._edition != edition

    def _state(self, views: list[View], *, pictures: bool) -> telling.Json:
        scene = self.scene
        sources = scene.workspace.sources if scene else {}
        broken = frozenset(name for view in views if view.explained for name in view.explained.broken)
        return {
            "companies": [telling.company(one, broken) for one in scene.companies] if scene else [],
            "templates": list(scene.templates) if scene else [],
            "views": [view.told(sources, pictures=pictures) for view in views],
        }

    async def _announce(self) -> None:
        self._edition += 1
        async with self._news:
            self._news.notify_all()

    def picture(self, name: str) -> bytes | None:
        """Return a picture of a page by its name."""
        return next((view.pictures[name] for view in self._views.values() if name in view.pictures), None)

    def source(self, path: str) -> str | None:
        """Return the text of a file that was read, or None: nothing else of the disk can be asked for."""
        return self.scene.workspace.sources.get(path) if self.scene else None


def _drawn(scene: Scene, view: View) -> Drawn:
    """Draw a page; a bug of ours is told as a problem, and the preview goes on."""
    try:
        return draw(scene, view.wanted, view.fitting)
    except Exception as error:  # noqa: BLE001
        hint = "please report this line; it holds nothing of your resume"
        return Drawn(None, (Problem("preview", bug.line(error), Place("preview"), hint=hint),))

"""Starts the preview: finds a port, serves until it is told to end."""

import asyncio
import contextlib
import datetime as dt
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn

from resume_tailor.preview.editor import Editor
from resume_tailor.preview.gate import Gate
from resume_tailor.preview.server import application
from resume_tailor.preview.studio import Studio

_PORTS_TRIED = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen: an address of this machine, and the first port to try."""

    host: str
    port: int


def listen(place: Place) -> socket.socket:
    """Return a socket on the port, or on the next that is free; raises `OSError` when the address is not to be had."""
    family, _, _, _, address = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)[0]
    for port in (*range(place.port, min(place.port + _PORTS_TRIED, 65536)), 0):
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((address[0], port))
            found.listen(128)
        except OSError:
            found.close()
            if port == 0:
                raise
        else:
            return found
    raise AssertionError  # the last port either binds or raises


class _Server(uvicorn.Server):
    """Ends the streams first when it is told to end: else it would wait for browsers to go."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.told_to_end = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self._loop.call_soon_threadsafe(self.told_to_end.set)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Not raise the signal again afterwards: Ctrl-C is how a preview ends, and no failure."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()


async def serve(
    root: Path,
    place: Place,
    today: Callable[[], dt.date],
    editor: Editor | None,
    ready: Callable[[int], None],
) -> None:
    """Serve a workspace until a signal ends it; `ready` is called with the port once a browser may come."""
    with listen(place) as ear:
        studio = Studio(root, today)
        config = uvicorn.Config(
            Gate(application(studio, editor), place.host),
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        server = _Server(config)
        following = asyncio.create_task(studio.run())
        closing = asyncio.create_task(_close(server, studio))
        ready(ear.getsockname()[1])
        try:
            await server.serve(sockets=[ear])
        finally:
            closing.cancel()
            following.cancel()
            await asyncio.gather(closing, following, return_exceptions=True)


async def _close(server: _Server, studio: Studio) -> None:
    await server.told_to_end.wait()
    await studio.close()

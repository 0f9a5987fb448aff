"""A preview that runs as its user runs it: the installed command, in a folder."""

import http.client
import json
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from command import RESUME, environment

PATIENCE = 30  # seconds until a test gives up; never a measure


@dataclass(frozen=True)
class Served:
    """A running preview."""

    root: Path
    url: str
    process: subprocess.Popen

    @property
    def port(self) -> int:
        return urlsplit(self.url).port

    def ask(self, path: str, method: str = "GET", body: str = "", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """One request: status, headers, body. The path goes out as it is written."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method, path, body or None, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = line.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            line.close()

    @contextmanager
    def live(self, *ids: str, **query: str) -> Iterator["Stream"]:
        """The states of some pages, as a browser gets them."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request("GET", f"/-/live?{'&'.join(f'id={quote(one)}' for one in ids)}&{urlencode(query)}")
            yield Stream(line.getresponse())
        finally:
            line.close()

    def stop(self) -> int:
        """Press Ctrl-C and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


class Stream:
    """Server-sent events."""

    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.answer = answer

    def state(self) -> dict:
        """The next state."""
        while line := self.answer.readline():
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        raise EOFError

    def until(self, holds) -> dict:
        """The first view for which something holds; the newest state, if it never does, in the error."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            view = self.state()["views"][0]
            if holds(view):
                return view
        raise AssertionError(view)


@contextmanager
def preview(root: Path, *args: str, **env: str) -> Iterator[Served]:
    """Run `resume preview` in a folder."""
    command = [str(RESUME), "preview", "--no-open", *args]
    settings = environment(root, PYTHONUNBUFFERED="1", **env)
    with subprocess.Popen(
        command, cwd=root, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Served(root, process.stdout.readline().split()[1], process)
        finally:
            process.kill()

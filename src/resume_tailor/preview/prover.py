"""Has pages proved in a process of its own, so that what takes long never holds up what is seen at once."""

import datetime as dt
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from resume_tailor import bug
from resume_tailor.budget import Fitting
from resume_tailor.preview.desk import Desk
from resume_tailor.preview.proof import Fitted, Job, Step, prove
from resume_tailor.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Done:
    """The end of a job."""


class Prover:
    """The process, started with the first job and again whenever it died. One job at a time."""

    def __init__(self, root: Path, today: Callable[[], dt.date]) -> None:
        """Take the workspace's folder, and what tells the day: a module's function, since it goes to the process."""
        self._today = today
        self._root = root
        self._started = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def run(self, job: Job, tell: Callable[[Step], None]) -> None:
        """Have a job done, telling each step; returns when it is done, or died of it. For a thread of its own."""
        try:
            line = self._connected()
            line.send(job)
            while not isinstance(step := line.recv(), Done):
                tell(step)
        except Exception:  # noqa: BLE001 - the process is gone (out of memory, ended), in the middle of a word perhaps
            self.close()
            tell(_failed("the process that lays out pages has ended; it is started again with the next change"))

    def _connected(self) -> Connection:
        with self._started:
            if self._line is None or self._process is None or not self._process.is_alive():
                context = multiprocessing.get_context("spawn")  # a fork would share the server's sockets and threads
                self._line, theirs = context.Pipe()
                self._process = context.Process(target=_work, args=(self._root, self._today, theirs), daemon=True)
                self._process.start()
                theirs.close()
            return self._line

    def close(self) -> None:
        """End the process."""
        with self._started:
            if self._line:
                self._line.close()
            if self._process:
                self._process.terminate()
                self._process.join(1)
            self._line = self._process = None


def _work(root: Path, today: Callable[[], dt.date], line: Connection) -> None:
    """Do jobs until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process
    with suppress(OSError, AttributeError):  # AttributeError: Windows has no nice
        os.nice(5)
    desk = Desk(root, today)
    with suppress(EOFError, OSError):
        while True:
            _do(desk, line.recv(), line)


def _do(desk: Desk, job: Job, line: Connection) -> None:
    try:
        for step in prove(desk, job):
            line.send(step)
    except (OSError, EOFError):
        raise
    except Exception as error:  # noqa: BLE001 - one page that makes us fail must not end the preview
        line.send(_failed(bug.line(error)))
    line.send(Done())


def _failed(message: str) -> Fitted:
    """Return a step that only has a problem."""
    hint = "please report this line; it holds nothing of your resume"
    return Fitted("", Fitting(), 0, None, (Problem("preview", message, Place("preview"), hint=hint),))

"""How long a layout may take, and how much memory: CSS can ask for what no machine has.

Variables that stand for each other ten times each, boxes by the million: WeasyPrint works on as long as it is let.
"""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST_SECONDS = 40  # a resume takes one, a base of two thousand lines five
MOST_BYTES = 400_000_000  # more than there was before; a resume takes 40 million


class TooLongError(Exception):
    """A page was not laid out in time."""


@contextmanager
def bounded() -> Iterator[None]:
    """Lay out in here. A thread has no bounds of its own: in a preview, closing it ends what does not end."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
    try:
        with _memory_bounded():
            yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_long(*_: object) -> None:
    raise TooLongError(f"it was not done after {MOST_SECONDS} seconds")


@contextmanager
def _memory_bounded() -> Iterator[None]:
    """Let the address space grow only so far, where the system counts it."""
    if sys.platform != "linux":
        yield
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + MOST_BYTES
    if soft != resource.RLIM_INFINITY and soft < most:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

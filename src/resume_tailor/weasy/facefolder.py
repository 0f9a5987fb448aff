"""The temporary folder where WeasyPrint lays the faces that it loads: it goes with the process that asked for it.

Whoever holds a folder holds it locked; one that nobody holds was left by a process that was killed.
"""

import atexit
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "resume-faces-"


def make_folder() -> Path:
    """Make a folder that is taken away when Python ends, or else by the next call here, in whichever process.

    Raises `OSError` where there is no temporary folder to write in.
    """
    with _signals_waiting():  # or one that comes just now leaves it behind
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        _hold(folder)
        if not folder.exists():  # another process took it for one left behind, before it was held
            return make_folder()
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for other in folder.parent.glob(f"{_PREFIX}*"):
        if other != folder:
            _take_away_if_left(other)
    return folder


def _hold(folder: Path) -> None:
    """Lock a folder for as long as this process lives, and whatever it forks."""
    with suppress(ImportError, OSError):  # Windows has no such lock, and nothing is taken away there
        import fcntl

        fcntl.flock(os.open(folder, os.O_RDONLY), fcntl.LOCK_EX)


def _take_away_if_left(folder: Path) -> None:
    with suppress(ImportError, OSError):  # OSError: it is held, or another user's, or gone
        import fcntl

        handle = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(handle)


@contextmanager
def _signals_waiting() -> Iterator[None]:
    """Let what would end this process wait until the context is left, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

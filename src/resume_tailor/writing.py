"""Writing files so that whatever ends the process, each is the old one or the new one.

A file is written beside its place under a name of ours, and moved there when it is whole. Who writes in a folder holds
it locked, so that an unfinished file found there was left by a process that is gone: it is taken away.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX, _SUFFIX = ".resume-", ".part"


class Staged:
    """Files that lie whole beside their places in one folder; `place` moves one there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts: dict[str, Path] = {}

    def add(self, name: str, data: bytes) -> None:
        """Write a file beside its place; raises `OSError` that names the place."""
        path = self._folder / name
        with _named(path):
            _check(path)
            self._parts[name] = self._write(data)

    def _write(self, data: bytes) -> Path:
        from tempfile import NamedTemporaryFile  # not needed where nothing is written

        with NamedTemporaryFile(dir=self._folder, prefix=_PREFIX, suffix=_SUFFIX, delete=False) as file:
            part = Path(file.name)
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                part.chmod(0o644)
            except BaseException:
                file.close()
                _unlink(part)
                raise
        return part

    def place(self, name: str) -> None:
        """Move a file to its place, over an older one."""
        path = self._folder / name
        with _named(path):
            self._parts[name].replace(path)
        del self._parts[name]

    def place_new(self, name: str) -> None:
        """Move a file to its place; raises `FileExistsError` where another one has come there meanwhile."""
        path, part = self._folder / name, self._parts[name]
        with _named(path):
            try:
                os.link(part, path)
            except FileExistsError:
                raise
            except OSError:  # a disk without links, as memory cards are
                with path.open("xb") as file:
                    file.write(part.read_bytes())

    def clear(self) -> None:
        """Take away what was not placed."""
        for part in self._parts.values():
            _unlink(part)


@contextmanager
def staging(folder: Path) -> Iterator[Staged]:
    """Have a folder to write in, made where it is not there, for this process alone."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # not that of the file which is to be written
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None
    with _locked(folder):
        for stale in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            _unlink(stale)
        staged = Staged(folder)
        try:
            yield staged
        finally:
            staged.clear()


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raises `OSError`."""
    with staging(path.parent) as staged:
        staged.add(path.name, data)
        staged.place(path.name)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet; raises `FileExistsError` where it is, however late it came."""
    with staging(path.parent) as staged:
        staged.add(path.name, data)
        staged.place_new(path.name)


def _check(path: Path) -> None:
    """Raise where a file cannot come: that is found out before anything has been changed."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let an error of the disk name the file that is meant, and not the unfinished one, or none."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Wait until no other process writes in a folder. The kernel unlocks it when this process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows: there an open file cannot be taken away by another process
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network's disk may know no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)

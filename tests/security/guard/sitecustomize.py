"""Loaded by the Python that a test runs: notes whatever reaches for the network, a program, or a file outside."""

import os
import sys

_LOG, _OUTSIDE = os.environ["GUARD_LOG"], os.environ["GUARD_OUTSIDE"]
_REACHING = {
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "pty.spawn",
}


def _watch(event: str, args: tuple[object, ...]) -> None:
    if event in _REACHING:
        _note(f"{event} {args!r}")
    elif event == "open" and isinstance(args[0], str | bytes) and os.fsdecode(args[0]).startswith(_OUTSIDE):
        _note(f"{event} {args[0]!r}")


def _note(what: str) -> None:
    log = os.open(_LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(log, f"{what}\n".encode())
    os.close(log)


sys.addaudithook(_watch)

"""Put on PYTHONPATH, it ends or disturbs a program at the n-th thing it does to files below a folder.

`FAULT=kill:3:/folder` kills the process group before the third; `FAULT=28:3:/folder` lets it fail with that errno;
`FAULT=28+:3:/folder` the third and all behind it; `FAULT=count:0:/folder` counts. The number met is written to
`FAULT_COUNT` at the end.
"""

import atexit
import os
import signal
import sys

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod", "os.truncate", "os.symlink"}
KIND, AT, FOLDER = os.environ.get("FAULT", "::").split(":", 2)
FIRST = os.getpid()
_seen = 0
_fsync = os.fsync


def _changes(event, args):
    if event == "open":
        return bool(args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
    return event in CHANGES


def _hook(event, args):
    if _changes(event, args) and isinstance(args[0], str | bytes | os.PathLike):
        path = os.path.abspath(os.fsdecode(args[0]))  # noqa: PTH100 - pathlib would be called within itself
        if path.startswith(FOLDER):
            _met(path)


def _met(path, file=None):
    global _seen  # noqa: PLW0603 - one counter a process
    if os.getpid() != FIRST:
        return
    _seen += 1
    if KIND == "kill" and _seen == int(AT):
        if file is not None:  # half of it has come to the disk
            os.ftruncate(file, os.fstat(file).st_size // 2)
        os.killpg(0, signal.SIGKILL)
    number = KIND.rstrip("+")
    if number.isdigit() and (_seen == int(AT) or (KIND.endswith("+") and _seen > int(AT))):
        raise OSError(int(number), os.strerror(int(number)), path)


def _synced(file):
    _met("", file)
    _fsync(file)


def _tell():
    if os.getpid() == FIRST and (told := os.environ.get("FAULT_COUNT")):
        with open(told, "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(str(_seen))


if KIND:
    os.fsync = _synced
    atexit.register(_tell)
    sys.addaudithook(_hook)

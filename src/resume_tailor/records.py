"""What is kept in `.resume/cache/` of a workspace: JSON that is believed only where it can be checked.

Nothing in it is run. What made it is told by hashes, of this tool and its libraries too: another version's is none.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from resume_tailor import __version__
from resume_tailor.problems import Place, Problem, Severity
from resume_tailor.workspace import write_atomically

FOLDER = ".resume/cache"
_LARGEST = 10_000_000  # bytes of a record; ours have some ten thousand


def sha(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return sha256(data).hexdigest()


def path_of(root: Path, name: str) -> Path:
    """Return the file of a record; any name will do."""
    return root / FOLDER / f"{sha(name.encode('utf-8', 'surrogatepass'))[:16]}.json"


def read(path: Path) -> dict[str, Any]:
    """Return a record; nothing where there is none that can be read."""
    try:
        data = path.read_bytes()
        found = json.loads(data) if len(data) <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write(path: Path, record: dict[str, object]) -> None:
    """Write a record whole; raises `OSError` where that cannot be, and where a link would take it elsewhere."""
    if any(folder.is_symlink() for folder in path.parents[:2]):
        raise OSError(f"{FOLDER} is a link")
    ignored = path.parent / ".gitignore"
    if not ignored.exists():
        write_atomically(ignored, b"*\n")
    write_atomically(path, json.dumps(record, ensure_ascii=False).encode())


@cache
def tool() -> tuple[object, ...]:
    """Return what tells this tool, its Python and its libraries from others.

    The package's own files are told by size and time: whoever changes the code must not see old pages.
    """
    package = Path(__file__).parent
    own = sorted((path.name, stamp(path)) for path in package.rglob("*") if path.suffix in {".py", ".json", ".j2"})
    spec = find_spec("weasyprint")
    home = Path(spec.origin).parent.parent if spec and spec.origin else package
    libraries = sorted(path.name for path in home.iterdir() if path.suffix == ".dist-info")
    return (__version__, sys.version, sys.platform, own, libraries)


def stamp(path: Path) -> list[int]:
    """Return a file's size and the time of its last change."""
    told = path.stat()
    return [told.st_size, told.st_mtime_ns]


def stand(libraries: object) -> bool:
    """Tell whether libraries, as file -> `stamp`, are as they were."""
    try:
        return all(stamp(Path(path)) == told for path, told in dict(libraries).items())  # type: ignore[call-overload]
    except (OSError, TypeError, ValueError):
        return False


def plain(one: Problem) -> dict[str, object]:
    """Return a problem as JSON has it."""
    return {**asdict(one), "severity": str(one.severity)}


def problem(told: Mapping[str, Any]) -> Problem:
    """Return the problem that JSON tells; raises `LookupError`, `TypeError` or `ValueError` where it tells none."""
    place = Place(told["place"]["path"], told["place"]["line"], told["place"]["column"])
    return Problem(told["rule"], told["message"], place, Severity(told["severity"]), told["hint"])

"""The objects of a PDF, each made once: for the file's identifier, pydyf 0.13 makes them all a second time."""

from collections.abc import Callable
from typing import Any

_KINDS = ("Stream", "Dictionary", "Array", "String")


def make_once(pydyf: Any) -> None:  # noqa: ANN401  pydyf ships no types
    """Let the data of an object be kept while its file is written, when nothing changes it any more."""
    kept: dict[int, bytes | None] = {}  # by `id`: the file holds its objects, so no other has that meanwhile
    for kind in (getattr(pydyf, name) for name in _KINDS):
        kind.data = property(_once(kind.data.fget, kept))
    write = pydyf.PDF.write

    def write_once(self: Any, *args: Any, **options: Any) -> None:  # noqa: ANN401
        kept.update(dict.fromkeys(map(id, self.objects)))
        try:
            write(self, *args, **options)
        finally:
            kept.clear()

    pydyf.PDF.write = write_once


def _once(make: Callable[[Any], bytes], kept: dict[int, bytes | None]) -> Callable[[Any], bytes]:
    def data(self: Any) -> bytes:  # noqa: ANN401
        key = id(self)
        if key not in kept:
            return make(self)
        found = kept[key]
        if found is None:
            found = kept[key] = make(self)
        return found

    return data

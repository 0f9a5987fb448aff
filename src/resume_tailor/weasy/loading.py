"""Importing WeasyPrint without what a resume never asks of it: half of the import's time, and some of a layout's.

No file of WeasyPrint is touched, and nothing stays behind: while it is imported, a few stand-ins take the places of
modules that it hardly uses. What is asked of a stand-in later on, the real module answers.

What was read in the source of WeasyPrint 70, and is looked for again at each import:

- fontTools subsets fonts where the system has no harfbuzz-subset, makes plain fonts of variable ones, unpacks WOFF2.
  Importing all that takes a tenth of a second.
- cffi reads the C declarations in weasyprint/text/ffi.py with a C parser written in Python, and all of them again for
  each new type that a layout asks for. declared.json holds what comes of that; it is taken where the file is, byte for
  byte, the one that it was made of.
- For each name of a library that does not load, cffi asks `ctypes.util.find_library`, and on Linux that starts
  ldconfig, gcc and ld, 22 times. The sonames are among the names: where they all load, the answer "not found" leads to
  the very same libraries.
- The style sheet of `presentational_hints` is read whether they are asked for or not.
"""

import ctypes
import ctypes.util
import json
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pkgutil import get_data
from types import ModuleType
from typing import Any

_SONAMES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
_HINTS = "Presentational hints"  # how that style sheet begins, behind `/*`


@contextmanager
def lean() -> Iterator[None]:
    """Let WeasyPrint be imported in here, and nothing else."""
    modules = [_Later("fontTools.subset"), _Later("fontTools.ttLib.woff2"), _instancer()]
    with ExitStack() as stack:
        if sys.platform == "linux" and all(map(_loads, _SONAMES)):
            modules += filter(None, [_cffi()])
            stack.enter_context(_no_library_hunt())
        stack.enter_context(_stand_ins(modules))
        stack.enter_context(_no_hints())
        yield


class _Later(ModuleType):
    """Stands in for a module until it is asked for something."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the real one has
        if name.startswith("__"):  # the import system looks for some of these
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


def _instancer() -> ModuleType:
    """Return the stand-in for a module of which a function is imported by its name."""
    module = ModuleType("fontTools.varLib.instancer")

    def later(*args: object, **kwargs: object) -> object:
        return import_module(module.__name__).instantiateVariableFont(*args, **kwargs)

    module.instantiateVariableFont = later  # type: ignore[attr-defined]
    return module


@contextmanager
def _stand_ins(modules: list[ModuleType]) -> Iterator[None]:
    """Put modules in the places of those of the same names that nobody has imported yet, and take them out again."""
    ours = [module for module in modules if module.__name__ not in sys.modules]
    sys.modules.update({module.__name__: module for module in ours})
    try:
        yield
    finally:
        for module in ours:
            del sys.modules[module.__name__]


def _cffi() -> ModuleType | None:
    """Return what WeasyPrint needs of cffi with its declarations read already, None where they are others."""
    tables = json.loads(get_data(__name__, "declared.json") or b"{}")
    if tables.pop("sha256", "") != _source_sha256():
        return None
    backend = import_module("_cffi_backend")
    try:
        made = type("FFI", (backend.FFI,), {"cdef": lambda *_: None})("weasyprint", **_bytes(tables))
    except ImportError:  # a cffi that reads no such tables
        return None
    cffi = ModuleType("cffi")
    cffi.FFI = lambda: made  # type: ignore[attr-defined]
    return cffi


def _source_sha256() -> str:
    """Return the SHA-256 of the file with the declarations; "" where it cannot be read, as in an archive."""
    try:
        spec: Any = find_spec("weasyprint")
        source = spec.loader.get_data(f"{spec.submodule_search_locations[0]}/text/ffi.py")
    except (AttributeError, TypeError, OSError):
        return ""
    return sha256(source).hexdigest()


def _bytes(value: Any) -> Any:  # noqa: ANN401  what JSON has
    """Return a value of the tables as cffi takes it."""
    if isinstance(value, dict):
        return {key: _bytes(part) for key, part in value.items()}
    if isinstance(value, list):
        return tuple(map(_bytes, value))
    return value.encode("latin-1") if isinstance(value, str) else value


@contextmanager
def _no_library_hunt() -> Iterator[None]:
    """Answer "not found" where `ctypes.util.find_library` is asked for one of WeasyPrint's libraries."""
    hunt = ctypes.util.find_library

    def spared(name: str) -> str | None:
        return None if re.search("gobject|pango|harfbuzz|fontconfig", name) else hunt(name)

    ctypes.util.find_library = spared
    try:
        yield
    finally:
        ctypes.util.find_library = hunt


def _loads(soname: str) -> bool:
    """Tell whether the system's loader finds a library by its soname."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


@contextmanager
def _no_hints() -> Iterator[None]:
    """Leave the rules of `presentational_hints` out."""
    tinycss2 = import_module("tinycss2")
    parse = tinycss2.parse_stylesheet

    def spared(css: str, *args: object) -> object:
        return [] if _HINTS in css[:40] else parse(css, *args)

    tinycss2.parse_stylesheet = spared  # type: ignore[attr-defined]
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = parse  # type: ignore[attr-defined]

"""Writes what is read at every start, in the form that is read fastest, and kept in the repository.

The JSON twins of the big data files: people write YAML, and JSON is read twenty times faster. And the C declarations of
the installed WeasyPrint, as cffi's C parser leaves them: see `resume_tailor/weasy/loading.py`.

`--check` only says whether they are up to date, and exits 1 where one is not.
"""

import ast
import io
import json
import sys
from contextlib import redirect_stdout
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import cffi  # type: ignore[import-untyped]
import yaml

PACKAGE = Path(__file__).resolve().parent.parent / "src/resume_tailor"
_NAMES = ("aliases", "lint/datasets", "lint/cues", "posting/headings", "posting/roles", "posting/vocabulary")
SOURCES = tuple(PACKAGE / f"{name}.yaml" for name in _NAMES)


def made(source: Path) -> str:
    """Return what the twin of a file must hold: every scalar as text, a line for each part, so that a diff is short."""
    data = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  it builds only text
    if isinstance(data, list):
        return "[\n" + ",\n".join(map(_line, data)) + "\n]\n"
    return "{\n" + ",\n".join(f"{_line(key)}:{_line(value)}" for key, value in data.items()) + "\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


DECLARED = PACKAGE / "weasy/declared.json"


def declared() -> str:
    """Return what the file with WeasyPrint's C declarations must hold: the tables that cffi makes of them."""
    found = find_spec("weasyprint")
    if found is None or not found.submodule_search_locations:
        sys.exit("weasyprint is not installed here")
    source = (Path(found.submodule_search_locations[0]) / "text/ffi.py").read_bytes()
    ffi = cffi.FFI()
    for call in _calls(source, "cdef"):
        ffi.cdef(ast.literal_eval(call.args[0]))
    ffi.set_source("declared", None)
    module = io.StringIO()
    with redirect_stdout(io.StringIO()):  # it tells what it writes
        ffi.emit_python_code(module)
    (made,) = _calls(module.getvalue(), "FFI")
    tables = {str(keyword.arg): _texts(ast.literal_eval(keyword.value)) for keyword in made.keywords}
    parts = {"sha256": sha256(source).hexdigest(), **tables}
    return "{\n" + ",\n".join(f"{_line(key)}:{_line(value)}" for key, value in parts.items()) + "\n}\n"


def _calls(source: str | bytes, name: str) -> list[ast.Call]:
    """Return the calls of a method in a Python source."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == name]


def _texts(value: object) -> object:
    """Return a value with texts for bytes, which JSON has not."""
    if isinstance(value, tuple):
        return [_texts(part) for part in value]
    return value.decode("latin-1") if isinstance(value, bytes) else value


def main() -> None:
    """Write the files, or check them."""
    files = {source.with_suffix(".json"): (made(source), source.name) for source in SOURCES}
    files[DECLARED] = declared(), "the installed WeasyPrint"
    for file, (text, source) in files.items():
        fresh = file.is_file() and file.read_text(encoding="utf-8") == text
        if "--check" not in sys.argv[1:]:
            file.write_text(text, encoding="utf-8")
        elif not fresh:
            sys.exit(f"{file.name} is not what {source} says: run python scripts/{Path(__file__).name}")


if __name__ == "__main__":
    main()

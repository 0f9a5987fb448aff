"""Writes the JSON twins of the big data files: people write YAML, and every start reads JSON twenty times faster.

`--check` only says whether they are up to date, and exits 1 where one is not.
"""

import json
import sys
from pathlib import Path

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


def main() -> None:
    """Write the files, or check them."""
    for source in SOURCES:
        twin = source.with_suffix(".json")
        fresh = twin.is_file() and twin.read_text(encoding="utf-8") == made(source)
        if "--check" not in sys.argv[1:]:
            twin.write_text(made(source), encoding="utf-8")
        elif not fresh:
            sys.exit(f"{twin.name} is not what {source.name} says: run python scripts/{Path(__file__).name}")


if __name__ == "__main__":
    main()

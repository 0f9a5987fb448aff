"""Writing YAML, as each of the tools reads it."""

from pathlib import Path

import yaml


def put(path: Path, data: object) -> None:
    """Write data as YAML, with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")

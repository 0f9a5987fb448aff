"""The map of the code shows every module, and no file that is not there."""

import re
import tomllib

from example import REPOSITORY

PAGE = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
LAYERS = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
][0]


def test_every_layer_of_the_contract_is_told():
    told = PAGE[PAGE.index("## The layers") : PAGE.index("## Where do I change")]
    named = re.findall(r"`(\w+)`", told)
    layers = [name for layer in LAYERS for name in re.findall(r"\w+", layer)]
    package = REPOSITORY / "src" / "resume_tailor"
    there = [name for name in layers if (package / name).is_dir() or (package / f"{name}.py").is_file()]
    assert [name for name in there if name not in named] == []


def test_every_file_of_the_table_exists_and_it_has_fifteen_rows():
    table = PAGE[PAGE.index("## Where do I change") : PAGE.index("## Tests")]
    rows = re.findall(r"^\| [^|]+ \| `([^`]+)` \| `([^`]+)` \|$", table, re.MULTILINE)
    assert len(rows) == table.count("\n| ") - 1 >= 15
    assert [path for row in rows for path in row if not (REPOSITORY / path).is_file()] == []


def test_every_module_that_the_flow_names_exists():
    flow = PAGE[: PAGE.index("## The layers")]
    package = REPOSITORY / "src" / "resume_tailor"
    assert [name for name in re.findall(r"`((?:\w+/)?\w+\.py|\w+/)`", flow) if not (package / name).exists()] == []

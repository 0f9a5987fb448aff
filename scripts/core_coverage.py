"""Tells which lines and branches of the pure core no test runs, and ends with 1 below the bar.

The core is what the contract `pure` in pyproject.toml holds apart: every module that is not let off there. Run the
tests under coverage first: `make coverage-core` does both.
"""

import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import coverage

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCE = REPOSITORY / "src"
BAR = 95.0  # percent of lines and branches together, as coverage counts


def core() -> list[Path]:
    """Return the files of the pure core."""
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    pure = next(contract for contract in contracts if contract["id"] == "pure")
    let_off = [line.split(" -> ")[0] for line in pure["ignore_imports"]]
    return [path for path in sorted(SOURCE.rglob("*.py")) if not any(_matches(_module(path), name) for name in let_off)]


def _module(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def _matches(module: str, name: str) -> bool:
    """Tell whether a module is meant by a name: `a.b`, or `a.**` for everything below `a`."""
    return module == name or fnmatch(module, name.replace("**", "*"))


def main() -> None:
    """Report."""
    measured = coverage.Coverage()
    measured.load()
    found = measured.report(morfs=[str(path) for path in core()], ignore_errors=False)
    print(f"The pure core: {found:.1f} % of its lines and branches, and {BAR:.0f} % are wanted.")
    sys.exit(0 if found >= BAR else 1)


if __name__ == "__main__":
    main()

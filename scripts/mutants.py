"""Changes one small thing at a time in modules that must not be wrong, and looks whether a test notices.

    mutants.py select dates         these modules
    mutants.py --seconds 600        all of them, as many as fit, spread evenly
    mutants.py --write              and put the table into docs/mutation.md

Each change is tried in a forked process in which the tests of that module run: what is loaded already (pytest,
hypothesis, the libraries) need not be loaded again. A change that no test can notice, because it means the same, stands
with its reason in mutants.toml.
"""

import argparse
import ast
import contextlib
import os
import random
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_loader
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCE = REPOSITORY / "src/resume_tailor"
PAGE = REPOSITORY / "docs/mutation.md"
_PATIENCE = 300  # seconds for one change: an endless loop is noticed too
_CORES = 2

_LAWS = "tests/property/test_guard_laws.py"
_CLAIMS = ("tests/unit/test_claims.py", "tests/unit/test_guard.py", "tests/unit/test_rewording.py", _LAWS)
# Module -> the tests that are to notice.
MODULES: dict[str, tuple[str, ...]] = {
    "dates": ("tests/unit/test_dates.py",),
    "select": ("tests/unit/test_select.py", "tests/property/test_select_laws.py"),
    "guard": _CLAIMS,
    "rewording": _CLAIMS,
    **{f"claims/{path.stem}": _CLAIMS for path in sorted((SOURCE / "claims").glob("*.py"))},
}


@dataclass(frozen=True)
class Mutant:
    """One change: the module, its line, what was changed into what, and the whole source with it."""

    module: str
    line: int
    change: str
    source: str

    @property
    def key(self) -> str:
        """What it is called in mutants.toml."""
        return f"{self.module}: {self.change}"


# --- the changes ---

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


def mutants(module: str) -> list[Mutant]:
    """Return every change of a module."""
    tree = ast.parse((SOURCE / f"{module}.py").read_text(encoding="utf-8"))
    texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    notes = {
        id(part)
        for node in ast.walk(tree)
        for name in ("annotation", "returns")
        if (note := getattr(node, name, None))
        for part in ast.walk(note)
    }
    found = []
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in texts or id(node) in notes:
            continue
        for change, other in _changes(node):
            line = getattr(node, "lineno", 0)
            found.append(Mutant(module, line, f"{_shown(node)} -> {change}", _with(tree, number, other)))
    return found


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield what a node may be changed into, with words for it."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            yield from _swapped(node, place, operator)
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in _SWAPS:
        joined = deepcopy(node)
        joined.op = _SWAPS[type(node.op)]()  # type: ignore[assignment]
        yield _shown(joined), joined
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    else:
        yield from _parts(node)


def _parts(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield what is left of a node when a part of it is gone."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _shown(node.operand), node.operand
    elif isinstance(node, ast.Return | ast.Yield) and node.value is not None and not _is_none(node.value):
        yield "None", type(node)(value=ast.Constant(None))
    elif isinstance(node, ast.Continue):
        yield "break", ast.Break()
    elif isinstance(node, ast.IfExp):
        yield "its else", node.orelse
        yield "its if", node.body
    elif isinstance(node, ast.comprehension) and node.ifs:
        every = deepcopy(node)
        every.ifs = node.ifs[1:]
        yield "without its if", every


def _swapped(node: ast.Compare, place: int, operator: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if type(operator) in _SWAPS:
        other = deepcopy(node)
        other.ops[place] = _SWAPS[type(operator)]()  # type: ignore[call-overload]
        yield _shown(other), other


def _constants(node: ast.Constant) -> Iterator[tuple[str, ast.AST]]:
    value = node.value
    if isinstance(value, bool):
        yield str(not value), ast.Constant(not value)
    elif isinstance(value, int | float):
        yield str(value + 1), ast.Constant(value + 1)
    elif isinstance(value, str):
        yield repr("XX" + value), ast.Constant("XX" + value)


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _with(tree: ast.Module, number: int, other: ast.AST) -> str:
    """Return a module's source with its node of that number, in the order of `ast.walk`, replaced."""
    copied = deepcopy(tree)
    target = next(node for i, node in enumerate(ast.walk(copied)) if i == number)

    class Replace(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return other if node is target else self.generic_visit(node)

    return ast.unparse(ast.fix_missing_locations(Replace().visit(copied)))


def _shown(node: ast.AST) -> str:
    try:
        return " ".join(ast.unparse(node).split())[:80]
    except (AttributeError, ValueError):
        return type(node).__name__


# --- trying them ---


class _Finder(MetaPathFinder):
    """Gives one module with other source."""

    def __init__(self, mutant: Mutant) -> None:
        self.name = "resume_tailor." + mutant.module.replace("/", ".").removesuffix(".__init__")
        self.path = SOURCE / f"{mutant.module}.py"
        self.source = mutant.source

    def find_spec(self, name: str, _path: object, _target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        code = compile(self.source, str(self.path), "exec")

        class Loader(SourceFileLoader):
            def get_code(self, _name: str) -> object:  # type: ignore[override]
                return code

        loader = Loader(name, str(self.path))
        return spec_from_loader(name, loader, is_package=self.path.name == "__init__.py")


def survives(mutant: Mutant) -> bool:
    """Tell whether all tests pass with a change."""
    child = os.fork()
    if not child:
        _try(mutant)
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _try(mutant: Mutant) -> None:
    """Run the tests in this process, and end it."""
    import pytest

    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    sys.meta_path.insert(0, _Finder(mutant))
    tests = [str(REPOSITORY / test) for test in MODULES[mutant.module]]
    code: int = 1
    with contextlib.suppress(BaseException):
        code = int(
            pytest.main(
                ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", *_WITHOUT_WARNING, *tests]
            )
        )
    os._exit(0 if code == 0 else 1)


# pytest would rewrite asserts of a plugin that is loaded already, and cannot; there a warning is a failure.
_WITHOUT_WARNING = ("-W", "ignore::pytest.PytestAssertRewriteWarning")


def preload() -> None:
    """Load what the tests need of other packages, and nothing of ours."""
    for name in (
        "pytest",
        "_pytest.assertion.rewrite",
        "hypothesis.strategies",
        "hypothesis.extra",
        "yaml",
        "jinja2",
        "click",
        "weasyprint",
        "pypdfium2",
    ):
        with contextlib.suppress(ImportError):
            __import__(name)


def spread(found: list[Mutant], seconds: float, each: float) -> list[Mutant]:
    """Return as many as fit into the time, chosen evenly and the same each time."""
    room = int(min(seconds, 1e6) / each * _CORES)
    if len(found) <= room:
        return found
    return sorted(random.Random(0).sample(found, room), key=lambda one: (one.module, one.line))  # noqa: S311


def main() -> None:
    """Try, and say what survived."""
    parser = argparse.ArgumentParser()
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    os.environ["HYPOTHESIS_PROFILE"] = "few"
    os.chdir(REPOSITORY)
    equivalent = tomllib.loads((REPOSITORY / "scripts/mutants.toml").read_text(encoding="utf-8"))["equivalent"]
    chosen = [module for module in MODULES if not options.modules or module.split("/")[0] in options.modules]
    preload()
    for module in chosen:  # else all would seem to be noticed
        if not survives(Mutant(module, 0, "nothing", (SOURCE / f"{module}.py").read_text(encoding="utf-8"))):
            sys.exit(f"the tests of {module} fail without any change")
    found = [one for module in chosen for one in mutants(module) if one.key not in equivalent]
    found = spread(found, options.seconds, 3.0)
    with ThreadPoolExecutor(_CORES) as pool:
        results = list(zip(found, pool.map(survives, found), strict=True))
    for mutant, survived in results:
        if survived:
            print(f"src/resume_tailor/{mutant.module}.py:{mutant.line}: survived: {mutant.change}")
    text = table([(mutant, survived) for mutant, survived in results])
    print(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        head, _, rest = page.partition("<!-- table -->")
        PAGE.write_text(
            f"{head}<!-- table -->\n{text}\n<!-- /table -->{rest.partition('<!-- /table -->')[2]}", encoding="utf-8"
        )


def table(results: list[tuple[Mutant, bool]]) -> str:
    """Return how many were noticed, by module."""
    tried = Counter(mutant.module.split("/")[0] for mutant, _ in results)
    lived = Counter(mutant.module.split("/")[0] for mutant, survived in results if survived)
    rows = [
        f"| {name} | {count} | {count - lived[name]} | {1 - lived[name] / count:.1%} |" for name, count in tried.items()
    ]
    whole, left = sum(tried.values()), sum(lived.values())
    rows.append(f"| all | {whole} | {whole - left} | {1 - left / max(whole, 1):.1%} |")
    return "\n".join(["| module | changes | noticed | |", "| --- | ---: | ---: | ---: |", *rows])


if __name__ == "__main__":
    main()

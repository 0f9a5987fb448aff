"""What a command loads before it does anything: counted in modules, which no busy machine changes.

The budgets stand a sixth above what was counted on CPython 3.11: another version's standard library is cut otherwise.
"""

import subprocess
import sys

import pytest
from command import environment

from resume_tailor.lint import rules

COUNT = (
    "import sys\nfrom resume_tailor.cli import main\n"
    "try: main()\nexcept SystemExit: pass\nfinally: print('\\n', *sys.modules, file=sys.stderr)"
)
BARE = "import sys; print(*sys.modules)"
RING = frozenset(
    {"weasyprint", "jinja2", "uharfbuzz", "pypdfium2", "PIL", "fontTools", "starlette", "uvicorn", "watchfiles", "http"}
)


def loaded(*args, cwd):
    """The modules that a command adds to those of a bare interpreter."""
    bare, done = (
        subprocess.run(
            [sys.executable, "-c", program, *more],
            cwd=cwd,
            env=environment(cwd),
            capture_output=True,
            check=True,
            text=True,
        )
        for program, more in ((BARE, ()), (COUNT, args))
    )
    return set(done.stderr.rpartition("\n ")[2].split()) - set(bare.stdout.split())


@pytest.mark.parametrize(
    ("args", "budget"),
    [(("--help",), 90), (("lint", "--help"), 107), (("lint", "--rules"), 240), (("lint",), 245)],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_quick_command_loads_no_more_than_it_did(workspace_copy, args, budget):
    names = loaded(*args, cwd=workspace_copy)
    assert {name.partition(".")[0] for name in names} & RING == set()
    assert len(names) <= budget, sorted(names)


def test_a_build_loads_the_rules_that_make_errors_and_no_others(workspace_copy):
    names = loaded("build", "--company", "socar", cwd=workspace_copy)
    found = {name.rpartition(".")[2].replace("_", "-") for name in names if name.startswith(f"{rules.__name__}.")}
    assert found == set(rules.ERRORS)
    assert {"rich", "cffi", "pycparser", "fontTools.subset", "starlette", "http.server"} & names == set()


def test_a_build_that_finds_nothing_changed_reads_no_yaml_and_draws_nothing(workspace_copy):
    for _ in range(2):
        names = loaded("build", "--all", "--format", "html", cwd=workspace_copy)
    assert {"yaml", "jinja2", "weasyprint", "resume_tailor.compose"} & names == set()

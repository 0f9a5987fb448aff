"""What others call from CI and before a commit: the GitHub action and the pre-commit hooks.

With pre-commit at hand, `pre-commit try-repo HERE resume-lint --all-files` in a workspace tries a hook with all that
belongs to it. It builds an environment and needs the network, so it is not run here.
"""

import re
import shlex
import subprocess

import pytest
import yaml
from consoles import Terminal
from example import REPOSITORY, copy

from check_docs import command_line, wrong_use


def parsed(name):
    return yaml.safe_load((REPOSITORY / name).read_text(encoding="utf-8"))


ACTION = parsed("action.yml")
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
HOOKS = {hook["id"]: hook for hook in parsed(".pre-commit-hooks.yaml")}
OWN = {hook["id"]: hook for repo in parsed(".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]}

# `resume`, but it only says how it was called.
STUB = r"""#!/bin/sh
for word in resume "$@"; do printf '%s\037' "$word"; done
echo
exit ${STUB_EXIT:-0}
"""


@pytest.fixture
def stubbed(tmp_path):
    """A shell in which `resume` says how it was called."""
    stub = tmp_path / "bin" / "resume"
    stub.parent.mkdir()
    stub.write_text(STUB, encoding="utf-8")
    stub.chmod(0o755)
    terminal = Terminal(tmp_path)
    terminal.env["PATH"] = f"{stub.parent}:{terminal.env['PATH']}"
    return terminal


def step(terminal, name, **env):
    """Run a step as GitHub runs it: `bash --noprofile --norc -eo pipefail`, inputs in the environment."""
    assert set(env) <= set(STEPS[name]["env"]) | {"STUB_EXIT"}
    script = terminal.folder / ".step.sh"
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    terminal.env |= dict.fromkeys(STEPS[name]["env"], "") | env
    code, said = terminal.run(f"bash --noprofile --norc -eo pipefail {shlex.quote(str(script))}")
    calls = [line.split("\x1f")[:-1] for line in said.split("\n") if line.startswith("resume\x1f")]
    return code, calls, said


# --- The action ---


def test_no_script_of_the_action_holds_an_expression():
    assert [name for name, one in STEPS.items() if "${{" in one["run"]] == []


def test_each_input_says_what_it_is_and_is_used():
    text = (REPOSITORY / "action.yml").read_text(encoding="utf-8")
    steps = text[text.index("runs:") :]
    for name, one in ACTION["inputs"].items():
        assert one["description"]
        assert isinstance(one["default"], str)
        assert f"inputs.{name}" in steps


def test_the_docs_list_the_inputs():
    page = (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")
    listed = page[page.index("| input |") : page.index("Inputs reach")]
    assert re.findall(r"^\| `([\w-]+)` \|", listed, re.MULTILINE) == list(ACTION["inputs"])
    example = yaml.safe_load(page[page.index("```yaml\n") + 8 : page.index("```", page.index("```yaml\n") + 8)])
    assert set(example["jobs"]["resume"]["steps"][1]["with"]) <= set(ACTION["inputs"])


@pytest.mark.parametrize(
    ("name", "env", "calls"),
    [
        ("Lint", {}, [["resume", "lint", "--format", "github"]]),
        (
            "Lint",
            {"COMPANIES": "socar\n dangol", "FAIL_LEVEL": "warning"},
            [
                ["resume", "lint", "--format", "github", "--fail-level", "warning"],
                ["resume", "lint", "--format", "github", "--fail-level", "warning", "--company=socar"],
                ["resume", "lint", "--format", "github", "--fail-level", "warning", "--company=dangol"],
            ],
        ),
        ("Build", {}, [["resume", "build", "--all"]]),
        (
            "Build",
            {"COMPANIES": "socar dangol", "STRICT": "true"},
            [["resume", "build", "--company=socar", "--company=dangol", "--strict"]],
        ),
    ],
)
def test_a_step_calls_what_there_is_to_call(stubbed, name, env, calls):
    code, called, _ = step(stubbed, name, **env)
    assert (code, called) == (0, calls)
    assert [found for call in called if (found := wrong_use(command_line(), shlex.join(call)))] == []


@pytest.mark.parametrize("name", ["Lint", "Build"])
def test_nothing_in_an_input_is_run(stubbed, name):
    evil = 'a;touch${IFS}pwned $(touch pwned) `touch pwned` "&touch pwned" --out=/etc *'
    code, called, _ = step(stubbed, name, COMPANIES=evil)
    assert code == 0
    assert not (stubbed.folder / "pwned").exists()
    words = [word for call in called for word in call if word.startswith("--company=")]
    assert words == [f"--company={word}" for word in evil.split()]


def test_lint_looks_at_every_company_before_it_fails(stubbed):
    code, called, _ = step(stubbed, "Lint", COMPANIES="socar dangol", STUB_EXIT="1")
    assert (code, len(called)) == (1, 3)


def test_the_steps_work_on_a_workspace(tmp_path):
    terminal = Terminal(copy(tmp_path / "ws"))
    code, _, said = step(terminal, "Lint", FAIL_LEVEL="never")
    assert code == 0
    assert "::error file=resume/projects.yaml,line=" in said
    code, _, said = step(terminal, "Build", COMPANIES="socar")
    assert (code, len(list(terminal.folder.glob("dist/socar/*.pdf")))) == (0, 1), said


def test_every_script_is_one_that_bash_can_read():
    for one in STEPS.values():
        subprocess.run(["/bin/bash", "-n"], input=one["run"], text=True, check=True)


# --- The hooks of others ---


@pytest.mark.parametrize("hook", HOOKS.values(), ids=list(HOOKS))
def test_a_hook_calls_a_command_that_there_is(hook):
    files = " README.md" if hook.get("pass_filenames", True) else ""
    assert hook["language"] == "python"
    assert wrong_use(command_line(), hook["entry"] + files) is None


@pytest.mark.parametrize("name", ["resume-lint", "resume-build"])
def test_a_hook_runs_when_what_it_looks_at_has_changed(name):
    wanted = ["resume/base.yaml", "resume/cv.json", "companies/_defaults.yaml", "resume.toml"]
    mine = {"resume-lint": "lint/words.yaml", "resume-build": "templates/mine/style.css"}[name]
    assert all(re.search(HOOKS[name]["files"], path) for path in [*wanted, mine])
    assert not any(
        re.search(HOOKS[name]["files"], path) for path in ["README.md", "src/resume/x.yaml", "dist/a/x.json"]
    )


def test_the_hooks_in_the_docs_are_those_that_there_are():
    page = (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(resume-[\w-]+)` \|", page, re.MULTILINE) == list(HOOKS)
    assert set(re.findall(r"- id: ([\w-]+)", page)) <= set(HOOKS)


# --- Our own hooks ---


def test_our_hooks_run_what_make_check_runs():
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    check = makefile[makefile.index("\ncheck:") : makefile.index("\ncoverage:")]
    commands = [line.strip().replace("$(BIN)", ".venv/bin") for line in check.splitlines() if line.startswith("\t")]
    entries = [hook["entry"].replace(" --force-exclude", "") for hook in OWN.values()]
    assert sorted(
        command.replace(" --check", "") if " format " in command else command for command in commands
    ) == sorted(entries)

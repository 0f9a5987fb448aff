"""The lint rules and sets that a workspace and installed plugins add to the shipped ones."""

from resume_tailor import plugins
from resume_tailor.lint.own import Own
from resume_tailor.problems import Problem
from resume_tailor.workspace import Workspace


def own_lint(workspace: Workspace | None) -> tuple[Own, list[Problem]]:
    """Return the lint rules and sets of the workspace and of plugins, and what is wrong with any."""
    files = workspace.lint_files() if workspace else []
    found, problems = plugins.load()
    if not (files or found):
        return Own(), problems
    from resume_tailor.lint import rules, wordrules
    from resume_tailor.lint.data import shipped_lexicon

    shipped = [rule.name for rule in rules.ALL]
    own, more = wordrules.load(files, shipped, shipped_lexicon())
    found, problems = plugins.load([*shipped, *(rule.name for rule in own.rules)])
    return Own(own.entries, (*own.rules, *found)), [*problems, *more]

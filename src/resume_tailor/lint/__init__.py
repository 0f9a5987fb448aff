"""The linter: what a resume or a project's description should not say, and should.

`lint_text` is for other programs; the command is `resume lint`.
"""

import datetime as dt

from resume_tailor.problems import Problem


def lint_text(text: str, path: str = "<text>", *, today: dt.date, lang: str = "") -> list[Problem]:
    """Return what the rules find in a project's description (Markdown or plain text), in the order of the text.

    `path` names it in places, `today` is the day to judge by, `lang` ("ko" or "en") that of the messages, else the
    text's own. What the text lets pass itself (`<!-- resume-lint: allow RULE: why -->`) is left out.
    """
    from resume_tailor.lint import checks  # loads every rule
    from resume_tailor.lint.own import Own
    from resume_tailor.lint.rule import Context
    from resume_tailor.lint.subjects import language_of
    from resume_tailor.problems import ordered

    chosen = checks.all_rules(Own())
    found = checks.check_text(path, text, chosen, Context(today, checks.lexicon(Own())))
    wishes = list(checks.text_allows(path, text))
    problems = checks.settle(found, wishes, checks.watched(wishes, chosen), lang or language_of(text))
    return ordered([*problems, *checks.wrong_allows(wishes, [rule.name for rule in chosen])])

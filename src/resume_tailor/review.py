"""A resume as a company would get it, gathered for lint: drawn, laid out, and its PDF read back."""

import datetime as dt
from collections.abc import Iterable, Sequence

from resume_tailor import pipeline, textlayer
from resume_tailor.lint import checks
from resume_tailor.lint.engine import AnyRule, Found, run, unused, without_allowed
from resume_tailor.lint.rule import Context
from resume_tailor.lint.subjects import Sent
from resume_tailor.model import Profile, Resume
from resume_tailor.problems import Problem, ProblemsError, Severity
from resume_tailor.select import select
from resume_tailor.sheet import Sheet
from resume_tailor.workspace import Workspace


def profiles(workspace: Workspace, base: pipeline.Base) -> tuple[Profile, ...]:
    """Return the workspace's profiles, as far as they can be read: what is for one may not be left in another's."""
    found = []
    for name in workspace.companies():
        try:
            profile, _ = pipeline.try_profile(name, workspace.profile(name), base)
        except ProblemsError:
            continue
        found += [profile] if profile else []
    return tuple(found)


def sent(
    sheet: Sheet,
    resume: Resume,
    others: Sequence[Profile],
    pdf_problems: Iterable[Problem] = (),
    *,
    compare: bool = True,
) -> Sent:
    """Return what is sent; its length if it has been laid out. `compare` says whether to select for others as well."""
    page = sheet.page
    extent = sheet.layouts.extent(page.html) if sheet.layouts.made(page.html) else None
    return Sent(
        resume=resume,
        profile=page.profile,
        selection=page.selection,
        lang=page.document.lang,
        text=textlayer.visible_text(page.html),
        others=tuple(others),
        other_selections={other.id: select(resume, other) for other in others if compare},
        pages=extent.pages if extent else 0,
        fill=extent.fill if extent else 1.0,
        pdf_problems=tuple(pdf_problems),
    )


def left(
    subject: Sent, rules: Sequence[AnyRule], base: pipeline.Base, today: dt.date
) -> tuple[list[Found], list[Problem]]:
    """Return what the rules find in a resume as sent, less what is let pass, and what is wrong with letting it pass."""
    found = run(rules, checks.sent_subjects(subject), Context(today, checks.lexicon(base.own)))
    wishes = list(checks.allows(subject.resume, subject.profile, base.settings.lint.allow))
    names = checks.rule_names(base.own)
    own = checks.watched(checks.allows(None, subject.profile, {}), rules)  # others may serve what is not sent here
    rest, used = without_allowed(found, wishes)
    idle = [unused(wish) for wish in own if wish not in used]
    return rest, [*idle, *checks.wrong_allows(wishes, names)]


def settled(subject: Sent, rules: Sequence[AnyRule], base: pipeline.Base, today: dt.date, lang: str) -> list[Problem]:
    """Return both as problems, told in a language."""
    found, problems = left(subject, rules, base, today)
    return [*(one.problem(lang) for one in found), *problems]


def errors(subject: Sent, base: pipeline.Base, today: dt.date) -> tuple[Problem, ...]:
    """Return the errors alone, as a build wants them: only the rules that make errors are run."""
    ignored = {mark.value for mark in base.settings.lint.ignore}
    rules = [rule for rule in checks.error_rules(base.own) if rule.name not in ignored]
    return tuple(p for p in settled(subject, rules, base, today, subject.lang) if p.severity is Severity.ERROR)

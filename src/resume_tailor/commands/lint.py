"""`resume lint`."""

import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from resume_tailor.commands.terminal import EXIT_PROBLEMS, company_ids, composed, loaded_base, shows_problems, today
from resume_tailor.problems import Problem, Severity, has_errors

if TYPE_CHECKING:
    from resume_tailor.lint.engine import Allow, AnyRule, Found
    from resume_tailor.pipeline import Base
    from resume_tailor.workspace import Workspace

_LEVELS = ("error", "warning", "info", "never")
_FORMATS = ("text", "json", "github", "sarif")


@dataclass(slots=True)
class _Work:
    """What is linted, by what, and what came of it so far: file -> problems, and the texts of the files."""

    rules: "Sequence[AnyRule]"
    base: "Base"
    lang: str  # ko, en or auto
    day: dt.date
    files: dict[str, list[Problem]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def look(self, paths: Iterable[str]) -> None:
        """Note files as looked at, whether anything is found in them or not."""
        for path in paths:
            self.files.setdefault(path, [])

    def add(self, problems: Iterable[Problem]) -> None:
        """Put problems to their files."""
        for problem in problems:
            self.files.setdefault(problem.place.path, []).append(problem)

    def spoken(self, text: str) -> str:
        """Return the language to tell problems of a text in."""
        from resume_tailor.lint.subjects import language_of

        return self.lang if self.lang != "auto" else language_of(text)


@click.command()
@click.argument("paths", metavar="[FILE|FOLDER|-]...", nargs=-1)
@click.option(
    "--company",
    "-c",
    metavar="ID",
    type=composed,
    shell_complete=company_ids,
    help="Lint what this company would be sent.",
)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="RULE,...", help="Only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE,...", help="All rules but these.")
@click.option("--fail-level", type=click.Choice(_LEVELS), help="From which severity on it exits 1 [default: error].")
@click.option("--lang", type=click.Choice(["ko", "en", "auto"]), default="auto", help="Language of the messages.")
@click.option("--explain", metavar="RULE", help="Tell what a rule looks for, why, and show examples.")
@click.option("--rules", "listing", is_flag=True, help="List all rules.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day to check against [default: today].")
@shows_problems
def lint(
    *,
    paths: tuple[str, ...],
    company: str | None,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_level: str | None,
    lang: str,
    explain: str | None,
    listing: bool,
    day: dt.datetime | None,
) -> None:
    """Say what weakens a resume: generic projects, missing reasons and results, weak words, slips.

    Without arguments the base of the workspace is checked, with --company the resume as that company would get it.
    FILEs are plain descriptions of projects (Markdown or text), one project each; a FOLDER means all in it.
    """
    if paths and company:
        raise click.UsageError("--company is about the workspace's resume; leave the files out, or leave it out")
    workspace, base = loaded_base(needed=not (paths or explain or listing))
    rules = _chosen(base, select, ignore)
    if explain or listing:
        click.echo(_told(base, explain, "en" if lang == "auto" else lang))
        return
    work = _Work(rules, base, lang, day.date() if day else today())
    work.sources = workspace.sources if workspace else {}
    work.add(_wrong_settings(base))
    if paths:
        _lint_descriptions(work, paths)
    elif workspace:
        _lint_resume(work, workspace, company)
    click.echo(_report(work, form))
    if _fails(work, fail_level or base.settings.lint.fail_level):
        sys.exit(EXIT_PROBLEMS)


# --- which rules ---


def _chosen(base: "Base", select: Iterable[str], ignore: Iterable[str]) -> "list[AnyRule]":
    """Return the rules to run; a name that is none is told with its likeliest meaning."""
    from resume_tailor.lint.checks import all_rules

    rules = all_rules(base.own)
    wanted = _names(select, "--select", rules)
    left_out = {*_names(ignore, "--ignore", rules), *(mark.value for mark in base.settings.lint.ignore)}
    return [rule for rule in rules if (not wanted or rule.name in wanted) and rule.name not in left_out]


def _wrong_settings(base: "Base") -> list[Problem]:
    """Return what is wrong with the rules that `resume.toml` names."""
    from resume_tailor.lint import checks

    lint, names = base.settings.lint, [rule.name for rule in checks.all_rules(base.own)]
    unknown = [mark for mark in lint.ignore if mark.value not in names]
    wrong = [checks.unknown_rule(mark.value, mark.place, names, "ignore: ") for mark in unknown]
    return [*wrong, *checks.wrong_allows(checks.allows(None, None, lint.allow), names)]


def _names(values: Iterable[str], option: str, rules: "Iterable[AnyRule]") -> set[str]:
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    for name in names:
        _known(name, option, rules)
    return set(names)


def _known(name: str, option: str, rules: "Iterable[AnyRule]") -> "AnyRule":
    """Return the rule of a name, or say that there is none."""
    from resume_tailor.fields import did_you_mean

    by_name = {rule.name: rule for rule in rules}
    if name not in by_name:
        hint = "`resume lint --rules` lists them"
        raise click.UsageError(f"{option}: no rule '{name}'{did_you_mean(name, by_name)}; {hint}")
    return by_name[name]


def _told(base: "Base", explain: str | None, lang: str) -> str:
    """Return the page of one rule, or the list of all."""
    from resume_tailor.lint import pages
    from resume_tailor.lint.checks import all_rules

    rules = all_rules(base.own)
    return pages.explain(_known(explain, "--explain", rules), lang) if explain else pages.listing(rules, lang)


# --- what is linted ---


def _lint_descriptions(work: _Work, paths: Iterable[str]) -> None:
    """Lint plain descriptions."""
    from resume_tailor import descriptions
    from resume_tailor.lint import checks
    from resume_tailor.lint.engine import without_allowed
    from resume_tailor.lint.rule import Context

    context = Context(work.day, checks.lexicon(work.base.own))
    everywhere = list(checks.allows(None, None, work.base.settings.lint.allow))
    work.add(work.base.problems)
    for found in descriptions.read_all(paths):
        work.look((found.path,))
        work.sources[found.path] = found.text
        work.add(found.problems)
        if not found.problems:
            broken = checks.check_text(found.path, found.text, work.rules, context)
            left, _ = without_allowed(broken, everywhere)
            wishes = list(checks.text_allows(found.path, found.text))
            work.add(_settled(work, left, wishes, work.spoken(found.text)))


def _lint_resume(work: _Work, workspace: "Workspace", company: str | None) -> None:
    """Lint the base, or what a company would be sent."""
    from resume_tailor.lint import checks
    from resume_tailor.lint.engine import run
    from resume_tailor.lint.rule import Context
    from resume_tailor.lint.subjects import lines_of

    base, resume = work.base, work.base.resume
    work.look(path for path in workspace.sources if path.startswith("resume/"))
    work.add(base.problems)
    if resume is None or has_errors(base.problems):
        return
    if company:
        _lint_sent(work, workspace, company)
        return
    context = Context(work.day, checks.lexicon(base.own))
    broken = run(work.rules, checks.base_subjects(resume), context)
    lang = base.settings.lang or "\n".join(line.text for line in lines_of(resume.entries(), ("ko",)))
    wishes = list(checks.allows(resume, None, base.settings.lint.allow))
    work.add(_settled(work, broken, wishes, lang if lang in {"ko", "en"} else work.spoken(lang)))


def _lint_sent(work: _Work, workspace: "Workspace", company: str) -> None:
    """Lint the resume as a company would get it, its PDF included."""
    from resume_tailor import pipeline, review, textlayer
    from resume_tailor.commands import whose
    from resume_tailor.sheet import draw

    base = work.base
    if base.resume is None:
        return
    profile = whose.wishes(workspace, base, whose.Asked(company))
    lang = pipeline.language(base.resume, (profile.lang, base.settings.lang))
    sheet = draw(workspace, base.resume, profile, lang=lang, today=work.day)
    written = sheet.layouts.of(sheet.page.html).write()
    read_back = [*written.problems, *textlayer.check(written, sheet.page.html)]
    subject = review.sent(
        sheet, base.resume, [p for p in review.profiles(workspace, base) if p.id != company], read_back
    )
    work.look(path for path in workspace.sources if path.startswith("companies/"))
    work.add((*sheet.problems, *sheet.page.problems))
    work.add(review.settled(subject, work.rules, base, work.day, lang if work.lang == "auto" else work.lang))


def _settled(work: _Work, broken: "Iterable[Found]", wishes: "Sequence[Allow]", lang: str) -> list[Problem]:
    """Return the problems that are left, with what is wrong with the wishes to let rules pass."""
    from resume_tailor.lint import checks
    from resume_tailor.lint.rule import Scope

    names = [rule.name for rule in checks.all_rules(work.base.own)]
    watched = checks.watched(wishes, [rule for rule in work.rules if rule.scope is not Scope.SENT])
    return [*checks.settle(broken, wishes, watched, lang), *checks.wrong_allows(wishes, names)]


# --- what is said ---


def _report(work: _Work, form: str) -> str:
    from resume_tailor import __version__
    from resume_tailor.lint import report

    if form == "json":
        return report.as_json(work.files)
    if form == "github":
        return report.as_github(work.files)
    if form == "sarif":
        return report.as_sarif(work.files, work.rules, __version__, "en" if work.lang == "auto" else work.lang)
    return report.as_text(work.files, work.sources)


def _fails(work: _Work, level: str) -> bool:
    """Tell whether anything is as bad as the level, or worse."""
    worst = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    bad = worst[: worst.index(Severity(level)) + 1] if level != "never" else []
    return any(problem.severity in bad for problems in work.files.values() for problem in problems)

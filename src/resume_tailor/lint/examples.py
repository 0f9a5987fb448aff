"""A rule's examples as what the rule looks at, for its tests. How each is written: `rule.Rule`."""

import re
from collections.abc import Iterable, Iterator
from textwrap import dedent

from resume_tailor.base import read_base
from resume_tailor.fields import Report
from resume_tailor.lint import plain
from resume_tailor.lint.engine import AnyRule, Found, run
from resume_tailor.lint.rule import Context, Scope
from resume_tailor.lint.subjects import Line, Section, Sent, Subject, Whole, language_of, lines_of, projects_of
from resume_tailor.model import Profile, Resume
from resume_tailor.problems import Place, Problem, ProblemsError, Severity
from resume_tailor.profile import read_profile
from resume_tailor.select import Selection, select
from resume_tailor.yamlmarks import MapNode, Node, Reading, Scalar, read

PATH = "example"


def shown(example: str) -> str:
    """Return an example as a reader sees it: without the indentation that it has in the rule's file."""
    return dedent(example).strip()


def found_in(rule: AnyRule, example: str, context: Context) -> list[Found]:
    """Return what a rule finds in one of its examples, or raise `ProblemsError` when that cannot be read."""
    return list(run([rule], subjects(rule.scope, example), context))


def subjects(scope: Scope, example: str) -> list[Subject]:
    """Return what an example stands for."""
    if scope is Scope.PROJECT:
        if example.lstrip().startswith(("projects:", "work:")):
            return list(projects_of(_resume(_tree(example))))
        return [plain.read(PATH, example)]
    if scope is Scope.LINE:
        return [Line(example, language_of(example), Place(PATH, 1, 1), "example.line", "work")]
    if scope is Scope.SECTION:
        return [_section(example)]
    if scope is Scope.RESUME:
        resume = _resume(_tree(example))
        return [Whole(resume, tuple(lines_of(resume.entries())))]
    return [_sent(_tree(example))]


def _section(example: str) -> Section:
    texts = [line.strip() for line in example.splitlines() if line.strip()]
    lang = language_of(example)
    places = (Place(PATH, number, 1) for number in range(1, len(texts) + 1))
    lines = (Line(text, lang, place, f"line-{place.line}", "work") for text, place in zip(texts, places, strict=False))
    return Section("work", lang, tuple(lines))


def _tree(example: str) -> MapNode:
    reading = read(f"{PATH}.yaml", shown(example).encode())
    if not isinstance(reading.node, MapNode):
        raise ProblemsError(*reading.problems)
    return reading.node


def _resume(node: Node) -> Resume:
    report = Report(strict=False)
    resume = read_base([Reading(f"{PATH}.yaml", "", node, ())], report)
    if resume is None:
        raise ProblemsError(*report.problems)
    return resume


def _sent(node: MapNode) -> Sent:
    """Return a resume as sent from `base:`, `profile:`, `others:` (profiles by id) and `page:`.

    `page:` may hold `pages`, `fill`, the `text` of the page, and a `pdf` problem as `rule: message`.
    """
    parts = {key.text: value for key, value in node.pairs}
    resume = _resume(parts["base"])
    profile = _profile("us", parts.get("profile"))
    others = [_profile(key.text, value) for key, value in _pairs(parts.get("others"))]
    page = {key.text: value.text for key, value in _pairs(parts.get("page")) if isinstance(value, Scalar)}
    selection = select(resume, profile)
    lang = profile.lang or language_of("".join(line.text for line in lines_of(resume.entries())))
    return Sent(
        resume=resume,
        profile=profile,
        selection=selection,
        lang=lang,
        text=page.get("text") or "\n".join(_texts(resume, selection, lang)),
        others=tuple(others),
        other_selections={other.id: select(resume, other) for other in others},
        pages=int(page.get("pages", 0)),
        fill=float(page.get("fill", 1)),
        pdf_problems=tuple(_pdf_problems(page.get("pdf", ""))),
    )


def _pairs(node: Node | None) -> Iterable[tuple[Scalar, Node]]:
    return node.pairs if isinstance(node, MapNode) else ()


def _profile(name: str, node: Node | None) -> Profile:
    report = Report(strict=True)
    profile = read_profile(name, [node or MapNode((), Place(f"{name}.yaml", 1, 1))], report)
    if profile is None or report.problems:
        raise ProblemsError(*report.problems)
    return profile


def _texts(resume: Resume, selection: Selection, lang: str) -> Iterator[str]:
    """Yield what a page would say."""
    yield resume.basics.name.to(lang)
    for _, entries in selection.sections:
        for entry in entries:
            yield from (text.to(lang) for text in entry.all_texts())
            yield from (bullet.text.to(lang) for bullet in entry.bullets)


def _pdf_problems(lines: str) -> Iterator[Problem]:
    """Yield a problem for each line, `rule: message`; one of a font is a warning, as `textlayer` has it."""
    for found in re.finditer(r"(?P<rule>[a-z-]+): (?P<message>.+)", lines):
        severity = Severity.WARNING if found["rule"] == "fallback-font" else Severity.ERROR
        yield Problem(found["rule"], found["message"], Place("PDF"), severity)

"""Running rules over subjects, and taking out what is allowed with a reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resume_tailor.lint.rule import Context, Finding, Rule, Scope
from resume_tailor.lint.subjects import Line, Project, Section, Sent, Subject, Whole
from resume_tailor.problems import Place, Problem, Severity

AnyRule = Rule[Any]  # the scope says which subject, and the register holds all kinds

_SCOPES: dict[type[Subject], Scope] = {
    Line: Scope.LINE,
    Project: Scope.PROJECT,
    Section: Scope.SECTION,
    Whole: Scope.RESUME,
    Sent: Scope.SENT,
}
UNUSED_ALLOW = "unused-allow"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the rule that made it."""

    rule: AnyRule
    finding: Finding

    @property
    def severity(self) -> Severity:
        """Give the finding's own severity, else the rule's."""
        return self.finding.severity or self.rule.severity

    def problem(self, lang: str) -> Problem:
        """Return it as a problem, told in a language."""
        finding = self.finding
        return Problem(self.rule.name, finding.message.to(lang), finding.place, self.severity, finding.hint.to(lang))


@dataclass(frozen=True, slots=True)
class Allow:
    """A wish to let a rule pass, with the reason; for one item (and its bullets), one file, or everywhere."""

    rule: str
    reason: str
    place: Place
    items: frozenset[str] | None = None  # ids; None is all
    path: str = ""  # only what stands in this file; "" is all

    def covers(self, found: Found) -> bool:
        """Tell whether it lets a finding pass."""
        here = found.finding
        return (
            self.rule == found.rule.name
            and (self.items is None or here.item in self.items)
            and (not self.path or here.place.path == self.path)
        )


def run(rules: Sequence[AnyRule], subjects: Iterable[Subject], context: Context) -> Iterator[Found]:
    """Yield what the rules find in the subjects, each finding once: a project of two languages is one project."""
    by_scope = {scope: [rule for rule in rules if rule.scope is scope] for scope in Scope}
    seen: set[Found | tuple[str, str]] = set()
    for subject in subjects:
        for rule in by_scope[_SCOPES[type(subject)]]:
            for finding in rule.check(subject, context):
                found = Found(rule, finding)
                key = (rule.name, finding.item) if rule.scope is Scope.PROJECT and finding.item else found
                if key not in seen:
                    seen.add(key)
                    yield found


def without_allowed(found: Iterable[Found], allows: Sequence[Allow]) -> tuple[list[Found], set[Allow]]:
    """Return what no `Allow` covers, and the allows that cover something."""
    used: set[Allow] = set()
    left: list[Found] = []
    for one in found:
        covering = [allow for allow in allows if allow.covers(one)]
        used.update(covering)
        left += [] if covering else [one]
    return left, used


def unused(allow: Allow) -> Problem:
    """Return the warning about an allow that lets nothing pass any more."""
    message = f"'{allow.rule}' is allowed here, but nothing breaks it"
    return Problem(UNUSED_ALLOW, message, allow.place, Severity.WARNING, "delete it, so that the rule watches again")

"""Which rules look at what: the base, a resume as sent, and a plain description; and what is let pass with a reason."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from resume_tailor.fields import did_you_mean
from resume_tailor.lint import plain, rules
from resume_tailor.lint.data import shipped_lexicon
from resume_tailor.lint.engine import Allow, AnyRule, Found, run, unused, without_allowed
from resume_tailor.lint.lexicon import Lexicon
from resume_tailor.lint.own import Own
from resume_tailor.lint.rule import Context, Scope
from resume_tailor.lint.subjects import Sent, Subject, Whole, lines_of, projects_of, sections_of
from resume_tailor.model import Marked, Profile, Resume
from resume_tailor.problems import Place, Problem, Severity


@lru_cache(maxsize=4)
def all_rules(own: Own) -> tuple[AnyRule, ...]:
    """Return the shipped rules and one's own."""
    return (*rules.ALL, *own.rules)


def rule_names(own: Own) -> tuple[str, ...]:
    """Return the names of them all; no rule is loaded for that."""
    return (*rules.NAMES, *(rule.name for rule in own.rules))


def error_rules(own: Own) -> tuple[AnyRule, ...]:
    """Return those of them that make errors; no other is loaded."""
    return (*map(rules.load, rules.ERRORS), *(rule for rule in own.rules if rule.severity is Severity.ERROR))


@lru_cache(maxsize=4)
def lexicon(own: Own) -> Lexicon:
    """Return the shipped sets and one's own."""
    shipped = shipped_lexicon()
    return Lexicon((*own.entries, *shipped.entries)) if own.entries else shipped


def base_subjects(resume: Resume) -> Iterator[Subject]:
    """Yield all that rules may look at in a base."""
    lines = tuple(lines_of(resume.entries()))
    yield from projects_of(resume, lines)
    yield from lines
    yield from sections_of(lines)
    yield Whole(resume, lines)


def sent_subjects(sent: Sent) -> Iterator[Subject]:
    """Yield all that rules may look at in a resume as sent: what it shows, in its language, and the page itself."""
    shown = replace(sent.resume, sections=dict(sent.selection.sections))
    lines = tuple(lines_of(shown.entries(), (sent.lang,)))
    yield from projects_of(shown, lines, sent.lang)
    yield from lines
    yield from sections_of(lines)
    yield Whole(shown, tuple(lines_of(shown.entries())))
    yield sent


def check_text(path: str, text: str, chosen: Sequence[AnyRule], context: Context) -> list[Found]:
    """Return what the rules that look at plain descriptions find in one."""
    project = plain.read(path, text)
    ours = [rule for rule in chosen if rule.plain]
    return list(run(ours, (project, *plain.lines(project)), context))


def allows(resume: Resume | None, profile: Profile | None, everywhere: Mapping[str, Marked[str]]) -> Iterator[Allow]:
    """Yield what the base, a profile and the settings let pass; an entry's holds for its bullets too."""
    for entry in resume.entries() if resume else ():
        ids = frozenset(item.id for item in entry.items())
        yield from (Allow(rule, why.value, why.place, ids) for rule, why in entry.allow.items())
        for bullet in entry.bullets:
            own = frozenset({bullet.id})
            yield from (Allow(rule, why.value, why.place, own) for rule, why in bullet.allow.items())
    for source in (profile.allow if profile else {}, everywhere):
        yield from (Allow(rule, why.value, why.place) for rule, why in source.items())


def text_allows(path: str, text: str) -> Iterator[Allow]:
    """Yield what a description lets pass in itself."""
    for rule, reason, place in plain.allows(path, text):
        yield Allow(rule, reason, place, path=path)


def wrong_allows(wishes: Iterable[Allow], known: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with wishes to let rules pass: no such rule, no reason."""
    names = tuple(known)
    for wish in wishes:
        if wish.rule not in names:
            yield unknown_rule(wish.rule, wish.place, names)
        elif not wish.reason.strip():
            message = f"'{wish.rule}' is allowed without a reason"
            yield Problem("missing-reason", message, wish.place, hint="write why it may be broken here")


def unknown_rule(name: str, place: Place, known: Iterable[str], what: str = "") -> Problem:
    """Return the problem of a rule's name that is none."""
    message = f"{what}no rule '{name}'{did_you_mean(name, known)}"
    return Problem("unknown-rule", message, place, hint="`resume lint --rules` lists them")


def watched(wishes: Iterable[Allow], looked: Iterable[AnyRule]) -> list[Allow]:
    """Return the wishes about rules that have looked at everything they are for: unused, they may be said to be so."""
    names = {rule.name for rule in looked}
    return [wish for wish in wishes if wish.rule in names]


def settle(
    found: Iterable[Found], wishes: Sequence[Allow], watched_wishes: Iterable[Allow], lang: str
) -> list[Problem]:
    """Return the problems that are left when what is allowed is taken out, with the watched wishes that do nothing."""
    left, used = without_allowed(found, wishes)
    idle = (wish for wish in watched_wishes if wish not in used)
    return [*(one.problem(lang) for one in left), *(unused(wish) for wish in idle)]


_ANY_DAY = dt.date(2000, 1, 1)  # no rule about a project or a line asks for the day
_DROPPING = (Scope.PROJECT, Scope.LINE)


def flagged(resume: Resume, profile: Profile, own: Own) -> tuple[dict[str, Marked[str]], list[Problem]]:
    """Return the ids that the rules of the profile's `drop_flagged` flag, each with the wish that drops it."""
    wishes = {word.value: word for word in profile.drop_flagged}
    named = (*(rules.load(name) for name in wishes if name in rules.NAMES), *own.rules)
    able = {rule.name: rule for rule in named if rule.scope in _DROPPING}
    problems = [_cannot_drop(word, own) for word in wishes.values() if word.value not in able]
    chosen = [able[name] for name in wishes if name in able]
    found = run(chosen, base_subjects(resume), Context(_ANY_DAY, lexicon(own)))
    left, _ = without_allowed(found, list(allows(resume, profile, {})))
    return {one.finding.item: wishes[one.rule.name] for one in reversed(left) if one.finding.item}, problems


def _cannot_drop(word: Marked[str], own: Own) -> Problem:
    names = rule_names(own)
    if word.value not in names:
        return unknown_rule(word.value, word.place, names, "drop_flagged: ")
    message = f"drop_flagged: '{word.value}' is about more than one item, so it cannot say which one to drop"
    return Problem("unknown-rule", message, word.place, Severity.ERROR, "name rules about a project or a line")

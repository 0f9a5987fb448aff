"""The role that a posting asks for, told from its duties; its title is only one more hint.

Each line speaks for the roles whose signs stand in it, by the signs' weights and by the section: duties say most, what
is asked for says less, what would be nice hardly anything. What is said again counts half, and half of that again.
A title is worth about one good line: in this field it often names what sounds well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from resume_tailor.keywords import carried
from resume_tailor.posting.model import (
    ABOUT,
    DUTIES,
    PREFERRED,
    PROCESS,
    REQUIREMENTS,
    TOOLS,
    Evidence,
    Line,
    Posting,
    RoleReading,
)
from resume_tailor.posting.roles import OTHER, Role, Sign, roles
from resume_tailor.posting.signs import alternatives, holds, standing, words_of
from resume_tailor.posting.years import asked

SHARE = {DUTIES: 1.0, REQUIREMENTS: 0.4, TOOLS: 0.25, ABOUT: 0.3, PREFERRED: 0.15, PROCESS: 0.0}
_MOST_OF_A_LINE = 4.0  # weights; one line cannot say everything
_TITLE = 3.0
_LEAST = 1.5  # a data job says at least so much of what it does
# An analyst's general work is a product or business analyst's as well: many companies call them all data analysts.
_ALSO = {"product-analyst": ("data-analyst", 0.4), "business-analyst": ("data-analyst", 0.4)}


def role_of(posting: Posting) -> RoleReading:
    """Return the role, with scores and evidence; `other` where nothing speaks for a data job."""
    known = roles()
    evidence = sorted(_evidence(posting, known.values()), key=lambda one: -one.weight)
    titled = titled_roles(posting.title)
    told = _told(evidence, known)
    scores = _with_title(told, titled)
    best = max(scores, key=lambda name: scores[name])
    role = best if scores[best] and told[best] >= _LEAST * _fullest(posting) else OTHER
    return RoleReading(role, scores, tuple(evidence), next(iter(titled), ""), asked(posting))


def _told(evidence: Iterable[Evidence], known: Mapping[str, Role]) -> dict[str, float]:
    """Return role -> what the lines say for it."""
    sums = dict.fromkeys(known, 0.0)
    for one in evidence:
        sums[one.role] += one.weight
    return {name: score + _share_of(name, sums) for name, score in sums.items()}


def _share_of(name: str, sums: Mapping[str, float]) -> float:
    general, share = _ALSO.get(name, ("", 0.0))
    return sums[general] * share if general and sums[name] else 0.0


def _with_title(told: Mapping[str, float], titled: Mapping[str, float]) -> dict[str, float]:
    """Return role -> score with the title's word in it, the highest first."""
    sums = {name: round(score + _TITLE * titled.get(name, 0), 2) for name, score in told.items()}
    return dict(sorted(sums.items(), key=lambda pair: -pair[1]))


def _fullest(posting: Posting) -> float:
    """Return how much the weightiest section counts: where duties are not told, less can be asked of the rest."""
    return max((SHARE[section.kind] for section in posting.sections if section.lines), default=0.0)


def titled_roles(title: str) -> dict[str, float]:
    """Return the roles that a title names and how surely, from 1 down, the surest first.

    What stands in brackets is second to what stands outside; `데이터 분석 강사` is a teacher, whatever is taught.
    """
    bare = re.sub(r"[(\[（【].*?[)\]）】]", " ", title)
    outside, anywhere = _named(bare), _named(title)
    if OTHER in outside:
        return {OTHER: 1.0, **{name: 0.3 for name in outside if name != OTHER}}
    inside = [name for name in anywhere if name not in outside]
    return {
        **{name: 1 / (1 + place) for place, name in enumerate(outside)},
        **{name: 0.5 / (1 + place) for place, name in enumerate(inside)},
    }


def _named(title: str) -> list[str]:
    """Return the roles that a title names, the one named by the longest words first."""
    longest = {
        name: max((len(word) for word in carried(role.titles, (title,))), default=0) for name, role in roles().items()
    }
    return sorted((name for name, length in longest.items() if length), key=lambda name: -longest[name])


def _evidence(posting: Posting, known: Iterable[Role]) -> Iterator[Evidence]:
    """Yield what each line says for each role."""
    lines = [line for line in posting.lines() if SHARE[line.section]]
    known = tuple(known)
    found = standing(alternatives(known), [line.text for line in lines])
    told: Counter[Sign] = Counter()
    for line, words in sorted(zip(lines, found, strict=True), key=lambda pair: -SHARE[pair[0].section]):
        for role in known:
            if one := _line_for(role, line, words, told):
                yield one


def _line_for(role: Role, line: Line, words: frozenset[str], told: Counter[Sign]) -> Evidence | None:
    """Return what a line says for a role, None if nothing."""
    signs = [sign for sign in role.signs if holds(sign, words)]
    if not signs:
        return None
    weight = min(_MOST_OF_A_LINE, sum(sign.weight * 0.5 ** told[sign] for sign in signs))
    told.update(signs)
    said = dict.fromkeys(
        word for sign in sorted(signs, key=lambda s: -s.weight) for word in words_of(sign, words, line.text)
    )
    return Evidence(role.id, line, tuple(said), round(weight * SHARE[line.section], 3))


def by_role(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    """Return the evidence by role, each the strongest first."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        found[one.role].append(one)
    return found

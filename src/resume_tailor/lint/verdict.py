"""Whether a project is an exercise or one's own work: both sides of the evidence, weighed.

Points speak for an exercise. Evidence of one's own takes points away and, whatever it is, raises what is needed: who
has users, an employer or data of their own may well name a public set. A story alone takes nothing away.
"""

from dataclasses import dataclass
from functools import lru_cache

from resume_tailor.lint.evidence import Evidence, Sign, evidence
from resume_tailor.lint.lexicon import Hit, Lexicon
from resume_tailor.lint.subjects import Project

# Measured on labelled descriptions; docs/decisions/0011 has the figures.
NEEDED_ALONE = 0.3  # points when nothing is one's own
NEEDED_BESIDE_OWN = 1.6
_NEEDED_OF_WEAK = 0.99  # when all signs are weak
_BY_HOW = {"name": 1.2, "columns": 1.2, "word": 0.8, "task": 0.9}
_COMMON_TASK = 0.6  # a task without a set named: people are paid for such work too
_SECOND = 0.3  # what more things known add
_TOOLS = 0.4
RULES = ("public-dataset", "competition-clone", "tutorial-clone")
_RULE_OF = {"dataset": RULES[0], "task": RULES[0], "contest": RULES[1], "clone": RULES[2]}
_NAMED = frozenset({"name", "columns"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was weighed: the points for an exercise, how many were needed, and the evidence."""

    points: float
    needed: float
    found: Evidence

    @property
    def is_generic(self) -> bool:
        """Tell whether the project is an exercise; one weak sign alone never makes one."""
        telling = self.found.hits or any(not sign.cue.weak for sign in self.found.generic)
        return self.points > (self.needed if telling else max(self.needed, _NEEDED_OF_WEAK))

    @property
    def is_certain(self) -> bool:
        """Tell whether a known set or exercise is named and nothing at all is one's own."""
        named = any(hit.how in _NAMED and hit.entry.kind == "dataset" for hit in self.found.hits)
        return self.is_generic and named and not self.found.own

    @property
    def rule(self) -> str:
        """Give the rule that most of the points speak of, "" for a project that is one's own."""
        if not self.is_generic:
            return ""
        points = dict.fromkeys(RULES, 0.0)
        for hit in self.found.hits:
            rule = _RULE_OF[hit.entry.kind]
            points[rule] = max(points[rule], _of_hit(hit))
        for sign in self.found.generic:
            if sign.cue.rule:
                points[sign.cue.rule] += sign.weight
        return max(points, key=lambda rule: points[rule])


@lru_cache(maxsize=16)
def verdict(project: Project, lexicon: Lexicon) -> Verdict:
    """Weigh a project."""
    found = evidence(project, lexicon)
    generic = sum(sign.weight for sign in found.generic) + _of_hits(found.hits)
    generic += _TOOLS if found.tells("tools") else 0
    own = sum(_of_own(sign, found) for sign in found.own)
    return Verdict(generic - own, NEEDED_BESIDE_OWN if found.own else NEEDED_ALONE, found)


def _of_hits(hits: tuple[Hit, ...]) -> float:
    """Return what the known things say: the surest in full, all others together a little."""
    points = sorted((_of_hit(hit) for hit in hits), reverse=True)
    return points[0] + (_SECOND if len(points) > 1 else 0) if points else 0


def _of_hit(hit: Hit) -> float:
    return _COMMON_TASK if hit.entry.kind == "task" and hit.how not in _NAMED else _BY_HOW[hit.how]


def _of_own(sign: Sign, found: Evidence) -> float:
    """Return what a sign of one's own takes away. Beside a named set an employer is often only a part one plays."""
    played = any(hit.how in _NAMED for hit in found.hits) or any(s.cue.id == "fictional" for s in found.generic)
    return sign.weight / 2 if played and sign.cue.id == "employer" else sign.weight

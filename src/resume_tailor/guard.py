"""Stage 5, the guard: a rewording may lose facts of its item, but never gain or change one."""

import re
from collections.abc import Iterable, Iterator

from resume_tailor.claims import Claim, Known, new_claims
from resume_tailor.model import Resume, Text
from resume_tailor.problems import Place, Problem

_HINT = "write what the base says, or add it to the item's facts: if it is true"
_TITLE_SEPARATOR = re.compile(r"\s*[·,/|()]\s*|\s[-–—]\s")


def guard_problems(item_id: str, new: str, held: Iterable[str], known: Known, place: Place) -> list[Problem]:
    """Return a problem for each claim of a rewording that the item does not hold."""
    return [_problem(item_id, claim, place) for claim in new_claims(new, held, known)]


def _problem(item_id: str, claim: Claim, place: Place) -> Problem:
    message = f"the rewording of '{item_id}' says '{claim.text}', which neither its text nor its facts hold"
    return Problem(f"guard-{claim.kind}", message, place, hint=_HINT)


def known_of(resume: Resume) -> Known:
    """Return the names that a base holds: its technologies, employers, titles and schools, in all languages."""
    work, schools = resume.sections.get("work", ()), resume.sections.get("education", ())
    titles = [resume.basics.label, *(entry.texts["position"] for entry in work if "position" in entry.texts)]
    return Known(
        technologies=frozenset(_technologies(resume)),
        employers=_versions(entry.texts["name"] for entry in work if "name" in entry.texts),
        titles=frozenset(
            part for title in _versions(titles) for part in _TITLE_SEPARATOR.split(title) if len(part) > 1
        ),
        schools=_versions(entry.texts["institution"] for entry in schools if "institution" in entry.texts),
    )


def _versions(texts: Iterable[Text]) -> frozenset[str]:
    return frozenset(version.strip() for text in texts for version in text.versions if version.strip())


def _technologies(resume: Resume) -> Iterator[str]:
    """Yield what the base calls a technology: keywords of skills, and those of projects that are written like a name.

    A project's keywords are also topics (가격, Pricing); a name is written in Latin letters, once for all languages.
    """
    for entry in resume.sections.get("skills", ()):
        yield from _versions(entry.lists.get("keywords", ()))
    for entry in resume.sections.get("projects", ()):
        for text in entry.lists.get("keywords", ()):
            if text.any and re.search(r"[A-Z]", text.any[1:]):
                yield text.any.strip()

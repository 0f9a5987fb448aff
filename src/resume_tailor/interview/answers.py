"""A company's data problem to one's own work about its like: what of the whole base answers it, the best first.

Nothing is worded here and nothing is cut: an answer's result is a text of the base (or an accepted rewording), whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from unicodedata import east_asian_width

from resume_tailor.claims.figures import figures
from resume_tailor.model import SECTIONS, Bullet, DataProblem, Entry, Marked, Profile, Resume, Text
from resume_tailor.problems import Place
from resume_tailor.rewording import worded
from resume_tailor.schema import name_key
from resume_tailor.select import Rank, select

_SHORT = 120  # columns (Hangul takes two) that a result may take before a shorter text of the same work is looked for
_LAST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A piece of one's own work: whose or which it is, and what came of it (None where the base does not say).

    `ids` are the item's own and those of the items that tell of the same work.
    """

    ids: tuple[str, ...]
    name: Text
    result: Text | None = None
    telling: bool = True  # whether the name alone says what it is: an employer's does not


@dataclass(frozen=True, slots=True)
class _Find:
    """An item that answers a problem: an entry, or one bullet of it."""

    entry: Entry
    bullet: Bullet | None = None

    @property
    def id(self) -> str:
        return self.bullet.id if self.bullet else self.entry.id


def finder(resume: Resume, profile: Profile, lang: str) -> "Finder":
    """Rank the whole base: what a page leaves out for its sections is work all the same.

    What the profile drops by name or tag is not for this company's eyes, and answers only where `ids` ask for it.
    """
    sections = tuple(Marked(name, Place(profile.id)) for name in SECTIONS)
    return Finder(resume, profile, lang, select(resume, replace(profile, sections=sections)).ranks)


@dataclass(frozen=True, slots=True)
class Finder:
    """The base as one company's profile ranks it; texts are compared in the language that they are read in."""

    resume: Resume
    profile: Profile
    lang: str
    ranks: Mapping[str, Rank]

    def answers(self, problem: DataProblem) -> tuple[Answer, ...]:
        """Return what answers a problem: first what its `ids` name, in their order, then by rank. Work counts once."""
        groups: list[list[_Find]] = []
        for find in sorted(self._found(problem), key=lambda find: self._key(find, problem)):
            same = next((group for group in groups if self._retold(group[0], find)), None)
            if same:
                same.append(find)
            else:
                groups.append([find])
        return tuple(self._answer(group) for group in groups)

    def lines(self, entry: Entry) -> tuple[Bullet, ...]:
        """Return an entry's bullets that the profile does not drop outright, the best first."""
        kept = (bullet for bullet in entry.bullets if bullet.id in self.ranks)
        return tuple(sorted(kept, key=lambda bullet: self.ranks[bullet.id].key))

    def text(self, bullet: Bullet) -> Text:
        """Return a bullet's text in the wording that the company's resume has."""
        return worded(bullet, self.profile) or bullet.text

    def _found(self, problem: DataProblem) -> Iterator[_Find]:
        """Yield the projects and bullets that carry a tag of the problem, and whatever its ids name."""
        tags = frozenset().union(*(self.profile.parts(word.value) for word in problem.tags))
        ids = {word.value for word in problem.ids}
        for entry in self.resume.entries():
            if entry.id in ids or (entry.section == "projects" and self._carries(entry, tags)):
                yield _Find(entry)
            yield from (_Find(entry, b) for b in entry.bullets if b.id in ids or self._carries(b, tags))

    def _carries(self, item: Entry | Bullet, tags: frozenset[str]) -> bool:
        return item.id in self.ranks and bool(tags & set(item.tags))

    def _key(self, find: _Find, problem: DataProblem) -> tuple[int, ...]:
        """Return what finds are sorted by; of two that rank alike, a project tells more than a line of a job."""
        named = [word.value for word in problem.ids]
        place = named.index(find.id) if find.id in named else len(named)
        rank = self.ranks.get(find.id) or Rank(_LAST, _LAST, _LAST, _LAST, _LAST, tag="")
        return (place, *rank.key[:-1], find.entry.section != "projects", find.bullet is not None, rank.order)

    def _retold(self, one: _Find, other: _Find) -> bool:
        """Tell whether two finds are the same work: a project and its bullet, or a job's bullet about a project."""
        if one.entry is other.entry:
            return one.entry.section == "projects"
        for job, project in ((one, other), (other, one)):
            if job.entry.section == "work" and job.bullet and project.entry.section == "projects":
                return self.tells_of(job.bullet, job.entry, project.entry)
        return False

    def tells_of(self, bullet: Bullet, job: Entry, project: Entry) -> bool:
        """Tell whether a job's bullet tells of a project done there: it has more than half of its figures from it."""
        house = project.texts.get("entity")
        if not house or house.to(self.lang) != job.texts.get(name_key("work"), house).to(self.lang):
            return False
        mine = _figures(self.text(bullet).to(self.lang))
        texts = (*project.texts.values(), *(b.text for b in project.bullets))
        told = frozenset().union(*(_figures(text.to(self.lang)) for text in texts))
        return 2 * len(mine & told) > len(mine)

    def _answer(self, group: Sequence[_Find]) -> Answer:
        """Return finds that are the same work as one answer, told by the best of them."""
        entry = group[0].entry
        name = entry.texts.get(name_key(entry.section)) or next(iter(entry.texts.values()), Text(entry.place))
        return Answer(tuple(find.id for find in group), name, self._result(group), entry.section != "work")

    def _result(self, group: Sequence[_Find]) -> Text | None:
        """Return what came of a piece of work: the first text that is short, or else the shortest."""
        texts = [text for text in self._results(group) if text.to(self.lang).strip()]
        short = (text for text in texts if _width(text.to(self.lang)) <= _SHORT)
        return next(short, min(texts, key=lambda text: _width(text.to(self.lang)), default=None))

    def _results(self, group: Sequence[_Find]) -> Iterator[Text]:
        """Yield the texts that may tell the result, the best first: an outcome, bullets in any wording, a summary."""
        best = group[0]
        bullets = [find.bullet for find in group if find.bullet and find.entry is best.entry]
        if best.bullet is None:
            bullets += [bullet for bullet in best.entry.bullets if bullet.id in self.ranks and bullet not in bullets]
        told = best.entry.texts if best.bullet is None else {}
        yield from (told[key] for key in ("outcome",) if key in told)
        for bullet in bullets:
            yield self.text(bullet)
            yield from (bullet.text, *bullet.alt.values())
        yield from (told[key] for key in ("summary", "description") if key in told)


@lru_cache(maxsize=1024)  # each text is held against several
def _figures(text: str) -> frozenset[tuple[Fraction, str]]:
    """Return what numbers a text gives, in units that can be compared."""
    return frozenset((figure.value, figure.unit) for figure in figures(text) if not figure.quiet)


def _width(text: str) -> int:
    """Return how wide a text is, in columns."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)

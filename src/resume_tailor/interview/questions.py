"""A role's likely questions to one's own work: which piece of work answers which, and the parts that it is told in.

Work is a project, or a line of a job that tells of no project. What the profile drops outright is not for this
company's eyes and never answers; what the page only had no room for does.

How much work has to say to a question is how many of its texts carry the question's `about` words, each word counted.
Nearly as good as the best is what has two thirds of that. Of those a question takes, in this order: a project before a
line, which tells no problem; work that no other question has taken; more to say; what is on the resume that the company
got; the profile's rank; the base's order. Questions that few can answer choose before those that many can.

Nothing is worded here and no sentence is cut: each part is a text of the base, or a whole side of a problem's arrow.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from resume_tailor.carriers import aliases_of
from resume_tailor.claims.figures import figures
from resume_tailor.interview.answers import Finder
from resume_tailor.keywords import carried
from resume_tailor.model import Bullet, Entry, Text
from resume_tailor.posting.roles import Question
from resume_tailor.richtext import parse
from resume_tailor.schema import name_key

# The parts of an answer, in the order that they are told in. `why` and `did` stand in for what is not there: the first
# where a project names no problem, the second where nothing tells what came of it.
WHY, PROBLEM, SEEN, HYPOTHESIS, DATA, RESULT, DID, ROLE = KINDS = (
    "why",
    "problem",
    "seen",
    "hypothesis",
    "data",
    "result",
    "did",
    "role",
)
_NEARLY = 2, 3  # two of three
_NO_WORDS_OF_MINE = frozenset({"entity", "url"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer in the page's language, with its markup, and the text of the base that it is from."""

    kind: str
    said: str
    text: Text


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work: its own id, then those of what else tells of it; its name, an employer's where it is a line."""

    ids: tuple[str, ...]
    name: Text
    parts: tuple[Part, ...]
    sent: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """A question, and the work that answers it best; None where the base has none.

    `again` is the place (from 1) of an earlier question that the same work answers. It is told there; here it only says
    what of it is about this question.
    """

    question: Question
    work: Work | None = None
    again: int = 0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An item that may answer: a project, or a line of a job; what it says, and what rank it has in its list."""

    entry: Entry
    bullet: Bullet | None
    ids: tuple[str, ...]
    texts: tuple[Text, ...]
    sent: bool
    rank: tuple[int, ...]


# --- which work answers ---


def replies(questions: Sequence[Question], found: Finder, sent: Collection[str]) -> tuple[Reply, ...]:
    """Return the questions, each with its answer; `sent` are the ids on the resume that the company got."""
    candidates = tuple(_candidates(found, sent))
    choices = [_choices(question, candidates, found) for question in questions]
    chosen: dict[int, _Candidate] = {}
    for number in sorted(range(len(choices)), key=lambda number: len(choices[number])):
        taken = {one.ids[0] for one in chosen.values()}
        ranked = sorted(choices[number], key=lambda one: (one.bullet is not None, one.ids[0] in taken))
        chosen |= {number: ranked[0]} if ranked else {}
    return tuple(_reply(question, number, chosen, found) for number, question in enumerate(questions))


def _reply(question: Question, number: int, chosen: Mapping[int, _Candidate], found: Finder) -> Reply:
    if number not in chosen:
        return Reply(question)
    one = chosen[number]
    again = next(n for n in sorted(chosen) if chosen[n].ids[0] == one.ids[0]) + 1
    if again > number:
        return Reply(question, _work(one, _told(one, found)))
    return Reply(question, _work(one, _point(one, question, found)), again)


def _choices(question: Question, candidates: Iterable[_Candidate], found: Finder) -> list[_Candidate]:
    """Return what answers a question nearly as well as the best does, the best first."""
    weighed = [(_says(one, question, found), one) for one in candidates]
    best = max((weight for weight, _ in weighed), default=0)
    least, of = _NEARLY
    good = [(weight, one) for weight, one in weighed if weight and of * weight >= least * best]
    good.sort(key=lambda pair: (-pair[0], not pair[1].sent, *pair[1].rank))
    return [one for _, one in good]


def _says(one: _Candidate, question: Question, found: Finder) -> int:
    """Return how much work has to say to a question."""
    return sum(_words_in(text, question, found) for text in one.texts)


def _words_in(text: Text, question: Question, found: Finder) -> int:
    return len(carried(question.about, text.versions, aliases_of(found.profile)))


def _candidates(found: Finder, sent: Collection[str]) -> Iterator[_Candidate]:
    """Yield what may answer, in the base's order: projects, and the lines of jobs that tell of none of them."""
    entries = [entry for entry in found.resume.entries() if entry.id in found.ranks]
    projects = [entry for entry in entries if entry.section == "projects"]
    lines = [(job, line) for job in entries if job.section == "work" for line in found.lines(job)]
    for entry in projects:
        again = (line.id for job, line in lines if found.tells_of(line, job, entry))
        ids = (entry.id, *(line.id for line in entry.bullets), *again)
        yield _Candidate(entry, None, ids, tuple(_texts(entry, found)), _any(ids, sent), _rank(entry, found))
    for job, line in lines:
        if not any(found.tells_of(line, job, entry) for entry in projects):
            yield _Candidate(job, line, (line.id,), (found.text(line),), line.id in sent, _rank(line, found))


def _any(ids: Iterable[str], sent: Collection[str]) -> bool:
    return any(name in sent for name in ids)


def _rank(item: Entry | Bullet, found: Finder) -> tuple[int, ...]:
    """Return what items of any list are compared by: the order in their own says nothing of another's."""
    return found.ranks[item.id].key[:-1]


def _texts(entry: Entry, found: Finder) -> Iterator[Text]:
    """Yield all that a project says but whose it is, without the lines that were dropped."""
    yield from (text for key, text in entry.texts.items() if key not in _NO_WORDS_OF_MINE)
    yield from (text for several in entry.lists.values() for text in several)
    yield from (found.text(bullet) for bullet in found.lines(entry))


# --- what it says ---


def _work(one: _Candidate, parts: Iterable[Part]) -> Work:
    name = one.entry.texts.get(name_key(one.entry.section)) or Text(one.entry.place, any=one.entry.id)
    said = sorted((part for part in parts if part.said.strip()), key=lambda part: KINDS.index(part.kind))
    return Work(one.ids, name, tuple(said), one.sent)


def _told(one: _Candidate, found: Finder) -> Iterator[Part]:
    """Yield the parts that work is told in, from its own fields."""
    if one.bullet:
        yield _line(found.text(one.bullet), found)
        return
    texts, lines = one.entry.texts, [found.text(bullet) for bullet in found.lines(one.entry)]
    yield from _beginning(texts, found.lang)
    outcome = texts.get("outcome") or next((text for text in lines if _has_figures(text, found)), None)
    did = outcome or next(iter(lines), texts.get("description") or texts.get("summary"))
    if did:
        yield _part(RESULT if outcome else DID, did, found)
    if source := _source([text for text in lines if text is not did], one.entry.lists.get("keywords", ())):
        yield _part(DATA, source, found)
    if role := texts.get("role"):
        yield _part(ROLE, role, found)


def _beginning(texts: Mapping[str, Text], lang: str) -> Iterator[Part]:
    """Yield what a project began with: its problem's two sides, or all of it, or else why it was begun."""
    problem, why = texts.get("problem"), texts.get("why")
    seen, supposed = split(problem.to(lang)) if problem else ("", "")
    if problem and supposed:
        yield Part(SEEN, seen, problem)
        yield Part(HYPOTHESIS, supposed, problem)
    elif problem:
        yield Part(PROBLEM, seen, problem)
    elif why:
        yield Part(WHY, why.to(lang), why)


def _point(one: _Candidate, question: Question, found: Finder) -> Iterator[Part]:
    """Yield the line of work that says most to a question, if one says anything."""
    lines = [found.text(bullet) for bullet in (found.lines(one.entry) if one.bullet is None else (one.bullet,))]
    best = max(lines, key=lambda text: _words_in(text, question, found), default=None)
    if best and _words_in(best, question, found):
        yield _line(best, found)


def _line(text: Text, found: Finder) -> Part:
    """Return a line as what came of something where it gives figures, and else as what was done."""
    return _part(RESULT if _has_figures(text, found) else DID, text, found)


def _part(kind: str, text: Text, found: Finder) -> Part:
    return Part(kind, text.to(found.lang), text)


def _has_figures(text: Text, found: Finder) -> bool:
    return any(not figure.quiet for figure in figures(text.to(found.lang)))


# --- a problem's two sides ---

_ARROW = re.compile(r"\s*(?:[→⇒⟶]|[-=]+>)\s*")
_FIGURE_BEFORE, _FIGURE_BEHIND = re.compile(r"\d\S*$"), re.compile(r"(?:[A-Z]{3}\s|[₩$€£¥+±~약-])*\d")


def split(problem: str) -> tuple[str, str]:
    """Return a problem's two sides, or all of it and "".

    An arrow from figure to figure, `31%→22%`, is no border, nor is one that markup reaches over.
    """
    for arrow in _ARROW.finditer(problem):
        before, behind = problem[: arrow.start()].strip(), problem[arrow.end() :].strip()
        if _FIGURE_BEFORE.search(before) and _FIGURE_BEHIND.match(behind):
            continue
        plain = parse(problem).plain
        whole = plain.startswith(parse(before).plain) and plain.endswith(parse(behind).plain)
        return (before, behind) if before and behind and whole else (problem, "")
    return problem, ""


# --- where the data came from ---

_NO_SOURCE = "엔지니어|분석|사이언|과학|마트|팀|기반|베이스|파이프|플랫폼|웨어|조직|리드|그룹"
_SOURCES = re.compile(
    rf"""(?<![블카탈프])로그(?!인|램|래) | 이력(?!서) | 수집 | 센서 | 설문 | 인터뷰 | 라벨 | 레이블 | 크롤링 | 관측
    | 기록 | 모은\s | (?:검증|학습|평가)\s?(?:세트|셋|데이터) | 데이터(?!\s?(?:{_NO_SOURCE}))
    | [\d.]+\s?(?:천|만|백만|억)\s?건 | \d,\d{{3}}\s?건
    | \b(?:logs? | events | histor(?:y|ies) | collect(?:ed|ing) | sensors? | survey(?:s|ed)? | interview(?:s|ed)?
      | label(?:s|l?ed)? | scraped | crawled | records? | readings? | datasets? | (?:validation|training|test)\ set
      | data(?!\ (?:engineer|scien|anal|mart|platform|pipeline|team|warehouse|base|lead|group)))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _source(lines: Iterable[Text], keywords: Iterable[Text]) -> Text | None:
    """Return the line that says most of where the data came from, else such a keyword, or None."""
    for texts in (list(lines), list(keywords)):
        best = max(texts, key=_sources, default=None)
        if best is not None and _sources(best):
            return best
    return None


def _sources(text: Text) -> int:
    """Count the different words of a text that tell of data."""
    return max(len({found[0].casefold() for found in _SOURCES.finditer(said)}) for said in text.versions or ("",))

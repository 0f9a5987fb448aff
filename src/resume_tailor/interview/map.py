"""The business map: a company's journey stage by stage, its data problems, and one's own work on each of them.

This is what the sheet `map` sees as `doc`, and all that it sees. A problem without an answer stays on it, open.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from resume_tailor.compose import missing_translations
from resume_tailor.interview.answers import Answer, Finder, finder
from resume_tailor.interview.texts import day_in_words, plain
from resume_tailor.model import Basics, DataProblem, Entry, Profile, Resume, Stage, Text
from resume_tailor.problems import Place, Problem, ProblemsError, Severity
from resume_tailor.richtext import RichText, parse
from resume_tailor.select import Selection


@dataclass(frozen=True, slots=True)
class MapWords:
    """The words that the tool itself puts on a map."""

    map: str
    answered: str
    open: str
    nothing: str  # what an open problem says
    sent: str
    unsent: str
    more: str  # with {} for a number


_WORDS = {
    "ko": MapWords(
        map="사업과 데이터 문제",
        answered="풀어 본 문제",
        open="아직 없는 문제",
        nothing="아직 없음: 배우거나 물어볼 것",
        sent="이력서에 있는 일",
        unsent="이력서에 없는 일",
        more="외 {}개",
    ),
    "en": MapWords(
        map="business and data problems",
        answered="worked on",
        open="still open",
        nothing="Nothing yet: to learn or to ask",
        sent="on my resume",
        unsent="not on my resume",
        more="+{} more",
    ),
}


@dataclass(frozen=True, slots=True)
class MapItem:
    """A piece of one's own work: its name (a project's, or an employer's), what came of it, and if it was sent."""

    id: str
    name: str
    result: RichText
    sent: bool
    telling: bool = True  # whether the name alone says what it is


@dataclass(frozen=True, slots=True)
class MapProblem:
    """A data problem and the work that answers it, best first; `more` counts in words what is not shown."""

    title: str
    items: tuple[MapItem, ...] = ()
    more: str = ""

    @property
    def open(self) -> bool:
        """Tell whether the base has nothing to answer it with."""
        return not self.items


@dataclass(frozen=True, slots=True)
class MapStage:
    """A stage of the journey."""

    name: str
    problems: tuple[MapProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class BusinessMap:
    """One company's map, in one language; `contact` is a mail address or ""."""

    lang: str
    title: str  # for <title> and the PDF's metadata
    company: str
    position: str
    person: str
    contact: str
    date: str
    stages: tuple[MapStage, ...]
    words: MapWords

    @property
    def problems(self) -> tuple[MapProblem, ...]:
        """Give the problems of all stages."""
        return tuple(problem for stage in self.stages for problem in stage.problems)

    @property
    def answered(self) -> int:
        """Count the problems that one has worked on."""
        return sum(not problem.open for problem in self.problems)

    @property
    def open(self) -> int:
        """Count the others."""
        return len(self.problems) - self.answered

    @property
    def sent(self) -> bool:
        """Tell whether any work shown is on the resume that was sent."""
        return any(item.sent for problem in self.problems for item in problem.items)

    @property
    def unsent(self) -> bool:
        """Tell whether any work shown is not on it."""
        return any(not item.sent for problem in self.problems for item in problem.items)


def business_map(resume: Resume, profile: Profile, sent: Collection[str], *, lang: str, today: dt.date) -> BusinessMap:
    """Return the map of a company with all that answers its problems; `sent` are the ids on the resume it got."""
    found = finder(resume, profile, lang)
    person, company = (plain(text, lang) for text in (resume.basics.name, profile.company))
    words = _WORDS[lang]
    return BusinessMap(
        lang=lang,
        title=" · ".join(part for part in (f"{company} {words.map}", person) if part),
        company=company,
        position=plain(profile.position, lang),
        person=person,
        contact="" if "email" in profile.hidden else resume.basics.email,
        date=day_in_words(today, lang),
        stages=tuple(_stage(stage, found, sent) for stage in profile.journey),
        words=words,
    )


def _stage(stage: Stage, found: Finder, sent: Collection[str]) -> MapStage:
    return MapStage(plain(stage.name, found.lang), tuple(_problem(p, found, sent) for p in stage.problems))


def _problem(problem: DataProblem, found: Finder, sent: Collection[str]) -> MapProblem:
    items = (_item(answer, found.lang, sent) for answer in found.answers(problem))
    return MapProblem(plain(problem.title, found.lang), tuple(items))


def _item(answer: Answer, lang: str, sent: Collection[str]) -> MapItem:
    result = parse(answer.result.to(lang)) if answer.result else RichText()
    shown = any(name in sent for name in answer.ids)
    return MapItem(answer.ids[0], plain(answer.name, lang), result, shown, answer.telling)


Counts = tuple[tuple[int, ...], ...]  # for each problem of each stage, how much of its answers is shown


def limited(plan: BusinessMap, most: Counts) -> BusinessMap:
    """Return a map with at most so many items on each problem; what is not shown is counted.

    For 0 the best one stands there by its name alone, if that says what it is.
    """
    stages = [
        replace(stage, problems=tuple(_limited(p, n, plan.words) for p, n in zip(stage.problems, counts, strict=True)))
        for stage, counts in zip(plan.stages, most, strict=True)
    ]
    return replace(plan, stages=tuple(stages))


def _limited(problem: MapProblem, most: int, words: MapWords) -> MapProblem:
    items = problem.items[: max(most, 1)]
    if most == 0:
        items = tuple(replace(item, result=RichText()) if item.telling else item for item in items)
    left = len(problem.items) - len(items)
    return replace(problem, items=items, more=words.more.format(left) if left else "")


def has_more(problem: MapProblem, most: int) -> bool:
    """Tell whether a problem shows more when it may show one more than `most`."""
    return len(problem.items) > most if most else any(item.telling and item.result for item in problem.items[:1])


# --- what is wrong with a journey ---


def check_journey(profile: Profile, file: str) -> list[Problem]:
    """Return warnings about a profile's journey, or raise `ProblemsError` where it cannot be drawn.

    `file` is the profile's own file, where a business that is not there would stand.
    """
    if not profile.journey:
        raise ProblemsError(no_business(profile, file))
    nameless = list(_nameless(profile.journey))
    if nameless:
        raise ProblemsError(*nameless)
    hint = "write problems: [{title: ..., tags: [...]}], or delete the stage"
    return [
        Problem("empty-stage", "this stage has no problems; its column stays empty", place, Severity.WARNING, hint)
        for place in (stage.name.place for stage in profile.journey if not stage.problems)
    ]


def no_business(profile: Profile, file: str) -> Problem:
    """Say that a profile has no journey, and show what to write in a line that can be pasted."""
    tag = next((word.value for word in profile.focus), "")
    stage, title = ("finding a ride", "demand") if profile.lang == "en" else ("차량 예약", "수요 예측")
    problem = f"{{title: {title}, tags: [{tag}]}}"
    hint = f"write business: {{journey: [{{stage: {stage}, problems: [{problem}]}}]}}"
    return Problem("no-business", "there is no business: to draw a map of", Place(file), hint=hint)


def _nameless(journey: Sequence[Stage]) -> Iterator[Problem]:
    for stage in journey:
        if not stage.name:
            yield Problem(
                "missing-key", "a stage of the journey has no name", stage.name.place, hint="write stage: ..."
            )
        for place in (problem.title.place for problem in stage.problems if not problem.title):
            yield _missing("title", "a problem of the journey has no title", place)


def _missing(key: str, message: str, place: Place) -> Problem:
    return Problem("missing-key", message, place, hint=f"write {key}: ...")


def untranslated(resume: Resume, profile: Profile, plan: BusinessMap) -> list[Problem]:
    """Return a warning for each text on a map that falls back to the other language."""
    found = finder(resume, profile, plan.lang)
    shown = {item.id for problem in plan.problems for item in problem.items}
    business = [profile.position, *(stage.name for stage in profile.journey)]
    problems = [problem for stage in profile.journey for problem in stage.problems]
    texts = [("business", text) for text in (*business, *(problem.title for problem in problems)) if text]
    for answer in (answer for problem in problems for answer in found.answers(problem) if answer.ids[0] in shown):
        texts += [(answer.ids[0], text) for text in (answer.name, answer.result) if text]
    entries = tuple(Entry(name, "projects", text.place, {"name": text}) for name, text in dict.fromkeys(texts))
    basics = Basics(resume.basics.place, resume.basics.name, Text(resume.basics.place))
    return missing_translations(basics, Selection((("projects", entries),), ()), profile, plan.lang)

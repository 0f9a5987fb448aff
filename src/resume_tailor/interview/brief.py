"""The brief: two pages to read before an interview, of which this is the second, and the first where no map is.

The second page holds the posting's words against one's own resume, and the role's likely questions with the work that
answers each. Together with the map, or else with what the posting says of the job, it is what the sheet `brief` sees as
`doc`, and all that it sees.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from resume_tailor.interview.briefwords import BriefWords
from resume_tailor.interview.map import BusinessMap
from resume_tailor.richtext import RichText


@dataclass(frozen=True, slots=True)
class Held:
    """A word that the base has and the page has not, and the item that has it ("" = none to name)."""

    word: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class MatchGroup:
    """The words of one section of the posting, by what became of them; `more` counts in words what is not shown."""

    title: str
    on: int
    of: int
    said: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    missing: tuple[str, ...] = ()
    more: str = ""

    @property
    def percent(self) -> int:
        """How much of it is on the resume."""
        return round(100 * self.on / self.of)


@dataclass(frozen=True, slots=True)
class RoleCard:
    """The role that the job is, what says so, what it is for, and what is worth remarking."""

    name: str
    source: str
    about: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefPart:
    """A part of an answer under its small label."""

    kind: str
    label: str
    text: RichText


@dataclass(frozen=True, slots=True)
class BriefAnswer:
    """The work that answers a question; `again` says that an earlier question has it too, "" for none."""

    id: str
    name: str
    sent: bool
    parts: tuple[BriefPart, ...] = ()
    again: str = ""


@dataclass(frozen=True, slots=True)
class BriefQuestion:
    """A likely question, and the answer to it, None where it is open."""

    text: str
    answer: BriefAnswer | None = None


@dataclass(frozen=True, slots=True)
class FrontGroup:
    """A section of the posting in its own words; `more` counts in words the lines that are not shown."""

    title: str
    lines: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """One company's brief, in one language. `map` is None where the profile has no journey: then `front` is shown."""

    lang: str
    title: str  # for <title> and the PDF's metadata
    company: str
    position: str
    person: str
    contact: str
    date: str
    map: BusinessMap | None
    front: tuple[FrontGroup, ...]
    role: RoleCard
    asked: str  # the name of the role whose questions these are
    overall: str  # the coverage of all words, in words; "" where there are none
    groups: tuple[MatchGroup, ...]
    questions: tuple[BriefQuestion, ...]
    words: BriefWords
    left: str = ""  # what there was no room for, in words

    @property
    def answered(self) -> int:
        """Count the questions that something answers."""
        return sum(question.answer is not None for question in self.questions)

    @property
    def open(self) -> int:
        """Count the others."""
        return len(self.questions) - self.answered

    @property
    def sent(self) -> bool:
        """Tell whether any work shown is on the resume that was sent."""
        return any(question.answer.sent for question in self.questions if question.answer)

    @property
    def unsent(self) -> bool:
        """Tell whether any work shown is not on it."""
        return any(not question.answer.sent for question in self.questions if question.answer)

    @property
    def held(self) -> bool:
        """Tell whether any word is only in the base."""
        return any(group.held for group in self.groups)

    @property
    def missing(self) -> bool:
        """Tell whether any word is nowhere."""
        return any(group.missing for group in self.groups)


# --- as much of it as there is room for ---


@dataclass(frozen=True, slots=True)
class Room:
    """How much is shown of a brief."""

    without: frozenset[str] = frozenset()  # kinds of parts of answers
    questions: int = 1_000
    places: bool = True  # which item of the base has a word
    words: int = 1_000  # of each section of the posting, for each of what may become of them
    lines: int = 1_000  # of each section of the posting on the first page


def limited(whole: Brief, room: Room) -> Brief:
    """Return a brief with no more than there is room for; what is not shown is counted."""
    questions = tuple(_without(question, room.without) for question in whole.questions[: room.questions])
    groups = tuple(_limited(group, room, whole.words) for group in whole.groups)
    front = tuple(_shortened(group, room.lines, whole.words) for group in whole.front if room.lines)
    shown = replace(whole, questions=questions, groups=groups, front=front)
    return replace(shown, left=_left(whole, shown))


def _without(question: BriefQuestion, kinds: Collection[str]) -> BriefQuestion:
    if not (answer := question.answer):
        return question
    return replace(question, answer=replace(answer, parts=tuple(p for p in answer.parts if p.kind not in kinds)))


def _shortened(group: FrontGroup, most: int, words: BriefWords) -> FrontGroup:
    left = len(group.lines) - most
    return replace(group, lines=group.lines[:most], more=words.more.format(left)) if left > 0 else group


def _limited(group: MatchGroup, room: Room, words: BriefWords) -> MatchGroup:
    most = room.words
    held = tuple(one if room.places else replace(one, where="") for one in group.held[:most])
    said, missing = group.said[:most], group.missing[:most]
    left = group.of - len(said) - len(held) - len(missing)
    return replace(group, said=said, held=held, missing=missing, more=words.more.format(left) if left else "")


def _left(whole: Brief, shown: Brief) -> str:
    """Say what a brief does not show of the whole one, "" where it shows all."""
    before, after = _counts(whole), _counts(shown)
    after["parts"] += sum(len(q.answer.parts) for q in whole.questions[len(shown.questions) :] if q.answer)
    units = ((whole.words.units[kind], before[kind] - after[kind]) for kind in before)
    told = ", ".join((one if number == 1 else many).format(number) for (one, many), number in units if number)
    return whole.words.left.format(told) if told else ""


def _counts(brief: Brief) -> Counter[str]:
    """Count what may be left out; the parts of an answer that goes whole are the question's."""
    return Counter(
        questions=len(brief.questions),
        parts=sum(len(question.answer.parts) for question in brief.questions if question.answer),
        places=sum(bool(held.where) for group in brief.groups for held in group.held),
        words=sum(len(group.said) + len(group.held) + len(group.missing) for group in brief.groups),
        lines=sum(len(group.lines) for group in brief.front),
    )

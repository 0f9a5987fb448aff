"""One item's whole story: what it is, what became of it, who stands around it, and what would change that."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import click

from resume_tailor import account
from resume_tailor.commands import tables
from resume_tailor.problems import Place, Problem, ProblemsError, source_lines

if TYPE_CHECKING:
    from resume_tailor.model import Bullet, Entry, Resume
    from resume_tailor.select import Decision, Selection

_AROUND = 2  # how many neighbours to show above and below


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a story; on a terminal the words wrap beside the label, and both inside the indent."""

    words: str = ""
    style: str = ""
    indent: int = 0
    label: str = ""

    def __str__(self) -> str:
        """Give the line as it stands in a file."""
        return f"{' ' * self.indent}{self.label}{self.words}".rstrip()


def check(name: str, resume: "Resume") -> None:
    """Raise `ProblemsError` when the base has no item of that id."""
    from resume_tailor.fields import did_you_mean

    ids = [item.id for item in resume.items()]
    if name not in ids:
        message = f"no item of the base has the id '{name}'{did_you_mean(name, ids)}"
        raise ProblemsError(Problem("unknown-id", message, Place("resume"), hint="`resume explain` lists the ids"))


def tell(lines: Iterable[Line]) -> None:
    """Print a story: drawn for a person, as it is for a pipe."""
    if not tables.on_terminal():
        for line in lines:
            click.echo(str(line))
        return
    console = tables.console()
    for line in lines:
        words = tables.styled((line.words, line.style))
        console.print(tables.indented(tables.labelled(line.label, words, line.style), line.indent))


@dataclass(frozen=True, slots=True)
class Room:
    """How an item gets past a cap: which one would go if it were pinned, or how high the cap must be, and for whom."""

    goes: str
    needed: int
    before: tuple[str, ...]


@dataclass(frozen=True)
class Teller:
    """Tells the stories of one selection; `sources` holds the files' texts, for quoting lines."""

    company: str
    lang: str
    resume: "Resume"
    selection: "Selection"
    sources: Mapping[str, str]
    listed: bool = False  # the base itself: nobody decided anything

    @cached_property
    def items(self) -> "dict[str, Entry | Bullet]":
        """Every item of the base by id."""
        return {item.id: item for item in self.resume.items()}

    @cached_property
    def decisions(self) -> "dict[str, Decision]":
        """What became of each."""
        return {decision.id: decision for decision in self.selection.decisions}

    @cached_property
    def homes(self) -> "dict[str, Entry]":
        """The entry of each item; an entry's is itself."""
        return {item.id: entry for entry in self.resume.entries() for item in entry.items()}

    def lines(self, name: str) -> Iterator[Line]:
        """Yield the story of an item."""
        decision = self.decisions[name]
        yield from self._what(name, decision)
        if self.listed:
            return
        yield from self._verdict(decision)
        yield from self._wording(decision)
        queue = self._queue(name)
        if len(queue) > 1 and name in queue:
            yield from self._neighbours(name, queue)
        if not decision.kept and (way := self._way_in(decision, queue)):
            yield from (Line(), Line(way, label="To bring it in: "))

    # what it is

    def _what(self, name: str, decision: "Decision") -> Iterator[Line]:
        """Yield what the base says of it, and where."""
        item, home = self.items[name], self.homes[name]
        kind = f"bullet of {home.id}, {decision.section}" if item is not home else f"entry, {decision.section}"
        yield Line(f"{name}  ({kind})", "bold")
        yield Line(account.read(item, self.lang), indent=2)
        tags = f"tags: {', '.join(item.tags)}" if item.tags else "no tags"
        priority = f"priority: {item.priority}" if item.priority else ""
        others = f"other wordings: {', '.join(item.alt)}" if item.alt else ""
        bullets = f"bullets: {len(home.bullets)}" if item is home and home.bullets else ""
        yield Line("; ".join(filter(None, (tags, priority, others, bullets))), "dim", 2)
        yield Line(account.where(item.place), "dim", 2)

    # what became of it

    def _verdict(self, decision: "Decision") -> Iterator[Line]:
        """Yield the verdict with the stage that gave it, the reason, and the deciding line as it stands in the file."""
        word, style = ("kept", "bold green") if decision.kept else ("DROPPED", "bold red")
        yield from (Line(), Line(decision.reason, style, label=f"{word} by {decision.stage}: "))
        if decision.place is None:
            return
        yield Line(account.where(decision.place), "dim", 2)
        source = source_lines(self.sources.get(decision.place.path, ""))
        if 0 < decision.place.line <= len(source):
            yield Line(source[decision.place.line - 1].rstrip(), "dim", 4, f"{decision.place.line} | ")

    def _wording(self, decision: "Decision") -> Iterator[Line]:
        """Yield how it reads on this page, where that is not as the base says it first."""
        said = account.shown_text(self.selection, decision.id)
        if decision.wording and said:
            yield from (Line(), Line(f"On this page it reads ({tables.wording(decision)}):"))
            yield Line(account.plain(said, self.lang), indent=2)

    # who stands around it

    def _queue(self, name: str) -> list[str]:
        """Return the ids of an item's list, best first: those that no wish took out before they were ranked."""
        item, home = self.items[name], self.homes[name]
        siblings = self.resume.sections[home.section] if item is home else home.bullets
        ranked = [self.decisions[one.id] for one in siblings if one.id in self.selection.ranks]
        return [d.id for d in sorted(ranked, key=lambda d: account.standing(self.selection, d))]

    def _neighbours(self, name: str, queue: list[str]) -> Iterator[Line]:
        """Yield the items that stand around one in its list, with their ranks and what became of them."""
        from resume_tailor.select import RANKED_SECTIONS

        home = self.homes[name]
        ranked = self.items[name] is not home or home.section in RANKED_SECTIONS
        order = "" if ranked else ", which keeps the base's order"
        around = home.section if self.items[name] is home else home.id
        yield from (Line(), Line(f"Around it in {around}{order}:"))
        at = queue.index(name)
        shown = range(max(0, at - _AROUND), min(len(queue), at + _AROUND + 1))
        width = tables.width_of((queue[i] for i in shown), most=60)
        for i in shown:
            decision = self.decisions[queue[i]]
            verdict = ("pinned " if decision.pinned else "kept   ") if decision.kept else "DROPPED"
            label = tables.padded(queue[i], width)
            label = f"{'>' if i == at else ' '} {i + 1:2}  {label}  {verdict}  "
            yield Line(self.selection.ranks[queue[i]].words, _style(decision, asked=i == at), label=label)

    # what would change it

    def _way_in(self, decision: "Decision", queue: list[str]) -> str:
        """Return what would bring a dropped item in, or "" where its reason says it all."""
        home = self.decisions[self.homes[decision.id].id]
        if home is not decision and not home.kept:
            return f"its entry first; see `resume explain --company {self.company} {home.id}`"
        cause = account.gone(decision.id, decision.reason, None).cause
        if cause == "drop":
            return "take it off this line"
        if cause.startswith(("exclude:", "include:", "drop_flagged:")):
            return "pin it: `pin` is stronger"
        if cause.startswith("limits.pages="):
            return "pin it, and the last in rank that is still there goes; or allow more pages"
        if cause.startswith("limits."):
            return self._past_the_cap(decision, queue, cause.partition("=")[0])
        return f"list '{decision.section}' in `sections`" if "sections" in cause else ""

    def _past_the_cap(self, decision: "Decision", queue: list[str], limit: str) -> str:
        """Return both ways past a cap, and what each brings with it."""
        room = self.room(decision.id, queue)
        pin = f"pin it, and {room.goes} goes" if room.goes else "pin it"
        before = f", which lets in {', '.join(room.before)} before it" if room.before else ""
        return f"{pin}; or {limit}: {room.needed}{before}"

    def room(self, name: str, queue: list[str]) -> Room:
        """Return how an item that a cap dropped from its list would get in."""
        ahead = queue[: queue.index(name)]
        free = [one for one in ahead if not self.decisions[one].pinned]
        return Room(
            goes=next((one for one in reversed(free) if self.decisions[one].kept), ""),
            needed=sum(self.decisions[one].pinned for one in queue) + len(free) + 1,
            before=tuple(one for one in ahead if not self.decisions[one].kept),
        )


def _style(decision: "Decision", *, asked: bool) -> str:
    return "bold" if asked else "" if decision.kept else "dim"

"""What `resume match` tells, for a pipe and for a person."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_tailor import account
from resume_tailor.commands import tables
from resume_tailor.problems import Place

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text as Styled

    from resume_tailor.carriers import Carrier, Way
    from resume_tailor.matching import Match, Matches, Wanted

_MOST = 3  # items that are named of those that hold a word; JSON has all
_MOST_WAYS = 2
_BAR = 24  # columns of a full bar
_SHORTEST = 12  # columns below which a text tells nothing
_BESIDE = {"title": "the title of {}", "head": "the page's head"}
_ON, _OUT, _NOWHERE = ("On the resume", "In the base, but left out", "Nowhere")
_HONESTLY = "learn it or say so honestly: it is never added for you"


@dataclass(frozen=True, slots=True)
class View:
    """Whose profile, its file, the page's language, the posting ("" = none), and every word with its verdict.

    `texts` are the base's items as a reader of the page reads them.
    """

    company: str
    path: str
    lang: str
    posting: str
    matches: "Matches"
    texts: Mapping[str, str]

    @property
    def note(self) -> str:
        """What to say where there is no posting."""
        return "" if self.posting else f"{self.path} names no posting: only its keywords are judged"


@dataclass(frozen=True, slots=True)
class State:
    """Why an item does not say a word on the page, and the line that decided."""

    words: str
    place: Place | None


def state(way: "Way") -> State:
    """Return why an item does not say a word on the page."""
    decision, one = way.decision, way.carrier
    if decision is None:
        hidden = any(step.do == "show" for step in way.steps)
        return State("hidden by privacy" if hidden else "in basics", None)
    if not decision.kept:
        own = "dropped" if decision.id == one.id else f"dropped with {decision.id}"
        return State(f"{own}: {_short(decision.reason)}", decision.place)
    worded = next((step.place for step in way.steps if step.do in {"use", "unword"}), None)
    fact = "only a fact of it says so" if one.how == "fact" else ""
    return State(", ".join(filter(None, ("kept", tables.wording(decision), fact))), worded)


def _short(reason: str) -> str:
    """Return a reason without what its rank is made of, `limits.projects=4 (rank 9 of 14)`: `explain` has the rest."""
    if reason.startswith("drop: "):
        return "drop lists it"
    return re.sub(r" \(((?:rank|place) \d+ of \d+).*\)$", r" (\1)", reason)


def _places(one: "Match") -> str:
    """Return where a word stands, `demand, surge +4 (as 'online experiments')`."""
    names = [_BESIDE.get(where.kind, "{}").format(where.name) for where in one.where]
    more = f" +{len(names) - _MOST}" if len(names) > _MOST else ""
    return f"{', '.join(names[:_MOST])}{more}" + (f" (as '{one.written}')" if one.written else "")


def _read(one: "Carrier", texts: Mapping[str, str]) -> str:
    """Return what to know an item by: its name or text; or else the words that it could say."""
    from resume_tailor.richtext import parse

    own = one.how == "said" and not one.lang
    return texts.get(one.id, "") if own else " ".join(parse(one.text).plain.split())


def _evidence(wanted: "Wanted") -> str:
    """Return the posting's own sentence, or who else asks for the word."""
    return wanted.line or "asked for by the profile"


# --- for a pipe: one word and one item, one line ---


def lines(view: View) -> Iterator[str]:
    """Yield `수요 예측  duties  demand, surge`, by verdict, then the coverage."""
    if view.note:
        yield view.note
    width = tables.width_of(f"  {one.wanted.word}" for one in view.matches.found)
    room = tables.width_of(one.wanted.section for one in view.matches.found)
    for title, verdict in ((_ON, "on"), (_OUT, "left-out"), (_NOWHERE, "nowhere")):
        found = view.matches.of(verdict)
        yield f"{title}: {len(found)}" + (f" ({_HONESTLY})" if found and verdict == "nowhere" else "")
        for one in found:
            head = tables.padded(f"  {one.wanted.word}", width)
            section = tables.padded(one.wanted.section, room) if view.posting else ""
            yield from (tables.joined(head, section, said) for said in _said(one))
    yield from _coverage(view)


def _said(one: "Match") -> Iterator[str]:
    """Yield what there is to say of a word."""
    if one.verdict == "on":
        yield _places(one)
    elif one.verdict == "nowhere":
        yield tables.joined(_evidence(one.wanted), account.where(one.wanted.place))
    for way in one.ways[:_MOST_WAYS]:
        why = state(way)
        yield tables.joined(way.carrier.id, way.words, why.words, account.where(why.place))
    if len(one.ways) > _MOST_WAYS:
        yield f"and {len(one.ways) - _MOST_WAYS} more"


def _coverage(view: View) -> Iterator[str]:
    """Yield `duties  3 of 4` for each section of the posting, then for all."""
    yield "Coverage"
    counts = [*(view.matches.sections if view.posting else ()), view.matches.overall]
    width = tables.width_of(count.section or "all" for count in counts)
    for count in counts:
        yield f"  {tables.padded(count.section or 'all', width)}  {count.on} of {count.of}"


# --- for a person ---


class Drawing:
    """The same on a terminal: a bar for each section, then the words by what became of them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.console: Console = tables.console()
        names = [f"  {one.wanted.word}" for one in view.matches.found]
        self.width = tables.width_of(names, most=self.console.width * 3 // 10)
        self.sections = tables.width_of(one.wanted.section for one in view.matches.found) if view.posting else 0
        self.room = self.console.width - self.width - self.sections - len(tables.GAP) * (2 if self.sections else 1)

    def draw(self) -> None:
        """Print everything."""
        overall = self.view.matches.overall
        said = f"  {overall.on} of {overall.of} keywords on the resume"
        self.console.print(tables.styled((self.view.company, "bold"), (said, ""), (f"  {self.view.posting}", "dim")))
        if self.view.note:
            self.console.print(tables.styled((self.view.note, "dim")))
        self._bars()
        self._group(_ON, "on", "bold green")
        self._group(_OUT, "left-out", "bold yellow")
        self._group(_NOWHERE, "nowhere", "bold red", _HONESTLY)

    def _bars(self) -> None:
        """Print how much of each section of the posting the resume answers."""
        counts = self.view.matches.sections if self.view.posting else (self.view.matches.overall,)
        width = tables.width_of(count.section for count in counts)
        self.console.print()
        for count in counts:
            full = round(_BAR * count.on / count.of)
            name = f"  {tables.padded(count.section, width)}  " if count.section else "  "
            bar = (("█" * full, "green"), ("░" * (_BAR - full), "dim"))
            self.console.print(tables.styled((name, ""), *bar, (f"  {count.on} of {count.of}", "")))

    def _group(self, title: str, verdict: str, style: str, remark: str = "") -> None:
        found = self.view.matches.of(verdict)
        if not found:
            return
        self.console.print()
        self.console.print(tables.styled((title, style), (f"  {len(found)}  {remark}".rstrip(), "dim")))
        grid = tables.grid(self.width, self.room, self.sections)
        for one in found:
            name = tables.indented(tables.styled((one.wanted.word, "bold")), 2)
            grid.add_row(
                name, self._told(one), *([tables.styled((one.wanted.section, "dim"))] if self.sections else [])
            )
        self.console.print(grid)

    def _told(self, one: "Match") -> "Styled":
        """Return what there is to say of a word, in lines."""
        if one.verdict == "on":
            return tables.styled((_places(one), ""))
        if one.verdict == "nowhere":
            return tables.styled((_evidence(one.wanted), ""), (f"  {account.where(one.wanted.place)}", "dim"))
        more = len(one.ways) - _MOST_WAYS
        pieces = [piece for way in one.ways[:_MOST_WAYS] for piece in self._way(way)]
        pieces += [(f"and {more} more\n", "dim")] if more > 0 else []
        *most, (last, style) = pieces
        return tables.styled(*most, (last.rstrip("\n"), style))

    def _way(self, way: "Way") -> Iterator[tuple[str, str]]:
        """Yield an item's id and text, why it does not say the word, and what would make it."""
        why = state(way)
        room = self.room - tables.cells(way.carrier.id) - len(tables.GAP)
        text = tables.cut(_read(way.carrier, self.view.texts), room) if room > _SHORTEST else ""
        yield f"{way.carrier.id}", ""
        yield f"  {text}\n".rstrip(" "), "dim"
        yield tables.joined(why.words, account.where(why.place)) + "\n", "dim"
        yield f"→ {way.words}\n", "cyan"

"""`resume explain`."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from resume_tailor import account
from resume_tailor.commands import tables, whose
from resume_tailor.commands.terminal import company_ids, composed, open_workspace, shows_problems

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from resume_tailor.account import Cause, Part
    from resume_tailor.select import Decision
    from resume_tailor.yamlmarks import Reading

_CUT = 60  # columns of an item's text where the base's items are listed
_ROOM_FOR_PLACES = 100  # columns from which a terminal also shows the lines that decided what is kept


@dataclass(frozen=True, slots=True)
class _View:
    """For whom, in which language, and what there is to say, section by section."""

    company: str
    lang: str
    parts: tuple["Part", ...]
    texts: dict[str, str]
    places: dict[str, str]


@click.command()
@click.argument("item", required=False)
@click.option(
    "--company",
    "-c",
    metavar="ID",
    type=composed,
    shell_complete=company_ids,
    help="For whom [default: the base itself].",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--kept", "only", flag_value="kept", help="Only what is on the page.")
@click.option("--dropped", "only", flag_value="dropped", help="Only what is not.")
@click.option("--profile", "effective", is_flag=True, help="The profile in effect, each value with its file and line.")
@click.option("--set", "values", multiple=True, metavar="KEY=VALUE", help="A value for this once, e.g. limits.pages=1.")
@click.option("--lang", type=click.Choice(["ko", "en"]), help="Language of the page [default: the profile's].")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day the resume is made [default: today].")
@shows_problems
def explain(
    *,
    item: str | None,
    company: str | None,
    form: str,
    only: str | None,
    effective: bool,
    values: tuple[str, ...],
    lang: str | None,
    day: dt.datetime | None,
) -> None:
    """Say of every item of the base whether it is on the page, and why; or tell the whole story of one ITEM.

    Without a company: list what the base holds, with the ids that profiles use.
    """
    from resume_tailor.commands import story
    from resume_tailor.model import BASE_ID

    if item is not None and only:
        raise click.UsageError(f"--{only} chooses from the list; leave it out to ask for '{item}'")
    if (effective or values) and not company:
        raise click.UsageError("--profile and --set are about a company's profile: name one with --company")
    workspace = open_workspace()
    asked = whose.Asked(company, lang or "", values, day.date() if day else None)
    base, resume = whose.readable_base(workspace)
    if effective:
        whose.wishes(workspace, base, asked)  # what is wrong with it comes first
        _show_profile(whose.layers(workspace, asked))
        return
    if item is not None:
        story.check(item, resume)
    selection = whose.chosen(workspace, base, asked)
    spoken = whose.spoken(workspace, base, asked)
    decisions = [d for d in selection.decisions if only is None or d.kept == (only == "kept")]
    name = company or BASE_ID
    if form == "json":
        click.echo(_json(name, [d for d in decisions if item in {None, d.id}]))
    elif item is not None:
        story.tell(story.Teller(name, spoken, resume, selection, workspace.sources, listed=name == BASE_ID).lines(item))
    else:
        texts = {thing.id: account.read(thing, spoken) for thing in resume.items()}
        places = {name: account.where(place) for name, place in resume.places().items()}
        parts = tuple(account.parts(selection, resume, {d.id for d in decisions}))
        _show(_View(name, spoken, parts, texts, places), listed=name == BASE_ID)


def _show_profile(layers: Iterable["Reading"]) -> None:
    """Print the effective profile: `limits.pages: 2  companies/_defaults.yaml:12`."""
    from functools import reduce

    from resume_tailor.overrides import leaves
    from resume_tailor.profile import merge

    found = list(leaves(reduce(merge, [layer.node for layer in layers if layer.node])))
    width = tables.width_of(f"{key}: {value}" for key, value, _ in found)
    for key, value, place in found:
        click.echo(tables.joined(tables.padded(f"{key}: {value}", width), account.where(place)))


def _json(company: str, decisions: Iterable["Decision"]) -> str:
    """Return decisions for programs, in the base's order."""
    items = [
        {
            "id": d.id,
            "kind": d.kind,
            "section": d.section,
            "kept": d.kept,
            "stage": d.stage,
            "reason": d.reason,
            "wording": d.wording or None,
            "place": account.where(d.place) or None,
        }
        for d in decisions
    ]
    return json.dumps({"company": company, "items": items}, ensure_ascii=False, indent=2)


def _show(view: _View, *, listed: bool) -> None:
    """Print decisions, or list the base's own items: drawn for a person, a line an item for a pipe."""
    if tables.on_terminal():
        _Drawing(view, listed=listed).draw()
        return
    for line in _listed(view) if listed else _lines(view):
        click.echo(line)


# --- for a pipe: one item, one line ---


def _indented(decision: "Decision") -> str:
    return f"{'  ' if decision.kind == 'entry' else '    '}{decision.id}"


def _lines(view: _View) -> Iterator[str]:
    """Yield `parking  DROPPED  limits.projects=3 (rank 4 of 9: …)  companies/socar.yaml:14`, by section."""
    width = tables.width_of(_indented(d) for part in view.parts for d in part.all())
    for part in view.parts:
        yield part.section
        for decision in part.all():
            verdict = "kept   " if decision.kept else "DROPPED"
            reason = ", ".join(filter(None, (decision.reason, tables.wording(decision))))
            name = tables.padded(_indented(decision), width)
            yield tables.joined(name, verdict, reason, account.where(decision.place))


def _listed(view: _View) -> Iterator[str]:
    """Yield `parking  주차 수요 예측  resume/projects.yaml:214`, by section, in the base's order."""
    width = tables.width_of(_indented(d) for part in view.parts for d in part.all())
    texts = {name: tables.cut(text, _CUT) for name, text in view.texts.items()}
    room = tables.width_of(texts.values(), most=_CUT)
    for part in view.parts:
        yield part.section + (f" ({part.dropped[0].reason})" if part.dropped else "")
        for decision in part.all():
            name, text = tables.padded(_indented(decision), width), tables.padded(texts[decision.id], room)
            yield tables.joined(name, text, view.places[decision.id])


# --- for a person ---


class _Drawing:
    """The same on a terminal: columns that wrap inside themselves, dropped items by what made them go."""

    def __init__(self, view: _View, *, listed: bool) -> None:
        self.view = view
        self.listed = listed
        self.console: Console = tables.console()
        names = [_indented(d) for part in view.parts for d in part.kept]
        names += [f"    {item.label}" for part in view.parts for item in part.gone()]
        self.width = tables.width_of(names, most=self.console.width * 3 // 10)
        places = view.places.values() if listed else (account.where(d.place) for part in view.parts for d in part.kept)
        self.places = max(map(tables.cells, places), default=0) if self.console.width >= _ROOM_FOR_PLACES else 0
        words = view.texts.values() if listed else (_why(d) for part in view.parts for d in part.kept)
        gaps = len(tables.GAP) * (2 if self.places else 1)
        room = self.console.width - self.width - self.places - gaps
        self.room = min(max(map(tables.cells, words), default=0), room)

    def draw(self) -> None:
        """Print everything, section by section."""
        self._headline()
        for part in self.view.parts:
            self.console.print()
            self._title(part)
            if self.listed:
                cut = ((d, tables.cut(self.view.texts[d.id], self.room)) for d in part.all())
                self._rows((d, words, self.view.places[d.id]) for d, words in cut)
                continue
            self._rows((d, _why(d), account.where(d.place)) for d in part.kept)
            self._dropped(part)

    def _headline(self) -> None:
        """Print for whom it is, and how much of the base that is."""
        verdicts = Counter(d.kept for part in self.view.parts for d in part.all())
        words = f"{verdicts.total()} items" if self.listed else f"{verdicts[True]} kept, {verdicts[False]} dropped"
        self.console.print(tables.styled((self.view.company, "bold"), (f"  {words}", "dim")))

    def _title(self, part: "Part") -> None:
        """Print a section's name as on the page and as in a profile, and how much of it is there."""
        entries = [d for d in part.all() if d.kind == "entry"]
        kept = sum(d.kept for d in entries)
        count = f"{kept} of {len(entries)}" if kept < len(entries) and not self.listed else f"{len(entries)}"
        note = f"  {part.dropped[0].reason}" if self.listed and part.dropped else ""
        title = account.section_title(part.section, self.view.lang)
        self.console.print(tables.styled((title, "bold cyan"), (f"  {part.section}  {count}{note}", "dim")))

    def _rows(self, rows: Iterable[tuple["Decision", str, str]]) -> None:
        """Print items and what is said of them; where there is room, with a place."""
        grid = tables.grid(self.width, self.room, self.places)
        for decision, words, place in rows:
            entry = decision.kind == "entry"
            name = tables.indented(tables.styled((decision.id, "bold" if entry else "")), 2 if entry else 4)
            said = tables.styled((words, "" if decision.kept else "dim"))
            grid.add_row(name, said, *([tables.styled((place, "dim"))] if self.places else []))
        if grid.rows:
            self.console.print(grid)

    def _dropped(self, part: "Part") -> None:
        """Print what went, by what made it go: the words and the line that say so once, then the items."""
        stages = {d.id: d.stage for d in part.dropped}
        for cause in account.causes(part.gone()):
            words = f"{stages[cause.items[0].id]} drops: {cause.words}"
            head = tables.styled((words, "dim italic"), (f"  {account.where(cause.place)}", "dim"))
            self.console.print(tables.indented(head, 2))
            if cause.place and not any(item.detail for item in cause.items):
                self.console.print(tables.indented(tables.ids_line(cause, "dim"), 4))
            else:
                self.console.print(self._gone_rows(cause))

    def _gone_rows(self, cause: "Cause") -> "Table":
        """Return a row for each item that went, with its own part of the reason."""
        grid = tables.grid(self.width, self.console.width - self.width - len(tables.GAP))
        for item in cause.items:
            name = tables.indented(tables.styled((item.label, "dim")), 4)
            grid.add_row(name, tables.styled((item.detail or account.where(item.place), "dim")))
        return grid


def _why(decision: "Decision") -> str:
    """Return a kept item's reason, without its own id again."""
    reason = decision.reason.removesuffix(f": {decision.id}") if decision.stage == "select" else decision.reason
    return ", ".join(filter(None, (reason, tables.wording(decision))))

"""`resume diff`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from resume_tailor import account
from resume_tailor.commands import tables, whose
from resume_tailor.commands.terminal import company_ids, composed, open_workspace, shows_problems

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from resume_tailor.account import Gone
    from resume_tailor.compare import Change, Difference, Moved, OneSided, Piece, Reworded

_STYLES = {"-": "red", "+": "green", "~": "yellow", ">": "cyan"}


@dataclass(frozen=True, slots=True)
class _View:
    """Two resumes by name, what tells them apart, and the language to show it in."""

    a: str
    b: str
    lang: str
    difference: "Difference"
    order: tuple[str, ...]  # sections, as on B's page, then those of A's alone
    alike: float | None  # None beside the base, which is no company's resume


@click.command()
@click.argument("a", metavar="COMPANY", type=composed, shell_complete=company_ids)
@click.argument("b", metavar="[OTHER]", required=False, type=composed, shell_complete=company_ids)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", type=click.Choice(["ko", "en"]), help="Language of both pages [default: each profile's].")
@shows_problems
def diff(a: str, b: str | None, form: str, lang: str | None) -> None:
    """Show what tells COMPANY's resume from the base, or OTHER's from COMPANY's, and why.

    Each line has a sign: - is gone, + is added (with the reason why the first does not have it), > has moved,
    ~ is reworded. Sameness says how alike two companies' resumes are, from 0 to 1.
    """
    from resume_tailor.compare import compare
    from resume_tailor.likeness import sameness
    from resume_tailor.model import BASE_ID

    workspace = open_workspace()
    base, resume = whose.readable_base(workspace)
    names = (a, b) if b else (BASE_ID, a)
    first, second = (whose.chosen(workspace, base, whose.Asked(name, lang or "")) for name in names)
    view = _View(
        *names,
        whose.spoken(workspace, base, whose.Asked(names[1], lang or "")),
        compare(first, second, resume),
        tuple(dict.fromkeys(name for shown in (second, first) for name, _ in shown.sections)),
        None if BASE_ID in names else sameness(first, second),
    )
    if form == "json":
        click.echo(json.dumps(_json(view), ensure_ascii=False, indent=2))
    elif tables.on_terminal():
        _Drawing(view).draw()
    else:
        for line in _lines(view):
            click.echo(line)


# --- for programs ---


def _json(view: _View) -> dict[str, object]:
    found = view.difference
    return {
        "a": view.a,
        "b": view.b,
        "sameness": None if view.alike is None else round(view.alike, 4),
        "only_a": [_one_sided_json(change) for change in found.only_a],
        "only_b": [_one_sided_json(change) for change in found.only_b],
        "moved": [_what(change) | _places(change) for change in found.moved],
        "reworded": [_what(change) | _texts(change, view.lang) for change in found.reworded],
        "sections": [{"id": change.id} | _places(change) for change in found.sections],
    }


def _what(change: "Change") -> dict[str, object]:
    return {"id": change.id, "kind": change.kind, "section": change.section}


def _places(change: "Moved") -> dict[str, object]:
    return {"before": change.before, "after": change.after}


def _texts(change: "Reworded", lang: str) -> dict[str, object]:
    before, after = _words(change, lang)
    return {"key": change.key, "before": before, "after": after}


def _one_sided_json(change: "OneSided") -> dict[str, object]:
    why = {"stage": change.stage, "reason": change.reason, "place": account.where(change.place) or None}
    return _what(change) | why


def _words(change: "Reworded", lang: str) -> tuple[str, str]:
    """Return both texts as they are read, or as they are written where only markup differs."""
    before, after = (account.plain(text, lang) for text in (change.before, change.after))
    return (before, after) if before != after else (change.before.to(lang), change.after.to(lang))


# --- what both texts say ---


def _headline(view: _View) -> tuple[str, str]:
    """Return `socar -> dangol`, and `12 gone, 9 added, 4 moved, 2 reworded, sameness 0.22`."""
    found = view.difference
    counts = {
        "gone": len(found.only_a),
        "added": len(found.only_b),
        "moved": len(found.moved) + len(found.sections),
        "reworded": len(found.reworded),
    }
    said = [f"{count} {word}" for word, count in counts.items() if count] or ["no difference"]
    alike = [] if view.alike is None else [f"sameness {view.alike:.2f}"]
    return f"{view.a} -> {view.b}", ", ".join(said + alike)


@dataclass(frozen=True, slots=True)
class _Part:
    """What changed in one section."""

    section: str
    gone: list["OneSided"]
    added: list["OneSided"]
    moved: list["Moved"]
    reworded: list["Reworded"]

    def __bool__(self) -> bool:
        return any((self.gone, self.added, self.moved, self.reworded))


def _parts(view: _View) -> Iterator[_Part]:
    """Yield the sections that changed."""
    found = view.difference
    for name in view.order:
        part = _Part(
            name,
            [change for change in found.only_a if change.section == name],
            [change for change in found.only_b if change.section == name],
            [change for change in found.moved if change.section == name],
            [change for change in found.reworded if change.section == name],
        )
        if part:
            yield part


def _move(change: "Moved") -> str:
    """Return `5 -> 1`; with what it follows where the numbers alone say nothing."""
    follows = f", after {change.follows}" if change.before == change.after and change.follows else ""
    return f"{change.before} -> {change.after}{follows}"


def _name(change: "Reworded") -> str:
    """Return an item's id, and which of its texts changed unless it has but one."""
    return change.id if change.kind == "bullet" or change.id == change.key else f"{change.id} ({change.key})"


def _pieces(change: "Reworded", lang: str) -> tuple[Sequence["Piece"], Sequence["Piece"]]:
    from resume_tailor.compare import word_marks

    return word_marks(*_words(change, lang))


def _bracketed(pieces: Sequence["Piece"], opening: str, closing: str) -> str:
    """Return pieces with what changed in brackets, as `git diff --word-diff` writes them."""
    marked = (f"{opening}{piece.words}{closing}" if piece.changed else piece.words for piece in pieces)
    return " ".join(marked) or "(nothing)"


# --- for a pipe: one item, one line, and two more for texts ---


def _lines(view: _View) -> Iterator[str]:
    yield tables.joined(*_headline(view))
    if view.difference.sections:
        yield "sections"
        yield from (f"  > {change.id}{tables.GAP}{_move(change)}" for change in view.difference.sections)
    ids = (change.id for part in _parts(view) for change in (*part.gone, *part.added, *part.moved))
    width = tables.width_of(ids)
    for part in _parts(view):
        yield part.section
        yield from _part_lines(part, width, view)


def _part_lines(part: _Part, width: int, view: _View) -> Iterator[str]:
    for gone in part.gone:
        yield f"  - {tables.joined(tables.padded(gone.id, width), gone.reason, account.where(gone.place))}"
    for added in part.added:
        why = f"in {view.a}: {added.reason}"
        yield f"  + {tables.joined(tables.padded(added.id, width), why, account.where(added.place))}"
    for move in part.moved:
        yield f"  > {tables.joined(tables.padded(move.id, width), _move(move))}"
    for change in part.reworded:
        before, after = _pieces(change, view.lang)
        yield f"  ~ {_name(change)}"
        yield f"      was {_bracketed(before, '[-', '-]')}"
        yield f"      now {_bracketed(after, '{+', '+}')}"


# --- for a person ---


class _Drawing:
    """The same on a terminal, in colours; what is gone and added by what decided it."""

    def __init__(self, view: _View) -> None:
        self.view = view
        self.console = tables.console()
        self.coloured = self.console.color_system is not None and not self.console.no_color
        moved = [move.id for part in _parts(view) for move in part.moved]
        self.width = tables.width_of(moved, most=self.console.width // 2)

    def draw(self) -> None:
        """Print everything, section by section."""
        names, counts = _headline(self.view)
        self.console.print(tables.styled((names, "bold"), (f"  {counts}", "dim")))
        if self.view.difference.sections:
            self.console.print()
            self.console.print(tables.styled(("sections", "bold")))
            self._moved(self.view.difference.sections)
        for part in _parts(self.view):
            self.console.print()
            title = account.section_title(part.section, self.view.lang)
            self.console.print(tables.styled((title, "bold"), (f"  {part.section}", "dim")))
            self._one_sided("-", "gone: ", part.gone)
            self._one_sided("+", f"added; in {self.view.a}: ", part.added)
            self._moved(part.moved)
            for change in part.reworded:
                self._reworded(change)

    def _print(self, sign: str, words: "Styled", indent: int = 2) -> None:
        """Print words that wrap beside a sign in its colour."""
        self.console.print(tables.indented(tables.labelled(f"{sign} ", words, _STYLES[sign]), indent))

    def _one_sided(self, sign: str, verdict: str, changes: Iterable["OneSided"]) -> None:
        """Print what only one of the two has: what decided it, then the items in one paragraph."""
        for cause in account.causes(_together(changes)):
            words = tables.styled((f"{verdict}{cause.words}", _STYLES[sign]), (f"  {cause.whereabouts}", "dim"))
            self._print(sign, words)
            self.console.print(tables.indented(tables.ids_line(cause, ""), 6))

    def _moved(self, changes: Iterable["Moved"]) -> None:
        for change in changes:
            self._print(">", tables.styled((tables.padded(change.id, self.width), ""), (f"  {_move(change)}", "cyan")))

    def _reworded(self, change: "Reworded") -> None:
        before, after = _pieces(change, self.view.lang)
        self._print("~", tables.styled((_name(change), "")))
        self._print("-", self._said(before, "-"), 6)
        self._print("+", self._said(after, "+"), 6)

    def _said(self, pieces: Sequence["Piece"], sign: str) -> "Styled":
        """Return a text with what changed in its colour, or in brackets where there is none."""
        if not self.coloured:
            return tables.styled((_bracketed(pieces, *("[-", "-]") if sign == "-" else ("{+", "+}")), ""))
        words = [(piece.words, f"bold {_STYLES[sign]}" if piece.changed else "") for piece in pieces]
        spaced = [part for word in words for part in (word, (" ", ""))][:-1]
        return tables.styled(*(spaced or [("(nothing)", "dim")]))


def _together(changes: Iterable["OneSided"]) -> Iterator["Gone"]:
    """Yield items that only one of the two has; an entry's bullets only as their number."""
    listed = list(changes)
    ids = {change.id for change in listed}
    bullets = Counter(change.home for change in listed if change.kind == "bullet")
    for change in listed:
        if change.kind == "entry" or change.home not in ids:
            yield account.gone(change.id, change.reason, change.place, bullets[change.id])

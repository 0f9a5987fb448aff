"""How alike two resumes of one base are, as one figure (docs/decisions/0009)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING

from resume_tailor.model import Bullet, Entry, Likeness, Line, Text
from resume_tailor.problems import Place, Problem, Severity
from resume_tailor.rising import heaviest_rise

if TYPE_CHECKING:
    from resume_tailor.select import Selection

SAME_ABOVE = 0.75  # from here on, two companies read what is in effect one resume (docs/decisions/0009)

# Nobody may choose another employer or school for a company, so what these entries state says nothing of tailoring.
_STATED = frozenset({"work", "education"})
_SUMMARY = "summary"  # the text of an entry that a profile may word, and the section it opens a page with


def likeness(name: str, selection: "Selection") -> Likeness:
    """Return what tells the resume for a company from others."""
    shown = dict(selection.sections)
    items = (item for _, entries in selection.sections for entry in entries for item in entry.items())
    lines = (Line(item.id, *_weighed(_read(item))) for item in items)
    summary = [text for entry in shown.get(_SUMMARY, ()) for text in _read(entry)]
    return Likeness(
        tuple(line for line in lines if line.weight),
        frozenset(entry.id for entry in shown.get("projects", ())),
        _hash(text.said for text in summary) if summary else "",
        _profile_path(name, selection),
    )


def sameness(a: "Selection", b: "Selection") -> float:
    """Return how alike two resumes are, from 0 (nothing in common) to 1 (the same lines in the same order).

    A line that stands in both counts half; the other half is for standing there in the same words and the same order.
    Lines weigh as many words as they have; the header, employers and schools weigh nothing.
    """
    return _alike(_placed(likeness("", a)), _placed(likeness("", b)))


def matrix(resumes: Mapping[str, Likeness]) -> list[list[float]]:
    """Return the sameness of each with each, rows and columns in the order given."""
    placed = list(map(_placed, resumes.values()))
    figures = [[1.0] * len(placed) for _ in placed]
    for i, k in combinations(range(len(placed)), 2):
        figures[i][k] = figures[k][i] = _alike(placed[i], placed[k])
    return figures


def same_as_other(resumes: Mapping[str, Likeness], figures: Sequence[Sequence[float]]) -> list[Problem]:
    """Return a warning for each two companies that get in effect the same resume, at the later one's profile.

    `figures` are those of `matrix`.
    """
    names = list(resumes)
    return [
        _same_problem(names[i], figures[i][k], resumes[names[k]], resumes[names[i]])
        for i, k in combinations(range(len(names)), 2)
        if figures[i][k] > SAME_ABOVE
    ]


_Placed = dict[str, tuple[int, Line]]  # a page's lines and their places by their ids


def _placed(resume: Likeness) -> _Placed:
    return {line.id: (place, line) for place, line in enumerate(resume.lines)}


def _alike(a: _Placed, b: _Placed) -> float:
    whole = sum(line.weight for _, line in (*a.values(), *b.values()))
    if not whole:
        return 1.0
    both = [(*a[name], line) for name, (_, line) in b.items() if name in a]
    word_for_word = [(place, line.weight) for place, was, line in both if was.said == line.said]
    places, weights = zip(*word_for_word, strict=True) if word_for_word else ((), ())
    there = sum(was.weight + line.weight for _, was, line in both)
    return float(there + 2 * sum(weights[i] for i in heaviest_rise(places, weights))) / (2 * whole)


def _read(item: Entry | Bullet) -> Iterator[Text]:
    """Yield the texts of an item that a profile might have chosen otherwise."""
    if isinstance(item, Bullet):
        yield item.text
    elif item.section in _STATED:
        yield from (text for key, text in item.texts.items() if key == _SUMMARY)
    else:
        yield from (text for key, text in item.texts.items() if key != "url")
        yield from (text for texts in item.lists.values() for text in texts)
        yield from (text for _, text in item.extras)


def _weighed(texts: Iterable[Text]) -> tuple[str, int]:
    """Return what texts say, and their words; of a text in two languages, those of one, as a page shows one."""
    read = [text for text in texts if text]
    return _hash(text.said for text in read), sum(len(text.versions[0].split()) for text in read)


def _hash(texts: Iterable[tuple[str, str, str]]) -> str:
    return sha256(repr(list(texts)).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _same_problem(other: str, figure: float, one: Likeness, its: Likeness) -> Problem:
    shown = min(round(figure, 2), 0.99) if figure < 1 else figure  # 0.996 is not the same yet
    message = f"this resume is nearly that of '{other}': sameness {shown:.2f}, of 1.00 for the very same"
    hint = "set them apart: " + "; ".join(_ways_apart(one, its))
    return Problem("same-as-other", message, Place(one.path), Severity.WARNING, hint)


def _profile_path(name: str, selection: "Selection") -> str:
    """Return the profile's file as its decisions name it; one that decided nothing itself is YAML, most likely."""
    paths = {decision.place.path for decision in selection.decisions if decision.place}
    files = [path for path in paths if path.rpartition("/")[2].rpartition(".")[0] == name]
    return min(files, default=f"companies/{name}.yaml")


def _ways_apart(a: Likeness, b: Likeness) -> Iterator[str]:
    """Yield the keys of a profile that would change what the two have in common."""
    if a.projects == b.projects and a.projects:
        yield "other projects (`focus`, `pin`, `drop`, `limits.projects`)"
    if a.summary == b.summary != "":
        yield "another wording of the summary (`use`)"
    yield "what this company asks for first (`focus`, `keywords`, `sections`)"

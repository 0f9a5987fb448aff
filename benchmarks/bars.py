"""What must show: each bar that was set, with the figure beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content import LANGS
from timing import Figures, ratio

Results = Mapping[str, Mapping[str, Figures]]  # group -> task -> figures

NAMES = {"ko": "Korean", "en": "English"}
OURS = "resume, PDF + HTML"
CVLOOM = "cvloom, PDF + HTML"
RENDERCV = "RenderCV, PDF alone"
BARE = "python -c pass"
HELP = "resume --help"
ONE = "resume, one company"
COLD = "resume --all, cold"
TOUCHED = "resume --all, one profile touched"
UNCHANGED = "resume --all, unchanged"
CVLOOM_ALL = "cvloom --all"


@dataclass(frozen=True, slots=True)
class Bar:
    """A ratio of times and the most that it may be; None where one of the two could not be measured.

    Beside it the ratio of the processors' work, which other programs on the machine disturb less.
    """

    text: str
    limit: float
    ratio: float | None
    of_work: float | None = None

    @property
    def verdict(self) -> str:
        """Say in a word how it stands."""
        if self.ratio is None:
            return "not measured"
        return "holds" if self.ratio <= self.limit else "missed"


def bars(results: Results) -> list[Bar]:
    """Return all bars, in the order in which they were set."""
    return list(_all(results))


def _all(results: Results) -> Iterator[Bar]:
    for peer, limit in ((CVLOOM, 0.65), (RENDERCV, 0.75)):
        for lang in LANGS:
            for pages in (2, 5):
                text = f"one cold build, {OURS.removeprefix('resume, ')}, against {peer} ({NAMES[lang]}, {pages} pages)"
                yield _bar(text, limit, results.get(f"one-{lang}-{pages}", {}), OURS, peer)
    for lang in LANGS:
        where, kind = results.get(f"all-20-{lang}", {}), f"({NAMES[lang]})"
        yield _bar(f"20 companies, PDF + HTML, against cvloom's `--all` {kind}", 0.6, where, COLD, CVLOOM_ALL)
    for lang in LANGS:
        where, kind = results.get(f"all-20-{lang}", {}), f"({NAMES[lang]})"
        yield _bar(f"20 companies unchanged, against one cold build {kind}", 0.25, where, UNCHANGED, ONE)
        yield _bar(f"one of 20 touched, against one cold build {kind}", 1.3, where, TOUCHED, ONE)
    yield _bar("`--help`, against `python -c pass`", 6, results.get("start", {}), HELP, BARE)


def _bar(text: str, limit: float, found: Mapping[str, Figures], ours: str, other: str) -> Bar:
    """Return a bar with the ratio of two commands of one group, if both are there."""
    if ours not in found or other not in found:
        return Bar(text, limit, None)
    mine, theirs = found[ours], found[other]
    return Bar(text, limit, ratio(mine.seconds, theirs.seconds), ratio(mine.works, theirs.works))

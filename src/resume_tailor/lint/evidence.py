"""What in a project's text speaks for an exercise, and what for work of one's own. Nothing is decided here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from resume_tailor.lint.data import load
from resume_tailor.lint.lexicon import Forms, Hit, Lexicon, Tokens, tokens
from resume_tailor.lint.subjects import Project

_WORD_END = re.compile(r"[\w.%]*")


@dataclass(frozen=True, slots=True)
class Cue:
    """A kind of evidence, as `cues.yaml` holds it. `side` is generic or own; `rule` the rule a generic one breaks."""

    id: str
    side: str
    weight: float
    title: float
    needs: int  # so many different forms
    weak: bool  # whether it says nothing alone
    name_ko: str
    name_en: str
    rule: str
    forms: tuple[str, ...]
    pattern: re.Pattern[str] | None  # of text in lower case: compiling and searching without regard to case is slow
    cased: re.Pattern[str] | None  # of text as it is


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue found in a text, with the words that it was found in and what it weighs there."""

    cue: Cue
    seen: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found in a project: the known things it is about, the signs for either side, its story's parts."""

    hits: tuple[Hit, ...]
    generic: tuple[Sign, ...]
    own: tuple[Sign, ...]
    story: tuple[Sign, ...]

    def tells(self, part: str) -> tuple[str, ...]:
        """Return the words that tell a part of the story (why, outcome, role, team, tools), or nothing."""
        return next((sign.seen for sign in self.story if sign.cue.id == part), ())


@lru_cache(maxsize=16)
def evidence(project: Project, lexicon: Lexicon) -> Evidence:
    """Return the evidence in a project. Several rules ask, so the last answers are kept."""
    text = tokens(project.text)
    title_end = len(tokens(project.title).solid)
    signs = list(_signs(text, project.text, title_end))
    sides = ([sign for sign in signs if sign.cue.side == side] for side in ("generic", "own", "story"))
    return Evidence(tuple(lexicon.hits(text)), *map(tuple, sides))


def _signs(text: Tokens, source: str, title_end: int) -> Iterator[Sign]:
    """Yield each cue that the text holds, once."""
    lowered = source.lower()
    source = source if len(lowered) == len(source) else lowered  # one letter became two, as the Turkish İ does
    places = _forms().find(text)
    for cue in cues():
        spots = {form: places[form][0] for form in cue.forms if form in places}
        if len(spots) >= cue.needs:
            in_title = any(start < title_end for start, _ in spots.values())
            seen = tuple(dict.fromkeys(text.seen(*spot) for spot in spots.values()))
            yield Sign(cue, seen, cue.weight + (cue.title if in_title else 0))
        elif match := (cue.pattern and cue.pattern.search(lowered)) or (cue.cased and cue.cased.search(source)):
            whole = source[match.start() : _WORD_END.match(source, match.end()).end()]  # type: ignore[union-attr]
            yield Sign(cue, (" ".join(whole.split()),), cue.weight)


@cache
def cues() -> tuple[Cue, ...]:
    """Return the cues that come with the package."""
    sides = load("cues.json")
    return tuple(_cue(side, name, raw) for side, group in sides.items() for name, raw in group.items())


def _cue(side: str, name: str, raw: Mapping[str, object]) -> Cue:
    names, forms = raw["name"], raw.get("forms", ())
    return Cue(
        name,
        side,
        float(str(raw["weight"])),
        float(str(raw.get("title", 0))),
        int(str(raw.get("needs", 1))),
        bool(raw.get("weak")),
        *((str(names["ko"]), str(names["en"])) if isinstance(names, dict) else ("", "")),
        str(raw.get("rule", "")),
        tuple(str(form) for form in forms) if isinstance(forms, list) else (),
        *(re.compile(str(raw[key])) if key in raw else None for key in ("pattern", "cased")),
    )


@cache
def _forms() -> Forms:
    return Forms(form for cue in cues() for form in cue.forms)

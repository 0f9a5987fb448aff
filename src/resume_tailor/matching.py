"""The words of a posting against one resume: on its page, in the base but left out, or nowhere.

Only the page's own text makes a word stand on it, never what the selection holds: wording, the fitting to pages and
the template all come after that.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from resume_tailor import carriers
from resume_tailor.carriers import Way
from resume_tailor.keywords import Aliases, carried, key
from resume_tailor.labels import SECTION_TITLES
from resume_tailor.model import Profile, Resume
from resume_tailor.posting.model import KINDS, Keyword, Line
from resume_tailor.problems import Place
from resume_tailor.select import Selection

PROFILE = "profile"  # the section of a word that only the profile asks for
ON, LEFT_OUT, NOWHERE = VERDICTS = ("on", "left-out", "nowhere")
ITEM, TITLE, HEAD = ("item", "title", "head")

_LITERAL = Aliases()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word to look for: the posting's section it stands in, or PROFILE; where it was written; and the line of it."""

    word: str
    section: str = PROFILE
    place: Place | None = None
    line: str = ""  # the posting's sentence, "" without one
    also: tuple[str, ...] = ()  # other spellings of it that were asked for


@dataclass(frozen=True, slots=True)
class Where:
    """Where a word stands on the page: in an ITEM (its id), under the TITLE of a section (its key), or in the HEAD."""

    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a word. ON has `where`, LEFT_OUT has `ways`, NOWHERE has neither."""

    wanted: Wanted
    verdict: str
    where: tuple[Where, ...] = ()
    written: str = ""  # the name it goes by on the page, where that is never the word itself
    ways: tuple[Way, ...] = ()  # the easiest first


@dataclass(frozen=True, slots=True)
class Count:
    """How many words of a section of the posting are on the resume."""

    section: str
    on: int
    of: int


@dataclass(frozen=True, slots=True)
class Matches:
    """Every word with its verdict, in the order they were asked for."""

    found: tuple[Match, ...]

    def of(self, verdict: str) -> tuple[Match, ...]:
        """Return the words of one verdict."""
        return tuple(match for match in self.found if match.verdict == verdict)

    @property
    def sections(self) -> tuple[Count, ...]:
        """The coverage of each section that has words, the posting's own first."""
        every = Counter(match.wanted.section for match in self.found)
        on = Counter(match.wanted.section for match in self.of(ON))
        return tuple(Count(name, on[name], every[name]) for name in (*KINDS, PROFILE) if every[name])

    @property
    def overall(self) -> Count:
        """The coverage of all of them."""
        return Count("", len(self.of(ON)), len(self.found))


# --- what is looked for ---


def wanted(
    profile: Profile, keywords: Iterable[Keyword] = (), lines: Iterable[Line] = (), path: str = ""
) -> tuple[Wanted, ...]:
    """Return the profile's keywords, then those of the posting (at `path`) that it does not have under any name.

    `lines` are the posting's: they tell the section of a keyword of the profile.
    """
    aliases = carriers.aliases_of(profile)
    found: dict[str, Wanted] = {}
    for one in (*_of_profile(profile, lines, aliases), *_of_posting(keywords, path)):
        name = key(aliases.canonical(one.word))
        known = found.setdefault(name, one)
        if one.word not in {known.word, *known.also}:
            found[name] = replace(known, also=(*known.also, one.word))
    return tuple(found.values())


def _of_profile(profile: Profile, lines: Iterable[Line], aliases: Aliases) -> Iterator[Wanted]:
    """Yield the profile's keywords, each with the first line of the weightiest section of the posting that has it."""
    words = [mark.value for mark in profile.keywords]
    first: dict[str, Line] = {}
    for line in sorted(lines, key=lambda line: KINDS.index(line.section)):
        for word in carried(words, [line.text], aliases):
            first.setdefault(word, line)
    for mark in profile.keywords:
        stands = first.get(mark.value)
        yield Wanted(mark.value, stands.section if stands else PROFILE, mark.place, stands.text if stands else "")


def _of_posting(keywords: Iterable[Keyword], path: str) -> Iterator[Wanted]:
    for one in keywords:
        yield Wanted(one.text, one.line.section, Place(path, one.line.number), one.line.text)


# --- what becomes of it ---


def match(
    words: Sequence[Wanted],
    page: Mapping[str, str],
    resume: Resume,
    profile: Profile,
    selection: Selection,
    lang: str,
) -> Matches:
    """Return a verdict for each word; `page` is `textlayer.visible_texts` of the finished page in `lang`."""
    aliases = carriers.aliases_of(profile)
    asked = tuple(one.word for one in words)
    stands = _stands(asked, page, selection, lang, aliases)
    missing = [word for word in asked if not stands[word]]
    decisions = {decision.id: decision for decision in selection.decisions}
    held = carriers.find(resume, missing, lang, aliases)
    found = []
    for one in words:
        if where := stands[one.word]:
            found.append(Match(one, ON, where, _written(one.word, page, aliases)))
        elif holders := held[one.word]:
            found.append(Match(one, LEFT_OUT, ways=carriers.ways(holders, profile, decisions)))
        else:
            found.append(Match(one, NOWHERE))
    return Matches(tuple(found))


def _stands(
    words: Sequence[str], page: Mapping[str, str], selection: Selection, lang: str, aliases: Aliases
) -> dict[str, tuple[Where, ...]]:
    """Return where each word stands: in items, or only where none has it around them."""
    items: dict[str, list[Where]] = {word: [] for word in words}
    around: dict[str, list[Where]] = {word: [] for word in words}
    for name, text in page.items():
        for word in carried(words, text.split("\n"), aliases) if name else ():
            items[word].append(Where(ITEM, name))
    for where, line in _around(page.get("", ""), selection, lang):
        for word in carried(words, [line], aliases):
            around[word] += [where] if where not in around[word] else []
    return {word: tuple(items[word] or around[word]) for word in words}


def _around(text: str, selection: Selection, lang: str) -> Iterator[tuple[Where, str]]:
    """Yield the lines that belong to no item: those down to the first title of a section are the page's head."""
    titles = {SECTION_TITLES[lang][section]: section for section, _ in selection.sections}
    where = Where(HEAD)
    for line in text.split("\n"):
        if line in titles:
            where = Where(TITLE, titles.pop(line))
        yield where, line


def _written(word: str, page: Mapping[str, str], aliases: Aliases) -> str:
    """Return the name that a word has on the page, or "" where it stands there as it is asked for."""
    lines = [line for text in page.values() for line in text.split("\n")]
    stand = carried(aliases.forms(word), lines, _LITERAL)
    return "" if word in stand else next(iter(stand), "")

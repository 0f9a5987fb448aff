"""Which texts of the base carry a word, and what would bring each of them onto a company's page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from resume_tailor.keywords import Aliases, carried, merged, shipped
from resume_tailor.model import OFF_BY_DEFAULT, SECTIONS, Basics, Bullet, Entry, Profile, Resume, Text
from resume_tailor.problems import Place
from resume_tailor.select import Decision

# How an item carries a word: in what it says itself, in another wording that `use` may choose, or in a fact, which no
# page shows.
SAID, WORDING, FACT = ("said", "wording", "fact")

# What is to be done to see it on the page, the easiest first.
USE, PIN, SHOW, UNWORD, SECTION, UNDROP, PAGES, TRANSLATE, REWORD, PRINT = _EFFORT = (
    "use",  # choose the wording
    "pin",
    "show",  # a part of basics that `privacy` hides
    "unword",  # delete the `use` or the `reword` that took it out
    "section",  # list it in `sections`
    "undrop",  # take the item, or its entry, out of `drop`
    "pages",  # allow more: the job was shrunk to one line
    "translate",  # say it in the page's language too
    "reword",  # with the fact
    "print",  # the item is on the page, but not this field of it: say it in another
)
BASICS = "basics"
_WORDED = frozenset({"", "summary"})  # what wordings replace: a bullet's text, an entry's summary
_LINKED = frozenset({"url"})  # what an entry's name leads to, and nobody reads
_UNFOLDED = "as one line for "  # in the reason of a job that fitting to pages shrank


@dataclass(frozen=True, slots=True)
class Carrier:
    """A text of the base that carries a word: whose it is, how the item carries it, what it says and where.

    `name` is for SAID the field's key ("" for a bullet), for WORDING the wording's.
    """

    id: str  # of an entry or a bullet; or BASICS
    home: str  # the id of its entry
    section: str
    how: str
    name: str
    text: str
    place: Place
    lang: str = ""  # the language that says it, where the page's own does not


@dataclass(frozen=True, slots=True)
class Step:
    """One edit: what to do (one of the words above), to what, and the line where that stands, if it is known.

    `item` is an id, for SECTION a section; `name` is the wording of USE, the key that UNWORD deletes from (`use` or
    `reword`), the language that TRANSLATE starts from, the part of basics of SHOW, the field of PRINT.
    """

    do: str
    item: str
    name: str = ""
    place: Place | None = None

    @property
    def words(self) -> str:
        """The edit as one would write it into the profile, `pin: [demand]`; one of the base with its line."""
        at = f" ({self.place.path}:{self.place.line})" if self.place else ""
        return {
            USE: f"use: {{{self.item}: {self.name}}}",
            UNWORD: f"take {self.item} out of {self.name}",
            PIN: f"add {self.item} to pin" if self.place else f"pin: [{self.item}]",
            SHOW: f"privacy: {{{self.name}: show}}",
            SECTION: f"add {self.item} to sections",
            UNDROP: f"take {self.item} out of drop",
            PAGES: "raise limits.pages",
            TRANSLATE: f"see that its {'English' if self.name == 'ko' else 'Korean'} says it too{at}",
            REWORD: f"reword it with its fact{at}",
            PRINT: f"say it elsewhere in it, as the page does not show its {self.name or 'text'}{at}",
        }[self.do]


@dataclass(frozen=True, slots=True)
class Way:
    """How an item's word comes onto the page: what became of the item (None for basics), and the edits in order.

    A bullet whose entry went has the entry's decision: that one tells why.
    """

    carrier: Carrier
    decision: Decision | None
    steps: tuple[Step, ...]

    @property
    def words(self) -> str:
        """All edits in one line."""
        return ", then ".join(step.words for step in self.steps)


def aliases_of(profile: Profile) -> Aliases:
    """Return the shipped aliases with the workspace's own."""
    return merged(shipped(), ((word, *forms) for word, forms in profile.synonyms.items()))


# --- who carries it ---


def find(resume: Resume, words: Iterable[str], lang: str, aliases: Aliases) -> dict[str, tuple[Carrier, ...]]:
    """Return what carries each of the words, an entry's bullets before the entry, a page of `lang` being meant."""
    found: dict[str, list[Carrier]] = {word: [] for word in words}
    for carrier in _texts(resume, lang) if found else ():
        for word in carried(found, [carrier.text], aliases):
            found[word].append(carrier)
    return {word: tuple(ones) for word, ones in found.items()}


def _texts(resume: Resume, lang: str) -> Iterator[Carrier]:
    """Yield every text of the base with whom it belongs to."""
    for entry in resume.entries():
        items: tuple[Entry | Bullet, ...] = (*entry.bullets, entry)
        for item in items:
            for how, name, text in _said(item):
                yield from _versions((item.id, entry.id, entry.section, how, name), text, lang)
    for name, text in _parts(resume.basics):
        yield from _versions((BASICS, BASICS, "", SAID, name), text, lang)


def _versions(whose: tuple[str, str, str, str, str], text: Text, lang: str) -> Iterator[Carrier]:
    """Yield what a page of the language shows of a text, then what only the other language says."""
    shown = text.to(lang)
    yield Carrier(*whose, shown, text.place)
    other = "en" if lang == "ko" else "ko"
    yield from (Carrier(*whose, said, text.place, other) for said in text.versions if said != shown)


def _said(item: Entry | Bullet) -> Iterator[tuple[str, str, Text]]:
    """Yield all that an item says or could say: how, and the name of it."""
    if isinstance(item, Bullet):
        yield SAID, "", item.text
    else:
        yield from ((SAID, key, text) for key, text in (*item.texts.items(), *item.extras))
        yield from ((SAID, key, text) for key, texts in item.lists.items() for text in texts)
    yield from ((WORDING, name, text) for name, text in item.alt.items())
    yield from ((FACT, "", fact) for fact in (item.facts if isinstance(item, Bullet) else ()))


def _parts(basics: Basics) -> Iterator[tuple[str, Text]]:
    """Yield what basics says: a page shows it in its head, as far as `privacy` lets it."""
    yield from (("name", basics.name), ("label", basics.label), *basics.location.items())
    for key in ("email", "phone", "url", "birth"):
        yield key, Text(basics.place, any=getattr(basics, key))
    for account in basics.profiles:
        yield "profiles", Text(basics.place, any=f"{account.network} {account.username} {account.url}")


# --- how it comes in ---


def ways(found: Iterable[Carrier], profile: Profile, decisions: Mapping[str, Decision]) -> tuple[Way, ...]:
    """Return the best way for each item that carries a word, the easiest first, what one dropped by name last.

    Of an entry that is not on the page there is one way: it comes in whole, rather than by one of its bullets.
    """
    best: dict[str, Way] = {}
    for way in sorted((_way(one, profile, decisions) for one in found), key=_effort):
        gone = way.decision is not None and way.decision.id == way.carrier.home and not way.decision.kept
        best.setdefault(way.carrier.home if gone else way.carrier.id, way)
    return tuple(best.values())


def _way(one: Carrier, profile: Profile, decisions: Mapping[str, Decision]) -> Way:
    own, home = decisions.get(one.id), decisions.get(one.home)
    why = home if home and not home.kept else own
    return Way(one, why, steps(one, own, profile))


def _effort(way: Way) -> tuple[bool, int, int, bool]:
    hardest = max((_EFFORT.index(UNWORD if _replaces(step) else step.do) for step in way.steps), default=0)
    return by_name(way.decision), hardest, len(way.steps), way.carrier.id != way.carrier.home


def _replaces(step: Step) -> bool:
    """Tell whether another wording was chosen for this company: what that one says would go."""
    return step.do == USE and step.place is not None


def by_name(decision: Decision | None) -> bool:
    """Tell whether the profile drops an item by name, itself or its entry."""
    if decision is None or decision.kept or decision.stage != "select":
        return False
    return decision.reason.startswith(("drop:", "its entry"))


def steps(carrier: Carrier, decision: Decision | None, profile: Profile) -> tuple[Step, ...]:
    """Return the edits, in order, that put an item on the page in the words that carry what the page does not say."""
    if decision is None:
        return tuple(_out_of_basics(carrier, profile))
    return (*_onto_the_page(carrier, decision, profile), *_into_words(carrier, decision, profile))


def _out_of_basics(carrier: Carrier, profile: Profile) -> Iterator[Step]:
    """Yield how a part of basics comes to be read: who hides the town hides the address with it."""
    if carrier.lang:
        yield Step(TRANSLATE, BASICS, carrier.lang, carrier.place)
        return
    part = "location" if carrier.name in {"region", "city"} else carrier.name
    needed = ("address", "location") if part == "address" else (part,)
    hidden = [name for name in needed if name in profile.hidden]
    yield from (Step(SHOW, BASICS, name) for name in hidden)
    if not hidden:
        yield Step(PRINT, BASICS, carrier.name, carrier.place)


def _onto_the_page(carrier: Carrier, decision: Decision, profile: Profile) -> Iterator[Step]:
    """Yield what brings a dropped item back. `pin` is stronger than all but `sections` and `drop`."""
    if decision.kept:
        return
    listed = {word.value for word in profile.sections} or set(SECTIONS) - OFF_BY_DEFAULT
    dropped = [word for word in profile.drop if word.value in {carrier.id, carrier.home}]
    if carrier.section not in listed:
        yield Step(SECTION, carrier.section, place=decision.place)
    yield from (Step(UNDROP, word.value, place=word.place) for word in dropped)
    if carrier.section in listed and not dropped:
        yield Step(PIN, carrier.id, place=profile.pin[0].place if profile.pin else None)


def _into_words(carrier: Carrier, decision: Decision, profile: Profile) -> Iterator[Step]:
    """Yield what makes an item say on the page what the text says that carries the word."""
    if carrier.how == FACT:
        yield Step(REWORD, carrier.id, place=carrier.place)
        return
    translated = (Step(TRANSLATE, carrier.id, carrier.lang, carrier.place),) if carrier.lang else ()
    words = (*translated, *_worded(carrier, profile))
    yield from words
    if decision.kept and carrier.id == carrier.home and _UNFOLDED in decision.reason:
        yield Step(PAGES, carrier.id, place=decision.place)
    elif not words and (decision.kept or carrier.name in _LINKED):
        yield Step(PRINT, carrier.id, carrier.name, carrier.place)


def _worded(carrier: Carrier, profile: Profile) -> Iterator[Step]:
    """Yield what gives an item the wording that carries the word: a rewording lies over what `use` chose."""
    name, use, reword = carrier.id, profile.use.get(carrier.id), profile.reword.get(carrier.id)
    if carrier.how == SAID and carrier.name not in _WORDED:
        return
    if reword:
        yield Step(UNWORD, name, "reword", reword.text.place)
    if carrier.how == SAID and use:
        yield Step(UNWORD, name, "use", use.place)
    if carrier.how == WORDING and (use is None or use.value != carrier.name):
        yield Step(USE, name, carrier.name, use.place if use else None)

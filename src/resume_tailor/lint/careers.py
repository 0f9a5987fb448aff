"""What several rules ask of a base: which months its entries cover, and every word that is written in it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resume_tailor.dates import Date, show_date
from resume_tailor.lint.subjects import Sent
from resume_tailor.model import Basics, Bullet, Entry, Resume, Text
from resume_tailor.problems import Place
from resume_tailor.schema import name_key

# --- months ---

FILLING = ("work", "education", "projects", "activities", "volunteer", "military")  # what one may have done meanwhile


@dataclass(frozen=True, slots=True)
class Stretch:
    """The months that an entry covers, the first and the last included, each as a running number."""

    entry: Entry
    first: int
    last: int

    @property
    def months(self) -> range:
        """Give the months."""
        return range(self.first, self.last + 1)


def this_month(today: dt.date) -> int:
    """Return the running number of the month that it is."""
    return today.year * 12 + today.month - 1


def month(number: int, lang: str) -> str:
    """Return a month as a reader sees it: `2021.06`, `Jun 2021`."""
    return show_date(Date("", number // 12, number % 12 + 1), lang)


def stretch(entry: Entry, today: dt.date, *, widest: bool) -> Stretch | None:
    """Return the months an entry covers, or None when its dates do not tell.

    A date to the year alone may be any month of it: `widest` takes all that it may mean, else only what it must.
    """
    single = entry.dates.get("date") or entry.dates.get("releaseDate")
    start, end = entry.dates.get("startDate", single), entry.dates.get("endDate", single)
    if start is None or not start.year or (end is not None and not end.year):
        return None
    first = start.year * 12 + (start.month or (1 if widest else 12)) - 1
    last = end.year * 12 + (end.month or (12 if widest else 1)) - 1 if end else this_month(today)
    return Stretch(entry, first, last) if first <= last else None


def stretches(entries: Iterable[Entry], today: dt.date, *, widest: bool) -> list[Stretch]:
    """Return the months of each entry whose dates tell them, the earliest first."""
    found = (stretch(entry, today, widest=widest) for entry in entries)
    return sorted((one for one in found if one), key=lambda one: (one.first, one.last))


def covered(found: Iterable[Stretch]) -> set[int]:
    """Return the months that at least one of them covers."""
    return {month for one in found for month in one.months}


# --- words ---


@dataclass(frozen=True, slots=True)
class Written:
    """One wording of one text: where it stands, whose it is ("" for basics), and the key it stands under."""

    text: str
    place: Place
    item: str = ""
    key: str = ""


def title(entry: Entry, lang: str) -> str:
    """Return what an entry is called: the employer of a job, the name of a project; its id where it has no name."""
    name = entry.texts.get(name_key(entry.section))
    return name.to(lang) if name else entry.id


def written(resume: Resume) -> Iterator[Written]:
    """Yield every wording of the base in every language: alternatives, facts and the user's own keys too."""
    yield from _basics(resume.basics)
    for entry in resume.entries():
        for key, text in _fields(entry):
            yield from (Written(version, text.place, entry.id, key) for version in text.versions)
        for item in entry.items():
            for text in _spare(item):
                yield from (Written(version, text.place, item.id) for version in text.versions)


def sent_words(sent: Sent) -> Iterator[Written]:
    """Yield what is sent, in its language, each text where it is written: an alternative or a rewording there."""
    yield Written(sent.resume.basics.label.to(sent.lang), sent.resume.basics.label.place, key="label")
    for _, entries in sent.selection.sections:
        for entry in entries:
            yield from (Written(text.to(sent.lang), text.place, entry.id, key) for key, text in _fields(entry))
            yield from (Written(b.text.to(sent.lang), b.text.place, b.id) for b in entry.bullets)


def _basics(basics: Basics) -> Iterator[Written]:
    plain = {key: getattr(basics, key) for key in ("email", "phone", "url", "image", "birth")}
    yield from (Written(value, basics.place, key=key) for key, value in plain.items() if value)
    for account in basics.profiles:
        yield Written(f"{account.network} {account.username} {account.url}", basics.place, key="profiles")
    texts = {"name": basics.name, "label": basics.label, **basics.location}
    for key, text in texts.items():
        yield from (Written(version, text.place, key=key) for version in text.versions)


def _fields(entry: Entry) -> Iterator[tuple[str, Text]]:
    yield from entry.texts.items()
    yield from ((key, text) for key, texts in entry.lists.items() for text in texts)
    yield from entry.extras


def _spare(item: Entry | Bullet) -> Iterator[Text]:
    """Yield a bullet's own text, and what an entry or a bullet keeps for other companies."""
    if isinstance(item, Bullet):
        yield item.text
        yield from item.facts
    yield from item.alt.values()

"""A selection to a document: texts in one language, dates in words, links made safe."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resume_tailor import dates, document
from resume_tailor.labels import LABELS, SECTION_TITLES
from resume_tailor.model import Basics, Entry, Profile, Text
from resume_tailor.problems import Place, Problem, Severity
from resume_tailor.richtext import RichText, link_href, parse
from resume_tailor.schema import name_key
from resume_tailor.select import Selection

# Which keys of a section stand for which part of a document's entry; several are joined.
_ROLE = {
    "work": ("position",),
    "projects": ("roles",),
    "education": ("area", "studyType"),
    "skills": ("level",),
    "languages": ("fluency",),
    "volunteer": ("position",),
    "activities": ("role",),
    "military": ("rank", "status"),
}
_ORGANIZATION = {
    "projects": "entity",
    "awards": "awarder",
    "certificates": "issuer",
    "publications": "publisher",
    "activities": "organization",
}
_SUMMARY = ("description", "summary", "reference")
_STORY = ("why", "problem", "role", "outcome")
_SINGLE_DATES = ("date", "releaseDate")


@dataclass(frozen=True, slots=True)
class _Page:
    """What the page as a whole decides: its language, and the day it is made."""

    lang: str
    today: dt.date

    def label(self, key: str) -> str:
        return LABELS[self.lang][key]

    def rich(self, text: Text | None) -> RichText:
        return parse(text.to(self.lang)) if text else RichText()

    def plain(self, text: Text | None) -> str:
        return self.rich(text).plain

    def joined(self, texts: Iterable[Text | None], separator: str = " ") -> RichText:
        return parse(separator.join(text.to(self.lang) for text in texts if text))


def compose(
    basics: Basics, selection: Selection, profile: Profile, *, lang: str, today: dt.date, photo: str = ""
) -> document.Document:
    """Return the document of a selection. `photo` is the picture's address on the page, "" for none."""
    page = _Page(lang, today)
    name = page.plain(basics.name)
    company = page.plain(profile.company)
    return document.Document(
        lang=lang,
        title=" · ".join(part for part in (name, page.label("resume"), company) if part),
        person=document.Person(
            name=name,
            label=page.rich(basics.label),
            contacts=tuple(_contacts(basics, profile.hidden, page)),
            photo="" if "photo" in profile.hidden else photo,
        ),
        sections=tuple(_section(name, entries, page) for name, entries in selection.sections),
        company=company,
        position=page.plain(profile.position),
    )


def _contacts(basics: Basics, hidden: frozenset[str], page: _Page) -> Iterator[document.Contact]:
    """Yield the ways to reach the person that the profile does not hide."""
    if basics.email and "email" not in hidden:
        yield document.Contact("email", page.label("email"), basics.email, link_href(f"mailto:{basics.email}"))
    if basics.phone and "phone" not in hidden:
        number = "".join(c for c in basics.phone if c.isdigit() or c == "+")
        yield document.Contact("phone", page.label("phone"), basics.phone, link_href(f"tel:{number}"))
    if place := _location(basics, hidden, page):
        yield document.Contact("location", page.label("location"), place, "")
    if basics.birth and "birth" not in hidden:
        yield document.Contact("birth", page.label("birth"), basics.birth, "")
    if site := _short(basics.url):
        yield document.Contact("url", page.label("url"), site, link_href(basics.url))
    for account in basics.profiles:
        text = _short(account.url) or account.username
        if text:
            yield document.Contact("profile", account.network, text, link_href(account.url))


def _short(url: str) -> str:
    """Return an address as people write it: without scheme, `www.` and last slash."""
    return url.split("://", 1)[-1].removeprefix("mailto:").removeprefix("www.").rstrip("/")


def _shown_location(basics: Basics, hidden: frozenset[str]) -> list[Text]:
    """Return where the person lives, from the wide to the narrow, as far as the profile does not hide it."""
    if "location" in hidden:
        return []
    keys = ("region", "city") if "address" in hidden else ("region", "city", "address")
    return [basics.location[key] for key in keys if key in basics.location]


def _location(basics: Basics, hidden: frozenset[str], page: _Page) -> str:
    """Return where the person lives, from the wide to the narrow in Korean, the other way round in English."""
    parts = [page.plain(text) for text in _shown_location(basics, hidden)]
    parts = list(dict.fromkeys(part for part in parts if part))
    return " ".join(parts) if page.lang == "ko" else ", ".join(reversed(parts))


def _section(name: str, entries: tuple[Entry, ...], page: _Page) -> document.Section:
    """Return a section; beside the jobs stands how long they lasted together."""
    title = SECTION_TITLES[page.lang][name]
    months = career_months(entries, page.today) if name == "work" else 0
    note = f"{page.label('career')} {dates.show_months(months, page.lang)}" if months else ""
    return document.Section(name, title, tuple(_entry(entry, page) for entry in entries), note)


def career_months(jobs: Iterable[Entry], today: dt.date) -> int:
    """Return how long the jobs last together, in months; 0 where one does not say: a total of some would be wrong."""
    spans = [_span(job) for job in jobs]
    return dates.total_months(spans, today) if all(dates.months(span, today) for span in spans) else 0


def _entry(entry: Entry, page: _Page) -> document.Entry:
    """Return one entry's parts."""
    texts, section = entry.texts, entry.section
    return document.Entry(
        id=entry.id,
        name=page.rich(texts.get(name_key(section))),
        url=_link(texts.get("url"), page),
        role=_role(entry, page),
        organization=page.rich(texts.get(_ORGANIZATION.get(section, ""))),
        location=page.plain(texts.get("location")),
        dates=_dates(entry, page),
        summary=_summary(entry, page),
        story=tuple(_story(entry, page)),
        bullets=tuple(document.Bullet(bullet.id, page.rich(bullet.text)) for bullet in entry.bullets),
        keywords=tuple(page.rich(text) for text in entry.lists.get("keywords", ())),
        details=tuple(_details(entry, page)),
    )


def _link(text: Text | None, page: _Page) -> str:
    """Return where an entry leads; first as written, since an address may hold what elsewhere is markup."""
    return (link_href(text.to(page.lang)) or link_href(page.plain(text))) if text else ""


def _summary(entry: Entry, page: _Page) -> RichText:
    """Return what an entry says of itself; a description is often a mere phrase and must not run into the summary."""
    said = ""
    for text in (entry.texts[key].to(page.lang) for key in _SUMMARY if key in entry.texts):
        gap = " " if said.endswith((".", "!", "?")) else " · "
        said += gap + text if said else text
    return parse(said)


def _role(entry: Entry, page: _Page) -> RichText:
    """Return the position, degree or level; a degree reads `산업공학 학사`, `B.S., Industrial Engineering`."""
    keys = _ROLE.get(entry.section, ())
    if entry.section == "education" and page.lang == "en":
        keys = keys[::-1]
    roles = [text for key in keys for text in (entry.texts.get(key), *entry.lists.get(key, ()))]
    return page.joined(roles, " " if page.lang == "ko" and entry.section != "projects" else ", ")


def _story(entry: Entry, page: _Page) -> Iterator[document.StoryPart]:
    """Yield why a project was started, what problem it met, one's own part, and what came of it."""
    if entry.section != "projects":
        return
    for kind in _STORY:
        if kind in entry.texts:
            yield document.StoryPart(kind, page.label(kind), page.rich(entry.texts[kind]))


def _details(entry: Entry, page: _Page) -> Iterator[document.Detail]:
    """Yield what has a label: grades, courses, and the user's own keys."""
    for key in ("score", "type"):
        if key in entry.texts:
            yield document.Detail(page.label(key), page.rich(entry.texts[key]))
    if courses := entry.lists.get("courses"):
        yield document.Detail(page.label("courses"), page.joined(courses, ", "))
    for key, text in entry.extras:
        yield document.Detail(key, page.rich(text))


def _span(entry: Entry) -> dates.Span:
    """Return when an entry began and ended; a start without an end lasts to this day."""
    start, end = entry.dates.get("startDate"), entry.dates.get("endDate")
    return dates.Span(start, end, current=start is not None and end is None)


def _dates(entry: Entry, page: _Page) -> document.Dates:
    """Return an entry's dates in words."""
    single = next((entry.dates[key] for key in _SINGLE_DATES if key in entry.dates), None)
    if single is not None:
        return document.Dates(dates.show_date(single, page.lang), start=single.iso, end=single.iso)
    span = _span(entry)
    months = dates.months(span, page.today) if entry.section == "work" else None
    return document.Dates(
        text=dates.show_span(span, page.lang),
        duration=dates.show_months(months, page.lang) if months else "",
        start=span.start.iso if span.start else "",
        end=span.end.iso if span.end else "",
        current=span.current,
    )


def missing_translations(basics: Basics, selection: Selection, profile: Profile, lang: str) -> list[Problem]:
    """Return a warning for each text on the page that falls back to the other language."""
    places = _shown_location(basics, profile.hidden)
    items = [("basics", text) for text in (basics.name, basics.label, *places)]
    items.append(("company", profile.company))
    for entry in (entry for _, kept in selection.sections for entry in kept):
        items += [(entry.id, text) for text in _words(entry)]
        items += [(bullet.id, bullet.text) for bullet in entry.bullets]
    return [_untranslated(item, text.place, lang) for item, text in items if text and _falls_back(text, lang)]


def _words(entry: Entry) -> Iterator[Text]:
    """Yield the texts of an entry that are words: an address is the same in every language."""
    yield from (text for key, text in entry.texts.items() if key != "url")
    yield from (text for texts in entry.lists.values() for text in texts)
    yield from (text for _, text in entry.extras)


def _falls_back(text: Text, lang: str) -> bool:
    """Tell whether a text is not in the language; one written once is, unless it is Korean on an English page."""
    if text.any:
        return lang == "en" and any("가" <= c <= "힣" for c in text.any)
    return not (text.ko if lang == "ko" else text.en)


def _untranslated(item: str, place: Place, lang: str) -> Problem:
    hint = f"write {{ko: ..., en: ...}} with {lang}: in it"
    return Problem(
        "missing-translation", f"'{item}' has no {lang} text; the other is shown", place, Severity.WARNING, hint
    )

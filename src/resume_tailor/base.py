"""The base's files, read, to one `Resume`, or to every problem in them at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from resume_tailor.compound import Obj
from resume_tailor.dates import Date
from resume_tailor.fields import Report
from resume_tailor.ids import bullet_slugs, digest, distinct, is_id, slug
from resume_tailor.model import SECTIONS, Basics, Bullet, Entry, Marked, Resume, SocialProfile, Text
from resume_tailor.problems import Place
from resume_tailor.schema import BASE, name_key
from resume_tailor.yamlmarks import MapNode, Node, Reading, Scalar

RESERVED_IDS = frozenset({"summary"})


def read_base(readings: Sequence[Reading], report: Report) -> Resume | None:
    """Return the resume that the files hold together, or None when nothing can be read as one."""
    pairs = list(_all_pairs(readings, report))
    if not pairs:
        return None
    found = BASE.read(MapNode(tuple(pairs), pairs[0][0].place), "resume", report)
    if found is None:
        return None
    basics = found.values.get("basics")
    about = basics if isinstance(basics, Obj) else Obj(Place(found.place.path), {})
    lost = any(reading.node is None for reading in readings) or any(key.text == "basics" for key, _ in pairs)
    if not _text(about, "name") and (basics or not lost):
        report.warn("missing-name", "the base has no name", about.place, "write basics: {name: ...}")
    sections = {section: _entries(found, section) for section in SECTIONS if section in found.values}
    resume = Resume(_basics(about), {"summary": _summary(about), **sections})
    return _with_ids(resume, _written_ids(found, report))


def _all_pairs(readings: Iterable[Reading], report: Report) -> Iterator[tuple[Scalar, Node]]:
    """Yield the top-level keys of all files; a key in two files, or with nothing under it, is an error."""
    seen: dict[str, Place] = {}
    for reading in readings:
        if reading.node is None:
            continue
        if not isinstance(reading.node, MapNode):
            report.error("not-a-resume", "the file must hold keys such as basics: and work:", reading.node.place)
            continue
        for key, value in reading.node.pairs:
            if key.text in seen and key.text not in BASE.ignored:
                first = seen[key.text]
                report.error(
                    "duplicate-key", f"'{key.text}' is also in {first.path}:{first.line}", key.place, "keep one"
                )
            elif isinstance(value, Scalar) and value.is_null and key.text in BASE.fields:
                report.error(
                    "empty-section", f"'{key.text}' has nothing under it", key.place, "fill it, or delete the key"
                )
            else:
                yield key, value
            seen.setdefault(key.text, key.place)


def _text(obj: Obj, key: str) -> Text:
    """Return a text field, or an empty text."""
    value = obj.values.get(key)
    return value if isinstance(value, Text) else Text(obj.place)


def _word(obj: Obj, key: str) -> str:
    """Return a plain field, or ""."""
    value = obj.values.get(key)
    return str(value.value) if isinstance(value, Marked) else ""


def _objects(obj: Obj, key: str) -> list[Obj]:
    """Return a list field's objects."""
    value = obj.values.get(key)
    return [item for item in value if isinstance(item, Obj)] if isinstance(value, tuple) else []


def _texts(value: object) -> dict[str, Text]:
    """Return the texts of a map field."""
    return {k: v for k, v in value.items() if isinstance(v, Text)} if isinstance(value, Mapping) else {}


def _basics(obj: Obj) -> Basics:
    """Return who the person is."""
    location = obj.values.get("location")
    accounts = [
        SocialProfile(_word(o, "network"), _word(o, "username"), _word(o, "url")) for o in _objects(obj, "profiles")
    ]
    return Basics(
        place=obj.place,
        name=_text(obj, "name"),
        label=_text(obj, "label"),
        email=_word(obj, "email"),
        phone=_word(obj, "phone"),
        url=_word(obj, "url"),
        image=_word(obj, "image"),
        birth=_word(obj, "birth"),
        location=_texts(location.values) if isinstance(location, Obj) else {},
        profiles=tuple(accounts),
    )


def _summary(basics: Obj) -> tuple[Entry, ...]:
    """Return the summary as the one entry of its section."""
    found = basics.values.get("summary")
    if not isinstance(found, Obj):
        return ()
    text = _text(found, "text")
    return (Entry("summary", "summary", text.place, {"summary": text}, alt=_texts(found.values.get("alt"))),)


def _entries(found: Obj, section: str) -> tuple[Entry, ...]:
    """Return a section's entries; one with nothing in it is left out."""
    return tuple(_entry(obj, section) for obj in _objects(found, section) if obj.values or obj.extras)


def _entry(obj: Obj, section: str) -> Entry:
    """Return one entry; its id may still be ""."""
    values = obj.values
    lists = {k: tuple(t for t in v if isinstance(t, Text) and t) for k, v in values.items() if isinstance(v, tuple)}
    return Entry(
        id=_word(obj, "id"),
        section=section,
        place=obj.place,
        texts={k: v for k, v in _texts(values).items() if v},
        lists={k: v for k, v in lists.items() if v},
        dates={k: v for k, v in values.items() if isinstance(v, Date)},
        bullets=tuple(_bullet(bullet) for bullet in _objects(obj, "highlights")),
        tags=_tags(obj),
        priority=_priority(obj),
        extras=obj.extras,
        allow=_allowed(obj),
    )


def _bullet(obj: Obj) -> Bullet:
    """Return one bullet; its id may still be ""."""
    facts = obj.values.get("facts")
    return Bullet(
        id=_word(obj, "id"),
        text=_text(obj, "text"),
        place=obj.place,
        tags=_tags(obj),
        priority=_priority(obj),
        alt=_texts(obj.values.get("alt")),
        facts=tuple(t for t in facts if isinstance(t, Text)) if isinstance(facts, tuple) else (),
        allow=_allowed(obj),
    )


def _tags(obj: Obj) -> tuple[str, ...]:
    """Return the tags, each once."""
    value = obj.values.get("tags")
    tags = [tag.value for tag in value if isinstance(tag, Marked)] if isinstance(value, tuple) else []
    return tuple(dict.fromkeys(tags))


def _allowed(obj: Obj) -> dict[str, Marked[str]]:
    """Return the lint rules that `lint: {allow: ...}` lets pass, each with its reason."""
    lint = obj.values.get("lint")
    allow = lint.values.get("allow") if isinstance(lint, Obj) else None
    return {k: v for k, v in allow.items() if isinstance(v, Marked)} if isinstance(allow, Mapping) else {}


def _priority(obj: Obj) -> int | None:
    """Return the priority, 1 first, or None."""
    value = obj.values.get("priority")
    return value.value if isinstance(value, Marked) else None


def _written_ids(found: Obj, report: Report) -> set[str]:
    """Return the ids that the user wrote, with every double and misspelt one said."""
    seen: dict[str, Place] = dict.fromkeys(RESERVED_IDS, found.place)
    for mark in _id_marks(found):
        if not is_id(mark.value):
            message = f"'{mark.value}' cannot be an id: letters, digits, '.', '_' and '-' only"
            report.error("bad-id", message, mark.place, f"write {slug(mark.value) or 'a-name'}")
        elif mark.value in seen:
            reserved = mark.value in RESERVED_IDS
            where = "the tool's own name for basics.summary" if reserved else f"also at {seen[mark.value]}"
            message = f"the id '{mark.value}' is {where}"
            report.error("duplicate-id", message, mark.place, "ids are unique in the whole base")
        seen.setdefault(mark.value, mark.place)
    return set(seen)


def _id_marks(found: Obj) -> Iterator[Marked[str]]:
    """Yield every id that is written, with its place."""
    for entry in (entry for section in SECTIONS for entry in _objects(found, section)):
        for item in (entry, *_objects(entry, "highlights")):
            mark = item.values.get("id")
            if isinstance(mark, Marked) and mark.value:
                yield mark


def _with_ids(resume: Resume, written: set[str]) -> Resume:
    """Give every entry and bullet its id."""
    entries = list(resume.entries())
    made = iter(distinct([_candidates(entry) for entry in entries if not entry.id], written))
    named = [entry if entry.id else replace(entry, id=next(made)) for entry in entries]
    taken = written | {entry.id for entry in named}
    ready = [replace(entry, bullets=_bullets_with_ids(entry, taken)) for entry in named]
    return replace(
        resume, sections={section: tuple(e for e in ready if e.section == section) for section in resume.sections}
    )


def _candidates(entry: Entry) -> tuple[str, ...]:
    """Return the ids that an entry might have, plainest first."""
    name = entry.texts.get(name_key(entry.section))
    plain = (slug(name.any or name.en or name.ko) if name else "") or entry.section
    dates = (entry.dates.get(key) for key in ("startDate", "date", "releaseDate", "endDate"))
    years = [date.year for date in dates if date and date.year]
    dated = f"{plain}-{years[0]}" if years else plain
    words = [text for part in entry.items() for text in _versions(part)]
    return tuple(dict.fromkeys((plain, dated, f"{dated}-{entry.section}", f"{dated}-{digest(words)}")))


def _versions(item: Entry | Bullet) -> Iterator[str]:
    """Yield all that is written in an item."""
    for text in [item.text] if isinstance(item, Bullet) else item.all_texts():
        yield from text.versions


def _bullets_with_ids(entry: Entry, taken: set[str]) -> tuple[Bullet, ...]:
    """Give the bullets of an entry their ids, and note them as taken."""
    nameless = [bullet for bullet in entry.bullets if not bullet.id]
    options = [tuple(f"{entry.id}.{name}" for name in bullet_slugs(bullet.text.to("ko"))) for bullet in nameless]
    made = distinct(options, taken)
    taken.update(made)
    names = iter(made)
    return tuple(bullet if bullet.id else replace(bullet, id=next(names)) for bullet in entry.bullets)

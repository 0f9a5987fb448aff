"""Stage 3, wording: the alternative that a profile asks for, then its own rewording; and whether that is still true."""

import unicodedata
from dataclasses import replace

from resume_tailor.fields import Report, did_you_mean
from resume_tailor.model import LANGUAGES, Bullet, Entry, Profile, Resume, Reword, Text
from resume_tailor.problems import Place
from resume_tailor.schema import name_key

Item = Entry | Bullet


def own_text(item: Item) -> Text | None:
    """Return the text of an item that wordings replace: a bullet's, or an entry's summary."""
    return item.text if isinstance(item, Bullet) else item.texts.get("summary")


def held(item: Item, home: Entry) -> tuple[str, ...]:
    """Return all that the base says of an item: its text, its other wordings, its facts, in each language.

    The name of its own entry (`home`) counts too: a line of a job may name its employer.
    """
    facts = item.facts if isinstance(item, Bullet) else ()
    name = home.texts.get(name_key(home.section))
    texts = (own_text(item), *item.alt.values(), *facts, name)
    return tuple(version for text in texts if text for version in text.versions)


def used(item: Item, profile: Profile) -> Text | None:
    """Return an item's text in the wording of the base that `use` names."""
    text = own_text(item)
    return item.alt.get(profile.use[item.id].value, text) if item.id in profile.use else text


def worded(item: Item, profile: Profile) -> Text | None:
    """Return an item's text as the profile words it; a stale rewording changes nothing (and is an error elsewhere)."""
    text = used(item, profile)
    wish = profile.reword.get(item.id)
    return (replaced(text, wish) or text) if text and wish else text


def replaced(text: Text, wish: Reword) -> Text | None:
    """Return a text with the wording that `was` names replaced, or None when it does not hold that any more."""
    if not wish.was.any:
        return _replaced_by_language(text, wish)
    if _same(text.any, wish.was.any):
        return wish.text
    for lang in LANGUAGES:
        if _same(getattr(text, lang), wish.was.any):
            new = wish.text.to(lang)
            return replace(text, ko=new) if lang == "ko" else replace(text, en=new)
    return None


def _replaced_by_language(text: Text, wish: Reword) -> Text | None:
    for lang in LANGUAGES:
        was = getattr(wish.was, lang)
        if was and not _same(text.to(lang), was):
            return None
    new = {lang: wish.text.to(lang) for lang in LANGUAGES if getattr(wish.was, lang)}
    kept = {lang: text.to(lang) for lang in LANGUAGES if lang not in new and text.to(lang)}
    return Text(text.place, **kept, **new)


def _same(a: str, b: str) -> bool:
    """Tell whether two texts are the same to a reader: white space and the composition of Hangul do not count."""
    return bool(a) and _flat(a) == _flat(b)


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def check_rewordings(profile: Profile, resume: Resume, report: Report) -> None:
    """Note each rewording of an unknown item, each that is stale, and each that says more than the base."""
    if not profile.reword:
        return
    from resume_tailor.guard import guard_problems, known_of  # its tables are only read where they are needed

    items = {item.id: item for item in resume.items()}
    homes = {item.id: entry for entry in resume.entries() for item in entry.items()}
    known = known_of(resume)
    for name, wish in profile.reword.items():
        item = items.get(name)
        if item is None:
            message = f"reword: no item of the base has the id '{name}'{did_you_mean(name, items)}"
            report.error("unknown-id", message, wish.was.place, "`resume explain` lists the ids")
            continue
        text = used(item, profile)
        if text is None:
            report.error("stale-was", f"reword: '{name}' has no text to reword", wish.was.place)
        elif replaced(text, wish) is None:
            _stale(name, text, wish.was.place, report)
        else:
            for version in wish.text.versions:
                report.problems += guard_problems(name, version, held(item, homes[name]), known, wish.text.place)


def _stale(name: str, text: Text, place: Place, report: Report) -> None:
    now = " / ".join(text.versions)
    report.error("stale-was", f"reword: the base's text of '{name}' is not what 'was' says", place, f"it is now: {now}")

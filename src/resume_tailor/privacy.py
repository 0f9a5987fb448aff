"""What a profile hides must stand nowhere on the page, not even in a sentence that the user wrote."""

import re
from collections.abc import Iterator

from resume_tailor.model import Basics
from resume_tailor.problems import Place, Problem
from resume_tailor.select import Selection

_HINT = "reword it, hide the item, or show this part with privacy:"


def leaks(basics: Basics, hidden: frozenset[str], selection: Selection, html: str) -> list[Problem]:
    """Return an error for each hidden part of basics that still stands in a page's HTML, text or attribute."""
    found = []
    for part, value in dict.fromkeys(_secrets(basics, hidden)):
        if re.search(_loosely(value), html):
            place = _where(value, selection) or basics.place
            found.append(
                Problem("hidden-but-shown", f"the {part} is hidden, but the page still says it", place, hint=_HINT)
            )
    return found


def _secrets(basics: Basics, hidden: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each hidden part and what must not be seen. A town alone is no secret: jobs and schools have towns too."""
    plain = {"email": basics.email, "phone": basics.phone, "birth": basics.birth}
    yield from ((part, value) for part, value in plain.items() if value and part in hidden)
    if basics.image and "photo" in hidden:
        yield "photo", basics.image
    address = basics.location.get("address")
    if address and hidden & {"address", "location"}:
        yield from (("address", version) for version in address.versions)
    if "location" in hidden:
        towns = [basics.location[key] for key in ("region", "city") if key in basics.location]
        for lang in ("ko", "en"):
            words = list(dict.fromkeys(town.to(lang) for town in towns))
            if len(words) > 1:
                yield "location", " ".join(words)
                yield "location", ", ".join(reversed(words))


def _loosely(value: str) -> str:
    """Return what finds a value however it is spaced; a phone number also without its hyphens or with others."""
    if re.fullmatch(r"\+?[\d\s().-]{7,}", value):
        return r"[\s().-]*".join(re.findall(r"\d", value))
    return r"\s*".join(re.escape(word) for word in value.split())


def _where(value: str, selection: Selection) -> Place | None:
    """Return the item that says a hidden value, if one does."""
    pattern = _loosely(value)
    for _, entries in selection.sections:
        for entry in entries:
            texts = [(text, entry.place) for text in entry.all_texts()]
            texts += [(bullet.text, bullet.place) for bullet in entry.bullets]
            for text, place in texts:
                if any(re.search(pattern, version) for version in text.versions):
                    return place
    return None

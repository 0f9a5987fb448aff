"""HTML as tags and texts, in one pass whatever it holds.

Not `html.parser`: in a Python that is not the newest it needs minutes for what a broken download may hold (`<a <a …`).
Here each pattern takes what it begins with to its end, or to the end of the page, so nothing is looked at twice.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

# What is between their tags is text to a browser, tags or not; of a page's text only the title is of interest.
RAW = frozenset({"script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; `raw` is the text of an element that holds no other, which has no end tag of its own here."""

    name: str
    ends: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)
    raw: str = ""


# An attribute's value may hold a `>`, and a page may end before its tag does.
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:=\s*+(?:"[^"]*+"?|'[^']*+'?)|[^>])*+)>?""")
_REMARK = re.compile(r"<!--(?:.*?-->|.*)|<[!?/][^>]*+>?", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([^\s"'/=>]++)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>]++)))?""")
_READ = frozenset({"meta", "script"})  # their attributes are looked at, and those of what may be hidden


def tokens(html: str) -> Iterator[Tag | str]:
    """Yield the tags of a page and the texts between them, entities resolved, remarks left out."""
    at = 0
    while (start := html.find("<", at)) >= 0:
        if start > at:
            yield unescape(html[at:start])
        if found := _TAG.match(html, start):
            tag, at = _read(html, found)
            yield tag
        elif found := _REMARK.match(html, start):
            at = found.end()
        else:
            yield "<"
            at = start + 1
    if html[at:]:
        yield unescape(html[at:])


def _read(html: str, found: re.Match[str]) -> tuple[Tag, int]:
    """Return the tag of a match, and where the page goes on."""
    slash, name, rest = found[1], found[2].lower(), found[3]
    if slash:
        return Tag(name, ends=True), found.end()
    known = _attributes(rest) if name in _READ or "hidden" in rest.lower() else {}
    if name not in RAW:
        return Tag(name, attributes=known), found.end()
    end = re.compile(rf"</{name}(?![\w-])[^>]*+>?", re.IGNORECASE).search(html, found.end())
    raw = html[found.end() : end.start() if end else len(html)]
    return Tag(name, attributes=known, raw=raw), end.end() if end else len(html)


def _attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag; of two with one name the first counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape(next(filter(None, values), "")))
    return found

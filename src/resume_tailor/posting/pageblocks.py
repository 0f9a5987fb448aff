"""What a reader sees of a web page, line by line, without what stands around a page's own text."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from html import unescape

from resume_tailor.posting.pagetokens import RAW, Tag, tokens

# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "svg", "time", "tt", "u", "var",
})
_LEAFS = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
_SEAMLESS = frozenset({"area", "img", "input", "wbr"})  # of these, those that end no line
_UNSEEN = frozenset({"dialog", "math", "object", "select", "svg", "template"})
AROUND = frozenset({"aside", "button", "footer", "form", "header", "nav"})
# fmt: on
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_AREAS = frozenset({"main", "article"})
# Elements whose end tag is often left out: each ends those on the right where one of them is open innermost.
_ENDED = {"li": {"li", "p"}, "dt": {"dt", "dd", "p"}, "dd": {"dt", "dd", "p"}, "tr": {"td", "th", "tr"}}
_ENDED |= {"td": {"td", "th"}, "th": {"td", "th"}, "option": {"option"}}

_MARK = "- "
_OWN_MARK = re.compile(r"[•·∙‣▪■□◦●○▶➢✓✔]\s*|[-*–—]\s+")
# A new line in the source is a blank, but many sites keep it by CSS: where a bullet or an empty line follows.
_KEPT_BREAK = re.compile(r"\n(?:\s*\n|[^\S\n]*(?=[•·∙‣▪■□◦●○▶➢✓✔※]|[-*]\s))")
_NOT_DRAWN = dict.fromkeys(map(ord, "\0\u00ad\u200b\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page: "h1" for a heading or "", and the number of the <main> or <article> around it, or 0."""

    text: str
    heading: str = ""
    area: int = 0


@dataclass(slots=True)
class Page:
    """A page as read: its lines, what its head calls it, and the data that it holds for machines (JSON-LD)."""

    blocks: list[Block] = field(default_factory=list)
    shared_title: str = ""  # og:title
    title: str = ""
    data: list[str] = field(default_factory=list)


def read(html: str, around: Collection[str] = AROUND) -> Page:
    """Read a page; elements named in `around` are left out with all that they hold."""
    reader = _Reader(around)
    for token in tokens(html):
        if isinstance(token, str):
            reader.text(token)
        elif token.ends:
            reader.end(token.name)
        else:
            reader.start(token)
    reader.close_line()
    return reader.page


class _Reader:
    """Puts texts together to lines. Open elements are a list, not calls, so that no depth is too deep."""

    def __init__(self, around: Collection[str]) -> None:
        self.page = Page()
        self._around = around
        self._open: list[tuple[str, bool]] = []  # elements, each with whether it hides what is in it
        self._count = Counter[str]()  # of open elements by name
        self._hiding = 0
        self._areas = 0
        self._parts: list[str] = []
        self._marked = False  # the next line is the first of a list item

    def text(self, data: str) -> None:
        """Add a text to the line; a line break counts where it stands for one."""
        if self._hiding:
            return
        first, *others = data.split("\n") if self._count["pre"] else _KEPT_BREAK.split(data)
        self._parts.append(first)
        for other in others:
            self.close_line()
            self._parts.append(other)

    def start(self, tag: Tag) -> None:
        """Begin an element."""
        if tag.name in RAW:
            self._note(tag)
        elif tag.name in _LEAFS:
            self._leaf(tag)
        else:
            self._begin(tag)

    def end(self, name: str) -> None:
        """End an element, and those in it that were never ended."""
        if self._count[name]:
            while self._pop() != name:
                pass
        elif name not in _INLINE:
            self.close_line()

    def close_line(self) -> None:
        """Make a line of what has come since the last."""
        text = " ".join("".join(self._parts).translate(_NOT_DRAWN).split())
        self._parts.clear()
        if text and self._marked:
            text = _MARK + text[found.end() if (found := _OWN_MARK.match(text)) else 0 :]
            self._marked = False
        if text:
            self.page.blocks.append(Block(text, self._heading(), self._area()))

    def _note(self, tag: Tag) -> None:
        """Keep what an element of mere text says of the page."""
        if tag.name == "script" and "ld+json" in tag.attributes.get("type", "").lower():
            self.page.data.append(tag.raw)
        elif tag.name == "title" and not self._hiding:
            self.page.title = self.page.title or _plain(tag.raw)

    def _leaf(self, tag: Tag) -> None:
        if tag.attributes.get("property", "").lower() == "og:title":
            self.page.shared_title = self.page.shared_title or _plain(tag.attributes.get("content", ""))
        if tag.name not in _SEAMLESS:
            self.close_line()

    def _begin(self, tag: Tag) -> None:
        hides = self._hides(tag)
        if tag.name in _INLINE and not hides and not self._hiding:
            return  # a word may run through it, and nothing depends on where it ends
        if tag.name not in _INLINE:
            self._end_implied(tag.name)
            self.close_line()
        self._open.append((tag.name, hides))
        self._count[tag.name] += 1
        self._hiding += hides
        self._marked = (self._marked or tag.name == "li") and tag.name not in {"ul", "ol"}
        self._areas += tag.name in _AREAS and self._area_depth() == 1

    def _end_implied(self, name: str) -> None:
        while self._open and self._open[-1][0] in _ENDED.get(name, {"p"}):
            self._pop()

    def _pop(self) -> str:
        name, hid = self._open[-1]
        if name not in _INLINE:
            self.close_line()
        self._open.pop()
        self._count[name] -= 1
        self._hiding -= hid
        self._marked = self._marked and name != "li"
        return name

    def _hides(self, tag: Tag) -> bool:
        """Tell whether what an element holds is no part of the text: not drawn, or around it."""
        hidden = "hidden" in tag.attributes or tag.attributes.get("aria-hidden", "").lower() == "true"
        return hidden or tag.name in _UNSEEN or (tag.name in self._around and not self._belongs(tag.name))

    def _belongs(self, name: str) -> bool:
        """Tell whether it is a title: the header of an article, the button in a heading that folds a section."""
        return (name == "header" and self._area_depth() > 0) or (name == "button" and bool(self._heading()))

    def _heading(self) -> str:
        return next((name for name in _HEADINGS if self._count[name]), "")

    def _area_depth(self) -> int:
        return sum(self._count[name] for name in _AREAS)

    def _area(self) -> int:
        return self._areas if self._area_depth() else 0


def _plain(text: str) -> str:
    return " ".join(unescape(text).translate(_NOT_DRAWN).split())

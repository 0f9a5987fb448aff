"""A page taken apart by html.parser: its elements in order, their attributes, the text in each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass
class Element:
    """One element with its attributes, its children, and its own and its children's text."""

    tag: str
    attributes: dict[str, str | None]
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def all(self, *tags: str) -> list["Element"]:
        """Every element in this one, of these names if any are given, in the page's order."""
        return [element for element in self._below() if not tags or element.tag in tags]

    def one(self, tag: str) -> "Element":
        """The only element of this name."""
        (found,) = self.all(tag)
        return found

    def _below(self) -> Iterator["Element"]:
        for child in self.children:
            yield child
            yield from child._below()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def parse(html: str) -> Element:
    """The page's tree; a tag that closes what is not open fails the test."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert [element.tag for element in reader.open] == [""], "an element is never closed"
    return reader.open[0]


def skeleton(html: str) -> list[tuple[str, ...]]:
    """Each element's name and its attributes' names, in order: what no user's text may change."""
    return [(element.tag, *sorted(element.attributes)) for element in parse(html).all()]

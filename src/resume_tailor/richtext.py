"""Inline text: bold, code and links, from the little markup that a resume needs and the HTML of real files.

Deliberately not CommonMark: by its flanking rules `**'재구매율'**을` is not bold, because of the particle.
The text is cut into tokens once, from left to right, and each opening token meets its partner through a stack
or an index built beforehand, so that no text, however hostile, takes more than linear time.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.entities import html5
from itertools import groupby, pairwise

from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `href` is "" or where the text leads."""

    text: str
    strong: bool = False
    code: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class RichText:
    """A line of text in runs. In a template it shows itself as safe HTML; `plain` is what a reader reads."""

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """Give the bare text."""
        return "".join(run.text for run in self.runs)

    def __str__(self) -> str:
        """Give the bare text."""
        return self.plain

    def __bool__(self) -> bool:
        """Tell whether there is anything to read."""
        return bool(self.plain.strip())

    def __html__(self) -> str:
        """Give escaped HTML with no other tags than <strong>, <code> and <a href>."""
        return "".join(_linked(href, runs) for href, runs in groupby(self.runs, key=lambda run: run.href))


def _linked(href: str, runs: Iterable[Run]) -> str:
    """Return the HTML of runs that lead to the same place; a place that is not safe is left out."""
    groups = groupby(runs, key=lambda run: run.strong)
    inner = "".join(_stressed(group, strong=strong) for strong, group in groups)
    safe = link_href(href)
    return f'<a href="{escape(safe)}">{inner}</a>' if safe else inner


def _stressed(runs: Iterable[Run], *, strong: bool) -> str:
    """Return the HTML of runs that are all strong, or all not."""
    inner = "".join(f"<code>{escape(run.text)}</code>" if run.code else str(escape(run.text)) for run in runs)
    return f"<strong>{inner}</strong>" if strong else inner


# --- links ---

_SAFE = re.compile(r"(?:https?://[^/?#]|mailto:.|tel:.)", re.IGNORECASE | re.ASCII)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE | re.ASCII)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?P<top>[^\W\d_]{2,}|xn--[a-z0-9-]+)(?::[0-9]{1,5})?(?:[/?#].*)?")
_MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
# Endings of files that are no top-level domain: `cv.pdf` beside the resume is no place on the web.
_FILE_ENDING = re.compile(
    "x?html?|php|jsp|aspx?|pdf|png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|txt|rtf|docx?|pptx?|xlsx?|hwpx?|od[tsp]"
    "|csv|tsv|jsonl?|ya?ml|toml|xml|css|scss|[jt]sx?|ipynb|wav|parquet",
    re.IGNORECASE,
)


def link_href(url: str) -> str:
    """Return where a link may lead, or "" when it may not.

    Only http, https, mailto and tel; what looks like a domain (`github.com/x`) gets `https://`, a bare mail
    address `mailto:`. Anything with white space or an invisible character inside is refused.
    """
    url = url.strip()
    if " " in url or not url.isprintable():
        return ""
    if _SAFE.match(url):
        return url
    bare = url.removeprefix("//")
    if (domain := _DOMAIN.fullmatch(bare)) and not _FILE_ENDING.fullmatch(domain["top"]):
        return f"https://{bare}"
    return f"mailto:{url}" if _MAIL.fullmatch(url) else ""


# --- reading ---

_TOKEN = re.compile(
    r"""\\(?P<escaped>[*\[\]`\\])
    | (?P<stars>\*+)
    | (?P<tick>`+)
    | (?P<bracket>[\[\]])
    | <(?P<address>(?:https?|mailto|tel):[^\s<>]++)>
    | <(?P<slash>/?)(?P<name>[a-z][a-z0-9]*+)
       (?P<attributes>(?:\s++[a-z][\w:.-]*+\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'=<>`]++))*+)\s*+/?>
    | (?P<entity>&(?:\#[0-9]{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)""",
    re.IGNORECASE | re.ASCII | re.VERBOSE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE | re.ASCII)
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""", re.IGNORECASE | re.ASCII)
_LONE_TICK = re.compile(r"(?<!`)`(?!`)")
_LONGEST_URL = 2048
_SPACE = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e]")  # and what overrides the writing direction
_SURROGATE = re.compile("[\ud800-\udfff]")

_STRONG_TAG = re.compile("b|strong")
_PAIRED_TAG = re.compile(
    "a|b|strong|i|em|u|s|span|code|su[bp]|small|big|mark|font|del|ins|strike|tt|kbd|samp|abbr|cite|dfn|time|label"
)
_SPACE_TAG = re.compile("br|p|div|[uo]l|li|hr|h[1-6]|blockquote|pre|d[ltd]|table|thead|tbody|t[rhd]")


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of source: `text` is what it shows when it has no partner; `value` is what the kind needs.

    Kinds: text, code, entity, space, stars (value: `open`, `close`, both or none), `[`, `]` (value: the URL
    behind it), `<` and `</` (value: the tag's name; `href` for a link), address (value: the URL).
    """

    kind: str
    text: str
    value: str = ""
    href: str = ""


# What a token with a partner does: begin or end strong, begin or end a link (to where), or only vanish.
_Mark = tuple[str, str]
_GONE: _Mark = ("gone", "")


def parse(source: str) -> RichText:
    r"""Read inline markup: `**strong**`, `` `code` ``, `[label](url)`, `<https://…>`, `\*`, and simple HTML.

    Never fails: what is not understood, and a mark without its partner, is text. White space of any kind
    becomes one space, and none at the ends; control characters go.
    """
    tokens = list(_tokens(source))
    return RichText(_tidy(_runs(tokens, _marks(tokens))))


def has_html(source: str) -> bool:
    """Tell whether `parse` took something in the source for HTML: a tag it knows, or an entity."""
    tokens = list(_tokens(source))
    marks = _marks(tokens)
    return any(
        token.kind in {"space", "entity"} or (token.kind in {"<", "</"} and index in marks)
        for index, token in enumerate(tokens)
    )


def _tokens(source: str) -> Iterator[_Token]:
    """Cut the source into tokens, each character in exactly one of them."""
    partners = _partners(source)
    at = 0
    while found := _TOKEN.search(source, at):
        if at < found.start():
            yield _Token("text", source[at : found.start()])
        at = found.end()
        if found["tick"]:
            token, at = _code(found, partners)
        elif found["bracket"]:
            token, at = _bracket(found, partners)
        else:
            token = _simple(found)
        yield token
    yield _Token("text", source[at:])


def _partners(source: str) -> dict[int, int]:
    """Map the place of each lone backtick to the next one, and of each `(` of a link to its `)`."""
    partners = dict(pairwise(found.start() for found in _LONE_TICK.finditer(source)))
    waiting: list[int] = []
    for found in re.finditer(r"[()\s]", source) if "](" in source else ():
        if found[0] == "(":
            waiting.append(found.start())
        elif found[0] != ")":
            waiting.clear()  # a URL holds no white space
        elif waiting and found.start() - waiting[-1] <= _LONGEST_URL:
            partners[waiting.pop()] = found.start()
        elif waiting:
            waiting.pop()
    return partners


def _code(found: re.Match[str], partners: dict[int, int]) -> tuple[_Token, int]:
    """Return the code that starts here, or the backticks as text, and where to read on."""
    start, source = found.start(), found.string
    end = partners.get(start, start)
    code = source[start + 1 : end]
    return (_Token("code", code), end + 1) if code.strip() else (_Token("text", found[0]), found.end())


def _bracket(found: re.Match[str], partners: dict[int, int]) -> tuple[_Token, int]:
    """Return a bracket, with the URL that stands behind a closing one, and where to read on."""
    at, source = found.end(), found.string
    if found[0] == "]" and source[at : at + 1] == "(" and at in partners:
        end = partners[at] + 1
        url = _decoded(source[at + 1 : end - 1])
        # `[네이버](2019)` is prose: only what is a URL, safe or not, makes a link.
        if link_href(url) or _SCHEME.match(url):
            return _Token("]", source[found.start() : end], url), end
    return _Token(found[0], found[0]), at


def _simple(found: re.Match[str]) -> _Token:
    """Return the token of a match that says by itself what it is."""
    if found["escaped"]:
        return _Token("text", found["escaped"])
    if found["stars"]:
        return _stars(found)
    if found["address"]:
        url = _decoded(found["address"])
        return _Token("address" if link_href(url) else "text", url if link_href(url) else found[0], url)
    if found["entity"]:
        text = _decoded(found[0])
        return _Token("text" if text == found[0] else "entity", text)
    return _tag(found)


def _stars(found: re.Match[str]) -> _Token:
    """Return two stars with what they may do: open before a character, close behind one; others are text."""
    if found[0] != "**":
        return _Token("text", found[0])
    before, after = found.string[: found.start()][-1:], found.string[found.end() : found.end() + 1]
    roles = [role for role, char in (("open", after), ("close", before)) if char and not char.isspace()]
    return _Token("stars", found[0], " ".join(roles))


def _tag(found: re.Match[str]) -> _Token:
    """Return the token of an HTML tag; a tag that we do not know is text, as in `List<T>`."""
    name = found["name"].lower()
    if _SPACE_TAG.fullmatch(name):
        return _Token("space", " ")
    if not _PAIRED_TAG.fullmatch(name):
        return _Token("text", found[0])
    href = _HREF.search(found["attributes"])
    url = next(filter(None, href.groups()), "") if href else ""
    return _Token("<" + found["slash"], found[0], name, link_href(_decoded(url)))


def _decoded(text: str) -> str:
    """Return the text with the HTML entities that exist; `&copy=` in a URL has no semicolon and is none."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]) if _exists(found[0]) else found[0], text)


def _exists(entity: str) -> bool:
    """Tell whether an entity such as `&amp;` or `&#39;` stands for a character."""
    return entity[1] == "#" or entity[1:] in html5


# --- partners ---


def _marks(tokens: list[_Token]) -> dict[int, _Mark]:
    """Map the tokens that have a partner, by their index, to what they do."""
    return _strong_marks(tokens) | _link_marks(tokens) | _tag_marks(tokens)


def _strong_marks(tokens: list[_Token]) -> dict[int, _Mark]:
    """Pair the stars: a pair holds no space inside its ends, and of two that open the later one counts."""
    marks: dict[int, _Mark] = {}
    opener = -1
    for index, token in enumerate(tokens):
        if token.kind == "stars" and opener >= 0 and "close" in token.value:
            marks |= {opener: ("strong", ""), index: ("not strong", "")}
            opener = -1
        elif token.kind == "stars" and "open" in token.value:
            opener = index
    return marks


def _link_marks(tokens: list[_Token]) -> dict[int, _Mark]:
    """Pair the brackets of links: the innermost pair with a URL behind it is one, and links do not nest."""
    marks: dict[int, _Mark] = {}
    waiting: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind == "[":
            waiting.append(index)
        elif token.kind == "]" and waiting:
            start = waiting.pop()
            if token.value and start + 1 < index:
                marks |= {start: ("link", link_href(token.value)), index: ("not link", "")}
                waiting.clear()
    return marks


def _tag_marks(tokens: list[_Token]) -> dict[int, _Mark]:
    """Pair the HTML tags by name, however they are nested."""
    marks: dict[int, _Mark] = {}
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        if token.kind == "<":
            waiting[token.value].append(index)
        elif token.kind == "</" and waiting[token.value]:
            start = waiting[token.value].pop()
            marks |= {start: _tag_mark(tokens[start]), index: _tag_mark(token)}
    return marks


def _tag_mark(token: _Token) -> _Mark:
    """Return what a tag with a partner does."""
    off = "not " if token.kind == "</" else ""
    if _STRONG_TAG.fullmatch(token.value):
        return f"{off}strong", ""
    return (f"{off}link", token.href) if token.value == "a" else _GONE


# --- runs ---


def _runs(tokens: list[_Token], marks: dict[int, _Mark]) -> Iterator[Run]:
    """Yield the text of the tokens in the style that the marks before them make."""
    strong, hrefs = 0, [""]
    for index, token in enumerate(tokens):
        match marks.get(index):
            case None:
                href = link_href(token.value) if token.kind == "address" else hrefs[-1]
                yield Run(token.text, strong > 0, token.kind == "code", href)
            case ("strong", _):
                strong += 1
            case ("not strong", _):
                strong -= 1
            case ("link", href):
                hrefs.append(href)
            case ("not link", _):
                hrefs.pop()


def _tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join runs of one style, and collapse white space within and between them."""
    tidy: list[Run] = []
    filled = (run for run in runs if run.text)
    for style, group in groupby(filled, key=lambda run: replace(run, text="")):
        text = _clean("".join(run.text for run in group))
        if not tidy or tidy[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            tidy.append(replace(style, text=text))
    if tidy and tidy[-1].text.endswith(" "):
        last = tidy.pop()
        tidy += [replace(last, text=last.text[:-1])] if last.text != " " else []
    return tuple(tidy)


def _clean(text: str) -> str:
    """Return the text with single spaces, without control characters and with no half of a surrogate pair."""
    return _SPACE.sub(" ", _SURROGATE.sub("\ufffd", _CONTROL.sub("", text)))

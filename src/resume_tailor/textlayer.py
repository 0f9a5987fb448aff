"""The finished PDF read back: its words, its title, its outline, its fonts, and what of the page is not in them.

A reader's machine (a search, an applicant tracking system) sees this text and not the page.
"""

import ctypes
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from resume_tailor.fonts import FAMILY, uncovered
from resume_tailor.pdffile import Pdf
from resume_tailor.pdftext import LOCK
from resume_tailor.problems import Place, Problem, Severity
from resume_tailor.typography import korean_words, missing_words

# --- What a reader sees of a page ---

# Elements that a word runs through: behind any other a new line begins, or at least another word.
# fmt: off
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
})
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
# fmt: on
UNSEEN = frozenset({"head", "script", "style", "template", "title"})
_SEAM = "\0"  # where an inline element begins or ends: mostly inside a word, but in a flex row between two


@lru_cache(maxsize=8)  # asked for by three who look at the same page
def visible_text(html: str) -> str:
    """Return the text that a reader sees, one line for each block, white space as it is drawn.

    Knows HTML, not CSS: what `display: none` hides counts as seen, what `content` adds is not there.
    """
    return _as_drawn(_page(html))


@lru_cache(maxsize=8)
def _page(html: str) -> str:
    """Return the visible text of a page with its seams."""
    return _seamed(_parts(html))


def visible_texts(html: str) -> dict[str, str]:
    """Return the visible text of each item, by its `data-id`, in the page's order; under "" what belongs to none.

    A text belongs to the innermost item around it. What another item interrupts begins a new line behind it.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    last = ""
    for part in _parts(html):
        item = part[0]
        found.setdefault(item, []).extend([part] if item == last else [(item, "\n"), part])
        last = item
    texts = {item: _as_drawn(_seamed(parts)) for item, parts in found.items()}
    return {item: text for item, text in texts.items() if text}


def _parts(html: str) -> list[tuple[str, str]]:
    """Return the visible text in parts, each with the item that it belongs to."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.parts


def _seamed(parts: Iterable[tuple[str, str]]) -> str:
    """Return a visible text with its seams."""
    text = "".join(text for _, text in parts)
    return "\n".join(line for line in text.split("\n") if line.strip(f"{_SEAM} \t\r\f"))


def _as_drawn(seamed: str) -> str:
    """Return a text without its seams, white space as it is drawn."""
    return "\n".join(" ".join(line.replace(_SEAM, "").split()) for line in seamed.split("\n"))


class _Reader(HTMLParser):
    """Collects the text between the tags, each part with the item that it belongs to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]  # elements, each with the item that its text belongs to
        self._unseen = ""  # the element that hides what is in it
        self._depth = 0  # how many elements of that name are open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            self._depth += tag == self._unseen
            return
        self._add(_SEAM if tag in INLINE else "\n")
        if tag in _VOID:
            return
        known = dict(attrs)
        if tag in UNSEEN or "hidden" in known:
            self._unseen, self._depth = tag, 1
        else:
            self._open.append((tag, known.get("data-id") or self._open[-1][1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # HTML knows no <p/>: it is <p>

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._depth -= tag == self._unseen
            if self._depth:
                return
            self._unseen = ""
        else:
            self._close(tag)
        self._add(_SEAM if tag in INLINE else "\n")

    def _close(self, tag: str) -> None:
        """Close the innermost element of that name, and with it all in it that were left open."""
        at = next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i][0] == tag), None)
        if at is not None:
            del self._open[at:]

    def _add(self, text: str) -> None:
        self.parts.append((self._open[-1][1], text))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._add(data.replace(_SEAM, "").replace("\n", " "))


# --- What the file holds ---


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What a program reads from a PDF; `drawn` is font -> the characters drawn with it, in order, each once.

    Fonts go by their BaseFont names without `ABCDEF+`; `outline` by its titles, from top to bottom.
    """

    pages: tuple[str, ...]
    title: str
    lang: str
    outline: tuple[str, ...]
    drawn: Mapping[str, str]

    @property
    def fonts(self) -> tuple[str, ...]:
        """The names of the fonts that text is drawn with, sorted."""
        return tuple(sorted(self.drawn))


def preload(html: str) -> None:
    """Do what `check` does without the PDF, for who has to wait for that anyway."""
    import pypdfium2  # noqa: F401

    _page(html)


def read(data: bytes, *, letters: bool = True) -> TextLayer:
    """Read a PDF back with PDFium. Its text has a line break where a line ends and U+FFFE for a hyphen there.

    Without `letters` it is not said what is drawn with which font: asking letter by letter takes half of the time.
    """
    import pypdfium2

    with LOCK, pypdfium2.PdfDocument(data) as document:
        pages = [document[i].get_textpage() for i in range(len(document))]
        return TextLayer(
            tuple(page.get_text_range() for page in pages),
            document.get_metadata_value("Title"),
            _language(document),
            tuple(entry.get_title() for entry in document.get_toc()),
            _drawn(pages) if letters else {},
        )


def _language(document: Any) -> str:  # noqa: ANN401  pypdfium2 ships no types
    """Return a document's /Lang, "" if it has none."""
    from pypdfium2 import raw

    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (raw.FPDF_WCHAR * (size // 2))()
    raw.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _drawn(pages: list[Any]) -> dict[str, str]:
    """Return font -> the characters drawn with it."""
    from pypdfium2 import raw

    found: dict[bytes, dict[int, None]] = {}
    name, size = ctypes.create_string_buffer(200), 200
    font_of, letter_of = raw.FPDFText_GetFontInfo, raw.FPDFText_GetUnicode
    for page in (page.raw for page in pages):  # thousands of letters: what can be done once, is
        for i in range(raw.FPDFText_CountChars(page)):
            if font_of(page, i, name, size, None):  # PDFium makes up spaces and line ends; those have no font
                found.setdefault(name.value, {})[letter_of(page, i)] = None
    drawn: dict[str, str] = {}
    for font, letters in found.items():
        plain = font.decode("utf-8", "replace").rpartition("+")[2]
        drawn[plain] = "".join(dict.fromkeys(drawn.get(plain, "") + "".join(map(chr, letters))))
    return drawn


# --- What is wrong with it ---

_FEW = 5  # how many words or characters a message names
_PLACE = Place("PDF")


def check(pdf: Pdf, html: str, *, families: Collection[str] = (FAMILY,)) -> list[Problem]:
    """Return what the finished PDF of a page lacks; `families` are the fonts that it may be set in.

    Rules: `broken-word`, `lost-text`, `fallback-font`. (WeasyPrint says which glyphs no font has: see `pdf`.)
    """
    ours = tuple(family.replace(" ", "-") for family in families)
    foreign = {font for font in pdf.fonts if not any(font == name or font.startswith(f"{name}-") for name in ours)}
    layer = read(pdf.data, letters=bool(foreign))
    wanted, found = _plain(_page(html)), _plain("\n".join(layer.pages))
    return [*_broken(wanted, found), *_lost(wanted, found), *_foreign(layer, foreign)]


# Pretendard draws these as arrows, and in a PDF one glyph stands for one text: for the one that came first.
ARROWS = {"→": "->", "←": "<-", "⇒": "=>", "⟶": "-->", "⟵": "<--", "⟸": "<=="}
_SAME = str.maketrans(ARROWS | {"\ufffe": "-\n", "\u2010": "-", "\u00a0": " "})


def _plain(text: str) -> str:
    """Return a text with one form of whatever the two sides may write in two."""
    return unicodedata.normalize("NFC", text).translate(_SAME)


def _broken(wanted: str, found: str) -> Iterator[Problem]:
    """Find the Korean words that do not stand whole in the text; CSS may have set them in capitals."""
    words = korean_words(wanted)
    whole = {word.replace(_SEAM, "").casefold(): word for word in words}
    missing = missing_words((word.replace(_SEAM, "").casefold() for word in words), found.casefold())
    broken = [whole[key] for key in missing if not _stands_in_parts(whole[key], found)]
    if broken:
        message = f"not whole in the PDF's text: {_few([word.replace(_SEAM, '') for word in broken])}"
        hint = "its column may be too narrow, or letter-spacing too wide: more than 0.05em reads as spaces"
        yield Problem("broken-word", message, _PLACE, hint=hint)


def _stands_in_parts(word: str, found: str) -> bool:
    """Tell whether it is only at its seams that a word falls apart: in a flex row these are ends of words."""
    parts = word.casefold().strip(_SEAM).split(_SEAM)
    return len(parts) > 1 and not missing_words(parts, found.casefold())


def _lost(wanted: str, found: str) -> Iterator[Problem]:
    """Find the longer words in Latin letters that are not there at all, in one piece or broken."""
    words = dict.fromkeys(re.findall(r"[0-9A-Za-zÀ-ɏ]{4,}", _HYPHENS.sub("", wanted)))
    text = re.sub(r"\s", "", _HYPHENS.sub("", found)).casefold()
    if lost := [word for word in words if word.casefold() not in text]:
        yield Problem("lost-text", f"not in the PDF's text: {_few(lost)}", _PLACE)


_HYPHENS = re.compile("[-\u00ad\u200b\u2060]")


def _foreign(layer: TextLayer, foreign: Collection[str]) -> Iterator[Problem]:
    """Say which characters the fonts that are not ours came in for."""
    for font, drawn in sorted(layer.drawn.items()):
        characters = drawn.replace(" ", "")
        if not characters or font not in foreign:
            continue
        strange = "".join(uncovered(characters))
        why = f"{FAMILY} has no glyph for it" if strange else "the template asks for it, or for one that is not here"
        message = f"{font.replace('-', ' ')} is in the PDF, for {_few(list(strange or characters))}"
        yield Problem("fallback-font", message, _PLACE, Severity.WARNING, hint=why)


def _few(words: list[str]) -> str:
    """Name a few words, and say how many more there are."""
    more = f" and {len(words) - _FEW} more" if len(words) > _FEW else ""
    return ", ".join(words[:_FEW]) + more

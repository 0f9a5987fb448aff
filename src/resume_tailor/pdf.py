"""HTML text to a PDF's bytes, by WeasyPrint: lay out, as often as a page budget asks for it, then write."""

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from resume_tailor import weasy
from resume_tailor.fonts import FACES, FAMILY
from resume_tailor.pagefiles import PageFiles, fetcher
from resume_tailor.pdffile import Pdf
from resume_tailor.problems import Place, Problem, ProblemsError, ordered
from resume_tailor.textlayer import ARROWS, INLINE, UNSEEN
from resume_tailor.typography import JOINER, glue_pieces, unglue
from resume_tailor.weasy import Notes, PdfUnavailable
from resume_tailor.weasy.bounds import bounded

__all__ = ["Layout", "PdfUnavailable", "close", "layout", "libraries", "preload", "render"]

_LOCK = threading.RLock()  # all layouts of a process share one font map, and Pango's is not for two threads at once
_OPTIONS: Mapping[str, Any] = {"pdf_variant": "pdf/ua-1", "dpi": 300}  # dpi: no photo is larger than it prints


@dataclass(frozen=True)
class Layout:
    """A page laid out and not yet written.

    `fill` is how far down the lowest line or image of the last page reaches, in heights of the page's content
    box: 0 for an empty page, 1 for a full one, more where something runs out of it.
    """

    pages: int
    fill: float
    problems: tuple[Problem, ...]
    _document: Any = field(repr=False)
    _source: str = field(repr=False)
    _identifier: bytes = field(repr=False)

    def begin_write(self) -> None:
        """Nothing goes on by itself in one process."""

    def write(self) -> Pdf:
        """Write just this layout. The same page gives the same bytes, in any process and on any day."""
        notes = Notes(self._source)
        with _LOCK, notes.listening():
            document = self._document.copy()  # holds no fonts yet, so that a second writing is the same
            with _failure_told(notes), bounded():
                data = document.write_pdf(pdf_identifier=self._identifier, **_OPTIONS)
        fonts = {font.name.decode().rpartition("+")[2] for font in document.fonts.values()}
        problems = tuple(ordered([*self.problems, *notes.result()]))
        return Pdf(data, self.pages, tuple(sorted(fonts)), problems, libraries(), weasy.loaded())


def render(html: str, *, roots: Sequence[Path], base: Path, source: str = "style.css") -> Pdf:
    """Lay out and write a page: `layout`, then `Layout.write`."""
    return layout(html, roots=roots, base=base, source=source).write()


def layout(html: str, *, roots: Sequence[Path], base: Path, source: str = "style.css") -> Layout:
    """Lay out a whole HTML page that holds its CSS in a `<style>`; raises `PdfUnavailable`, `ProblemsError`.

    Only files in the folders `roots` are read; relative addresses start from `base`, a folder in one of them
    (`ValueError` if it is not). `source` is the style sheet's path, for the places of problems.
    """
    notes = Notes(source)
    files = PageFiles([root.resolve() for root in roots], base.resolve(), weasy.tell_unread)
    address = files.base_url
    with _LOCK:
        engine = _engine()
        with notes.listening(), _failure_told(notes), bounded():
            page = engine.html(string=html, base_url=address, url_fetcher=fetcher(files.read))
            _prepare(page.etree_element, notes)
            document = page.render(font_config=engine.fonts, stylesheets=engine.styles, **_OPTIONS)
        fill = _fill(document.pages[-1])
    identifier = sha256(html.encode("utf-8", "surrogatepass")).hexdigest()[:32].encode()
    return Layout(len(document.pages), fill, tuple(notes.result()), document, source, identifier)


@contextmanager
def _failure_told(notes: Notes) -> Iterator[None]:
    """Turn WeasyPrint's own failure into `ProblemsError`: some CSS that is valid makes it stumble."""
    try:
        yield
    except Exception as error:
        message = f"WeasyPrint cannot draw this page: {error!r}"
        hint = "most likely a rule of the style sheet is the cause: take back what was changed last"
        failure = Problem("layout-failed", message, Place(notes.source), hint=hint)
        raise ProblemsError(*notes.result(), failure) from error


def preload() -> None:
    """Load WeasyPrint and the shipped faces now, for processes that are about to be forked; quietly where it cannot be.

    Whoever makes a PDF then says what is missing.
    """
    with suppress(PdfUnavailable):
        _engine()


def close() -> None:
    """Take away what a process that ends without Python's own end leaves on the disk: the faces of `_engine`."""
    if _engine.cache_info().currsize and _engine().process == os.getpid():  # not that of the process it was forked from
        _engine().fonts.__del__()


def libraries() -> dict[str, str]:
    """Return what makes the PDF, name -> version (or present, missing), or raise `PdfUnavailable`."""
    weasyprint = weasy.load()
    from weasyprint.text import ffi

    pango = int(ffi.pango.pango_version())  # 15012 is 1.50.12
    return {
        "weasyprint": weasyprint.__version__,
        "pango": f"{pango // 10000}.{pango // 100 % 100}.{pango % 100}",
        "harfbuzz-subset": "missing" if ffi.harfbuzz_subset is None else "present",
    }


@dataclass(frozen=True)
class _Engine:
    """WeasyPrint, and what all layouts of a process share: the font map with the shipped faces, and our CSS."""

    process: int  # that made it
    html: Any
    fonts: Any
    styles: tuple[Any, ...]


_OUTLINE = "data-outline"  # a heading's text without joiners, for the PDF's outline


@cache
def _engine() -> _Engine:
    """Return WeasyPrint with the shipped faces loaded, or raise `PdfUnavailable`."""
    weasyprint = weasy.load()
    fonts = weasy.font_configuration()
    weasy.hide_system_faces(fonts, FAMILY)
    faces = {f"face:{face.weight}": face for face in FACES}
    rules = "".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {face.weight}; src: url("{url}") }}\n'
        for url, face in faces.items()
    )
    outline = f"h1, h2, h3, h4, h5, h6 {{ bookmark-label: attr({_OUTLINE}) }}"
    fetch = fetcher(lambda url: (faces[url].data, "font/ttf"))
    styles = (weasyprint.CSS(string=rules + outline, font_config=fonts, url_fetcher=fetch),)
    return _Engine(os.getpid(), weasyprint.HTML, fonts, styles)


def _prepare(root: Element, notes: Notes) -> None:
    """Change the parsed page to what the PDF needs; attributes that hold text stay as they are."""
    styles = list(root.iter("style"))
    if len(styles) == 1:
        notes.first_line = 2 if (styles[0].text or "").startswith("\n") else 1
    for heading in root.iter():
        if heading.tag in _HEADINGS:
            heading.set(_OUTLINE, unglue(" ".join("".join(heading.itertext()).split())))
    for run in _runs(root):
        for (element, slot), text in zip(run, glue_pieces(getattr(*place) for place in run), strict=True):
            setattr(element, slot, _mend_arrows(text))
    for link in root.iter("a"):
        _check_link(link, notes)


def _mend_arrows(text: str) -> str:
    """Put one arrow for each ASCII arrow that has joiners in it.

    It is drawn as one glyph all the same, but WeasyPrint then gives that glyph an empty text; and without the
    joiners a line would break inside of it.
    """
    for torn, arrow in _TORN_ARROWS:
        text = text.replace(torn, arrow)
    return text


_TORN_ARROWS = sorted(((JOINER.join(signs), arrow) for arrow, signs in ARROWS.items()), key=lambda pair: -len(pair[0]))
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_Slot = tuple[Element, str]  # an element and the slot of its text: "text" or "tail"


def _runs(root: Element) -> Iterator[list[_Slot]]:
    """Yield the texts that follow each other in a line: a word may go on behind `</strong>`, not behind `</p>`."""
    run: list[_Slot] = []
    for place in _places(root):
        if place:
            run.append(place)
        else:
            yield run
            run = []


def _places(element: Element) -> Iterator[_Slot | None]:
    """Yield the places of all text to be seen, and None wherever a line surely ends."""
    if not isinstance(element.tag, str):  # a comment's tag is a function
        return
    if element.tag in INLINE:
        yield from _inside(element)
        return
    yield None
    if element.tag not in UNSEEN and not element.tag.startswith("{"):  # an SVG draws its text as it stands
        yield from _inside(element)
    yield None


def _inside(element: Element) -> Iterator[_Slot | None]:
    """Yield the places of the text in an element, its children's among it."""
    if element.text:
        yield element, "text"
    for child in element:
        yield from _places(child)
        if child.tail:
            yield child, "tail"


def _check_link(link: Element, notes: Notes) -> None:
    """Take out an address that means nothing on another machine: it would show this one's folders."""
    href = link.get("href", "").strip()
    if href and not href.startswith("#") and _scheme(href) not in {"http", "https", "mailto", "tel"}:
        del link.attrib["href"]
        notes.add("refused-url", f"the link to {href} leads nowhere from a PDF; write the full https:// address")


def _scheme(url: str) -> str:
    """Return an address's scheme in small letters, "" if it has none."""
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def _fill(page: Any) -> float:  # noqa: ANN401
    """Return how far down the content of a page reaches, in heights of its content box."""
    from weasyprint.formatting_structure.boxes import MarginBox

    box = page._page_box  # noqa: SLF001  there is no other way to a position
    flow = [child for child in box.children if not isinstance(child, MarginBox)]
    bottom = max(_bottoms(flow), default=box.content_box_y())
    return float((bottom - box.content_box_y()) / box.height)


def _bottoms(boxes: Iterable[Any]) -> Iterator[float]:
    """Yield the bottom edges, in CSS pixels, of lines and of boxes without children; not of what is positioned."""
    from weasyprint.formatting_structure.boxes import LineBox

    for box in boxes:
        if isinstance(box, LineBox):
            yield box.position_y + box.height
        elif box.is_in_normal_flow() or box.is_floated():
            children = getattr(box, "children", ())
            yield from _bottoms(children) if children else (box.border_box_y() + box.border_height(),)

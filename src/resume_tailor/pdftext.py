"""A PDF that somebody else made, as text: a line for each bullet and each sentence, not for each line of the page."""

import ctypes
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from resume_tailor.problems import Place, Problem, ProblemsError

LOCK = threading.Lock()  # PDFium is not for two threads at once
MAX_PAGES = 50
_PASSWORD = 4  # PDFium's number for a file that wants one
_COPY = "open it, copy its text and save that as a .txt file"


def text_of(path: str, data: bytes) -> str:
    """Return the text of a PDF, an empty line between pages, or raise `ProblemsError` with what it lacks."""
    pages = _pages(path, data)
    text = "\n\n".join(filter(None, ("\n".join(_sentences(_marked(lines))) for lines in pages)))
    if not text.strip():
        hint = f"it may be a scan: {_COPY}, if your viewer can read it, or type what matters"
        raise _wrong("no-text", "the PDF holds pictures of text and no text", path, hint)
    drawn = re.sub(r"\s", "", text)
    if len(re.findall("[\ufffd\ue000-\uf8ff]", drawn)) > len(drawn) // 5:
        raise _wrong(
            "no-text", "the PDF does not say which letters it draws", path, "look for the posting as a web page"
        )
    return text


def _wrong(rule: str, message: str, path: str, hint: str) -> ProblemsError:
    return ProblemsError(Problem(rule, message, Place(path), hint=hint))


# --- lines as they stand on a page ---


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, its edges on the page, and where its first word ends; y grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    first_end: float


def _pages(path: str, data: bytes) -> list[list[_Line]]:
    """Return the lines of each page, in the order of the file."""
    import pypdfium2

    try:
        with LOCK, pypdfium2.PdfDocument(data) as document:
            if len(document) > MAX_PAGES:
                message = f"the PDF has more than {MAX_PAGES} pages; a posting has a page or two"
                raise _wrong("too-long", message, path, "print the posting's pages to a PDF of their own")
            return [list(_page_lines(document[i].get_textpage())) for i in range(len(document))]
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise _wrong("encrypted", "the PDF wants a password", path, _COPY) from None
        raise _wrong("broken-pdf", "the PDF is broken", path, "save or download it again") from None


def _page_lines(page: Any) -> Iterator[_Line]:  # noqa: ANN401  pypdfium2 ships no types
    """Put the characters of a page together to lines."""
    for ends, characters in groupby(_characters(page), key=lambda found: found[0] in "\r\n"):
        if not ends and (line := _line(list(characters))):
            yield line


_Character = tuple[str, float, float, float, float]  # and its left, right, bottom, top


def _characters(page: Any) -> Iterator[_Character]:  # noqa: ANN401
    from pypdfium2 import raw

    box = tuple(ctypes.c_double() for _ in range(4))
    for i in range(raw.FPDFText_CountChars(page)):
        raw.FPDFText_GetCharBox(page, i, *box)
        yield (chr(raw.FPDFText_GetUnicode(page, i)), *(side.value for side in box))  # type: ignore[misc]


def _line(characters: list[_Character]) -> _Line | None:
    """Return a line with text in it; a hyphen at its end is U+FFFE to PDFium, a character without a meaning NUL."""
    raw = "".join(character for character, *_ in characters)
    paired = raw.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    text = " ".join(paired.replace("\0", "").replace("\ufffe", "-").split())
    drawn = [found for found in characters if not found[0].isspace()]
    if not text or not drawn:
        return None
    blank = next((i for i, found in enumerate(characters) if found[0].isspace() and i), len(characters))
    lefts, rights, bottoms, tops = zip(*(sides for _, *sides in drawn), strict=True)
    first_end = max((found[2] for found in characters[:blank]), default=drawn[0][2])
    return _Line(text, min(lefts), max(rights), min(bottoms), max(tops), first_end)


# --- lines as they are read ---

_BULLETS = "•·∙‣▪■□◦●○▶➢✓✔"
_ONLY_BULLET = re.compile(f"[{_BULLETS}]")
_BEGINS_ANEW = re.compile(rf"[{_BULLETS}※\[<【(①-⑳]|[-*–]\s|\d+[.)]|[A-Za-z가-힣][.)]\s")
_ENDS = re.compile(r"[.!?:;。)\]】>]$")


def _marked(lines: list[_Line]) -> list[_Line]:
    """Put bullets that the file lists by themselves before the lines that they stand at."""
    bullets = [line for line in lines if _ONLY_BULLET.fullmatch(line.text)]
    others = [line for line in lines if not _ONLY_BULLET.fullmatch(line.text)]
    for bullet in bullets:
        middle = (bullet.bottom + bullet.top) / 2
        beside = [
            (line.left, i)
            for i, line in enumerate(others)
            if line.left > bullet.left and line.bottom <= middle <= line.top
        ]
        if beside:
            _, i = min(beside)
            others[i] = replace(others[i], text=f"{bullet.text} {others[i].text}")
    return others


def _sentences(lines: list[_Line]) -> Iterator[str]:
    """Yield lines, those joined of which one runs into the next for want of room."""
    edge = max((line.right for line in lines), default=0)
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before and _runs_on(before, line, edge):
            text = f"{text}{'' if text.endswith('-') else ' '}{line.text}"
        else:
            yield from filter(None, [text])
            text = line.text
    yield from filter(None, [text])


def _runs_on(line: _Line, following: _Line, edge: float) -> bool:
    """Tell whether a line ended only because the next word had no room before the edge of the page's text.

    A line beside another column, a heading and a last line end before there is no room. When in doubt, they stay two.
    """
    height, blank = line.top - line.bottom, (line.top - line.bottom) / 4
    full = line.right + blank + (following.first_end - following.left) > edge
    close = 0 < line.bottom - following.top < height * 0.9
    alike = 0.75 < (following.top - following.bottom) / (height or 1) < 1.34  # noqa: PLR2004  a third more or less
    new = _BEGINS_ANEW.match(following.text) or _ENDS.search(line.text)
    return full and close and alike and following.left >= line.left - blank and not new

"""Job postings on disk: which files a path means, what kind of file each is, and its text."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from resume_tailor import filekinds, pdftext, textfiles
from resume_tailor.encoding import MAX_BYTES, decode, readable
from resume_tailor.posting import webpage
from resume_tailor.problems import Place, Problem, ProblemsError

_LONGEST = 1_000_000  # bytes of text, as of a description
_LONGEST_PDF = 20_000_000  # with pictures in it; a web page has its pictures elsewhere: `MAX_BYTES`
_KIND = textfiles.Kind("posting", (".txt", ".md", ".html", ".htm", ".pdf"), _LONGEST_PDF, ("_files", ".files"))


@dataclass(frozen=True, slots=True)
class PostingText:
    """A posting as read: its path in messages, its text, or why there is none."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()


def read_all(paths: Iterable[str]) -> Iterator[PostingText]:
    """Yield every posting that the paths mean, each file once.

    In a folder, what a browser saved beside a page (`page_files`) is passed over.
    """
    for raw in textfiles.read_all(paths, _KIND):
        yield _read(raw)


def read_one(path: Path, shown: str) -> PostingText:
    """Read a posting; `shown` is its path in messages."""
    return _read(textfiles.read_one(path, shown, _KIND))


def _read(raw: textfiles.Raw) -> PostingText:
    if raw.problems:
        return PostingText(raw.path, "", raw.problems)
    try:
        text = _text(raw.path, raw.data)
    except ProblemsError as error:
        return PostingText(raw.path, "", error.problems)
    return PostingText(raw.path, text) if text.strip() else PostingText(raw.path, "", (textfiles.empty(raw.path),))


def _text(path: str, data: bytes) -> str:
    """Return what a file says by the kind that its bytes show it to be, or raise `ProblemsError`."""
    if b"%PDF-" in data[:1024]:  # PDF readers look for it there: some servers put a few bytes before it
        _keep_to(_LONGEST_PDF, path, data)
        return pdftext.text_of(path, data)
    if problem := filekinds.no_text(path, data):
        raise ProblemsError(problem)
    _keep_to(MAX_BYTES, path, data)
    text = _decoded(path, data)
    if _BEGINS_PAGE.match(text) or path.lower().endswith((".html", ".htm")):
        return _page_text(path, text)
    _keep_to(_LONGEST, path, data)
    return text


# A web page, whatever its file is called; a browser writes the address that it was saved from before or into it.
_BEGINS_PAGE = re.compile(r"(?:\s|<!--(?>.*?-->)|<\?[^>]*>)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def _keep_to(longest: int, path: str, data: bytes) -> None:
    if len(data) > longest:
        hint = "give the part that is one posting, as text"
        raise ProblemsError(textfiles.too_long(path, _KIND.noun, longest, hint))


def _decoded(path: str, data: bytes) -> str:
    """Return a file's text. Another's file need not be UTF-8: UTF-16 with its mark and Korean Windows are read too."""
    try:
        return decode(path, data)
    except ProblemsError:
        if text := _utf_16(data) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else _korean(data):
            return text
        raise


def _utf_16(data: bytes) -> str:
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-16")
        return "" if "\0" in text else text
    return ""


def _korean(data: bytes) -> str:
    """Return a cp949 file's text: of the encodings that `readable` tries after UTF-8, only this one has Hangul."""
    with suppress(UnicodeDecodeError):
        data.decode("utf-8-sig")
        return ""  # it holds NUL
    text = readable(data)
    return text if re.search("[가-힣]", text) else ""


def _page_text(path: str, html: str) -> str:
    """Return a web page's text; one that its scripts fill may be saved without any."""
    text = webpage.text_of(html)
    if html.strip() and not text:
        hint = "save it again when it shows the posting, or copy the posting's text into a .txt file"
        raise ProblemsError(Problem("no-text", "the web page was saved without its text", Place(path), hint=hint))
    return text

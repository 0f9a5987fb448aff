"""Kinds of files that people keep a job posting in and that are no text, by their first bytes."""

import re

from resume_tailor.problems import Place, Problem

_DOCUMENT = "save it as a PDF or as text (.txt)"
_PICTURE = "copy the posting's text from its page into a .txt file, or print the page to a PDF"
_PAGE = "save the page again as 'HTML only', or print it to a PDF"
_PACKED = "unpack it and give the file in it"

# What a file begins with at which byte, what that is, and what to do.
_KINDS = (
    (0, b"\x89PNG\r\n\x1a\n", "a picture (PNG)", _PICTURE),
    (0, b"\xff\xd8\xff", "a picture (JPEG)", _PICTURE),
    (0, b"GIF8", "a picture (GIF)", _PICTURE),
    (0, b"II*\0", "a picture (TIFF)", _PICTURE),
    (0, b"MM\0*", "a picture (TIFF)", _PICTURE),
    (8, b"WEBP", "a picture (WebP)", _PICTURE),
    (4, b"ftyphei", "a picture (HEIC)", _PICTURE),
    (4, b"ftypmif1", "a picture (HEIC)", _PICTURE),
    (4, b"ftypavif", "a picture (AVIF)", _PICTURE),
    (0, b"bplist00", "a web archive of Safari", _PAGE),
    (0, b"HWP Document File", "a Hangul document (.hwp)", _DOCUMENT),
    (0, rb"{\rtf", "a rich text document (.rtf)", _DOCUMENT),
    (0, b"\x1f\x8b", "a packed file (gzip)", _PACKED),
    (0, b"7z\xbc\xaf\x27\x1c", "a packed file (7z)", _PACKED),
    (0, b"Rar!\x1a\x07", "a packed file (RAR)", _PACKED),
)
# Two formats hold many kinds of documents; each is known by a name of what lies in it.
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_ZIP = (
    (b"word/", "a Word document (.docx)"),
    (b"hwp+zip", "a Hangul document (.hwpx)"),
    (b"ppt/", "a PowerPoint file (.pptx)"),
    (b"xl/", "an Excel file (.xlsx)"),
    (b"opendocument", "an OpenDocument file"),
    (b"Index/Document.iwa", "a Pages document"),
)
_IN_OLE = (
    (b"HWP Document File", "a Hangul document (.hwp)"),
    ("HwpSummary".encode("utf-16-le"), "a Hangul document (.hwp)"),
    ("WordDocument".encode("utf-16-le"), "an old Word document (.doc)"),
)
_MHTML = re.compile(rb"^mime-version:[^\0]*?multipart/related", re.IGNORECASE | re.MULTILINE)


def no_text(path: str, data: bytes) -> Problem | None:
    """Return what to say of a file of a kind that is known and no text."""
    known = _kind(data)
    if known is None:
        return None
    kind, hint = known
    return Problem("not-text", f"it is {kind}, which cannot be read here", Place(path), hint=hint)


def _kind(data: bytes) -> tuple[str, str] | None:
    if data.startswith(_ZIP):
        inside = next((name for mark, name in _IN_ZIP if mark in data), "")
        return (inside, _DOCUMENT) if inside else ("a packed file (ZIP)", _PACKED)
    if data.startswith(_OLE):
        return next((name for mark, name in _IN_OLE if mark in data), "an old Office document"), _DOCUMENT
    if _MHTML.search(data[:2048]):
        return "a web archive (MHTML)", _PAGE
    return next(((kind, hint) for at, magic, kind, hint in _KINDS if data.startswith(magic, at)), None)

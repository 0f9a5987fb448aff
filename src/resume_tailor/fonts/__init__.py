"""The shipped faces: what they can write, and the subset of them that a self-contained HTML page carries.

Pretendard 1.309 as npm's `pretendard` 1.3.9 has it: static TrueType, unmodified, OFL-1.1 (OFL.txt lies beside it).
"""

import base64
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from html import unescape
from pkgutil import get_data
from typing import Any

FAMILY = "Pretendard"


@dataclass(frozen=True)
class Face:
    """One shipped font file: its CSS weight and its name in this package."""

    weight: int
    file: str

    @cached_property
    def data(self) -> bytes:
        """The file's bytes (2.7 MB), read once."""
        return get_data(__name__, self.file) or b""  # None comes from no loader that found this module

    @cached_property
    def sha256(self) -> str:
        """The file's SHA-256 in hexadecimal, for a build's manifest."""
        return sha256(self.data).hexdigest()


FACES = (Face(400, "Pretendard-Regular.ttf"), Face(700, "Pretendard-Bold.ttf"))


def uncovered(text: str) -> list[str]:
    """Return the visible characters that no shipped face has a glyph for, each once, in order of appearance.

    Spaces, controls and the characters that only steer others (joiners, variation selectors, soft hyphens) never count.
    """
    known = _known()
    return [c for c in dict.fromkeys(text) if ord(c) not in known and not _unseen(c)]


def embed(html: str, text: str | None = None) -> str:
    """Return a whole page with `@font-face` rules that hold, as data: URIs, the glyphs that its text needs.

    `text` is what a reader sees of it; without it, whatever stands in the page counts. The rules get a
    `<style>` of their own right before `</head>`. The same page gives the same bytes (with the same zlib).
    """
    seen = unescape(html) if text is None else text
    needed = frozenset(map(ord, seen)) & _known() | _ALWAYS
    rules = "\n".join(_rule(face, needed) for face in FACES)
    at = _end_of_head(html)
    return f"{html[:at]}<style>\n{rules}\n</style>\n{html[at:]}"


def _rule(face: Face, needed: frozenset[int]) -> str:
    """Return one `@font-face` rule."""
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-style: normal; font-weight: {face.weight}; '
        f'font-display: swap; src: url("{_subset(face, needed)}") format("woff"); }}'
    )


# What a page may show beyond its own text (bullets, counters, quotes set by CSS), and what a small edit adds: with
# all of it in every subset, an edit seldom asks for a new one. About 25 KB a face.
_ALWAYS = frozenset(
    [
        *range(0x20, 0x7F),
        *range(0xA0, 0x100),
        *map(ord, "‐–—―‘’“”•…‹›※€₩™←↑→↓↔↗−≈≠≤≥■□▪▲△▶●○◎◦★☆✓「」『』〈〉《》"),
    ]
)

# HarfBuzz keeps what is on by default (kern, calt, mark …); these are what `font-variant-*` turns on.
_FEATURES = ("case", "ordn", "pnum", "sinf", "subs", "sups", "tnum", "zero")


@lru_cache(maxsize=8)
def _subset(face: Face, needed: frozenset[int]) -> str:
    """Return the data: URI of a face with only the glyphs of these code points, as WOFF."""
    import uharfbuzz

    wish = uharfbuzz.SubsetInput()
    wish.unicode_set.update(needed)
    wish.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _FEATURES)
    font = bytes(uharfbuzz.subset(_harfbuzz(face), wish).blob.data)
    return "data:font/woff;base64," + base64.b64encode(_woff(font)).decode()


@cache
def _harfbuzz(face: Face) -> Any:  # noqa: ANN401  uharfbuzz ships no types
    """Return HarfBuzz's view of a face."""
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob(face.data))


@cache
def _known() -> frozenset[int]:
    """Return the code points that at least one shipped face has a glyph for."""
    return frozenset().union(*(_harfbuzz(face).unicodes for face in FACES))


# Letters and marks by their category, yet with nothing to see: Unicode's Default_Ignorable_Code_Point beside Cf.
_IGNORABLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]")


def _unseen(c: str) -> bool:
    """Tell whether a character draws nothing of its own."""
    return unicodedata.category(c) in {"Cc", "Cf", "Zs", "Zl", "Zp"} or bool(_IGNORABLE.match(c))


def _woff(font: bytes) -> bytes:
    """Return a TrueType file as WOFF 1.0 (https://www.w3.org/TR/WOFF/): each table compressed, 40 % smaller.

    WOFF2 would save another tenth, and take 0.3 s for it.
    """
    tables = list(_tables(font))
    start = 44 + 20 * len(tables)
    entries, bodies, full = [], [], 12 + 16 * len(tables)
    for tag, checksum, data in tables:
        body = min(data, zlib.compress(data, 6), key=len)  # of two alike, the plain one: WOFF tells by the length
        entries.append(struct.pack(">4sIIII", tag, start, len(body), len(data), checksum))
        bodies.append(body + bytes(-len(body) % 4))
        start += len(bodies[-1])
        full += len(data) + -len(data) % 4
    head = struct.pack(">4s4sIHHIHHIIIII", b"wOFF", font[:4], start, len(tables), 0, full, 1, 0, 0, 0, 0, 0, 0)
    return b"".join([head, *entries, *bodies])


def _tables(font: bytes) -> Iterator[tuple[bytes, int, bytes]]:
    """Yield the tag, the checksum and the bytes of each table of a TrueType file."""
    (count,) = struct.unpack_from(">H", font, 4)
    for i in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * i)
        yield tag, checksum, font[offset : offset + length]


# Comments, styles, scripts and titles may hold any text, `</head>` too: they are stepped over whole.
_HEAD_END = re.compile(
    r"<!--.*?-->|<(style|script|title)\b.*?</\1\s*>|(?P<end></head\s*>|<body\b)", re.IGNORECASE | re.DOTALL
)


def _end_of_head(html: str) -> int:
    """Return the offset right before `</head>`; HTML lets an author leave it out: then before `<body>`, or the end."""
    ends = (m.start() for m in _HEAD_END.finditer(html) if m["end"])
    return next(ends, len(html))

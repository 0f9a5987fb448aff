"""A text as its reader sees it, in one spelling, and where each of its characters stands in the source.

A claim hidden behind marks (`1**2**%`), full-width forms or invisible characters is a claim all the same, so what is
read is the text that the page shows. Addresses claim nothing and are left blank.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from resume_tailor.richtext import parse

_MARK = re.compile(
    r"(?P<entity>&#?\w{1,32};)|\]\([^)\s]{0,2048}\)|</?[A-Za-z][^<>]{0,2048}>|.",
    re.DOTALL,
)
# A letter with what combines with it: decomposed Hangul (NFD, as macOS writes it), accents, voicing marks.
_CLUSTER = re.compile(".[\u0300-\u036f\u1160-\u11ff\u3099\u309a]*", re.DOTALL)
_SPELLINGS = str.maketrans(
    {
        **dict.fromkeys("ㆍ・‧", "·"),
        **dict.fromkeys("‐‑−", "-"),  # not the dashes of ranges
        **dict.fromkeys("’‘ʼ", "'"),
        **dict.fromkeys("∼〜", "~"),
        "⁄": "/",  # NFKC makes it of ½
    }
)
_INVISIBLE = frozenset("\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufe0e\ufe0f\ufeff")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]++@[\w.-]+"
    r"|(?<![\w.-])[\w-]++(?:\.[\w-]++)*\.(?:com|net|org|io|kr|dev|ai|me)/\S*",
    re.ASCII,
)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is read of a text, and for each of its characters the stretch of the source that shows it."""

    text: str
    places: tuple[tuple[int, int], ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source that shows a stretch of the text."""
        return self.places[start][0], self.places[end - 1][1]


def shown(source: str) -> Shown:
    """Return what a reader sees of a text."""
    plain = parse(source).plain
    seen = [(char, place) for char, place in zip(plain, _places(source, plain), strict=True) if char not in _INVISIBLE]
    seen = [one for i, one in enumerate(seen) if not (i and one[0] == seen[i - 1][0] == " ")]
    letters = list(_letters("".join(char for char, _ in seen), [place for _, place in seen]))
    text = "".join(char for char, _ in letters)
    blank = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    return Shown(blank, tuple(place for _, place in letters))


def _places(source: str, plain: str) -> Iterator[tuple[int, int]]:
    """Yield the stretch of the source behind each character of the plain text: the next that is like it.

    What stands between (a mark, a tag, the address of a link) is passed over whole.
    """
    source = _SURROGATE.sub("\ufffd", source)
    at = 0
    for char in plain:
        start, end = at, at + 1
        while start < len(source) and not _same(source[start], char):
            mark = _MARK.match(source, start)
            end = mark.end() if mark else start + 1
            if mark and mark["entity"]:
                break
            start, end = end, end + 1
        start, end = min(start, len(source) - 1), min(end, len(source))
        yield start, end
        at = end


def _same(char: str, seen: str) -> bool:
    return char == seen or (seen == " " and char.isspace())


def _letters(plain: str, places: list[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the characters of a text in one spelling (NFKC, one kind of hyphen …) with their places."""
    for cluster in _CLUSTER.finditer(plain):
        place = places[cluster.start()][0], places[cluster.end() - 1][1]
        for char in unicodedata.normalize("NFKC", cluster[0].translate(_SPELLINGS)).translate(_SPELLINGS):
            yield str(unicodedata.decimal(char, char)), place  # digits of any script

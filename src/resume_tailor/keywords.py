"""Where a word of a posting stands in a text: Korean with its particles, any spacing and case."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_SEPARATORS = r"[\s\-_/·]*"


def fold(text: str) -> str:
    """Return the text in one spelling: NFKC, case folded."""
    return unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=1024)
def pattern(keyword: str) -> re.Pattern[str]:
    """Return what finds a keyword in folded text.

    A Latin word must stand alone (`SQL` is in `SQL을` but not in `MySQL`, `C` is not in `C++`), a Korean one may be part
    of a compound (`예측` is in `수요예측으로`). Spaces, hyphens, slashes and middle dots between its words may be there or
    not; a Korean word of four syllables or more may also be written apart (`수요예측`, `수요 예측`).
    """
    words = [word for word in re.split(r"[\s\-_/·]+", fold(keyword)) if word]
    body = _SEPARATORS.join(_apart(word) for word in words) or "(?!)"
    before = r"(?<![a-z0-9])" if re.match(r"[a-z0-9]", fold(keyword)) else ""
    after = r"(?![a-z0-9]|\+\+|#)" if re.search(r"[a-z0-9+#]$", fold(keyword)) else ""
    return re.compile(f"{before}{body}{after}")


def _apart(word: str) -> str:
    """Return the pattern of one word; shorter Korean words written apart would meet by accident (평가 격차: 가격)."""
    if re.fullmatch(r"[가-힣]{4,}", word):
        return r"\s?".join(word)
    return re.escape(word)


def carried(keywords: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Return the keywords that stand in any of the texts, in the keywords' order."""
    folded = [fold(text) for text in texts]
    return tuple(keyword for keyword in keywords if any(pattern(keyword).search(text) for text in folded))

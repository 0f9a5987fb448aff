"""Which section of a posting a heading opens: 주요업무, 이런 분을 찾아요, Nice to have.

There is no standard: headings.yaml holds the words that headings are made of, as regular expressions over a heading
without its spaces and signs, in small letters.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data

from resume_tailor.keywords import fold

_LONGEST = 60  # letters of a heading with its signs
_LONGEST_BARE = 44  # and without them
_LONGEST_PLAIN = 34  # of one without any sign that it is a heading
_LONGEST_PLAIN_KO = 16

_OPENING = r"[\[【〔<＜《〈]"
_CLOSING = r"[\]】〕>＞》〉]"
_PICTURES = "\u2600-\u27bf\U0001f300-\U0001faff\ufe0f"
_SIGN = re.compile(rf"[\s\[\]【】〔〕<>＜＞《》〈〉()（）■□▪◆◇●○•·▶►▷※★☆✔✅✓#*_=~:：\-–—|!?？/,&'’‘\"“”.…{_PICTURES}]")
_MARKED = re.compile(rf"^\s*(?:#{{1,6}}\s|\*\*|[■□◆◇▶►▷]|{_OPENING}|[{_PICTURES}])|[:：]\s*$|\*\*\s*$")
_FRAMED = re.compile(
    rf"\s*[■◆▶]?\s*{_OPENING}[^\[\]【】<>＜＞]{{1,50}}{_CLOSING}\s*[:：]?\s*|#{{1,6}}\s.*|\*\*[^*]+\*\*:?"
)
_GOES_ON = re.compile(rf"\s*{_OPENING}[^\]】〕>＞》〉]*{_CLOSING}\s*[:：]?\s*\S")  # `[도메인] 모빌리티 산업에 …`
_POINT = re.compile(r"^(?:\(?\d{1,2}[.)]|[○◦◎ㅇㅁo])\s*(?=[가-힣]+\s?[가-힣]*$)")  # `1. 담당업무`, `ㅇ 자격요건`
_NO_HEADING = re.compile(r"\s*[-•·*‧∙▪○◦]\s?\S|\s*\d+[.)]|.*(?:[,;]|\.\s*\S|[a-z]\.$)")  # a bullet, a list, a sentence


def heading_kind(line: str) -> str | None:
    """Return the kind of section that a line opens; "" for a heading that tells no kind; None for no heading."""
    text = _POINT.sub("", line.strip())
    bare = _SIGN.sub("", fold(text))
    if not bare or len(text) > _LONGEST or not (_is_marked(text, bare) or _is_plain(text, bare)):
        return None
    named = next((kind for kind, pattern in _kinds().items() if pattern.search(bare)), None)
    return named or ("" if _FRAMED.fullmatch(text) else None)


def tells_terms(line: str) -> bool:
    """Tell whether a line is about pay or procedure, wherever it stands."""
    return bool(_terms().search(line))


def _is_marked(text: str, bare: str) -> bool:
    """Tell whether a line has the signs of a heading, and nothing behind its bracket."""
    return bool(_MARKED.search(text)) and not _GOES_ON.match(text) and len(bare) <= _LONGEST_BARE


def _is_plain(text: str, bare: str) -> bool:
    """Tell whether a line without signs may be a heading by its words."""
    if len(text) > _LONGEST_PLAIN or _NO_HEADING.match(text):
        return False
    if re.search("[가-힣]", bare):
        return len(bare) <= _LONGEST_PLAIN_KO and bool(_plain("ko").search(bare))
    return bool(_plain("en").match(bare))


@cache
def _kinds() -> Mapping[str, re.Pattern[str]]:
    return {kind: re.compile("|".join(words)) for kind, words in _data()["kinds"].items()}


@cache
def _plain(lang: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()["plain"][lang]))


@cache
def _terms() -> re.Pattern[str]:
    return re.compile("|".join(_data()["process"]["words"]), re.IGNORECASE)


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads(get_data(__name__, "headings.json") or b"{}")
    return found

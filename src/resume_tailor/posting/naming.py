"""The company that a title names beside the job: `Data Scientist — Harborlight`, `[달빛배송] 데이터 분석가`."""

import re
from collections.abc import Iterable

from resume_tailor.posting.role import titled_roles
from resume_tailor.posting.vocabulary import holds

_LONGEST = 40  # characters of a company's name
_BRACKET = re.compile(r"^[\[【(]([^\[\]【】()]+)[\]】)]\s*(\S.*)$")
_SEAM = re.compile(r"\s+(?:[—–|@·-]|at)\s+|\s*\|\s*", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:팀|본부|부문|파트|스쿼드|챕터|랩|실|team|squad|division|department|tribe)$", re.IGNORECASE)
# How a sentence goes on whose subject is a company.
_GOES_ON = (
    r"(?:(?:\([^)]*\))?(?:은|는|이|가|에서|에서는|와|과|의)(?=\s)"
    r"|,?\s(?:is|are|was|has|runs|builds|makes|helps|offers|operates|provides|develops|sells|connects)\b|['’]s\b)"
)
_ABOUT = r"(?:about|working at|life at|why)\s+{0}\W*$|^{0}\s*(?:소개|이야기)\W*$"


def parted(title: str, texts: Iterable[str]) -> tuple[str, str]:
    """Return a title without the company that it names, and that name: "" where it names none.

    A part of the title is a company only where the posting's own `texts`, a line each, speak of it as of one.
    """
    lines = list(texts)
    for name, rest in _splits(title):
        if _may_be_one(name) and any(_is_subject(name, line) for line in lines):
            return rest, name
    return title, ""


def _may_be_one(name: str) -> bool:
    """Tell whether it is not a team, a job or a word of the trade."""
    return len(name) <= _LONGEST and not _NO_NAME.search(name) and not titled_roles(name) and not holds(name)


def _splits(title: str) -> list[tuple[str, str]]:
    """Return what may be a company's name, and the title that is left."""
    found = [(bracket[1].strip(), bracket[2].strip())] if (bracket := _BRACKET.match(title)) else []
    for seam in _SEAM.finditer(title):
        before, after = title[: seam.start()].strip(), title[seam.end() :].strip()
        found += [(after, before), (before, after)] if before and after else []
    return found


def _is_subject(name: str, line: str) -> bool:
    """Tell whether a line begins with the name as its subject, or says that it is about the company."""
    word = re.escape(name)
    bare = line.strip().lstrip("#*•-– ").strip()
    return bool(re.match(f"{word}{_GOES_ON}", bare) or re.search(_ABOUT.format(word), bare, re.IGNORECASE))

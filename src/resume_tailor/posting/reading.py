"""A posting's text cut into what it is made of: a title, a company, and sections of lines.

What people paste has lost its shape in every way there is: no headings, headings run into the text, one line for all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from unicodedata import category, normalize

from resume_tailor.posting.headings import heading_kind, tells_terms
from resume_tailor.posting.model import ABOUT, DUTIES, PROCESS, Line, Posting, Section
from resume_tailor.posting.naming import parted

_LONGEST_TITLE = 110
_LONG = 260  # letters of a line; a longer one is a paragraph and is cut into its sentences
_LONGEST_DUTY, _A_LIST = 120, 3  # so many lines no longer than that are a list of duties
_HEAD_LINES = 15  # among which a field such as `회사: 쏘카` may stand
# No posting has more; what has is noise, and only its beginning is looked at.
_MOST_LINES = 4000
MOST_LETTERS = 100_000
_LONGEST_PIECE = 1000  # letters of a sentence; one that never ends is cut, so that a line is a line

_BULLET = re.compile(
    r"^[\s\u3000]*(?:[-–—•·*‧∙▪▫○●◦◆◇■□▶►▷✔✅✓☑※→>+ㆍ・]|\(?\d{1,2}[.)]|[①-⑳◎]|[ㅇㅁo](?=\s))\s*(?=\S)"
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?:\s+|(?=[A-Z가-힣]))|(?<=[다요함임음됨]\.)\s*|\s+[•·▪●■]\s+|\s+-\s+(?=[A-Z가-힣])"
)
# Headings that have run into a text whose line ends were lost.
_RUN_IN = re.compile(
    r"(?:(?:Key|Primary|Main|Core|Essential|Minimum|Basic|Preferred|Required|Desired|Additional|Your|Job)\s+){0,2}"
    r"(?:Duties\s+(?:And|and|&)\s+Responsibilities|Responsibilities|Qualifications|Requirements|Skills\s+and\s+Experience|"
    r"What\s+[Yy]ou['’]ll\s+(?:[Dd]o|[Bb]ring|[Nn]eed|[Gg]et)|What\s+[Yy]ou\s+[Ww]ill\s+(?:[Dd]o|[Bb]ring)|Who\s+[Yy]ou\s+[Aa]re|"
    r"What\s+[Ww]e['’]re\s+[Ll]ooking\s+[Ff]or|Nice\s+[Tt]o\s+[Hh]ave|Bonus\s+[Pp]oints|Preferred\s+(?:Experience|Skills)|"
    r"About\s+(?:Us|You|[Tt]he\s+(?:[Rr]ole|[Tt]eam|[Jj]ob|[Cc]ompany))|Position\s+Summary|Job\s+Summary|Essential\s+Functions|"
    r"Benefits|What\s+[Ww]e\s+[Oo]ffer|Tech\s+[Ss]tack|Equal\s+[Oo]pportunity)(?=\s*:|\s+[A-Z\d•-]|[A-Z])"
)
_FIELD = re.compile(
    r"^(회사(?:명)?|기업(?:명)?|company|포지션|직무|직책|모집\s?부문|제목|title|position|job title)\s*[:：]\s*(\S.*)$",
    re.IGNORECASE,
)
_COMPANY_FIELD = re.compile(r"회사|기업|company", re.IGNORECASE)


def read_posting(text: str) -> Posting:
    """Return a posting's parts. Any text gives a posting, if only one of a single section without a heading."""
    text = normalize("NFC", text)
    begun, whole = _beginning(text)
    company, lines = _fields(list(_lines(_unwrapped(begun))))
    title, rest = _title(lines)
    if title and not company:
        title, company = parted(title, (line.text for line in rest))
    return Posting(title, language(text), tuple(_sections(rest)), company, whole=whole)


def language(text: str) -> str:
    """Return ko or en: what most of a composed text is written in."""
    hangul, latin = len(re.findall("[가-힣]", text)), len(re.findall("[A-Za-z]", text))
    return "ko" if hangul * 3 > latin else "en"


@dataclass(frozen=True, slots=True)
class _Raw:
    text: str
    number: int
    indented: bool = False
    cut: bool = False  # whether it is a part of a line that lost its breaks


def _beginning(text: str) -> tuple[list[_Raw], bool]:
    """Return the lines, single spaces in them, and whether these are all that the text holds."""
    found: list[_Raw] = []
    left = MOST_LETTERS
    for number, line in enumerate(text.splitlines(), 1):
        clean = _clean(line)
        if not clean and found and not found[-1].text:
            continue
        if clean and (not left or number > _MOST_LINES):
            return found, False
        letters = len(normalize("NFKC", clean))  # words are looked for in this form; one letter may be 18 in it
        if letters > left:
            return [*found, _Raw(clean[: len(clean) * left // letters], number)], False
        found.append(_Raw(clean, number, indented=line[:1].isspace()))
        left -= letters
    return found, True


def _clean(line: str) -> str:
    """Return a line with single spaces, and without what nobody sees or what a terminal would obey."""
    if not line.isprintable():
        line = "".join(c if c.isprintable() else " " * (c.isspace() or category(c) == "Cc") for c in line)
    return " ".join(line.split())


def _unwrapped(lines: Iterable[_Raw]) -> Iterator[_Raw]:
    """Yield the lines, those of a bullet that goes on below its mark as one."""
    bullet: _Raw | None = None
    for line in lines:
        is_heading = heading_kind(line.text) is not None
        is_bullet = bool(_BULLET.match(line.text)) and not is_heading
        if bullet and line.text and line.indented and not is_bullet and not is_heading:
            bullet = replace(bullet, text=f"{bullet.text} {line.text}")
            continue
        if bullet:
            yield bullet
        bullet = line if is_bullet else None
        if not is_bullet:
            yield line
    if bullet:
        yield bullet


def _lines(lines: Iterable[_Raw]) -> Iterator[_Raw]:
    """Yield the lines that say something; a line that lost its breaks is cut at the headings in it."""
    for line in lines:
        if re.search(r"\w", line.text):
            yield from (replace(line, text=part, cut=part != line.text) for part in _broken(line.text))


def _broken(line: str) -> Iterator[str]:
    """Yield a long line's parts: the headings that have run into it, and what stands between them."""
    if len(line) <= _LONG:
        yield line
        return
    at = 0
    for found in _RUN_IN.finditer(line):
        yield from filter(None, [line[at : found.start()].strip()])
        yield found[0].strip()
        at = found.end()
    yield from filter(None, [line[at:].strip(" :")])


def _fields(lines: list[_Raw]) -> tuple[str, list[_Raw]]:
    """Return the company that a line such as `회사: 쏘카` names, and the lines, those of a title without its label."""
    company, rest = "", []
    for line in lines:
        found = _FIELD.match(line.text) if line.number <= _HEAD_LINES else None
        if found and _COMPANY_FIELD.match(found[1]):
            company = company or found[2].strip()
        else:
            rest.append(replace(line, text=found[2].strip()) if found else line)
    return company, rest


def _title(lines: list[_Raw]) -> tuple[str, list[_Raw]]:
    """Return the first line where it is a title, and the others."""
    if not lines:
        return "", []
    first = lines[0].text
    bare = re.sub(r"^#{1,6}\s+|\*\*", "", first).strip()
    # A heading of sections is none, nor is a bullet or a sentence; `[브이캣] 데이터 사이언티스트` is one.
    if len(bare) > _LONGEST_TITLE or _BULLET.match(first) or (heading_kind(first) and len(lines) > 1):
        return "", lines
    if re.search(r"(?:니다|어요|해요)[.!]?$|[a-z]{2}\.$", bare):
        return "", lines
    return bare, lines[1:]


def _sections(lines: list[_Raw]) -> Iterator[Section]:
    """Yield the sections; what stands before the first heading says what the company is, or what there is to do."""
    kind, heading, held = "", "", list[Line]()
    known, room = False, _MOST_LINES
    for raw in lines:
        found = heading_kind(raw.text)
        if found is None:
            said = list(islice(_said(raw, kind), room))
            room -= len(said)
            held += said
            continue
        if held or heading:
            yield _section(kind, heading, held, opening=not known)
        known = known or bool(found)
        kind, heading, held = found or kind, raw.text, []
    if held or heading:
        yield _section(kind, heading, held, opening=not known)


def _section(kind: str, heading: str, lines: list[Line], *, opening: bool) -> Section:
    """Return a section of its kind; one before any known heading is the whole posting's, or its opening."""
    sure = kind or (DUTIES if opening and _tells_duties(lines) else ABOUT)
    return Section(
        sure, heading, tuple(line if line.section == PROCESS else replace(line, section=sure) for line in lines)
    )


def _tells_duties(lines: list[Line]) -> bool:
    """Tell whether lines that no heading explains say what there is to do: a list of short lines, no paragraph."""
    short = sum(len(line.text) <= _LONGEST_DUTY for line in lines)
    return short >= _A_LIST or any(re.search("합니다|담당|you will", line.text) for line in lines)


def _said(raw: _Raw, kind: str) -> Iterator[Line]:
    """Yield what a line says: without its bullet, and a paragraph by its sentences."""
    text = _BULLET.sub("", raw.text)
    parts = _SENTENCE_END.split(text) if raw.cut or len(text) > _LONG else [text]
    for part in chain.from_iterable(map(_pieces, filter(None, parts))):
        if re.search(r"\w", part):
            yield Line(part, raw.number, PROCESS if tells_terms(part) else kind)


def _pieces(text: str) -> Iterator[str]:
    """Yield a text that never ends in pieces, cut at a space where there is one."""
    rest = text.strip()
    while len(rest) > _LONGEST_PIECE:
        piece = rest[:_LONGEST_PIECE].rpartition(" ")[0] or rest[:_LONGEST_PIECE]
        yield piece
        rest = rest[len(piece) :].strip()
    yield rest

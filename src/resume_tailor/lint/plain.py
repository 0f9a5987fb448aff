"""Plain project descriptions: one text, one project; the first heading is its title. Markdown marks are taken off."""

import re
from collections.abc import Iterator

from resume_tailor.lint.subjects import Line, Project, language_of
from resume_tailor.problems import Lines, Place, source_lines

_FENCE = re.compile(r"\s*(?:>\s*)*(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>\S.*)")
_HEADING_END = re.compile(r"(?<=\s)#+$")
_LEAD = re.compile(r"\s*(?:>\s*)*(?:[-*+•◦▪·]\s+|\d{1,2}[.)]\s+)?(?:\[[ xX]\]\s+)?")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$|[\s|:\-]+$")
# None of these looks past where another may begin, so that no text, however odd, is read more than twice.
_IMAGE = re.compile(r"!\[([^][]*)\]\([^()[]*\)")
_LINK = re.compile(r"\[([^][]*)\]\((?:[^()[]++|\([^()[]*\))*+\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKS = re.compile(r"\*\*\*|\*\*|__|~~|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_ALLOW = re.compile(r"<!--\s*resume-lint:\s*allow\s+(?P<rule>[\w-]+)\s*(?::(?P<reason>.*))?-->", re.DOTALL)


def read(path: str, text: str) -> Project:
    """Return the project that a text describes; every line keeps its place."""
    lines = list(_lines(path, text))
    heading = next((line for line in lines if line.field == "heading"), None)
    title = heading or (lines[0] if lines else None)
    rest = tuple(line for line in lines if line is not title)
    whole = "\n".join(line.text for line in lines)
    place = title.place if title else Place(path)
    return Project(title.text if title else "", rest, language_of(whole), place)


def lines(project: Project) -> tuple[Line, ...]:
    """Return all lines of a description, with its title."""
    if not project.title:
        return project.lines
    return (Line(project.title, project.lang, project.place, field="heading"), *project.lines)


def allows(path: str, text: str) -> Iterator[tuple[str, str, Place]]:
    """Yield each `<!-- resume-lint: allow RULE: why -->` of a text: the rule, the reason and the place."""
    places = Lines(path, text)
    for start, end in _comments(text):
        if mark := _ALLOW.fullmatch(text, start, end):
            yield mark["rule"], " ".join((mark["reason"] or "").split()), places.place(mark.start("rule"))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each HTML comment starts and ends; one that is never closed is none."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start)) >= 0:
        end = close + len("-->")
        yield text.rfind("<!--", start, close), end


def _without_comments(text: str) -> str:
    """Return a text with spaces for its comments, so that every place stays."""
    parts, shown = [], 0
    for start, end in _comments(text):
        parts += [text[shown:start], re.sub(r"[^\r\n]", " ", text[start:end])]
        shown = end
    return "".join((*parts, text[shown:]))


def _lines(path: str, text: str) -> Iterator[Line]:
    """Yield the lines that say something. Comments and code are left out: they describe nothing."""
    fence = ""  # the mark that opened the code we are in
    for number, raw in enumerate(source_lines(_without_comments(text)), 1):
        mark = _FENCE.match(raw)
        if fence:
            closes = mark and mark["mark"].startswith(fence) and not raw[mark.end() :].strip()
            fence = "" if closes else fence
        elif mark:
            fence = mark["mark"]
        elif not _RULE.match(raw):
            yield from _line(path, number, raw)


def _line(path: str, number: int, raw: str) -> Iterator[Line]:
    """Yield what a line says, if anything."""
    heading = _HEADING.match(raw)
    start = heading.start("text") if heading else len(_LEAD.match(raw)[0])  # type: ignore[index]  # it matches ""
    written = raw[start:].rstrip()
    if bare := _bare(_HEADING_END.sub("", written) if heading else written):
        place = Place(path, number, start + 1)
        yield Line(bare, language_of(bare), place, field="heading" if heading else "text")


def _bare(text: str) -> str:
    """Return a line without Markdown and HTML marks."""
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text)) if "](" in text else text
    text = _TAG.sub(" ", text) if "<" in text else text
    return " ".join(_MARKS.sub("", text).split())

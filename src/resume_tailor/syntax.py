"""What a YAML or JSON parser's error means for the user: where the mistake is, what it is, what mends it.

Parsers say where they could not go on; the mistake is often further up. Their words differ from one to the next (PyYAML
has two, Python's JSON changes its own), so a mistake that people make has words of ours.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from resume_tailor.problems import Lines, Problem

if TYPE_CHECKING:
    import yaml


class _Error(NamedTuple):
    """A parser's error: the text, where it stopped, its words, and where what it was reading began."""

    text: str
    at: int
    words: str
    start: int
    context: str = ""

    def here(self) -> str:
        """Return the character where the parser stopped, "" at the end of the text."""
        return self.text[self.at : self.at + 1]

    def line(self) -> str:
        """Return the line up to where the parser stopped."""
        return re.split(r"[\r\n]", self.text[: self.at])[-1]

    def opener(self) -> str:
        """Return the character with which the thing being read began."""
        return self.text[self.start : self.start + 1]


class _Mistake(NamedTuple):
    """Where it is, what it is, what to do."""

    at: int
    words: str
    hint: str = ""


def yaml_problem(lines: Lines, text: str, error: "yaml.YAMLError") -> Problem:
    """Turn the YAML parser's error into a problem."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:  # the reader's
        mistake = _control_character(text)
    else:
        start = getattr(error, "context_mark", None) or mark
        words = getattr(error, "problem", None) or "this is not YAML"
        context = getattr(error, "context", None) or ""
        mistake = _first(_YAML, _Error(text, mark.index, words, start.index, context))
    return _problem("YAML", lines, mistake)


def json_problem(lines: Lines, text: str, error: json.JSONDecodeError) -> Problem:
    """Turn the JSON parser's error into a problem."""
    return _problem("JSON", lines, _first(_JSON, _Error(text, error.pos, error.msg, error.pos)))


def _problem(form: str, lines: Lines, mistake: _Mistake) -> Problem:
    message = f"cannot be read as {form}: {mistake.words}"
    return Problem(f"{form.lower()}-syntax", message, lines.place(mistake.at), hint=mistake.hint)


_Check = Callable[[_Error], _Mistake | None]


def _first(checks: tuple[tuple[str, _Check], ...], error: _Error) -> _Mistake:
    """Return what the first check that fits the parser's words makes of it, or those words."""
    found: Iterator[_Mistake | None] = (check(error) for words, check in checks if re.search(words, error.words))
    return next((mistake for mistake in found if mistake), _Mistake(error.at, error.words))


def _control_character(text: str) -> _Mistake:
    from yaml.reader import Reader

    found = Reader.NON_PRINTABLE.search(text)
    at = found.start() if found else 0
    return _Mistake(at, f"the control character U+{ord(text[at]):04X} stands here", "delete it; most editors hide it")


def _tab(error: _Error) -> _Mistake | None:
    at = error.at - len(error.line()) + error.line().find("\t") if "\t" in error.line() else error.at
    if error.text[at : at + 1] != "\t" or error.text[error.at - len(error.line()) : at].strip(" -?"):
        return None
    return _Mistake(at, "a tab cannot indent a line", "indent with spaces")


def _start_character(error: _Error) -> _Mistake | None:
    """`@home`, `*bold*`, `& co`, `> 8 %`: characters that mean something to YAML."""
    at = error.start if error.opener() in "*&>|%" else error.at
    char = error.text[at : at + 1]
    if not char or char not in "@`%*&>|":
        return None
    return _Mistake(at, f"a text cannot start with {char}", "put quotes around the text")


def _open_quote(error: _Error) -> _Mistake | None:
    if "quoted" not in error.context and "scalar" not in error.context:
        return None
    return _Mistake(error.start, "this quote is never closed", "put the same quote at the end of the text")


def _open_bracket(error: _Error) -> _Mistake | None:
    at = error.start if error.here() else max(error.text.rfind("["), error.text.rfind("{"), 0)
    char = error.text[at : at + 1]
    if not char or char not in "[{":
        return None
    close = "]" if char == "[" else "}"
    hint = f"end it with {close}, put ',' between its parts, or put quotes around a text with {char} or ': ' in it"
    return _Mistake(at, f"this {char} is not closed, or a ',' is missing in it", hint)


def _no_space(error: _Error) -> _Mistake | None:
    """`name:한지원` above a line with a key: without a space after it, the colon is part of a text."""
    above = error.text[: error.at - len(error.line())].rstrip()
    last = re.split(r"[\r\n]", above)[-1]
    found = re.match(r"\s*(?:- +)*[\w-]+(?=:[^\s/])", last)
    if found is None:
        return None
    at = len(above) - len(last) + found.end()
    return _Mistake(
        at, "there must be a space after this ':'", f"write {found[0].strip(' -')}: {last[found.end() + 1 :]}"
    )


def _second_colon(error: _Error) -> _Mistake:
    if re.search(r"\S\s*:\s|- ", error.line()):
        return _Mistake(error.at, "a text cannot hold ': '", "put quotes around the text")
    hint = "check its indentation; is a ':' missing above, or does a text need quotes around it?"
    return _Mistake(error.at, "a key cannot stand here", hint)


def _no_colon(error: _Error) -> _Mistake:
    before = error.text[: error.start].rstrip(" ")
    if before.endswith(("\x85", "\u2028", "\u2029")):
        message = f"an invisible line break (U+{ord(before[-1]):04X}) stands here"
        return _Mistake(len(before) - 1, message, "delete it, or put quotes around the text")
    hint = "write key: value; a text that goes on from the line above must be indented"
    return _Mistake(error.start, "there is no ': ' after this key", hint)


def _escape(error: _Error) -> _Mistake:
    at = error.at if error.here() == "\\" else error.at - 1
    hint = r"write \\ for a backslash, or use single quotes around the text"
    return _Mistake(at, f"{error.text[at : at + 2]} means nothing between double quotes", hint)


def _half_character(error: _Error) -> _Mistake:
    at = error.text.rfind("\\", 0, error.at)
    hint = "write the character itself; JSON is read as such in a file whose name ends in .json"
    return _Mistake(at, f"{error.text[at : at + 6]} is half a character", hint)


def _after_end(error: _Error) -> _Mistake:
    if error.text.startswith("%"):  # taken for a directive
        return _Mistake(0, "a text cannot start with %", "put quotes around the text")
    return _Mistake(error.at, "nothing can follow the line ...", "delete that line")


def _list_beside_key(error: _Error) -> _Mistake:
    hint = "start it on the next line, or put quotes around a text that starts with '- '"
    return _Mistake(error.at, "a list cannot start here", hint)


def _after_close(error: _Error) -> _Mistake | None:
    """`[AI] service`, `"AI" service`: the text seemed to end where its bracket or quote closed."""
    before = error.line().rstrip()
    if before.strip() and before[-1] in "]}\"'":
        hint = "put quotes around the whole text" + (", other quotes than those in it" if before[-1] in "\"'" else "")
        return _Mistake(error.at, f"nothing can follow the {before[-1]} here", hint)
    return None


def _indentation(error: _Error) -> _Mistake:
    hint = "start it in the same column as the lines it belongs to; lists need '- ' on every item"
    return _Mistake(error.at, "this line does not fit the lines above it", hint)


_YAML: tuple[tuple[str, _Check], ...] = (
    ("token|expected|tab", _tab),
    ("token|alphabetic|line break|directive", _start_character),
    ("end of stream", _open_quote),
    ("',' or|node content", _open_bracket),
    ("mapping values", _no_space),
    ("mapping values", _second_colon),
    ("expected ':'", _no_colon),
    ("unknown escape", _escape),
    ("escape code", _half_character),
    ("document start", _after_end),
    ("sequence entries", _list_beside_key),
    ("expected key|indicator|block end", _after_close),
    ("expected key|indicator|block end", _indentation),
)


def _looks_like_yaml(error: _Error) -> _Mistake | None:
    if not re.match(r"\s*(?:#|---|- |[\w-]+:(?:\s|$))", error.text):
        return None
    return _Mistake(error.at, "this is YAML", "end the file's name in .yaml instead of .json")


def _trailing_comma(error: _Error) -> _Mistake | None:
    before = error.text[: error.at].rstrip()
    at = error.at if error.here() == "," else len(before) - 1
    if error.text[at : at + 1] != "," or not re.match(r",\s*[]}]", error.text[at:]):
        return None
    return _Mistake(at, "no ',' may stand before the end of a list or map", "delete it")


def _json_character(error: _Error) -> _Mistake | None:
    if error.here() == "'":
        return _Mistake(error.at, "a text must stand in double quotes", "write \" in place of '")
    if error.here() in {"/", "#"}:
        return _Mistake(error.at, "JSON has no comments", "delete it")
    return None


def _early_end(error: _Error) -> _Mistake | None:
    if error.text[error.at :].strip():
        return None
    return _Mistake(error.at, "the file ends too early", "is a } or ] missing?")


def _json_words(words: str, hint: str = "") -> _Check:
    return lambda error: _Mistake(error.at, words, hint)


_JSON: tuple[tuple[str, _Check], ...] = (
    ("", lambda error: None if error.text[: error.at].strip() else _looks_like_yaml(error)),
    ("Expecting|trailing", _trailing_comma),
    ("", _json_character),
    ("Expecting", _early_end),
    ("Unterminated", _json_words("this quote is never closed", 'put " at the end of the text')),
    ("',' delimiter", _json_words("there is no ',' before this")),
    ("':' delimiter", _json_words("there is no ':' before this")),
    ("property name", _json_words("a key in double quotes must stand here")),
    ("Expecting value", _json_words("a value must stand here", "texts need double quotes")),
    ("Extra data", _json_words("something follows the end of the data", "a file holds one { ... }")),
    (r"\\", _json_words("a backslash must be written twice", r"write \\ for \ in a text")),
)

"""What WeasyPrint and its parser do twice, done once. What comes of it is the same to the last byte.

Where a later version does it otherwise, ours is not put in.
"""

import re
from importlib import import_module
from typing import Any

from resume_tailor.weasy import lines, objects, styles

_WIDTHS = "weasyprint.layout.preferred"
_USERS = ("weasyprint.layout.inline", "weasyprint.layout.float", "weasyprint.layout.absolute")
_ARGUMENTS = ("context", "box", "available_content_width")
_BREAKING = "weasyprint.text.line_break"
_SETTERS = (_BREAKING, "weasyprint.layout.inline", "weasyprint.css.units", "weasyprint.css.computed_values")


def quicken() -> None:
    """Put ours in the place of theirs in this process, where theirs is as in WeasyPrint 70 and its libraries."""
    theirs = getattr(import_module(_WIDTHS), "shrink_to_fit", None)
    if theirs and theirs.__code__.co_varnames == _ARGUMENTS:
        _replace(_USERS, "shrink_to_fit", theirs, shrink_to_fit)
    stream = import_module("tinyhtml5.inputstream")
    if isinstance(getattr(stream, "characters_until_regex", None), dict):
        stream.characters_until_regex = Patterns()  # type: ignore[attr-defined]
    if _is("weasyprint", "70."):
        breaking, css = import_module(_BREAKING), import_module("weasyprint.css")
        _replace((_BREAKING,), "Layout", breaking.Layout, lines.kept_line(breaking))
        for name in ("strut", "get_font_description"):
            theirs = getattr(breaking, name)
            _replace(_SETTERS, name, theirs, lines.once_a_style(theirs))
        css.ComputedStyle.__missing__ = styles.missing(css)
    if _is("pydyf", "0.13."):
        objects.make_once(import_module("pydyf"))


def _is(package: str, version: str) -> bool:
    """Tell whether a package is of a version, which begins with `version`."""
    return str(getattr(import_module(package), "__version__", "")).startswith(version)


def _replace(modules: tuple[str, ...], name: str, theirs: object, ours: object) -> None:
    """Put ours under the name that theirs has in each of the modules."""
    for module in map(import_module, modules):
        if getattr(module, name, None) is theirs:
            setattr(module, name, ours)


def shrink_to_fit(context: Any, box: Any, available: float) -> float:  # noqa: ANN401  WeasyPrint ships no types
    """Return min(max(narrowest, available), widest), as CSS has it, for an inline block, a float and their like.

    The narrowest width takes setting each word by itself, a third of all that Pango does for a resume. Where the widest
    one fits, which it nearly always does, it is the answer whatever the narrowest is.
    """
    preferred = import_module(_WIDTHS)
    widest: float = preferred.max_content_width(context, box, outer=False)
    if widest <= available:
        return widest
    narrowest: float = preferred.min_content_width(context, box, outer=False)
    return min(max(narrowest, available), widest)


class Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """What finds the first character of some, or of none of them (`opposite`), by both.

    tinyhtml5 means to keep these, but keeps each under itself, and so makes one for every tag and text of a page.
    """

    def __missing__(self, key: tuple[Any, bool]) -> re.Pattern[str]:
        characters, opposite = key
        escaped = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[key] = pattern = re.compile(f"[{'' if opposite else '^'}{escaped}]+")
        return pattern

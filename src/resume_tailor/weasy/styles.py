"""What a property of an element computes to, where no rule names it: of WeasyPrint 70's questions, four in five."""

from collections.abc import Callable
from typing import Any

# Their computed value depends on where the element stands, or on each other.
_OTHERS = frozenset({"display", "float", "page", "position"})


def missing(css: Any) -> Callable[[Any, str], object]:  # noqa: ANN401  WeasyPrint ships no types
    """Return what stands in for `ComputedStyle.__missing__` of `weasyprint.css`.

    What no rule names is the parent's where it is inherited, else the initial value.
    """
    theirs, initial, inherited = css.ComputedStyle.__missing__, css.INITIAL_VALUES, css.INHERITED
    logical = _logical(css.PHYSICAL_FUNCTIONS)
    plain = frozenset(
        key
        for key in initial
        if key not in _OTHERS and not key.startswith("text_decoration_") and key not in css.INITIAL_NOT_COMPUTED
    )

    def computed(style: Any, key: str) -> object:  # noqa: ANN401
        if key not in plain or key in style.cascaded:
            return theirs(style, key)
        if key in logical and logical[key][style["direction"]] in style.cascaded:
            return theirs(style, key)
        parent = style.parent_style if key in inherited else None
        value = style[key] = initial[key] if parent is None else parent[key]
        return value

    return computed


def _logical(functions: Any) -> dict[str, dict[str, str]]:  # noqa: ANN401
    """Return physical property -> direction -> the logical one that may stand for it."""
    return {
        key: {direction: function(block="ttb", inline=direction) for direction in ("ltr", "rtl")}
        for key, function in functions.items()
    }

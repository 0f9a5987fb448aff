"""Lines of text set once where WeasyPrint 70 sets them twice: to break them, and again to draw them."""

import re
from collections.abc import Callable
from typing import Any

# What Pango does with these depends on how it was asked: it ends a paragraph or a line there, or puts in a hyphen.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2061-\u206f\ufeff]")


def kept_line(theirs: Any) -> Any:  # noqa: ANN401  WeasyPrint ships no types
    """Return the class for a line of text that stands in for `Layout` of `theirs`, `weasyprint.text.line_break`."""
    pango, nothing, at_words = theirs.pango, theirs.ffi.NULL, theirs.PANGO_WRAP_MODE["WRAP_WORD"]

    class Line(theirs.Layout):  # type: ignore[misc]
        """A line that is drawn as it was set, where it would be set in the same way once more."""

        _set: bool | None = None  # None until it is broken; then whether it is as it will be drawn

        def set_text(self, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002  theirs
            if self._set is None:
                # Drawing asks for one paragraph, at which Pango forgets its lines: so it is asked for before they are.
                self._is_plain = not _ODD.search(text)
                pango.pango_layout_set_single_paragraph_mode(self.layout, self._is_plain)
            super().set_text(text, justify)

        def deactivate(self) -> None:
            self._set = self._set is None and self._is_as_drawn()
            if not self._set:
                super().deactivate()

        def reactivate(self, style: Any) -> None:  # noqa: ANN401
            if not self._set or style is not self.style:
                super().reactivate(style)

        def _is_as_drawn(self) -> bool:
            """Tell whether it is one line, which no width would break, and no word is to be set apart."""
            pango.pango_layout_set_wrap(self.layout, at_words)  # a word too long for a line was broken at letters
            second = pango.pango_layout_get_line_readonly(self.layout, 1)
            return self._is_plain and not self.justification_spacing and second == nothing

    return Line


def once_a_style(theirs: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a function of a style that asks theirs once for each.

    A style is no longer changed when a line is set in it: WeasyPrint changes copies.
    """
    kept = f"_{theirs.__name__}"

    def ours(style: Any) -> Any:  # noqa: ANN401
        found = style.__dict__.get(kept)
        if found is None:
            found = style.__dict__[kept] = theirs(style)
        return found

    return ours

"""WeasyPrint kept in bounds: how it is loaded, and where its remarks go.

What it does was read in the source of WeasyPrint 70; it is imported by `load`, and not before.
"""

import gc
import logging
import re
import sys
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from resume_tailor.pagefiles import PAGE, Refused
from resume_tailor.problems import Place, Problem, Severity, ordered
from resume_tailor.weasy.facefolder import make_folder
from resume_tailor.weasy.loading import lean
from resume_tailor.weasy.quick import quicken

# --- How it is loaded ---


class PdfUnavailable(Exception):  # noqa: N818  a state of the machine, not a mistake
    """No PDF can be made here; the message says what to install."""


_INSTALL = {
    "linux": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu) "
    "or dnf install pango harfbuzz (Fedora), as root",
    "darwin": "brew install pango harfbuzz; if they are there but not found: "
    'export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"',
    "win32": "MSYS2 (https://www.msys2.org), and in its shell: pacman -S mingw-w64-ucrt-x86_64-pango",
}


@cache
def load() -> Any:  # noqa: ANN401  WeasyPrint ships no types
    """Import WeasyPrint, fast and without a word on the terminal, or raise `PdfUnavailable`."""
    # It prints a banner where a library is missing, and warns where there is no font or no harfbuzz-subset.
    with redirect_stdout(StringIO()), warnings.catch_warnings(), lean():
        warnings.simplefilter("ignore")
        try:
            import weasyprint
        except OSError as error:
            way = _INSTALL.get(sys.platform, "Pango 1.44 or newer, with your system's package manager")
            message = f"no PDF can be made: a library that sets its text is missing ({error}). Install: {way}"
            raise PdfUnavailable(message) from error
    quicken()
    logging.getLogger("weasyprint").addFilter(_hand_over)
    gc.freeze()  # what is there by now stays: looking through it again and again would take a twentieth of a build
    return weasyprint


_LIBRARIES = ("libpango", "libharfbuzz", "libfontconfig", "libfreetype", "libgobject", "libglib")


def loaded() -> tuple[str, ...]:
    """Return the files of the system's libraries that set text in this process, where the system tells them."""
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    paths = {line.split(maxsplit=5)[5] for line in maps.splitlines() if line.count("/")}
    return tuple(path for path in sorted(paths) if Path(path).name.startswith(_LIBRARIES))


def font_configuration() -> Any:  # noqa: ANN401
    """Return a new FontConfiguration that keeps its faces where they do not outlive this process."""
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    fonts._folder = make_folder()  # noqa: SLF001 - it would make one with the first face, which a signal may leave behind
    return fonts


def hide_system_faces(fonts: Any, family: str) -> None:  # noqa: ANN401
    """Take the system's own fonts of this name out of a FontConfiguration: a PDF is the same on every machine.

    Fontconfig prefers them to those of `@font-face`, and WeasyPrint does not mask them (the TODO in
    `FontConfiguration.add_font_face`). The list is this process's own; no file is touched.
    """
    from weasyprint.text.ffi import ffi, fontconfig

    system = fontconfig.FcConfigGetFonts(fonts._config, fontconfig.FcSetSystem)  # noqa: SLF001
    name = ffi.new("FcChar8 **")
    kept = 0
    for pattern in [system.fonts[i] for i in range(system.nfont)]:
        found = fontconfig.FcPatternGetString(pattern, b"family", 0, name) == fontconfig.FcResultMatch
        if not found or ffi.string(name[0]) != family.encode():
            system.fonts[kept] = pattern
            kept += 1
    system.nfont = kept


# --- Where its remarks go ---


@dataclass
class Notes:
    """What comes up in one layout or one writing; `source` is the style sheet's path, for the places."""

    source: str
    first_line: int | None = None  # the style sheet's first line in its `<style>`, from 1; None: not known
    problems: list[Problem] = field(default_factory=list)
    _fonts: list[Problem] = field(default_factory=list)  # font files not read: bad if their rule fails
    _missing: dict[str, None] = field(default_factory=dict)  # characters that no font has, in order

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Catch what WeasyPrint logs in this context; the records of other threads go their own way."""
        token = _LISTENER.set(self)
        try:
            yield
        finally:
            _LISTENER.reset(token)

    def result(self) -> list[Problem]:
        """Return the problems in order, each once."""
        problems = [*self.problems, *self._fonts]
        if self._missing:
            problems.append(_missing_glyphs(list(self._missing)))
        return ordered(problems)

    def add(self, rule: str, message: str, severity: Severity = Severity.WARNING) -> None:
        """Add a problem of the style sheet as a whole."""
        self.problems.append(Problem(rule, message, Place(self.source), severity))

    def add_unread(self, rule: str, url: str, why: str) -> None:
        """Add an address that was not read; for a font this is an error only if its whole rule fails."""
        suffix = urlsplit(url).path.rpartition(".")[2].lower()
        kind = self._fonts if suffix in {"ttf", "otf", "ttc", "woff", "woff2"} else self.problems
        kind.append(Problem(rule, f"{_shown(url)} {why}", Place(self.source), Severity.WARNING))

    def hear(self, record: logging.LogRecord) -> None:
        """Turn a record of WeasyPrint's log into a problem."""
        said, args = str(record.msg), record.args if isinstance(record.args, tuple) else ()
        if said.startswith(".notdef glyph"):
            self._missing[str(args[0])] = None
        elif said.startswith("Font-face"):
            self._font_failed(str(args[0]))
        elif said.startswith("Failed to load"):
            if not str(args[-1]).startswith(Refused.__name__):  # that, `PageFiles` has told
                self.add("broken-image", f"{_shown(str(args[0]))} is no image that can be read")
        elif "fontTools instead of HarfBuzz" not in said:  # slower, not wrong: `resume doctor` tells
            self._css(record.getMessage())

    def _font_failed(self, family: str) -> None:
        """Make errors of what a failing `@font-face` could not read."""
        why = f"@font-face {family!r} holds no font that can be read"
        broken = [Problem("broken-font", why, Place(self.source))]
        self.problems += [replace(p, severity=Severity.ERROR) for p in self._fonts] or broken
        self._fonts.clear()

    def _css(self, text: str) -> None:
        """Add a remark about CSS, at the line of the style sheet that it names."""
        place = Place(self.source)
        found = re.search(r" at (\d+):(\d+)", text)
        line = int(found[1]) + 1 - self.first_line if found and self.first_line else 0
        if found and line > 0:
            place = Place(self.source, line, int(found[2]))
            text = text[: found.start()] + text[found.end() :]
        self.problems.append(Problem("template-css", _short(text, 300), place, Severity.WARNING))


def _missing_glyphs(characters: list[str]) -> Problem:
    """Say what is drawn as a box. Letters make a name or a sentence unreadable; an emoji is only a blemish."""
    letters = any(unicodedata.category(c).startswith("L") for c in characters)
    shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in characters[:_MOST_SHOWN])
    more = f" and {len(characters) - _MOST_SHOWN} more" if len(characters) > _MOST_SHOWN else ""
    severity = Severity.ERROR if letters else Severity.WARNING
    hint = "write it in other letters, or install a font that has it"
    return Problem(
        "missing-glyph", f"no font on this machine has a glyph for {shown}{more}", Place("PDF"), severity, hint
    )


_MOST_SHOWN = 5
_LISTENER: ContextVar[Notes | None] = ContextVar("_LISTENER", default=None)


def tell_unread(rule: str, url: str, why: str) -> None:
    """Tell whoever listens in this context that an address was not read; an SVG asks for its own on writing."""
    listener = _LISTENER.get()
    if listener is not None:
        listener.add_unread(rule, url, why)


def _hand_over(record: logging.LogRecord) -> bool:
    """Hand a record to whoever listens in this context, and to nobody else.

    A filter that stays, not a handler that comes and goes: those change the logger for all threads.
    """
    listener = _LISTENER.get()
    if listener is None or record.levelno < logging.WARNING:
        return True
    listener.hear(record)
    return False


def _shown(url: str) -> str:
    """Return an address as a message shows it."""
    return _short(unquote(url.removeprefix(PAGE)) if url.startswith(PAGE) else url, 80)


def _short(text: str, longest: int) -> str:
    """Return a text without what is too long for a message: a data: address, say."""
    return text if len(text) <= longest else f"{text[:longest]}…"

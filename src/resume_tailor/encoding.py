"""A file's bytes to its text, or to what keeps them from being one: another encoding, no text at all, too much."""

import re
import shlex
from contextlib import suppress

from resume_tailor.problems import Lines, Place, Problem, ProblemsError

MAX_BYTES = 5_000_000


def decode(path: str, data: bytes) -> str:
    """Return the text of a UTF-8 file, BOM or not, or raise `ProblemsError` with the likely encoding named."""
    whole = Place(path)
    if len(data) > MAX_BYTES:
        raise _not_text("too-large", f"the file is larger than {MAX_BYTES // 1_000_000} MB", whole)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _not_text("encoding", "the file is UTF-16, not UTF-8", whole, "save it again as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _other_encoding(path, data, error.start) from None
    if "\x00" in text:
        raise _not_text("binary", "the file is not text: it holds NUL bytes", whole)
    return text


def readable(data: bytes) -> str:
    """Return the text in the encoding it seems to have, to show lines of; "" when there is none."""
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8-sig")
    guess = _likely_encoding(data)
    return data.decode(guess, "replace") if guess else ""


def _not_text(rule: str, message: str, place: Place, hint: str = "") -> ProblemsError:
    return ProblemsError(Problem(rule, message, place, hint=hint))


def _other_encoding(path: str, data: bytes, at: int) -> ProblemsError:
    """Name the encoding that the first byte outside UTF-8 speaks for."""
    guess = _likely_encoding(data)
    if guess is None:
        return _not_text("binary", "the file is not text", Place(path))
    before = data[:at].decode("utf-8-sig", "replace")
    fix = f"save it as UTF-8, or run: iconv -f {guess} -t utf-8 {shlex.quote(path)} > new-file"
    place = Lines(path, before).place(len(before))
    return _not_text("encoding", f"the file is not UTF-8; it looks like {guess}", place, fix)


_CONTROL_BYTES = frozenset(range(32)) - frozenset(b"\t\n\r\f")


def _likely_encoding(data: bytes) -> str | None:
    """Name the encoding that gives readable text, or None when nothing does."""
    controls = sum(byte in _CONTROL_BYTES for byte in data)
    if controls > len(data) // 100:
        return None
    for name in ("cp949", "cp1252"):
        with suppress(UnicodeDecodeError):
            text = data.decode(name)
            if name != "cp949" or re.search("[가-힣]{2}", text):  # one alone may be the `Är` of `Ärzte`
                return name
    return None

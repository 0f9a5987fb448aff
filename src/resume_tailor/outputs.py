"""Files of one page, made in memory, then written with a manifest that knows them again."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from resume_tailor import fonts, textlayer
from resume_tailor.problems import Problem
from resume_tailor.textlayer import visible_text
from resume_tailor.workspace import write_atomically

if TYPE_CHECKING:
    from resume_tailor.pdffile import Laid


@dataclass(frozen=True, slots=True)
class Manifest:
    """The JSON file that tells what a folder's files were made of.

    Commands that share one each keep to a `part` of it, a key, so that none takes another's files for old ones.
    """

    file: str
    part: str = ""  # "" = the file is all one command's


@dataclass(slots=True)
class Made:
    """Outputs in memory: file name -> bytes, file name -> pages (0 for HTML), what is wrong, and what made the PDF.

    That are the versions of libraries by name, and the files of those that the system has.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    loaded: tuple[str, ...] = ()

    def outputs(self) -> dict[str, object]:
        """Return what a manifest says of the files."""
        return {name: {"sha256": sha256(data), "pages": self.pages[name]} for name, data in self.files.items()}


def make(html: str, stem: str, formats: Iterable[str], layout: Callable[[str], "Laid"]) -> Made:
    """Make a page's files; `layout` is only asked where there is a PDF to make, and first: it may go on meanwhile."""
    made = Made()
    laid = layout(html) if "pdf" in formats else None
    page = fonts.embed(html, visible_text(html)).encode() if "html" in formats else None
    if laid:
        _write_pdf(html, f"{stem}.pdf", made, laid)
    if page:
        made.files[f"{stem}.html"] = page
        made.pages[f"{stem}.html"] = 0
    return made


def _write_pdf(html: str, file: str, made: Made, laid: "Laid") -> None:
    """Write the PDF and read it back."""
    textlayer.preload()
    result = laid.write()
    made.files[file] = result.data
    made.pages[file] = result.pages
    made.versions |= result.versions
    made.loaded = result.loaded
    made.problems += result.problems
    made.problems += textlayer.check(result.data, html)


def tears_words(data: bytes, html: str) -> bool:
    """Tell whether a PDF has a word in pieces, in any script: a column of its page is too narrow for it."""
    from resume_tailor.textlayer import check, read

    found = Counter(_WORD.findall(normalize("NFC", "\n".join(read(data).pages))))
    missing = Counter(_WORD.findall(normalize("NFC", visible_text(html)))) - found
    return bool(missing) or any(problem.rule == "broken-word" for problem in check(data, html))


_WORD = re.compile(r"[^\W\d_]+")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write(
    folder: Path, files: Mapping[str, bytes], contents: Mapping[str, object], manifest: Manifest
) -> tuple[str, ...]:
    """Write files and the manifest of them; what the user changed by hand is set aside first. Return what to tell.

    `contents` is what the manifest says, with an entry for each file under `outputs`.
    """
    before = _read(folder / manifest.file)
    known = _known(before.get(manifest.part) if manifest.part else before)
    notes = [note for name, data in files.items() for note in _put(folder / name, data, known.get(name))]
    older = {name: digest for name, digest in known.items() if name not in files and (folder / name).is_file()}
    notes += [f"{name} is from an earlier build" for name in older]
    told: dict[str, object] = {**contents, "older": older}
    text = json.dumps(before | {manifest.part: told} if manifest.part else told, ensure_ascii=False, indent=2)
    write_atomically(folder / manifest.file, f"{text}\n".encode())
    return tuple(notes)


def _put(path: Path, data: bytes, left: str | None) -> list[str]:
    """Write one file; one that is there and is not as we `left` it gets another name, with a word."""
    notes = []
    if path.is_file() and (old := path.read_bytes()) != data and left != sha256(old):
        aside = _free_name(path)
        path.rename(aside)
        notes.append(f"{path.name} was not as this tool had left it; it is kept as {aside.name}")
    write_atomically(path, data)
    return notes


def _read(path: Path) -> dict[str, object]:
    """Return what a manifest holds; nothing when it cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _known(contents: object) -> dict[str, str]:
    """Return the hashes of what earlier runs left, by file; nothing where they do not stand as we write them."""
    if not isinstance(contents, dict):
        return {}
    try:
        current = {name: entry["sha256"] for name, entry in contents["outputs"].items()}
        return {**contents.get("older", {}), **current}
    except (LookupError, TypeError, AttributeError):
        return {}


def _free_name(path: Path) -> Path:
    """Return `name (kept 1).pdf`, or the first number that is free."""
    number = 1
    while (aside := path.with_name(f"{path.stem} (kept {number}){path.suffix}")).exists():
        number += 1
    return aside

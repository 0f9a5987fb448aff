"""Files of one page, made in memory, then written with a manifest that knows them again."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from resume_tailor import fonts, textlayer
from resume_tailor.made import Made
from resume_tailor.textlayer import visible_text
from resume_tailor.writing import Staged, staging

if TYPE_CHECKING:
    from resume_tailor.pdffile import Laid, Pdf


@dataclass(frozen=True, slots=True)
class Manifest:
    """The JSON file that tells what a folder's files were made of.

    Commands that share one each keep to a `part` of it, a key, so that none takes another's files for old ones.
    """

    file: str
    part: str = ""  # "" = the file is all one command's


class Making:
    """A page's files while they are made: what can go on elsewhere has begun, and `finish` waits for it."""

    def __init__(self, html: str, stem: str, formats: Iterable[str], layout: Callable[[str], "Laid"]) -> None:
        """`layout` is only asked where there is a PDF to make."""
        self._html = html
        self._stem = stem
        self._laid = layout(html) if "pdf" in formats else None
        self._page = fonts.embed(html, visible_text(html)).encode() if "html" in formats else None
        if self._laid:
            self._laid.begin_write()

    def finish(self) -> Made:
        """Return the files; a PDF is read back."""
        made = Made()
        if self._laid:
            textlayer.preload(self._html)
            result = self._laid.write()
            name = f"{self._stem}.pdf"
            made.files[name], made.pages[name] = result.data, result.pages
            made.versions, made.loaded = dict(result.versions), result.loaded
            made.problems += [*result.problems, *textlayer.check(result, self._html)]
        if self._page:
            name = f"{self._stem}.html"
            made.files[name], made.pages[name] = self._page, 0
        return made


def tears_words(pdf: "Pdf", html: str) -> bool:
    """Tell whether a PDF has a word in pieces, in any script: a column of its page is too narrow for it."""
    from resume_tailor.textlayer import check, read

    found = Counter(_WORD.findall(normalize("NFC", "\n".join(read(pdf.data, letters=False).pages))))
    missing = Counter(_WORD.findall(normalize("NFC", visible_text(html)))) - found
    return bool(missing) or any(problem.rule == "broken-word" for problem in check(pdf, html))


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
    with staging(folder) as staged:
        for name, data in files.items():
            staged.add(name, data)
        before = _read(folder / manifest.file)
        known = _known(before.get(manifest.part) if manifest.part else before)
        older = {name: left[-1] for name, left in known.items() if name not in files and (folder / name).is_file()}
        told: dict[str, object] = {**contents, "older": older}
        replaced = _replaced(folder, files, known)
        # First of all it is said which files are ours, old or new: killed behind that, we know them again.
        _say(staged, manifest, before, told | ({"replaced": replaced} if replaced else {}))
        notes = [
            note for name, data in files.items() for note in _put(staged, folder / name, data, known.get(name, ()))
        ]
        if replaced:
            _say(staged, manifest, before, told)
    return (*notes, *(f"{name} is from an earlier build" for name in older))


def _say(staged: Staged, manifest: Manifest, before: Mapping[str, object], told: dict[str, object]) -> None:
    """Write the manifest: all of it, or its part."""
    said = {**before, manifest.part: told} if manifest.part else told
    staged.add(manifest.file, f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode())
    staged.place(manifest.file)


def _replaced(
    folder: Path, files: Mapping[str, bytes], known: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the hashes that files of ours may have until the new ones are there."""
    there = [name for name in files if name in known and (folder / name).is_file()]
    return {name: known[name] for name in there if (folder / name).read_bytes() != files[name]}


def _put(staged: Staged, path: Path, data: bytes, left: tuple[str, ...]) -> list[str]:
    """Place one file; one that is there and is not as we `left` it gets another name, with a word."""
    notes = []
    if path.is_file() and (old := path.read_bytes()) != data and sha256(old) not in left:
        aside = _free_name(path)
        path.rename(aside)
        notes.append(f"{path.name} was not as this tool had left it; it is kept as {aside.name}")
    staged.place(path.name)
    return notes


def _read(path: Path) -> dict[str, object]:
    """Return what a manifest holds; nothing when it cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _known(contents: object) -> dict[str, tuple[str, ...]]:
    """Return the hashes of what earlier runs left, by file; nothing where they do not stand as we write them.

    A run that was ended leaves several a file: the new one's is last.
    """
    if not isinstance(contents, dict):
        return {}
    try:
        current = {name: entry["sha256"] for name, entry in contents["outputs"].items()}
        before = {name: tuple(map(str, left)) for name, left in contents.get("replaced", {}).items()}
        left = {**contents.get("older", {}), **current}
        return {name: (*before.get(name, ()), digest) for name, digest in left.items()}
    except (LookupError, TypeError, AttributeError):
        return {}


def _free_name(path: Path) -> Path:
    """Return `name (kept 1).pdf`, or the first number that is free."""
    number = 1
    while (aside := path.with_name(f"{path.stem} (kept {number}){path.suffix}")).exists():
        number += 1
    return aside

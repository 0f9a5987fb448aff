"""Writes docs/rules from the rules themselves; with --check, says instead what is stale, and exits 1 if anything is."""

import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from resume_tailor.lint import pages
from resume_tailor.lint.rules import ALL

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "rules"
_SHOWN = 8  # lines of a stale page's diff


def wanted() -> dict[Path, str]:
    """Every page there should be, with its whole text."""
    texts: dict[Path, str] = {}
    for lang, folder in (("en", FOLDER), ("ko", FOLDER / "ko")):
        texts[folder / "README.md"] = pages.index(ALL, lang)
        texts |= {folder / f"{rule.name}.md": pages.page(rule, lang) for rule in ALL}
    return texts


def written() -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.md")}


def stale(wanted: dict[Path, str], written: dict[Path, str]) -> Iterator[str]:
    """What differs, a page at a time: missing, of no rule any more, or the first lines of its diff."""
    for path in sorted({*wanted, *written}):
        name = path.relative_to(ROOT).as_posix()
        if path not in written:
            yield f"{name}: missing"
        elif path not in wanted:
            yield f"{name}: of no rule any more"
        elif written[path] != wanted[path]:
            sides = (written[path].splitlines(), wanted[path].splitlines())
            lines = list(unified_diff(*sides, "written", "wanted", lineterm="", n=0))
            more = [f"… {len(lines) - _SHOWN} more lines"] if len(lines) > _SHOWN else []
            yield "\n  ".join((f"{name}: stale", *lines[:_SHOWN], *more))


def write(wanted: dict[Path, str], written: dict[Path, str]) -> None:
    for path in {*written} - {*wanted}:
        path.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    should, are = wanted(), written()
    found = list(stale(should, are))
    if "--check" in sys.argv[1:]:
        print("\n".join(found) or f"docs/rules: all {len(should)} pages say what the rules say")
        if found:
            print("write them again: python scripts/write_rule_pages.py")
        return int(bool(found))
    write(should, are)
    print(f"docs/rules: {len(found)} of {len(should)} pages written anew")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A page's files taken from where an earlier build left them, when the very same page is to be made again.

It is the same where its HTML is, and tool and libraries are those of then; the files must have the hashes they had.
"""

from collections.abc import Iterable
from pathlib import Path

from resume_tailor import records
from resume_tailor.made import Made


def made_before(root: Path, company: str, html: str, names: Iterable[str], folder: Path) -> Made | None:
    """Return the files of a page by their names in a folder, None where they must be made."""
    record = records.read(records.path_of(root, company))
    told = record.get("made")
    try:
        if not isinstance(told, dict) or told["page"] != _page(html) or not records.stand(record["libraries"]):
            return None
        files = {name: (folder / name).read_bytes() for name in names}
        if any(records.sha(data) != record["files"][name] for name, data in files.items()):
            return None
        pages = {name: int(told["pages"][name]) for name in files}
        problems = [records.problem(one) for one in told["problems"]]
        return Made(files, pages, problems, dict(told["versions"]), tuple(record["libraries"]))
    except (LookupError, TypeError, ValueError, AttributeError, OSError):
        return None


def told(made: Made, html: str) -> dict[str, object]:
    """Return what is to be remembered of files for the next time."""
    problems = [records.plain(one) for one in made.problems]
    return {"page": _page(html), "pages": made.pages, "versions": made.versions, "problems": problems}


def _page(html: str) -> str:
    return records.sha(repr((records.tool(), html)).encode("utf-8", "surrogatepass"))

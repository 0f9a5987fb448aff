"""The text of a job posting from a web page that a browser saved."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from typing import Any

from resume_tailor.posting.pageblocks import Block, Page, read

_ENOUGH = 200  # characters; a posting has more, a teaser of another job has fewer


def text_of(html: str) -> str:
    """Return a posting's title, an empty line and its text, or "" for a page that shows no word.

    What it says of the posting for search engines (JSON-LD) is taken before what it shows: there are no menus in it.
    """
    page = read(html)
    return _stated(page) or _shown(page if page.blocks else read(html, around=()))


# --- what a page states for machines ---


def _stated(page: Page) -> str:
    """Return the text of the page's `JobPosting`: of several the one that the page is called after, or the first."""
    jobs = [job for text in page.data for job in _jobs(text) if _described(job)]
    named = f"{_heading(page.blocks)} {page.shared_title} {page.title}"
    jobs.sort(key=lambda job: (_one_line(job.get("title")) or "\n") not in named)
    return _job_text(jobs[0]) if jobs else ""


def _jobs(text: str) -> Iterator[dict[str, Any]]:
    """Yield every `JobPosting` of a JSON text, however deep; broken JSON holds none."""
    with suppress(ValueError, RecursionError):
        inside = [json.loads(re.sub(r"^\s*<!--|-->\s*$", "", text), strict=False)]
        while inside:
            value = inside.pop()
            if isinstance(value, dict) and _is_job(value.get("@type")):
                yield value
            elif isinstance(value, dict | list):
                inside.extend(reversed(list(value.values() if isinstance(value, dict) else value)))


def _is_job(kind: object) -> bool:
    names = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.endswith("JobPosting") for name in names)


def _job_text(job: dict[str, Any]) -> str:
    company, described = job.get("hiringOrganization"), _described(job)
    name = _one_line(company.get("name") if isinstance(company, dict) else company)
    label = "회사" if re.search("[가-힣]", described) else "Company"
    return _joined(_one_line(job.get("title")), f"{label}: {name}\n\n{described}" if name else described)


def _described(job: dict[str, Any]) -> str:
    """Return a job's description: HTML, HTML written as text (`&lt;p&gt;`), or text with its own lines."""
    text = job.get("description")
    if not isinstance(text, str):
        return ""
    if not _MARKUP.search(text):
        text = unescape(text)
    return _lines(read(text if _MARKUP.search(text) else f"<pre>{text}</pre>", around=()).blocks)


_MARKUP = re.compile(r"</?(?:p|br|div|ul|ol|li|b|strong|h[1-6]|span|section)\b", re.IGNORECASE)


def _one_line(value: object) -> str:
    return " ".join(block.text for block in read(value, around=()).blocks) if isinstance(value, str) else ""


# --- what a page shows ---


def _shown(page: Page) -> str:
    """Return the text of a page that states nothing: its main part, under its heading or what its head calls it."""
    if not page.blocks:
        return ""
    blocks = _main(page.blocks)
    heading = _heading(blocks) or _heading(page.blocks)
    title = heading or page.shared_title or page.title
    first = next((i for i, block in enumerate(blocks) if block.text == title), None)
    return _joined(title, _lines(block for i, block in enumerate(blocks) if i != first))


def _main(blocks: list[Block]) -> list[Block]:
    """Return the lines of the only <main> or <article> that is long enough to be the posting, or all."""
    size = Counter[int]()
    for block in blocks:
        size[block.area] += len(block.text)
    long = [area for area, length in size.items() if area and length >= _ENOUGH]
    return [block for block in blocks if block.area == long[0]] if len(long) == 1 else blocks


def _heading(blocks: Iterable[Block]) -> str:
    return next((block.text for block in blocks if block.heading == "h1"), "")


# --- both ---


def _lines(blocks: Iterable[Block]) -> str:
    """Return a line for each block, before a heading an empty one."""
    return "\n".join(f"\n{block.text}" if block.heading else block.text for block in blocks).strip("\n")


def _joined(title: str, text: str) -> str:
    return "\n\n".join(part for part in (title, text) if part)

"""The content as a workspace of this project, and its commands."""

import shutil
import sys
from pathlib import Path

from content import Content, left_out
from files import put

PROGRAM = Path(sys.executable).with_name("resume")
_PARTS = ("summary", "work", "skills", "education")


def command(*args: str) -> tuple[str, ...]:
    """Return the command line of `resume`, as it is installed beside this Python."""
    return (str(PROGRAM), *args)


def write(root: Path, content: Content, companies: int = 1, *, pages: int = 0) -> Path:
    """Write a workspace from nothing, with companies c000, c001 and so on, at most `pages` long (0 = any length)."""
    shutil.rmtree(root, ignore_errors=True)  # with all that was built there, or is remembered
    put(root / "resume/base.yaml", base(content))
    for number in range(companies):
        touch(root, content, number, pages=pages)
    return root


def touch(root: Path, content: Content, number: int, version: int = 0, *, pages: int = 0) -> None:
    """Write one company's profile; each version of it makes another page."""
    put(root / f"companies/c{number:03}.yaml", profile(content, number, version, pages=pages))


def base(content: Content) -> dict[str, object]:
    """Return the base."""
    school = content.school
    return {
        "basics": {
            "name": content.name,
            "label": content.headline,
            "email": content.email,
            "location": {"city": content.place},
            "summary": content.summary,
        },
        "work": [
            {
                "id": job.id,
                "name": job.company,
                "position": job.title,
                "location": job.place,
                "startDate": job.start,
                "endDate": job.end,
                "highlights": [{"id": f"{job.id}.b{place}", "text": text} for place, text in enumerate(job.bullets)],
            }
            for job in content.jobs
        ],
        "skills": [{"id": skill.id, "name": skill.name, "keywords": list(skill.words)} for skill in content.skills],
        "education": [
            {
                "id": "school",
                "institution": school.name,
                "studyType": school.degree,
                "area": school.field,
                "startDate": school.start,
                "endDate": school.end,
            }
        ],
    }


def profile(content: Content, number: int, version: int = 0, *, pages: int = 0) -> dict[str, object]:
    """Return the profile of a company."""
    without = left_out(content, number, version)
    return {
        "company": {"name": f"Company {number}"},
        "lang": content.lang,
        "sections": list(_PARTS),
        "drop": [*(f"{job.id}.b{place}" for job, place in without.bullets), without.skill.id],
        **({"limits": {"pages": pages}} if pages else {}),
    }

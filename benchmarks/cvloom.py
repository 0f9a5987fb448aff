"""The content as a project of cvloom, in the format that `cvloom init` and its own documentation show."""

import shutil
from pathlib import Path

from content import Content, Job, Without, left_out
from files import put

# Its plainest template: one column, the system's fonts, nothing from the network.
_TEMPLATE = "cv/ats-clean"


def write(root: Path, content: Content, profiles: int = 1) -> Path:
    """Write a project from nothing, with profiles p000, p001 and so on."""
    shutil.rmtree(root, ignore_errors=True)
    put(root / "cvloom.yaml", {"locale": "en"})  # it has no Korean one; only its headings stay English
    put(root / "private/contact.yaml", {"name": content.name, "email": content.email, "location": content.place})
    put(root / "data/basics.yaml", {"headline": content.headline, "summary": content.summary})
    put(root / "data/work.yaml", [_job(job) for job in content.jobs])
    put(root / "data/skills.yaml", [{"category": each.name, "items": list(each.words)} for each in content.skills])
    put(root / "data/education.yaml", [_school(content)])
    for number in range(profiles):
        put(root / f"profiles/p{number:03}.yaml", profile(content, number))
    return root


def profile(content: Content, number: int) -> dict[str, object]:
    """Return a profile that leaves out what ours leaves out."""
    without = left_out(content, number)
    return {
        "template": _TEMPLATE,
        "output_filename": f"p{number:03}",
        "sections": {"work": True, "education": True, "skills": True, "projects": False},
        "select": {"skills": {"exclude_categories": [without.skill.name]}},
        "overlays": {
            "work": [_without(job, without) for job in content.jobs if any(job == one for one, _ in without.bullets)]
        },
    }


def _without(job: Job, without: Without) -> dict[str, object]:
    gone = [_bullet(job, place) for one, place in without.bullets if one == job]
    return {"match": {"company": job.company}, "highlights": {"mode": "exclude", "items": gone}}


def _bullet(job: Job, place: int) -> str:
    return f"{job.id}-b{place}"


def _job(job: Job) -> dict[str, object]:
    return {
        "company": job.company,
        "title": job.title,
        "location": job.place,
        "start_date": job.start,
        "end_date": job.end,
        "highlights": [{"id": _bullet(job, place), "text": text} for place, text in enumerate(job.bullets)],
    }


def _school(content: Content) -> dict[str, object]:
    school = content.school
    return {
        "institution": school.name,
        "degree": school.degree,
        "field": school.field,
        "location": school.place,
        "start_date": school.start,
        "end_date": school.end,
    }

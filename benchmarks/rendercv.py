"""The content as an input file of RenderCV, in the format that `rendercv new` shows, with its own classic theme."""

import shutil
from pathlib import Path

from content import Content, left_out
from files import put

INPUT = "resume.yaml"
# The PDF alone, which is what it is measured by.
PDF_ALONE = ("--dont-generate-markdown", "--dont-generate-html", "--dont-generate-png")

# It fetches an icon package over the network at its first render. Where that cannot be had, this empty one of the same
# name takes its place: RenderCV then does a little less than usual, which favours it.
_ICONS = "typst/packages/preview/fontawesome/0.6.0"
_STAND_IN = {
    "typst.toml": '[package]\nname = "fontawesome"\nversion = "0.6.0"\nentrypoint = "lib.typ"\n',
    "lib.typ": "#let fa-icon(name, ..rest) = []\n",
}


def write(root: Path, content: Content, fonts: Path) -> Path:
    """Write an input file from nothing; `fonts` holds the face for Korean, of which it brings none."""
    shutil.rmtree(root, ignore_errors=True)
    put(root / INPUT, document(content))
    if content.lang == "ko":
        shutil.copytree(fonts, root / "fonts", ignore=shutil.ignore_patterns("*.py", "__pycache__", "*.txt"))
    return root


def lay_stand_in(cache: Path) -> None:
    """Put the empty icon package where the typesetter keeps what it has fetched."""
    folder = cache / _ICONS
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in _STAND_IN.items():
        (folder / name).write_text(text, encoding="utf-8")


def has_stand_in(cache: Path) -> bool:
    """Whether the empty icon package was laid."""
    path = cache / _ICONS / "lib.typ"
    return path.is_file() and path.read_text(encoding="utf-8") == _STAND_IN["lib.typ"]


def document(content: Content) -> dict[str, object]:
    """Return the input: the same lines as our first company's and cvloom's first profile."""
    without = left_out(content, 0)
    gone = {(job.id, place) for job, place in without.bullets}
    jobs = [
        {
            "company": job.company,
            "position": job.title,
            "location": job.place,
            "start_date": job.start,
            "end_date": job.end,
            "highlights": [text for place, text in enumerate(job.bullets) if (job.id, place) not in gone],
        }
        for job in content.jobs
    ]
    skills = [
        {"label": skill.name, "details": ", ".join(skill.words)} for skill in content.skills if skill != without.skill
    ]
    return {
        "cv": {
            "name": content.name,
            "headline": content.headline,
            "location": content.place,
            "email": content.email,
            "sections": {
                "summary": [content.summary],
                "experience": jobs,
                "skills": skills,
                "education": [_school(content)],
            },
        },
        "design": _design(content),
        "locale": {"language": "korean" if content.lang == "ko" else "english"},
    }


def _school(content: Content) -> dict[str, object]:
    school = content.school
    return {
        "institution": school.name,
        "area": school.field,
        "degree": school.degree,
        "location": school.place,
        "start_date": school.start,
        "end_date": school.end,
    }


def _design(content: Content) -> dict[str, object]:
    design: dict[str, object] = {"theme": "classic", "page": {"size": "a4"}}
    if content.lang == "ko":
        design["typography"] = {
            "font_family": "Pretendard",
            "font_size": {"body": "8.5pt"},
        }  # about ours; else a page more
    return design

"""The sample bases of `bases/`, and the way from YAML text to a document and a page, without a disk in between."""

import datetime as dt
from functools import cache
from pathlib import Path

from resume_tailor import pipeline
from resume_tailor.problems import render as shown
from resume_tailor.template import Template, read_template
from resume_tailor.workspace import shipped_templates
from resume_tailor.yamlmarks import read

TODAY = dt.date(2026, 11, 23)
TEMPLATES = sorted(path.name for path in shipped_templates().iterdir() if (path / "template.yaml").is_file())
BASES = ("least", "most", "hostile", "two-pages", "right-to-left")
EVERY_SECTION = """
sections: [summary, work, projects, skills, education, activities, awards, certificates, publications, languages,
           volunteer, military, interests, references]
"""


def source(name: str) -> str:
    """The YAML text of a sample base."""
    return (Path(__file__).parent / "bases" / f"{name}.yaml").read_text(encoding="utf-8")


def load(yaml: str) -> pipeline.Base:
    return pipeline.load_base([read("resume/base.yaml", yaml.encode())])


def profile(yaml: str, base: pipeline.Base):
    """A profile by its YAML text; without any, the one that keeps everything."""
    return (
        pipeline.load_profile("acme", [read("companies/acme.yaml", yaml.encode())], base)
        if yaml
        else (pipeline.no_profile())
    )


@cache
def template(name: str) -> Template:
    folder = shipped_templates() / name
    return read_template(name, f"templates/{name}", {path.name: path.read_bytes() for path in folder.iterdir()})


def homemade(page: str, css: str = "", options: str = "{}", **parts: str) -> Template:
    """A template of one's own: its page, and included files by name without `.html.j2`."""
    files = {"template.html.j2": page, "style.css": css, "template.yaml": f"contract: 1\noptions: {options}\n"}
    files |= {f"{name}.html.j2": text for name, text in parts.items()}
    return read_template("mine", "templates/mine", {name: text.encode() for name, text in files.items()})


def draw(
    yaml: str, *, wishes: str = "", using: Template | str = "classic", lang: str = "ko", today: dt.date = TODAY, **more
) -> pipeline.Page:
    """The page of a base and a profile, both as YAML text."""
    base = load(yaml)
    if base.resume is None:
        raise ValueError(told(base.problems))
    drawn_with = template(using) if isinstance(using, str) else using
    return pipeline.draw(base.resume, profile(wishes, base), drawn_with, lang=lang, today=today, **more)


def told(problems) -> list[str]:
    """Problems as the user reads them, without source lines."""
    return [shown(problem, {}) for problem in problems]

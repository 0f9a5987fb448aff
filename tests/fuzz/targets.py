"""What bytes of strangers reach, each as a function of bytes that ends with a value or with problems.

A target raises nothing but `ProblemsError`, which it takes itself. A fuzzer starts from `corpus`: our own files.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samples import draw, source, template

from resume_tailor import html, overrides, pdftext, pipeline, typography
from resume_tailor.claims import new_claims
from resume_tailor.dates import means_now, parse
from resume_tailor.encoding import decode
from resume_tailor.fields import Report
from resume_tailor.guard import known_of
from resume_tailor.lint import lint_text, rules, wordrules
from resume_tailor.lint.data import shipped_lexicon
from resume_tailor.posting import extract_keywords, identify_role
from resume_tailor.posting.webpage import text_of
from resume_tailor.problems import ProblemsError, render
from resume_tailor.richtext import parse as rich
from resume_tailor.select import select
from resume_tailor.settings import read_settings
from resume_tailor.template import read_template
from resume_tailor.yamlmarks import read

REPOSITORY = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 23)
LONGEST = 20_000  # bytes: more only takes longer


@dataclass(frozen=True)
class Target:
    """Something to fuzz: what takes bytes, and the files of this repository to start from."""

    name: str
    run: Callable[[bytes], object]
    samples: tuple[str, ...]

    def corpus(self) -> Iterator[bytes]:
        """Yield what to start from."""
        yield b""
        for pattern in self.samples:
            for path in sorted(REPOSITORY.glob(pattern)):
                yield path.read_bytes()[:LONGEST]

    def try_one(self, data: bytes) -> None:
        """Take one input, as short as it may be; problems are an answer, and can be shown."""
        try:
            self.run(data[:LONGEST])
        except ProblemsError as error:
            for problem in error.problems:
                render(problem, {problem.place.path: data.decode("utf-8", "replace")})


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _base(name: str, data: bytes) -> object:
    base = pipeline.load_base([read(name, data)])
    if base.resume is None:
        return base.problems
    page = pipeline.draw(base.resume, pipeline.no_profile(), template("classic"), lang="ko", today=TODAY)
    return page.html


def _base_yaml(data: bytes) -> object:
    return _base("resume/base.yaml", data)


def _base_json(data: bytes) -> object:
    return _base("resume/base.json", data)


@cache
def _example() -> pipeline.Base:
    files = sorted((REPOSITORY / "resume").glob("*.yaml"))
    return pipeline.load_base([read(f"resume/{path.name}", path.read_bytes()) for path in files])


def _profile(data: bytes) -> object:
    base = _example()
    profile, problems = pipeline.try_profile("x", [read("companies/x.yaml", data)], base)
    if profile is None or base.resume is None:
        return problems
    return select(base.resume, profile)


def _settings(data: bytes) -> object:
    return read_settings(decode("resume.toml", data), Report(strict=True))


def _words(data: bytes) -> object:
    return wordrules.load([read("lint/own.yaml", data)], rules.NAMES, shipped_lexicon())


@cache
def _document() -> object:
    return draw(source("most")).document


def _template(data: bytes) -> object:
    files = {"template.html.j2": data, "style.css": b"", "template.yaml": b"contract: 1\n"}
    return html.render(_document(), read_template("mine", "templates/mine", files), {})


def _manifest(data: bytes) -> object:
    return read_template("mine", "templates/mine", {"template.html.j2": b"x", "style.css": b"", "template.yaml": data})


def _claims(data: bytes) -> object:
    resume = _example().resume
    if resume is None:
        raise AssertionError("the example cannot be read")
    new, _, held = _text(data).partition("\n")
    return new_claims(new, held.split("\n"), known_of(resume))


def _small(data: bytes) -> object:
    text = _text(data)
    with suppress(ProblemsError):
        overrides.setting(text)
    return parse(text), means_now(text), rich(text).plain, typography.unglue(typography.glue_words(text))


def _lint(data: bytes) -> object:
    return lint_text(_text(data), today=TODAY)


def _posting(data: bytes) -> object:
    text = _text(data)
    return identify_role(text), extract_keywords(text)


def _page(data: bytes) -> object:
    return text_of(_text(data))


def _pdf(data: bytes) -> object:
    return pdftext.text_of("p.pdf", data)


TARGETS = (
    Target("base.yaml", _base_yaml, ("tests/support/bases/*.yaml", "resume/*.yaml")),
    Target("base.json", _base_json, ("tests/support/bases/*.json",)),
    Target("profile", _profile, ("companies/*.yaml",)),
    Target("settings", _settings, ("resume.toml",)),
    Target("word list", _words, ("lint/*.yaml",)),
    Target("template", _template, ("templates/*/template.html.j2",)),
    Target("template.yaml", _manifest, ("templates/*/template.yaml",)),
    Target("claims", _claims, ("companies/*.yaml",)),
    Target("small texts", _small, ("README.md",)),
    Target("lint", _lint, ("README.ko.md", "docs/linting.ko.md")),
    Target("posting", _posting, ("postings/*.md",)),
    Target("web page", _page, ("templates/*/template.html.j2",)),
    Target("pdf", _pdf, ()),
)

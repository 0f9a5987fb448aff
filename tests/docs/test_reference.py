"""The reference says what the source says, and what it shows can be written."""

from dataclasses import fields, is_dataclass

import pytest
from readers import reading
from samples import BASES, EVERY_SECTION, draw, source

import reference_keys
import write_reference
from resume_tailor import cli
from resume_tailor.fields import Report
from resume_tailor.schema import BASE, PROFILE


def keys(kind, path=()):
    """Every key of a file with its kind, by path."""
    for name, part in reference_keys.inner(kind).items():
        yield (*path, name), part
        yield from keys(part, (*path, name))


KEYS = [(of, path, kind) for of, whole in (("base", BASE), ("profile", PROFILE)) for path, kind in keys(whole)]
FOLDERS = {"base": "resume", "profile": "companies"}


def test_the_pages_in_the_docs_are_those_that_the_source_makes():
    stale = [name for name, text in write_reference.wanted().items() if write_reference.written(name) != text]
    assert stale == [], "python scripts/write_reference.py writes them anew"


def test_every_key_says_what_it_means_in_both_languages():
    silent = [f"{of}: {'.'.join(path)}" for of, path, kind in KEYS if " · " not in reference_keys.doc_of(kind)]
    assert silent == []


@pytest.mark.parametrize("of", ["base", "profile"])
def test_every_example_can_be_written_under_its_key(of):
    data = reference_keys.workspace_data(FOLDERS[of])
    for path, kind in ((path, kind) for whose, path, kind in KEYS if whose == of):
        text = reference_keys.example(path, data, of)
        report = Report(strict=True)
        read = kind.read(reading(text).node, path[-1], report)
        assert (read is not None, report.problems) == (True, []), f"{'.'.join(path)}: {text}"


def test_every_command_and_each_of_its_options_is_told():
    page = write_reference.commands_page()
    assert [f"## {name}" for name in cli.COMMANDS if f"\n## {name}\n" not in page] == []
    assert set(write_reference.EXITS) <= set(cli.COMMANDS)


def parts_of(value):
    """The parts of a document, all the way down."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)
    elif is_dataclass(value) and type(value) in write_reference.PARTS:
        yield value
        for field in fields(value):
            yield from parts_of(getattr(value, field.name))


def test_what_is_said_never_to_be_empty_never_is():
    seen = set()
    drawn = [draw(source(name), wishes=EVERY_SECTION, lang=lang).document for name in BASES for lang in ("ko", "en")]
    for part in (part for document in drawn for part in parts_of(document)):
        for name, comment in write_reference.trailing_comments(type(part)).items():
            if comment.endswith(write_reference.NEVER):
                assert getattr(part, name), f"{type(part).__name__}.{name}"
                seen.add((type(part), name))
    assert len(seen) == write_reference.templates_page().count("| never |")

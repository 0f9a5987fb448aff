"""The example's pages, word for word. Where a change is meant, UPDATE_GOLDEN=1 pytest tests/golden; read the diff."""

import os
import re
import unicodedata
from pathlib import Path

import pytest

from resume_tailor.textlayer import read, visible_text

PAGES = Path(__file__).parent / "pages"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
BUILDS = [("base", "ko"), ("base", "en"), ("socar", "ko"), ("socar", "en"), ("dangol", "ko"), ("paynest", "en")]

every_build = pytest.mark.parametrize(("company", "lang"), BUILDS)


def squeezed(text: str) -> str:
    """The text without white space, bullets and joiners, and with an arrow in the one way that a PDF can hold it."""
    same = unicodedata.normalize("NFC", text).replace("\ufffe", "-").replace("→", "->")
    return re.sub(r"[\s\u2060\u200b•]+", "", same)


def without_foot(page: str, name: str) -> str:
    """A page's text without the running foot, `한지원 2 / 3`."""
    return re.sub(rf"\s*({re.escape(name)} )?\d+ / \d+\s*$", "", page)


@every_build
def test_a_page_reads_as_it_did(example, company, lang):
    page = visible_text(example.build(company, lang).html.read_text(encoding="utf-8")) + "\n"
    golden = PAGES / f"{company}.{lang}.txt"
    if UPDATE:
        golden.write_text(page, encoding="utf-8")
    assert golden.is_file(), "run it once with UPDATE_GOLDEN=1"
    assert page == golden.read_text(encoding="utf-8")


@every_build
def test_the_pdf_reads_like_the_page_from_the_first_letter_to_the_last(example, company, lang):
    built = example.build(company, lang)
    page = visible_text(built.html.read_text(encoding="utf-8"))
    name = page.partition("\n")[0]
    layer = read(built.pdf.read_bytes())
    assert squeezed("".join(without_foot(text, name) for text in layer.pages)) == squeezed(page)


@pytest.mark.parametrize(("company", "lang", "pages"), [("socar", "ko", 2), ("dangol", "ko", 2), ("paynest", "en", 2)])
def test_a_tailored_resume_is_two_pages(example, company, lang, pages):
    built = example.build(company, lang)
    assert built.manifest["outputs"][built.pdf.name]["pages"] == pages
    assert len(read(built.pdf.read_bytes()).pages) == pages


def test_every_company_of_the_example_has_its_page_here(example):
    companies = {path.stem for path in (example.root / "companies").glob("[!_]*.yaml")}
    assert {company for company, _ in BUILDS} == companies | {"base"}
    assert {path.stem for path in PAGES.iterdir()} == {f"{company}.{lang}" for company, lang in BUILDS}

"""Every shipped template with every sample: what any template must keep to, whatever it looks like."""

import re
from functools import cache

import pytest
from markup import parse
from samples import BASES, EVERY_SECTION, TEMPLATES, draw, source, template

from resume_tailor import pdf, textlayer
from resume_tailor.problems import Severity
from resume_tailor.workspace import shipped_templates

WISHES = f"privacy: {{address: show, birth: show}}\n{EVERY_SECTION}"
FOREIGN_LETTERS = {"fallback-font", "missing-glyph"}

every_page = pytest.mark.parametrize(
    ("name", "sample", "lang"),
    [(name, sample, lang) for name in TEMPLATES for sample in BASES for lang in ("ko", "en")],
)


@cache
def drawn(name, sample, lang):
    return draw(source(sample), wishes=WISHES, using=name, lang=lang)


@cache
def printed(name, sample, lang):
    folder = shipped_templates() / name
    return pdf.render(drawn(name, sample, lang).html, roots=[folder], base=folder)


def page_of(name, sample, lang):
    return parse(drawn(name, sample, lang).html)


# --- The page ---


@every_page
def test_the_head_says_language_title_and_author(name, sample, lang):
    page, doc = page_of(name, sample, lang), drawn(name, sample, lang).document
    metas = {meta.attributes.get("name"): meta.attributes.get("content") for meta in page.all("meta")}
    assert drawn(name, sample, lang).html.lower().startswith("<!doctype html>\n<html ")
    assert page.one("html").attributes["lang"] == lang == doc.lang
    assert page.one("title").text == doc.title
    assert metas["author"] == doc.person.name
    assert page.all("meta")[0].attributes == {"charset": "utf-8"}
    assert "width=device-width" in metas["viewport"]


@every_page
def test_headings_are_the_person_the_sections_and_the_named_entries(name, sample, lang):
    doc = drawn(name, sample, lang).document
    expected = [("h1", doc.person.name)]
    for section in doc.sections:
        expected.append(("h2", section.title))
        expected += [("h3", entry.name.plain) for entry in section.entries if entry.name]
    found = page_of(name, sample, lang).all("h1", "h2", "h3", "h4", "h5", "h6")
    assert [(heading.tag, " ".join(heading.text.split())) for heading in found] == expected


@every_page
def test_each_entry_and_bullet_has_its_id_in_the_order_of_the_selection(name, sample, lang):
    ids = [
        element.attributes["data-id"]
        for element in page_of(name, sample, lang).all()
        if "data-id" in element.attributes
    ]
    assert tuple(ids) == drawn(name, sample, lang).selection.kept_ids()


@every_page
def test_nothing_is_empty(name, sample, lang):
    empty = [
        element.tag
        for element in page_of(name, sample, lang).all()
        if element.tag not in {"img", "meta", "style", "link", "br", "hr"}
        and not element.text.strip()
        and not element.all("img")
    ]
    assert empty == []
    hollow = [
        (e.tag, key) for e in page_of(name, sample, lang).all() for key, value in e.attributes.items() if not value
    ]
    assert hollow == []


@every_page
def test_every_text_of_the_document_is_on_the_page(name, sample, lang):
    doc = drawn(name, sample, lang).document
    seen = " ".join(textlayer.visible_text(drawn(name, sample, lang).html).split())
    texts = [contact.text for contact in doc.person.contacts] + [doc.person.label.plain]
    for section in doc.sections:
        texts += [section.title, section.note]
        for entry in section.entries:
            parts = [entry.name, entry.role, entry.organization, entry.summary, *entry.keywords]
            parts += [part.text for part in (*entry.story, *entry.bullets, *entry.details)]
            texts += [part.plain for part in parts]
            texts += [entry.location, entry.dates.text, *(part.label for part in (*entry.story, *entry.details))]
    assert [text for text in texts if " ".join(text.split()) not in seen] == []


@every_page
def test_every_link_of_the_document_is_a_link_on_the_page(name, sample, lang):
    doc = drawn(name, sample, lang).document
    wanted = {contact.href for contact in doc.person.contacts}
    for entry in (entry for section in doc.sections for entry in section.entries):
        texts = [entry.summary, *(part.text for part in (*entry.story, *entry.bullets))]
        wanted |= {entry.url, *(run.href for text in texts for run in text.runs)}
    links = page_of(name, sample, lang).all("a")
    assert {link.attributes["href"] for link in links} == wanted - {""}
    assert {link.attributes["href"].partition(":")[0] for link in links} <= {"https", "http", "mailto", "tel"}
    assert [link for link in links if link.all("a")] == []


@every_page
def test_nothing_comes_from_the_network(name, sample, lang):
    page = page_of(name, sample, lang)
    css = template(name).css
    assert page.all("script", "link", "iframe", "object", "embed", "base", "form") == []
    assert [e.attributes["src"] for e in page.all() if not e.attributes.get("src", "data:").startswith("data:")] == []
    assert re.findall(r"@import|url\((?!['\"]?data:)|https?:|expression|javascript", css) == []


@every_page
def test_no_letter_leans(name, sample, lang):
    css = re.sub(r"/\*.*?\*/", "", template(name).css, flags=re.DOTALL)
    assert re.findall(r"italic|oblique", css) == []
    leaning = page_of(name, sample, lang).all("i", "em", "cite", "dfn", "address", "var")
    assert not leaning or re.search(r"\bem\b[^{}]*\{[^{}]*font-style:\s*normal", css)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_picture_is_shown_with_the_name_in_its_stead(name):
    html = draw(source("most"), using=name, photo="data:image/png;base64,AA==").html
    assert parse(html).one("img").attributes | {"class": ""} == {
        "class": "",
        "src": "data:image/png;base64,AA==",
        "alt": "한지원",
    }


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_option_reaches_the_page(name):
    own = template(name)
    examples = {"color": "#123abc", "length": "11mm", "number": "7", "flag": "true"}
    for key, option in own.options.items():
        values = [*option.choices, examples.get(option.type, "")]
        other = next(value for value in values if value and value != option.default)
        assert other in draw(source("least"), using=name, wishes=f"options: {{{key}: '{other}'}}").html


# --- The PDF ---


@every_page
def test_a_pdf_is_made_without_a_word_of_complaint(name, sample, lang):
    made = printed(name, sample, lang)
    checked = textlayer.check(made, drawn(name, sample, lang).html)
    found = {*made.problems, *checked}
    if sample == "right-to-left":
        found = {problem for problem in found if problem.rule not in FOREIGN_LETTERS}
    assert found == set()


@pytest.mark.parametrize("name", TEMPLATES)
def test_foreign_letters_come_with_a_warning_and_stop_nothing(name):
    made = printed(name, "right-to-left", "ko")
    checked = textlayer.check(made, drawn(name, "right-to-left", "ko").html)
    foreign = [problem for problem in (*made.problems, *checked) if problem.rule in FOREIGN_LETTERS]
    assert foreign != []
    assert {problem.severity for problem in foreign} == {Severity.WARNING}


@every_page
def test_a_pdf_has_title_language_outline_and_our_fonts(name, sample, lang):
    layer, doc = textlayer.read(printed(name, sample, lang).data), drawn(name, sample, lang).document
    outline = [doc.person.name] if doc.person.name else []
    for section in doc.sections:
        outline += [section.title, *(entry.name.plain for entry in section.entries if entry.name)]
    assert (layer.title, layer.lang) == (doc.title, lang)
    assert [" ".join(title.split()) for title in layer.outline] == outline
    if sample != "right-to-left":
        assert set(layer.fonts) <= {"Pretendard-Regular", "Pretendard", "Pretendard-Bold"}


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize(("sample", "pages"), [("least", 1), ("two-pages", 2)])
def test_how_long_a_sample_is(name, sample, pages):
    assert printed(name, sample, "ko").pages == pages


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_runs_out_of_its_page(name):
    """A word without a place to break would."""
    import pypdfium2

    with pypdfium2.PdfDocument(printed(name, "hostile", "ko").data) as document:
        for page in document:
            width, height = page.get_size()
            for text in page.get_objects():
                left, bottom, right, top = text.get_bounds()
                assert left >= 0
                assert bottom >= 0
                assert right <= width + 1
                assert top <= height + 1


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_text_layer_reads_from_top_to_bottom(name):
    """One reading order: each entry's name stands in the text where it stands on the page."""
    text = "".join("\n".join(textlayer.read(printed(name, "most", "ko").data).pages).split())
    doc = drawn(name, "most", "ko").document
    places = []
    for section in doc.sections:
        for entry in section.entries:
            words = [entry.name.plain, entry.role.plain, entry.dates.text, *(b.text.plain for b in entry.bullets)]
            places += [text.find("".join(word.split()), places[-1] if places else 0) for word in words if word]
    assert -1 not in places

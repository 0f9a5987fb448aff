"""A document and a template to HTML: no text can become markup, and no mistake in a template goes without its place."""

import string
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import parse, skeleton
from samples import EVERY_SECTION, TEMPLATES, draw, homemade, source, template, told

from resume_tailor import html
from resume_tailor.document import Document
from resume_tailor.problems import ProblemsError
from resume_tailor.richtext import RichText, Run
from resume_tailor.template import read_template
from resume_tailor.textlayer import visible_text

DOCUMENT = draw(
    source("most"),
    wishes=f"privacy: {{address: show, birth: show, photo: show}}\n{EVERY_SECTION}",
    photo="data:image/png;base64,AA==",
).document
WRITTEN_BY_US = {"kind", "lang"}  # no user's text ever comes here


def with_words(value, words: str, name: str = ""):
    """The same document with these words in place of every text that there is, attributes among them."""
    if isinstance(value, str):
        return value if name in WRITTEN_BY_US or not value else words
    if isinstance(value, RichText):
        return RichText((Run(words),)) if value else value
    if isinstance(value, tuple):
        return tuple(with_words(part, words) for part in value)
    if is_dataclass(value):
        parts = {part.name: getattr(value, part.name) for part in fields(value)}
        return replace(value, **{key: with_words(part, words, key) for key, part in parts.items()})
    return value


def rendered(doc: Document, name: str) -> str:
    chosen = template(name)
    options = {key: option.default for key, option in chosen.options.items()} | {"space": "1"}
    return html.render(doc, chosen, options)


def plain_page(page: str, doc: Document = DOCUMENT, options: str = "{}", **parts: str) -> str:
    """A page drawn with a template of one's own, without the style that is put into it."""
    own = homemade(page, options=options, **parts)
    values = {key: option.default for key, option in own.options.items()}
    return html.render(doc, own, values).removeprefix("<style>\n</style>\n")


def problem(page: str, options: str = "{}", **parts: str) -> str:
    """The one problem that a template has."""
    with pytest.raises(ProblemsError) as caught:
        plain_page(page, options=options, **parts)
    (found,) = told(caught.value.problems)
    return found


# --- No text becomes markup ---

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' style='position:fixed' x='",
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    "</head>",
    "--><script>alert(1)</script><!--",
    "<![CDATA[x]]>",
    "{{7*7}}",
    "{{ doc.__class__ }}{% for x in doc %}{{ x }}{% endfor %}{# x #}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&quot;&#62;&apos;",
    "javascript:alert(1)",
    "a\x00b\x07c\x1bd\x7fe\u202ef\u2028g\ufeffh",
    "\ud83d",
]


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_changes_the_elements_and_attributes_of_a_page(words, name):
    harmless = rendered(with_words(DOCUMENT, "harmless"), name)
    hostile = rendered(with_words(DOCUMENT, f"{words}harmless"), name)
    assert skeleton(hostile) == skeleton(harmless)


@pytest.mark.parametrize("name", TEMPLATES)
@given(words=st.text(max_size=40))
def test_no_text_at_all_changes_them(words, name):
    assert skeleton(rendered(with_words(DOCUMENT, f"a{words}b"), name)) == HARMLESS[name]


HARMLESS = {name: skeleton(rendered(with_words(DOCUMENT, "harmless"), name)) for name in TEMPLATES}


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("words", [words for words in HOSTILE if words.isprintable()])
def test_a_hostile_text_is_read_as_it_was_written(words, name):
    page = parse(rendered(with_words(DOCUMENT, words), name))
    assert page.one("title").text == words
    assert page.one("h1").text == words
    assert {item.attributes["data-id"] for item in page.all() if "data-id" in item.attributes} == {words}
    assert " ".join(words.split()) in visible_text(rendered(with_words(DOCUMENT, words), name))


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_hostile_base_has_no_element_that_a_harmless_one_lacks(name):
    page = parse(draw(source("hostile"), using=name).html)
    allowed = {element.tag for element in parse(rendered(DOCUMENT, name)).all()}
    links = [element.attributes["href"] for element in page.all("a")]
    assert {element.tag for element in page.all()} <= allowed
    assert not [key for element in page.all() for key in element.attributes if key.startswith("on")]
    assert {href.partition(":")[0] for href in links} == {"https", "mailto", "tel"}
    assert len(page.all("style", "script", "link", "iframe", "img")) == 1
    assert "49" not in visible_text(draw(source("hostile"), using=name).html)


def test_a_template_shows_markup_that_we_read_and_no_other():
    doc = draw("basics: {name: 가, label: '**<b>굵게</b>** `<i>` [글](https://example.com/?a=1&b=2)'}").document
    assert plain_page("{{ doc.person.label }}", doc) == (
        '<strong>굵게</strong> <code>&lt;i&gt;</code> <a href="https://example.com/?a=1&amp;b=2">글</a>'
    )


# --- Style ---


def test_the_css_goes_into_the_head_behind_what_stands_there():
    own = homemade(
        "<!doctype html>\n<html><head><title>x</title></HEAD ><body></body></html>", "p > b { color: red }\n"
    )
    assert html.render(DOCUMENT, own, {}) == (
        "<!doctype html>\n<html><head><title>x</title><style>\np > b { color: red }\n</style>\n</HEAD >"
        "<body></body></html>"
    )


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html>\n<html>{}<body></body></html>",
        "<!doctype html>\n{}<body class=x>",
        "<!DOCTYPE html>\n{}<p>가",
        "{}<p>가",
    ],
)
def test_a_page_may_leave_its_head_out(page):
    assert html.render(DOCUMENT, homemade(page.format("")), {}) == page.format("<style>\n</style>\n")


def test_css_cannot_end_its_element():
    own = homemade("<html><head></head><body></body></html>", "p::after { content: '</style><script>' }")
    style = parse(html.render(DOCUMENT, own, {})).one("style")
    assert style.text == "\np::after { content: '<\\/style><script>' }"


def test_the_css_is_no_template():
    own = homemade("<html><head></head></html>", "p::after { content: '{{ doc }}' }")
    assert "{{ doc }}" in html.render(DOCUMENT, own, {})


# --- What a template may use ---


def test_a_template_sees_the_document_and_its_options():
    page = "{{ doc.person.name }} {{ doc.sections[0].entries[0].id }} {{ option.accent }} {{ doc.position or '없음' }}"
    assert plain_page(page, options="{accent: {type: color, default: '#123456'}}") == "한지원 summary #123456 없음"


def test_an_option_may_have_any_name():
    options = "{items: {type: number, default: '3'}, copy: {type: flag, default: 'true'}}"
    assert plain_page("{{ option.items }} {{ option.copy }}", options=options) == "3 true"


def test_a_template_may_include_import_and_extend_its_own_files():
    start = "{% extends 'frame.html.j2' %}{% from 'words.html.j2' import shout %}"
    page = start + "{% block body %}{{ shout('가') }}{% endblock %}"
    frame = "<main>{% block body %}{% endblock %}{% include 'foot.html.j2' %}</main>"
    words = "{% macro shout(word) %}{{ word }}!{% endmacro %}"
    assert plain_page(page, frame=frame, words=words, foot="{{ doc.lang }}") == "<main>가!ko</main>"


@pytest.mark.parametrize(
    "name",
    [
        "range",
        "lipsum",
        "dict",
        "cycler",
        "joiner",
        "namespace",
        "config",
        "request",
        "self.environment",
        "__import__",
        "open",
        "print",
        "get_flashed_messages",
    ],
)
def test_no_other_name_exists(name):
    bare = name.partition(".")[0]
    found = problem(f"<p>{{{{ {name}() }}}}</p>")
    assert found.startswith("templates/mine/template.html.j2:1:")
    assert bare == "self" or f"'{bare}' is undefined" in found


@pytest.mark.parametrize(
    ("escape", "message"),
    [
        ("''.__class__", "access to attribute '__class__' of 'str' object is unsafe."),
        ("''.__class__.__mro__", "access to attribute '__class__' of 'str' object is unsafe."),
        ("doc.__class__.__mro__", "access to attribute '__class__' of 'Document' object is unsafe."),
        ("doc['__class__']", "access to attribute '__class__' of 'Document' object is unsafe."),
        ("doc|attr('__class__')", "access to attribute '__class__' of 'Document' object is unsafe."),
        ("doc.__init__.__globals__", "access to attribute '__init__' of 'Document' object is unsafe."),
        ("doc.sections.__class__", "access to attribute '__class__' of 'tuple' object is unsafe."),
        ("doc.person.label.__html__.__globals__", "access to attribute '__html__' of 'RichText' object is unsafe."),
        ("doc.person.label.__html__.__func__", "access to attribute '__html__' of 'RichText' object is unsafe."),
        ("option.__init__.__globals__", None),
        ("'{0.__class__}'.format(doc)", "access to attribute '__class__' of 'Document' object is unsafe."),
        ("'{a.__class__}'.format_map({'a': doc})", "access to attribute '__class__' of 'Document' object is unsafe."),
        ("('{0.__class__}'|attr('format'))(doc)", "access to attribute '__class__' of 'Document' object is unsafe."),
        ("['{0.__class__}']|map('format', doc)|first|attr('__len__')", None),
        ("[doc]|map(attribute='__class__')|map(attribute='__mro__')|list", None),
        ("[doc]|map(attribute='__class__')|join", None),
        ("[doc]|sum(attribute='__class__')", "access to attribute '__class__' of 'Document' object is unsafe."),
        ("[].append(1)", "access to attribute 'append' of 'list' object is unsafe."),
        ("{}.update({'a': 1})", "access to attribute 'update' of 'dict' object is unsafe."),
        ("self.__init__.__globals__", None),
        ("doc.person.label.__class__.__subclasses__()", None),
    ],
)
def test_the_sandbox_lets_nothing_out(escape, message):
    found = problem(f"<p>\n  {{{{ {escape} }}}}</p>")
    assert found.startswith("templates/mine/template.html.j2:2:")
    assert "error: cannot be drawn: " in found or "undefined" in found or "has no attribute" in found
    assert message is None or message in found


@pytest.mark.parametrize("path", ["/etc/passwd", "../../resume/base.yaml", "style.css", "template.yaml"])
def test_a_template_reads_no_other_file(path):
    assert problem(f"<p>\n{{% include '{path}' %}}") == (
        f"templates/mine/template.html.j2:2:1: error: cannot be drawn: {path} [template-error]"
    )


def test_a_document_cannot_be_changed():
    for change in ["{% set doc.lang = 'x' %}", "{% set x = namespace(a=1) %}"]:
        assert "error:" in problem(change)
    assert plain_page("{% set doc = 1 %}{{ doc }}") == "1"
    assert plain_page("{{ doc.lang }}") == "ko"


# --- Names that do not exist ---


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("{{ doc.persn.name }}", 8, "Document has no part 'persn' (did you mean 'person'?)"),
        ("{% if doc.sektions %}{% endif %}", 11, "Document has no part 'sektions' (did you mean 'sections'?)"),
        ("{{ doc.person.nmae }}", 15, "Person has no part 'nmae' (did you mean 'name'?)"),
        ("{{ doc.zzz }}", 8, "Document has no part 'zzz'"),
        ("{{ doc['titel'] }}", 9, "Document has no part 'titel' (did you mean 'title'?)"),
        ("{{ doc.person.label.plian }}", 21, "RichText has no part 'plian' (did you mean 'plain'?)"),
        ("{% for s in doc.sections %}{{ s.name }}{% endfor %}", 33, "Section has no part 'name'"),
        (
            "{% for e in doc.sections[1].entries %}{{ e.bulets }}{% endfor %}",
            44,
            "Entry has no part 'bulets' (did you mean 'bullets'?)",
        ),
        (
            "{% for c in doc.person.contacts %}{{ c.labl }}{% endfor %}",
            40,
            "Contact has no part 'labl' (did you mean 'label'?)",
        ),
        (
            "{{ doc.sections[1].entries[0].dates.strat }}",
            37,
            "Dates has no part 'strat' (did you mean 'start'?)",
        ),
        ("{{ doc.sections[99].title }}", 1, "tuple object has no element 99"),
        ("{{ option.accnt }}", 11, "the template has no option 'accnt' (did you mean 'accent'?)"),
        ("{{ option['accnt'] }}", 12, "the template has no option 'accnt' (did you mean 'accent'?)"),
        ("{{ option.zzz|upper }}", 11, "the template has no option 'zzz'"),
        ("{{ person.name }}", 4, "'person' is undefined"),
        ("{{ docs.lang }}", 4, "'docs' is undefined (did you mean 'doc'?)"),
        ("{{ options.accent }}", 4, "'options' is undefined (did you mean 'option'?)"),
        ("{{ doc }}{{ loop.index }}", 13, "'loop' is undefined"),
    ],
)
def test_a_name_that_does_not_exist_is_told_with_its_place(line, column, message):
    page = f"<html>\n  <p>한 줄</p>\n{line}\n</html>"
    expected = f"templates/mine/template.html.j2:3:{column}: error: {message} [template-name]"
    assert problem(page, options="{accent: {type: color, default: red}}") == expected


def test_a_name_in_a_macro_is_told_where_it_stands_and_not_where_the_macro_is_called():
    page = "{% macro head(entry) %}\n<h3>{{ entry.nam }}</h3>\n{% endmacro %}\n\n{{ head(doc.sections[0].entries[0]) }}"
    assert problem(page) == (
        "templates/mine/template.html.j2:2:14: error: Entry has no part 'nam' (did you mean 'name'?) [template-name]"
    )


@pytest.mark.parametrize(
    ("page", "part"),
    [
        ("<p>\n{% include 'part.html.j2' %}", "<b>\n<i>{{ doc.titel }}"),
        (
            "<p>\n{% from 'part.html.j2' import head %}{{ head(doc) }}",
            "{% macro head(doc) %}\n<i>{{ doc.titel }}{% endmacro %}",
        ),
        ("{% extends 'part.html.j2' %}", "<b>\n<i>{{ doc.titel }}{% block a %}{% endblock %}"),
    ],
    ids=["include", "import", "extends"],
)
def test_a_name_in_another_file_is_told_in_that_file(page, part):
    assert problem(page, part=part) == (
        "templates/mine/part.html.j2:2:11: error: Document has no part 'titel' (did you mean 'title'?) [template-name]"
    )


@pytest.mark.parametrize("test", ["{% if doc.titel %}x{% endif %}", "{% if doc.titel is defined %}x{% endif %}"])
def test_a_wrong_name_is_no_quiet_false(test):
    if "defined" in test:
        assert plain_page(test) == ""  # who asks whether it is there gets an answer
    else:
        assert "has no part 'titel'" in problem(test)


# --- Other mistakes ---


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>\n{% if doc %}\n</p>", "template.html.j2:3:1: error: Unexpected end of template"),
        ("<p>\n<b>{{ doc. }}</b>", "template.html.j2:2:1: error: expected name or number [template-syntax]"),
        ("<p>\n\n{{ doc }", "template.html.j2:3:1: error: unexpected '}' [template-syntax]"),
        ("{% endfor %}", "template.html.j2:1:1: error: Encountered unknown tag 'endfor'."),
        ("<p>\n{% fro x in doc.sections %}", "template.html.j2:2:1: error: Encountered unknown tag 'fro'."),
        ("<p>\n{{ doc|uper }}", "template.html.j2:2:1: error: No filter named 'uper'"),
        ("<p>\n{{ doc is emty }}", "template.html.j2:2:1: error: No test named 'emty'"),
        ("<p>\n{{ 1 / 0 }}", "template.html.j2:2:1: error: cannot be drawn: division by zero [template-error]"),
        ("<p>\n{{ doc.lang + 1 }}", "template.html.j2:2:1: error: cannot be drawn: can only concatenate str"),
        ("<p>\n{{ doc.lang() }}", "template.html.j2:2:1: error: cannot be drawn: 'str' object is not callable"),
        ("<p>\n{{ {'a': 1}|xmlattr|int('x')|round('y', 'z') }}", "template.html.j2:2:1: error: cannot be drawn: "),
        ("<p>\n{{ ['b', 1]|sort }}", "template.html.j2:2:1: error: cannot be drawn: '<' not supported"),
        (
            "{% macro a(x) %}\n{{ b(x) }}{% endmacro %}{% macro b(x) %}{{ a(x) }}{% endmacro %}{{ a(1) }}",
            "template.html.j2:2:1: error: cannot be drawn: ",
        ),
        (
            "<p>\n" + "{% for a in doc.sections %}" * 30 + "{% endfor %}" * 30,
            "template.html.j2: error: cannot be drawn: too many statically nested blocks",
        ),
        (
            "<p>\n{{ " + "-" * 5000 + "1 }}",
            "template.html.j2: error: cannot be drawn: maximum recursion depth exceeded",
        ),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_file_and_line(page, expected):
    assert problem(page).startswith(f"templates/mine/{expected}")


def test_a_syntax_error_in_an_included_file_is_told_there():
    found = problem("<p>\n{% include 'part.html.j2' %}", part="<b>\n\n  {% if %}")
    assert found.startswith("templates/mine/part.html.j2:3:3: error: ")


def test_a_mistake_in_a_file_that_is_never_included_is_nobodys_business():
    assert plain_page("<p>", part="{% if %}") == "<p>"


def test_the_same_template_is_compiled_once_and_another_one_anew():
    first = template("classic")
    assert html._environment(tuple(first.sources.items())) is html._environment(tuple(first.sources.items()))
    assert plain_page("{{ doc.lang }}") == "ko"
    assert plain_page("{{ doc.lang|upper }}") == "KO"


@given(st.text(alphabet=string.printable + "{%}#", max_size=60))
def test_no_template_text_ends_in_anything_but_a_page_or_a_problem(text):
    files = {"template.html.j2": text.encode(), "style.css": b"", "template.yaml": b"contract: 1"}
    own = read_template("mine", "templates/mine", files)
    with suppress(ProblemsError):
        assert "<style>\n</style>" in html.render(DOCUMENT, own, {})

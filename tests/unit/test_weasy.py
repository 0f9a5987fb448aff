"""How WeasyPrint is loaded: lean, quick, as it is elsewhere, and with nothing left behind."""

import ctypes.util
import importlib.util
import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

import resume_tailor
from resume_tailor.weasy import lines, loading, quick

SOURCE = Path(resume_tailor.__file__).parents[1]
ROOT = SOURCE.parent
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are found in another way")


def fresh(program, *words):
    """What a program prints in a process of its own, where a warning is an error."""
    env = os.environ | {"PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-W", "error", "-c", program, *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


# --- loading ---

COLD = """
import ctypes.util, sys
asked = []
def hunt(name):
    asked.append(name)
ctypes.util.find_library = hunt
from resume_tailor import pdf
assert not {"weasyprint", "pypdfium2", "uharfbuzz"} & set(sys.modules), "imported before it is needed"
pdf.libraries()
print(asked, ctypes.util.find_library is hunt)
"""


@linux
def test_weasyprint_is_loaded_when_needed_and_hunts_for_no_library():
    assert fresh(COLD) == "[] True\n"


NEVER = ("cffi", "pycparser", "fontTools.subset", "fontTools.varLib", "fontTools.ttLib.woff2")


@linux
def test_nothing_is_loaded_that_a_resume_does_not_need():
    loaded = fresh("import sys\nfrom resume_tailor import pdf\npdf.preload()\nprint(*sys.modules)").split()
    assert "weasyprint" in loaded
    assert [name for name in loaded if name.startswith(NEVER)] == []


STAND_INS = """
import tinycss2
parse = tinycss2.parse_stylesheet
from resume_tailor import pdf
pdf.libraries()
assert tinycss2.parse_stylesheet is parse
from weasyprint.pdf import fonts
from weasyprint.text import fonts as text_fonts
print(fonts.subset.Options.__module__, text_fonts.woff2.decompress.__module__)
try:
    fonts.instantiateVariableFont("no font", {})
except Exception as error:
    print(error.__traceback__.tb_next.tb_next.tb_frame.f_globals["__name__"])
import cffi, fontTools.subset, fontTools.varLib.instancer
print(cffi.FFI.__module__, fontTools.subset.Options is fonts.subset.Options, fontTools.varLib.instancer.__file__ != "")
try:
    fonts.subset.nothing
except AttributeError as error:
    print(error)
"""


@linux
def test_a_stand_in_answers_as_the_real_module_and_leaves_its_place_to_it():
    assert fresh(STAND_INS).splitlines() == [
        "fontTools.subset fontTools.ttLib.woff2",
        "fontTools.varLib.instancer",
        "cffi.api True True",
        "module 'fontTools.subset' has no attribute 'nothing'",
    ]


def test_a_module_that_is_there_already_keeps_its_place():
    with loading._stand_ins([SimpleNamespace(__name__="json"), SimpleNamespace(__name__="nowhere")]):
        assert (sys.modules["json"], "nowhere" in sys.modules) == (json, True)
    assert (sys.modules["json"], "nowhere" in sys.modules) == (json, False)


PAGE = """
import hashlib
from resume_tailor import pdf
from resume_tailor.weasy import loading
{change}
html = '<html lang=ko><title>x</title><style>a{{display:inline-block}}</style><h1><a>다라 마바</a></h1>' + '사아 ' * 400
data = pdf.render(html, roots=[pdf.Path()], base=pdf.Path()).data
import sys
print(hashlib.sha256(data).hexdigest(), "pycparser" in sys.modules)
"""


@linux
@pytest.mark.parametrize(
    "change",
    ["loading._source_sha256 = lambda: 'another version'", "loading._SONAMES = ('libnowhere.so.7',)"],
    ids=["declarations", "sonames"],
)
def test_another_weasyprint_or_system_makes_the_same_file_the_long_way(change):
    quickly, slowly = fresh(PAGE.format(change="")).split(), fresh(PAGE.format(change=change)).split()
    assert (quickly[0], quickly[1], slowly[1]) == (slowly[0], "False", "True")


def test_the_declarations_are_those_of_the_installed_weasyprint():
    spec = importlib.util.spec_from_file_location("write_data", ROOT / "scripts/write_data.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.DECLARED.read_text(encoding="utf-8") == script.declared(), "run scripts/write_data.py"


@pytest.mark.parametrize("spec", [None, SimpleNamespace(loader=None, submodule_search_locations=["x"])])
def test_declarations_that_cannot_be_read_are_others(monkeypatch, spec):
    monkeypatch.setattr(loading, "find_spec", lambda _name: spec)
    assert (loading._source_sha256(), loading._cffi()) == ("", None)


def test_the_hunt_comes_back_whatever_happens():
    before = ctypes.util.find_library
    with pytest.raises(RuntimeError), loading._no_library_hunt():
        raise RuntimeError(ctypes.util.find_library("pango-1.0"))
    assert ctypes.util.find_library is before


# --- quick ---


class Preferred:
    """Stands in for WeasyPrint's measuring, and notes what was asked."""

    def __init__(self, narrowest, widest):
        self.widths = {"min": narrowest, "max": widest}
        self.asked = []

    def _width(self, kind):
        self.asked.append(kind)
        return self.widths[kind]

    def min_content_width(self, _context, _box, **_outer):
        return self._width("min")

    def max_content_width(self, _context, _box, **_outer):
        return self._width("max")


@pytest.mark.parametrize("narrowest", [0, 3, 5, 8])
@pytest.mark.parametrize("widest", [0, 3, 5, 8])
@pytest.mark.parametrize("available", [-1, 0, 4, 5, 9])
def test_shrinking_to_fit_gives_what_css_says(monkeypatch, narrowest, widest, available):
    preferred = Preferred(narrowest, widest)
    monkeypatch.setattr(quick, "import_module", lambda _name: preferred)
    assert quick.shrink_to_fit(None, None, available) == min(max(narrowest, available), widest)
    assert preferred.asked == (["max"] if widest <= available else ["max", "min"])


def test_what_a_later_version_does_otherwise_is_left_alone(monkeypatch):
    def other(context, box, available_content_width, more):
        """Of a later version."""

    theirs = SimpleNamespace(shrink_to_fit=other, characters_until_regex=None)
    monkeypatch.setattr(quick, "import_module", lambda _name: theirs)
    quick.quicken()
    assert (theirs.shrink_to_fit, theirs.characters_until_regex) == (other, None)


def test_patterns_are_kept_and_those_of_tinyhtml5(monkeypatch):
    stream = import_module("tinyhtml5.inputstream")
    made = []
    monkeypatch.setattr(stream, "re", SimpleNamespace(compile=lambda text: made.append(text) or re.compile(text)))
    for characters in (frozenset("<&\0"), ("]", "^", "-", "\\"), "가"):
        for opposite in (False, True):
            monkeypatch.setattr(stream, "characters_until_regex", {})
            stream.HTMLUnicodeInputStream(stream.StringIO("x")).chars_until(characters, opposite=opposite)
            ours = quick.Patterns()
            assert ours[characters, opposite].pattern == made.pop()
            assert ours[characters, opposite] is ours[characters, opposite]


WILD = r"""
import hashlib, sys
from resume_tailor import pdf, weasy
if sys.argv[1:] == ["slowly"]:
    weasy.quicken = lambda: None
css = r'''
  :root { --far: 3mm; font-size: 9pt; direction: ltr }
  p { width: 70mm; margin-inline: var(--far) calc(2 * var(--far)); padding-block-start: 1ex; line-height: 1.4 }
  p:first-line { font-weight: 700; letter-spacing: 0.1em } p:first-letter { font-size: 2em }
  .right { direction: rtl; padding-inline-start: 5mm; border-inline-end: 1pt solid } .right b { all: initial }
  .even { text-align: justify; text-align-last: justify; word-spacing: 2pt }
  .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  .clamp { max-lines: 2; block-ellipsis: auto } .pre { white-space: pre-wrap; tab-size: 4 }
  .small { font-variant: small-caps; font-feature-settings: "tnum" 1; text-transform: uppercase }
  .line { text-decoration: underline wavy; text-underline-offset: 0.2em } s { text-decoration-thickness: 2px }
  .hyphens { hyphens: auto; width: 20mm } .any { overflow-wrap: anywhere; width: 8mm } .none { width: 1mm }
  .columns { columns: 2 } .flex { display: flex; gap: 1em } .grid { display: grid; grid-template-columns: 1fr 2fr }
  aside { float: right; width: 20mm; inherit: none } .abs { position: absolute; inset: 1mm auto auto 90mm }
  ul { list-style: disc inside } li::before { content: counter(list-item) "\A" }
  .in { display: inline-block; width: 9mm }
  .inherit { border: 1pt solid; } .inherit i { border: inherit; margin: inherit; color: initial; font: unset }
  @page { size: 120mm 90mm; margin: 9mm; @bottom-center { content: counter(page) "/" counter(pages) } }
'''
texts = (
    "한국어 문장이 여러 줄에 걸쳐 이어지고, SQL과 Python을 섞어 씁니다. 재구매율 8%→11% ",
    "A long English sentence: internationalization, office ligatures (ffi), AV kerning — soft\u00adhyphens. ",
    "עברית ואנגלית together, 123. ", "tab\there\na new line\r\nand\u2028another\u2029paragraph ",
    "☎ 🙂 é e\u0301 \u3000 ",
)
kinds = "right even cut clamp pre small line hyphens any none columns flex grid abs inherit"
for kind in ("", *kinds.split()):
    parts = "".join(
        f"<p class='{kind}'>{text * 2}<b>{text}<i>{text}</i></b><s>{text}</s><a href='https://a.kr'>a</a></p>"
        for text in texts
    )
    rest = "<aside>aside <span class=in>in</span></aside><ul><li>하나<li>둘</ul><table><tr><td>a<td>b b b</table>"
    svg = "<svg width=90 height=20><text x=1 y=9 font-size=8>그림 text</text></svg><input value='in a form'>"
    html = f"<html lang=ko><title>x</title><style>{css}</style><div class='{kind}'>{parts}{rest}{svg}</div></html>"
    laid = pdf.layout(html, roots=[pdf.Path()], base=pdf.Path())
    once, twice = laid.write().data, laid.write().data
    assert once == twice, kind
    print(kind, laid.pages, hashlib.sha256(once).hexdigest())
from weasyprint.text import line_break
print(line_break.Layout.__module__)
"""


def test_what_is_done_once_gives_the_bytes_of_what_is_done_twice():
    quickly, slowly = fresh(WILD).splitlines(), fresh(WILD, "slowly").splitlines()
    assert quickly[:-1] == slowly[:-1]
    assert (quickly[-1], slowly[-1]) == ("resume_tailor.weasy.lines", "weasyprint.text.line_break")


CUT = """
import hashlib, sys
from resume_tailor import pdf, weasy
if sys.argv[1:] == ["slowly"]:
    weasy.quicken = lambda: None
css = "div, p { max-lines: 1; block-ellipsis: auto } p { overflow-wrap: anywhere; width: 12mm }"
html = f"<html lang=en><title>x</title><style>{css}</style><div>" + "<p>internationalization</p>" * 2 + "</div></html>"
print(hashlib.sha256(pdf.render(html, roots=[pdf.Path()], base=pdf.Path()).data).hexdigest())
"""


def test_a_word_broken_at_a_letter_and_cut_with_an_ellipsis_keeps_it():
    assert fresh(CUT) == fresh(CUT, "slowly")


BOTH = """
from resume_tailor import pdf, weasy
from resume_tailor.weasy import styles
weasy.quicken = lambda: None
weasy.load()
from weasyprint import css
theirs, ours, keys = css.ComputedStyle.__missing__, styles.missing(css), set()
def both(style, key):
    expected = theirs(style.copy(), key)
    found = ours(style, key)
    assert (found, dict.get(style, key, found)) == (expected, expected), key
    keys.add(key)
    return found
css.ComputedStyle.__missing__ = both
rules = '''
  :root { --far: 3mm } body { direction: rtl; font: 9pt/1.4 serif; color: red; text-decoration: underline }
  p { margin-inline: var(--far) 1mm; padding-block-start: 1ex; border: 1pt solid; inset-inline-end: 2mm; width: 3cm }
  b { all: unset } i { margin: inherit; border: initial; float: right } s { position: absolute; block-size: 9mm }
'''
html = f"<html lang=ko><style>{rules}</style><p dir=ltr>가 <b>나</b> <i>다</i> <s>라</s><ul><li>a</ul><table><tr><td>a"
pdf.render(html, roots=[pdf.Path()], base=pdf.Path())
print(len(keys) > 100)
"""


def test_what_a_property_computes_to_is_what_theirs_gives():
    assert fresh(BOTH) == "True\n"


def a_line(text, second=None, **more):
    """A kept line over a stand-in for WeasyPrint's, and what is asked of that and of Pango."""
    asked = []

    class Layout:
        def __init__(self):
            self.style, self.layout, self.justification_spacing = "style", "layout", 0

        def set_text(self, text, justify):
            asked.append(f"set {text}" + " apart" * justify)

        def deactivate(self):
            asked.append("let go")

        def reactivate(self, style):
            asked.append(f"anew in {style}")

    pango = SimpleNamespace(
        pango_layout_set_single_paragraph_mode=lambda _layout, one: asked.append(f"one paragraph: {one}"),
        pango_layout_get_line_readonly=lambda _layout, _number: second,
        pango_layout_set_wrap=lambda _layout, _mode: None,
    )
    modes = {"WRAP_WORD": 0}
    theirs = SimpleNamespace(Layout=Layout, pango=pango, ffi=SimpleNamespace(NULL=None), PANGO_WRAP_MODE=modes)
    line = lines.kept_line(theirs)()
    for name, value in more.items():
        setattr(line, name, value)
    line.set_text(text)
    return line, asked


def test_a_line_is_drawn_once_as_it_was_broken_and_then_set_anew():
    line, asked = a_line("가나 다")
    for _ in range(2):
        line.deactivate()
        line.reactivate("style")
    line.set_text("가나…")  # as drawing does where it cuts a text
    assert asked == ["one paragraph: True", "set 가나 다", "let go", "anew in style", "set 가나…"]


@pytest.mark.parametrize(
    ("text", "more", "style"),
    [
        ("가나", {"second": "a line"}, "style"),
        ("가나", {"justification_spacing": 1}, "style"),
        ("가\n나", {}, "style"),
        ("가\u2028나", {}, "style"),
        ("가\u00ad나", {}, "style"),
        ("가나", {}, "another"),
    ],
)
def test_a_line_that_would_be_drawn_otherwise_is_set_anew(text, more, style):
    line, asked = a_line(text, **more)
    line.deactivate()
    line.reactivate(style)
    assert asked[-1] == f"anew in {style}"


class Style(dict):
    """A style that can be remembered by."""


def test_a_style_is_asked_once_and_a_copy_of_it_anew():
    asked = []

    def strut(style):
        asked.append(style)
        return len(asked)

    ours, style = lines.once_a_style(strut), Style()
    assert [ours(style), ours(style), ours(Style(style)), ours(style)] == [1, 1, 2, 1]


ONCE = """
import io
import pydyf
from resume_tailor.weasy import objects
made = []
class Text(pydyf.String):
    @property
    def data(self):
        made.append(self.string)
        return super().data
def written(value):
    file, output = pydyf.PDF(), io.BytesIO()
    file.add_object(pydyf.Array([Text(value)]))
    file.write(output, identifier=b"x")
    return output.getvalue()
twice = written("a")
print(*made)
objects.make_once(pydyf)
print(written("a") == twice, *made)
print(pydyf.Array([1]).data, pydyf.Array([2]).data, pydyf.Stream([b"x"]).data == pydyf.Stream([b"x"]).data)
"""


def test_objects_are_made_once_while_they_are_written_and_only_then():
    assert fresh(ONCE) == "a a\nTrue a a a\nb'[1]' b'[2]' True\n"
